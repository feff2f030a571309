/** Writes docs/cypher.md anew from cypher/questions and the sample articles, and the examples of docs/quotes.md: `make docs`. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../src/store/open-store.ts";
import { writeQuotesPage } from "./quotes-page.ts";
import { cypherPage, freshCypherPage, sampleGraph } from "./sample-graph.ts";

await writeQuotesPage();
const folder = await mkdtemp(join(tmpdir(), "whomet-docs-"));
try {
  const store = await openStore({ url: join(folder, "graph"), mode: "write" });
  await store.load(await sampleGraph());
  await writeFile(cypherPage, await freshCypherPage(store));
  await store.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
