/** The parts of a clause: the clause itself, what it embeds, who is tied to it by a preposition, and what part a noun plays in it. */
import type { TokenRange } from "../../domain/mention.ts";
import { agentsOf } from "./clause-subjects.ts";
import { conjunctsOf, prepositionOf } from "./noun-phrases.ts";
import { baseRelation, childBy, childrenBy, childrenOf, headOf, rangeUnder, relationOf, type SyntaxTree, tagOf } from "./syntax-tree.ts";
import { isPredicate } from "./verb-groups.ts";

/** Relations of clauses beside a clause rather than in it. */
const besideRelations = new Set(["parataxis", "discourse", "vocative"]);

/** The predicate in whose clause a token stands, itself when it is one; -1 where there is none ("Talks in Doha"). */
export function clauseOf(tree: SyntaxTree, token: number): number {
  let at = token;
  while (at >= 0 && !isPredicate(tree, at)) at = headOf(tree, at);
  return at;
}

/**
 * The words of a predicate's clause: its subject, objects, adverbs and the clauses under them, but not a clause joined to it that
 * has its own subject, an aside ("he said"), or the marks at either end.
 */
export function clauseRange(tree: SyntaxTree, verb: number): TokenRange {
  return trim(
    tree,
    rangeUnder(tree, verb, (child) => {
      const relation = baseRelation(tree, child);
      if (besideRelations.has(relation)) return true;
      if (relation === "conj") return isPredicate(tree, child) && childBy(tree, child, "nsubj", "csubj", "expl") >= 0;
      // The joiner of a clause that is left out goes with it, and the clause's own joiner stands outside it; so do marks at the ends.
      return relation === "cc" || relation === "punct";
    }),
    verb,
  );
}

/**
 * The clause that a verb of saying, thinking or wanting embeds, marker included: "said [that talks would resume]", "refused [to meet
 * Hamas]", and, around it, "[Talks will resume], he said". Null where it embeds none.
 */
export function embeddedClauseOf(tree: SyntaxTree, verb: number): TokenRange | null {
  const inside = childBy(tree, verb, "ccomp", "xcomp");
  if (inside >= 0) return clauseRange(tree, inside);
  const head = headOf(tree, verb);
  if (head < 0 || relationOf(tree, verb) !== "parataxis") return null;
  // The tree hangs "he said" on what he said: all of it that does not lie under "said".
  const own = rangeUnder(tree, verb);
  const around = clauseRange(tree, head);
  if (own.firstToken >= around.endToken || own.endToken <= around.firstToken) return around;
  // An attribution in the middle leaves words on both sides: the clause then reaches over it.
  if (own.firstToken > around.firstToken && own.endToken < around.endToken) return around;
  return own.firstToken <= around.firstToken
    ? trim(tree, { firstToken: own.endToken, endToken: around.endToken }, head)
    : trim(tree, { firstToken: around.firstToken, endToken: own.firstToken }, head);
}

function trim(tree: SyntaxTree, { firstToken, endToken }: TokenRange, keep: number): TokenRange {
  let first = firstToken;
  let end = endToken;
  while (first < keep && tagOf(tree, first) === "PUNCT") first += 1;
  while (end - 1 > keep && tagOf(tree, end - 1) === "PUNCT") end -= 1;
  return { firstToken: first, endToken: end };
}

export interface Oblique {
  /** Lower-case, in full: "with", "because of"; "" for a phrase without one ("on" left out: "met Monday"). */
  readonly preposition: string;
  /** The heads of the phrase and of what is joined to it, in the order of the text: "between A and B" has two. */
  readonly heads: readonly number[];
}

/** What is tied to a verb or noun by a preposition: "met with A in B", "talks between A and B". A passive's agent is not among them. */
export function obliquesOf(tree: SyntaxTree, governor: number): Oblique[] {
  const agents = agentsOf(tree, governor);
  const found: Oblique[] = [];
  for (const child of childrenOf(tree, governor)) {
    const relation = baseRelation(tree, child);
    if ((relation !== "obl" && relation !== "nmod") || relationOf(tree, child) === "nmod:poss" || agents.includes(child)) continue;
    found.push({ preposition: prepositionOf(tree, child) ?? "", heads: conjunctsOf(tree, child) });
  }
  return found;
}

/** The heads tied to a verb or noun by one of the prepositions, those joined to them included; empty where there are none. */
export function obliqueHeads(tree: SyntaxTree, governor: number, ...prepositions: readonly string[]): number[] {
  return obliquesOf(tree, governor).flatMap(({ preposition, heads }) => (prepositions.includes(preposition) ? heads : []));
}

/** True for who did it in a passive: "was received by Abbas". */
export function isPassiveAgent(tree: SyntaxTree, noun: number): boolean {
  let first = noun;
  while (baseRelation(tree, first) === "conj") first = headOf(tree, first);
  return relationOf(tree, first) === "obl:agent" || agentsOf(tree, headOf(tree, first)).includes(noun);
}

export type NounRole = "subject" | "passive-subject" | "object" | "agent" | "oblique" | "possessor" | "apposition" | "other";

/** The part that a noun, or the first of those it is joined to, plays under its head. */
export function roleOf(tree: SyntaxTree, noun: number): NounRole {
  let first = noun;
  while (baseRelation(tree, first) === "conj") first = headOf(tree, first);
  if (isPassiveAgent(tree, first)) return "agent";
  switch (relationOf(tree, first)) {
    case "nsubj:pass":
    case "csubj:pass":
      return "passive-subject";
    case "nmod:poss":
      return "possessor";
    default:
  }
  switch (baseRelation(tree, first)) {
    case "nsubj":
      // "Talks were held": a passive whose subject the tree does not mark as one.
      return childrenBy(tree, headOf(tree, first), "aux:pass").length > 0 ? "passive-subject" : "subject";
    case "obj":
    case "iobj":
      return "object";
    case "obl":
    case "nmod":
      return "oblique";
    case "appos":
      return "apposition";
    default:
      return "other";
  }
}
