/**
 * Stage: I, we and you of known speakers → mentions, and "he" and "the striker" where the quotes know better who speaks. Comes after the
 * quotes.
 */
import type { Document } from "../../domain/document.ts";
import type { Entity } from "../../domain/entity.ts";
import type { Mention, TokenRange } from "../../domain/mention.ts";
import type { Quote } from "../../domain/quote.ts";
import { bySpan } from "../../domain/span.ts";
import { defineStage } from "../stage.ts";
import { findInterview } from "./find-interview.ts";
import { findTurns, type Turn } from "./find-turns.ts";
import { type PronounGroup, pronounGroup } from "./referring-expressions.ts";

type Input = Document<"paragraphs" | "tokens" | "marks" | "mentions" | "entities" | "quotes">;

/** The stage. It adds to the mentions and tells the entities of them; quotes and entities keep their indexes. */
export const resolveSpeakers = defineStage({
  name: "resolve-speakers",
  needs: ["paragraphs", "tokens", "marks", "mentions", "entities", "quotes"],
  adds: ["mentions", "entities"],
  run: (doc) => {
    const known = withSpeakers(doc);
    const found = findSpeakerPronouns({ ...doc, mentions: known });
    if (found.length === 0 && known === doc.mentions) return { mentions: doc.mentions, entities: doc.entities };
    const mentions = [...known, ...found].sort(bySpan);
    const mentionIndexes: number[][] = doc.entities.map(() => []);
    mentions.forEach((mention, index) => {
      mentionIndexes[mention.entityIndex]?.push(index);
    });
    const entities = doc.entities.map((entity, index): Entity => ({ ...entity, mentionIndexes: mentionIndexes[index] ?? [] }));
    return { mentions, entities };
  },
});

/** The mentions, with those that say who speaks as the quotes have it; the same array where all agree. */
function withSpeakers(doc: Input): readonly Mention[] {
  const bySpeaker = new Map(
    doc.quotes.flatMap(({ speaker, confidence }) => (speaker ? [[speaker.start, { speaker, confidence }] as const] : [])),
  );
  const seen = new Set<number>();
  let changed = false;
  const kept = doc.mentions.flatMap((mention): Mention[] => {
    const known = bySpeaker.get(mention.start);
    if (!known || known.speaker.end !== mention.end) return [mention];
    seen.add(mention.start);
    const { entityIndex } = known.speaker;
    if (entityIndex === mention.entityIndex || mention.form === "name") return [mention];
    changed = true;
    return entityIndex === null ? [] : [{ ...mention, entityIndex, confidence: speakerConfidence, decidedBy: "speaker-before" }];
  });
  for (const [start, { speaker }] of bySpeaker) {
    const type = doc.entities[speaker.entityIndex ?? -1]?.type;
    if (seen.has(start) || speaker.entityIndex === null || type !== "PERSON") continue;
    const range = tokensBetween(doc.tokens, start, speaker.end);
    // A description; names that the recogniser passed over stay so.
    if (!range || doc.tokens[range.firstToken]?.lower !== "the") continue;
    changed = true;
    const { end, entityIndex } = speaker;
    kept.push({ start, end, ...range, type, form: "description", entityIndex, confidence: speakerConfidence, decidedBy: "speaker-before" });
  }
  return changed ? kept : doc.mentions;
}

/** How often the one who spoke in the sentence before goes on speaking. */
const speakerConfidence = 0.8;
/** How often "I" in an answer is the one interviewed, and "you" in a question. */
const interviewConfidence = 0.9;

function tokensBetween(tokens: Input["tokens"], start: number, end: number): TokenRange | null {
  const firstToken = firstFrom(tokens, start);
  let endToken = firstToken;
  while ((tokens[endToken]?.end ?? Number.POSITIVE_INFINITY) <= end) endToken += 1;
  return endToken > firstToken ? { firstToken, endToken } : null;
}

/** The first token that starts at an offset or behind it. */
function firstFrom(tokens: Input["tokens"], offset: number): number {
  let low = 0;
  for (let high = tokens.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Who speaks at a token, and to whom; -1 where nobody is known. */
interface Voice {
  readonly speaker: number;
  readonly listener: number;
  readonly confidence: number;
  readonly decidedBy: string;
}

function findSpeakerPronouns(doc: Input): Mention[] {
  const { tokens, mentions, entities } = doc;
  const voices = voicesByToken(doc);
  if (voices.size === 0) return [];
  const taken = new Set(mentions.filter(({ form }) => form === "pronoun").map(({ firstToken }) => firstToken));
  const found: Mention[] = [];
  for (const [index, voice] of voices) {
    const token = tokens[index];
    const group = token && token.pos !== "PROPN" && token.text !== "US" ? pronounGroup(token.lower) : null;
    if (!token || !group || taken.has(index)) continue;
    const entityIndex = entityOf(group, voice, entities);
    const type = entities[entityIndex]?.type;
    if (!type) continue;
    found.push({
      start: token.start,
      end: token.end,
      firstToken: index,
      endToken: index + 1,
      type,
      form: "pronoun",
      entityIndex,
      confidence: voice.confidence,
      decidedBy: voice.decidedBy,
    });
  }
  return found;
}

/** "I" is a person who speaks, "we" an organisation that does ("we" of one person may be anybody), "you" the person spoken to. */
function entityOf(group: PronounGroup, { speaker, listener }: Voice, entities: readonly Entity[]): number {
  const speaks = entities[speaker]?.type;
  if (group === "I" && speaks === "PERSON") return speaker;
  if (group === "we" && speaks === "ORGANIZATION") return speaker;
  return group === "you" && entities[listener]?.type === "PERSON" ? listener : -1;
}

/** Tokens inside direct quotes and turns whose speaker is known. A quote inside a turn has a voice of its own. */
function voicesByToken(doc: Input): Map<number, Voice> {
  const voices = new Map<number, Voice>();
  const turns = findTurns(doc);
  turns.forEach((turn, index) => {
    const voice: Voice = {
      speaker: doc.mentions[turn.mentionIndex]?.entityIndex ?? -1,
      listener: listenerOf(doc, turns, index),
      confidence: 0.9,
      decidedBy: "speaker-of-turn",
    };
    if (voice.speaker < 0 && voice.listener < 0) return;
    for (let token = turn.firstToken; token < turn.endToken; token += 1) voices.set(token, voice);
  });
  if (turns.length === 0) setInterviewVoices(doc, voices);
  for (const quote of doc.quotes) {
    // The answers of an interview have their voices; what is quoted in them keeps its own.
    if (quote.kind === "indirect" || quote.decidedBy === "interview") continue;
    setQuoteVoice(doc, quote, voices);
  }
  return voices;
}

/** Who answers the questions of an interview, and whom they ask; what is quoted inside has voices of its own. */
function setInterviewVoices(doc: Input, voices: Map<number, Voice>): void {
  const interview = findInterview(doc);
  if (!interview) return;
  const { interviewee, questions, answers } = interview;
  const set = (ranges: readonly TokenRange[], speaker: number, listener: number): void => {
    const voice: Voice = { speaker, listener, confidence: interviewConfidence, decidedBy: "interview" };
    for (const { firstToken, endToken } of ranges) for (let token = firstToken; token < endToken; token += 1) voices.set(token, voice);
  };
  const answerAt = new Map(answers.map((answer) => [answer.firstToken, answer]));
  set(
    questions.filter(({ endToken }) => !isSaidByMany(doc, answerAt.get(endToken))),
    -1,
    interviewee,
  );
  set(answers, interviewee, -1);
  for (const { start, end } of doc.marks.stretches) {
    for (let token = firstFrom(doc.tokens, start); (doc.tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= end; token += 1)
      voices.delete(token);
  }
}

/** "Why did you sell it?" "We needed money": asked of all whom the answer speaks for, where it says "we" before any "I". */
function isSaidByMany({ tokens }: Input, answer: TokenRange | undefined): boolean {
  for (let index = answer?.firstToken ?? 0; index < (answer?.endToken ?? 0); index += 1) {
    const lower = tokens[index]?.lower ?? "";
    if (lower === "we" || lower === "our") return true;
    if (lower === "i" || lower === "my") return false;
  }
  return false;
}

function setQuoteVoice(doc: Input, quote: Quote, voices: Map<number, Voice>): void {
  const speaker = quote.speaker?.entityIndex ?? -1;
  const voice: Voice = { speaker, listener: -1, confidence: Math.min(0.9, quote.confidence), decidedBy: "speaker-of-quote" };
  for (const token of markedTokens(doc, quote)) {
    const turn = voices.get(token);
    // A turn is a quote of its own, and knows who is asked.
    if (turn?.speaker === speaker) continue;
    if (speaker < 0) voices.delete(token);
    else voices.set(token, voice);
  }
}

/** The tokens of a quote; of a mixed one only those inside its marks. */
function* markedTokens({ article, tokens }: Pick<Input, "article" | "tokens">, quote: Quote): Generator<number> {
  let isInside = quote.kind === "direct" || !/["“”‘«]|''/u.test(article.text.slice(quote.start, quote.end));
  for (let index = firstFrom(tokens, quote.start); index < tokens.length && (tokens[index]?.start ?? 0) < quote.end; index += 1) {
    const text = tokens[index]?.text ?? "";
    if (quote.kind === "mixed" && /^(?:["“”«»]|''|``)$/u.test(text)) isInside = /^["']/u.test(text) ? !isInside : /^[“«`]/u.test(text);
    if (isInside) yield index;
  }
}

/** Of two who take turns, "you" in a question is the other. */
function listenerOf({ mentions, tokens }: Input, turns: readonly Turn[], index: number): number {
  const turn = turns[index];
  if (!turn || new Set(turns.map(({ label }) => label)).size !== 2) return -1;
  let asks = false;
  for (let token = turn.firstToken; token < turn.endToken && !asks; token += 1) asks = tokens[token]?.text === "?";
  if (!asks) return -1;
  const other = turns.find(({ label, mentionIndex }) => label !== turn.label && mentionIndex >= 0);
  return other ? (mentions[other.mentionIndex]?.entityIndex ?? -1) : -1;
}
