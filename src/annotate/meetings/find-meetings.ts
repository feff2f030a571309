/** Stage: who met whom. Each cue is read with its sides, place, date and modality; what has no second side is reported as skipped. */
import type { Document, Sentence } from "../../domain/document.ts";
import type { Attribution, DateExpression, Manner, Meeting, Modality, Participant, Skipped } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import { covers, type Span } from "../../domain/span.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { nameFlags } from "../clauses.ts";
import { lookUpMentions } from "../quotes/speaker-phrases.ts";
import { defineStage } from "../stage.ts";
import { syntaxTree } from "../syntax/syntax-tree.ts";
import type { Contact } from "./contact.ts";
import { findContacts } from "./find-contacts.ts";
import { detailsToken, type FollowUp, followUpOf, isCalledOff, type Remembered } from "./follow-ups.ts";
import { datesOf, nearestDate } from "./meeting-date.ts";
import { findPlace, placeWithin } from "./meeting-place.ts";
import { isAboutSport } from "./not-a-meeting.ts";
import { countryEntities, type PartyContext } from "./party-context.ts";
import { postponedTo } from "./postponed-dates.ts";
import { splitByDays, splitBySides } from "./split-contact.ts";

type Input = Document<"paragraphs" | "sentences" | "tokens" | "syntax" | "names" | "mentions" | "entities" | "quotes">;

/** Builds the stage. */
export function makeFindMeetings(lexicon: Lexicon) {
  return defineStage({
    name: "find-meetings",
    needs: ["paragraphs", "sentences", "tokens", "syntax", "names", "mentions", "entities", "quotes"],
    adds: ["meetings", "skippedMeetings"],
    run: (doc) => findMeetings(doc, lexicon),
  });
}

function findMeetings(doc: Input, lexicon: Lexicon): { meetings: Meeting[]; skippedMeetings: Skipped[] } {
  const { tokens, sentences, paragraphs } = doc;
  const context: PartyContext = {
    tree: syntaxTree(tokens, doc.syntax),
    isName: nameFlags(tokens.length, doc.names),
    lexicon,
    lookup: lookUpMentions(doc.mentions, doc.tokens),
    entities: doc.entities,
    countryEntity: countryEntities(doc.entities, lexicon),
    isSport: isAboutSport(tokens),
    playing: new Set(),
    recent: [],
    dealings: [],
  };
  const meetings: Meeting[] = [];
  const skippedMeetings: Skipped[] = [];
  const memory: Remembered[] = [];
  sentences.forEach((sentence, sentenceIndex) => {
    const kind = paragraphs[sentence.paragraphIndex]?.kind;
    if (kind !== "prose" && kind !== "headline") return;
    const { contacts, skipped } = findContacts(context, sentence, doc.quotes);
    const here: Meeting[] = [];
    for (const contact of contacts) {
      const participants =
        contact.definite && !contact.parties.some(({ isPair }) => isPair)
          ? withKnownSides(contact, memory, sentenceIndex, doc)
          : contact.participants;
      if (participants.length < 2) {
        skippedMeetings.push({ ...contact.trigger, reason: "only one side of the meeting is named" });
        continue;
      }
      const off = contact.modality === "planned" && isCalledOff(doc, context, contact.triggerToken, sentence);
      const settled: Contact = off ? { ...contact, modality: "cancelled", decidedBy: `${contact.decidedBy}, called off` } : contact;
      for (const meeting of describeAll(doc, context, sentence, { ...settled, participants })) {
        if (here.some((other) => tellsOf(other, meeting))) continue;
        // The fuller report of one meeting takes the place of the shorter ("after talks in Oslo, A and B …").
        const shorter = here.findIndex((other) => tellsOf(meeting, other));
        if (shorter >= 0) here[shorter] = meeting;
        else here.push(meeting);
      }
    }
    const followUp = here.length === 0 ? followUpOf(doc, context, sentence, sentenceIndex, memory) : null;
    if (followUp) here.push(meetingAgain(doc, sentence, followUp));
    here.push(...putOff(doc, context, sentence, here));
    // "The meeting never took place": its sides are those of the meeting before.
    skippedMeetings.push(...(followUp ? skipped.filter(({ reason }) => !reason.startsWith("no side")) : skipped));
    for (const meeting of here) memory.push({ meeting, sentenceIndex });
    meetings.push(...here);
    if (here.length === 0) tellMore(doc, context, sentence, sentenceIndex, memory, meetings);
  });
  return { meetings, skippedMeetings };
}

/** "postponed their talks until Monday": beside the meeting that is off, the one that is planned instead. */
function putOff(doc: Input, context: PartyContext, sentence: Sentence, here: readonly Meeting[]): Meeting[] {
  const [off, ...others] = here.filter(({ modality }) => modality === "cancelled");
  const date = off && others.length === 0 ? postponedTo(context, sentence, doc.article.publishedAt) : null;
  if (!off || !date || here.some(({ modality }) => modality === "planned")) return [];
  return [{ ...off, modality: "planned", date, decidedBy: `${off.decidedBy}-to` }];
}

/** "They took place at a villa near Oslo on Monday": gives the meeting of the sentences before the place and the day that it lacks. */
function tellMore(
  doc: Input,
  context: PartyContext,
  sentence: Sentence,
  sentenceIndex: number,
  memory: Remembered[],
  meetings: Meeting[],
): void {
  const last = memory[memory.length - 1];
  if (!last || sentenceIndex - last.sentenceIndex > 2) return;
  const told = detailsToken(context, sentence, last.meeting);
  if (told < 0) return;
  const { meeting } = last;
  const token = doc.tokens[told] ?? sentence;
  const contact: Contact = {
    participants: meeting.participants,
    parties: [],
    modality: meeting.modality,
    manner: meeting.manner,
    mediated: meeting.mediated,
    trigger: { start: token.start, end: token.end },
    triggerToken: told,
    definite: true,
    confidence: meeting.confidence,
    decidedBy: meeting.decidedBy,
  };
  const near = nearby(sentence, told);
  const placeEntityIndex = meeting.placeEntityIndex ?? findPlace(context, near, contact);
  const date =
    meeting.date ?? nearestDate(context, near, contact, datesOf(context, near, contact, doc.article.publishedAt), doc.article.publishedAt);
  const fuller = { ...meeting, placeEntityIndex, date };
  meetings[meetings.lastIndexOf(meeting)] = fuller;
  memory[memory.length - 1] = { ...last, meeting: fuller };
}

/** The meetings that one contact tells of, each with its sides, place and day. */
function describeAll(doc: Input, context: PartyContext, sentence: Sentence, contact: Contact): Meeting[] {
  const near = nearby(sentence, contact.triggerToken);
  const dates = datesOf(context, near, contact, doc.article.publishedAt);
  return splitBySides(context, contact, near, dates).flatMap((part): Meeting[] => {
    const own = part.stretch;
    // What stands in front of the word for the meeting holds for each: "on Monday she met A in Oslo and B in Lima".
    const shared = own ? { ...near, endToken: contact.triggerToken } : near;
    const ownPlace = own ? placeWithin(context, own, part.contact) : null;
    const place = part.country ?? ownPlace ?? findPlace(context, shared, part.contact);
    const isOwn = ({ start, end }: Span): boolean => own !== null && isWithin(context, own, start, end);
    const date =
      dates.find(isOwn) ??
      nearestDate(context, shared, part.contact, own ? dates.filter(isBefore(contact)) : dates, doc.article.publishedAt);
    // "will not meet them today, tomorrow or next week" is one refusal.
    const isUnmade = ["refused", "denied", "hypothetical"].includes(contact.modality);
    const when = date && own === null && !isUnmade ? splitByDays(context, near, date, dates) : [{ date, stretch: null }];
    return when.map(({ date: day, stretch }) => ({
      participants: part.contact.participants,
      modality: contact.modality === "ongoing" && isToCome(day, doc.article.publishedAt) ? "planned" : contact.modality,
      manner: contact.manner,
      mediated: contact.mediated,
      placeEntityIndex: (stretch && placeWithin(context, stretch, part.contact)) ?? place,
      date: day,
      trigger: contact.trigger,
      evidence: { start: sentence.start, end: sentence.end },
      attribution: attributionOf(doc, contact.trigger),
      confidence: contact.confidence,
      decidedBy: contact.decidedBy,
    }));
  });
}

/** "is meeting B on Thursday", on a Tuesday. */
function isToCome(day: DateExpression | null, publishedAt: string | null): boolean {
  return day !== null && day.from !== null && publishedAt !== null && day.from > publishedAt.slice(0, 10);
}

function isBefore({ trigger }: Contact): (span: Span) => boolean {
  return ({ end }) => end <= trigger.start;
}

function isWithin({ tree }: PartyContext, { firstToken, endToken }: TokenRange, start: number, end: number): boolean {
  return start >= (tree.tokens[firstToken]?.start ?? 0) && end <= (tree.tokens[endToken - 1]?.end ?? 0);
}

/** The meeting of an earlier sentence, as this one leaves it; its day and place are those it had, not those of the news. */
function meetingAgain(doc: Input, sentence: Sentence, { meeting, modality, token, decidedBy }: FollowUp): Meeting {
  const { start, end } = doc.tokens[token] ?? sentence;
  const trigger = { start, end };
  return {
    ...meeting,
    modality,
    trigger,
    evidence: { start: sentence.start, end: sentence.end },
    attribution: attributionOf(doc, trigger),
    confidence: 0.7,
    decidedBy,
  };
}

/** Place and day stand no further from the trigger than this, in tokens, however long the sentence: time grows with the text only. */
const reach = 150;

function nearby(sentence: Sentence, trigger: number): Sentence {
  return {
    ...sentence,
    firstToken: Math.max(sentence.firstToken, trigger - reach),
    endToken: Math.min(sentence.endToken, trigger + reach),
  };
}

/** Who says so: the speaker of a quote or reported clause that holds the trigger, for whom, and whom they told. */
function attributionOf(doc: Input, trigger: Span): Attribution[] {
  const found: Attribution[] = [];
  for (const quote of doc.quotes) {
    if (!covers(quote, trigger) || !quote.speaker) continue;
    const { start, end, entityIndex } = quote.speaker;
    if (found.some((other) => other.start === start)) continue;
    const words = doc.article.text.slice(start, end);
    const { onBehalfOf, addressee: toldTo } = quote;
    found.push({ start, end, entityIndex, count: entityIndex === null ? sourceCount(words) : null, onBehalfOf, toldTo });
  }
  return found;
}

const counts = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, index): [string, number] => [word, index + 1]),
);

/** "two sources briefed on the talks" → 2, "a senior official" → 1, "officials" → null. */
function sourceCount(words: string): number | null {
  const [first = "", second = ""] = words.toLowerCase().split(/\s+/u);
  const known = counts.get(first) ?? (first === "the" ? counts.get(second) : undefined);
  if (known !== undefined) return known;
  return (first === "a" || first === "an") && !/s$/u.test(second) ? 1 : null;
}

function keyOf(participant: Participant, doc: Pick<Input, "article">): string {
  if (participant.entityIndex !== null) return `e${participant.entityIndex}`;
  return doc.article.text.slice(participant.start, participant.end).toLowerCase();
}

/** True when a report has all sides of another in its sentence, and nothing of it says otherwise. */
function tellsOf(fuller: Meeting, other: Meeting): boolean {
  if (tookPlace(fuller.modality) !== tookPlace(other.modality) || !mannersAgree(fuller.manner, other.manner)) return false;
  if (fuller.date && other.date && fuller.date.start !== other.date.start) return false;
  if (fuller.modality !== other.modality && !tookPlace(fuller.modality)) return false;
  // "A received B, and both leaders met C": another meeting of the two.
  const [first, second] = fuller.participants;
  if (fuller.participants.length > other.participants.length && first && first.start === second?.start) return false;
  return other.participants.every((left) =>
    fuller.participants.some((right) =>
      left.entityIndex === null ? left.start === right.start : left.entityIndex === right.entityIndex && left.named === right.named,
    ),
  );
}

function tookPlace(modality: Modality): boolean {
  return modality === "held" || modality === "ongoing";
}

/** "The talks, led by Boehler, …": the sides that earlier sentences gave the same meeting. */
function withKnownSides(contact: Contact, memory: readonly Remembered[], sentenceIndex: number, doc: Input): readonly Participant[] {
  const wordOf = ({ trigger }: Pick<Contact, "trigger">): string => doc.article.text.slice(trigger.start, trigger.end).toLowerCase();
  const near = memory.filter((remembered) => sentenceIndex - remembered.sentenceIndex <= 3);
  // "The envoys talked for an hour. One said the summit would go ahead": the summit told of before, if one was.
  const named = contact.participants.length === 0 ? near.filter(({ meeting }) => wordOf(meeting) === wordOf(contact)) : [];
  const candidates = named.length > 0 ? named : near;
  for (let at = candidates.length - 1; at >= 0; at -= 1) {
    const { meeting } = candidates[at] as Remembered;
    if (!mannersAgree(meeting.manner, contact.manner)) continue;
    const known = new Set(contact.participants.map((participant) => keyOf(participant, doc)));
    if (contact.participants.length === 0) return meeting.participants;
    // "They met again": with those that one of them met before.
    const others = meeting.participants.filter((participant) => !known.has(keyOf(participant, doc)));
    // "Ann hosted Monday's talks": with all who held them.
    const isHosted = contact.participants.every(({ role }) => role === "host");
    if (isHosted || others.length < meeting.participants.length) return [...contact.participants, ...others];
    // Of the side that the new words name, the earlier words are left out: the counterpart is what was missing.
    const counterparts = meeting.participants.slice(1).filter((participant) => !known.has(keyOf(participant, doc)));
    return [...contact.participants, ...counterparts];
  }
  return contact.participants;
}

function mannersAgree(a: Manner, b: Manner): boolean {
  return a === b || a === "unknown" || b === "unknown" || (a !== "call" && b !== "call");
}
