/** `whomet timeline`: the meetings of somebody in the order in which they happened. */
import { UserError } from "../../domain/errors.ts";
import { timeline as findTimeline } from "../../store/timeline.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { describeTimelineRow } from "../describe-answers.ts";
import { print, say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const timeline: Command = {
  name: "timeline",
  summary: "somebody's meetings in the order in which they happened",
  help: `Usage: whomet timeline NAME [--store URL] [--json]

Every meeting of a person, organisation or country, from the earliest to the latest,
whatever became of it: when (as precisely as the articles say), with whom, where, and the
sentences. What nobody dates comes last.

${storeHelp}
  --json            print the rows as one JSON array`,
  options: { ...storeOptions, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new UserError(
        "bad-arguments",
        `timeline takes one name, not ${positionals.length}`,
        'Put a name of several words in quotes: whomet timeline "Adam Boehler"',
      );
    }
    return withStore<ExitCode>(options, "read", async (store) => {
      const { asked, rows } = await findTimeline(store, name);
      if (flag(options, "json")) {
        await writeLine(JSON.stringify(rows));
        return 0;
      }
      const names = asked.map((entity) => entity.name).join(", ");
      if (asked.length > 1) say(`"${name}" may be ${names}`);
      if (rows.length === 0) say(`no report of a meeting of ${names}`);
      for (const row of rows) await print(`${describeTimelineRow(row)}\n`);
      return 0;
    });
  },
};
