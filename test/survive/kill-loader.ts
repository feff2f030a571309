/** The kill test, for any store: a loader is killed at twenty random moments, and the next load must always end in the right graph. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { writeGraphJson } from "../../src/graph/graph-json.ts";
import { graphRows } from "../../src/store/graph-rows.ts";
import { unfinishedLoad } from "../../src/store/load-record.ts";
import { openStore } from "../../src/store/open-store.ts";
import { inventGraph } from "../neo4j/invent-graph.ts";

export const program = fileURLToPath(new URL("load-graph.mjs", import.meta.url));
const kills = 20;

/** One moment from each twentieth of a load, the same on every run: a kill that finds something can be tried again. */
function* moments(): Generator<number> {
  let state = 2_026;
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

/** Throws when any of twenty kills leaves something that the next load does not mend. `log` gets a line for each. */
export async function killLoaderAtRandom(url: string, log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "whomet-kill-"));
  try {
    // Two graphs that differ nearly everywhere: whichever is there, loading the other creates, updates and deletes.
    const graphs = [12, 18].map((articles) => inventGraph(articles));
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
      const store = await openStore({ url, mode: "write" });
      const unfinished = unfinishedLoad(await store.loads());
      const { created, updated, deleted } = await store.load(target.graph);
      const rows = [created, updated, deleted].reduce((sum, { nodes, relationships }) => sum + nodes + relationships, 0);
      if (unfinished && !done) cutOff += 1;
      const found = unfinished ? "cut off" : done ? "done" : "not begun";
      log(`kill ${next} of ${kills}: after ${ms} ms, load ${found}; the next load wrote ${rows} rows`);
      expect(fingerprint(await store.readGraph())).toEqual(target.print);
      expect(unfinishedLoad(await store.loads())).toBeNull();
      const nothing = { nodes: 0, relationships: 0 };
      expect(await store.load(target.graph)).toEqual({ created: nothing, updated: nothing, deleted: nothing });
      await store.close();
    }
    expect(cutOff).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
