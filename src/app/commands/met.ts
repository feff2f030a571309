/** `whomet met`: who met whom, with the sentences that say so. */
import type { AnswerEntity } from "../../domain/answer.ts";
import { UserError } from "../../domain/errors.ts";
import { met as whoMet } from "../../store/answers.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { describeRow } from "../describe-answers.ts";
import { print, say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

function names(entities: readonly AnswerEntity[]): string {
  return entities.map((entity) => entity.name).join(", ");
}

export const met: Command = {
  name: "met",
  summary: "who met whom, with the sentences that say so",
  help: `Usage: whomet met NAME [NAME] [--store URL] [--json]

Whom somebody met, or whether two met: held, ongoing, planned, cancelled, refused,
denied or hypothetical, with place, date, independent sources and every sentence.
Strongest first. A surname is enough where it is clear.

${storeHelp}
  --json            print the rows as one JSON array`,
  options: { ...storeOptions, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    const [a, b, ...more] = positionals;
    if (a === undefined || more.length > 0) {
      throw new UserError(
        "bad-arguments",
        `met takes one or two names, not ${positionals.length}`,
        'Put a name of several words in quotes: whomet met "Adam Boehler"',
      );
    }
    return withStore<ExitCode>(options, "read", async (store) => {
      const { asked, rows } = b === undefined ? await whoMet(store, a) : await whoMet(store, a, b);
      if (flag(options, "json")) {
        await writeLine(JSON.stringify(rows));
        return 0;
      }
      if (asked.length > 1) say(`"${a}" may be ${names(asked)}`);
      if (rows.length === 0)
        say(b === undefined ? `no report of a meeting of ${names(asked)}` : `no report of a meeting of ${names(asked)} with ${b}`);
      for (const row of rows) await print(`${describeRow(row)}\n`);
      return 0;
    });
  },
};
