/** What the reader sees, as one value that fits into the address: whoever opens the address sees the same. Pure. */
import type { Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";
import type { Relation } from "./dataset.ts";
import { type Filters, initialFilters } from "./filters.ts";
import { entityTypes, modalities } from "./words.ts";

export const views = ["graph", "table", "timeline", "map", "matrix"] as const;
export type ViewName = (typeof views)[number];

/** What the panel shows. */
export type Subject =
  | { readonly kind: "entity" | "meeting"; readonly id: string }
  | { readonly kind: "pair"; readonly a: string; readonly b: string }
  | { readonly kind: "path" | "met"; readonly a: string; readonly b: string }
  | { readonly kind: "ask"; readonly text: string }
  | { readonly kind: "group"; readonly number: number }
  | { readonly kind: "review" };

/** An article that is open, with the stretch that is highlighted. */
export interface Reading {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

export interface ViewState {
  readonly view: ViewName;
  readonly subject: Subject | null;
  readonly reading: Reading | null;
  readonly filters: Filters;
  /** How many lines are drawn, strongest first; null: as many as a first look bears. */
  readonly part: number | null;
  /** Only these names with all within so many steps; 0: only what is between them. */
  readonly around: { readonly ids: readonly string[]; readonly steps: number } | null;
  readonly groups: "shown" | "hidden";
  /** Null: all of it. */
  readonly camera: { readonly x: number; readonly y: number; readonly ratio: number } | null;
}

export const initialState: ViewState = {
  view: "graph",
  subject: null,
  reading: null,
  filters: initialFilters,
  part: null,
  around: null,
  groups: "shown",
  camera: null,
};

const relations = ["met", "role", "statement", "at"] as const satisfies readonly Relation[];

/** The state as the part of an address after `#`; empty for how the page starts. */
export function addressOf(state: ViewState): string {
  const { filters } = state;
  const parts = new URLSearchParams();
  const put = (name: string, value: string | null): void => {
    if (value !== null && value !== "") parts.set(name, value);
  };
  if (state.view !== "graph") put("view", state.view);
  if (state.subject) putSubject(state.subject, put);
  if (state.reading) put("read", `${state.reading.start}-${state.reading.end}-${state.reading.article}`);
  if (state.part !== null) put("lines", String(state.part));
  for (const id of state.around?.ids ?? []) parts.append("around", `${state.around?.steps}-${id}`);
  if (state.groups === "hidden") put("groups", "hidden");
  put("without", [...filters.types, ...filters.modalities].join(" "));
  const shown = relations.filter((relation) => !filters.relations.has(relation));
  if (shown.join() !== relations.filter((relation) => !initialFilters.relations.has(relation)).join())
    put("relations", shown.join(" ") || "none");
  put("from", filters.from);
  put("to", filters.to);
  for (const outlet of filters.outlets) parts.append("outlet", outlet);
  put("place", filters.place);
  if (filters.sources > 0) put("sources", String(filters.sources));
  if (filters.confidence > 0) put("confidence", String(filters.confidence));
  if (filters.loners === "shown") put("loners", "shown");
  if (state.camera) put("camera", [state.camera.x, state.camera.y, state.camera.ratio].map((value) => Number(value.toFixed(4))).join(","));
  return parts.toString();
}

function putSubject(subject: Subject, put: (name: string, value: string) => void): void {
  switch (subject.kind) {
    case "entity":
    case "meeting":
      put(subject.kind, subject.id);
      break;
    case "pair":
    case "path":
    case "met":
      put(subject.kind, JSON.stringify([subject.a, subject.b]));
      break;
    case "ask":
      put("ask", subject.text);
      break;
    case "group":
      put("group", String(subject.number));
      break;
    case "review":
      put("review", "pairs");
      break;
  }
}

/** The state in such an address. What it does not know, it leaves out: an old address still opens. */
export function stateOf(address: string): ViewState {
  const parts = new URLSearchParams(address.replace(/^#/, ""));
  const words = (name: string): readonly string[] => (parts.get(name) ?? "").split(" ");
  const known = <Word extends string>(list: readonly Word[], name: string): ReadonlySet<Word> =>
    new Set(list.filter((word) => words(name).includes(word)));
  const view = views.find((name) => name === parts.get("view")) ?? "graph";
  const shown = parts.has("relations") ? known(relations, "relations") : null;
  const filters: Filters = {
    types: known<EntityType>(entityTypes, "without"),
    modalities: known<Modality>(modalities, "without"),
    relations: shown ? new Set(relations.filter((relation) => !shown.has(relation))) : initialFilters.relations,
    from: dayIn(parts.get("from")),
    to: dayIn(parts.get("to")),
    outlets: new Set(parts.getAll("outlet")),
    place: parts.get("place"),
    sources: numberIn(parts.get("sources")) ?? 0,
    confidence: numberIn(parts.get("confidence")) ?? 0,
    loners: parts.get("loners") === "shown" ? "shown" : "hidden",
  };
  const centres = parts.getAll("around").flatMap((part) => {
    const [, steps, id] = /^(\d)-(.+)$/s.exec(part) ?? [];
    return id === undefined ? [] : [{ steps: Number(steps), id }];
  });
  const [, start, end, article] = /^(\d+)-(\d+)-(.+)$/s.exec(parts.get("read") ?? "") ?? [];
  const camera = (parts.get("camera") ?? "").split(",").map(Number);
  const [x = Number.NaN, y = Number.NaN, ratio = Number.NaN] = camera;
  return {
    view,
    subject: subjectIn(parts),
    reading: article === undefined ? null : { article, start: Number(start), end: Number(end) },
    filters,
    part: numberIn(parts.get("lines")),
    around: centres[0] ? { ids: centres.map(({ id }) => id), steps: centres[0].steps } : null,
    groups: parts.get("groups") === "hidden" ? "hidden" : "shown",
    camera: [x, y, ratio].every(Number.isFinite) && ratio > 0 ? { x, y, ratio } : null,
  };
}

function subjectIn(parts: URLSearchParams): Subject | null {
  for (const kind of ["entity", "meeting"] as const) {
    const id = parts.get(kind);
    if (id) return { kind, id };
  }
  for (const kind of ["pair", "path", "met"] as const) {
    const names = textsIn(parts.get(kind));
    const [a, b] = names;
    if (a && b) return { kind, a, b };
  }
  const text = parts.get("ask");
  if (text) return { kind: "ask", text };
  const group = numberIn(parts.get("group"));
  if (group !== null) return { kind: "group", number: group };
  return parts.has("review") ? { kind: "review" } : null;
}

function textsIn(value: string | null): readonly string[] {
  if (value === null) return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.filter((item) => typeof item === "string") : [];
  } catch {
    return [];
  }
}

function numberIn(value: string | null): number | null {
  const number = value === null || value === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) && number >= 0 ? number : null;
}

function dayIn(value: string | null): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

/** Whether two subjects are the same. */
export function sameSubject(a: Subject | null, b: Subject | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
