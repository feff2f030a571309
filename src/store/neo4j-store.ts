/**
 * The store in a Neo4j database, through the official driver: one driver, a named database, values only as parameters. A node
 * `:WhometStore` marks a database as ours, nodes `:Load` tell of every load; neither is part of the graph. A load is many
 * transactions, each of which moves the stored graph towards the wanted one: whatever cuts it off, comparing again finds the rest.
 */

import neo4j, {
  type BookmarkManager,
  type Driver,
  type Record as DriverRecord,
  Neo4jError,
  type RecordShape,
  type Session,
  type Transaction,
} from "neo4j-driver";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { compareText } from "../graph/fold-name.ts";
import { isBare, nodeSchemas, relationshipSchema, relationshipSchemas } from "../graph/graph-schema.ts";
import { diffGraph } from "./graph-diff.ts";
import {
  type Checksum,
  checksumBase,
  graphFromRows,
  type Properties,
  pairHashCypher,
  relationshipRowKey,
  rowHashProperty,
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
import {
  type LoadTally,
  type Neo4jNode,
  type Neo4jRelationship,
  type RunStatement,
  type WriteTransaction,
  writeChanges,
} from "./neo4j-changes.ts";
import { queryError, userError } from "./neo4j-errors.ts";
import { allEnded } from "./neo4j-lanes.ts";
import { Neo4jLease } from "./neo4j-lease.ts";
import { bookkeepingConstraints, graphConstraints, indexStatements, neo4jMigrations } from "./neo4j-schema.ts";
import { driverParameters, jsonValue } from "./neo4j-values.ts";
import { defaultRowLimit, defaultTimeoutMs, RowCollector, usedParameters } from "./query-value.ts";
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

const storeId = "whomet";
const connectMs = 10_000;
/** How long a load waits for another program's. */
const leaseWaitMs = 600_000;
/** A load goes on after a server that went away comes back, unless nothing could be written for so long. */
const patienceMs = 120_000;
const longestPauseMs = 5_000;
/** A transaction that the server gave up (a deadlock with some other program) is tried so often. */
const writeAttempts = 6;
/** Enough to see what happened lately. */
const shownLoads = 100;

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
  /** What one session wrote, the next one sees, also in a cluster. */
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();
  /** Whether every id of the graph is known to be held unique. */
  #isConstrained = false;
  #lastLoad: Promise<unknown> = Promise.resolve();
  /** Statements that have come to the server, each until it has a plan for it. */
  readonly #planning = new Map<string, Promise<void>>();

  constructor(driver: Driver, address: Neo4jAddress) {
    this.#driver = driver;
    this.#address = address;
  }

  /** Checks that the database is ours or empty, and makes it ours and up to date when it is to be written. */
  async prepare({ mode, intoExisting, url, database }: Neo4jOpenOptions): Promise<void> {
    await this.#driver.verifyConnectivity({ database });
    // In one statement: another program may be making the database its store at this moment.
    const [found] = await this.#read(
      `OPTIONAL MATCH (s:WhometStore {id: $id})
       RETURN s.version AS version, EXISTS { MATCH (n) WHERE NOT n:WhometStore } AS others`,
      { id: storeId },
      (row) => ({ version: row.get("version") as unknown, others: row.get("others") === true }),
    );
    const version = typeof found?.version === "number" ? found.version : null;
    if (version !== null && version > storeVersion) {
      const message = `the graph at ${url} was made by a newer version of Whomet (store ${version}, this one knows ${storeVersion})`;
      throw new UserError("store-refused", message, "Update Whomet, or load into an empty database.");
    }
    if (version === null && found?.others === true && !intoExisting) {
      const hint = "Name an empty database with --database, or load beside what is there with --into-existing.";
      throw new UserError("store-foreign", `the database ${database} at ${url} holds nodes that Whomet did not make`, hint);
    }
    if (mode === "write") {
      await this.#makeSchema(version);
      // In an empty database, constraints are quicker to make once the nodes of the first load are in.
      if (version !== null || found?.others === true) await this.#makeConstraints();
      return;
    }
    if (version === null) {
      const hint = `Load one: whomet build FOLDER --store ${url}`;
      throw new UserError("store-missing", `the database ${database} at ${url} holds no graph of Whomet`, hint);
    }
    if (version < storeVersion) {
      const message = `the graph at ${url} was made by an earlier version of Whomet (store ${version}, this one needs ${storeVersion})`;
      throw new UserError("store-refused", message, "Bring it up to date by building into it: whomet build FOLDER --store …");
    }
  }

  async storedArticles(): Promise<readonly StoredArticle[]> {
    const articles = await this.#read(
      `MATCH (a:Article) WHERE a.${rowHashProperty} IS NOT NULL RETURN a.id AS id, a.text AS text, a.annotation AS annotation, a.path AS path`,
      {},
      (row): StoredArticle => ({ id: row.get("id"), text: row.get("text"), annotation: row.get("annotation"), path: row.get("path") }),
    );
    return articles.sort((a, b) => compareText(a.id, b.id));
  }

  async load(graph: KnowledgeGraph): Promise<LoadReport> {
    return (await this.update(() => ({ graph }))).report;
  }

  update<M extends Made>(make: GraphMaker<M>): Promise<Loaded<M>> {
    // One at a time: the next compares with what the one before it left.
    const load = this.#lastLoad.then(() => this.#update(make));
    this.#lastLoad = load.catch(() => undefined);
    return load;
  }

  async loads(): Promise<readonly LoadRecord[]> {
    return await this.#read(
      `MATCH (l:Load) WHERE l.id STARTS WITH 'load:'
       RETURN l.id AS id, l.version AS version, l.startedAt AS startedAt, l.finishedAt AS finishedAt, l.articles AS articles,
              l.completedBy AS completedBy
       ORDER BY startedAt DESC, id DESC LIMIT ${shownLoads}`,
      {},
      (row): LoadRecord => ({
        id: String(row.get("id")),
        version: Number(row.get("version")),
        startedAt: String(row.get("startedAt")),
        finishedAt: textOrNull(row.get("finishedAt")),
        articles: Number(row.get("articles")),
        completedBy: textOrNull(row.get("completedBy")),
      }),
    );
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

  /** Loads, and starts again where it was cut off when the server or the connection goes away meanwhile. */
  async #update<M extends Made>(make: GraphMaker<M>): Promise<Loaded<M>> {
    const none = () => ({ nodes: 0, relationships: 0 });
    const tally: LoadTally = { created: none(), updated: none(), deleted: none() };
    let lastSuccess = Date.now();
    for (let failures = 0; ; ) {
      const before = JSON.stringify(tally);
      try {
        return { made: await this.#attempt(make, tally), report: tally };
      } catch (error) {
        if (JSON.stringify(tally) !== before) {
          lastSuccess = Date.now();
          failures = 0;
        }
        if (!(error instanceof Neo4jError) || !isPassing(error)) throw userError(error, this.#address);
        if (Date.now() - lastSuccess > patienceMs) throw cutOff(userError(error, this.#address));
        failures += 1;
        await new Promise((done) => setTimeout(done, Math.min(longestPauseMs, 100 * 2 ** failures)));
      }
    }
  }

  async #attempt<M extends Made>(make: GraphMaker<M>, tally: LoadTally): Promise<M> {
    const lease = await Neo4jLease.take(this.#driver, { database: this.#address.database, storeId, waitMs: leaseWaitMs });
    try {
      const made = await make(this);
      const { graph } = made;
      const write: WriteTransaction = (work) => this.#write(work, lease);
      const record = beginRecord(graph.reduceNodes((count, _, { kind }) => count + Number(kind === "Article"), 0));
      const { completedBy: _, finishedAt: __, ...begun } = record;
      const fields = { ...begun, version: neo4j.int(record.version), articles: neo4j.int(record.articles) };
      await this.#write((run) => run("CREATE (l:Load) SET l = $fields RETURN 1", { fields }), lease);
      // Every statement is planned before it runs: an empty database is not asked about each table.
      const isEmpty = await this.#isEmpty();
      const hash = `r.${rowHashProperty}`;
      const changes = await diffGraph<Neo4jNode, Neo4jRelationship>(graph, {
        nodeChecksum: async (label) => (isEmpty ? noRows : await this.#checksum(`MATCH (r:${label}) WHERE ${hash} IS NOT NULL`, hash)),
        relationshipChecksum: async (type) => {
          if (isEmpty) return noRows;
          return await this.#checksum(`MATCH ${oursOf(type)}`, isBare(type) ? pairHashCypher : hash);
        },
        nodes: (label) => this.#storedNodes(label),
        relationships: (type) => this.#storedRelationships(type),
        atOnce: 2,
      });
      await writeChanges(changes, write, tally, () => this.#makeConstraints());
      for (const statement of indexStatements()) await this.#inSession("WRITE", (session) => session.run(statement));
      // In one statement, so that the graph is never said to be complete by a load that is not.
      const finish = `MATCH (l:Load {id: $id}) SET l.finishedAt = $now
         WITH l MATCH (other:Load) WHERE other.id STARTS WITH 'load:' AND other.finishedAt IS NULL AND other.completedBy IS NULL
         SET other.completedBy = $id RETURN 1`;
      await this.#write((run) => run(finish, { id: record.id, now: new Date().toISOString() }), lease);
      return made;
    } finally {
      await lease.release();
    }
  }

  /**
   * Does the work in a transaction of its own, while the lease is held. What the server itself rolled back is tried again; when the
   * connection breaks, nobody knows whether the transaction went through, and the error is the caller's.
   */
  async #write<T>(work: (run: RunStatement) => Promise<T>, lease: Neo4jLease): Promise<T> {
    return await this.#inSession("WRITE", async (session) => {
      for (let attempt = 1; ; attempt += 1) {
        // Neither the lock nor the beginning is waited for before the work: both are on their way with it.
        const held = lease.check();
        held.catch(() => undefined);
        const transaction = session.beginTransaction();
        try {
          const done = await work((statement, parameters) => this.#runPlanned(transaction, statement, parameters));
          await held;
          await transaction.commit();
          return done;
        } catch (error) {
          await transaction.close().catch(() => undefined);
          // Whatever failed, a lock that is lost is the reason.
          await held;
          const rolledBack = error instanceof Neo4jError && error.code.startsWith("Neo.TransientError.Transaction");
          if (!rolledBack || attempt === writeAttempts) throw error;
          await new Promise((done) => setTimeout(done, 50 * 2 ** attempt));
        }
      }
    });
  }

  /**
   * The first column of what a statement gives back. The server plans a statement each time it comes until some plan is ready; so what
   * one lane has it plan, the other waits for.
   */
  async #runPlanned(
    transaction: Transaction,
    statement: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<readonly unknown[]> {
    const planning = this.#planning.get(statement);
    await planning;
    const result = transaction.run(statement, parameters);
    if (!planning) {
      const planned = result.keys().then(
        () => undefined,
        () => void this.#planning.delete(statement),
      );
      this.#planning.set(statement, planned);
    }
    const { records } = await result;
    return records.map((record) => record.get(0) as unknown);
  }

  /** Whether there is no node but the marks of the store and of its loads. */
  async #isEmpty(): Promise<boolean> {
    const cypher = "RETURN EXISTS { MATCH (n) WHERE NOT n:WhometStore AND NOT n:Load } AS others";
    return (await this.#read(cypher, {}, (row) => row.get("others") as unknown))[0] === false;
  }

  /** Of the relationships or nodes that the pattern calls `r`, whose hash is what `hash` says. */
  async #checksum(match: string, hash: string): Promise<Checksum> {
    const [sums] = await this.#read(
      `${match} WITH r, ${hash} AS hash
       RETURN count(r) AS rows, sum(hash % ${checksumBase}) AS low, sum(hash / ${checksumBase}) AS high`,
      {},
      (row): Checksum => ({ rows: Number(row.get("rows")), low: Number(row.get("low")), high: Number(row.get("high")) }),
    );
    return sums ?? { rows: 0, low: 0, high: 0 };
  }

  #storedNodes(label: NodeLabel): Promise<Neo4jNode[]> {
    const hash = `n.${rowHashProperty}`;
    return this.#read(
      `MATCH (n:${label}) WHERE ${hash} IS NOT NULL RETURN n.id AS id, ${hash} AS hash, elementId(n) AS elementId`,
      {},
      (row) => ({ id: row.get("id"), rowHash: row.get("hash"), elementId: row.get("elementId") }),
    );
  }

  #storedRelationships(type: RelationshipType): Promise<Neo4jRelationship[]> {
    const { key } = relationshipSchema(type);
    const bare = isBare(type);
    const read = [...key, ...(bare ? [] : [rowHashProperty])];
    return this.#read(`${relationshipsCypher(type, read)}, elementId(r) AS element_id`, {}, (row) => {
      const [from, to] = [String(row.get("from_id")), String(row.get("to_id"))];
      const told = propertiesOf(row, key);
      return {
        from,
        to,
        key: relationshipRowKey(type, from, to, told),
        rowHash: bare ? 0 : row.get(rowHashProperty),
        elementId: row.get("element_id"),
      };
    });
  }

  /** Everything is made only where it is absent; `version` is what the database was made by, null for an empty one. */
  async #makeSchema(version: number | null): Promise<void> {
    await this.#inSession("WRITE", async (session) => {
      for (const statement of bookkeepingConstraints()) await session.executeWrite((transaction) => transaction.run(statement));
      if (version === storeVersion) return;
      for (const { to, statements } of neo4jMigrations) {
        // Statements that make transactions of their own must not run inside one.
        if (version !== null && version < to) for (const statement of statements) await session.run(statement);
      }
      const mark = { id: storeId, version: neo4j.int(storeVersion) };
      await session.executeWrite((transaction) => transaction.run("MERGE (s:WhometStore {id: $id}) SET s.version = $version", mark));
    });
  }

  async #makeConstraints(): Promise<void> {
    if (this.#isConstrained) return;
    const left = [...graphConstraints()];
    const lane = () =>
      this.#inSession("WRITE", async (session) => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const statement = next;
          await session.executeWrite((transaction) => transaction.run(statement));
        }
      });
    await allEnded([lane(), lane()]);
    await this.#inSession("WRITE", async (session) => {
      await session.executeWrite((transaction) => transaction.run("CALL db.awaitIndexes(300)"));
    });
    // The server forgets its plans with every constraint.
    this.#planning.clear();
    this.#isConstrained = true;
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
    const session = this.#driver.session({
      database: this.#address.database,
      defaultAccessMode: neo4j.session[access],
      bookmarkManager: this.#bookmarks,
    });
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

const noRows: Checksum = { rows: 0, low: 0, high: 0 };

/**
 * The relationships `r` of a type from `a` to `b` that are ours: they have a hash, or, where the type has no properties, join nodes that
 * have one. The type says what its ends are; naming their labels would have every one of them looked at.
 */
function oursOf(type: RelationshipType): string {
  const condition = (isBare(type) ? ["a", "b"] : ["r"]).map((name) => `${name}.${rowHashProperty} IS NOT NULL`).join(" AND ");
  return `(a)-[r:${type}]->(b) WHERE ${condition}`;
}

function relationshipsCypher(type: RelationshipType, names: readonly string[]): string {
  const columns = ["a.id AS from_id", "b.id AS to_id", listed("r", names)].filter((column) => column !== "");
  return `MATCH ${oursOf(type)} RETURN ${columns.join(", ")}`;
}

function listed(variable: string, names: readonly string[]): string {
  return names.map((name) => `${variable}.\`${name}\` AS \`${name}\``).join(", ");
}

/** What we stored ourselves, under the names and types of the schema. */
function propertiesOf(row: DriverRecord<RecordShape>, names: readonly string[]): Properties {
  return Object.fromEntries(names.map((name) => [name, row.get(name)]));
}

/** Errors that pass by themselves: the server is away or starting, or gave a transaction up. */
function isPassing({ code }: Neo4jError): boolean {
  return !code.startsWith("Neo.") || code.startsWith("Neo.TransientError") || code === "Neo.ClientError.Cluster.NotALeader";
}

function cutOff(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  const hint = "What was loaded so far stays. Run the same command again once Neo4j answers: it goes on where this one stopped.";
  return new UserError(error.code, `the load was cut off: ${error.message}`, hint, { cause: error });
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
