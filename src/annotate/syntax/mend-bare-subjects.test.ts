import { describe, expect, it } from "vitest";
import { mended, type Row } from "./drafts.fixture.ts";
import { mendBareSubjects } from "./mend-bare-subjects.ts";

describe("mend-bare-subjects", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    [
      "gives a reported verb the object of the verb that reports it",
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["says", "VBZ", 0, "root"],
        ["the", "DT", 4, "det"],
        ["talks", "NNS", 2, "obj"],
        ["in", "IN", 6, "case"],
        ["Lima", "NNP", 4, "nmod"],
        ["failed", "VBD", 2, "ccomp"],
      ],
      ["talks nsubj 7", "Lima nmod 4", "failed ccomp 2"],
    ],
    [
      "leaves what a gerund names",
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["says", "VBZ", 0, "root"],
        ["adding", "VBG", 2, "ccomp"],
        ["stops", "NNS", 3, "obj"],
        ["would", "MD", 6, "aux"],
        ["help", "VB", 2, "ccomp"],
      ],
      ["stops obj 3", "help ccomp 2"],
    ],
    [
      "leaves an object of what reports nothing",
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["had", "VBD", 0, "root"],
        ["the", "DT", 4, "det"],
        ["talks", "NNS", 2, "obj"],
        ["failed", "VBD", 2, "ccomp"],
      ],
      ["talks obj 2"],
    ],
    [
      "leaves whom a clause was told that opens with a word of its own",
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["told", "VBD", 0, "root"],
        ["envoys", "NNS", 2, "obj"],
        ["that", "IN", 5, "mark"],
        ["rowing", "NN", 3, "nmod"],
        ["is", "VBZ", 7, "cop"],
        ["fun", "NN", 2, "ccomp"],
      ],
      ["envoys obj 2"],
    ],
    [
      "gives a verb of saying the subject that was given to what is said",
      [
        ["Officials", "NNS", 8, "nsubj"],
        ["in", "IN", 3, "case"],
        ["Chad", "NNP", 1, "nmod"],
        ["say", "VBP", 0, "root"],
        ["the", "DT", 6, "det"],
        ["rebels", "NNS", 8, "obl"],
        ["have", "VBP", 8, "aux"],
        ["left", "VBN", 4, "ccomp"],
      ],
      ["Officials nsubj 4", "rebels nsubj 8"],
    ],
    [
      "leaves the subject behind a participle that tells which",
      [
        ["The", "DT", 2, "det"],
        ["aid", "NN", 6, "nsubj"],
        ["announced", "VBD", 0, "root"],
        ["on", "IN", 5, "case"],
        ["Monday", "NNP", 3, "obl"],
        ["helps", "VBZ", 3, "parataxis"],
      ],
      ["aid nsubj 6"],
    ],
    [
      "reads 'as' before a subject and its verb as the opening of a clause",
      [
        ["Her", "PRP$", 2, "nmod:poss"],
        ["visit", "NN", 3, "nsubj"],
        ["came", "VBD", 0, "root"],
        ["as", "IN", 5, "case"],
        ["Peru", "NNP", 3, "obl"],
        ["and", "CC", 8, "cc"],
        ["Chad", "NNP", 5, "conj"],
        ["concluded", "VBD", 3, "conj"],
        ["talks", "NNS", 8, "obj"],
      ],
      ["as mark 8", "Peru nsubj 8", "and cc 7", "Chad conj 5", "concluded advcl 3"],
    ],
    [
      "reads 'after' so where the subject was hung on its own verb",
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["left", "VBD", 0, "root"],
        ["after", "IN", 4, "case"],
        ["envoys", "NNS", 7, "obl"],
        ["from", "IN", 6, "case"],
        ["Chad", "NNP", 4, "nmod"],
        ["arrived", "VBD", 2, "advcl"],
      ],
      ["after mark 7", "envoys nsubj 7"],
    ],
    [
      "leaves an event in front of the verb of the sentence",
      [
        ["After", "IN", 3, "case"],
        ["the", "DT", 3, "det"],
        ["talks", "NNS", 4, "obl"],
        ["came", "VBD", 0, "root"],
        ["peace", "NN", 4, "obj"],
      ],
      ["After case 3", "talks obl 4"],
    ],
    [
      "leaves a second thing that somebody did",
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["left", "VBD", 0, "root"],
        ["after", "IN", 4, "case"],
        ["talks", "NNS", 2, "obl"],
        ["and", "CC", 6, "cc"],
        ["flew", "VBD", 2, "conj"],
      ],
      ["after case 4", "talks obl 2", "flew conj 2"],
    ],
    [
      "makes the noun right before the verb of a sentence its subject",
      [
        ["The", "DT", 3, "det"],
        ["news", "NN", 3, "compound"],
        ["agency", "NN", 4, "compound"],
        ["quotes", "VBZ", 0, "root"],
        ["Ann", "NNP", 4, "obj"],
      ],
      ["news compound 3", "agency nsubj 4"],
    ],
    [
      "leaves a noun before what is a noun in truth",
      [
        ["imposing", "VBG", 0, "root"],
        ["government", "NN", 3, "compound"],
        ["measures", "VBZ", 1, "advcl"],
      ],
      ["government compound 3"],
    ],
    [
      "leaves when something was done",
      [
        ["Last", "JJ", 2, "amod"],
        ["week", "NN", 3, "obl"],
        ["came", "VBD", 0, "root"],
        ["peace", "NN", 3, "obj"],
      ],
      ["week obl 3"],
    ],
    [
      "passes over an aside between two commas",
      [
        ["Ann", "NNP", 2, "nsubj"],
        ["says", "VBZ", 0, "root"],
        ["Bob", "NNP", 2, "iobj"],
        [",", ",", 6, "punct"],
        ["an", "DT", 6, "det"],
        ["envoy", "NN", 3, "appos"],
        [",", ",", 6, "punct"],
        ["left", "VBD", 2, "ccomp"],
      ],
      ["Bob nsubj 8", "envoy appos 3"],
    ],
    [
      "leaves an event between the commas around a verb that goes on",
      [
        ["Peru", "NNP", 2, "nsubj"],
        ["voted", "VBD", 0, "root"],
        ["and", "CC", 8, "cc"],
        [",", ",", 6, "punct"],
        ["after", "IN", 6, "case"],
        ["protests", "NNS", 8, "obl"],
        [",", ",", 6, "punct"],
        ["elected", "VBD", 2, "conj"],
        ["Ann", "NNP", 8, "obj"],
      ],
      ["after case 6", "protests obl 8"],
    ],
    [
      "leaves what stands behind a preposition",
      [
        ["In", "IN", 2, "case"],
        ["Lima", "NNP", 3, "obl"],
        ["came", "VBD", 0, "root"],
        ["peace", "NN", 3, "obj"],
      ],
      ["Lima obl 3"],
    ],
    [
      "leaves one thing before the verb of many",
      [
        ["you", "PRP", 2, "nsubj"],
        ["see", "VBP", 0, "root"],
        ["nothing", "NN", 2, "obj"],
        ["throw", "VBP", 2, "ccomp"],
        ["it", "PRP", 4, "obj"],
      ],
      ["nothing obj 2"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mended(rows, mendBareSubjects)).toEqual(expect.arrayContaining([...expected]));
  });
});
