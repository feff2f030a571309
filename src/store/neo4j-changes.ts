/**
 * Writes changes into Neo4j. What is known to be new is created, never merged, and relationships find their ends by the engine's own
 * ids, so that the only index a row touches is the one that takes its id in. Rows travel as texts (`neo4j-rows.ts`), and relationships
 * of one start together. Statements are made from the schema; only values come from articles.
 */
import type { NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { nodeSchema, type PropertyTable, relationshipSchema } from "../graph/graph-schema.ts";
import type { GraphChanges, NodeChanges, RelationshipChanges, RowList, StoredNode, StoredRelationship } from "./graph-diff.ts";
import { type NodeRow, type RelationshipRow, rowHashProperty } from "./graph-rows.ts";
import { batchesOf, disjointBatches } from "./neo4j-lanes.ts";
import { fieldsOf, PackedColumns, packingMarks, worthPlanning } from "./neo4j-rows.ts";

/** A stored node or relationship with the engine's id, good until something is deleted: for one load. */
export interface Neo4jNode extends StoredNode {
  readonly elementId: string;
}
export interface Neo4jRelationship extends StoredRelationship {
  readonly elementId: string;
}

export type Neo4jChanges = GraphChanges<Neo4jNode, Neo4jRelationship>;

/**
 * Runs a statement with these parameters in a transaction of its own, and gives back its first column. Must not run it twice when it
 * cannot know whether the first time went through.
 */
export type WriteRows = (statement: string, parameters: Readonly<Record<string, unknown>>) => Promise<readonly unknown[]>;

/** What was written so far, counted as the transactions went through. */
export interface LoadTally {
  readonly created: { nodes: number; relationships: number };
  readonly updated: { nodes: number; relationships: number };
  readonly deleted: { nodes: number; relationships: number };
}

/**
 * Makes the changes, batch after batch. Articles come first, each with all it takes to build the graph again: whatever cuts the load
 * off, the next one builds from whole articles. Then what is gone goes, and nodes come before their relationships. `nodesWritten` runs
 * between the two.
 */
export async function writeChanges(
  changes: Neo4jChanges,
  write: WriteRows,
  tally: LoadTally,
  nodesWritten: () => Promise<void>,
): Promise<void> {
  const writer = new ChangeWriter(write, tally, changes);
  const [articles, others] = [
    changes.nodes.filter(({ label }) => label === "Article"),
    changes.nodes.filter(({ label }) => label !== "Article"),
  ];
  for (const change of articles) await writer.writeNodes(change);
  for (const change of changes.relationships) await writer.removeRelationships(change);
  for (const change of changes.nodes) await writer.removeNodes(change);
  for (const change of others) await writer.writeNodes(change);
  await nodesWritten();
  for (const change of changes.relationships) await writer.writeRelationships(change);
}

/** Nodes that belong to one article each, and how: made together, neither of the two has to be looked up. */
const partOf: Partial<Record<NodeLabel, RelationshipType>> = { Quote: "CONTAINS", Claim: "MAKES" };

class ChangeWriter {
  readonly #write: WriteRows;
  readonly #tally: LoadTally;
  /** The ends of the engine's ids of nodes, by ours: what comes before is the same for a whole database, and is sent once. */
  readonly #elementIds = new Map<string, string>();
  #prefix = "";
  readonly #relationships: readonly RelationshipChanges<Neo4jRelationship>[];
  /** How many nodes the graph has. */
  readonly #nodes: number;
  /** For types of `partOf`, the ends whose relationship was made with them. */
  readonly #madeWithEnd = new Map<RelationshipType, Map<string, string>>();

  constructor(write: WriteRows, tally: LoadTally, { nodes, relationships }: Neo4jChanges) {
    this.#write = write;
    this.#tally = tally;
    this.#relationships = relationships;
    this.#nodes = nodes.reduce((sum, { total }) => sum + total, 0);
  }

  async writeNodes({ label, create, update }: NodeChanges<Neo4jNode>): Promise<void> {
    const { properties: table, isEntity } = nodeSchema(label);
    const labels = isEntity ? `${label}:Entity` : label;
    const type = create.length < worthPlanning ? undefined : partOf[label];
    const articles = type === undefined ? new Map<string, string>() : this.#startsOf(type);
    if (type !== undefined) this.#madeWithEnd.set(type, new Map());
    await inLanes(
      batchesOf(create, (row) => row.values),
      async (batch) => {
        const columns = new PackedColumns(table, batch);
        const parts: NodeRow[] = [];
        const alone: NodeRow[] = [];
        for (const row of batch) (this.#elementIds.has(articles.get(row.id) ?? "") ? parts : alone).push(row);
        if (alone.length > 0) {
          const creation = `UNWIND $rows AS packed WITH ${fieldsOf("packed")} AS out CREATE (n:${labels} ${columns.assigned("out")})`;
          const rows = alone.map((row) => columns.pack(row));
          await this.#createNodes(creation, rows, alone.length);
        }
        if (type === undefined || parts.length === 0) return;
        const rows = grouped(
          parts,
          (row) => this.#elementIds.get(articles.get(row.id) ?? ""),
          (row) => columns.pack(row),
        );
        const creation = `${matchStart} CREATE (a)-[:${type}]->(n:${labels} ${columns.assigned("out")})`;
        await this.#createNodes(creation, rows, parts.length);
        this.#tally.created.relationships += parts.length;
        for (const { id } of parts) this.#madeWithEnd.get(type)?.set(id, articles.get(id) ?? "");
      },
    );
    const all = new PackedColumns(table, []);
    const change = `UNWIND $rows AS row WITH row[0] AS at, ${fieldsOf("row[1]")} AS told
      MATCH (n:${label}) WHERE elementId(n) = at SET n = ${all.assigned("told")} RETURN 1`;
    for (const batch of batchesOf(update, ({ row }) => row.values)) {
      await this.#expect(
        change,
        batch.map(({ row, stored }) => [stored.elementId, all.pack(row)]),
      );
      for (const { stored } of batch) this.#rememberOne(stored.id, stored.elementId);
      this.#tally.updated.nodes += batch.length;
    }
  }

  async removeNodes({ label, remove }: NodeChanges<Neo4jNode>): Promise<void> {
    const statement = `UNWIND $rows AS row MATCH (n:${label}) WHERE elementId(n) = row DETACH DELETE n RETURN 1`;
    for (const batch of batchesOf(remove)) {
      await this.#expect(
        statement,
        batch.map(({ elementId }) => elementId),
      );
      this.#tally.deleted.nodes += batch.length;
    }
  }

  async removeRelationships({ type, remove }: RelationshipChanges<Neo4jRelationship>): Promise<void> {
    const statement = `UNWIND $rows AS row MATCH ()-[r:${type}]->() WHERE elementId(r) = row DELETE r RETURN 1`;
    for (const batch of batchesOf(remove)) {
      await this.#expect(
        statement,
        batch.map(({ elementId }) => elementId),
      );
      this.#tally.deleted.relationships += batch.length;
    }
  }

  async writeRelationships({ type, create, update }: RelationshipChanges<Neo4jRelationship>): Promise<void> {
    const { properties: table } = relationshipSchema(type);
    const all = new PackedColumns(table, []);
    const change = `UNWIND $rows AS row WITH row[0] AS at, ${fieldsOf("row[1]")} AS told
      MATCH ()-[r:${type}]->() WHERE elementId(r) = at SET r = ${all.assigned("told")} RETURN 1`;
    for (const batch of batchesOf(update, ({ row }) => row.values)) {
      await this.#expect(
        change,
        batch.map(({ row, stored }) => [stored.elementId, all.pack(row)]),
      );
      this.#tally.updated.relationships += batch.length;
    }
    const made = this.#madeWithEnd.get(type);
    const left = made === undefined ? create : without(create, made);
    // The server writes one group while the next is made ready.
    let running: Promise<void> = Promise.resolve();
    try {
      for (const group of disjointBatches(left, (row) => row.values)) {
        const unknown = this.#unknownEnds(group);
        if (unknown.size > 0) {
          await running;
          await this.#findEnds(unknown);
        }
        const packed = group.map((batch) => this.#packed(type, table, batch));
        await running;
        running = allEnded(packed.map((ready) => this.#createRelationships(ready)));
        // Told when it is awaited.
        running.catch(() => undefined);
      }
    } finally {
      // Nothing is written after an error is told.
      await Promise.allSettled([running]);
    }
    await running;
  }

  #packed(type: RelationshipType, table: PropertyTable, batch: readonly RelationshipRow[]): PackedRelationships {
    const columns = new PackedColumns(table, batch);
    const rows = grouped(
      batch,
      (row) => this.#elementIds.get(row.from),
      // An end that is not known is found nowhere, and the row is missing in the count.
      (row) => columns.pack(row, this.#elementIds.get(row.to) ?? ""),
    );
    const statement = `${matchStart} MATCH (b) WHERE elementId(b) = $prefix + out[0]
      CREATE (a)-[:${type} ${columns.assigned("out", 1)}]->(b) RETURN count(*)`;
    return { statement, rows, count: batch.length };
  }

  /** For every end of a relationship of this type that is to be made, its start; its first, where there are more. */
  #startsOf(type: RelationshipType): Map<string, string> {
    const starts = new Map<string, string>();
    for (const { create } of this.#relationships.filter((change) => change.type === type)) {
      for (const { from, to } of create) if (!starts.has(to)) starts.set(to, from);
    }
    return starts;
  }

  /** `creation` makes nodes `n` of fields `out`, of which the first is our id; what comes back is one list of our ids and the engine's. */
  async #createNodes(creation: string, rows: readonly unknown[], count: number): Promise<void> {
    const [pairs] = await this.#run(`${creation} RETURN collect(out[0] + $field + elementId(n))`, rows);
    if (!Array.isArray(pairs) || pairs.length !== count) throw unhandled(Array.isArray(pairs) ? pairs.length : 0, count);
    this.#remember(pairs);
    this.#tally.created.nodes += count;
  }

  async #createRelationships({ statement, rows, count }: PackedRelationships): Promise<void> {
    const [done] = await this.#run(statement, rows);
    if (Number(done) !== count) throw unhandled(Number(done), count);
    this.#tally.created.relationships += count;
  }

  /** The ends that this load has neither written nor looked up. */
  #unknownEnds(group: readonly (readonly RelationshipRow[])[]): ReadonlyMap<NodeLabel, ReadonlySet<string>> {
    const unknown = new Map<NodeLabel, Set<string>>();
    if (this.#elementIds.size === this.#nodes) return unknown;
    const note = (label: NodeLabel, id: string) => {
      if (this.#elementIds.has(id)) return;
      const ids = unknown.get(label);
      if (ids) ids.add(id);
      else unknown.set(label, new Set([id]));
    };
    for (const batch of group) {
      for (const { from, to, fromLabel, toLabel } of batch) {
        note(fromLabel, from);
        note(toLabel, to);
      }
    }
    return unknown;
  }

  async #findEnds(unknown: ReadonlyMap<NodeLabel, ReadonlySet<string>>): Promise<void> {
    for (const [label, ids] of unknown) {
      const statement = `UNWIND $rows AS id MATCH (n:${label} {id: id}) WHERE n.${rowHashProperty} IS NOT NULL RETURN id + $field + elementId(n)`;
      this.#remember(await this.#expect(statement, [...ids]));
    }
  }

  /** Our id and the engine's in one text each time, because no statement promises an order of its rows. */
  #remember(pairs: readonly unknown[]): void {
    for (const pair of pairs) {
      const end = typeof pair === "string" ? pair.lastIndexOf(packingMarks.field) : -1;
      if (typeof pair !== "string" || end < 0) throw new Error("Neo4j gave no id for a node");
      this.#rememberOne(pair.slice(0, end), pair.slice(end + packingMarks.field.length));
    }
  }

  #rememberOne(id: string, elementId: string): void {
    if (this.#elementIds.size === 0) this.#prefix = elementId.slice(0, elementId.lastIndexOf(":") + 1);
    if (!elementId.startsWith(this.#prefix)) throw new Error(`Neo4j gave ids of two databases: ${elementId} and ${this.#prefix}…`);
    this.#elementIds.set(id, elementId.slice(this.#prefix.length));
  }

  /** Throws Error when some row found nothing to act on, which only another program's change can bring about. */
  async #expect(statement: string, rows: readonly unknown[]): Promise<readonly unknown[]> {
    const done = await this.#run(statement, rows);
    if (done.length !== rows.length) throw unhandled(done.length, rows.length);
    return done;
  }

  async #run(statement: string, rows: readonly unknown[]): Promise<readonly unknown[]> {
    return await this.#write(statement, { rows, prefix: this.#prefix, ...packingMarks });
  }
}

function unhandled(done: number, wanted: number): Error {
  return new Error(`Neo4j handled ${done} rows instead of ${wanted}: did another program change the graph?`);
}

interface PackedRelationships {
  readonly statement: string;
  readonly rows: readonly unknown[];
  /** How many relationships the rows come to. */
  readonly count: number;
}

/** Rows that `grouped` made: the start is found once, then the fields of each of what goes out from it are `out`. */
const matchStart = `UNWIND $rows AS row MATCH (a) WHERE elementId(a) = $prefix + row[0]
  UNWIND row[1] AS packed WITH a, ${fieldsOf("packed")} AS out`;

/** One row for every start, with all that goes out from it; neighbours mostly share theirs. */
function grouped<Row>(rows: readonly Row[], startOf: (row: Row) => string | undefined, pack: (row: Row) => string): unknown[] {
  const groups: (readonly [start: string | undefined, out: string[]])[] = [];
  for (const row of rows) {
    const start = startOf(row);
    const last = groups.at(-1);
    if (last !== undefined && last[0] === start) last[1].push(pack(row));
    else groups.push([start, [pack(row)]]);
  }
  return groups;
}

/** The rows but for those that were made with their end, as the map says. */
function without(rows: RowList<RelationshipRow>, made: ReadonlyMap<string, string>): RowList<RelationshipRow> {
  return {
    length: rows.length - made.size,
    *[Symbol.iterator]() {
      for (const row of rows) if (made.get(row.to) !== row.from) yield row;
    },
  };
}

/** Nodes are made in two transactions side by side, so that the server works while the next rows are packed. */
async function inLanes<Batch>(batches: Iterator<Batch>, work: (batch: Batch) => Promise<void>): Promise<void> {
  const lane = async () => {
    for (let next = batches.next(); !next.done; next = batches.next()) await work(next.value);
  };
  await allEnded([lane(), lane()]);
}

/** Waits until everything has ended, so that nothing is written after an error is told. Throws the first error. */
async function allEnded(running: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(running)) if (end.status === "rejected") throw end.reason;
}
