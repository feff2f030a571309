import { describe, expect, it } from "vitest";
import type { Statement } from "../domain/answer.ts";
import { daysInOnePlace, disagreesOnCount, placesAtOnce, type ReportedMeeting } from "./rival-reports.ts";

/** In May 2024. */
const may = (day: number): string => `2024-05-${String(day).padStart(2, "0")}`;

function said(article: string, published: number | null, given: Partial<Statement> = {}): Statement {
  const publishedAt = published === null ? null : may(published);
  const proof = { article, outlet: null, title: null, publishedAt, start: 0, end: 9, text: "They met." };
  return { ...proof, modality: "held", place: null, from: null, to: null, count: null, ...given };
}

function meeting(id: string, day: number, place: string, given: Partial<ReportedMeeting> = {}): ReportedMeeting {
  const places = place === "" ? [] : [{ id: place, name: place }];
  const days = { from: may(day), to: may(day), precision: "day" };
  const statements = [said(id, 9)];
  return { id, title: id, modality: "held", ...days, independentSources: 1, parties: ["ray", "lee"], places, statements, ...given };
}

const idsOf = (groups: readonly (readonly ReportedMeeting[])[]): string[] => groups.map((group) => group.map(({ id }) => id).join(" "));

describe("two places on one day", () => {
  it.each<[string, ReportedMeeting[], string[]]>([
    ["of one pair", [meeting("a", 1, "oslo"), meeting("b", 1, "bergen")], ["a b"]],
    ["where one report names a third", [meeting("a", 1, "oslo"), meeting("b", 1, "bergen", { parties: ["tan", "ray", "lee"] })], ["a b"]],
    ["not of two pairs", [meeting("a", 1, "oslo"), meeting("b", 1, "bergen", { parties: ["ray", "tan"] })], []],
    ["not on two days", [meeting("a", 1, "oslo"), meeting("b", 2, "bergen")], []],
    ["not in one place", [meeting("a", 1, "oslo"), meeting("b", 1, "oslo")], []],
    ["not of a plan", [meeting("a", 1, "oslo"), meeting("b", 1, "bergen", { modality: "planned" })], []],
  ])("%s", (_, meetings, expected) => {
    expect(idsOf(placesAtOnce(meetings))).toEqual(expected);
  });
});

describe("two days of what may be one meeting", () => {
  const at = (...statements: Statement[]): Partial<ReportedMeeting> => ({ statements });

  it.each<[string, ReportedMeeting[], string[]]>([
    ["in one place, told by two", [meeting("b", 2, "oslo"), meeting("a", 1, "oslo")], ["a b"]],
    ["three days apart", [meeting("a", 1, "oslo"), meeting("b", 4, "oslo")], ["a b"]],
    ["of three days, each two", [meeting("a", 1, "oslo"), meeting("b", 2, "oslo"), meeting("c", 3, "oslo")], ["a b", "a c", "b c"]],
    ["not in two places", [meeting("a", 1, "oslo"), meeting("b", 2, "bergen")], []],
    ["not where nobody says where", [meeting("a", 1, ""), meeting("b", 2, "")], []],
    ["not four days apart", [meeting("a", 1, "oslo"), meeting("b", 5, "oslo")], []],
    ["not where one article tells of both", [meeting("a", 1, "oslo"), meeting("b", 2, "oslo", at(said("b", 9), said("a", 9)))], []],
    ["not where they met again", [meeting("a", 1, "oslo"), meeting("b", 2, "oslo", at(said("b", 9, { text: "They met again." })))], []],
    ["not where the first was told before the second could be", [meeting("a", 1, "oslo", at(said("a", 1))), meeting("b", 2, "oslo")], []],
    ["not where nobody knows when the first was told", [meeting("a", 1, "oslo", at(said("a", null))), meeting("b", 2, "oslo")], []],
    ["told of the first on the day of the second", [meeting("a", 1, "oslo", at(said("a", 2))), meeting("b", 2, "oslo")], ["a b"]],
  ])("%s", (_, meetings, expected) => {
    expect(idsOf(daysInOnePlace(meetings))).toEqual(expected);
  });
});

describe("numbers of meetings", () => {
  it.each<[string, Statement[], boolean]>([
    ["differ on one day", [said("a", 1, { count: 3 }), said("b", 1, { count: 2 })], true],
    ["shrink", [said("a", 1, { count: 3 }), said("b", 9, { count: 2 })], true],
    ["may grow", [said("a", 1, { count: 2 }), said("b", 9, { count: 3 })], false],
    ["are one", [said("a", 1, { count: 2 }), said("b", 9, { count: 2 })], false],
    ["are told by one", [said("a", 1, { count: 2 }), said("b", 9)], false],
    ["are planned by one", [said("a", 1, { count: 3, modality: "planned" }), said("b", 9, { count: 2 })], false],
    ["are fewer of a longer time", [said("a", 1, { count: 3, from: may(1) }), said("b", 9, { count: 2 })], true],
    ["are fewer of a shorter time", [said("a", 1, { count: 3 }), said("b", 9, { count: 2, from: may(1) })], false],
    ["are fewer from a later day on", [said("a", 1, { count: 3, from: may(1) }), said("b", 9, { count: 2, from: may(2) })], false],
    ["have no day of publication", [said("a", null, { count: 3 }), said("b", null, { count: 2 })], false],
  ])("that %s", (_, statements, expected) => {
    expect(disagreesOnCount(meeting("m", 1, "oslo", { statements }))).toBe(expected);
  });
});
