import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { GraphNode, GraphRelationship, KnowledgeGraph, OutletNode } from "../domain/knowledge-graph.ts";
import { fixtureGraph, relate, reversed } from "./graph-fixture.contract.ts";
import { graphRows, storableText } from "./graph-rows.ts";

const outlet = (id: string, name = "Paper"): OutletNode => ({ kind: "Outlet", id, name, x: 0, y: 0 });

function graphOf(...nodes: GraphNode[]): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  for (const node of nodes) graph.addNode(node.id, node);
  return graph;
}

function hashOf(node: GraphNode): number | undefined {
  return graphRows(graphOf(node)).nodes.get(node.kind)?.row(0).rowHash;
}

function allRows(graph: KnowledgeGraph): unknown {
  const { nodes, relationships } = graphRows(graph);
  return [...nodes, ...relationships].map(([name, rows]) => [name, rows.checksum, [...rows]]);
}

describe("graph rows", () => {
  it("do not show the order in which the graph was put together", () => {
    expect(allRows(reversed(fixtureGraph()))).toEqual(allRows(fixtureGraph()));
  });

  it("have every property of the schema in its order, null where the node has none", () => {
    const { x: _, ...without } = outlet("outlet:a");
    const [row] = [...(graphRows(graphOf(without as GraphNode)).nodes.get("Outlet") ?? [])];
    expect(row?.values).toEqual(["outlet:a", "Paper", null, 0]);
  });

  it.each<[string, GraphNode, boolean]>([
    ["the same node", outlet("outlet:a"), true],
    ["a node with its properties in another order", { y: 0, x: 0, name: "Paper", id: "outlet:a", kind: "Outlet" }, true],
    ["minus zero for zero", { ...outlet("outlet:a"), x: -0 }, true],
    ["a property that the schema names and the node lacks", { kind: "Outlet", id: "outlet:a", name: "Paper", x: 0, y: 0 }, true],
    ["another name", outlet("outlet:a", "Papers"), false],
    ["an empty name", outlet("outlet:a", ""), false],
  ])("hash %s as they should", (_, node, same) => {
    expect(hashOf(node) === hashOf(outlet("outlet:a"))).toBe(same);
  });

  it("refuse two ids that no store could tell apart", () => {
    expect(() => graphRows(graphOf(outlet("outlet:\0"), outlet("outlet:\uFFFD")))).toThrow("two ids differ only in characters");
  });

  it.each<[string, GraphNode]>([
    ["a number that is none", { ...outlet("outlet:a"), x: Number.NaN }],
    ["a text where a number belongs", { ...outlet("outlet:a"), x: "1" as unknown as number }],
    ["a number where a text belongs", { ...outlet("outlet:a"), name: 1 as unknown as string }],
  ])("throw for %s", (_, node) => {
    expect(() => [...(graphRows(graphOf(node)).nodes.get("Outlet") ?? [])]).toThrow(/of outlet:a is no/u);
  });

  it("throw for a relationship that the schema does not know", () => {
    const graph = graphOf(outlet("outlet:a"), outlet("outlet:b"));
    relate(graph, "outlet:a", "outlet:b", { kind: "REPORTS" });
    expect(() => graphRows(graph)).toThrow("(:Outlet)-[:REPORTS]->(:Outlet)");
  });
});

describe("storableText", () => {
  it.each([
    ["plain", "plain"],
    ["a\0b", "a\uFFFDb"],
    ["\uD800x", "\uFFFDx"],
    ["x\uDC00", "x\uFFFD"],
    ["\uDC00\uD800", "\uFFFD\uFFFD"],
    ["😀", "😀"],
    ["\u202E\uFEFF\n", "\u202E\uFEFF\n"],
  ])("turns %j into %j, of the same length", (text, stored) => {
    expect(storableText(text)).toBe(stored);
    expect(stored).toHaveLength(text.length);
  });
});
