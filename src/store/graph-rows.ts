/**
 * A graph as the rows that databases hold: one per node and per relationship, with values in the order and of the types that
 * the schema names, and a number by which a stored row is compared without reading it back. Rows are made one at a time, so that a
 * large graph is not held twice. Both stores share it.
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
  /** Digest of the properties that are not null, 52 bits: among a million rows that differ, two agree with a probability of 10^-4. */
  readonly rowHash: number;
}

export interface RelationshipRow {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly fromLabel: NodeLabel;
  readonly toLabel: NodeLabel;
  readonly properties: Properties;
  /** Digest of both ends and of the properties that are not null. */
  readonly rowHash: number;
}

/** What all rows of a table come to: tables with equal checksums hold the same rows, as far as the row hashes tell. */
export interface Checksum {
  readonly rows: number;
  /** Sum of the lower 26 bits of every row hash, and of the bits above them; both are exact below 2^27 rows. */
  readonly low: number;
  readonly high: number;
}

/** 2^26, which splits a row hash into two halves whose sums stay exact. */
export const checksumBase = 67_108_864;

/** The rows of one label or type, in a fixed order, each made when it is asked for; only their hashes are kept. */
export class RowTable<Row extends { readonly rowHash: number }> implements Iterable<Row> {
  readonly checksum: Checksum;
  readonly #keys: readonly string[];
  readonly #make: (key: string, rowHash: number | undefined) => Row;
  readonly #hashes: Float64Array;

  /** Makes every row once, and so throws what `make` throws. */
  constructor(keys: readonly string[], make: (key: string, rowHash: number | undefined) => Row) {
    this.#keys = keys;
    this.#make = make;
    this.#hashes = Float64Array.from(keys, (key) => make(key, undefined).rowHash);
    let [low, high] = [0, 0];
    for (const rowHash of this.#hashes) {
      low += rowHash % checksumBase;
      high += Math.floor(rowHash / checksumBase);
    }
    this.checksum = { rows: keys.length, low, high };
  }

  get length(): number {
    return this.#keys.length;
  }

  /** Throws Error for a position outside the table. */
  row(position: number): Row {
    const key = this.#keys[position];
    if (key === undefined) throw new Error(`there is no row ${position}`);
    return this.#make(key, this.#hashes[position]);
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let position = 0; position < this.length; position += 1) yield this.row(position);
  }
}

export interface GraphRows {
  /** Sorted by id. */
  readonly nodes: ReadonlyMap<NodeLabel, RowTable<NodeRow>>;
  /** Sorted by ends and key properties. */
  readonly relationships: ReadonlyMap<RelationshipType, RowTable<RelationshipRow>>;
}

/**
 * The text as every store keeps it: NUL and lone surrogates, which not every engine can hold, become U+FFFD. Each is one code
 * unit, so offsets into the text stay right.
 */
export function storableText(text: string): string {
  // Nearly every text has neither, and this look costs less than the replacement.
  return !/[\0\uD800-\uDFFF]/u.test(text) ? text : text.replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
}

/** Tells relationships of one type apart: the ends, and the values of the type's key properties. */
export function relationshipRowKey(type: RelationshipType, from: string, to: string, properties: Properties): string {
  const { key } = relationshipSchema(type);
  return key.length === 0 ? `${from}\0${to}` : [from, to, ...key.map((property) => JSON.stringify(properties[property]))].join("\0");
}

/**
 * The rows of a graph, which must not change while they are used. The order in which nodes and relationships were added does not
 * show. Throws UserError `bad-record` when two ids become one through `storableText`, and Error when the graph breaks its schema.
 */
export function graphRows(graph: KnowledgeGraph): GraphRows {
  checkIds(graph);
  const nodeKeys = new Map<NodeLabel, string[]>(nodeSchemas.map((schema) => [schema.label, []]));
  graph.forEachNode((key, { kind }) => listOf(nodeKeys, kind).push(key));
  const edgeKeys = new Map<RelationshipType, string[]>(relationshipSchemas.map((schema) => [schema.type, []]));
  graph.forEachEdge((key, { kind }) => listOf(edgeKeys, kind).push(key));
  const nodeOf = (key: string, given: number | undefined) => nodeRow(graph.getNodeAttributes(key), given);
  const relationshipOf = (key: string, given: number | undefined) => relationshipRow(graph, key, given);
  const nodes = [...nodeKeys].map(([label, keys]) => [label, new RowTable(keys.sort(compareText), nodeOf)] as const);
  const relationships = [...edgeKeys].map(([type, keys]) => {
    return [type, new RowTable(distinctKeys(graph, type, keys.sort(compareText)), relationshipOf)] as const;
  });
  return { nodes: new Map(nodes), relationships: new Map(relationships) };
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

/** Throws UserError when two ids differ only in characters that stores replace. */
function checkIds(graph: KnowledgeGraph): void {
  const mended = new Map<string, string>();
  graph.forEachNode((id) => {
    const stored = storableText(id);
    if (stored === id) return;
    if (mended.has(stored) || graph.hasNode(stored)) {
      const message = `two ids differ only in characters that no store can hold: ${stored}`;
      throw new UserError("bad-record", message, "Give the records other ids.");
    }
    mended.set(stored, id);
  });
}

/** Two roles whose titles become one through `storableText` are one; types without key properties have nothing to become equal. */
function distinctKeys(graph: KnowledgeGraph, type: RelationshipType, keys: readonly string[]): readonly string[] {
  if (relationshipSchema(type).key.length === 0) return keys;
  const seen = new Set<string>();
  return keys.filter((key) => {
    const { from, to, properties } = relationshipRow(graph, key, 0);
    const rowKey = relationshipRowKey(type, from, to, properties);
    const isNew = !seen.has(rowKey);
    seen.add(rowKey);
    return isNew;
  });
}

function nodeRow(node: GraphNode, given: number | undefined): NodeRow {
  const properties = propertiesOf(node, nodeSchema(node.kind).properties, node.id);
  return { label: node.kind, id: String(properties.id), properties, rowHash: given ?? hashOf([], properties) };
}

function relationshipRow(graph: KnowledgeGraph, key: string, given: number | undefined): RelationshipRow {
  const relationship = graph.getEdgeAttributes(key);
  const [source, target] = graph.extremities(key);
  const [fromLabel, toLabel] = [graph.getNodeAttribute(source, "kind"), graph.getNodeAttribute(target, "kind")];
  const type = relationship.kind;
  const schema = relationshipSchema(type);
  if (!schema.from.includes(fromLabel) || !schema.to.includes(toLabel)) {
    throw new Error(`the schema knows no (:${fromLabel})-[:${type}]->(:${toLabel})`);
  }
  const [from, to] = [storableText(source), storableText(target)];
  const properties = propertiesOf(relationship, schema.properties, key);
  return { type, from, to, fromLabel, toLabel, properties, rowHash: given ?? hashOf([from, to], properties) };
}

function propertiesOf(attributes: object, table: PropertyTable, owner: string): Properties {
  const given = attributes as Readonly<Record<string, unknown>>;
  const properties: Record<string, PropertyValue> = {};
  for (const name in table) {
    const type = table[name];
    const value = given[name];
    const stored = value === null || value === undefined || type === undefined ? null : propertyValue(value, type);
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

/** Absent properties are left out, so that a property added to the schema changes no row that lacks it. */
function hashOf(ends: readonly string[], properties: Properties): number {
  const told: unknown[] = [...ends];
  for (const name in properties) {
    const value = properties[name];
    if (value !== null) told.push(name, value);
  }
  return Number.parseInt(hash("sha1", JSON.stringify(told), "hex").slice(0, 13), 16);
}

function listOf<K, V>(lists: ReadonlyMap<K, V[]>, key: K): V[] {
  const list = lists.get(key);
  if (!list) throw new Error(`no such label or type: ${String(key)}`);
  return list;
}
