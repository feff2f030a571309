/** What the legend is told and what it tells, for all of its parts. */
import type { Dataset } from "./dataset.ts";
import type { Filters, Passing } from "./filters.ts";
import type { Picture } from "./picture.ts";
import type { ViewState } from "./state.ts";

export interface LegendEvents {
  readonly onFilters: (filters: Filters) => void;
  /** Lines to draw; null: the first look. */
  readonly onPart: (part: number | null) => void;
  readonly onGroups: (shown: "shown" | "hidden") => void;
  readonly onGroup: (number: number) => void;
  readonly onRefine: (() => void) | null;
  readonly onAround: (around: ViewState["around"]) => void;
}

export interface LegendFacts {
  readonly dataset: Dataset;
  readonly state: ViewState;
  readonly passing: Passing;
  readonly picture: Picture;
  /** Lines drawn where the slider stands. */
  readonly part: number;
  readonly isRefining: boolean;
}
