/**
 * What is drawn of the dataset: the best supported lines that pass the filters, and their ends. Pure. Everything between two names is
 * one line, with a count; what it stands for most (a meeting that was held before one that was planned) decides how it looks.
 */
import type { Modality } from "../src/domain/meeting.ts";
import type { Dataset, Entity, Pair, Relation, Tie } from "./dataset.ts";
import type { Filters, Passing } from "./filters.ts";

/** A pair as it is drawn. */
export interface Line {
  readonly pair: Pair;
  readonly strength: number;
  /** How many relations pass the filters. */
  readonly count: number;
  readonly kind: Relation;
  /** How the meetings of a `met` line turned out, the surest first. */
  readonly modality: Modality | null;
  /** Most independent sources of one of its meetings. */
  readonly sources: number;
}

export interface Picture {
  readonly lines: readonly Line[];
  readonly entities: readonly Entity[];
  /** How many lines pass the filters, drawn or not. */
  readonly available: number;
}

/** A rectangle in graph units. */
export interface Extent {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const kindRank: Readonly<Record<Relation, number>> = { met: 3, role: 2, statement: 1, at: 0 };
const modalityRank: Readonly<Record<Modality, number>> = {
  held: 7,
  ongoing: 6,
  planned: 5,
  cancelled: 4,
  refused: 3,
  denied: 2,
  hypothetical: 1,
};

/** Whether a tie passes. */
export function tiePasses(tie: Tie, filters: Filters, passing: Passing): boolean {
  if (filters.relations.has(tie.kind)) return false;
  return tie.kind === "role" || tie.kind === "statement" || passing.failed[tie.meeting.index] === 0;
}

function strengthOf(tie: Tie): number {
  switch (tie.kind) {
    case "met":
      return (tie.meeting.modality === "held" || tie.meeting.modality === "ongoing" ? 12 : 7) * Math.max(1, tie.meeting.sources);
    case "role":
      return tie.former ? 2 : 3;
    case "statement":
      return Math.min(tie.quotes.length, 6);
    case "at":
      return Math.max(1, tie.meeting.sources);
  }
}

/** The line of a pair, or null when none of its ties passes. */
export function lineOf(pair: Pair, filters: Filters, passing: Passing): Line | null {
  if (filters.types.has(pair.a.type) || filters.types.has(pair.b.type)) return null;
  let [strength, count, sources] = [0, 0, 0];
  let kind: Relation | null = null;
  let modality: Modality | null = null;
  for (const tie of pair.ties) {
    if (!tiePasses(tie, filters, passing)) continue;
    count += 1;
    strength += strengthOf(tie);
    if (kind === null || kindRank[tie.kind] > kindRank[kind]) kind = tie.kind;
    if (tie.kind !== "met") continue;
    sources = Math.max(sources, tie.meeting.sources);
    if (modality === null || modalityRank[tie.meeting.modality] > modalityRank[modality]) modality = tie.meeting.modality;
  }
  return kind === null ? null : { pair, strength, count, kind, modality, sources };
}

/**
 * All lines that pass, strongest first. Roles and the like have no day, place or source: where the filters ask for such, those are left
 * that belong to somebody who is in a meeting that passes.
 */
export function allLines(dataset: Dataset, filters: Filters, passing: Passing): readonly Line[] {
  const present = asksForMeetings(filters) ? presentIn(dataset, passing) : null;
  const lines: Line[] = [];
  for (const pair of dataset.pairs) {
    const line = lineOf(pair, filters, passing);
    if (line && (present === null || line.kind === "met" || present.has(pair.a) || present.has(pair.b))) lines.push(line);
  }
  return lines.sort((p, q) => q.strength - p.strength || p.pair.index - q.pair.index);
}

function asksForMeetings({ from, to, outlets, place, sources, confidence }: Filters): boolean {
  return from !== null || to !== null || outlets.size > 0 || place !== null || sources > 0 || confidence > 0;
}

function presentIn(dataset: Dataset, passing: Passing): ReadonlySet<Entity> {
  const present = new Set<Entity>();
  for (const { index, participants } of dataset.meetings) {
    if (passing.failed[index] === 0) for (const entity of participants) present.add(entity);
  }
  return present;
}

/** The names within so many steps of these over the lines, and these themselves. */
export function namesAround(lines: readonly Line[], centres: readonly Entity[], steps: number): ReadonlySet<Entity> {
  const reached = new Set(centres);
  for (let step = 0; step < steps; step += 1) {
    const before = new Set(reached);
    for (const { pair } of lines) if (before.has(pair.a) || before.has(pair.b)) reached.add(pair.a).add(pair.b);
  }
  return reached;
}

/** The lines between these names. */
export function linesAmong(lines: readonly Line[], names: ReadonlySet<Entity>): readonly Line[] {
  return lines.filter(({ pair }) => names.has(pair.a) && names.has(pair.b));
}

/**
 * The strongest `part` of the lines, but no more than `budget` of those that cross `view`: a screen holds no more, and the reader who
 * comes closer gets the rest. Loners are added where the filters show them.
 */
export function pictureOf(
  dataset: Dataset,
  filters: Filters,
  lines: readonly Line[],
  limits: { readonly part: number; readonly budget: number; readonly view: Extent | null },
): Picture {
  const drawn: Line[] = [];
  const entities = new Set<Entity>();
  const end = Math.min(limits.part, lines.length);
  for (let index = 0; index < end && drawn.length < limits.budget; index += 1) {
    const line = lines[index];
    if (!line || (limits.view && !crosses(line.pair, limits.view))) continue;
    drawn.push(line);
    entities.add(line.pair.a).add(line.pair.b);
  }
  if (filters.loners === "shown" && limits.part >= lines.length) {
    for (const entity of dataset.entities) {
      if (entities.size >= limits.budget) break;
      if (!filters.types.has(entity.type)) entities.add(entity);
    }
  }
  return { lines: drawn, entities: [...entities], available: lines.length };
}

function crosses({ a, b }: Pair, { x, y }: Extent): boolean {
  return Math.max(a.x, b.x) >= x[0] && Math.min(a.x, b.x) <= x[1] && Math.max(a.y, b.y) >= y[0] && Math.min(a.y, b.y) <= y[1];
}

/** The picture with names that the reader asked for and their strongest lines, whatever the filters or the part leave out. */
export function withEntities(picture: Picture, dataset: Dataset, wanted: readonly Entity[], lines: readonly Line[]): Picture {
  const shown = new Set(picture.entities);
  const missing = wanted.filter((entity) => !shown.has(entity));
  if (missing.length === 0) return picture;
  for (const entity of missing) shown.add(entity);
  const known = new Set(picture.lines.map(({ pair }) => pair));
  const extra: Line[] = [];
  for (const line of lines) {
    const { a, b } = line.pair;
    if (known.has(line.pair) || !(missing.includes(a) || missing.includes(b)) || extra.length >= 40) continue;
    extra.push(line);
    shown.add(a).add(b);
  }
  // A chain may run over lines that the filters hide.
  wanted.slice(1).forEach((entity, index) => {
    const before = wanted[index];
    const [low, high] = before && before.index < entity.index ? [before, entity] : [entity, before];
    const pair = low && high ? dataset.pairByEnds.get(low.index * 0x4000000 + high.index) : undefined;
    if (!pair || known.has(pair) || extra.some((line) => line.pair === pair)) return;
    extra.push({ pair, strength: 0, count: pair.ties.length, kind: "role", modality: null, sources: 0 });
  });
  return { ...picture, lines: [...picture.lines, ...extra], entities: [...shown] };
}
