/** The Cypher that ships with the package, read from the folder `cypher/` at its root. */
import { readdirSync, readFileSync } from "node:fs";
import type { NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";

/** Two levels up, from the sources and from what they compile to alike. */
const folder = new URL("../../cypher/", import.meta.url);

/** The text of a file, named from `cypher/`: `questions/who-met-whom.cypher`. */
export function readCypher(path: string): string {
  return readFileSync(new URL(path, folder), "utf8");
}

/** The names of the files in a folder of `cypher/`, sorted. */
export function listCypher(path: string): readonly string[] {
  return readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith(".cypher"))
    .sort();
}

/** The statement that writes the rows of a label or a relationship type: `HAS_ROLE` → `load/has-role.cypher`. */
export function loadStatement(of: NodeLabel | RelationshipType): string {
  return readCypher(`load/${of.toLowerCase().replaceAll("_", "-")}.cypher`);
}

/** The statements that make constraints and indexes, in order. */
export function schemaStatements(): readonly string[] {
  return readCypher("schema.cypher")
    .replace(/^\/\/.*$/gmu, "")
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}
