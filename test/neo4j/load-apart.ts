/**
 * One load of an invented graph in a process of its own, which sets nothing and collects nothing: what a user's process does, whose heap
 * may still grow. `load-apart.ts LOADER ADDRESS ARTICLES` prints a line of JSON: seconds, seconds of processor, and the most memory in
 * megabytes beyond the process with its graph. Run it as `node --import tsx`.
 */
import type { KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { inventGraph } from "./invent-graph.ts";
import { mergeIntoNeo4j } from "./textbook-loader.ts";

export interface LoadFigures {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** The code as it is shipped: what runs the sources as they are makes hot loops slower. */
const built = "../../dist/store/open-store.js";
const { openStore } = (await import(built)) as typeof import("../../src/store/open-store.ts");

const loaders: Readonly<Record<string, (url: string, graph: KnowledgeGraph) => Promise<void>>> = {
  ours: async (url, graph) => {
    const store = await openStore({ url, mode: "write" });
    await store.load(graph);
    await store.close();
  },
  textbook: mergeIntoNeo4j,
};

const [loader = "", url = "", articles = ""] = process.argv.slice(2);
const load = loaders[loader];
if (!load) throw new Error(`no such loader: ${loader}`);
const graph = inventGraph(Number(articles));
const before = process.memoryUsage.rss();
const [cpu, start] = [process.cpuUsage(), performance.now()];
let peak = before;
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
const watch = setInterval(look, 50);
await load(url, graph);
clearInterval(watch);
look();
const { user, system } = process.cpuUsage(cpu);
const figures: LoadFigures = {
  seconds: (performance.now() - start) / 1000,
  processor: (user + system) / 1e6,
  megabytes: Math.round((peak - before) / 2 ** 20),
};
console.log(JSON.stringify(figures));
