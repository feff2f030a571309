/** The articles that a store holds and the ones that come in → the articles that it should hold. */
import { resolve } from "node:path";
import type { AnnotatedArticle, Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";
import type { StoredArticle } from "../store/graph-store.ts";

/** The absolute path by which a changed file finds its earlier self; null where a file holds many articles. */
export function pathOf(article: Article): string | null {
  return article.file === null || /\.(?:jsonl|ndjson)$/iu.test(article.file) ? null : resolve(article.file);
}

/** A stored article as the graph builder takes it. The JSON is our own, written by an earlier load. */
export function fromStored(stored: StoredArticle): AnnotatedArticle {
  return { annotation: JSON.parse(stored.annotation) as Annotation, text: stored.text, path: stored.path };
}

export interface Merged {
  readonly articles: readonly AnnotatedArticle[];
  /** Ids of stored articles that a changed file replaces. */
  readonly replaced: readonly string[];
}

/** New articles take the place of stored ones with the same id or from the same file. */
export function mergeArticles(stored: readonly StoredArticle[], incoming: readonly AnnotatedArticle[]): Merged {
  const byId = new Map(stored.map((article) => [article.id, article]));
  const byPath = new Map<string, string>();
  for (const article of stored) if (article.path !== null) byPath.set(article.path, article.id);
  const incomingIds = new Set(incoming.map((article) => article.annotation.id));
  const replaced: string[] = [];
  for (const article of incoming) {
    const earlier = article.path === null ? undefined : byPath.get(article.path);
    // The earlier text may have come in again under another name.
    if (earlier !== undefined && earlier !== article.annotation.id && !incomingIds.has(earlier)) {
      byId.delete(earlier);
      replaced.push(earlier);
    }
    byId.delete(article.annotation.id);
  }
  return { articles: [...[...byId.values()].map(fromStored), ...incoming], replaced };
}
