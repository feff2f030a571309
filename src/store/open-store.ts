/** From what a user writes after `--store` to an open store. */
import { UserError } from "../domain/errors.ts";
import { openEmbeddedStore } from "./embedded-store.ts";
import type { GraphStore } from "./graph-store.ts";
import { openNeo4jStore } from "./neo4j-store.ts";

export interface OpenStoreOptions {
  /**
   * A path for the embedded store; `neo4j://`, `bolt://` and their forms with `+s` or `+ssc` for Neo4j; or the word `neo4j`
   * for the address in NEO4J_URI.
   */
  readonly url: string;
  readonly mode: "read" | "write";
  /** Default NEO4J_USERNAME, else `neo4j`. */
  readonly user?: string | undefined;
  /** Default NEO4J_DATABASE, else `neo4j`. */
  readonly database?: string | undefined;
  /** Default WHOMET_NEO4J_PASSWORD, else NEO4J_PASSWORD. Never printed. */
  readonly password?: string | undefined;
  /** Asked where a server is named and neither of these holds a password; undefined: none is needed. */
  readonly askPassword?: ((url: string, user: string) => Promise<string | undefined>) | undefined;
  /** Lets the graph be loaded beside the nodes of a Neo4j database that is not ours. */
  readonly intoExisting?: boolean | undefined;
}

const neo4jScheme = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//u;
const anyScheme = /^[a-z][a-z0-9+.-]+:\/\//iu;

/**
 * Opens a store. To write, the embedded one is made where it does not exist. Throws UserError: `bad-arguments`, `store-missing`,
 * `store-foreign`, `store-refused`, `store-unreachable`, `engine-missing`.
 */
export async function openStore(options: OpenStoreOptions, environment: NodeJS.ProcessEnv = process.env): Promise<GraphStore> {
  const url = options.url === "neo4j" ? (environment.NEO4J_URI ?? "neo4j://localhost:7687") : options.url;
  if (url === "") throw new UserError("bad-arguments", "the store has no name", "Give a path or an address: --store ./news.whomet");
  if (!anyScheme.test(url)) return await openEmbeddedStore(url, options.mode);
  if (url.includes("@")) {
    // Not shown: it may hold a password.
    const hint = "Give the user with --user and the password in WHOMET_NEO4J_PASSWORD.";
    throw new UserError("bad-arguments", "the address of a store takes no user and no password", hint);
  }
  if (!neo4jScheme.test(url) || !URL.canParse(url)) {
    const hint = "Stores are a path, neo4j://host, neo4j+s://host, bolt://host or bolt+s://host.";
    throw new UserError("bad-arguments", `cannot open a store at ${url}`, hint);
  }
  const user = options.user ?? environment.NEO4J_USERNAME ?? "neo4j";
  const password = options.password ?? environment.WHOMET_NEO4J_PASSWORD ?? environment.NEO4J_PASSWORD;
  return await openNeo4jStore({
    url,
    mode: options.mode,
    user,
    database: options.database ?? environment.NEO4J_DATABASE ?? "neo4j",
    password: password ?? (await options.askPassword?.(url, user)),
    intoExisting: options.intoExisting ?? false,
  });
}
