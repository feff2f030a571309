/** A graph in which every question finds all that its rows have to tell apart. */
import type { GraphRelationship, KnowledgeGraph, Modality } from "../src/domain/knowledge-graph.ts";
import { relationshipKey } from "../src/graph/graph-schema.ts";
import { inventGraph } from "./neo4j/invent-graph.ts";

/**
 * The invented graph with what it lacks: unnamed sides, meetings of three and of one, without a place or at two, without a day or with
 * one end only; disagreements, somebody's word, second and former roles, an article without a day, one without an outlet.
 */
export function unevenGraph(): KnowledgeGraph {
  const made = inventGraph(300);
  let state = 5;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const people = made.filterNodes((_, { kind }) => kind === "Person" || kind === "Place").slice(0, 80);
  const places = made.filterNodes((_, { kind }) => kind === "Place").slice(0, 9);
  for (const id of made.filterNodes((_, { kind }) => kind === "Meeting")) {
    made.updateNodeAttributes(id, (node) => {
      if (node.kind !== "Meeting") return node;
      const unnamed = ["officials", "rebel leaders", "two envoys"].slice(0, below(6) - 2 < 0 ? 0 : below(4));
      const counts = { articles: 1 + below(4), independentSources: 1 + below(3) };
      const days = [{ from: null, to: null }, { from: null }, { to: null }][below(27)] ?? {};
      const modalities: readonly Modality[] = below(7) === 0 ? [node.modality, "refused"] : [node.modality];
      return { ...node, ...counts, unnamed, ...days, modalities };
    });
    const sides = made.inEdges(id).filter((edge) => made.getEdgeAttribute(edge, "kind") === "TOOK_PART_IN");
    if (below(8) === 0) made.dropEdge(sides[0]);
    const more = people[below(people.length)];
    if (below(3) === 0 && more !== undefined) {
      relate(made, more, id, { kind: "TOOK_PART_IN", named: true, text: "they", role: null, manual: null });
    }
    const place = places[below(places.length)];
    const held = made.outEdges(id).filter((edge) => made.getEdgeAttribute(edge, "kind") === "HELD_AT");
    if (below(3) === 0) for (const edge of held) made.dropEdge(edge);
    else if (below(9) === 0 && place !== undefined) relate(made, id, place, { kind: "HELD_AT", manual: null });
  }
  const speakers = made.filterNodes((_, { kind }) => kind === "Person" || kind === "Organization").slice(0, 40);
  for (const id of made.filterNodes((_, { kind }) => kind === "Claim")) {
    const source = speakers[below(speakers.length * 4)];
    if (source !== undefined) relate(made, id, source, { kind: "ATTRIBUTED_TO" });
  }
  for (const edge of made.filterEdges((_, { kind }) => kind === "MET")) {
    if (below(11) === 0) made.updateEdgeAttributes(edge, (told) => (told.kind === "MET" ? { ...told, first: null, last: null } : told));
  }
  for (const edge of made.filterEdges((_, { kind }) => kind === "HAS_ROLE")) {
    const told = { kind: "HAS_ROLE", title: "press officer", former: true, manual: null } as const;
    const [holder, place] = [made.source(edge), places[below(places.length * 3)]];
    if (place !== undefined) relate(made, holder, place, told);
  }
  const articles = made.filterNodes((_, { kind }) => kind === "Article");
  for (const [index, id] of articles.entries()) {
    if (index % 40 === 3) made.updateNodeAttributes(id, (node) => (node.kind === "Article" ? { ...node, publishedAt: null } : node));
    if (index % 50 !== 7) continue;
    for (const edge of made.outEdges(id)) if (made.getEdgeAttribute(edge, "kind") === "PUBLISHED_BY") made.dropEdge(edge);
  }
  return made;
}

/** Adds it unless it is there. */
function relate(graph: KnowledgeGraph, from: string, to: string, told: GraphRelationship): void {
  const key = relationshipKey(from, to, told);
  if (!graph.hasEdge(key)) graph.addDirectedEdgeWithKey(key, from, to, told);
}
