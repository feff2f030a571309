/**
 * The store in one file on disk: an embedded engine that speaks Cypher. A load is one transaction, so that whatever interrupts
 * it, the file holds either the old graph or the new one. New rows come in through bulk files, which is what the engine is
 * fast at and what carries every value exactly; its parameters are typed by guess and only ever get text here.
 */

import { existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Connection, Database, QueryResult as EngineResult, LbugValue } from "@ladybugdb/core";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { compareText } from "../graph/fold-name.ts";
import { nodeSchemas, relationshipSchema, relationshipSchemas } from "../graph/graph-schema.ts";
import { type EmbeddedRelationship, writeChanges } from "./embedded-changes.ts";
import { type Engine, loadEngine } from "./embedded-engine.ts";
import { endPairs, quoted, storeMark, tableStatements } from "./embedded-schema.ts";
import { engineParameter, rowReader } from "./embedded-values.ts";
import { diffGraph, reportOf, type StoredNode } from "./graph-diff.ts";
import { graphFromRows, type Properties, type PropertyValue, relationshipRowKey } from "./graph-rows.ts";
import type { GraphStore, LoadReport, QueryOptions, QueryParameters, QueryResult, StoredArticle } from "./graph-store.ts";
import { defaultRowLimit, defaultTimeoutMs, RowCollector, tooSlow, usedParameters } from "./query-value.ts";
import { checkReadOnly } from "./read-only-query.ts";

export type StoreMode = "read" | "write";

/** The engine reserves address space, not memory, up to the largest size a store may grow to. */
const maxStoreBytes = 2 ** 38;
/** Reading rows blocks the thread; after so many, others get a turn. */
const rowsPerTurn = 2_000;
/** While another program's changes are being written into the file, opening it to read waits. */
const openAttempts = 40;
const openPauseMs = 250;

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
  const database = await openDatabase(engine, file, path, mode);
  const store = new EmbeddedStore(engine, database, path);
  try {
    await store.prepare(mode);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

class EmbeddedStore implements GraphStore {
  readonly dialect = "ladybug";
  readonly #engine: Engine;
  readonly #database: Database;
  /** As the user wrote it. */
  readonly #path: string;
  readonly #running = new Set<Promise<unknown>>();
  #lastLoad: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(engine: Engine, database: Database, path: string) {
    this.#engine = engine;
    this.#path = path;
    this.#database = database;
  }

  /** Checks that the file is a store of this version, or makes it one when it is empty. */
  async prepare(mode: StoreMode): Promise<void> {
    await this.#connected(async (connection) => {
      const tables = await rowsOf(connection, "CALL show_tables() RETURN name, comment");
      const mark = tables.find((table) => table.name === "Article")?.comment;
      if (mark === storeMark()) return;
      if (typeof mark === "string" && mark.startsWith("whomet store ")) {
        throw new UserError(
          "store-refused",
          `${this.#path} was made by another version of Whomet`,
          "Build it anew: remove the file and run whomet build.",
        );
      }
      if (tables.length > 0) throw foreign(this.#path, "it holds other tables");
      if (mode === "read")
        throw new UserError("store-missing", `${this.#path} is empty`, `Fill it: whomet build FOLDER --store ${this.#path}`);
      await inTransaction(connection, async () => {
        for (const statement of tableStatements()) await run(connection, statement);
        await run(connection, `COMMENT ON TABLE Article IS '${storeMark()}'`);
      });
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

  load(graph: KnowledgeGraph): Promise<LoadReport> {
    // One at a time: the next compares with what the one before it left.
    const load = this.#lastLoad.then(() => this.#load(graph));
    this.#lastLoad = load.catch(() => undefined);
    return load;
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
    const { timeoutMs = defaultTimeoutMs, rowLimit = defaultRowLimit } = options;
    const used = usedParameters(checkReadOnly(cypher, "ladybug"), parameters);
    const given = Object.fromEntries(Object.entries(used).map(([name, value]) => [name, engineParameter(name, value)]));
    return await this.#connected(async (connection) => {
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

  async #load(graph: KnowledgeGraph): Promise<LoadReport> {
    const changes = await diffGraph<EmbeddedRelationship>(graph, {
      nodes: (label) => this.#storedNodes(label),
      relationships: (type) => this.#storedRelationships(type),
    });
    const report = reportOf(changes);
    if ([report.created, report.updated, report.deleted].every(({ nodes, relationships }) => nodes + relationships === 0)) return report;
    try {
      await this.#connected((connection) =>
        inTransaction(connection, () => writeChanges(changes, async (cypher, parameters) => rowsOf(connection, cypher, parameters))),
      );
    } catch (error) {
      throw writeError(error, this.#path);
    }
    return report;
  }

  async #storedNodes(label: NodeLabel): Promise<StoredNode[]> {
    const rows = await this.#read(`MATCH (n:${label}) RETURN n.id AS id, n.rowHash AS hash`);
    return rows.map((row) => ({ id: String(row.id), rowHash: String(row.hash) }));
  }

  async #storedRelationships(type: RelationshipType): Promise<EmbeddedRelationship[]> {
    const schema = relationshipSchema(type);
    const keys = listed("r", schema.key);
    const found: EmbeddedRelationship[] = [];
    for (const [fromLabel, toLabel] of endPairs(schema)) {
      const columns = ["a.id AS from_id", "b.id AS to_id", "r.rowHash AS hash", keys].filter(Boolean).join(", ");
      for (const row of await this.#read(`MATCH (a:${fromLabel})-[r:${type}]->(b:${toLabel}) RETURN ${columns}`)) {
        const [from, to] = [String(row.from_id), String(row.to_id)];
        found.push({ from, to, fromLabel, toLabel, key: relationshipRowKey(type, from, to, asProperties(row)), rowHash: String(row.hash) });
      }
    }
    return found;
  }

  async #read(cypher: string): Promise<Record<string, LbugValue>[]> {
    return await this.#connected((connection) => rowsOf(connection, cypher));
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

async function openDatabase(engine: Engine, file: string, path: string, mode: StoreMode): Promise<Database> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openOnce(engine, file, mode);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (mode === "read" && /checkpoint is in progress|read-only mode|READ ONLY|replay/iu.test(message) && attempt < openAttempts) {
        // Either a program is writing its changes into the file this moment, or one was killed while it did: then opening
        // the file to write completes what it had begun.
        await openOnce(engine, file, "write").then(
          (database) => database.close(),
          () => pause(openPauseMs),
        );
        continue;
      }
      throw openError(message, path, error);
    }
  }
}

async function openOnce(engine: Engine, file: string, mode: StoreMode): Promise<Database> {
  const database = new engine.Database(file, 0, true, mode === "read", maxStoreBytes);
  try {
    await database.init();
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

function openError(message: string, path: string, cause: unknown): UserError {
  if (/set lock/iu.test(message)) {
    const hint = "Wait until it is done, or stop it.";
    return new UserError("store-refused", `another program is writing to ${path}`, hint, { cause });
  }
  if (/not a valid/iu.test(message)) return foreign(path, "it is some other file");
  const hint = "Is the folder writable and the disk not full?";
  return new UserError("store-refused", `cannot open ${path}: ${message.split("\n")[0]}`, hint, { cause });
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

function foreign(path: string, why: string): UserError {
  return new UserError("store-foreign", `${path} is not a store of Whomet: ${why}`, "Choose another path with --store.");
}

function badQuery(message: string, cause?: unknown): UserError {
  const hint = "The embedded engine speaks openCypher; see docs/graph-schema.md for labels and properties.";
  return new UserError("bad-query", `the engine refuses the query: ${message.trim()}`, hint, { cause });
}

async function inTransaction(connection: Connection, work: () => Promise<void>): Promise<void> {
  await run(connection, "BEGIN TRANSACTION");
  try {
    await work();
    await run(connection, "COMMIT");
  } catch (error) {
    // The engine has rolled back by itself when a statement failed.
    await run(connection, "ROLLBACK").catch(() => undefined);
    throw error;
  }
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
    if (count % rowsPerTurn === 0) await pause(0);
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

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
