import { describe, expect, it } from "vitest";
import { compareScores, formatScores, freezeScores, readScoreboard } from "./scoreboard.ts";

describe("compareScores", () => {
  it.each([
    ["higher is better", 81, 80, new Set<string>(), "better"],
    ["lower counts as worse", 79, 80, new Set<string>(), "worse"],
    ["fewer mistakes are better", 1, 3, new Set(["f"]), "better"],
    ["more mistakes are worse", 4, 3, new Set(["f"]), "worse"],
    ["a rounding step is no change", 80.004, 80, new Set<string>(), "same"],
  ])("%s", (_, now, frozen, lowerIsBetter, verdict) => {
    expect(compareScores({ f: now }, { f: frozen }, lowerIsBetter)).toEqual([{ name: "f", now, frozen, verdict }]);
  });

  it("names scores that are new and scores that are gone", () => {
    expect(compareScores({ a: 1 }, { b: 2 })).toEqual([
      { name: "a", now: 1, frozen: null, verdict: "new" },
      { name: "b", now: null, frozen: 2, verdict: "gone" },
    ]);
  });
});

describe("freezeScores", () => {
  it("replaces one section, rounds to two decimals and keeps the sections in order", () => {
    const board = freezeScores({ quotes: { f: 1 }, syntax: { f: 2 } }, "names", { f: 78.4567 });
    expect(JSON.stringify(board)).toBe('{"names":{"f":78.46},"quotes":{"f":1},"syntax":{"f":2}}');
  });
});

describe("readScoreboard", () => {
  it("reads what was frozen", () => {
    expect(readScoreboard('{"names":{"f":78.46}}', "board.json")).toEqual({ names: { f: 78.46 } });
  });

  it.each([
    ["is no JSON", "{"],
    ["is a list", "[]"],
    ["has a section that is no record", '{"names":3}'],
    ["has a score that is no number", '{"names":{"f":"78"}}'],
  ])("says which file it is when it %s", (_, text) => {
    expect(() => readScoreboard(text, "board.json")).toThrow(/board\.json/u);
  });
});

describe("formatScores", () => {
  it("aligns the figures and notes what changed", () => {
    expect(formatScores(compareScores({ "a long name": 80.5, f: 3 }, { f: 2 }))).toBe(
      "  a long name    80.50  frozen       –  new\n  f                  3  frozen       2  better",
    );
  });
});
