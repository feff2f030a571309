/**
 * A graph as the rows that databases hold: one per node and per relationship, with values in the order and of the types that
 * the schema names, and a short hash by which a stored row is compared without reading it back. Both stores share it.
 */

import { hash } from "node:crypto";
import { MultiDirectedGraph } from "graphology";
import { UserError } from "../domain/errors.ts";
import type { GraphNode, GraphRelationship, KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { compareText } from "../graph/fold-name.ts";
import {
  nodeSchema,
  nodeSchemas,
  type PropertyTable,
  type PropertyType,
  relationshipKey,
  relationshipSchema,
  relationshipSchemas,
} from "../graph/graph-schema.ts";

export type PropertyValue = null | string | number | boolean | readonly string[] | readonly number[];

/** Every property of the schema, in its order; absent ones are null. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/** The name under which stores keep `rowHash` beside the properties; it is never part of the graph. */
export const rowHashProperty = "rowHash";

export interface NodeRow {
  readonly label: NodeLabel;
  readonly id: string;
  readonly properties: Properties;
  /** Digest of the properties. */
  readonly rowHash: string;
}

export interface RelationshipRow {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly fromLabel: NodeLabel;
  readonly toLabel: NodeLabel;
  /** Tells it apart from all other relationships of its type. */
  readonly key: string;
  readonly properties: Properties;
  readonly rowHash: string;
}

export interface GraphRows {
  /** Sorted by id. */
  readonly nodes: ReadonlyMap<NodeLabel, readonly NodeRow[]>;
  /** Sorted by key. */
  readonly relationships: ReadonlyMap<RelationshipType, readonly RelationshipRow[]>;
}

/**
 * The text as every store keeps it: NUL and lone surrogates, which not every engine can hold, become U+FFFD. Each is one code
 * unit, so offsets into the text stay right.
 */
export function storableText(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
}

/** Tells relationships of one type apart: the ends, and the values of the type's key properties. */
export function relationshipRowKey(type: RelationshipType, from: string, to: string, properties: Properties): string {
  const { key } = relationshipSchema(type);
  return key.length === 0 ? `${from}\0${to}` : [from, to, ...key.map((property) => JSON.stringify(properties[property]))].join("\0");
}

/**
 * The rows of a graph. The order in which nodes and relationships were added does not show. Throws UserError `bad-record` when
 * two ids become one through `storableText`, and Error when the graph breaks its schema.
 */
export function graphRows(graph: KnowledgeGraph): GraphRows {
  const nodes = new Map<NodeLabel, NodeRow[]>(nodeSchemas.map((schema) => [schema.label, []]));
  const idOf = new Map<string, string>();
  const taken = new Set<string>();
  graph.forEachNode((key, attributes) => {
    const row = nodeRow(attributes);
    if (taken.has(row.id)) {
      throw new UserError(
        "bad-record",
        `two ids differ only in characters that no store can hold: ${row.id}`,
        "Give the records other ids.",
      );
    }
    taken.add(row.id);
    idOf.set(key, row.id);
    listOf(nodes, row.label).push(row);
  });
  const relationships = new Map<RelationshipType, RelationshipRow[]>(relationshipSchemas.map((schema) => [schema.type, []]));
  graph.forEachEdge((_key, attributes, source, target, sourceAttributes, targetAttributes) => {
    const row = relationshipRow(attributes, {
      from: idOf.get(source) ?? source,
      to: idOf.get(target) ?? target,
      fromLabel: sourceAttributes.kind,
      toLabel: targetAttributes.kind,
    });
    const rowKey = `${row.type}\0${row.key}`;
    // Two roles whose titles became one through `storableText` are one.
    if (!taken.has(rowKey)) listOf(relationships, row.type).push(row);
    taken.add(rowKey);
  });
  for (const rows of nodes.values()) rows.sort((a, b) => compareText(a.id, b.id));
  for (const rows of relationships.values()) rows.sort((a, b) => compareText(a.key, b.key));
  return { nodes, relationships };
}

/** A graph from rows that a store gave back: sorted, without internal properties and article texts. */
export function graphFromRows(
  nodes: ReadonlyMap<NodeLabel, readonly Properties[]>,
  relationships: ReadonlyMap<RelationshipType, readonly { readonly from: string; readonly to: string; readonly properties: Properties }[]>,
): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  for (const { label } of nodeSchemas) {
    const rows = (nodes.get(label) ?? []).map((properties) => ({ id: String(properties.id), properties }));
    for (const { id, properties } of rows.sort((a, b) => compareText(a.id, b.id))) {
      const hidden = label === "Article" ? { text: "", annotation: "", path: null } : {};
      // Every property comes from the schema that the node types are written after.
      graph.addNode(id, { kind: label, ...properties, ...hidden } as unknown as GraphNode);
    }
  }
  for (const { type } of relationshipSchemas) {
    const rows = (relationships.get(type) ?? []).map((row) => ({
      ...row,
      key: relationshipRowKey(type, row.from, row.to, row.properties),
    }));
    for (const { from, to, properties } of rows.sort((a, b) => compareText(a.key, b.key))) {
      const relationship = { kind: type, ...properties } as unknown as GraphRelationship;
      graph.addDirectedEdgeWithKey(relationshipKey(from, to, relationship), from, to, relationship);
    }
  }
  return graph;
}

function nodeRow(node: GraphNode): NodeRow {
  const { properties: table } = nodeSchema(node.kind);
  const properties = propertiesOf(node, table, node.id);
  return { label: node.kind, id: String(properties.id), properties, rowHash: rowHash(properties) };
}

function relationshipRow(
  relationship: GraphRelationship,
  ends: Pick<RelationshipRow, "from" | "to" | "fromLabel" | "toLabel">,
): RelationshipRow {
  const type = relationship.kind;
  const schema = relationshipSchema(type);
  if (!schema.from.includes(ends.fromLabel) || !schema.to.includes(ends.toLabel)) {
    throw new Error(`the schema knows no (:${ends.fromLabel})-[:${type}]->(:${ends.toLabel})`);
  }
  const properties = propertiesOf(relationship, schema.properties, `${ends.from} ${type} ${ends.to}`);
  return { type, ...ends, key: relationshipRowKey(type, ends.from, ends.to, properties), properties, rowHash: rowHash(properties) };
}

function propertiesOf(attributes: object, table: PropertyTable, owner: string): Properties {
  const given = new Map<string, unknown>(Object.entries(attributes));
  const properties: Record<string, PropertyValue> = {};
  for (const [name, type] of Object.entries(table)) {
    const value = given.get(name);
    const stored = value === null || value === undefined ? null : propertyValue(value, type);
    if (stored === undefined) throw new Error(`${name} of ${owner} is no ${type}: ${String(value)}`);
    properties[name] = stored;
  }
  return properties;
}

/** The value as stores keep it, or undefined when it is not of the type. */
function propertyValue(value: unknown, type: PropertyType): PropertyValue | undefined {
  switch (type) {
    case "string":
      return typeof value === "string" ? storableText(value) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "integer":
      return isInteger(value) ? value : undefined;
    case "float":
      // Adding 0 turns -0 into 0: JSON and some engines do not keep the sign.
      return typeof value === "number" && Number.isFinite(value) ? value + 0 : undefined;
    case "string[]":
      return Array.isArray(value) && value.every((item) => typeof item === "string") ? value.map(storableText) : undefined;
    case "integer[]":
      return Array.isArray(value) && value.every(isInteger) ? value : undefined;
  }
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** 96 bits: among a billion rows that differ, two would agree with a probability of about 10^-11. */
function rowHash(properties: Properties): string {
  return hash("sha1", JSON.stringify(Object.values(properties)), "base64url").slice(0, 16);
}

function listOf<K, V>(lists: ReadonlyMap<K, V[]>, key: K): V[] {
  const list = lists.get(key);
  if (!list) throw new Error(`no such label or type: ${String(key)}`);
  return list;
}
