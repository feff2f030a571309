/** The legend that is always there, and at the same time the filters: every entry is a switch with its count. */
import type { Modality } from "../src/domain/meeting.ts";
import { button, element } from "./elements.ts";
import { type Counts, type Filters, toggled } from "./filters.ts";
import { lineOf } from "./look.ts";
import { lineMark, meetingMark, typeMark } from "./marks.ts";
import type { Relation } from "./network.ts";
import { entityTypes, modalities, modalityWords, typeWords } from "./words.ts";

const relationWords: Readonly<Record<Exclude<Relation, "took-part">, { label: string; meaning: string }>> = {
  "held-at": { label: "Where it was", meaning: "from a meeting to its place" },
  role: { label: "Roles", meaning: "from a person to the body they serve" },
  statement: { label: "Spoke about", meaning: "from who spoke to who was spoken of" },
};

/** Fills the legend; `onChange` gets the filters after each switch. */
export function showLegend(container: HTMLElement, counts: Counts, initial: Filters, onChange: (filters: Filters) => void): void {
  let filters = initial;
  const change = (next: Filters): void => {
    filters = next;
    onChange(next);
  };

  const types = entityTypes
    .filter((type) => counts.types.has(type))
    .map((type) =>
      entry({
        mark: typeMark(type),
        label: typeWords[type].many,
        count: counts.types.get(type) ?? 0,
        isOn: () => !filters.types.has(type),
        toggle: () => change({ ...filters, types: toggled(filters.types, type) }),
      }),
    );
  const meetings = modalities
    .filter((modality) => counts.modalities.has(modality))
    .map((modality) =>
      entry({
        mark: meetingSample(modality),
        label: modalityWords[modality].label,
        title: modalityWords[modality].meaning,
        count: counts.modalities.get(modality) ?? 0,
        isOn: () => !filters.modalities.has(modality),
        toggle: () => change({ ...filters, modalities: toggled(filters.modalities, modality) }),
      }),
    );
  const relations = (["held-at", "role", "statement"] as const)
    .filter((relation) => counts.relations.has(relation))
    .map((relation) =>
      entry({
        mark: lineMark(relation === "statement" ? "dotted" : "solid", "quiet"),
        label: relationWords[relation].label,
        title: relationWords[relation].meaning,
        count: counts.relations.get(relation) ?? 0,
        isOn: () => !filters.relations.has(relation),
        toggle: () => change({ ...filters, relations: toggled(filters.relations, relation) }),
      }),
    );
  const loners = entry({
    mark: element("span", { class: "line-mark" }),
    label: "Unconnected",
    title: "names that no line reaches",
    count: counts.loners,
    isOn: () => filters.loners === "shown",
    toggle: () => change({ ...filters, loners: filters.loners === "shown" ? "hidden" : "shown" }),
  });
  container.replaceChildren(
    group("Names", types),
    group("Meetings", meetings),
    group("Other lines", counts.loners > 0 ? [...relations, loners] : relations),
  );
}

interface Entry {
  readonly mark: Element;
  readonly label: string;
  readonly title?: string;
  readonly count: number;
  readonly isOn: () => boolean;
  readonly toggle: () => void;
}

function entry({ mark, label, title, count, isOn, toggle }: Entry): HTMLElement {
  const made = button(
    { class: "switch", "aria-pressed": String(isOn()), ...(title === undefined ? {} : { title }) },
    () => {
      toggle();
      made.setAttribute("aria-pressed", String(isOn()));
    },
    mark,
    element("span", { class: "switch-label" }, label),
    element("span", { class: "switch-count" }, count.toLocaleString("en")),
  );
  return made;
}

function group(title: string, entries: readonly HTMLElement[]): HTMLElement | "" {
  if (entries.length === 0) return "";
  return element("fieldset", {}, element("legend", {}, title), ...entries);
}

function meetingSample(modality: Modality): Element {
  return element("span", { class: "sample" }, meetingMark(modality), lineMark(lineOf[modality], `modality-${modality}`));
}
