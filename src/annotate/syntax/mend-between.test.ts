import { describe, expect, it } from "vitest";
import { mended, type Row } from "./drafts.fixture.ts";
import { mendBetween } from "./mend-between.ts";

describe("mend-between", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    [
      "joins the second side to the first, not to a part of it",
      [
        ["talks", "NNS", 0, "root"],
        ["between", "IN", 4, "case"],
        ["the", "DT", 4, "det"],
        ["government", "NN", 1, "nmod"],
        ["of", "IN", 6, "case"],
        ["Chad", "NNP", 4, "nmod"],
        ["and", "CC", 8, "cc"],
        ["rebels", "NNS", 6, "conj"],
      ],
      ["Chad nmod 4", "rebels conj 4"],
    ],
    [
      "joins a second side that was taken for another meeting",
      [
        ["meeting", "NN", 0, "root"],
        ["between", "IN", 3, "case"],
        ["Ann", "NNP", 1, "nmod"],
        ["Lee", "NNP", 3, "flat"],
        ["and", "CC", 7, "cc"],
        ["her", "PRP$", 7, "nmod:poss"],
        ["deputy", "NN", 1, "conj"],
      ],
      ["deputy conj 3"],
    ],
    [
      "gives the verb its subject across who brokered the talks",
      [
        ["Talks", "NNS", 0, "root"],
        ["brokered", "VBN", 1, "acl"],
        ["by", "IN", 4, "case"],
        ["Oman", "NNP", 2, "obl:agent"],
        ["between", "IN", 6, "case"],
        ["Chad", "NNP", 2, "obl"],
        ["and", "CC", 9, "cc"],
        ["Peru", "NNP", 9, "nsubj"],
        ["resumed", "VBD", 2, "conj"],
      ],
      ["Talks nsubj 9", "Chad nmod 1", "Peru conj 6", "resumed root 0"],
    ],
    [
      "makes the passive that was joined to the talks their verb",
      [
        ["Talks", "NNS", 0, "root"],
        ["between", "IN", 3, "case"],
        ["Chad", "NNP", 1, "nmod"],
        ["and", "CC", 5, "cc"],
        ["Peru", "NNP", 3, "conj"],
        ["were", "VBD", 7, "aux:pass"],
        ["held", "VBN", 1, "conj"],
      ],
      ["Talks nsubj:pass 7", "held root 0"],
    ],
    [
      "leaves another meeting",
      [
        ["meeting", "NN", 0, "root"],
        ["between", "IN", 3, "case"],
        ["rebels", "NNS", 1, "nmod"],
        ["in", "IN", 5, "case"],
        ["Chad", "NNP", 1, "nmod"],
        ["and", "CC", 8, "cc"],
        ["a", "DT", 8, "det"],
        ["march", "NN", 1, "conj"],
      ],
      ["march conj 1"],
    ],
    [
      "leaves two members of one plural",
      [
        ["talks", "NNS", 0, "root"],
        ["between", "IN", 3, "case"],
        ["leaders", "NNS", 1, "nmod"],
        ["of", "IN", 5, "case"],
        ["Chad", "NNP", 3, "nmod"],
        ["and", "CC", 7, "cc"],
        ["Peru", "NNP", 5, "conj"],
      ],
      ["Peru conj 5"],
    ],
    [
      "takes a second side back from the verb behind it",
      [
        ["Talks", "NNS", 0, "root"],
        ["between", "IN", 3, "case"],
        ["Chad", "NNP", 1, "nmod"],
        ["and", "CC", 6, "cc"],
        ["the", "DT", 6, "det"],
        ["rebels", "NNS", 8, "nsubj"],
        ["are", "VBP", 8, "aux"],
        ["nearing", "VBG", 1, "conj"],
        ["an", "DT", 10, "det"],
        ["end", "NN", 8, "obj"],
      ],
      ["Talks nsubj 8", "rebels conj 3", "nearing root 0", "end obj 8"],
    ],
    [
      "takes a second side back from among the subjects",
      [
        ["Talks", "NNS", 7, "nsubj:outer"],
        ["between", "IN", 3, "case"],
        ["Chad", "NNP", 1, "nmod"],
        ["and", "CC", 5, "cc"],
        ["rebels", "NNS", 7, "nsubj:pass"],
        ["were", "VBD", 7, "aux:pass"],
        ["cancelled", "VBN", 0, "root"],
      ],
      ["Talks nsubj:pass 7", "rebels conj 3"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mended(rows, mendBetween)).toEqual(expect.arrayContaining([...expected]));
  });
});
