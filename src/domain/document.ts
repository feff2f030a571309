/** An article plus the layers added to it so far. Layers point at each other by index. */
import type { Article } from "./article.ts";
import type { Entity } from "./entity.ts";
import type { Meeting, Skipped } from "./meeting.ts";
import type { Mention, NameMention, TokenRange } from "./mention.ts";
import type { MarkedStretches, Quote } from "./quote.ts";
import type { Span } from "./span.ts";
import type { Syntax } from "./syntax.ts";

export interface Paragraph extends Span, TokenRange {
  readonly kind: "prose" | "header" | "headline" | "subhead" | "dateline" | "credit";
}

export interface Sentence extends Span, TokenRange {
  readonly paragraphIndex: number;
}

export interface Token extends Span {
  readonly text: string;
  /** The text in lower case with straight apostrophes, for look-ups. */
  readonly lower: string;
  /** Universal part-of-speech tag (https://universaldependencies.org/u/pos/). */
  readonly pos: string;
  readonly sentenceIndex: number;
}

export interface Layers {
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** Universal Dependencies tags and trees. */
  readonly syntax: Syntax;
  /** The quotation marks, paired. */
  readonly marks: MarkedStretches;
  /** Proper names, before anyone decides who is who. */
  readonly names: readonly NameMention[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  readonly skippedQuotes: readonly Skipped[];
  readonly meetings: readonly Meeting[];
  readonly skippedMeetings: readonly Skipped[];
}

export type LayerName = keyof Layers;

/** An article with the layers named in `L`. */
export type Document<L extends LayerName> = { readonly article: Article } & Pick<Layers, L>;
