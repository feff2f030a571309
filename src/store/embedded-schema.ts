/** The tables of the embedded store, made from the one graph schema. */
import { hash } from "node:crypto";
import type { NodeLabel } from "../domain/knowledge-graph.ts";
import { nodeSchemas, type PropertyTable, type PropertyType, type RelationshipSchema, relationshipSchemas } from "../graph/graph-schema.ts";
import { rowHashProperty } from "./graph-rows.ts";
import { storeVersion } from "./load-record.ts";

/** By the names that the engine itself gives them: an older store's columns are compared with these. */
const columnTypes: Readonly<Record<PropertyType, string>> = {
  string: "STRING",
  integer: "INT64",
  float: "DOUBLE",
  boolean: "BOOL",
  "string[]": "STRING[]",
  "integer[]": "INT64[]",
};

/** Properties such as `end`, `from` and `when` are words of the language. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** What a store remembers of its loads (load-record.ts): a table beside those of the graph. */
const loadColumns: PropertyTable = {
  id: "string",
  version: "integer",
  startedAt: "string",
  finishedAt: "string",
  articles: "integer",
  completedBy: "string",
};

interface Table {
  readonly name: string;
  readonly columns: PropertyTable;
  /** Null for a table of nodes. */
  readonly ends: readonly (readonly [NodeLabel, NodeLabel])[] | null;
}

/** A table as a store has it, with the engine's names of types. */
export interface FoundTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly ends: readonly (readonly [string, string])[];
}

/** The statements that create all tables, in order. */
export function tableStatements(): readonly string[] {
  return wantedTables().map(createStatement);
}

/**
 * The statements that turn the tables of an older store into those of today, in order; rows stay. Where a column's type changed, it
 * comes back empty, and so does the row hash: the next load writes what belongs there, all of which it makes from the articles.
 */
export function upgradeStatements(found: readonly FoundTable[]): readonly string[] {
  return wantedTables().flatMap((table) => {
    const old = found.find(({ name }) => name === table.name);
    if (!old) return [createStatement(table)];
    const drop = (name: string) => `ALTER TABLE ${table.name} DROP ${quoted(name)}`;
    const add = (name: string, type: PropertyType) => `ALTER TABLE ${table.name} ADD ${quoted(name)} ${columnTypes[type]}`;
    const retyped = Object.entries(table.columns).filter(([name, type]) => (old.columns[name] ?? columnTypes[type]) !== columnTypes[type]);
    if (retyped.length > 0 && !retyped.some(([name]) => name === rowHashProperty)) retyped.push([rowHashProperty, "integer"]);
    const missing = Object.entries(table.columns).filter(([name]) => old.columns[name] === undefined);
    const strange = Object.keys(old.columns).filter((name) => table.columns[name] === undefined);
    const newEnds = (table.ends ?? []).filter(([from, to]) => !old.ends.some(([start, stop]) => start === from && stop === to));
    return [
      ...newEnds.map(([from, to]) => `ALTER TABLE ${table.name} ADD FROM ${from} TO ${to}`),
      ...strange.map(drop),
      ...retyped.flatMap(([name, type]) => [drop(name), add(name, type)]),
      ...missing.map(([name, type]) => add(name, type)),
    ];
  });
}

/** Every pair of labels that a relationship type may join. */
export function endPairs({ from, to }: RelationshipSchema): readonly (readonly [NodeLabel, NodeLabel])[] {
  return from.flatMap((start) => to.map((end) => [start, end] as const));
}

/**
 * What a store's tables must agree with: changes whenever the tables would. It stands in the comment of the Article table,
 * which is also how a store of ours is told from other databases.
 */
export function storeMark(): string {
  return `whomet store ${storeVersion} ${hash("sha1", tableStatements().join(";"), "hex").slice(0, 12)}`;
}

/** The version in a mark of any version of Whomet, or null when it is none. */
export function markedVersion(mark: unknown): number | null {
  const version = typeof mark === "string" ? /^whomet store (\d+) /u.exec(mark)?.[1] : undefined;
  return version === undefined ? null : Number(version);
}

function wantedTables(): readonly Table[] {
  return [
    ...nodeSchemas.map(({ label, properties }): Table => ({ name: label, columns: withHash(properties), ends: null })),
    ...relationshipSchemas.map((schema): Table => ({ name: schema.type, columns: withHash(schema.properties), ends: endPairs(schema) })),
    { name: "Load", columns: loadColumns, ends: null },
  ];
}

function withHash(properties: PropertyTable): PropertyTable {
  return Object.keys(properties).length === 0 ? properties : { ...properties, [rowHashProperty]: "integer" };
}

function createStatement({ name, columns, ends }: Table): string {
  const listed = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${columnTypes[type]}`);
  if (ends === null) return `CREATE NODE TABLE ${name}(${listed.join(", ")}, PRIMARY KEY (id))`;
  return `CREATE REL TABLE ${name}(${[...ends.map(([from, to]) => `FROM ${from} TO ${to}`), ...listed].join(", ")})`;
}
