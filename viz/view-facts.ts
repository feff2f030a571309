/** What every view of the selection is made from: the graph, not as such, but as the filters leave it. */
import type { Links } from "./card.ts";
import type { Dataset, Meeting } from "./dataset.ts";
import type { Filters, Passing } from "./filters.ts";
import type { Line } from "./picture.ts";
import type { ViewState } from "./state.ts";

export interface ViewFacts {
  readonly dataset: Dataset;
  readonly state: ViewState;
  readonly filters: Filters;
  readonly passing: Passing;
  /** Meetings that pass, best supported first. */
  readonly meetings: readonly Meeting[];
  /** Lines that pass, strongest first. */
  readonly lines: readonly Line[];
  readonly links: Links;
}

/** A way to look at the selection. */
export interface View {
  show(facts: ViewFacts): void;
}
