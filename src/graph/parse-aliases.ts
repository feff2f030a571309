/**
 * A user's own names for people, organisations and places: tab-separated with a header line, or JSON Lines. A line that cannot be read
 * is reported with its number; the others count.
 */
import type { EntityType } from "../domain/mention.ts";
import { tidyName } from "./fold-name.ts";

export interface Alias {
  readonly type: EntityType;
  readonly name: string;
  /** Another name; null when the line only gives an identifier. */
  readonly alias: string | null;
  /** Identifier on Wikidata ("Q42"). */
  readonly identifier: string | null;
}

export interface ParsedAliases {
  readonly aliases: readonly Alias[];
  /** Lines are counted from 1. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

const columns = ["name", "alias", "type", "identifier"] as const;
type Cells = Readonly<Partial<Record<(typeof columns)[number], unknown>>>;

const types: Readonly<Record<string, EntityType>> = {
  person: "PERSON",
  organization: "ORGANIZATION",
  organisation: "ORGANIZATION",
  place: "PLACE",
};

/** Reads the content of an alias file. The first line decides: one that opens a brace is JSON Lines, any other the header of a table. */
export function parseAliases(content: string): ParsedAliases {
  const lines = content.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  const first = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  if (first < 0) return { aliases: [], problems: [] };
  const header = lines[first] ?? "";
  if (header.trimStart().startsWith("{")) return collect(lines, first, readJson);
  const names = header.split("\t").map((cell) => cell.trim().toLowerCase());
  if (!names.includes("name") || !names.includes("type")) {
    const reason = "the first line must name the columns: name, alias, type, identifier, with tabs between them";
    return { aliases: [], problems: [{ line: first + 1, reason }] };
  }
  return collect(lines, first + 1, (line) => {
    const cells = line.split("\t");
    return cells.length > names.length
      ? `there are ${cells.length} cells under ${names.length} columns`
      : Object.fromEntries(names.map((name, index) => [name, cells[index]]));
  });
}

function collect(lines: readonly string[], from: number, read: (line: string) => Cells | string): ParsedAliases {
  const aliases: Alias[] = [];
  const problems: { line: number; reason: string }[] = [];
  lines.slice(from).forEach((text, index) => {
    if (text.trim() === "" || text.startsWith("#")) return;
    const cells = read(text);
    const alias = typeof cells === "string" ? cells : check(cells);
    if (typeof alias === "string") problems.push({ line: from + index + 1, reason: alias });
    else aliases.push(alias);
  });
  return { aliases, problems };
}

function readJson(line: string): Cells | string {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : "this line is not a JSON object";
  } catch {
    return "this line is not JSON";
  }
}

/** The alias, or what is wrong with it. */
function check(cells: Cells): Alias | string {
  for (const column of columns) {
    const value = cells[column];
    if (value !== undefined && value !== null && typeof value !== "string") return `"${column}" must be a text`;
  }
  const textOf = (column: (typeof columns)[number]): string => tidyName(String(cells[column] ?? ""));
  const type = types[textOf("type").toLowerCase()];
  const identifier = textOf("identifier");
  if (textOf("name") === "") return "the name is missing";
  if (type === undefined) return `the type must be person, organization or place, not "${textOf("type")}"`;
  if (identifier !== "" && !/^Q[1-9]\d*$/u.test(identifier)) return `"${identifier}" is no identifier of Wikidata (Q and a number)`;
  if (textOf("alias") === "" && identifier === "") return "the line gives neither an alias nor an identifier";
  return { type, name: textOf("name"), alias: textOf("alias") || null, identifier: identifier || null };
}
