/** What the viewer is measured against: the same graph in Sigma with its default settings, as its documentation shows it. */
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import type { PlainGraph } from "../bench-graph.ts";

const response = await fetch("graph.json");
const { nodes, edges } = (await response.json()) as PlainGraph;
const graph = new UndirectedGraph();
for (const node of nodes) graph.addNode(node.key, { x: node.x, y: node.y, size: node.size, label: node.label, color: "#1f5fae" });
for (const { source, target, size } of edges) graph.mergeUndirectedEdge(source, target, { size, color: "#b4bcc8" });
const container = document.getElementById("graph");
if (!container) throw new Error("no container");
const sigma = new Sigma(graph, container);
sigma.once("afterRender", () => {
  container.dataset.camera = "drawn";
});
sigma.refresh();
