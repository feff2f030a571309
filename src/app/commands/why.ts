/** `whomet why`: what makes reports one meeting and names one somebody, and whose reporting it is. */
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import { UserError } from "../../domain/errors.ts";
import { buildGraph, type Decisions } from "../../graph/build-graph.ts";
import { explainEntities, explainMeetings } from "../../graph/explain.ts";
import { met } from "../../store/answers.ts";
import type { GraphStore } from "../../store/graph-store.ts";
import { aliasesHelp, aliasesOption, loadGivenTables } from "../alias-file.ts";
import { type Command, type ExitCode, flag, type GivenOptions } from "../command.ts";
import { describeEntityReasons, describeMeetingReasons } from "../describe-why.ts";
import { givenJudgementsPath, judgementsHelp, judgementsOption, readJudgements } from "../judgements-file.ts";
import { fromStored } from "../merge-articles.ts";
import { print, say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const why: Command = {
  name: "why",
  summary: "why names are one somebody, and reports one meeting",
  help: `Usage: whomet why NAME [NAME] [--store URL] [--judgements FILE] [--aliases FILE] [--json]

Of one name: what else the articles call whoever bears it, and which rule says that these
are one, or that others are not. Of two: each of their meetings with its reports, in what
each agrees with the most precise one, whose reporting it is and what shows it, and what
keeps their other meetings apart. The decisions are made anew, from the articles in the
store.

${storeHelp}
${judgementsHelp}
${aliasesHelp}
  --json            print the reasons as one JSON array`,
  options: { ...storeOptions, ...judgementsOption, ...aliasesOption, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    const [a, b, ...more] = positionals;
    if (a === undefined || more.length > 0) {
      throw new UserError(
        "bad-arguments",
        `why takes one or two names, not ${positionals.length}`,
        'Put a name of several words in quotes: whomet why "Adam Boehler" Hamas',
      );
    }
    return withStore<ExitCode>(options, "read", async (store) => {
      const { asked, rows } = b === undefined ? await met(store, a) : await met(store, a, b);
      const { articles, decisions } = await decideAnew(store, options);
      if (b === undefined) {
        const reasons = explainEntities(
          decisions,
          asked.flatMap(({ id }) => id ?? []),
        );
        if (flag(options, "json")) await writeLine(JSON.stringify(reasons));
        else for (const reason of reasons) await print(`${describeEntityReasons(reason)}\n`);
        return 0;
      }
      const reasons = explainMeetings(decisions, [...new Set(rows.map(({ meeting }) => meeting))]);
      if (flag(options, "json")) {
        await writeLine(JSON.stringify(reasons));
        return 0;
      }
      if (rows.length === 0) say(`no report of a meeting of ${asked.map(({ name }) => name).join(", ")} with ${b}`);
      const byId = new Map(articles.map((article) => [article.annotation.id, article]));
      for (const reason of reasons) await print(`${describeMeetingReasons(reason, byId)}\n`);
      return 0;
    });
  },
};

/** As the last build decided, if neither judgements nor aliases changed since. */
async function decideAnew(
  store: GraphStore,
  options: GivenOptions,
): Promise<{ readonly articles: readonly AnnotatedArticle[]; readonly decisions: Decisions }> {
  const { articles, manual } = fromStored(await store.storedArticles());
  const { judgements } = await readJudgements(givenJudgementsPath(options), { mustExist: false });
  const { tables } = await loadGivenTables(options);
  return { articles, decisions: buildGraph(articles, { tables, judgements, manual, layout: false }).decisions };
}
