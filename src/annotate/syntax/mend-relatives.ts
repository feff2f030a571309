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

/** Nouns that "when" can tell more of. */
const whens =
  /^(?:times?|days?|moments?|years?|months?|weeks?|hours?|periods?|points?|eras?|decades?|occasions?|age|dates?|nights?|summers?|winters?|\d+)$/iu;

/** "gave him a copy of a book when the two met [acl of copy]": tells when it was given, not which copy. In place. */
export function mendWhenClauses(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let when = 2; when + 2 < heads.length; when += 1) {
    const clause = heads[when] ?? -1;
    if (forms[when] !== "when" || clause < when || clause - when > farthest / 4 || !/^acl/u.test(relationOf(clause))) continue;
    const noun = heads[clause] ?? -1;
    if (noun < 0 || noun > when || !/^NNS?$/u.test(pennTag(noun)) || whens.test(forms[noun] ?? "") || forms[when - 1] === ",") continue;
    let verb = heads[noun] ?? -1;
    for (let steps = 0; steps < 6 && verb >= 0 && !pennTag(verb).startsWith("VB"); steps += 1) verb = heads[verb] ?? -1;
    if (verb >= 0 && verb < noun && pennTag(verb).startsWith("VB")) hang(clause, verb, "advcl");
  }
}
