import { describe, expect, it } from "vitest";
import { mendDueTo } from "./mend-trees.ts";

const relationNames = ["root", "nsubj", "cop", "mark", "fixed", "advcl", "xcomp", "obj", "case", "obl", "aux:pass", "nsubj:pass"];

/** One word a row: form, Penn tag, head (1-based, 0 for the root), relation. */
type Row = readonly [string, string, number, string];

function mended(rows: readonly Row[]): string[] {
  const heads = Int32Array.from(rows, ([, , head]) => head - 1);
  const relations = Uint8Array.from(rows, ([, , , relation]) => relationNames.indexOf(relation));
  mendDueTo(
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
