/** Training from files to a model, on a corpus small enough for a unit test. */
import { describe, expect, it } from "vitest";
import { encodeNameModel } from "../annotate/names/model-file.ts";
import { makeNameLexicon, organizationPhraseBit } from "../annotate/names/name-lexicon.ts";
import { anyLabel } from "../annotate/names/tag-scheme.ts";
import { WordTable } from "../annotate/names/token-features.ts";
import { makeNameTagger } from "../annotate/names/trained-tagger.ts";
import type { GoldArticle } from "../evaluate/read-conll.ts";
import { articleOf } from "../evaluate/read-conll.ts";
import { loadSegmenter } from "../text/segment.ts";
import { calibrationOf, judgeHeldOut, reliabilityOf, scoreTagger } from "./evaluate-tagger.ts";
import { addToCorpus, type CorpusArticle } from "./name-corpus.ts";
import type { NameRecipe } from "./name-recipe.ts";
import { quantizeVectors } from "./network-corpus.ts";
import { openMistakenBodies, type ReadCorpus, trainNames } from "./train-names.ts";

const people = ["Ann Lee", "Bo Marsh", "Cy Young", "Dee Stone", "Eve Brook", "Flo Hill"];
const places = ["Rome", "Oslo", "Lima", "Cairo", "Quito", "Delhi"];

function article(id: number): GoldArticle {
  const person = people[id % people.length] ?? "";
  const place = places[(id * 5) % places.length] ?? "";
  const text = `${person} lives in ${place}.\nYesterday ${person} went back to ${place} by train.\n`;
  const at = (needle: string, from: number): number => text.indexOf(needle, from);
  const names = [
    [person, 0, 0],
    [place, 2, 0],
    [person, 0, at("Yesterday", 0)],
    [place, 2, at("Yesterday", 0)],
  ] as const;
  return {
    id: String(id),
    text,
    names: names.map(([name, kind, from]) => ({ start: at(name, from), end: at(name, from) + name.length, kind })),
  };
}

const golds = Array.from({ length: 36 }, (_, index) => article(index));
const corpora: readonly ReadCorpus[] = [
  { name: "small", golds, marksMisc: false, roleOf: (index) => (index % 6 === 5 ? "held-out" : "gold") },
  { name: "noisy", golds: golds.slice(0, 12).map((gold) => ({ ...gold, names: [] })), marksMisc: true, roleOf: () => "silver" },
];
const recipe: NameRecipe = {
  corpora: [],
  minCount: 1,
  epochs: 6,
  rate: 0.3,
  dropout: 0.1,
  decay: 0,
  doubt: 0.3,
  seed: 3,
  shares: [0.5, 0.5],
  network: {
    shape: { embed: 16, hidden1: 8, hidden2: 16 },
    members: 2,
    epochs: 12,
    batchWords: 60,
    learningRate: 0.02,
    dropout: 0.1,
    attributeDropout: 0.1,
    sourceDropout: 0.25,
    minCount: 1,
    silverShare: 0.5,
  },
};
const knowledge = {
  lexicon: makeNameLexicon(new Map(), new Map([["new york", 1]])),
  vectors: quantizeVectors({
    words: ["train", "yesterday"],
    rows: Float32Array.from({ length: 200 }, (_, at) => (at % 7) / 30 - 0.1),
    dimensions: 100,
  }),
};

describe("silver labels of known bodies", () => {
  const text = "The Baltic Union met Ann. The Baltic Union Court sat. Baltic Union aid came.\n";
  const first = text.indexOf("Baltic Union");
  const third = text.indexOf("Baltic Union aid");
  const bodies = makeNameLexicon(new Map(), new Map([["baltic union", organizationPhraseBit]]));

  /** The words left open when `names` are marked. */
  function opened(names: GoldArticle["names"]): string[] {
    const articles: CorpusArticle[] = [];
    const words = new WordTable(bodies);
    const tokenCount = addToCorpus(articles, [{ id: "1", text, names }], { segment: loadSegmenter(), words, hasMisc: true, firstToken: 0 });
    const masks = articles[0]?.masks.slice() ?? new Uint16Array(0);
    openMistakenBodies({ articles, tokenCount }, () => true, bodies, masks);
    return (articles[0]?.doc.tokens ?? []).filter((_, index) => masks[index] === anyLabel).map((token) => token.text);
  }

  it("stay where they name the body, alone or inside a longer name", () => {
    const second = text.indexOf("Baltic Union Court");
    expect(
      opened([
        { start: first, end: first + 12, kind: 1 },
        { start: second, end: second + 18, kind: 1 },
        { start: third, end: third + 12, kind: 1 },
      ]),
    ).toEqual([]);
  });

  it("are left open where they take it for a place, for part of a person's name, or for no name", () => {
    expect(
      opened([
        { start: first, end: first + 12, kind: 2 },
        { start: third, end: third + 16, kind: 0 },
      ]),
    ).toEqual(["Baltic", "Union", "Baltic", "Union", "Baltic", "Union", "aid"]);
  });
});

describe("training", () => {
  const model = trainNames(corpora, knowledge, recipe, () => undefined);
  const tagger = makeNameTagger(model);

  it("finds held-back names, although silver text denies them", () => {
    expect(scoreTagger(tagger, corpora).at(-1)).toMatch(/^mean: F1 100\.00/);
  });

  it.each([
    ["chain", [1, 0]],
    ["networks", [0, 1]],
  ])("learns enough with the %s alone", (_, shares) => {
    const network = model.network && { ...model.network, shares: Float32Array.from(shares) };
    expect(scoreTagger(makeNameTagger({ ...model, network }), corpora).at(-1)).toMatch(/^mean: F1 100\.00/);
  });

  it("gives every mention its tokens and a confidence between 0 and 1, sorted and disjoint", () => {
    const doc = loadSegmenter()(articleOf(article(1)));
    const names = tagger.tag(doc);
    expect(names.length).toBeGreaterThan(0);
    names.forEach((name, index) => {
      expect(doc.tokens[name.firstToken]?.start).toBe(name.start);
      expect(doc.tokens[name.endToken - 1]?.end).toBe(name.end);
      expect(name.confidence).toBeGreaterThanOrEqual(0);
      expect(name.confidence).toBeLessThanOrEqual(1);
      expect(name.start).toBeGreaterThanOrEqual(names[index - 1]?.end ?? 0);
    });
  });

  it("gives the same bytes when it is done again", () => {
    const again = trainNames(corpora, knowledge, recipe, () => undefined);
    expect(Buffer.compare(encodeNameModel(again), encodeNameModel(model))).toBe(0);
  });

  it("tells how often a confidence was right", () => {
    const judged = Array.from({ length: 400 }, (_, index) => ({ probability: 0.95, right: index % 8 < 6 }));
    const lines = reliabilityOf(judged);
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatch(/^confidence 0\.6 to 0\.8: 200 mentions, said 0\.7\d, right 0\.75$/u);
  });

  it("calibrates by what was right on held-back text, never falling as probability rises", () => {
    const table = calibrationOf(judgeHeldOut(tagger, corpora));
    expect(table).toHaveLength(20);
    table.forEach((value, bin) => {
      expect(value).toBeGreaterThanOrEqual(table[bin - 1] ?? 0);
      expect(value).toBeLessThanOrEqual(1);
    });
  });
});
