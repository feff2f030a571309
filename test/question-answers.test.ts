/** Questions on a random graph of some hundred articles, held to rows that plain loops work out from the graph, on both stores. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphStore } from "../src/store/graph-store.ts";
import { openStore } from "../src/store/open-store.ts";
import { askQuestion, findQuestion, listQuestions } from "../src/store/questions.ts";
import { Facts } from "./graph-facts.ts";
import { missingNeo4j, type RunningNeo4j, startNeo4j } from "./neo4j/start-neo4j.ts";
import { answers } from "./question-answers.ts";
import { unevenGraph } from "./uneven-graph.ts";

const noNeo4j = missingNeo4j();
if (noNeo4j) process.stderr.write(`skipped: answers of questions on Neo4j: ${noNeo4j}\n`);

const graph = unevenGraph();
const facts = new Facts(graph);
/** A full name, a family name that many share, and a place, each asked about beside another. */
const pairs = [
  ["Anna Abara", "Boris Abara"],
  ["Abara", "Novak"],
  ["Greta Castel", "Abara Institute 0"],
  ["Town 1", "Anna Bellini"],
] as const;
const cases = Object.keys(answers).flatMap((name) =>
  pairs.flatMap(([x, y], index) =>
    // Once without a place, which means any where it need not be given.
    [7, 100_000].map((limit) => ({ name, x, y, place: index === 0 ? "" : "Town 1", from: "2024-02-01", to: "2024-05-03", limit })),
  ),
);

async function expectAnswers(store: GraphStore): Promise<void> {
  for (const { name, ...values } of cases) {
    const question = findQuestion(name);
    const given = { ...values, name: values.x, since: values.from };
    const asked = Object.fromEntries(
      question.parameters.flatMap(({ name: key }) => (key in given ? [[key, given[key as keyof typeof given]]] : [])),
    );
    const { rows } = await askQuestion(store, question, asked, { timeoutMs: 60_000, rowLimit: 1_000_000 });
    const wanted = answers[name]?.(facts, values) ?? [];
    expect(rows, `${name} ${JSON.stringify(values)}`).toEqual(wanted);
  }
}

describe("questions about a random graph", () => {
  it("have something to answer", () => {
    for (const asked of listQuestions().map(({ name }) => name)) {
      const rows = cases.filter(({ name }) => name === asked).map((given) => answers[asked]?.(facts, given)?.length ?? 0);
      expect(Math.max(...rows), asked).toBeGreaterThan(2);
    }
  });

  it("are answered by the embedded store with the rows that the graph tells", { timeout: 900_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "whomet-answers-"));
    const store = await openStore({ url: join(folder, "graph"), mode: "write" });
    await store.load(graph);
    await expectAnswers(store);
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
});

describe.skipIf(noNeo4j)("questions about a random graph on a Neo4j", () => {
  let server: RunningNeo4j | undefined;

  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(async () => {
    await server?.stop();
  });

  it("are answered with the rows that the graph tells", { timeout: 900_000 }, async () => {
    const store = await openStore({ url: server?.url ?? "", mode: "write" });
    // Large enough for quotes and claims to be made together with what ties them to their article.
    const nothing = { nodes: 0, relationships: 0 };
    const all = { nodes: graph.order, relationships: graph.size };
    expect(await store.load(graph)).toEqual({ created: all, updated: nothing, deleted: nothing });
    expect(await store.load(graph)).toEqual({ created: nothing, updated: nothing, deleted: nothing });
    await expectAnswers(store);
    await store.close();
  });
});
