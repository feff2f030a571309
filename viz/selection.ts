/** From the state to what is drawn: filters, part and surroundings applied to the dataset. Keeps what has not changed. */
import type { Dataset, Entity } from "./dataset.ts";
import { type Filters, type Passing, passingMeetings } from "./filters.ts";
import { allLines, type Extent, type Line, type Picture, pictureOf, surroundingLines, withEntities } from "./picture.ts";
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
  let kept: { filters: Filters; ego: string; passing: Passing; lines: readonly Line[] } | null = null;
  return {
    select(state, view, wanted) {
      const ego = JSON.stringify(state.ego);
      if (kept?.filters !== state.filters || kept.ego !== ego) {
        const passing = passingMeetings(dataset, state.filters);
        const all = allLines(dataset, state.filters, passing);
        const centre = state.ego ? dataset.entityById.get(state.ego.id) : undefined;
        kept = { filters: state.filters, ego, passing, lines: centre && state.ego ? surroundingLines(all, centre, state.ego.steps) : all };
      }
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
