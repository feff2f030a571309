// What the next load makes of a store whose loader was killed, for the tests: finish-load.mjs GRAPH STORE. It loads the graph twice and
// prints one line of JSON: whether the store told of a load that was cut off, what each load wrote, whether one is said to be unfinished
// after it, and the checksums of the graph that is read back. In a process of its own, so that an engine that breaks takes no test along.
import { readFile } from "node:fs/promises";
import { readGraphJson } from "../../dist/graph/graph-json.js";
import { graphRows } from "../../dist/store/graph-rows.js";
import { unfinishedLoad } from "../../dist/store/load-record.js";
import { openStore } from "../../dist/store/open-store.js";

/** What is shown when the engine breaks: how far it came. */
const tell = (step) => process.stderr.write(`${step}\n`);

const [file = "", url = ""] = process.argv.slice(2);
const graph = readGraphJson(await readFile(file, "utf8"));
tell("opening the store");
const store = await openStore({ url, mode: "write" });
try {
  const wasCutOff = unfinishedLoad(await store.loads()) !== null;
  tell("loading");
  const first = await store.load(graph);
  tell("reading the graph back");
  const isUnfinished = unfinishedLoad(await store.loads()) !== null;
  const { nodes, relationships } = graphRows(await store.readGraph());
  const print = [...nodes, ...relationships].map(([name, { checksum }]) => ({ name, ...checksum }));
  tell("loading again");
  const again = await store.load(graph);
  process.stdout.write(`${JSON.stringify({ wasCutOff, first, isUnfinished, print, again })}\n`);
} finally {
  tell("closing");
  await store.close();
  tell("closed");
}
