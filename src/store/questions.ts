/** The questions in `cypher/questions`: what each asks, the values it takes, and its query in the words of either engine. */
import { closest, distance } from "fastest-levenshtein";
import { UserError } from "../domain/errors.ts";
import { listCypher, readCypher } from "./cypher-files.ts";
import type { GraphStore, QueryOptions, QueryParameters, QueryResult, QueryValue } from "./graph-store.ts";
import { type Dialect, parameterNames } from "./read-only-query.ts";

const parameterTypes = ["string", "integer", "number", "boolean"] as const;
export type ParameterType = (typeof parameterTypes)[number];

export interface QuestionParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** Absent when a value must be given. */
  readonly default?: QueryValue;
}

export interface Question {
  /** The name to ask it by: `who-met-whom`. */
  readonly name: string;
  readonly title: string;
  /** One sentence that a reader would ask. */
  readonly asks: string;
  readonly parameters: readonly QuestionParameter[];
  /** Values to try it with on the sample articles, as `--param` takes them. */
  readonly example: Readonly<Record<string, string>>;
  readonly cypher: Readonly<Record<Dialect, string>>;
}

/** All questions, sorted by name. */
export function listQuestions(): readonly Question[] {
  const names = new Set(listCypher("questions/").map((file) => file.replace(/(?:\.neo4j|\.ladybug)?\.cypher$/u, "")));
  return [...names].map(readQuestion);
}

/** The question of that name. Throws UserError `unknown-question` with the nearest names. */
export function findQuestion(name: string): Question {
  const names = listQuestions().map((question) => question.name);
  if (names.includes(name)) return readQuestion(name);
  throw new UserError(
    "unknown-question",
    `there is no question named ${name}`,
    `Did you mean ${closest(name, names)}? All: ${names.join(", ")}.`,
  );
}

/**
 * A question from the text of a file: the header lines `// title:`, `// asks:`, `// params:` and `// example: name=value …` (with
 * 'quotes' around spaces), each of which may be missing, then the query. Without `params`, whatever the query names with a $ is a text to be given. Throws UserError `bad-query` when
 * `params` is not `name: type = default, …`.
 */
export function parseQuestion(name: string, text: string): Question {
  const header = (key: string) =>
    [...text.matchAll(new RegExp(`^//\\s*${key}:[ \\t]*(.*?)[ \\t]*\\r?$`, "gmu"))]
      .map((match) => match[1] ?? "")
      .filter((line) => line !== "");
  const described = header("params").flatMap((line) => [...splitOutsideQuotes(line)].map((part) => parseParameter(part, name)));
  const parameters = described.length > 0 ? described : [...parameterNames(text)].map((used) => ({ name: used, type: "string" as const }));
  const example = Object.fromEntries(
    header("example").flatMap((line) =>
      [...line.matchAll(/(\S+?)=(?:'([^']*)'|(\S+))/gu)].map(([, key = "", quoted, plain]) => [key, quoted ?? plain ?? ""]),
    ),
  );
  const [title = name] = header("title");
  return { name, title, asks: header("asks").join(" "), parameters, example, cypher: { neo4j: text, ladybug: text } };
}

/**
 * The values of a question's parameters, from what was given (as text from a command line, or as they are) and from defaults.
 * Throws UserError `bad-arguments` for a value that is missing, unknown or not of its type.
 */
export function questionValues(question: Question, given: QueryParameters): QueryParameters {
  const names = question.parameters.map((parameter) => parameter.name);
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const takes = names.length === 0 ? "It takes none." : `It takes ${names.join(", ")}.`;
    throw new UserError("bad-arguments", `${question.name} takes no parameter ${name}`, takes);
  }
  return Object.fromEntries(
    question.parameters.map((parameter) => {
      const value = given[parameter.name] ?? parameter.default;
      if (value !== undefined) return [parameter.name, typedValue(question, parameter, value)];
      const hint = `Give it one: --param ${parameter.name}=…`;
      throw new UserError("bad-arguments", `${question.name} needs a value for ${parameter.name}: ${question.asks}`, hint);
    }),
  );
}

/** Asks a question, by name or as parsed, of a store. Throws UserErrors of `findQuestion`, `questionValues` and `query`. */
export async function askQuestion(
  store: GraphStore,
  question: Question | string,
  given: QueryParameters = {},
  options: QueryOptions = {},
): Promise<QueryResult> {
  const asked = typeof question === "string" ? findQuestion(question) : question;
  return await store.query(asked.cypher[store.dialect], questionValues(asked, given), options);
}

/** The names most like a mistyped one, at most three, and none that have little in common with it. */
export function nearestNames(name: string, names: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  return [...new Set(names)]
    .map((candidate) => ({ candidate, edits: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(Math.max(candidate.length, wanted.length) / 3)))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function readQuestion(name: string): Question {
  const files = listCypher("questions/");
  if (files.includes(`${name}.cypher`)) return parseQuestion(name, readCypher(`questions/${name}.cypher`));
  const [neo4j, ladybug] = [readCypher(`questions/${name}.neo4j.cypher`), readCypher(`questions/${name}.ladybug.cypher`)];
  return { ...parseQuestion(name, neo4j), cypher: { neo4j, ladybug } };
}

function parseParameter(text: string, source: string): QuestionParameter {
  const match = /^\s*(?<name>[\p{L}_][\p{L}\p{N}_]*)\s*:\s*(?<type>\w+)\s*(?:=\s*(?<value>.*?)\s*)?$/u.exec(text);
  const type = parameterTypes.find((known) => known === match?.groups?.type);
  const name = match?.groups?.name;
  if (name === undefined || type === undefined) {
    const hint = `Write them as: // params: name: type = default, … with a type of ${parameterTypes.join(", ")}.`;
    throw new UserError("bad-query", `${source} describes a parameter that cannot be read: ${text.trim()}`, hint);
  }
  const written = match?.groups?.value;
  if (written === undefined) return { name, type };
  const unquoted = /^(['"])(?<inside>.*)\1$/u.exec(written)?.groups?.inside ?? written;
  const value = parseValue(unquoted, type);
  if (value === undefined) throw new UserError("bad-query", `${source} gives ${name} a default that is no ${type}: ${written}`);
  return { name, type, default: value };
}

function typedValue(question: Question, { name, type }: QuestionParameter, value: QueryValue): QueryValue {
  const typed = typeof value === "string" ? parseValue(value, type) : ofType(value, type);
  if (typed === undefined) throw new UserError("bad-arguments", `${name} of ${question.name} is not a ${type}: ${JSON.stringify(value)}`);
  return typed;
}

function parseValue(text: string, type: ParameterType): QueryValue | undefined {
  switch (type) {
    case "string":
      return text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "integer":
    case "number":
      return text.trim() === "" ? undefined : ofType(Number(text), type);
  }
}

function ofType(value: QueryValue, type: ParameterType): QueryValue | undefined {
  if (type === "boolean") return typeof value === "boolean" ? value : undefined;
  if (type === "string" || typeof value !== "number" || !Number.isFinite(value)) return undefined;
  return type === "number" || Number.isSafeInteger(value) ? value : undefined;
}

function splitOutsideQuotes(line: string): readonly string[] {
  return line.match(/(?:'[^']*'|"[^"]*"|[^,'"])+/gu) ?? [];
}
