/**
 * Rows per second into both stores, beside loaders as a textbook writes them, in one run, and how long questions take:
 * `npx tsx test/neo4j/bench-load.ts` after a build, whose code is what is measured. WHOMET_BENCH_ARTICLES sets the size of the
 * corpus (default 2,000; 10,000 make about a million nodes and relationships). Neo4j takes part where its jars are, with a server of
 * its own for each loader. A first load is timed twice: into a server just started, whose compiler still has everything to learn, and
 * three times into empty databases of the same server after a load, which is what a server that runs for weeks does; the middle one counts.
 * Times are of the clock.
 * Whole loads run in processes of their own, which set nothing and collect nothing (`load-apart.ts`); beside each stands what it used of
 * the processor, and the most memory it had beyond that with the graph. Questions are asked in two rounds, in a process of their own
 * (`ask-apart.ts`): beside a graph in memory, some wait for its garbage to be collected.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Connection, LbugValue } from "@ladybugdb/core";
import neo4j, { type Driver } from "neo4j-driver";
import type { KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { nodeSchema } from "../../src/graph/graph-schema.ts";
import type { Properties } from "../../src/store/graph-rows.ts";
import type { QuestionTime } from "./ask-apart.ts";
import { inventGraph } from "./invent-graph.ts";
import type { LoadFigures } from "./load-apart.ts";
import { missingNeo4j, type RestartableNeo4j, startOwnNeo4j } from "./start-neo4j.ts";
import { mapOf } from "./textbook-loader.ts";

/** The code as it is shipped: what runs the sources as they are makes hot loops slower. */
const built = "../../dist/store/";
const { loadEngine } = (await import(`${built}embedded-engine.js`)) as typeof import("../../src/store/embedded-engine.ts");
const { tableStatements } = (await import(`${built}embedded-schema.js`)) as typeof import("../../src/store/embedded-schema.ts");
const { graphRows } = (await import(`${built}graph-rows.js`)) as typeof import("../../src/store/graph-rows.ts");
const { openStore } = (await import(`${built}open-store.js`)) as typeof import("../../src/store/open-store.ts");

const articles = Number(process.env.WHOMET_BENCH_ARTICLES ?? 2_000);
const graph = inventGraph(articles);
const oneLess = graph.copy();
oneLess.dropNode("s000000");
const rows = graph.order + graph.size;
const seconds = new Map<string, number>();
console.log(`${articles.toLocaleString("en")} articles: ${graph.order} nodes, ${graph.size} relationships`);

/** Loads of the same graph differ by a tenth. */
const warmLoads = 3;

/** The textbook's MERGE searches the whole table for each row here; more than this takes minutes. */
const mostMergedRows = 2_000;

const folder = await mkdtemp(join(tmpdir(), "whomet-bench-"));
try {
  await measureApart("embedded: COPY of typed files", "ours", join(folder, "graph"));
  await measureApart("embedded: the same graph again", "ours", join(folder, "graph"));
  await measure("embedded: one article less", rows, () => loadInto(join(folder, "graph"), oneLess));
  await measureQuestions(join(folder, "graph"));
  await mergeIntoEmbedded(join(folder, "textbook"));
} finally {
  await rm(folder, { recursive: true, force: true });
}

const missing = missingNeo4j();
if (missing !== null) {
  console.log(`Neo4j left out: ${missing}`);
} else {
  const names = {
    cold: "Neo4j: first load, server just started",
    again: "Neo4j: the same graph again",
    warm: "Neo4j: first load, warm server",
    textbookCold: "Neo4j, textbook: server just started",
    textbookAgain: "Neo4j, textbook: the same graph again",
    textbookWarm: "Neo4j, textbook: warm server",
  };
  const textbookServer = await startOwnNeo4j(["-Xmx2g"]);
  try {
    await withDriver(textbookServer.url, warmUp);
    await measureApart(names.textbookCold, "textbook", textbookServer.url);
    await measureApart(names.textbookAgain, "textbook", textbookServer.url);
    await measureWarm(names.textbookWarm, "textbook", textbookServer);
  } finally {
    await textbookServer.stop();
  }
  const server = await startOwnNeo4j(["-Xmx2g"]);
  try {
    await withDriver(server.url, warmUp);
    await measureApart(names.cold, "ours", server.url);
    await measureApart(names.again, "ours", server.url);
    await measureWarm(names.warm, "ours", server);
    await measure("Neo4j: one article less", rows, () => loadInto(server.url, oneLess));
    await measureQuestions(server.url);
    compare(names.textbookCold, names.cold);
    compare(names.textbookWarm, names.warm);
    compare(names.textbookAgain, names.again);
  } finally {
    await server.stop();
  }
}

async function withDriver(url: string, work: (driver: Driver) => Promise<void>): Promise<void> {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
  try {
    await work(driver);
  } finally {
    await driver.close();
  }
}

/** A load of the whole graph in a process of its own, which sets nothing. */
async function measureApart(name: string, loader: "ours" | "textbook", url: string): Promise<void> {
  const figures = JSON.parse(await runApart("load-apart.ts", [loader, url, String(articles)])) as LoadFigures;
  tell(name, rows, figures, `, +${figures.megabytes} MB`);
}

/** First loads into empty databases of a server that has loaded before, of which the middle one counts. */
async function measureWarm(name: string, loader: "ours" | "textbook", server: RestartableNeo4j): Promise<void> {
  const taken: number[] = [];
  for (let load = 0; load < warmLoads; load += 1) {
    await server.renew();
    await measureApart(name, loader, server.url);
    taken.push(seconds.get(name) ?? Number.NaN);
  }
  seconds.set(name, taken.sort((a, b) => a - b)[Math.floor(warmLoads / 2)] ?? Number.NaN);
}

/** What a program beside this one prints. Throws Error when it fails. */
async function runApart(name: string, values: readonly string[]): Promise<string> {
  const program = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, ...values], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const printed = await text(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}: ${values.join(" ")}`);
  return printed;
}

/** Work in this process. */
async function measure(name: string, count: number, work: () => Promise<unknown>): Promise<void> {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await work();
  const taken = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  tell(name, count, { seconds: taken, processor: (user + system) / 1e6 }, "");
}

function tell(name: string, count: number, figures: Omit<LoadFigures, "megabytes">, memory: string): void {
  seconds.set(name, figures.seconds);
  const rate = Math.round(count / figures.seconds).toLocaleString("en");
  const used = `${figures.processor.toFixed(1)} s of processor${memory}`;
  console.log(`${name.padEnd(42)} ${figures.seconds.toFixed(2).padStart(8)} s ${rate.padStart(10)} rows/s  (${used})`);
}

/** How many times as long the textbook takes. */
function compare(textbook: string, ours: string): void {
  const ratio = (seconds.get(textbook) ?? Number.NaN) / (seconds.get(ours) ?? Number.NaN);
  console.log(`  ${ours} is ${ratio.toFixed(2)} times as fast as ${textbook}`);
}

async function loadInto(url: string, loaded: KnowledgeGraph): Promise<void> {
  const store = await openStore({ url, mode: "write" });
  await store.load(loaded);
  await store.close();
}

/** How long questions take right after a load, and in a second round: by then a server has compiled what answers all of them. */
async function measureQuestions(url: string): Promise<void> {
  const people = graph.mapNodes((_, node) => (node.kind === "Person" ? [node.name] : [])).flat();
  const places = graph.mapNodes((_, node) => (node.kind === "Place" ? [node.name] : [])).flat();
  // Names from the middle of the news: neither the best known nor those that one article has.
  const [x = "", y = ""] = [people[300] ?? people[0], people[301] ?? people[1]];
  const given = { name: x, x, y, place: places[50] ?? places[0] ?? "", from: "2024-03-01", to: "2024-03-07", since: "2025-08-01" };
  const printed = await runApart("ask-apart.ts", [url, JSON.stringify(given)]);
  for (const [round, line] of printed.trim().split("\n").entries()) {
    const slow = (JSON.parse(line) as QuestionTime[]).sort((a, b) => b.ms - a.ms);
    const shown = slow.slice(0, 8).map(({ name, ms }) => `${name} ${Math.round(ms)} ms`);
    const quick = slow.filter(({ ms }) => ms < 100).length;
    const state = round === 0 ? "asked for the first time since the load" : "warm";
    console.log(`  questions ${state}, 95th percentile: ${quick} of ${slow.length} below 100 ms; ${shown.join(", ")}`);
  }
}

/** A few statements, the same for both servers, so that neither load pays for the very first ones. */
async function warmUp(driver: Driver): Promise<void> {
  await driver.executeQuery(
    "UNWIND range(1, 20000) AS i MERGE (a:Warm {i: i % 500}) WITH collect(a) AS all UNWIND all AS b MERGE (b)-[:W]->(b)",
    {},
    { database: "neo4j" },
  );
  await driver.executeQuery("MATCH (n) DETACH DELETE n", {}, { database: "neo4j" });
}

async function mergeIntoEmbedded(path: string): Promise<void> {
  const engine = loadEngine();
  const database = new engine.Database(path, 0, true, false, 2 ** 34);
  const connection = new engine.Connection(database);
  for (const statement of tableStatements()) await connection.query(statement);
  const nodes = [...graphRows(graph).nodes]
    .flatMap(([label, some]) => Array.from(some, (row) => ({ label, row })))
    .slice(0, mostMergedRows);
  await measure(`embedded, textbook: MERGE of ${nodes.length} nodes`, nodes.length, async () => {
    await connection.query("BEGIN TRANSACTION");
    for (const { label, row } of nodes) await mergeNode(connection, label, mapOf(nodeSchema(label).properties, row.values));
    await connection.query("COMMIT");
  });
  await connection.close();
  await database.close();
}

async function mergeNode(connection: Connection, label: string, properties: Properties): Promise<void> {
  const told = Object.entries(properties).filter(([, value]) => value !== null && !Array.isArray(value));
  const assignments = told.slice(1).map(([name]) => `n.\`${name}\` = $p_${name}`);
  const statement = await connection.prepare(`MERGE (n:${label} {id: $p_id}) SET ${assignments.join(", ")}`);
  await connection.execute(
    statement,
    Object.fromEntries(told.map(([name, value]): [string, LbugValue] => [`p_${name}`, value as LbugValue])),
  );
}
