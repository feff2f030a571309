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

/**
 * "Ann [nsubj of Oslo] is due [root] in Oslo [obl of due] to meet [acl of Oslo] Bob", "… is [cop of Oslo] due [amod of Oslo] in Oslo [root] for
 * talks [nmod of Oslo]": who is due, and what for. In place.
 */
export function mendDueSomewhere(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let due = 2; due + 2 < heads.length; due += 1) {
    if (forms[due] !== "due") continue;
    const isBehind = /^(?:in|at|on)$/u.test(forms[due + 1] ?? "");
    const above = heads[due] ?? -1;
    // "is due in Oslo" with the place for the predicate.
    const isPredicate = isBehind && above > due && above - due < placeReach && childOf(above, due - 6, due, /^cop$/u) >= 0;
    if (isPredicate) {
      hang(due, heads[above] ?? -1, relationOf(above));
      hang(above, due, "obl");
    }
    const place = childOf(due, due + 1, due + placeReach, /^(?:obl|advmod)$/u);
    if (place < 0 || (relationOf(place) === "obl" && !isBehind)) continue;
    for (let token = Math.max(0, due - farthest); token < due; token += 1)
      if (heads[token] === place && !/^(?:case|det|compound|amod)$/u.test(relationOf(token)))
        hang(token, due, plainRelation(relationOf(token)));
    const end = Math.min(heads.length, place + farthest / 4);
    for (let token = place + 1; token < end; token += 1) {
      if (heads[token] !== place) continue;
      if (pennTag(token) === "VB" && forms[token - 1] === "to" && /^(?:acl|advcl)$/u.test(relationOf(token))) hang(token, due, "advcl");
      const isPurpose = /^(?:nmod|obl)$/u.test(relationOf(token)) && forms[childOf(token, place, token, /^case$/u)] === "for";
      if (isPurpose) hang(token, due, "obl");
    }
  }
}

/** How many words behind "due" the place may stand. */
const placeReach = 8;

/** What hung on a passive or active verb hangs on an adjective now. */
function plainRelation(relation: string): string {
  if (relation === "aux:pass") return "cop";
  return relation === "nsubj:pass" || relation === "nsubj:outer" ? "nsubj" : relation;
}
