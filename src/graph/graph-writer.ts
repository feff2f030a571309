/** Adds nodes and relationships to a graph under keys that are never given twice. */
import { MultiDirectedGraph } from "graphology";
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { relationshipKey } from "./graph-schema.ts";
import { KeyRing } from "./ids.ts";

export interface GraphWriter {
  readonly graph: KnowledgeGraph;
  /** The key itself, or with a number when something else already has it. */
  freeId(key: string): string;
  /** Throws when the id is in the graph already. */
  addNode(node: GraphNode): void;
  /** Throws when an end is missing or the relationship is in the graph already. */
  addRelationship(from: string, to: string, relationship: GraphRelationship): void;
}

/** Writes to an empty graph; `takenIds` are kept free for nodes whose id is fixed. */
export function writeGraph(takenIds: Iterable<string>): GraphWriter {
  const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  const ids = new KeyRing(takenIds);
  return {
    graph,
    freeId: (key) => ids.claim(key),
    addNode: (node) => {
      graph.addNode(node.id, node);
    },
    addRelationship: (from, to, relationship) => {
      graph.addEdgeWithKey(relationshipKey(from, to, relationship), from, to, relationship);
    },
  };
}
