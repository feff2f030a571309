/** What the panel says while nothing is selected: how much there is, a question to ask, and where to start. */
import type { Modality } from "../src/domain/meeting.ts";
import { type Card, type Links, section } from "./card.ts";
import { type Dataset, type Meeting, whereMet, whoMet } from "./dataset.ts";
import { button, element } from "./elements.ts";
import type { NameFinder } from "./find-names.ts";
import { modalityBadge, typeMark } from "./marks.ts";
import { setUpNameField } from "./search.ts";
import { count, dayWords, joined, meetingDay } from "./words.ts";

const firstNames = 8;
const firstMeetings = 6;

/** The content of the panel for the whole graph; `form` asks about two names, and keeps what was typed into it. */
export function overview(dataset: Dataset, form: HTMLElement, links: Links, shown: readonly Meeting[]): Card {
  const names = dataset.entities.toSorted((a, b) => b.articles - a.articles || b.mentions - a.mentions).slice(0, firstNames);
  const content = [
    element("h2", { tabindex: "-1" }, "Who met whom"),
    element("p", {}, summary(dataset)),
    element("p", { class: "quiet-text" }, "Choose a name or a line to read the sentences behind it."),
    form,
    section({
      title: "Best supported meetings",
      items: shown.slice(0, firstMeetings),
      total: shown.length,
      none: "No meeting passes the filters.",
      entry: (meeting) => {
        const facts = joined(whereMet(meeting), meetingDay(meeting), count(meeting.sources, "source"));
        return button(
          { class: "entry" },
          () => links.openMeeting(meeting.id),
          element("span", { class: "entry-title", dir: "auto" }, whoMet(meeting)),
          element("span", { class: "entry-facts" }, modalityBadge(meeting.modality), facts),
        );
      },
    }),
    section({
      title: "Most reported names",
      items: names,
      total: dataset.totals.entities,
      none: "No name was found.",
      entry: ({ id, name, type, articles }) =>
        button(
          { class: "entry entry-line" },
          () => links.openEntity(id),
          typeMark(type),
          element("span", { class: "entry-title", dir: "auto" }, name),
          element("span", { class: "quiet-text" }, count(articles, "article")),
        ),
    }),
  ];
  return { content, trail: [] };
}

/** Two names and two questions: did they meet, and how are they connected? */
export function metForm(finder: NameFinder, links: Links): HTMLElement {
  const [a, b] = [nameField("a", "First name", finder), nameField("b", "Second name", finder)];
  const ask = (question: (a: string, b: string) => void): void => {
    const [first, second] = [a.field.value.trim(), b.field.value.trim()];
    if (first === "") a.field.focus();
    else if (second === "") b.field.focus();
    else question(first, second);
  };
  const form = element(
    "form",
    { class: "met-form", "aria-label": "Did two meet?" },
    element("h3", {}, "Ask about two"),
    a.box,
    b.box,
    element(
      "div",
      { class: "met-buttons" },
      element("button", { type: "submit", class: "solid-button" }, "Did they meet?"),
      button({ class: "chip" }, () => ask(links.askPath), "How are they connected?"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(links.askMet);
  });
  return form;
}

function nameField(name: string, label: string, finder: NameFinder): { box: HTMLElement; field: HTMLInputElement } {
  const list = element("div", { id: `met-${name}-list`, role: "listbox", class: "suggestions", "aria-label": label, hidden: "" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const field = element("input", {
    id: `met-${name}`,
    class: "field",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    placeholder: label,
    dir: "auto",
  });
  // Enter chooses a suggestion; once the list is closed it asks.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !list.hidden) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    field.form?.requestSubmit();
  });
  setUpNameField({ field, list, status }, finder, () => undefined);
  return { box: element("div", { class: "name-field" }, field, list, status), field };
}

/**
 * "66 meetings (41 held, 19 planned or possible, 6 that did not come about) and 160 names, as 18 articles of 9 outlets reported them
 * from 10 Dec 2017 to 11 Mar 2025."
 */
function summary({ totals, meetings, isComplete }: Dataset): string {
  const kinds = isComplete ? outcomesOf(meetings) : "";
  const outlets = totals.outlets.length > 0 ? ` of ${count(totals.outlets.length, "outlet")}` : "";
  const { firstDay: first, lastDay: last } = totals;
  const period =
    first === null || last === null ? "" : first === last ? ` on ${dayWords(first)}` : ` from ${dayWords(first)} to ${dayWords(last)}`;
  const articles = `${count(totals.articles, "article")}${outlets}`;
  return `${count(totals.meetings, "meeting")}${kinds} and ${count(totals.entities, "name")}, as ${articles} reported them${period}.`;
}

/** " (41 held, 25 planned or possible)": what became of them; empty where it is the same for all. */
function outcomesOf(meetings: readonly Meeting[]): string {
  const number = (...kinds: readonly Modality[]): number => meetings.filter(({ modality }) => kinds.includes(modality)).length;
  const parts = [
    [number("held", "ongoing"), "held"],
    [number("planned", "hypothetical"), "planned or possible"],
    [number("cancelled", "refused", "denied"), "that did not come about"],
  ] as const;
  const told = parts.flatMap(([many, words]) => (many > 0 ? [`${many.toLocaleString("en")} ${words}`] : []));
  return told.length > 1 ? ` (${told.join(", ")})` : "";
}
