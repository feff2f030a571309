import { describe, expect, it } from "vitest";
import { inventNews } from "./invent-news.ts";
import { scoreLinking } from "./score-linking.ts";

describe("scoring a grouping", () => {
  it.each<[string, [string, string][], number[]]>([
    ["nothing at all", [], [1, 1, 1, 1]],
    [
      "the right groups under other names",
      [
        ["a", "1"],
        ["a", "1"],
        ["b", "2"],
      ],
      [1, 1, 1, 1],
    ],
    [
      "everything in one group",
      [
        ["a", "1"],
        ["a", "1"],
        ["b", "1"],
        ["b", "1"],
      ],
      [2 / 6, 1, 0.5, 1],
    ],
    [
      "everything apart",
      [
        ["a", "1"],
        ["a", "2"],
        ["b", "3"],
        ["b", "4"],
      ],
      [1, 0, 1, 0.5],
    ],
  ])("gives what it should for %s", (_, things, expected) => {
    const { pairPrecision, pairRecall, bCubedPrecision, bCubedRecall } = scoreLinking(things);
    expect([pairPrecision, pairRecall, bCubedPrecision, bCubedRecall]).toEqual(expected);
  });
});

describe("the made-up press", () => {
  it("is the same on every run, quotes its text exactly, and knows who everybody is", () => {
    const { articles, truth } = inventNews(40);
    expect(inventNews(40)).toEqual({ articles, truth });
    for (const { annotation, text } of articles) {
      for (const mention of annotation.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      for (const { id } of annotation.entities) expect(truth.has(`${annotation.id}|${id}`)).toBe(true);
    }
    expect(articles.flatMap(({ annotation }) => annotation.entities).length).toBeGreaterThan(380);
  });
});
