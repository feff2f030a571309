import { describe, expect, it } from "vitest";
import { findDates, parseDay } from "./publication-date.ts";

describe("parseDay", () => {
  it.each([
    ["2025-03-06", "2025-03-06"],
    ["2025-03-06T23:59:59-05:00", "2025-03-06"],
    ["2025/3/6", "2025-03-06"],
    ["March 6, 2025", "2025-03-06"],
    ["Mar. 6 2025", "2025-03-06"],
    ["6 March 2025", "2025-03-06"],
    ["6th of March, 2025", "2025-03-06"],
    ["06-Mar-2025", "2025-03-06"],
    ["Thursday, March 6, 2025 at 4:15 p.m. EST", "2025-03-06"],
    ["Thu 6 Mar 2025 10.30 GMT", "2025-03-06"],
    ["SEPT 30, 2024", "2024-09-30"],
    ["29 February 2024", "2024-02-29"],
  ])("reads %j as %s", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    "",
    "yesterday",
    "March 6",
    "2025",
    "2025-03",
    "03/06/2025",
    "30 February 2025",
    "2025-13-01",
    "20250306",
    "May 2025",
    "1234567-03-06",
  ])("finds no full date in %j", (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe("findDates", () => {
  it("gives places that slice to the date as written, times of ISO dates included", () => {
    const text = "Published: 5 March 2025 | Updated: 2025-03-06 10:30";
    expect(findDates(text).map(({ start, end, day }) => [text.slice(start, end), day])).toEqual([
      ["5 March 2025", "2025-03-05"],
      ["2025-03-06 10:30", "2025-03-06"],
    ]);
  });
});
