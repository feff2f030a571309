/** Writes changes into the embedded engine's tables, through bulk files for whatever is new, and counts what every statement did. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LbugValue } from "@ladybugdb/core";
import type { NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { isBare, nodeSchema, relationshipSchema } from "../graph/graph-schema.ts";
import { type BulkColumn, BulkFile } from "./bulk-file.ts";
import { quoted } from "./embedded-schema.ts";
import type { GraphChanges, NodeChanges, RelationshipChanges, StoredNode, StoredRelationship } from "./graph-diff.ts";
import { type NodeRow, type RelationshipRow, rowHashProperty } from "./graph-rows.ts";

/** A stored relationship with the tables of its ends. */
export interface EmbeddedRelationship extends StoredRelationship {
  readonly fromLabel: NodeLabel;
  readonly toLabel: NodeLabel;
}

export type Run = (cypher: string, parameters?: Record<string, LbugValue>) => Promise<Record<string, LbugValue>[]>;

type Ends = Pick<EmbeddedRelationship, "fromLabel" | "toLabel">;

const rowsPerDelete = 20_000;

/**
 * Makes the changes, in the caller's transaction. Throws Error when a statement did not do what it was asked to, so that the
 * transaction is rolled back.
 */
export async function writeChanges(changes: GraphChanges<StoredNode, EmbeddedRelationship>, run: Run): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "whomet-load-"));
  const writer = new ChangeWriter(folder, run);
  try {
    for (const change of changes.relationships) await writer.removeRelationships(change);
    for (const change of changes.nodes) await writer.writeNodes(change);
    for (const change of changes.relationships) await writer.createRelationships(change);
    for (const { label, total } of changes.nodes) await writer.expect(total, `MATCH (n:${label}) RETURN count(*) AS done`);
    // Asked for count(*), this version of the engine counts relationships among the rows that are gone until they are out of its file.
    for (const { type, total } of changes.relationships)
      await writer.expect(total, `MATCH ()-[r:${type}]->() RETURN count(offset(id(r))) AS done`);
  } finally {
    await writer.settle();
    await rm(folder, { recursive: true, force: true });
  }
}

class ChangeWriter {
  readonly #folder: string;
  readonly #run: Run;
  /** The statement that the engine works on while the next file is written. */
  #running: Promise<unknown> = Promise.resolve();
  #files = 0;

  constructor(folder: string, run: Run) {
    this.#folder = folder;
    this.#run = run;
  }

  async writeNodes({ label, create, update, remove }: NodeChanges<StoredNode>): Promise<void> {
    const columns = nodeColumns(label);
    for (const some of chunks(remove)) {
      const ids = some.map(({ id }) => id);
      await this.expect(ids.length, `UNWIND $ids AS key MATCH (n:${label} {id: key}) DETACH DELETE n RETURN count(*) AS done`, { ids });
    }
    if (update.length > 0) {
      const file = await this.#file(
        columns.map((column, index) => ({ ...column, name: `c${index}` })),
        rowsOf(update),
      );
      const names = columns.map((_, index) => `c${index}`).join(", ");
      const assignments = columns.slice(1).map(({ name }, index) => `n.${quoted(name)} = c${index + 1}`);
      // Without the WITH, this version of the engine loses the key column and updates nothing.
      await this.expect(
        update.length,
        `LOAD FROM ${file} WITH ${names} MATCH (n:${label}) WHERE n.id = c0 SET ${assignments.join(", ")} RETURN count(*) AS done`,
      );
    }
    if (create.length > 0) await this.#start(`COPY ${label} FROM ${await this.#file(columns, create)}`);
  }

  /** Removes what is gone, and what is about to be made anew with other properties. */
  async removeRelationships({ type, update, remove }: RelationshipChanges<EmbeddedRelationship>): Promise<void> {
    const gone = [...remove, ...Array.from(update, ({ stored }) => stored)];
    for (const [ends, relationships] of byEnds(gone)) {
      const known = isBare(type) ? [] : relationships.filter(({ rowHash }) => rowHash !== null);
      for (const some of chunks(known)) {
        const rows = some.map(({ from, to, rowHash }) => ({ start: from, stop: to, digest: String(rowHash) }));
        await this.expect(some.length, removal(type, ends, "r.rowHash = CAST(row.digest, 'INT64')"), { rows });
      }
      // Without a hash, relationships of one type between the same two are not told apart: they go together.
      const unknown = isBare(type) ? relationships : relationships.filter(({ rowHash }) => rowHash === null);
      const pairs = new Map(unknown.map(({ from, to }) => [`${from}\0${to}`, { start: from, stop: to }]));
      if (unknown.length > 0)
        await this.expect(unknown.length, removal(type, ends, isBare(type) ? "true" : "r.rowHash IS NULL"), { rows: [...pairs.values()] });
    }
  }

  async createRelationships({ type, create, update }: RelationshipChanges<EmbeddedRelationship>): Promise<void> {
    const columns = relationshipColumns(type);
    const files: (Ends & { file: BulkFile<RelationshipRow> })[] = [];
    for (const rows of [create, rowsOf(update)]) {
      for (const row of rows) {
        const { fromLabel, toLabel } = row;
        let open = files.find((some) => some.fromLabel === fromLabel && some.toLabel === toLabel);
        if (!open) {
          open = { fromLabel, toLabel, file: new BulkFile(this.#path(), columns) };
          files.push(open);
        }
        open.file.add(row);
        if (open.file.isFull) await open.file.writeGroup();
      }
    }
    for (const { fromLabel, toLabel, file } of files) {
      await file.finish();
      await this.#start(`COPY ${type} FROM ${quotedPath(file.path)} (from = '${fromLabel}', to = '${toLabel}')`);
    }
  }

  /** Waits until nothing runs; whether it went well is told to who started it or comes after it. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#running]);
  }

  /** Starts a statement as soon as the one before it is done. Throws what that one throws. */
  async #start(cypher: string): Promise<void> {
    await this.#running;
    this.#running = this.#run(cypher);
    // Told when it is awaited.
    this.#running.catch(() => undefined);
  }

  /** Runs the statement and throws Error unless what it calls `done` is `count`. */
  async expect(count: number, cypher: string, parameters?: Record<string, LbugValue>): Promise<void> {
    await this.#running;
    const done = (await this.#run(cypher, parameters))[0]?.done;
    if (Number(done) !== count) throw new Error(`the embedded engine handled ${String(done)} rows instead of ${count}: ${cypher}`);
  }

  /** Writes the rows to a file of their own; the answer is its name as a Cypher string. */
  async #file<Row>(columns: readonly BulkColumn<Row>[], rows: Iterable<Row>): Promise<string> {
    const file = new BulkFile(this.#path(), columns);
    for (const row of rows) {
      file.add(row);
      if (file.isFull) await file.writeGroup();
    }
    await file.finish();
    return quotedPath(file.path);
  }

  #path(): string {
    this.#files += 1;
    return join(this.#folder, `${this.#files}.parquet`);
  }
}

/** One pattern with all its conditions: split over two MATCH clauses, this version of the engine mixes up the rows. */
function removal(type: RelationshipType, { fromLabel, toLabel }: Ends, condition: string): string {
  return `UNWIND $rows AS row MATCH (a:${fromLabel})-[r:${type}]->(b:${toLabel})
    WHERE a.id = row.start AND b.id = row.stop AND ${condition} DELETE r RETURN count(*) AS done`;
}

function quotedPath(path: string): string {
  return `'${path.replaceAll("\\", "/").replaceAll("'", "\\'")}'`;
}

function* rowsOf<Row>(changes: Iterable<{ readonly row: Row }>): Generator<Row> {
  for (const { row } of changes) yield row;
}

function nodeColumns(label: NodeLabel): BulkColumn<NodeRow>[] {
  const columns = Object.entries(nodeSchema(label).properties).map(
    ([name, type], index): BulkColumn<NodeRow> => ({ name, type, value: (row) => row.values[index] ?? null }),
  );
  return [...columns, hashColumn];
}

const hashColumn: BulkColumn<NodeRow | RelationshipRow> = { name: rowHashProperty, type: "integer", value: (row) => row.rowHash };

function relationshipColumns(type: RelationshipRow["type"]): BulkColumn<RelationshipRow>[] {
  const columns = Object.entries(relationshipSchema(type).properties).map(
    ([name, propertyType], index): BulkColumn<RelationshipRow> => ({ name, type: propertyType, value: (row) => row.values[index] ?? null }),
  );
  return [
    { name: "from_id", type: "string", value: (row) => row.from },
    { name: "to_id", type: "string", value: (row) => row.to },
    ...columns,
    ...(isBare(type) ? [] : [hashColumn]),
  ];
}

/** The engine keeps a table per pair of labels. */
function byEnds<T extends Ends>(relationships: readonly T[]): Iterable<[Ends, T[]]> {
  const groups = new Map<string, [Ends, T[]]>();
  for (const relationship of relationships) {
    const key = `${relationship.fromLabel} ${relationship.toLabel}`;
    const group = groups.get(key);
    if (group) group[1].push(relationship);
    else groups.set(key, [relationship, [relationship]]);
  }
  return groups.values();
}

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += rowsPerDelete) yield items.slice(start, start + rowsPerDelete);
}
