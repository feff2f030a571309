/** `whomet remove`: takes articles out of a store. */
import { UserError } from "../../domain/errors.ts";
import { buildGraph } from "../../graph/build-graph.ts";
import type { StoredArticle } from "../../store/graph-store.ts";
import { unfinishedLoad } from "../../store/load-record.ts";
import { aliasesHelp, aliasesOption, loadGivenTables } from "../alias-file.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { counted } from "../describe-answers.ts";
import { givenJudgementsPath, judgementsHelp, judgementsOption, readJudgements, reportJudgements } from "../judgements-file.ts";
import { fromStored } from "../merge-articles.ts";
import { nearestWord } from "../nearest-word.ts";
import { say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

/** Throws UserError `unknown-article` with the nearest id. */
function checkKnown(wanted: readonly string[], stored: readonly StoredArticle[]): void {
  const ids = stored.map(({ id }) => id);
  for (const id of wanted) {
    if (ids.includes(id)) continue;
    const near = nearestWord(id, ids);
    const hint = near ? `Did you mean ${near}? Nothing was removed.` : "Nothing was removed. The question articles lists them.";
    throw new UserError("unknown-article", `the store has no article "${id}"`, hint);
  }
}

export const remove: Command = {
  name: "remove",
  summary: "take articles out of a store, with all that only they supported",
  help: `Usage: whomet remove ID… [--store URL] [--judgements FILE] [--json]

Takes the articles with these ids out, or what was entered from a graph file (manual:…).
What is left is the graph that never had them.

${storeHelp}
${judgementsHelp}
${aliasesHelp}
  --json            print what was deleted as JSON`,
  options: { ...storeOptions, ...judgementsOption, ...aliasesOption, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    if (positionals.length === 0) {
      throw new UserError("bad-arguments", "remove needs the id of an article", "whomet query articles lists the ids.");
    }
    const judgements = await readJudgements(givenJudgementsPath(options));
    const names = await loadGivenTables(options);
    return withStore<ExitCode>(options, "write", async (store) => {
      // An interrupted removal may have taken the articles out already, and is completed by asking for it again.
      const resumed = unfinishedLoad(await store.loads()) !== null;
      const removed = new Set(positionals);
      const { made, report } = await store.update(async (held) => {
        const stored = await held.storedArticles();
        if (!resumed) checkKnown(positionals, stored);
        const { articles, manual } = fromStored(stored.filter(({ id }) => !removed.has(id)));
        return buildGraph(articles, { tables: names.tables, judgements: judgements.judgements, manual });
      });
      const judged = reportJudgements(judgements, made.judged);
      for (const { where, reason } of made.manualProblems) say(`${where}: ${reason}`);
      const { nodes, relationships } = report.deleted;
      say(`removed ${counted(removed.size, "article")}: deleted ${counted(nodes, "node")} and ${counted(relationships, "relationship")}`);
      if (flag(options, "json")) await writeLine(JSON.stringify({ removed: [...removed], ...report, ...judged.summary }));
      return judged.hasMistakes || names.badLines > 0 ? 1 : 0;
    });
  },
};
