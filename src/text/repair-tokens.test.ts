import { describe, expect, it } from "vitest";
import { repairTokens } from "./repair-tokens.ts";

/** Tokens from words, "|" where they touch. */
function pieces(words: string): { start: number; end: number; text: string; pos: string }[] {
  let start = 0;
  return words.split(" ").flatMap((word) => {
    const found = word.split("|").map((text) => {
      const piece = { start, end: start + text.length, text, pos: "X" };
      start += text.length;
      return piece;
    });
    start += 1;
    return found;
  });
}

describe("mending tokens", () => {
  it.each([
    ["Really|!|!|?", ["Really", "!!?"]],
    ["well|.|.|. no", ["well", "...", "no"]],
    ["=|=|= *|*", ["===", "**"]],
    ["Stop|.|!", ["Stop", ".", "!"]],
    ["Ł|ód|ź and Dvo|ř|ák", ["Łódź", "and", "Dvořák"]],
    ["I'm here|, Here’s|.", ["I", "'m", "here", ",", "Here", "’s", "."]],
    ["was 'a fine|' day", ["was", "'", "a", "fine", "'", "day"]],
    ["D|-|N|.|Y.|, and", ["D", "-", "N.Y.", ",", "and"]],
    ["R|-|Ky|.|, left", ["R", "-", "Ky.", ",", "left"]],
    ["Maj|. Lee left|.", ["Maj.", "Lee", "left", "."]],
    ["the Rev|. Lee of the Dept|. of Trade", ["the", "Rev.", "Lee", "of", "the", "Dept.", "of", "Trade"]],
    ["in Ill|.", ["in", "Ill", "."]],
    ["I|. X.", ["I", ".", "X."]],
    ["can|not did|n't", ["can", "not", "did", "n't"]],
    ["on Booking|.|com|, in terms-2|.|pdf|.", ["on", "Booking.com", ",", "in", "terms-2.pdf", "."]],
    ["the end|.|So it", ["the", "end", ".", "So", "it"]],
    ["! !", ["!", "!"]],
    ["O'Brien 's", ["O'Brien", "'s"]],
    ["", [""]],
  ])("%s", (words, expected) => {
    expect(repairTokens(pieces(words)).map(({ text }) => text)).toEqual(expected);
  });

  it("keeps offsets exact", () => {
    const text = "Ł|ód|ź I'm!|!".replaceAll("|", "");
    for (const { start, end, text: token } of repairTokens(pieces("Ł|ód|ź I'm|!|!"))) expect(text.slice(start, end)).toBe(token);
  });
});
