/** The command line on a real Neo4j: the same answers as on the embedded store, and clear words when there is none. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editGexf } from "./cli/edit-graph.ts";
import { requireBuild, runCli, samples } from "./cli/run-cli.ts";
import { missingNeo4j, type RunningNeo4j, startNeo4j } from "./neo4j/start-neo4j.ts";

const missing = missingNeo4j();
if (missing !== null) process.stderr.write(`skipped: the command line on Neo4j, because ${missing}\n`);

/** A loopback port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

beforeAll(requireBuild);

describe("a Neo4j that does not answer", () => {
  it("is told with its address and what to do, and ends with 2", async () => {
    const url = `bolt://127.0.0.1:${await freePort()}`;
    const { code, stdout, stderr } = await runCli(["met", "Boehler", "--store", url]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(url);
    expect(stderr).toMatch(/Neo4j/u);
  });

  it("never shows a password", async () => {
    const url = `bolt://neo4j:hunter2@127.0.0.1:${await freePort()}`;
    const { code, stderr } = await runCli(["met", "Boehler", "--store", url, "--debug"], { env: { WHOMET_NEO4J_PASSWORD: "hunter3" } });
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/hunter/u);
  });
});

describe.skipIf(missing !== null)("with a Neo4j", () => {
  let server: RunningNeo4j | undefined;
  let folder = "";
  const url = (): string => server?.url ?? "";

  beforeAll(async () => {
    server = await startNeo4j();
    folder = await mkdtemp(join(tmpdir(), "whomet-cli-neo4j-"));
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("builds once, creates nothing the second time, and answers as the embedded store does", { timeout: 300_000 }, async () => {
    const embedded = join(folder, "graph");
    const first = await runCli(["build", samples, "--store", url(), "--json"]);
    const local = await runCli(["build", samples, "--store", embedded, "--json"]);
    expect([first.code, local.code]).toEqual([0, 0]);
    const { created } = JSON.parse(first.stdout) as { created: object };
    expect(created).toEqual((JSON.parse(local.stdout) as { created: object }).created);

    const second = await runCli(["build", samples, "--store", "neo4j", "--json"], { env: { NEO4J_URI: url() } });
    expect(JSON.parse(second.stdout)).toMatchObject({ created: { nodes: 0, relationships: 0 }, deleted: { nodes: 0, relationships: 0 } });

    for (const args of [
      ["met", "Boehler", "--json"],
      ["ask", "who said what about Hamas?", "--json"],
      ["query", "most-mentioned", "--json"],
      ["export", "--format", "graphml"],
    ]) {
      const [there, here] = [await runCli([...args, "--store", url()]), await runCli([...args, "--store", embedded])];
      expect([there.code, there.stderr, there.stdout]).toEqual([0, "", here.stdout]);
    }

    const edits = join(folder, "edits.gexf");
    const before = (await runCli(["export", "--format", "gexf", "--store", embedded])).stdout;
    await writeFile(edits, editGexf(before, "person:steve-witkoff"));
    for (const store of [url(), embedded]) {
      const entered = await runCli(["build", "--from-graph", edits, "--store", store, "--json"]);
      expect(JSON.parse(entered.stdout)).toMatchObject({ created: { nodes: 5, relationships: 6 }, deleted: { nodes: 0 } });
      const again = await runCli(["build", "--from-graph", edits, "--store", store, "--json"]);
      expect(JSON.parse(again.stdout)).toMatchObject({ created: { nodes: 0, relationships: 0 }, updated: { nodes: 0 } });
    }
    const [there, here] = await Promise.all([url(), embedded].map((store) => runCli(["met", "Haddad", "--json", "--store", store])));
    expect([there?.stdout, JSON.parse(there?.stdout ?? "")]).toEqual([here?.stdout, [expect.objectContaining({ independentSources: 0 })]]);
    expect((await runCli(["remove", "manual:edits", "--store", url()])).code).toBe(0);
    expect((await runCli(["export", "--format", "gexf", "--store", url()])).stdout).toBe(before);
  });
});
