/**
 * Words for when → an interval of days with a stated precision, never more precise than the words. "Tuesday" is the nearest
 * Tuesday before publication, or after it for something planned. Without a publication date relative words give open ends.
 */
import type { Token } from "../../domain/document.ts";
import type { DateExpression, DatePrecision } from "../../domain/meeting.ts";

export interface DateContext {
  /** ISO day the article was published, or null. */
  readonly publishedAt: string | null;
  /** True where the words speak of the future. */
  readonly future: boolean;
}

const months = new Map<string, number>(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap((month, index): [string, number][] => [
      [month, index],
      [`${month.slice(0, 3)}.`, index],
      [`${month.slice(0, 3)}`, index],
    ]),
);
months.set("sept.", 8).set("sept", 8);
const weekdays = new Map<string, number>(
  "sunday monday tuesday wednesday thursday friday saturday".split(" ").map((day, index): [string, number] => [day, index]),
);
const numbers = new Map<string, number>(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, index): [string, number] => [word, index + 1]),
);
numbers.set("a", 1).set("an", 1);
const units = new Set(["day", "days", "week", "weeks", "month", "months", "year", "years"]);
const dayMs = 86_400_000;

function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function published(context: DateContext): number | null {
  if (!context.publishedAt) return null;
  const time = Date.parse(`${context.publishedAt.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time;
}

interface Reading {
  /** Tokens read. */
  readonly length: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly precision: DatePrecision;
}

/** The date expressions in a token range, in text order, disjoint. */
export function findDates(tokens: readonly Token[], firstToken: number, endToken: number, context: DateContext): DateExpression[] {
  const found: DateExpression[] = [];
  let index = firstToken;
  while (index < endToken) {
    const reading = readDate(tokens, index, endToken, context);
    if (!reading) {
      index += 1;
      continue;
    }
    let end = index + reading.length;
    // "Tuesday night", "Monday morning": part of the expression, no finer date.
    if (["night", "morning", "evening", "afternoon"].includes(tokens[end]?.lower ?? "") && end < endToken) end += 1;
    const first = tokens[index];
    const last = tokens[end - 1];
    if (first && last) {
      found.push({
        start: first.start,
        end: last.end,
        from: reading.from === null ? null : iso(reading.from),
        to: reading.to === null ? null : iso(reading.to),
        precision: reading.precision,
      });
    }
    index = end;
  }
  return found;
}

function readDate(tokens: readonly Token[], index: number, end: number, context: DateContext): Reading | null {
  const word = (offset: number): string => (index + offset < end ? (tokens[index + offset]?.lower ?? "") : "");
  const now = published(context);
  return (
    readCalendarDate(tokens, index, end, now, context) ??
    readWeekday(word, now, context) ??
    readNearDay(word, now) ??
    readRelativeUnit(word, now) ??
    readRecent(word, now) ??
    readYear(tokens, index, word)
  );
}

/** "March 5, 2025", "5 March", "March 5", "March 2025", "in March". */
function readCalendarDate(tokens: readonly Token[], index: number, end: number, now: number | null, context: DateContext): Reading | null {
  const text = (offset: number): string => (index + offset < end ? (tokens[index + offset]?.text ?? "") : "");
  const lower = (offset: number): string => (index + offset < end ? (tokens[index + offset]?.lower ?? "") : "");
  const dayFirst = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/u.test(text(0)) && months.has(lower(1)) && /^\p{Lu}/u.test(text(1));
  const monthAt = dayFirst ? 1 : 0;
  const month = months.get(lower(monthAt));
  if (month === undefined || !/^\p{Lu}/u.test(text(monthAt))) return null;
  if (
    lower(monthAt) === "may" &&
    !dayFirst &&
    !/^\d/u.test(text(1)) &&
    tokens[index - 1]?.lower !== "in" &&
    tokens[index - 1]?.lower !== "last"
  )
    return null;
  let length = monthAt + 1;
  let date = dayFirst ? Number.parseInt(text(0), 10) : Number.NaN;
  if (!dayFirst && /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/u.test(text(1))) {
    date = Number.parseInt(text(1), 10);
    length += 1;
  }
  let year: number | null = null;
  const comma = text(length) === "," ? 1 : 0;
  if (/^(?:19|20)\d\d$/u.test(text(length + comma))) {
    year = Number.parseInt(text(length + comma), 10);
    length += comma + 1;
  }
  if (Number.isNaN(date)) {
    const resolved = year ?? nearestYear(month, 15, now, context);
    if (resolved === null) return { length, from: null, to: null, precision: "month" };
    return { length, from: day(resolved, month, 1), to: day(resolved, month + 1, 0), precision: "month" };
  }
  const resolved = year ?? nearestYear(month, date, now, context);
  if (resolved === null) return { length, from: null, to: null, precision: "day" };
  const time = day(resolved, month, date);
  return { length, from: time, to: time, precision: "day" };
}

/** The year that puts a month and day nearest before publication, or after it for the future. */
function nearestYear(month: number, date: number, now: number | null, context: DateContext): number | null {
  if (now === null) return null;
  const year = new Date(now).getUTCFullYear();
  const time = day(year, month, date);
  // A few days of grace: a date a little later than publication is still ahead, not a year ago.
  if (context.future) return time < now - 20 * dayMs ? year + 1 : year;
  return time > now + 20 * dayMs ? year - 1 : year;
}

function readWeekday(word: (offset: number) => string, now: number | null, context: DateContext): Reading | null {
  let at = 0;
  let direction: "last" | "next" | null = null;
  if (word(0) === "last" || word(0) === "next" || word(0) === "this" || word(0) === "early" || word(0) === "late") {
    if (word(0) === "last" || word(0) === "next") direction = word(0) as "last" | "next";
    at = 1;
  }
  const weekday = weekdays.get(word(at));
  if (weekday === undefined) return null;
  const length = at + 1;
  if (now === null) return { length, from: null, to: null, precision: "day" };
  const today = new Date(now).getUTCDay();
  const ahead = (weekday - today + 7) % 7;
  const future = direction === "next" || (direction === null && context.future);
  const behind = (today - weekday + 7) % 7;
  const time = future
    ? now + (ahead === 0 && direction === "next" ? 7 : ahead) * dayMs
    : now - (behind === 0 && direction === "last" ? 7 : behind) * dayMs;
  return { length, from: time, to: time, precision: "day" };
}

function readNearDay(word: (offset: number) => string, now: number | null): Reading | null {
  const offsets: Record<string, number> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
  const offset = offsets[word(0)];
  if (offset === undefined) return null;
  if (now === null) return { length: 1, from: null, to: null, precision: "day" };
  return { length: 1, from: now + offset * dayMs, to: now + offset * dayMs, precision: "day" };
}

/** "last week", "this month", "two weeks ago", "earlier this year", "next year's". */
function readRelativeUnit(word: (offset: number) => string, now: number | null): Reading | null {
  let at = 0;
  if (["earlier", "later", "late", "early"].includes(word(0))) at = 1;
  const which = word(at);
  const unit = word(at + 1);
  if ((which === "last" || which === "this" || which === "next") && units.has(unit) && !unit.endsWith("s")) {
    const shift = which === "last" ? -1 : which === "next" ? 1 : 0;
    return { length: at + 2, ...interval(unit, shift, now) };
  }
  const count = numbers.get(word(0)) ?? (/^\d{1,2}$/u.test(word(0)) ? Number.parseInt(word(0), 10) : Number.NaN);
  if (Number.isNaN(count) || !units.has(word(1)) || (word(2) !== "ago" && word(2) !== "earlier")) return null;
  const plain = word(1).replace(/s$/u, "");
  if (plain === "day") {
    const time = now === null ? null : now - count * dayMs;
    return { length: 3, from: time, to: time, precision: "day" };
  }
  return { length: 3, ...interval(plain, -count, now) };
}

function interval(unit: string, shift: number, now: number | null): { from: number | null; to: number | null; precision: DatePrecision } {
  const precision: DatePrecision = unit === "day" || unit === "week" || unit === "month" || unit === "year" ? unit : "vague";
  if (now === null) return { from: null, to: null, precision };
  const date = new Date(now);
  if (unit === "week") {
    // Weeks run Monday to Sunday.
    const monday = now - ((date.getUTCDay() + 6) % 7) * dayMs + shift * 7 * dayMs;
    return { from: monday, to: monday + 6 * dayMs, precision };
  }
  if (unit === "month") {
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth() + shift;
    return { from: day(year, month, 1), to: day(year, month + 1, 0), precision };
  }
  if (unit === "year") {
    const year = date.getUTCFullYear() + shift;
    return { from: day(year, 0, 1), to: day(year, 11, 31), precision };
  }
  return { from: now + shift * dayMs, to: now + shift * dayMs, precision };
}

/** "recent weeks", "in the coming days", "the past month": vague, on one side of publication. */
function readRecent(word: (offset: number) => string, now: number | null): Reading | null {
  const at = word(0) === "the" ? 1 : 0;
  const which = word(at);
  if (!units.has(word(at + 1))) return null;
  if (which === "recent" || which === "past") return { length: at + 2, from: null, to: now, precision: "vague" };
  if (which === "coming") return { length: at + 2, from: now, to: null, precision: "vague" };
  return null;
}

/** "in 2024", "the 1990s". */
function readYear(tokens: readonly Token[], index: number, word: (offset: number) => string): Reading | null {
  const text = tokens[index]?.text ?? "";
  if (/^(?:19|20)\d0s$/u.test(text) || (/^(?:19|20)\d0$/u.test(text) && word(1) === "s")) {
    const year = Number.parseInt(text, 10);
    return { length: text.endsWith("s") ? 1 : 2, from: day(year, 0, 1), to: day(year + 9, 11, 31), precision: "year" };
  }
  const before = tokens[index - 1]?.lower ?? "";
  if (!/^(?:19|20)\d\d$/u.test(text) || !["in", "since", "during", "of", "late", "early"].includes(before)) return null;
  const year = Number.parseInt(text, 10);
  return { length: 1, from: day(year, 0, 1), to: day(year, 11, 31), precision: "year" };
}
