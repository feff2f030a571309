/** A graph as graphology's own JSON, which Gephi Lite and sigma read, and back again, checked against graph-schema. */
import { MultiDirectedGraph } from "graphology";
import { UserError } from "../domain/errors.ts";
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { nodeSchemas, type PropertyTable, type PropertyType, relationshipKey, relationshipSchemas } from "./graph-schema.ts";

interface SerializedNode {
  readonly key: string;
  readonly attributes: GraphNode;
}

interface SerializedEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: GraphRelationship;
}

/** graphology's serialisation: nodes and edges sorted by key, so that equal graphs give equal text. */
export interface SerializedGraph {
  readonly options: { readonly type: "directed"; readonly multi: true; readonly allowSelfLoops: true };
  readonly attributes: Readonly<Record<string, never>>;
  readonly nodes: readonly SerializedNode[];
  readonly edges: readonly SerializedEdge[];
}

/** The graph as plain JSON values. */
export function serializeGraph(graph: KnowledgeGraph): SerializedGraph {
  const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
  return {
    options: { type: "directed", multi: true, allowSelfLoops: true },
    attributes: {},
    nodes: graph.mapNodes((key, attributes) => ({ key, attributes })).toSorted(byKey),
    edges: graph.mapEdges((key, attributes, source, target) => ({ key, source, target, attributes })).toSorted(byKey),
  };
}

/** The graph as JSON text in one line. */
export function writeGraphJson(graph: KnowledgeGraph): string {
  return JSON.stringify(serializeGraph(graph));
}

/** Reads what `writeGraphJson` wrote. Throws UserError `bad-json` or `bad-record` naming the first node or edge that is wrong. */
export function readGraphJson(json: string): KnowledgeGraph {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (cause) {
    throw new UserError("bad-json", "the graph is not JSON", "Build it again.", { cause });
  }
  return parseGraph(parsed);
}

/** A graph from plain JSON values. Throws UserError `bad-record` naming the first node or edge that is wrong. */
export function parseGraph(value: unknown): KnowledgeGraph {
  if (!isRecord(value) || !Array.isArray(value.nodes) || !Array.isArray(value.edges)) {
    throw wrong("the graph has no lists of nodes and edges");
  }
  const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  value.nodes.forEach((entry: unknown, index) => {
    const node = parseNode(entry, `node ${index + 1}`);
    if (graph.hasNode(node.id)) throw wrong(`node ${index + 1}: "${node.id}" is there twice`);
    graph.addNode(node.id, node);
  });
  value.edges.forEach((entry: unknown, index) => {
    const where = `edge ${index + 1}`;
    const { source, target, relationship } = parseEdge(entry, where);
    for (const end of [source, target]) if (!graph.hasNode(end)) throw wrong(`${where}: there is no node "${end}"`);
    const schema = relationshipSchemas.find(({ type }) => type === relationship.kind);
    const [from, to] = [graph.getNodeAttribute(source, "kind"), graph.getNodeAttribute(target, "kind")];
    if (!schema?.from.includes(from) || !schema.to.includes(to))
      throw wrong(`${where}: no ${relationship.kind} leads from ${from} to ${to}`);
    const key = relationshipKey(source, target, relationship);
    if (graph.hasEdge(key)) throw wrong(`${where}: "${key}" is there twice`);
    graph.addEdgeWithKey(key, source, target, relationship);
  });
  return graph;
}

function parseNode(entry: unknown, where: string): GraphNode {
  if (!isRecord(entry) || !isRecord(entry.attributes)) throw wrong(`${where}: no attributes`);
  const { kind, id } = entry.attributes;
  const schema = nodeSchemas.find(({ label }) => label === kind);
  if (!schema) throw wrong(`${where}: unknown kind ${JSON.stringify(kind)}`);
  if (typeof id !== "string" || id === "" || id !== entry.key) throw wrong(`${where}: its key is not its id`);
  checkProperties(entry.attributes, schema.properties, schema.internal, `${where} (${id})`);
  return entry.attributes as unknown as GraphNode;
}

function parseEdge(entry: unknown, where: string): { source: string; target: string; relationship: GraphRelationship } {
  if (!isRecord(entry) || !isRecord(entry.attributes)) throw wrong(`${where}: no attributes`);
  const { source, target, attributes } = entry;
  if (typeof source !== "string" || typeof target !== "string") throw wrong(`${where}: source or target is missing`);
  const { kind } = attributes as Record<string, unknown>;
  const schema = relationshipSchemas.find(({ type }) => type === kind);
  if (!schema) throw wrong(`${where}: unknown kind ${JSON.stringify(kind)}`);
  checkProperties(attributes as Record<string, unknown>, schema.properties, [], where);
  return { source, target, relationship: attributes as unknown as GraphRelationship };
}

function checkProperties(
  attributes: Readonly<Record<string, unknown>>,
  properties: PropertyTable,
  optional: readonly string[],
  where: string,
): void {
  for (const name of Object.keys(attributes)) {
    if (name !== "kind" && properties[name] === undefined) throw wrong(`${where}: unknown property "${name}"`);
  }
  for (const [name, type] of Object.entries(properties)) {
    const value = attributes[name];
    if (value === null || (value === undefined && optional.includes(name))) continue;
    if (!hasType(value, type)) throw wrong(`${where}: property "${name}" is not of type ${type}`);
  }
}

function hasType(value: unknown, type: PropertyType): boolean {
  switch (type) {
    case "string":
      return typeof value === "string";
    case "integer":
      return Number.isSafeInteger(value);
    case "float":
      return typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return typeof value === "boolean";
    case "string[]":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "integer[]":
      return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item));
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(message: string): UserError {
  return new UserError("bad-record", message, "Build the graph again.");
}
