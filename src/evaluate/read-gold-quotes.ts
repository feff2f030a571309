/** Reads sets of articles with hand-marked quotes (JSON Lines, gzipped or not; offsets there count code points). */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Span } from "../domain/span.ts";
import type { GoldArticle, GoldQuote, SpeakerKind } from "./score-quotes.ts";

interface RawQuote {
  readonly start: number;
  readonly end: number;
  readonly speaker?: string | null;
  readonly speakerStart?: number | null;
  readonly speakerEnd?: number | null;
  readonly speakerKind?: SpeakerKind;
  readonly speakerCanonical?: string | null;
  readonly spans?: readonly (readonly [number, number])[];
  readonly type?: GoldQuote["type"];
  readonly speechCue?: boolean;
}

interface RawArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly RawQuote[];
  readonly nonQuotes?: readonly RawQuote[];
}

/** UTF-16 offset of each code point, and of the end. */
function codePointOffsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return offsets;
}

/** The articles of a file, in its order. */
export function readGoldQuotes(file: string): GoldArticle[] {
  const bytes = readFileSync(file);
  const content = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return content
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => goldArticle(JSON.parse(line) as RawArticle));
}

function goldArticle({ id, text, quotes, nonQuotes = [] }: RawArticle): GoldArticle {
  const offsets = codePointOffsets(text);
  const span = (start: number, end: number): Span => ({ start: offsets[start] ?? text.length, end: offsets[end] ?? text.length });
  return {
    id,
    text,
    quotes: quotes.map((quote) => ({
      ...span(quote.start, quote.end),
      speaker: quote.speaker || null,
      speakerSpan: quote.speakerStart != null && quote.speakerEnd != null ? span(quote.speakerStart, quote.speakerEnd) : null,
      speakerKind: quote.speakerKind ?? "none",
      canonical: quote.speakerCanonical ?? null,
      spans: (quote.spans ?? [[quote.start, quote.end] as const]).map(([start, end]) => span(start, end)),
      type: quote.type ?? "direct",
      speechCue: quote.speechCue ?? true,
    })),
    nonQuotes: nonQuotes.map((quote) => span(quote.start, quote.end)),
  };
}
