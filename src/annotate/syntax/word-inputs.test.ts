import { describe, expect, it } from "vitest";
import { foldWord, sentenceKind, shapeOf, wordKeys } from "./word-inputs.ts";

describe("what the network is told of a word", () => {
  it.each([
    ["Trump", "trump"],
    ["1,250", "0,000"],
    ["Netanyahu’s", "netanyahu's"],
    ["“", '"'],
    ["—", "--"],
    ["ŁÓDŹ", "łódź"],
  ])("folds %s to %s", (form, folded) => {
    expect(foldWord(form)).toBe(folded);
  });

  it.each([
    ["McGurk", "XxXx"],
    ["2,000", "d,d"],
    ["U.S.", "X.X."],
    ["don't", "x'x"],
    ["!!!", "!"],
  ])("gives %s the shape %s", (form, shape) => {
    expect(shapeOf(form)).toBe(shape);
  });

  it.each([
    ["TRUMP MEETS PUTIN .", 1],
    ["Trump Meets Putin in Helsinki", 2],
    ["so i went there", 3],
    ["Trump met him in Helsinki on a rainy day", 0],
    ["2025 — 7", 0],
    ["", 0],
  ])("sees how far the capitals of %j can be trusted: %i", (sentence, kind) => {
    expect(sentenceKind(sentence.split(" ").filter((form) => form !== ""))).toBe(kind);
  });

  it("looks vectors up by the lower-case form first and gives unknown words none", () => {
    const vocabulary = {
      vectorRows: new Map([
        ["2003", 4],
        ["met", 7],
        ["0000", 9],
      ]),
      wordRows: new Map([["met", 3]]),
    };
    expect(wordKeys("Met", vocabulary)).toMatchObject({ vector: 7, word: 3 });
    expect(wordKeys("2003", vocabulary).vector).toBe(4);
    expect(wordKeys("1871", vocabulary).vector).toBe(9);
    expect(wordKeys("Boehler", vocabulary)).toMatchObject({ vector: -1, word: 0 });
    expect(wordKeys("Boehler", vocabulary).affixes).toEqual(wordKeys("Boehler", vocabulary).affixes);
  });
});
