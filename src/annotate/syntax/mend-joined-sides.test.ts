import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import { mendDaysBeforeNames, mendDaysOfTables } from "./mend-days.ts";
import { mendChiefsOfStaff, mendFirstsOfTwo, mendLateVerbs } from "./mend-joined-sides.ts";
import { mendRelativeRoots } from "./mend-predicates.ts";
import { mendSubjectsBehindPlaces } from "./mend-subjects.ts";

describe("who did it, behind days, asides and places", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "parts a day from the names behind it",
      mendDaysBeforeNames,
      [
        ["on", "IN", 4, "case"],
        ["Friday", "NNP", 4, "compound"],
        ["President", "NNP", 4, "nmod:desc"],
        ["Ann", "NNP", 7, "obl"],
        ["and", "CC", 6, "cc"],
        ["Bob", "NNP", 7, "nsubj"],
        ["sat", "VBD", 0, "root"],
      ],
      ["on case 2", "Friday obl 7", "Ann nsubj 7", "Bob conj 4"],
    ],
    [
      "joins a name that stands before the joiner without a preposition to the subject",
      mendFirstsOfTwo,
      [
        ["Chad", "NNP", 5, "obl"],
        ["and", "CC", 4, "cc"],
        ["Nigerien", "JJ", 4, "amod"],
        ["envoys", "NNS", 5, "nsubj"],
        ["ended", "VBD", 0, "root"],
      ],
      ["Chad nsubj 5", "envoys conj 1"],
    ],
    [
      "gives a table's day to what is done on it",
      mendDaysOfTables,
      [
        ["They", "PRP", 2, "nsubj"],
        ["return", "VBP", 0, "root"],
        ["to", "IN", 5, "case"],
        ["the", "DT", 5, "det"],
        ["table", "NN", 2, "obl"],
        ["on", "IN", 7, "case"],
        ["Monday", "NNP", 5, "nmod"],
      ],
      ["Monday obl 2"],
    ],
    [
      "finds the verb behind two that last did it",
      mendLateVerbs,
      [
        ["Chad", "NNP", 0, "root"],
        ["and", "CC", 3, "cc"],
        ["Mali", "NNP", 1, "conj"],
        ["last", "JJ", 5, "amod"],
        ["bargained", "VBN", 3, "acl"],
        ["here", "RB", 5, "advmod"],
      ],
      ["Chad nsubj 5", "last advmod 5", "bargained root 0"],
    ],
    [
      "lets the chief of staff do it",
      mendChiefsOfStaff,
      [
        ["chief", "NN", 0, "root"],
        ["of", "IN", 3, "case"],
        ["staff", "NN", 1, "nmod"],
        [",", ",", 6, "punct"],
        ["who", "WP", 6, "nsubj"],
        ["left", "VBD", 3, "acl:relcl"],
      ],
      ["left acl:relcl 1"],
    ],
    [
      "ends a relative clause before an auxiliary behind its comma",
      mendRelativeRoots,
      [
        ["Ann", "NNP", 6, "nsubj:pass"],
        [",", ",", 4, "punct"],
        ["whose", "WP$", 4, "nmod:poss"],
        ["plan", "NN", 6, "nsubj:outer"],
        ["was", "VBD", 6, "aux:pass"],
        ["dropped", "VBN", 0, "root"],
        [",", ",", 9, "punct"],
        ["will", "MD", 9, "aux"],
        ["leave", "VB", 6, "parataxis"],
      ],
      ["Ann nsubj 9", "dropped acl:relcl 1", "leave root 0"],
    ],
    [
      "finds the subject behind a phrase that ends with a place",
      mendSubjectsBehindPlaces,
      [
        ["After", "IN", 2, "case"],
        ["talks", "NNS", 7, "obl"],
        ["in", "IN", 4, "case"],
        ["Lima", "NNP", 2, "nmod"],
        [",", ",", 6, "punct"],
        ["Ann", "NNP", 4, "conj"],
        ["left", "VBD", 0, "root"],
      ],
      ["Ann nsubj 7"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });

  it.each<[string, Mend, readonly Row[]]>([
    [
      "a day with nobody behind it",
      mendDaysBeforeNames,
      [
        ["on", "IN", 2, "case"],
        ["Friday", "NNP", 4, "obl"],
        ["Ann", "NNP", 4, "nsubj"],
        ["sat", "VBD", 0, "root"],
      ],
    ],
    [
      "what describes one only",
      mendLateVerbs,
      [
        ["Prices", "NNS", 0, "root"],
        ["last", "JJ", 3, "amod"],
        ["agreed", "VBN", 1, "acl"],
        ["in", "IN", 5, "case"],
        ["May", "NNP", 3, "obl"],
      ],
    ],
    [
      "other staff",
      mendChiefsOfStaff,
      [
        ["members", "NNS", 0, "root"],
        ["of", "IN", 3, "case"],
        ["staff", "NN", 1, "nmod"],
        ["who", "WP", 5, "nsubj"],
        ["left", "VBD", 3, "acl:relcl"],
      ],
    ],
  ])("leaves %s alone", (_, mend, rows) => {
    expect(mended(rows, mend)).toEqual(rows.map(([form, , head, relation]) => `${form} ${relation} ${head}`));
  });
});
