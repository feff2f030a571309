import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import {
  mendAsidePassives,
  mendBeforeThat,
  mendBehindAsides,
  mendEvents,
  mendOpenedClauses,
  mendOpenedPredicates,
  mendReducedRelatives,
  mendSubjectsOfObjects,
  mendToldSubjects,
  mendWithGerunds,
} from "./mend-clauses.ts";

const mendBoth: Mend = (forms, tree) => {
  mendOpenedClauses(forms, tree);
  mendBeforeThat(forms, tree);
};

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
    expect(mended(rows, mendBoth)).toEqual(expect.arrayContaining([...expected]));
  });

  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "goes on with what they did behind who says so",
      mendBehindAsides,
      [
        ["They", "PRP", 2, "nsubj"],
        ["dined", "VBD", 0, "root"],
        [",", ",", 5, "punct"],
        ["officials", "NNS", 5, "nsubj"],
        ["said", "VBD", 2, "parataxis"],
        [",", ",", 8, "punct"],
        ["and", "CC", 8, "cc"],
        ["talked", "VBD", 5, "conj"],
      ],
      ["said parataxis 2", "talked conj 2"],
    ],
    [
      "leaves what who says so said besides",
      mendBehindAsides,
      [
        ["They", "PRP", 2, "nsubj"],
        ["dined", "VBD", 0, "root"],
        [",", ",", 5, "punct"],
        ["officials", "NNS", 5, "nsubj"],
        ["said", "VBD", 2, "parataxis"],
        [",", ",", 8, "punct"],
        ["and", "CC", 8, "cc"],
        ["added", "VBD", 5, "conj"],
      ],
      ["added conj 5"],
    ],
    [
      "gives a clause that is told of behind it the subject in front of its auxiliary",
      mendToldSubjects,
      [
        ["Ann", "NNP", 8, "compound"],
        ["and", "CC", 3, "cc"],
        ["Bob", "NNP", 1, "conj"],
        ["will", "MD", 5, "aux"],
        ["meet", "VB", 9, "ccomp"],
        [",", ",", 9, "punct"],
        ["a", "DT", 8, "det"],
        ["paper", "NN", 9, "nsubj"],
        ["said", "VBD", 0, "root"],
      ],
      ["Ann nsubj 5", "paper nsubj 9", "meet ccomp 9"],
    ],
    [
      "finds the teller whom the parser set beside that subject",
      mendToldSubjects,
      [
        ["Ann", "NNP", 7, "nsubj"],
        ["was", "VBD", 4, "aux"],
        ["not", "RB", 4, "advmod"],
        ["invited", "VBN", 7, "ccomp"],
        [",", ",", 1, "punct"],
        ["officials", "NNS", 1, "appos"],
        ["said", "VBD", 0, "root"],
      ],
      ["Ann nsubj 4", ", punct 7", "officials nsubj 7"],
    ],
    [
      "gives a predicate behind 'as' its subject",
      mendOpenedPredicates,
      [
        ["It", "PRP", 2, "nsubj"],
        ["comes", "VBZ", 0, "root"],
        ["as", "IN", 4, "case"],
        ["Ann", "NNP", 2, "obl"],
        ["is", "VBZ", 7, "cop"],
        ["in", "IN", 7, "case"],
        ["Oslo", "NNP", 2, "advcl"],
      ],
      ["as mark 7", "Ann nsubj 7", "Oslo advcl 2"],
    ],
    [
      "leaves a clause that has a subject",
      mendOpenedPredicates,
      [
        ["left", "VBD", 0, "root"],
        ["after", "IN", 3, "case"],
        ["lunch", "NN", 1, "obl"],
        ["while", "IN", 7, "mark"],
        ["Ann", "NNP", 7, "nsubj"],
        ["was", "VBD", 7, "cop"],
        ["ill", "JJ", 1, "advcl"],
      ],
      ["after case 3", "lunch obl 1"],
    ],
    [
      "hangs what came before on the verb",
      mendEvents,
      [
        ["issued", "VBD", 0, "root"],
        ["texts", "NNS", 1, "obj"],
        ["following", "VBG", 4, "case"],
        ["talks", "NNS", 2, "nmod"],
      ],
      ["talks obl 1"],
    ],
    [
      "makes a clause of who brokers talks behind 'with'",
      mendWithGerunds,
      [
        ["signed", "VBD", 0, "root"],
        ["with", "IN", 6, "case"],
        ["Oman", "NNP", 4, "compound"],
        ["brokering", "NN", 6, "compound"],
        ["peace", "NN", 6, "compound"],
        ["talks", "NNS", 1, "obl"],
      ],
      ["with mark 4", "Oman nsubj 4", "brokering advcl 1", "peace compound 6", "talks obj 4"],
    ],
    [
      "leaves those who broker with somebody",
      mendWithGerunds,
      [
        ["met", "VBD", 0, "root"],
        ["with", "IN", 3, "case"],
        ["envoys", "NNS", 1, "obl"],
        ["mediating", "VBG", 3, "acl"],
      ],
      ["with case 3", "envoys obl 1", "mediating acl 3"],
    ],
    [
      "hangs the subject of an object on its verb",
      (_forms, tree) => mendSubjectsOfObjects(tree),
      [
        ["Peru", "NNP", 3, "nsubj"],
        ["held", "VBD", 0, "root"],
        ["talks", "NNS", 2, "obj"],
      ],
      ["Peru nsubj 2", "talks obj 2"],
    ],
    [
      "leaves the subject of a predicate with a copula",
      (_forms, tree) => mendSubjectsOfObjects(tree),
      [
        ["Lee", "NNP", 4, "nsubj"],
        ["is", "VBZ", 4, "cop"],
        ["holding", "VBG", 0, "root"],
        ["talks", "NNS", 3, "obj"],
      ],
      ["Lee nsubj 4"],
    ],
    [
      "sets what was done to somebody between commas aside",
      mendAsidePassives,
      [
        ["Ann", "NNP", 3, "nsubj"],
        [",", ",", 3, "punct"],
        ["received", "VBN", 0, "root"],
        ["by", "IN", 5, "case"],
        ["Bob", "NNP", 3, "obl:agent"],
        [",", ",", 7, "punct"],
        ["praised", "VBD", 3, "conj"],
        ["it", "PRP", 7, "obj"],
      ],
      ["Ann nsubj 7", "received acl 1", "praised root 0"],
    ],
    [
      "lets a clause without 'whom' tell who is meant",
      mendReducedRelatives,
      [
        ["spoke", "VBD", 0, "root"],
        ["with", "IN", 3, "case"],
        ["envoys", "NNS", 1, "obl"],
        ["she", "PRP", 5, "nsubj"],
        ["met", "VBD", 1, "ccomp"],
      ],
      ["she nsubj 5", "met acl:relcl 3"],
    ],
    [
      "leaves what somebody told others",
      mendReducedRelatives,
      [
        ["told", "VBD", 0, "root"],
        ["some", "DT", 3, "det"],
        ["envoys", "NNS", 1, "obj"],
        ["she", "PRP", 5, "nsubj"],
        ["met", "VBD", 1, "ccomp"],
      ],
      ["envoys obj 1", "met ccomp 1"],
    ],
    [
      "leaves two things that were done",
      mendAsidePassives,
      [
        ["Ann", "NNP", 4, "nsubj:pass"],
        [",", ",", 4, "punct"],
        ["was", "VBD", 4, "aux:pass"],
        ["received", "VBN", 0, "root"],
        ["by", "IN", 6, "case"],
        ["Bob", "NNP", 4, "obl:agent"],
        [",", ",", 8, "punct"],
        ["praised", "VBD", 4, "conj"],
      ],
      ["received root 0", "praised conj 4"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});
