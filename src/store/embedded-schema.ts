/** The tables of the embedded store, made from the one graph schema. */
import { hash } from "node:crypto";
import type { NodeLabel } from "../domain/knowledge-graph.ts";
import { nodeSchemas, type PropertyTable, type PropertyType, type RelationshipSchema, relationshipSchemas } from "../graph/graph-schema.ts";
import { rowHashProperty } from "./graph-rows.ts";

const columnTypes: Readonly<Record<PropertyType, string>> = {
  string: "STRING",
  integer: "INT64",
  float: "DOUBLE",
  boolean: "BOOLEAN",
  "string[]": "STRING[]",
  "integer[]": "INT64[]",
};

/** Properties such as `end`, `from` and `when` are words of the language. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** The statements that create all tables, in order. */
export function tableStatements(): readonly string[] {
  return [
    ...nodeSchemas.map(({ label, properties }) => `CREATE NODE TABLE ${label}(${columns(properties)}, PRIMARY KEY (id))`),
    ...relationshipSchemas.map((schema) => {
      const ends = endPairs(schema).map(([from, to]) => `FROM ${from} TO ${to}`);
      return `CREATE REL TABLE ${schema.type}(${[...ends, columns(schema.properties)].join(", ")})`;
    }),
  ];
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
  return `whomet store 1 ${hash("sha1", tableStatements().join(";"), "hex").slice(0, 12)}`;
}

function columns(properties: PropertyTable): string {
  const listed = Object.entries({ ...properties, [rowHashProperty]: "string" as const });
  return listed.map(([name, type]) => `${quoted(name)} ${columnTypes[type]}`).join(", ");
}
