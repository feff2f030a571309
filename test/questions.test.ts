/** Every question on the sample articles: it answers something, docs/cypher.md tells what, and both stores answer alike. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { driver as driverOf } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphStore } from "../src/store/graph-store.ts";
import { openStore } from "../src/store/open-store.ts";
import { askQuestion, findQuestion, listQuestions } from "../src/store/questions.ts";
import { missingNeo4j, type RunningNeo4j, startNeo4j } from "./neo4j/start-neo4j.ts";
import { cypherPage, freshCypherPage, sampleGraph } from "./sample-graph.ts";

const noNeo4j = missingNeo4j();
if (noNeo4j) process.stderr.write(`skipped: questions on both stores: ${noNeo4j}\n`);

const questions = listQuestions().map((question) => [question.name, question] as const);
/** The samples tell of none. */
const unanswered = new Set(["what-x-said-before-and-later"]);

let home = "";
let embedded: GraphStore;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "whomet-questions-"));
  embedded = await openStore({ url: join(home, "graph"), mode: "write" });
  await embedded.load(await sampleGraph());
});
afterAll(async () => {
  await embedded?.close();
  await rm(home, { recursive: true, force: true });
});

describe("the library of questions", () => {
  it("has at least twenty", () => {
    expect(questions.length).toBeGreaterThanOrEqual(20);
  });

  it.each(questions)("%s has a title, a sentence and an example that answers on the samples", async (name, question) => {
    expect(question.title).not.toBe(name);
    expect(question.asks).toMatch(/^[A-Z].*\?$/u);
    const { rows } = await askQuestion(embedded, question, question.example);
    expect(rows.length > 0).toBe(!unanswered.has(name));
  });

  it("names no side that the graph does not know", async () => {
    const known = new Set<unknown>();
    (await sampleGraph()).forEachNode((_, node) => {
      if (node.kind === "Meeting") for (const words of node.unnamed) known.add(words);
      else if ("name" in node) known.add(node.name);
    });
    const { rows } = await askQuestion(embedded, findQuestion("who-met-whom"), { modality: "", limit: 1_000 });
    const sides = rows.flatMap(({ who, whom }) => [who, whom]);
    expect(sides.length).toBeGreaterThan(50);
    expect(sides.filter((side) => !known.has(side))).toEqual([]);
  });

  it("is told of in docs/cypher.md as it is: `make docs` writes the page anew", async () => {
    expect(await readFile(cypherPage, "utf8")).toBe(await freshCypherPage(embedded));
  });
});

describe.skipIf(noNeo4j)("on a Neo4j", () => {
  let server: RunningNeo4j;
  let neo4j: GraphStore;

  beforeAll(async () => {
    server = await startNeo4j();
    neo4j = await openStore({ url: server.url, mode: "write" });
    await neo4j.load(await embedded.readGraph());
  });
  afterAll(async () => {
    await neo4j?.close();
    await server?.stop();
  });

  it.each(questions)("%s has the same rows", async (_, question) => {
    const here = await askQuestion(embedded, question, question.example);
    const there = await askQuestion(neo4j, question, question.example);
    expect(there.columns).toEqual(here.columns);
    expect(there.rows).toEqual(here.rows);
  });

  it.each(questions)("%s walks through no nodes but of the kinds that it asks about", async (_, question) => {
    const driver = driverOf(server.url);
    const parameters = Object.fromEntries(question.parameters.map(({ name }) => [name, null]));
    const { summary } = await driver.executeQuery(`EXPLAIN ${question.cypher.neo4j}`, parameters, { database: "neo4j" });
    await driver.close();
    const operators = summary.plan ? operatorsOf(summary.plan) : [];
    expect(operators.length).toBeGreaterThan(1);
    expect(operators.filter((name) => /^(?:PartitionedAllNodesScan|AllNodesScan|AllRelationshipsScan)/u.test(name))).toEqual([]);
  });
});

interface PlanStep {
  readonly operatorType: string;
  readonly children: readonly PlanStep[];
}

function operatorsOf({ operatorType, children }: PlanStep): readonly string[] {
  return [operatorType, ...children.flatMap(operatorsOf)];
}
