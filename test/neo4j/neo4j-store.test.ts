import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tables } from "../../src/graph/annotated-article.fixture.ts";
import { buildGraph } from "../../src/graph/build-graph.ts";
import { inventArticles } from "../../src/graph/synthetic-articles.fixture.ts";
import { connection, met } from "../../src/store/answers.ts";
import { fixtureGraph } from "../../src/store/graph-fixture.contract.ts";
import { describeGraphStore } from "../../src/store/graph-store.contract.ts";
import { batchRows } from "../../src/store/neo4j-lanes.ts";
import { worthPlanning } from "../../src/store/neo4j-rows.ts";
import { openStore } from "../../src/store/open-store.ts";
import { askQuestion, listQuestions } from "../../src/store/questions.ts";
import { fingerprint } from "../survive/kill-loader.ts";
import { inventGraph } from "./invent-graph.ts";
import { missingNeo4j, type RunningNeo4j, startNeo4j } from "./start-neo4j.ts";

const missing = missingNeo4j();
if (missing !== null) console.warn(`skipped: the tests of the Neo4j store, because ${missing}`);

describe.skipIf(missing !== null)("with a Neo4j", () => {
  let server: RunningNeo4j | undefined;
  const url = () => server?.url ?? "";

  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(async () => {
    await server?.stop();
  });

  /** Runs a statement past the store. */
  async function run(cypher: string): Promise<readonly Record<string, unknown>[]> {
    const driver = neo4j.driver(url(), undefined, { disableLosslessIntegers: true });
    try {
      return (await driver.executeQuery(cypher, {}, { database: "neo4j" })).records.map((record) => record.toObject());
    } finally {
      await driver.close();
    }
  }

  const open = () => openStore({ url: url(), mode: "write" });

  describeGraphStore("Neo4j store", {
    open: async () => {
      await run("MATCH (n) DETACH DELETE n");
      return await open();
    },
    reopen: open,
    randomGraphs: 6,
  });

  it("writes a graph large enough for lanes, and quotes with what ties them, as it is", { timeout: 240_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    const graph = inventGraph(400);
    for (const kind of ["Quote", "Meeting", "Claim"])
      expect(graph.filterNodes((_, node) => node.kind === kind).length).toBeGreaterThan(worthPlanning);
    expect(graph.filterEdges((_, { kind }) => kind === "MENTIONS").length).toBeGreaterThan(batchRows);
    const store = await open();
    const { created } = await store.load(graph);
    expect(created).toEqual({ nodes: graph.order, relationships: graph.size });
    expect(fingerprint(await store.readGraph())).toEqual(fingerprint(graph));
    const nothing = { nodes: 0, relationships: 0 };
    expect(await store.load(graph)).toEqual({ created: nothing, updated: nothing, deleted: nothing });
    await store.close();
  });

  it("answers every question about a larger corpus as the embedded store does", { timeout: 240_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    const folder = await mkdtemp(join(tmpdir(), "whomet-parity-"));
    const stores = [await open(), await openStore({ url: join(folder, "graph"), mode: "write" })];
    const { graph } = buildGraph(inventArticles(300), { tables, layout: false });
    for (const store of stores) await store.load(graph);
    const busiest = graph
      .mapNodes((_, node) => ("mentions" in node ? [node] : []))
      .flat()
      .sort((a, b) => b.mentions - a.mentions);
    const place = busiest.find(({ kind }) => kind === "Place")?.name ?? "";
    const [x = "", y = ""] = busiest.filter(({ kind }) => kind === "Person").map(({ name }) => name);
    const given = { name: x, x, y, place };
    for (const question of listQuestions()) {
      const values = Object.fromEntries(
        Object.entries({ ...question.example, ...given }).filter(([name]) =>
          question.parameters.some((parameter) => parameter.name === name),
        ),
      );
      const [one, other] = await Promise.all(stores.map(async (store) => (await askQuestion(store, question, values)).rows));
      expect(one, question.name).toEqual(other);
    }
    for (const name of [x, y, place]) {
      const [one, other] = await Promise.all(
        stores.map(async (store) => ({ met: await met(store, name), path: await connection(store, name, x) })),
      );
      expect(one).toEqual(other);
    }
    for (const store of stores) await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe("the database", () => {
    it("gets a constraint for the id of every label, and the label Entity on people, organisations and places", async () => {
      await run("MATCH (n) DETACH DELETE n");
      const store = await open();
      await store.load(fixtureGraph());
      await store.close();
      const constrained = async () => {
        const found = await run("SHOW CONSTRAINTS YIELD labelsOrTypes RETURN labelsOrTypes[0] AS label ORDER BY label");
        return found.map(({ label }) => label).join(" ");
      };
      const all = "Article Claim Entity Load Meeting Organization Outlet Person Place Quote WhometStore";
      expect(await constrained()).toBe(all);
      // As a first load leaves them that was killed before it made them.
      for (const name of ["quote", "entity"]) await run(`DROP CONSTRAINT whomet_${name}_id`);
      await (await open()).close();
      expect(await constrained()).toBe(all);
      const labels = await run("MATCH (n:Entity) UNWIND labels(n) AS label RETURN label, count(*) AS nodes ORDER BY label");
      expect(labels).toEqual([
        { label: "Entity", nodes: 9 },
        { label: "Organization", nodes: 2 },
        { label: "Person", nodes: 5 },
        { label: "Place", nodes: 2 },
      ]);
    });

    it("is not touched when it holds nodes that are not ours", async () => {
      await run("MATCH (n) DETACH DELETE n");
      await run("CREATE (:Person {id: 'person:theirs', name: 'Somebody'})");
      for (const mode of ["read", "write"] as const) {
        await expect(openStore({ url: url(), mode })).rejects.toMatchObject({ code: "store-foreign" });
      }
      expect(await run("MATCH (n) RETURN count(n) AS nodes")).toEqual([{ nodes: 1 }]);
    });

    it("keeps what is not ours when told to load beside it", async () => {
      await run("MATCH (n) DETACH DELETE n");
      await run("CREATE (:Person {id: 'person:theirs', name: 'Somebody'})-[:MET]->(:Person {id: 'person:other'})");
      const store = await openStore({ url: url(), mode: "write", intoExisting: true });
      await store.load(fixtureGraph());
      await store.load(fixtureGraph(["article:delta"]));
      expect((await store.readGraph()).hasNode("person:theirs")).toBe(false);
      await store.close();
      expect(await run("MATCH (p:Person {id: 'person:theirs'})-[:MET]->(q) RETURN p.name AS name, q.id AS id")).toEqual([
        { name: "Somebody", id: "person:other" },
      ]);
    });

    it("is refused when another version made it", async () => {
      await run("MATCH (n) DETACH DELETE n");
      await run("CREATE (:WhometStore {id: 'whomet', version: 999})");
      await expect(open()).rejects.toMatchObject({ code: "store-refused" });
    });

    it("is missing for a reader while it is empty", async () => {
      await run("MATCH (n) DETACH DELETE n");
      await expect(openStore({ url: url(), mode: "read" })).rejects.toMatchObject({ code: "store-missing" });
      await expect(openStore({ url: url(), database: "nowhere", mode: "read" })).rejects.toMatchObject({ code: "store-missing" });
    });

    it("is whole again after a load that was cut off anywhere, once the next has run", async () => {
      await run("MATCH (n) DETACH DELETE n");
      const store = await open();
      await store.load(fixtureGraph());
      await run("MATCH (n:Claim) DETACH DELETE n");
      await run("MATCH (:Person)-[r:SAID]->() DELETE r");
      await run("MATCH (a:Article)-[r:MENTIONS]->(b:Place) CREATE (a)-[copy:MENTIONS]->(b) SET copy = properties(r)");
      const { created, deleted } = await store.load(fixtureGraph());
      expect([created.nodes, deleted.nodes]).toEqual([8, 0]);
      expect((await store.readGraph()).size).toBe(fixtureGraph().size);
      expect((await store.load(fixtureGraph())).created).toEqual({ nodes: 0, relationships: 0 });
      await store.close();
    });
  });
});
