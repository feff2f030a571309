import { beforeAll, expect, it } from "vitest";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { tables } from "./annotated-article.fixture.ts";
import { buildGraph } from "./build-graph.ts";
import { type LayoutPoint, layOut } from "./layout.ts";
import { inventArticles } from "./synthetic-articles.fixture.ts";

let graph: KnowledgeGraph;
let points: Map<string, LayoutPoint>;

function distance(a: string, b: string): number {
  const [one, other] = [points.get(a), points.get(b)];
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : Number.NaN;
}

// more than a thousand entities and meetings: the Barnes-Hut way
beforeAll(() => {
  graph = buildGraph(inventArticles(200), { tables, layout: false }).graph;
  points = layOut(graph);
});

it("gives every node a finite spot, rounded to hundredths", () => {
  expect([...points.keys()].toSorted()).toEqual(graph.nodes().toSorted());
  for (const { x, y } of points.values()) {
    for (const value of [x, y]) expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
  }
});

it("gives the same spots every time", () => {
  expect(layOut(graph)).toEqual(points);
});

it("keeps those who met closer together than those who did not", () => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const met = graph.filterEdges((_, { kind }) => kind === "MET").map((edge) => distance(graph.source(edge), graph.target(edge)));
  const people = graph.filterNodes((_, { kind }) => kind === "Person");
  const others = people.slice(1).map((person, index) => distance(people[index] ?? "", person));
  expect(mean(met)).toBeLessThan(mean(others) / 2);
});

it("puts claims beside their meetings", () => {
  for (const edge of graph.filterEdges((_, { kind }) => kind === "REPORTS")) {
    expect(distance(graph.source(edge), graph.target(edge))).toBeLessThan(20);
  }
});
