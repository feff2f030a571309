import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import { mendArticles, mendNeighbours, mendOpeningAdjectives, mendVisitsAsVerbs } from "./mend-fronts.ts";

describe("mend-fronts", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "gives the subject the article that hangs on its verb",
      mendArticles,
      [
        ["as", "IN", 4, "mark"],
        ["the", "DT", 4, "det"],
        ["president", "NN", 4, "nsubj"],
        ["visits", "VBZ", 6, "advcl"],
        ["Peru", "NNP", 4, "obj"],
        ["left", "VBD", 0, "root"],
      ],
      ["the det 3"],
    ],
    [
      "leaves an article of whatever else stands between",
      mendArticles,
      [
        ["the", "DT", 4, "det"],
        ["talks", "NNS", 4, "compound"],
        ["Ann", "NNP", 4, "nsubj"],
        ["visits", "VBZ", 0, "root"],
      ],
      ["the det 4"],
    ],
    [
      "gives an article to the next noun",
      mendArticles,
      [
        ["as", "IN", 4, "mark"],
        ["the", "DT", 4, "det"],
        ["president", "NN", 4, "nsubj"],
        ["visits", "VBZ", 0, "root"],
        ["Lima", "NNP", 4, "obj"],
      ],
      ["the det 3", "president nsubj 4"],
    ],
    [
      "reads 'that' behind a verb of saying as what opens its clause",
      mendArticles,
      [
        ["argue", "VBP", 0, "root"],
        ["that", "IN", 4, "det"],
        ["speeches", "NNS", 4, "nsubj"],
        ["fit", "VBP", 1, "ccomp"],
      ],
      ["that mark 4"],
    ],
    [
      "leaves an article before what is no subject",
      mendArticles,
      [
        ["the", "DT", 3, "det"],
        ["Lima", "NNP", 3, "obl"],
        ["won", "VBD", 0, "root"],
      ],
      ["the det 3"],
    ],
    [
      "leaves the article of a noun that looks like a verb",
      mendArticles,
      [
        ["in", "IN", 4, "case"],
        ["the", "DT", 4, "det"],
        ["Lima", "NNP", 4, "nsubj"],
        ["meets", "VBZ", 5, "obl"],
        ["won", "VBD", 0, "root"],
      ],
      ["the det 4"],
    ],
    [
      "reads 'neighboring' before a land as what that is like",
      mendNeighbours,
      [
        ["offer", "NN", 0, "root"],
        ["from", "IN", 3, "mark"],
        ["neighboring", "VBG", 1, "acl"],
        ["Chad", "NNP", 3, "obj"],
        ["to", "TO", 6, "mark"],
        ["help", "VB", 3, "xcomp"],
      ],
      ["from case 4", "neighboring amod 4", "Chad nmod 1", "help acl 1"],
    ],
    [
      "leaves land that borders on another",
      mendNeighbours,
      [
        ["land", "NN", 0, "root"],
        ["neighboring", "VBG", 1, "acl"],
        ["Chad", "NNP", 2, "obj"],
      ],
      ["neighboring acl 1", "Chad obj 2"],
    ],
    [
      "reads 'visits' behind what opens a clause as its verb",
      mendVisitsAsVerbs,
      [
        ["marched", "VBD", 0, "root"],
        ["as", "IN", 5, "mark"],
        ["the", "DT", 5, "det"],
        ["president", "NN", 5, "compound"],
        ["visits", "NNS", 1, "obj"],
        ["Chad", "NNP", 5, "appos"],
      ],
      ["the det 4", "president nsubj 5", "visits advcl 1", "Chad obj 5"],
    ],
    [
      "leaves visits that no clause tells of",
      mendVisitsAsVerbs,
      [
        ["praised", "VBD", 0, "root"],
        ["the", "DT", 4, "det"],
        ["president", "NN", 4, "compound"],
        ["visits", "NNS", 1, "obj"],
        ["Chad", "NNP", 4, "appos"],
      ],
      ["president compound 4", "visits obj 1"],
    ],
    [
      "gives a first adjective to the subject",
      mendOpeningAdjectives,
      [
        ["Chadian", "JJ", 6, "obl"],
        ["and", "CC", 3, "cc"],
        ["Malian", "JJ", 1, "conj"],
        ["army", "NN", 5, "compound"],
        ["troops", "NNS", 6, "nsubj"],
        ["left", "VBD", 0, "root"],
      ],
      ["Chadian amod 5", "Malian conj 1"],
    ],
    [
      "gives the first word of a title to its second",
      mendOpeningAdjectives,
      [
        ["Attorney", "NNP", 5, "obl"],
        ["General", "NNP", 3, "nmod:desc"],
        ["Ann", "NNP", 5, "nsubj"],
        ["Lee", "NNP", 3, "flat"],
        ["spoke", "VBD", 0, "root"],
      ],
      ["Attorney compound 2"],
    ],
    [
      "leaves a day before a title",
      mendOpeningAdjectives,
      [
        ["Thursday", "NNP", 4, "obl:unmarked"],
        ["President", "NNP", 3, "nmod:desc"],
        ["Lee", "NNP", 4, "nsubj"],
        ["spoke", "VBD", 0, "root"],
      ],
      ["Thursday obl:unmarked 4"],
    ],
    [
      "leaves what a preposition governs",
      mendOpeningAdjectives,
      [
        ["For", "IN", 2, "case"],
        ["Chad", "NNP", 5, "obl"],
        ["President", "NNP", 4, "nmod:desc"],
        ["Lee", "NNP", 5, "nsubj"],
        ["spoke", "VBD", 0, "root"],
      ],
      ["Chad obl 5"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});
