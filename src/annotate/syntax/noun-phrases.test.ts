import { describe, expect, it } from "vitest";
import {
  appositionsOf,
  conjunctionOf,
  conjunctsOf,
  nounPhraseOf,
  nounPhrases,
  possessorOf,
  prepositionOf,
  titlesOf,
} from "./noun-phrases.ts";
import type { SyntaxTree } from "./syntax-tree.ts";
import { treeFrom, wordIn } from "./trees.fixture.ts";

const boehlerAndOfficials = treeFrom(
  "Boehler PROPN NNP 5 nsubj | and CCONJ CC 4 cc | Hamas PROPN NNP 4 compound | officials NOUN NNS 1 conj | met VERB VBD 0 root | in ADP IN 7 case | Doha PROPN NNP 5 obl",
);
const envoyMetLeader = treeFrom(
  "Adam PROPN NNP 8 nsubj | Boehler PROPN NNP 1 flat | , PUNCT , 6 punct | the DET DT 6 det | special ADJ JJ 6 amod | envoy NOUN NN 1 appos | , PUNCT , 6 punct | met VERB VBD 0 root | the DET DT 10 det | leader NOUN NN 8 obj | of ADP IN 12 case | Hamas PROPN NNP 10 nmod",
);
const office = treeFrom(
  "Netanyahu PROPN NNP 3 nmod:poss | 's PART POS 1 case | office NOUN NN 4 nsubj | praised VERB VBD 0 root | his PRON PRP$ 6 nmod:poss | aides NOUN NNS 4 obj",
);
const presidents = treeFrom(
  "President PROPN NNP 2 nmod:desc | Joe PROPN NNP 4 nsubj | Biden PROPN NNP 2 flat | met VERB VBD 0 root | Xi PROPN NNP 4 obj | , PUNCT , 7 punct | Putin PROPN NNP 5 conj | and CCONJ CC 9 cc | Modi PROPN NNP 5 conj",
);
const relative = treeFrom(
  "The DET DT 2 det | talks NOUN NNS 8 nsubj | in ADP IN 4 case | Qatar PROPN NNP 2 nmod | that PRON WDT 6 nsubj | began VERB VBD 2 acl:relcl | yesterday NOUN NN 6 obl:unmarked | ended VERB VBD 0 root | because ADP IN 11 case | of ADP IN 9 fixed | rain NOUN NN 8 obl",
);

function textOf(tree: SyntaxTree, first: number, end: number): string {
  return tree.tokens
    .slice(first, end)
    .map((token) => token.text)
    .join(" ");
}

function wordsOf(tree: SyntaxTree, tokens: readonly number[]): string[] {
  return tokens.map((token) => tree.tokens[token]?.text ?? "");
}

describe("noun phrases", () => {
  it.each([
    [boehlerAndOfficials, "Boehler", "Boehler"],
    [boehlerAndOfficials, "officials", "Hamas officials"],
    [boehlerAndOfficials, "Doha", "Doha"],
    [envoyMetLeader, "Adam", "Adam Boehler"],
    [envoyMetLeader, "envoy", "the special envoy"],
    [envoyMetLeader, "leader", "the leader of Hamas"],
    [office, "office", "Netanyahu 's office"],
    [presidents, "Joe", "President Joe Biden"],
    [relative, "talks", "The talks in Qatar"],
  ])("reach over their words but not over what is joined to them: %#", (tree, head, text) => {
    const phrase = nounPhraseOf(tree, wordIn(tree, head));
    expect(textOf(tree, phrase.firstToken, phrase.endToken)).toBe(text);
  });

  it("are listed by head, without the nouns inside names and compounds", () => {
    const phrases = nounPhrases(boehlerAndOfficials, { firstToken: 0, endToken: 7 });
    expect(
      wordsOf(
        boehlerAndOfficials,
        phrases.map(({ head }) => head),
      ),
    ).toEqual(["Boehler", "officials", "Doha"]);
  });
});

describe("what hangs together with a noun", () => {
  it.each([
    [boehlerAndOfficials, "officials", ["Boehler", "officials"], "and"],
    [presidents, "Putin", ["Xi", "Putin", "Modi"], "and"],
    [envoyMetLeader, "leader", ["leader"], null],
  ])("finds everything joined, from whichever side one asks: %#", (tree, word, joined, joiner) => {
    expect(wordsOf(tree, conjunctsOf(tree, wordIn(tree, word)))).toEqual(joined);
    expect(conjunctionOf(tree, wordIn(tree, word))).toBe(joiner);
  });

  it.each([
    ["Adam", ["envoy"]],
    ["envoy", ["Adam"]],
    ["leader", []],
  ])("gives appositions both ways: %s", (word, others) => {
    expect(wordsOf(envoyMetLeader, appositionsOf(envoyMetLeader, wordIn(envoyMetLeader, word)))).toEqual(others);
  });

  it.each([
    [office, "office", "Netanyahu"],
    [office, "aides", "his"],
    [envoyMetLeader, "leader", "Hamas"],
    [envoyMetLeader, "envoy", ""],
  ])("knows whose it is: %#", (tree, word, owner) => {
    expect(tree.tokens[possessorOf(tree, wordIn(tree, word))]?.text ?? "").toBe(owner);
  });

  it("finds titles and prepositions, those of several words included", () => {
    expect(wordsOf(presidents, titlesOf(presidents, wordIn(presidents, "Joe")))).toEqual(["President"]);
    expect(prepositionOf(relative, wordIn(relative, "rain"))).toBe("because of");
    expect(prepositionOf(relative, wordIn(relative, "Qatar"))).toBe("in");
    expect(prepositionOf(office, wordIn(office, "Netanyahu"))).toBeNull();
  });
});
