/** Documents for tests, with the names given in the text: `[Adam Boehler|PERSON] met [Hamas|ORGANIZATION] officials.` */
import type { Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";
import type { Document } from "../domain/document.ts";
import { type EntityType, entityTypes, type NameMention } from "../domain/mention.ts";
import { loadLexicon } from "../text/lexicon.ts";
import { loadSegmenter, type Segmenter } from "../text/segment.ts";
import { annotationOf } from "./annotation-of.ts";
import { makeFindEntities } from "./coreference/find-entities.ts";
import { resolveSpeakers } from "./coreference/resolve-speakers.ts";
import { makeFindMeetings } from "./meetings/find-meetings.ts";
import { makeFindQuotes } from "./quotes/find-quotes.ts";
import { pairQuoteMarks } from "./quotes/quote-marks.ts";
import { pipeline } from "./stage.ts";
import { loadRetagger, type Retagger } from "./syntax/retag-tokens.ts";

let segmenter: Segmenter | null = null;
let retagger: Retagger | null = null;

/** An article with nothing but an id and its text. */
export function articleFrom(text: string, given: Partial<Article> = {}): Article {
  return {
    id: "a-test",
    file: null,
    title: null,
    publishedAt: null,
    outlet: null,
    url: null,
    extracted: false,
    furniture: [],
    ...given,
    text,
  };
}

interface Marked {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: EntityType }[];
}

function readMarks(marked: string): Marked {
  const spans: { start: number; end: number; type: EntityType }[] = [];
  let text = "";
  let position = 0;
  for (const match of marked.matchAll(/\[([^\]|]+)\|([A-Z]+)\]/gu)) {
    text += marked.slice(position, match.index);
    const [whole, name = "", label = ""] = match;
    const type = entityTypes.find((candidate) => candidate.startsWith(label));
    if (!type) throw new Error(`unknown type ${label} in ${marked}`);
    spans.push({ start: text.length, end: text.length + name.length, type });
    text += name;
    position = match.index + whole.length;
  }
  return { text: text + marked.slice(position), spans };
}

/** Segmented and parsed text with the marked names as names. A type may be shortened: `[Hamas|ORG]`. */
export function namedDocument(
  marked: string,
  given: Partial<Article> = {},
): Document<"paragraphs" | "sentences" | "tokens" | "syntax" | "names"> {
  segmenter ??= loadSegmenter();
  const { text, spans } = readMarks(marked);
  retagger ??= loadRetagger();
  const doc = retagger(segmenter(articleFrom(text, given)));
  const names = spans.map((span): NameMention => {
    const firstToken = doc.tokens.findIndex((token) => token.start >= span.start);
    const last = doc.tokens.findLastIndex((token) => token.end <= span.end);
    return { ...span, firstToken, endToken: last + 1, confidence: 1, decidedBy: "given" };
  });
  return { ...doc, names };
}

/** The annotation of a text whose names are marked, by every stage after the recogniser. */
export function annotateMarked(marked: string, given: Partial<Article> = {}): Annotation {
  const lexicon = loadLexicon();
  const stages = pipeline<"paragraphs" | "sentences" | "tokens" | "syntax" | "names">()
    .add(pairQuoteMarks)
    .add(makeFindEntities(lexicon))
    .add(makeFindQuotes(lexicon))
    .add(resolveSpeakers)
    .add(makeFindMeetings(lexicon));
  return annotationOf(stages.run(namedDocument(marked, given)));
}
