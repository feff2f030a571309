/** Who met whom as a matrix: the most active names on both sides, a cell for each pair, ordered so that groups stand together. */
import type { Entity } from "./dataset.ts";
import { button, element } from "./elements.ts";
import { lineOf } from "./look.ts";
import { lineMark } from "./marks.ts";
import type { Line } from "./picture.ts";
import type { View, ViewFacts } from "./view-facts.ts";
import { count, joined, modalityWords } from "./words.ts";

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
          all > names.length ? `The ${names.length} most active of ${count(all, "name")}` : count(all, "name"),
        ),
        element(
          "div",
          { class: "matrix-frame" },
          element(
            "table",
            { class: "matrix" },
            element("caption", { class: "visually-hidden" }, "Who met whom; the number counts meetings"),
            element("thead", {}, element("tr", {}, element("td", {}), ...head)),
            element("tbody", {}, ...rows),
          ),
        ),
      );
    },
  };
}

function cell(row: Entity, column: Entity, line: Line | undefined, { links }: ViewFacts): HTMLElement {
  if (row === column) return element("td", { class: "self" });
  if (!line || line.modality === null) return element("td", {});
  const meetings = line.pair.ties.filter(({ kind }) => kind === "met").length;
  const words = joined(`${row.name} – ${column.name}`, modalityWords[line.modality].label, count(meetings, "meeting"));
  return element(
    "td",
    meetings > 1 ? { class: "often" } : {},
    button(
      { class: `matrix-cell modality-${line.modality}`, title: words, "aria-label": words },
      () => links.openPair(row.id, column.id),
      meetings > 1 ? String(meetings) : lineMark(lineOf[line.modality], `modality-${line.modality}`),
    ),
  );
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
