/** The drawing: Sigma set up once, its events handed on, names written by our own placement, the camera told to the container. */
import type { Entity, Pair } from "./dataset.ts";
import { element } from "./elements.ts";
import type { Filters, Passing } from "./filters.ts";
import { type Box, boxWithin, writeLabels } from "./graph-labels.ts";
import { paintGroups } from "./groups-layer.ts";
import { HoldableSigma } from "./holdable-sigma.ts";
import { makeLineProgram } from "./line-styles.ts";
import { channels, edgeLook, finenessOf, type LineStyle, type LookState, nodeLook, type Palette, scaleFor } from "./look.ts";
import { among, around, fanOf, type Network, networkOf, stepsWithoutLine } from "./network.ts";
import { makeShapeProgram } from "./node-shapes.ts";
import type { Extent, Picture } from "./picture.ts";
import { makeSteady, whenLayersAreDone } from "./steady-picture.ts";

/** What has the attention: a name, a line, names with the lines among them, a path from name to name, a group, or nothing. */
export type Attention =
  | { readonly entity: string }
  | { readonly pair: Pair }
  | { readonly chain: readonly string[] }
  | { readonly path: readonly string[] }
  | { readonly group: readonly string[] }
  | null;

export type Picked = Extract<Attention, { entity: string } | { pair: Pair }>;

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export interface GraphEvents {
  /** A name or line was clicked, or the empty ground (null). */
  readonly onPick: (picked: Picked | null) => void;
  /** The pointer came to rest on something else. */
  readonly onHover: (hovered: Picked | null) => void;
  /** The camera came to rest over this part of the graph. */
  readonly onRest: (camera: Camera, view: Extent) => void;
}

export interface GraphView {
  /** Shows this picture; `frame` moves the origin of the camera to it, which is for a picture of something else. */
  show(picture: Picture, filters: Filters, passing: Passing, frame: "frame" | "keep"): void;
  /** Keeps this bright, and dims the rest, until told otherwise. */
  select(selected: Attention): void;
  /** Moves a name to the middle, as close as all that belongs to it allows. */
  centre(entity: Entity): void;
  zoom(direction: "in" | "out"): void;
  /** Moves the picture by this part of its width or height. */
  pan(right: number, down: number): void;
  showAll(): void;
  camera(): Camera;
  setCamera(camera: Camera): void;
  setPalette(palette: Palette): void;
  setGroups(shown: boolean): void;
  /** Moves names to other places: what the refined layout found. */
  move(places: ReadonlyMap<string, { readonly x: number; readonly y: number }>): void;
  /** All layers in one canvas, as they are now. */
  photograph(): HTMLCanvasElement;
  /** What is drawn and where, in pixels, for drawings of other kinds. */
  scene(): Scene;
}

/** What is on the screen. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly network: Network;
  readonly state: LookState;
  /** Steps of the selected path that have no line of their own: from name to name. */
  readonly steps: readonly (readonly [string, string])[];
  readonly at: (id: string) => { readonly x: number; readonly y: number; readonly radius: number } | null;
}

const lines: readonly LineStyle[] = ["solid", "long-dashed", "dashed", "dash-dotted", "dotted"];

/** From more lines than this on, lines are not felt under the pointer. */
const manyLines = 3000;
/** No closer than this when a name is brought to the middle. */
const closest = 0.25;
/** Nor farther away, however far its lines lead. */
const farthestOut = 1.5;

/** Draws into `container`. `onTop` lies on top of the drawing, so that no label is written below it. Throws without WebGL 2. */
export function drawGraph(
  container: HTMLElement,
  onTop: readonly HTMLElement[],
  initial: { readonly palette: Palette; readonly picture: Picture; readonly filters: Filters; readonly passing: Passing },
  events: GraphEvents,
): GraphView {
  let { palette, picture, filters, passing } = initial;
  let selected: Attention = null;
  let hovered: Picked | null = null;
  let isGrouped = true;
  let places: ReadonlyMap<string, { readonly x: number; readonly y: number }> = new Map();
  let network = networkOf(picture, places);
  let fan: string[] = [];
  const lookWith = (focus: LookState["focus"], fanned: LookState["fanned"]): LookState => {
    const { clientWidth: width, clientHeight: height } = container;
    return { palette, scale: scaleFor(width, height), fineness, focus, fanned };
  };
  const findFineness = () => finenessOf(network, container.clientWidth, container.clientHeight);
  let fineness = findFineness();
  let state = lookWith(null, new Set());
  const background = (): readonly number[] => channels(palette.background);

  // The programs are made before there is a Sigma to ask.
  let isHeld = (): boolean => false;
  const sigma = new HoldableSigma(network, container, {
    nodeProgramClasses: { shape: makeShapeProgram(background, () => isHeld()) },
    edgeProgramClasses: Object.fromEntries(
      lines.flatMap((line) => [
        [line, makeLineProgram(line, "straight", () => isHeld())],
        [`curved-${line}`, makeLineProgram(line, "curved", () => isHeld())],
      ]),
    ),
    defaultNodeType: "shape",
    defaultEdgeType: "solid",
    nodeReducer: (id, node) => nodeLook(id, node, state),
    edgeReducer: (id, edge) => edgeLook(id, edge, state),
    enableEdgeEvents: network.size <= manyLines,
    enableCameraRotation: false,
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    zIndex: network.size <= manyLines,
    minEdgeThickness: 1,
    // Room for labels at the edge; less of it where the window is small.
    stagePadding: Math.round(Math.max(16, Math.min(56, 0.08 * Math.min(container.clientWidth, container.clientHeight)))),
    minCameraRatio: 0.004,
    maxCameraRatio: 3,
    allowInvalidContainer: true,
  });
  isHeld = () => sigma.isHeld;
  const camera = sigma.getCamera();
  const canvases = sigma.getCanvases();
  const ground = addGround(container, canvases.edges ?? null);
  // Layers of Sigma's that stay empty here need not be put on the screen again and again.
  for (const unused of [canvases.edgeLabels, canvases.hovers, canvases.hoverNodes]) if (unused) unused.hidden = true;
  const layers = [ground?.canvas, canvases.edges, canvases.nodes, canvases.labels].filter((layer) => layer !== undefined);
  const steady = makeSteady(sigma, layers, whenLayersAreDone(layers), () => {
    if (hasNewLook) redraw();
    events.onRest(camera.getState(), extentNow());
  });

  const focusOf = (attention: Attention): LookState["focus"] => {
    if (attention === null) return null;
    if ("entity" in attention) return around(network, [attention.entity]);
    if ("chain" in attention) return among(network, attention.chain);
    if ("path" in attention) return among(network, attention.path);
    if ("group" in attention) return among(network, attention.group);
    const { a, b } = attention.pair;
    const edges = new Set(network.hasNode(a.id) && network.hasNode(b.id) ? network.edges(a.id, b.id) : []);
    return { nodes: new Set([a.id, b.id]), edges };
  };
  /** Whether the look of names and lines has to be found anew once the camera stands still. */
  let hasNewLook = false;
  const redraw = (): void => {
    hasNewLook = false;
    steady.drawNext();
    state = lookWith(focusOf(hovered ?? selected), fannedLines());
    sigma.refresh({ skipIndexation: true });
  };
  const fannedLines = (): ReadonlySet<string> => new Set(fan.map((key) => key.split("/")[0] ?? key));
  /** Draws the lines of what is selected relation by relation. */
  const fanOut = (): void => {
    for (const key of fan) if (network.hasEdge(key)) network.dropEdge(key);
    fan = [];
    if (selected === null || "group" in selected) return;
    const focus = focusOf(selected);
    for (const key of focus?.edges ?? []) {
      if (fan.length > 200) break;
      const edges = fanOf(network.getEdgeAttributes(key), filters, passing);
      edges.forEach((edge, index) => {
        const fanned = `${key}/${index}`;
        network.addEdgeWithKey(fanned, edge.pair.a.id, edge.pair.b.id, edge);
        fan.push(fanned);
      });
    }
  };
  const hover = (next: Picked | null): void => {
    hovered = next;
    container.classList.toggle("pointing", next !== null);
    events.onHover(next);
    // To dim the rest means to look at every line again: among many, the name under the pointer is written, and that is all.
    if (network.size > manyLines) writeNames();
    else if (steady.isMoving()) hasNewLook = true;
    else redraw();
  };
  const durationMs = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 350);
  const jump = (target: Partial<Camera>): void => {
    steady.drawNext();
    camera.setState(target);
  };
  const move = (target: Partial<Camera>): void => {
    // An animation of no length still takes a frame and can be overtaken; setting the state cannot.
    if (durationMs() === 0) jump(target);
    else void camera.animate(target, { duration: durationMs() });
  };
  const extentNow = (): Extent => {
    const { width, height } = sigma.getDimensions();
    const corners = [sigma.viewportToGraph({ x: 0, y: 0 }), sigma.viewportToGraph({ x: width, y: height })];
    const range = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
    return { x: range(corners.map(({ x }) => x)), y: range(corners.map(({ y }) => y)) };
  };
  const pairAt = (edge: string): Picked => ({ pair: network.getEdgeAttributes(edge).pair });

  sigma.on("enterNode", ({ node }) => hover({ entity: node }));
  sigma.on("leaveNode", () => hover(null));
  sigma.on("enterEdge", ({ edge }) => hover(pairAt(edge)));
  sigma.on("leaveEdge", () => hover(null));
  sigma.on("clickNode", ({ node }) => events.onPick({ entity: node }));
  sigma.on("clickEdge", ({ edge }) => events.onPick(pairAt(edge)));
  sigma.on("clickStage", ({ event }) => {
    if (!steady.isMoving()) return events.onPick(null);
    // What Sigma finds under the pointer is what it drew, and a held picture is not drawn.
    const entity = nodeAt(event);
    if (entity !== null) events.onPick({ entity });
  });
  const nodeAt = ({ x, y }: { readonly x: number; readonly y: number }): string | null => {
    const { at } = scene();
    return (
      network.findNode((id) => {
        const place = at(id);
        return place !== null && Math.hypot(place.x - x, place.y - y) <= place.radius;
      }) ?? null
    );
  };
  const reserved = (): readonly Box[] =>
    onTop.filter((element) => element.offsetParent !== null).map((element) => boxWithin(container, element));
  const writeNames = (): void => {
    const context = canvases.labels?.getContext("2d");
    if (!context) return;
    const { width, height } = sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    writeLabels(context, scene(), {
      picture,
      hovered: hovered && "entity" in hovered ? hovered.entity : null,
      ring: selected && "entity" in selected ? selected.entity : null,
      reserved: reserved(),
    });
  };
  sigma.on("afterRender", () => {
    const how = steady.settle();
    container.dataset.picture = how;
    if (how === "drawn") {
      if (ground) paintGroups(ground, scene(), isGrouped ? palette.groups : []);
      writeNames();
    }
    tellCamera(sigma, container);
  });
  const scene = (): Scene => ({
    ...sigma.getDimensions(),
    network,
    state,
    steps: selected && "path" in selected ? stepsWithoutLine(network, selected.path) : [],
    at: (id) => {
      const shown = sigma.getNodeDisplayData(id);
      return shown ? { ...sigma.framedGraphToViewport(shown), radius: sigma.scaleSize(shown.size) } : null;
    },
  });
  const replaceNetwork = (): void => {
    network = networkOf(picture, places);
    fan = [];
    const isLarge = network.size > manyLines;
    sigma.setSetting("enableEdgeEvents", !isLarge);
    sigma.setSetting("zIndex", !isLarge);
    fanOut();
    fineness = findFineness();
    state = lookWith(focusOf(hovered ?? selected), fannedLines());
    sigma.setGraph(network);
  };
  new ResizeObserver(() => {
    sigma.resize();
    fineness = findFineness();
    redraw();
  }).observe(container);
  sigma.setCustomBBox(extentOf(network));
  sigma.refresh();

  return {
    show(nextPicture, nextFilters, nextPassing, frame) {
      [picture, filters, passing] = [nextPicture, nextFilters, nextPassing];
      replaceNetwork();
      if (frame === "frame") {
        sigma.setCustomBBox(extentOf(network));
        sigma.refresh();
      }
    },
    select(next) {
      selected = next;
      fanOut();
      redraw();
    },
    centre(entity) {
      const place = sigma.getNodeDisplayData(entity.id);
      if (!place) return;
      const reach = [...around(network, [entity.id]).nodes]
        .map((id) => sigma.getNodeDisplayData(id) ?? place)
        .reduce((farthest, { x, y }) => Math.max(farthest, Math.abs(x - place.x), Math.abs(y - place.y)), 0);
      // A ratio of 1 shows a square of 1 by 1; a fifth of it stays free for labels.
      move({ x: place.x, y: place.y, ratio: Math.max(closest, Math.min(2.5 * reach, farthestOut)) });
    },
    zoom(direction) {
      move({ ratio: camera.getBoundedRatio(camera.getState().ratio * (direction === "in" ? 1 / 1.5 : 1.5)) });
    },
    pan(right, down) {
      const { x, y, ratio } = camera.getState();
      move({ x: x + right * ratio, y: y - down * ratio });
    },
    showAll() {
      sigma.setCustomBBox(extentOf(network));
      sigma.refresh();
      move({ x: 0.5, y: 0.5, ratio: 1 });
    },
    camera: () => camera.getState(),
    setCamera: jump,
    setPalette(next) {
      palette = next;
      redraw();
    },
    setGroups(shown) {
      isGrouped = shown;
      redraw();
    },
    move(next) {
      places = next;
      network.updateEachNodeAttributes((id, node) => ({ ...node, ...next.get(id) }), { attributes: ["x", "y"] });
    },
    photograph() {
      steady.drawNext();
      sigma.refresh();
      const { width, height } = sigma.getDimensions();
      const ratio = window.devicePixelRatio || 1;
      const photo = document.createElement("canvas");
      photo.width = width * ratio;
      photo.height = height * ratio;
      const context = photo.getContext("2d");
      if (!context) return photo;
      context.fillStyle = palette.background;
      context.fillRect(0, 0, photo.width, photo.height);
      // WebGL keeps a picture only until the browser has composed it: it is drawn and copied within one task.
      sigma.once("afterRender", () => {
        for (const layer of layers) context.drawImage(layer, 0, 0, photo.width, photo.height);
      });
      sigma.refresh({ schedule: false });
      return photo;
    },
    scene,
  };
}

/** A canvas of our own below the lines, for the ground behind groups. */
function addGround(container: HTMLElement, edges: HTMLCanvasElement | null): CanvasRenderingContext2D | null {
  const canvas = element("canvas", { class: "ground", "aria-hidden": "true" });
  if (edges) edges.before(canvas);
  else container.prepend(canvas);
  return canvas.getContext("2d");
}

/** The rectangle around all nodes, a little larger where they are all in one place; null when there are none. */
function extentOf(network: Network): { x: [number, number]; y: [number, number] } | null {
  if (network.order === 0) return null;
  const [x, y]: [[number, number], [number, number]] = [
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ];
  network.forEachNode((_, node) => {
    x[0] = Math.min(x[0], node.x);
    x[1] = Math.max(x[1], node.x);
    y[0] = Math.min(y[0], node.y);
    y[1] = Math.max(y[1], node.y);
  });
  for (const range of [x, y]) if (range[0] === range[1]) [range[0], range[1]] = [range[0] - 1, range[1] + 1];
  return { x, y };
}

/**
 * Tells the camera to whoever looks at the page from outside: `data-camera` is "x y ratio"; `data-origin` is where graph position
 * (0, 0) lies in the container, in pixels, and `data-scale` how many pixels one unit right and one unit up measure.
 */
function tellCamera(sigma: HoldableSigma, container: HTMLElement): void {
  const { x, y, ratio } = sigma.getCamera().getState();
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const unit = sigma.graphToViewport({ x: 1, y: 1 });
  container.dataset.camera = [x, y, ratio].map((value) => value.toFixed(4)).join(" ");
  container.dataset.origin = [origin.x, origin.y].map((value) => value.toFixed(3)).join(" ");
  container.dataset.scale = [unit.x - origin.x, unit.y - origin.y].map((value) => value.toFixed(5)).join(" ");
}
