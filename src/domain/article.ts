/** An article as it came in, before anything is recognised. */
import type { Span } from "./span.ts";

/**
 * A stretch of the source text that is not part of the article's prose: a date header, a headline or its repetition,
 * a dateline ("DOHA, March 5 (Reuters) -"), a closing credit line. Sentences never run across its borders.
 */
export interface Furniture extends Span {
  readonly kind: "header" | "headline" | "dateline" | "credit";
}

export interface Article {
  /** Stable: the record's own id, else derived from the content. */
  readonly id: string;
  /** The file it came from, as the user named it; null for standard input. */
  readonly file: string | null;
  readonly title: string | null;
  /** ISO day of publication (`2025-03-06`), or null where nothing says it. */
  readonly publishedAt: string | null;
  /** The outlet that published it, or null where nothing says it. */
  readonly outlet: string | null;
  readonly url: string | null;
  /** The source text that all offsets point into. */
  readonly text: string;
  /** True when `text` was extracted from a richer format (HTML), so that readers of the offsets need it. */
  readonly extracted: boolean;
  /** Sorted, not overlapping. */
  readonly furniture: readonly Furniture[];
}
