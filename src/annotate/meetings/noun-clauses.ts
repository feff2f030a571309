/** What a clause behind the noun of a meeting says of it: "talks planned for Monday", "a visit, which was cancelled". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { hasNegation, verbGroupOf } from "../syntax/verb-groups.ts";
import { compose } from "./clause-modality.ts";
import { isDay } from "./clause-times.ts";
import { fromStance, type ModalityReading, read, stanceOf } from "./modality-stances.ts";
import { modifierStances, verbStances } from "./modality-words.ts";

/** "talks planned for Monday", "a meeting to be held", "a summit that begins Sunday", "a visit, which was cancelled". */
export function fromClause(tree: SyntaxTree, clause: number, sentenceEnd: number): ModalityReading | null {
  const word = lowerOf(tree, clause);
  const tag = pennTagOf(tree, clause);
  const isRelative = relationOf(tree, clause) === "acl:relcl";
  if (tag === "VBN" && !isRelative) {
    const stance = modifierStances.get(word) ?? (verbStances.get(word) === "cancel" ? "cancel" : undefined);
    return stance === undefined ? null : fromStance(stance, false, word);
  }
  if (tag === "VB" && !isRelative && happenings.has(word)) return read("planned", "to-be-held");
  if (!isRelative) return null;
  // Only where the meeting is what the clause is about.
  const subject = childBy(tree, clause, "nsubj", "nsubj:pass");
  const about = subject >= 0 && ["which", "that", "who"].includes(lowerOf(tree, subject));
  if (!about) return null;
  const stance = stanceOf(tree, clause);
  if (stance === "cancel" || stance === "plan") return compose(tree, clause, stance, false, sentenceEnd, 1);
  if (!happenings.has(word)) return null;
  const group = verbGroupOf(tree, clause);
  if (group.tense === "future") return read("planned", "which-will");
  if (group.tense === "present" && group.aspect === "simple") return read("planned", "which-begins");
  return null;
}

/** "In her talks with B, she has said she will raise trade": what she is going to do in them, told before them. */
export function tellsWhatToRaise(tree: SyntaxTree, saying: number, noun: number): boolean {
  if (noun > saying || verbGroupOf(tree, saying).tense !== "present") return false;
  return childrenBy(tree, saying, "ccomp").some(
    (clause) => clause > saying && raising.test(lowerOf(tree, clause)) && verbGroupOf(tree, clause).tense === "future",
  );
}

const raising = /^(?:discuss|raise|press|urge|seek|push|ask|stress|convey|propose|present|deliver|address)$/u;

export const happenings = new Set(
  "held take begin begins began start starts started open opens opened resume resumes resumed happen happens occur occurs take takes took place conducted".split(
    " ",
  ),
);

const moving = /^(?:moved|pushed|brought|put)$/u;

/** "has been moved from Wednesday to Friday", "was brought forward to Monday". */
export function isMoved(tree: SyntaxTree, verb: number): boolean {
  // "put off until Monday" is postponed.
  if (!moving.test(lowerOf(tree, verb)) || stanceOf(tree, verb) === "cancel") return false;
  return childrenBy(tree, verb, "obl").some((day) => isDay(tree, day) && /^(?:to|until)$/u.test(lowerOf(tree, day - 1)));
}

/** "was called off", "were postponed". */
export function isUndone(tree: SyntaxTree, verb: number): boolean {
  return stanceOf(tree, verb) === "cancel" && verbGroupOf(tree, verb).voice === "passive" && !hasNegation(tree, verb);
}

/** Without a comma or an "and" of its own, a verb in the past is none that is joined to the first one. */
export function hasCommaBetween(tree: SyntaxTree, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (tree.tokens[at]?.text === "," || tree.tokens[at]?.text === ";") return true;
  return false;
}

/** True when a comma stands before the phrase's preposition. */
export function isSetOff(tree: SyntaxTree, noun: number): boolean {
  const preposition = childBy(tree, noun, "case", "mark");
  return preposition > 0 && tree.tokens[preposition - 1]?.text === ",";
}

/** "met B to discuss trade during a visit": what happens during the visit is the finite clause, not its purpose. */
export function finiteAbove(tree: SyntaxTree, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 6; steps += 1) {
    const above = headOf(tree, at);
    if (above < 0 || pennTagOf(tree, at) !== "VB" || childBy(tree, at, "aux") >= 0 || !["advcl", "acl"].includes(baseRelation(tree, at)))
      return at;
    at = above;
  }
  return at;
}

export function isVisitNoun(tree: SyntaxTree, noun: number): boolean {
  return /^(?:visit|trip|tour)$/u.test(lowerOf(tree, noun));
}
