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
const nearDays = new Map([
  ["today", 0],
  ["tonight", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);
/** Every word but numerals that a date can begin with. */
const openers: ReadonlySet<string> = new Set([
  ...[months, weekdays, numbers, nearDays].flatMap((words) => [...words.keys()]),
  ...units,
  ..."last next this early late earlier later the recent past coming beginning start end middle".split(" "),
]);
const dayMs = 86_400_000;

function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The context as the readers of single expressions need it. */
interface Clock {
  /** Midnight of the day of publication, or null. */
  readonly now: number | null;
  readonly future: boolean;
  /** The year that a day before it in the same words stated: "on 4 March 2023 and again on 6 April". */
  readonly statedYear: number | null;
}

function clockOf({ publishedAt, future }: DateContext): Clock {
  const time = publishedAt === null ? Number.NaN : Date.parse(`${publishedAt.slice(0, 10)}T00:00:00Z`);
  return { now: Number.isNaN(time) ? null : time, future, statedYear: null };
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
    readCalendarDate(tokens, index, end, clock) ??
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

function readWeekday(word: (offset: number) => string, { now, future }: Clock): Reading | null {
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
  const isAhead = direction === "next" || (direction === null && future);
  const behind = (today - weekday + 7) % 7;
  const time = isAhead
    ? now + (ahead === 0 && direction === "next" ? 7 : ahead) * dayMs
    : now - (behind === 0 && direction === "last" ? 7 : behind) * dayMs;
  return { length, from: time, to: time, precision: "day" };
}

function readNearDay(word: (offset: number) => string, now: number | null): Reading | null {
  const offset = nearDays.get(word(0));
  if (offset === undefined) return null;
  if (now === null) return { length: 1, from: null, to: null, precision: "day" };
  return { length: 1, from: now + offset * dayMs, to: now + offset * dayMs, precision: "day" };
}

/** "last night", "this morning", "earlier in the day": a day before publication, or that day. */
function readPartOfDay(word: (offset: number) => string, now: number | null): Reading | null {
  const isNight = word(0) === "last" && (word(1) === "night" || word(1) === "evening");
  const isToday = word(0) === "this" && ["morning", "afternoon", "evening"].includes(word(1));
  const isEarlier = (word(0) === "earlier" || word(0) === "later") && word(1) === "in" && word(2) === "the" && word(3) === "day";
  if (!isNight && !isToday && !isEarlier) return null;
  const time = now === null ? null : now - (isNight ? dayMs : 0);
  return { length: isEarlier ? 4 : 2, from: time, to: time, precision: "day" };
}

/** "over the weekend", "last weekend", "next weekend", "this weekend": a Saturday and its Sunday. */
function readWeekend(word: (offset: number) => string, { now, future }: Clock): Reading | null {
  const which = word(0);
  if (word(1) !== "weekend" || !["the", "last", "next", "this", "past"].includes(which)) return null;
  if (now === null) return { length: 2, from: null, to: null, precision: "day" };
  const ahead = (6 - new Date(now).getUTCDay() + 7) % 7;
  const isAhead = which === "next" || ((which === "this" || which === "the") && future);
  // On a Sunday the weekend is this one, already begun.
  const saturday = now + (isAhead ? ahead + (which === "next" && ahead === 0 ? 7 : 0) : ahead === 0 ? 0 : ahead - 7) * dayMs;
  return { length: 2, from: saturday, to: saturday + dayMs, precision: "day" };
}

/** "the next day", "over the next month": counted from what was told before, not from the day of publication, so that no day is known. */
function readNextOfStory(tokens: readonly Token[], index: number, word: (offset: number) => string): Reading | null {
  const isStory = word(0) === "next" && tokens[index - 1]?.lower === "the" && units.has(word(1));
  return isStory ? { length: 2, from: null, to: null, precision: "vague" } : null;
}

/** "in two weeks", "within days", of what is to come. */
function readAhead(tokens: readonly Token[], index: number, word: (offset: number) => string, { now, future }: Clock): Reading | null {
  const before = tokens[index - 1]?.lower ?? "";
  if (!future || (before !== "in" && before !== "within")) return null;
  const count = numbers.get(word(0)) ?? (/^\d{1,2}$/u.test(word(0)) ? Number.parseInt(word(0), 10) : Number.NaN);
  const [unit, length] = Number.isNaN(count) ? [word(0), 1] : [word(1), 2];
  if (!units.has(unit) || (Number.isNaN(count) && !unit.endsWith("s")) || word(length) === "of") return null;
  const plain = unit.replace(/s$/u, "");
  if (before === "within" || Number.isNaN(count)) return { length, from: now, to: null, precision: "vague" };
  const time = now === null ? null : now + count * dayMs;
  return plain === "day" ? { length, from: time, to: time, precision: "day" } : { length, ...interval(plain, count, now) };
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
  // "at the end of last month" holds its own; "at the beginning of the month" is this one.
  if (/^(?:beginning|start|end|middle)$/u.test(word(0)) && word(1) === "of" && word(2) === "the" && /^(?:week|month|year)$/u.test(word(3)))
    return { length: 4, ...interval(word(3), 0, now) };
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
