/** THE list of stages, in order: what happens to an article. */
import type { Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";
import type { Document } from "../domain/document.ts";
import { loadLexicon } from "../text/lexicon.ts";
import { loadSegmenter } from "../text/segment.ts";
import { type Annotated, annotationOf } from "./annotation-of.ts";
import { makeFindEntities } from "./coreference/find-entities.ts";
import { resolveSpeakers } from "./coreference/resolve-speakers.ts";
import { makeFindMeetings } from "./meetings/find-meetings.ts";
import { makeFindNames } from "./names/find-names.ts";
import { refineTagger } from "./names/refine-names.ts";
import { loadNameTagger } from "./names/trained-tagger.ts";
import { makeFindQuotes } from "./quotes/find-quotes.ts";
import { pairQuoteMarks } from "./quotes/quote-marks.ts";
import { type AroundStage, pipeline } from "./stage.ts";
import { annotatedTokens } from "./syntax/annotated-tokens.ts";
import { loadMorphology } from "./syntax/morphology.ts";
import { loadRetagger } from "./syntax/retag-tokens.ts";
import { writeConllu } from "./syntax/write-conllu.ts";

/** Annotates one article. Deterministic; keeps nothing between articles. */
export type Annotator = (article: Article) => Annotation;

/**
 * Loads word lists and models once. Every step of every article runs inside `around`, by the name of its stage.
 * Throws UserError `data-missing` when a file is absent.
 */
export function loadDocumentAnnotator(around: AroundStage = (_stage, run) => run()): (article: Article) => Annotated & Document<"syntax"> {
  const lexicon = loadLexicon();
  const segment = loadSegmenter();
  const retag = loadRetagger();
  const stages = pipeline<"paragraphs" | "sentences" | "tokens" | "syntax">(around)
    .add(makeFindNames(refineTagger(loadNameTagger(), lexicon)))
    .add(pairQuoteMarks)
    .add(makeFindEntities(lexicon))
    .add(makeFindQuotes(lexicon))
    .add(resolveSpeakers)
    .add(makeFindMeetings(lexicon));
  return (article) => {
    const segmented = around("segment", () => segment(article));
    return stages.run(around("find-syntax", () => retag(segmented)));
  };
}

/** An annotator that adds every token's tag, head and relation (`tokens`). Throws UserError as `loadAnnotator` does. */
export function loadSyntaxAnnotator(): Annotator {
  const annotate = loadDocumentAnnotator();
  return (article) => {
    const doc = annotate(article);
    return { ...annotationOf(doc), tokens: annotatedTokens(doc) };
  };
}

/** Loads the annotator that the commands use. */
export function loadAnnotator(): Annotator {
  const annotate = loadDocumentAnnotator();
  return (article) => annotationOf(annotate(article));
}

/** Segments, tags and parses an article and writes its trees as CoNLL-U; nothing else is looked for. */
export function loadConlluWriter(): (article: Article) => string {
  const segment = loadSegmenter();
  const retag = loadRetagger();
  const morphology = loadMorphology();
  return (article) => writeConllu(retag(segment(article)), morphology);
}
