/** `whomet ask`: a question from a fixed grammar, answered with sentences. */
import { UserError } from "../../domain/errors.ts";
import { answersOf } from "../../store/answers.ts";
import { answerLines, answerQuestion } from "../answer-question.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { print, writeLine } from "../output.ts";
import { examples, parseQuestion } from "../question-grammar.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

export const ask: Command = {
  name: "ask",
  summary: "a question in plain English, from a fixed grammar",
  help: `Usage: whomet ask "QUESTION" [--store URL] [--json]

Questions like:
${examples.map((example) => `  ${example}`).join("\n")}

${storeHelp}
  --json            print the answer's rows as one JSON array`,
  options: { ...storeOptions, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    const text = positionals.join(" ");
    const question = parseQuestion(text);
    if (!question) {
      const list = examples.map((example) => `    ${example}`).join("\n");
      throw new UserError(
        "bad-arguments",
        text === "" ? "ask needs a question" : `"${text}" is not a question that can be asked`,
        `What can be asked:\n${list}`,
      );
    }
    return withStore<ExitCode>(options, "read", async (store) => {
      const answer = await answerQuestion(answersOf(store), question);
      if (flag(options, "json")) await writeLine(JSON.stringify(answer.rows));
      else for (const line of answerLines(answer)) await print(line);
      return 0;
    });
  },
};
