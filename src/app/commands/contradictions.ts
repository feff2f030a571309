/** `whomet contradictions`: meetings on which the articles disagree, or whose news changed, sentence beside sentence. */
import { UserError } from "../../domain/errors.ts";
import { contradictions as findContradictions } from "../../store/disagreements.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { describeContradiction } from "../describe-answers.ts";
import { print, say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const contradictions: Command = {
  name: "contradictions",
  summary: "meetings on which the articles disagree, sentence beside sentence",
  help: `Usage: whomet contradictions [--store URL] [--json]

Meetings that one article reports and another denies, plans that fell through or came
true, and pairs that are said to have met in two places on one day. Every sentence is
shown with its outlet and day, in order of publication.

${storeHelp}
  --json            print the rows as one JSON array`,
  options: { ...storeOptions, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    if (positionals.length > 0) throw new UserError("bad-arguments", `contradictions takes no names, not "${positionals[0]}"`);
    return withStore<ExitCode>(options, "read", async (store) => {
      const rows = await findContradictions(store);
      if (flag(options, "json")) await writeLine(JSON.stringify(rows));
      else if (rows.length === 0) say("the articles agree");
      else for (const row of rows) await print(`${describeContradiction(row)}\n`);
      return 0;
    });
  },
};
