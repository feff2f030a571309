/** `whomet remove`: takes articles out of a store. */
import { UserError } from "../../domain/errors.ts";
import { buildGraph } from "../../graph/build-graph.ts";
import { aliasesHelp, aliasesOption, loadGivenTables } from "../alias-file.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { counted } from "../describe-answers.ts";
import { givenJudgementsPath, judgementsHelp, judgementsOption, readJudgements, reportJudgements } from "../judgements-file.ts";
import { fromStored } from "../merge-articles.ts";
import { nearestWord } from "../nearest-word.ts";
import { say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const remove: Command = {
  name: "remove",
  summary: "take articles out of a store, with all that only they supported",
  help: `Usage: whomet remove ID… [--store URL] [--judgements FILE] [--json]

Takes the articles with these ids out. What is left is the graph that never had them.

${storeHelp}
${judgementsHelp}
${aliasesHelp}
  --json            print what was deleted as JSON`,
  options: { ...storeOptions, ...judgementsOption, ...aliasesOption, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    if (positionals.length === 0) {
      throw new UserError(
        "bad-arguments",
        "remove needs the id of an article",
        "whomet annotate gives each article its id; so do the answers of whomet met --json.",
      );
    }
    const judgements = await readJudgements(givenJudgementsPath(options));
    const names = await loadGivenTables(options);
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
      const removed = new Set(positionals);
      const kept = stored.filter((article) => !removed.has(article.id)).map(fromStored);
      const built = buildGraph(kept, { tables: names.tables, judgements: judgements.judgements });
      const report = await store.load(built.graph);
      const judged = reportJudgements(judgements, built.judged);
      const { nodes, relationships } = report.deleted;
      say(`removed ${counted(removed.size, "article")}: deleted ${counted(nodes, "node")} and ${counted(relationships, "relationship")}`);
      if (flag(options, "json")) await writeLine(JSON.stringify({ removed: [...removed], ...report, ...judged.summary }));
      return judged.hasMistakes || names.badLines > 0 ? 1 : 0;
    });
  },
};
