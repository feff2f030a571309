/** The options that name a store, shared by every command that opens one. */
import type { GraphStore } from "../store/graph-store.ts";
import { unfinishedLoad } from "../store/load-record.ts";
import { openStore } from "../store/open-store.ts";
import { askPassword, passwordTerminal } from "./ask-password.ts";
import { type CommandOptions, flag, type GivenOptions, textOption } from "./command.ts";
import { say } from "./output.ts";

export const storeOptions: CommandOptions = {
  store: { type: "string" },
  user: { type: "string" },
  database: { type: "string" },
  "into-existing": { type: "boolean" },
};

export const storeHelp = `  --store URL       a file for the embedded engine (default .whomet/graph), neo4j://… or
                    bolt://…, or the word neo4j for NEO4J_URI
  --user NAME       Neo4j user; the password comes from WHOMET_NEO4J_PASSWORD, or is asked for
  --database NAME   Neo4j database`;

/** Where the graph lies unless --store says otherwise. */
export const defaultStore = ".whomet/graph";

/** Opens the store that the options name. Throws UserErrors for one that is missing, unreachable or not ours. */
export async function openGivenStore(options: GivenOptions, mode: "read" | "write"): Promise<GraphStore> {
  const user = textOption(options, "user");
  const database = textOption(options, "database");
  const terminal = passwordTerminal();
  return openStore({
    url: textOption(options, "store") ?? defaultStore,
    mode,
    intoExisting: flag(options, "into-existing"),
    ...(terminal === null ? {} : { askPassword: (url, who) => askPassword(`Password of ${who} at ${url} (Enter for none): `, terminal) }),
    ...(user === undefined ? {} : { user }),
    ...(database === undefined ? {} : { database }),
  });
}

/** Opens the store, does something with it, and closes it whatever happens. */
export async function withStore<T>(options: GivenOptions, mode: "read" | "write", work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openGivenStore(options, mode);
  try {
    await tellUnfinishedLoad(store, mode);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Says so when a load was cut off: on a server its graph is then in part the old one; a file holds the old one as a whole. */
export async function tellUnfinishedLoad(store: GraphStore, mode: "read" | "write"): Promise<void> {
  const load = unfinishedLoad(await store.loads());
  if (load === null) return;
  if (mode === "write") say(`the load that began at ${load.startedAt} was cut off; this one completes it`);
  else if (store.dialect === "neo4j")
    say(`the load that began at ${load.startedAt} has not finished: answers may be incomplete until it has, or until the next build`);
  else say(`the load that began at ${load.startedAt} was cut off: the graph is as it was before; build again`);
}
