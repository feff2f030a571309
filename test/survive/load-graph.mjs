// A program that loads a graph from a file of graphology's JSON into a store, for the tests that kill it: load-graph.mjs GRAPH STORE.
// It runs what was compiled, so that it starts quickly. Prints `loading` before it writes and `done` after.
import { readFile } from "node:fs/promises";
import { readGraphJson } from "../../dist/graph/graph-json.js";
import { openStore } from "../../dist/store/open-store.js";

const [file = "", url = ""] = process.argv.slice(2);
const graph = readGraphJson(await readFile(file, "utf8"));
const store = await openStore({ url, mode: "write" });
process.stdout.write("loading\n");
try {
  await store.load(graph);
  process.stdout.write("done\n");
} catch (error) {
  process.stdout.write(`refused ${error.code} ${error.message}\n`);
  process.exitCode = 2;
} finally {
  await store.close();
}
