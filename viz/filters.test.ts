import { describe, expect, it } from "vitest";
import { countsOf, type Filters, initialFilters, revealing, toggled, visibleParts } from "./filters.ts";
import { smallGraph } from "./network.fixture.ts";
import { networkOf } from "./network.ts";

const network = networkOf(smallGraph);

describe("visibleParts", () => {
  const cases: readonly { readonly what: string; readonly filters: Partial<Filters>; readonly nodes: readonly string[] }[] = [
    { what: "shows at first what meetings and roles reach", filters: {}, nodes: ["ada", "ben", "m-held", "m-planned", "oslo", "union"] },
    {
      what: "shows who was spoken about once statements are on",
      filters: { relations: new Set() },
      nodes: ["ada", "ben", "cy", "m-held", "m-planned", "oslo", "union"],
    },
    {
      what: "shows names without lines on demand",
      filters: { loners: "shown" },
      nodes: ["ada", "ben", "cy", "doha", "m-held", "m-planned", "oslo", "union"],
    },
    {
      what: "drops a meeting whose participants are all switched off, and its place with it",
      filters: { types: new Set(["PERSON"]) },
      nodes: ["m-planned", "union"],
    },
    {
      what: "drops the meetings of a modality and the names that only they held",
      filters: { modalities: new Set(["held"]) },
      nodes: ["ada", "ben", "m-planned", "union"],
    },
    {
      what: "keeps meetings when the lines to their places are off",
      filters: { relations: new Set(["held-at", "statement"]) },
      nodes: ["ada", "ben", "m-held", "m-planned", "union"],
    },
  ];
  it.each(cases)("$what", ({ filters, nodes }) => {
    expect([...visibleParts(network, { ...initialFilters, ...filters }).nodes].sort()).toEqual(nodes);
  });

  it("shows no line without both of its ends", () => {
    const { nodes, edges } = visibleParts(network, { ...initialFilters, types: new Set(["ORGANIZATION"]) });
    const loose = [...edges].filter((edge) => network.extremities(edge).some((end) => !nodes.has(end)));
    expect(loose).toEqual([]);
    expect(edges.size).toBe(4);
  });
});

describe("revealing", () => {
  const without = visibleParts(network, { ...initialFilters, modalities: new Set(["held"]) });

  it("brings back a hidden meeting with everybody who was there", () => {
    const { nodes, edges } = revealing(network, without, "m-held");
    expect([...nodes].sort()).toEqual(["ada", "ben", "m-held", "m-planned", "oslo", "union"]);
    expect(edges.size).toBe(without.edges.size + 3);
  });

  it("brings back a hidden name with its lines to what is visible only", () => {
    expect([...revealing(network, without, "oslo").nodes].sort()).toEqual([...without.nodes, "oslo"].sort());
    expect([...revealing(network, without, "cy").edges].length).toBe(without.edges.size + 1);
  });

  it("changes nothing for what is visible", () => {
    expect(revealing(network, without, "ada")).toBe(without);
  });
});

describe("countsOf", () => {
  it("counts every kind whatever is switched off", () => {
    const { types, modalities, relations, loners } = countsOf(network);
    expect(Object.fromEntries(types)).toEqual({ PERSON: 3, ORGANIZATION: 1, PLACE: 2 });
    expect(Object.fromEntries(modalities)).toEqual({ held: 1, planned: 1 });
    expect(Object.fromEntries(relations)).toEqual({ "took-part": 4, "held-at": 1, role: 1, statement: 1 });
    expect(loners).toBe(1);
  });
});

describe("toggled", () => {
  it("takes a member out and puts it back, leaving the original alone", () => {
    const original: ReadonlySet<string> = new Set(["a", "b"]);
    expect([...toggled(original, "a")]).toEqual(["b"]);
    expect([...toggled(toggled(original, "a"), "a")]).toEqual(["b", "a"]);
    expect([...original]).toEqual(["a", "b"]);
  });
});
