/** What a worker thread does: annotate one article after another. */

import { type Annotator, loadAnnotator } from "../annotate/news-pipeline.ts";
import type { Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";

let annotator: Annotator | null = null;

/** Annotates an article; models load with the first one. */
export default function annotateOne(article: Article): Annotation {
  annotator ??= loadAnnotator();
  return annotator(article);
}
