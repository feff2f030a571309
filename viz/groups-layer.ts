/** The ground behind each group: broad strokes along its lines, which run together into one soft shape, in the group's tint. */
import type { Scene } from "./graph-view.ts";

/** Where there are more names than this, the ground follows the names alone: their lines are everywhere. */
const mostFollowed = 1200;
/** So many names of a group at most are painted: more lie over each other. */
const mostPainted = 1500;
const smallestGroup = 3;

/** Paints the groups; no tints, no groups. */
export function paintGroups(context: CanvasRenderingContext2D, scene: Scene, tints: readonly string[]): void {
  const { network, width, height } = scene;
  fitCanvas(context, width, height);
  context.clearRect(0, 0, width, height);
  if (tints.length === 0) return;
  const followsLines = network.order <= mostFollowed;
  const members = new Map<number, string[]>();
  network.forEachNode((id, { entity: { community } }) => {
    // Beyond the tints there are, groups would share one: they are small, and do without.
    if (community < 0 || community >= tints.length) return;
    const ids = members.get(community);
    if (ids) ids.push(id);
    else members.set(community, [id]);
  });
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const [community, ids] of [...members].sort((a, b) => b[1].length - a[1].length)) {
    if (ids.length < smallestGroup) continue;
    context.strokeStyle = tints[community] ?? "transparent";
    context.lineWidth = 46 * Math.max(0.6, Math.min(scene.state.scale, 1)) * (followsLines ? 1 : 0.7);
    context.beginPath();
    for (const id of ids.slice(0, mostPainted)) {
      const from = scene.at(id);
      if (!from) continue;
      context.moveTo(from.x, from.y);
      context.lineTo(from.x + 0.01, from.y);
      if (!followsLines) continue;
      network.forEachEdge(id, (_, { pair, tie }) => {
        if (tie !== null || pair.a.id !== id || pair.b.community !== community) return;
        const to = scene.at(pair.b.id);
        if (!to) return;
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
      });
    }
    context.stroke();
  }
}

/** Gives the canvas the size of the drawing, in the pixels of the screen. */
function fitCanvas(context: CanvasRenderingContext2D, width: number, height: number): void {
  const { canvas } = context;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width === Math.round(width * ratio) && canvas.height === Math.round(height * ratio)) return;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}
