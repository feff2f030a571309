/**
 * A construction that treebanks hardly have and news is full of: "is due to meet". The parser knows "due to" as a preposition; before a
 * base form "due" is an adjective and the infinitive its complement, as in "is set to meet".
 */
import { type DraftTree, farthest, handsOn } from "./draft-tree.ts";

/** Puts the trees of "due to" with a base form right, in place. */
export function mendDueTo(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let due = 0; due + 2 < forms.length; due += 1) {
    if (forms[due]?.toLowerCase() !== "due" || forms[due + 1]?.toLowerCase() !== "to") continue;
    const to = due + 1;
    if (relationOf(to) !== "fixed" || heads[to] !== due) continue;
    // "due to meet", "due to formally meet".
    const verb = [due + 2, due + 3].find((token) => tree.pennTag(token) === "VB");
    if (verb === undefined) continue;
    if (heads[due] === verb) {
      hang(due, heads[verb] ?? -1, relationOf(verb));
      for (let token = 0; token < due; token += 1) if (heads[token] === verb) hang(token, due, plainRelation(relationOf(token)));
    } else if (heads[due] === heads[verb] && (heads[due] ?? -1) < due) {
      // "says envoys [nsubj of visit] were due [ccomp of says] to visit [ccomp of says] Bob".
      for (let token = Math.max(0, due - farthest); token < due; token += 1)
        if (heads[token] === verb) hang(token, due, plainRelation(relationOf(token)));
    } else if (heads[verb] !== due) continue;
    hang(to, verb, "mark");
    hang(verb, due, "xcomp");
  }
}

/** What hung on a passive or active verb hangs on an adjective now. */
function plainRelation(relation: string): string {
  if (relation === "aux:pass") return "cop";
  return relation === "nsubj:pass" || relation === "nsubj:outer" ? "nsubj" : relation;
}
