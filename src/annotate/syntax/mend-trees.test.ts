import { describe, expect, it } from "vitest";
import { mendNominalRoots, mendObjects } from "./mend-attachments.ts";
import { type DraftTree, mendDueTo } from "./mend-trees.ts";

const relationNames = [
  "root",
  "nsubj",
  "cop",
  "mark",
  "fixed",
  "advcl",
  "xcomp",
  "obj",
  "case",
  "obl",
  "aux:pass",
  "nsubj:pass",
  "punct",
  "acl",
];

/** One word a row: form, Penn tag, head (1-based, 0 for the root), relation. */
type Row = readonly [string, string, number, string];

function mended(rows: readonly Row[], mend: (forms: readonly string[], tree: DraftTree) => void = mendDueTo): string[] {
  const heads = Int32Array.from(rows, ([, , head]) => head - 1);
  const relations = Uint8Array.from(rows, ([, , , relation]) => relationNames.indexOf(relation));
  mend(
    rows.map(([form]) => form),
    { heads, relations, relationNames, pennTag: (token) => rows[token]?.[1] ?? "" },
  );
  return rows.map(([form], index) => `${form} ${relationNames[relations[index] ?? 0]} ${(heads[index] ?? 0) + 1}`);
}

describe("mendDueTo", () => {
  const right = ["She nsubj 3", "is cop 3", "due root 0", "to mark 5", "speak xcomp 3", "Monday obl 5"];

  it.each<[string, readonly Row[]]>([
    [
      "the infinitive is taken for the predicate",
      [
        ["She", "PRP", 5, "nsubj"],
        ["is", "VBZ", 5, "cop"],
        ["due", "JJ", 5, "mark"],
        ["to", "TO", 3, "fixed"],
        ["speak", "VB", 0, "root"],
        ["Monday", "NNP", 5, "obl"],
      ],
    ],
    [
      "the verb is taken for a passive",
      [
        ["She", "PRP", 5, "nsubj:pass"],
        ["is", "VBZ", 5, "aux:pass"],
        ["due", "JJ", 5, "mark"],
        ["to", "TO", 3, "fixed"],
        ["speak", "VB", 0, "root"],
        ["Monday", "NNP", 5, "obl"],
      ],
    ],
    [
      "the infinitive is taken for a circumstance",
      [
        ["She", "PRP", 3, "nsubj"],
        ["is", "VBZ", 3, "cop"],
        ["due", "JJ", 0, "root"],
        ["to", "TO", 3, "fixed"],
        ["speak", "VB", 3, "advcl"],
        ["Monday", "NNP", 5, "obl"],
      ],
    ],
  ])("makes the infinitive the complement of due when %s", (_, rows) => {
    expect(mended(rows)).toEqual(right);
  });

  it("leaves the preposition alone", () => {
    const rows: readonly Row[] = [
      ["Flights", "NNS", 2, "nsubj"],
      ["stopped", "VBD", 0, "root"],
      ["due", "IN", 5, "case"],
      ["to", "IN", 3, "fixed"],
      ["fog", "NN", 2, "obl"],
    ];
    expect(mended(rows)).toEqual(["Flights nsubj 2", "stopped root 0", "due case 5", "to fixed 3", "fog obl 2"]);
  });
});

describe("mendObjects", () => {
  const mend = (_: readonly string[], tree: DraftTree): void => mendObjects(tree);

  it("takes a bare noun behind a verb for its object", () => {
    const rows: readonly Row[] = [
      ["Lee", "NNP", 2, "nsubj"],
      ["held", "VBD", 0, "root"],
      ["talks", "NNS", 2, "obl"],
    ];
    expect(mended(rows, mend)[2]).toBe("talks obj 2");
  });

  it.each<[string, readonly Row[]]>([
    ["a preposition", [...held("spoke"), ["at", "IN", 4, "case"], ["talks", "NNS", 2, "obl"]]],
    ["an object already", [...held("held"), ["talks", "NNS", 2, "obj"], ["hours", "NNS", 2, "obl"]]],
    [
      "a passive",
      [
        ["Lee", "NNP", 3, "nsubj"],
        ["was", "VBD", 3, "aux:pass"],
        ["seen", "VBN", 0, "root"],
        ["hours", "NNS", 3, "obl"],
      ],
    ],
  ])("leaves it where there is %s", (_, rows) => {
    expect(mended(rows, mend)).toEqual(mended(rows, () => undefined));
  });
});

describe("mendNominalRoots", () => {
  const who: readonly Row[] = [
    ["Lee", "NNP", 0, "root"],
    ["held", "VBD", 1, "acl"],
  ];

  it("makes the past form the verb of the sentence", () => {
    expect(mended([...who, ["talks", "NNS", 2, "obj"], [".", ".", 1, "punct"]], mendNominalRoots)).toEqual([
      "Lee nsubj 2",
      "held root 0",
      "talks obj 2",
      ". punct 2",
    ]);
  });

  it("leaves a participle without an object", () => {
    const rows: readonly Row[] = [...who, ["in", "IN", 4, "case"], ["custody", "NN", 2, "obl"]];
    expect(mended(rows, mendNominalRoots)).toEqual(mended(rows, () => undefined));
  });
});

function held(verb: string): readonly Row[] {
  return [
    ["Lee", "NNP", 2, "nsubj"],
    [verb, "VBD", 0, "root"],
  ];
}
