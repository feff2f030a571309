/**
 * "between A and B": the word wants two. Where the parser joined the second to a part of the first, or to nothing, it moves up to the
 * phrase that "between" opens.
 */
import { type DraftTree, farthest, handsOn, hangsOn, withinPhrase } from "./draft-tree.ts";

/** Puts the phrases behind "between" right, in place. */
export function mendBetween(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let between = 0; between + 3 < heads.length; between += 1) {
    const first = heads[between] ?? -1;
    if (!/^[Bb]etween$/u.test(forms[between] ?? "") || relationOf(between) !== "case" || first < between) continue;
    if (first - between > farthest || !/^NN|^PRP$/u.test(pennTag(first))) continue;
    const end = Math.min(heads.length, first + farthest);
    joinAcross(forms, tree, first);
    if (childOf(first, first, end, /^conj$/u) >= 0) {
      giveVerb(tree, heads[first] ?? -1);
      continue;
    }
    if (joinedAbove(tree, between, first)) {
      giveVerb(tree, heads[first] ?? -1);
      continue;
    }
    const second = joinedBelow(tree, first, end);
    // "the leaders of A and B" are two in one phrase; "the government of A and B" is not.
    const below = second < 0 ? -1 : (heads[second] ?? -1);
    const isPlural = pennTag(first).endsWith("S") && heads[below] === first;
    if (second >= 0 && !isPlural) {
      hang(second, pennTag(first).endsWith("S") ? partOf(heads, below, first) : first, "conj");
      continue;
    }
    if (second < 0 && !joinSecondSubject(tree, between, first)) joinSubject(tree, between, first);
  }
}

/**
 * "Talks [obj of said] between the mayor, Ann, and her rival [nsubj of put] were put [ccomp of said] off, aides said": of two that "between" wants,
 * the second is no subject; the talks are.
 */
function joinAcross(forms: readonly string[], tree: DraftTree, first: number): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  const talks = heads[first] ?? -1;
  const said = talks < 0 || talks > first ? -1 : (heads[talks] ?? -1);
  if (said < first || !/^NN/u.test(pennTag(talks)) || childOf(talks, talks - 6, talks, /^case$/u) >= 0) return;
  const verb = childOf(said, first + 2, Math.min(said, first + farthest / 2), /^(?:ccomp|parataxis)$/u);
  const second = verb < 0 ? -1 : childOf(verb, first + 2, verb, /^nsubj/u);
  if (second < 0 || !/^NN|^PRP/u.test(pennTag(second))) return;
  let joiner = second - 1;
  while (joiner > first && hangsOn(heads, joiner, second, 4) && forms[joiner] !== "and") joiner -= 1;
  if (forms[joiner] !== "and") return;
  for (let word = first + 1; word < joiner; word += 1) if (relationOf(word) !== "punct" && !hangsOn(heads, word, first, 6)) return;
  // "officials [conj of minister] said": behind the verb nobody is a side.
  const stray = childOf(first, verb + 1, said, /^conj$/u);
  if (stray >= 0) hang(stray, said, "nsubj");
  hang(talks, verb, relationOf(second));
  join(first, joiner, second);
}

/** "Talks [ccomp of said] have broken [parataxis of talks] down, people said", "Talks [root] are being held [conj]": what the talks did. */
function giveVerb(tree: DraftTree, talks: number): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  const verb = /^NN/u.test(pennTag(talks)) ? childOf(talks, talks + 2, talks + farthest / 2, /^(?:parataxis|ccomp|conj)$/u) : -1;
  if (verb < 0 || !/^VB/u.test(pennTag(verb)) || childOf(verb, talks, verb, /^(?:nsubj|mark|cc)/u) >= 0) return;
  if (childOf(verb, talks, verb, /^aux/u) < 0 && !/^VB[DZP]$/u.test(pennTag(verb))) return;
  hang(verb, heads[talks] ?? -1, relationOf(talks));
  hang(talks, verb, childOf(verb, talks, verb, /^aux:pass$/u) >= 0 ? "nsubj:pass" : "nsubj");
  for (let child = verb + 1; child < Math.min(heads.length, verb + farthest); child += 1) if (heads[child] === talks) heads[child] = verb;
}

/** "A meeting between Ann and her deputy [conj of meeting] failed": what "and" joins right behind the first side is the second, not another meeting. */
function joinedAbove(tree: DraftTree, between: number, first: number): boolean {
  const { heads, pennTag } = tree;
  const { hang, childOf } = handsOn(tree);
  const talks = heads[first] ?? -1;
  if (talks < 0 || talks > between) return false;
  const second = childOf(talks, first + 2, first + farthest / 2, /^conj$/u);
  if (second < 0 || !/^NN|^PRP/u.test(pennTag(second))) return false;
  const joiner = childOf(second, first + 1, second, /^cc$/u);
  if (joiner < 0 || !withinPhrase(heads, first, joiner)) return false;
  hang(second, first, "conj");
  return true;
}

/** "Talks [nsubj:outer] between Ann and Bob [nsubj of failed] failed": true where the second subject was joined to the first side. */
function joinSecondSubject(tree: DraftTree, between: number, first: number): boolean {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  const talks = heads[first] ?? -1;
  const verb = talks < 0 || talks > between ? -1 : (heads[talks] ?? -1);
  if (verb < first || verb - first > farthest / 2 || !/^nsubj/u.test(relationOf(talks))) return false;
  const second = childOf(verb, first + 1, verb, /^nsubj/u);
  let joiner = second;
  while (joiner > first && relationOf(joiner) !== "cc") joiner -= 1;
  if (second < 0 || joiner === first) return false;
  hang(joiner, second, "cc");
  hang(talks, verb, relationOf(second));
  hang(second, first, "conj");
  return true;
}

/** "Talks [root] brokered by C between A's government and the rebels [nsubj of nearing] are nearing [conj of talks or brokered] an end". */
function joinSubject(tree: DraftTree, between: number, first: number): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  const above = heads[first] ?? -1;
  const talks = relationOf(above) === "acl" && pennTag(above) === "VBN" ? (heads[above] ?? -1) : above;
  if (talks < 0 || above > between || !/^NN/u.test(pennTag(talks))) return;
  const end = Math.min(heads.length, first + farthest / 2);
  const isTheirs = (token: number): boolean => (heads[token] === talks || heads[token] === above) && relationOf(token) === "conj";
  let verb = first + 2;
  while (verb < end && !(isTheirs(verb) && /^VB/u.test(pennTag(verb)))) verb += 1;
  const second = verb < end ? childOf(verb, first, verb, /^nsubj/u) : -1;
  const joiner = second < 0 ? -1 : Math.max(childOf(second, first, second, /^cc$/u), childOf(verb, first, second, /^cc$/u));
  if (joiner < 0) return;
  hang(verb, heads[talks] ?? -1, relationOf(talks));
  hang(talks, verb, "nsubj");
  if (above !== talks) hang(first, talks, "nmod");
  join(first, joiner, second);
  for (let child = Math.max(0, talks - farthest); child < Math.min(heads.length, verb + farthest); child += 1)
    if (heads[child] === talks && (child > verb || (child < talks && relationOf(child) === "advmod"))) heads[child] = verb;
}

/** The last word joined to a noun that hangs on `first` by "of" and the like, or -1. */
function joinedBelow({ heads, pennTag, relations, relationNames }: DraftTree, first: number, end: number): number {
  const [joined, below] = [relationNames.indexOf("conj"), relationNames.indexOf("nmod")];
  for (let token = end - 1; token > first; token -= 1) {
    if (relations[token] !== joined || !/^NN/u.test(pennTag(token))) continue;
    let at = heads[token] ?? -1;
    while (at > first && relations[at] === below) at = heads[at] ?? -1;
    if (at === first) return token;
  }
  return -1;
}

/** The word under `first` on the way down to `below`. */
function partOf(heads: Int32Array, below: number, first: number): number {
  let at = below;
  while ((heads[at] ?? -1) > first) at = heads[at] ?? -1;
  return at;
}
