/** Subjects behind what stands in front of the sentence: "After a summit last week, Ann and the leaders of A and B issued a statement". */
import { allHangOn, type DraftTree, farthest, handsOn, hangsOn } from "./draft-tree.ts";
import { type Draft, isActor, openingOf } from "./mend-bare-subjects.ts";
import { subordinators, weekdays } from "./mend-words.ts";

/** How a noun hangs on a phrase that it has nothing to do with. */
const strays = /^(?:appos|conj|nmod|compound|nmod:desc|nmod:unmarked)$/u;

/**
 * "After a summit last week, Ann [appos of summit] and the leaders [conj of summit] of A and B issued [root] a statement": the verb has no
 * subject, and between the comma and the verb stand those who did it.
 */
export function mendFrontedSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  for (let verb = 3; verb < heads.length; verb += 1) {
    if (!/^(?:root|ccomp|conj|parataxis)$/u.test(draft.relationOf(verb))) continue;
    const { opening, last } = openingOf(draft, verb);
    const front = opening < 3 ? -1 : draft.childOf(verb, opening - farthest, opening, /^(?:obl|obl:unmarked|advcl)$/u);
    if (front < 0 || !opensClause(draft, front, verb)) continue;
    const subjects = subjectsBehind(draft, front, last);
    const first = subjects[0];
    if (first === undefined) continue;
    draft.hang(first, verb, "nsubj");
    const isList = subjects.length > 2 || isJoined(draft, subjects.at(-1) ?? first);
    for (const other of subjects.slice(1)) draft.hang(other, first, isList ? "conj" : "appos");
  }
}

function isJoined({ childOf }: Draft, noun: number): boolean {
  return childOf(noun, noun - farthest, noun, /^cc$/u) >= 0 || childOf(noun, noun, noun + farthest, /^conj$/u) >= 0;
}

/** True for a phrase with a preposition, a time or a clause without a subject in front of the sentence, and nothing before it. */
function opensClause(draft: Draft, front: number, verb: number): boolean {
  const { forms, tree, relationOf, childOf } = draft;
  const { heads } = tree;
  if ((heads[verb] ?? -1) < verb && front < (heads[verb] ?? -1)) return false;
  let first = front;
  while (first > 0 && front - first < farthest / 2 && hangsOn(heads, first - 1, front, 8)) first -= 1;
  if (relationOf(front) === "advcl") {
    const opener = childOf(front, first, front, /^(?:mark|advmod)$/u);
    if (childOf(front, first, front, /^nsubj/u) >= 0 && !subordinators.has(forms[opener] ?? "")) return false;
  } else if (childOf(front, first, front, /^case$/u) < 0 && isActor(draft, front)) return false;
  while (first > 0 && heads[first - 1] === verb && /^(?:advmod|cc|mark)$/u.test(relationOf(first - 1))) first -= 1;
  return first === 0 || !/[\p{L}\p{N}]/u.test(forms[first - 1] ?? "") || heads[verb] === first - 1;
}

/** The nouns that stand between the end of what is in front and the verb; none where something else stands there, too. */
function subjectsBehind(draft: Draft, front: number, last: number): readonly number[] {
  const { forms } = draft;
  for (let comma = front; comma < last; comma += 1) {
    // All that stands before the comma belongs to what is in front.
    if (!hangsOn(draft.tree.heads, comma, front, 12) && draft.relationOf(comma) !== "punct") break;
    if (forms[comma] !== "," || isPlace(draft, comma, last)) continue;
    const found = nounsWithin(draft, front, comma + 1, last);
    if (found.length > 0) return found;
  }
  // "During the meeting Mr Lee [appos of meeting] denied it".
  const beside = draft.childOf(front, front + 1, last + 1, /^(?:appos|flat)$/u);
  const isName = beside >= 0 && draft.tree.pennTag(beside).startsWith("NNP") && draft.tree.pennTag(front) === "NN";
  return isName && !forms.slice(front, last).includes(",") ? nounsWithin(draft, front, front + 1, last) : [];
}

/** "In Lima, Peru, envoys met": what stands between the commas says where the place lies. */
function isPlace({ forms, tree }: Draft, comma: number, last: number): boolean {
  const end = forms.indexOf(",", comma + 1);
  // "In Ohio, Lee, a senator, said": an aside of its own has two commas.
  if (end < 0 || end >= last || end - comma > 4 || forms[last + 1] === "," || weekdays.has(forms[comma - 1] ?? "")) return false;
  for (let word = comma - 1; word < end; word += 1) if (word !== comma && !tree.pennTag(word).startsWith("NNP")) return false;
  return true;
}

function nounsWithin(draft: Draft, front: number, from: number, last: number): readonly number[] {
  const { forms, tree, relationOf, childOf } = draft;
  const { heads } = tree;
  const isClosed = forms[last + 1] === ",";
  const found: number[] = [];
  for (let word = from; word <= last; word += 1) {
    const head = heads[word] ?? -1;
    if ((head >= from && head <= last) || /^(?:punct|cc)$/u.test(relationOf(word))) continue;
    const isStray = head >= front && head < from && (strays.test(relationOf(word)) || (from === front + 1 && relationOf(word) === "flat"));
    if (!isStray || !isActor(draft, word) || childOf(word, from, word, /^(?:case|mark)$/u) >= 0) return [];
    found.push(word);
  }
  const first = found[0];
  if (first === undefined || /^(?:and|or|but|who|which)$/u.test(forms[from] ?? "")) return [];
  // "for its governor, Ann, a chorus [appos of Ann] rose": what stands beside somebody ends with a comma, too.
  const beside = isClosed ? -1 : childOf(first, first, last, /^appos$/u);
  if (beside >= 0 && forms.slice(first, beside).includes(",")) return [];
  // A list has its joiner before its last, and who somebody is stands between commas.
  const final = found.at(-1) ?? first;
  const joined = childOf(final, final, last + 1, /^conj$/u);
  const own = final === first ? first : childOf(final, first, final, /^cc$/u);
  const joiner = own < 0 && joined >= 0 ? childOf(joined, final, joined, /^cc$/u) : own;
  if (joiner >= first) return isClosed || !forms.slice(lastJoiner(draft, joiner, last), last).includes(",") ? found : [];
  const isAside = found.length === 2 && isClosed && !(tree.pennTag(first).startsWith("NNP") && tree.pennTag(final).startsWith("NNP"));
  return isAside ? found : [];
}

/** The last "and" of a list, from which no comma follows in it. */
function lastJoiner({ forms }: Draft, from: number, last: number): number {
  return Math.max(from, forms.lastIndexOf("and", last));
}

const people =
  /^(?:officials|leaders|diplomats|ministers|envoys|negotiators|representatives|mediators|lawmakers|commanders|executives|delegates|ambassadors|presidents|chiefs|heads|rebels|residents|workers|members)$/u;

/**
 * "Negotiators [obl] from the government and two groups [nsubj] are expected": a noun in front without a preposition, joined to the subject, is
 * the subject; what is joined are those whom "from" names, or other people.
 */
export function mendJoinedFirst(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  for (let first = 0; first + 4 < heads.length; first += 1) {
    const verb = heads[first] ?? -1;
    if (verb < first + 4 || verb - first > farthest / 2 || !/^(?:obl|vocative)$/u.test(relationOf(first))) continue;
    if (!/^NN/u.test(pennTag(first)) || childOf(first, first - 8, first, /^(?:case|mark)$/u) >= 0) continue;
    const second = childOf(verb, first + 2, verb, /^nsubj/u);
    const joiner = second < 0 ? -1 : Math.max(childOf(second, first, second, /^cc$/u), childOf(verb, first, second, /^cc$/u));
    if (joiner < 0 || forms[joiner] !== "and" || !isJoinedPhrase(tree, first, joiner)) continue;
    if (isKind(forms, tree, first, second)) {
      hang(first, second, "compound");
      join(first, joiner, joiner + 1);
      continue;
    }
    const below = nearestBelow(tree, first, joiner);
    const isOne = isSingular(forms, tree, verb, second);
    const isBelow = below > first && (isOne || (pennTag(first).endsWith("S") && !people.test(forms[second] ?? "")));
    hang(first, verb, relationOf(second));
    join(isBelow ? below : first, joiner, second);
  }
}

/** "Hospital and security officials": two kinds of the same people. */
function isKind(forms: readonly string[], { heads, pennTag }: DraftTree, first: number, second: number): boolean {
  const kind = first + 2;
  if (kind >= second || heads[kind] !== second || !people.test(forms[second] ?? "")) return false;
  return pennTag(first) === "NN" && /^(?:NN|JJ)$/u.test(pennTag(kind)) && heads[first - 1] !== first;
}

/** The noun right before the joiner that a preposition ties to the first, or -1. */
function nearestBelow(tree: DraftTree, first: number, joiner: number): number {
  const { relationOf } = handsOn(tree);
  let noun = joiner - 1;
  while (noun > first && relationOf(noun) !== "nmod") noun = tree.heads[noun] ?? -1;
  return noun > first && noun < joiner ? noun : -1;
}

/** "has", "is" and "shows": one does it, whatever stands joined before. */
export function isSingular(forms: readonly string[], tree: DraftTree, verb: number, from: number): boolean {
  const own = handsOn(tree).childOf(verb, from, verb, /^(?:aux|cop)/u);
  return own < 0 ? tree.pennTag(verb) === "VBZ" : /^(?:is|was|has|does)$/u.test(forms[own] ?? "");
}

/** True when nothing but the noun's own phrase stands between it and the joiner. */
function isJoinedPhrase({ heads }: DraftTree, first: number, joiner: number): boolean {
  return allHangOn(heads, { from: first + 1, to: joiner, head: first, steps: 8 });
}
