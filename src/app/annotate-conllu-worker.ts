/** What a worker thread does for `--format conllu`: write one article's trees after another. */

import { loadConlluWriter } from "../annotate/news-pipeline.ts";
import type { Article } from "../domain/article.ts";

let writer: ((article: Article) => string) | null = null;

/** An article's trees as CoNLL-U; models load with the first one. */
export default function writeOne(article: Article): string {
  writer ??= loadConlluWriter();
  return writer(article);
}
