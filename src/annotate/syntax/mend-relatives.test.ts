import { describe, expect, it } from "vitest";
import { mended, type Row } from "./drafts.fixture.ts";
import { mendWhomClauses } from "./mend-relatives.ts";

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
