/** Noun phrases over the trees: their heads and extents, who is joined to them, who they are said to be, whose they are. */
import type { TokenRange } from "../../domain/mention.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  lowerOf,
  rangeUnder,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "./syntax-tree.ts";

export interface NounPhrase extends TokenRange {
  readonly head: number;
}

const nominalTags = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X"]);
/** Relations of words that are inside a name or a noun rather than phrases of their own. */
const innerRelations = new Set([
  "compound",
  "flat",
  "fixed",
  "goeswith",
  "nummod",
  "case",
  "det",
  "punct",
  "cc",
  "reparandum",
  "discourse",
]);
/** What hangs on a noun without belonging to the phrase: clauses, asides, and what is joined to it. */
const outerRelations = new Set([
  "conj",
  "cc",
  "appos",
  "acl",
  "parataxis",
  "punct",
  "nsubj",
  "cop",
  "advcl",
  "csubj",
  "aux",
  "mark",
  "discourse",
]);

/** The head of the noun phrase that begins with the token, as far as `reach` tokens behind it; the token itself where nothing stands above it. */
export function headFrom(tree: SyntaxTree, token: number, reach = 6): number {
  let at = token;
  let head = headOf(tree, at);
  while (head > at && head - token < reach && /^(?:NOUN|PROPN)$/u.test(tagOf(tree, head))) {
    at = head;
    head = headOf(tree, at);
  }
  return at;
}

/** True when the token heads a noun phrase. */
export function isNounHead(tree: SyntaxTree, token: number): boolean {
  if (innerRelations.has(baseRelation(tree, token)) || relationOf(tree, token) === "nmod:desc") return false;
  if (nominalTags.has(tagOf(tree, token))) return true;
  // "the accused", "the Israeli": an adjective or number with a determiner and the place of a noun.
  const relation = baseRelation(tree, token);
  return tagOf(tree, token) === "ADJ" && ["nsubj", "obj", "obl", "iobj", "nmod"].includes(relation) && childBy(tree, token, "det") >= 0;
}

/**
 * The phrase that a noun heads: its determiners, adjectives, titles and names, and the prepositional phrases under it
 * ("the leader of Hamas in Gaza"), without relative clauses, appositions, what is joined by "and", and its own preposition.
 */
export function nounPhraseOf(tree: SyntaxTree, head: number): NounPhrase {
  const range = rangeUnder(tree, head, (child) => {
    const relation = baseRelation(tree, child);
    if (outerRelations.has(relation)) return true;
    if (relation === "case") return lowerOf(tree, child) !== "'s" || child < head;
    // "the talks in Doha" keeps its place; a clause's own adverbs and obliques ("Trump in a speech on Monday …") stay out.
    return relation === "advmod" && child > head;
  });
  return { head, ...range };
}

/** All noun phrases of a range of tokens, in the order of their heads. */
export function nounPhrases(tree: SyntaxTree, { firstToken, endToken }: TokenRange): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let token = firstToken; token < endToken; token += 1) if (isNounHead(tree, token)) phrases.push(nounPhraseOf(tree, token));
  return phrases;
}

/** The token and all that are joined to it by "and", "or" or commas, first to last. "Boehler and Hamas officials met" → both. */
export function conjunctsOf(tree: SyntaxTree, token: number): number[] {
  let first = token;
  while (baseRelation(tree, first) === "conj") first = headOf(tree, first);
  const joined = [first];
  // The trees hang every conjunct on the first; a parser's slip may chain them, so chains are followed too.
  for (let index = 0; index < joined.length; index += 1) joined.push(...childrenBy(tree, joined[index] ?? -1, "conj"));
  joined.sort((a, b) => a - b);
  // "Lee and Day, whose company, Day & Sons, …": a relative clause that a parser took for the rest of the list.
  const relative = joined.findIndex((conjunct) =>
    childrenBy(tree, conjunct, "nmod:poss").some((child) => lowerOf(tree, child) === "whose"),
  );
  return relative > 0 && token < (joined[relative] ?? 0) ? joined.slice(0, relative) : joined;
}

/** The word that joins them ("and", "or", "but"), lower-case, or null. */
export function conjunctionOf(tree: SyntaxTree, token: number): string | null {
  for (const conjunct of conjunctsOf(tree, token)) {
    const joiner = childBy(tree, conjunct, "cc");
    if (joiner >= 0) return lowerOf(tree, joiner);
  }
  return null;
}

/** Who or what the token is said to be, and of what it is said: "Adam Boehler, the envoy" → each gives the other. */
export function appositionsOf(tree: SyntaxTree, token: number): number[] {
  const found = childrenBy(tree, token, "appos");
  if (baseRelation(tree, token) === "appos") found.unshift(headOf(tree, token));
  return found;
}

/** The titles before or after a name that the tree hangs on it: "President Joe Biden" → "President". */
export function titlesOf(tree: SyntaxTree, token: number): number[] {
  const found = childrenBy(tree, token, "nmod:desc");
  for (const child of childrenBy(tree, token, "compound")) {
    if (child < token && tagOf(tree, token) === "PROPN" && tagOf(tree, child) === "NOUN") found.push(child);
  }
  return found.sort((a, b) => a - b);
}

/** Whose it is: "Netanyahu's office" → Netanyahu, "his office" → his; "the office of Netanyahu" → Netanyahu; else -1. */
export function possessorOf(tree: SyntaxTree, token: number): number {
  const possessor = childBy(tree, token, "nmod:poss");
  if (possessor >= 0) return possessor;
  for (const child of childrenBy(tree, token, "nmod")) {
    if (child > token && childrenOf(tree, child).some((word) => lowerOf(tree, word) === "of" && baseRelation(tree, word) === "case"))
      return child;
  }
  return -1;
}

/** The preposition that ties the phrase to its head ("with", "of"), lower-case, or null. */
export function prepositionOf(tree: SyntaxTree, token: number): string | null {
  const marks = childrenBy(tree, token, "case").filter((child) => child < token);
  if (marks.length === 0) return null;
  return marks.map((mark) => [mark, ...childrenBy(tree, mark, "fixed")].map((word) => lowerOf(tree, word)).join(" ")).join(" ");
}
