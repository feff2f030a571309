/** Writes the names beside the nodes, the counts on the lines, and a ring around what is selected, on the canvas for labels. */

import type { Scene } from "./graph-view.ts";
import { type LabelWish, type Point, placeLabels } from "./labels.ts";
import { dashesOf, nodeSize, stepStyle } from "./look.ts";
import type { Picture } from "./picture.ts";

/** In pixels of the drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const labelLimit = 120;
/** Square pixels of the window for each name: more names would be a wall of text. */
const roomForLabel = 7000;
/** Discs with a smaller radius, in pixels, may lie below a name: there are so many of them that no name would have room. */
const smallestClear = 3.5;
/** Node discs that labels keep clear of; the largest first where there are more. */
const discLimit = 1000;
const attentionPriority = 1000;
/** So many of the largest are named even where a label covers a lesser node, but no more than a sixth of all that are named. */
const alwaysNamed = 12;
/** So many lines of a node its name keeps clear of; a node with more has them on all sides. */
const linesMinded = 24;
/** Pixels between a selected node and the ring around it. */
const ringGap = 5;
const lineHeight = 16;
const countLimit = 60;

/** The names of a picture, the largest first: sorted once, not for each frame. */
const orderOf = new WeakMap<Picture, readonly string[]>();

function bySize(picture: Picture): readonly string[] {
  const known = orderOf.get(picture);
  if (known) return known;
  const sorted = [...picture.entities].sort((a, b) => nodeSize(b) - nodeSize(a)).map(({ id }) => id);
  orderOf.set(picture, sorted);
  return sorted;
}

/** Draws the labels that fit. */
export function writeLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  what: { readonly picture: Picture; readonly hovered: string | null; readonly ring: string | null; readonly reserved: readonly Box[] },
): void {
  const { width, height, network, state } = scene;
  const { focus, palette } = state;
  context.font = `500 12.5px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = "middle";
  context.textAlign = "left";

  const wishes: LabelWish[] = [];
  const first = [what.hovered, what.ring].filter((id) => id !== null);
  for (const id of new Set([...first, ...bySize(what.picture)])) {
    if (wishes.length >= discLimit) break;
    const place = network.hasNode(id) ? scene.at(id) : null;
    if (!place) continue;
    const radius = place.radius * 1.15 + (id === what.ring ? ringGap + 2 : 0);
    if (place.x < -radius || place.y < -radius || place.x > width + radius || place.y > height + radius) continue;
    const priority = place.radius + (first.includes(id) ? attentionPriority : 0);
    const lines = wishes.length < 2 * labelLimit ? linesFrom(scene, id) : [];
    wishes.push({ id, text: network.getNodeAttribute(id, "entity").name, x: place.x, y: place.y, radius, priority, lines });
  }
  const wanted = focus ? wishes.filter(({ id }) => focus.nodes.has(id)) : wishes;
  const measure = (text: string): number => context.measureText(text).width;
  const limit = Math.min(labelLimit, Math.round((width * height) / roomForLabel));
  const coverFrom = wanted[Math.min(alwaysNamed, Math.ceil(limit / 6)) - 1]?.priority ?? 0;
  drawSteps(context, scene);
  const counts = writeCounts(context, scene);
  const plan = {
    ...{ width, height, lineHeight, measure, coverFrom },
    limit,
    // What is dimmed may lie below the names of what is not.
    discs: wanted.filter(({ radius }) => radius >= smallestClear),
    reserved: [...what.reserved, ...counts],
  };
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = palette.background;
  context.fillStyle = palette.ink;
  for (const { text, x, y } of placeLabels(wanted, plan)) {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
  const ringed = wishes.find(({ id }) => id === what.ring);
  if (!ringed) return;
  context.beginPath();
  context.arc(ringed.x, ringed.y, ringed.radius - 2, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = palette.ink;
  context.stroke();
}

/** The steps of a path that have no line: fine dots from disc to disc. */
function drawSteps(context: CanvasRenderingContext2D, { steps, at, state }: Scene): void {
  context.save();
  context.lineWidth = 2;
  context.strokeStyle = state.palette.ink;
  context.setLineDash([...dashesOf[stepStyle]]);
  for (const [a, b] of steps) {
    const [from, to] = [at(a), at(b)];
    if (!from || !to) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length <= from.radius + to.radius) continue;
    const [right, down] = [(to.x - from.x) / length, (to.y - from.y) / length];
    context.beginPath();
    context.moveTo(from.x + right * from.radius, from.y + down * from.radius);
    context.lineTo(to.x - right * to.radius, to.y - down * to.radius);
    context.stroke();
  }
  context.restore();
}

/** Where the bright lines of a name lead, in pixels. */
function linesFrom({ network, state, at }: Scene, id: string): readonly Point[] {
  if (network.degree(id) > linesMinded) return [];
  return network
    .mapEdges(id, (key, _, source, target) => ({ key, other: source === id ? target : source }))
    .flatMap(({ key, other }) => {
      const isDim = state.focus !== null && !state.focus.edges.has(key);
      return isDim ? [] : (at(other) ?? []);
    });
}

/** The number of relations in the middle of each line that stands for several, where there is room; the boxes it took. */
function writeCounts(context: CanvasRenderingContext2D, scene: Scene): readonly Box[] {
  const { network, state, width, height } = scene;
  const { focus, fanned, palette } = state;
  const boxes: Box[] = [];
  if (network.size > 2000) return boxes;
  context.textAlign = "center";
  network.forEachEdge((key, { count, pair, tie }) => {
    if (count < 2 || tie !== null || fanned.has(key) || boxes.length >= countLimit || (focus && !focus.edges.has(key))) return;
    const [from, to] = [scene.at(pair.a.id), scene.at(pair.b.id)];
    if (!from || !to || Math.hypot(from.x - to.x, from.y - to.y) < 48 + from.radius + to.radius) return;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    if (x < 12 || y < 12 || x > width - 12 || y > height - 12) return;
    const half = count < 10 ? 8 : 11;
    const box = { left: x - half, right: x + half, top: y - 8, bottom: y + 8 };
    if (boxes.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) return;
    boxes.push(box);
    context.beginPath();
    context.roundRect(box.left, box.top, 2 * half, 16, 8);
    context.fillStyle = palette.background;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = palette.quiet;
    context.stroke();
    context.fillStyle = palette.ink;
    context.fillText(String(count), x, y + 0.5);
  });
  context.textAlign = "left";
  return boxes;
}

/** Where an element lies, in pixels of the container. */
export function boxWithin(container: HTMLElement, inner: HTMLElement): Box {
  const [outside, box] = [container.getBoundingClientRect(), inner.getBoundingClientRect()];
  return { left: box.left - outside.left, right: box.right - outside.left, top: box.top - outside.top, bottom: box.bottom - outside.top };
}
