import { describe, expect, it } from "vitest";
import { nothingGiven } from "../../text/given-metadata.ts";
import { makeArticle } from "../../text/make-article.ts";
import { loadSegmenter } from "../../text/segment.ts";
import { joinCompounds, splitCompounds } from "./hyphen-compounds.ts";

const segment = loadSegmenter();

function joined(text: string) {
  const { tokens } = segment(makeArticle({ text, given: nothingGiven, file: null, format: "plain" }));
  return joinCompounds(tokens, 0, tokens.length);
}

describe("joinCompounds", () => {
  it.each([
    ["They held face-to-face talks.", ["They", "held", "face-to-face", "talks", "."]],
    ["Her brother-in-law met the commander-in-chief", ["Her", "brother-in-law", "met", "the", "commander-in-chief"]],
    ["The president-elect met him.", ["The", "president", "met", "him", "."]],
    ["Chairman Paik Tae-won smiled.", ["Chairman", "Paik", "Tae-won", "smiled", "."]],
  ])("reads as one word: %s", (text, forms) => {
    expect(joined(text)?.forms).toEqual(forms);
  });

  it.each([
    "The U.S.-led talks ended.",
    "talks - to be held - ended",
    "He well-nigh left.",
    "Prime Biden-era rules stayed.",
    "The Obama-type rules stayed.",
    "-to-",
    "",
  ])("leaves alone: %j", (text) => {
    expect(joined(text)).toBeNull();
  });
});

describe("splitCompounds", () => {
  it("makes the first piece the head and hangs the last on it with what stands between", () => {
    const sentence = joined("They held face-to-face talks.");
    if (!sentence) throw new Error("there is a compound");
    const parse = { tags: Uint8Array.of(1, 2, 3, 4, 5), heads: Int32Array.of(1, -1, 3, 1, 1), relations: Uint8Array.of(1, 0, 2, 3, 4) };
    const labels = { noun: 7, preposition: 9, hyphen: 8, nmod: 5, flat: 11, case: 6, punct: 10 };
    const split = splitCompounds(parse, sentence, labels);
    expect([...split.heads]).toEqual([1, -1, 7, 6, 6, 6, 2, 1, 1]);
    expect([...split.tags]).toEqual([1, 2, 3, 8, 9, 8, 7, 4, 5]);
    expect([...split.relations]).toEqual([1, 0, 2, 10, 6, 10, 5, 3, 4]);
  });

  it("hangs the second half of a given name on the first", () => {
    const sentence = joined("Paik Tae-won smiled");
    if (!sentence) throw new Error("there is a name");
    const parse = { tags: Uint8Array.of(1, 2, 3), heads: Int32Array.of(2, 0, -1), relations: Uint8Array.of(1, 2, 0) };
    const split = splitCompounds(parse, sentence, { noun: 7, preposition: 9, hyphen: 8, nmod: 5, flat: 11, case: 6, punct: 10 });
    expect([...split.heads]).toEqual([4, 0, 3, 1, -1]);
    expect([...split.tags]).toEqual([1, 2, 8, 2, 3]);
    expect([...split.relations]).toEqual([1, 2, 10, 11, 0]);
  });
});
