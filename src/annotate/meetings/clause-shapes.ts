/** Shapes of clauses that decide whether something took place: "Had they met", "said it would meet", "Minister to meet", "instead of meeting". */
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  lowerOf,
  pennTagOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { hasNegation, type VerbGroup } from "../syntax/verb-groups.ts";
import { stanceOf } from "./modality-stances.ts";
import { conditionMarkers } from "./modality-words.ts";
import { isSpell } from "./verb-senses.ts";

/** How far before a verb the auxiliary may stand that opens its sentence. */
const inversionReach = 10;

/** "Had they met, …": the auxiliary in front of its subject opens the sentence, whatever it is hung on. */
export function isInvertedCondition(tree: SyntaxTree, verb: number): boolean {
  for (let at = verb - 1; at >= 0 && verb - at < inversionReach; at -= 1) {
    if (tree.tokens[at]?.text === "Had") return verb - at > 1 && tree.tokens[verb]?.lower !== "to";
    if (tagOf(tree, at) === "VERB" || tagOf(tree, at) === "PUNCT" || tagOf(tree, at) === "SCONJ") return false;
  }
  return false;
}

/** "said he would meet": a future seen from the past, not a condition. */
export function isReported(tree: SyntaxTree, verb: number): boolean {
  let at = verb;
  while (baseRelation(tree, at) === "conj") at = headOf(tree, at);
  const [subject] = childrenBy(tree, verb, "nsubj");
  // "I would be delighted to meet", in the speaker's own words, is open.
  if (["i", "we"].includes(lowerOf(tree, subject ?? -1))) return false;
  // "said he had spoken to A and would receive B", with the second verb joined to the report.
  if (baseRelation(tree, at) !== "ccomp") {
    const isJoined = baseRelation(tree, verb) === "conj" && childBy(tree, verb, "nsubj") < 0;
    return isJoined && pastReports.has(lowerOf(tree, at)) && childBy(tree, at, "ccomp") >= 0 && !hasNegation(tree, at);
  }
  if (childrenBy(tree, verb, "advcl").some((clause) => conditionMarkers.has(lowerOf(tree, childBy(tree, clause, "mark"))))) return false;
  if (isProvided(tree, verb)) return false;
  const governor = headOf(tree, at);
  return pastReports.has(lowerOf(tree, governor)) && !hasNegation(tree, governor);
}

/** How many words behind a verb its condition may stand. */
const conditionReach = 20;

/** "would meet B provided that", "as long as", "on condition that": what the clause opens with, whatever it is hung on. */
function isProvided(tree: SyntaxTree, verb: number): boolean {
  for (let at = verb + 1; at < verb + conditionReach; at += 1) {
    const [word, next] = [lowerOf(tree, at), lowerOf(tree, at + 1)];
    if (word === "" || word === "." || word === ";") return false;
    if (/^provid(?:ed|ing)$/u.test(word) && (next === "that" || tree.tokens[at - 1]?.text === ",")) return true;
    if (word === "condition" && next === "that" && lowerOf(tree, at - 1) === "on") return true;
    if (word === "as" && next === "long" && lowerOf(tree, at + 2) === "as") return true;
  }
  return false;
}

const pastReports = new Set("said announced confirmed told added indicated reported agreed disclosed revealed stated promised".split(" "));

/** True where the infinitive is all that is said of the noun, in a line without a stop. */
export function isHeadlineFuture(tree: SyntaxTree, verb: number, noun: number, sentenceEnd: number): boolean {
  if (headOf(tree, noun) >= 0 || noun > verb || baseRelation(tree, verb) !== "acl" || lowerOf(tree, verb - 1) !== "to") return false;
  return tagOf(tree, sentenceEnd - 1) !== "PUNCT" && childBy(tree, noun, "cop", "det") < 0;
}

/** "Instead of meeting B", "stopped short of meeting B". */
export function isInstead(tree: SyntaxTree, gerund: number): boolean {
  return lowerOf(tree, gerund - 1) === "of" && /^(?:instead|short)$/u.test(lowerOf(tree, gerund - 2));
}

/** "an earlier version of this article". */
export function isEarlierVersion(tree: SyntaxTree, noun: number): boolean {
  return lowerOf(tree, noun) === "version" && childrenBy(tree, noun, "amod").length > 0;
}

/** True where the clause tells what was to happen at the end of a journey that was called off. */
export function isWhereUndone(tree: SyntaxTree, verb: number): boolean {
  for (let at = verb, steps = 0; at >= 0 && steps < 5; at = headOf(tree, at), steps += 1) {
    if (!childrenBy(tree, at, "advmod", "mark").some((child) => lowerOf(tree, child) === "where")) continue;
    // Hung on the place, on the journey, or on the verb whose object the journey is.
    for (let above = headOf(tree, at), up = 0; above >= 0 && up < 3; above = headOf(tree, above), up += 1) {
      const undone = visitNouns.has(lowerOf(tree, above)) ? headOf(tree, above) : above;
      const isJourney = childrenBy(tree, undone, "obj", "nsubj:pass").some((child) => visitNouns.has(lowerOf(tree, child)));
      if (undone >= 0 && isJourney) return stanceOf(tree, undone) === "cancel" && !hasNegation(tree, undone);
    }
  }
  return false;
}

export const visitNouns = new Set(["visit", "trip", "tour", "stop", "journey"]);

/** True for a bare verb joined to an infinitive that "is" or "are" makes a plan. */
export function sharesBeTo(tree: SyntaxTree, verb: number): boolean {
  let first = verb;
  while (baseRelation(tree, first) === "conj" && pennTagOf(tree, headOf(tree, first)) === "VB") first = headOf(tree, first);
  if (first === verb || childBy(tree, verb, "nsubj", "aux", "mark") >= 0 || lowerOf(tree, childBy(tree, first, "mark")) !== "to")
    return false;
  return childrenBy(tree, first, "aux", "cop").some((child) => /^(?:is|are|was|were)$/u.test(lowerOf(tree, child)));
}

/** "open", "receptive", "averse": before "to meeting B". */
export function isBentOn(tree: SyntaxTree, word: number): boolean {
  return /^(?:open|receptive|amenable|averse)$/u.test(lowerOf(tree, word));
}

/** "hopes to be received", "refused to be met": the infinitive of a passive is one. */
export function isPassiveInfinitive(tree: SyntaxTree, { verb, auxiliaries }: VerbGroup): boolean {
  return (
    pennTagOf(tree, verb) === "VBN" &&
    lowerOf(tree, childBy(tree, verb, "mark")) === "to" &&
    auxiliaries.some((child) => lowerOf(tree, child) === "be") &&
    auxiliaries.every((child) => lowerOf(tree, child) === "be" || lowerOf(tree, child) === "to")
  );
}

/** "the first premier to visit B", "made her the first to meet B": the noun that says which one did so, or -1. */
export function firstOf(tree: SyntaxTree, governor: number, infinitive: number): number {
  const noun = ["NOUN", "PROPN", "ADJ"].includes(tagOf(tree, governor))
    ? governor
    : (childrenBy(tree, governor, "obj", "xcomp").findLast((child) => child > governor && child < infinitive) ?? -1);
  if (noun < 0) return -1;
  // "the highest-ranking official to visit B": also with the superlative in a compound.
  const words = childrenBy(tree, noun, "amod").flatMap((child) => [child, ...childrenBy(tree, child, "advmod", "amod", "compound")]);
  const isOne = ordinals.has(lowerOf(tree, noun)) || words.some((child) => ordinals.has(lowerOf(tree, child)) || isTopmost(tree, child));
  return isOne ? noun : -1;
}

/** True for the occasion that somebody had: an honour or a pleasure is told when it is over, a chance when one acts after having it. */
export function isTaken(tree: SyntaxTree, noun: number): boolean {
  const having = baseRelation(tree, noun) === "obj" && taken.test(lowerOf(tree, noun)) ? headOf(tree, noun) : -1;
  if (having < 0 || hasNegation(tree, having)) return false;
  if (lowerOf(tree, having) === "having") return lowerOf(tree, having - 1) === "after";
  return lowerOf(tree, noun) !== "chance" && lowerOf(tree, having) === "had" && pennTagOf(tree, having) === "VBD";
}

const taken = /^(?:chance|opportunity|honou?r|pleasure|privilege)$/u;

/** "most senior", "highest", "youngest". */
function isTopmost(tree: SyntaxTree, word: number): boolean {
  return pennTagOf(tree, word) === "JJS" || pennTagOf(tree, word) === "RBS" || /^(?:highest|most)$/u.test(lowerOf(tree, word));
}

const ordinals = new Set("first second third last latest only".split(" "));

/** "could be seen talking to B", "can be heard talking to him": they were. */
export function isPerceived(tree: SyntaxTree, seen: number): boolean {
  if (!/^(?:seen|heard|spotted)$/u.test(lowerOf(tree, seen)) || childBy(tree, seen, "aux:pass") < 0) return false;
  return childrenBy(tree, seen, "aux").some((aux) => /^(?:could|can)$/u.test(lowerOf(tree, aux))) && !hasNegation(tree, seen);
}

/** "a video shows Ann meeting B", "images of Ann meeting B": a picture tells what took place. */
export function isShown(tree: SyntaxTree, seen: number): boolean {
  if (/^show/u.test(lowerOf(tree, seen))) return true;
  const above = headOf(tree, seen);
  if (baseRelation(tree, seen) === "obj") return /^(?:show|film|photograph|captur|depict|pictur)/u.test(lowerOf(tree, above));
  return baseRelation(tree, seen) === "nmod" && pictures.test(lowerOf(tree, above));
}

const pictures = /^(?:images?|photos?|photographs?|pictures?|videos?|footage|film|clips?|recordings?)$/u;

/** True where the sentence ends with a question mark that belongs to the clause. */
export function isQuestion(tree: SyntaxTree, verb: number, sentenceEnd: number): boolean {
  for (let at = sentenceEnd - 1; at > verb && sentenceEnd - at < 4; at -= 1)
    if (tree.tokens[at]?.text === "?") return !opensQuotation(tree, verb, at);
  return false;
}

/** "met him to ask, “Will you come?”": a quotation opens between the verb and the mark, and the question is its. */
function opensQuotation(tree: SyntaxTree, verb: number, mark: number): boolean {
  for (let at = verb + 1; at < mark; at += 1) if (/^[“«„]$/u.test(tree.tokens[at]?.text ?? "")) return true;
  return false;
}

/** "What did they talk about?", "When did you meet him?": a question that takes for granted that it happened. */
export function asksHow(tree: SyntaxTree, { verb, negated, auxiliaries }: VerbGroup): boolean {
  if (negated || !auxiliaries.some((child) => lowerOf(tree, child) === "did")) return false;
  return childrenBy(tree, verb, "advmod", "obj", "obl").some(
    (child) => child < verb && /^(?:what|when|where|why|how)$/u.test(lowerOf(tree, child)),
  );
}

/** "demands that the premier meet him": a base form behind one person, which the tagger takes for a present. */
export function isDemanded(tree: SyntaxTree, { verb, link, auxiliaries }: VerbGroup): boolean {
  if (pennTagOf(tree, verb) !== "VBP" || link?.kind !== "complement" || link.marker !== "that" || auxiliaries.length > 0) return false;
  const subject = childBy(tree, verb, "nsubj");
  if (childBy(tree, subject, "conj") >= 0) return false;
  return pennTagOf(tree, subject) === "NN" || /^(?:s?he|it)$/u.test(lowerOf(tree, subject));
}

/** "had been due", "had been scheduled": a plan that is told as over. */
export function isLapsed(tree: SyntaxTree, governor: number): boolean {
  if (!/^(?:due|scheduled|set|slated|supposed|meant|booked|planning)$/u.test(lowerOf(tree, governor))) return false;
  const auxiliaries = childrenBy(tree, governor, "aux", "aux:pass", "cop").map((child) => lowerOf(tree, child));
  return auxiliaries.includes("had") && auxiliaries.includes("been");
}

/** "agreed to stop the attacks after a meeting": an infinitive whose resolve is past, so that what led to it is, too. */
export function isResolvedOn(tree: SyntaxTree, infinitive: number): boolean {
  const resolve = headOf(tree, infinitive);
  return (
    pennTagOf(tree, infinitive) === "VB" &&
    baseRelation(tree, infinitive) === "xcomp" &&
    pennTagOf(tree, resolve) === "VBD" &&
    resolving.test(lowerOf(tree, resolve)) &&
    !answering.test(lowerOf(tree, infinitive))
  );
}

const resolving = /^(?:agreed|decided|vowed|pledged|promised|refused|declined)$/u;
/** What one does with the answer that a meeting will bring. */
const answering = /^(?:decide|announce|answer|respond|reply|report|return|say|reveal|comment|give)$/u;

/** "toured the plant before meeting B", "kept them waiting before receiving them": the verb in the past whose round the meeting ends, or -1. */
export function roundBefore(tree: SyntaxTree, verb: number): number {
  const main = keeperOf(tree, verb);
  return main >= 0 && pennTagOf(tree, main) === "VBD" && rounds.test(lowerOf(tree, main)) ? main : -1;
}

/** "kept" of "kept them waiting [xcomp]", "kept the mayors waiting [acl of mayors]": the waiting is theirs; other verbs for themselves. */
export function keeperOf(tree: SyntaxTree, verb: number): number {
  if (lowerOf(tree, verb) !== "waiting") return verb;
  const above = headOf(tree, verb);
  return baseRelation(tree, above) === "obj" ? headOf(tree, above) : above;
}

const rounds =
  /^(?:toured|visited|attended|inspected|laid|met|kept|waited|dined|lunched|walked|prayed|watched|paid|unveiled|opened|greeted)$/u;

/** "spent an hour talking [acl of hour]", "will spend it talking [xcomp of spend]": the verb that tells when the time was filled; else -1. */
export function spendingIn(tree: SyntaxTree, participle: number): number {
  const above = headOf(tree, participle);
  if (pennTagOf(tree, participle) !== "VBG" || above < 0 || above > participle) return -1;
  if (/^spen[dt]/u.test(lowerOf(tree, above))) return above;
  const isTime = isSpell(tree, above) && /^(?:obj|obl:unmarked)$/u.test(relationOf(tree, above));
  return isTime && tagOf(tree, headOf(tree, above)) === "VERB" ? headOf(tree, above) : -1;
}
