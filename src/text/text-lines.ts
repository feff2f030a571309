/** The lines of a text that are not blank, trimmed, with their places. */
import type { Span } from "../domain/span.ts";

export interface TextLine extends Span {
  /** Without the white space around it. */
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
}

/** The lines from `from` on; any of LF, CR LF, CR, U+2028 and U+2029 ends one. */
export function linesOf(text: string, from = 0): TextLine[] {
  const lines: TextLine[] = [];
  let gap = 0;
  for (const match of text.slice(from).matchAll(/([^\n\r\u2028\u2029]*)(\r\n|[\n\r\u2028\u2029]|$)/gu)) {
    const raw = match[1] ?? "";
    const trimmed = raw.trim();
    if (trimmed !== "") {
      const start = from + match.index + raw.indexOf(trimmed);
      lines.push({ start, end: start + trimmed.length, text: trimmed, gap });
      gap = 0;
    } else if (match[2] !== "") {
      gap += 1;
    }
  }
  return lines;
}
