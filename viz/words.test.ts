import { describe, expect, it } from "vitest";
import * as meeting from "../src/domain/meeting.ts";
import * as mention from "../src/domain/mention.ts";
import { groupByMeeting } from "./card.ts";
import { hoverWords } from "./hover-words.ts";
import { meetingLine, visibleMeetings } from "./meetings-table.ts";
import { smallGraph } from "./network.fixture.ts";
import { edgeKey, networkOf } from "./network.ts";
import { count, dayWords, entityTypes, intervalWords, joined, labelOf, modalities, modalityWords } from "./words.ts";

const network = networkOf(smallGraph);

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

  it("labels a meeting by its day, and by its modality unless it took place", () => {
    expect(plain(labelOf(network.getNodeAttributes("m-held")))).toBe("4 Mar 2031");
    expect(plain(labelOf(network.getNodeAttributes("m-planned")))).toBe("planned, 4 Mar 2031");
  });

  it("says what lies under the pointer", () => {
    expect(plain(hoverWords(network, { node: "ada" }))).toBe("ADA · Person · 2 articles");
    expect(plain(hoverWords(network, { edge: edgeKey("took-part", "ada", "m-planned") }))).toBe(
      "m-planned · Planned · 4 Mar 2031 · 1 independent source",
    );
    expect(plain(hoverWords(network, { edge: edgeKey("role", "ben", "union") }))).toBe("BEN · chair · UNION");
    expect(plain(hoverWords(network, { edge: edgeKey("statement", "ada", "cy") }))).toBe("ADA about CY · 2 quotes");
  });
});

describe("lists of meetings", () => {
  it("puts the best supported first", () => {
    const all = { nodes: new Set(network.nodes()), edges: new Set<string>() };
    expect(visibleMeetings(network, all).map(({ id }) => id)).toEqual(["m-held", "m-planned"]);
  });

  it("names who met and where", () => {
    expect(meetingLine(network, "m-held")).toEqual({ id: "m-held", who: "ADA – BEN", where: "OSLO" });
  });

  it("gathers the rows of one meeting in the order of the first", () => {
    const rows = ["m1", "m2", "m1"].map((meeting, index) => ({ meeting, index }));
    expect(groupByMeeting(rows).map((group) => group.map(({ index }) => index))).toEqual([[0, 2], [1]]);
  });
});
