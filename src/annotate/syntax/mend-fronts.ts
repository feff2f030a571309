/** Words in front of a noun that were hung on what stands behind it, or read as another part of speech. */
import { allHangOn, type DraftTree, farthest, handsOn, hangsOn } from "./draft-tree.ts";
import { times, weekdays } from "./mend-words.ts";

/** "as the [det of visits] president [nsubj of visits] visits Lima": an article belongs to a noun, and the next one is its noun. In place. */
export function mendArticles(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let article = 0; article + 2 < heads.length; article += 1) {
    const verb = heads[article] ?? -1;
    if (verb < article + 2 || verb - article > farthest / 3 || !/^(?:det|nmod:poss)$/u.test(relationOf(article))) continue;
    if (!/^VB[DZP]$/u.test(pennTag(verb)) || !/^(?:root|ccomp|advcl|acl|acl:relcl|conj|parataxis)$/u.test(relationOf(verb))) continue;
    if (childOf(verb, article, verb, /^cop$/u) >= 0) continue;
    // "argue that [det of fit] speeches fit".
    if (forms[article] === "that" && relationOf(verb) === "ccomp" && /^VB/u.test(pennTag(article - 1))) {
      hang(article, verb, "mark");
      continue;
    }
    let noun = article + 1;
    while (noun < verb && heads[noun] !== verb) noun += 1;
    if (noun >= verb || !/^NN/u.test(pennTag(noun)) || !relationOf(noun).startsWith("nsubj")) continue;
    if (allHangOn(heads, { from: article + 1, to: noun, head: noun, steps: 6 }) && childOf(noun, article, noun, /^(?:det|nmod:poss)$/u) < 0)
      hang(article, noun, relationOf(article));
  }
}

/** Adjectives that the parser takes for verbs with an object. */
export const neighbours = ["neighboring", "neighbouring"];

/** "an offer from [mark] neighboring [acl of offer] Chad [obj] to help": it tells which land. In place. */
export function mendNeighbours(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let adjective = 1; adjective + 1 < heads.length; adjective += 1) {
    const land = adjective + 1;
    const above = heads[adjective] ?? -1;
    const isClause = /^(?:acl|advcl|xcomp|ccomp)$/u.test(relationOf(adjective)) && above >= 0 && above < adjective;
    const object = isClause && neighbours.includes(forms[adjective] ?? "") ? childOf(adjective, land, land + 5, /^i?obj$/u) : -1;
    const mark = childOf(adjective, adjective - 2, adjective, /^(?:mark|case)$/u);
    if (object < 0 || mark < 0 || !pennTag(object).startsWith("NNP")) continue;
    hang(object, above, /^VB/u.test(pennTag(above)) ? "obl" : "nmod");
    hang(adjective, object, "amod");
    hang(mark, object, "case");
    retag(adjective, "ADJ JJ");
    for (let child = adjective + 1; child < Math.min(heads.length, adjective + farthest); child += 1) {
      if (heads[child] !== adjective) continue;
      const isInfinitive = relationOf(child) === "xcomp" && /^NN/u.test(pennTag(above));
      hang(child, above, isInfinitive ? "acl" : relationOf(child));
    }
  }
}

/**
 * "Chadian [obl of drove] and Malian [conj of Chadian] army troops [nsubj of drove] drove them out", "Attorney [obl of spoke] General Ann Lee [nsubj]
 * spoke": without a preposition, right before the subject, it is a part of its phrase. In place.
 */
export function mendOpeningAdjectives(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let first = 0; first + 2 < heads.length; first += 1) {
    const verb = heads[first] ?? -1;
    if (verb < first + 2 || verb - first > farthest / 2 || !/^(?:obl|obl:unmarked|vocative|dep)$/u.test(relationOf(first))) continue;
    const subject = childOf(verb, first + 1, verb, /^nsubj/u);
    if (weekdays.has(forms[first] ?? "") || times.has(forms[first] ?? "")) continue;
    if (subject < 0 || subject - first > 8 || childOf(first, first - 4, first, /^(?:case|mark)$/u) >= 0) continue;
    const joined = childOf(first, first + 1, subject, /^conj$/u);
    const isKind =
      joined === first + 2 && /^JJ/u.test(pennTag(first)) && /^JJ/u.test(pennTag(joined)) && forms[first + 1] === "and" && joined < subject;
    const isTitle = pennTag(first) === "NNP" && heads[first + 1] === subject && relationOf(first + 1) === "nmod:desc";
    if (!isKind && !isTitle) continue;
    let word = first + 1;
    while (word < subject && (hangsOn(heads, word, subject, 4) || hangsOn(heads, word, first, 4))) word += 1;
    if (word < subject) continue;
    if (isKind) hang(first, subject, "amod");
    else hang(first, first + 1, "compound");
  }
}

/** Verbs in the present that are plurals elsewhere. */
export const journeys = ["visits", "tours", "hosts", "calls"];

/**
 * "marched as [mark of visits] the president [compound of visits] visits [NNS] Chad [appos]": what a conjunction opens is a clause, so it is the
 * verb. In place.
 */
export function mendVisitsAsVerbs(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 2; verb + 1 < heads.length; verb += 1) {
    if (!journeys.includes(forms[verb] ?? "") || pennTag(verb) !== "NNS" || !/^NNP?$/u.test(pennTag(verb - 1))) continue;
    const mark = childOf(verb, verb - 12, verb - 1, /^mark$/u);
    let who = verb - 1;
    while (relationOf(who) === "flat" && (heads[who] ?? -1) > mark) who = heads[who] ?? -1;
    if (mark < 0 || heads[who] !== verb || !/^(?:compound|nsubj|nmod:desc)$/u.test(relationOf(who))) continue;
    const land = childOf(verb, verb + 1, verb + 6, /^(?:appos|flat|obj|nmod|compound)$/u);
    if (land < 0 || !pennTag(land).startsWith("NNP") || childOf(land, verb, land, /^case$/u) >= 0 || forms[verb + 1] === ",") continue;
    retag(verb, "VERB VBZ");
    hang(who, verb, "nsubj");
    hang(land, verb, "obj");
    for (let child = mark + 1; child < who; child += 1) if (heads[child] === verb) heads[child] = who;
    if (/^(?:obj|obl|nmod|appos|conj)$/u.test(relationOf(verb))) hang(verb, heads[verb] ?? -1, "advcl");
  }
}
