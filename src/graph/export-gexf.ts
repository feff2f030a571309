/**
 * The graph as GEXF 1.3 (https://gexf.net/1.3), with dates for Gephi's timeline: a meeting and its claims exist on the days they may
 * have happened, an article and its quotes from the day of publication, an acquaintance from the first meeting to the last. What has
 * no day is always there.
 */
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { captionOf, type FlatValue, nodeProperties, nodeValues, relationshipValues, xmlText } from "./export-values.ts";
import { nodeSchemas, type PropertyType, relationshipSchemas } from "./graph-schema.ts";

/** Lists are written as text: the format's own lists cannot hold every value. */
const gexfTypes: Readonly<Record<PropertyType, string>> = {
  string: "string",
  integer: "long",
  float: "double",
  boolean: "boolean",
  "string[]": "string",
  "integer[]": "string",
};

interface Days {
  readonly start: string | null;
  readonly end: string | null;
}

/** GEXF in the graph's own order. */
export function writeGexf(graph: KnowledgeGraph): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf version="1.3" xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz">',
    "  <meta>",
    "    <creator>Whomet</creator>",
    "  </meta>",
    '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">',
    ...declarations(
      "node",
      // The position is written in its own element.
      nodeSchemas.flatMap(({ label }) => nodeProperties(label)).filter(([name]) => !isPosition(name)),
    ),
    ...declarations(
      "edge",
      relationshipSchemas.flatMap(({ properties }) => Object.entries(properties)),
    ),
    "    <nodes>",
    ...graph.mapNodes((id, node) => writeNode(graph, id, node)),
    "    </nodes>",
    "    <edges>",
    ...graph.mapEdges((key, edge, source, target) => writeEdge(key, edge, source, target)),
    "    </edges>",
    "  </graph>",
    "</gexf>",
    "",
  ].join("\n");
}

function declarations(owner: "node" | "edge", properties: readonly (readonly [string, PropertyType])[]): string[] {
  const types = new Map([["kind", "string"], ...properties.map(([name, type]): [string, string] => [name, gexfTypes[type]])]);
  return [
    `    <attributes class="${owner}" mode="static">`,
    ...[...types].map(([name, type]) => `      <attribute id="${name}" title="${name}" type="${type}"/>`),
    "    </attributes>",
  ];
}

function writeNode(graph: KnowledgeGraph, id: string, node: GraphNode): string {
  const values = nodeValues(node);
  const position = `        <viz:position x="${values.get("x") ?? 0}" y="${values.get("y") ?? 0}" z="0"/>`;
  const told = attributeValues([...values].filter(([name]) => !isPosition(name)));
  return `      <node id="${xmlText(id)}" label="${xmlText(captionOf(node))}"${spell(daysOf(graph, node))}>\n${told}\n${position}\n      </node>`;
}

function writeEdge(key: string, edge: GraphRelationship, source: string, target: string): string {
  const ends = `source="${xmlText(source)}" target="${xmlText(target)}"`;
  const days = edge.kind === "MET" ? spell({ start: edge.first, end: edge.last }) : "";
  return `      <edge id="${xmlText(key)}" ${ends} label="${edge.kind}"${days}>\n${attributeValues(relationshipValues(edge))}\n      </edge>`;
}

function attributeValues(values: Iterable<readonly [string, FlatValue]>): string {
  const lines = [...values].map(([name, value]) => `          <attvalue for="${name}" value="${xmlText(value)}"/>`);
  return ["        <attvalues>", ...lines, "        </attvalues>"].join("\n");
}

function daysOf(graph: KnowledgeGraph, node: GraphNode): Days {
  switch (node.kind) {
    case "Meeting":
    case "Claim":
      return { start: node.from, end: node.to };
    case "Article":
      return { start: node.publishedAt, end: null };
    case "Quote": {
      const article = graph.hasNode(node.article) ? graph.getNodeAttributes(node.article) : null;
      return { start: article?.kind === "Article" ? article.publishedAt : null, end: null };
    }
    default:
      return { start: null, end: null };
  }
}

/** `start` and `end`, as far as they are known; an open side is left out. */
function spell({ start, end }: Days): string {
  const day = (name: string, value: string | null) => (value !== null && /^\d{4}-\d\d-\d\d$/u.test(value) ? ` ${name}="${value}"` : "");
  return day("start", start) + day("end", end);
}

function isPosition(name: string): boolean {
  return name === "x" || name === "y";
}
