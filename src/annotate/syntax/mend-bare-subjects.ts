/**
 * Finite verbs that the parser left without a subject: who does it stands right before them, and was given to another word. Nothing else
 * can stand there without a preposition of its own.
 */
import { type DraftTree, farthest, type Hands, handsOn, hangsOn } from "./draft-tree.ts";
import { reporting, subordinators, times, weekdays } from "./mend-words.ts";

/** How a verb hangs that must have a subject of its own. */
const clauses = /^(?:ccomp|advcl|acl|parataxis|root|conj)$/u;
/** How a word hangs that is a part of the phrase of the one it hangs on. */
const inner = /^(?:flat|compound|amod|nmod|nmod:desc|nmod:unmarked|nmod:poss|appos|conj|nummod|det|case|list|goeswith)$/u;
const openers = /^(?:[Aa]fter|[Bb]efore|[Ss]ince|[Uu]ntil|[Oo]nce|[Aa]s|[Ww]hile)$/u;

/** A sentence that is being mended. */
export interface Draft extends Hands {
  readonly forms: readonly string[];
  readonly tree: DraftTree;
}

/** A verb without a subject, and the phrase right before it. */
interface BareVerb {
  readonly verb: number;
  /** Its first finite word: itself, or an auxiliary. */
  readonly opening: number;
  /** The head of the phrase before it. */
  readonly noun: number;
  /** The preposition of that phrase, or -1. */
  readonly mark: number;
}

/** "said the talks [obj of said] failed", "as the rebels [obl] agreed", "an agency [compound] reports": what stands right before a finite verb is its subject. */
export function mendBareSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  for (let verb = 1; verb < heads.length; verb += 1) {
    const bare = clauses.test(draft.relationOf(verb)) ? findBare(draft, verb) : null;
    if (bare === null) continue;
    const above = heads[bare.noun] ?? -1;
    if (above === verb) takeOwn(draft, bare);
    else if (above > verb) takeAcross(draft, bare);
    else if (above >= 0) takeFromAbove(draft, bare);
  }
}

function findBare(draft: Draft, verb: number): BareVerb | null {
  const { forms, childOf } = draft;
  const { pennTag } = draft.tree;
  const { opening, last } = openingOf(draft, verb);
  if (opening < 1) return null;
  const noun = phraseBefore(draft, last, opening);
  if (noun < 0 || !isActor(draft, noun) || !isWhole(draft, noun, verb, last + 1) || isGoverned(draft, noun, verb)) return null;
  // "you see nothing throw it away": one does, many do.
  const isOne = pennTag(noun) === "NN" && childOf(noun, noun + 1, opening, /^(?:conj|nmod)$/u) < 0 && forms[noun] !== "police";
  if (opening === verb && pennTag(verb) === "VBP" && isOne) return null;
  // "after the vote, left": the comma before the verb closes what another one opened behind the noun.
  if (last + 1 < opening && isAsideMark(forms[last + 1]) && !forms.slice(noun + 1, last).includes(forms[last + 1] ?? "")) return null;
  if (childOf(verb, verb - farthest, noun, /^cc$/u) >= 0 && draft.relationOf(verb) === "conj") return null;
  const own = childOf(verb, verb - farthest, noun, /^mark$/u);
  if (own >= 0 && !subordinators.has(forms[own] ?? "")) return null;
  return { verb, opening, noun, mark: childOf(noun, noun - farthest, noun, /^case$/u) };
}

/** Where a finite verb without a subject begins, and the last word of what stands before it; -1 for any other word. */
export function openingOf({ forms, tree, relationOf, childOf }: Draft, verb: number): { readonly opening: number; readonly last: number } {
  const { heads, pennTag } = tree;
  let opening = verb;
  for (let word = Math.max(0, verb - 8); word < verb && opening === verb; word += 1)
    if (heads[word] === verb && /^(?:aux|cop)/u.test(relationOf(word))) opening = word;
  const begins = /^VB[DZP]$/u.test(pennTag(opening)) || (opening < verb && pennTag(opening) === "MD");
  if (!begins || childOf(verb, verb - farthest, verb + farthest / 4, /^(?:[nc]subj|expl)/u) >= 0) return { opening: -1, last: -1 };
  let last = opening - 1;
  while (last > 0 && heads[last] === verb && relationOf(last) === "advmod" && pennTag(last).startsWith("RB")) last -= 1;
  return { opening, last: behindAside(forms, last) };
}

function isAsideMark(form: string | undefined): boolean {
  return /^(?:,|--?|[–—])$/u.test(form ?? "");
}

/** The last word before a comma or a dash that closes what an earlier one opened; the same word where none does. */
function behindAside(forms: readonly string[], last: number): number {
  const mark = forms[last] ?? "";
  if (!isAsideMark(mark)) return last;
  return forms.slice(Math.max(0, last - farthest / 4), last).includes(mark) ? last - 1 : last;
}

/** The head of the phrase that ends with the word, or -1. */
function phraseBefore({ forms, tree, relationOf }: Draft, last: number, opening: number): number {
  let noun = last;
  for (let steps = 0; steps < 12; steps += 1) {
    const above = tree.heads[noun] ?? -1;
    if (above < 0 || above >= opening) return noun;
    // The end of a clause that tells which one: "the envoy who left Lima". What is reported there is another clause.
    const isInside = /^acl/u.test(relationOf(noun)) || (/^acl/u.test(relationOf(above)) && !reporting.has(forms[above] ?? ""));
    if (!isInside && !inner.test(relationOf(noun))) return noun;
    noun = above;
  }
  return -1;
}

/** True for a word that can do something: no time, no verb. */
export function isActor({ forms, tree }: Draft, noun: number): boolean {
  const form = forms[noun] ?? "";
  if (weekdays.has(form) || times.has(form)) return false;
  return /^NN/u.test(tree.pennTag(noun)) || /^(?:he|she|they|we|I|those|most|many|some|several|others)$/u.test(form);
}

/** True when all words between a noun and where the verb begins belong to the noun's phrase, or are joiners within it. */
function isWhole({ forms, tree, relationOf }: Draft, noun: number, verb: number, end: number): boolean {
  const { heads } = tree;
  if (end - noun > farthest / 2) return false;
  for (let word = noun + 1; word < end; word += 1) {
    const isJoiner = heads[word] === verb && relationOf(word) === "cc" && word + 1 < end;
    const isMark = heads[word] === verb && relationOf(word) === "punct";
    if (!isJoiner && !isMark && !hangsOn(heads, word, noun, 12)) return false;
    if (relationOf(word) === "mark" && subordinators.has(forms[word] ?? "")) return false;
    if (forms[word] === "that" && relationOf(word) !== "nsubj") return false;
  }
  return true;
}

/** True for a phrase behind a preposition, wherever that was hung: nothing there is a subject, but behind what opens a clause. */
function isGoverned({ forms, tree, relationOf }: Draft, noun: number, verb: number): boolean {
  const { heads, pennTag } = tree;
  const isPart = (word: number): boolean =>
    hangsOn(heads, word, noun, 6) || (heads[word] === verb && /^(?:det|amod)$/u.test(relationOf(word)));
  let first = noun;
  while (first > 0 && noun - first < 12 && isPart(first - 1)) first -= 1;
  const isPreposition = (word: number): boolean => /^(?:IN|TO)$/u.test(pennTag(word)) && !subordinators.has(forms[word] ?? "");
  if (isPreposition(first)) return !/^at (?:least|most)$/iu.test(forms.slice(first, first + 2).join(" "));
  if (first === 0) return false;
  // "such as wars", "Since the ruling, Chad has gained": no clause there.
  const isNoClause = relationOf(verb) === "root" || forms[first - 2] === "such" || heads[first - 1] === noun;
  return isPreposition(first - 1) || (subordinators.has(forms[first - 1] ?? "") && isNoClause);
}

/** "Ann and [cc of left] Bob left": what joins two words of the phrase belongs to the second. */
function giveJoiners({ tree, hang, relationOf }: Draft, { noun, verb, opening }: BareVerb): void {
  for (let joiner = noun + 1; joiner < opening; joiner += 1) {
    if (tree.heads[joiner] !== verb || relationOf(joiner) !== "cc") continue;
    let joined = joiner + 1;
    while (joined < opening && relationOf(joined) !== "conj") joined += 1;
    if (joined < opening) hang(joiner, joined, "cc");
  }
}

/** "another delegation [compound of visits] visits Lima", "after [case of rebels] rebels [obl of attacked] attacked". */
function takeOwn(draft: Draft, bare: BareVerb): void {
  const { forms, hang, relationOf, childOf } = draft;
  const { verb, noun, mark } = bare;
  const relation = relationOf(noun);
  if (mark >= 0) {
    if (relation !== "obl" || !openers.test(forms[mark] ?? "") || relationOf(verb) === "root") return;
    hang(mark, verb, "mark");
  } else {
    if (!/^(?:obl|compound|nmod|appos|obj|iobj|vocative)$/u.test(relation)) return;
    // "imposing government measures": a noun before a noun, where no clause is opened.
    const isOpened = /^(?:root|ccomp)$/u.test(relationOf(verb)) || childOf(verb, verb - farthest, noun, /^mark$/u) >= 0;
    if (relation === "compound" && !isOpened) return;
  }
  hang(noun, verb, "nsubj");
  giveJoiners(draft, bare);
}

/** "Officials [nsubj of left] say [root] Ann has left [ccomp of say]". */
function takeAcross({ forms, tree, hang, relationOf, childOf }: Draft, { verb, noun, mark }: BareVerb): void {
  const other = tree.heads[noun] ?? -1;
  // "the aid [nsubj of comes] announced on Monday comes": with no other subject for what stands behind, the first is a participle.
  const form = forms[verb] ?? "";
  const isSure = reporting.has(form) && !form.endsWith("ed");
  if (!isSure && childOf(other, verb, other, /^nsubj/u) < 0) return;
  if (mark >= 0 || !/^nsubj/u.test(relationOf(noun)) || other - verb > farthest / 2 || !hangsOn(tree.heads, other, verb, 6)) return;
  hang(noun, verb, "nsubj");
}

/** "said the talks [obj of said] failed [ccomp of said]", "came as Ann and Bob [obl of came] left [conj of came]". */
function takeFromAbove(draft: Draft, bare: BareVerb): void {
  const { forms, tree, hang, relationOf, childOf } = draft;
  const { verb, noun, mark } = bare;
  const above = tree.heads[noun] ?? -1;
  if (tree.heads[verb] !== above || above > noun) return;
  const relation = relationOf(verb);
  const isReported = reporting.has(forms[above] ?? "");
  if (mark < 0) {
    if (relation !== "ccomp" || !/^i?obj$/u.test(relationOf(noun)) || !isReported) return;
  } else {
    if (!openers.test(forms[mark] ?? "") || !/^(?:obl|nmod)$/u.test(relationOf(noun))) return;
    if (childOf(verb, above, verb, /^mark$/u) >= 0) return;
    // "hopes the talks [obj of hopes] before the vote will help".
    if (relation === "ccomp" && isReported) return;
    hang(mark, verb, "mark");
    hang(verb, above, "advcl");
  }
  hang(noun, verb, "nsubj");
  giveJoiners(draft, bare);
}
