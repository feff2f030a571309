import { describe, expect, it } from "vitest";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { diffGraph, reportOf, type StoredRelationship, type StoredRows } from "./graph-diff.ts";
import { fixtureGraph } from "./graph-fixture.contract.ts";
import { graphRows } from "./graph-rows.ts";

/** A store that holds a graph, with its relationships as `change` leaves them. */
function holding(graph: KnowledgeGraph, change = (rows: StoredRelationship[]) => rows): StoredRows<StoredRelationship> {
  const rows = graphRows(graph);
  return {
    nodes: async (label) => rows.nodes.get(label) ?? [],
    relationships: async (type) => change([...(rows.relationships.get(type) ?? [])]),
  };
}

describe("diffGraph", () => {
  it("finds nothing to do where the store holds the graph", async () => {
    const none = { nodes: 0, relationships: 0 };
    expect(reportOf(await diffGraph(fixtureGraph(), holding(fixtureGraph())))).toEqual({ created: none, updated: none, deleted: none });
  });

  it("creates everything in an empty store, and says what there will be", async () => {
    const changes = await diffGraph(fixtureGraph(), { nodes: async () => [], relationships: async () => [] });
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

  it("pairs a changed relationship with the stored one", async () => {
    const stale = holding(fixtureGraph(), (rows) => rows.map((row) => ({ ...row, rowHash: "old" })));
    const { relationships } = await diffGraph(fixtureGraph(), stale);
    for (const { create, update, remove, total } of relationships) {
      expect([create, remove]).toEqual([[], []]);
      expect(update).toHaveLength(total);
      for (const { row, stored } of update) expect([stored.key, stored.rowHash]).toEqual([row.key, "old"]);
    }
  });
});
