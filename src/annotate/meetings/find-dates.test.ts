import { describe, expect, it } from "vitest";
import { namedDocument } from "../marked-names.fixture.ts";
import { findDates } from "./find-dates.ts";

/** Thursday. */
const publishedAt = "2025-03-06";

function dates(text: string, future = false, published: string | null = publishedAt): string[] {
  const { tokens, article } = namedDocument(text);
  return findDates(tokens, 0, tokens.length, { publishedAt: published, future }).map(
    (date) => `${article.text.slice(date.start, date.end)}: ${date.from}..${date.to} ${date.precision}`,
  );
}

describe("findDates", () => {
  it.each([
    ["They met on Tuesday night.", "Tuesday night: 2025-03-04..2025-03-04 day"],
    ["They met on Thursday.", "Thursday: 2025-03-06..2025-03-06 day"],
    ["They met on Monday and Tuesday.", "Monday and Tuesday: 2025-03-03..2025-03-04 day"],
    ["They met from Friday to Sunday.", "Friday to Sunday: 2025-02-28..2025-03-02 day"],
    ["They talked Tuesday through Thursday.", "Tuesday through Thursday: 2025-03-04..2025-03-06 day"],
    ["They met last night.", "last night: 2025-03-05..2025-03-05 day"],
    ["They met this morning.", "this morning: 2025-03-06..2025-03-06 day"],
    ["They met earlier in the day.", "earlier in the day: 2025-03-06..2025-03-06 day"],
    ["They met over the weekend.", "the weekend: 2025-03-01..2025-03-02 day"],
    ["They met next weekend.", "next weekend: 2025-03-08..2025-03-09 day"],
    ["They met at the beginning of the month.", "beginning of the month: 2025-03-01..2025-03-31 month"],
    ["They met four times between May and September.", "May and September: 2024-05-01..2024-09-30 month"],
    ["They met yesterday.", "yesterday: 2025-03-05..2025-03-05 day"],
    ["They met on Saturday 1 March.", "Saturday 1 March: 2025-03-01..2025-03-01 day"],
    ["They met on Saturday, March 1.", "Saturday, March 1: 2025-03-01..2025-03-01 day"],
    ["They met on Monday, 18 March 2024.", "Monday, 18 March 2024: 2024-03-18..2024-03-18 day"],
    ["They met on March 1.", "March 1: 2025-03-01..2025-03-01 day"],
    ["They met on 15 November 2023.", "15 November 2023: 2023-11-15..2023-11-15 day"],
    ["They met on November 15, 2023.", "November 15, 2023: 2023-11-15..2023-11-15 day"],
    ["They met on December 24.", "December 24: 2024-12-24..2024-12-24 day"],
    ["They met in January.", "January: 2025-01-01..2025-01-31 month"],
    ["They met in 2019.", "2019: 2019-01-01..2019-12-31 year"],
    ["They met last week.", "last week: 2025-02-24..2025-03-02 week"],
    ["They met this week.", "this week: 2025-03-03..2025-03-09 week"],
    ["They met last month.", "last month: 2025-02-01..2025-02-28 month"],
    ["They met two weeks ago.", "two weeks ago: 2025-02-17..2025-02-23 week"],
    ["They met three days ago.", "three days ago: 2025-03-03..2025-03-03 day"],
    ["They met on March 3-5.", "March 3-5: 2025-03-03..2025-03-05 day"],
    ["They met from 3 to 5 March.", "3 to 5 March: 2025-03-03..2025-03-05 day"],
    ["They met the next day.", "next day: null..null vague"],
    ["They met in recent weeks.", "recent weeks: null..2025-03-06 vague"],
  ])("%s", (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it.each([
    ["They met on 3 and 9 February.", ["3: 2025-02-03..2025-02-03 day", "9 February: 2025-02-09..2025-02-09 day"]],
    ["They met on 1 March and two days later.", ["1 March: 2025-03-01..2025-03-01 day", "two days later: 2025-03-03..2025-03-03 day"]],
    ["They met on February 3 and 9.", ["February 3: 2025-02-03..2025-02-03 day", "9: 2025-02-09..2025-02-09 day"]],
    [
      "They met on February 3 and the following day.",
      ["February 3: 2025-02-03..2025-02-03 day", "the following day: 2025-02-04..2025-02-04 day"],
    ],
    ["They met on Tuesday and Thursday.", ["Tuesday: 2025-03-04..2025-03-04 day", "Thursday: 2025-03-06..2025-03-06 day"]],
    ["It was moved from Wednesday to Thursday.", ["Wednesday: 2025-03-05..2025-03-05 day", "Thursday: 2025-03-06..2025-03-06 day"]],
    ["They met twice last week, on Monday.", ["last week: 2025-02-24..2025-03-02 week", "Monday: 2025-02-24..2025-02-24 day"]],
    ["They met on February 3 and 9 other leaders came.", ["February 3: 2025-02-03..2025-02-03 day"]],
  ])("reads several: %s", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it.each([
    ["They will meet on Tuesday.", "Tuesday: 2025-03-11..2025-03-11 day"],
    ["They will meet in the coming days.", "the coming days: 2025-03-06..null vague"],
    ["They will meet on January 10.", "January 10: 2026-01-10..2026-01-10 day"],
    ["They will meet next month.", "next month: 2025-04-01..2025-04-30 month"],
    ["They will meet in two weeks.", "two weeks: 2025-03-17..2025-03-23 week"],
    ["They will meet in three days.", "three days: 2025-03-09..2025-03-09 day"],
    ["They will meet on Saturday and Sunday.", "Saturday and Sunday: 2025-03-08..2025-03-09 day"],
    ["They will meet within days.", "days: 2025-03-06..null vague"],
  ])("looks ahead for what is planned: %s", (text, expected) => {
    expect(dates(text, true)).toEqual([expected]);
  });

  it("invents no day where the publication date is unknown", () => {
    expect(dates("They met on Tuesday.", false, null)).toEqual(["Tuesday: null..null day"]);
  });

  it.each(["They may meet.", "The march went on.", "He has met 2019 people."])("finds no date in: %s", (text) => {
    expect(dates(text)).toEqual([]);
  });
});
