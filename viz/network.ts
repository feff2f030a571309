/** The picture as a graphology graph, which Sigma draws: a node for each name, an edge for each line. */
import { MultiUndirectedGraph } from "graphology";
import type { Modality } from "../src/domain/meeting.ts";
import type { Entity, Pair, Relation, Tie } from "./dataset.ts";
import type { Filters, Passing } from "./filters.ts";
import { type Line, type Picture, tiePasses } from "./picture.ts";

export interface NetworkNode {
  readonly entity: Entity;
  readonly x: number;
  readonly y: number;
}

export interface NetworkEdge {
  readonly pair: Pair;
  readonly kind: Relation;
  readonly modality: Modality | null;
  readonly sources: number;
  readonly count: number;
  /** How far the line leaves the straight way, as part of its length. */
  readonly bend: number;
  /** The one relation it stands for where the line is fanned out. */
  readonly tie: Tie | null;
}

export type Network = MultiUndirectedGraph<NetworkNode, NetworkEdge>;

/** More relations than this are not told apart as curves: the card lists them all. */
export const widestFan = 9;

/** The graph to draw. */
export function networkOf(picture: Picture, places: ReadonlyMap<string, { readonly x: number; readonly y: number }>): Network {
  const network: Network = new MultiUndirectedGraph<NetworkNode, NetworkEdge>();
  // The small lie on top of the large.
  for (const entity of [...picture.entities].sort((a, b) => b.articles - a.articles || b.mentions - a.mentions)) {
    const { x, y } = places.get(entity.id) ?? entity;
    network.addNode(entity.id, { entity, x, y });
  }
  for (const line of picture.lines) {
    const { pair, kind, modality, sources, count } = line;
    network.addEdgeWithKey(edgeKey(pair), pair.a.id, pair.b.id, { pair, kind, modality, sources, count, bend: 0, tie: null });
  }
  return network;
}

/** The key of a pair's line. */
export function edgeKey(pair: Pair): string {
  return String(pair.index);
}

/** The relations of a line as curves, side by side, in the order of the dataset. */
export function fanOf({ pair }: Pick<Line, "pair">, filters: Filters, passing: Passing): readonly NetworkEdge[] {
  const ties = pair.ties.filter((tie) => tiePasses(tie, filters, passing)).slice(0, widestFan);
  if (ties.length < 2) return [];
  const step = Math.min(0.16, 0.9 / ties.length);
  return ties.map((tie, index) => ({
    pair,
    kind: tie.kind,
    modality: tie.kind === "met" ? tie.meeting.modality : null,
    sources: tie.kind === "met" ? tie.meeting.sources : 0,
    count: 1,
    // No curve is quite straight: the collapsed line lies there, and is drawn by another program.
    bend: (index - (ties.length - 1) / 2) * step || 0.0001,
    tie,
  }));
}

/** What stays bright around these names: the names, who a line reaches from them, and the lines. */
export function around(network: Network, ids: readonly string[]): { nodes: Set<string>; edges: Set<string> } {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  for (const id of ids) {
    if (!network.hasNode(id)) continue;
    nodes.add(id);
    network.forEachEdge(id, (edge, _, source, target) => {
      edges.add(edge);
      nodes.add(source).add(target);
    });
  }
  return { nodes, edges };
}

/** The steps of a path that no line of the drawing stands for: articles name both, and that is all. */
export function stepsWithoutLine(network: Network, path: readonly string[]): readonly (readonly [string, string])[] {
  return path.slice(1).flatMap((to, index) => {
    const from = path[index] ?? to;
    return network.hasNode(from) && network.hasNode(to) && !network.areNeighbors(from, to) ? [[from, to] as const] : [];
  });
}

/** What stays bright where only these names count: they and the lines between them. */
export function among(network: Network, ids: readonly string[]): { nodes: Set<string>; edges: Set<string> } {
  const nodes = new Set(ids.filter((id) => network.hasNode(id)));
  const edges = new Set<string>();
  for (const id of nodes) {
    network.forEachEdge(id, (edge, _, source, target) => {
      if (nodes.has(source) && nodes.has(target)) edges.add(edge);
    });
  }
  return { nodes, edges };
}
