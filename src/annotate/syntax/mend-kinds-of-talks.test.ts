import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import { mendFirstsOfTwo, mendOwnersJoined, mendRepeatedWith } from "./mend-joined-sides.ts";
import { mendChiefExecutives, mendKindsOfTalks, mendPayTalks, mendResume, mendTalksAsVerbs } from "./mend-kinds-of-talks.ts";
import { mendWhenClauses } from "./mend-relatives.ts";

describe("mends of talks, executives and joined sides", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "reads what talks do at the end of their sides",
      mendResume,
      [
        ["Contract", "NN", 2, "nsubj"],
        ["talks", "VBZ", 0, "root"],
        ["between", "IN", 4, "case"],
        ["teachers", "NNS", 2, "obl"],
        ["and", "CC", 8, "cc"],
        ["the", "DT", 8, "det"],
        ["district", "NN", 8, "compound"],
        ["resume", "NN", 4, "conj"],
        ["on", "IN", 10, "case"],
        ["Monday", "NNP", 8, "nmod"],
      ],
      [
        "Contract compound 2",
        "talks nsubj 8",
        "teachers nmod 2",
        "and cc 7",
        "the det 7",
        "district conj 4",
        "resume root 0",
        "Monday obl 8",
      ],
    ],
    [
      "leaves somebody's resume",
      mendResume,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["talks", "VBZ", 0, "root"],
        ["about", "IN", 5, "case"],
        ["her", "PRP$", 5, "nmod:poss"],
        ["resume", "NN", 2, "obl"],
      ],
      ["talks root 0", "resume obl 2"],
    ],
    [
      "takes pay that opens a sentence for what the talks are about",
      mendPayTalks,
      [
        ["Pay", "VB", 0, "root"],
        ["talks", "NNS", 1, "obj"],
        ["between", "IN", 4, "case"],
        ["Halden", "NNP", 2, "nmod"],
        ["and", "CC", 7, "cc"],
        ["unions", "NNS", 7, "nsubj"],
        ["collapsed", "VBD", 1, "conj"],
      ],
      ["Pay compound 2", "talks nsubj 7", "and cc 6", "unions conj 4", "collapsed root 0"],
    ],
    [
      "leaves what somebody is told to pay",
      mendPayTalks,
      [
        ["Pay", "VB", 0, "root"],
        ["talks", "NNS", 1, "obj"],
        ["attention", "NN", 2, "appos"],
      ],
      ["Pay root 0", "talks obj 1"],
    ],
    [
      "takes what opens a sentence before talks for their kind",
      mendTalksAsVerbs,
      [
        ["Coalition", "NN", 2, "nsubj"],
        ["talks", "VBZ", 0, "root"],
        ["between", "IN", 4, "case"],
        ["Halden", "NNP", 2, "obl"],
        ["and", "CC", 7, "cc"],
        ["rebels", "NNS", 7, "nsubj"],
        ["broke", "VBD", 2, "conj"],
        ["down", "RP", 7, "compound:prt"],
      ],
      ["Coalition compound 2", "talks nsubj 7", "Halden nmod 2", "and cc 6", "rebels conj 4", "broke root 0"],
    ],
    [
      "gives talks the side that the next verb was given",
      mendTalksAsVerbs,
      [
        ["Government", "NN", 2, "nsubj"],
        ["talks", "VBZ", 0, "root"],
        ["with", "IN", 5, "mark"],
        ["Halden", "NNP", 5, "nsubj"],
        ["ended", "VBD", 2, "advcl"],
      ],
      ["Government compound 2", "talks nsubj 5", "with case 4", "Halden nmod 2", "ended root 0"],
    ],
    [
      "leaves somebody who talks",
      mendTalksAsVerbs,
      [
        ["Everybody", "NN", 2, "nsubj"],
        ["talks", "VBZ", 0, "root"],
        ["with", "IN", 4, "case"],
        ["Halden", "NNP", 2, "obl"],
        [".", ".", 2, "punct"],
      ],
      ["Everybody nsubj 2", "talks root 0"],
    ],
    [
      "makes a kind of talks the object",
      mendKindsOfTalks,
      [
        ["They", "PRP", 3, "nsubj"],
        ["will", "MD", 3, "aux"],
        ["join", "VB", 0, "root"],
        ["coalition", "NN", 5, "nsubj"],
        ["talks", "VBZ", 3, "xcomp"],
        ["with", "IN", 7, "case"],
        ["Ann", "NNP", 5, "obl"],
      ],
      ["coalition compound 5", "talks obj 3", "Ann nmod 5"],
    ],
    [
      "reads a verb before talks as their kind",
      mendKindsOfTalks,
      [
        ["They", "PRP", 2, "nsubj"],
        ["reopened", "VBD", 0, "root"],
        ["pay", "VB", 2, "xcomp"],
        ["talks", "NNS", 3, "obj"],
        ["Monday", "NNP", 3, "obl"],
      ],
      ["pay compound 4", "talks obj 2", "Monday obl 2"],
    ],
    [
      "finds what the talks did",
      mendTalksAsVerbs,
      [
        ["Coalition", "NN", 2, "nsubj"],
        ["talks", "VBZ", 0, "root"],
        ["with", "IN", 4, "case"],
        ["Ann", "NNP", 2, "obl"],
        ["broke", "VBD", 2, "advcl"],
        ["down", "RP", 5, "advmod"],
      ],
      ["Coalition compound 2", "talks nsubj 5", "Ann nmod 2", "broke root 0"],
    ],
    [
      "makes a chief executive a person",
      mendChiefExecutives,
      [
        ["Its", "PRP$", 2, "nmod:poss"],
        ["chief", "JJ", 3, "amod"],
        ["executive", "JJ", 4, "amod"],
        ["met", "VBD", 0, "root"],
        ["Ann", "NNP", 4, "obj"],
      ],
      ["Its nmod:poss 3", "chief amod 3", "executive nsubj 4"],
    ],
    [
      "gives whose office it is to the office",
      mendOwnersJoined,
      [
        ["Ann", "NNP", 8, "nsubj"],
        ["and", "CC", 3, "cc"],
        ["players", "NNS", 1, "conj"],
        ["'", "POS", 3, "case"],
        ["union", "NN", 6, "compound"],
        ["chief", "NN", 7, "nmod:desc"],
        ["Bob", "NNP", 1, "appos"],
        ["met", "VBD", 0, "root"],
      ],
      ["and cc 7", "players nmod:poss 6", "Bob conj 1"],
    ],
    [
      "joins what stands behind the second with to the first",
      mendRepeatedWith,
      [
        ["talks", "NNS", 0, "root"],
        ["with", "IN", 3, "case"],
        ["Ann", "NNP", 1, "nmod"],
        ["of", "IN", 5, "case"],
        ["Chad", "NNP", 3, "nmod"],
        ["and", "CC", 8, "cc"],
        ["with", "IN", 8, "case"],
        ["Bob", "NNP", 5, "conj"],
      ],
      ["Bob conj 3"],
    ],
    [
      "makes a pronoun and a noun one subject",
      mendFirstsOfTwo,
      [
        ["whom", "WP", 6, "obl"],
        ["she", "PRP", 6, "obl"],
        ["and", "CC", 5, "cc"],
        ["the", "DT", 5, "det"],
        ["mayor", "NN", 6, "nsubj"],
        ["had", "VBD", 0, "root"],
      ],
      ["she nsubj 6", "and cc 5", "mayor conj 2"],
    ],
    [
      "tells when it was done, not which thing it was",
      mendWhenClauses,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["bought", "VBD", 0, "root"],
        ["copies", "NNS", 2, "obj"],
        ["when", "WRB", 6, "advmod"],
        ["they", "PRP", 6, "nsubj"],
        ["met", "VBD", 3, "acl"],
      ],
      ["met advcl 2"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });

  it.each<[string, Mend, readonly Row[]]>([
    [
      "a verb of another kind before talks",
      mendKindsOfTalks,
      [
        ["They", "PRP", 2, "nsubj"],
        ["heard", "VBD", 0, "root"],
        ["Ann", "NNP", 4, "nsubj"],
        ["talks", "VBZ", 2, "ccomp"],
      ],
    ],
    [
      "a chief executive officer",
      mendChiefExecutives,
      [
        ["chief", "JJ", 3, "amod"],
        ["executive", "JJ", 3, "amod"],
        ["officer", "NN", 0, "root"],
      ],
    ],
    [
      "an owner of what is joined",
      mendOwnersJoined,
      [
        ["Ann", "NNP", 6, "nsubj"],
        ["and", "CC", 3, "cc"],
        ["Bob", "NNP", 1, "conj"],
        ["'s", "POS", 3, "case"],
        ["friends", "NNS", 3, "nmod"],
        ["met", "VBD", 0, "root"],
      ],
    ],
    [
      "a time when something was done",
      mendWhenClauses,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["recalled", "VBD", 0, "root"],
        ["times", "NNS", 2, "obj"],
        ["when", "WRB", 6, "advmod"],
        ["they", "PRP", 6, "nsubj"],
        ["met", "VBD", 3, "acl"],
      ],
    ],
  ])("leaves %s alone", (_, mend, rows) => {
    expect(mended(rows, mend)).toEqual(rows.map(([form, , head, relation]) => `${form} ${relation} ${head}`));
  });
});
