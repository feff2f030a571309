import { describe, expect, it } from "vitest";
import { smallPage } from "./dataset.fixture.ts";
import { datasetOf } from "./dataset.ts";
import { changedFilters, type Filters, initialFilters, isWithin, passingAmong, passingMeetings, toggled } from "./filters.ts";

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
    const { hiddenBy, shown } = passingMeetings(dataset, {
      ...initialFilters,
      modalities: new Set(["planned"]),
      from: "2031-01-01",
      to: "2031-12-31",
    });
    expect(shown).toBe(1);
    expect(hiddenBy.modalities).toBe(1);
    expect(hiddenBy.period).toBe(0);
  });

  it("counts what a period hides because nobody says when it was", () => {
    const { hiddenBy, undated } = passingMeetings(dataset, { ...initialFilters, to: "2031-03-31" });
    expect([hiddenBy.period, undated]).toEqual([2, 1]);
  });

  it.each([
    ["between some names, where two of them were", ["ada", "union"], [], ["m-planned"]],
    ["around a name, whoever else was there", ["ben"], ["ben"], ["m-held", "m-again"]],
    ["around a place, where it was there", ["oslo"], ["oslo"], ["m-held"]],
    ["around names nobody of whom was anywhere", ["cy", "doha"], ["cy"], []],
  ])("lets pass what is %s", (_, names, centres, shown) => {
    const among = (ids: readonly string[]) => new Set(dataset.entities.filter(({ id }) => ids.includes(id)));
    const { failed, hiddenBy } = passingAmong(dataset, passingMeetings(dataset, initialFilters), among(names), among(centres));
    expect(dataset.meetings.filter(({ index }) => failed[index] === 0).map(({ id }) => id)).toEqual(shown);
    expect(hiddenBy.around).toBe(dataset.meetings.length - shown.length);
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
