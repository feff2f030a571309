import { describe, expect, it } from "vitest";
import { mendBeforeThat, mendOpenedClauses } from "./mend-clauses.ts";

const relationNames = "root nsubj mark advcl obl case conj cc appos punct ccomp advmod obj det".split(" ");

/** One word a row: form, Penn tag, head (1-based, 0 for the root), relation. */
type Row = readonly [string, string, number, string];

function mended(rows: readonly Row[]): string[] {
  const heads = Int32Array.from(rows, ([, , head]) => head - 1);
  const relations = Uint8Array.from(rows, ([, , , relation]) => relationNames.indexOf(relation));
  const forms = rows.map(([form]) => form);
  const tree = { heads, relations, relationNames, pennTag: (token: number) => rows[token]?.[1] ?? "" };
  mendOpenedClauses(forms, tree);
  mendBeforeThat(forms, tree);
  return rows.map(([form], index) => `${form} ${relationNames[relations[index] ?? 0]} ${(heads[index] ?? 0) + 1}`);
}

const leeResigned: readonly Row[] = [
  ["Lee", "NNP", 2, "nsubj"],
  ["resigned", "VBD", 0, "root"],
  ["after", "IN", 5, "case"],
  ["the", "DT", 5, "det"],
  ["owner", "NN", 2, "obl"],
  [",", ",", 7, "punct"],
  ["Oak", "NNP", 5, "conj"],
  [",", ",", 9, "punct"],
  ["asked", "VBD", 2, "conj"],
];

describe("mend-clauses", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    [
      "gives the verb behind a name between commas the subject that stands behind 'after'",
      leeResigned,
      ["after mark 9", "owner nsubj 9", "Oak appos 5", "asked advcl 2"],
    ],
    [
      "leaves a list of what somebody did",
      [...leeResigned, ["and", "CC", 11, "cc"], ["left", "VBD", 2, "conj"]],
      ["after case 5", "owner obl 2", "asked conj 2"],
    ],
    [
      "hangs what stands before 'that' on the verb of saying",
      [
        ["She", "PRP", 2, "nsubj"],
        ["said", "VBD", 0, "root"],
        ["later", "RB", 6, "advmod"],
        ["that", "IN", 6, "mark"],
        ["prices", "NNS", 6, "nsubj"],
        ["fell", "VBD", 2, "ccomp"],
      ],
      ["later advmod 2", "that mark 6", "prices nsubj 6"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mended(rows)).toEqual(expect.arrayContaining([...expected]));
  });
});
