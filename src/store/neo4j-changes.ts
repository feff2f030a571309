/**
 * Writes changes into Neo4j. What is known to be new is created, never merged, and relationships find their ends by the engine's own
 * ids, so that the only index a row touches is the one that takes its id in. Rows travel as texts (`neo4j-rows.ts`), and relationships
 * of one start together. Statements are made from the schema; only values come from articles.
 */
import type { NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { nodeSchema, relationshipSchema } from "../graph/graph-schema.ts";
import type { GraphChanges, NodeChanges, RelationshipChanges, RowSelection, StoredNode, StoredRelationship } from "./graph-diff.ts";
import { type NodeRow, type RelationshipRow, rowHashProperty } from "./graph-rows.ts";
import { allEnded, aMoment, batchCodeUnits, batchesOf, batchRows, inRounds, oneAhead } from "./neo4j-lanes.ts";
import { fieldsOf, PackedBlocks, PackedColumns, packingMarks, SeenProperties, worthPlanning } from "./neo4j-rows.ts";
import { OpenRelationships, type TiedNode, TiedNodes, tiesOf } from "./neo4j-ties.ts";

/** A stored node or relationship with the engine's id, good until something is deleted: for one load. */
export interface Neo4jNode extends StoredNode {
  readonly elementId: string;
}
export interface Neo4jRelationship extends StoredRelationship {
  readonly elementId: string;
}

export type Neo4jChanges = GraphChanges<Neo4jNode, Neo4jRelationship>;

/** Runs a statement with these parameters, and gives back its first column. */
export type RunStatement = (statement: string, parameters: Readonly<Record<string, unknown>>) => Promise<readonly unknown[]>;

/**
 * Does the work in a transaction of its own. Does it again where the server itself rolled the transaction back, and never where nobody
 * knows whether it went through.
 */
export type WriteTransaction = <T>(work: (run: RunStatement) => Promise<T>) => Promise<T>;

/** What was written so far, counted as the transactions went through. */
export interface LoadTally {
  readonly created: { nodes: number; relationships: number };
  readonly updated: { nodes: number; relationships: number };
  readonly deleted: { nodes: number; relationships: number };
}

/**
 * Makes the changes, batch after batch. Articles come first, each with all it takes to build the graph again: whatever cuts the load
 * off, the next one builds from whole articles. Then what is gone goes, and nodes come before their relationships, or with them.
 * `nodesWritten` runs when all nodes are there, and the rest waits for it.
 */
export async function writeChanges(
  changes: Neo4jChanges,
  write: WriteTransaction,
  tally: LoadTally,
  nodesWritten: () => Promise<void>,
): Promise<void> {
  const writer = new ChangeWriter(write, tally, changes);
  const isTied = ({ label, create }: NodeChanges<Neo4jNode>) => tiesOf[label] !== undefined && create.length >= worthPlanning;
  const [articles, others] = [
    changes.nodes.filter(({ label }) => label === "Article"),
    changes.nodes.filter(({ label }) => label !== "Article"),
  ];
  await writer.writeNodes(articles);
  for (const change of changes.relationships) await writer.removeRelationships(change);
  for (const change of changes.nodes) await writer.removeNodes(change);
  await writer.writeNodes(others.filter((change) => !isTied(change)));
  for (const change of others.filter(isTied)) await writer.writeTiedNodes(change);
  await nodesWritten();
  await writer.writeRelationships();
}

class ChangeWriter {
  readonly #write: WriteTransaction;
  readonly #tally: LoadTally;
  /** The ends of the engine's ids of nodes, by ours: what comes before is the same for a whole database, and is sent once. */
  readonly #elementIds = new Map<string, string>();
  #prefix = "";
  readonly #relationships: readonly RelationshipChanges<Neo4jRelationship>[];
  /** What is left to be made of each type. */
  readonly #open: ReadonlyMap<RelationshipType, OpenRelationships>;
  /** Null for a table of few rows. */
  readonly #seen = new Map<NodeLabel | RelationshipType, SeenProperties | null>();
  /** How many nodes the graph has. */
  readonly #nodes: number;
  /** Room for rows that nobody uses. */
  readonly #spare: PackedBlocks[] = [];

  constructor(write: WriteTransaction, tally: LoadTally, { nodes, relationships }: Neo4jChanges) {
    this.#write = write;
    this.#tally = tally;
    this.#relationships = relationships;
    this.#open = new Map(relationships.map(({ type, create }) => [type, new OpenRelationships(type, create)]));
    this.#nodes = nodes.reduce((sum, { total }) => sum + total, 0);
  }

  /** New nodes of all these labels, then those that changed. */
  async writeNodes(changes: readonly NodeChanges<Neo4jNode>[]): Promise<void> {
    const batches = this.#nodeBatchesOf(changes);
    const lane = () => oneAhead(batches, (batch) => this.#createNodes(batch));
    await allEnded([lane(), lane()]);
    for (const change of changes) await this.#updateNodes(change);
  }

  async #updateNodes({ label, update }: NodeChanges<Neo4jNode>): Promise<void> {
    const all = new PackedColumns(nodeSchema(label).properties, null);
    const change = `UNWIND $given.rows AS row WITH row[0] AS at, ${fieldsOf("row[1]")} AS told
      MATCH (n:${label}) WHERE elementId(n) = at SET n = ${all.assigned("told")} RETURN 1`;
    for (const batch of batchesOf(update, ({ row }) => row.values)) {
      await this.#expect(
        change,
        batch.map(({ row, stored }) => [stored.elementId, all.pack(row)]),
      );
      for (const { stored } of batch) this.#elementIds.set(stored.id, this.#withoutPrefix(stored.elementId));
      this.#tally.updated.nodes += batch.length;
    }
  }

  /** Nodes of a label that has ties, with as many of these as a lane may write. Those that changed keep theirs. */
  async writeTiedNodes(change: NodeChanges<Neo4jNode>): Promise<void> {
    const { label, create } = change;
    const ties = (tiesOf[label] ?? []).flatMap(([type, end]) => {
      const open = this.#open.get(type);
      return open ? [[open, end] as const] : [];
    });
    const tied = new TiedNodes(create, ties, (id) => this.#elementIds.has(id));
    await inRounds((lane) => oneAhead(this.#nodeBatches(label, create, tied.of(lane)), (batch) => this.#createNodes(batch)));
    await this.#updateNodes(change);
  }

  async removeNodes({ label, remove }: NodeChanges<Neo4jNode>): Promise<void> {
    const statement = `UNWIND $given.rows AS row MATCH (n:${label}) WHERE elementId(n) = row DETACH DELETE n RETURN 1`;
    for (const batch of batchesOf(remove)) {
      await this.#expect(
        statement,
        batch.map(({ elementId }) => elementId),
      );
      this.#tally.deleted.nodes += batch.length;
    }
  }

  async removeRelationships({ type, remove }: RelationshipChanges<Neo4jRelationship>): Promise<void> {
    const statement = `UNWIND $given.rows AS row MATCH ()-[r:${type}]->() WHERE elementId(r) = row DELETE r RETURN 1`;
    for (const batch of batchesOf(remove)) {
      await this.#expect(
        statement,
        batch.map(({ elementId }) => elementId),
      );
      this.#tally.deleted.relationships += batch.length;
    }
  }

  /** Those that changed, then what is left to be made: of types with few rows one after the other, of the others in lanes. */
  async writeRelationships(): Promise<void> {
    for (const { type, update } of this.#relationships) {
      const all = new PackedColumns(relationshipSchema(type).properties, null);
      const change = `UNWIND $given.rows AS row WITH row[0] AS at, ${fieldsOf("row[1]")} AS told
        MATCH ()-[r:${type}]->() WHERE elementId(r) = at SET r = ${all.assigned("told")} RETURN 1`;
      for (const batch of batchesOf(update, ({ row }) => row.values)) {
        await this.#expect(
          change,
          batch.map(({ row, stored }) => [stored.elementId, all.pack(row)]),
        );
        this.#tally.updated.relationships += batch.length;
      }
    }
    const many = [...this.#open].filter(([, { length }]) => length > batchRows);
    const few = [...this.#open].filter(([, { length }]) => length <= batchRows);
    await inRounds((lane) => this.#createRelationships(many, lane));
    await this.#createRelationships(few);
  }

  async #createRelationships(
    open: Iterable<readonly [type: RelationshipType, relationships: OpenRelationships]>,
    lane?: number,
  ): Promise<void> {
    for (const [type, relationships] of open) {
      await this.#findEnds(this.#unknownEnds(relationships, relationships.left(lane)));
      await oneAhead(this.#relationshipBatches(type, relationships, relationships.left(lane), this.#elementIds), async (batch) => {
        await this.#write((run) => this.#createIn(run, batch));
        this.#tally.created.relationships += batch.packed.rows;
        this.#giveBack(batch);
      });
    }
  }

  /**
   * Relationships of one type, whose ends have these ids, each row made, packed and forgotten; null now and then, for a moment of pause.
   * An end that is not known is found nowhere, and the row is missing in the count.
   */
  *#relationshipBatches(
    type: RelationshipType,
    { rows }: OpenRelationships,
    positions: Iterable<number>,
    elementIds: Pick<Map<string, string>, "get">,
  ): Generator<Packed | null> {
    const { properties } = relationshipSchema(type);
    const seen = this.#seenOf(type, rows);
    let [columns, packed] = [new PackedColumns(properties, seen), this.#room()];
    const batch = (): Packed => {
      const statement = `${matchStart} MATCH (b) WHERE elementId(b) = $given.prefix + out[0]
        CREATE (a)-[:${type} ${columns.assigned("out", 1)}]->(b) RETURN count(*)`;
      return { statement, packed };
    };
    for (const position of positions) {
      const row = rows.row(position);
      seen?.add(row.values);
      if (isFull(packed) || !columns.fits(row)) {
        if (packed.rows > 0) yield batch();
        [columns, packed] = [new PackedColumns(properties, seen), this.#room()];
      }
      packed.addFrom(elementIds.get(row.from) ?? "", columns.pack(row, elementIds.get(row.to) ?? ""));
      if (packed.rows % momentRows === 0) yield null;
    }
    if (packed.rows > 0) yield batch();
  }

  async #createIn(run: RunStatement, { statement, packed }: Packed): Promise<void> {
    const [done] = await run(statement, this.#parameters(packed.blocks()));
    if (Number(done) !== packed.rows) throw unhandled(Number(done), packed.rows);
  }

  /** Room for rows that was used before, or more of it. */
  #room(): PackedBlocks {
    return this.#spare.pop() ?? new PackedBlocks();
  }

  /** What a transaction that went through has no use for any more. */
  #giveBack({ packed }: Packed): void {
    packed.clear();
    this.#spare.push(packed);
  }

  /** New nodes of all these labels, with the same moments. */
  *#nodeBatchesOf(changes: readonly NodeChanges<Neo4jNode>[]): Generator<NodeBatch | null> {
    for (const { label, create } of changes) yield* this.#nodeBatches(label, create, untied(create.length));
  }

  *#nodeBatches(label: NodeLabel, rows: RowSelection<NodeRow, unknown>, nodes: Iterable<TiedNode>): Generator<NodeBatch | null> {
    const { properties, isEntity } = nodeSchema(label);
    const labels = isEntity ? `${label}:Entity` : label;
    const seen = this.#seenOf(label, rows);
    let [columns, packed] = [new PackedColumns(properties, seen), this.#room()];
    let [ids, ties, tieCount]: [string[], Map<OpenRelationships, number[]>, number] = [[], new Map(), 0];
    const batch = (): NodeBatch => {
      // One list of our ids and the engine's.
      const statement = `UNWIND $given.rows AS block UNWIND split(block[0], $row) AS packed WITH ${fieldsOf("packed")} AS out
        CREATE (n:${labels} ${columns.assigned("out")}) RETURN collect(out[0] + $field + elementId(n))`;
      return { statement, packed, ids, ties };
    };
    for (const { position, ties: own } of nodes) {
      const row = rows.row(position);
      seen?.add(row.values);
      if (isFull(packed, tieCount) || !columns.fits(row)) {
        if (packed.rows > 0) yield batch();
        [columns, packed] = [new PackedColumns(properties, seen), this.#room()];
        [ids, ties, tieCount] = [[], new Map(), 0];
      }
      packed.addRow(columns.pack(row));
      if (packed.rows % momentRows === 0) yield null;
      ids.push(row.id);
      for (const { open, at } of own) {
        const positions = ties.get(open);
        if (positions) positions.push(at);
        else ties.set(open, [at]);
        tieCount += 1;
      }
    }
    if (packed.rows > 0) yield batch();
  }

  /** Makes nodes, and in the same transaction what ties them to each other or to nodes that are there. */
  async #createNodes(batch: NodeBatch): Promise<void> {
    const { rows } = batch.packed;
    const [made, count] = await this.#write(async (run) => {
      const [pairs] = await run(batch.statement, this.#parameters(batch.packed.blocks()));
      if (!Array.isArray(pairs) || pairs.length !== rows) throw unhandled(Array.isArray(pairs) ? pairs.length : 0, rows);
      const fresh = new Map(pairs.map((pair) => this.#pairOf(pair)));
      const both = { get: (id: string) => fresh.get(id) ?? this.#elementIds.get(id) };
      // Sent without waiting for each other: the server takes them one after the other.
      const sent: Promise<void>[] = [];
      let relationships = 0;
      for (const [open, positions] of batch.ties) {
        for (const tied of this.#relationshipBatches(open.type, open, positions, both)) {
          if (tied !== null) {
            relationships += tied.packed.rows;
            const created = this.#createIn(run, tied).then(() => this.#giveBack(tied));
            // Told when all are awaited.
            created.catch(() => undefined);
            sent.push(created);
          }
          await aMoment();
        }
      }
      await allEnded(sent);
      return [fresh, relationships] as const;
    });
    // Under the graph's own texts: those that came back would be held beside them, each in a longer one.
    for (const id of batch.ids) {
      const elementId = made.get(id);
      if (elementId === undefined) throw new Error(`Neo4j gave no id for the node ${id}`);
      this.#elementIds.set(id, elementId);
    }
    this.#tally.created.nodes += rows;
    this.#tally.created.relationships += count;
    this.#giveBack(batch);
  }

  /** What the first rows of a table have; null where they are few, and one statement that names everything will do. */
  #seenOf(table: NodeLabel | RelationshipType, rows: RowSelection<NodeRow | RelationshipRow, unknown>): SeenProperties | null {
    const known = this.#seen.get(table);
    if (known !== undefined) return known;
    const seen = rows.length < worthPlanning ? null : new SeenProperties();
    for (let position = 0; position < Math.min(rows.length, sampledRows); position += 1) seen?.add(rows.row(position).values);
    this.#seen.set(table, seen);
    return seen;
  }

  /** The ends that this load has neither written nor looked up. */
  #unknownEnds({ rows }: OpenRelationships, positions: Iterable<number>): ReadonlyMap<NodeLabel, ReadonlySet<string>> {
    const unknown = new Map<NodeLabel, Set<string>>();
    if (this.#elementIds.size === this.#nodes) return unknown;
    const note = (label: NodeLabel, id: string) => {
      if (this.#elementIds.has(id)) return;
      const ids = unknown.get(label);
      if (ids) ids.add(id);
      else unknown.set(label, new Set([id]));
    };
    for (const position of positions) {
      const { from, to, fromLabel, toLabel } = rows.source(position);
      note(fromLabel, from);
      note(toLabel, to);
    }
    return unknown;
  }

  async #findEnds(unknown: ReadonlyMap<NodeLabel, ReadonlySet<string>>): Promise<void> {
    for (const [label, ids] of unknown) {
      const statement = `UNWIND $given.rows AS id MATCH (n:${label} {id: id}) WHERE n.${rowHashProperty} IS NOT NULL RETURN id + $field + elementId(n)`;
      for (const batch of batchesOf(ids)) {
        for (const pair of await this.#expect(statement, batch)) this.#elementIds.set(...this.#pairOf(pair));
      }
    }
  }

  /** Our id and the end of the engine's, which come in one text, because no statement promises an order of its rows. */
  #pairOf(pair: unknown): readonly [id: string, elementId: string] {
    const end = typeof pair === "string" ? pair.lastIndexOf(packingMarks.field) : -1;
    if (typeof pair !== "string" || end < 0) throw new Error("Neo4j gave no id for a node");
    return [pair.slice(0, end), this.#withoutPrefix(pair.slice(end + packingMarks.field.length))];
  }

  #withoutPrefix(elementId: string): string {
    if (this.#prefix === "") this.#prefix = elementId.slice(0, elementId.lastIndexOf(":") + 1);
    if (!elementId.startsWith(this.#prefix)) throw new Error(`Neo4j gave ids of two databases: ${elementId} and ${this.#prefix}…`);
    return elementId.slice(this.#prefix.length);
  }

  /** Throws Error when some row found nothing to act on, which only another program's change can bring about. */
  async #expect(statement: string, rows: readonly unknown[]): Promise<readonly unknown[]> {
    const done = await this.#run(statement, rows);
    if (done.length !== rows.length) throw unhandled(done.length, rows.length);
    return done;
  }

  async #run(statement: string, rows: readonly unknown[]): Promise<readonly unknown[]> {
    return await this.#write((run) => run(statement, this.#parameters(rows)));
  }

  /**
   * What differs from one transaction to the next goes into a map: the server plans a statement anew for lists and texts of another length,
   * and does not look into maps.
   */
  #parameters(rows: readonly unknown[]): Readonly<Record<string, unknown>> {
    return { given: { rows, prefix: this.#prefix }, ...packingMarks };
  }
}

function unhandled(done: number, wanted: number): Error {
  return new Error(`Neo4j handled ${done} rows instead of ${wanted}: did another program change the graph?`);
}

/** Rows of one table on their way, as few texts. */
interface Packed {
  readonly statement: string;
  readonly packed: PackedBlocks;
}

/** Rows that `PackedBlocks.addFrom` took: the start is found once, then the fields of each of what goes out from it are `out`. */
const matchStart = `UNWIND $given.rows AS block UNWIND split(block[0], $group) AS grouped WITH split(grouped, $row) AS rows
  MATCH (a) WHERE elementId(a) = $given.prefix + rows[0]
  UNWIND rows[1..] AS packed WITH a, ${fieldsOf("packed")} AS out`;

/** New nodes with what is made in their transaction. */
interface NodeBatch extends Packed {
  readonly ids: readonly string[];
  /** Positions of relationships. */
  readonly ties: ReadonlyMap<OpenRelationships, readonly number[]>;
}

/** So many rows are packed at a time: what the other lane waits for comes in between. */
const momentRows = 500;

/** So many rows of a table tell which properties it brings along. */
const sampledRows = 2_000;

function isFull({ rows, codeUnits }: PackedBlocks, ties = 0): boolean {
  return rows + ties >= batchRows || codeUnits >= batchCodeUnits;
}

function* untied(count: number): Generator<TiedNode> {
  for (let position = 0; position < count; position += 1) yield { position, ties: [] };
}
