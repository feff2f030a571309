/** The contacts that one sentence reports: cue by cue, with the sides that grammar gives it. */
import type { Sentence, Token } from "../../domain/document.ts";
import type { Manner, Modality, Participant, Skipped } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Quote } from "../../domain/quote.ts";
import { covers, overlaps, type Span } from "../../domain/span.ts";
import { isNominal, isVerb, nounPhraseEndingAt, nounPhraseStartingAt, subjectOf } from "../clauses.ts";
import { mentionsIn } from "../quotes/speaker-phrases.ts";
import {
  cancelVerbs,
  denyWords,
  genericDeterminers,
  hypotheticalWords,
  lightVerbs,
  metThings,
  nounCues,
  planWords,
  refuseWords,
  type VerbCue,
  verbCues,
  weakNouns,
} from "./meeting-cues.ts";
import { nounModality, verbModality } from "./meeting-modality.ts";
import { countryOfCapital, isCountry, type PartyContext, partyOf } from "./meeting-parties.ts";

export interface Contact {
  readonly participants: readonly Participant[];
  readonly modality: Modality;
  readonly manner: Manner;
  readonly trigger: Span;
  readonly triggerToken: number;
  /** "the talks": words that take up a meeting mentioned before, whose sides may stand there. */
  readonly definite: boolean;
  readonly confidence: number;
  readonly decidedBy: string;
}

export interface ContactsOfSentence {
  readonly contacts: readonly Contact[];
  readonly skipped: readonly Skipped[];
}

/** Reads every cue of the sentence. */
export function findContacts(context: PartyContext, sentence: Sentence, quotes: readonly Quote[]): ContactsOfSentence {
  const contacts: Contact[] = [];
  const skipped: Skipped[] = [];
  const { tokens, isName } = context.grammar;
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = tokens[index];
    if (!token || isName[index]) continue;
    const found = isNounCue(context, index, sentence) ? readNoun(context, index, sentence) : readVerb(context, index, sentence);
    if (!found) continue;
    if ("reason" in found) {
      skipped.push(found);
      continue;
    }
    const participants = distinct(found.participants.map((participant) => withSpeaker(participant, context, sentence, quotes)));
    contacts.push({ ...found, participants });
  }
  return { contacts, skipped };
}

function tokenAt(context: PartyContext, sentence: Sentence, start: number): Token | undefined {
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = context.grammar.tokens[index];
    if (token?.start === start) return token;
  }
  return undefined;
}

/** "I", "we" inside a quotation are its speaker. */
function withSpeaker(participant: Participant, context: PartyContext, sentence: Sentence, quotes: readonly Quote[]): Participant {
  if (participant.entityIndex !== null) return participant;
  const token = tokenAt(context, sentence, participant.start);
  if (!token || !["i", "me", "we", "us"].includes(token.lower) || token.end !== participant.end) return participant;
  const quote = quotes.find((candidate) => candidate.kind !== "indirect" && covers(candidate, participant));
  return quote?.speaker?.entityIndex == null ? participant : { ...participant, entityIndex: quote.speaker.entityIndex, named: true };
}

function distinct(participants: readonly Participant[]): Participant[] {
  const kept: Participant[] = [];
  for (const participant of participants) {
    const same = kept.some(
      (other) =>
        overlaps(other, participant) ||
        (participant.entityIndex !== null && other.entityIndex === participant.entityIndex && other.named && participant.named),
    );
    if (!same) kept.push(participant);
  }
  return kept;
}

function isNounCue(context: PartyContext, index: number, sentence: Sentence): boolean {
  const { tokens } = context.grammar;
  const token = tokens[index];
  if (!token || !nounCues.has(token.lower)) return false;
  const before = tokens[index - 1];
  const opensPhrase =
    before &&
    index - 1 >= sentence.firstToken &&
    (before.pos === "DET" || before.pos === "ADJ" || before.pos === "NUM" || before.lower === "'s");
  if (
    token.lower === "meeting" ||
    token.lower === "visit" ||
    token.lower === "visits" ||
    token.lower === "call" ||
    token.lower === "calls"
  ) {
    if (opensPhrase || (before && ["his", "her", "their", "its"].includes(before.lower))) return true;
    // "after meeting with hostages", "denied meeting Tom Ray": a participle with its object.
    const leadsTo = before?.pos === "ADP" && findWord(context, index + 1, sentence.endToken, "with", 6) >= 0;
    const takesObject = leadsTo || context.grammar.isName[index + 1] === 1;
    return token.pos === "NOUN" && !(token.lower === "meeting" && takesObject);
  }
  // "Talks between …": a plural at the start of a sentence is no verb.
  if (index === sentence.firstToken && ["between", "with", "in", "on"].includes(tokens[index + 1]?.lower ?? "")) return true;
  return token.pos === "NOUN" || opensPhrase === true || (before !== undefined && lightVerbs.has(before.lower));
}

const betweenVerbAndObject = new Set(
  "again briefly separately privately secretly twice directly personally repeatedly recently today yesterday tonight tomorrow monday tuesday wednesday thursday friday saturday sunday first later also instead virtually quietly face-to-face publicly next".split(
    " ",
  ),
);

/** Steps over adverbs and days between a verb and its object. */
function skipAdverbs(context: PartyContext, index: number, ceiling: number): number {
  let at = index;
  while (at < ceiling) {
    const token = context.grammar.tokens[at];
    if (!token || context.grammar.isName[at] || !(betweenVerbAndObject.has(token.lower) || token.pos === "ADV")) break;
    at += 1;
  }
  return at;
}

/** The token after `word` when it stands in the same clause within reach, or -1. */
function findWord(context: PartyContext, from: number, ceiling: number, word: string, reach: number): number {
  const { tokens, isName } = context.grammar;
  for (let at = from; at < ceiling && at - from < reach; at += 1) {
    const token = tokens[at];
    if (!token) return -1;
    if (token.lower === word && !isName[at]) return at + 1;
    if (token.text === ";" || token.text === '"' || token.text === "”" || ["who", "which", "that", "because"].includes(token.lower))
      return -1;
    if (
      token.pos === "VERB" &&
      !isName[at] &&
      !["led", "held", "aimed", "mediated", "brokered", "scheduled", "planned"].includes(token.lower)
    )
      return -1;
    if (token.text === "," && tokens[at + 1]?.lower !== word && at > from + 1) return -1;
  }
  return -1;
}

const attaching = new Set(["of", "from", "representing"]);

/** The sides in a coordinated object: "A, B and the leader of C". */
function partiesAt(context: PartyContext, from: number, ceiling: number): Participant[] {
  const { tokens } = context.grammar;
  const found: Participant[] = [];
  let at = skipLead(context, from, ceiling);
  let isLast = false;
  for (let count = 0; count < 10; count += 1) {
    const phrase = nounPhraseStartingAt(context.grammar, at, ceiling);
    if (!phrase) break;
    const whole = withAttached(context, phrase, ceiling);
    const named = appositive(context, whole, ceiling);
    const party = named ? partyOf(context, named) : partyOf(context, whole);
    if (!party && found.length === 0) return found;
    if (party) found.push(party);
    let end = named ? named.endToken : whole.endToken;
    if (named && tokens[end]?.text === "," && tokens[end + 1]?.lower === "and") end += 1;
    const token = tokens[end];
    if (token?.lower === "and" || token?.lower === "&") {
      at = end + 1;
      isLast = true;
      // "A and B, C and D reported": behind the last "and" a comma opens something else.
    } else if (isLast) break;
    else if (token?.text === "," && tokens[end + 1]?.lower === "and") {
      at = end + 2;
      isLast = true;
    } else if (token?.text === "," && listGoesOn(context, end + 1, ceiling)) at = end + 1;
    else break;
    if (!party) break;
  }
  return found;
}

function skipLead(context: PartyContext, from: number, ceiling: number): number {
  const word = context.grammar.tokens[from]?.lower ?? "";
  return (word === "both" || word === "either") && from + 1 < ceiling ? from + 1 : from;
}

/** True when the words after a comma end in "and …", so that they are a list and no aside. */
function listGoesOn(context: PartyContext, from: number, ceiling: number): boolean {
  const phrase = nounPhraseStartingAt(context.grammar, from, ceiling);
  if (!phrase) return false;
  const whole = withAttached(context, phrase, ceiling);
  const next = context.grammar.tokens[whole.endToken];
  if (next?.lower === "and") return partyOf(context, whole) !== null;
  if (next?.text !== ",") return false;
  return context.grammar.tokens[whole.endToken + 1]?.lower === "and" || listGoesOn(context, whole.endToken + 1, ceiling);
}

function withAttached(context: PartyContext, phrase: TokenRange, ceiling: number): TokenRange {
  let { endToken } = phrase;
  // "U.S. special envoy for hostage affairs Adam Boehler".
  if (context.grammar.tokens[endToken]?.lower === "for") {
    const title = nounPhraseStartingAt(context.grammar, endToken + 1, ceiling);
    if (title && mentionsIn(context.lookup, title).some((mention) => mention.type === "PERSON" && mention.endToken === title.endToken)) {
      return { firstToken: phrase.firstToken, endToken: title.endToken };
    }
  }
  for (let steps = 0; steps < 3 && attaching.has(context.grammar.tokens[endToken]?.lower ?? ""); steps += 1) {
    const next = nounPhraseStartingAt(context.grammar, skipLead(context, endToken + 1, ceiling), ceiling);
    if (!next) break;
    endToken = next.endToken;
  }
  return { firstToken: phrase.firstToken, endToken };
}

/** "his Iranian counterpart, Hassan Kazemi Qomi": the name behind the comma is the side. */
function appositive(context: PartyContext, phrase: TokenRange, ceiling: number): TokenRange | null {
  const { tokens } = context.grammar;
  if (mentionsIn(context.lookup, phrase).some((mention) => mention.type === "PERSON" && mention.form === "name")) return null;
  if (tokens[phrase.endToken]?.text !== "," || phrase.endToken + 1 >= ceiling) return null;
  const head = tokens[phrase.endToken - 1];
  if (!head || head.lower.endsWith("s")) return null;
  const inside = context.lookup.covering.get(phrase.endToken + 1) ?? [];
  for (const index of inside) {
    const mention = context.lookup.mentions[index];
    if (mention?.type === "PERSON" && mention.form === "name" && mention.firstToken === phrase.endToken + 1) return mention;
  }
  return null;
}

/** The sides that are the subject of a verb; an open pronoun takes over the subject of the clause it hangs on. */
function subjectParties(context: PartyContext, verb: number, sentence: Sentence): Participant[] {
  const { tokens } = context.grammar;
  const phrases = subjectOf(context.grammar, verb, sentence);
  const [only] = phrases;
  const word = only && phrases.length === 1 && only.endToken - only.firstToken === 1 ? (tokens[only.firstToken]?.lower ?? "") : "";
  if (!only || !["he", "she", "it", "they"].includes(word) || context.lookup.covering.has(only.firstToken))
    return partiesOf(context, phrases);
  // "China said it was willing to negotiate", "Bush and Karzai smiled when they met".
  for (let at = only.firstToken - 1; at > sentence.firstToken; at -= 1) {
    if (!isVerb(context.grammar, at)) continue;
    const parties = partiesOf(context, subjectOf(context.grammar, at, sentence));
    const fits = word === "they" ? parties.length > 1 || parties[0]?.named === false : parties.length === 1;
    if (fits) return parties;
  }
  return partiesOf(context, phrases);
}

function partiesOf(context: PartyContext, phrases: readonly TokenRange[]): Participant[] {
  const { length } = context.grammar.tokens;
  return phrases.flatMap((phrase) => partyOf(context, appositive(context, phrase, length) ?? phrase) ?? []);
}

function contact(
  context: PartyContext,
  index: number,
  participants: readonly Participant[],
  reading: { readonly modality: Modality | null; readonly decidedBy: string },
  manner: Manner,
  definite = false,
): Contact | Skipped | null {
  const token = context.grammar.tokens[index];
  if (!token) return null;
  const trigger = { start: token.start, end: token.end };
  if (reading.modality === null) return { ...trigger, reason: `no particular meeting (${reading.decidedBy})` };
  const named = participants.filter((participant) => participant.named).length;
  return {
    participants,
    modality: reading.modality,
    manner,
    trigger,
    triggerToken: index,
    definite,
    confidence: named >= 2 ? 0.85 : named === 1 ? 0.75 : 0.55,
    decidedBy: `${token.lower}:${reading.decidedBy}`,
  };
}

function readVerb(context: PartyContext, index: number, sentence: Sentence): Contact | Skipped | null {
  const { tokens } = context.grammar;
  const token = tokens[index];
  const cue = token ? verbCues.get(token.lower) : undefined;
  if (!token || !cue) return null;
  if (token.pos === "NOUN" && token.lower !== "meeting" && token.lower !== "met") return null;
  const start = skipAdverbs(context, index + 1, sentence.endToken);
  const head = tokens[start];
  if (cue.frame === "symmetric" && isFalseMeeting(context, index, start, sentence)) return null;
  const object = objectOf(context, cue, index, start, sentence);
  if (object === null) return null;
  // "meeting" before a noun is part of a compound: "meeting room".
  if (token.lower === "meeting" && object.length === 0 && head && isNominal(context.grammar, start)) return null;
  const subjects = subjectParties(context, index, sentence);
  if (cue.frame !== "symmetric" && object.length === 0 && !isMutual(context, cue, index, sentence)) return null;
  if (cue.frame === "visit") return readVisit(context, index, subjects, object, sentence);
  const reading = verbModality(context.grammar, index, sentence);
  const manner = saysByPhone(context, index, sentence) ? "call" : cue.manner;
  if (object.length === 0 && subjects.length < 2) return null;
  if (subjects.length === 0) return { start: token.start, end: token.end, reason: "no subject found for the verb of meeting" };
  return contact(context, index, [...subjects, ...object], reading, manner);
}

/** "A and B spoke by phone", "A and B talked": both sides stand in front. */
function isMutual(context: PartyContext, cue: VerbCue, index: number, sentence: Sentence): boolean {
  if (cue.frame !== "with") return false;
  const verb = context.grammar.tokens[index]?.lower ?? "";
  return /^(?:talk|negotiat|confer|consult)/u.test(verb) || (/^(?:speak|spoke)/u.test(verb) && saysByPhone(context, index, sentence));
}

/** "met the deadline", "was met with protests": not a meeting. */
function isFalseMeeting(context: PartyContext, index: number, start: number, sentence: Sentence): boolean {
  const { tokens } = context.grammar;
  const before = tokens[index - 1]?.lower ?? "";
  const passive = ["been", "was", "were", "is", "are", "being", "be"].includes(before) && tokens[index]?.lower === "met";
  if (passive) return true;
  const objectStart = tokens[start]?.lower === "with" ? start + 1 : start;
  const phrase = nounPhraseStartingAt(context.grammar, objectStart, sentence.endToken);
  if (!phrase) return false;
  for (let at = phrase.firstToken; at < phrase.endToken; at += 1) if (metThings.has(tokens[at]?.lower ?? "")) return true;
  const determiner = tokens[phrase.firstToken]?.lower ?? "";
  return determiner === "no";
}

/** The sides behind the verb; empty when there are none; null when the frame does not fit. */
function objectOf(context: PartyContext, cue: VerbCue, index: number, start: number, sentence: Sentence): Participant[] | null {
  const { tokens } = context.grammar;
  const end = sentence.endToken;
  if (cue.frame === "with") {
    const verb = tokens[index]?.lower ?? "";
    if (verb.startsWith("s") && /^(?:sit|sat)/u.test(verb) && tokens[index + 1]?.lower !== "down") return null;
    const passive = ["was", "were", "been", "being", "be", "is", "are"].includes(tokens[index - 1]?.lower ?? "");
    const after =
      passive && verb.endsWith("ed") ? -1 : findWord(context, index + 1, end, "with", /^(?:speak|spoke|talk)/u.test(verb) ? 4 : 8);
    if (after >= 0) return partiesAt(context, after, end);
    if (/^(?:speak|spoke|talk)/u.test(verb) && saysByPhone(context, index, sentence)) {
      const to = findWord(context, index + 1, end, "to", 4);
      return to >= 0 ? partiesAt(context, to, end) : [];
    }
    return isMutual(context, cue, index, sentence) ? [] : null;
  }
  if (cue.frame === "symmetric") {
    const after = findWord(context, index + 1, end, "with", 9);
    if (after >= 0) {
      const parties = partiesAt(context, after, end);
      if (parties.length > 0) return parties;
    }
    return partiesAt(context, start, end);
  }
  const parties = partiesAt(context, start, end);
  if (cue.frame === "host") {
    const people = parties.filter((party) => isPeople(context, party));
    return people.length > 0 && people.length === parties.length ? people : null;
  }
  return parties;
}

/** A person by name, or an unnamed delegation: what one can receive as a guest. */
function isPeople(context: PartyContext, party: Participant): boolean {
  // An unresolved pronoun ("it", "them") may stand for a thing.
  if (!party.named) return party.entityIndex !== null || party.end - party.start > "them".length;
  return context.entities[party.entityIndex ?? -1]?.type === "PERSON";
}

function readVisit(
  context: PartyContext,
  index: number,
  subjects: readonly Participant[],
  object: readonly Participant[],
  sentence: Sentence,
): Contact | Skipped | null {
  const hosts = hostsOf(context, object);
  const guests = subjects.filter((party) => isPeople(context, party));
  if (hosts.length === 0 || guests.length === 0) return null;
  return contact(context, index, [...guests, ...hosts], verbModality(context.grammar, index, sentence), "visit");
}

/** Whom one visits: people, a country, or a country by its capital where the article names it. */
function hostsOf(context: PartyContext, parties: readonly Participant[]): Participant[] {
  return parties.flatMap((party) => {
    if (isPeople(context, party) || isCountry(context, party.entityIndex)) return [party];
    const country = countryOfCapital(context, party.entityIndex);
    return country === null ? [] : [{ ...party, entityIndex: country, named: true }];
  });
}

const phoneWords = new Set(["phone", "telephone", "telephoned", "video", "videoconference"]);

function saysByPhone(context: PartyContext, index: number, sentence: Sentence): boolean {
  for (let at = Math.max(sentence.firstToken, index - 4); at < Math.min(sentence.endToken, index + 14); at += 1) {
    if (phoneWords.has(context.grammar.tokens[at]?.lower ?? "")) return true;
  }
  return false;
}

/** Where the noun phrase of the cue starts: determiner, adjectives and compound words before it. */
function phraseStart(context: PartyContext, noun: number, floor: number): number {
  const phrase = nounPhraseEndingAt(context.grammar, noun, floor);
  let start = phrase ? phrase.firstToken : noun;
  // Participles as adjectives ("a planned visit") and words set twice by mistake ("held the the direct negotiations").
  while (start > floor && opensBefore(context, start - 1, floor)) start -= 1;
  return start;
}

function opensBefore(context: PartyContext, index: number, floor: number): boolean {
  const token = context.grammar.tokens[index];
  const before = context.grammar.tokens[index - 1];
  if (token?.pos === "DET") return true;
  if (!token || !participleAdjectives.has(token.lower) || index <= floor) return false;
  return before !== undefined && (before.pos === "DET" || before.pos === "ADP" || before.pos === "ADJ" || before.lower === "'s");
}

const participleAdjectives = new Set([
  "planned",
  "scheduled",
  "proposed",
  "expected",
  "mediated",
  "brokered",
  "sponsored",
  "cancelled",
  "canceled",
]);

function readNoun(context: PartyContext, index: number, sentence: Sentence): Contact | Skipped | null {
  const { tokens } = context.grammar;
  const token = tokens[index];
  const base = token ? nounCues.get(token.lower) : undefined;
  if (!token || !base) return null;
  const next = tokens[index + 1];
  // A compound: "summit agenda", "talks process", "visit site".
  const compound = next?.pos === "NOUN" && !["hours", "days", "weeks", "minutes", "months"].includes(next.lower);
  if (compound && index + 1 < sentence.endToken && !context.grammar.isName[index + 1]) return null;
  const first = phraseStart(context, index, sentence.firstToken);
  const byPhone = rangeHas(context, first, index, phoneWords);
  if (
    weakNouns.has(token.lower) &&
    !byPhone &&
    !governsContact(context, first, sentence) &&
    findWord(context, index + 1, sentence.endToken, "with", 3) < 0
  )
    return null;
  if (token.lower.startsWith("call") && !byPhone) return null;
  if (rangeHas(context, first, index, routine)) return null;
  const manner: Manner = byPhone ? "call" : base;
  const right = sidesAfter(context, index, sentence, manner);
  const pair = hyphenatedPair(context, first, index);
  const governed = governingVerb(context, first, sentence);
  const reading = nounModality(context.grammar, index, sentence);
  const definite = ["the", "these", "those", "their", "this", "that", "such"].includes(tokens[first]?.lower ?? "");
  if (right.complete || (pair.length >= 2 && right.parties.length === 0)) {
    const parties = right.complete ? right.parties : pair;
    return contact(context, index, parties, reading, manner);
  }
  const left = pair.length >= 2 ? pair : leftSides(context, first, governed, sentence, manner);
  const participants = [...left, ...(manner === "visit" ? hostsOf(context, right.parties) : right.parties)];
  if (participants.length >= 2) return contact(context, index, participants, reading, manner);
  const continues =
    definite &&
    !genericDeterminers.has(tokens[first]?.lower ?? "") &&
    (right.ledBy || governed.kind === "light" || takesPlace(context, index, sentence));
  if (continues) return contact(context, index, participants, reading, manner, true);
  if (participants.length === 1 && right.parties.length === 1)
    return { start: token.start, end: token.end, reason: "only one side of the meeting is named" };
  return null;
}

const routine = new Set([
  "cabinet",
  "board",
  "annual",
  "news",
  "press",
  "committee",
  "shareholder",
  "shareholders",
  "weekly",
  "council",
  "staff",
  "prayer",
  "town",
]);

function rangeHas(context: PartyContext, from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at += 1) if (words.has(context.grammar.tokens[at]?.lower ?? "")) return true;
  return false;
}

function governsContact(context: PartyContext, first: number, sentence: Sentence): boolean {
  const verb = first - 1;
  return verb >= sentence.firstToken && lightVerbs.has(context.grammar.tokens[verb]?.lower ?? "");
}

/** "with B", "between A and B", "led by A", "to B" behind the noun. */
function sidesAfter(
  context: PartyContext,
  index: number,
  sentence: Sentence,
  manner: Manner,
): { readonly parties: Participant[]; readonly complete: boolean; readonly ledBy: boolean } {
  const end = sentence.endToken;
  const between = findWord(context, index + 1, end, "between", 10);
  if (between >= 0) {
    const parties = partiesAt(context, between, end);
    if (parties.length >= 2) return { parties, complete: true, ledBy: false };
  }
  const parties: Participant[] = [];
  const withAt = findWord(context, index + 1, end, "with", 12);
  if (withAt >= 0) parties.push(...partiesAt(context, withAt, end));
  const led = ledBy(context, index, sentence);
  if (led >= 0) parties.push(...partiesAt(context, led, end));
  if (manner === "visit" && parties.length === 0) {
    const to = findWord(context, index + 1, end, "to", 3);
    if (to >= 0) parties.push(...partiesAt(context, to, end));
    const by = findWord(context, index + 1, end, "by", 3);
    if (by >= 0) parties.push(...partiesAt(context, by, end));
  }
  return { parties, complete: false, ledBy: led >= 0 };
}

/** "talks, led by U.S. envoy Adam Boehler, …". */
function ledBy(context: PartyContext, index: number, sentence: Sentence): number {
  const { tokens } = context.grammar;
  for (let at = index + 1; at < Math.min(sentence.endToken, index + 5); at += 1) {
    if (["led", "headed", "conducted", "held"].includes(tokens[at]?.lower ?? "") && tokens[at + 1]?.lower === "by") return at + 2;
  }
  return -1;
}

function takesPlace(context: PartyContext, index: number, sentence: Sentence): boolean {
  const { tokens } = context.grammar;
  for (let at = index + 1; at < sentence.endToken && at - index < 24; at += 1) {
    const word = tokens[at]?.lower ?? "";
    if (/^(?:take|takes|took|taken|taking)$/u.test(word) && tokens[at + 1]?.lower === "place") return true;
    if ((word === "held" || word === "conducted") && ["were", "was", "been", "be"].includes(tokens[at - 1]?.lower ?? "")) return true;
  }
  return false;
}

/** "Israeli-Palestinian summit", "U.S.-Hamas talks". */
function hyphenatedPair(context: PartyContext, first: number, noun: number): Participant[] {
  const { tokens } = context.grammar;
  for (let at = first + 1; at + 1 < noun; at += 1) {
    if (tokens[at]?.text !== "-" && tokens[at]?.text !== "–") continue;
    const left = sideWord(context, at - 1);
    const right = sideWord(context, at + 1);
    if (left && right) return [left, right];
  }
  return [];
}

function sideWord(context: PartyContext, index: number): Participant | null {
  const token = context.grammar.tokens[index];
  if (!token) return null;
  for (const at of context.lookup.covering.get(index) ?? []) {
    const mention = context.lookup.mentions[at];
    if (mention?.form === "name") return { start: mention.start, end: mention.end, entityIndex: mention.entityIndex, named: true };
  }
  const country = context.lexicon.countryByDemonym.get(token.lower);
  if (!country) return null;
  return { start: token.start, end: token.end, entityIndex: context.countryEntity.get(country.name) ?? null, named: false };
}

interface Governor {
  readonly kind: "light" | "possessor" | "preposition" | "verb" | "none";
  readonly index: number;
}

/** What the noun phrase hangs on: a light verb, a possessor, a preposition. */
function governingVerb(context: PartyContext, first: number, sentence: Sentence): Governor {
  const { tokens, isName } = context.grammar;
  // "put off a visit", "called off talks".
  const at = tokens[first - 1]?.lower === "off" ? first - 2 : first - 1;
  if (at < sentence.firstToken) return { kind: "none", index: at };
  const token = tokens[at];
  if (!token) return { kind: "none", index: at };
  if (lightVerbs.has(token.lower) && !isName[at]) return { kind: "light", index: at };
  if (token.pos === "ADP" || token.lower === "to" || token.pos === "SCONJ" || token.lower === "following") {
    const verb = at - 1;
    // "engaged in talks", "wrapped up talks".
    if (lightVerbs.has(tokens[verb]?.lower ?? "") && !isName[verb]) return { kind: "light", index: verb };
    if (lightVerbs.has(tokens[verb - 1]?.lower ?? "") && tokens[verb]?.pos === "ADV") return { kind: "light", index: verb - 1 };
    return { kind: "preposition", index: at };
  }
  if (isVerb(context.grammar, at) && takesMeetings(token.lower)) return { kind: "verb", index: at };
  return { kind: "none", index: at };
}

/** Verbs other than light ones whose object a meeting can be: "cancelled talks", "proposed a summit". */
function takesMeetings(verb: string): boolean {
  return cancelVerbs.has(verb) || refuseWords.has(verb) || denyWords.has(verb) || planWords.has(verb) || hypotheticalWords.has(verb);
}

/** The side in front of the noun: its possessor, the subject of the verb it hangs on, or the subject of the sentence. */
function leftSides(context: PartyContext, first: number, governor: Governor, sentence: Sentence, manner: Manner): Participant[] {
  const { tokens } = context.grammar;
  const possessor = possessorIn(context, first, sentence);
  if (possessor.length > 0) return possessor;
  if (governor.kind === "light" || governor.kind === "verb") return subjectParties(context, governor.index, sentence);
  if (governor.kind !== "preposition") return [];
  const word = tokens[governor.index]?.lower ?? "";
  if (!["after", "following", "in", "for", "during", "before", "at", "of", "to", "from", "with"].includes(word)) return [];
  // "a third day of talks" but not "its view of talks".
  if (
    word === "of" &&
    !["day", "round", "series", "hours", "hour", "set", "rounds", "days", "end", "start"].includes(tokens[governor.index - 1]?.lower ?? "")
  )
    return [];
  if (manner === "visit" && !["on", "for", "during", "after", "following", "with"].includes(word)) return [];
  for (let at = governor.index - 1; at >= sentence.firstToken; at -= 1) {
    if (!isVerb(context.grammar, at)) continue;
    const parties = partiesOf(context, subjectOf(context.grammar, at, sentence));
    if (parties.length > 0) return parties.slice(0, 2);
  }
  // "After talks with X on Monday, Y said …".
  for (let at = governor.index + 1; at < sentence.endToken; at += 1) {
    if (tokens[at]?.text !== ",") continue;
    const phrase = nounPhraseStartingAt(context.grammar, at + 1, sentence.endToken);
    const next = phrase ? tokens[phrase.endToken] : undefined;
    if (!phrase || !next) continue;
    const party = next.pos === "VERB" || next.pos === "AUX" || next.pos === "ADV" ? partyOf(context, phrase) : null;
    if (party) return [party];
  }
  return [];
}

/** "Pelosi's visit", "their talks". */
function possessorIn(context: PartyContext, first: number, sentence: Sentence): Participant[] {
  const { tokens, isName } = context.grammar;
  const word = tokens[first]?.lower ?? "";
  if (["his", "her", "their"].includes(word)) {
    for (const at of context.lookup.covering.get(first) ?? []) {
      const mention = context.lookup.mentions[at];
      if (mention) return [{ start: mention.start, end: mention.end, entityIndex: mention.entityIndex, named: true }];
    }
    return [];
  }
  let end = -1;
  for (let at = first; at < sentence.endToken && at - first < 12; at += 1) {
    const mark = tokens[at]?.lower ?? "";
    if (mark === "'s" || mark === "'") end = at;
    if (nounCues.has(mark) && !isName[at]) break;
  }
  if (end <= first) return [];
  const party = partyOf(context, { firstToken: first, endToken: end });
  return party ? [party] : [];
}
