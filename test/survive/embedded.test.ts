/** The embedded store when its loader is killed, the disk is full, the folder is read-only, or the file is from an earlier version. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { writeGraphJson } from "../../src/graph/graph-json.ts";
import { loadEngine } from "../../src/store/embedded-engine.ts";
import { fixtureGraph } from "../../src/store/graph-fixture.contract.ts";
import { unfinishedLoad } from "../../src/store/load-record.ts";
import { openStore } from "../../src/store/open-store.ts";
import { requireBuild } from "../cli/run-cli.ts";
import { inventGraph } from "../neo4j/invent-graph.ts";
import { changeMuch } from "./change-much.ts";
import { fingerprint, finishLoad, killLoaderAtRandom, program } from "./kill-loader.ts";

const none = { nodes: 0, relationships: 0 };

let folder = "";

beforeAll(async () => {
  requireBuild();
  folder = await mkdtemp(join(tmpdir(), "whomet-survive-"));
});
afterAll(async () => {
  await chmod(join(folder, "locked"), 0o755).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

/** Runs the loader in a shell, after `before`; the answer is what it printed and how it ended. */
async function load(file: string, store: string, before = "", user?: number): Promise<{ readonly output: string; readonly code: unknown }> {
  const child = spawn("sh", ["-c", `${before} exec "$0" "$1" "$2" "$3"`, process.execPath, program, file, store], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let output = "";
  child.stdout.on("data", (text: Buffer) => {
    output += text.toString();
  });
  const [code] = await once(child, "exit");
  return { output, code };
}

async function graphFile(name: string, articles: number): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, writeGraphJson(inventGraph(articles)));
  return file;
}

it("ends in the right graph after each of twenty kills at random moments", { timeout: 1_200_000 }, async () => {
  await killLoaderAtRandom(join(folder, "killed"), (line) => console.log(`embedded, ${line}`));
});

it("takes thousands of changes at once", { timeout: 120_000 }, async () => {
  await changeMuch(join(folder, "changed"));
});

describe("killed while the engine takes a load over into its file", () => {
  const path = (): string => join(folder, "checkpoint", "graph");
  const sizeOf = (suffix: string): number => statSync(path() + suffix, { throwIfNoEntry: false })?.size ?? 0;
  /** The log of a load, not of the record that one begins. */
  const isLog = (size: number): boolean => size > 50_000;
  const [old, wanted] = [inventGraph(40), inventGraph(60)];
  let file = "";

  /** Kills a loader as soon as `isDue`, until there is one that was killed before it was done with its log; the store is anew before each. */
  async function killWhen(isDue: () => boolean): Promise<void> {
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      await rm(join(folder, "checkpoint"), { recursive: true, force: true });
      const store = await openStore({ url: path(), mode: "write" });
      await store.load(old);
      await store.close();
      const child = spawn(process.execPath, [program, file, path()], { stdio: "ignore" });
      const ended = once(child, "exit");
      while (child.exitCode === null && !isDue()) await setImmediate();
      child.kill("SIGKILL");
      await ended;
      if (isLog(sizeOf(".wal.checkpoint")) && sizeOf(".shadow") > 0) return;
    }
    throw new Error("no loader was killed in time");
  }

  /** What a reader finds in the store that was left, and what is missing is then made up for. */
  async function expectLeft(graph: KnowledgeGraph, isUnfinished: boolean): Promise<void> {
    const reader = await openStore({ url: path(), mode: "read" });
    expect(unfinishedLoad(await reader.loads()) !== null).toBe(isUnfinished);
    expect(fingerprint(await reader.readGraph())).toEqual(fingerprint(graph));
    await reader.close();
    const { wasCutOff, first, print, again } = await finishLoad(file, path());
    expect(wasCutOff).toBe(isUnfinished);
    const nothing = { created: none, updated: none, deleted: none };
    if (!isUnfinished) expect(first).toEqual(nothing);
    expect(print).toEqual(fingerprint(wanted));
    expect(again).toEqual(nothing);
  }

  beforeAll(async () => {
    file = join(folder, "wanted.json");
    await writeFile(file, writeGraphJson(wanted));
  });

  it("before all its pages are ready, leaves the old graph", { timeout: 120_000 }, async () => {
    await killWhen(() => isLog(sizeOf(".wal.checkpoint")) && sizeOf(".shadow") > 0);
    await expectLeft(old, true);
  });

  it("while the pages go into the file, leaves the new graph", { timeout: 120_000 }, async () => {
    // What is added to the log when it is taken over is the note that they are ready.
    let size = Number.POSITIVE_INFINITY;
    await killWhen(() => {
      const now = sizeOf(".wal.checkpoint");
      if (!isLog(now)) size = Number.POSITIVE_INFINITY;
      else if (now > size) return true;
      else size = now;
      return false;
    });
    await expectLeft(wanted, false);
  });
});

it("keeps the old graph when the disk is full, says so, and takes the load once there is room", { timeout: 120_000 }, async () => {
  const path = join(folder, "full");
  const [small, large] = [await graphFile("small.json", 5), await graphFile("large.json", 400)];
  expect(await load(small, path)).toMatchObject({ code: 0 });
  // No file may grow beyond this many blocks: what a full disk does to a program, without filling one.
  const { size } = await stat(path);
  const full = await load(large, path, `ulimit -f ${Math.ceil(size / 512) + 200};`);
  expect(full.code).toBe(2);
  expect(full.output).toMatch(/refused store-refused cannot write to .*full/u);
  const reader = await openStore({ url: path, mode: "read" });
  expect(fingerprint(await reader.readGraph())).toEqual(fingerprint(inventGraph(5)));
  expect(unfinishedLoad(await reader.loads())).toMatchObject({ articles: 400, finishedAt: null });
  await reader.close();
  expect(await load(large, path)).toMatchObject({ code: 0 });
  const mended = await openStore({ url: path, mode: "read" });
  expect(fingerprint(await mended.readGraph())).toEqual(fingerprint(inventGraph(400)));
  expect(unfinishedLoad(await mended.loads())).toBeNull();
  await mended.close();
});

it("is refused in a folder that cannot be written, and left as it is", { timeout: 60_000 }, async () => {
  const locked = join(folder, "locked");
  const file = await graphFile("more.json", 6);
  await mkdir(locked);
  expect(await load(await graphFile("few.json", 4), join(locked, "graph"))).toMatchObject({ code: 0 });
  await chmod(folder, 0o755);
  await chmod(join(locked, "graph"), 0o444);
  await chmod(locked, 0o555);
  // Permissions do not bind the administrator.
  const user = process.getuid?.() === 0 ? 65_534 : undefined;
  for (const name of ["graph", "other"]) {
    const { code, output } = await load(file, join(locked, name), "", user);
    expect(code).not.toBe(0);
    expect(output).not.toContain("done");
  }
  await chmod(locked, 0o755);
  await chmod(join(locked, "graph"), 0o644);
  const reader = await openStore({ url: join(locked, "graph"), mode: "read" });
  expect(fingerprint(await reader.readGraph())).toEqual(fingerprint(inventGraph(4)));
  await reader.close();
});

it("is brought up to date when an earlier version made it, and refused when a newer one did", async () => {
  const path = join(folder, "old");
  const store = await openStore({ url: path, mode: "write" });
  await store.load(fixtureGraph());
  const facts =
    "MATCH (:Person)-[r:TOOK_PART_IN|HAS_ROLE]->(x) RETURN x.id AS id, r.named AS named, r.former AS former ORDER BY id, named, former";
  const before = (await store.query(facts)).rows;
  await store.close();
  // As version 1 had it: hashes were texts, there were no records of loads, and countries did not speak.
  await alter(path, [
    "MATCH (q:Quote) SET q.rowHash = 1",
    // This version of the engine breaks when it alters a table whose changes are not in the file yet.
    "CHECKPOINT",
    ...["Article", "Person", "SAID", "HAS_ROLE"].flatMap((table) => [
      `ALTER TABLE ${table} DROP rowHash`,
      `ALTER TABLE ${table} ADD rowHash STRING DEFAULT 'old'`,
    ]),
    "ALTER TABLE Quote DROP cue",
    "ALTER TABLE Quote ADD forgotten STRING",
    "DROP TABLE Load",
    "DROP TABLE ATTRIBUTED_TO",
    "COMMENT ON TABLE Article IS 'whomet store 1 0123456789ab'",
  ]);
  await cp(path, `${path}-too`);
  const reader = await openStore({ url: path, mode: "read" });
  expect((await reader.readGraph()).order).toBe(fixtureGraph().order);
  // What has not changed its type keeps its values until the next load.
  expect((await reader.query(facts)).rows).toEqual(before);
  expect(before.map(({ named, former }) => named ?? former)).toContain(true);
  await reader.close();
  const writer = await openStore({ url: `${path}-too`, mode: "write" });
  await writer.load(fixtureGraph());
  expect(fingerprint(await writer.readGraph())).toEqual(fingerprint(fixtureGraph()));
  expect((await writer.query("MATCH (q:Quote) RETURN q.cue AS cue ORDER BY cue LIMIT 1")).rows).toEqual([{ cue: "said" }]);
  expect(await writer.load(fixtureGraph())).toEqual({ created: none, updated: none, deleted: none });
  await writer.close();
  await alter(path, ["COMMENT ON TABLE Article IS 'whomet store 99 0123456789ab'"]);
  for (const mode of ["read", "write"] as const) {
    await expect(openStore({ url: path, mode })).rejects.toMatchObject({
      code: "store-refused",
      message: expect.stringContaining("newer"),
    });
  }
});

async function alter(path: string, statements: readonly string[]): Promise<void> {
  const engine = loadEngine();
  const database = new engine.Database(path, 0, true, false, 2 ** 34);
  const connection = new engine.Connection(database);
  for (const statement of statements) {
    // Until its results are closed, a database is not: what was written stays in its log.
    for (const result of [await connection.query(statement)].flat()) result.close();
  }
  await connection.close();
  await database.close();
}
