/** The graph of the sample articles, as `whomet build` makes it, and every question asked of it. */
import { fileURLToPath } from "node:url";
import { loadAnnotator } from "../src/annotate/news-pipeline.ts";
import type { AnnotatedArticle } from "../src/domain/annotation.ts";
import type { KnowledgeGraph } from "../src/domain/knowledge-graph.ts";
import { buildGraph } from "../src/graph/build-graph.ts";
import { loadNameTables } from "../src/graph/name-tables.ts";
import type { GraphStore } from "../src/store/graph-store.ts";
import { type AnsweredQuestion, questionPage } from "../src/store/question-page.ts";
import { askQuestion, listQuestions } from "../src/store/questions.ts";
import { readArticles } from "../src/text/read-articles.ts";

const samples = fileURLToPath(new URL("../data/samples/", import.meta.url));
export const cypherPage = fileURLToPath(new URL("../docs/cypher.md", import.meta.url));

export async function sampleGraph(): Promise<KnowledgeGraph> {
  const annotate = loadAnnotator();
  const articles: AnnotatedArticle[] = [];
  for await (const outcome of readArticles([samples])) {
    if (!outcome.ok) throw outcome.error;
    // Without the folder: the same graph wherever the repository lies.
    const { value } = outcome;
    articles.push({ annotation: annotate({ ...value, file: value.file?.slice(samples.length) ?? null }), text: value.text, path: null });
  }
  return buildGraph(articles, { tables: loadNameTables() }).graph;
}

/** What docs/cypher.md should say, for a store that holds the sample graph. */
export async function freshCypherPage(store: GraphStore): Promise<string> {
  const answered: AnsweredQuestion[] = [];
  for (const question of listQuestions()) answered.push({ question, answer: await askQuestion(store, question, question.example) });
  return questionPage(answered);
}
