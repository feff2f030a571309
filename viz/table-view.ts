/** The selection as tables: the meetings, and the lines of the drawing. For reading in order, and for readers whom a drawing does not serve. */

import { whereMet, whoMet } from "./dataset.ts";
import { button, element } from "./elements.ts";
import { modalityBadge } from "./marks.ts";
import type { Line } from "./picture.ts";
import { csvOf, saveText } from "./save-file.ts";
import type { View, ViewFacts } from "./view-facts.ts";
import { count, meetingDay, modalityWords, relationWords } from "./words.ts";

interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly key: (row: Row) => string | number;
  readonly cell?: (row: Row, facts: ViewFacts) => Node | string;
  readonly kind?: "number" | "day";
}

/** Rows shown at first, and added with each "Show more". */
const pageSize = 200;

type Meeting = ViewFacts["meetings"][number];

const meetingColumns: readonly Column<Meeting>[] = [
  {
    title: "Who",
    text: whoMet,
    key: (meeting) => whoMet(meeting).toLowerCase(),
    cell: (meeting, { links }) =>
      button({ class: "link", "data-meeting": meeting.id, dir: "auto" }, () => links.openMeeting(meeting.id), whoMet(meeting)),
  },
  {
    title: "Status",
    text: ({ modality }) => modalityWords[modality].label,
    key: ({ modality }) => modality,
    cell: ({ modality }) => modalityBadge(modality),
  },
  { title: "When", text: (meeting) => meetingDay(meeting) ?? "", key: ({ from, to }) => to ?? from ?? "", kind: "day" },
  { title: "Where", text: whereMet, key: (meeting) => whereMet(meeting).toLowerCase() },
  { title: "Sources", text: ({ sources }) => String(sources), key: ({ sources }) => -sources, kind: "number" },
  { title: "Articles", text: ({ articles }) => String(articles), key: ({ articles }) => -articles, kind: "number" },
];

/** What a program wants that reads the rows: days as ISO, and the id. */
const savedColumns: readonly Pick<Column<Meeting>, "title" | "text">[] = [
  { title: "From", text: ({ from }) => from ?? "" },
  { title: "To", text: ({ to }) => to ?? "" },
  { title: "Confidence", text: ({ confidence }) => confidence.toFixed(2) },
  { title: "Id", text: ({ id }) => id },
];

const lineColumns: readonly Column<Line>[] = [
  {
    title: "Between",
    text: ({ pair }) => pair.a.name,
    key: ({ pair }) => pair.a.name.toLowerCase(),
    cell: ({ pair }, { links }) => button({ class: "link", dir: "auto" }, () => links.openEntity(pair.a.id), pair.a.name),
  },
  {
    title: "and",
    text: ({ pair }) => pair.b.name,
    key: ({ pair }) => pair.b.name.toLowerCase(),
    cell: ({ pair }, { links }) => button({ class: "link", dir: "auto" }, () => links.openEntity(pair.b.id), pair.b.name),
  },
  {
    title: "Relation",
    text: (line) => relationText(line),
    key: ({ kind, modality }) => `${kind} ${modality ?? ""}`,
    cell: ({ kind, modality, pair }, { links }) =>
      button(
        { class: "link quiet-link" },
        () => links.openPair(pair.a.id, pair.b.id),
        modality === null ? relationWords[kind].label : modalityBadge(modality),
      ),
  },
  { title: "Relations", text: (line) => String(line.count), key: (line) => -line.count, kind: "number" },
  { title: "Sources", text: ({ sources }) => (sources === 0 ? "–" : String(sources)), key: ({ sources }) => -sources, kind: "number" },
];

function relationText({ kind, modality }: Line): string {
  return modality === null ? relationWords[kind].label : modalityWords[modality].label;
}

/** The tables in `container`. */
export function makeTableView(container: HTMLElement): View {
  let what: "meetings" | "lines" = "meetings";
  const sorting: Record<"meetings" | "lines", { column: number; direction: 1 | -1 } | null> = { meetings: null, lines: null };
  let limit = pageSize;

  const show = (facts: ViewFacts): void => {
    const again = (change: () => void, focus: string): void => {
      change();
      show(facts);
      container.querySelector<HTMLElement>(focus)?.focus();
    };
    const tabs = (["meetings", "lines"] as const).map((name) =>
      button(
        { "aria-pressed": String(what === name), "data-tab": name },
        () =>
          again(() => {
            what = name;
            limit = pageSize;
          }, `[data-tab=${name}]`),
        name === "meetings" ? "Meetings" : "Lines",
      ),
    );
    const draw = <Row>(
      rows: readonly Row[],
      columns: readonly Column<Row>[],
      more: readonly Pick<Column<Row>, "title" | "text">[],
      caption: string,
    ): readonly (Node | null)[] => {
      const chosen = sorting[what];
      const column = chosen ? columns[chosen.column] : undefined;
      const sorted = chosen && column ? rows.toSorted((a, b) => chosen.direction * compare(column.key(a), column.key(b))) : rows;
      const head = columns.map(({ title, kind }, index) => {
        const direction = chosen?.column === index ? chosen.direction : null;
        const sort = button(
          { class: "sort", "data-column": String(index) },
          () =>
            again(() => {
              sorting[what] = { column: index, direction: direction === 1 ? -1 : 1 };
            }, `[data-column="${index}"]`),
          title,
          element("span", { class: "sort-mark", "aria-hidden": "true" }, direction === null ? "" : direction === 1 ? "↑" : "↓"),
        );
        return element(
          "th",
          { scope: "col", class: kind ?? "", "aria-sort": direction === null ? "none" : direction === 1 ? "ascending" : "descending" },
          sort,
        );
      });
      const body = sorted
        .slice(0, limit)
        .map((row) =>
          element(
            "tr",
            {},
            ...columns.map(({ text, cell, kind }) =>
              element("td", { class: kind ?? "", dir: "auto" }, cell ? cell(row, facts) : text(row) || "–"),
            ),
          ),
        );
      const left = sorted.length - limit;
      const saved = [...columns, ...more];
      const csv = button(
        { class: "chip" },
        () =>
          saveText(
            `${what}.csv`,
            "text/csv",
            csvOf(
              saved.map(({ title }) => title),
              sorted.map((row) => saved.map(({ text }) => text(row))),
            ),
          ),
        "Save as CSV",
      );
      return [
        element(
          "div",
          { class: "table-tools" },
          element("fieldset", { class: "views" }, element("legend", { class: "visually-hidden" }, "Rows"), ...tabs),
          element("p", { class: "quiet-text", role: "status" }, count(rows.length, "row")),
          csv,
        ),
        rows.length === 0
          ? element("p", { class: "empty" }, "Nothing passes the filters.")
          : element(
              "table",
              {},
              element("caption", { class: "visually-hidden" }, caption),
              element("thead", {}, element("tr", {}, ...head)),
              element("tbody", {}, ...body),
            ),
        left > 0
          ? button(
              { class: "text-button more", "data-more": "" },
              () =>
                again(() => {
                  limit += pageSize;
                }, "[data-more]"),
              `Show ${Math.min(left, pageSize)} more of ${left.toLocaleString("en")}`,
            )
          : null,
      ];
    };
    const content =
      what === "meetings"
        ? draw(facts.meetings, meetingColumns, savedColumns, "Meetings, best supported first")
        : draw(facts.lines, lineColumns, [], "Lines of the drawing, strongest first");
    container.replaceChildren(...content.filter((node) => node !== null));
  };
  return { show };
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
