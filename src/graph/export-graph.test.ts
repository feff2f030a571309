import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { describe, expect, it } from "vitest";
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { exportFormats, writeExport } from "./export-graph.ts";
import { relationshipKey } from "./graph-schema.ts";

const secret = "/home/someone/secret.txt";
const nodes: readonly GraphNode[] = [
  {
    kind: "Person",
    id: "person:ines-marlow",
    name: 'Ines "I" Marlow',
    aliases: ["Marlow", "=HYPERLINK(1)"],
    keys: ["ines marlow", "marlow"],
    wikidata: null,
    mentions: 2,
    articles: 1,
    x: -1.5,
    y: 2,
  },
  {
    kind: "Article",
    id: "a-1",
    title: '=2+3, <b>& "so"\u0007',
    publishedAt: null,
    url: null,
    file: "@a.txt",
    text: "The whole text.",
    annotation: '{"secret":true}',
    path: secret,
    x: 0,
    y: -7,
  },
];
const mentions: GraphRelationship = { kind: "MENTIONS", count: 2, starts: [0, 9], ends: [6, 15], texts: ["Marlow", "-Marlow\r\n"] };

function makeGraph(order: readonly GraphNode[]): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  for (const node of order) graph.addNode(node.id, node);
  graph.addEdgeWithKey(relationshipKey("a-1", "person:ines-marlow", mentions), "a-1", "person:ines-marlow", mentions);
  return graph;
}

function exported(format: (typeof exportFormats)[number], graph = makeGraph(nodes)): string[] {
  return writeExport(graph, format).map(({ content }) => content);
}

describe("every format", () => {
  it.each(exportFormats)("%s is the same for the same graph, in whatever order it was built", (format) => {
    expect(exported(format, makeGraph(nodes.toReversed()))).toEqual(exported(format));
  });

  it.each(exportFormats)("%s leaves out texts and what the schema calls internal", (format) => {
    const all = exported(format).join("");
    expect(all).not.toContain(secret);
    expect(all).not.toContain("The whole text.");
    expect(all).not.toContain("secret");
    expect(all).toContain("person:ines-marlow");
  });
});

describe("XML formats", () => {
  const parsers = {
    gexf: (text: string) => gexf.parse(MultiDirectedGraph, text),
    graphml: (text: string) => graphml.parse(MultiDirectedGraph, text),
  };
  it.each(["gexf", "graphml"] as const)("%s is read back by graphology's parser with every value", (format) => {
    const [text = ""] = exported(format);
    const graph = parsers[format](text);
    expect([graph.order, graph.size]).toEqual([2, 1]);
    expect(graph.getNodeAttributes("person:ines-marlow")).toMatchObject({
      kind: "Person",
      name: 'Ines "I" Marlow',
      label: 'Ines "I" Marlow',
      aliases: "Marlow | =HYPERLINK(1)",
      mentions: 2,
      x: -1.5,
    });
    expect(graph.getNodeAttributes("a-1")).toMatchObject({ title: '=2+3, <b>& "so"\ufffd', file: "@a.txt" });
    const [edge = ""] = graph.edges();
    expect(graph.extremities(edge)).toEqual(["a-1", "person:ines-marlow"]);
    expect(graph.getEdgeAttributes(edge)).toMatchObject({ kind: "MENTIONS", count: 2, starts: "0 | 9" });
  });
});

describe("JSON", () => {
  it("is graphology's own and keeps lists", () => {
    const [text = ""] = exported("json");
    const graph = MultiDirectedGraph.from(JSON.parse(text));
    expect(graph.getNodeAttribute("person:ines-marlow", "aliases")).toEqual(["Marlow", "=HYPERLINK(1)"]);
    expect(graph.mapEdges((_, attributes) => attributes)).toEqual([mentions]);
  });
});

describe("CSV", () => {
  it("has a row per node and per relationship, and no cell that a spreadsheet would run", () => {
    const [nodeTable = "", edgeTable = ""] = exported("csv");
    const rows = nodeTable.split("\r\n");
    expect(rows[0]?.split(",").slice(0, 3)).toEqual(["id", "kind", "title"]);
    expect(rows[1]).toContain('a-1,Article,"\'=2+3, <b>& ""so""\u0007"');
    expect(rows[1]).toContain(",'@a.txt,");
    expect(rows[2]).toContain('"Ines ""I"" Marlow",Marlow | =HYPERLINK(1)');
    // Numbers stay numbers, also below zero.
    expect(rows[2]).toContain(",-1.5,2");
    expect(edgeTable.split("\r\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^source,target,kind,count,starts,ends,texts,/u),
      expect.stringMatching(/^a-1,person:ines-marlow,MENTIONS,2,0 \| 9,6 \| 15,"Marlow \| -Marlow/u),
    ]);
  });
});
