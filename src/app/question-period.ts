/** The period at the end of a question: "in March 2025", "since 4 March 2025", "between May and July 2024". */

import { monthNumbers } from "../text/publication-date.ts";

/** Days, both ends included; null where the period is open. A month without a year is that month of any year. */
export interface Period {
  /** As asked. */
  readonly text: string;
  /** ISO day, or `--MM-DD` of any year. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A stretch of days as the words of one date allow. */
interface Days {
  readonly year: string | null;
  readonly from: string;
  readonly to: string;
}

const monthWord = `(?:${[...monthNumbers.keys()].map((name) => (name.length === 3 || name === "sept" ? `${name}\\.?` : name)).join("|")})`;
const year = "(?:1[89]|20)\\d\\d";
const date = [
  `${year}-\\d\\d(?:-\\d\\d)?`,
  `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${monthWord}(?:,? ${year})?`,
  `${monthWord} \\d{1,2}(?:st|nd|rd|th)?(?:,? ${year})?`,
  `${monthWord},?(?: ${year})?`,
  year,
].join("|");

const forms: readonly { readonly pattern: RegExp; readonly read: (first: Days, second: Days) => Pick<Period, "from" | "to"> }[] = [
  { pattern: new RegExp(` between (${date}) and (${date})$`, "iu"), read: (a, b) => ({ from: startOf(a, b), to: endOf(b, a) }) },
  { pattern: new RegExp(` from (${date}) (?:to|until|till) (${date})$`, "iu"), read: (a, b) => ({ from: startOf(a, b), to: endOf(b, a) }) },
  { pattern: new RegExp(` (?:since|from) (${date})(?: on| onwards?)?$`, "iu"), read: (a) => ({ from: startOf(a, a), to: null }) },
  { pattern: new RegExp(` after (${date})$`, "iu"), read: (a) => ({ from: dayAfter(endOf(a, a)), to: null }) },
  { pattern: new RegExp(` before (${date})$`, "iu"), read: (a) => ({ from: null, to: dayBefore(startOf(a, a)) }) },
  { pattern: new RegExp(` (?:until|till|by) (${date})$`, "iu"), read: (a) => ({ from: null, to: endOf(a, a) }) },
  { pattern: new RegExp(` (?:in|on|during)(?: the)? (${date})$`, "iu"), read: (a) => ({ from: startOf(a, a), to: endOf(a, a) }) },
];

/** The question without the period at its end, and that period; null where it names none, or one that no calendar has. */
export function takePeriod(question: string): { readonly rest: string; readonly period: Period } | null {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(question);
    if (!match) continue;
    const [first, second] = [readDate(match[1] ?? ""), readDate(match[2] ?? match[1] ?? "")];
    if (!first || !second) return null;
    const { from, to } = read(first, second);
    // Half a period without a year means nothing, and neither does one that ends before it begins.
    if ((from ?? to)?.startsWith("--") && (from === null || to === null)) return null;
    if (from !== null && to !== null && from > to) return null;
    return { rest: question.slice(0, match.index), period: { text: match[0].trim(), from, to } };
  }
  return null;
}

/** How days that are known in part lie to a period: surely in it, perhaps, or not. Dates without either end are "undated". */
export function placeInPeriod(period: Period, from: string | null, to: string | null): "inside" | "perhaps" | "outside" | "undated" {
  if (from === null && to === null) return "undated";
  const years = (period.from ?? period.to ?? "").startsWith("--") ? yearsOf(from, to) : [""];
  const places = years.map((of) => place(inYear(period.from, of), inYear(period.to, of), from, to));
  return places.find((found) => found === "inside") ?? places.find((found) => found === "perhaps") ?? "outside";
}

function place(first: string | null, last: string | null, from: string | null, to: string | null): "inside" | "perhaps" | "outside" {
  if ((last !== null && from !== null && from > last) || (first !== null && to !== null && to < first)) return "outside";
  const startsInside = first === null || (from !== null && from >= first);
  const endsInside = last === null || (to !== null && to <= last);
  return startsInside && endsInside ? "inside" : "perhaps";
}

function yearsOf(from: string | null, to: string | null): readonly string[] {
  const [first, last] = [Number((from ?? to ?? "").slice(0, 4)), Number((to ?? from ?? "").slice(0, 4))];
  return first === last ? [String(first)] : [String(first), String(last)];
}

const inYear = (day: string | null, of: string): string | null => (day?.startsWith("--") ? `${of}${day.slice(1)}` : day);

function readDate(text: string): Days | null {
  const words = text.toLowerCase();
  const [iso, isoYear = null, isoMonth, isoDay] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(words) ?? [];
  if (iso !== undefined) return daysOf(isoYear, isoMonth, isoDay);
  const name = new RegExp(monthWord, "u").exec(words)?.[0] ?? "";
  const month = monthNumbers.get(name.replace(/\.$/u, ""));
  const givenYear = new RegExp(`\\b${year}$`, "u").exec(words)?.[0] ?? null;
  const day = /(?<!\d)\d{1,2}(?!\d)/u.exec(words)?.[0];
  return month === undefined ? null : daysOf(givenYear, String(month).padStart(2, "0"), day?.padStart(2, "0"));
}

function daysOf(of: string | null, month: string | undefined, day: string | undefined): Days | null {
  if (month === undefined) return { year: of, from: "01-01", to: "12-31" };
  // Day 0 of the next month; without a year, that of a leap year.
  const last = new Date(Date.UTC(Number(of ?? 2000), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > last))) return null;
  return { year: of, from: `${month}-${day ?? "01"}`, to: `${month}-${day ?? last}` };
}

/** "between May and July 2024": a date without a year takes the other's. */
const startOf = (days: Days, other: Days): string => `${days.year ?? other.year ?? "-"}-${days.from}`;
const endOf = (days: Days, other: Days): string => `${days.year ?? other.year ?? "-"}-${days.to}`;

const dayMs = 86_400_000;
const shifted = (day: string, by: number): string =>
  day.startsWith("--") ? day : new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);
const dayAfter = (day: string): string => shifted(day, 1);
const dayBefore = (day: string): string => shifted(day, -1);
