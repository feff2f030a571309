/** `export --format neo4j-csv`, imported by the real `neo4j-admin`: the database is the store that the driver would have loaded. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveFiles } from "../../src/app/save-files.ts";
import type { GraphNode, KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { neo4jCsvFiles, readWholeGraph } from "../../src/store/export-neo4j-csv.ts";
import { fixtureGraph } from "../../src/store/graph-fixture.contract.ts";
import { openStore } from "../../src/store/open-store.ts";
import { inventGraph } from "./invent-graph.ts";
import { jars, missingNeo4j, type RestartableNeo4j, startOwnNeo4j } from "./start-neo4j.ts";

const missing =
  missingNeo4j() ??
  (existsSync(jars) && readdirSync(jars).some((name) => name.startsWith("neo4j-import-tool"))
    ? null
    : "there is no neo4j-import-tool in .neo4j/lib: test/neo4j/fetch-jars.sh fetches it");
if (missing !== null) process.stderr.write(`skipped: the import by neo4j-admin, because ${missing}\n`);

const hostile = "a,\"b\";'c'\r\n\\n|\u001f\u202e`$1`";

/** Words that every delimiter of the format stands in. */
function hostileGraph(): KnowledgeGraph {
  const graph = fixtureGraph();
  graph.updateEachNodeAttributes((_, node): GraphNode => {
    if (node.kind === "Person") return { ...node, name: hostile, aliases: ["", "a;b", '"', hostile.replace("\u001f", "")], keys: [] };
    return node.kind === "Article" ? { ...node, title: "", text: `${hostile}\n\n${hostile}`, url: null } : node;
  });
  return graph;
}

describe.skipIf(missing !== null)("an import", () => {
  let folder = "";
  let server: RestartableNeo4j | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "whomet-import-"));
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ["hostile words", hostileGraph],
    ["an invented corpus", () => inventGraph(50)],
  ])("of %s leaves nothing for the driver to load", { timeout: 240_000 }, async (name, make) => {
    const graph = make();
    const embedded = await openStore({ url: join(folder, `${name}.whomet`), mode: "write" });
    await embedded.load(graph);
    const files = join(folder, name);
    await saveFiles(neo4jCsvFiles(await readWholeGraph(embedded)), files);
    await embedded.close();

    const home = join(folder, `${name} home`);
    await mkdir(join(home, "conf"), { recursive: true });
    await writeFile(join(home, "conf/neo4j.conf"), "");
    const admin = `java -cp ${join(jars, "*")} org.neo4j.cli.AdminTool`;
    const child = spawn("sh", ["-f", join(files, "import.sh")], { env: { ...process.env, NEO4J_HOME: home, NEO4J_ADMIN: admin } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
    const [code] = await once(child, "close");
    expect(code, output).toBe(0);

    server = await startOwnNeo4j(undefined, home);
    const store = await openStore({ url: server.url, mode: "write" });
    const counted = await store.query(
      "MATCH (n) WHERE n.rowHash IS NOT NULL WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relationships",
    );
    expect(counted.rows).toEqual([{ nodes: graph.order, relationships: graph.size }]);
    const nothing = { nodes: 0, relationships: 0 };
    // The one unit separator is replaced in lists only, and the persons have it in their names alone.
    expect(await store.load(graph)).toEqual({ created: nothing, updated: nothing, deleted: nothing });
    expect((await store.storedArticles()).map(({ text }) => text)).toContain(textOfFirst(graph));
    await store.close();
    await server.stop();
    server = undefined;
  });
});

function textOfFirst(graph: KnowledgeGraph): string {
  const [text = ""] = graph.mapNodes((_, node) => (node.kind === "Article" ? [node.text] : [])).flat();
  return text;
}
