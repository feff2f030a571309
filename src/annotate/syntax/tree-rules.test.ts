import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTreeRules } from "./tree-rules.ts";

const tagClasses = ["NOUN NN", "VERB VBD", "PUNCT .", "ADP IN", "DET DT", "ADV RB", "AUX VBD", "PROPN NNP"];
const relationNames = [
  "root",
  "nsubj",
  "nsubj:pass",
  "nsubj:outer",
  "obj",
  "obl",
  "obl:unmarked",
  "nmod",
  "nmod:unmarked",
  "case",
  "det",
  "punct",
  "advmod",
  "conj",
  "cop",
  "dep",
];
const rules = makeTreeRules(tagClasses, relationNames);
const width = 16;

/** Tags by their first half, heads 1-based; for each word the relations it likes, best first. */
function words(tags: string, heads: readonly number[]) {
  const list = tags.split(" ");
  return {
    tags: Uint8Array.from(list, (tag) => tagClasses.findIndex((pair) => pair.startsWith(`${tag} `))),
    heads: Int32Array.from(heads),
    length: list.length,
  };
}

function liking(rows: readonly string[]) {
  const floats = new Float32Array(rows.length * width);
  rows.forEach((row, index) => {
    row.split(" ").forEach((entry, place) => {
      const [name = "", score] = entry.split("=");
      floats[index * width + relationNames.indexOf(name)] = score === undefined ? 9 - place : Number(score);
    });
  });
  return { floats, at: 0, width };
}

function chosen(tags: string, heads: readonly number[], likes: readonly string[]): string[] {
  const given = words(tags, heads);
  const relations = new Uint8Array(given.length);
  rules.chooseRelations(given, liking(likes), relations);
  rules.nameModifiers(given, relations);
  return [...relations].map((relation) => relationNames[relation] ?? "");
}

describe("choosing relations", () => {
  it.each([
    ["the best where nothing forbids it", "NOUN VERB", [2, 0], ["nsubj", "dep"], ["nsubj", "root"]],
    ["no function relation for a noun", "NOUN VERB", [2, 0], ["det obl", "dep"], ["obl", "root"]],
    ["punct for marks and for nothing else", "PUNCT VERB ADV", [2, 0, 2], ["advmod", "dep", "punct advmod"], ["punct", "root", "advmod"]],
    ["nothing joined from right to left", "NOUN VERB NOUN", [2, 0, 2], ["conj nsubj", "dep", "conj"], ["nsubj", "root", "conj"]],
    ["one subject: the surer one stays", "NOUN NOUN VERB", [3, 3, 0], ["nsubj=3 obl=2", "nsubj=9 obl=2", "dep"], ["obl", "nsubj", "root"]],
    [
      "a passive subject for a subject like others",
      "NOUN NOUN VERB",
      [3, 3, 0],
      ["nsubj:pass=9 obl=2", "nsubj=3 obl=2", "dep"],
      ["nsubj:pass", "obl", "root"],
    ],
    [
      "an outer subject beside an inner one",
      "NOUN NOUN VERB",
      [3, 3, 0],
      ["nsubj:outer", "nsubj", "dep"],
      ["nsubj:outer", "nsubj", "root"],
    ],
    ["one object", "VERB NOUN NOUN", [0, 1, 1], ["dep", "obj=5 obl=1", "obj=5 obl=4"], ["root", "obj", "obl"]],
    [
      "an object where a second subject may be one",
      "VERB NOUN NOUN",
      [0, 1, 1],
      ["dep", "nsubj=5 obl=1", "nsubj=5 obj=4"],
      ["root", "nsubj", "obj"],
    ],
    [
      "a modifier for an oblique on a noun",
      "VERB NOUN NOUN NOUN",
      [0, 1, 2, 2],
      ["dep", "obj", "obl", "obl:unmarked"],
      ["root", "obj", "nmod", "nmod:unmarked"],
    ],
    [
      "an oblique on a noun that makes a clause",
      "VERB NOUN AUX NOUN",
      [0, 1, 2, 2],
      ["dep", "obj", "cop", "obl"],
      ["root", "obj", "cop", "obl"],
    ],
  ])("gives %s", (_, tags, heads, likes, expected) => {
    expect(chosen(tags, heads, likes)).toEqual(expected);
  });
});

it("tells who rivalled for a subject's place", () => {
  const given = words("NOUN NOUN VERB", [3, 3, 0]);
  const rivals = rules.chooseRelations(given, liking(["nsubj=3 obl=2", "nsubj=9 obl=2", "dep"]), new Uint8Array(3));
  expect(rivals).toEqual([{ holder: 1, second: 0 }]);
});

describe("function words and marks", () => {
  it("have nothing hang on them", () => {
    const heads = Int32Array.of(0, 3, 1, 3, 4);
    const relations = Uint8Array.from(["root", "nmod", "case", "punct", "obl"], (name) => relationNames.indexOf(name));
    rules.raiseDependents(heads, relations, 5);
    // "punct" may hang on a case marker; nothing may hang on "punct", and what hung there goes on up.
    expect([...heads]).toEqual([0, 1, 1, 3, 3]);
  });

  it("may keep what belongs to them", () => {
    const heads = Int32Array.of(0, 3, 1);
    const relations = Uint8Array.from(["root", "advmod", "case"], (name) => relationNames.indexOf(name));
    rules.raiseDependents(heads, relations, 3);
    expect([...heads]).toEqual([0, 3, 1]);
  });
});

describe("marks", () => {
  const place = (tags: string, heads: readonly number[], best: readonly number[]): number[] => {
    const given = words(tags, heads);
    const floats = new Float32Array(given.length * width);
    best.forEach((head, index) => {
      floats[index * width + head] = 5;
    });
    rules.placeMarks(given, { floats, at: 0, width });
    return [...given.heads];
  };

  it.each([
    ["stay where no arc is crossed", "NOUN PUNCT VERB", [3, 3, 0], [3, 3, 0], [3, 3, 0]],
    // The mark hangs on the verb over a noun that does not hang there: it goes to the best word that it can reach.
    ["move out of another phrase", "NOUN PUNCT NOUN VERB NOUN", [3, 5, 4, 0, 4], [3, 5, 4, 0, 4], [3, 3, 4, 0, 4]],
    ["side by side do not cross", "NOUN PUNCT PUNCT VERB", [4, 4, 1, 0], [4, 4, 1, 0], [4, 4, 4, 0]],
    ["alone are left alone", "PUNCT", [0], [0], [0]],
  ])("%s", (_, tags, heads, best, expected) => {
    expect(place(tags, heads, best)).toEqual(expected);
  });

  it("leave a tree, whatever tree they were in", () => {
    const tree = fc
      .integer({ min: 1, max: 12 })
      .chain((length) =>
        fc.tuple(
          fc.constant(length),
          fc.array(fc.nat(tagClasses.length - 1), { minLength: length, maxLength: length }),
          fc.array(fc.nat(), { minLength: length, maxLength: length }),
          fc.array(fc.nat(), { minLength: length, maxLength: length }),
          fc.array(fc.float({ noNaN: true }), { minLength: length * width, maxLength: length * width }),
        ),
      );
    fc.assert(
      fc.property(tree, ([length, tags, order, picks, scores]) => {
        // A random tree: words in a random order, each after the first hangs on one before it.
        const places = [...Array(length).keys()].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
        const heads = new Int32Array(length);
        places.forEach((word, at) => {
          heads[word] = at === 0 ? 0 : (places[(picks[word] ?? 0) % at] ?? 0) + 1;
        });
        const given = { heads, tags: Uint8Array.from(tags), length };
        const numbers = { floats: Float32Array.from(scores), at: 0, width };
        const relations = new Uint8Array(length);
        rules.chooseRelations(given, numbers, relations);
        rules.raiseDependents(heads, relations, length);
        rules.nameModifiers(given, relations);
        rules.placeMarks(given, numbers);
        expect(heads.filter((head) => head === 0).length).toBe(1);
        for (let word = 0; word < length; word += 1) {
          let at = word + 1;
          for (let steps = 0; at !== 0; steps += 1) {
            expect(steps).toBeLessThanOrEqual(length);
            at = heads[at - 1] ?? 0;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
