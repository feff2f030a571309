/** Loads that create, update and delete thousands of rows at once, for any store. */
import { expect } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { inventGraph } from "../neo4j/invent-graph.ts";
import { fingerprint } from "./kill-loader.ts";

/** Throws unless the store at `url` holds what it was told to after each of three loads that differ nearly everywhere, and counts it right. */
export async function changeMuch(url: string): Promise<void> {
  const store = await openStore({ url, mode: "write" });
  try {
    for (const articles of [200, 260, 200]) {
      const graph = inventGraph(articles);
      await store.load(graph);
      expect(fingerprint(await store.readGraph())).toEqual(fingerprint(graph));
      const counts = new Map<string, number>();
      graph.forEachEdge((_, { kind }) => counts.set(kind, (counts.get(kind) ?? 0) + 1));
      for (const [kind, count] of counts) {
        expect((await store.query(`MATCH ()-[r:${kind}]->() RETURN count(*) AS ${kind}`)).rows).toEqual([{ [kind]: count }]);
      }
    }
  } finally {
    await store.close();
  }
}
