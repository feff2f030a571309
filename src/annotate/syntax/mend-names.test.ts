import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import {
  mendFarPrepositions,
  mendJoinedCompounds,
  mendJoinedNames,
  mendJoinedObjects,
  mendJoinedRoles,
  mendJoinedTitles,
  mendMeals,
  mendRunOnNames,
} from "./mend-names.ts";

describe("mend-names", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "gives the field before a title in a list to the title",
      (_, tree) => mendJoinedTitles(tree),
      [
        ["Ann", "NNP", 6, "nsubj"],
        ["and", "CC", 3, "cc"],
        ["Trade", "NNP", 1, "conj"],
        ["Secretary", "NNP", 5, "nmod:desc"],
        ["Bob", "NNP", 1, "conj"],
        ["met", "VBD", 0, "root"],
      ],
      ["and cc 5", "Trade compound 4", "Bob conj 1"],
    ],
    [
      "leaves somebody joined before a title of another",
      (_, tree) => mendJoinedTitles(tree),
      [
        ["Ann", "NNP", 7, "nsubj"],
        [",", ",", 3, "punct"],
        ["Cho", "NNP", 1, "conj"],
        ["and", "CC", 6, "cc"],
        ["Secretary", "NNP", 6, "nmod:desc"],
        ["Bob", "NNP", 1, "conj"],
        ["met", "VBD", 0, "root"],
      ],
      ["Cho conj 1", "and cc 6"],
    ],
    [
      "takes an office joined to a party's leader for a title of hers",
      mendJoinedRoles,
      [
        ["Premier", "NNP", 7, "nsubj"],
        ["and", "CC", 4, "cc"],
        ["Labour", "NNP", 1, "conj"],
        ["leader", "NN", 5, "nmod:desc"],
        ["Ann", "NNP", 1, "conj"],
        ["Lee", "NNP", 5, "flat"],
        ["left", "VBD", 0, "root"],
      ],
      ["Premier nmod:desc 5", "Labour compound 4", "leader nmod:desc 5", "Ann nsubj 7", "Lee flat 5"],
    ],
    [
      "leaves an office with an article to somebody else",
      mendJoinedRoles,
      [
        ["the", "DT", 2, "det"],
        ["president", "NN", 8, "nsubj"],
        ["and", "CC", 6, "cc"],
        ["Labour", "NNP", 5, "compound"],
        ["leader", "NN", 6, "nmod:desc"],
        ["Ann", "NNP", 2, "conj"],
        ["Lee", "NNP", 6, "flat"],
        ["left", "VBD", 0, "root"],
      ],
      ["president nsubj 8", "Ann conj 2"],
    ],
    [
      "gives a noun that was joined by itself to the one behind it",
      (_, tree) => mendJoinedCompounds(tree),
      [
        ["met", "VBD", 0, "root"],
        ["Ann", "NNP", 1, "obj"],
        ["and", "CC", 4, "cc"],
        ["union", "NN", 2, "conj"],
        ["leaders", "NNS", 2, "conj"],
      ],
      ["and cc 5", "union compound 5", "leaders conj 2"],
    ],
    [
      "joins a noun to the object rather than to the verb",
      (_, tree) => mendJoinedObjects(tree),
      [
        ["host", "VB", 0, "root"],
        ["Ann", "NNP", 1, "obj"],
        ["and", "CC", 5, "cc"],
        ["other", "JJ", 5, "amod"],
        ["leaders", "NNS", 1, "conj"],
      ],
      ["leaders conj 2"],
    ],
    [
      "leaves a joined clause whose predicate is a noun",
      (_, tree) => mendJoinedObjects(tree),
      [
        ["met", "VBD", 0, "root"],
        ["Ann", "NNP", 1, "obj"],
        ["and", "CC", 7, "cc"],
        ["it", "PRP", 7, "nsubj"],
        ["was", "VBD", 7, "cop"],
        ["a", "DT", 7, "det"],
        ["success", "NN", 1, "conj"],
      ],
      ["success conj 1"],
    ],
    [
      "parts two people that a conjunction joins",
      (_, tree) => mendJoinedNames(tree),
      [
        ["Ann", "NNP", 6, "nsubj"],
        ["Lee", "NNP", 1, "flat"],
        ["and", "CC", 5, "cc"],
        ["Premier", "NNP", 5, "nmod:desc"],
        ["Bob", "NNP", 1, "flat"],
        ["met", "VBD", 0, "root"],
      ],
      ["Lee flat 1", "Bob conj 1", "and cc 5"],
    ],
    [
      "leaves a body whose name has a conjunction",
      (_, tree) => mendJoinedNames(tree),
      [
        ["Day", "NNP", 4, "nsubj"],
        ["and", "CC", 3, "cc"],
        ["Lee", "NNP", 1, "flat"],
        ["sold", "VBD", 0, "root"],
      ],
      ["Lee flat 1"],
    ],
    [
      "parts a person with a title from the next one's name",
      (_, tree) => mendRunOnNames(tree),
      [
        ["Minister", "NN", 2, "nmod:desc"],
        ["Ann", "NNP", 5, "compound"],
        ["and", "CC", 4, "cc"],
        ["Secretary", "NN", 5, "nmod:desc"],
        ["Bob", "NNP", 6, "nsubj"],
        ["met", "VBD", 0, "root"],
      ],
      ["Ann nsubj 6", "and cc 5", "Secretary nmod:desc 5", "Bob conj 2"],
    ],
    [
      "leaves two fields of one title",
      (_, tree) => mendRunOnNames(tree),
      [
        ["Trade", "NNP", 4, "compound"],
        ["and", "CC", 3, "cc"],
        ["Commerce", "NNP", 1, "conj"],
        ["Secretary", "NNP", 5, "nmod:desc"],
        ["Bob", "NNP", 0, "root"],
      ],
      ["Trade compound 4", "and cc 3", "Commerce conj 1"],
    ],
    [
      "hangs the first of two prepositions on the nearer noun",
      (_, tree) => mendFarPrepositions(tree),
      [
        ["spoke", "VBD", 0, "root"],
        ["with", "IN", 6, "case"],
        ["Ann", "NNP", 6, "compound"],
        ["Lee", "NNP", 3, "flat"],
        ["over", "IN", 6, "case"],
        ["dinner", "NN", 1, "obl"],
      ],
      ["with case 3", "Ann obl 1", "over case 6", "dinner obl 1"],
    ],
    [
      "leaves two prepositions side by side",
      (_, tree) => mendFarPrepositions(tree),
      [
        ["came", "VBD", 0, "root"],
        ["from", "IN", 5, "case"],
        ["behind", "IN", 5, "case"],
        ["the", "DT", 5, "det"],
        ["house", "NN", 1, "obl"],
      ],
      ["from case 5", "behind case 5"],
    ],
    [
      "hangs a meal on the verb",
      mendMeals,
      [
        ["spoke", "VBD", 0, "root"],
        ["to", "IN", 3, "case"],
        ["Lee", "NNP", 1, "obl"],
        ["over", "IN", 5, "case"],
        ["lunch", "NN", 3, "nmod"],
      ],
      ["lunch obl 1"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});
