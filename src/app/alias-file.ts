/** The user's own names and identifiers, from the file that --aliases names or that lies beside the store. */
import { readFile } from "node:fs/promises";
import { UserError } from "../domain/errors.ts";
import { loadNameTables, type NameTables, withAliases } from "../graph/name-tables.ts";
import { parseAliases } from "../graph/parse-aliases.ts";
import { type CommandOptions, type GivenOptions, textOption } from "./command.ts";
import { besideStore } from "./judgements-file.ts";
import { say } from "./output.ts";
import { defaultStore } from "./store-options.ts";

export const aliasesOption: CommandOptions = { aliases: { type: "string" } };

export const aliasesHelp = `  --aliases FILE    names of your own: name, alias, type, identifier; tab-separated under
                    a header, or JSON Lines (default: beside the store,
                    .whomet/graph.aliases.tsv)`;

/** The name tables with the user's names in them. */
export interface GivenTables {
  readonly tables: NameTables;
  /** Lines that could not be read; each was named on standard error. */
  readonly badLines: number;
}

/** Throws UserError `no-such-file` and `unreadable`. Without --aliases a missing file is no mistake. */
export async function loadGivenTables(options: GivenOptions): Promise<GivenTables> {
  const named = textOption(options, "aliases");
  const path = named ?? besideStore(textOption(options, "store") ?? defaultStore, textOption(options, "database"), "aliases.tsv");
  const content = await readOptional(path, named !== undefined);
  if (content === null) return { tables: loadNameTables(), badLines: 0 };
  const { aliases, problems } = parseAliases(content);
  for (const { line, reason } of problems) say(`${path}:${line}: ${reason}`);
  return { tables: withAliases(loadNameTables(), aliases), badLines: problems.length };
}

async function readOptional(path: string, mustExist: boolean): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    if (cause.code !== "ENOENT")
      throw new UserError("unreadable", `the alias file ${path} cannot be read: ${cause.message}`, "", { cause });
    if (mustExist) throw new UserError("no-such-file", `there is no alias file ${path}`, "Is its name spelt right?", { cause });
    return null;
  }
}
