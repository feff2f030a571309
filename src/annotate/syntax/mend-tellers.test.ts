import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import { mendCrossedTellers, mendInvertedAuxiliaries, mendTellersBehind } from "./mend-tellers.ts";

describe("mend-tellers", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "gives what stands before the verb to it, and what stands behind the comma to the telling",
      mendCrossedTellers,
      [
        ["Talks", "NNS", 6, "nsubj"],
        ["were", "VBD", 3, "aux:pass"],
        ["scrapped", "VBN", 0, "root"],
        [",", ",", 6, "punct"],
        ["sources", "NNS", 3, "nsubj:pass"],
        ["told", "VBD", 3, "advcl"],
        ["Ann", "NNP", 6, "obj"],
      ],
      ["Talks nsubj:pass 3", "sources nsubj 6"],
    ],
    [
      "makes who tells it behind the comma the subject of the telling",
      mendTellersBehind,
      [
        ["Ann", "NNP", 3, "nsubj"],
        ["will", "MD", 3, "aux"],
        ["travel", "VB", 0, "root"],
        [",", ",", 6, "punct"],
        ["the", "DT", 6, "det"],
        ["ministries", "NNS", 3, "obj"],
        ["in", "IN", 8, "case"],
        ["Lima", "NNP", 6, "nmod"],
        ["and", "CC", 11, "cc"],
        ["Oslo", "NNP", 8, "conj"],
        ["announced", "VBD", 3, "conj"],
      ],
      ["ministries nsubj 11", "and cc 10", "announced parataxis 3"],
    ],
    [
      "reads an auxiliary before its subject",
      mendInvertedAuxiliaries,
      [
        ["Never", "RB", 2, "advmod"],
        ["did", "VBD", 0, "root"],
        ["Ann", "NNP", 2, "obj"],
        ["speak", "VB", 2, "xcomp"],
      ],
      ["Never advmod 4", "did aux 4", "Ann nsubj 4", "speak root 0"],
    ],
    [
      "does so in the perfect",
      mendInvertedAuxiliaries,
      [
        ["Never", "RB", 3, "advmod"],
        ["before", "IN", 3, "mark"],
        ["had", "VBD", 5, "advcl"],
        ["Ann", "NNP", 3, "obj"],
        ["met", "VBN", 0, "root"],
        ["Bob", "NNP", 5, "obj"],
      ],
      ["had aux 5", "Ann nsubj 5", "met root 0", "Bob obj 5"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });

  it.each<[string, Mend, readonly Row[]]>([
    [
      "a telling whose subject stands beside it",
      mendCrossedTellers,
      [
        ["Talks", "NNS", 3, "nsubj:pass"],
        ["were", "VBD", 3, "aux:pass"],
        ["scrapped", "VBN", 0, "root"],
        [",", ",", 6, "punct"],
        ["sources", "NNS", 6, "nsubj"],
        ["told", "VBD", 3, "advcl"],
      ],
    ],
    [
      "what is done next",
      mendTellersBehind,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["met", "VBD", 0, "root"],
        ["Bob", "NNP", 2, "obj"],
        ["and", "CC", 5, "cc"],
        ["announced", "VBD", 2, "conj"],
        ["it", "PRP", 5, "obj"],
      ],
    ],
    [
      "an auxiliary behind its subject",
      mendInvertedAuxiliaries,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["had", "VBD", 0, "root"],
        ["Bob", "NNP", 2, "obj"],
        ["speak", "VB", 2, "xcomp"],
      ],
    ],
  ])("leaves %s alone", (_, mend, rows) => {
    expect(mended(rows, mend)).toEqual(rows.map(([form, , head, relation]) => `${form} ${relation} ${head}`));
  });
});
