import { describe, expect, it } from "vitest";
import * as meeting from "../src/domain/meeting.ts";
import * as mention from "../src/domain/mention.ts";
import { groupByMeeting } from "./card.ts";
import { smallPage } from "./dataset.fixture.ts";
import { datasetOf } from "./dataset.ts";
import { count, dayWords, entityTypes, intervalWords, joined, meetingDay, meetingTitle, modalities, modalityWords } from "./words.ts";

const { meetings } = datasetOf(smallPage);

/** The words with every space an ordinary one. */
function plain(words: string | null): string | null {
  return words?.replaceAll("\u00a0", " ") ?? null;
}

describe("intervalWords", () => {
  it.each([
    ["2031-03-05", "2031-03-05", "day", "5 Mar 2031"],
    ["2031-03-01", "2031-03-31", "month", "Mar 2031"],
    ["2031-01-01", "2031-12-31", "year", "2031"],
    ["2031-03-10", "2031-03-16", "week", "10–16 Mar 2031"],
    ["2031-02-24", "2031-03-02", "week", "24 Feb – 2 Mar 2031"],
    ["2030-12-30", "2031-01-02", "vague", "30 Dec 2030 – 2 Jan 2031"],
    [null, "2031-03-05", "vague", "until 5 Mar 2031"],
    ["2031-02-01", null, "vague", "since 1 Feb 2031"],
    [null, null, null, null],
  ] as const)("%s to %s (%s) is %s", (from, to, precision, words) => {
    expect(plain(intervalWords(from, to, precision))).toBe(words);
  });

  it("leaves a day alone that is none", () => {
    expect(dayWords("last Tuesday")).toBe("last Tuesday");
  });
});

describe("words", () => {
  it("counts in the singular and the plural", () => {
    expect([count(1, "article"), count(1200, "article"), count(2, "person", "people")].map(plain)).toEqual([
      "1 article",
      "1,200 articles",
      "2 people",
    ]);
  });

  it("joins only what is known", () => {
    expect(joined("Post", null, "", undefined, "5 Mar 2031")).toBe("Post · 5 Mar 2031");
  });

  it("lists every type and modality that there is", () => {
    expect(entityTypes).toEqual(mention.entityTypes);
    expect(modalities).toEqual(meeting.modalities);
  });

  it("has a word of its own for every modality", () => {
    expect(new Set(modalities.map((modality) => modalityWords[modality].label)).size).toBe(modalities.length);
  });
});

describe("lists of meetings", () => {
  it("names who met, where and when", () => {
    expect(meetings.map(meetingTitle)).toEqual(["Ada – Ben, Oslo", "Ada – Ben", "Ada – Union – two envoys"]);
    expect(meetings.map((one) => plain(meetingDay(one)))).toEqual(["4 Mar 2031", null, "Jun 2031"]);
  });

  it("gathers the rows of one meeting in the order of the first", () => {
    const rows = ["m1", "m2", "m1"].map((meeting, index) => ({ meeting, index }));
    expect(groupByMeeting(rows).map((group) => group.map(({ index }) => index))).toEqual([[0, 2], [1]]);
  });
});
