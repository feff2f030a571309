/**
 * Article text → blocks: paragraphs, headlines, subheads, headers. A sentence never crosses a block. The hard part is the single
 * line break, which ends a paragraph in one article, wraps a line in the next and stands inside a name in the third
 * ("Israeli Prime Minister⏎Benjamin Netanyahu's office").
 */
import type { Article } from "../domain/article.ts";
import type { Paragraph } from "../domain/document.ts";
import type { Span } from "../domain/span.ts";

export interface Block extends Span {
  readonly kind: Paragraph["kind"];
}

interface Line extends Span {
  /** Blank lines before it. */
  readonly gap: number;
}

/** Closing punctuation that ends a sentence, with whatever marks close around it. */
const sentenceEnd = /[.!?…:;]["'”“’‘»«)\]]*$/u;
/** A line that stops here goes on in the next: a title before its bearer, a joining word, a comma. */
const unfinishedEnd =
  /(?:,|\b(?:president|minister|secretary|chancellor|king|queen|prince|princess|pope|senator|governor|mayor|ambassador|envoy|general|judge|chairman|chairwoman|spokesman|spokeswoman|spokesperson|leader|mr\.?|mrs\.?|ms\.?|dr\.?|the|a|an|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|as|his|her|its|their|said|is|was|are|were|has|have|had|will|would))$/iu;
/** Lines longer than this without closing punctuation are unfinished sentences, not headings. */
const headingLength = 110;

function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let position = from;
  while (position < to) {
    let next = position;
    while (next < to && !isLineBreak(text.charCodeAt(next))) next += 1;
    const span = trim(text, position, next);
    if (span) {
      lines.push({ ...span, gap });
      gap = 0;
    } else {
      gap += 1;
    }
    if (text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) === 10) next += 1;
    position = next + 1;
  }
  return lines;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

function trim(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && text.slice(from, from + 1).trim() === "") from += 1;
  while (to > from && text.slice(to - 1, to).trim() === "") to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** Of a text wrapped inside sentences at least so many lines go on in lower case; of a list of headlines none. */
const fewestSmallStarts = 0.2;

/** True when most lines stop in mid-sentence at a similar width: a text wrapped by hand or by a mail program. */
function isHardWrapped(text: string, lines: readonly Line[]): boolean {
  let unfinished = 0;
  let inner = 0;
  let small = 0;
  let isShouted = true;
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line || !next || next.gap > 0) continue;
    inner += 1;
    const length = line.end - line.start;
    const words = text.slice(line.start, line.end);
    if (/^\p{Ll}/u.test(text.slice(next.start, next.start + 2))) small += 1;
    isShouted &&= !/\p{Ll}/u.test(words);
    if (length >= 45 && length <= 120 && !sentenceEnd.test(words)) unfinished += 1;
  }
  return inner >= 4 && unfinished / inner > 0.6 && (isShouted || small / inner >= fewestSmallStarts);
}

function isContinued(text: string, line: Line, next: Line, wrapped: boolean): boolean {
  if (next.gap > 0) return false;
  const words = text.slice(line.start, line.end);
  if (sentenceEnd.test(words)) return wrapped && line.end - line.start >= 60;
  if (wrapped) return true;
  const first = text.slice(next.start, next.start + 1);
  if (/\p{Ll}/u.test(first)) return true;
  return line.end - line.start > headingLength || unfinishedEnd.test(words);
}

/** A line that stands alone, is short, and does not end like a sentence. */
function isSubhead(text: string, block: Span): boolean {
  const words = text.slice(block.start, block.end);
  return block.end - block.start <= headingLength && !sentenceEnd.test(words) && /\p{L}/u.test(words) && !/[\r\n]/.test(words);
}

/** `‘AMERICAN LIVES AT STAKE’ The sources said …`: a shouted heading glued to the paragraph it heads. */
const gluedSubhead = /^["'‘“]([^"'‘’“”\p{Ll}]{6,80})["'’”](?=\s+\p{Lu}\p{Ll})/u;

/** Blocks in text order; together they hold every character of the article that is not white space. */
export function findBlocks(article: Article): Block[] {
  const { text } = article;
  const blocks: Block[] = [];
  let position = 0;
  for (const piece of [...article.furniture, null]) {
    addProse(text, position, piece ? piece.start : text.length, blocks);
    if (!piece) break;
    const span = trim(text, piece.start, piece.end);
    if (span) blocks.push({ ...span, kind: piece.kind });
    position = Math.max(position, piece.end);
  }
  return blocks;
}

function addProse(text: string, from: number, to: number, blocks: Block[]): void {
  const lines = linesOf(text, from, to);
  const wrapped = isHardWrapped(text, lines);
  let start = -1;
  lines.forEach((line, index) => {
    if (start < 0) start = line.start;
    const next = lines[index + 1];
    if (next && isContinued(text, line, next, wrapped)) return;
    const block = { start, end: line.end };
    start = -1;
    if (isSubhead(text, block) && lines.length > 1) {
      blocks.push({ ...block, kind: "subhead" });
      return;
    }
    const glued = gluedSubhead.exec(text.slice(block.start, block.end));
    if (glued) {
      blocks.push({ start: block.start, end: block.start + glued[0].length, kind: "subhead" });
      const rest = trim(text, block.start + glued[0].length, block.end);
      if (rest) blocks.push({ ...rest, kind: "prose" });
      return;
    }
    blocks.push({ ...block, kind: "prose" });
  });
}
