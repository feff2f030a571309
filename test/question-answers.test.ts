/** Questions on a random graph of some hundred articles, held to rows that plain loops work out from the graph, on both stores. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeGraph } from "../src/domain/knowledge-graph.ts";
import { relationshipKey } from "../src/graph/graph-schema.ts";
import type { GraphStore } from "../src/store/graph-store.ts";
import { openStore } from "../src/store/open-store.ts";
import { askQuestion, findQuestion } from "../src/store/questions.ts";
import { inventGraph } from "./neo4j/invent-graph.ts";
import { missingNeo4j, type RunningNeo4j, startNeo4j } from "./neo4j/start-neo4j.ts";
import { answers, Facts } from "./question-answers.ts";

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
const cases = Object.keys(answers).flatMap((name) => pairs.flatMap(([x, y]) => [7, 100_000].map((limit) => ({ name, x, y, limit }))));

/** The invented graph with what it lacks: unnamed sides, meetings of three and of one, without a place or at two, without a day. */
function unevenGraph(): KnowledgeGraph {
  const made = inventGraph(300);
  let state = 5;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const people = made.filterNodes((_, { kind }) => kind === "Person" || kind === "Place").slice(0, 80);
  const places = made.filterNodes((_, { kind }) => kind === "Place").slice(0, 9);
  for (const id of made.filterNodes((_, { kind }) => kind === "Meeting")) {
    made.updateNodeAttributes(id, (node) => {
      if (node.kind !== "Meeting") return node;
      const unnamed = ["officials", "rebel leaders", "two envoys"].slice(0, below(6) - 2 < 0 ? 0 : below(4));
      const counts = { articles: 1 + below(4), independentSources: 1 + below(3) };
      return { ...node, ...counts, unnamed, ...(below(9) === 0 ? { from: null, to: null } : {}) };
    });
    const sides = made.inEdges(id).filter((edge) => made.getEdgeAttribute(edge, "kind") === "TOOK_PART_IN");
    if (below(8) === 0) made.dropEdge(sides[0]);
    const more = people[below(people.length)];
    if (below(3) === 0 && more !== undefined && !made.hasEdge(more, id)) {
      const told = { kind: "TOOK_PART_IN", named: true, text: "they", role: null, manual: null } as const;
      made.addDirectedEdgeWithKey(relationshipKey(more, id, told), more, id, told);
    }
    const place = places[below(places.length)];
    const held = made.outEdges(id).filter((edge) => made.getEdgeAttribute(edge, "kind") === "HELD_AT");
    if (below(3) === 0) for (const edge of held) made.dropEdge(edge);
    else if (below(9) === 0 && place !== undefined && !made.hasEdge(id, place)) {
      const told = { kind: "HELD_AT", manual: null } as const;
      made.addDirectedEdgeWithKey(relationshipKey(id, place, told), id, place, told);
    }
  }
  return made;
}

async function expectAnswers(store: GraphStore): Promise<void> {
  for (const { name, x, y, limit } of cases) {
    const question = findQuestion(name);
    const given = { x, y, name: x, limit };
    const asked = Object.fromEntries(
      question.parameters.flatMap(({ name: key }) => (key in given ? [[key, given[key as keyof typeof given]]] : [])),
    );
    const { rows } = await askQuestion(store, question, asked, { timeoutMs: 60_000, rowLimit: 1_000_000 });
    const wanted = answers[name]?.(facts, { x, y, limit }) ?? [];
    expect(rows, `${name} ${x}, ${y}, ${limit}`).toEqual(wanted);
  }
}

describe("questions about a random graph", () => {
  it("have something to answer", () => {
    for (const name of Object.keys(answers)) {
      const rows = pairs.map(([x, y]) => answers[name]?.(facts, { x, y, limit: 100_000 })?.length ?? 0);
      expect(Math.max(...rows), name).toBeGreaterThan(2);
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
