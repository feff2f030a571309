/** A program that keeps changing the store at the path it is given, until somebody kills it: for the test that does. */
import { openEmbeddedStore } from "./embedded-store.ts";
import { fixtureGraph } from "./graph-fixture.contract.ts";
import type { GraphStore } from "./graph-store.ts";

const path = process.argv[2] ?? "";
const graphs = [fixtureGraph(), fixtureGraph(["article:harbour", "article:delta"])];
for (let round = 0; ; round += 1) {
  const store = await openWhenFree();
  for (const graph of round % 2 === 0 ? graphs : graphs.toReversed()) await store.load(graph);
  await store.close();
  process.stdout.write("round\n");
}

/** The test tries to open it too, and now and then comes first. */
async function openWhenFree(): Promise<GraphStore> {
  for (;;) {
    try {
      return await openEmbeddedStore(path, "write");
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes("another program")) throw error;
    }
  }
}
