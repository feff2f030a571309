/**
 * Pairs opening and closing quotation marks. Marks of news are unreliable: straight and curly ones mix in one pair, a mark is
 * missing, a quotation opens again at each paragraph and closes only at the last. So a stretch never runs past its paragraph, and
 * a mark left open is reported instead of swallowing what follows. One pass, linear in the text.
 */
import type { Paragraph } from "../../domain/document.ts";
import type { MarkedStretch, MarkedStretches } from "../../domain/quote.ts";
import type { Span } from "../../domain/span.ts";
import { defineStage } from "../stage.ts";

/** The stage that pairs the marks once for all that read them. */
export const pairQuoteMarks = defineStage({
  name: "pair-quote-marks",
  needs: ["paragraphs"],
  adds: ["marks"],
  run: ({ article, paragraphs }) => ({ marks: findMarkedStretches(article.text, paragraphs) }),
});

type Mark = "open" | "close" | "either";

const alwaysOpen = new Set(["“", "„", "«", "‟"]);
const alwaysClose = new Set(["”", "»"]);

function isSpace(character: string): boolean {
  return character === "" || /[\s([{—–\-/]/u.test(character);
}

/** What a mark can be where it stands, from its shape and its neighbours. */
function markAt(text: string, index: number): Mark | null {
  const character = text.charAt(index);
  if (alwaysOpen.has(character)) return "open";
  if (alwaysClose.has(character)) return "close";
  if (character !== '"') return null;
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  const opens = isSpace(before) && !/[\s)\]}.,;:!?]/u.test(after) && after !== "";
  const closes = !isSpace(before) && (after === "" || /[\s)\]}.,;:!?—–\-’”']/u.test(after));
  if (opens && !closes) return "open";
  return closes && !opens ? "close" : "either";
}

/** Single marks used as a pair: ‘…’ or '…' with a space before, and a closing one that no letter follows. */
function singleMarkAt(text: string, index: number): Mark | null {
  const character = text.charAt(index);
  const before = text.charAt(index - 1);
  const after = text.charAt(index + 1);
  if (character === "‘") return isSpace(before) && !/\s/u.test(after) ? "open" : null;
  if (character === "'" && isSpace(before) && /\p{Lu}/u.test(after)) return "open";
  if (character !== "’" && character !== "'") return null;
  return /[.,!?;:…\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after) ? "close" : null;
}

/** The marked stretches of the given paragraphs. Single marks count where no double mark is used in the whole text. */
export function findMarkedStretches(text: string, paragraphs: readonly Paragraph[]): MarkedStretches {
  const stretches: MarkedStretch[] = [];
  const unclosed: Span[] = [];
  const usesDouble = /["“”„«]/u.test(text);
  let continuing = false;
  paragraphs.forEach((paragraph, paragraphIndex) => {
    let open = -1;
    const reopens = continuing && isOpening(text, paragraph.start);
    continuing = false;
    for (let index = paragraph.start; index < paragraph.end; index += 1) {
      const mark = usesDouble ? markAt(text, index) : singleMarkAt(text, index);
      if (!mark) continue;
      if (open < 0) {
        if (mark === "open" || (mark === "either" && !/\s/u.test(text.charAt(index + 1))) || index === paragraph.start) open = index;
      } else if (mark === "open" && !isNested(text, open, index, paragraph.end)) {
        unclosed.push({ start: open, end: index });
        open = index;
      } else if (mark !== "open" && isPlausibleEnd(text, open, index, usesDouble)) {
        stretches.push({ start: open, end: index + 1, paragraphIndex, continues: false });
        open = -1;
      }
    }
    if (open < 0) return;
    const next = paragraphs[paragraphIndex + 1];
    const atStart = open === paragraph.start || reopens;
    if (next && next.kind === "prose" && isOpening(text, next.start) && (atStart || endsSentence(text, paragraph.end))) {
      stretches.push({ start: open, end: paragraph.end, paragraphIndex, continues: true });
      continuing = true;
    } else {
      unclosed.push({ start: open, end: paragraph.end });
    }
  });
  return { stretches, unclosed };
}

function isOpening(text: string, index: number): boolean {
  return alwaysOpen.has(text.charAt(index)) || text.charAt(index) === '"' || text.charAt(index) === "‘";
}

function endsSentence(text: string, end: number): boolean {
  return /[.!?…]$/u.test(text.slice(Math.max(0, end - 1), end));
}

/** A second opening mark inside an open stretch is nested when two closing marks follow before the paragraph ends. */
function isNested(text: string, open: number, index: number, end: number): boolean {
  if (text.charAt(open) === text.charAt(index)) {
    let closes = 0;
    let opens = 0;
    for (let at = index; at < end && at - index < 2000; at += 1) {
      const mark = markAt(text, at);
      if (mark === "close") closes += 1;
      if (mark === "open") opens += 1;
    }
    return closes > opens;
  }
  return false;
}

/** With single marks an apostrophe must not end the stretch: "the girls’ school". */
function isPlausibleEnd(text: string, open: number, index: number, usesDouble: boolean): boolean {
  if (usesDouble) return true;
  if (text.charAt(open) === "'" && text.charAt(index) === "’") return false;
  return /[.,!?;:…]/u.test(text.charAt(index - 1)) || !/^s?['’]\s+\p{Ll}+\b[^'’]*['’]/u.test(text.slice(index - 1, index + 200));
}
