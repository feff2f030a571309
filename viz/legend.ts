/** The legend that is always there, and at the same time the filters: every entry is a switch with its count, and says what it hides. */
import type { Modality } from "../src/domain/meeting.ts";
import type { Dataset, Relation } from "./dataset.ts";
import { button, element } from "./elements.ts";
import { changedFilters, type Filters, initialFilters, type MeetingFilter, type Passing, toggled } from "./filters.ts";
import { lineOf, relationStyle } from "./look.ts";
import { lineMark, typeMark } from "./marks.ts";
import type { Picture } from "./picture.ts";
import type { ViewState } from "./state.ts";
import { count, entityTypes, modalities, modalityWords, relationWords, typeWords } from "./words.ts";

export interface LegendEvents {
  readonly onFilters: (filters: Filters) => void;
  /** Lines to draw; null: the first look. */
  readonly onPart: (part: number | null) => void;
  readonly onGroups: (shown: "shown" | "hidden") => void;
  readonly onGroup: (number: number) => void;
  readonly onRefine: (() => void) | null;
  readonly onEgo: (ego: ViewState["ego"]) => void;
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

export interface Legend {
  show(facts: LegendFacts): void;
}

const relations = ["role", "statement", "at"] as const satisfies readonly Relation[];
const namedGroups = 6;
/** Steps of the slider; it is logarithmic, for a graph may have ten lines or a million. */
const sliderSteps = 100;
const mostOutlets = 40;
const mostPlaces = 60;

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
        egoNote(facts, events),
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

interface Counts {
  readonly rows: number;
  readonly types: ReadonlyMap<string, number>;
  readonly modalities: ReadonlyMap<Modality, number>;
  readonly relations: ReadonlyMap<Relation, number>;
  readonly loners: number;
  readonly groups: readonly { readonly number: number; readonly name: string; readonly size: number }[];
  readonly places: readonly { readonly id: string; readonly name: string; readonly meetings: number }[];
  readonly outlets: readonly { readonly name: string; readonly meetings: number }[];
}

function countsOf(dataset: Dataset): Counts {
  const types = new Map<string, number>();
  const modalityCounts = new Map<Modality, number>();
  const relationCounts = new Map<Relation, number>();
  const groups = new Map<number, { name: string; size: number; articles: number }>();
  const places = new Map<string, { name: string; meetings: number }>();
  const outlets = new Map<number, number>();
  const tied = new Set<number>();
  for (const { a, b, ties } of dataset.pairs) {
    tied.add(a.index).add(b.index);
    for (const { kind } of ties) increase(relationCounts, kind);
  }
  for (const { type, community, name, articles } of dataset.entities) {
    increase(types, type);
    if (community < 0) continue;
    const known = groups.get(community) ?? { name, size: 0, articles: -1 };
    groups.set(community, {
      size: known.size + 1,
      ...(articles > known.articles ? { name, articles } : { name: known.name, articles: known.articles }),
    });
  }
  for (const meeting of dataset.meetings) {
    increase(modalityCounts, meeting.modality);
    for (const { id, name } of meeting.places) places.set(id, { name, meetings: (places.get(id)?.meetings ?? 0) + 1 });
    for (const outlet of meeting.outlets) increase(outlets, outlet);
  }
  return {
    rows: dataset.meetings.length + dataset.pairs.length,
    types,
    modalities: modalityCounts,
    relations: relationCounts,
    loners: dataset.entities.length - tied.size,
    groups: [...groups].map(([number, { name, size }]) => ({ number, name, size })).sort((a, b) => b.size - a.size || a.number - b.number),
    places: [...places].map(([id, place]) => ({ id, ...place })).sort((a, b) => b.meetings - a.meetings || (a.name < b.name ? -1 : 1)),
    outlets: [...outlets]
      .flatMap(([index, meetings]) => {
        const name = dataset.totals.outlets[index];
        return name === undefined ? [] : [{ name, meetings }];
      })
      .sort((a, b) => b.meetings - a.meetings || (a.name < b.name ? -1 : 1)),
  };
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
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

function egoNote({ dataset, state }: LegendFacts, events: LegendEvents): HTMLElement | null {
  const { ego } = state;
  if (!ego) return null;
  const name = dataset.entityById.get(ego.id)?.name ?? ego.id;
  const other = ego.steps === 1 ? 2 : 1;
  return element(
    "div",
    { class: "ego-note" },
    element("p", { dir: "auto" }, `Only what is within ${count(ego.steps, "step")} of ${name}`),
    button(
      { class: "text-button", "data-key": "ego-steps" },
      () => events.onEgo({ ...ego, steps: other }),
      ego.steps === 1 ? "Two steps" : "One step",
    ),
    button({ class: "text-button", "data-key": "ego-off" }, () => events.onEgo(null), "Show all"),
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
    areShown ? "Hide the ground" : "Show the ground",
  );
  return element("fieldset", { class: "group-list" }, element("legend", {}, "Groups around"), ...items, toggle);
}

const countsByDataset = new WeakMap<Dataset, Counts>();

/** The counts of a dataset; counted again after it has grown. */
function countsFor(dataset: Dataset): Counts {
  const known = countsByDataset.get(dataset);
  if (known && known.rows === dataset.meetings.length + dataset.pairs.length) return known;
  const fresh = countsOf(dataset);
  countsByDataset.set(dataset, fresh);
  return fresh;
}

/** "hides 12", or nothing. */
function hides(passing: Passing, filter: MeetingFilter): HTMLElement | null {
  const number = passing.hiddenBy[filter];
  return number === 0 ? null : element("span", { class: "hides" }, `hides ${number.toLocaleString("en")}`);
}

function supportFilters({ state, passing, dataset }: LegendFacts, events: LegendEvents): readonly HTMLElement[] {
  const { filters } = state;
  const most = dataset.meetings[0]?.sources ?? 0;
  const range = (key: "sources" | "confidence", label: string, words: string, bounds: { max: number; step: number }): HTMLElement => {
    const slider = element("input", {
      type: "range",
      id: `filter-${key}`,
      "data-key": key,
      min: "0",
      max: String(bounds.max),
      step: String(bounds.step),
      value: String(filters[key]),
      "aria-valuetext": words,
    });
    slider.addEventListener("input", () => events.onFilters({ ...filters, [key]: Number(slider.value) }));
    return element(
      "div",
      { class: "part" },
      element("label", { for: slider.id }, label, hides(passing, key), element("span", { class: "switch-count" }, words)),
      slider,
    );
  };
  return [
    element(
      "fieldset",
      {},
      element("legend", {}, "Support"),
      range("sources", "Independent sources", filters.sources === 0 ? "any" : `≥ ${filters.sources}`, {
        max: Math.max(2, Math.min(most, 10)),
        step: 1,
      }),
      range("confidence", "Confidence", filters.confidence === 0 ? "any" : `≥ ${filters.confidence.toFixed(2)}`, { max: 0.95, step: 0.05 }),
    ),
  ];
}

function outletFilter({ dataset, state, passing }: LegendFacts, events: LegendEvents): HTMLElement | null {
  const { outlets } = countsFor(dataset);
  if (outlets.length === 0) return null;
  const { filters } = state;
  const listed = outlets.filter(({ name }, index) => index < mostOutlets || filters.outlets.has(name));
  const entries = listed.map(({ name, meetings }) => {
    const box = element("input", { type: "checkbox", "data-key": `outlet-${name}` });
    box.checked = filters.outlets.has(name);
    box.addEventListener("change", () => events.onFilters({ ...filters, outlets: toggled(filters.outlets, name) }));
    return element(
      "label",
      { class: "check" },
      box,
      element("span", { class: "switch-label", dir: "auto" }, name),
      element("span", { class: "switch-count" }, meetings.toLocaleString("en")),
    );
  });
  const summary = element(
    "summary",
    { "data-key": "outlets-summary" },
    "Outlets",
    filters.outlets.size > 0 ? element("span", { class: "switch-count" }, `${filters.outlets.size} chosen`) : null,
    hides(passing, "outlets"),
  );
  return element("details", { "data-key": "outlets" }, summary, ...entries, leftOut(outlets.length - listed.length, "outlet"));
}

function placeFilter({ dataset, state, passing }: LegendFacts, events: LegendEvents): HTMLElement | null {
  const { places } = countsFor(dataset);
  if (places.length === 0) return null;
  const { filters } = state;
  const listed = places.filter(({ id }, index) => index < mostPlaces || id === filters.place);
  const select = element(
    "select",
    { id: "filter-place", "data-key": "place" },
    element("option", { value: "" }, "Anywhere"),
    ...listed.map(({ id, name, meetings }) => element("option", { value: id }, `${name} (${meetings})`)),
  );
  select.value = filters.place ?? "";
  select.addEventListener("change", () => events.onFilters({ ...filters, place: select.value === "" ? null : select.value }));
  return element(
    "div",
    { class: "part" },
    element("label", { for: "filter-place" }, "Place", hides(passing, "place")),
    select,
    leftOut(places.length - listed.length, "place"),
  );
}

/** How many choices with fewer meetings are not listed. */
function leftOut(number: number, what: string): HTMLElement | null {
  return number > 0 ? element("p", { class: "quiet-text" }, `${count(number, `more ${what}`)} with fewer meetings`) : null;
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
  return element("fieldset", {}, element("legend", {}, title), ...entries);
}
