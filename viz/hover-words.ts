/** What lies under the pointer, in words. */
import type { Attention } from "./graph-view.ts";
import { meetingOf, type Network, nameOf } from "./network.ts";
import { count, intervalWords, joined, modalityWords, typeWords } from "./words.ts";

/** One line about a node or a line of the graph. */
export function hoverWords(network: Network, hovered: NonNullable<Attention>): string {
  if ("node" in hovered) return nodeWords(network, hovered.node);
  const edge = network.getEdgeAttributes(hovered.edge);
  const [from, to] = network.extremities(hovered.edge).map((id) => nameOf(network.getNodeAttributes(id)));
  const meeting = meetingOf(network, hovered.edge);
  if (edge.kind === "role") return joined(from, `${edge.former ? "former " : ""}${edge.title}`, to);
  if (edge.kind === "statement") return joined(`${from} about ${to}`, count(edge.quotes.length, "quote"));
  return meeting === null ? "" : nodeWords(network, meeting);
}

function nodeWords(network: Network, id: string): string {
  const node = network.getNodeAttributes(id);
  if (node.kind === "entity") return joined(node.name, typeWords[node.type].one, count(node.articles, "article"));
  const when = intervalWords(node.from, node.to, node.precision);
  return joined(node.title, modalityWords[node.modality].label, when, count(node.independentSources, "independent source"));
}
