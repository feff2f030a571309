import { describe, expect, it } from "vitest";
import { diffGraph } from "../../src/store/graph-diff.ts";
import { type Neo4jNode, type Neo4jRelationship, type RunStatement, writeChanges } from "../../src/store/neo4j-changes.ts";
import { batchRows } from "../../src/store/neo4j-lanes.ts";
import { packingMarks } from "../../src/store/neo4j-rows.ts";
import { inventGraph } from "./invent-graph.ts";

/** Enough for several transactions of quotes in each lane. */
const graph = inventGraph(2_500);

/** What a server would make of each transaction of a first load. */
async function load() {
  const none = async () => [];
  const empty = async () => ({ rows: 0, low: 0, high: 0 });
  const changes = await diffGraph<Neo4jNode, Neo4jRelationship>(graph, {
    nodeChecksum: empty,
    relationshipChecksum: empty,
    nodes: none,
    relationships: none,
  });
  const elementIds = new Map<string, string>();
  const transactions: { nodes: number; relationships: string[] }[] = [];
  const tally = {
    created: { nodes: 0, relationships: 0 },
    updated: { nodes: 0, relationships: 0 },
    deleted: { nodes: 0, relationships: 0 },
  };
  const write = async <T>(work: (run: RunStatement) => Promise<T>): Promise<T> => {
    const transaction = { nodes: 0, relationships: [] as string[] };
    const run: RunStatement = async (statement, { given }) => {
      const { rows: blocks, prefix } = given as { rows: readonly Iterable<string>[]; prefix: string };
      const rows = blocks.flatMap((block) => [...block]);
      const type = /-\[:(\w+)/u.exec(statement)?.[1];
      if (type === undefined) {
        const ids = rows.flatMap((block) => block.split(packingMarks.row).map((row) => row.split(packingMarks.field)[0] ?? ""));
        for (const id of ids) elementIds.set(id, String(elementIds.size));
        transaction.nodes += ids.length;
        return [ids.map((id) => `${id}${packingMarks.field}4:store:${elementIds.get(id)}`)];
      }
      expect(prefix).toBe("4:store:");
      const before = transaction.relationships.length;
      for (const group of rows.flatMap((block) => block.split(packingMarks.group))) {
        const [from, ...out] = group.split(packingMarks.row);
        for (const row of out) transaction.relationships.push(`${type} ${from} ${row.split(packingMarks.field)[0]}`);
      }
      return [transaction.relationships.length - before];
    };
    const done = await work(run);
    transactions.push(transaction);
    return done;
  };
  let wasReady = false;
  await writeChanges(changes, write, tally, async () => {
    wasReady = elementIds.size === graph.order;
  });
  return { transactions, tally, elementIds, wasReady };
}

describe("the transactions of a first load", () => {
  it("hold everything once, and no more rows each than they should", { timeout: 60_000 }, async () => {
    const { transactions, tally, elementIds, wasReady } = await load();
    expect(tally.created).toEqual({ nodes: graph.order, relationships: graph.size });
    const made = transactions.flatMap(({ relationships }) => relationships);
    const wanted = graph.mapEdges((_, { kind }, from, to) => `${kind} ${elementIds.get(from)} ${elementIds.get(to)}`);
    expect(made.sort()).toEqual(wanted.sort());
    const sizes = transactions.map(({ nodes, relationships }) => nodes + relationships.length);
    // A node is never parted from what is made with it.
    expect(Math.max(...sizes)).toBeLessThan(batchRows + 100);
    expect(transactions.filter(({ nodes, relationships }) => nodes > 0 && relationships.length > 0).length).toBeGreaterThan(12);
    expect(wasReady).toBe(true);
  });
});
