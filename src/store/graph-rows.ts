/**
 * A graph as the rows that databases hold: one per node and per relationship, with values in the order and of the types that
 * the schema names, and a number by which a stored row is compared without reading it back. Rows are made one at a time, so that a
 * large graph is not held twice. Both stores share it.
 */

import { MultiDirectedGraph } from "graphology";
import { UserError } from "../domain/errors.ts";
import type { GraphNode, GraphRelationship, KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { compareText } from "../graph/fold-name.ts";
import {
  isBare,
  nodeSchema,
  nodeSchemas,
  type PropertyTable,
  type PropertyType,
  relationshipKey,
  relationshipSchema,
  relationshipSchemas,
} from "../graph/graph-schema.ts";
import { RowHash } from "./row-hash.ts";

export type PropertyValue = null | string | number | boolean | readonly string[] | readonly number[];

/** Every property of the schema; absent ones are null. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/** The name under which stores keep `rowHash` beside the properties; it is never part of the graph. */
export const rowHashProperty = "rowHash";

export interface NodeRow {
  readonly label: NodeLabel;
  readonly id: string;
  /** A value for every property of the schema, in its order. */
  readonly values: readonly PropertyValue[];
  /** Digest of the properties that are not null, 35 bits: a row that changed keeps it with a probability of 3 in 10^11. */
  readonly rowHash: number;
}

export interface RelationshipRow {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly fromLabel: NodeLabel;
  readonly toLabel: NodeLabel;
  /** A value for every property of the schema, in its order. */
  readonly values: readonly PropertyValue[];
  /** Digest of both ends and of the properties that are not null; null for a type without properties (`isBare`), which stores none. */
  readonly rowHash: number | null;
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

/**
 * What counts as the hash of a relationship without properties, from the hashes of its ends: stores work it out as they add up, so that
 * they need not keep it. Below 2^52, and exact in numbers of 64 bits of either kind.
 */
function pairHash(from: number, to: number): number {
  return ((from % checksumBase) + 1) * ((to % checksumBase) + 1);
}

/** The same in Cypher, for what the pattern calls `a` and `b`. */
export const pairHashCypher = `(a.${rowHashProperty} % ${checksumBase} + 1) * (b.${rowHashProperty} % ${checksumBase} + 1)`;

/** How the rows of a table are made of what the graph holds. */
interface RowMaker<Source, Row> {
  /** Throws Error for a property that is not of its type. */
  row(source: Source): Row;
  hash(source: Source): number;
  /** What tells the row from the others of its table: the id of a node, the row key of a relationship. */
  identity(source: Source): string;
}

/**
 * The rows of one label or type, in a fixed order, each made when it is asked for and not kept. Whatever makes rows throws Error where
 * a property is not of its type.
 */
export class RowTable<Row, Source = unknown> implements Iterable<Row> {
  readonly length: number;
  /** What a row is made of, which tells its id or ends without making it. Throws Error for a position outside the table. */
  readonly source: (position: number) => Source;
  /** Makes what is asked for from a position. */
  readonly #at: RowMaker<number, Row>;
  #hashes: Float64Array | null = null;

  private constructor(length: number, source: (position: number) => Source, at: RowMaker<number, Row>) {
    this.length = length;
    this.source = source;
    this.#at = at;
  }

  /** `inOrder` puts the sources in order when the first of them is asked for. */
  static of<Source, Row>(length: number, inOrder: () => readonly Source[], make: RowMaker<Source, Row>): RowTable<Row, Source> {
    let sources: readonly Source[] | null = null;
    const sourceAt = (position: number): Source => {
      sources ??= inOrder();
      const source = sources[position];
      if (source === undefined) throw new Error(`there is no row ${position}`);
      return source;
    };
    return new RowTable(length, sourceAt, {
      row: (position) => make.row(sourceAt(position)),
      hash: (position) => make.hash(sourceAt(position)),
      identity: (position) => make.identity(sourceAt(position)),
    });
  }

  get checksum(): Checksum {
    let [low, high] = [0, 0];
    for (const rowHash of this.#allHashes()) {
      low += rowHash % checksumBase;
      high += Math.floor(rowHash / checksumBase);
    }
    return { rows: this.length, low, high };
  }

  /** Throws Error for a position outside the table. */
  row(position: number): Row {
    return this.#at.row(position);
  }

  /** Of every row, in order: its identity and its hash, without making the row again. */
  *identities(): Generator<readonly [identity: string, rowHash: number]> {
    const hashes = this.#allHashes();
    for (const [position, rowHash] of hashes.entries()) yield [this.#at.identity(position), rowHash];
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let position = 0; position < this.length; position += 1) yield this.row(position);
  }

  #allHashes(): Float64Array {
    this.#hashes ??= Float64Array.from({ length: this.length }, (_, position) => this.#at.hash(position));
    return this.#hashes;
  }
}

export interface GraphRows {
  /** Sorted by id. */
  readonly nodes: ReadonlyMap<NodeLabel, RowTable<NodeRow, GraphNode>>;
  /** Sorted by ends and key properties. */
  readonly relationships: ReadonlyMap<RelationshipType, RowTable<RelationshipRow, RelationshipEnds>>;
}

/**
 * The text as every store keeps it: NUL and lone surrogates, which not every engine can hold, become U+FFFD. Each is one code
 * unit, so offsets into the text stay right.
 */
export function storableText(text: string): string {
  const whole = text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, "\uFFFD");
  return whole.includes("\0") ? whole.replaceAll("\0", "\uFFFD") : whole;
}

/** Tells relationships of one type apart: the ends, and the values of the type's key properties. */
export function relationshipRowKey(type: RelationshipType, from: string, to: string, properties: Properties): string {
  const { key } = relationshipSchema(type);
  return key.length === 0 ? `${from}\0${to}` : [from, to, ...key.map((property) => JSON.stringify(properties[property]))].join("\0");
}

/** What a relationship joins; ids as stores have them. */
export interface RelationshipEnds {
  readonly from: string;
  readonly to: string;
  readonly fromLabel: NodeLabel;
  readonly toLabel: NodeLabel;
}

/** A relationship of the graph with what it takes to make its row. */
interface RelationshipSource extends RelationshipEnds {
  readonly key: string;
  readonly attributes: GraphRelationship;
}

/**
 * The rows of a graph, which must not change while they are used. The order in which nodes and relationships were added does not
 * show. Throws UserError `bad-record` when two ids become one through `storableText`, and Error for a relationship that the schema
 * does not know.
 */
export function graphRows(graph: KnowledgeGraph): GraphRows {
  const storedIds = checkIds(graph);
  const storedId = (id: string): string => storedIds.get(id) ?? id;
  const nodesOf = new Map<NodeLabel, GraphNode[]>(nodeSchemas.map((schema) => [schema.label, []]));
  graph.forEachNode((_, node) => listOf(nodesOf, node.kind).push(node));
  const sourcesOf = new Map<RelationshipType, RelationshipSource[]>(relationshipSchemas.map((schema) => [schema.type, []]));
  graph.forEachEdge((key, attributes, source, target, sourceNode, targetNode) => {
    const { kind: type } = attributes;
    const [fromLabel, toLabel] = [sourceNode.kind, targetNode.kind];
    if (!isKnown(type, fromLabel, toLabel)) throw new Error(`the schema knows no (:${fromLabel})-[:${type}]->(:${toLabel})`);
    listOf(sourcesOf, type).push({ key, from: storedId(source), to: storedId(target), fromLabel, toLabel, attributes });
  });
  const nodes = new Map(
    [...nodesOf].map(([label, found]) => [label, RowTable.of(found.length, () => found.sort(byId), nodeRows(label))] as const),
  );
  let hashes: ReadonlyMap<string, number> | null = null;
  const hashOfNode = (id: string): number => {
    hashes ??= new Map([...nodes.values()].flatMap((table) => [...table.identities()]));
    return hashes.get(id) ?? 0;
  };
  const relationships = [...sourcesOf].map(([type, found]) => {
    const make = relationshipRows(type, hashOfNode);
    // Where no two can become one, they are put in order when they are needed: a first load is under way by then.
    if (relationshipSchema(type).key.length === 0) return [type, RowTable.of(found.length, () => found.sort(byEnds), make)] as const;
    const sources = distinct(found.sort(byEnds), make.identity);
    return [type, RowTable.of(sources.length, () => sources, make)] as const;
  });
  return { nodes, relationships: new Map(relationships) };
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

/** Ids that stores hold otherwise, and how. Throws UserError when two ids differ only in characters that stores replace. */
function checkIds(graph: KnowledgeGraph): ReadonlyMap<string, string> {
  const mended = new Map<string, string>();
  const taken = new Set<string>();
  graph.forEachNode((id) => {
    const stored = storableText(id);
    if (stored === id) return;
    if (taken.has(stored) || graph.hasNode(stored)) {
      const message = `two ids differ only in characters that no store can hold: ${stored}`;
      throw new UserError("bad-record", message, "Give the records other ids.");
    }
    taken.add(stored);
    mended.set(id, stored);
  });
  return mended;
}

/** Two roles whose titles become one through `storableText` are one; types without key properties have nothing to become equal. */
function distinct(sources: readonly RelationshipSource[], identity: (source: RelationshipSource) => string): readonly RelationshipSource[] {
  const seen = new Set<string>();
  return sources.filter((source) => {
    const rowKey = identity(source);
    const isNew = !seen.has(rowKey);
    seen.add(rowKey);
    return isNew;
  });
}

function byId(a: GraphNode, b: GraphNode): number {
  return compareText(a.id, b.id);
}

/** The ends first, which many share: comparing the keys would have V8 write out each of them, for good. */
function byEnds(a: RelationshipSource, b: RelationshipSource): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.key, b.key);
}

/** A property as rows hold it. */
interface Column {
  readonly name: string;
  readonly type: PropertyType;
}

function columnsOf(table: PropertyTable): readonly Column[] {
  return Object.entries(table).map(([name, type]) => ({ name, type }));
}

const hasher = new RowHash();

function nodeRows(label: NodeLabel): RowMaker<GraphNode, NodeRow> {
  const columns = columnsOf(nodeSchema(label).properties);
  return {
    row: (node) => {
      const values = valuesOf(node, columns, node.id);
      return { label, id: storableText(node.id), values, rowHash: hashOf(columns, values) };
    },
    hash: (node) => hashOf(columns, valuesOf(node, columns, node.id)),
    identity: (node) => storableText(node.id),
  };
}

function relationshipRows(type: RelationshipType, hashOfNode: (id: string) => number): RowMaker<RelationshipSource, RelationshipRow> {
  const { properties, key: keyed } = relationshipSchema(type);
  const columns = columnsOf(properties);
  const keyColumns = columns.filter(({ name }) => keyed.includes(name));
  const bare = isBare(type);
  const told = ({ from, to }: RelationshipSource, values: readonly PropertyValue[]): number => {
    hasher.addText(from);
    hasher.addText(to);
    return hashOf(columns, values);
  };
  return {
    row: (source) => {
      const { key, from, to, fromLabel, toLabel, attributes } = source;
      const values = valuesOf(attributes, columns, key);
      return { type, from, to, fromLabel, toLabel, values, rowHash: bare ? null : told(source, values) };
    },
    hash: (source) => {
      if (bare) return pairHash(hashOfNode(source.from), hashOfNode(source.to));
      return told(source, valuesOf(source.attributes, columns, source.key));
    },
    identity: ({ key, from, to, attributes }) => {
      const values = valuesOf(attributes, keyColumns, key);
      return relationshipRowKey(type, from, to, Object.fromEntries(keyColumns.map(({ name }, index) => [name, values[index] ?? null])));
    },
  };
}

function valuesOf(attributes: object, columns: readonly Column[], owner: string): PropertyValue[] {
  const given = attributes as Readonly<Record<string, unknown>>;
  const values: PropertyValue[] = [];
  for (const { name, type } of columns) {
    const value = given[name];
    const stored = value === null || value === undefined ? null : propertyValue(value, type);
    if (stored === undefined) throw new Error(`${name} of ${owner} is no ${type}: ${String(value)}`);
    values.push(stored);
  }
  return values;
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
function hashOf(columns: readonly Column[], values: readonly PropertyValue[]): number {
  for (let index = 0; index < columns.length; index += 1) {
    const value = values[index];
    if (value === null || value === undefined) continue;
    hasher.addText(columns[index]?.name ?? "");
    if (typeof value === "object") {
      hasher.addNumber(value.length);
      for (const item of value) addValue(item);
    } else {
      addValue(value);
    }
  }
  return hasher.finish();
}

function addValue(value: string | number | boolean): void {
  if (typeof value === "string") hasher.addText(value);
  else hasher.addNumber(Number(value));
}

const schemaOfType = new Map(relationshipSchemas.map((schema) => [schema.type, schema]));

function isKnown(type: RelationshipType, from: NodeLabel, to: NodeLabel): boolean {
  const schema = schemaOfType.get(type);
  return schema?.from.includes(from) === true && schema.to.includes(to);
}

function listOf<K, V>(lists: ReadonlyMap<K, V[]>, key: K): V[] {
  const list = lists.get(key);
  if (!list) throw new Error(`no such label or type: ${String(key)}`);
  return list;
}
