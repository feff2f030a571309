/**
 * Words for when → an interval of days with a stated precision, never more precise than the words. "Tuesday" is the nearest
 * Tuesday before publication, or after it for something planned. Without a publication date relative words give open ends.
 */
import type { Token } from "../../domain/document.ts";
import type { DateExpression } from "../../domain/meeting.ts";
import { type Clock, day, dayMs, months, nearDays, numbers, type Reading, shifts, units, weekdays } from "./date-words.ts";
import {
  readAhead,
  readNearDay,
  readNextOfStory,
  readPartOfDay,
  readRecent,
  readRelativeUnit,
  readWeekday,
  readWeekdays,
  readWeekend,
  readYear,
} from "./relative-dates.ts";

export interface DateContext {
  /** ISO day the article was published, or null. */
  readonly publishedAt: string | null;
  /** True where the words speak of the future. */
  readonly future: boolean;
}

/** Every word but numerals that a date can begin with. */
const openers: ReadonlySet<string> = new Set([
  ...[months, weekdays, numbers, nearDays].flatMap((words) => [...words.keys()]),
  ...units,
  ..."last next this early late earlier later the recent past coming beginning start end middle".split(" "),
]);
function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function clockOf({ publishedAt, future }: DateContext): Clock {
  const time = publishedAt === null ? Number.NaN : Date.parse(`${publishedAt.slice(0, 10)}T00:00:00Z`);
  return { now: Number.isNaN(time) ? null : time, future, statedYear: null };
}

/** The date expressions in a token range, in text order, disjoint. */
export function findDates(tokens: readonly Token[], firstToken: number, endToken: number, context: DateContext): DateExpression[] {
  const found: DateExpression[] = [];
  let clock = clockOf(context);
  let index = firstToken;
  let before: Reading | null = null;
  let week: { readonly monday: number; readonly index: number } | null = null;
  while (index < endToken) {
    const read: Reading | null = canOpen(tokens[index])
      ? (readMonths(tokens, index, endToken, clock) ??
        readDate(tokens, index, endToken, clock) ??
        readDayOfList(tokens, index, endToken, clock) ??
        readDayAfter(tokens, index, endToken, before))
      : null;
    if (!read) {
      index += 1;
      continue;
    }
    // "met twice last week, on Monday and on Thursday": the days are those of the week named just before.
    const isOfWeek: boolean =
      week !== null && read.precision === "day" && read.length === 1 && read.from !== null && index - week.index < 14;
    const time: number | null = isOfWeek && week !== null && read.from !== null ? week.monday + daysFromMonday(read.from) * dayMs : null;
    before = time === null ? read : { ...read, from: time, to: time };
    if (read.precision === "week" && read.from !== null) week = { monday: read.from, index };
    let end = index + read.length;
    const lastWord = tokens[end - 1]?.text ?? "";
    if (read.length > 1 && read.precision === "day" && /^(?:19|20)\d\d$/u.test(lastWord))
      clock = { ...clock, statedYear: Number.parseInt(lastWord, 10) };
    // "Tuesday night", "Monday morning": part of the expression, no finer date.
    if (["night", "morning", "evening", "afternoon"].includes(tokens[end]?.lower ?? "") && end < endToken) end += 1;
    const first = tokens[index];
    const last = tokens[end - 1];
    if (first && last) {
      const { from, to, precision } = before;
      found.push({
        start: first.start,
        end: last.end,
        from: from === null ? null : iso(from),
        to: to === null ? null : iso(to),
        precision,
      });
    }
    index = end;
  }
  return found;
}

function canOpen(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const unit = token.text.charCodeAt(0);
  return (unit >= 48 && unit <= 57) || openers.has(token.lower);
}

function daysFromMonday(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7;
}

/** "between May and September", "from May to June 2024": one stretch of months. */
function readMonths(tokens: readonly Token[], index: number, end: number, clock: Clock): Reading | null {
  const [opener, link] = [tokens[index - 1]?.lower, tokens[index + 1]?.lower];
  if (!(opener === "between" && link === "and") && !(opener === "from" && (link === "to" || link === "until"))) return null;
  const monthAt = (at: number): number | undefined =>
    at < end && /^\p{Lu}/u.test(tokens[at]?.text ?? "") ? months.get(tokens[at]?.lower ?? "") : undefined;
  const [first, last] = [monthAt(index), monthAt(index + 2)];
  if (first === undefined || last === undefined || /^\d{1,2}$/u.test(tokens[index + 3]?.text ?? "")) return null;
  const year = /^(?:19|20)\d\d$/u.test(tokens[index + 3]?.text ?? "") ? Number.parseInt(tokens[index + 3]?.text ?? "", 10) : null;
  const length = year === null ? 3 : 4;
  const ends = year ?? nearestYear(last, 15, clock);
  if (ends === null) return { length, from: null, to: null, precision: "month" };
  return { length, from: day(first > last ? ends - 1 : ends, first, 1), to: day(ends, last + 1, 0), precision: "month" };
}

const dayNumber = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/u;

/** "3" in "on 3 and 9 January", "5" in "January 3 and 5", "3" to "5" in "3-5 January": a day whose month stands with its neighbour. */
function readDayOfList(tokens: readonly Token[], index: number, end: number, clock: Clock): Reading | null {
  const word = (at: number): string => (at < end && at >= 0 ? (tokens[at]?.lower ?? "") : "");
  if (!dayNumber.test(word(index))) return null;
  const isMonth = (at: number): boolean => months.has(word(at)) && /^\p{Lu}/u.test(tokens[at]?.text ?? "");
  const date = Number.parseInt(word(index), 10);
  const link = word(index + 1);
  // "on 3 and 9 January", "from 3 to 5 January".
  if ((link === "and" || link === "," || link === "or" || ranges.has(link)) && dayNumber.test(word(index + 2))) {
    let last = index + 2;
    while ((word(last + 1) === "," || word(last + 1) === "and") && dayNumber.test(word(last + 2))) last += 2;
    if (isMonth(last + 1)) {
      const month = months.get(word(last + 1)) ?? 0;
      const stated = /^(?:19|20)\d\d$/u.test(word(last + 2)) ? Number.parseInt(word(last + 2), 10) : null;
      const year = stated ?? nearestYear(month, date, clock);
      if (year === null) return { length: 1, from: null, to: null, precision: "day" };
      const from = day(year, month, date);
      if (!ranges.has(link)) return { length: 1, from, to: from, precision: "day" };
      return { length: stated === null ? 4 : 5, from, to: day(year, month, Number.parseInt(word(index + 2), 10)), precision: "day" };
    }
  }
  // "January 3 and 9", "January 3-5".
  let first = index - 2;
  while (dayNumber.test(word(first)) && dayNumber.test(word(first - 2)) && !isMonth(first - 1)) first -= 2;
  const joins = word(index - 1) === "and" || word(index - 1) === ",";
  if (!joins || !dayNumber.test(word(first)) || !isMonth(first - 1) || units.has(word(index + 1)) || isMonth(index + 1)) return null;
  if (tokens[index + 1]?.pos === "NOUN" || tokens[index + 1]?.pos === "ADJ") return null;
  const month = months.get(word(first - 1)) ?? 0;
  const year = nearestYear(month, date, clock);
  const time = year === null ? null : day(year, month, date);
  return { length: 1, from: time, to: time, precision: "day" };
}

const ranges = new Set(["-", "–", "to"]);

/** "the following day", "a day later", "the day before": counted from the day read before in the same range. */
function readDayAfter(tokens: readonly Token[], index: number, end: number, before: Reading | null): Reading | null {
  if (before?.precision !== "day" || before.from === null || before.from !== before.to) return null;
  // "on 11 August and two days later".
  const count = numbers.get(tokens[index]?.lower ?? "");
  const isCount = count !== undefined && index + 2 < end && /^days?$/u.test(tokens[index + 1]?.lower ?? "");
  if (isCount && ["later", "earlier"].includes(tokens[index + 2]?.lower ?? "")) {
    const time = before.from + (tokens[index + 2]?.lower === "later" ? count : -count) * dayMs;
    return { length: 3, from: time, to: time, precision: "day" };
  }
  const words = [0, 1, 2].map((offset) => (index + offset < end ? (tokens[index + offset]?.lower ?? "") : "")).join(" ");
  const shift = /^(?:the (?:following|next) day|a day later)$/u.test(words)
    ? 1
    : /^(?:the day before|a day earlier)$/u.test(words)
      ? -1
      : null;
  if (shift === null) return null;
  const time = before.from + shift * dayMs;
  return { length: 3, from: time, to: time, precision: "day" };
}

function readDate(tokens: readonly Token[], index: number, end: number, clock: Clock): Reading | null {
  const word = (offset: number): string => (index + offset < end ? (tokens[index + offset]?.lower ?? "") : "");
  const { now } = clock;
  return (
    readDayWithDate(tokens, index, end, clock) ??
    readCalendarDate(tokens, index, end, clock) ??
    readWeekdays(word, clock) ??
    readWeekday(word, clock) ??
    readNearDay(word, now) ??
    readPartOfDay(word, now) ??
    readWeekend(word, clock) ??
    readNextOfStory(tokens, index, word) ??
    readAhead(tokens, index, word, clock) ??
    readRelativeUnit(word, now) ??
    readRecent(word, now) ??
    readYear(tokens, index, word)
  );
}

/** "Tuesday 7 April", "Tuesday, April 7": the date tells which Tuesday. */
function readDayWithDate(tokens: readonly Token[], index: number, end: number, clock: Clock): Reading | null {
  if (!weekdays.has(tokens[index]?.lower ?? "")) return null;
  const behind = tokens[index + 1]?.text === "," ? 2 : 1;
  const dated = readCalendarDate(tokens, index + behind, end, clock);
  return dated?.precision === "day" ? { ...dated, length: dated.length + behind } : null;
}

/** "March 5, 2025", "5 March", "March 5", "March 2025", "in March". */
function readCalendarDate(tokens: readonly Token[], index: number, end: number, clock: Clock): Reading | null {
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
  let until = Number.NaN;
  let date = dayFirst ? Number.parseInt(text(0), 10) : Number.NaN;
  if (!dayFirst && /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/u.test(text(1))) {
    date = Number.parseInt(text(1), 10);
    length += 1;
    if (ranges.has(text(2)) && dayNumber.test(text(3)) && !units.has(lower(4))) {
      until = Number.parseInt(text(3), 10);
      length += 2;
    }
  }
  const span = /^([12]?\d|3[01])[-–]([12]?\d|3[01])$/u.exec(dayFirst ? "" : text(1));
  if (span) {
    date = Number.parseInt(span[1] ?? "", 10);
    until = Number.parseInt(span[2] ?? "", 10);
    length += 1;
  }
  let year: number | null = null;
  const comma = text(length) === "," ? 1 : 0;
  if (/^(?:19|20)\d\d$/u.test(text(length + comma))) {
    year = Number.parseInt(text(length + comma), 10);
    length += comma + 1;
  }
  // "in May last year", "on 5 March of this year".
  const of = lower(length) === "of" ? 1 : 0;
  const which = lower(length + of + 1) === "year" ? shifts.get(lower(length + of)) : undefined;
  if (year === null && which !== undefined && clock.now !== null) {
    year = new Date(clock.now).getUTCFullYear() + which;
    length += of + 2;
  }
  if (Number.isNaN(date)) {
    const resolved = year ?? nearestYear(month, 15, clock);
    if (resolved === null) return { length, from: null, to: null, precision: "month" };
    return { length, from: day(resolved, month, 1), to: day(resolved, month + 1, 0), precision: "month" };
  }
  const resolved = year ?? nearestYear(month, date, clock);
  if (resolved === null) return { length, from: null, to: null, precision: "day" };
  const time = day(resolved, month, date);
  return { length, from: time, to: until > date ? day(resolved, month, until) : time, precision: "day" };
}

/** The year that puts a month and day nearest before publication, or after it for the future. */
function nearestYear(month: number, date: number, clock: Clock): number | null {
  const { now, statedYear } = clock;
  if (statedYear !== null) return statedYear;
  if (now === null) return null;
  const year = new Date(now).getUTCFullYear();
  const time = day(year, month, date);
  // A few days of grace: a date a little later than publication is still ahead, not a year ago.
  if (clock.future) return time < now - 20 * dayMs ? year + 1 : year;
  return time > now + 20 * dayMs ? year - 1 : year;
}
