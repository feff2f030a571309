/** Words that an article reports somebody to have said. */
import type { Span } from "./span.ts";

/** Who is speaking: the words that say so, and the entity behind them when it could be resolved. */
export interface Speaker extends Span {
  readonly entityIndex: number | null;
}

export const channels = [
  "post",
  "statement",
  "interview",
  "speech",
  "briefing",
  "letter",
  "article",
  "testimony",
  "broadcast",
  "call",
] as const;
/** By what means something was said, where the text tells. */
export type Channel = (typeof channels)[number];

export interface Quote extends Span {
  /**
   * direct: inside quotation marks, or a turn of a transcript; indirect: reported in the reporter's words; mixed: marked words inside a reported clause. That
   * clause is a quote of its own, indirect, of the same saying.
   */
  readonly kind: "direct" | "indirect" | "mixed";
  /** The word of speech ("said", "according to"), or null. */
  readonly cue: Span | null;
  /** What kind of saying it is: "said", "warned", "denied", "asked" …; null without a cue. */
  readonly cueKind: string | null;
  /** Null when no speaker was found. Of several who speak together the words for all of them, with no entity. */
  readonly speaker: Speaker | null;
  /** Each of several who speak together; else empty. */
  readonly jointSpeakers: readonly Speaker[];
  /** Index of the entity that a spokesperson or an unnamed member speaks for, or null. */
  readonly onBehalfOf: number | null;
  /** To whom it was said ("told Reuters"), or null. */
  readonly addressee: Speaker | null;
  readonly channel: Channel | null;
  /** Numbers the sayings of an article from 0; the parts of a split quote, and a clause with the marked words in it, share one. */
  readonly saying: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** The rule that chose the speaker. */
  readonly decidedBy: string;
}

/** A stretch between quotation marks, marks included. */
export interface MarkedStretch extends Span {
  readonly paragraphIndex: number;
  /** True when the closing mark is left out because the next paragraph opens again. */
  readonly continues: boolean;
}

export interface MarkedStretches {
  /** Outermost stretches with their marks, in text order, disjoint. */
  readonly stretches: readonly MarkedStretch[];
  /** Opening marks that nothing closes, up to the end of their paragraph. */
  readonly unclosed: readonly Span[];
}
