/**
 * The tables of docs/quotes.md, as Markdown: how often each sieve chose the speaker of a marked quote and how often it was right, on the
 * articles that are not kept back and on those that are, and how often quotes of each confidence are right.
 */
import type { CalibrationRow } from "./calibrate-quotes.ts";
import type { QuoteMeasures } from "./measure-quotes.ts";
import type { CountedQuote } from "./score-quotes.ts";

export interface SieveRow {
  readonly sieve: string;
  readonly decided: number;
  readonly right: number;
}

/** How often each sieve decided, and how often it was right, the busiest first; what no sieve decided does not count. */
export function sieveTable(counted: readonly CountedQuote[]): SieveRow[] {
  const rows = new Map<string, { sieve: string; decided: number; right: number }>();
  for (const { decidedBy, verdict } of counted) {
    if (verdict === "missed" || decidedBy === "none") continue;
    const row = rows.get(decidedBy) ?? { sieve: decidedBy, decided: 0, right: 0 };
    row.decided += 1;
    if (verdict === "right") row.right += 1;
    rows.set(decidedBy, row);
  }
  return [...rows.values()].sort((a, b) => b.decided - a.decided);
}

/** Both tables, a blank line between them. `all` counts every article, `keptBack` its third. */
export function sieveReport({
  marked,
  calibration,
}: {
  readonly marked: { readonly [set in keyof QuoteMeasures["marked"]]: { readonly counted: readonly CountedQuote[] } };
  readonly calibration: QuoteMeasures["calibration"];
}): string {
  return `${sieves(marked.all.counted, marked.keptBack.counted)}\n\n${confidences(calibration.all, calibration.keptBack)}`;
}

function sieves(all: readonly CountedQuote[], keptBack: readonly CountedQuote[]): string {
  const backOf = new Map(sieveTable(keptBack).map((row) => [row.sieve, row]));
  const rows = sieveTable(all).map(({ sieve, decided, right }) => {
    const back = backOf.get(sieve) ?? { decided: 0, right: 0 };
    const seen = decided - back.decided;
    return [`\`${sieve}\``, seen, percent(right - back.right, seen), back.decided, percent(back.right, back.decided)];
  });
  return table(["sieve", "decides", "right", "kept back: decides", "right"], rows);
}

function confidences(all: readonly CalibrationRow[], keptBack: readonly CalibrationRow[]): string {
  const backOf = new Map(keptBack.map((row) => [row.from, row]));
  const cellsOf = (row: CalibrationRow | undefined): (string | number)[] =>
    row ? [row.quotes, percent(row.said, 1), percent(row.right, 1)] : [0, "–", "–"];
  const rows = all.map((row) => [
    `${row.from.toFixed(1)} to ${(row.from + 0.1).toFixed(1)}`,
    ...cellsOf(row),
    ...cellsOf(backOf.get(row.from)),
  ]);
  return table(["confidence", "quotes", "mean", "right", "kept back: quotes", "mean", "right"], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;
}
