/** The articles that a store holds and the ones that come in → the articles that it should hold. */
import { resolve } from "node:path";
import type { AnnotatedArticle, Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";
import type { ManualSource } from "../domain/manual.ts";
import type { StoredArticle } from "../store/graph-store.ts";
import { isDerivedId } from "../text/make-article.ts";

/** The absolute path by which a changed file finds its earlier self; null for streams. */
export function pathOf(article: Article): string | null {
  return article.file === null ? null : resolve(article.file);
}

/** All that a store's graph is built from. */
export interface StoredSources {
  readonly articles: readonly AnnotatedArticle[];
  /** What people entered by hand. */
  readonly manual: readonly ManualSource[];
}

/** Stored articles as the graph builder takes them. The JSON is our own, written by an earlier load. */
export function fromStored(stored: readonly StoredArticle[]): StoredSources {
  const articles: AnnotatedArticle[] = [];
  const manual: ManualSource[] = [];
  for (const { annotation, text, path } of stored) {
    const told = JSON.parse(annotation) as Annotation | { readonly manual: ManualSource };
    if ("manual" in told) manual.push(told.manual);
    else articles.push({ annotation: told, text, path });
  }
  return { articles, manual };
}

/** What was read for a build. */
export interface IncomingArticles {
  readonly articles: readonly AnnotatedArticle[];
  /** Absolute paths of files that could not be read to their end, or not in every part. */
  readonly damagedPaths: ReadonlySet<string>;
}

export interface Merged extends StoredSources {
  /** Ids of stored articles that a changed file no longer holds. */
  readonly replaced: readonly string[];
}

/**
 * New articles take the place of stored ones with the same id. An article whose id came from its text gets another id when the text
 * changes, so it goes when its file was read as a whole and no longer holds it; articles with ids of their own stay until removed.
 */
export function mergeArticles(stored: readonly StoredArticle[], { articles, damagedPaths }: IncomingArticles): Merged {
  const ids = new Set(articles.map(({ annotation }) => annotation.id));
  const paths = new Set(articles.flatMap(({ path }) => (path === null || damagedPaths.has(path) ? [] : [path])));
  const others = stored.filter(({ id }) => !ids.has(id));
  const isReplaced = ({ id, path }: StoredArticle): boolean => path !== null && paths.has(path) && isDerivedId(id);
  const kept = fromStored(others.filter((article) => !isReplaced(article)));
  return {
    articles: [...kept.articles, ...articles],
    manual: kept.manual,
    replaced: others.filter(isReplaced).map(({ id }) => id),
  };
}
