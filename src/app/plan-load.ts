/** What a load would change, without changing it. */
import type { GraphNode, KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { nodeSchema } from "../graph/graph-schema.ts";
import type { GraphStore, LoadReport } from "../store/graph-store.ts";

/** The node as `readGraph` gives it: without internal properties and article texts. */
function comparable(node: GraphNode): string {
  const { internal } = nodeSchema(node.kind);
  const isLeftOut = (name: string): boolean => internal.includes(name) || (node.kind === "Article" && name === "text");
  const entries = Object.entries(node).filter(([name]) => !isLeftOut(name));
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortedValues(values: object): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Counts nodes and relationships that differ between a store (null: an empty one) and a graph. */
export async function planLoad(store: GraphStore | null, graph: KnowledgeGraph): Promise<LoadReport> {
  const present = store ? await store.readGraph() : null;
  const texts = new Map((store ? await store.storedArticles() : []).map(({ id, text }) => [id, text]));
  const created = { nodes: 0, relationships: 0 };
  const updated = { nodes: 0, relationships: 0 };
  const deleted = { nodes: 0, relationships: 0 };
  graph.forEachNode((id, node) => {
    if (!present?.hasNode(id)) created.nodes += 1;
    else if (comparable(present.getNodeAttributes(id)) !== comparable(node)) updated.nodes += 1;
    else if (node.kind === "Article" && texts.get(id) !== node.text) updated.nodes += 1;
  });
  graph.forEachEdge((key, edge) => {
    if (!present?.hasEdge(key)) created.relationships += 1;
    else if (sortedValues(present.getEdgeAttributes(key)) !== sortedValues(edge)) updated.relationships += 1;
  });
  present?.forEachNode((id) => {
    if (!graph.hasNode(id)) deleted.nodes += 1;
  });
  present?.forEachEdge((key) => {
    if (!graph.hasEdge(key)) deleted.relationships += 1;
  });
  return { created, updated, deleted };
}
