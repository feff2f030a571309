/** A stretch of an article's source text. Everything that Whomet claims points back at one. */

/** `start` and `end` are UTF-16 code units into the source text, half-open: `text.slice(start, end)` is the stretch. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the characters it covers. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** True when every character of `inner` lies in `outer`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The characters that a span covers, exactly as they stand in the source text. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The span with the characters it covers. */
export function withText(text: string, span: Span): TextSpan {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

/** Orders spans by where they start; of two that start together, the longer comes first. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The index of the first of the spans, which stand in text order, that starts at an offset or behind it, from `first` on and before `end`; `end` where none does. */
export function firstFrom(spans: readonly Pick<Span, "start">[], offset: number, first = 0, end = spans.length): number {
  let low = first;
  for (let high = end; low < high; ) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
