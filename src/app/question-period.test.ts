import { describe, expect, it } from "vitest";
import { placeInPeriod, takePeriod } from "./question-period.ts";

describe("takePeriod", () => {
  it.each([
    ["in 2025", "2025-01-01", "2025-12-31"],
    ["during 2024-02", "2024-02-01", "2024-02-29"],
    ["in Feb. 2025", "2025-02-01", "2025-02-28"],
    ["in sept 2023", "2023-09-01", "2023-09-30"],
    ["on 4 March 2025", "2025-03-04", "2025-03-04"],
    ["on the 1st of May 2020", "2020-05-01", "2020-05-01"],
    ["on March 4, 2025", "2025-03-04", "2025-03-04"],
    ["on 2025-03-04", "2025-03-04", "2025-03-04"],
    ["since March 2025", "2025-03-01", null],
    ["from 2020 onwards", "2020-01-01", null],
    ["after February 2025", "2025-03-01", null],
    ["before 1 January 2025", null, "2024-12-31"],
    ["until May 2024", null, "2024-05-31"],
    ["between May and July 2024", "2024-05-01", "2024-07-31"],
    ["from 3 May 2024 to 9 June 2024", "2024-05-03", "2024-06-09"],
    ["in March", "--03-01", "--03-31"],
    ["on 29 February", "--02-29", "--02-29"],
  ])("reads %s", (words, from, to) => {
    expect(takePeriod(`who met whom ${words}`)).toEqual({ rest: "who met whom", period: { text: words, from, to } });
  });

  it.each([
    "who met whom",
    "who met whom in Doha",
    "who met May",
    "who met whom on 31 April 2025",
    "who met whom in 2025-13",
    "who met whom since March",
    "who met whom between 2025 and 2024",
  ])("finds none in: %s", (text) => {
    expect(takePeriod(text)).toBeNull();
  });
});

describe("placeInPeriod", () => {
  const march = { text: "in March 2025", from: "2025-03-01", to: "2025-03-31" };
  const since = { text: "since 2025", from: "2025-01-01", to: null };
  const anyMarch = { text: "in March", from: "--03-01", to: "--03-31" };
  it.each([
    [march, "2025-03-04", "2025-03-04", "inside"],
    [march, "2025-02-25", "2025-03-03", "perhaps"],
    [march, null, "2025-03-03", "perhaps"],
    [march, null, "2025-02-28", "outside"],
    [march, "2025-03-20", null, "perhaps"],
    [march, null, null, "undated"],
    [since, "2025-03-20", null, "inside"],
    [since, "2024-12-30", "2025-01-02", "perhaps"],
    [anyMarch, "2019-03-04", "2019-03-04", "inside"],
    [anyMarch, "2019-12-30", "2020-03-02", "perhaps"],
    [anyMarch, "2019-04-01", "2019-04-02", "outside"],
  ])("%j: %s to %s is %s", (period, from, to, expected) => {
    expect(placeInPeriod(period, from, to)).toBe(expected);
  });
});
