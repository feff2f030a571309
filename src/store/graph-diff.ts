/** What differs between a graph and what a store holds, found by comparing ids, keys and row hashes. */
import type { KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { graphRows, type NodeRow, type RelationshipRow } from "./graph-rows.ts";
import type { LoadReport } from "./graph-store.ts";

export interface StoredNode {
  readonly id: string;
  readonly rowHash: string;
}

export interface StoredRelationship {
  readonly from: string;
  readonly to: string;
  /** As `relationshipRowKey` makes it. */
  readonly key: string;
  readonly rowHash: string;
}

/** Reads what a store holds; `S` may carry what that store needs to find the relationship again. */
export interface StoredRows<S extends StoredRelationship> {
  nodes(label: NodeLabel): Promise<readonly StoredNode[]>;
  relationships(type: RelationshipType): Promise<readonly S[]>;
}

export interface NodeChanges {
  readonly label: NodeLabel;
  readonly create: readonly NodeRow[];
  readonly update: readonly NodeRow[];
  /** Ids. */
  readonly remove: readonly string[];
  /** How many nodes of the label there are once the changes are made. */
  readonly total: number;
}

export interface RelationshipChanges<S extends StoredRelationship> {
  readonly type: RelationshipType;
  readonly create: readonly RelationshipRow[];
  /** The new row beside the stored one that it takes the place of. */
  readonly update: readonly { readonly row: RelationshipRow; readonly stored: S }[];
  readonly remove: readonly S[];
  /** How many relationships of the type there are once the changes are made. */
  readonly total: number;
}

export interface GraphChanges<S extends StoredRelationship> {
  readonly nodes: readonly NodeChanges[];
  readonly relationships: readonly RelationshipChanges<S>[];
}

/** The changes that make the store hold exactly this graph; all lists are empty when it does already. */
export async function diffGraph<S extends StoredRelationship>(graph: KnowledgeGraph, stored: StoredRows<S>): Promise<GraphChanges<S>> {
  const rows = graphRows(graph);
  const nodes: NodeChanges[] = [];
  for (const [label, wanted] of rows.nodes) nodes.push(nodeChanges(label, wanted, await stored.nodes(label)));
  const created = new Set(nodes.flatMap(({ create }) => create.map((row) => row.id)));
  // An id that moves to another label takes none of its relationships along: they are made anew.
  const moved = new Set(nodes.flatMap(({ remove }) => remove.filter((id) => created.has(id))));
  const relationships: RelationshipChanges<S>[] = [];
  for (const [type, wanted] of rows.relationships)
    relationships.push(relationshipChanges(type, wanted, await stored.relationships(type), moved));
  return { nodes, relationships };
}

/** How many nodes and relationships the changes create, update and delete. */
export function reportOf<S extends StoredRelationship>({ nodes, relationships }: GraphChanges<S>): LoadReport {
  const count = (change: "create" | "update" | "remove") => ({
    nodes: nodes.reduce((sum, changes) => sum + changes[change].length, 0),
    relationships: relationships.reduce((sum, changes) => sum + changes[change].length, 0),
  });
  return { created: count("create"), updated: count("update"), deleted: count("remove") };
}

function nodeChanges(label: NodeLabel, wanted: readonly NodeRow[], stored: readonly StoredNode[]): NodeChanges {
  const left = new Map(stored.map((node) => [node.id, node.rowHash]));
  const create: NodeRow[] = [];
  const update: NodeRow[] = [];
  for (const row of wanted) {
    const storedHash = left.get(row.id);
    if (storedHash === undefined) create.push(row);
    else if (storedHash !== row.rowHash) update.push(row);
    left.delete(row.id);
  }
  return { label, create, update, remove: [...left.keys()], total: wanted.length };
}

function relationshipChanges<S extends StoredRelationship>(
  type: RelationshipType,
  wanted: readonly RelationshipRow[],
  stored: readonly S[],
  moved: ReadonlySet<string>,
): RelationshipChanges<S> {
  const left = new Map<string, S>();
  const spoiled = new Set<string>();
  const remove: S[] = [];
  for (const relationship of stored) {
    // The same relationship twice (a retried transaction that had gone through after all): all copies go, one comes back.
    if (left.has(relationship.key)) spoiled.add(relationship.key);
    if (spoiled.has(relationship.key) || moved.has(relationship.from) || moved.has(relationship.to)) remove.push(relationship);
    else left.set(relationship.key, relationship);
  }
  for (const key of spoiled) {
    const first = left.get(key);
    if (first) remove.push(first);
    left.delete(key);
  }
  const create: RelationshipRow[] = [];
  const update: { row: RelationshipRow; stored: S }[] = [];
  for (const row of wanted) {
    const old = left.get(row.key);
    if (!old) create.push(row);
    else if (old.rowHash !== row.rowHash) update.push({ row, stored: old });
    left.delete(row.key);
  }
  return { type, create, update, remove: [...remove, ...left.values()], total: wanted.length };
}
