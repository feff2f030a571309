/**
 * Pairs opening and closing quotation marks. Marks of news are unreliable: straight and curly ones mix in one pair, a mark is
 * missing, two apostrophes stand for one, a quotation opens again at each paragraph and closes only at the last. So a stretch never
 * runs past its paragraph, and a mark left open is reported instead of swallowing what follows. Linear in the text.
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

type Role = "open" | "close" | "either";

interface Mark {
  readonly start: number;
  readonly end: number;
  /** The mark as written. */
  readonly glyph: string;
  /** Single marks quote inside double ones; in British style it is the other way round. */
  readonly isSingle: boolean;
  /** What it can be where it stands, from its shape and its neighbours. */
  readonly role: Role;
}

/** Opening mark → what closes it. */
const closers: Readonly<Record<string, string>> = {
  "“": "”“\"''",
  '"': "\"”''",
  "''": "''\"”",
  "``": "''\"”",
  "”": "”",
  "„": '“”‟"',
  "‟": '”"',
  "«": "»",
  "»": "«",
  "‘": "’'",
  "'": "'’",
  "`": "'’",
  "‚": "‘’",
  "‹": "›",
  "›": "‹",
};

/** Quotations inside quotations beyond this depth are a soup of marks. */
const deepest = 8;

/**
 * The outermost marked stretches of the given paragraphs, and the opening marks without a partner. Single marks count as outermost
 * where they open more stretches than double ones do, as in British style.
 */
export function findMarkedStretches(text: string, paragraphs: readonly Paragraph[]): MarkedStretches {
  const marks = paragraphs.map((paragraph) => marksIn(text, paragraph));
  if (!marks.some((of) => of.some(({ isSingle, role }) => isSingle && role === "open"))) return pair(text, paragraphs, marks, false);
  const both = pair(text, paragraphs, marks, true);
  const singles = both.stretches.filter(
    ({ start }) => "‘'`‚".includes(text.charAt(start)) && text.charAt(start + 1) !== text.charAt(start),
  );
  return singles.length > both.stretches.length / 2 ? both : pair(text, paragraphs, marks, false);
}

const markPattern = /["“”„‟«»]|''|``|[‘’'`‚‹›]/gu;

/** All marks of a paragraph, in text order; apostrophes only where they may be marks. */
function marksIn(text: string, { start, end }: Paragraph): Mark[] {
  const marks: Mark[] = [];
  markPattern.lastIndex = start;
  for (let match = markPattern.exec(text); match !== null && match.index < end; match = markPattern.exec(text)) {
    let [glyph] = match;
    // Of three apostrophes that close, the first is a single mark.
    if (glyph === "''" && text.charAt(match.index + 2) === "'" && !isOutside(text.charAt(match.index - 1))) {
      glyph = "'";
      markPattern.lastIndex = match.index + 1;
    }
    const span = { start: match.index, end: match.index + glyph.length };
    const isSingle = "‘’'`‚‹›".includes(glyph);
    const role = isSingle ? singleRole(text, span, glyph) : doubleRole(text, span, glyph);
    if (role) marks.push({ ...span, glyph, isSingle, role });
  }
  return marks;
}

const outside = /[\s([{—–\-/]/u;

function isOutside(character: string): boolean {
  return character === "" || outside.test(character);
}

function doubleRole(text: string, { start, end }: Span, glyph: string): Role {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (glyph === "„" || glyph === "‟" || glyph === "``") return "open";
  // „…“, »…« and ”…”: the shape does not tell on which side it stands.
  if (glyph === "“" || glyph === "«") return !isOutside(before) && /^[\s.,;:!?)]?$/u.test(after) ? "either" : "open";
  if (glyph === "»" || glyph === "”") return isOutside(before) && /[\p{L}\p{N}]/u.test(after) ? "either" : "close";
  const opens = (isOutside(before) || /[‘']/u.test(before)) && !/[\s)\]}.,;:!?]/u.test(after) && after !== "";
  const closes = !isOutside(before) && (after === "" || /[\s)\]}.,;:!?—–\-’”']/u.test(after));
  if (opens && !closes) return "open";
  return closes && !opens ? "close" : "either";
}

/** What apostrophes stand for at the start of a word ("'em", "'90s"). */
const elisions = /^(?:\d\ds?|em|til|till|cause|cos|tis|twas|n|bout|round|er|im|un)(?![\p{L}\p{N}])/iu;

/** ‘…’ or '…' with a space before, and a closing one that no letter follows. */
function singleRole(text: string, { start, end }: Span, glyph: string): Role | null {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (glyph === "›") return "close";
  const opens = (isOutside(before) || /["“„«'‘]/u.test(before)) && !/\s/u.test(after) && after !== "";
  if (glyph === "‘" || glyph === "‹" || glyph === "‚" || glyph === "`") return opens ? "open" : null;
  if (glyph === "'" && opens && /[\p{L}\p{N}"“]/u.test(after) && !elisions.test(text.slice(end, end + 8))) return "open";
  return /[.,!?;:…)\]"”»'’\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after) ? "close" : null;
}

function pair(text: string, paragraphs: readonly Paragraph[], marksOf: readonly (readonly Mark[])[], singlesToo: boolean): MarkedStretches {
  const stretches: MarkedStretch[] = [];
  const unclosed: Span[] = [];
  let continuing = false;
  paragraphs.forEach((paragraph, paragraphIndex) => {
    const marks = marksOf[paragraphIndex] ?? [];
    const surplus = surplusOfClosers(marks);
    const reopens = continuing && isOpening(text, paragraph.start);
    const next = paragraphs[paragraphIndex + 1];
    continuing = false;
    const open: Mark[] = [];
    marks.forEach((mark, at) => {
      const [outermost] = open;
      const level = mark.role === "open" ? -1 : levelClosed(open, mark, text);
      if (level >= 0) {
        open.length = level;
        if (level === 0 && outermost) stretches.push({ start: outermost.start, end: mark.end, paragraphIndex, continues: false });
        return;
      }
      if (mark.role === "close" || /\s/u.test(text.charAt(mark.end))) {
        const opensParagraph = mark.start === paragraph.start && !mark.isSingle;
        if (!(opensParagraph || (mark.role === "open" && /^[«“‘]$/u.test(mark.glyph)))) return;
      }
      const top = open.at(-1);
      if (top && top.isSingle === mark.isSingle && (surplus[at] ?? 0) <= 0 && !isHeldOpen(text, top, mark, paragraph, next)) {
        // Nothing is left to close both: the earlier one lost its partner.
        if (mark.isSingle && outermost && !outermost.isSingle) return;
        if (outermost) unclosed.push({ start: outermost.start, end: mark.start });
        open.length = 0;
      }
      if ((open.length > 0 || !mark.isSingle || singlesToo) && open.length < deepest) open.push(mark);
    });
    const [left] = open;
    if (!left) return;
    const atStart = left.start === paragraph.start || reopens;
    if (next && next.kind === "prose" && isOpening(text, next.start) && (atStart || endsSentence(text, paragraph.end))) {
      stretches.push({ start: left.start, end: paragraph.end, paragraphIndex, continues: true });
      continuing = true;
    } else {
      unclosed.push({ start: left.start, end: paragraph.end });
    }
  });
  return { stretches, unclosed };
}

/**
 * `"The bill is “the end of an era” for us.` before a paragraph that opens with a straight mark again: curly marks quote inside a straight
 * one that stays open from paragraph to paragraph.
 */
function isHeldOpen(text: string, opener: Mark, inner: Mark, paragraph: Paragraph, next: Paragraph | undefined): boolean {
  if (opener.glyph !== '"' || inner.glyph !== "“" || opener.start !== paragraph.start) return false;
  return next !== undefined && next.kind === "prose" && text.charAt(next.start) === '"';
}

/** For each mark, how many more double marks close than open from it on, itself among them; above 0 a mark opened at it can be nested. */
function surplusOfClosers(marks: readonly Mark[]): Int32Array {
  const surplus = new Int32Array(marks.length + 1);
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    const mark = marks[at];
    const step = !mark || mark.isSingle || mark.role === "either" ? 0 : mark.role === "close" ? 1 : -1;
    surplus[at] = (surplus[at + 1] ?? 0) + step;
  }
  return surplus;
}

/** The level of the open mark that a mark closes: the innermost that it fits, or -1. */
function levelClosed(open: readonly Mark[], mark: Mark, text: string): number {
  for (let level = open.length - 1; level >= 0; level -= 1) {
    const opener = open[level];
    if (!opener || !fits(opener, mark)) continue;
    // With single marks an apostrophe must not end the stretch: "the girls’ school".
    return opener.isSingle && level === 0 && !isPlausibleEnd(text, opener, mark) ? -1 : level;
  }
  return -1;
}

function fits({ glyph, isSingle }: Mark, closer: Mark): boolean {
  if (isSingle !== closer.isSingle) return false;
  return (closers[glyph] ?? "").includes(closer.glyph);
}

function isOpening(text: string, index: number): boolean {
  return /["“„«‘]/u.test(text.charAt(index)) || text.startsWith("''", index) || text.startsWith("``", index);
}

function endsSentence(text: string, end: number): boolean {
  return /[.!?…]$/u.test(text.slice(Math.max(0, end - 1), end));
}

/** How far a later mark may stand that takes a plural's apostrophe for what it is. */
const reach = 200;

function isPlausibleEnd(text: string, opener: Mark, { start, end, glyph }: Mark): boolean {
  if (opener.glyph === "'" && glyph === "’") return false;
  const before = text.slice(Math.max(opener.end, start - 2), start);
  return !/(?:s|in)$/u.test(before) || !/^\s+\p{Ll}+\b[^'’]*['’]/u.test(text.slice(end, end + reach));
}
