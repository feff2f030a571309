/** The kill test, for any store: a loader is killed at twenty random moments, and the next load must always end in the right graph. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text as textOf } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { writeGraphJson } from "../../src/graph/graph-json.ts";
import { graphRows } from "../../src/store/graph-rows.ts";
import type { LoadReport } from "../../src/store/graph-store.ts";
import { inventGraph } from "../neo4j/invent-graph.ts";

export const program = fileURLToPath(new URL("load-graph.mjs", import.meta.url));
const finisher = fileURLToPath(new URL("finish-load.mjs", import.meta.url));
const kills = 20;
/** Of the larger graph. From 200 on, both graphs are written in lanes, and quotes with what ties them: that takes minutes. */
const articles = Number(process.env.WHOMET_KILL_ARTICLES ?? 18);

/**
 * One moment from each twentieth of a load, the same on every run: a kill that finds something can be tried again. WHOMET_KILL_SEED
 * gives other moments.
 */
function* moments(): Generator<number> {
  let state = Number(process.env.WHOMET_KILL_SEED ?? 2_026);
  for (let kill = 0; kill < kills; kill += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield (kill + state / 2 ** 32) / kills;
  }
}

/** What tells two graphs apart, apart from texts and what the schema calls internal, which `readGraph` leaves out. */
export function fingerprint(graph: KnowledgeGraph): unknown {
  const shown = graph.copy();
  shown.updateEachNodeAttributes((_, node) => (node.kind === "Article" ? { ...node, text: "", annotation: "", path: null } : node));
  const { nodes, relationships } = graphRows(shown);
  return [...nodes, ...relationships].map(([name, { checksum }]) => ({ name, ...checksum }));
}

/** How many milliseconds an undisturbed loader takes from `loading` to `done`; or it is killed after so many, and says how many there were. */
async function runLoader(file: string, url: string, killAfterMs: number): Promise<{ readonly ms: number; readonly done: boolean }> {
  const child = spawn(process.execPath, [program, file, url], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  let [started, done] = [0, false];
  const lines = createInterface(child.stdout);
  let timer: NodeJS.Timeout | undefined;
  lines.on("line", (line) => {
    if (line === "loading") {
      started = performance.now();
      if (Number.isFinite(killAfterMs)) timer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    }
    if (line === "done") {
      done = true;
      clearTimeout(timer);
    }
  });
  await ended;
  return { ms: performance.now() - started, done };
}

/** What the load after a kill did and left, as `finish-load.mjs` prints it. */
interface Finished {
  readonly wasCutOff: boolean;
  readonly first: LoadReport;
  readonly isUnfinished: boolean;
  readonly print: unknown;
  readonly again: LoadReport;
}

/** Loads in another process. Throws Error with what the program said when it fails, or is ended by a signal because the engine broke. */
export async function finishLoad(file: string, url: string): Promise<Finished> {
  const child = spawn(process.execPath, [finisher, file, url], { stdio: ["ignore", "pipe", "pipe"] });
  const [output, errors] = [textOf(child.stdout), textOf(child.stderr)];
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  if (code !== 0) {
    const how = signal === null ? `failed with exit code ${code}` : `was ended by ${signal}`;
    throw new Error(`the load after a kill ${how}:\n${await errors}`);
  }
  return JSON.parse(await output) as Finished;
}

/** Throws when any of twenty kills leaves something that the next load does not mend. `log` gets a line for each. */
export async function killLoaderAtRandom(url: string, log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "whomet-kill-"));
  try {
    // Two graphs that differ nearly everywhere: whichever is there, loading the other creates, updates and deletes.
    const graphs = [Math.round((articles * 2) / 3), articles].map((count) => inventGraph(count));
    const wanted = graphs.map((graph, index) => ({ file: join(folder, `${index}.json`), print: fingerprint(graph), graph }));
    for (const { file, graph } of wanted) await writeFile(file, writeGraphJson(graph));
    let [undisturbed, next] = [0, 0];
    for (const { file } of wanted) undisturbed = (await runLoader(file, url, Number.POSITIVE_INFINITY)).ms;
    let cutOff = 0;
    for (const moment of moments()) {
      next += 1;
      const target = wanted[next % 2];
      if (!target) throw new Error("there are two graphs");
      const ms = Math.round(moment * undisturbed);
      const { done, ms: taken } = await runLoader(target.file, url, ms);
      // A server gets quicker with every load: later kills aim at what it takes by then.
      if (done) undisturbed = Math.min(undisturbed, taken);
      const { wasCutOff, first, isUnfinished, print, again } = await finishLoad(target.file, url);
      const rows = [first.created, first.updated, first.deleted].reduce((sum, { nodes, relationships }) => sum + nodes + relationships, 0);
      if (wasCutOff && !done) cutOff += 1;
      const found = wasCutOff ? "cut off" : done ? "done" : "not begun";
      log(`kill ${next} of ${kills}: after ${ms} ms, load ${found}; the next load wrote ${rows} rows`);
      expect(print).toEqual(target.print);
      expect(isUnfinished).toBe(false);
      const nothing = { nodes: 0, relationships: 0 };
      expect(again).toEqual({ created: nothing, updated: nothing, deleted: nothing });
    }
    expect(cutOff).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
