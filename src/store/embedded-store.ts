/**
 * The store in one file on disk: an embedded engine that speaks Cypher. A load is one transaction, so that whatever interrupts
 * it, the file holds either the old graph or the new one. New rows come in through bulk files, which is what the engine is
 * fast at and what carries every value exactly; its parameters are typed by guess and only ever get text here.
 */

import { existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Connection, Database, QueryResult as EngineResult, LbugValue } from "@ladybugdb/core";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { compareText } from "../graph/fold-name.ts";
import { isBare, nodeSchemas, relationshipSchema, relationshipSchemas } from "../graph/graph-schema.ts";
import { type EmbeddedRelationship, writeChanges } from "./embedded-changes.ts";
import { type Engine, loadEngine } from "./embedded-engine.ts";
import { foreign, openDatabase, type StoreMode } from "./embedded-open.ts";
import { endPairs, type FoundTable, markedVersion, quoted, storeMark, tableStatements, upgradeStatements } from "./embedded-schema.ts";
import { engineParameter, rowReader } from "./embedded-values.ts";
import { diffGraph, type GraphChanges, isUnchanged, reportOf, type StoredNode } from "./graph-diff.ts";
import {
  type Checksum,
  checksumBase,
  graphFromRows,
  type Properties,
  type PropertyValue,
  pairHashCypher,
  relationshipRowKey,
} from "./graph-rows.ts";
import type {
  GraphMaker,
  GraphStore,
  Loaded,
  LoadReport,
  Made,
  QueryOptions,
  QueryParameters,
  QueryResult,
  StoredArticle,
} from "./graph-store.ts";
import { beginRecord, type LoadRecord, storeVersion } from "./load-record.ts";
import { queryApart } from "./query-apart.ts";
import { defaultRowLimit, defaultTimeoutMs, RowCollector, tooSlow, usedParameters } from "./query-value.ts";
import { checkReadOnly } from "./read-only-query.ts";

/** Reading rows blocks the thread; after so many, others get a turn. */
const rowsPerTurn = 2_000;
/** Enough to see what happened lately. */
const shownLoads = 100;

/**
 * Opens the store in the file at `path`; to write, it is made where it does not exist, with its folders. Several readers may
 * have it open at once. Throws UserError: `store-missing`, `store-foreign`, `store-refused`, `engine-missing`.
 */
export async function openEmbeddedStore(path: string, mode: StoreMode): Promise<GraphStore> {
  const file = resolve(path);
  const exists = existsSync(file);
  if (!exists && mode === "read") {
    throw new UserError("store-missing", `there is no store at ${path}`, `Make one: whomet build FOLDER --store ${path}`);
  }
  if (exists && !statSync(file).isFile()) throw foreign(path, "it is not a file");
  const engine = loadEngine();
  if (!exists) await makeFolder(dirname(file), path);
  const open = async (as: StoreMode): Promise<EmbeddedStore | null> => {
    const store = new EmbeddedStore(engine, await openDatabase(engine, file, path, as), path, as);
    try {
      if (await store.prepare()) return store;
    } catch (error) {
      await store.close();
      throw error;
    }
    await store.close();
    return null;
  };
  // A reader of an older store brings it up to date first, which is quick: rows stay as they are.
  const store = (await open(mode)) ?? (await upgraded(() => open("write"), path)) ?? (await open(mode));
  if (!store) throw new Error(`${path} is still out of date after it was brought up to date`);
  return store;
}

/** Null once the store is closed again. */
async function upgraded(open: () => Promise<EmbeddedStore | null>, path: string): Promise<null> {
  try {
    await (await open())?.close();
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = "Make the file and its folder writable, and read it once; or build it anew.";
    throw new UserError(
      "store-refused",
      `${path} was made by an earlier version of Whomet and cannot be brought up to date: ${error.message}`,
      hint,
    );
  }
}

class EmbeddedStore implements GraphStore {
  readonly dialect = "ladybug";
  readonly #engine: Engine;
  readonly #database: Database;
  /** As the user wrote it. */
  readonly #path: string;
  readonly #mode: StoreMode;
  readonly #running = new Set<Promise<unknown>>();
  /** Those of them that only read. */
  readonly #reading = new Set<Promise<unknown>>();
  /** Until it is settled, nobody begins to read. */
  #intoFile: Promise<unknown> | null = null;
  #lastLoad: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(engine: Engine, database: Database, path: string, mode: StoreMode) {
    this.#engine = engine;
    this.#path = path;
    this.#mode = mode;
    this.#database = database;
  }

  /**
   * Checks that the file is a store, or makes it one when it is empty, and brings an older one up to date when it is to be written.
   * False when it is older and only to be read.
   */
  async prepare(): Promise<boolean> {
    return await this.#connected(async (connection) => {
      const tables = await rowsOf(connection, "CALL show_tables() RETURN name, type, comment");
      const mark = tables.find((table) => table.name === "Article")?.comment;
      if (mark === storeMark()) return true;
      const version = markedVersion(mark);
      if (version !== null && version > storeVersion) {
        const message = `${this.#path} was made by a newer version of Whomet (store ${version}, this one knows ${storeVersion})`;
        throw new UserError("store-refused", message, "Update Whomet, or build it anew under another name.");
      }
      if (version === null && tables.length > 0) throw foreign(this.#path, "it holds other tables");
      if (this.#mode === "read") {
        if (version !== null) return false;
        throw new UserError("store-missing", `${this.#path} is empty`, `Fill it: whomet build FOLDER --store ${this.#path}`);
      }
      const statements = version === null ? tableStatements() : upgradeStatements(await tablesIn(connection, tables));
      try {
        await this.#write(connection, async () => {
          for (const statement of statements) await run(connection, statement);
          await run(connection, `COMMENT ON TABLE Article IS '${storeMark()}'`);
        });
      } catch (error) {
        throw writeError(error, this.#path);
      }
      return true;
    });
  }

  async storedArticles(): Promise<readonly StoredArticle[]> {
    const rows = await this.#read("MATCH (a:Article) RETURN a.id AS id, a.text AS text, a.annotation AS annotation, a.path AS path");
    return rows
      .map((row) => ({
        id: String(row.id),
        text: String(row.text),
        annotation: String(row.annotation),
        path: typeof row.path === "string" ? row.path : null,
      }))
      .sort((a, b) => compareText(a.id, b.id));
  }

  async load(graph: KnowledgeGraph): Promise<LoadReport> {
    return (await this.update(() => ({ graph }))).report;
  }

  update<M extends Made>(make: GraphMaker<M>): Promise<Loaded<M>> {
    // One at a time: the next compares with what the one before it left. Other programs cannot open the file meanwhile.
    const load = this.#lastLoad.then(() => this.#update(make));
    this.#lastLoad = load.catch(() => undefined);
    return load;
  }

  async loads(): Promise<readonly LoadRecord[]> {
    const columns = "l.id AS id, l.version AS version, l.startedAt AS startedAt, l.finishedAt AS finishedAt, l.articles AS articles";
    const rows = await this.#read(
      `MATCH (l:Load) RETURN ${columns}, l.completedBy AS completedBy ORDER BY startedAt DESC, id DESC LIMIT ${shownLoads}`,
    );
    return rows.map((row) => ({
      id: String(row.id),
      version: Number(row.version),
      startedAt: String(row.startedAt),
      finishedAt: typeof row.finishedAt === "string" ? row.finishedAt : null,
      articles: Number(row.articles),
      completedBy: typeof row.completedBy === "string" ? row.completedBy : null,
    }));
  }

  async readGraph(): Promise<KnowledgeGraph> {
    const nodes = new Map<NodeLabel, readonly Properties[]>();
    for (const { label, properties, internal } of nodeSchemas) {
      const names = Object.keys(properties).filter((name) => !internal.includes(name) && !(label === "Article" && name === "text"));
      nodes.set(label, (await this.#read(`MATCH (n:${label}) RETURN ${listed("n", names)}`)).map(asProperties));
    }
    const relationships = new Map<RelationshipType, { from: string; to: string; properties: Properties }[]>();
    for (const schema of relationshipSchemas) {
      const names = Object.keys(schema.properties);
      const found = [];
      for (const [from, to] of endPairs(schema)) {
        const rows = await this.#read(
          `MATCH (a:${from})-[r:${schema.type}]->(b:${to}) RETURN ${["a.id AS from_id", "b.id AS to_id", listed("r", names)].filter(Boolean).join(", ")}`,
        );
        for (const { from_id, to_id, ...properties } of rows)
          found.push({ from: String(from_id), to: String(to_id), properties: asProperties(properties) });
      }
      relationships.set(schema.type, found);
    }
    return graphFromRows(nodes, relationships);
  }

  async query(cypher: string, parameters: QueryParameters = {}, options: QueryOptions = {}): Promise<QueryResult> {
    const { timeoutMs = defaultTimeoutMs, rowLimit = defaultRowLimit, apart = false } = options;
    const used = usedParameters(checkReadOnly(cypher, "ladybug"), parameters);
    if (apart && this.#mode === "read") return await queryApart({ path: this.#path, cypher, parameters: used, timeoutMs, rowLimit });
    const given = Object.fromEntries(Object.entries(used).map(([name, value]) => [name, engineParameter(name, value)]));
    return await this.#reads(async (connection) => {
      connection.setQueryTimeout(timeoutMs);
      try {
        const statement = await connection.prepare(cypher);
        if (!statement.isSuccess()) throw badQuery(statement.getErrorMessage());
        if (!statement.isReadOnly()) throw badQuery("it would write");
        const result = single(await connection.execute(statement, given));
        try {
          const columns = result.getColumnNamesSync();
          const read = rowReader(columns, result.getColumnDataTypesSync());
          const rows = new RowCollector(columns, rowLimit);
          await eachRow(result, (row) => rows.add(() => read(row)));
          return rows.result();
        } finally {
          result.close();
        }
      } catch (error) {
        if (error instanceof UserError) throw error;
        const message = error instanceof Error ? error.message : String(error);
        if (/^interrupted\b/iu.test(message)) throw tooSlow(timeoutMs);
        throw badQuery(message, error);
      }
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled([...this.#running]);
    await this.#database.close();
  }

  async #update<M extends Made>(make: GraphMaker<M>): Promise<Loaded<M>> {
    const made = await make(this);
    const { graph } = made;
    const record = beginRecord(graph.reduceNodes((count, _, { kind }) => count + Number(kind === "Article"), 0));
    const { id, version, startedAt, articles } = record;
    try {
      // In a transaction of its own: it stays when the load is cut off.
      await this.#connected((connection) =>
        this.#write(connection, async () => {
          await rowsOf(
            connection,
            "CREATE (:Load {id: $id, version: CAST($version, 'INT64'), startedAt: $startedAt, articles: CAST($articles, 'INT64')})",
            { id, version, startedAt, articles },
          );
        }),
      );
      const changes = await this.#diff(graph);
      const report = reportOf(changes);
      await this.#connected((connection) =>
        this.#write(connection, async () => {
          if (!isUnchanged(report)) await writeChanges(changes, async (cypher, parameters) => rowsOf(connection, cypher, parameters));
          const others = "MATCH (l:Load) WHERE l.id <> $id AND l.finishedAt IS NULL AND l.completedBy IS NULL";
          await rowsOf(connection, `${others} SET l.completedBy = $id`, { id });
          await rowsOf(connection, "MATCH (l:Load {id: $id}) SET l.finishedAt = $now", { id, now: new Date().toISOString() });
        }),
      );
      return { made, report };
    } catch (error) {
      throw writeError(error, this.#path);
    }
  }

  #diff(graph: KnowledgeGraph): Promise<GraphChanges<StoredNode, EmbeddedRelationship>> {
    return diffGraph<StoredNode, EmbeddedRelationship>(graph, {
      nodeChecksum: (label) => this.#checksum([`MATCH (r:${label})`]),
      relationshipChecksum: (type) => {
        const matches = endPairs(relationshipSchema(type)).map(([from, to]) => `MATCH (a:${from})-[r:${type}]->(b:${to})`);
        return this.#checksum(matches, isBare(type) ? pairHashCypher : "r.rowHash");
      },
      nodes: (label) => this.#storedNodes(label),
      relationships: (type) => this.#storedRelationships(type),
    });
  }

  /** Of the nodes or relationships that the patterns call `r`. A row without a hash, after an upgrade, counts as a row. */
  async #checksum(matches: readonly string[], hash = "r.rowHash"): Promise<Checksum> {
    let total: Checksum = { rows: 0, low: 0, high: 0 };
    for (const match of matches) {
      const [sums] = await this.#read(
        `${match} RETURN count(*) AS rows, sum(${hash} % ${checksumBase}) AS low, sum(${hash} / ${checksumBase}) AS high`,
      );
      total = {
        rows: total.rows + Number(sums?.rows ?? 0),
        low: total.low + Number(sums?.low ?? 0),
        high: total.high + Number(sums?.high ?? 0),
      };
    }
    return total;
  }

  async #storedNodes(label: NodeLabel): Promise<StoredNode[]> {
    const rows = await this.#read(`MATCH (n:${label}) RETURN n.id AS id, n.rowHash AS hash`);
    return rows.map((row) => ({ id: String(row.id), rowHash: numberOrNull(row.hash) }));
  }

  async #storedRelationships(type: RelationshipType): Promise<EmbeddedRelationship[]> {
    const schema = relationshipSchema(type);
    const keys = listed("r", schema.key);
    const found: EmbeddedRelationship[] = [];
    for (const [fromLabel, toLabel] of endPairs(schema)) {
      const columns = ["a.id AS from_id", "b.id AS to_id", `${isBare(type) ? "0" : "r.rowHash"} AS hash`, keys].filter(Boolean).join(", ");
      for (const row of await this.#read(`MATCH (a:${fromLabel})-[r:${type}]->(b:${toLabel}) RETURN ${columns}`)) {
        const [from, to] = [String(row.from_id), String(row.to_id)];
        found.push({
          from,
          to,
          fromLabel,
          toLabel,
          key: relationshipRowKey(type, from, to, asProperties(row)),
          rowHash: numberOrNull(row.hash),
        });
      }
    }
    return found;
  }

  async #read(cypher: string): Promise<Record<string, LbugValue>[]> {
    return await this.#reads((connection) => rowsOf(connection, cypher));
  }

  /** Waits while changes go into the file: this version of the engine breaks when it is read then (its issue 840). */
  async #reads<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    while (this.#intoFile) await this.#intoFile;
    const reading = this.#connected(work);
    this.#reading.add(reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(reading);
    }
  }

  /** In one transaction, which is in the file itself when this is done, not only in the engine's log: what is only there does not count. */
  async #write(connection: Connection, work: () => Promise<void>): Promise<void> {
    await run(connection, "BEGIN TRANSACTION");
    try {
      await work();
      await this.#alone(async () => {
        await run(connection, "COMMIT");
        await run(connection, "CHECKPOINT");
      });
    } catch (error) {
      // The engine has rolled back by itself when a statement failed.
      await run(connection, "ROLLBACK").catch(() => undefined);
      throw error;
    }
  }

  /** Once all who read are done, and before the next begins. */
  async #alone(work: () => Promise<void>): Promise<void> {
    const readers = [...this.#reading];
    const done = Promise.allSettled(readers).then(work);
    this.#intoFile = done.catch(() => undefined);
    try {
      await done;
    } finally {
      this.#intoFile = null;
    }
  }

  /** Runs the work on a connection of its own: cheap here, and no one waits behind another's long query. */
  async #connected<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error("the store is closed");
    const running = (async () => {
      const connection = new this.#engine.Connection(this.#database);
      try {
        return await work(connection);
      } finally {
        await connection.close();
      }
    })();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }
}

/** The tables of ours that there are, as the engine describes them. */
async function tablesIn(connection: Connection, tables: readonly Record<string, LbugValue>[]): Promise<FoundTable[]> {
  const found: FoundTable[] = [];
  for (const { name, type } of tables) {
    const columns = await rowsOf(connection, `CALL table_info('${String(name)}') RETURN name, type`);
    const ends = type === "REL" ? await rowsOf(connection, `CALL show_connection('${String(name)}') RETURN *`) : [];
    found.push({
      name: String(name),
      columns: Object.fromEntries(columns.map((column) => [String(column.name), String(column.type)])),
      ends: ends.map((pair) => [String(pair["source table name"]), String(pair["destination table name"])] as const),
    });
  }
  return found;
}

function numberOrNull(value: LbugValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** A full disk and its like are for the user to mend; the transaction is rolled back, so the store is as it was. */
function writeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  if (!("code" in error && "syscall" in error) && !/^IO exception|buffer manager exception|no space/iu.test(error.message)) return error;
  const hint = "The store is as it was before. Is there room on the disk, and in the folder for temporary files?";
  return new UserError("store-refused", `cannot write to ${path}: ${error.message.split("\n")[0]}`, hint, { cause: error });
}

async function makeFolder(folder: string, path: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError("store-refused", `cannot make a folder for ${path}: ${reason}`, "Choose another place with --store.", {
      cause: error,
    });
  }
}

function badQuery(message: string, cause?: unknown): UserError {
  const hint = "The embedded engine speaks openCypher; see docs/graph-schema.md for labels and properties.";
  return new UserError("bad-query", `the engine refuses the query: ${message.trim()}`, hint, { cause });
}

async function run(connection: Connection, cypher: string): Promise<void> {
  await rowsOf(connection, cypher);
}

async function rowsOf(
  connection: Connection,
  cypher: string,
  parameters?: Record<string, LbugValue>,
): Promise<Record<string, LbugValue>[]> {
  const result = single(
    parameters === undefined ? await connection.query(cypher) : await connection.execute(await connection.prepare(cypher), parameters),
  );
  try {
    const rows: Record<string, LbugValue>[] = [];
    await eachRow(result, (row) => {
      rows.push(row);
      return true;
    });
    return rows;
  } finally {
    result.close();
  }
}

/** Hands over row after row until `take` has had enough. */
async function eachRow(result: EngineResult, take: (row: Record<string, LbugValue>) => boolean): Promise<void> {
  for (let count = 1; result.hasNext(); count += 1) {
    const row = result.getNextSync();
    if (row === null || !take(row)) return;
    if (count % rowsPerTurn === 0) await nextTurn();
  }
}

function single(result: EngineResult | EngineResult[]): EngineResult {
  if (!Array.isArray(result)) return result;
  for (const one of result) one.close();
  throw new Error("more than one statement ran at once");
}

function listed(variable: string, names: readonly string[]): string {
  return names.map((name) => `${variable}.${quoted(name)} AS ${quoted(name)}`).join(", ");
}

/** Rows of our own tables hold nothing but what the schema names. */
function asProperties(row: Record<string, LbugValue>): Properties {
  return row as Record<string, PropertyValue>;
}
