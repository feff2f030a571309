/** `whomet quotes`: what somebody said, earliest first, with every version and what was changed in it. */
import { UserError } from "../../domain/errors.ts";
import { said } from "../../store/answers.ts";
import { type Command, type ExitCode, flag, textOption } from "../command.ts";
import { describeSayings } from "../describe-answers.ts";
import { print, say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const quotes: Command = {
  name: "quotes",
  summary: "what somebody said, earliest first, with versions and what was changed",
  help: `Usage: whomet quotes NAME [--about WHAT] [--store URL] [--json]

What a person or an organisation is reported to have said, in order of publication.
A saying that several articles print stands once, with each version; words that an
article prints in the place of others are shown beside them.

  --about WHAT      only what mentions this name or these words
${storeHelp}
  --json            print the rows as one JSON array; rows of one saying share "cluster"`,
  options: { ...storeOptions, about: { type: "string" }, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new UserError(
        "bad-arguments",
        `quotes takes one name, not ${positionals.length}`,
        'Put a name of several words in quotes: whomet quotes "Karoline Leavitt"',
      );
    }
    return withStore<ExitCode>(options, "read", async (store) => {
      const rows = await said(store, name, textOption(options, "about"));
      if (flag(options, "json")) {
        await writeLine(JSON.stringify(rows));
        return 0;
      }
      if (rows.length === 0) say(`nothing is reported that ${name} said`);
      for (const saying of describeSayings(rows)) await print(`${saying}\n`);
      return 0;
    });
  },
};
