/** "…, officials in Lima announced": who says it behind the comma, given to what is said; and verbs that stand before their subject. */
import { type DraftTree, farthest, handsOn, hangsOn } from "./draft-tree.ts";
import { reporting } from "./mend-words.ts";

/**
 * "The talks [nsubj of told] between Ann and Bob have been scrapped [root], sources [nsubj:pass of scrapped] told [advcl of scrapped] the paper":
 * who stands before a verb is its subject, who stands behind the comma tells it. In place.
 */
export function mendCrossedTellers(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let told = 4; told < heads.length; told += 1) {
    const verb = heads[told] ?? -1;
    if (relationOf(told) !== "advcl" || verb < 1 || verb > told || told - verb > farthest / 3 || !reporting.has(forms[told] ?? ""))
      continue;
    const who = childOf(told, verb - farthest, verb, /^nsubj/u);
    const teller = who < 0 ? -1 : childOf(verb, verb + 1, told, /^nsubj/u);
    if (teller < 0 || !/^NN/u.test(pennTag(who)) || !forms.slice(verb, teller).includes(",")) continue;
    const finite = childOf(verb, who, verb, /^aux/u);
    if (finite < 0 && !/^VB[DZP]$/u.test(pennTag(verb))) continue;
    hang(who, verb, relationOf(teller));
    hang(teller, told, "nsubj");
  }
}

/**
 * "will meet [root] in May, the ministries [obj of meet] in Lima and Quito announced [conj of meet]": behind the comma stands who tells it. In
 * place.
 */
export function mendTellersBehind(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let told = 4; told < heads.length; told += 1) {
    const verb = heads[told] ?? -1;
    if (relationOf(told) !== "conj" || verb < 1 || verb > told || told - verb > farthest || pennTag(told) !== "VBD") continue;
    if (!telling.test(forms[told] ?? "") || childOf(told, verb, told, /^(?:nsubj|mark|aux)/u) >= 0) continue;
    let teller = told - 1;
    while (teller > verb && heads[teller] !== verb) teller = heads[teller] ?? -1;
    if (teller <= verb || !/^(?:obj|iobj|parataxis|appos|obl:unmarked)$/u.test(relationOf(teller)) || !/^NN/u.test(pennTag(teller)))
      continue;
    let first = teller;
    while (first > verb + 1 && hangsOn(heads, first - 1, teller, 4) && forms[first - 1] !== ",") first -= 1;
    if (forms[first - 1] !== "," || childOf(teller, first, teller, /^(?:case|cc|mark)$/u) >= 0) continue;
    // Nothing but the teller's phrase, and what joins its parts, stands before the verb.
    for (let joiner = teller + 1; joiner < told; joiner += 1)
      if (heads[joiner] === told && relationOf(joiner) === "cc") hang(joiner, joinedBehind(tree, joiner, told), "cc");
    hang(teller, told, "nsubj");
    hang(told, verb, "parataxis");
  }
}

/** The word that "and" joins: the next one joined before the verb, else the word behind it. */
function joinedBehind(tree: DraftTree, joiner: number, end: number): number {
  const { relationOf } = handsOn(tree);
  for (let word = joiner + 1; word < end; word += 1) if (relationOf(word) === "conj") return word;
  return joiner + 1;
}

const telling = /^(?:announced|confirmed|said|reported|added|stated|disclosed)$/u;

/** "Never did [root] Ann [obj of did] speak [xcomp of did]", "Never before had [advcl of met] Ann [obj of had] met [root]": an auxiliary before its subject. In place. */
export function mendInvertedAuxiliaries(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let aux = 1; aux + 2 < heads.length; aux += 1) {
    if (!/^(?:did|had|has|have|does|do)$/u.test(forms[aux] ?? "") || !inverts(forms, aux)) continue;
    const subject = childOf(aux, aux + 1, aux + 4, /^(?:obj|iobj|nsubj)$/u);
    const below = childOf(aux, aux + 2, aux + farthest / 4, /^(?:xcomp|ccomp|advcl)$/u);
    const above = heads[aux] ?? -1;
    const verb = below >= 0 ? below : above;
    if (subject < 0 || verb < subject || verb - aux > farthest / 4 || !/^VB[ND]?$/u.test(pennTag(verb))) continue;
    if (verb === below) hang(verb, above, relationOf(aux));
    for (let child = Math.max(0, aux - 4); child < Math.min(heads.length, verb + farthest); child += 1)
      if (heads[child] === aux && child !== subject) hang(child, verb, relationOf(child));
    hang(aux, verb, "aux");
    hang(subject, verb, "nsubj");
  }
}

/** Behind words that put the auxiliary first: "Never", "Never before", "At no time". */
function inverts(forms: readonly string[], aux: number): boolean {
  const [last, next] = [forms[aux - 1] ?? "", forms[aux - 2] ?? ""];
  return /^(?:Never|Nor|Rarely|Seldom)$/u.test(last) || (last === "before" && next === "Never") || next.toLowerCase() === "no";
}
