/** Words that an article reports somebody to have said. */
import type { Span } from "./span.ts";

/** Who is speaking: the words that say so, and the entity behind them when it could be resolved. */
export interface Speaker extends Span {
  readonly entityIndex: number | null;
}

export interface Quote extends Span {
  /** direct: inside quotation marks; indirect: reported without marks; mixed: a reported clause with marked stretches. */
  readonly kind: "direct" | "indirect" | "mixed";
  /** The word of speech ("said", "according to"), or null. */
  readonly cue: Span | null;
  /** Null when no speaker was found. */
  readonly speaker: Speaker | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** The rule that chose the speaker. */
  readonly decidedBy: string;
}
