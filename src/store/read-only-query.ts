/**
 * What a query may say before an engine sees it. Engines reject writes in read transactions by themselves; this guard also
 * refuses what they count as reading although it reaches past the graph: files, addresses, settings, extensions, other databases.
 */
import { UserError } from "../domain/errors.ts";

export type Dialect = "neo4j" | "ladybug";

interface Word {
  readonly text: string;
  readonly kind: "word" | "quoted" | "parameter" | "sign";
}

const firstWords: ReadonlySet<string> = new Set(["MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "EXPLAIN", "PROFILE"]);

/** Procedures that only describe the graph itself. */
const procedures: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  neo4j: new Set([
    "db.labels",
    "db.relationshiptypes",
    "db.propertykeys",
    "db.schema.visualization",
    "db.schema.nodetypeproperties",
    "db.schema.reltypeproperties",
    "db.index.fulltext.querynodes",
    "db.index.fulltext.queryrelationships",
    "dbms.components",
  ]),
  ladybug: new Set(["show_tables", "table_info", "show_functions", "show_indexes", "show_connection", "db_version"]),
};

/** Strings and comments are taken as a whole, so that nothing inside them is read as a word. */
const pattern =
  /\/\/[^\n\r]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`((?:[^`]|``)*)`|\$(?:`([^`]*)`|([\p{L}\p{N}_]+))|([\p{L}_][\p{L}\p{N}_]*)|\s+|[\s\S]/gu;

/**
 * The names of the parameters that the query uses. Throws UserError `bad-query` when it is not one statement that only reads
 * the graph.
 */
export function checkReadOnly(cypher: string, dialect: Dialect): ReadonlySet<string> {
  // Neo4j turns \u0027 into a quotation mark before it looks for strings; a query must pass either way it is read.
  if (dialect === "neo4j") {
    checkWords(
      wordsOf(cypher.replace(/\\u+([0-9a-fA-F]{4})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))),
      dialect,
    );
  }
  checkWords(wordsOf(cypher), dialect);
  return parameterNames(cypher);
}

/** The names that stand behind a $ in a query. */
export function parameterNames(cypher: string): ReadonlySet<string> {
  return new Set(
    wordsOf(cypher)
      .filter((word) => word.kind === "parameter")
      .map((word) => word.text),
  );
}

function checkWords(words: readonly Word[], dialect: Dialect): void {
  const first = words[0];
  if (!first) throw refused("it is empty");
  if (first.kind !== "word" || !firstWords.has(first.text.toUpperCase())) throw refused(`it starts with ${first.text}`);
  const end = words.findIndex((word) => word.kind === "sign" && word.text === ";");
  if (end >= 0 && end < words.length - 1) throw refused("it holds more than one statement");
  words.forEach((word, index) => {
    const previous = words[index - 1];
    // `a.load` and `:Call` name a property and a label.
    if (word.kind !== "word" || previous?.text === "." || previous?.text === ":") return;
    const next = words[index + 1];
    const nextWord = next?.kind === "word" ? next.text.toUpperCase() : "";
    switch (word.text.toUpperCase()) {
      case "EXPLAIN":
      case "PROFILE":
        if (index === 0 && (nextWord === "EXPLAIN" || nextWord === "PROFILE" || !firstWords.has(nextWord)))
          throw refused(`it starts with ${word.text} ${next?.text ?? ""}`);
        return;
      case "LOAD":
        if (["CSV", "FROM", "WITH", "EXTENSION"].includes(nextWord))
          throw refused(`${word.text} ${next?.text} reads from outside the graph`);
        return;
      case "USE":
        if (
          next?.kind !== "sign" &&
          (previous === undefined || previous.text === "{" || ["UNION", "ALL"].includes(previous.text.toUpperCase()))
        )
          throw refused("USE leaves the store");
        return;
      case "CALL":
        // `(call:Call)` and `call.id` name a variable.
        if (next?.kind === "sign" && next.text !== "{" && next.text !== "(") return;
        checkCall(words.slice(index + 1), dialect);
        return;
    }
  });
}

/** `CALL { … }` and `CALL (n) { … }` are subqueries; everything else must be a procedure on the list. */
function checkCall(after: readonly Word[], dialect: Dialect): void {
  const first = after[0];
  if (dialect === "neo4j" && first?.kind === "sign" && (first.text === "{" || first.text === "(")) return;
  let name = "";
  for (const word of after) {
    if (word.kind === "sign" && word.text !== ".") break;
    if (word.kind === "word" && /\w$/u.test(name)) break;
    name += word.text;
  }
  if (!procedures[dialect].has(name.toLowerCase())) {
    throw refused(`CALL ${name} is not one of the procedures that only describe the graph (${[...procedures[dialect]].join(", ")})`);
  }
}

function wordsOf(cypher: string): Word[] {
  const words: Word[] = [];
  for (const match of cypher.matchAll(pattern)) {
    const [text, quoted, quotedParameter, parameter, word] = match;
    if (/^(?:\s|\/\/|\/\*|['"][\s\S])/u.test(text)) continue;
    if (quoted !== undefined) words.push({ text: quoted, kind: "quoted" });
    else if (quotedParameter !== undefined || parameter !== undefined)
      words.push({ text: quotedParameter ?? parameter ?? "", kind: "parameter" });
    else if (word !== undefined) words.push({ text: word, kind: "word" });
    else words.push({ text, kind: "sign" });
  }
  return words;
}

function refused(why: string): UserError {
  return new UserError("bad-query", `only queries that read the graph are allowed: ${why}`, "Start with MATCH and end with RETURN.");
}
