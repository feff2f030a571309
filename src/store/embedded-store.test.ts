import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { loadEngine } from "./embedded-engine.ts";
import { openEmbeddedStore } from "./embedded-store.ts";
import { fixtureGraph } from "./graph-fixture.contract.ts";
import { describeGraphStore } from "./graph-store.contract.ts";

let folder = "";
let stores = 0;
const path = (name = "graph") => join(folder, `it's [a] store ${stores}`, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whomet-test-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describeGraphStore("embedded store", {
  open: async () => {
    stores += 1;
    return await openEmbeddedStore(path(), "write");
  },
  reopen: async () => await openEmbeddedStore(path(), "write"),
  randomGraphs: 12,
});

describe("the file of an embedded store", () => {
  it("is not made by a reader", async () => {
    await expect(openEmbeddedStore(join(folder, "none", "graph"), "read")).rejects.toMatchObject({
      code: "store-missing",
      hint: expect.stringContaining("whomet build"),
    });
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  it("can be read by several at once", async () => {
    stores += 1;
    const writer = await openEmbeddedStore(path(), "write");
    await writer.load(fixtureGraph());
    await writer.close();
    const readers = await Promise.all([1, 2, 3].map(() => openEmbeddedStore(path(), "read")));
    const graphs = await Promise.all(readers.map((reader) => reader.readGraph()));
    expect(graphs.map(({ order }) => order)).toEqual(Array(3).fill(fixtureGraph().order));
    const [reader] = readers;
    const answers = await Promise.all(Array.from({ length: 20 }, () => reader?.query("MATCH (p:Person) RETURN count(p.id) AS people")));
    expect(answers.map((answer) => answer?.rows)).toEqual(Array(20).fill([{ people: 5 }]));
    await Promise.all(readers.map((each) => each.close()));
  });

  it.each([
    ["a text file", async () => writeFile(path("other"), "not a store, but quite long enough to be looked at by the engine")],
    ["a folder", async () => mkdir(path("other"))],
    [
      "a database of somebody else",
      async () => {
        const engine = loadEngine();
        const database = new engine.Database(path("other"), 0, true, false, 2 ** 30);
        const connection = new engine.Connection(database);
        await connection.query("CREATE NODE TABLE Theirs(id STRING PRIMARY KEY)");
        await connection.close();
        await database.close();
      },
    ],
  ])("is left alone when it is %s", async (_, make) => {
    stores += 1;
    await mkdir(join(path(), ".."), { recursive: true });
    await make();
    for (const mode of ["read", "write"] as const) {
      await expect(openEmbeddedStore(path("other"), mode)).rejects.toMatchObject({ code: "store-foreign" });
    }
  });

  it("cannot lie under another file, and the error says so", async () => {
    stores += 1;
    await mkdir(join(path(), ".."), { recursive: true });
    await writeFile(path("file"), "");
    await expect(openEmbeddedStore(path("file/graph"), "write")).rejects.toMatchObject({ code: "store-refused" });
  });

  it("keeps the old graph when the new one cannot be written", async () => {
    stores += 1;
    const store = await openEmbeddedStore(path(), "write");
    await store.load(fixtureGraph(["article:delta"]));
    vi.stubEnv("TMPDIR", join(folder, "no", "such", "folder"));
    await expect(store.load(fixtureGraph())).rejects.toMatchObject({ code: "store-refused" });
    vi.unstubAllEnvs();
    expect((await store.readGraph()).order).toBe(fixtureGraph(["article:delta"]).order);
    await store.load(fixtureGraph());
    expect((await store.readGraph()).order).toBe(fixtureGraph().order);
    await store.close();
  });

  it("shows one graph or the other to those who read while loads go into it", async () => {
    stores += 1;
    const graphs = [fixtureGraph(), fixtureGraph(["article:harbour", "article:delta"])];
    const quotes = graphs.map((graph) => graph.filterNodes((_, { kind }) => kind === "Quote").length);
    expect(quotes[0]).not.toBe(quotes[1]);
    const store = await openEmbeddedStore(path(), "write");
    await store.load(graphs[0] ?? fixtureGraph());
    let isLoading = true;
    const readers = Array.from({ length: 3 }, async () => {
      let reads = 0;
      for (; isLoading; reads += 1) {
        const { rows } = await store.query("MATCH (:Article)-[r:CONTAINS]->(q:Quote) RETURN count(DISTINCT q.id) AS count");
        expect(quotes).toContain(rows[0]?.count);
      }
      return reads;
    });
    for (let load = 1; load <= 10; load += 1) await store.load(graphs[load % 2] ?? fixtureGraph());
    isLoading = false;
    for (const reads of await Promise.all(readers)) expect(reads).toBeGreaterThan(10);
    await store.close();
  });

  it("leaves no temporary files behind", async () => {
    const temporary = await mkdtemp(join(folder, "temporary-"));
    vi.stubEnv("TMPDIR", temporary);
    stores += 1;
    const store = await openEmbeddedStore(path(), "write");
    await store.load(fixtureGraph());
    await store.close();
    vi.unstubAllEnvs();
    expect(await readdir(temporary)).toEqual([]);
    expect(await readdir(join(path(), ".."))).toEqual(["graph"]);
  });

  it("holds the one graph or the other after its writer was killed at any moment, and is refused to a second writer", {
    timeout: 300_000,
  }, async () => {
    stores += 1;
    const orders = [fixtureGraph(), fixtureGraph(["article:harbour", "article:delta"])].map(sizes);
    for (const delayMs of [0, 40, 90, 160, 250, 420]) {
      const program = fileURLToPath(new URL("kill-load.fixture.ts", import.meta.url));
      const child = spawn(process.execPath, ["--import", "tsx", program, path()], { stdio: ["ignore", "pipe", "inherit"] });
      const ended = once(child, "exit");
      await once(child.stdout, "data");
      if (delayMs === 0) await expectRefusal();
      await new Promise((done) => setTimeout(done, delayMs));
      child.kill("SIGKILL");
      await ended;
      const reader = await openEmbeddedStore(path(), "read");
      const found = sizes(await reader.readGraph());
      await reader.close();
      expect([[0, 0], ...orders]).toContainEqual(found);
    }
    const store = await openEmbeddedStore(path(), "write");
    await store.load(fixtureGraph());
    expect(sizes(await store.readGraph())).toEqual(orders[0]);
    await store.close();
  });

  /** The child has the file open nearly all the time: sooner or later it is met. */
  async function expectRefusal(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      try {
        await (await openEmbeddedStore(path(), "write")).close();
      } catch (error) {
        expect(error).toMatchObject({ code: "store-refused", message: expect.stringContaining("another program") });
        return;
      }
    }
    expect.fail("a second writer was never refused");
  }
});

describe("the embedded engine", () => {
  it("is taken from the package of the platform when the main one has no binary", () => {
    const engine = loadEngine((name) => {
      if (name === "@ladybugdb/core") throw new Error("lbugjs.node: cannot open shared object file");
      return { name };
    });
    expect(engine).toEqual({ name: `@ladybugdb/core-${process.platform}-${process.arch}` });
  });

  it("is said to be missing, with what to do, when neither loads", () => {
    const load = () => {
      throw new Error("Cannot find module\nRequire stack: …");
    };
    expect(() => loadEngine(load)).toThrow(
      expect.objectContaining({ code: "engine-missing", hint: expect.stringContaining("npm install") }),
    );
  });
});

function sizes(graph: KnowledgeGraph): readonly number[] {
  return [graph.order, graph.size];
}
