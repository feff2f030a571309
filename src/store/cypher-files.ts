/** The Cypher that ships with the package, read from the folder `cypher/` at its root. */
import { readdirSync, readFileSync } from "node:fs";

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
