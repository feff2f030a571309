/** Dates as publishers write them ("2025-03-06", "March 6, 2025", "Thu 6 Mar 2025") → ISO days. Days without a year never count. */
import type { Span } from "../domain/span.ts";

export interface FoundDate extends Span {
  /** ISO day, `2025-03-06`. */
  readonly day: string;
}

/** Months by their names and short forms, in small letters and without a full stop → 1 … 12. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"].flatMap(
    (name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ],
  ),
).set("sept", 9);

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept(?:ember)?|sep|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const weekday = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\\s+)?";
const clock = "(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s?Z|\\s?[+-]\\d{2}:?\\d{2})?)?";

/** The three written forms of a full date, as regular-expression sources; the named groups are year, month and day. */
const forms: readonly string[] = [
  `(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)${clock}`,
  `${weekday}(?<month>${month})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?!\\d)`,
  `${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(?<month>${month}),?[\\s-]+(?<year>\\d{4})(?!\\d)`,
];
const patterns = forms.map((form) => new RegExp(`(?<![\\w/.-])${form}`, "giu"));
/** Months as they are written in a pattern that minds case. */
const capitalMonth = `(?:${[...monthNumbers.keys()]
  .sort((a, b) => b.length - a.length)
  .flatMap((name) => [name.slice(0, 1).toUpperCase() + name.slice(1), name.toUpperCase()])
  .join("|")})\\.?`;
/** "March 5", "5 March", "Mar. 5, 2025": what a dateline carries; the year may be missing. For patterns that mind case. */
export const datelineDate = `(?:${capitalMonth}\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\s+${capitalMonth}(?:,?\\s+\\d{4})?)`;

function isoDay(yearText: string, monthText: string, dayText: string): string | null {
  const year = Number(yearText);
  const monthNumber = /^\d+$/u.test(monthText) ? Number(monthText) : monthNumbers.get(monthText.replace(/\.$/u, "").toLowerCase());
  const day = Number(dayText);
  if (monthNumber === undefined || year < 1500 || year > 2200) return null;
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  // 30 February rolls over to March; such a date says nothing.
  if (date.getUTCMonth() !== monthNumber - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Every full date in the text, in order, without overlaps. A time that follows an ISO day belongs to its span. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { year = "", month: monthText = "", day: dayText = "" } = match.groups ?? {};
      const day = isoDay(year, monthText, dayText);
      if (day) found.push({ start: match.index, end: match.index + match[0].length, day });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((date, index) => found.slice(0, index).every((earlier) => earlier.end <= date.start));
}

/** The ISO day that a metadata field gives, or null when it is no full date. The day is taken as written, in whatever time zone. */
export function parseDay(text: string): string | null {
  return findDates(text.slice(0, 200))[0]?.day ?? null;
}
