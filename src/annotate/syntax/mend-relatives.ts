/** Relative clauses with "whom" that the parser takes for a complement: "praised Tom Ray, whom she met in Lima". */
import { type DraftTree, farthest, firstOfName, handsOn, hangsOn } from "./draft-tree.ts";

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

/**
 * "one [root] of the steps Peruvian and Chilean leaders [conj or appos of steps] agreed [conj of one] to at a summit": a verb that nothing joins
 * and that lacks its object tells of the noun right before its subject. In place.
 */
export function mendBareRelatives(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 2; verb < heads.length; verb += 1) {
    if (pennTag(verb) !== "VBD" || relationOf(verb) !== "conj" || childOf(verb, verb, verb + reach, /^i?obj$/u) >= 0) continue;
    if (childOf(verb, verb - farthest, verb, /^(?:nsubj|aux|mark)/u) >= 0) continue;
    for (let subject = verb - 1; subject > Math.max(0, verb - reach); subject -= 1) {
      const noun = nounToldOf(tree, subject, verb);
      if (noun < 0 || !isBetween(forms, tree, { noun, subject, verb })) continue;
      const above = heads[subject] ?? -1;
      if (above > verb) hang(noun, above, relationOf(subject));
      hang(subject, verb, "nsubj");
      hang(verb, noun, "acl:relcl");
      for (let joiner = subject + 1; joiner < verb; joiner += 1)
        if (heads[joiner] === verb && relationOf(joiner) === "cc") hang(joiner, childOf(subject, joiner, verb, /^conj$/u), "cc");
      break;
    }
  }
}

/** The noun in front of a subject that the verb may tell of: the one that the subject was hung on, or set beside; else -1. */
function nounToldOf(tree: DraftTree, subject: number, verb: number): number {
  const { heads, pennTag } = tree;
  const { relationOf, childOf } = handsOn(tree);
  const above = heads[subject] ?? -1;
  const isHung = above < subject && /^(?:appos|conj)$/u.test(relationOf(subject));
  const isBeside = above > verb && relationOf(subject) === "nsubj";
  const noun = isHung ? above : isBeside ? childOf(above, subject - reach, subject, /^nsubj:outer$/u) : -1;
  const isTold = noun >= 0 && /^NNS?$/u.test(pennTag(noun)) && /^NN/u.test(pennTag(subject));
  return isTold && hangsOn(heads, noun, heads[verb] ?? -1, 8) ? noun : -1;
}

/** True where the subject's phrase is all that stands between the noun and the verb. */
function isBetween(
  forms: readonly string[],
  tree: DraftTree,
  { noun, subject, verb }: { readonly noun: number; readonly subject: number; readonly verb: number },
): boolean {
  const { relationOf, childOf } = handsOn(tree);
  if (childOf(subject, noun, subject, /^(?:cc|case)$/u) >= 0) return false;
  for (let word = noun + 1; word < verb; word += 1) {
    if (forms[word] === ",") return false;
    const joins = tree.heads[word] === verb && relationOf(word) === "cc" && childOf(subject, word, verb, /^conj$/u) > word;
    if (!joins && !hangsOn(tree.heads, word, subject, 8)) return false;
  }
  return true;
}
