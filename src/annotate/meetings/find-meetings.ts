/** Stage: who met whom. Each cue is read with its sides, place, date and modality; what has no second side is reported as skipped. */
import type { Document, Sentence } from "../../domain/document.ts";
import type { Attribution, DateExpression, Manner, Meeting, Modality, Participant, Skipped } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import { covers } from "../../domain/span.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { nameFlags } from "../clauses.ts";
import { lookUpMentions } from "../quotes/speaker-phrases.ts";
import { defineStage } from "../stage.ts";
import { headOf, isUnder, lowerOf, pennTagOf, relationOf, type SyntaxTree, syntaxTree } from "../syntax/syntax-tree.ts";
import type { Contact } from "./contact.ts";
import { findContacts } from "./find-contacts.ts";
import { findDates } from "./find-dates.ts";
import { findPlace } from "./meeting-place.ts";
import { countryEntities, type PartyContext } from "./party-context.ts";

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

/** A meeting with the sentence it stands in, for what the next sentences say about it. */
interface Remembered {
  readonly meeting: Meeting;
  readonly sentenceIndex: number;
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
    recent: { pair: [] },
  };
  const meetings: Meeting[] = [];
  const skippedMeetings: Skipped[] = [];
  const memory: Remembered[] = [];
  sentences.forEach((sentence, sentenceIndex) => {
    const kind = paragraphs[sentence.paragraphIndex]?.kind;
    if (kind !== "prose" && kind !== "headline") return;
    const { contacts, skipped } = findContacts(context, sentence, doc.quotes);
    skippedMeetings.push(...skipped);
    const here: Meeting[] = [];
    for (const contact of contacts) {
      const participants =
        contact.definite && contact.participants.length > 0 && !contact.parties.some(({ isPair }) => isPair)
          ? withKnownSides(contact, memory, sentenceIndex, doc)
          : contact.participants;
      if (participants.length < 2) {
        skippedMeetings.push({ ...contact.trigger, reason: "only one side of the meeting is named" });
        continue;
      }
      const off = contact.modality === "planned" && isCalledOff(doc, context, contact.triggerToken + 1, sentence);
      const settled: Contact = off ? { ...contact, modality: "cancelled", decidedBy: `${contact.decidedBy}, called off` } : contact;
      const meeting = describe(doc, context, sentence, settled, participants);
      if (here.some((other) => tellsOf(other, meeting))) continue;
      // The fuller report of one meeting takes the place of the shorter ("after talks in Oslo, A and B …").
      const shorter = here.findIndex((other) => tellsOf(meeting, other));
      if (shorter >= 0) here[shorter] = meeting;
      else here.push(meeting);
    }
    const cancelled = cancelledBefore(doc, context, sentence, sentenceIndex, memory);
    if (cancelled && here.length === 0) here.push(cancelled);
    for (const meeting of here) memory.push({ meeting, sentenceIndex });
    meetings.push(...here);
  });
  return { meetings, skippedMeetings };
}

function describe(doc: Input, context: PartyContext, sentence: Sentence, contact: Contact, participants: readonly Participant[]): Meeting {
  const near = nearby(sentence, contact.triggerToken);
  const date = nearestDate(doc, context, near, contact);
  return {
    participants,
    modality: contact.modality,
    manner: contact.manner,
    mediated: contact.mediated,
    placeEntityIndex: findPlace(context, near, contact),
    date,
    trigger: contact.trigger,
    evidence: { start: sentence.start, end: sentence.end },
    attribution: attributionOf(doc, contact),
    confidence: contact.confidence,
    decidedBy: contact.decidedBy,
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

/** The date nearest to the trigger in its sentence, unless a clause of its own stands between. */
function nearestDate(doc: Input, context: PartyContext, sentence: Sentence, contact: Contact): DateExpression | null {
  const dates = findDates(doc.tokens, sentence.firstToken, sentence.endToken, {
    publishedAt: doc.article.publishedAt,
    future: contact.modality === "planned" || contact.modality === "hypothetical",
  });
  let best: DateExpression | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    // "on Thursday cancelled the summit planned for 12 June": the day it was called off is not the day it was to be.
    if (contact.modality === "cancelled" && !contact.decidedBy.endsWith("called off") && !hangsOnTrigger(context, sentence, contact, date))
      continue;
    if (participantsCover(contact.participants, date) || datesAnother(doc, context, sentence, date, contact.triggerToken)) continue;
    const distance = date.start >= contact.trigger.end ? date.start - contact.trigger.end : (contact.trigger.start - date.end) * 1.5;
    const clause = clauseBreaks(doc, sentence, Math.min(date.start, contact.trigger.start), Math.max(date.start, contact.trigger.start));
    const weighted = distance + clause * 120;
    if (weighted < bestDistance && weighted < 160) {
      best = date;
      bestDistance = weighted;
    }
  }
  return best;
}

/** "sources told Reuters on Wednesday", "evidence given last week": when that was, not when the meeting took place. */
function datesAnother(doc: Input, context: PartyContext, sentence: Sentence, date: DateExpression, trigger: number): boolean {
  let index = sentence.firstToken;
  while (index < sentence.endToken && (doc.tokens[index]?.start ?? 0) < date.start) index += 1;
  for (let at = index - 1; at >= sentence.firstToken && index - at < 5; at -= 1) {
    const token = doc.tokens[at];
    if (!token || token.text === ",") return false;
    if (context.isName[at]) continue;
    if (context.lexicon.speechVerbs.has(token.lower) && token.pos !== "NOUN") return true;
    if (token.pos === "VERB") return pennTagOf(context.tree, at) === "VBN" && isOtherEvent(context.tree, at, trigger);
  }
  return false;
}

/** "evidence given last week": a participle behind a noun that is no meeting has a time of its own. */
function isOtherEvent(tree: SyntaxTree, participle: number, trigger: number): boolean {
  const noun = headOf(tree, participle);
  return (
    relationOf(tree, participle) === "acl" &&
    noun !== trigger &&
    participle !== trigger &&
    !isUnder(tree, trigger, participle) &&
    !meetingVerbs.test(lowerOf(tree, participle))
  );
}

const meetingVerbs = /^(?:held|scheduled|set|planned|conducted|due|hosted|organi[sz]ed|slated|expected)$/u;

/** True when the date lies under the word that evokes the meeting. */
function hangsOnTrigger(context: PartyContext, sentence: Sentence, contact: Contact, date: DateExpression): boolean {
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = context.tree.tokens[index];
    if (token && token.start >= date.start && token.end <= date.end && isUnder(context.tree, index, contact.triggerToken)) return true;
  }
  return false;
}

function participantsCover(participants: readonly Participant[], date: DateExpression): boolean {
  return participants.some((participant) => covers(participant, date));
}

/** Verbs and relative pronouns between two places in the text: how far apart their clauses are. */
function clauseBreaks(doc: Input, sentence: Sentence, from: number, to: number): number {
  let breaks = 0;
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = doc.tokens[index];
    if (!token || token.start <= from || token.end >= to) continue;
    if (["who", "which", "that", "said", "says", "told", "because", "after", "before"].includes(token.lower)) breaks += 1;
  }
  return breaks;
}

/** Who says so: the speaker of a quote or reported clause that holds the trigger, for whom, and whom they told. */
function attributionOf(doc: Input, contact: Contact): Attribution[] {
  const found: Attribution[] = [];
  for (const quote of doc.quotes) {
    if (!covers(quote, contact.trigger) || !quote.speaker) continue;
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
  for (let at = memory.length - 1; at >= 0; at -= 1) {
    const remembered = memory[at];
    if (!remembered || sentenceIndex - remembered.sentenceIndex > 3) break;
    const { meeting } = remembered;
    if (!mannersAgree(meeting.manner, contact.manner)) continue;
    const known = new Set(contact.participants.map((participant) => keyOf(participant, doc)));
    // Of the side that the new words name, the earlier words are left out: the counterpart is what was missing.
    const counterparts = meeting.participants.slice(1).filter((participant) => !known.has(keyOf(participant, doc)));
    return [...contact.participants, ...counterparts];
  }
  return contact.participants;
}

function mannersAgree(a: Manner, b: Manner): boolean {
  return a === b || a === "unknown" || b === "unknown" || (a !== "call" && b !== "call");
}

/** "had planned to meet B this week, but called the trip off": the same sentence takes it back. */
function isCalledOff(doc: Input, context: PartyContext, from: number, sentence: Sentence): boolean {
  for (let index = from; index < sentence.endToken; index += 1) if (callsOff(doc, context, index, sentence)) return true;
  return false;
}

/** A verb of cancelling with "the trip", "his visit" or the like as its object. */
function callsOff(doc: Input, context: PartyContext, index: number, sentence: Sentence): boolean {
  const particle = cancelVerbs.get(doc.tokens[index]?.lower ?? "");
  if (particle === undefined || context.isName[index] || isNegated(doc, sentence, index)) return false;
  return eventNounNear(doc, sentence, index) && (particle === null || hasParticle(doc, sentence, index, particle));
}

/** Verbs that put a meeting off or away, in any form, and the particle some of them need. */
const cancelVerbs: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ..."cancel cancels canceled cancelled canceling cancelling postpone postpones postponed postponing scrap scrapped scrapping delayed delay"
    .split(" ")
    .map((word): [string, null] => [word, null]),
  ..."called call calling put putting".split(" ").map((word): [string, string] => [word, "off"]),
]);

const eventNouns = new Set("trip visit meeting talks summit call tour session discussions negotiations dinner journey".split(" "));

/** "However, he cancelled the trip": what a later sentence does to a meeting that was planned. */
function cancelledBefore(
  doc: Input,
  context: PartyContext,
  sentence: Sentence,
  sentenceIndex: number,
  memory: readonly Remembered[],
): Meeting | null {
  const { tokens } = doc;
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = tokens[index];
    if (!token || !callsOff(doc, context, index, sentence)) continue;
    for (let at = memory.length - 1; at >= 0; at -= 1) {
      const remembered = memory[at];
      if (!remembered || sentenceIndex - remembered.sentenceIndex > 2) break;
      if (remembered.meeting.modality !== "planned") continue;
      const contact: Contact = {
        participants: remembered.meeting.participants,
        parties: [],
        modality: "cancelled" satisfies Modality,
        manner: remembered.meeting.manner,
        mediated: remembered.meeting.mediated,
        trigger: { start: token.start, end: token.end },
        triggerToken: index,
        definite: false,
        confidence: 0.7,
        decidedBy: "cancelled-in-next-sentence",
      };
      // The date in this sentence says when it was called off, not when it was to take place.
      return {
        ...describe(doc, context, sentence, contact, remembered.meeting.participants),
        date: remembered.meeting.date,
        placeEntityIndex: remembered.meeting.placeEntityIndex,
      };
    }
  }
  return null;
}

function eventNounNear(doc: Input, sentence: TokenRange, verb: number): boolean {
  for (let at = Math.max(sentence.firstToken, verb - 5); at < Math.min(sentence.endToken, verb + 7); at += 1) {
    const word = doc.tokens[at]?.lower ?? "";
    const determiner = doc.tokens[at - 1]?.lower ?? "";
    const before = doc.tokens[at - 2]?.lower ?? "";
    const definite = new Set(["the", "his", "her", "their", "its", "that", "this", "planned"]);
    if (eventNouns.has(word) && (definite.has(determiner) || definite.has(before))) return true;
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
