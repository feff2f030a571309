/**
 * Writes changes into Neo4j. What is known to be new is created, never merged, and relationships find their ends by the engine's own
 * ids, so that the only index a row touches is the one that takes its id in. Rows travel as lists: a map would repeat the names of
 * its properties in every row; relationships of one start travel together, and properties that no row of a large batch has stay at
 * home. Statements are made from the schema; only values come from articles.
 */
import type { NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { nodeSchema, type PropertyTable, type PropertyType, relationshipSchema } from "../graph/graph-schema.ts";
import type { GraphChanges, NodeChanges, RelationshipChanges, StoredNode, StoredRelationship } from "./graph-diff.ts";
import { type PropertyValue, type RelationshipRow, rowHashProperty } from "./graph-rows.ts";
import { batchesOf, disjointBatches } from "./neo4j-lanes.ts";
import { typedValue } from "./neo4j-values.ts";

/** A stored node or relationship with the engine's id, good until something is deleted: for one load. */
export interface Neo4jNode extends StoredNode {
  readonly elementId: string;
}
export interface Neo4jRelationship extends StoredRelationship {
  readonly elementId: string;
}

export type Neo4jChanges = GraphChanges<Neo4jNode, Neo4jRelationship>;

/**
 * Runs a statement with these rows, and `prefix` where one is given, in a transaction of its own, and gives back its first column.
 * Must not run it twice when it cannot know whether the first time went through.
 */
export type WriteRows = (statement: string, rows: readonly unknown[], prefix?: string) => Promise<readonly unknown[]>;

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
  const writer = new ChangeWriter(write, tally);
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

class ChangeWriter {
  readonly #write: WriteRows;
  readonly #tally: LoadTally;
  /** The ends of the engine's ids of nodes, by ours: what comes before is the same for a whole database, and is sent once. */
  readonly #elementIds = new Map<string, string>();
  #prefix = "";

  constructor(write: WriteRows, tally: LoadTally) {
    this.#write = write;
    this.#tally = tally;
  }

  async writeNodes({ label, create, update }: NodeChanges<Neo4jNode>): Promise<void> {
    const { properties: table, isEntity } = nodeSchema(label);
    const labels = isEntity ? `${label}:Entity` : label;
    await inLanes(
      batchesOf(create, (row) => row.values),
      async (batch) => {
        const columns = new Columns(table, batch);
        const creation = `UNWIND $rows AS row CREATE (n:${labels} ${columns.assigned("row")}) RETURN [row[0], elementId(n)]`;
        this.#remember(
          await this.#expect(
            creation,
            batch.map((row) => columns.pack(row)),
          ),
        );
        this.#tally.created.nodes += batch.length;
      },
    );
    const all = new Columns(table, []);
    const change = `UNWIND $rows AS row MATCH (n:${label}) WHERE elementId(n) = row[0] SET n = ${all.assigned("row[1]")} RETURN 1`;
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
    const all = new Columns(table, []);
    const change = `UNWIND $rows AS row MATCH ()-[r:${type}]->() WHERE elementId(r) = row[0] SET r = ${all.assigned("row[1]")} RETURN 1`;
    for (const batch of batchesOf(update, ({ row }) => row.values)) {
      await this.#expect(
        change,
        batch.map(({ row, stored }) => [stored.elementId, all.pack(row)]),
      );
      this.#tally.updated.relationships += batch.length;
    }
    // The server writes one group while the next is made ready.
    let running: Promise<void> = Promise.resolve();
    try {
      for (const group of disjointBatches(create, (row) => row.values)) {
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

  /** One row for every start of the batch, with all that goes out from it; neighbours in the batch mostly share theirs. */
  #packed(type: RelationshipType, table: PropertyTable, batch: readonly RelationshipRow[]): PackedRelationships {
    const columns = new Columns(table, batch);
    const rows: (readonly [start: string | undefined, out: unknown[]])[] = [];
    let [lastStart, out]: [string | null, unknown[]] = [null, []];
    for (const row of batch) {
      if (row.from !== lastStart) {
        [lastStart, out] = [row.from, []];
        rows.push([this.#elementIds.get(row.from), out]);
      }
      out.push(columns.pack(row, this.#elementIds.get(row.to)));
    }
    const statement = `UNWIND $rows AS row MATCH (a) WHERE elementId(a) = $prefix + row[0] UNWIND row[1] AS out
      MATCH (b) WHERE elementId(b) = $prefix + out[0] CREATE (a)-[:${type} ${columns.assigned("out", 1)}]->(b) RETURN count(*)`;
    return { statement, rows, count: batch.length };
  }

  async #createRelationships({ statement, rows, count }: PackedRelationships): Promise<void> {
    const [done] = await this.#write(statement, rows, this.#prefix);
    if (Number(done) !== count) throw unhandled(Number(done), count);
    this.#tally.created.relationships += count;
  }

  /** The ends that this load has neither written nor looked up. */
  #unknownEnds(group: readonly (readonly RelationshipRow[])[]): ReadonlyMap<NodeLabel, ReadonlySet<string>> {
    const unknown = new Map<NodeLabel, Set<string>>();
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
      const statement = `UNWIND $rows AS id MATCH (n:${label} {id: id}) WHERE n.${rowHashProperty} IS NOT NULL RETURN [id, elementId(n)]`;
      this.#remember(await this.#expect(statement, [...ids]));
    }
  }

  /** Pairs of our id and the engine's: in pairs, because no statement promises an order of its rows. */
  #remember(pairs: readonly unknown[]): void {
    for (const pair of pairs) {
      const [id, elementId]: readonly unknown[] = Array.isArray(pair) ? pair : [];
      if (typeof id !== "string" || typeof elementId !== "string") throw new Error("Neo4j gave no id for a node");
      this.#rememberOne(id, elementId);
    }
  }

  #rememberOne(id: string, elementId: string): void {
    if (this.#elementIds.size === 0) this.#prefix = elementId.slice(0, elementId.lastIndexOf(":") + 1);
    if (!elementId.startsWith(this.#prefix)) throw new Error(`Neo4j gave ids of two databases: ${elementId} and ${this.#prefix}…`);
    this.#elementIds.set(id, elementId.slice(this.#prefix.length));
  }

  /** Throws Error when some row found nothing to act on, which only another program's change can bring about. */
  async #expect(statement: string, rows: readonly unknown[]): Promise<readonly unknown[]> {
    const done = await this.#write(statement, rows);
    if (done.length !== rows.length) throw unhandled(done.length, rows.length);
    return done;
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

/** Below this many rows, a statement that the server has planned before is worth more than a shorter one. */
const worthPlanning = 1_000;

/** The properties that rows of a batch bring along: those that some row has, and in a small batch all. The row hash is the last. */
class Columns {
  readonly #table: readonly (readonly [name: string, type: PropertyType])[];
  readonly #filled: readonly number[];

  constructor(table: PropertyTable, batch: readonly { readonly values: readonly PropertyValue[] }[]) {
    this.#table = Object.entries(table);
    const isFilled = this.#table.map(() => batch.length < worthPlanning);
    for (const { values } of batch) {
      for (let index = 0; index < values.length; index += 1) if (values[index] !== null) isFilled[index] = true;
    }
    this.#filled = isFilled.flatMap((filled, index) => (filled ? [index] : []));
  }

  /** `{name: row[2], …}` for the properties, from the place `first` in the row on. */
  assigned(row: string, first = 0): string {
    const columns = this.#filled.flatMap((index) => this.#table.slice(index, index + 1));
    const told = [...columns, [rowHashProperty, "integer"] as const];
    return `{${told.map(([name, type], index) => `\`${name}\`: ${typedValue(`${row}[${first + index}]`, type)}`).join(", ")}}`;
  }

  /** The values in that order, behind what else comes first. */
  pack({ values, rowHash }: { readonly values: readonly PropertyValue[]; readonly rowHash: number }, ...first: unknown[]): unknown[] {
    for (const index of this.#filled) first.push(values[index]);
    first.push(rowHash);
    return first;
  }
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
