/**
 * What differs between a graph and what a store holds. A table whose checksum agrees is not read at all; of the others, ids, keys
 * and row hashes are compared.
 */
import type { GraphNode, KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { isBare } from "../graph/graph-schema.ts";
import { type Checksum, graphRows, type NodeRow, type RelationshipEnds, type RelationshipRow, type RowTable } from "./graph-rows.ts";
import type { LoadReport } from "./graph-store.ts";

export interface StoredNode {
  readonly id: string;
  readonly rowHash: number | null;
}

export interface StoredRelationship {
  readonly from: string;
  readonly to: string;
  /** As `relationshipRowKey` makes it. */
  readonly key: string;
  /** Null in a store whose tables were brought up to date since: the row is made anew. 0 for a type without properties. */
  readonly rowHash: number | null;
}

/** Reads what a store holds; `N` and `R` may carry what that store needs to find the row again. */
export interface StoredRows<N extends StoredNode, R extends StoredRelationship> {
  /** Of the stored row hashes; a row without one counts as a row, with 0. Of a type without properties: of `pairHashCypher`. */
  nodeChecksum(label: NodeLabel): Promise<Checksum>;
  relationshipChecksum(type: RelationshipType): Promise<Checksum>;
  nodes(label: NodeLabel): Promise<readonly N[]>;
  relationships(type: RelationshipType): Promise<readonly R[]>;
  /** How many checksums may be asked for side by side, before they are needed. Absent: each when it is needed. */
  readonly atOnce?: number;
}

/** Some rows of a table, made while they are walked through. */
export interface RowList<Row> extends Iterable<Row> {
  readonly length: number;
}

/** The same, which can also be asked for one by one, and for what a row will be made of. */
export interface RowSelection<Row, Source> extends RowList<Row> {
  row(position: number): Row;
  source(position: number): Source;
}

export interface NodeChanges<N extends StoredNode> {
  readonly label: NodeLabel;
  readonly create: RowSelection<NodeRow, GraphNode>;
  /** The new row beside the stored one that it takes the place of. */
  readonly update: RowList<{ readonly row: NodeRow; readonly stored: N }>;
  readonly remove: readonly N[];
  /** How many nodes of the label there are once the changes are made. */
  readonly total: number;
}

export interface RelationshipChanges<R extends StoredRelationship> {
  readonly type: RelationshipType;
  readonly create: RowSelection<RelationshipRow, RelationshipEnds>;
  readonly update: RowList<{ readonly row: RelationshipRow; readonly stored: R }>;
  readonly remove: readonly R[];
  /** How many relationships of the type there are once the changes are made. */
  readonly total: number;
}

export interface GraphChanges<N extends StoredNode, R extends StoredRelationship> {
  readonly nodes: readonly NodeChanges<N>[];
  readonly relationships: readonly RelationshipChanges<R>[];
}

/** The changes that make the store hold exactly this graph; all lists are empty when it does already. */
export async function diffGraph<N extends StoredNode, R extends StoredRelationship>(
  graph: KnowledgeGraph,
  stored: StoredRows<N, R>,
): Promise<GraphChanges<N, R>> {
  const rows = graphRows(graph);
  const lanes = new Lanes(stored.atOnce ?? 0);
  const nodeChecksum = lanes.ask(rows.nodes, (label) => stored.nodeChecksum(label));
  const relationshipChecksum = lanes.ask(rows.relationships, (type) => stored.relationshipChecksum(type));
  const nodes: NodeChanges<N>[] = [];
  for (const [label, wanted] of rows.nodes) {
    nodes.push(nodeChanges(label, wanted, await rowsUnlessEqual(wanted, await nodeChecksum(label), () => stored.nodes(label))));
  }
  // An id that moves to another label takes none of its relationships along: they are made anew.
  const removed = new Set(nodes.flatMap(({ remove }) => remove.map(({ id }) => id)));
  const moved = new Set(removed.size === 0 ? [] : nodes.flatMap(({ create }) => idsIn(create, removed)));
  const relationships: RelationshipChanges<R>[] = [];
  for (const [type, wanted] of rows.relationships) {
    const read = () => stored.relationships(type);
    const found = moved.size > 0 ? await read() : await rowsUnlessEqual(wanted, await relationshipChecksum(type), read);
    relationships.push(relationshipChanges(type, wanted, found, moved));
  }
  return { nodes, relationships };
}

/** Asks for checksums side by side, so that a server works out some while ours are added up. */
class Lanes {
  /** Of each lane, how many rows it was asked about, and when the last answer is there. */
  readonly #lanes: { rows: number; ended: Promise<unknown> }[];

  constructor(count: number) {
    this.#lanes = Array.from({ length: count }, () => ({ rows: 0, ended: Promise.resolve() }));
  }

  /** Asks about all tables at once, or, without lanes, about each when its answer is wanted. */
  ask<Table, Row>(
    tables: ReadonlyMap<Table, RowTable<Row>>,
    checksumOf: (table: Table) => Promise<Checksum>,
  ): (table: Table) => Promise<Checksum> {
    const answers = new Map<Table, Promise<Checksum>>();
    for (const [table, { length }] of tables) {
      const lane = this.#lanes.toSorted((a, b) => a.rows - b.rows).at(0);
      if (!lane) break;
      const answer = lane.ended.then(() => checksumOf(table));
      answers.set(table, answer);
      // An error is told where the answer is wanted.
      lane.ended = answer.catch(() => undefined);
      lane.rows += length;
    }
    return (table) => answers.get(table) ?? checksumOf(table);
  }
}

/** How many nodes and relationships the changes create, update and delete. */
export function reportOf<N extends StoredNode, R extends StoredRelationship>({ nodes, relationships }: GraphChanges<N, R>): LoadReport {
  const count = (change: "create" | "update" | "remove") => ({
    nodes: nodes.reduce((sum, changes) => sum + changes[change].length, 0),
    relationships: relationships.reduce((sum, changes) => sum + changes[change].length, 0),
  });
  return { created: count("create"), updated: count("update"), deleted: count("remove") };
}

/** True for the report of a load that found nothing to do. */
export function isUnchanged({ created, updated, deleted }: LoadReport): boolean {
  return [created, updated, deleted].every(({ nodes, relationships }) => nodes + relationships === 0);
}

/** What is stored, or null when it agrees with what is wanted. An empty table is known without reading it. */
async function rowsUnlessEqual<Row, S>(
  wanted: RowTable<Row>,
  stored: Checksum,
  read: () => Promise<readonly S[]>,
): Promise<readonly S[] | null> {
  if (stored.rows === 0) return wanted.length === 0 ? null : [];
  return stored.rows === wanted.length && isEqual(stored, wanted.checksum) ? null : await read();
}

function isEqual(a: Checksum, b: Checksum): boolean {
  return a.rows === b.rows && a.low === b.low && a.high === b.high;
}

/** `stored` null: the same as wanted. */
function nodeChanges<N extends StoredNode>(
  label: NodeLabel,
  wanted: RowTable<NodeRow, GraphNode>,
  stored: readonly N[] | null,
): NodeChanges<N> {
  if (stored === null) return { label, create: rowsAt(wanted, []), update: [], remove: [], total: wanted.length };
  if (stored.length === 0) return { label, create: wanted, update: [], remove: [], total: wanted.length };
  const left = new Map(stored.map((node) => [node.id, node]));
  const create: number[] = [];
  const update: (readonly [number, N])[] = [];
  let position = 0;
  for (const [id, rowHash] of wanted.identities()) {
    const old = left.get(id);
    if (old === undefined) create.push(position);
    else if (old.rowHash !== rowHash) update.push([position, old]);
    left.delete(id);
    position += 1;
  }
  return { label, create: rowsAt(wanted, create), update: pairsAt(wanted, update), remove: [...left.values()], total: wanted.length };
}

function relationshipChanges<R extends StoredRelationship>(
  type: RelationshipType,
  wanted: RowTable<RelationshipRow, RelationshipEnds>,
  stored: readonly R[] | null,
  moved: ReadonlySet<string>,
): RelationshipChanges<R> {
  if (stored === null) return { type, create: rowsAt(wanted, []), update: [], remove: [], total: wanted.length };
  if (stored.length === 0) return { type, create: wanted, update: [], remove: [], total: wanted.length };
  const left = new Map<string, R>();
  const spoiled = new Set<string>();
  const remove: R[] = [];
  for (const relationship of stored) {
    // The same relationship twice (another program's doing): all copies go, one comes back.
    if (left.has(relationship.key)) spoiled.add(relationship.key);
    const isLost = relationship.rowHash === null || moved.has(relationship.from) || moved.has(relationship.to);
    if (isLost || spoiled.has(relationship.key)) remove.push(relationship);
    else left.set(relationship.key, relationship);
  }
  for (const key of spoiled) {
    const first = left.get(key);
    if (first) remove.push(first);
    left.delete(key);
  }
  const create: number[] = [];
  const update: (readonly [number, R])[] = [];
  let position = 0;
  for (const [key, rowHash] of wanted.identities()) {
    const old = left.get(key);
    if (!old) create.push(position);
    else if (old.rowHash !== rowHash && !isBare(type)) update.push([position, old]);
    left.delete(key);
    position += 1;
  }
  return {
    type,
    create: rowsAt(wanted, create),
    update: pairsAt(wanted, update),
    remove: [...remove, ...left.values()],
    total: wanted.length,
  };
}

function rowsAt<Row, Source>(table: RowTable<Row, Source>, positions: readonly number[]): RowSelection<Row, Source> {
  // A position outside the list is one outside the table.
  return {
    length: positions.length,
    row: (index) => table.row(positions[index] ?? -1),
    source: (index) => table.source(positions[index] ?? -1),
    *[Symbol.iterator]() {
      for (const position of positions) yield table.row(position);
    },
  };
}

function pairsAt<Row, S>(
  table: RowTable<Row>,
  pairs: readonly (readonly [number, S])[],
): RowList<{ readonly row: Row; readonly stored: S }> {
  return {
    length: pairs.length,
    *[Symbol.iterator]() {
      for (const [position, stored] of pairs) yield { row: table.row(position), stored };
    },
  };
}

function idsIn(rows: Iterable<NodeRow>, wanted: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const { id } of rows) if (wanted.has(id)) found.push(id);
  return found;
}
