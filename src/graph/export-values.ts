/** What exports tell of a node or relationship: its schema's properties without the internal ones, as flat values. */
import type { GraphNode, GraphRelationship } from "../domain/knowledge-graph.ts";
import { nodeSchema, type PropertyType, relationshipSchema } from "./graph-schema.ts";

export type FlatValue = string | number | boolean;

/** Between the items of a list, in formats that know no lists. */
const listMark = " | ";
/** Characters that XML 1.0 cannot hold, escaped or not. */
const forbiddenInXml = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Properties that are exported, with their types: no internal ones, and no article texts. */
export function nodeProperties(kind: GraphNode["kind"]): [string, PropertyType][] {
  const { properties, internal } = nodeSchema(kind);
  return Object.entries(properties).filter(([name]) => !internal.includes(name) && !(kind === "Article" && name === "text"));
}

/** A node's exported values; null ones are left out, lists are joined. */
export function nodeValues(node: GraphNode): Map<string, FlatValue> {
  return new Map([
    ["kind", node.kind],
    ...flatten(
      node,
      nodeProperties(node.kind).map(([name]) => name),
    ),
  ]);
}

/** A relationship's exported values; null ones are left out, lists are joined. */
export function relationshipValues(relationship: GraphRelationship): Map<string, FlatValue> {
  return new Map([["kind", relationship.kind], ...flatten(relationship, Object.keys(relationshipSchema(relationship.kind).properties))]);
}

/** What a reader would call the node. */
export function captionOf(node: GraphNode): string {
  return String(nodeValues(node).get(nodeSchema(node.kind).caption) ?? node.id);
}

function flatten(values: object, names: readonly string[]): [string, FlatValue][] {
  const given: Readonly<Record<string, unknown>> = { ...values };
  return names.flatMap((name): [string, FlatValue][] => {
    const value = given[name];
    if (value === null || value === undefined) return [];
    if (typeof value === "number" || typeof value === "boolean") return [[name, value]];
    return [[name, Array.isArray(value) ? value.join(listMark) : String(value)]];
  });
}

/** The value as XML can hold it: other characters become U+FFFD. */
export function forXml(value: FlatValue): FlatValue {
  return typeof value === "string" ? value.replace(forbiddenInXml, "\ufffd") : value;
}

/** The value as it may stand in XML, within a text or an attribute. */
export function xmlText(value: FlatValue): string {
  return (
    String(forXml(value))
      .replace(/&/gu, "&amp;")
      .replace(/</gu, "&lt;")
      .replace(/>/gu, "&gt;")
      .replace(/"/gu, "&quot;")
      // Parsers turn line breaks in attributes into spaces, and a bare carriage return into a line feed anywhere.
      .replace(/[\r\n\t]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}

/** The text without lone surrogates and NUL, which UTF-8 and many readers of JSON cannot hold: each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
}
