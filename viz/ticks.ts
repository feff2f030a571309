/** Ticks of a time axis as the timeline and the strip draw them: a line for each, its words beside it, and none that runs out of the drawing. */
import { drawing } from "./elements.ts";
import { placeOf, ticksOf } from "./timeline-scale.ts";

/** Pixels that the words of a tick take. */
const wordsWidth = 52;
/** Pixels between the line of a tick and its words. */
const wordsGap = 4;

export interface Axis {
  readonly period: readonly [number, number];
  /** Where the period begins and ends, in pixels. */
  readonly ends: readonly [number, number];
  /** Width of the whole drawing, in pixels. */
  readonly width: number;
  /** Where lines start and end, and where the words stand. */
  readonly top: number;
  readonly bottom: number;
  readonly words: number;
  /** Pixels from one tick to the next, at least. */
  readonly apart: number;
}

/** The ticks of an axis as shapes. Words that would leave the drawing on the right stand on the left of their line. */
export function drawTicks({ period, ends, width, top, bottom, words, apart }: Axis): readonly SVGElement[] {
  const most = Math.max(2, Math.floor((ends[1] - ends[0]) / apart));
  return ticksOf(period, most).flatMap(({ day, label }) => {
    const x = placeOf(day, period, ends);
    const isLast = x + wordsGap + wordsWidth > width;
    const text = drawing("text", {
      class: "strip-label",
      x: String(isLast ? x - wordsGap : x + wordsGap),
      y: String(words),
      "text-anchor": isLast ? "end" : "start",
    });
    text.textContent = label;
    return [drawing("line", { class: "strip-tick", x1: String(x), x2: String(x), y1: String(top), y2: String(bottom) }), text];
  });
}
