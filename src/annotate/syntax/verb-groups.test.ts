import { describe, expect, it } from "vitest";
import { treeFrom, wordIn } from "./trees.fixture.ts";
import { governorsOf, isPredicate, verbGroupOf } from "./verb-groups.ts";

describe("verb groups", () => {
  it.each([
    ["met", "They PRON PRP 2 nsubj | met VERB VBD 0 root", "past simple active"],
    ["meet", "They PRON PRP 2 nsubj | meet VERB VBP 0 root", "present simple active"],
    ["meet", "They PRON PRP 3 nsubj | will AUX MD 3 aux | meet VERB VB 0 root", "future simple active"],
    ["meet", "They PRON PRP 4 nsubj | did AUX VBD 4 aux | n't PART RB 4 advmod | meet VERB VB 0 root", "past simple active negated"],
    ["meeting", "They PRON PRP 3 nsubj | are AUX VBP 3 aux | meeting VERB VBG 0 root", "present progressive active"],
    ["met", "They PRON PRP 3 nsubj | had AUX VBD 3 aux | met VERB VBN 0 root", "past perfect active"],
    [
      "meeting",
      "He PRON PRP 5 nsubj | may AUX MD 5 aux | have AUX VB 5 aux | been AUX VBN 5 aux | meeting VERB VBG 0 root",
      "present perfect-progressive active may",
    ],
    [
      "freed",
      "They PRON PRP 4 nsubj:pass | were AUX VBD 4 aux | being AUX VBG 4 aux:pass | freed VERB VBN 0 root | by ADP IN 6 case | Hamas PROPN NNP 4 obl:agent",
      "past progressive passive",
    ],
    [
      "held",
      "Talks NOUN NNS 4 nsubj:pass | could AUX MD 4 aux | be AUX VB 4 aux:pass | held VERB VBN 0 root",
      "present simple passive could",
    ],
    ["met", "No DET DT 2 det | envoy NOUN NN 3 nsubj | met VERB VBD 0 root", "past simple active negated"],
    [
      "meet",
      "At ADP IN 3 case | no DET DT 3 det | time NOUN NN 6 obl | did AUX VBD 6 aux | they PRON PRP 6 nsubj | meet VERB VB 0 root",
      "past simple active negated",
    ],
    ["meet", "Nor CCONJ CC 2 cc | did AUX VBD 4 aux | they PRON PRP 4 nsubj | meet VERB VB 0 root", "past simple active negated"],
    [
      "meet",
      "Not PART RB 5 advmod | only ADV RB 5 advmod | did AUX VBD 5 aux | they PRON PRP 5 nsubj | meet VERB VB 0 root",
      "past simple active",
    ],
    ["met", "Nobody PRON NN 2 nsubj | met VERB VBD 0 root", "past simple active negated"],
    [
      "meet",
      "He PRON PRP 3 nsubj | is AUX VBZ 3 aux | going VERB VBG 0 root | to PART TO 5 mark | meet VERB VB 3 xcomp",
      "future simple active",
    ],
    [
      "call",
      "He PRON PRP 3 nsubj | will AUX MD 3 aux | meet VERB VB 0 root | and CCONJ CC 5 cc | call VERB VB 3 conj | Abbas PROPN NNP 5 obj",
      "future simple active",
    ],
    [
      "call",
      "He PRON PRP 4 nsubj | did AUX VBD 4 aux | not PART RB 4 advmod | meet VERB VB 0 root | or CCONJ CC 6 cc | call VERB VB 4 conj",
      "past simple active negated",
    ],
  ])("say when, how and whether: %s in %s", (verb, words, expected) => {
    const tree = treeFrom(words);
    const { tense, aspect, voice, negated, modal } = verbGroupOf(tree, wordIn(tree, verb));
    expect([tense, aspect, voice, negated ? "negated" : null, modal].filter((part) => part !== null).join(" ")).toBe(expected);
  });

  it.each([
    ["meet", "Iran PROPN NNP 2 nsubj | refused VERB VBD 0 root | to PART TO 4 mark | meet VERB VB 2 xcomp", "to refused complement"],
    ["meet", "He PRON PRP 2 nsubj | plans VERB VBZ 0 root | to PART TO 4 mark | meet VERB VB 2 xcomp", "to plans complement"],
    ["meeting", "He PRON PRP 2 nsubj | denied VERB VBD 0 root | meeting VERB VBG 2 xcomp", "- denied complement"],
    [
      "meet",
      "If SCONJ IN 3 mark | they PRON PRP 3 nsubj | meet VERB VBP 6 advcl | , PUNCT , 3 punct | talks NOUN NNS 6 nsubj | resume VERB VBP 0 root",
      "if resume adverbial",
    ],
    [
      "met",
      "He PRON PRP 2 nsubj | said VERB VBD 0 root | that SCONJ IN 5 mark | they PRON PRP 5 nsubj | met VERB VBD 2 ccomp",
      "that said complement",
    ],
    [
      "meeting",
      "He PRON PRP 2 nsubj | died VERB VBD 0 root | before SCONJ IN 4 mark | meeting VERB VBG 2 advcl | Xi PROPN NNP 4 obj",
      "before died adverbial",
    ],
    [
      "met",
      "The DET DT 2 det | envoy NOUN NN 5 nsubj | who PRON WP 4 nsubj | met VERB VBD 2 acl:relcl | left VERB VBD 0 root",
      "- envoy relative",
    ],
    [
      "met",
      "When ADV WRB 3 advmod | they PRON PRP 3 nsubj | met VERB VBD 5 advcl | rain NOUN NN 5 nsubj | fell VERB VBD 0 root",
      "when fell adverbial",
    ],
    [
      "call",
      "Iran PROPN NNP 2 nsubj | refused VERB VBD 0 root | to PART TO 4 mark | meet VERB VB 2 xcomp | or CCONJ CC 6 cc | call VERB VB 4 conj",
      "to refused complement",
    ],
    ["met", "They PRON PRP 2 nsubj | met VERB VBD 0 root", "main"],
  ])("say what governs them: %s in %s", (verb, words, expected) => {
    const tree = treeFrom(words);
    const { link } = verbGroupOf(tree, wordIn(tree, verb));
    expect(link ? `${link.marker ?? "-"} ${tree.tokens[link.governor]?.text} ${link.kind}` : "main").toBe(expected);
  });

  it("give the chain of governors with their negations", () => {
    const tree = treeFrom(
      "He PRON PRP 4 nsubj | did AUX VBD 4 aux | not PART RB 4 advmod | deny VERB VB 0 root | that SCONJ IN 7 mark | they PRON PRP 7 nsubj | planned VERB VBD 4 ccomp | to PART TO 9 mark | meet VERB VB 7 xcomp",
    );
    const chain = governorsOf(tree, wordIn(tree, "meet")).map(({ governor, governorNegated }) => [
      tree.tokens[governor]?.text,
      governorNegated,
    ]);
    expect(chain).toEqual([
      ["planned", false],
      ["deny", true],
    ]);
  });

  it("are not found on auxiliaries, but on words that a copula makes a clause", () => {
    const tree = treeFrom("He PRON PRP 3 nsubj | is AUX VBZ 3 cop | ready ADJ JJ 0 root | to PART TO 5 mark | meet VERB VB 3 xcomp");
    expect(["He", "is", "ready", "to", "meet"].filter((word) => isPredicate(tree, wordIn(tree, word)))).toEqual(["ready", "meet"]);
  });
});
