/** The options that name a store, shared by every command that opens one. */
import type { GraphStore } from "../store/graph-store.ts";
import { openStore } from "../store/open-store.ts";
import { type CommandOptions, flag, type GivenOptions, textOption } from "./command.ts";

export const storeOptions: CommandOptions = {
  store: { type: "string" },
  user: { type: "string" },
  database: { type: "string" },
  "into-existing": { type: "boolean" },
};

export const storeHelp = `  --store URL       a file for the embedded engine (default .whomet/graph), neo4j://… or
                    bolt://…, or the word neo4j for NEO4J_URI
  --user NAME       Neo4j user; the password comes from WHOMET_NEO4J_PASSWORD
  --database NAME   Neo4j database`;

/** Where the graph lies unless --store says otherwise. */
export const defaultStore = ".whomet/graph";

/** Opens the store that the options name. Throws UserErrors for one that is missing, unreachable or not ours. */
export async function openGivenStore(options: GivenOptions, mode: "read" | "write"): Promise<GraphStore> {
  const user = textOption(options, "user");
  const database = textOption(options, "database");
  return openStore({
    url: textOption(options, "store") ?? defaultStore,
    mode,
    intoExisting: flag(options, "into-existing"),
    ...(user === undefined ? {} : { user }),
    ...(database === undefined ? {} : { database }),
  });
}

/** Opens the store, does something with it, and closes it whatever happens. */
export async function withStore<T>(options: GivenOptions, mode: "read" | "write", work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openGivenStore(options, mode);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
