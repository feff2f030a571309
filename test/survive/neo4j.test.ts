/** The Neo4j store when its loader is killed, when the server is, when two programs load at once, and when another version made it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBare } from "../../src/graph/graph-schema.ts";
import { fixtureGraph } from "../../src/store/graph-fixture.contract.ts";
import { unfinishedLoad } from "../../src/store/load-record.ts";
import { openStore } from "../../src/store/open-store.ts";
import { requireBuild, runCli } from "../cli/run-cli.ts";
import { inventGraph } from "../neo4j/invent-graph.ts";
import { missingNeo4j, type RestartableNeo4j, startOwnNeo4j } from "../neo4j/start-neo4j.ts";
import { changeMuch } from "./change-much.ts";
import { fingerprint, killLoaderAtRandom } from "./kill-loader.ts";

const missing = process.env.WHOMET_TEST_NEO4J_URI ? "a server that is given cannot be killed" : missingNeo4j();
if (missing !== null) process.stderr.write(`skipped: whether a Neo4j store survives, because ${missing}\n`);

const nothing = { nodes: 0, relationships: 0 };
const unchanged = { created: nothing, updated: nothing, deleted: nothing };

describe.skipIf(missing !== null)("with a Neo4j", () => {
  let server: RestartableNeo4j | undefined;
  let folder = "";
  const url = (): string => server?.url ?? "";

  beforeAll(async () => {
    requireBuild();
    folder = await mkdtemp(join(tmpdir(), "whomet-survive-"));
    server = await startOwnNeo4j();
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs statements past the store. */
  async function run(...statements: readonly string[]): Promise<void> {
    const driver = neo4j.driver(url());
    for (const statement of statements) await driver.executeQuery(statement, {}, { database: "neo4j" });
    await driver.close();
  }

  it("ends in the right graph after each of twenty kills at random moments", { timeout: 1_200_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    await killLoaderAtRandom(url(), (line) => console.log(`Neo4j, ${line}`));
  });

  it("takes thousands of changes at once", { timeout: 300_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    await changeMuch(url());
  });

  it("takes the articles of two programs that build at once, as of one after the other", { timeout: 300_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    const files = await Promise.all(
      ["Anna Berg", "John Smith"].map(async (name, index) => {
        const path = join(folder, `${index}.jsonl`);
        const records = ["Oslo", "Doha", "Cairo"].map((place) => {
          const text = `Foreign Minister ${name} met Hamas officials in ${place}. “We talked for hours,” ${name} said in ${place}.`;
          return JSON.stringify({ id: `${place}-${index}`, text, publishedAt: "2025-03-06", outlet: "Harbour Post" });
        });
        await writeFile(path, `${records.join("\n")}\n`);
        return path;
      }),
    );
    const local = join(folder, "one-after-the-other");
    for (const file of files) expect((await runCli(["build", file, "--store", local])).code).toBe(0);
    const both = await Promise.all(files.map((file) => runCli(["build", file, "--store", url()])));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const [there, here] = await Promise.all([url(), local].map((store) => runCli(["export", "--format", "json", "--store", store])));
    expect(there?.stdout).toBe(here?.stdout);
  });

  it("goes on with a load after the server was killed and restarted in the middle of it", { timeout: 300_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    const graph = inventGraph(150);
    const store = await openStore({ url: url(), mode: "write" });
    const load = store.load(graph);
    load.catch(() => undefined);
    await untilSome(url());
    await server?.kill();
    await server?.restart();
    const { created } = await load;
    // Transactions that went through unheard are found, not counted.
    expect(created.nodes).toBeGreaterThan(0);
    expect(created.nodes).toBeLessThanOrEqual(graph.order);
    expect(fingerprint(await store.readGraph())).toEqual(fingerprint(graph));
    expect(unfinishedLoad(await store.loads())).toBeNull();
    expect(await store.load(graph)).toEqual(unchanged);
    await store.close();
  });

  it("stops once its lock is gone, and the next load finishes", { timeout: 300_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    // Takes longer than breaking a lock.
    const graph = inventGraph(800);
    const store = await openStore({ url: url(), mode: "write" });
    const load = store.load(graph);
    load.catch(() => undefined);
    await untilSome(url());
    await breakLock(url());
    await expect(load).rejects.toMatchObject({ code: "store-refused" });
    const counted = "MATCH (n) RETURN count(n) AS nodes";
    const left = (await store.query(counted)).rows;
    // Nothing that was on its way is written afterwards.
    await new Promise((done) => setTimeout(done, 500));
    expect((await store.query(counted)).rows).toEqual(left);
    expect(unfinishedLoad(await store.loads())).not.toBeNull();
    await store.load(graph);
    expect(fingerprint(await store.readGraph())).toEqual(fingerprint(graph));
    expect(unfinishedLoad(await store.loads())).toBeNull();
    await store.close();
  });

  it("brings a database up to date that an earlier version made, and refuses one of a newer version", { timeout: 120_000 }, async () => {
    await run("MATCH (n) DETACH DELETE n");
    const first = await openStore({ url: url(), mode: "write" });
    await first.load(fixtureGraph());
    await first.close();
    await run(
      "MATCH (n) WHERE n.rowHash IS NOT NULL SET n.rowHash = 'old'",
      "MATCH ()-[r]->() SET r.rowHash = 'old'",
      "MATCH (l:Load) DELETE l",
      "MATCH (s:WhometStore) SET s.version = 1",
    );
    await expect(openStore({ url: url(), mode: "read" })).rejects.toMatchObject({ code: "store-refused" });
    const store = await openStore({ url: url(), mode: "write" });
    const { created, updated, deleted } = await store.load(fixtureGraph());
    expect([created, deleted]).toEqual([nothing, nothing]);
    // What has no properties has nothing to update; its hash of old is gone.
    const bare = fixtureGraph().filterEdges((_, { kind }) => isBare(kind)).length;
    expect(bare).toBeGreaterThan(10);
    expect(updated).toEqual({ nodes: fixtureGraph().order, relationships: fixtureGraph().size - bare });
    const hashed = "MATCH ()-[r:CONTAINS|MAKES|REPORTS]->() WHERE r.rowHash IS NOT NULL RETURN count(r) AS hashed";
    expect((await store.query(hashed)).rows).toEqual([{ hashed: 0 }]);
    expect(await store.load(fixtureGraph())).toEqual(unchanged);
    await store.close();
    await run("MATCH (s:WhometStore) SET s.version = 99");
    for (const mode of ["read", "write"] as const) {
      await expect(openStore({ url: url(), mode })).rejects.toMatchObject({
        code: "store-refused",
        message: expect.stringContaining("newer"),
      });
    }
  });
});

/** Waits until a load has written something. */
async function untilSome(url: string): Promise<void> {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
  try {
    for (let count = 0; count === 0; ) {
      const { records } = await driver.executeQuery("MATCH (n:Article) RETURN count(n) AS count", {}, { database: "neo4j" });
      count = Number(records[0]?.get("count"));
    }
  } finally {
    await driver.close();
  }
}

/** Has the server give up the transaction that holds the lock of a load, as an administrator may. */
async function breakLock(url: string): Promise<void> {
  const driver = neo4j.driver(url);
  const options = { database: "neo4j" };
  // No transaction of the load is older.
  const oldest = "SHOW TRANSACTIONS YIELD transactionId AS id, elapsedTime ORDER BY elapsedTime DESC LIMIT 1";
  const { records } = await driver.executeQuery(oldest, {}, options);
  const ids = records.map((row) => String(row.get("id")));
  await driver.executeQuery("TERMINATE TRANSACTIONS $ids", { ids }, options);
  await driver.close();
}
