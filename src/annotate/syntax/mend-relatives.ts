/** Relative clauses with "whom" that the parser takes for a complement: "praised Tom Ray, whom she met in Lima". */
import { type DraftTree, farthest, firstOfName, handsOn } from "./draft-tree.ts";

/** How far behind "whom" its verb may stand. */
const reach = 12;

/** Hangs a clause with "whom" on the noun or name right before it, in place. */
export function mendWhomClauses(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let whom = 1; whom < forms.length; whom += 1) {
    if (forms[whom] !== "whom") continue;
    const verb = heads[whom] ?? -1;
    if (verb <= whom || verb - whom > reach || !pennTag(verb).startsWith("VB") || !/^(?:obj|iobj|obl)$/u.test(relationOf(whom))) continue;
    if (!/^(?:ccomp|parataxis|advcl|conj)$/u.test(relationOf(verb))) continue;
    // "Tom Ray, with whom she spoke".
    let before = whom - 1;
    if (heads[before] === whom && relationOf(before) === "case") before -= 1;
    if (forms[before] === ",") before -= 1;
    const noun = before < 0 ? -1 : firstOfName(tree, before);
    if (noun < 0 || !/^(?:NN|PRP$)/u.test(pennTag(noun)) || reaches(heads, noun, verb)) continue;
    hang(verb, noun, "acl:relcl");
  }
}

/** Whether `from` hangs on `to`, directly or not: hung the other way round, the tree would have a circle. */
function reaches(heads: Int32Array, from: number, to: number): boolean {
  let at = from;
  for (let steps = 0; at >= 0 && steps < farthest; steps += 1) {
    if (at === to) return true;
    at = heads[at] ?? -1;
  }
  return at >= 0;
}
