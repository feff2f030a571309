/** The drawing as an SVG picture: the same shapes, colours and line styles, with every name that has room. */
import type { Scene } from "./graph-view.ts";
import { placeLabels } from "./labels.ts";
import { dashesOf, edgeLook, type LineStyle, nodeLook, type Palette, type shapeOf, stepStyle } from "./look.ts";

const namespace = "http://www.w3.org/2000/svg";

/** The scene as the text of an SVG file. Names become text nodes; nothing of the data becomes markup. */
export function sceneAsSvg({ width, height, network, state, steps, at }: Scene, palette: Palette): string {
  const svg = make("svg", {
    xmlns: namespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": "system-ui, sans-serif",
    "font-size": 12.5,
  });
  svg.append(make("rect", { width, height, fill: palette.background }));
  network.forEachEdge((key, edge) => {
    const look = edgeLook(key, edge, state);
    const [from, to] = [at(edge.pair.a.id), at(edge.pair.b.id)];
    if (look.hidden || !from || !to) return;
    const style = look.type.replace("curved-", "") as LineStyle;
    const [x, y] = [(from.x + to.x) / 2 + (to.y - from.y) * edge.bend, (from.y + to.y) / 2 - (to.x - from.x) * edge.bend];
    const d = edge.bend === 0 ? `M${point(from)}L${point(to)}` : `M${point(from)}Q${point({ x, y })} ${point(to)}`;
    const dashes = dashesOf[style].join(" ");
    svg.append(
      make("path", {
        d,
        fill: "none",
        stroke: look.color,
        "stroke-width": look.size,
        ...(dashes === "" ? {} : { "stroke-dasharray": dashes }),
      }),
    );
  });
  for (const [a, b] of steps) {
    const [from, to] = [at(a), at(b)];
    if (!from || !to) continue;
    const stroke = { stroke: palette.ink, "stroke-width": 2, "stroke-dasharray": dashesOf[stepStyle].join(" ") };
    svg.append(make("path", { d: `M${point(from)}L${point(to)}`, fill: "none", ...stroke }));
  }
  const discs: { id: string; text: string; x: number; y: number; radius: number; priority: number }[] = [];
  network.forEachNode((id, node) => {
    const place = at(id);
    if (!place) return;
    const { color } = nodeLook(id, node, state);
    svg.append(shape(node.entity.type, place, color, palette.background));
    const isDim = state.focus !== null && !state.focus.nodes.has(id);
    if (!isDim) discs.push({ id, text: node.entity.name, ...place, priority: place.radius });
  });
  discs.sort((a, b) => b.priority - a.priority);
  const plan = {
    width,
    height,
    lineHeight: 16,
    limit: 200,
    measure: (text: string) => text.length * 7,
    discs,
    coverFrom: discs[11]?.priority ?? 0,
    reserved: [],
  };
  for (const { text, x, y } of placeLabels(discs, plan)) {
    const label = make("text", {
      x,
      y: y + 4,
      fill: palette.ink,
      stroke: palette.background,
      "stroke-width": 3.5,
      "paint-order": "stroke",
    });
    label.textContent = text;
    svg.append(label);
  }
  return new XMLSerializer().serializeToString(svg);
}

function point({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

function shape(
  type: keyof typeof shapeOf,
  { x, y, radius }: { x: number; y: number; radius: number },
  fill: string,
  edge: string,
): SVGElement {
  const common = { fill, stroke: edge, "stroke-width": 1.5 };
  if (type === "PERSON") return make("circle", { cx: x, cy: y, r: radius, ...common });
  if (type === "ORGANIZATION") {
    const half = radius * 0.88;
    return make("rect", { x: x - half, y: y - half, width: 2 * half, height: 2 * half, rx: radius * 0.22, ...common });
  }
  const [left, right, top, bottom] = [x - radius * 1.05, x + radius * 1.05, y - radius * 1.1, y + radius * 0.62];
  return make("path", { d: `M${x} ${top}L${right} ${bottom}L${left} ${bottom}Z`, ...common });
}

function make(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== "xmlns") made.setAttribute(name, typeof value === "number" ? String(Number(value.toFixed(2))) : value);
  }
  return made;
}
