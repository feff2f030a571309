/** The graph as GraphML (http://graphml.graphdrawing.org), which yEd, Cytoscape, NetworkX and igraph read. */
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { captionOf, type FlatValue, nodeProperties, nodeValues, relationshipValues, xmlText } from "./export-values.ts";
import { nodeSchemas, type PropertyType, relationshipSchemas } from "./graph-schema.ts";

/** Lists are written as text. */
const graphmlTypes: Readonly<Record<PropertyType, string>> = {
  string: "string",
  integer: "long",
  float: "double",
  boolean: "boolean",
  "string[]": "string",
  "integer[]": "string",
};

function declarations(owner: "node" | "edge", properties: readonly (readonly [string, PropertyType])[]): string[] {
  const types = new Map([["kind", "string"], ...properties.map(([name, type]): [string, string] => [name, graphmlTypes[type]])]);
  if (owner === "node") types.set("label", "string");
  return [...types].map(([name, type]) => `  <key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`);
}

function data(owner: "node" | "edge", values: ReadonlyMap<string, FlatValue>): string {
  return [...values].map(([name, value]) => `\n      <data key="${owner}-${name}">${xmlText(value)}</data>`).join("");
}

/** GraphML in the graph's own order. */
export function writeGraphml(graph: KnowledgeGraph): string {
  const nodes = graph.mapNodes((key, node) => {
    const values = new Map<string, FlatValue>([...nodeValues(node), ["label", captionOf(node)]]);
    return `    <node id="${xmlText(key)}">${data("node", values)}\n    </node>`;
  });
  const edges = graph.mapEdges(
    (key, relationship, source, target) =>
      `    <edge id="${xmlText(key)}" source="${xmlText(source)}" target="${xmlText(target)}">${data("edge", relationshipValues(relationship))}\n    </edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...declarations(
      "node",
      nodeSchemas.flatMap(({ label }) => nodeProperties(label)),
    ),
    ...declarations(
      "edge",
      relationshipSchemas.flatMap(({ properties }) => Object.entries(properties)),
    ),
    '  <graph id="whomet" edgedefault="directed">',
    ...nodes,
    ...edges,
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}
