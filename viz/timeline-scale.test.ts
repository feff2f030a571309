import { describe, expect, it } from "vitest";
import { smallPage } from "./dataset.fixture.ts";
import { datasetOf } from "./dataset.ts";
import { dayNumber, dayOf, middleDay, periodOf, placeOf, ticksOf } from "./timeline-scale.ts";

describe("days", () => {
  it("become numbers and days again", () => {
    expect(dayOf(dayNumber("2031-03-04") ?? 0)).toBe("2031-03-04");
    expect([dayNumber(null), dayNumber("soon")]).toEqual([null, null]);
  });

  it("stand for an interval by its middle, and by its only end", () => {
    expect(middleDay({ from: "1970-01-03", to: "1970-01-05" })).toBe(3);
    expect(middleDay({ from: null, to: "1970-01-05" })).toBe(4);
    expect(middleDay({ from: null, to: null })).toBeNull();
  });

  it("span a period only where there are some", () => {
    const [first = 0, last = 0] = periodOf(datasetOf(smallPage).meetings) ?? [];
    expect([dayOf(first), dayOf(last)]).toEqual(["2031-03-04", "2031-06-16"]);
    expect(periodOf([])).toBeNull();
  });

  it("are marked one by one, or by weeks that start on a Monday, where the period is short", () => {
    const marked = (first: string, last: string, most: number) =>
      ticksOf([dayNumber(first) ?? 0, dayNumber(last) ?? 0], most).map(({ label }) => label);
    expect(marked("2031-03-04", "2031-03-06", 6)).toEqual(["4 Mar", "5 Mar", "6 Mar"]);
    // 24 February and 3 March 2031 are Mondays.
    expect(marked("2031-02-20", "2031-03-08", 4)).toEqual(["24 Feb", "3 Mar"]);
    expect(marked("2031-02-10", "2031-03-08", 6)).toEqual(["10 Feb", "17 Feb", "24 Feb", "3 Mar"]);
  });

  it("are marked in months or years, as many as fit", () => {
    const day = (text: string): number => dayNumber(text) ?? 0;
    expect(ticksOf([day("2030-11-20"), day("2031-03-02")], 8).map(({ label }) => label)).toEqual(["Dec 2030", "Jan 2031", "Feb", "Mar"]);
    expect(ticksOf([day("2001-01-01"), day("2031-03-02")], 8).map(({ label }) => label)).toEqual([
      "2005",
      "2010",
      "2015",
      "2020",
      "2025",
      "2030",
    ]);
    expect(placeOf(5, [0, 10], [100, 200])).toBe(150);
  });
});
