/** Values of the Neo4j driver ⇄ JSON. */
import neo4j from "neo4j-driver";
import type { QueryParameters, QueryValue } from "./graph-store.ts";
import { nodeValue, numberValue, pathValue, relationshipValue } from "./query-value.ts";

/** The driver sends every number as a float unless told otherwise; whole ones are meant as integers here. */
export function driverParameters(parameters: QueryParameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, driverValue(value)]));
}

/** What a record holds, as JSON. Temporal values become ISO strings, bytes become base64. */
export function jsonValue(value: unknown): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return numberValue(value);
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint" || neo4j.isInt(value)) return Number(value);
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value !== "object") return String(value);
  if (neo4j.isNode(value)) return nodeValue(value.labels.find((label) => label !== "Entity") ?? "Entity", valuesOf(value.properties));
  if (neo4j.isRelationship(value)) return relationshipValue(value.type, valuesOf(value.properties));
  if (neo4j.isPath(value)) {
    const ends = [value.start, ...value.segments.map((segment) => segment.end)];
    return pathValue(
      ends.map(jsonValue),
      value.segments.map((segment) => jsonValue(segment.relationship)),
    );
  }
  if (isTemporal(value)) return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonValue(item)]));
}

function isTemporal(value: object): boolean {
  return [neo4j.isDate, neo4j.isDateTime, neo4j.isLocalDateTime, neo4j.isTime, neo4j.isLocalTime, neo4j.isDuration].some((is) => is(value));
}

function valuesOf(properties: Record<string, unknown>): ReadonlyMap<string, QueryValue> {
  return new Map(Object.entries(properties).map(([name, value]) => [name, jsonValue(value)]));
}

function driverValue(value: QueryValue): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(driverValue);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, driverValue(item)]));
  return value;
}
