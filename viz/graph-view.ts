/** The drawing: Sigma set up once, its events handed on, names written by our own placement, the camera told to the container. */
import Sigma from "sigma";
import { type Box, type LabelWish, placeLabels } from "./labels.ts";
import { makeLineProgram } from "./line-styles.ts";
import { channels, edgeLook, type LineStyle, type LookState, nodeLook, type Palette, type Shape, scaleFor } from "./look.ts";
import { aroundEdge, aroundNode, type Network, type NetworkEdge, type NetworkNode, type Parts } from "./network.ts";
import { makeShapeProgram } from "./node-shapes.ts";
import { labelOf } from "./words.ts";

/** What has the attention: a node, a line, or nothing. */
export type Attention = { readonly node: string } | { readonly edge: string } | null;

export interface GraphEvents {
  /** A node or line was clicked, or the empty ground (null). */
  readonly onPick: (picked: Attention) => void;
  /** The pointer came to rest on something else. */
  readonly onHover: (hovered: Attention) => void;
}

/** Where to draw, and what lies on top of the drawing, so that no label is written below it. */
export interface Canvas {
  readonly container: HTMLElement;
  readonly onTop: HTMLElement;
}

export interface GraphView {
  /** Shows exactly these parts. */
  show(visible: Parts): void;
  /** Keeps this bright, and dims the rest, until told otherwise. */
  select(selected: Attention): void;
  /** Moves a node to the middle, as close as all that belongs to it allows. */
  centre(node: string): void;
  zoom(direction: "in" | "out"): void;
  /** Moves the picture by this part of its width or height. */
  pan(right: number, down: number): void;
  /** Shows all visible parts. */
  showAll(): void;
  setPalette(palette: Palette): void;
}

const shapes: readonly Shape[] = ["triangle", "square", "circle", "diamond"];
const lines: readonly LineStyle[] = ["solid", "long-dashed", "dashed", "dash-dotted", "dotted"];

/** From more lines than this on, the drawing gives up extras to stay responsive. */
const manyEdges = 4000;
const labelLimit = 140;
/** Node discs that labels keep clear of; the largest first where there are more. */
const discLimit = 1500;
/** From this camera ratio on, meetings are labelled too. */
const closeUp = 0.45;
/** No closer than this when a node is brought to the middle. */
const closest = 0.2;
/** Names are placed before meetings, whatever their sizes. */
const entityPriority = 100;
const attentionPriority = 1000;
/** So many of the largest are named even where a label covers a meeting. */
const alwaysNamed = 12;
/** Pixels between a selected node and the ring around it. */
const ringGap = 5;

/** Draws the network. Throws where the browser has no WebGL 2. */
export function drawGraph(network: Network, canvas: Canvas, look: { palette: Palette; visible: Parts }, events: GraphEvents): GraphView {
  const { container } = canvas;
  let { palette, visible } = look;
  let selected: Attention = null;
  let hovered: Attention = null;
  const scale = (): number => scaleFor(container.clientWidth, container.clientHeight);
  let state: LookState = { palette, visible, scale: scale(), focus: null };
  const background = (): readonly number[] => channels(palette.background);

  const sigma = new Sigma<NetworkNode, NetworkEdge>(network, container, {
    nodeProgramClasses: Object.fromEntries(shapes.map((shape) => [shape, makeShapeProgram(shape, background)])),
    edgeProgramClasses: Object.fromEntries(lines.map((line) => [line, makeLineProgram(line)])),
    defaultNodeType: "circle",
    defaultEdgeType: "solid",
    nodeReducer: (id, node) => nodeLook(id, node, state),
    edgeReducer: (id, edge) => edgeLook(id, edge, state),
    // Drawing thousands of lines a second time to find the one under the pointer takes as long as drawing them.
    enableEdgeEvents: network.size <= manyEdges,
    hideEdgesOnMove: network.size > manyEdges,
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    zIndex: true,
    minEdgeThickness: 1,
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 3,
    allowInvalidContainer: true,
  });
  const camera = sigma.getCamera();

  const around = (attention: Attention): Parts | null => {
    if (attention === null) return null;
    return "node" in attention ? aroundNode(network, attention.node, visible) : aroundEdge(network, attention.edge, visible);
  };
  const redraw = (): void => {
    state = { palette, visible, scale: scale(), focus: around(hovered ?? selected) };
    sigma.refresh({ skipIndexation: true });
  };
  const hover = (next: Attention): void => {
    hovered = next;
    container.classList.toggle("pointing", next !== null);
    events.onHover(next);
    redraw();
  };
  const durationMs = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 350);
  const move = (target: Partial<{ x: number; y: number; ratio: number }>): void => {
    // An animation of no length still takes a frame and can be overtaken; setting the state cannot.
    if (durationMs() === 0) camera.setState(target);
    else void camera.animate(target, { duration: durationMs() });
  };
  const showAll = (): void => {
    sigma.setCustomBBox(extentOf(network, visible));
    sigma.refresh();
    move({ x: 0.5, y: 0.5, ratio: 1 });
  };

  sigma.on("enterNode", ({ node }) => hover({ node }));
  sigma.on("leaveNode", () => hover(null));
  sigma.on("enterEdge", ({ edge }) => hover({ edge }));
  sigma.on("leaveEdge", () => hover(null));
  sigma.on("clickNode", ({ node }) => events.onPick({ node }));
  sigma.on("clickEdge", ({ edge }) => events.onPick({ edge }));
  sigma.on("clickStage", () => events.onPick(null));
  sigma.on("afterRender", () => {
    writeLabels(sigma, network, state, {
      hovered: nodeOf(hovered),
      ring: nodeOf(selected),
      reserved: [boxWithin(container, canvas.onTop)],
    });
    tellCamera(sigma, container);
  });
  new ResizeObserver(() => {
    sigma.resize();
    redraw();
  }).observe(container);
  showAll();

  return {
    show(next) {
      if (visible === next) return;
      visible = next;
      redraw();
    },
    select(next) {
      selected = next;
      redraw();
    },
    centre(node) {
      const place = sigma.getNodeDisplayData(node);
      if (!place) return;
      const reach = [...aroundNode(network, node, visible).nodes]
        .map((id) => sigma.getNodeDisplayData(id) ?? place)
        .reduce((farthest, { x, y }) => Math.max(farthest, Math.abs(x - place.x), Math.abs(y - place.y)), 0);
      // A ratio of 1 shows a square of 1 by 1; a fifth of it stays free for labels.
      move({ x: place.x, y: place.y, ratio: Math.max(closest, Math.min(2.5 * reach, 1)) });
    },
    zoom(direction) {
      move({ ratio: camera.getBoundedRatio(camera.getState().ratio * (direction === "in" ? 1 / 1.5 : 1.5)) });
    },
    pan(right, down) {
      const { x, y, ratio } = camera.getState();
      move({ x: x + right * ratio, y: y - down * ratio });
    },
    showAll,
    setPalette(next) {
      palette = next;
      redraw();
    },
  };
}

/** The rectangle around the visible nodes, a little larger where they are all in one place; null when nothing is visible. */
function extentOf(network: Network, visible: Parts): { x: [number, number]; y: [number, number] } | null {
  const places = [...visible.nodes].map((id) => network.getNodeAttributes(id));
  if (places.length === 0) return null;
  const range = (values: readonly number[]): [number, number] => {
    const [low, high] = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as const);
    return low === high ? [low - 1, high + 1] : [low, high];
  };
  return { x: range(places.map(({ x }) => x)), y: range(places.map(({ y }) => y)) };
}

/** Writes the names on the canvas that Sigma keeps for labels, and a ring around what is selected. */
function writeLabels(
  sigma: Sigma<NetworkNode, NetworkEdge>,
  network: Network,
  state: LookState,
  { hovered, ring, reserved }: { readonly hovered: string | null; readonly ring: string | null; readonly reserved: readonly Box[] },
): void {
  const context = sigma.getCanvases().labels?.getContext("2d");
  if (!context) return;
  const { width, height } = sigma.getDimensions();
  const ratio = sigma.getCamera().getState().ratio;
  const style = getComputedStyle(sigma.getContainer());
  const lineHeight = 16;
  context.font = `500 12.5px ${style.fontFamily}`;
  context.textBaseline = "middle";

  const wishes: LabelWish[] = [];
  for (const id of state.visible.nodes) {
    const node = network.getNodeAttributes(id);
    const shown = sigma.getNodeDisplayData(id);
    if (!shown) continue;
    const { x, y } = sigma.framedGraphToViewport(shown);
    const radius = sigma.scaleSize(shown.size) * 1.15 + (id === ring ? ringGap + 2 : 0);
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    const rank = id === hovered || id === ring ? attentionPriority : node.kind === "entity" ? entityPriority : 0;
    wishes.push({ id, text: labelOf(node), x, y, radius, priority: shown.size + rank });
  }
  const discs = [...wishes].sort((a, b) => b.radius - a.radius).slice(0, discLimit);
  const { focus, palette } = state;
  // Meetings are named by the names around them: their own labels are written only close up, or when they have the attention.
  const wanted = wishes.filter(({ id, priority }) => (focus ? focus.nodes.has(id) : priority >= entityPriority || ratio < closeUp));

  const measure = (text: string): number => context.measureText(text).width;
  const coverFrom = wanted.map(({ priority }) => priority).sort((a, b) => b - a)[alwaysNamed - 1] ?? 0;
  const placed = placeLabels(wanted, { width, height, lineHeight, limit: labelLimit, measure, discs, coverFrom, reserved });
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.background;
  context.fillStyle = palette.ink;
  for (const { text, x, y } of placed) {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
  const ringed = wishes.find(({ id }) => id === ring);
  if (ringed) {
    context.beginPath();
    context.arc(ringed.x, ringed.y, ringed.radius - 2, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = palette.ink;
    context.stroke();
  }
}

function nodeOf(attention: Attention): string | null {
  return attention && "node" in attention ? attention.node : null;
}

/** Where an element lies, in pixels of the container. */
function boxWithin(container: HTMLElement, inner: HTMLElement): Box {
  const [outside, box] = [container.getBoundingClientRect(), inner.getBoundingClientRect()];
  return { left: box.left - outside.left, right: box.right - outside.left, top: box.top - outside.top, bottom: box.bottom - outside.top };
}

/**
 * Tells the camera to whoever looks at the page from outside: `data-camera` is "x y ratio"; `data-origin` is where graph position
 * (0, 0) lies in the container, in pixels, and `data-scale` how many pixels one unit right and one unit up measure.
 */
function tellCamera(sigma: Sigma<NetworkNode, NetworkEdge>, container: HTMLElement): void {
  const { x, y, ratio } = sigma.getCamera().getState();
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const unit = sigma.graphToViewport({ x: 1, y: 1 });
  container.dataset.camera = [x, y, ratio].map((value) => value.toFixed(4)).join(" ");
  container.dataset.origin = [origin.x, origin.y].map((value) => value.toFixed(3)).join(" ");
  container.dataset.scale = [unit.x - origin.x, unit.y - origin.y].map((value) => value.toFixed(5)).join(" ");
}
