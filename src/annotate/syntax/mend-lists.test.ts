import { describe, expect, it } from "vitest";
import { type Mend, mended, type Row } from "./drafts.fixture.ts";
import { mendClosedLists, mendJoinedFields, mendListedSides, mendPossessives } from "./mend-lists.ts";

const metTwo: readonly Row[] = [
  ["met", "VBD", 0, "root"],
  ["Ann", "NNP", 1, "obj"],
  ["and", "CC", 4, "cc"],
  ["Bob", "NNP", 2, "conj"],
  [",", ",", 7, "punct"],
  ["the", "DT", 7, "det"],
  ["head", "NN", 2, "conj"],
];

describe("mend-lists", () => {
  it.each<[string, Mend, readonly Row[], readonly string[]]>([
    ["gives what stands behind the last of a list to that one", mendClosedLists, metTwo, ["Bob conj 2", "head appos 4"]],
    [
      "makes two fields of office one phrase with those who hold it",
      mendJoinedFields,
      [
        ["Peruvian", "JJ", 2, "amod"],
        ["defense", "NN", 6, "nsubj"],
        ["and", "CC", 5, "cc"],
        ["foreign", "JJ", 5, "amod"],
        ["ministers", "NNS", 2, "conj"],
        ["met", "VBD", 0, "root"],
      ],
      ["Peruvian amod 5", "defense compound 5", "and cc 4", "foreign conj 2", "ministers nsubj 6"],
    ],
    [
      "leaves a body with an article of its own beside the ministers",
      mendJoinedFields,
      [
        ["the", "DT", 2, "det"],
        ["opposition", "NN", 6, "nsubj"],
        ["and", "CC", 5, "cc"],
        ["foreign", "JJ", 5, "amod"],
        ["ministers", "NNS", 2, "conj"],
        ["met", "VBD", 0, "root"],
      ],
      ["opposition nsubj 6", "ministers conj 2"],
    ],
    [
      "leaves a list that goes on",
      mendClosedLists,
      [...metTwo.slice(0, 5), ["and", "CC", 8, "cc"], ["the", "DT", 8, "det"], ["head", "NN", 2, "conj"]],
      ["head conj 2"],
    ],
    [
      "joins many to the one before them",
      mendListedSides,
      [
        ["Ann", "NNP", 7, "nsubj"],
        [",", ",", 3, "punct"],
        ["aldermen", "NNS", 1, "appos"],
        ["and", "CC", 5, "cc"],
        ["envoys", "NNS", 3, "conj"],
        ["will", "MD", 7, "aux"],
        ["meet", "VB", 0, "root"],
      ],
      ["aldermen conj 1", "envoys conj 3"],
    ],
    [
      "leaves an aside that a comma ends",
      mendListedSides,
      [
        ["Acme", "NNP", 8, "nsubj"],
        [",", ",", 3, "punct"],
        ["owners", "NNS", 1, "appos"],
        ["and", "CC", 5, "cc"],
        ["builders", "NNS", 3, "conj"],
        [",", ",", 3, "punct"],
        ["will", "MD", 8, "aux"],
        ["meet", "VB", 0, "root"],
      ],
      ["owners appos 1"],
    ],
    [
      "makes the owner of what stands before the mark",
      mendPossessives,
      [
        ["spurned", "VBD", 0, "root"],
        ["Ann", "NNP", 1, "iobj"],
        ["Lee", "NNP", 2, "flat"],
        ["'s", "POS", 3, "case"],
        ["offer", "NN", 1, "obj"],
      ],
      ["Ann nmod:poss 5", "Lee flat 2", "offer obj 1"],
    ],
    [
      "leaves a name that ends with the mark",
      mendPossessives,
      [
        ["went", "VBD", 0, "root"],
        ["to", "IN", 3, "case"],
        ["Frisco", "NNP", 1, "obl"],
        ["'s", "POS", 3, "case"],
        ["for", "IN", 6, "case"],
        ["dinner", "NN", 1, "obl"],
      ],
      ["Frisco obl 1"],
    ],
    [
      "makes a title of the noun before the owner",
      mendPossessives,
      [
        ["President", "NNP", 4, "nmod:poss"],
        ["Ann", "NNP", 4, "nmod:poss"],
        ["'s", "POS", 2, "case"],
        ["offer", "NN", 0, "root"],
      ],
      ["President nmod:desc 2", "Ann nmod:poss 4"],
    ],
    [
      "leaves an owner whose noun hangs on it",
      mendPossessives,
      [
        ["met", "VBD", 0, "root"],
        ["Ann", "NNP", 1, "obj"],
        ["'s", "POS", 2, "case"],
        ["aide", "NN", 2, "nmod"],
      ],
      ["Ann obj 1", "aide nmod 2"],
    ],
  ])("%s", (_, mend, rows, expected) => {
    expect(mended(rows, mend)).toEqual(expect.arrayContaining([...expected]));
  });
});
