/** Expressions of time told from the day of publication: weekdays, "last week", "in two days", "recent months"; and bare years. */
import type { Token } from "../../domain/document.ts";
import type { DatePrecision } from "../../domain/meeting.ts";
import { type Clock, day, dayMs, nearDays, numbers, type Reading, shifts, units, weekdays } from "./date-words.ts";

/** "Tuesday", "last Friday", "Monday of next week". */
export function readWeekday(word: (offset: number) => string, { now, future }: Clock): Reading | null {
  let at = 0;
  let direction: "last" | "next" | null = null;
  if (word(0) === "last" || word(0) === "next" || word(0) === "this" || word(0) === "early" || word(0) === "late") {
    if (word(0) === "last" || word(0) === "next") direction = word(0) as "last" | "next";
    at = 1;
  }
  const weekday = weekdays.get(word(at));
  if (weekday === undefined) return null;
  // "Monday of last week", "Tuesday next week".
  const of = word(at + 1) === "of" ? 1 : 0;
  const shift = at === 0 && word(at + of + 2) === "week" ? shifts.get(word(at + of + 1)) : undefined;
  if (shift !== undefined && now !== null) {
    const { from } = interval("week", shift, now);
    const time = (from ?? now) + ((weekday + 6) % 7) * dayMs;
    return { length: at + of + 3, from: time, to: time, precision: "day" };
  }
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

/** "Tuesday and Wednesday", "Monday to Thursday", "Friday through Sunday": days in a row are one stretch. */
export function readWeekdays(word: (offset: number) => string, clock: Clock): Reading | null {
  const [first, last] = [weekdays.get(word(0)), weekdays.get(word(2))];
  if (first === undefined || last === undefined) return null;
  const days = (last - first + 7) % 7;
  if (!(word(1) === "and" ? days === 1 : days > 0 && stretches.has(word(1)))) return null;
  // "moved from Wednesday to Friday": two days, of which one counts.
  if (word(-1) === "from" && [-2, -3, -4].some((at) => moving.test(word(at)))) return null;
  const { from, to } = readWeekday((offset) => word(clock.future ? offset : offset + 2), clock) ?? { from: null, to: null };
  if (from === null || to === null) return { length: 3, from: null, to: null, precision: "day" };
  return clock.future
    ? { length: 3, from, to: from + days * dayMs, precision: "day" }
    : { length: 3, from: to - days * dayMs, to, precision: "day" };
}

const moving = /^(?:moved|shifted|postponed|delayed|rescheduled|switched|changed|deferred|back|forward)$/u;
const stretches = new Set(["to", "through", "until", "till", "-", "–"]);

/** "today", "tomorrow". */
export function readNearDay(word: (offset: number) => string, now: number | null): Reading | null {
  const offset = nearDays.get(word(0));
  if (offset === undefined) return null;
  if (now === null) return { length: 1, from: null, to: null, precision: "day" };
  return { length: 1, from: now + offset * dayMs, to: now + offset * dayMs, precision: "day" };
}

/** "last night", "this morning", "earlier in the day": a day before publication, or that day. */
export function readPartOfDay(word: (offset: number) => string, now: number | null): Reading | null {
  const isNight = word(0) === "last" && (word(1) === "night" || word(1) === "evening");
  const isToday = word(0) === "this" && ["morning", "afternoon", "evening"].includes(word(1));
  const isEarlier = (word(0) === "earlier" || word(0) === "later") && word(1) === "in" && word(2) === "the" && word(3) === "day";
  if (!isNight && !isToday && !isEarlier) return null;
  const time = now === null ? null : now - (isNight ? dayMs : 0);
  return { length: isEarlier ? 4 : 2, from: time, to: time, precision: "day" };
}

/** "over the weekend", "last weekend", "next weekend", "this weekend": a Saturday and its Sunday. */
export function readWeekend(word: (offset: number) => string, { now, future }: Clock): Reading | null {
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
export function readNextOfStory(tokens: readonly Token[], index: number, word: (offset: number) => string): Reading | null {
  const isStory = word(0) === "next" && tokens[index - 1]?.lower === "the" && units.has(word(1));
  return isStory ? { length: 2, from: null, to: null, precision: "vague" } : null;
}

/** "in two weeks", "within days", of what is to come. */
export function readAhead(
  tokens: readonly Token[],
  index: number,
  word: (offset: number) => string,
  { now, future }: Clock,
): Reading | null {
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
export function readRelativeUnit(word: (offset: number) => string, now: number | null): Reading | null {
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
export function readRecent(word: (offset: number) => string, now: number | null): Reading | null {
  const at = word(0) === "the" ? 1 : 0;
  const which = word(at);
  if (!units.has(word(at + 1))) return null;
  if (which === "recent" || which === "past") return { length: at + 2, from: null, to: now, precision: "vague" };
  if (which === "coming") return { length: at + 2, from: now, to: null, precision: "vague" };
  return null;
}

/** "in 2024", "the 1990s". */
export function readYear(tokens: readonly Token[], index: number, word: (offset: number) => string): Reading | null {
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
