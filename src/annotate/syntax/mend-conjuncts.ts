/** What was joined to the wrong word, or not at all: people behind people, the last of a list, a second subject. */
import { type DraftTree, farthest, firstOfName, handsOn, hangsOn } from "./draft-tree.ts";
import { type Draft, isActor, openingOf } from "./mend-bare-subjects.ts";
import { isSingular } from "./mend-fronted-subjects.ts";
import { callings } from "./mend-words.ts";

/** "met Minister Ann Lee [flat], President Bob [conj of Lee] and Cem": who is joined to a later part of a name is joined to the person. In place. */
export function mendJoinedToParts(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let token = 2; token < heads.length; token += 1) {
    const part = heads[token] ?? -1;
    if (!/^(?:conj|appos)$/u.test(relationOf(token)) || part < 0 || part > token - 2 || relationOf(part) !== "flat") continue;
    if (!pennTag(part).startsWith("NNP") || !pennTag(token).startsWith("NN")) continue;
    // "Marks and Spencer": what is joined within one name has nothing between the two but the joiner.
    const first = firstOfName(tree, part);
    // "novelists Ann [flat of novelists] Lee": those are many.
    // "Ann Lee [flat] and Prime Minister Bob [conj of Lee] Day": a title of his own.
    const isTitled = childOf(token, part + 1, token, /^nmod:desc$/u) >= 0;
    if (pennTag(first).startsWith("NNP") && (isTitled || forms.slice(part, token).includes(","))) hang(token, first, relationOf(token));
  }
}

/**
 * "talks with Minister Ann Lee, President Bob [appos of Ann] Day and Premier Cem [conj of Bob] Kurt": people with titles, parted by a comma and
 * then by "and", are a list. In place.
 */
export function mendListedPeople(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let second = 3; second < heads.length; second += 1) {
    const first = heads[second] ?? -1;
    if (relationOf(second) !== "appos" || first < 0 || first > second - 2 || second - first > 16) continue;
    if (!pennTag(first).startsWith("NNP") || !pennTag(second).startsWith("NNP") || !forms.slice(first, second).includes(",")) continue;
    const third = childOf(second, second + 1, second + farthest / 2, /^conj$/u);
    const isTitled = (person: number): boolean => childOf(person, person - 8, person, /^nmod:desc$/u) >= 0;
    if (third < 0 || !pennTag(third).startsWith("NNP") || !isTitled(second) || !isTitled(third)) continue;
    const joiner = second + forms.slice(second, third).indexOf("and");
    if (!isTitled(first) || joiner < second || !hangsOn(heads, joiner, third, 3)) continue;
    if (childOf(first, first - farthest, second, /^cc$/u) >= 0 || childOf(first, first + 1, second, /^conj$/u) >= 0) continue;
    hang(joiner, third, "cc");
    hang(second, first, "conj");
    for (let other = third; other < Math.min(heads.length, second + farthest); other += 1)
      if (heads[other] === second && relationOf(other) === "conj") hang(other, first, "conj");
  }
}

/**
 * "Peruvian host [nsubj] President Ann [appos of host] Lee and King Bob [conj of Ann] met": what one person is stands before her name; whoever is
 * joined to the name is joined to her. In place.
 */
export function mendCallingsBefore(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let calling = 0; calling + 3 < heads.length; calling += 1) {
    if (!callings.has(forms[calling] ?? "") || pennTag(calling) !== "NN") continue;
    const name = childOf(calling, calling + 1, calling + 5, /^appos$/u);
    const joined = name < calling + 2 ? -1 : childOf(name, name + 1, name + 16, /^conj$/u);
    if (joined < 0 || !pennTag(name).startsWith("NNP")) continue;
    let title = calling + 1;
    while (title < name && heads[title] === name && /^(?:nmod:desc|compound)$/u.test(relationOf(title))) title += 1;
    if (title < name || !pennTag(joined).startsWith("NNP") || (heads[calling] ?? -1) === name) continue;
    hang(name, heads[calling] ?? -1, relationOf(calling));
    hang(calling, name, "nmod:desc");
    for (let child = Math.max(0, calling - 8); child < Math.min(heads.length, name + farthest); child += 1)
      if (heads[child] === calling && relationOf(child) !== "compound") heads[child] = name;
  }
}

/** "Minister [conj of Ann] Bob [conj of Ann] Day": a calling right before a name is that person's. In place. */
export function mendSplitTitles(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let title = 1; title + 1 < heads.length; title += 1) {
    const name = title + 1;
    if (relationOf(title) !== "conj" || relationOf(name) !== "conj" || heads[title] !== heads[name] || (heads[title] ?? 0) > title)
      continue;
    if (!callings.has(forms[title] ?? "") || pennTag(name) !== "NNP" || callings.has(forms[name] ?? "")) continue;
    hang(title, name, "nmod:desc");
    for (let child = Math.max(0, title - 8); child < title; child += 1)
      if (heads[child] === title && /^(?:cc|punct|case|nmod:poss)$/u.test(relationOf(child))) heads[child] = name;
  }
}

/** "met Ann and her brother, Premier Bob [conj of Ann]": behind the last of a list, whom "and" joined, a comma opens who that is. In place. */
export function mendNamedLast(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let name = 4; name < heads.length; name += 1) {
    const first = heads[name] ?? -1;
    if (relationOf(name) !== "conj" || first < 0 || first > name || name - first > farthest || !pennTag(name).startsWith("NNP")) continue;
    if (childOf(name, first, name, /^cc$/u) >= 0) continue;
    let last = name - 1;
    while (last > first && !(heads[last] === first && relationOf(last) === "conj")) last -= 1;
    if (last === first || pennTag(last) !== "NN" || childOf(last, first, last, /^cc$/u) < 0) continue;
    if (childOf(last, first, last, /^(?:nmod:poss|det)$/u) < 0 || !forms.slice(last, name).includes(",")) continue;
    let between = last + 1;
    while (between < name && (hangsOn(heads, between, name, 4) || hangsOn(heads, between, last, 6))) between += 1;
    if (between < name || childOf(first, name + 1, name + farthest / 2, /^conj$/u) > name + 1) continue;
    hang(name, last, "appos");
    const part = name + 1;
    if (heads[part] === first && relationOf(part) === "conj" && pennTag(part) === "NNP") hang(part, name, "flat");
  }
}

/** "Chad and two other states [nsubj:outer of left] left": two subjects with "and" between them are one. In place. */
export function mendTwoSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  const { hang, relationOf, childOf } = draft;
  for (let second = 2; second < heads.length; second += 1) {
    const verb = heads[second] ?? -1;
    if (verb < second || verb - second > farthest || !/^nsubj/u.test(relationOf(second))) continue;
    const first = childOf(verb, second - farthest / 2, second, /^nsubj/u);
    if (first < 0 || !/^(?:NN|PRP)/u.test(pennTag(first)) || !/^(?:NN|PRP)/u.test(pennTag(second))) continue;
    const joiner = Math.max(childOf(second, first + 1, second, /^cc$/u), childOf(verb, first + 1, second, /^cc$/u));
    if (joiner < 0 || forms[joiner] !== "and") continue;
    // "an attack wounded [acl of attack] ten people and a soldier was killed": two clauses; "Ann's and Bob's wish": two owners.
    if (hasVerb(draft, first, joiner) || pennTag(joiner - 1) === "POS") continue;
    let between = first + 1;
    while (between < second && (hangsOn(heads, between, first, 8) || hangsOn(heads, between, second, 8) || between === joiner))
      between += 1;
    if (between < second) continue;
    if (relationOf(first) === "nsubj:outer") hang(first, verb, relationOf(second));
    hang(second, isSingular(forms, tree, verb, second) ? lastBelow(draft, first, joiner) : first, "conj");
    hang(joiner, second, "cc");
  }
}

/** True where a past form with an object stands between two places. */
function hasVerb({ tree, childOf }: Draft, from: number, to: number): boolean {
  for (let verb = from + 1; verb < to; verb += 1)
    if (/^VB[DN]$/u.test(tree.pennTag(verb)) && childOf(verb, verb + 1, to, /^obj$/u) >= 0) return true;
  return false;
}

/** The last noun before a joiner that tells more of the first: "the trial of Ann and [cc] six others has begun". */
function lastBelow({ tree, relationOf }: Draft, first: number, joiner: number): number {
  let noun = joiner - 1;
  while (noun > first && !/^(?:nmod|obj|obl)$/u.test(relationOf(noun))) noun = tree.heads[noun] ?? -1;
  return Math.max(noun, first);
}

/**
 * "opened it in 2004 and talks [conj of 2004] continue [conj of opened]": a joined verb has a joiner; where that was given to the noun right in
 * front of it, the noun is its subject. In place.
 */
export function mendJoinedClauses(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  const { hang, relationOf, childOf } = draft;
  for (let verb = 4; verb < heads.length; verb += 1) {
    const first = heads[verb] ?? -1;
    if (relationOf(verb) !== "conj" || first < 0 || first > verb - 3 || verb - first > farthest) continue;
    const { opening, last } = openingOf(draft, verb);
    if (opening < 0 || last + 1 < opening || childOf(verb, first, verb, /^(?:cc|mark)$/u) >= 0) continue;
    const noun = joinedEndingAt(draft, last, first);
    const joined = noun < 0 ? -1 : (heads[noun] ?? -1);
    if (noun < 0 || !isActor(draft, noun) || !isWithinClause(draft, joined, first)) continue;
    const joiner = childOf(noun, joined + 1, noun, /^cc$/u);
    // "bought cars, vans and trucks made there": a list has its own joiner.
    if (joiner < 0 || forms[joiner] === "or" || childOf(joined, joined + 1, noun, /^conj$/u) >= 0) continue;
    // "saw Ann and Bob leave", "helped Ann and Bob leave".
    const isBare = opening === verb && pennTag(verb) === "VBP" && letting.test(forms[first] ?? "");
    const isSure = opening < verb || /^VB[ZP]$/u.test(pennTag(verb)) || childOf(verb, verb + 1, verb + 8, /^(?:obj|xcomp|ccomp)$/u) >= 0;
    if (isBare || !isSure || forms.slice(first, joiner - 1).some((form) => /^(?:,|;|:|--?|[–—])$/u.test(form))) continue;
    hang(noun, verb, "nsubj");
    hang(joiner, verb, "cc");
  }
}

const letting = /^(?:observ|see|saw|watch|hear|let|mak|made|help|had|have)/u;

/** The joined noun whose phrase ends with the word, behind the first verb; else -1. */
function joinedEndingAt({ tree, relationOf }: Draft, last: number, first: number): number {
  let noun = last;
  for (let steps = 0; steps < 8 && relationOf(noun) !== "conj" && (tree.heads[noun] ?? -1) > first; steps += 1)
    noun = tree.heads[noun] ?? -1;
  const joined = tree.heads[noun] ?? -1;
  return relationOf(noun) === "conj" && joined > first && joined < noun ? noun : -1;
}

/** True when a noun belongs to a clause that has a subject of its own, and is not joined there to anything else. */
function isWithinClause({ tree, relationOf, childOf }: Draft, noun: number, verb: number): boolean {
  if (/^acl/u.test(relationOf(verb)) || childOf(verb, verb - farthest, noun, /^(?:nsubj|expl)/u) < 0) return false;
  let at = noun;
  for (let steps = 0; steps < 8 && at > verb; steps += 1) {
    if (!/^(?:obj|iobj|obl|obl:agent|obl:unmarked|nmod|nmod:unmarked|xcomp|nsubj|advcl|acl|appos)$/u.test(relationOf(at))) return false;
    at = tree.heads[at] ?? -1;
  }
  return at === verb;
}

/**
 * "leaders, officials [conj of leaders] from ten states [nmod of leaders] and Ann [conj of states]": what stands right behind the second of a list
 * is the second's, and the list ends where "and" joins its last. In place.
 */
export function mendModifiedSeconds(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const draft: Draft = { forms, tree, ...handsOn(tree) };
  const { hang, relationOf, childOf } = draft;
  for (let second = 2; second + 2 < heads.length; second += 1) {
    const first = heads[second] ?? -1;
    if (relationOf(second) !== "conj" || first < 0 || first > second - 2 || second - first > 16 || pennTag(second) !== "NNS") continue;
    if (
      forms[first] === forms[second] ||
      !/^NN/u.test(pennTag(first)) ||
      childOf(second, first, second, /^cc$/u) >= 0 ||
      !forms.slice(first, second).includes(",")
    )
      continue;
    const preposition = second + 1;
    const below = heads[preposition] ?? -1;
    if (relationOf(preposition) !== "case" || below < preposition || !/^nmod$/u.test(relationOf(below))) continue;
    if (heads[below] !== first && heads[below] !== second) continue;
    if (childOf(first, second + 1, second + farthest / 2, /^conj$/u) >= 0) continue;
    const last = childOf(below, below + 1, below + 24, /^conj$/u);
    if (last < 0 || childOf(last, below, last, /^cc$/u) < 0 || childOf(below, last + 1, last + 24, /^conj$/u) >= 0) continue;
    // "after the floods, officials in Chad and Mali gave aid": they are the subject of a verb behind them.
    let verb = last + 1;
    while (verb < last + 8 && verb < heads.length && openingOf(draft, verb).opening < 0) verb += 1;
    if (verb < last + 8 && verb < heads.length) continue;
    hang(below, second, "nmod");
    hang(last, first, "conj");
  }
}

/**
 * "meetings with [case of leaders] Minister Ann [nmod of meetings] Lee and leaders [conj of meetings]": what follows a preposition is its phrase,
 * and whoever is joined behind it stands behind the preposition, too. In place.
 */
export function mendPhraseBehindPreposition(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let preposition = 1; preposition + 2 < heads.length; preposition += 1) {
    const joined = heads[preposition] ?? -1;
    if (forms[preposition] !== "with" || relationOf(preposition) !== "case" || relationOf(joined) !== "conj") continue;
    const outer = heads[joined] ?? -1;
    if (outer < 0 || outer >= preposition || joined - preposition > farthest) continue;
    for (let noun = preposition + 1; noun < joined - 1; noun += 1) {
      if (heads[noun] !== outer || relationOf(noun) !== "nmod" || !pennTag(noun).startsWith("NN")) continue;
      if (!forms.slice(noun, joined).includes("and")) continue;
      hang(preposition, noun, "case");
      hang(joined, noun, "conj");
      break;
    }
  }
}
