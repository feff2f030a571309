/** What the tagger sees of words and of their places. */
import { describe, expect, it } from "vitest";
import { RowTable } from "./feature-hash.ts";
import { listBit, makeNameLexicon, organizationPhraseBit, unknownWord } from "./name-lexicon.ts";
import { casing, contextFeatures, placeFeatures, WordTable } from "./token-features.ts";

const lexicon = makeNameLexicon(
  new Map([["angela", { ...unknownWord, lists: listBit("givenName") }]]),
  new Map([["white house", organizationPhraseBit]]),
);

function hashesOf(text: string): Set<number>[] {
  const table = new WordTable(lexicon);
  const words = text.split(" ").map((word) => table.word(word));
  const found = words.map(() => new Set<number>());
  const sink = (index: number, hash: number): void => void found[index]?.add(hash);
  contextFeatures(words, table.edge, sink);
  placeFeatures(words, lexicon, sink);
  return found;
}

function common(a: Set<number> | undefined, b: Set<number> | undefined): number {
  return [...(a ?? [])].filter((hash) => b?.has(hash)).length;
}

describe("a word", () => {
  it.each([
    ["merkel", casing.small, false],
    ["Merkel", casing.initial, true],
    ["A", casing.initial, true],
    ["Élysée", casing.initial, true],
    ["Al-Nono", casing.initial, true],
    ["NATO", casing.all, true],
    ["U.S.", casing.all, true],
    ["McDonald", casing.mixed, true],
    ["iPhone", casing.mixed, true],
    ["2024", casing.digit, false],
    ["—", casing.mark, false],
  ])("%s has its casing", (text, kind, capital) => {
    const word = new WordTable(lexicon).word(text);
    expect(word.casing).toBe(kind);
    expect(word.capital).toBe(capital);
  });

  it("is described once, with its lists, in any case", () => {
    const table = new WordTable(lexicon);
    expect(table.word("Angela")).toBe(table.word("Angela"));
    expect(table.word("ANGELA").entry.lists).toBe(listBit("givenName"));
    expect(table.word("Angela").id).not.toBe(table.word("ANGELA").id);
  });

  it("shares its features with words of the same letters' digits", () => {
    const table = new WordTable(lexicon);
    expect(table.word("1998").lowerHash).toBe(table.word("2024").lowerHash);
  });
});

describe("the place of a word", () => {
  it("says what its capitalised run ends with", () => {
    const [, first] = hashesOf("the Union Bank said");
    const [, other] = hashesOf("the Farmers Bank said");
    const [, none] = hashesOf("the Farmers said nothing");
    expect(common(first, other)).toBeGreaterThan(common(first, none));
  });

  it("marks known phrases as a whole", () => {
    const known = hashesOf("at White House today");
    const unknown = hashesOf("at White Haus today");
    expect(known[1]?.size).toBe((unknown[1]?.size ?? 0) + 1);
  });

  it("is the same every time", () => {
    expect(hashesOf("Angela Merkel met Emmanuel Macron in Berlin .")).toEqual(hashesOf("Angela Merkel met Emmanuel Macron in Berlin ."));
  });

  it("never passes the hash that marks an empty slot", () => {
    for (const found of hashesOf("Angela Merkel of the White House ( CDU ) met J. D. Vance")) expect(found.has(0)).toBe(false);
  });
});

describe("the table of rows", () => {
  it("finds every hash it holds and no other", () => {
    const hashes = Int32Array.from({ length: 5000 }, (_, index) => Math.imul(index + 1, 0x9e3779b1));
    const table = new RowTable(hashes);
    hashes.forEach((hash, row) => {
      expect(table.row(hash)).toBe(row);
    });
    expect(table.row(Math.imul(5001, 0x9e3779b1))).toBe(-1);
  });
});
