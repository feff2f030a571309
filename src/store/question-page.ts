/** The page docs/cypher.md: every question with its parameters, an example, what it answers on the sample articles, and its query. */
import type { QueryResult, QueryValue } from "./graph-store.ts";
import type { Question } from "./questions.ts";

/** So many rows of an answer are shown. */
const shownRows = 4;
const longestCell = 70;

export interface AnsweredQuestion {
  readonly question: Question;
  /** What the question answers with the values of its example. */
  readonly answer: QueryResult;
}

/** The page as Markdown. The same questions and answers give the same page. */
export function questionPage(answered: readonly AnsweredQuestion[]): string {
  return [
    "# Questions in Cypher",
    "",
    "<!-- Generated from cypher/questions and the sample articles: change those, then run `make docs`. -->",
    "",
    "`whomet query NAME --param k=v` asks one of these questions; `whomet query FILE.cypher` asks one of your own. They run on the embedded",
    "engine and on Neo4j with the same rows, and need no plug-in. Names find a person, organisation or place in any case, by every form that",
    "the articles use, and a person by the surname alone. The rows are what the sample articles of this repository answer, cut after",
    `${shownRows} rows and in long cells.`,
    "",
    "| question | asks |",
    "| --- | --- |",
    ...answered.map(({ question: { name, asks } }) => `| [\`${name}\`](#${name}) | ${escaped(asks)} |`),
    ...answered.flatMap(section),
    "",
  ].join("\n");
}

function section({ question, answer }: AnsweredQuestion): string[] {
  const { name, title, asks, parameters, example, cypher } = question;
  const given = Object.entries(example).map(([key, value]) => ` --param ${key}=${/\s/u.test(value) ? `'${value}'` : value}`);
  const table = parameters.map(({ name: parameter, type, default: value }) => {
    return `| \`${parameter}\` | ${type} | ${value === undefined ? "must be given" : value === "" ? "any" : `\`${String(value)}\``} |`;
  });
  const count = answer.rows.length;
  return [
    "",
    `## ${name}`,
    "",
    `**${title}.** ${asks}`,
    "",
    "| parameter | type | default |",
    "| --- | --- | --- |",
    ...table,
    "",
    "```",
    `whomet query ${name}${given.join("")}`,
    "```",
    "",
    ...(count === 0
      ? ["The samples have no answer."]
      : [
          `| ${answer.columns.map(escaped).join(" | ")} |`,
          `| ${answer.columns.map(() => "---").join(" | ")} |`,
          ...answer.rows.slice(0, shownRows).map((row) => `| ${answer.columns.map((column) => cell(row[column])).join(" | ")} |`),
          ...(count > shownRows ? ["", `… and ${count - shownRows} more.`] : []),
        ]),
    "",
    ...(cypher.neo4j === cypher.ladybug
      ? fenced(cypher.neo4j)
      : ["On Neo4j:", "", ...fenced(cypher.neo4j), "", "On the embedded engine:", "", ...fenced(cypher.ladybug)]),
  ];
}

function fenced(cypher: string): string[] {
  return ["```cypher", cypher.replace(/^\/\/.*\n/gmu, "").trim(), "```"];
}

function cell(value: QueryValue | undefined): string {
  if (value === null || value === undefined) return "";
  const text = Array.isArray(value) ? value.map(String).join(", ") : typeof value === "object" ? JSON.stringify(value) : String(value);
  return escaped(
    text.length > longestCell
      ? `${[...text]
          .slice(0, longestCell - 1)
          .join("")
          .trimEnd()}…`
      : text,
  );
}

/** Text that Markdown shows as it is, in a table. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\|*_<>[\]`]/gu, "\\$&");
}
