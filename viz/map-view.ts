/**
 * Where they met: the places of the meetings that pass the filters, on an outline of the world (Natural Earth) that comes with the page.
 * Plate carrée: a degree is as wide as it is high, which is enough to find a city.
 */
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Entity, Meeting } from "./dataset.ts";
import { button, drawing, element } from "./elements.ts";
import { placeLabels } from "./labels.ts";
import type { View, ViewFacts } from "./view-facts.ts";
import { count } from "./words.ts";

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

interface Spot {
  readonly place: Entity;
  readonly longitude: number;
  readonly latitude: number;
  readonly meetings: readonly Meeting[];
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const smallestFrame = 24;
/** Degrees of latitude; land that lies wholly beyond is not drawn. */
const southernmost = -60;

export interface MapView extends View {
  zoom(direction: "in" | "out"): void;
  pan(right: number, down: number): void;
  showAll(): void;
}

/** The map in `container`. */
export function makeMapView(container: HTMLElement): MapView {
  let outline: Promise<{ land: string; borders: string }> | null = null;
  let facts: ViewFacts | null = null;
  let frame: Frame | null = null;
  let turn = 0;

  const render = async (): Promise<void> => {
    if (!facts || container.hidden) return;
    turn += 1;
    const thisTurn = turn;
    outline ??= readOutline();
    const paths = await outline;
    if (thisTurn !== turn || !facts || container.hidden) return;
    const { clientWidth: width, clientHeight: height } = container;
    const spots = spotsOf(facts);
    frame ??= frameOf(spots, width / Math.max(1, height));
    container.replaceChildren(...draw(facts, spots, paths, fitted(frame, width / Math.max(1, height)), width));
  };
  const change = (next: (frame: Frame) => Frame): void => {
    if (frame) frame = next(frame);
    void render();
  };
  const zoomAt = (factor: number): void =>
    change(({ x, y, width, height }) => ({
      x: x + (width * (1 - factor)) / 2,
      y: y + (height * (1 - factor)) / 2,
      width: Math.min(360, Math.max(4, width * factor)),
      height: Math.min(180, Math.max(2, height * factor)),
    }));
  drag(container, (right, down) => change((now) => ({ ...now, x: now.x - right * now.width, y: now.y - down * now.height })));
  container.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoomAt(event.deltaY > 0 ? 1.15 : 1 / 1.15);
    },
    { passive: false },
  );
  new ResizeObserver(() => void render()).observe(container);
  return {
    show(next) {
      facts = next;
      void render();
    },
    zoom: (direction) => zoomAt(direction === "in" ? 1 / 1.5 : 1.5),
    pan: (right, down) => change((now) => ({ ...now, x: now.x + right * now.width, y: now.y + down * now.height })),
    showAll() {
      frame = null;
      void render();
    },
  };
}

/** The outline of land and of countries as paths, x to the east and y to the south in degrees. */
async function readOutline(): Promise<{ land: string; borders: string }> {
  const module = await import("world-atlas/countries-110m.json");
  const world = module.default as unknown as World;
  const land = feature(world, world.objects.land);
  const rings = land.features
    .flatMap(({ geometry }) => {
      if (geometry.type === "Polygon") return geometry.coordinates;
      return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
    })
    // Nobody meets in the Antarctic, and flattened it is half a screen.
    .filter((ring) => ring.some(([, latitude = 0]) => latitude > southernmost));
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b).coordinates;
  return { land: rings.map(pathOf).join(""), borders: borders.map(pathOf).join("") };
}

/** Points as a path. What crosses the date line goes on beyond it, rather than back across the whole map. */
function pathOf(points: readonly (readonly number[])[]): string {
  let [before, turn] = [points[0]?.[0] ?? 0, 0];
  return points
    .map(([x = 0, y = 0], index) => {
      if (x - before > 180) turn -= 360;
      else if (x - before < -180) turn += 360;
      before = x;
      return `${index === 0 ? "M" : "L"}${(x + turn).toFixed(2)} ${(-y).toFixed(2)}`;
    })
    .join("");
}

function spotsOf({ meetings }: ViewFacts): readonly Spot[] {
  const spots = new Map<Entity, Meeting[]>();
  for (const meeting of meetings) {
    for (const place of meeting.places) {
      if (!place.where) continue;
      const list = spots.get(place);
      if (list) list.push(meeting);
      else spots.set(place, [meeting]);
    }
  }
  return [...spots]
    .flatMap(([place, list]) => (place.where ? [{ place, ...place.where, meetings: list }] : []))
    .sort((a, b) => b.meetings.length - a.meetings.length || a.place.index - b.place.index);
}

/** A frame around the spots with some air; the world where there are none. */
function frameOf(spots: readonly Spot[], aspect: number): Frame {
  if (spots.length === 0) return { x: -180, y: -85, width: 360, height: 145 };
  const [xs, ys] = [spots.map(({ longitude }) => longitude), spots.map(({ latitude }) => -latitude)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.min(360, Math.max(smallestFrame, (right - left) * 1.25));
  const height = Math.max(smallestFrame / aspect, (bottom - top) * 1.3);
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height };
}

/** The frame made as wide or high as the window is, so that degrees stay square. */
function fitted(frame: Frame, aspect: number): Frame {
  const width = Math.max(frame.width, frame.height * aspect);
  const height = width / aspect;
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
}

function draw(
  facts: ViewFacts,
  spots: readonly Spot[],
  { land, borders }: { land: string; borders: string },
  frame: Frame,
  width: number,
): readonly Node[] {
  const unit = frame.width / Math.max(1, width);
  const radius = (spot: Spot): number => 4 + 3.2 * Math.sqrt(spot.meetings.length);
  const marks = spots.toReversed().map((spot) => {
    const { place, meetings, longitude, latitude } = spot;
    const held = meetings.filter(({ modality }) => modality === "held" || modality === "ongoing").length;
    const title = drawing("title", {});
    title.textContent = `${place.name}: ${count(meetings.length, "meeting")}, ${held} held`;
    const disc = drawing(
      "g",
      {
        class: `map-spot${held === 0 ? " none-held" : ""}`,
        tabindex: "0",
        role: "button",
        "aria-label": title.textContent,
        "data-place": place.id,
      },
      drawing("circle", {
        cx: String(longitude),
        cy: String(-latitude),
        r: String(radius(spot) * unit),
        "stroke-width": String(1.5 * unit),
        "stroke-dasharray": held === 0 ? `${3 * unit} ${2 * unit}` : "none",
      }),
      title,
    );
    disc.addEventListener("click", () => facts.links.openEntity(place.id));
    disc.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      facts.links.openEntity(place.id);
    });
    return disc;
  });
  const onScreen = spots.map((spot) => ({
    id: spot.place.id,
    text: spot.meetings.length > 1 ? `${spot.place.name} ${spot.meetings.length}` : spot.place.name,
    x: (spot.longitude - frame.x) / unit,
    y: (-spot.latitude - frame.y) / unit,
    radius: radius(spot),
    priority: spot.meetings.length,
  }));
  const plan = {
    width,
    height: frame.height / unit,
    lineHeight: 15,
    limit: 60,
    measure: (text: string) => text.length * 7,
    discs: onScreen,
    coverFrom: onScreen[9]?.priority ?? 0,
    reserved: [],
  };
  const labels = placeLabels(onScreen, plan).map(({ text, x, y }) => {
    const label = drawing("text", {
      class: "map-label",
      x: String(frame.x + x * unit),
      y: String(frame.y + (y + 4) * unit),
      "font-size": String(12.5 * unit),
      "stroke-width": String(3.5 * unit),
    });
    label.textContent = text;
    return label;
  });
  const line = { "stroke-width": String(0.7 * unit) };
  const svg = drawing(
    "svg",
    { class: "world", viewBox: `${frame.x} ${frame.y} ${frame.width} ${frame.height}`, role: "group", "aria-label": "Map of the meetings" },
    drawing("path", { class: "land", d: land, ...line }),
    drawing("path", { class: "borders", d: borders, ...line }),
    ...marks,
    ...labels,
  );
  const placed = new Set(spots.flatMap(({ meetings }) => meetings)).size;
  const unplaced = facts.meetings.length - placed;
  const note =
    spots.length === 0
      ? "No meeting that passes the filters has a place that the map knows."
      : `${count(placed, "meeting")} at ${count(spots.length, "place")}`;
  return [
    svg,
    element(
      "p",
      { class: "map-note quiet-text", role: "status" },
      unplaced > 0 && spots.length > 0 ? `${note} · ${unplaced.toLocaleString("en")} without a place on the map` : note,
    ),
    element(
      "details",
      { class: "map-list" },
      element("summary", {}, "Places as a list"),
      ...spots.map(({ place, meetings }) =>
        button(
          { class: "entry entry-line" },
          () => facts.links.openEntity(place.id),
          element("span", { class: "entry-title", dir: "auto" }, place.name),
          element("span", { class: "quiet-text" }, count(meetings.length, "meeting")),
        ),
      ),
    ),
  ];
}

/** Calls back with how far the pointer moved, as parts of the container's size. */
function drag(container: HTMLElement, onMove: (right: number, down: number) => void): void {
  let from: { x: number; y: number } | null = null;
  container.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Element && event.target.closest(".map-spot, .map-list")) return;
    from = { x: event.clientX, y: event.clientY };
    container.setPointerCapture(event.pointerId);
  });
  container.addEventListener("pointermove", (event) => {
    if (!from) return;
    onMove((event.clientX - from.x) / container.clientWidth, (event.clientY - from.y) / container.clientHeight);
    from = { x: event.clientX, y: event.clientY };
  });
  container.addEventListener("pointerup", () => {
    from = null;
  });
}
