/** The graph → files that other tools read. Internal properties and article texts stay out. */
import gexf from "graphology-gexf";
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { nodeSchema, nodeSchemas, relationshipSchemas } from "./graph-schema.ts";

export const exportFormats = ["gexf", "json", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

interface ExportFile {
  readonly name: string;
  readonly content: string;
}

type Cell = string | number | boolean | readonly (string | number)[] | null;

/** The files of an export; a format of several files names each. Deterministic: nodes and edges sorted by key. */
export function writeExport(graph: KnowledgeGraph, format: ExportFormat): readonly ExportFile[] {
  if (format === "gexf") return [{ name: "graph.gexf", content: writeGexf(graph) }];
  if (format === "json") return [{ name: "graph.json", content: `${JSON.stringify(publicGraph(graph), null, 1)}\n` }];
  return writeCsv(graph);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function publicNode(node: GraphNode): Record<string, Cell> {
  const { internal } = nodeSchema(node.kind);
  const kept: Record<string, Cell> = {};
  for (const [name, value] of Object.entries(node) as [string, Cell][]) {
    if (internal.includes(name) || (node.kind === "Article" && name === "text")) continue;
    kept[name] = value;
  }
  return kept;
}

/** graphology's serialized form (https://graphology.github.io/serialization.html), keys sorted. */
function publicGraph(graph: KnowledgeGraph): object {
  return {
    options: { type: "directed", multi: true, allowSelfLoops: true },
    attributes: {},
    nodes: graph
      .nodes()
      .sort(byText)
      .map((key) => ({ key, attributes: publicNode(graph.getNodeAttributes(key)) })),
    edges: graph
      .edges()
      .sort(byText)
      .map((key) => ({ key, source: graph.source(key), target: graph.target(key), attributes: graph.getEdgeAttributes(key) })),
  };
}

/** Characters that XML 1.0 cannot hold. */
const forbiddenInXml = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function flat(value: Cell): string | number | boolean {
  if (value === null) return "";
  if (typeof value === "string") return value.replace(forbiddenInXml, "\ufffd");
  if (typeof value !== "object") return value;
  return value.map(String).join(" | ").replace(forbiddenInXml, "\ufffd");
}

function caption(node: GraphNode): string {
  const value = (publicNode(node)[nodeSchema(node.kind).caption] ?? node.id) as Cell;
  return String(flat(value));
}

function flatAll(values: Record<string, Cell>): Record<string, string | number | boolean> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, flat(value)]));
}

function writeGexf(graph: KnowledgeGraph): string {
  return gexf.write(graph, {
    formatNode: (_key, node: GraphNode) => {
      const { x, y, ...attributes } = flatAll(publicNode(node));
      return { label: caption(node), attributes, viz: { x: Number(x), y: Number(y) } };
    },
    formatEdge: (_key, edge: GraphRelationship) => ({ label: edge.kind, attributes: flatAll({ ...edge } as Record<string, Cell>) }),
  });
}

/** Quoted as RFC 4180 asks; a cell that a spreadsheet would run as a formula gets an apostrophe. */
function csvCell(value: Cell | undefined): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? value.map(String).join(" | ") : String(value);
  const safe = typeof value !== "number" && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}

function writeCsv(graph: KnowledgeGraph): readonly ExportFile[] {
  const internal = new Set(nodeSchemas.flatMap((schema) => schema.internal));
  const nodeColumns = ["id", "kind", ...new Set(nodeSchemas.flatMap((schema) => Object.keys(schema.properties)))].filter(
    (name, index, all) => all.indexOf(name) === index && !internal.has(name),
  );
  const edgeColumns = ["source", "target", "kind", ...new Set(relationshipSchemas.flatMap((schema) => Object.keys(schema.properties)))];
  const lines = (columns: readonly string[], rows: readonly Record<string, Cell>[]): string =>
    `${[columns, ...rows.map((row) => columns.map((column) => csvCell(row[column])))].map((cells) => cells.join(",")).join("\r\n")}\r\n`;
  const nodes = graph
    .nodes()
    .sort(byText)
    .map((key) => publicNode(graph.getNodeAttributes(key)));
  const edges = graph
    .edges()
    .sort(byText)
    .map(
      (key): Record<string, Cell> => ({
        ...(graph.getEdgeAttributes(key) as Record<string, Cell>),
        source: graph.source(key),
        target: graph.target(key),
      }),
    );
  return [
    { name: "nodes.csv", content: lines(nodeColumns, nodes) },
    { name: "relationships.csv", content: lines(edgeColumns, edges) },
  ];
}
