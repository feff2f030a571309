/** What a worker thread does for `--with syntax`: annotate one article after another, trees included. */

import { type Annotator, loadSyntaxAnnotator } from "../annotate/news-pipeline.ts";
import type { Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";

let annotator: Annotator | null = null;

/** Annotates an article; models load with the first one. */
export default function annotateOne(article: Article): Annotation {
  annotator ??= loadSyntaxAnnotator();
  return annotator(article);
}
