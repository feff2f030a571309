/** Checks a value against the few words of JSON Schema that the API's description uses. Unknown words are an error, not a pass. */
import type { Schema } from "../../src/app/api-openapi.ts";

const known = new Set(["$ref", "type", "description", "enum", "items", "properties", "required", "additionalProperties", "anyOf"]);

/** What is wrong with the value, each with its path; empty when it fits. */
export function misfits(value: unknown, schema: Schema, schemas: Readonly<Record<string, Schema>>, path = "$"): readonly string[] {
  const unknown = Object.keys(schema).filter((word) => !known.has(word));
  if (unknown.length > 0) return [`${path}: the schema uses ${unknown.join(", ")}`];
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.replace("#/components/schemas/", "")];
    return target ? misfits(value, target, schemas, path) : [`${path}: ${schema.$ref} does not exist`];
  }
  if (schema.anyOf) {
    const tries = schema.anyOf.map((option) => misfits(value, option, schemas, path));
    return tries.some((problems) => problems.length === 0) ? [] : tries.flat();
  }
  if (schema.enum && !schema.enum.includes(value as string | null))
    return [`${path}: ${JSON.stringify(value)} is none of ${schema.enum.join(", ")}`];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isA(value, type))) return [`${path}: ${JSON.stringify(value)} is no ${types.join(" or ")}`];
  if (Array.isArray(value) && schema.items) {
    const { items } = schema;
    return value.flatMap((item, index) => misfits(item, items, schemas, `${path}[${index}]`));
  }
  return isRecord(value) ? fieldMisfits(value, schema, schemas, path) : [];
}

function fieldMisfits(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = true }: Schema,
  schemas: Readonly<Record<string, Schema>>,
  path: string,
): readonly string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}: ${name} is missing`);
  const surplus = additionalProperties ? [] : Object.keys(value).filter((name) => !(name in properties));
  const inner = Object.entries(properties).flatMap(([name, field]) =>
    name in value ? misfits(value[name], field, schemas, `${path}.${name}`) : [],
  );
  return [...missing, ...surplus.map((name) => `${path}: ${name} is not described`), ...inner];
}

function isA(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
