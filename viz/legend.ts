/** The legend that is always there, and at the same time the filters: every entry is a switch with its count, and says what it hides. */
import { outletFilter, placeFilter, supportFilters } from "./choice-filters.ts";
import type { Relation } from "./dataset.ts";
import { button, element } from "./elements.ts";
import { changedFilters, type Filters, initialFilters, toggled } from "./filters.ts";
import { type Counts, countsFor } from "./legend-counts.ts";
import type { LegendEvents, LegendFacts } from "./legend-facts.ts";
import { lineOf, relationStyle } from "./look.ts";
import { lineMark, typeMark } from "./marks.ts";
import type { ViewState } from "./state.ts";
import { count, entityTypes, modalities, modalityWords, relationWords, typeWords } from "./words.ts";

export interface Legend {
  show(facts: LegendFacts): void;
}

const relations = ["role", "statement", "at"] as const satisfies readonly Relation[];
const namedGroups = 6;
/** More names than this are counted, not listed. */
const mostNamed = 4;
const listWords = new Intl.ListFormat("en");
/** Steps of the slider; it is logarithmic, for a graph may have ten lines or a million. */
const sliderSteps = 100;
/** Fills the legend; its parts stay where they are, so that what has the focus keeps it. */
export function makeLegend(container: HTMLElement, events: LegendEvents): Legend {
  let facts: LegendFacts | null = null;
  const details = new Map<string, boolean>();

  const render = (): void => {
    if (!facts) return;
    const { dataset, state, passing } = facts;
    const counts = countsFor(dataset);
    const focused =
      document.activeElement instanceof HTMLElement && container.contains(document.activeElement)
        ? document.activeElement.dataset.key
        : undefined;
    const scroll = container.scrollTop;
    container.replaceChildren(
      ...[
        summaryOf(facts, events),
        partSlider(facts, events),
        aroundNote(facts, events),
        group("Names", typeSwitches(counts, state.filters, events)),
        group("Meetings", modalitySwitches(counts, state.filters, events)),
        group("Other lines", relationSwitches(counts, state, events)),
        groupList(facts, events),
        ...supportFilters(facts, events),
        outletFilter(facts, events),
        placeFilter(facts, events),
        events.onRefine ? layoutTools(facts, events.onRefine) : null,
      ].filter((node) => node !== null),
    );
    for (const part of container.querySelectorAll("details")) {
      const key = part.dataset.key ?? "";
      part.open = details.get(key) ?? part.open;
      part.addEventListener("toggle", () => details.set(key, part.open));
    }
    container.scrollTop = scroll;
    if (focused !== undefined) container.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    container.dataset.shown = String(passing.shown);
  };
  return {
    show(next) {
      facts = next;
      render();
    },
  };
}

/** How much passes, and the way back to all of it. */
function summaryOf({ dataset, state, passing }: LegendFacts, events: LegendEvents): HTMLElement {
  const changed = changedFilters(state.filters);
  const hidden = dataset.meetings.length - passing.shown;
  return element(
    "div",
    { class: "filter-summary" },
    element(
      "p",
      { role: "status" },
      hidden === 0
        ? count(passing.shown, "meeting")
        : `${passing.shown.toLocaleString("en")} of ${count(dataset.meetings.length, "meeting")}`,
    ),
    changed > 0
      ? button({ class: "text-button", "data-key": "reset" }, () => events.onFilters(initialFilters), `Clear ${count(changed, "filter")}`)
      : null,
  );
}

function partSlider({ picture, part }: LegendFacts, events: LegendEvents): HTMLElement | null {
  const all = picture.available;
  if (all < 2) return null;
  const shown = Math.min(part, all);
  const slider = element("input", {
    type: "range",
    id: "part",
    "data-key": "part",
    min: "0",
    max: String(sliderSteps),
    value: String(stepFor(shown, all)),
    "aria-label": "How many lines are drawn, the best supported first",
    "aria-valuetext": `${shown} of ${all} lines`,
  });
  slider.addEventListener("input", () => events.onPart(linesAt(Number(slider.value), all)));
  return element(
    "div",
    { class: "part" },
    element(
      "label",
      { for: "part" },
      "Strongest lines",
      element("span", { class: "switch-count" }, `${shown.toLocaleString("en")} of ${all.toLocaleString("en")}`),
    ),
    slider,
  );
}

/** Lines at a step of the slider: from 5 to all of them, evenly in orders of magnitude. */
export function linesAt(step: number, all: number): number {
  const least = Math.min(5, all);
  if (step >= sliderSteps) return all;
  return Math.max(least, Math.min(all, Math.round(least * (all / least) ** (step / sliderSteps))));
}

function stepFor(lines: number, all: number): number {
  const least = Math.min(5, all);
  if (lines >= all || all <= least) return sliderSteps;
  return Math.round((sliderSteps * Math.log(lines / least)) / Math.log(all / least));
}

/** What the drawing and all views are narrowed to, and the ways out of it. */
function aroundNote({ dataset, state, passing }: LegendFacts, events: LegendEvents): HTMLElement | null {
  const { around } = state;
  if (!around) return null;
  const names = around.ids.map((id) => dataset.entityById.get(id)?.name ?? id);
  const named = names.length > mostNamed ? count(names.length, "name") : listWords.format(names);
  const words = around.steps === 0 ? `Only what is between ${named}` : `Only what is within ${count(around.steps, "step")} of ${named}`;
  const isAlone = names.length === 1;
  const steps = isAlone ? (around.steps === 1 ? 2 : 1) : around.steps === 0 ? 1 : 0;
  const offer = isAlone ? (steps === 1 ? "One step" : "Two steps") : steps === 1 ? "And those around" : "Only between them";
  return element(
    "div",
    { class: "around-note" },
    element("p", { dir: "auto" }, words, passing.hiddenBy.around > 0 ? `; hides ${count(passing.hiddenBy.around, "meeting")}` : null),
    button({ class: "text-button", "data-key": "around-steps" }, () => events.onAround({ ...around, steps }), offer),
    button({ class: "text-button", "data-key": "around-off" }, () => events.onAround(null), "Show all"),
  );
}

function typeSwitches(counts: Counts, filters: Filters, events: LegendEvents): readonly HTMLElement[] {
  return entityTypes
    .filter((type) => counts.types.has(type))
    .map((type) =>
      entry({
        key: type,
        mark: typeMark(type),
        label: typeWords[type].many,
        count: counts.types.get(type) ?? 0,
        isOn: !filters.types.has(type),
        toggle: () => events.onFilters({ ...filters, types: toggled(filters.types, type) }),
      }),
    );
}

function modalitySwitches(counts: Counts, filters: Filters, events: LegendEvents): readonly HTMLElement[] {
  return modalities
    .filter((modality) => counts.modalities.has(modality))
    .map((modality) =>
      entry({
        key: modality,
        mark: lineMark(lineOf[modality], `modality-${modality}`),
        label: modalityWords[modality].label,
        title: modalityWords[modality].meaning,
        count: counts.modalities.get(modality) ?? 0,
        isOn: !filters.modalities.has(modality),
        toggle: () => events.onFilters({ ...filters, modalities: toggled(filters.modalities, modality) }),
      }),
    );
}

function relationSwitches(counts: Counts, { filters }: ViewState, events: LegendEvents): readonly HTMLElement[] {
  const switches = relations
    .filter((relation) => counts.relations.has(relation))
    .map((relation) =>
      entry({
        key: relation,
        mark: lineMark(relationStyle[relation], "quiet"),
        label: relationWords[relation].label,
        title: relationWords[relation].meaning,
        count: counts.relations.get(relation) ?? 0,
        isOn: !filters.relations.has(relation),
        toggle: () => events.onFilters({ ...filters, relations: toggled(filters.relations, relation) }),
      }),
    );
  if (counts.loners === 0) return switches;
  const loners = entry({
    key: "loners",
    mark: element("span", { class: "line-mark" }),
    label: "Unconnected",
    title: "names that no line reaches; drawn when all lines are",
    count: counts.loners,
    isOn: filters.loners === "shown",
    toggle: () => events.onFilters({ ...filters, loners: filters.loners === "shown" ? "hidden" : "shown" }),
  });
  return [...switches, loners];
}

function groupList(facts: LegendFacts, events: LegendEvents): HTMLElement | null {
  const { groups } = countsFor(facts.dataset);
  const large = groups.filter(({ size }) => size > 2);
  if (large.length === 0) return null;
  const { state } = facts;
  const chosen = state.subject?.kind === "group" ? state.subject.number : null;
  const items = large.slice(0, namedGroups).map(({ number, name, size }) =>
    button(
      {
        class: "switch group-switch",
        "data-key": `group-${number}`,
        "aria-pressed": String(chosen === number),
        title: `The group around ${name}`,
      },
      () => events.onGroup(number),
      element("span", { class: `swatch swatch-${number}` }),
      element("span", { class: "switch-label", dir: "auto" }, name),
      element("span", { class: "switch-count" }, size.toLocaleString("en")),
    ),
  );
  const areShown = state.groups === "shown";
  const toggle = button(
    { class: "text-button", "data-key": "groups", "aria-pressed": String(areShown) },
    () => events.onGroups(areShown ? "hidden" : "shown"),
    areShown ? "Hide the coloured grounds" : "Show the coloured grounds",
  );
  return element("fieldset", { class: "group-list" }, element("legend", {}, "Groups around"), ...items, toggle);
}

function layoutTools({ isRefining }: LegendFacts, onRefine: () => void): HTMLElement {
  return element(
    "div",
    { class: "part" },
    button(
      { class: "chip", id: "refine", "data-key": "refine", "aria-pressed": String(isRefining) },
      onRefine,
      isRefining ? "Stop" : "Refine the layout",
    ),
    isRefining ? element("p", { class: "quiet-text", role: "status" }, "Moving the names to better places …") : null,
  );
}

interface Entry {
  readonly key: string;
  readonly mark: Element;
  readonly label: string;
  readonly title?: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly toggle: () => void;
}

function entry({ key, mark, label, title, count: number, isOn, toggle }: Entry): HTMLElement {
  return button(
    { class: "switch", "data-key": key, "aria-pressed": String(isOn), ...(title === undefined ? {} : { title }) },
    toggle,
    mark,
    element("span", { class: "switch-label" }, label),
    element("span", { class: "switch-count" }, isOn ? number.toLocaleString("en") : `hides ${number.toLocaleString("en")}`),
  );
}

function group(title: string, entries: readonly HTMLElement[]): HTMLElement | null {
  if (entries.length === 0) return null;
  return element("fieldset", { "data-group": title }, element("legend", {}, title), ...entries);
}
