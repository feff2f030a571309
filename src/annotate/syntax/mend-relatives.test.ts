import { describe, expect, it } from "vitest";
import { mended, type Row } from "./drafts.fixture.ts";
import { mendBareRelatives, mendWhomClauses } from "./mend-relatives.ts";

describe("mendWhomClauses", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    [
      "hangs the clause on the name before the comma",
      [
        ["praised", "VBD", 0, "root"],
        ["Tom", "NNP", 1, "obj"],
        ["Ray", "NNP", 2, "flat"],
        [",", ",", 7, "punct"],
        ["whom", "WP", 7, "obj"],
        ["she", "PRP", 7, "nsubj"],
        ["met", "VBD", 1, "ccomp"],
      ],
      ["Tom obj 1", "met acl:relcl 2"],
    ],
    [
      "also behind a preposition",
      [
        ["praised", "VBD", 0, "root"],
        ["envoys", "NNS", 1, "obj"],
        [",", ",", 7, "punct"],
        ["with", "IN", 5, "case"],
        ["whom", "WP", 7, "obl"],
        ["she", "PRP", 7, "nsubj"],
        ["spoke", "VBD", 1, "ccomp"],
      ],
      ["envoys obj 1", "spoke acl:relcl 2"],
    ],
    [
      "leaves a question that somebody asks",
      [
        ["asked", "VBD", 0, "root"],
        ["whom", "WP", 4, "obj"],
        ["she", "PRP", 4, "nsubj"],
        ["met", "VBD", 1, "ccomp"],
      ],
      ["asked root 0", "met ccomp 1"],
    ],
    [
      "leaves the name a part of the clause",
      [
        ["Ray", "NNP", 4, "obl"],
        ["whom", "WP", 4, "obj"],
        ["she", "PRP", 4, "nsubj"],
        ["met", "VBD", 5, "ccomp"],
        ["said", "VBD", 0, "root"],
      ],
      ["Ray obl 4", "met ccomp 5"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mended(rows, mendWhomClauses)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("mendBareRelatives", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    [
      "hangs a verb without an object on the noun before its subject",
      [
        ["one", "CD", 0, "root"],
        ["of", "IN", 3, "case"],
        ["steps", "NNS", 1, "nmod"],
        ["kings", "NNS", 3, "appos"],
        ["and", "CC", 7, "cc"],
        ["queens", "NNS", 4, "conj"],
        ["agreed", "VBD", 1, "conj"],
        ["to", "IN", 7, "obl"],
      ],
      ["kings nsubj 7", "and cc 6", "agreed acl:relcl 3"],
    ],
    [
      "gives the verb behind its own subject back",
      [
        ["truces", "NNS", 5, "nsubj:outer"],
        ["kings", "NNS", 5, "nsubj"],
        ["signed", "VBD", 1, "conj"],
        ["have", "VBP", 5, "aux"],
        ["held", "VBN", 0, "root"],
      ],
      ["truces nsubj 5", "kings nsubj 3", "signed acl:relcl 1"],
    ],
    [
      "leaves a verb that has its object, or is joined",
      [
        ["broke", "VBD", 0, "root"],
        ["truces", "NNS", 1, "obj"],
        ["kings", "NNS", 2, "conj"],
        ["signed", "VBD", 1, "conj"],
        ["treaties", "NNS", 4, "obj"],
        ["and", "CC", 7, "cc"],
        ["left", "VBD", 1, "conj"],
      ],
      ["kings conj 2", "signed conj 1", "left conj 1"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mended(rows, mendBareRelatives)).toEqual(expect.arrayContaining([...expected]));
  });
});
