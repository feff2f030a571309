/**
 * A store as the CSV files of `neo4j-admin database import`, which fills an empty database faster than any program that asks it to.
 * Nothing is left out: the database is a store of Whomet as if it had been loaded, with texts and bookkeeping, and later builds go on
 * from it.
 */
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { isBare, nodeSchemas, type PropertyTable, type PropertyType, relationshipSchemas } from "../graph/graph-schema.ts";
import { graphRows, type PropertyValue, rowHashProperty } from "./graph-rows.ts";
import type { GraphStore } from "./graph-store.ts";
import { storeVersion } from "./load-record.ts";

export interface CsvFile {
  readonly name: string;
  /** Piece after piece, so that a large file is never held as one text. */
  readonly content: Iterable<string>;
}

const importTypes: Readonly<Record<PropertyType, string>> = {
  string: "string",
  integer: "long",
  float: "double",
  boolean: "boolean",
  "string[]": "string[]",
  "integer[]": "long[]",
};

/** Between the items of a list. No text should hold it; one that does has it replaced. */
const itemMark = "\u001f";
const rowsPerPiece = 1_000;

/** The whole graph of a store, with the texts and annotations that `readGraph` leaves out. */
export async function readWholeGraph(store: Pick<GraphStore, "readGraph" | "storedArticles">): Promise<KnowledgeGraph> {
  const graph = await store.readGraph();
  for (const { id, text, annotation, path } of await store.storedArticles()) {
    graph.updateNodeAttributes(id, (node) => (node.kind === "Article" ? { ...node, text, annotation, path } : node));
  }
  return graph;
}

/** A file for each label and relationship type that the graph has, one for the mark of the store, and `import.sh`, which imports them. */
export function neo4jCsvFiles(graph: KnowledgeGraph): readonly CsvFile[] {
  const rows = graphRows(graph);
  const nodes = nodeSchemas.flatMap(({ label, properties, isEntity }) => {
    const table = rows.nodes.get(label);
    if (!table || table.length === 0) return [];
    const header = [...columnsOf(properties, "id:ID"), ":LABEL"];
    const labels = isEntity ? `${label}${itemMark}Entity` : label;
    const lines = mapped(table, (row) => [...row.values.map(field), String(row.rowHash), text(labels)]);
    return [{ name: `${label}.csv`, content: pieces(header, lines) }];
  });
  const relationships = relationshipSchemas.flatMap(({ type, properties }) => {
    const table = rows.relationships.get(type);
    if (!table || table.length === 0) return [];
    const header = [":START_ID", ":END_ID", ...(isBare(type) ? [] : columnsOf(properties))];
    const lines = mapped(table, (row) => [
      text(row.from),
      text(row.to),
      ...row.values.map(field),
      ...(isBare(type) ? [] : [String(row.rowHash)]),
    ]);
    return [{ name: `${type}.csv`, content: pieces(header, lines) }];
  });
  const mark = { name: "WhometStore.csv", content: [`id:ID(store),version:long,:LABEL\nwhomet,${storeVersion},WhometStore\n`] };
  const options = [
    ...[mark, ...nodes].map(({ name }) => `--nodes="$here/${name}"`),
    ...relationships.map(({ name }) => `--relationships=${name.replace(".csv", "")}="$here/${name}"`),
  ];
  return [mark, ...nodes, ...relationships, { name: "import.sh", content: [importScript(options)] }];
}

function importScript(options: readonly string[]): string {
  const format = [
    "--multiline-fields=true",
    "--array-delimiter=U+001F",
    '--quote="\\""',
    "--legacy-style-quoting=false",
    "--bad-tolerance=0",
  ];
  return `#!/bin/sh
# Fills the empty database that the first argument names (default: neo4j) with these files. Stop the database first, and start it after.
# NEO4J_ADMIN: the command to run, where neo4j-admin is not on the path.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
\${NEO4J_ADMIN:-neo4j-admin} database import full "\${1:-neo4j}" \\
  ${[...format, ...options].join(" \\\n  ")}
`;
}

function columnsOf(properties: PropertyTable, id?: string): string[] {
  const named = Object.entries(properties).map(([name, type]) => (name === "id" && id !== undefined ? id : `${name}:${importTypes[type]}`));
  return [...named, `${rowHashProperty}:long`];
}

/** Nothing for null, and quotation marks around every text, so that an empty one is a text. */
function field(value: PropertyValue): string {
  if (value === null) return "";
  if (Array.isArray(value)) return text(value.map((item) => String(item).replaceAll(itemMark, "\ufffd")).join(itemMark));
  return typeof value === "string" ? text(value) : String(value);
}

function text(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function* mapped<Row>(rows: Iterable<Row>, fieldsOf: (row: Row) => readonly string[]): Generator<string> {
  for (const row of rows) yield fieldsOf(row).join(",");
}

function* pieces(header: readonly string[], lines: Iterable<string>): Generator<string> {
  let piece = [header.join(",")];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < rowsPerPiece) continue;
    yield `${piece.join("\n")}\n`;
    piece = [];
  }
  if (piece.length > 0) yield `${piece.join("\n")}\n`;
}
