import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import {
  mendAsWellAs,
  mendCrossings,
  mendForTo,
  mendIndirectObjects,
  mendJoinedRoots,
  mendNominalRoots,
  mendObjects,
  mendObjectsOfParticiples,
  mendPurposes,
  mendSubjectsBesideDays,
  mendTitleMarks,
  mendVerbless,
  mendVisiting,
  mendVisitingSubjects,
  mendVocatives,
} from "./mend-attachments.ts";

describe("mend-attachments", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "takes who stands between 'for' and an infinitive for its subject",
      mendForTo,
      [
        ["cancel", "VB", 0, "root"],
        ["plans", "NNS", 1, "obj"],
        ["for", "IN", 5, "case"],
        ["the", "DT", 5, "det"],
        ["king", "NN", 1, "obl"],
        ["to", "TO", 7, "mark"],
        ["talk", "VB", 1, "advcl"],
      ],
      ["for mark 7", "king nsubj 7", "talk acl 2"],
    ],
    [
      "leaves a purpose behind another preposition",
      mendForTo,
      [
        ["flew", "VBD", 0, "root"],
        ["with", "IN", 3, "case"],
        ["Ann", "NNP", 1, "obl"],
        ["to", "TO", 5, "mark"],
        ["talk", "VB", 1, "advcl"],
      ],
      ["Ann obl 1", "talk advcl 1"],
    ],
    [
      "gives the body before a title to the title",
      mendIndirectObjects,
      [
        ["Day", "NNP", 2, "nsubj"],
        ["met", "VBD", 0, "root"],
        ["Acme", "NNP", 2, "iobj"],
        ["director", "NN", 5, "nmod:desc"],
        ["Ann", "NNP", 2, "obj"],
        ["Lee", "NNP", 5, "flat"],
      ],
      ["Acme compound 4", "Ann obj 2"],
    ],
    [
      "sets a visiting counterpart beside the word",
      mendVisiting,
      [
        ["met", "VBD", 0, "root"],
        ["his", "PRP$", 3, "nmod:poss"],
        ["counterpart", "NN", 1, "obj"],
        [",", ",", 5, "punct"],
        ["visiting", "VBG", 1, "advcl"],
        ["Minister", "NNP", 7, "nmod:desc"],
        ["Ann", "NNP", 5, "iobj"],
      ],
      ["visiting amod 7", "Ann appos 3"],
    ],
    [
      "gives a body to the calling whose name stands beside it",
      mendIndirectObjects,
      [
        ["met", "VBD", 0, "root"],
        ["Acme", "NNP", 1, "iobj"],
        ["trade", "NN", 4, "compound"],
        ["chief", "NN", 1, "obj"],
        ["Ann", "NNP", 4, "appos"],
      ],
      ["Acme compound 4", "chief obj 1"],
    ],
    [
      "leaves to whom something is given",
      mendIndirectObjects,
      [
        ["Day", "NNP", 2, "nsubj"],
        ["gave", "VBD", 0, "root"],
        ["Acme", "NNP", 2, "iobj"],
        ["director", "NN", 5, "nmod:desc"],
        ["Ann", "NNP", 2, "obj"],
      ],
      ["Acme iobj 2", "Ann obj 2"],
    ],
    [
      "hangs the preposition before a title on the name",
      (_, tree) => mendTitleMarks(tree),
      [
        ["met", "VBD", 0, "root"],
        ["with", "IN", 3, "case"],
        ["Premier", "NNP", 4, "nmod:desc"],
        ["Lee", "NNP", 1, "obl"],
      ],
      ["with case 4"],
    ],
    [
      "hangs the purpose of a journey on the verb",
      mendPurposes,
      [
        ["She", "PRP", 2, "nsubj"],
        ["flew", "VBD", 0, "root"],
        ["to", "TO", 4, "case"],
        ["provinces", "NNS", 2, "obl"],
        ["to", "TO", 6, "mark"],
        ["meet", "VB", 4, "acl"],
        ["rebels", "NNS", 6, "obj"],
      ],
      ["meet advcl 2"],
    ],
    [
      "joins a name taken for a vocative to the subject before it",
      mendVocatives,
      [
        ["Lee", "NNP", 4, "nsubj"],
        ["and", "CC", 3, "cc"],
        ["Ray", "NNP", 4, "vocative"],
        ["met", "VBD", 0, "root"],
      ],
      ["Ray conj 1"],
    ],
    [
      "sets a name between commas beside the subject",
      mendVocatives,
      [
        ["envoy", "NN", 5, "nsubj"],
        [",", ",", 3, "punct"],
        ["Ray", "NNP", 5, "vocative"],
        [",", ",", 3, "punct"],
        ["met", "VBD", 0, "root"],
      ],
      ["Ray appos 1"],
    ],
    [
      "makes a name that hangs on the object across the verb its subject",
      (_, tree) => mendCrossings(tree),
      [
        ["Lee", "NNP", 3, "compound"],
        ["held", "VBD", 0, "root"],
        ["talks", "NNS", 2, "obj"],
      ],
      ["Lee nsubj 2"],
    ],
    [
      "finds the verb of a clause whose names became its root",
      (_, tree) => mendJoinedRoots(tree),
      [
        ["Lee", "NNP", 0, "root"],
        ["and", "CC", 3, "cc"],
        ["Ray", "NNP", 1, "conj"],
        ["held", "VBD", 1, "conj"],
        ["talks", "NNS", 4, "obj"],
      ],
      ["Lee nsubj 4", "held root 0", "Ray conj 1"],
    ],
    [
      "leaves a noun joined to a clause by a conjunction alone",
      (_, tree) => mendJoinedRoots(tree),
      [
        ["Rain", "NN", 0, "root"],
        ["and", "CC", 3, "cc"],
        ["stayed", "VBD", 1, "conj"],
      ],
      ["Rain root 0", "stayed conj 1"],
    ],
    [
      "takes the past form between subject and noun for the verb",
      (_, tree) => mendVerbless(tree),
      [
        ["Chad", "NNP", 3, "nsubj"],
        ["renewed", "VBD", 3, "amod"],
        ["talks", "NNS", 0, "root"],
      ],
      ["Chad nsubj 2", "renewed root 0", "talks obj 2"],
    ],
    [
      "takes a participle behind an auxiliary for the verb",
      (_, tree) => mendVerbless(tree),
      [
        ["Envoys", "NNS", 4, "nsubj"],
        ["are", "VBP", 4, "aux"],
        ["mediating", "VBG", 4, "amod"],
        ["talks", "NNS", 0, "root"],
      ],
      ["Envoys nsubj 3", "are aux 3", "mediating root 0", "talks obj 3"],
    ],
    [
      "leaves a participle behind a copula",
      (_, tree) => mendVerbless(tree),
      [
        ["Lee", "NNP", 4, "nsubj"],
        ["is", "VBZ", 4, "cop"],
        ["acting", "VBG", 4, "amod"],
        ["head", "NN", 0, "root"],
      ],
      ["acting amod 4", "head root 0"],
    ],
    [
      "reads visiting before a guest as a modifier",
      mendVisiting,
      [
        ["met", "VBD", 0, "root"],
        ["Chad", "NNP", 4, "nmod:poss"],
        ["'s", "POS", 2, "case"],
        ["visiting", "VBG", 1, "xcomp"],
        ["king", "NN", 4, "obj"],
      ],
      ["Chad nmod:poss 5", "visiting amod 5", "king obj 1"],
    ],
    [
      "joins what as well as joins",
      mendAsWellAs,
      [
        ["visit", "VB", 0, "root"],
        ["Chad", "NNP", 1, "obj"],
        ["as", "RB", 6, "cc"],
        ["well", "RB", 3, "fixed"],
        ["as", "IN", 3, "fixed"],
        ["Kenya", "NNP", 1, "obl"],
      ],
      ["Kenya conj 2"],
    ],
    [
      "adds what plus adds to the number before it",
      mendAsWellAs,
      [
        ["Envoys", "NNS", 8, "obj"],
        ["from", "IN", 4, "case"],
        ["six", "CD", 4, "nummod"],
        ["members", "NNS", 1, "nmod"],
        ["of Opec", "NNP", 4, "nmod"],
        ["plus", "CC", 8, "cc"],
        ["Chad", "NNP", 8, "nsubj"],
        ["met", "VBD", 0, "root"],
      ],
      ["Envoys nsubj 8", "plus cc 7", "Chad conj 4"],
    ],
    [
      "makes what as well as joins before a verb one subject",
      mendAsWellAs,
      [
        ["kings", "NNS", 6, "nsubj:outer"],
        ["as", "RB", 6, "cc"],
        ["well", "RB", 2, "fixed"],
        ["as", "IN", 2, "fixed"],
        ["queens", "NNS", 6, "nsubj"],
        ["met", "VBD", 0, "root"],
      ],
      ["kings nsubj 6", "as cc 5", "queens conj 1"],
    ],
    [
      "makes what was set beside a day the subject",
      mendSubjectsBesideDays,
      [
        ["Saturday", "NNP", 5, "obl:unmarked"],
        [",", ",", 4, "punct"],
        ["an", "DT", 4, "det"],
        ["envoy", "NN", 1, "appos"],
        ["met", "VBD", 0, "root"],
      ],
      ["envoy nsubj 5"],
    ],
    [
      "takes a guest in front of the verb for no clause",
      mendVisitingSubjects,
      [
        ["Speaking", "VBG", 7, "advcl"],
        ["here", "RB", 1, "advmod"],
        [",", ",", 1, "punct"],
        ["visiting", "VBG", 1, "advcl"],
        ["Minister", "NN", 6, "nmod:desc"],
        ["Ann", "NNP", 7, "nsubj"],
        ["spoke", "VBD", 0, "root"],
      ],
      ["visiting amod 6"],
    ],
    [
      "leaves whom somebody visits",
      mendVisitingSubjects,
      [
        ["Visiting", "VBG", 5, "advcl"],
        ["Lima", "NNP", 1, "obj"],
        [",", ",", 1, "punct"],
        ["Ann", "NNP", 5, "nsubj"],
        ["spoke", "VBD", 0, "root"],
      ],
      ["Visiting advcl 5"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("mendObjectsOfParticiples", () => {
  const mend: Mend = (_, tree) => mendObjectsOfParticiples(tree);

  it("takes the noun behind a participle for its object", () => {
    const rows: readonly Row[] = [
      ["envoys", "NNS", 5, "nsubj"],
      ["visiting", "VBG", 1, "acl"],
      ["mainland", "JJ", 4, "amod"],
      ["Chad", "NNP", 2, "nsubj"],
      ["left", "VBD", 0, "root"],
    ];
    expect(mended(rows, mend)[3]).toBe("Chad obj 2");
  });
});

describe("mendObjects", () => {
  const mend: Mend = (forms, tree) => mendObjects(forms, tree);

  it("takes a bare noun behind a verb for its object", () => {
    const rows: readonly Row[] = [
      ["Lee", "NNP", 2, "nsubj"],
      ["held", "VBD", 0, "root"],
      ["talks", "NNS", 2, "obl"],
    ];
    expect(mended(rows, mend)[2]).toBe("talks obj 2");
  });

  it.each<[string, readonly Row[]]>([
    ["a preposition", [...held("spoke"), ["at", "IN", 4, "case"], ["talks", "NNS", 2, "obl"]]],
    ["an object already", [...held("held"), ["talks", "NNS", 2, "obj"], ["hours", "NNS", 2, "obl"]]],
    [
      "a passive",
      [
        ["Lee", "NNP", 3, "nsubj"],
        ["was", "VBD", 3, "aux:pass"],
        ["seen", "VBN", 0, "root"],
        ["hours", "NNS", 3, "obl"],
      ],
    ],
  ])("leaves it where there is %s", (_, rows) => {
    expect(mended(rows, mend)).toEqual(mended(rows, () => undefined));
  });
});

describe("mendNominalRoots", () => {
  const who: readonly Row[] = [
    ["Lee", "NNP", 0, "root"],
    ["held", "VBD", 1, "acl"],
  ];

  it("makes the past form the verb of the sentence", () => {
    expect(mended([...who, ["talks", "NNS", 2, "obj"], [".", ".", 1, "punct"]], mendNominalRoots)).toEqual([
      "Lee nsubj 2",
      "held root 0",
      "talks obj 2",
      ". punct 2",
    ]);
  });

  it("leaves a participle without an object", () => {
    const rows: readonly Row[] = [...who, ["in", "IN", 4, "case"], ["custody", "NN", 2, "obl"]];
    expect(mended(rows, mendNominalRoots)).toEqual(mended(rows, () => undefined));
  });
});

function held(verb: string): readonly Row[] {
  return [
    ["Lee", "NNP", 2, "nsubj"],
    [verb, "VBD", 0, "root"],
  ];
}
