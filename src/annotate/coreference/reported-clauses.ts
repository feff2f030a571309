/** Who reports the clause that an expression stands in. */
import { headOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Expression } from "./referring-expressions.ts";

/** True where the clause of the one is what the subject of the other says. */
export function isReportedBy(tree: SyntaxTree, { governor }: Expression, speaker: Expression): boolean {
  for (let at = governor, steps = 0; at >= 0 && steps < 6; at = headOf(tree, at), steps += 1)
    if (relationOf(tree, at) === "ccomp" && headOf(tree, at) === speaker.governor) return true;
  return false;
}
