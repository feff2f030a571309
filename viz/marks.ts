/** The small drawings that stand for types and modalities in the legend and the cards, and the colours they share with the graph. */
import type { Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";
import { drawing, element } from "./elements.ts";
import { dashesOf, type LineStyle, lineOf, type Palette, type Shape, shapeOf } from "./look.ts";
import { entityTypes, modalities, modalityWords } from "./words.ts";

const outlines: Readonly<Record<Shape, string>> = {
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z",
  square: "M4.5 3h7a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5Z",
  triangle: "M8 2 14.5 13h-13Z",
  diamond: "M8 1.5 14.5 8 8 14.5 1.5 8Z",
};

/** Gives the page's styles the colours of the graph. */
export function sharePalette(palette: Palette, style: CSSStyleDeclaration): void {
  for (const type of entityTypes) style.setProperty(`--type-${type.toLowerCase()}`, palette.types[type]);
  for (const modality of modalities) style.setProperty(`--modality-${modality}`, palette.modalities[modality]);
  for (const [index, tint] of palette.groups.entries()) style.setProperty(`--group-${index}`, tint);
  style.setProperty("--graph-background", palette.background);
  style.setProperty("--graph-quiet", palette.quiet);
}

/** The shape of a type, in its colour. */
export function typeMark(type: EntityType): SVGElement {
  return shapeMark(shapeOf[type], `mark type-${type.toLowerCase()}`);
}

/** The shape of a meeting, in the colour of its modality. */
export function meetingMark(modality: Modality): SVGElement {
  return shapeMark(shapeOf.MEETING, `mark modality-${modality}`);
}

function shapeMark(shape: Shape, name: string): SVGElement {
  return drawing("svg", { class: name, viewBox: "0 0 16 16", "aria-hidden": "true" }, drawing("path", { d: outlines[shape] }));
}

/** A stretch of line as the graph draws it. */
export function lineMark(style: LineStyle, name: string): SVGElement {
  const line = drawing("line", { x1: "1", y1: "5", x2: "29", y2: "5", "stroke-dasharray": dashesOf[style].join(" ") || "none" });
  return drawing("svg", { class: `line-mark ${name}`, viewBox: "0 0 30 10", "aria-hidden": "true" }, line);
}

/** Two sheets: what is copied. */
export function copyMark(): SVGElement {
  const sheets =
    "M5.5 5.5V3.5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z";
  return drawing("svg", { class: "tool-mark", viewBox: "0 0 16 16", "aria-hidden": "true" }, drawing("path", { d: sheets }));
}

/** A modality as line and word. */
export function modalityBadge(modality: Modality): HTMLElement {
  const { label, meaning } = modalityWords[modality];
  return element("span", { class: "badge", title: meaning }, lineMark(lineOf[modality], `modality-${modality}`), label);
}
