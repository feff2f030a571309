/**
 * How nodes and lines look. Pure: attributes and state in, colour, size, shape and line out; nothing of it is stored in the graph.
 * Every distinction is drawn twice, because colours alone leave readers out: types by colour and shape, modalities by colour and line.
 */
import type { Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";
import type { Entity, Relation } from "./dataset.ts";
import type { Network, NetworkEdge, NetworkNode } from "./network.ts";

export type Shape = "circle" | "square" | "triangle" | "diamond";
export type LineStyle = "solid" | "long-dashed" | "dashed" | "dash-dotted" | "dotted";

export interface Palette {
  readonly background: string;
  readonly ink: string;
  /** Lines that carry no modality. */
  readonly quiet: string;
  /** Tints behind the groups, taken in turn. */
  readonly groups: readonly string[];
  readonly types: Readonly<Record<EntityType, string>>;
  readonly modalities: Readonly<Record<Modality, string>>;
}

/** Three colours for what happened, what may happen and what did not; the line style tells apart what shares one. */
function modalityColours(happened: string, mayHappen: string, didNot: string): Palette["modalities"] {
  return {
    held: happened,
    ongoing: happened,
    planned: mayHappen,
    hypothetical: mayHappen,
    cancelled: didNot,
    refused: didNot,
    denied: didNot,
  };
}

export const palettes: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    background: "#f6f7f9",
    ink: "#1b2330",
    quiet: "#a9b2bf",
    groups: ["#e6ebf5", "#f3ebdf", "#e3f0eb", "#efe6f2", "#f4e8e8", "#e4eef2", "#eef0e0", "#ebe8f0"],
    types: { PERSON: "#1f5fae", ORGANIZATION: "#c47a00", PLACE: "#2f9e7e" },
    modalities: modalityColours("#2b323d", "#8f66cf", "#c7304c"),
  },
  dark: {
    background: "#12161c",
    ink: "#e7eaef",
    quiet: "#586272",
    groups: ["#1b2431", "#28231b", "#19282a", "#261f2d", "#2a1f22", "#1a272d", "#24271b", "#221f2b"],
    types: { PERSON: "#4c8de8", ORGANIZATION: "#e5a640", PLACE: "#78d8b4" },
    modalities: modalityColours("#c3cbd7", "#b691ec", "#f26d86"),
  },
};

export const shapeOf: Readonly<Record<EntityType | "MEETING", Shape>> = {
  PERSON: "circle",
  ORGANIZATION: "square",
  PLACE: "triangle",
  MEETING: "diamond",
};

export const lineOf: Readonly<Record<Modality, LineStyle>> = {
  held: "solid",
  ongoing: "long-dashed",
  planned: "dashed",
  hypothetical: "dash-dotted",
  cancelled: "dotted",
  refused: "dotted",
  denied: "dotted",
};

/** Lines that are no meetings are grey; their style tells them apart. */
export const relationStyle: Readonly<Record<Relation, LineStyle>> = { met: "solid", role: "solid", statement: "dotted", at: "long-dashed" };

/** A step of a path that is no line of the graph. */
export const stepStyle: LineStyle = "dotted";

/** Lengths of drawn and empty stretches, in multiples of a pixel, at most two pairs. */
export const dashesOf: Readonly<Record<LineStyle, readonly number[]>> = {
  solid: [],
  "long-dashed": [14, 4],
  dashed: [7, 5],
  "dash-dotted": [8, 4, 2, 4],
  dotted: [2, 4],
};

export interface LookState {
  readonly palette: Palette;
  /** Factor on all sizes: a small window gets small nodes. */
  readonly scale: number;
  /** Further factors, for radii and for lines: much on one screen is drawn finely. */
  readonly fineness: Fineness;
  /** What has the attention, by key; everything else is dimmed. Null: nothing has. */
  readonly focus: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } | null;
  /** Lines that are drawn fanned out, relation by relation, and not as one. */
  readonly fanned: ReadonlySet<string>;
}

export interface Fineness {
  readonly nodes: number;
  readonly lines: number;
}

export interface NodeLook {
  readonly x: number;
  readonly y: number;
  /** Radius in pixels at the first zoom. */
  readonly size: number;
  readonly color: string;
  readonly shape: Shape;
  readonly zIndex: number;
}

export interface EdgeLook {
  /** Thickness in pixels at the first zoom. */
  readonly size: number;
  readonly color: string;
  /** Name of the program that draws it. */
  readonly type: LineStyle | `curved-${LineStyle}`;
  readonly bend: number;
  readonly hidden: boolean;
  readonly zIndex: number;
}

/** The factor on all sizes for a drawing this wide and high, in pixels. */
export function scaleFor(width: number, height: number): number {
  return Math.max(0.6, Math.min(Math.min(width, height) / 640, 1));
}

/** So much of the window nodes may cover, and lines, before they are drawn more finely. */
const nodeCover = 0.1;
const lineCover = 0.3;
const finestNode = 0.2;
/** Radius in pixels. */
const smallestNode = 1.3;
const finestLine = 0.1;

/** How finely a network has to be drawn so that it can be told apart in a window this wide and high. */
export function finenessOf(network: Network, width: number, height: number): Fineness {
  const scale = scaleFor(width, height);
  const [x, y] = [
    { min: Infinity, max: -Infinity },
    { min: Infinity, max: -Infinity },
  ];
  let discs = 0;
  network.forEachNode((_, node) => {
    discs += Math.PI * (nodeSize(node.entity) * scale) ** 2;
    x.min = Math.min(x.min, node.x);
    x.max = Math.max(x.max, node.x);
    y.min = Math.min(y.min, node.y);
    y.max = Math.max(y.max, node.y);
  });
  const pixels = Math.min(width / Math.max(x.max - x.min, 1e-9), height / Math.max(y.max - y.min, 1e-9));
  let strokes = 0;
  network.forEachEdge((_, edge, __, ___, from, to) => {
    strokes += Math.hypot(from.x - to.x, from.y - to.y) * pixels * lineSize(edge);
  });
  const area = width * height;
  return {
    nodes: Math.max(finestNode, Math.min(1, Math.sqrt((nodeCover * area) / Math.max(discs, 1)))),
    lines: Math.max(finestLine, Math.min(1, (lineCover * area) / Math.max(strokes, 1))),
  };
}

/** Radius in pixels: a name grows with the articles and mentions that name it. */
export function nodeSize({ articles, mentions }: Pick<Entity, "articles" | "mentions">): number {
  return Math.min(4.5 + 1.5 * Math.sqrt(articles) + 0.5 * Math.sqrt(mentions), 20);
}

/** How a name is drawn in this state. */
export function nodeLook(id: string, { entity, x, y }: NetworkNode, state: LookState): NodeLook {
  const isDim = state.focus !== null && !state.focus.nodes.has(id);
  const color = state.palette.types[entity.type];
  return {
    x,
    y,
    size: Math.max(nodeSize(entity) * state.scale * state.fineness.nodes, smallestNode),
    color: isDim ? faded(color, state.palette) : color,
    shape: shapeOf[entity.type],
    zIndex: isDim ? 0 : 1,
  };
}

/** How a line is drawn in this state. */
export function edgeLook(id: string, edge: NetworkEdge, state: LookState): EdgeLook {
  const isDim = state.focus !== null && !state.focus.edges.has(id);
  const { color, style, size } = strokeOf(edge, state.palette);
  return {
    // What has the attention is drawn as strong as in a small network.
    size: state.focus !== null && !isDim ? size : size * state.fineness.lines,
    color: isDim ? faded(color, state.palette) : color,
    type: edge.bend === 0 ? style : `curved-${style}`,
    bend: edge.bend,
    hidden: state.fanned.has(id),
    zIndex: isDim ? 0 : 1,
  };
}

/** Colour, style and thickness of a line: modality by colour and style, support by thickness. */
export function strokeOf(edge: Pick<NetworkEdge, "kind" | "modality" | "sources">, palette: Palette) {
  const size = lineSize(edge);
  if (edge.kind === "met" && edge.modality !== null)
    return { color: palette.modalities[edge.modality], style: lineOf[edge.modality], size };
  return { color: palette.quiet, style: relationStyle[edge.kind], size };
}

/** Thickness in pixels. */
function lineSize({ kind, modality, sources }: Pick<NetworkEdge, "kind" | "modality" | "sources">): number {
  return kind === "met" && modality !== null ? Math.min(1.5 + 0.9 * Math.sqrt(Math.max(0, sources - 1)), 4.5) : 1;
}

/** The colour four fifths of the way to the background. Mixed rather than made transparent, so that lines below do not shine through. */
export function faded(color: string, palette: Palette): string {
  const [from, to] = [channels(color), channels(palette.background)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * 0.8));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function channels(color: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}
