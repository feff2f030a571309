/** What a clause behind the noun of a meeting says of it: "talks planned for Monday", "a visit, which was cancelled". */
import { childBy, childrenBy, lowerOf, pennTagOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { verbGroupOf } from "../syntax/verb-groups.ts";
import { compose } from "./clause-modality.ts";
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
