import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import {
  mendGerundPartners,
  mendJointOpened,
  mendNamesBehindPlurals,
  mendPronounSubjects,
  mendSubjectsBehindPlaces,
} from "./mend-subjects.ts";

describe("mend-subjects", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    [
      "makes a pronoun and who is joined to it the subject",
      mendPronounSubjects,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["says", "VBZ", 0, "root"],
        ["he", "PRP", 2, "iobj"],
        ["and", "CC", 5, "cc"],
        ["Bob", "NNP", 6, "nsubj"],
        ["spoke", "VBD", 2, "ccomp"],
      ],
      ["he nsubj 6", "and cc 5", "Bob conj 3"],
    ],
    [
      "leaves whom somebody told",
      mendPronounSubjects,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["told", "VBD", 0, "root"],
        ["her", "PRP", 2, "iobj"],
        ["and", "CC", 5, "cc"],
        ["Bob", "NNP", 3, "conj"],
        ["off", "RP", 2, "compound"],
      ],
      ["her iobj 2", "Bob conj 3"],
    ],
    [
      "makes what stands behind a place and its comma the subject",
      mendSubjectsBehindPlaces,
      [
        ["In", "IN", 2, "case"],
        ["Lima", "NNP", 8, "obl"],
        [",", ",", 2, "punct"],
        ["officials", "NNS", 2, "conj"],
        ["and", "CC", 6, "cc"],
        ["rebels", "NNS", 4, "conj"],
        ["are", "VBP", 8, "aux"],
        ["discussing", "VBG", 0, "root"],
        ["peace", "NN", 8, "obj"],
      ],
      ["Lima obl 8", "officials nsubj 8", "rebels conj 4"],
    ],
    [
      "leaves a list of places",
      mendSubjectsBehindPlaces,
      [
        ["In", "IN", 2, "case"],
        ["Lima", "NNP", 9, "obl"],
        [",", ",", 4, "punct"],
        ["Quito", "NNP", 2, "conj"],
        ["and", "CC", 6, "cc"],
        ["Cusco", "NNP", 2, "conj"],
        [",", ",", 9, "punct"],
        ["rebels", "NNS", 9, "nsubj"],
        ["met", "VBD", 0, "root"],
      ],
      ["Quito conj 2", "Cusco conj 2"],
    ],
    [
      "gives whom somebody met to the meeting",
      mendGerundPartners,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["spoke", "VBD", 0, "root"],
        ["after", "IN", 4, "mark"],
        ["meeting", "VBG", 2, "advcl"],
        ["in", "IN", 6, "case"],
        ["Lima", "NNP", 4, "obl"],
        ["with", "IN", 8, "case"],
        ["Bob", "NNP", 2, "obl"],
      ],
      ["Bob obl 4"],
    ],
    [
      "leaves with whom she spoke after meeting somebody else",
      mendGerundPartners,
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["spoke", "VBD", 0, "root"],
        ["after", "IN", 4, "mark"],
        ["meeting", "VBG", 2, "advcl"],
        ["Cem", "NNP", 4, "obj"],
        ["with", "IN", 7, "case"],
        ["Bob", "NNP", 2, "obl"],
      ],
      ["Bob obl 2"],
    ],
    [
      "joins both subjects of what 'after' opens",
      mendJointOpened,
      [
        ["came", "VBD", 0, "root"],
        ["after", "IN", 4, "case"],
        ["the", "DT", 4, "det"],
        ["government", "NN", 1, "obl"],
        ["and", "CC", 7, "cc"],
        ["rebels", "NNS", 7, "nsubj"],
        ["agreed", "VBD", 1, "conj"],
      ],
      ["after mark 7", "government nsubj 7", "rebels conj 4", "and cc 6", "agreed advcl 1"],
    ],
    [
      "leaves a clause joined to one that follows an event",
      mendJointOpened,
      [
        ["came", "VBD", 0, "root"],
        ["after", "IN", 4, "case"],
        ["the", "DT", 4, "det"],
        ["raid", "NN", 1, "obl"],
        ["and", "CC", 7, "cc"],
        ["rebels", "NNS", 7, "nsubj"],
        ["fled", "VBD", 1, "conj"],
      ],
      ["after case 4", "raid obl 1", "rebels nsubj 7", "fled conj 1"],
    ],
    [
      "sets names beside the plural that announces them",
      (_forms, tree) => mendNamesBehindPlurals(tree),
      [
        ["factions", "NNS", 0, "root"],
        ["Fatah", "NNP", 1, "amod"],
        ["and", "CC", 4, "cc"],
        ["Hamas", "NNP", 2, "conj"],
      ],
      ["Fatah appos 1"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});
