/** `whomet skipped`: words for a meeting that gave none, and why. */
import { UserError } from "../../domain/errors.ts";
import { skippedCues } from "../../store/skipped-cues.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { describeSkipped } from "../describe-answers.ts";
import { print, say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const skipped: Command = {
  name: "skipped",
  summary: "words for a meeting that gave none, and why",
  help: `Usage: whomet skipped [--store URL] [--json]

Nothing is dropped in silence: each word that can stand for a meeting but gave none, with
the reason (only one side is named, no particular meeting, nobody is met) and its context.

${storeHelp}
  --json            print the rows as one JSON array`,
  options: { ...storeOptions, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    if (positionals.length > 0) throw new UserError("bad-arguments", `skipped takes no names, not "${positionals[0]}"`);
    return withStore<ExitCode>(options, "read", async (store) => {
      const rows = await skippedCues(store);
      if (flag(options, "json")) await writeLine(JSON.stringify(rows));
      else if (rows.length === 0) say("nothing was passed over");
      else for (const row of rows) await print(describeSkipped(row));
      return 0;
    });
  },
};
