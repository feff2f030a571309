/** What is said in an interview or a transcript, whose paragraphs open with who speaks: every paragraph of a turn is a quote. */
import type { Document } from "../../domain/document.ts";
import type { Quote, Speaker } from "../../domain/quote.ts";
import { type Span, textOf } from "../../domain/span.ts";
import { findTurns, isAnswerer, isAsker, type Turn } from "../coreference/find-turns.ts";

type Input = Document<"paragraphs" | "tokens" | "mentions" | "entities">;

const confidences = {
  /** "Ann Lee: …". */
  named: 0.95,
  /** "Q:", or "A:" of somebody whom the introduction names. */
  byRole: 0.75,
  /** "A:" of nobody known. */
  unknown: 0.4,
  /** Share of it left in the paragraphs that go on with a turn, which may be the reporter's. */
  goesOn: 0.85,
  /** Share of it left in those behind the last label: the reporter often has the last word. */
  open: 0.6,
};

/** The quotes of the turns, in the order of the text; `nextSaying` gives each turn its number. Empty for an article that is no transcript. */
export function turnQuotes(doc: Input, nextSaying: () => number): Quote[] {
  const turns = findTurns(doc);
  const labelled = turns.filter(({ continues }) => !continues);
  if (labelled.filter(({ hasVoice }) => hasVoice).length < labelled.length / 2) return [];
  const answerer = turns.some(isAnswerer) ? interviewee(doc, turns) : -1;
  const quotes: Quote[] = [];
  let saying = -1;
  for (const turn of turns) {
    const span = spanOf(doc, turn);
    if (!turn.continues) saying = nextSaying();
    if (!span) continue;
    const speaker = speakerOf(doc, turn, answerer);
    const isKnown = speaker?.entityIndex != null;
    const base = turn.mentionIndex >= 0 || !(isAsker(turn) || isAnswerer(turn)) ? confidences.named : confidences.byRole;
    const sure = isAnswerer(turn) && !isKnown ? confidences.unknown : base;
    const share = turn.continues ? (turn.isFollowed ? confidences.goesOn : confidences.open) : 1;
    quotes.push({
      ...span,
      kind: "direct",
      cue: null,
      cueKind: null,
      speaker,
      jointSpeakers: [],
      onBehalfOf: null,
      addressee: null,
      channel: null,
      saying,
      confidence: Math.round(100 * sure * share) / 100,
      decidedBy: "turn",
    });
  }
  return quotes;
}

/** What is said, or null for a stage direction: "(Applause)". */
function spanOf({ article, tokens }: Input, { firstToken, endToken }: Turn): Span | null {
  const start = tokens[firstToken]?.start;
  const end = tokens[endToken - 1]?.end;
  if (start === undefined || end === undefined) return null;
  return /^(?:\([^)]*\)|\[[^\]]*\])$/u.test(textOf(article.text, { start, end }).trim()) ? null : { start, end };
}

function speakerOf({ tokens, mentions }: Input, turn: Turn, answerer: number): Speaker | null {
  const mention = mentions[turn.mentionIndex];
  if (mention) return { start: mention.start, end: mention.end, entityIndex: mention.entityIndex };
  const first = tokens[turn.labelTokens.firstToken];
  const last = tokens[turn.labelTokens.endToken - 1];
  return first && last ? { start: first.start, end: last.end, entityIndex: isAnswerer(turn) && answerer >= 0 ? answerer : null } : null;
}

const introduces = /\b(?:interview|conversation|spoke|speaks|talked|talks|sat down|asked|answers|answered|questions|chat)/iu;

/** Who answers in "Q:" and "A:": the person whom an introduction that speaks of a talk mentions most, the first of equals; -1 where none is. */
function interviewee({ article, tokens, mentions, entities }: Input, turns: readonly Turn[]): number {
  const end = tokens[turns[0]?.labelTokens.firstToken ?? 0]?.start ?? 0;
  if (!introduces.test(article.text.slice(0, end)) && !introduces.test(article.title ?? "")) return -1;
  const counts = new Map<number, number>();
  for (const { start, entityIndex } of mentions) {
    if (start >= end) break;
    if (entities[entityIndex]?.type === "PERSON") counts.set(entityIndex, (counts.get(entityIndex) ?? 0) + 1);
  }
  let best = -1;
  for (const [entityIndex, count] of counts) if (best < 0 || count > (counts.get(best) ?? 0)) best = entityIndex;
  return best;
}
