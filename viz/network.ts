/** The server's answer as a graphology graph: what Sigma draws and what the filters and the look are computed from. */
import { MultiDirectedGraph } from "graphology";
import type { GraphAnswer, GraphEntity, GraphMeeting } from "../src/app/api-graph.ts";
import type { Modality } from "../src/domain/meeting.ts";

export type NetworkNode = ({ readonly kind: "entity" } & GraphEntity) | ({ readonly kind: "meeting" } & GraphMeeting);

export type NetworkEdge =
  | { readonly kind: "took-part"; readonly modality: Modality; readonly sources: number; readonly named: boolean }
  | { readonly kind: "held-at" }
  | { readonly kind: "role"; readonly title: string; readonly former: boolean }
  | { readonly kind: "statement"; readonly quotes: readonly string[] };

export type Relation = NetworkEdge["kind"];

export type Network = MultiDirectedGraph<NetworkNode, NetworkEdge>;

/** Nodes and edges by key. */
export interface Parts {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** The graph to draw. Lines whose ends the answer does not list are left out. */
export function networkOf(graph: GraphAnswer): Network {
  const network: Network = new MultiDirectedGraph<NetworkNode, NetworkEdge>();
  for (const entity of graph.entities) network.addNode(entity.id, { kind: "entity", ...entity });
  for (const meeting of graph.meetings) network.addNode(meeting.id, { kind: "meeting", ...meeting });

  const connect = (from: string, to: string, edge: NetworkEdge): void => {
    const key = edgeKey(edge.kind, from, to);
    // Two roles of one person at one body share a line.
    if (network.hasNode(from) && network.hasNode(to) && !network.hasEdge(key)) network.addEdgeWithKey(key, from, to, edge);
  };
  const meetings = new Map(graph.meetings.map((meeting) => [meeting.id, meeting]));
  for (const { entity, meeting, named } of graph.participants) {
    const met = meetings.get(meeting);
    if (met) connect(entity, meeting, { kind: "took-part", modality: met.modality, sources: met.independentSources, named });
  }
  for (const { meeting, place } of graph.places) connect(meeting, place, { kind: "held-at" });
  for (const { person, of, title, former } of graph.roles) connect(person, of, { kind: "role", title, former });
  for (const { speaker, about, quotes } of graph.statements) connect(speaker, about, { kind: "statement", quotes });
  return network;
}

/** The key of a line between two nodes. */
export function edgeKey(kind: Relation, from: string, to: string): string {
  return `${kind}|${from}|${to}`;
}

/**
 * What stays bright when a node has the attention: the node, its visible neighbours and the lines between them; around a name,
 * also who else was at the same meetings and where they were, for "who met whom" is two lines long here.
 */
export function aroundNode(network: Network, node: string, visible: Parts): Parts {
  const nodes = new Set([node]);
  const edges = new Set<string>();
  const reach = (from: string): string[] => {
    const reached: string[] = [];
    network.forEachEdge(from, (edge, _, source, target) => {
      if (!visible.edges.has(edge)) return;
      const other = source === from ? target : source;
      edges.add(edge);
      nodes.add(other);
      reached.push(other);
    });
    return reached;
  };
  const isMeeting = (id: string): boolean => network.getNodeAttributes(id).kind === "meeting";
  const neighbours = reach(node);
  if (!isMeeting(node)) for (const meeting of neighbours.filter(isMeeting)) reach(meeting);
  return { nodes, edges };
}

/** What stays bright when a line has the attention: the whole meeting it belongs to, or its two ends. */
export function aroundEdge(network: Network, edge: string, visible: Parts): Parts {
  const meeting = meetingOf(network, edge);
  if (meeting !== null) return aroundNode(network, meeting, visible);
  return { nodes: new Set(network.extremities(edge)), edges: new Set([edge]) };
}

/** The meeting that a line belongs to, or null for roles and statements. */
export function meetingOf(network: Network, edge: string): string | null {
  const { kind } = network.getEdgeAttributes(edge);
  if (kind === "took-part") return network.target(edge);
  return kind === "held-at" ? network.source(edge) : null;
}

/** What a node is called. */
export function nameOf(node: NetworkNode): string {
  return node.kind === "entity" ? node.name : node.title;
}
