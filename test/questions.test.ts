/** Every question on the sample articles: both stores answer with the same rows. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAnnotator } from "../src/annotate/news-pipeline.ts";
import type { AnnotatedArticle } from "../src/domain/annotation.ts";
import { buildGraph } from "../src/graph/build-graph.ts";
import { loadNameTables } from "../src/graph/name-tables.ts";
import type { GraphStore } from "../src/store/graph-store.ts";
import { openStore } from "../src/store/open-store.ts";
import { askQuestion, listQuestions } from "../src/store/questions.ts";
import { readArticles } from "../src/text/read-articles.ts";
import { missingNeo4j, type RunningNeo4j, startNeo4j } from "./neo4j/start-neo4j.ts";

const samples = fileURLToPath(new URL("../data/samples/", import.meta.url));
const noNeo4j = missingNeo4j();
if (noNeo4j) process.stderr.write(`skipped: questions on both stores: ${noNeo4j}\n`);

/** A value for every parameter that has to be given. */
const values: Readonly<Record<string, string>> = { name: "Boehler", x: "Pompeo", y: "Netanyahu", place: "Doha" };

describe.skipIf(noNeo4j)("questions on the samples", () => {
  let home = "";
  let server: RunningNeo4j;
  let embedded: GraphStore;
  let neo4j: GraphStore;

  beforeAll(async () => {
    const annotate = loadAnnotator();
    const articles: AnnotatedArticle[] = [];
    for await (const outcome of readArticles([samples])) {
      if (outcome.ok) articles.push({ annotation: annotate(outcome.value), text: outcome.value.text, path: null });
    }
    const { graph } = buildGraph(articles, { tables: loadNameTables() });
    home = await mkdtemp(join(tmpdir(), "whomet-questions-"));
    server = await startNeo4j();
    embedded = await openStore({ url: join(home, "graph"), mode: "write" });
    neo4j = await openStore({ url: server.url, mode: "write" });
    await embedded.load(graph);
    await neo4j.load(graph);
  });
  afterAll(async () => {
    await embedded?.close();
    await neo4j?.close();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  });

  it.each(listQuestions().map((question) => [question.name, question] as const))("%s", async (name, question) => {
    const needed = question.parameters.filter((parameter) => parameter.default === undefined);
    const given = Object.fromEntries(needed.map((parameter) => [parameter.name, values[parameter.name] ?? ""]));
    const here = await askQuestion(embedded, name, given);
    const there = await askQuestion(neo4j, name, given);
    expect(here.rows.length).toBeGreaterThan(0);
    expect(there.columns).toEqual(here.columns);
    expect(there.rows).toEqual(here.rows);
  });
});
