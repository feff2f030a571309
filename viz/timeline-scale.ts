/** Days as numbers and as places along a line. Pure. */
import type { Meeting } from "./dataset.ts";

const msOfDay = 86_400_000;

/** Days since 1970-01-01; null for what is no ISO day. */
export function dayNumber(day: string | null): number | null {
  const time = day === null ? Number.NaN : Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / msOfDay);
}

/** The ISO day of a number. */
export function dayOf(number: number): string {
  return new Date(Math.round(number) * msOfDay).toISOString().slice(0, 10);
}

/** The day that stands for a meeting: the middle of when it may have been, or its only bound; null when nobody says. */
export function middleDay({ from, to }: Pick<Meeting, "from" | "to">): number | null {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  if (start === null || end === null) return start ?? end;
  return (start + end) / 2;
}

/** First and last day of all that is dated, a little wider where it is one day; null where nothing is. */
export function periodOf(meetings: readonly Meeting[]): readonly [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const meeting of meetings) {
    const day = middleDay(meeting);
    if (day === null) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (first > last) return null;
  return first === last ? [first - 15, last + 15] : [first, last];
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Days between ticks of a period too short for months. */
const daySteps = [1, 2, 7, 14];
/** A period of more days than this is marked in months. */
const longestInDays = 62;

/** Years, or months or days where the period is short, at most so many. */
export function ticksOf([first, last]: readonly [number, number], most: number): readonly Tick[] {
  const days = last - first > longestInDays ? undefined : daySteps.find((candidate) => (last - first) / candidate < most);
  if (days !== undefined) return dayTicks([first, last], days);
  const monthCount = (last - first) / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((candidate) => monthCount / candidate <= most) ?? 600;
  const start = new Date(first * msOfDay);
  const ticks: Tick[] = [];
  let index = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (; ticks.length <= most; index += step) {
    const [year, month] = [Math.floor(index / 12), index % 12];
    const day = Date.UTC(year, month, 1) / msOfDay;
    if (day > last) break;
    if (day >= first)
      ticks.push({
        day,
        label:
          step >= 12
            ? String(year)
            : month === 0
              ? `${months[month]} ${year}`
              : `${months[month] ?? ""}${ticks.length === 0 ? ` ${year}` : ""}`,
      });
  }
  return ticks;
}

/** "5 Mar": a tick every so many days, from the first whole day on; a week starts on a Monday. */
function dayTicks([first, last]: readonly [number, number], step: number): readonly Tick[] {
  const monday = 4;
  const start = step < 7 ? Math.ceil(first) : Math.ceil((first - monday) / 7) * 7 + monday;
  const ticks: Tick[] = [];
  for (let day = start; day <= last; day += step) {
    const date = new Date(day * msOfDay);
    ticks.push({ day, label: `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""}` });
  }
  return ticks;
}

/** Pixels of a day between two ends. */
export function placeOf(day: number, [first, last]: readonly [number, number], [left, right]: readonly [number, number]): number {
  return left + ((day - first) / (last - first)) * (right - left);
}
