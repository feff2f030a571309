/**
 * The store in a Neo4j database, through the official driver: one driver, a named database, managed transactions, values only as
 * parameters. A node `:WhometStore` marks a database as ours and is no part of the graph.
 */

import neo4j, { type Driver, type Record as DriverRecord, Neo4jError, type RecordShape, type Session } from "neo4j-driver";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { compareText } from "../graph/fold-name.ts";
import { nodeSchemas, relationshipSchema, relationshipSchemas } from "../graph/graph-schema.ts";
import { schemaStatements } from "./cypher-files.ts";
import { diffGraph, reportOf, type StoredNode, type StoredRelationship } from "./graph-diff.ts";
import { graphFromRows, type Properties, relationshipRowKey, rowHashProperty } from "./graph-rows.ts";
import type { GraphStore, LoadReport, QueryOptions, QueryParameters, QueryResult, StoredArticle } from "./graph-store.ts";
import { endLabel, writeChanges } from "./neo4j-changes.ts";
import { driverParameters, jsonValue } from "./neo4j-values.ts";
import { defaultRowLimit, defaultTimeoutMs, RowCollector, tooSlow, usedParameters } from "./query-value.ts";
import { checkReadOnly } from "./read-only-query.ts";

export interface Neo4jAddress {
  /** `neo4j://`, `bolt://` and their forms with TLS (`+s`, `+ssc`). */
  readonly url: string;
  readonly database: string;
  readonly user: string;
  /** Absent where the server asks for none. */
  readonly password: string | undefined;
}

export interface Neo4jOpenOptions extends Neo4jAddress {
  readonly mode: "read" | "write";
  /** Lets the graph be loaded beside the nodes of a database that is not ours. */
  readonly intoExisting: boolean;
}

const storeVersion = 1;
const storeId = "whomet";
const connectMs = 10_000;

/**
 * Opens the store at an address, and makes its constraints when it is to be written. Throws UserError: `store-unreachable`,
 * `store-refused`, `store-missing`, `store-foreign`.
 */
export async function openNeo4jStore(options: Neo4jOpenOptions): Promise<GraphStore> {
  const driver = connect(options);
  const store = new Neo4jStore(driver, options);
  try {
    await store.prepare(options);
    return store;
  } catch (error) {
    await store.close();
    throw userError(error, options);
  }
}

class Neo4jStore implements GraphStore {
  readonly dialect = "neo4j";
  readonly #driver: Driver;
  readonly #address: Neo4jAddress;
  #lastLoad: Promise<unknown> = Promise.resolve();

  constructor(driver: Driver, address: Neo4jAddress) {
    this.#driver = driver;
    this.#address = address;
  }

  /** Checks that the database is ours or empty, and makes it ours when it is to be written. */
  async prepare({ mode, intoExisting, url, database }: Neo4jOpenOptions): Promise<void> {
    await this.#driver.verifyConnectivity({ database });
    const [mark] = await this.#read("MATCH (s:WhometStore {id: $id}) RETURN s.version AS version", { id: storeId }, (row) =>
      Number(row.get("version")),
    );
    if (mark !== undefined && mark !== storeVersion) {
      throw new UserError("store-refused", `the graph at ${url} was made by another version of Whomet`, "Load it into an empty database.");
    }
    if (mark === undefined) {
      const [nodes] = await this.#read("MATCH (n) RETURN count(n) AS nodes", {}, (row) => Number(row.get("nodes")));
      if (nodes !== 0 && !intoExisting) {
        const hint = "Name an empty database with --database, or load beside what is there with --into-existing.";
        throw new UserError("store-foreign", `the database ${database} at ${url} holds nodes that Whomet did not make`, hint);
      }
      if (mode === "read") {
        throw new UserError(
          "store-missing",
          `the database ${database} at ${url} holds no graph of Whomet`,
          `Load one: whomet build FOLDER --store ${url}`,
        );
      }
    }
    if (mode === "write") await this.#makeSchema();
  }

  async storedArticles(): Promise<readonly StoredArticle[]> {
    const articles = await this.#read(
      `MATCH (a:Article) WHERE a.${rowHashProperty} IS NOT NULL RETURN a.id AS id, a.text AS text, a.annotation AS annotation, a.path AS path`,
      {},
      (row): StoredArticle => ({ id: row.get("id"), text: row.get("text"), annotation: row.get("annotation"), path: row.get("path") }),
    );
    return articles.sort((a, b) => compareText(a.id, b.id));
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
      const cypher = `MATCH (n:${label}) WHERE n.${rowHashProperty} IS NOT NULL RETURN ${listed("n", names)}`;
      nodes.set(label, await this.#read(cypher, {}, (row) => propertiesOf(row, names)));
    }
    const relationships = new Map<RelationshipType, readonly { from: string; to: string; properties: Properties }[]>();
    for (const { type, properties } of relationshipSchemas) {
      const names = Object.keys(properties);
      const rows = await this.#read(relationshipsCypher(type, names), {}, (row) => ({
        from: String(row.get("from_id")),
        to: String(row.get("to_id")),
        properties: propertiesOf(row, names),
      }));
      relationships.set(type, rows);
    }
    return graphFromRows(nodes, relationships);
  }

  async query(cypher: string, parameters: QueryParameters = {}, options: QueryOptions = {}): Promise<QueryResult> {
    const { timeoutMs = defaultTimeoutMs, rowLimit = defaultRowLimit } = options;
    const used = driverParameters(usedParameters(checkReadOnly(cypher, "neo4j"), parameters));
    try {
      return await this.#inSession("READ", (session) =>
        session.executeRead(
          async (transaction) => {
            const result = transaction.run(cypher, used);
            const columns = await result.keys();
            const rows = new RowCollector(columns.map(String), rowLimit);
            for await (const record of result) {
              const fits = rows.add(() => Object.fromEntries(columns.map((column) => [String(column), jsonValue(record.get(column))])));
              if (!fits) break;
            }
            return rows.result();
          },
          { timeout: timeoutMs },
        ),
      );
    } catch (error) {
      throw queryError(error, timeoutMs, this.#address);
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #load(graph: KnowledgeGraph): Promise<LoadReport> {
    try {
      const changes = await diffGraph<StoredRelationship>(graph, {
        nodes: (label) => this.#storedNodes(label),
        relationships: (type) => this.#storedRelationships(type),
      });
      await this.#inSession("WRITE", (session) => writeChanges(changes, session));
      return reportOf(changes);
    } catch (error) {
      throw userError(error, this.#address);
    }
  }

  #storedNodes(label: NodeLabel): Promise<StoredNode[]> {
    const cypher = `MATCH (n:${label}) WHERE n.${rowHashProperty} IS NOT NULL RETURN n.id AS id, n.${rowHashProperty} AS hash`;
    return this.#read(cypher, {}, (row) => ({ id: row.get("id"), rowHash: row.get("hash") }));
  }

  #storedRelationships(type: RelationshipType): Promise<StoredRelationship[]> {
    const { key } = relationshipSchema(type);
    return this.#read(relationshipsCypher(type, [...key, rowHashProperty]), {}, (row) => {
      const [from, to] = [String(row.get("from_id")), String(row.get("to_id"))];
      return { from, to, key: relationshipRowKey(type, from, to, propertiesOf(row, key)), rowHash: String(row.get(rowHashProperty)) };
    });
  }

  async #makeSchema(): Promise<void> {
    await this.#inSession("WRITE", async (session) => {
      for (const statement of schemaStatements()) await session.executeWrite((transaction) => transaction.run(statement));
      await session.executeWrite((transaction) => transaction.run("CALL db.awaitIndexes(300)"));
      const mark = { id: storeId, version: neo4j.int(storeVersion) };
      await session.executeWrite((transaction) => transaction.run("MERGE (s:WhometStore {id: $id}) SET s.version = $version", mark));
    });
  }

  /** Every row of a query that only reads, as `take` makes them. */
  async #read<T>(cypher: string, parameters: Record<string, unknown>, take: (row: DriverRecord) => T): Promise<T[]> {
    return await this.#inSession("READ", (session) =>
      session.executeRead(async (transaction) => {
        const rows: T[] = [];
        for await (const record of transaction.run(cypher, parameters)) rows.push(take(record));
        return rows;
      }),
    );
  }

  async #inSession<T>(access: "READ" | "WRITE", work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#driver.session({ database: this.#address.database, defaultAccessMode: neo4j.session[access] });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }
}

function connect({ url, user, password }: Neo4jAddress): Driver {
  const token = password === undefined ? undefined : neo4j.auth.basic(user, password);
  try {
    return neo4j.driver(url, token, {
      disableLosslessIntegers: true,
      connectionTimeout: connectMs,
      connectionAcquisitionTimeout: 2 * connectMs,
      telemetryDisabled: true,
      userAgent: "whomet",
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    throw new UserError("bad-arguments", `cannot open a store at ${url}: ${reason}`, "An address looks like neo4j://localhost:7687.", {
      cause: error,
    });
  }
}

function relationshipsCypher(type: RelationshipType, names: readonly string[]): string {
  const { from, to } = relationshipSchema(type);
  const columns = ["a.id AS from_id", "b.id AS to_id", listed("r", names)].filter((column) => column !== "");
  return `MATCH (a:${endLabel(from)})-[r:${type}]->(b:${endLabel(to)}) WHERE r.${rowHashProperty} IS NOT NULL RETURN ${columns.join(", ")}`;
}

function listed(variable: string, names: readonly string[]): string {
  return names.map((name) => `${variable}.\`${name}\` AS \`${name}\``).join(", ");
}

/** What we stored ourselves, under the names and types of the schema. */
function propertiesOf(row: DriverRecord<RecordShape>, names: readonly string[]): Properties {
  return Object.fromEntries(names.map((name) => [name, row.get(name)]));
}

function queryError(error: unknown, timeoutMs: number, address: Neo4jAddress): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (error.code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) return tooSlow(timeoutMs);
  if (error.code === "Neo.ClientError.Statement.AccessMode") {
    return new UserError(
      "bad-query",
      "only queries that read the graph are allowed: it would write",
      "Start with MATCH and end with RETURN.",
    );
  }
  if (error.code.startsWith("Neo.ClientError.Statement") || error.code.startsWith("Neo.ClientError.Procedure")) {
    const hint = "See docs/graph-schema.md for labels and properties.";
    return new UserError("bad-query", `Neo4j refuses the query: ${error.message}`, hint, { cause: error });
  }
  return userError(error, address);
}

/** What the user can do something about; everything else stays what it is. */
function userError(error: unknown, { url, database, user }: Neo4jAddress): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  // The driver's own codes (ServiceUnavailable, SessionExpired, ProtocolError …); the server's begin with Neo.
  if (!code.startsWith("Neo.")) {
    const hint = "Is Neo4j running there? Or try --store with a path, which needs no server.";
    const reason = firstLine(error.message.replace(/^.*Caused by: /su, ""));
    return new UserError("store-unreachable", `cannot reach ${url}: ${reason}`, hint, { cause: error });
  }
  if (code.startsWith("Neo.ClientError.Security")) {
    const hint = "Give the user with --user and the password in WHOMET_NEO4J_PASSWORD.";
    return new UserError("store-refused", `${url} refuses the user ${user}`, hint, { cause: error });
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return new UserError("store-missing", `there is no database ${database} at ${url}`, "Name another with --database.", { cause: error });
  }
  if (code.startsWith("Neo.ClientError") || code.startsWith("Neo.TransientError")) {
    return new UserError("store-refused", `Neo4j at ${url} refuses: ${firstLine(error.message)}`, "", { cause: error });
  }
  return error;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
