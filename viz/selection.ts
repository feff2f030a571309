/** From the state to what is drawn: filters, part and surroundings applied to the dataset. Keeps what has not changed. */
import type { Dataset, Entity } from "./dataset.ts";
import { type Filters, type Passing, passingAmong, passingMeetings } from "./filters.ts";
import { allLines, type Extent, type Line, linesAmong, namesAround, type Picture, pictureOf, withEntities } from "./picture.ts";
import type { ViewState } from "./state.ts";

/** Lines of a first look: more would be a hairball, fewer would hide what matters. */
const firstLook = 250;
/** Lines that a screen can show and a browser can move. */
export const lineBudget = 12_000;

export interface Selection {
  readonly passing: Passing;
  /** Lines that pass, strongest first. */
  readonly lines: readonly Line[];
  /** How many of them are drawn. */
  readonly part: number;
  readonly picture: Picture;
}

export interface Selector {
  /** What this state selects; `view` is the part of the graph on screen, `wanted` what is drawn in any case. */
  select(state: ViewState, view: Extent | null, wanted: readonly Entity[]): Selection;
  /** Forgets what it kept: the dataset has grown. */
  reset(): void;
}

/** Selects from one dataset. */
export function makeSelector(dataset: Dataset): Selector {
  let kept: { filters: Filters; around: string; passing: Passing; lines: readonly Line[] } | null = null;
  const selected = ({ filters, around }: ViewState): { passing: Passing; lines: readonly Line[] } => {
    const passing = passingMeetings(dataset, filters);
    const lines = allLines(dataset, filters, passing);
    const centres = around?.ids.flatMap((id) => dataset.entityById.get(id) ?? []) ?? [];
    if (!around || centres.length === 0) return { passing, lines };
    const names = namesAround(lines, centres, around.steps);
    // Between several names, being one of them is not enough.
    const hosts = new Set(around.steps === 0 ? [] : centres);
    return { passing: passingAmong(dataset, passing, names, hosts), lines: linesAmong(lines, names) };
  };
  return {
    select(state, view, wanted) {
      const around = JSON.stringify(state.around);
      if (kept?.filters !== state.filters || kept.around !== around) kept = { filters: state.filters, around, ...selected(state) };
      const { passing, lines } = kept;
      const part = Math.min(state.part ?? (lines.length > firstLook * 1.2 ? firstLook : lines.length), lines.length);
      const limits = { part, budget: lineBudget, view: part > lineBudget ? view : null };
      const picture = withEntities(pictureOf(dataset, state.filters, lines, limits), dataset, wanted, lines);
      return { passing, lines, part, picture };
    },
    reset() {
      kept = null;
    },
  };
}
