/** Values of the embedded engine ⇄ JSON. */
import type { LbugValue } from "@ladybugdb/core";
import { UserError } from "../domain/errors.ts";
import type { QueryValue } from "./graph-store.ts";
import { nodeValue, numberValue, pathValue, relationshipValue } from "./query-value.ts";

/** Reads rows of a result with these columns. */
export function rowReader(
  columns: readonly string[],
  types: readonly string[],
): (row: Record<string, LbugValue>) => Readonly<Record<string, QueryValue>> {
  return (row) => Object.fromEntries(columns.map((column, index) => [column, columnValue(row[column] ?? null, types[index] ?? "")]));
}

/** A parameter as the engine takes it. Throws UserError `bad-query` for what it would misread. */
export function engineParameter(name: string, value: QueryValue): LbugValue {
  if (Array.isArray(value)) {
    // It cannot tell the type of an empty list, and reads whole and broken numbers in a list of maps as if they were alike.
    if (value.length === 0) throw unfit(name, "an empty list");
    if (value.some((item) => typeof item === "object")) throw unfit(name, "a list of anything but texts and numbers");
    return [...value];
  }
  if (typeof value === "object" && value !== null) throw unfit(name, "a map");
  return value as LbugValue;
}

function unfit(name: string, what: string): UserError {
  return new UserError("bad-query", `$${name} is ${what}, which the embedded engine cannot take as a parameter`);
}

/** Days have no time of day; in lists and maps, where the type is not known, every date is told as a moment. */
function columnValue(value: LbugValue, type: string): QueryValue {
  if (value instanceof Date && type === "DATE") return value.toISOString().slice(0, 10);
  if (typeof value === "number" && type === "INTERVAL") return `PT${value / 1000}S`;
  return jsonValue(value);
}

function jsonValue(value: LbugValue): QueryValue {
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "string") return value ?? null;
  if (typeof value === "number") return numberValue(value);
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(jsonValue);
  const entries: [string, LbugValue][] =
    value instanceof Map ? [...value].map(([key, item]) => [String(key), item]) : Object.entries(value);
  const fields = new Map(entries);
  const [label, nodes, relationships] = [fields.get("_label"), fields.get("_nodes"), fields.get("_rels")];
  if (Array.isArray(nodes) && Array.isArray(relationships)) return pathValue(nodes.map(jsonValue), relationships.map(jsonValue));
  if (typeof label === "string" && fields.has("_id")) {
    const own = new Map(entries.filter(([name]) => !name.startsWith("_")).map(([name, item]) => [name, jsonValue(item)]));
    return fields.has("_src") ? relationshipValue(label, own) : nodeValue(label, own);
  }
  return Object.fromEntries(entries.map(([name, item]) => [name, jsonValue(item)]));
}
