/** `whomet query`: a question of cypher/questions by name, or a file, read-only. */
import { readFile } from "node:fs/promises";
import { UserError } from "../../domain/errors.ts";
import type { QueryParameters, QueryResult, QueryValue } from "../../store/graph-store.ts";
import { askQuestion, findQuestion, listQuestions, parseQuestion, type Question, questionValues } from "../../store/questions.ts";
import { type Command, type ExitCode, flag, type GivenOptions } from "../command.ts";
import { print, say, writeLine } from "../output.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

/** `--param name=value`, several times. Throws UserError `bad-arguments` for one without an equals sign. */
function readParameters(options: GivenOptions): Record<string, string> {
  const given = options.param;
  const parameters: Record<string, string> = {};
  for (const pair of Array.isArray(given) ? given : []) {
    const text = String(pair);
    const equals = text.indexOf("=");
    if (equals < 1) throw new UserError("bad-arguments", `--param takes name=value, not "${text}"`);
    parameters[text.slice(0, equals)] = text.slice(equals + 1);
  }
  return parameters;
}

function cell(value: QueryValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((item: QueryValue) => cell(item)).join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value).replace(/\s+/gu, " ");
}

/** Rows as a table of aligned columns; long cells wrap nowhere and are never cut. */
export function formatTable({ columns, rows }: Pick<QueryResult, "columns" | "rows">): string {
  const cells = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, index) => Math.min(40, Math.max(...cells.map((line) => line[index]?.length ?? 0))));
  return cells
    .map((line) =>
      line
        .map((text, index) => (index === line.length - 1 ? text : text.padEnd(widths[index] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

async function listAll(json: boolean): Promise<void> {
  const questions = listQuestions();
  if (json) {
    await writeLine(JSON.stringify(questions.map(({ name, title, asks, parameters }) => ({ name, title, asks, parameters }))));
    return;
  }
  for (const { name, asks, parameters } of questions) {
    const given = parameters.map(
      (parameter) => ` --param ${parameter.name}=${parameter.default === undefined ? "…" : String(parameter.default)}`,
    );
    await print(`${name}${given.join("")}\n    ${asks}`);
  }
}

/** The question of that name, or the one in that file. A file without a `// params:` line takes its values as text. */
async function readQuestion(name: string, given: QueryParameters): Promise<Question> {
  if (!name.endsWith(".cypher")) return findQuestion(name);
  const question = parseQuestion(name, await readQuery(name));
  if (question.parameters.length > 0) return question;
  return { ...question, parameters: Object.keys(given).map((parameter) => ({ name: parameter, type: "string" })) };
}

export const query: Command = {
  name: "query",
  summary: "a Cypher question by name, or a .cypher file",
  help: `Usage: whomet query [NAME|FILE.cypher] [--param k=v]… [--store URL] [--json]

Runs a question of cypher/questions by its name, or a file with one query of your own.
Only reading is allowed. Without a name: the list of questions, with their parameters.

${storeHelp}
  --param k=v       a parameter of the question; may be given several times. The types of a
                    file's parameters are those of its line // params: name: string, limit: integer
  --json            print the rows as one JSON array`,
  options: { ...storeOptions, param: { type: "string", multiple: true }, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    const [name, ...more] = positionals;
    if (more.length > 0)
      throw new UserError("bad-arguments", `query takes one question, not ${positionals.length}`, "Give parameters as --param name=value.");
    const json = flag(options, "json");
    if (name === undefined) {
      await listAll(json);
      return 0;
    }
    const given = readParameters(options);
    const question = await readQuestion(name, given);
    // A wrong value is told before a store is opened.
    questionValues(question, given);
    return withStore<ExitCode>(options, "read", async (store) => {
      // What others wrote is not known to be good for the engine.
      const result = await askQuestion(store, question, given, { apart: name.endsWith(".cypher") });
      if (result.truncated) say(`only the first ${result.rows.length} rows are shown`);
      if (json) await writeLine(JSON.stringify(result.rows));
      else await print(formatTable(result));
      return 0;
    });
  },
};

async function readQuery(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new UserError("no-such-file", `cannot read the query ${file}`, "Give the path of a .cypher file, or the name of a question.", {
      cause,
    });
  }
}
