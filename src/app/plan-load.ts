/** What a load would change, without changing it. */
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { nodeSchema } from "../graph/graph-schema.ts";
import type { GraphStore, LoadReport } from "../store/graph-store.ts";

/** Properties that `readGraph` leaves out, so they cannot tell a changed node. */
function comparable(node: object, label: string): string {
  const schema = nodeSchema(label as Parameters<typeof nodeSchema>[0]);
  const entries = Object.entries(node).filter(([name]) => name !== "text" && !schema.internal.includes(name));
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Counts nodes and relationships that differ between a store (null: an empty one) and a graph. */
export async function planLoad(store: GraphStore | null, graph: KnowledgeGraph): Promise<LoadReport> {
  const present = store ? await store.readGraph() : null;
  const created = { nodes: 0, relationships: 0 };
  const updated = { nodes: 0, relationships: 0 };
  const deleted = { nodes: 0, relationships: 0 };
  graph.forEachNode((id, node) => {
    if (!present?.hasNode(id)) created.nodes += 1;
    else if (comparable(present.getNodeAttributes(id), node.kind) !== comparable(node, node.kind)) updated.nodes += 1;
  });
  graph.forEachEdge((key, edge) => {
    if (!present?.hasEdge(key)) created.relationships += 1;
    else if (JSON.stringify(present.getEdgeAttributes(key)) !== JSON.stringify(edge)) updated.relationships += 1;
  });
  present?.forEachNode((id) => {
    if (!graph.hasNode(id)) deleted.nodes += 1;
  });
  present?.forEachEdge((key) => {
    if (!graph.hasEdge(key)) deleted.relationships += 1;
  });
  return { created, updated, deleted };
}
