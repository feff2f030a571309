/** What is shown: kinds of name, modalities of meeting, kinds of line. Pure: filters and graph in, visible parts out. */
import type { Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";
import type { Network, Parts, Relation } from "./network.ts";

export interface Filters {
  /** What is switched off. */
  readonly types: ReadonlySet<EntityType>;
  readonly modalities: ReadonlySet<Modality>;
  readonly relations: ReadonlySet<Relation>;
  /** Whether names without any visible line are drawn. */
  readonly loners: "hidden" | "shown";
}

/** Everything that carries a meeting; statements and names without lines wait until they are asked for. */
export const initialFilters: Filters = {
  types: new Set(),
  modalities: new Set(),
  relations: new Set<Relation>(["statement"]),
  loners: "hidden",
};

/** The set without the member if it had it, with it otherwise. */
export function toggled<Member>(members: ReadonlySet<Member>, member: Member): ReadonlySet<Member> {
  return new Set(members.has(member) ? [...members].filter((other) => other !== member) : [...members, member]);
}

/** The nodes and lines that pass. A line needs both ends; a meeting needs a visible participant; a name needs a line, or `loners` shown. */
export function visibleParts(network: Network, filters: Filters): Parts {
  const passes = (id: string): boolean => {
    const node = network.getNodeAttributes(id);
    return node.kind === "entity" ? !filters.types.has(node.type) : !filters.modalities.has(node.modality);
  };
  const attended = new Set<string>();
  network.forEachEdge((_, { kind }, source, target) => {
    if (kind === "took-part" && passes(source) && passes(target)) attended.add(target);
  });
  const isDrawable = (id: string): boolean => passes(id) && (network.getNodeAttributes(id).kind === "entity" || attended.has(id));

  const edges = new Set<string>();
  const nodes = new Set<string>();
  network.forEachEdge((edge, { kind }, source, target) => {
    if (filters.relations.has(kind) || !isDrawable(source) || !isDrawable(target)) return;
    edges.add(edge);
    nodes.add(source).add(target);
  });
  network.forEachNode((id, { kind }) => {
    const isLoner = kind === "entity" && !nodes.has(id);
    if (isDrawable(id) && (!isLoner || filters.loners === "shown")) nodes.add(id);
  });
  return { nodes, edges };
}

/**
 * The parts with a node that the filters hide, because the reader asked for it: a meeting with all who and what belongs to it, a
 * name with its lines to what is visible. The same parts where it is visible already.
 */
export function revealing(network: Network, parts: Parts, node: string): Parts {
  if (parts.nodes.has(node)) return parts;
  const nodes = new Set(parts.nodes).add(node);
  const edges = new Set(parts.edges);
  const isMeeting = network.getNodeAttributes(node).kind === "meeting";
  network.forEachEdge(node, (edge, _, source, target) => {
    const other = source === node ? target : source;
    if (!isMeeting && !parts.nodes.has(other)) return;
    nodes.add(other);
    edges.add(edge);
  });
  return { nodes, edges };
}

export interface Counts {
  readonly types: ReadonlyMap<EntityType, number>;
  readonly modalities: ReadonlyMap<Modality, number>;
  readonly relations: ReadonlyMap<Relation, number>;
  /** Names that no line reaches, not even one that starts switched off. */
  readonly loners: number;
}

/** How many there are of each kind, whatever the filters say. */
export function countsOf(network: Network): Counts {
  const types = new Map<EntityType, number>();
  const modalities = new Map<Modality, number>();
  const relations = new Map<Relation, number>();
  network.forEachNode((_, node) => {
    if (node.kind === "entity") increase(types, node.type);
    else increase(modalities, node.modality);
  });
  network.forEachEdge((_, { kind }) => increase(relations, kind));
  const loners = network.filterNodes((id, { kind }) => kind === "entity" && network.degree(id) === 0).length;
  return { types, modalities, relations, loners };
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
