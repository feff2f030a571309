import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { isBare } from "../graph/graph-schema.ts";
import { diffGraph, isUnchanged, reportOf, type StoredNode, type StoredRelationship, type StoredRows } from "./graph-diff.ts";
import { fixtureGraph, reversed } from "./graph-fixture.contract.ts";
import { graphRows } from "./graph-rows.ts";

type Stored = StoredRows<StoredNode, StoredRelationship>;

/** A store that holds a graph, with its relationships as `change` leaves them. Its checksums never agree, so everything is compared. */
function holding(graph: KnowledgeGraph, change = (rows: StoredRelationship[]) => rows): Stored {
  const rows = graphRows(graph);
  const checksum = async () => ({ rows: 1, low: -1, high: -1 });
  return {
    nodeChecksum: checksum,
    relationshipChecksum: checksum,
    nodes: async (label) => [...(rows.nodes.get(label) ?? [])],
    relationships: async (type) =>
      change(
        Array.from(rows.relationships.get(type)?.identities() ?? [], ([key, rowHash]) => {
          const [from = "", to = ""] = key.split("\0");
          return { from, to, rowHash, key };
        }),
      ),
  };
}

/** A store that only tells its checksums. */
function checked(graph: KnowledgeGraph): Stored {
  const rows = graphRows(graph);
  const nothing = { rows: 0, low: 0, high: 0 };
  const unread = () => Promise.reject(new Error("read although the checksum agrees"));
  return {
    nodeChecksum: async (label) => rows.nodes.get(label)?.checksum ?? nothing,
    relationshipChecksum: async (type) => rows.relationships.get(type)?.checksum ?? nothing,
    nodes: unread,
    relationships: unread,
  };
}

describe("diffGraph", () => {
  it("finds nothing to do where the store holds the graph", async () => {
    const none = { nodes: 0, relationships: 0 };
    expect(reportOf(await diffGraph(fixtureGraph(), holding(fixtureGraph())))).toEqual({ created: none, updated: none, deleted: none });
  });

  it("reads nothing of a table whose checksum agrees, whatever order the graph was put together in", async () => {
    expect(isUnchanged(reportOf(await diffGraph(reversed(fixtureGraph()), checked(fixtureGraph()))))).toBe(true);
    const changed = fixtureGraph();
    changed.setNodeAttribute("outlet:meridian", "x", 99);
    await expect(diffGraph(changed, checked(fixtureGraph()))).rejects.toThrow("read although");
  });

  it("asks for as many checksums at a time as the store answers, and for each once", async () => {
    const store = checked(fixtureGraph());
    const asked: string[] = [];
    let running = 0;
    let most = 0;
    const counted = async (table: string, answer: Promise<{ rows: number; low: number; high: number }>) => {
      asked.push(table);
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 1));
      running -= 1;
      return await answer;
    };
    const slow: Stored = {
      ...store,
      nodeChecksum: (label) => counted(label, store.nodeChecksum(label)),
      relationshipChecksum: (type) => counted(type, store.relationshipChecksum(type)),
      atOnce: 2,
    };
    expect(isUnchanged(reportOf(await diffGraph(fixtureGraph(), slow)))).toBe(true);
    expect(most).toBe(2);
    expect(new Set(asked).size).toBe(asked.length);
    const failing: Stored = { ...slow, nodeChecksum: () => Promise.reject(new Error("server gone")) };
    await expect(diffGraph(fixtureGraph(), failing)).rejects.toThrow("server gone");
  });

  it("creates everything in an empty store, and says what there will be", async () => {
    const changes = await diffGraph(fixtureGraph(), checked(new MultiDirectedGraph()));
    expect(reportOf(changes).created).toEqual({ nodes: fixtureGraph().order, relationships: fixtureGraph().size });
    expect(changes.nodes.reduce((sum, { total }) => sum + total, 0)).toBe(fixtureGraph().order);
    expect(changes.relationships.reduce((sum, { total }) => sum + total, 0)).toBe(fixtureGraph().size);
  });

  it("takes all copies of a doubled relationship away and puts one back", async () => {
    const tripled = holding(fixtureGraph(), (rows) => [...rows, ...rows, ...rows]);
    const { created, deleted, updated } = reportOf(await diffGraph(fixtureGraph(), tripled));
    expect([created.relationships, updated.relationships, deleted.relationships]).toEqual([
      fixtureGraph().size,
      0,
      3 * fixtureGraph().size,
    ]);
  });

  it("pairs a changed relationship with the stored one; without properties there is nothing to change", async () => {
    const stale = holding(fixtureGraph(), (rows) => rows.map((row) => ({ ...row, rowHash: 1 })));
    const { relationships } = await diffGraph(fixtureGraph(), stale);
    for (const { type, create, update, remove, total } of relationships) {
      expect([create.length, remove]).toEqual([0, []]);
      expect(update).toHaveLength(isBare(type) ? 0 : total);
      for (const { row, stored } of update) expect([stored.from, stored.to, stored.rowHash]).toEqual([row.from, row.to, 1]);
    }
  });
});
