/**
 * Groups of names that have more to do with each other than with the rest: the Louvain method (Blondel et al. 2008) over who met whom,
 * who serves whom and who speaks about whom. The same graph gives the same groups: nodes are visited in order of id, never at random.
 */
import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { compareText } from "./fold-name.ts";

// A CommonJS function whose types claim a default export.
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** How much one relation of each kind says that two belong together; a meeting counts with its independent sources. */
const weights = { meeting: 2, role: 1.5, statement: 0.5 } as const;
/** A crowded meeting says little about any two of its participants. */
const crowd = 12;

/** Entity id → number of its group, 0 for the largest. A group has at least two members; who has nobody is in none. */
export function findCommunities(graph: KnowledgeGraph): ReadonlyMap<string, number> {
  const ties = tiesOf(graph);
  if (ties.size === 0) return new Map();
  const found = louvain(ties, { getEdgeWeight: "weight", randomWalk: false });
  const members = new Map<number, string[]>();
  for (const id of ties.nodes()) {
    const group = found[id] ?? -1;
    members.set(group, [...(members.get(group) ?? []), id]);
  }
  const ordered = [...members.values()]
    .filter((ids) => ids.length > 1)
    .sort((a, b) => b.length - a.length || compareText(a[0] ?? "", b[0] ?? ""));
  return new Map(ordered.flatMap((ids, group) => ids.map((id) => [id, group] as const)));
}

function tiesOf(graph: KnowledgeGraph): UndirectedGraph<object, { weight: number }> {
  const pairs = new Map<string, { a: string; b: string; weight: number }>();
  const tie = (first: string, second: string, weight: number): void => {
    if (first === second) return;
    const [a, b] = compareText(first, second) < 0 ? [first, second] : [second, first];
    const key = `${a}\n${b}`;
    const known = pairs.get(key);
    if (known) known.weight += weight;
    else pairs.set(key, { a, b, weight });
  };
  graph.forEachNode((id, node) => {
    if (node.kind === "Meeting") {
      const present = graph
        .filterInEdges(id, (_, { kind }) => kind === "TOOK_PART_IN")
        .map((edge) => graph.source(edge))
        .slice(0, crowd);
      present.forEach((a, index) => {
        for (const b of present.slice(index + 1)) tie(a, b, weights.meeting * Math.max(1, node.independentSources));
      });
    } else if (node.kind === "Quote") {
      const speakers = graph.filterInEdges(id, (_, { kind }) => kind === "SAID").map((edge) => graph.source(edge));
      const subjects = graph.filterOutEdges(id, (_, { kind }) => kind === "ABOUT").map((edge) => graph.target(edge));
      for (const speaker of speakers) for (const subject of subjects) tie(speaker, subject, weights.statement);
    }
  });
  graph.forEachEdge((_, { kind }, from, to) => {
    if (kind === "HAS_ROLE") tie(from, to, weights.role);
  });
  const ties = new UndirectedGraph<object, { weight: number }>();
  const ordered = [...pairs.values()].sort((p, q) => compareText(p.a, q.a) || compareText(p.b, q.b));
  for (const id of [...new Set(ordered.flatMap(({ a, b }) => [a, b]))].sort(compareText)) ties.addNode(id);
  for (const { a, b, weight } of ordered) ties.addUndirectedEdge(a, b, { weight });
  return ties;
}
