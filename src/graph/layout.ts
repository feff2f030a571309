/**
 * Positions for the viewer, the same for the same graph. Names are laid out by ForceAtlas2 (M. Jacomy et al. 2014) over who met, where,
 * in what role and beside whom; a meeting is put between those who met, and everything else near what it belongs to.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import noverlapModule from "graphology-layout-noverlap";
import type { KnowledgeGraph, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { compareText } from "./fold-name.ts";

// Both are CommonJS functions whose types claim a default export.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
const noverlap = noverlapModule as unknown as typeof noverlapModule.default;

export interface LayoutPoint {
  readonly x: number;
  readonly y: number;
}

interface CoreNode {
  x: number;
  y: number;
  size: number;
}

type CoreGraph = UndirectedGraph<CoreNode, { weight: number }>;

const coreLabels: ReadonlySet<NodeLabel> = new Set(["Person", "Organization", "Place"]);
/** How strongly relations pull; the pull of a meeting is shared among its pairs, so that a summit is no black hole. */
const pulls = { meeting: 6, place: 0.5, role: 2, company: 0.3 } as const;
/** Relationships along which the other nodes find their place, in the order in which they are placed. */
const attachments: readonly { label: NodeLabel; along: readonly RelationshipType[]; distance: number }[] = [
  { label: "Meeting", along: ["TOOK_PART_IN", "HELD_AT"], distance: 6 },
  { label: "Claim", along: ["REPORTS"], distance: 14 },
  { label: "Quote", along: ["SAID", "ABOUT"], distance: 18 },
  { label: "Article", along: ["MENTIONS"], distance: 30 },
  { label: "Quote", along: ["CONTAINS"], distance: 18 },
  { label: "Outlet", along: ["PUBLISHED_BY"], distance: 40 },
];
const barnesHutFrom = 1000;
const noverlapUpTo = 20_000;

/** Node id → position, rounded to hundredths. Ten thousand entities take some ten seconds. */
export function layOut(graph: KnowledgeGraph): Map<string, LayoutPoint> {
  const core = extractCore(graph);
  if (core.order > 1 && core.size > 0) {
    forceAtlas2.assign(core, {
      iterations: iterationsFor(core.order),
      getEdgeWeight: "weight",
      settings: {
        ...forceAtlas2.inferSettings(core.order),
        gravity: 1,
        scalingRatio: 10,
        linLogMode: false,
        outboundAttractionDistribution: false,
        // Of the settings tried on the samples, these cross the fewest lines (6 of 66; 41 where weights count by half and hubs give way).
        edgeWeightInfluence: 1,
        barnesHutOptimize: core.order > barnesHutFrom,
        barnesHutTheta: 0.8,
      },
    });
    scale(core);
    separate(core);
    if (core.order <= noverlapUpTo) {
      noverlap.assign(core, {
        maxIterations: core.order > 2000 ? 20 : 60,
        settings: { margin: 3, ratio: 1, expansion: 1.1, gridSize: gridFor(core.order) },
      });
    }
  }
  const points = new Map<string, LayoutPoint>();
  core.forEachNode((id, { x, y }) => points.set(id, { x: round(x), y: round(y) }));
  placeRest(graph, points);
  return points;
}

/** Enough for a small graph to settle, few enough for a large one to end: about 600,000 node steps. */
function iterationsFor(order: number): number {
  return Math.max(30, Math.min(300, Math.round(600_000 / order)));
}

function gridFor(order: number): number {
  return Math.max(4, Math.min(100, Math.round(Math.sqrt(order))));
}

/** Entities, meetings and their ties, in order of id, on a spiral to start from. */
function extractCore(graph: KnowledgeGraph): CoreGraph {
  const core: CoreGraph = new UndirectedGraph<CoreNode, { weight: number }>();
  const ids = graph.filterNodes((_, { kind }) => coreLabels.has(kind)).toSorted(compareText);
  ids.forEach((id, index) => {
    // the golden angle: no two nodes start on one spot, neighbours in the alphabet start apart
    const angle = index * 2.399963229728653;
    const radius = 10 * Math.sqrt(index + 1);
    core.addNode(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle), size: 1 });
  });
  for (const id of ids) core.setNodeAttribute(id, "size", Math.min(12, 3 + Math.sqrt(graph.degree(id))));
  const tie = (a: string, b: string, weight: number): void => {
    if (a !== b) core.updateUndirectedEdge(a, b, (edge) => ({ weight: (edge.weight ?? 0) + weight }));
  };
  for (const id of graph.filterNodes((_, { kind }) => kind === "Meeting").toSorted(compareText)) tieMeeting(graph, id, tie);
  for (const edge of graph.edges().toSorted(compareText)) {
    if (graph.getEdgeAttribute(edge, "kind") === "HAS_ROLE") tie(graph.source(edge), graph.target(edge), pulls.role);
  }
  for (const id of graph.filterNodes((_, { kind }) => kind === "Article").toSorted(compareText)) tieCompany(graph, id, tie);
  return core;
}

/** Those who met are tied to each other, and a little to where it was. */
function tieMeeting(graph: KnowledgeGraph, meeting: string, tie: (a: string, b: string, weight: number) => void): void {
  const present: string[] = [];
  const places: string[] = [];
  graph.forEachEdge(meeting, (_, { kind }, source, target) => {
    if (kind === "TOOK_PART_IN") present.push(source);
    else if (kind === "HELD_AT") places.push(target);
  });
  present.sort(compareText);
  present.forEach((a, index) => {
    for (const b of present.slice(index + 1)) tie(a, b, pulls.meeting / (present.length - 1));
    for (const place of places) tie(a, place, pulls.place / present.length);
  });
}

/** What an article mentions is tied to what it mentions most, so that nobody floats away. */
function tieCompany(graph: KnowledgeGraph, article: string, tie: (a: string, b: string, weight: number) => void): void {
  const mentions: { id: string; count: number }[] = [];
  graph.forEachOutEdge(article, (_, attributes, __, target) => {
    if (attributes.kind === "MENTIONS") mentions.push({ id: target, count: attributes.count });
  });
  const ranked = mentions.toSorted((a, b) => b.count - a.count || compareText(a.id, b.id));
  const [most, ...others] = ranked;
  for (const { id } of most ? others : []) tie(most?.id ?? id, id, pulls.company);
}

/** Brings the layout to about 40 units a node across, so that sizes mean the same in every graph. */
function scale(core: CoreGraph): void {
  let radius = 0;
  core.forEachNode((_, { x, y }) => {
    radius = Math.max(radius, Math.hypot(x, y));
  });
  if (!(radius > 0)) return;
  const factor = (20 * Math.sqrt(core.order)) / radius;
  core.updateEachNodeAttributes((_, node) => ({ ...node, x: node.x * factor, y: node.y * factor }));
}

/** Moves nodes off a spot that another has: noverlap would do it by chance, and every run would differ. */
function separate(core: CoreGraph): void {
  const taken = new Set<string>();
  core.updateEachNodeAttributes((id, node) => {
    let { x, y } = node;
    for (let turn = 1; taken.has(`${Math.fround(x)} ${Math.fround(y)}`); turn += 1) ({ x, y } = beside(`${id}#${turn}`, node, 1));
    taken.add(`${Math.fround(x)} ${Math.fround(y)}`);
    return { ...node, x, y };
  });
}

function placeRest(graph: KnowledgeGraph, points: Map<string, LayoutPoint>): void {
  const ids = graph.nodes().toSorted(compareText);
  for (const { label, along, distance } of attachments) {
    for (const id of ids) {
      if (points.has(id) || graph.getNodeAttribute(id, "kind") !== label) continue;
      const centre = centreOf(graph, id, along, points);
      if (centre) points.set(id, beside(id, centre, distance));
    }
  }
  const edge = 20 * Math.sqrt(graph.order) + 60;
  for (const id of ids) if (!points.has(id)) points.set(id, beside(id, { x: 0, y: 0 }, edge));
}

/** The middle of the neighbours that have a place; null when none has. */
function centreOf(
  graph: KnowledgeGraph,
  id: string,
  along: readonly RelationshipType[],
  points: ReadonlyMap<string, LayoutPoint>,
): LayoutPoint | null {
  let [x, y, count] = [0, 0, 0];
  graph.forEachEdge(id, (_, { kind }, source, target) => {
    const point = along.includes(kind) ? points.get(source === id ? target : source) : undefined;
    if (!point) return;
    x += point.x;
    y += point.y;
    count += 1;
  });
  return count === 0 ? null : { x: x / count, y: y / count };
}

/** A spot around a centre in a direction, and at half to full distance, that depend on the id alone. */
function beside(id: string, centre: LayoutPoint, distance: number): LayoutPoint {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  const unsigned = hash >>> 0;
  const angle = ((unsigned & 0xffff) / 0x10000) * 2 * Math.PI;
  const radius = distance * (0.5 + (unsigned >>> 16) / 0x20000);
  return { x: round(centre.x + radius * Math.cos(angle)), y: round(centre.y + radius * Math.sin(angle)) };
}

function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? 0 : rounded;
}
