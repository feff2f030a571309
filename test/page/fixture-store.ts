/** A store on disk with some articles, as `whomet build` would leave it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadAnnotator } from "../../src/annotate/news-pipeline.ts";
import type { AnnotatedArticle } from "../../src/domain/annotation.ts";
import { buildGraph } from "../../src/graph/build-graph.ts";
import { loadNameTables } from "../../src/graph/name-tables.ts";
import { openEmbeddedStore } from "../../src/store/embedded-store.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { readArticles } from "../../src/text/read-articles.ts";

export interface FixtureStore {
  readonly store: GraphStore;
  /** Where it lies; there is room for more files. */
  readonly folder: string;
  /** Closes the store and removes its folder. */
  remove(): Promise<void>;
}

/** The articles, loaded into a new embedded store that is open for reading, or for more. */
export async function makeFixtureStore(articles: readonly AnnotatedArticle[], mode: "read" | "write" = "read"): Promise<FixtureStore> {
  const folder = await mkdtemp(join(tmpdir(), "whomet-page-"));
  const path = join(folder, "graph");
  const writer = await openEmbeddedStore(path, "write");
  try {
    await writer.load(buildGraph(articles, { tables: loadNameTables() }).graph);
  } finally {
    await writer.close();
  }
  const store = await openEmbeddedStore(path, mode);
  return {
    store,
    folder,
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The articles of a folder, read and annotated. */
export async function annotateFolder(folder: string): Promise<readonly AnnotatedArticle[]> {
  const annotate = loadAnnotator();
  const articles: AnnotatedArticle[] = [];
  for await (const outcome of readArticles([folder])) {
    if (!outcome.ok) throw outcome.error;
    articles.push({ annotation: annotate(outcome.value), text: outcome.value.text, path: null });
  }
  return articles;
}
