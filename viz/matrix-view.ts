/** Who met whom as a matrix: the most active names on both sides, a cell for each pair, ordered so that groups stand together. */
import type { Modality } from "../src/domain/meeting.ts";
import type { Entity } from "./dataset.ts";
import { button, element } from "./elements.ts";
import { lineOf } from "./look.ts";
import { lineMark } from "./marks.ts";
import { type Line, tiePasses } from "./picture.ts";
import type { View, ViewFacts } from "./view-facts.ts";
import { count, joined, modalities, modalityWords } from "./words.ts";

const mostNames = 28;

/** The matrix in `container`. */
export function makeMatrixView(container: HTMLElement): View {
  return {
    show(facts) {
      const met = facts.lines.filter(({ kind }) => kind === "met");
      const names = namesOf(met);
      if (names.length === 0) {
        container.replaceChildren(element("p", { class: "empty" }, "Nobody who passes the filters met anybody."));
        return;
      }
      const lines = new Map(met.map((line) => [keyOf(line.pair.a, line.pair.b), line]));
      const head = names.map((entity) =>
        element("th", { scope: "col" }, element("span", { class: "matrix-column", dir: "auto" }, entity.name)),
      );
      const rows = names.map((row) =>
        element(
          "tr",
          {},
          element(
            "th",
            { scope: "row" },
            button({ class: "link", dir: "auto" }, () => facts.links.openEntity(row.id), row.name),
          ),
          ...names.map((column) => cell(row, column, lines.get(keyOf(row, column)), facts)),
        ),
      );
      const all = new Set(met.flatMap(({ pair }) => [pair.a, pair.b])).size;
      container.replaceChildren(
        element(
          "p",
          { class: "view-note quiet-text" },
          all > names.length
            ? `The ${names.length} most active of ${count(all, "name")}; narrow it down to see others`
            : count(all, "name"),
        ),
        element(
          "div",
          { class: "matrix-frame" },
          element(
            "table",
            { class: "matrix" },
            element(
              "caption",
              { class: "visually-hidden" },
              "Who met whom: how the surest meeting of each two turned out, and how many there are where there are several",
            ),
            element("thead", {}, element("tr", {}, element("td", {}), ...head)),
            element("tbody", {}, ...rows),
          ),
        ),
      );
    },
  };
}

function cell(row: Entity, column: Entity, line: Line | undefined, { links, filters, passing }: ViewFacts): HTMLElement {
  if (row === column) return element("td", { class: "self" });
  if (!line || line.modality === null) return element("td", {});
  const met = line.pair.ties.flatMap((tie) => (tie.kind === "met" && tiePasses(tie, filters, passing) ? [tie.meeting.modality] : []));
  const words = joined(`${row.name} – ${column.name}`, outcomeWords(met));
  return element(
    "td",
    met.length > 1 ? { class: "often" } : {},
    button(
      { class: "matrix-cell", title: words, "aria-label": words },
      () => links.openPair(row.id, column.id),
      met.length > 1 ? String(met.length) : null,
      lineMark(lineOf[line.modality], `modality-${line.modality}`),
    ),
  );
}

/** "4 meetings: 3 held, 1 refused": how many came to what, the surest first; of a single one only what it came to. */
function outcomeWords(met: readonly Modality[]): string {
  const [first] = met;
  if (first !== undefined && met.length === 1) return modalityWords[first].label;
  const outcomes = modalities
    .map((modality) => ({ label: modalityWords[modality].label.toLowerCase(), number: met.filter((other) => other === modality).length }))
    .flatMap(({ label, number }) => (number > 0 ? [`${number} ${label}`] : []))
    .join(", ");
  return `${count(met.length, "meeting")}: ${outcomes}`;
}

/** The names of the strongest lines, group by group, the most active first. */
function namesOf(lines: readonly Line[]): readonly Entity[] {
  const weight = new Map<Entity, number>();
  for (const { pair, strength } of lines) for (const entity of [pair.a, pair.b]) weight.set(entity, (weight.get(entity) ?? 0) + strength);
  return [...weight]
    .sort((a, b) => b[1] - a[1] || a[0].index - b[0].index)
    .slice(0, mostNames)
    .sort(([a, first], [b, second]) => group(a) - group(b) || second - first || a.index - b.index)
    .map(([entity]) => entity);
}

function group({ community }: Entity): number {
  return community < 0 ? Number.MAX_SAFE_INTEGER : community;
}

function keyOf(a: Entity, b: Entity): string {
  return a.index < b.index ? `${a.index} ${b.index}` : `${b.index} ${a.index}`;
}
