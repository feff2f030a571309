/** What the words after a report do to its meeting: "but cancelled", "however, he called the trip off", "it never took place", "she denied it". */
import type { Document, Sentence } from "../../domain/document.ts";
import type { Meeting, Modality } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, relationOf } from "../syntax/syntax-tree.ts";
import { hasNegation, verbGroupOf } from "../syntax/verb-groups.ts";
import { claims } from "./modality-stances.ts";
import type { PartyContext } from "./party-context.ts";

/** A meeting with the sentence it stands in, for what the next sentences say about it. */
export interface Remembered {
  readonly meeting: Meeting;
  readonly sentenceIndex: number;
}

/** A later sentence about a meeting that an earlier one reported. */
export interface FollowUp {
  readonly meeting: Meeting;
  readonly modality: Modality;
  /** The token that says so. */
  readonly token: number;
  readonly decidedBy: string;
}

type Input = Pick<Document<"tokens">, "tokens" | "article">;

/** "had planned to meet B this week, but called the trip off": true where the same sentence takes it back behind the token. */
export function isCalledOff(doc: Input, context: PartyContext, trigger: number, sentence: TokenRange): boolean {
  for (let index = trigger + 1; index < sentence.endToken; index += 1)
    if (
      callsOff(doc, context, index, sentence) ||
      isBareCancelling(doc, context, index, sentence) ||
      isNoShow(context, index, sentence) ||
      isHindered(context, trigger, index) ||
      isOff(context, index)
    )
      return true;
  return false;
}

/** "…, but canceled", "but it was called off": the clause has no other meeting to cancel. */
function isBareCancelling(doc: Input, context: PartyContext, index: number, sentence: TokenRange): boolean {
  const { tree } = context;
  if (!isCancelVerb(doc, context, index, sentence) || baseRelation(tree, index) !== "conj") return false;
  const undergoing = childBy(tree, index, "obj", "nsubj:pass");
  return childBy(tree, index, "cc") >= 0 && (undergoing < 0 || lowerOf(tree, undergoing) === "it");
}

/** "…, but the minister did not turn up", "but failed to show up". */
function isNoShow({ tree }: PartyContext, index: number, { firstToken }: TokenRange): boolean {
  if (lowerOf(tree, index + 1) !== "up" || !/^(?:turn|show)$/u.test(lowerOf(tree, index))) return false;
  const isMissed = hasNegation(tree, index) || /^fail/u.test(lowerOf(tree, headOf(tree, index)));
  for (let at = index - 1; isMissed && at > firstToken && index - at < 10; at -= 1) if (lowerOf(tree, at) === "but") return true;
  return false;
}

/** "was due to meet B, but her plane was grounded", "was supposed to meet him but stayed at home": what came in between. */
function isHindered({ tree }: PartyContext, trigger: number, index: number): boolean {
  if (!hindrances.test(lowerOf(tree, index)) || lowerOf(tree, childBy(tree, index, "cc")) !== "but" || hasNegation(tree, index))
    return false;
  for (let at = trigger, steps = 0; at >= 0 && steps < 3; at = headOf(tree, at), steps += 1) {
    const isPast = childrenBy(tree, at, "aux", "aux:pass", "cop").some((child) => /^(?:was|were)$/u.test(lowerOf(tree, child)));
    if (isPast && (meant.test(lowerOf(tree, at)) || lowerOf(tree, childBy(tree, at, "mark")) === "to")) return true;
  }
  return false;
}

const meant = /^(?:due|scheduled|set|slated|supposed|meant|expected|planned|booked)$/u;
const hindrances =
  /^(?:stayed|fell|missed|grounded|stranded|held|trapped|stuck|withdrew|pulled|backed|resigned|died|collapsed|arrested|killed|injured|detained|hospitali[sz]ed|snowed|diverted|failed|overslept|left|changed|delayed)$/u;

/** A verb of cancelling with "the trip", "his visit" or the like as its object. */
function callsOff(doc: Input, context: PartyContext, index: number, sentence: TokenRange): boolean {
  return isCancelVerb(doc, context, index, sentence) && eventNounNear(doc, sentence, index);
}

function isCancelVerb(doc: Input, context: PartyContext, index: number, sentence: TokenRange): boolean {
  if (isDeniedReport(context, index)) return false;
  const particle = cancelVerbs.get(doc.tokens[index]?.lower ?? "");
  if (particle === undefined || context.isName[index] || isNegated(doc, sentence, index)) return false;
  return particle === null || hasParticle(doc, sentence, index, particle);
}

/** "denied reports that the meeting was called off", "denied that it was". */
function isDeniedReport({ tree }: PartyContext, verb: number): boolean {
  const above = headOf(tree, verb);
  if (above < 0 || above > verb || !["acl", "ccomp", "acl:relcl"].includes(relationOf(tree, verb))) return false;
  const denial = claims.has(lowerOf(tree, above)) ? headOf(tree, above) : above;
  return denial >= 0 && /^(?:den(?:y|ies|ied|ying)|dismiss|reject|refut)/u.test(lowerOf(tree, denial)) && !hasNegation(tree, denial);
}

/** Verbs that put a meeting off or away, in any form, and the particle some of them need. */
const cancelVerbs: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ..."cancel cancels canceled cancelled canceling cancelling postpone postpones postponed postponing scrap scrapped scrapping delayed delay shelve shelved shelving axed"
    .split(" ")
    .map((word): [string, null] => [word, null]),
  ..."called call calling put putting".split(" ").map((word): [string, string] => [word, "off"]),
]);

const eventNouns = new Set(
  "trip visit meeting meetings encounter talks summit call tour session discussions negotiations round dinner lunch journey".split(" "),
);
const definite = new Set(["the", "his", "her", "their", "its", "that", "this", "planned", "such"]);

/** What the sentence does to a meeting of the two sentences before: calls it off, says that it did not take place, or denies it. */
export function followUpOf(
  doc: Input,
  context: PartyContext,
  sentence: Sentence,
  sentenceIndex: number,
  memory: readonly Remembered[],
): FollowUp | null {
  const near = memory.filter((remembered) => sentenceIndex - remembered.sentenceIndex <= 2).map(({ meeting }) => meeting);
  if (near.length === 0) return null;
  const lastOf = (...modalities: readonly Modality[]): Meeting | undefined =>
    near.findLast(({ modality }) => modalities.includes(modality));
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const isUndone = (callsOff(doc, context, index, sentence) && !hasOwnTrip(context, sentence, index)) || isOff(context, index);
    const planned = isUndone ? lastOf("planned") : undefined;
    if (planned) return { meeting: planned, modality: "cancelled", token: index, decidedBy: "cancelled-in-next-sentence" };
    if (isNotHappening(context, index)) {
      const meeting = lastOf("planned", "held", "ongoing");
      if (meeting) {
        const modality = meeting.modality === "planned" ? "cancelled" : "denied";
        return { meeting, modality, token: index, decidedBy: "did-not-take-place" };
      }
    }
    // "Lang will hold talks with B. … The talks have ended."
    if (isOver(context, index) && !lastOf("held")) {
      const meeting = lastOf("planned", "ongoing");
      const isToCome =
        meeting?.date?.from != null && doc.article.publishedAt !== null && meeting.date.from > doc.article.publishedAt.slice(0, 10);
      if (meeting && !isToCome) return { meeting, modality: "held", token: index, decidedBy: "has-ended" };
    }
    // "There was no such meeting."
    if (isSaidNotToBe(context, index)) {
      const meeting = lastOf("held", "ongoing", "denied");
      if (meeting) return { meeting, modality: "denied", token: index, decidedBy: "no-such-meeting" };
    }
    if (isDenial(context, index)) {
      const meeting = lastOf("held", "ongoing");
      // "denied it", "denied the claim": what somebody said; what the article says itself may not be what is meant.
      const isMeant = meeting !== undefined && (meeting.attribution.length > 0 || isEventObject(context, index));
      if (isMeant) return { meeting, modality: "denied", token: index, decidedBy: "denied-in-next-sentence" };
    }
  }
  return null;
}

/** "The meeting is now off", "said that round was off". */
function isOff({ tree }: PartyContext, off: number): boolean {
  if (lowerOf(tree, off) !== "off" || childBy(tree, off, "cop") < 0 || hasNegation(tree, off)) return false;
  if (childrenBy(tree, off, "mark").some((mark) => /^(?:if|unless|whether)$/u.test(lowerOf(tree, mark)))) return false;
  const subject = childBy(tree, off, "nsubj");
  return isEvent(tree, subject) || (eventNouns.has(lowerOf(tree, subject)) && definite.has(lowerOf(tree, subject - 1)));
}

/** "There was no such meeting", "no meeting took place": a noun of meeting that is said not to be. */
function isSaidNotToBe({ tree }: PartyContext, noun: number): boolean {
  if (!eventNouns.has(lowerOf(tree, noun)) || baseRelation(tree, noun) !== "nsubj") return false;
  const verb = headOf(tree, noun);
  const words = childrenBy(tree, noun, "det", "amod").map((child) => lowerOf(tree, child));
  // "There was no meeting with Eva Holm": another one than that told of.
  const isOther = childrenBy(tree, noun, "nmod").some((child) => /^(?:with|between)$/u.test(lowerOf(tree, childBy(tree, child, "case"))));
  if (!words.includes("no") || isOther) return false;
  if (childBy(tree, verb, "expl") >= 0) return /^(?:was|were|been)$/u.test(lowerOf(tree, verb));
  return /^t[ao]/u.test(lowerOf(tree, verb)) && lowerOf(tree, verb + 1) === "place" && verbGroupOf(tree, verb).tense === "past";
}

/** The verb of "they took place in Oslo", "the call lasted an hour", "the meeting was held at a hotel", as the meeting's modality asks; else -1. */
export function detailsToken({ tree }: PartyContext, { firstToken, endToken }: TokenRange, { modality }: Meeting): number {
  for (let verb = firstToken; verb < endToken; verb += 1) {
    const word = lowerOf(tree, verb);
    if (!unfolding.test(word) || (/^t[ao]/u.test(word) && lowerOf(tree, verb + 1) !== "place")) continue;
    const subject = childBy(tree, verb, "nsubj", "nsubj:pass");
    if (subject < 0 || subject > verb || childBy(tree, verb, "obj:agent") >= 0) continue;
    const noun = lowerOf(tree, subject);
    const isIt = noun === "it" || (noun === "they" && /^t[ao]/u.test(word));
    if (!isIt && !isEvent(tree, subject)) continue;
    const { tense, modal, negated } = verbGroupOf(tree, verb);
    if (negated || modal !== null) continue;
    if (modality === "planned" ? tense === "future" : modality === "held" && tense === "past") return verb;
  }
  return -1;
}

const unfolding = /^(?:take|took|taken|held|last|lasted|began|begin|start|started|happen|happened|occur|occurred)$/u;

/** "The talks have ended", "the meeting wrapped up after an hour". */
function isOver({ tree }: PartyContext, verb: number): boolean {
  if (!/^(?:ended|concluded|finished|wrapped|over)$/u.test(lowerOf(tree, verb))) return false;
  if (!isEvent(tree, childBy(tree, verb, "nsubj"))) return false;
  const { tense, modal, negated } = verbGroupOf(tree, verb);
  return !negated && modal === null && tense !== "future" && baseRelation(tree, verb) !== "advcl";
}

/** "The meeting never took place", "the visit did not go ahead", "those talks fell through". */
function isNotHappening({ tree }: PartyContext, verb: number): boolean {
  const word = lowerOf(tree, verb);
  if (!happening.test(word)) return false;
  const subject = childBy(tree, verb, "nsubj");
  // "that is no longer happening", "this will now not go ahead".
  const isThat = /^(?:that|this|it)$/u.test(lowerOf(tree, subject)) && /^(?:happen|go)/u.test(word) && lowerOf(tree, verb + 1) !== "again";
  if (!isEvent(tree, subject) && !(isThat && verbGroupOf(tree, verb).tense !== "past")) return false;
  if (/^f[ae]ll/u.test(word)) return lowerOf(tree, verb + 1) === "through";
  const isNegative = hasNegation(tree, verb) || childrenBy(tree, verb, "advmod").some((child) => isNever(tree, child));
  if (/^(?:take|took|taken)$/u.test(word)) return isNegative && lowerOf(tree, verb + 1) === "place";
  if (/^(?:go|going|went|gone)$/u.test(word)) return isNegative && lowerOf(tree, verb + 1) === "ahead";
  return isNegative;
}

/** "never", "no longer". */
function isNever(tree: PartyContext["tree"], adverb: number): boolean {
  return lowerOf(tree, adverb) === "never" || (lowerOf(tree, adverb) === "longer" && lowerOf(tree, adverb - 1) === "no");
}

const happening = /^(?:take|took|taken|happen|happened|happening|going|occur|occurred|go|went|gone|materiali[sz]ed?|fell|fallen)$/u;

/** "had been due to visit El Fasher but cancelled the trip": the journey that the sentence itself tells of. */
function hasOwnTrip({ tree }: PartyContext, { firstToken }: TokenRange, verb: number): boolean {
  for (let at = firstToken; at < verb; at += 1)
    if (/^(?:visit|travel|fly|go|attend|meet)$/u.test(lowerOf(tree, at)) && pennTagOf(tree, at) === "VB") return true;
  return false;
}

/** "the meeting", "those talks": words for a meeting that was spoken of; of -1, false. */
function isEvent(tree: PartyContext["tree"], noun: number): boolean {
  return eventNouns.has(lowerOf(tree, noun)) && isDefinite(tree, noun);
}

function isDefinite(tree: PartyContext["tree"], noun: number): boolean {
  return childrenBy(tree, noun, "det", "nmod:poss", "amod").some((child) => child < noun && definite.has(lowerOf(tree, child)));
}

/** "denied the claim", "dismissed the report as", "called the allegation a lie", "denied it". */
function isDenial({ tree }: PartyContext, verb: number): boolean {
  const word = lowerOf(tree, verb);
  if (!denying.test(word) || hasNegation(tree, verb)) return false;
  if (childrenBy(tree, verb, "cc", "cc:preconj").some((child) => ["nor", "neither"].includes(lowerOf(tree, child)))) return false;
  // "would neither confirm nor deny".
  if (baseRelation(tree, verb) === "conj" && /^(?:confirm|den)/u.test(lowerOf(tree, headOf(tree, verb)))) return false;
  const object = childBy(tree, verb, "obj");
  if (object < verb) return false;
  const noun = lowerOf(tree, object);
  if (/^(?:call|brand|label)/u.test(word))
    return (
      claims.has(noun) &&
      isDefinite(tree, object) &&
      [childBy(tree, verb, "xcomp", "obl"), childBy(tree, object, "appos")].some((token) => untruth.test(lowerOf(tree, token)))
    );
  if (noun === "it" || noun === "this" || noun === "that") return /^den/u.test(word) && childBy(tree, verb, "xcomp", "ccomp") < 0;
  // "denied the claim that …" says itself what was claimed.
  const isBare = childBy(tree, object, "acl", "acl:relcl", "nmod", "ccomp") < 0;
  return (claims.has(noun) || eventNouns.has(noun)) && isDefinite(tree, object) && isBare && (/^den/u.test(word) || claims.has(noun));
}

function isEventObject({ tree }: PartyContext, verb: number): boolean {
  return eventNouns.has(lowerOf(tree, childBy(tree, verb, "obj")));
}

const denying =
  /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?)$/u;
const untruth = /^(?:lie|lies|false|untrue|fabrications?|inventions?|nonsense|baseless|fiction|fake|rumou?rs?|fantasy|slander)$/u;

function eventNounNear(doc: Input, sentence: TokenRange, verb: number): boolean {
  for (let at = Math.max(sentence.firstToken, verb - 5); at < Math.min(sentence.endToken, verb + 7); at += 1) {
    const word = doc.tokens[at]?.lower ?? "";
    if (eventNouns.has(word) && (definite.has(doc.tokens[at - 1]?.lower ?? "") || definite.has(doc.tokens[at - 2]?.lower ?? "")))
      return true;
  }
  return false;
}

function hasParticle(doc: Input, sentence: TokenRange, verb: number, particle: string): boolean {
  for (let at = verb + 1; at < Math.min(sentence.endToken, verb + 6); at += 1) if (doc.tokens[at]?.lower === particle) return true;
  return false;
}

function isNegated(doc: Input, sentence: TokenRange, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(sentence.firstToken, verb - 3); at -= 1) {
    const word = doc.tokens[at]?.lower ?? "";
    if (word === "not" || word === "n't" || word === "never") return true;
  }
  return false;
}
