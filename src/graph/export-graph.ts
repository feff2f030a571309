/** The graph → files that other tools read. Internal properties and article texts stay out; equal graphs give equal files. */
import { stringify } from "csv-stringify/sync";
import { MultiDirectedGraph } from "graphology";
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { writeFtm } from "./export-ftm.ts";
import { writeGexf } from "./export-gexf.ts";
import { writeGraphml } from "./export-graphml.ts";
import { writeJsonLd } from "./export-jsonld.ts";
import { type FlatValue, nodeProperties, nodeValues, relationshipValues } from "./export-values.ts";
import { serializeGraph } from "./graph-json.ts";
import { nodeSchemas, relationshipSchemas } from "./graph-schema.ts";

export const exportFormats = ["gexf", "graphml", "json", "csv", "jsonld", "ftm"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFile {
  readonly name: string;
  readonly content: string;
}

/** The files of an export; a format of several files names each. Nodes and edges are sorted by key. */
export function writeExport(graph: KnowledgeGraph, format: ExportFormat): readonly ExportFile[] {
  const sorted = sortedCopy(graph);
  switch (format) {
    case "gexf":
      return [{ name: "graph.gexf", content: writeGexf(sorted) }];
    case "graphml":
      return [{ name: "graph.graphml", content: writeGraphml(sorted) }];
    case "json":
      return [{ name: "graph.json", content: writeJson(sorted) }];
    case "csv":
      return writeCsv(sorted);
    case "jsonld":
      return [{ name: "graph.jsonld", content: writeJsonLd(sorted) }];
    case "ftm":
      return [{ name: "graph.ftm.jsonl", content: writeFtm(sorted) }];
  }
}

function sortedCopy(graph: KnowledgeGraph): KnowledgeGraph {
  const copy = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  const { nodes, edges } = serializeGraph(graph);
  for (const { key, attributes } of nodes) copy.addNode(key, attributes);
  for (const { key, source, target, attributes } of edges) copy.addEdgeWithKey(key, source, target, attributes);
  return copy;
}

/** graphology's serialized form (https://graphology.github.io/serialization.html); lists stay lists. */
function writeJson(graph: KnowledgeGraph): string {
  const serialized = serializeGraph(graph);
  const nodes = serialized.nodes.map(({ key, attributes }) => {
    const exported = new Set(["kind", ...nodeProperties(attributes.kind).map(([name]) => name)]);
    return { key, attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => exported.has(name))) };
  });
  return `${JSON.stringify({ ...serialized, nodes }, null, 1)}\n`;
}

/** RFC 4180. A cell that a spreadsheet would run as a formula starts with an apostrophe. */
function writeTable(columns: readonly string[], rows: readonly ReadonlyMap<string, FlatValue>[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => row.get(column))),
    { header: true, columns: [...columns], record_delimiter: "windows", escape_formulas: true, cast: { boolean: String } },
  );
}

function writeCsv(graph: KnowledgeGraph): readonly ExportFile[] {
  const nodeColumns = new Set(["id", "kind", ...nodeSchemas.flatMap(({ label }) => nodeProperties(label).map(([name]) => name))]);
  const edgeColumns = new Set(["source", "target", "kind", ...relationshipSchemas.flatMap(({ properties }) => Object.keys(properties))]);
  const nodes = graph.mapNodes((_key, node) => nodeValues(node));
  const edges = graph.mapEdges(
    (_key, relationship, source, target) =>
      new Map<string, FlatValue>([["source", source], ["target", target], ...relationshipValues(relationship)]),
  );
  return [
    { name: "nodes.csv", content: writeTable([...nodeColumns], nodes) },
    { name: "relationships.csv", content: writeTable([...edgeColumns], edges) },
  ];
}
