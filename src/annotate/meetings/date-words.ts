/** The words of dates, and what the readers of single expressions know and give back. */
import type { DatePrecision } from "../../domain/meeting.ts";

export const months = new Map<string, number>(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap((month, index): [string, number][] => [
      [month, index],
      [`${month.slice(0, 3)}.`, index],
      [`${month.slice(0, 3)}`, index],
    ]),
);
months.set("sept.", 8).set("sept", 8);
export const weekdays = new Map<string, number>(
  "sunday monday tuesday wednesday thursday friday saturday".split(" ").map((day, index): [string, number] => [day, index]),
);
export const numbers = new Map<string, number>(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, index): [string, number] => [word, index + 1]),
);
numbers.set("a", 1).set("an", 1);
export const units = new Set(["day", "days", "week", "weeks", "month", "months", "year", "years"]);
export const nearDays = new Map([
  ["today", 0],
  ["tonight", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);
export const dayMs = 86_400_000;

/** The millisecond a day begins; months count from 0. */
export function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date);
}

/** The context as the readers of single expressions need it. */
export interface Clock {
  /** Midnight of the day of publication, or null. */
  readonly now: number | null;
  readonly future: boolean;
  /** The year that a day before it in the same words stated: "on 4 March 2023 and again on 6 April". */
  readonly statedYear: number | null;
}

/** One expression of time, read. */
export interface Reading {
  /** Tokens read. */
  readonly length: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly precision: DatePrecision;
}

/** "last", "this", "next" before a week or a year. */
export const shifts = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);
