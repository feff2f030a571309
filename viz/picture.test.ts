import { describe, expect, it } from "vitest";
import { smallPage } from "./dataset.fixture.ts";
import { datasetOf, type Entity, type Pair, pairBetween } from "./dataset.ts";
import { type Filters, initialFilters, passingMeetings } from "./filters.ts";
import { hoverWords } from "./hover-words.ts";
import { edgeLook, faded, finenessOf, type LookState, nodeLook, nodeSize, palettes } from "./look.ts";
import { among, around, edgeKey, fanOf, networkOf } from "./network.ts";
import { allLines, lineOf, linesAmong, namesAround, pictureOf, tiePasses, withEntities } from "./picture.ts";

const dataset = datasetOf(smallPage);
const everything: Filters = { ...initialFilters, relations: new Set() };

function pairOf(a: string, b: string): Pair {
  const pair = pairBetween(dataset, a, b);
  if (!pair) throw new Error(`no pair of ${a} and ${b}`);
  return pair;
}

function linesFor(filters: Filters) {
  return allLines(dataset, filters, passingMeetings(dataset, filters));
}

const namesOf = (lines: readonly { pair: Pair }[]): string[] => lines.map(({ pair }) => `${pair.a.name} ${pair.b.name}`);
const whole = { part: 1000, budget: 1000, view: null };

describe("lines", () => {
  it("collapse everything between two into one, which looks like the surest of it", () => {
    const line = lineOf(pairOf("ada", "ben"), everything, passingMeetings(dataset, everything));
    expect(line).toMatchObject({ count: 2, kind: "met", modality: "held", sources: 3 });
  });

  it("come strongest first, and only as the filters allow", () => {
    expect(namesOf(linesFor(initialFilters))).toEqual(["Ada Ben", "Ada Union", "Ben Union"]);
    expect(namesOf(linesFor(everything))).toEqual(["Ada Ben", "Ada Union", "Ada Oslo", "Ben Oslo", "Ben Union", "Ada Çy Köhler"]);
    const [first] = linesFor({ ...initialFilters, modalities: new Set(["held"]) });
    expect(first).toMatchObject({ modality: "planned", count: 1 });
  });

  it("that are no meetings are left only to those who are in a meeting, where the filters ask when, where or by whom", () => {
    expect(namesOf(linesFor({ ...initialFilters, from: "2031-06-01" }))).toEqual(["Ada Union", "Ben Union"]);
    expect(namesOf(linesFor({ ...initialFilters, sources: 2 }))).toEqual(["Ada Ben", "Ben Union"]);
    expect(namesOf(linesFor({ ...initialFilters, sources: 4 }))).toEqual([]);
  });

  it("of switched-off types are gone", () => {
    expect(namesOf(linesFor({ ...initialFilters, types: new Set(["ORGANIZATION"]) }))).toEqual(["Ada Ben"]);
  });

  it("around a name end after the steps", () => {
    const { a: ada, b: ben } = pairOf("ada", "ben");
    const lines = linesFor(everything);
    const around = (centres: readonly Entity[], steps: number) => namesOf(linesAmong(lines, namesAround(lines, centres, steps)));
    // Those around Ben who have to do with each other do so in the drawing as well.
    expect(around([ben], 1)).toEqual(["Ada Ben", "Ada Union", "Ada Oslo", "Ben Oslo", "Ben Union"]);
    expect(around([ben], 2)).toHaveLength(6);
    expect(around([ada, ben], 0)).toEqual(["Ada Ben"]);
  });
});

describe("pictureOf", () => {
  it("draws the strongest part, with the ends of its lines", () => {
    const { lines, entities, available } = pictureOf(dataset, initialFilters, linesFor(initialFilters), { ...whole, part: 1 });
    expect([namesOf(lines), entities.map(({ name }) => name), available]).toEqual([["Ada Ben"], ["Ada", "Ben"], 3]);
  });

  it("keeps to the budget, and to what crosses the view", () => {
    const lines = linesFor(everything);
    expect(pictureOf(dataset, everything, lines, { ...whole, budget: 2 }).lines).toHaveLength(2);
    const view = { x: [35, 60], y: [-5, 5] } as const;
    expect(namesOf(pictureOf(dataset, everything, lines, { ...whole, view }).lines)).toEqual(["Ada Çy Köhler"]);
  });

  it("draws names without a line only when they are asked for and everything else is drawn", () => {
    const filters: Filters = { ...initialFilters, loners: "shown" };
    const lines = linesFor(filters);
    expect(pictureOf(dataset, filters, lines, whole).entities).toHaveLength(6);
    expect(pictureOf(dataset, filters, lines, { ...whole, part: 2 }).entities).toHaveLength(3);
  });

  it("adds what the reader asked for, whatever the part leaves out", () => {
    const lines = linesFor(initialFilters);
    const small = pictureOf(dataset, initialFilters, lines, { ...whole, part: 1 });
    const union = pairOf("ada", "union").b;
    expect(namesOf(withEntities(small, dataset, [union], lines).lines)).toEqual(["Ada Ben", "Ada Union", "Ben Union"]);
    expect(withEntities(small, dataset, [pairOf("ada", "ben").a], lines)).toBe(small);
  });
});

describe("the network", () => {
  const passing = passingMeetings(dataset, everything);
  const network = networkOf(pictureOf(dataset, everything, linesFor(everything), whole), new Map());

  it("fans a line out into its relations, each with its own modality, none of them straight", () => {
    const fan = fanOf({ pair: pairOf("ada", "ben") }, everything, passing);
    expect(fan.map(({ modality }) => modality)).toEqual(["held", "planned"]);
    expect(new Set(fan.map(({ bend }) => Math.sign(bend)))).toEqual(new Set([-1, 1]));
    expect(fanOf({ pair: pairOf("ada", "cy") }, everything, passing)).toEqual([]);
  });

  it("keeps bright who is around a name, or among a chain", () => {
    expect([...around(network, ["cy"]).nodes].sort()).toEqual(["ada", "cy"]);
    expect(among(network, ["ada", "ben", "cy"]).edges).toEqual(new Set([pairOf("ada", "ben"), pairOf("ada", "cy")].map(edgeKey)));
  });

  it("says what lies under the pointer", () => {
    const plain = (words: string): string => words.replaceAll("\u00a0", " ");
    expect(plain(hoverWords(dataset, { entity: "ada" }, everything, passing))).toBe("Ada · Person · 2 articles");
    expect(plain(hoverWords(dataset, { pair: pairOf("ada", "ben") }, everything, passing))).toBe(
      "Ada – Ben · Held · 2 meetings · 3 independent sources",
    );
    expect(plain(hoverWords(dataset, { pair: pairOf("ben", "union") }, everything, passing))).toBe("Ben – Union · Roles · chair");
  });

  it("dims what has no attention, and hides what is fanned out", () => {
    const palette = palettes.light;
    const key = edgeKey(pairOf("ada", "ben"));
    const edge = network.getEdgeAttributes(key);
    const state: LookState = { palette, scale: 1, fineness: { nodes: 1, lines: 1 }, focus: null, fanned: new Set() };
    expect(edgeLook(key, edge, state)).toMatchObject({ type: "solid", color: palette.modalities.held, hidden: false });
    expect(edgeLook(key, edge, { ...state, fanned: new Set([key]) }).hidden).toBe(true);
    expect(edgeLook(key, { ...edge, modality: "planned", bend: 0.2 }, state).type).toBe("curved-dashed");
    const focus = { nodes: new Set(["ben"]), edges: new Set<string>() };
    const ada = network.getNodeAttributes("ada");
    expect(nodeLook("ada", ada, { ...state, focus }).color).toBe(faded(palette.types.PERSON, palette));
    expect(nodeLook("ada", ada, state)).toMatchObject({ shape: "circle", color: palette.types.PERSON });
  });

  it("draws much on one screen finely, and what has the attention as strong as ever", () => {
    const few = finenessOf(network, 1000, 800);
    expect(few).toEqual({ nodes: 1, lines: 1 });
    const much = finenessOf(network, 20, 10);
    expect(much.nodes).toBeLessThan(1);
    expect(much.lines).toBeLessThan(1);
    const key = edgeKey(pairOf("ada", "ben"));
    const state: LookState = { palette: palettes.light, scale: 1, fineness: much, focus: null, fanned: new Set() };
    const [thin, full] = [state, { ...state, focus: { nodes: new Set<string>(), edges: new Set([key]) } }].map(
      (each) => edgeLook(key, network.getEdgeAttributes(key), each).size,
    );
    expect(thin).toBeLessThan(full ?? 0);
  });

  it("sizes a name by what names it", () => {
    expect(nodeSize({ articles: 9, mentions: 20 })).toBeGreaterThan(nodeSize({ articles: 1, mentions: 2 }));
    expect(nodeSize({ articles: 1e6, mentions: 1e6 })).toBe(20);
  });
});

describe("tiePasses", () => {
  it("lets roles pass whatever becomes of the meetings", () => {
    const filters: Filters = { ...everything, sources: 9 };
    const passing = passingMeetings(dataset, filters);
    expect(pairOf("ben", "union").ties.map((tie) => tiePasses(tie, filters, passing))).toEqual([true]);
    expect(pairOf("ada", "ben").ties.map((tie) => tiePasses(tie, filters, passing))).toEqual([false, false]);
  });
});
