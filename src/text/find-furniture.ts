/**
 * Finds what surrounds an article's prose (headers, headline, dateline, credits), and what these say about title, date and outlet.
 * Patterns are strict: prose taken for furniture costs a meeting, furniture taken for prose costs an odd sentence.
 */
import type { Furniture } from "../domain/article.ts";
import { bySpan, overlaps, type Span } from "../domain/span.ts";
import { readFrontMatter } from "./front-matter.ts";
import { closingOutlet, isClosingCredit, isPictureCredit } from "./furniture-credits.ts";
import { findDateline } from "./furniture-dateline.ts";
import { gluedHeader, readDateLine, readHeaderLine } from "./furniture-headers.ts";
import { isHeadline, isKicker, markdownHeading } from "./furniture-headline.ts";
import { linesOf, type TextLine } from "./text-lines.ts";

export interface FoundFurniture {
  /** Sorted, not overlapping, inside the text. */
  readonly furniture: readonly Furniture[];
  readonly title: string | null;
  /** ISO day. */
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
}

export interface FurnitureHints {
  /** The text may open with YAML front matter and mark its headline with `#`. */
  readonly markdown?: boolean;
  /** The title and the outlet, where something outside the text gives them. */
  readonly title?: string | null;
  readonly outlet?: string | null;
}

/** Headers and headlines stand among the first lines that are not blank; below, a line that looks like one is prose. */
const headLines = 12;
/** Credits stand among the last lines. */
const closingLines = 8;

/** Reading positions and what has been learnt so far. */
interface Draft {
  readonly text: string;
  readonly furniture: Furniture[];
  title: string | null;
  publishedAt: string | null;
  outlet: string | null;
  url: string | null;
  /** Weaker sources of the outlet: a newsroom's closing line, then an agency's credit in the dateline. */
  closing: string | null;
  agency: string | null;
}

/** What surrounds the prose of a text. A publisher's own line outranks an agency's credit as the outlet. */
export function findFurniture(text: string, hints: FurnitureHints = {}): FoundFurniture {
  const draft: Draft = { text, furniture: [], title: null, publishedAt: null, outlet: null, url: null, closing: null, agency: null };
  const lines = linesOf(text, hints.markdown ? skipFrontMatter(draft) : 0);
  readHead(draft, lines, hints);
  readEnd(draft, lines);
  for (const line of lines) if (isPictureCredit(line.text)) add(draft, "credit", line);
  const { title, publishedAt, url } = draft;
  return { furniture: draft.furniture.sort(bySpan), title, publishedAt, outlet: draft.outlet ?? draft.closing ?? draft.agency, url };
}

function add(draft: Draft, kind: Furniture["kind"], span: Span): void {
  if (span.end > span.start && !draft.furniture.some((other) => overlaps(other, span))) {
    draft.furniture.push({ kind, start: span.start, end: span.end });
  }
}

function skipFrontMatter(draft: Draft): number {
  const matter = readFrontMatter(draft.text);
  if (!matter) return 0;
  add(draft, "header", matter);
  draft.title = matter.title;
  draft.publishedAt = matter.publishedAt;
  draft.outlet = matter.outlet;
  draft.url = matter.url;
  return matter.end;
}

function readHead(draft: Draft, lines: readonly TextLine[], hints: FurnitureHints): void {
  /** Only headers and kickers so far, so the next short line can still be the headline. */
  let atTop = true;
  let headline: string | null = hints.title ?? null;
  let hasDateline = false;
  for (const [index, whole] of lines.slice(0, headLines).entries()) {
    const header = readHeaderLine(whole.text, { atTop });
    if (header) {
      add(draft, "header", whole);
      draft.title ??= header.title;
      draft.publishedAt ??= header.publishedAt;
      draft.outlet ??= header.outlet;
      draft.url ??= header.url;
      headline ??= header.title;
      continue;
    }
    const glued = atTop ? gluedHeader(whole.text) : null;
    if (glued) {
      add(draft, "header", { start: whole.start, end: whole.start + glued.length });
      draft.publishedAt ??= glued.day;
    }
    const line = glued ? afterGlued(whole, glued.length) : whole;
    const heading = atTop && hints.markdown ? markdownHeading(line, lines[index + 1]) : null;
    if (heading) {
      add(draft, "headline", heading);
      draft.title ??= heading.title;
      headline ??= heading.title;
      atTop = false;
      continue;
    }
    if (headline !== null && sameWords(line.text, headline)) {
      add(draft, "headline", line);
      continue;
    }
    const next = lines[index + 1];
    if (atTop && next && isKicker(line.text)) {
      add(draft, "header", line);
      continue;
    }
    const dateline = hasDateline ? null : findDateline(line.text, hints.outlet ?? draft.outlet);
    if (dateline) {
      hasDateline = true;
      add(draft, "dateline", { start: line.start, end: line.start + dateline.length });
      draft.publishedAt ??= dateline.day;
      draft.agency ??= dateline.credit;
    } else if (atTop && !glued && next && isHeadline(line, next, readHeaderLine(next.text, { atTop }) !== null)) {
      add(draft, "headline", line);
      draft.title ??= line.text;
      headline ??= line.text;
    }
    atTop = false;
  }
}

function afterGlued(line: TextLine, length: number): TextLine {
  const rest = line.text.slice(length);
  const text = rest.trimStart();
  return { ...line, start: line.start + length + (rest.length - text.length), text };
}

function sameWords(a: string, b: string): boolean {
  const fold = (words: string) =>
    words
      .replace(/^#+\s*/u, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .toLowerCase();
  // A paragraph cannot repeat a headline, however long it takes to find out.
  return a.length <= b.length * 2 + 20 && fold(a) !== "" && fold(a) === fold(b);
}

function readEnd(draft: Draft, lines: readonly TextLine[]): void {
  // The first line never is a closing credit: a text of one line is all prose.
  for (const line of lines.slice(1).slice(-closingLines).reverse()) {
    const dated = readDateLine(line.text);
    if (!dated && !isClosingCredit(line.text)) break;
    add(draft, dated ? "header" : "credit", line);
    if (dated) draft.publishedAt ??= dated.publishedAt;
    else draft.closing ??= closingOutlet(line.text);
  }
}
