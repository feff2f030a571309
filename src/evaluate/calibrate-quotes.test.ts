import { describe, expect, it } from "vitest";
import type { Annotation } from "../domain/annotation.ts";
import { calibrate } from "./calibrate-quotes.ts";
import type { GoldArticle } from "./score-quotes.ts";

const text = "The port is shut, Lee said. The sea is calm, Ray said.";

function ours(start: number, end: number, confidence: number, speaker: string | null): Annotation["quotes"][number] {
  const at = speaker === null ? -1 : text.indexOf(speaker);
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: "indirect",
    cue: null,
    cueKind: null,
    speaker: speaker === null ? null : { entity: null, start: at, end: at + speaker.length, text: speaker },
    onBehalfOf: null,
    addressee: null,
    channel: null,
    saying: 0,
    confidence,
    decidedBy: "aside",
  };
}

function gold(start: number, end: number, speaker: string): GoldArticle["quotes"][number] {
  const at = text.indexOf(speaker);
  const span = { start, end };
  const speakerSpan = { start: at, end: at + speaker.length };
  return { ...span, speaker, speakerSpan, speakerKind: "name", canonical: null, spans: [span], type: "indirect", speechCue: true };
}

describe("calibrate", () => {
  it("counts in each tenth how many quotes have their words and their speaker right", () => {
    const article: GoldArticle = { id: "a", text, quotes: [gold(0, 16, "Lee"), gold(28, 43, "Ray")], nonQuotes: [] };
    const quotes = [ours(0, 16, 0.92, "Lee"), ours(28, 43, 0.98, "Lee"), ours(28, 43, 0.31, null), ours(17, 27, 0.35, "Lee")];
    expect(calibrate([article], new Map([["a", { quotes, entities: [] }]]))).toEqual([
      { from: 0.3, quotes: 2, said: expect.closeTo(0.33), right: 0 },
      { from: 0.9, quotes: 2, said: expect.closeTo(0.95), right: 0.5 },
    ]);
  });
});
