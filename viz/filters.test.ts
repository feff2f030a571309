import { describe, expect, it } from "vitest";
import { smallPage } from "./dataset.fixture.ts";
import { datasetOf } from "./dataset.ts";
import { changedFilters, type Filters, initialFilters, isWithin, passingMeetings, toggled } from "./filters.ts";

const dataset = datasetOf(smallPage);
const shownBy = (change: Partial<Filters>): string[] => {
  const { failed } = passingMeetings(dataset, { ...initialFilters, ...change });
  return dataset.meetings.filter(({ index }) => failed[index] === 0).map(({ id }) => id);
};

describe("passingMeetings", () => {
  it.each<[string, Partial<Filters>, readonly string[]]>([
    ["nothing", {}, ["m-held", "m-again", "m-planned"]],
    ["a modality", { modalities: new Set(["planned"]) }, ["m-held"]],
    ["a period, and what has no day", { from: "2031-03-01", to: "2031-03-31" }, ["m-held"]],
    ["a period that an uncertain day may be in", { from: "2031-06-15" }, ["m-planned"]],
    ["all but an outlet", { outlets: new Set(["Post"]) }, ["m-held", "m-again"]],
    ["all but a place", { place: "oslo" }, ["m-held"]],
    ["few sources", { sources: 2 }, ["m-held"]],
    ["little confidence", { confidence: 0.6 }, ["m-held", "m-again"]],
    ["all who took part", { types: new Set(["PERSON", "ORGANIZATION"]) }, []],
  ])("hides %s", (_, change, shown) => {
    expect(shownBy(change)).toEqual(shown);
  });

  it("counts for each filter what it alone hides", () => {
    const { hiddenBy, shown, undated } = passingMeetings(dataset, {
      ...initialFilters,
      modalities: new Set(["planned"]),
      from: "2031-01-01",
      to: "2031-12-31",
    });
    expect(shown).toBe(1);
    expect(hiddenBy.modalities).toBe(1);
    expect(hiddenBy.period).toBe(0);
    expect(undated).toBe(1);
  });
});

describe("filters", () => {
  it("count as changed only where they differ from the start", () => {
    expect(changedFilters(initialFilters)).toBe(0);
    expect(changedFilters({ ...initialFilters, relations: toggled(initialFilters.relations, "role"), sources: 2 })).toBe(2);
  });

  it("take a day without an end as one day", () => {
    expect(isWithin({ from: null, to: "2031-03-04" }, "2031-03-04", null)).toBe(true);
    expect(isWithin({ from: null, to: null }, null, "2031-03-04")).toBe(false);
  });
});
