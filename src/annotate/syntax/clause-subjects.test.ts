import { describe, expect, it } from "vitest";
import { agentsOf, objectsOf, subjectsOf } from "./clause-subjects.ts";
import { treeFrom, wordIn } from "./trees.fixture.ts";

describe("subjects", () => {
  it.each([
    [
      "its own, with what is joined to it",
      "met",
      "Boehler PROPN NNP 5 nsubj | and CCONJ CC 4 cc | Hamas PROPN NNP 4 compound | officials NOUN NNS 1 conj | met VERB VBD 0 root",
      ["Boehler", "officials"],
    ],
    [
      "of the governor, through a purpose clause",
      "meet",
      "Boehler PROPN NNP 2 nsubj | flew VERB VBD 0 root | to ADP IN 4 case | Doha PROPN NNP 2 obl | to PART TO 6 mark | meet VERB VB 2 advcl | Hamas PROPN NNP 6 obj",
      ["Boehler"],
    ],
    [
      "of a verb of refusal",
      "meet",
      "Iran PROPN NNP 2 nsubj | refused VERB VBD 0 root | to PART TO 4 mark | meet VERB VB 2 xcomp",
      ["Iran"],
    ],
    [
      "the object of a verb of asking",
      "fly",
      "Biden PROPN NNP 2 nsubj | asked VERB VBD 0 root | Blinken PROPN NNP 2 obj | to PART TO 5 mark | fly VERB VB 2 xcomp",
      ["Blinken"],
    ],
    [
      "and of what is joined to that",
      "meet",
      "Biden PROPN NNP 2 nsubj | asked VERB VBD 0 root | Blinken PROPN NNP 2 obj | to PART TO 5 mark | fly VERB VB 2 xcomp | and CCONJ CC 7 cc | meet VERB VB 5 conj | Abbas PROPN NNP 7 obj",
      ["Blinken"],
    ],
    [
      "not the object of a promise",
      "return",
      "Blinken PROPN NNP 2 nsubj | promised VERB VBD 0 root | Abbas PROPN NNP 2 obj | to PART TO 5 mark | return VERB VB 2 xcomp",
      ["Blinken"],
    ],
    [
      "the noun that a relative clause describes",
      "met",
      "The DET DT 2 det | envoy NOUN NN 6 nsubj | who PRON WP 4 nsubj | met VERB VBD 2 acl:relcl | Hamas PROPN NNP 4 obj | left VERB VBD 0 root",
      ["envoy"],
    ],
    [
      "also for the second verb of the relative clause",
      "praised",
      "The DET DT 2 det | envoy NOUN NN 8 nsubj | who PRON WP 4 nsubj | met VERB VBD 2 acl:relcl | Hamas PROPN NNP 4 obj | and CCONJ CC 7 cc | praised VERB VBD 4 conj | left VERB VBD 0 root",
      ["envoy"],
    ],
    [
      "the noun that a participle describes",
      "meeting",
      "Officials NOUN NNS 5 nsubj | meeting VERB VBG 1 acl | in ADP IN 4 case | Doha PROPN NNP 2 obl | spoke VERB VBD 0 root",
      ["Officials"],
    ],
    [
      "of the sentence, for a trailing participle",
      "saying",
      "Trump PROPN NNP 2 nsubj | spoke VERB VBD 0 root | , PUNCT , 4 punct | saying VERB VBG 2 advcl | so ADV RB 4 advmod",
      ["Trump"],
    ],
    [
      "whose plans they are",
      "meet",
      "Israel PROPN NNP 3 nmod:poss | 's PART POS 1 case | plans NOUN NNS 7 nsubj | to PART TO 5 mark | meet VERB VB 3 acl | Hamas PROPN NNP 5 obj | failed VERB VBD 0 root",
      ["Israel"],
    ],
    [
      "who has the plans",
      "meet",
      "Israel PROPN NNP 2 nsubj | has VERB VBZ 0 root | plans NOUN NNS 2 obj | to PART TO 5 mark | meet VERB VB 3 acl | Hamas PROPN NNP 5 obj",
      ["Israel"],
    ],
    [
      "of a verb joined to another, unless it has its own",
      "fell",
      "Trump PROPN NNP 2 nsubj | spoke VERB VBD 0 root | and CCONJ CC 5 cc | rain NOUN NN 5 nsubj | fell VERB VBD 2 conj",
      ["rain"],
    ],
    ["none where the sentence names none", "Meet", "Meet VERB VB 0 root | Hamas PROPN NNP 1 obj", []],
  ])("are found: %s", (_, verb, words, expected) => {
    const tree = treeFrom(words);
    expect(subjectsOf(tree, wordIn(tree, verb)).map((token) => tree.tokens[token]?.text)).toEqual(expected);
  });
});

describe("agents and objects", () => {
  it("finds who did it in a passive, with what is joined", () => {
    const tree = treeFrom(
      "Blinken PROPN NNP 3 nsubj:pass | was AUX VBD 3 aux:pass | received VERB VBN 0 root | by ADP IN 5 case | Abbas PROPN NNP 3 obl:agent | and CCONJ CC 7 cc | Erdogan PROPN NNP 5 conj",
    );
    expect(agentsOf(tree, 2)).toEqual([4, 6]);
  });

  it("finds the object that a relative clause describes, and those joined", () => {
    const relative = treeFrom(
      "The DET DT 2 det | man NOUN NN 6 nsubj | whom PRON WP 5 obj | Biden PROPN NNP 5 nsubj | visited VERB VBD 2 acl:relcl | left VERB VBD 0 root",
    );
    expect(objectsOf(relative, 4)).toEqual([1]);
    const joined = treeFrom(
      "Biden PROPN NNP 2 nsubj | met VERB VBD 0 root | Xi PROPN NNP 2 obj | and CCONJ CC 5 cc | Putin PROPN NNP 3 conj",
    );
    expect(objectsOf(joined, 1)).toEqual([2, 4]);
  });
});
