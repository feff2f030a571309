/**
 * Whether a meeting took place, from the words that govern the one that evokes it: tense and auxiliaries, "plans to", "refused to",
 * "denied", "if", and for nouns the verb or preposition they hang on. Read right to left from the trigger; the nearest word decides.
 */
import type { Sentence } from "../../domain/document.ts";
import type { Modality } from "../../domain/meeting.ts";
import { type Grammar, isAuxiliary, isVerb } from "../clauses.ts";
import {
  cancelVerbs,
  denyWords,
  genericDeterminers,
  habitWords,
  hypotheticalWords,
  lightVerbs,
  planWords,
  refuseWords,
} from "./meeting-cues.ts";

export interface ModalityReading {
  /** Null when the words report no particular meeting ("does not usually negotiate"). */
  readonly modality: Modality | null;
  readonly decidedBy: string;
}

function read(modality: Modality | null, decidedBy: string): ModalityReading {
  return { modality, decidedBy };
}

type Bounds = Pick<Sentence, "firstToken" | "endToken">;

const future = new Set(["will", "shall", "'ll", "wo"]);
const conditional = new Set(["would", "could", "may", "might", "can", "ca", "should", "'d"]);
const after = new Set(["after", "following", "during", "since"]);
const before = new Set(["before", "ahead"]);
const futureTime = new Set(["tomorrow", "next", "coming", "later"]);
const motion = new Set(
  "arrived arrives travel travels traveled travelled flew flies fly visiting visited went goes came left heading headed returned".split(
    " ",
  ),
);

/** Modality of the verb at `verb`, by its auxiliaries, negation, governing verb and clause. */
export function verbModality(grammar: Grammar, verb: number, sentence: Bounds): ModalityReading {
  // "Would they meet again?": a question reports nothing.
  if (grammar.tokens[sentence.endToken - 1]?.text === "?") return read("hypothetical", "question");
  return deniedClause(grammar, verb, sentence.firstToken) ?? ownModality(grammar, verb, sentence);
}

/** "denied that they had met", "rejected reports of a meeting": a denial that governs the whole clause. */
function deniedClause(grammar: Grammar, from: number, floor: number): ModalityReading | null {
  let opens = false;
  for (let at = from - 1; at >= floor && from - at < 22; at -= 1) {
    const word = grammar.tokens[at]?.lower ?? "";
    if (word === ";" || word === "but") return null;
    if (["that", "reports", "claims", "suggestions", "having", "allegations", "rumours", "rumors"].includes(word)) opens = true;
    if (
      opens &&
      !grammar.isName[at] &&
      (denyWords.has(word) || word === "dismissed" || (refuseWords.has(word) && word.startsWith("reject")))
    ) {
      return isNegated(grammar, at, floor) || isNeither(grammar, at, floor) ? null : read("denied", "denied-that");
    }
  }
  return null;
}

/** "neither confirmed nor denied". */
function isNeither(grammar: Grammar, at: number, floor: number): boolean {
  for (let index = at - 1; index >= floor && at - index < 4; index -= 1) if (grammar.tokens[index]?.lower === "nor") return true;
  return false;
}

function ownModality(grammar: Grammar, verb: number, sentence: Bounds): ModalityReading {
  const { tokens } = grammar;
  const word = tokens[verb]?.lower ?? "";
  const floor = sentence.firstToken;
  let negated = false;
  let progressive = false;
  let perfect = false;
  let present = false;
  let past = false;
  let at = verb - 1;
  for (; at >= floor; at -= 1) {
    const token = tokens[at];
    if (!token || grammar.isName[at]) break;
    if (token.lower === "not" || token.lower === "n't" || token.lower === "never") negated = true;
    else if (habitWords.has(token.lower)) return read(null, "habit");
    else if (future.has(token.lower)) return read(negated ? "refused" : "planned", "future");
    else if (conditional.has(token.lower)) return read("hypothetical", "modal");
    else if (token.lower === "to" && token.pos === "PART") {
      const governor = governedBy(grammar, at, floor, negated, verb, sentence);
      return governor;
    } else if (isAuxiliary(token)) {
      if (["is", "are", "'re", "am", "'m"].includes(token.lower)) present = true;
      if (["was", "were", "did", "had"].includes(token.lower)) past = true;
      if (["has", "have", "had", "'ve"].includes(token.lower)) perfect = true;
      if (/ing$/u.test(word)) progressive = true;
    } else if (token.pos !== "ADV") break;
  }
  const condition = conditionBefore(grammar, at, floor);
  if (condition) return condition;
  if (negated) {
    if (past || perfect) return read("denied", "negated-past");
    return read(null, "negated-present");
  }
  if (progressive && present)
    return hasFutureTime(grammar, verb, sentence) ? read("planned", "present-progressive-future") : read("ongoing", "present-progressive");
  if (progressive && perfect && !past) return read("ongoing", "present-perfect-progressive");
  if (/ing$/u.test(word)) return participleModality(grammar, verb, sentence);
  if (isPresent(word) && !past && !perfect) {
    return hasFutureTime(grammar, verb, sentence) ? read("planned", "present-for-future") : read("held", "present");
  }
  return read("held", "past");
}

function isPresent(word: string): boolean {
  return /s$/u.test(word) || ["meet", "hold", "visit", "host", "receive", "negotiate", "confer", "begin", "resume"].includes(word);
}

/** "refused to meet", "is expected to meet", "traveled to Doha to meet": the verb before "to". */
function governedBy(grammar: Grammar, to: number, floor: number, negated: boolean, verb: number, sentence: Bounds): ModalityReading {
  const { tokens } = grammar;
  for (let at = to - 1; at >= floor && to - at < 9; at -= 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === "," || token.text === ";" || token.text === ":") break;
    if (grammar.isName[at]) continue;
    const word = token.lower;
    if (refuseWords.has(word)) return read("refused", "refused-to");
    if (denyWords.has(word)) return read("denied", "denied-to");
    if (planWords.has(word))
      return isNegated(grammar, at, floor) || negated ? read("refused", "not-planned-to") : read("planned", "planned-to");
    if (word === "yet" || word === "failed" || word === "unable") return read(null, "yet-to");
    if (hypotheticalWords.has(word)) return read("hypothetical", "wanted-to");
    if (["is", "are", "was", "were"].includes(word) && at === to - 1) return read(negated ? "refused" : "planned", "be-to");
    if (motion.has(word))
      return hasAuxiliaryBefore(grammar, at, floor, future) ? read("planned", "will-go-to") : read("planned", "went-to");
    if (isVerb(grammar, at) && !isAuxiliary(token)) {
      if (["used", "began", "started", "continued", "came", "managed", "got"].includes(word)) return read("held", "did-to");
      if (word === "going") return read("planned", "going-to");
      return read("hypothetical", "verb-to");
    }
  }
  return hasFutureTime(grammar, verb, sentence) ? read("planned", "infinitive-future") : read("hypothetical", "infinitive");
}

/** "after meeting", "denied meeting", "before meeting", "is considering meeting". */
function participleModality(grammar: Grammar, verb: number, sentence: Bounds): ModalityReading {
  const { tokens } = grammar;
  for (let at = verb - 1; at >= sentence.firstToken && verb - at < 4; at -= 1) {
    const word = tokens[at]?.lower ?? "";
    if (denyWords.has(word)) return read("denied", "denied-meeting");
    if (refuseWords.has(word)) return read("refused", "refused-meeting");
    if (after.has(word)) return read("held", "after-meeting");
    if (before.has(word) || word === "of")
      return read(tokens[at - 1]?.lower === "ahead" || before.has(word) ? "planned" : "hypothetical", "before-meeting");
    if (word === "without") return read(null, "without-meeting");
    if (["considering", "suggested", "proposed", "discussed", "about", "consider"].includes(word))
      return read("hypothetical", "considered-meeting");
    if (word === "by" || word === "," || word === "while" || word === "when") {
      const main = mainVerbModality(grammar, verb, sentence);
      return main ?? read("held", "participle");
    }
  }
  return mainVerbModality(grammar, verb, sentence) ?? read("held", "participle");
}

/** A participle shares the future of its main clause. */
function mainVerbModality(grammar: Grammar, verb: number, sentence: Bounds): ModalityReading | null {
  for (let at = sentence.firstToken; at < verb; at += 1) {
    const word = grammar.tokens[at]?.lower ?? "";
    if (grammar.isName[at]) continue;
    if (future.has(word)) return read("planned", "main-clause-future");
    if (conditional.has(word)) return read("hypothetical", "main-clause-modal");
  }
  return null;
}

/** "if they meet", "unless …", "whether …" in front of the clause. */
function conditionBefore(grammar: Grammar, from: number, floor: number): ModalityReading | null {
  for (let at = from; at >= floor && from - at < 12; at -= 1) {
    const word = grammar.tokens[at]?.lower ?? "";
    if (word === "," || word === ";") return null;
    if (word === "if" || word === "unless" || word === "whether") return read("hypothetical", "condition");
  }
  return null;
}

function isNegated(grammar: Grammar, at: number, floor: number): boolean {
  for (let index = at - 1; index >= floor && at - index < 4; index -= 1) {
    const word = grammar.tokens[index]?.lower ?? "";
    if (word === "not" || word === "n't" || word === "no" || word === "never") return true;
  }
  return false;
}

function hasAuxiliaryBefore(grammar: Grammar, at: number, floor: number, words: ReadonlySet<string>): boolean {
  for (let index = at - 1; index >= floor && at - index < 4; index -= 1) if (words.has(grammar.tokens[index]?.lower ?? "")) return true;
  return false;
}

/** A word for the future in the rest of the clause. */
export function hasFutureTime(grammar: Grammar, from: number, sentence: Bounds): boolean {
  for (let at = from + 1; at < sentence.endToken && at - from < 14; at += 1) {
    const word = grammar.tokens[at]?.lower ?? "";
    if (futureTime.has(word)) return true;
    if (word === "who" || word === "which") return false;
  }
  return false;
}

/** Modality of the noun of meeting at `noun`: from its determiner and adjectives, then the verb or preposition it hangs on. */
export function nounModality(grammar: Grammar, noun: number, sentence: Bounds): ModalityReading {
  const { tokens } = grammar;
  const floor = sentence.firstToken;
  const denied = deniedClause(grammar, noun, floor);
  if (denied) return denied;
  let at = noun - 1;
  for (; at >= floor && noun - at < 9; at -= 1) {
    const token = tokens[at];
    if (
      !token ||
      token.pos === "ADP" ||
      token.text === "," ||
      (isVerb(grammar, at) &&
        !["planned", "scheduled", "proposed", "canceled", "cancelled", "postponed", "expected", "announced"].includes(token.lower))
    )
      break;
    const word = token.lower;
    if (genericDeterminers.has(word) && !refusedOrDenied(grammar, at, floor)) return read(null, "any-meeting");
    if (["planned", "scheduled", "upcoming", "forthcoming", "expected"].includes(word))
      return cancelAfter(grammar, noun, sentence) ?? read("planned", "planned-meeting");
    if (["proposed", "possible", "potential", "future", "prospective"].includes(word)) {
      return refusedOrDenied(grammar, at, floor) ?? read("hypothetical", "proposed-meeting");
    }
    if (["canceled", "cancelled", "postponed"].includes(word)) return read("cancelled", "cancelled-meeting");
    if (word === "ongoing") return read("ongoing", "ongoing-meeting");
    if (word === "next") return read("planned", "next-meeting");
  }
  const cancelled = cancelAfter(grammar, noun, sentence);
  if (cancelled) return cancelled;
  if (tokens[at]?.lower === "off") at -= 1;
  const governor = tokens[at];
  if (governor?.pos === "ADP" || governor?.lower === "to") return prepositionModality(grammar, at, noun, sentence);
  if (governor && isVerb(grammar, at)) return governingVerb(grammar, at, noun, sentence);
  return subjectModality(grammar, noun, sentence);
}

function refusedOrDenied(grammar: Grammar, at: number, floor: number): ModalityReading | null {
  for (let index = at - 1; index >= floor && at - index < 8; index -= 1) {
    const word = grammar.tokens[index]?.lower ?? "";
    if (refuseWords.has(word)) return read("refused", "refused-meeting");
    if (denyWords.has(word)) return read("denied", "denied-meeting");
    if (word === "," || word === ";") return null;
  }
  return null;
}

/** The verb whose object the noun is. */
function governingVerb(grammar: Grammar, verb: number, noun: number, sentence: Bounds): ModalityReading {
  const word = grammar.tokens[verb]?.lower ?? "";
  const floor = sentence.firstToken;
  const particle = cancelVerbs.get(word);
  if (particle === null || (particle && nearWord(grammar, verb, particle, sentence))) return read("cancelled", "cancelled");
  if (refuseWords.has(word)) return read("refused", "refused");
  if (denyWords.has(word)) return read("denied", "denied");
  if (lightVerbs.has(word)) {
    const reading = verbModality(grammar, verb, sentence);
    if (reading.modality === "held" && /^(?:begin|began|begun|start|started|open|opened|resum)/u.test(word)) {
      return /^(?:began|begun|started|opened|resumed)$/u.test(word) ? read("ongoing", "began") : reading;
    }
    return reading;
  }
  if (planWords.has(word)) return isNegated(grammar, verb, floor) ? read("refused", "not-planned") : read("planned", "planned");
  if (hypotheticalWords.has(word)) return read("hypothetical", "wanted");
  const reading = verbModality(grammar, verb, sentence);
  if (reading.modality === "planned" || reading.modality === "hypothetical" || reading.modality === "refused") return reading;
  return hasFutureTime(grammar, noun, sentence) ? read("planned", "object-future") : read("held", "object");
}

function nearWord(grammar: Grammar, from: number, wanted: string, sentence: Bounds): boolean {
  for (let at = from + 1; at < sentence.endToken && at - from < 12; at += 1) if (grammar.tokens[at]?.lower === wanted) return true;
  return false;
}

const spells = new Set(["day", "days", "round", "rounds", "series", "hour", "hours", "week", "weeks", "set"]);

/** "after talks with", "ahead of a meeting", "for talks with", "in talks with". */
function prepositionModality(grammar: Grammar, preposition: number, noun: number, sentence: Bounds): ModalityReading {
  const { tokens } = grammar;
  const word = tokens[preposition]?.lower ?? "";
  const floor = sentence.firstToken;
  if (after.has(word))
    return mainVerbModality(grammar, preposition, sentence) === null ? read("held", "after-noun") : read("planned", "after-noun-future");
  if (word === "before" || (word === "of" && tokens[preposition - 1]?.lower === "ahead")) return read("planned", "before-noun");
  // "expected for two days of talks": the days hang on what the talks hang on.
  if (word === "of" && spells.has(tokens[preposition - 1]?.lower ?? "")) return nounModality(grammar, preposition - 1, sentence);
  const owner = nearestVerb(grammar, preposition - 1, floor);
  const ownerWord = owner >= 0 ? (tokens[owner]?.lower ?? "") : "";
  if (word === "for" || word === "to") {
    if (refuseWords.has(ownerWord)) return read("refused", "refused-for");
    if (/^(?:call|urg|press|push|appeal|ask|demand|open|ready|willing)/u.test(ownerWord) || hypotheticalNoun(grammar, preposition))
      return read("hypothetical", "called-for");
    if (hypotheticalWords.has(ownerWord) && !planWords.has(ownerWord)) return read("hypothetical", "wanted-for");
    if (ownerWord === "invited" || planWords.has(ownerWord)) return read("planned", "invited-for");
    if (hasAuxiliaryBefore(grammar, owner, floor, future)) return read("planned", "will-for");
    if (word === "for") return read("planned", "here-for");
    return hypotheticalWords.has(ownerWord) ? read("hypothetical", "to-talks") : read("held", "to-talks");
  }
  if (owner >= 0 && ["in", "at", "during", "with"].includes(word)) {
    if (denyWords.has(ownerWord)) return read("denied", "denied-in");
    if (refuseWords.has(ownerWord)) return read("refused", "refused-in");
    const reading = verbModality(grammar, owner, sentence);
    if (word === "in" && ["is", "are", "was", "were", "been"].includes(ownerWord))
      return read(ownerWord === "been" || ownerWord === "is" || ownerWord === "are" ? "ongoing" : "ongoing", "in-talks");
    if (reading.modality && reading.modality !== "held") return reading;
  }
  return hasFutureTime(grammar, noun, sentence) ? read("planned", "noun-future") : read("held", "noun");
}

function hypotheticalNoun(grammar: Grammar, preposition: number): boolean {
  const word = grammar.tokens[preposition - 1]?.lower ?? "";
  return [
    "call",
    "calls",
    "appeal",
    "request",
    "proposal",
    "offer",
    "ready",
    "open",
    "hopes",
    "hope",
    "push",
    "need",
    "willing",
    "deadline",
  ].includes(word);
}

function nearestVerb(grammar: Grammar, from: number, floor: number): number {
  for (let at = from; at >= floor && from - at < 12; at -= 1) if (isVerb(grammar, at)) return at;
  return -1;
}

/** "the talks have taken place", "a meeting was cancelled", "talks are set for Monday": the noun is the subject. */
function subjectModality(grammar: Grammar, noun: number, sentence: Bounds): ModalityReading {
  for (let at = noun + 1; at < sentence.endToken && at - noun < 26; at += 1) {
    const token = grammar.tokens[at];
    if (!token || !isVerb(grammar, at)) continue;
    if (isAuxiliary(token)) {
      if (future.has(token.lower)) return read("planned", "subject-future");
      if (conditional.has(token.lower)) return read("hypothetical", "subject-modal");
      continue;
    }
    if (token.lower === "led" || token.lower === "aimed" || token.lower === "mediated" || token.lower === "brokered") continue;
    if (planWords.has(token.lower)) return read("planned", "subject-planned");
    const reading = verbModality(grammar, at, sentence);
    if (reading.modality !== "held") return reading;
    break;
  }
  return hasFutureTime(grammar, noun, sentence) ? read("planned", "subject-future-time") : read("held", "subject");
}

/** "talks … were cancelled", "the meeting had been called off". */
function cancelAfter(grammar: Grammar, noun: number, sentence: Bounds): ModalityReading | null {
  for (let at = noun + 1; at < sentence.endToken && at - noun < 22; at += 1) {
    const word = grammar.tokens[at]?.lower ?? "";
    if (word === ";" || word === "and" || word === "who") return null;
    const particle = cancelVerbs.get(word);
    if (particle === undefined) continue;
    const passive = isAuxiliary(grammar.tokens[at - 1]);
    if (passive && (particle === null || grammar.tokens[at + 1]?.lower === particle)) return read("cancelled", "was-cancelled");
  }
  return null;
}
