/**
 * What every graph database must do for Whomet. One contract test suite runs on all of them. Text is kept as it is, but for NUL and
 * lone surrogates, which become U+FFFD.
 */
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import type { LoadRecord } from "./load-record.ts";

export interface ChangeCount {
  readonly nodes: number;
  readonly relationships: number;
}

/** What a load changed; a second load of the same graph reports zero everywhere. */
export interface LoadReport {
  readonly created: ChangeCount;
  readonly updated: ChangeCount;
  readonly deleted: ChangeCount;
}

/**
 * What a query or a parameter can carry: JSON. Integers of the engine arrive as numbers, days and times as ISO texts, a node as
 * `{ kind: "Person", id, name, … }` without the properties that the schema calls internal, a relationship as `{ kind: "SAID", … }`,
 * a path as `{ nodes, relationships }`.
 */
export type QueryValue = null | boolean | number | string | readonly QueryValue[] | { readonly [key: string]: QueryValue };

export type QueryParameters = Readonly<Record<string, QueryValue>>;

export interface QueryOptions {
  /** The engine stops the query after this long (default 30,000). */
  readonly timeoutMs?: number;
  /** At most this many rows are returned (default 10,000); `truncated` says when there were more. */
  readonly rowLimit?: number;
  /**
   * For a query that is not ours: where the engine lives in this process, it runs in another, which may break without harm, and
   * which is ended when it does not stop at the time limit. Costs a start, a third of a second. A store that is open to be written has
   * the file to itself, and runs the query here.
   */
  readonly apart?: boolean;
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, QueryValue>>[];
  readonly truncated: boolean;
}

/** An article as the store keeps it, enough to rebuild the graph without the files. */
export interface StoredArticle {
  readonly id: string;
  readonly text: string;
  /** The annotation as JSON. */
  readonly annotation: string;
  readonly path: string | null;
}

/** A graph, and whatever else its maker wants back. */
export interface Made {
  readonly graph: KnowledgeGraph;
}

/** Makes the graph that a store is to hold from what it holds; called again when the load has to start anew. */
export type GraphMaker<M extends Made> = (held: Pick<GraphStore, "storedArticles">) => M | Promise<M>;

export interface Loaded<M extends Made> {
  readonly made: M;
  readonly report: LoadReport;
}

export interface GraphStore {
  /** Which dialect of Cypher it speaks. */
  readonly dialect: "neo4j" | "ladybug";
  /** Every article in the store, ordered by id. */
  storedArticles(): Promise<readonly StoredArticle[]>;
  /**
   * Makes the store hold exactly this graph: creates, updates and deletes only what differs. A load that is cut off leaves the old
   * graph (embedded), or one that the next load completes (Neo4j). Throws UserError `store-refused` when the engine cannot write.
   */
  load(graph: KnowledgeGraph): Promise<LoadReport>;
  /**
   * Loads what `make` makes of the stored articles, with the store to itself from before they are read until the load is done: two
   * programs that add articles at once both find them in the graph. Throws what `load` and `make` throw.
   */
  update<M extends Made>(make: GraphMaker<M>): Promise<Loaded<M>>;
  /** The last loads, the latest first. One that is running or was cut off has no end (`unfinishedLoad`). */
  loads(): Promise<readonly LoadRecord[]>;
  /** The whole graph, without the properties that the schema calls internal and without article texts. */
  readGraph(): Promise<KnowledgeGraph>;
  /** Runs a query that only reads. Throws UserError `bad-query` when the engine rejects it or it would write. */
  query(cypher: string, parameters?: QueryParameters, options?: QueryOptions): Promise<QueryResult>;
  close(): Promise<void>;
}
