import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import { mendDaysBehindNouns } from "./mend-days.ts";

describe("mend-days", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "gives the rebels what stands before them, and lets the afternoon tell when",
      mendDaysBehindNouns,
      [
        ["spoke", "VBD", 0, "root"],
        ["with", "IN", 6, "case"],
        ["the", "DT", 6, "det"],
        ["rebels", "NNS", 6, "compound"],
        ["Tuesday", "NNP", 6, "compound"],
        ["afternoon", "NN", 1, "obl"],
      ],
      ["with case 4", "the det 4", "rebels obl 1", "Tuesday compound 6", "afternoon obl:unmarked 1"],
    ],
    [
      "makes a thing behind a preposition no object, where the day took the preposition",
      mendDaysBehindNouns,
      [
        ["hid", "VBD", 0, "root"],
        ["in", "IN", 6, "case"],
        ["the", "DT", 4, "det"],
        ["barn", "NN", 1, "obj"],
        ["late", "JJ", 6, "amod"],
        ["Friday", "NNP", 1, "obl"],
      ],
      ["in case 4", "barn obl 1", "Friday obl:unmarked 1", "late amod 6"],
    ],
    [
      "gives the noun the clause of which it is the predicate",
      mendDaysBehindNouns,
      [
        ["who", "WP", 5, "nsubj"],
        ["is", "VBZ", 5, "cop"],
        ["in", "IN", 5, "case"],
        ["Lima", "NNP", 5, "compound"],
        ["Monday", "NNP", 7, "acl:relcl"],
        [",", ",", 5, "punct"],
        ["left", "VBD", 0, "root"],
      ],
      ["who nsubj 4", "is cop 4", "in case 4", "Lima acl:relcl 7", "Monday obl:unmarked 4"],
    ],
    [
      "leaves a day with a preposition of its own",
      mendDaysBehindNouns,
      [
        ["left", "VBD", 0, "root"],
        ["the", "DT", 3, "det"],
        ["hall", "NN", 1, "obj"],
        ["on", "IN", 5, "case"],
        ["Friday", "NNP", 1, "obl"],
      ],
      ["hall obj 1", "on case 5", "Friday obl 1"],
    ],
    [
      "leaves the day that owns something",
      mendDaysBehindNouns,
      [
        ["in", "IN", 4, "case"],
        ["the", "DT", 4, "det"],
        ["paper", "NN", 4, "compound"],
        ["Friday", "NNP", 6, "nmod:poss"],
        ["'s", "POS", 4, "case"],
        ["edition", "NN", 0, "root"],
      ],
      ["in case 4", "paper compound 4", "Friday nmod:poss 6"],
    ],
    [
      "leaves two nouns that hang apart",
      mendDaysBehindNouns,
      [
        ["gave", "VBD", 0, "root"],
        ["the", "DT", 5, "det"],
        ["envoys", "NNS", 1, "iobj"],
        ["gifts", "NNS", 1, "obj"],
        ["Friday", "NNP", 1, "obl:unmarked"],
      ],
      ["the det 5", "envoys iobj 1", "gifts obj 1"],
    ],
    [
      "leaves a day called after something",
      mendDaysBehindNouns,
      [
        ["in", "IN", 4, "case"],
        ["the", "DT", 4, "det"],
        ["Super", "NNP", 4, "compound"],
        ["Sunday", "NNP", 5, "obl"],
        ["won", "VBD", 0, "root"],
      ],
      ["in case 4", "the det 4", "Super compound 4", "Sunday obl 5"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});
