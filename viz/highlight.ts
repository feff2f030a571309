/** Cuts an article's text at the borders of what is marked in it. Pure; the pieces joined are the text, always. */

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Piece<Mark> {
  readonly text: string;
  /** Whether it lies in the stretch that proves something. */
  readonly isEvidence: boolean;
  /** The mention it belongs to, if any. */
  readonly mark: Mark | null;
}

/** The text in pieces, in order. Marks may overlap: the one that starts first wins. Borders outside the text are moved to its ends. */
export function pieces<Mark extends Span>(text: string, evidence: Span | null, marks: readonly Mark[]): readonly Piece<Mark>[] {
  const within = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  const spans = evidence ? [...marks, evidence] : marks;
  const borders = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [within(start), within(end)])])].sort((a, b) => a - b);
  const ordered = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const covers = (span: Span, start: number, end: number): boolean => span.start <= start && end <= span.end;
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? 0;
    return {
      text: text.slice(start, end),
      isEvidence: evidence !== null && covers(evidence, start, end),
      mark: ordered.find((mark) => covers(mark, start, end)) ?? null,
    };
  });
}
