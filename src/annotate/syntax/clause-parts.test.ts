import { describe, expect, it } from "vitest";
import { clauseOf, clauseRange, embeddedClauseOf, isPassiveAgent, obliqueHeads, obliquesOf, roleOf } from "./clause-parts.ts";
import type { SyntaxTree } from "./syntax-tree.ts";
import { treeFrom, wordIn } from "./trees.fixture.ts";

const saidThat = treeFrom(
  "Berg PROPN NNP 2 nsubj | said VERB VBD 0 root | that SCONJ IN 6 mark | talks NOUN NNS 6 nsubj | will AUX MD 6 aux | resume VERB VB 2 ccomp | in ADP IN 8 case | Oslo PROPN NNP 6 obl | . PUNCT . 2 punct",
);
const heSaid = treeFrom(
  "Talks NOUN NNS 3 nsubj | will AUX MD 3 aux | resume VERB VB 0 root | in ADP IN 5 case | Oslo PROPN NNP 3 obl | , PUNCT , 8 punct | he PRON PRP 8 nsubj | said VERB VBD 3 parataxis | . PUNCT . 3 punct",
);
const saidFirst = treeFrom(
  "Berg PROPN NNP 2 nsubj | said VERB VBD 5 parataxis | : PUNCT : 2 punct | talks NOUN NNS 5 nsubj | ended VERB VBD 0 root | . PUNCT . 5 punct",
);
const saidInside = treeFrom(
  "Talks NOUN NNS 7 nsubj | , PUNCT , 4 punct | he PRON PRP 4 nsubj | said VERB VBD 7 parataxis | , PUNCT , 4 punct | will AUX MD 7 aux | resume VERB VB 0 root | . PUNCT . 7 punct",
);
const refused = treeFrom(
  "Iran PROPN NNP 2 nsubj | refused VERB VBD 0 root | to PART TO 4 mark | meet VERB VB 2 xcomp | Lind PROPN NNP 4 obj | and CCONJ CC 8 cc | rain NOUN NN 8 nsubj | fell VERB VBD 2 conj",
);
const received = treeFrom(
  "Berg PROPN NNP 3 nsubj:pass | was AUX VBD 3 aux:pass | received VERB VBN 0 root | by ADP IN 5 case | Abbas PROPN NNP 3 obl:agent | and CCONJ CC 8 cc | his PRON PRP$ 8 nmod:poss | aides NOUN NNS 5 conj | in ADP IN 10 case | Oslo PROPN NNP 3 obl",
);
const between = treeFrom(
  "Talks NOUN NNS 8 nsubj | between ADP IN 3 case | Berg PROPN NNP 1 nmod | and CCONJ CC 5 cc | Lind PROPN NNP 3 conj | on ADP IN 7 case | trade NOUN NN 1 nmod | ended VERB VBD 0 root | Monday PROPN NNP 8 obl:unmarked",
);

function textOf(tree: SyntaxTree, range: { firstToken: number; endToken: number } | null): string | null {
  return (
    range &&
    tree.tokens
      .slice(range.firstToken, range.endToken)
      .map(({ text }) => text)
      .join(" ")
  );
}

function wordsOf(tree: SyntaxTree, tokens: readonly number[]): string[] {
  return tokens.map((token) => tree.tokens[token]?.text ?? "");
}

describe("the clause that a verb embeds", () => {
  it.each([
    ["after it, with its marker", saidThat, "said", "that talks will resume in Oslo"],
    ["before it, without the aside", heSaid, "said", "Talks will resume in Oslo"],
    ["after a colon", saidFirst, "said", "talks ended"],
    ["on both sides of it", saidInside, "said", "Talks , he said , will resume"],
    ["with its subject left out, and not what is joined to the verb", refused, "refused", "to meet Lind"],
    ["none", received, "received", null],
  ])("is found %s", (_, tree, verb, expected) => {
    expect(textOf(tree, embeddedClauseOf(tree, wordIn(tree, verb)))).toBe(expected);
  });
});

describe("a clause", () => {
  it.each([
    ["leaves out the clause joined to it", refused, "refused", "Iran refused to meet Lind"],
    ["leaves out its own joiner", refused, "fell", "rain fell"],
    ["leaves out asides and closing marks", heSaid, "resume", "Talks will resume in Oslo"],
    ["holds the clauses under it", saidThat, "said", "Berg said that talks will resume in Oslo"],
  ])("%s", (_, tree, verb, expected) => {
    expect(textOf(tree, clauseRange(tree, wordIn(tree, verb)))).toBe(expected);
  });

  it.each([
    [saidThat, "Oslo", "resume"],
    [saidThat, "Berg", "said"],
    [saidThat, "resume", "resume"],
    [between, "Lind", "ended"],
  ])("is known from any of its words: %#", (tree, word, verb) => {
    expect(wordsOf(tree, [clauseOf(tree, wordIn(tree, word))])).toEqual([verb]);
  });

  it("is none for a phrase without a verb", () => {
    expect(clauseOf(treeFrom("Talks NOUN NNS 0 root | in ADP IN 3 case | Oslo PROPN NNP 1 nmod"), 2)).toBe(-1);
  });
});

describe("what a preposition ties to a verb or noun", () => {
  it("is listed with its preposition and everything joined, without the agent", () => {
    const list = (tree: SyntaxTree, word: string) =>
      obliquesOf(tree, wordIn(tree, word)).map(({ preposition, heads }) => [preposition, ...wordsOf(tree, heads)]);
    expect(list(between, "Talks")).toEqual([
      ["between", "Berg", "Lind"],
      ["on", "trade"],
    ]);
    expect(list(between, "ended")).toEqual([["", "Monday"]]);
    expect(list(received, "received")).toEqual([["in", "Oslo"]]);
  });

  it("can be asked for by its preposition", () => {
    expect(wordsOf(between, obliqueHeads(between, 0, "with", "between"))).toEqual(["Berg", "Lind"]);
    expect(obliqueHeads(between, 0, "with")).toEqual([]);
  });
});

describe("the part a noun plays", () => {
  it.each([
    [received, "Berg", "passive-subject"],
    [received, "Abbas", "agent"],
    [received, "aides", "agent"],
    [received, "his", "possessor"],
    [received, "Oslo", "oblique"],
    [refused, "Iran", "subject"],
    [refused, "Lind", "object"],
    [between, "Lind", "oblique"],
    [refused, "fell", "other"],
  ])("is known: %#", (tree, word, role) => {
    expect(roleOf(tree, wordIn(tree, word))).toBe(role);
    expect(isPassiveAgent(tree, wordIn(tree, word))).toBe(role === "agent");
  });
});
