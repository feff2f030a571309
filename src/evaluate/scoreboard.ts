/** The scoreboard: what each part of the program scores on its development data, beside the scores frozen in data/scoreboard.json. */
import { UserError } from "../domain/errors.ts";

/** Scores by name, such as "seeds quotes F1": percentages 0 … 100 with two decimals, or counts when the name says "count". */
export type Scores = Readonly<Record<string, number>>;

/** Frozen scores by section. */
export type Scoreboard = Readonly<Record<string, Scores>>;

/** One part of the program that can be measured. */
export interface Evaluation {
  /** The section's name in the scoreboard, one word. */
  readonly section: string;
  /** One line: what is measured, on which data. */
  readonly about: string;
  /** Scores where less is better. */
  readonly lowerIsBetter?: ReadonlySet<string>;
  /** Measures; null when what it needs is not here. `shared` is the folder with the development data. */
  readonly measure: (shared: string) => Promise<Scores | null>;
}

/** A score now, beside the frozen one. */
export interface ScoreLine {
  readonly name: string;
  readonly now: number | null;
  readonly frozen: number | null;
  readonly verdict: "same" | "better" | "worse" | "new" | "gone";
}

/** Differences below this are rounding. */
const tolerance = 0.005;

/**
 * Reads a scoreboard file's text.
 * @throws UserError `bad-json` when it is not sections of numbers.
 */
export function readScoreboard(text: string, path: string): Scoreboard {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new UserError("bad-json", `${path} is not JSON`, "mend it or take it from version control", { cause });
  }
  const board: Record<string, Scores> = {};
  if (!isRecord(data)) throw malformed(path);
  for (const [section, scores] of Object.entries(data)) {
    if (!isRecord(scores)) throw malformed(path);
    const numbers: Record<string, number> = {};
    for (const [name, value] of Object.entries(scores)) {
      if (typeof value !== "number") throw malformed(path);
      numbers[name] = value;
    }
    board[section] = numbers;
  }
  return board;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(path: string): UserError {
  return new UserError("bad-json", `${path} does not hold sections of scores`, "mend it or take it from version control");
}

/** One line per score, in the order measured; frozen scores that were not measured come last. */
export function compareScores(now: Scores, frozen: Scores, lowerIsBetter: ReadonlySet<string> = new Set()): ScoreLine[] {
  const lines: ScoreLine[] = Object.entries(now).map(([name, value]) => {
    const before = frozen[name];
    if (before === undefined) return { name, now: value, frozen: null, verdict: "new" };
    const gain = lowerIsBetter.has(name) ? before - value : value - before;
    return { name, now: value, frozen: before, verdict: Math.abs(gain) < tolerance ? "same" : gain > 0 ? "better" : "worse" };
  });
  for (const [name, value] of Object.entries(frozen)) {
    if (now[name] === undefined) lines.push({ name, now: null, frozen: value, verdict: "gone" });
  }
  return lines;
}

/** The board with one section's scores replaced, rounded to two decimals; sections stay sorted by name. */
export function freezeScores(board: Scoreboard, section: string, scores: Scores): Scoreboard {
  const rounded = Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, Math.round(value * 100) / 100]));
  const sections = new Map(Object.entries(board));
  sections.set(section, rounded);
  return Object.fromEntries([...sections].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A table of the lines for the terminal. */
export function formatScores(lines: readonly ScoreLine[]): string {
  const width = Math.max(0, ...lines.map(({ name }) => name.length));
  return lines
    .map(({ name, now, frozen, verdict }) => {
      const note = verdict === "same" ? "" : `  ${verdict}`;
      return `  ${name.padEnd(width)}  ${show(now)}  frozen ${show(frozen)}${note}`.trimEnd();
    })
    .join("\n");
}

function show(value: number | null): string {
  return (value === null ? "–" : Number.isInteger(value) ? String(value) : value.toFixed(2)).padStart(7);
}
