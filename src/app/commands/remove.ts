/** `whomet remove`: takes articles out of a store. */
import { UserError } from "../../domain/errors.ts";
import { buildGraph } from "../../graph/build-graph.ts";
import { loadNameTables } from "../../graph/name-tables.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { fromStored } from "../merge-articles.ts";
import { nearestWord } from "../nearest-word.ts";
import { say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const remove: Command = {
  name: "remove",
  summary: "take articles out of a store, with all that only they supported",
  help: `Usage: whomet remove ID… [--store URL] [--json]

Takes the articles with these ids out. What is left is the graph that never had them.

${storeHelp}
  --json            print what was deleted as JSON`,
  options: { ...storeOptions, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    if (positionals.length === 0) {
      throw new UserError("bad-arguments", "remove needs the id of an article", "whomet query articles lists them.");
    }
    return withStore<ExitCode>(options, "write", async (store) => {
      const stored = await store.storedArticles();
      const ids = stored.map((article) => article.id);
      for (const id of positionals) {
        if (ids.includes(id)) continue;
        const near = nearestWord(id, ids);
        throw new UserError(
          "unknown-article",
          `the store has no article "${id}"`,
          near ? `Did you mean ${near}? Nothing was removed.` : "Nothing was removed.",
        );
      }
      const kept = stored.filter((article) => !positionals.includes(article.id)).map(fromStored);
      const built = buildGraph(kept, { tables: loadNameTables() });
      const report = await store.load(built.graph);
      say(`removed ${positionals.length} articles: deleted ${report.deleted.nodes} nodes, ${report.deleted.relationships} relationships`);
      if (flag(options, "json")) await writeLine(JSON.stringify({ removed: positionals, ...report }));
      return 0;
    });
  },
};
