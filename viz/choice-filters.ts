/** The filters that are no entries of a legend: support by sliders, outlets by boxes, places by a list; each says how much it hides. */
import { element } from "./elements.ts";
import { type MeetingFilter, type Passing, toggled } from "./filters.ts";
import { countsFor } from "./legend-counts.ts";
import type { LegendEvents, LegendFacts } from "./legend-facts.ts";
import { count } from "./words.ts";

const mostOutlets = 40;
const mostPlaces = 60;

/** "hides 12", or nothing. */
function hides(passing: Passing, filter: MeetingFilter): HTMLElement | null {
  const number = passing.hiddenBy[filter];
  return number === 0 ? null : element("span", { class: "hides" }, `hides ${number.toLocaleString("en")}`);
}

/** Sliders for independent sources and confidence. */
export function supportFilters({ state, passing, dataset }: LegendFacts, events: LegendEvents): readonly HTMLElement[] {
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

/** A box for each outlet; null where no article names one. */
export function outletFilter({ dataset, state, passing }: LegendFacts, events: LegendEvents): HTMLElement | null {
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

/** A choice of places; null where no meeting has one. */
export function placeFilter({ dataset, state, passing }: LegendFacts, events: LegendEvents): HTMLElement | null {
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
