import { describe, expect, it } from "vitest";
import { findQuoteVersions, type VersionedQuote } from "./quote-versions.ts";

function quote(id: string, text: string, given: Partial<VersionedQuote> = {}): VersionedQuote {
  return { id, article: `article:${id}`, publishedAt: `2024-05-0${id}`, text, speakerId: "person:ann-lee", ...given };
}

/** "cluster [from → to]" of each quote, "–" for one that stands alone. */
function versionsOf(...quotes: readonly VersionedQuote[]): string[] {
  const found = findQuoteVersions(quotes);
  return quotes.map(({ id }) => {
    const version = found.get(id);
    if (!version) return "–";
    return [version.cluster, ...version.changes.map(({ from, to }) => `[${from} → ${to}]`)].join(" ");
  });
}

describe("findQuoteVersions", () => {
  it.each([
    ["the same words", ["“We will go on.”", '"We will go on,"'], ["1", "1"]],
    ["words that were cut short", ["“We will go on until the last house is built.”", "“until the last house is built.”"], ["1", "1"]],
    [
      "an ending that was changed",
      [
        "“We sold it, and nobody in the old valley will be safe if you don’t do as I ask.”",
        "“Nobody in the old valley will be safe if the debts are not settled.”",
      ],
      ["1", "1 [you don’t do as I ask → the debts are not settled]"],
    ],
    [
      "a word that was changed inside",
      ["“We will rebuild every single house in the valley.”", "“We will repair every single house in the valley.”"],
      ["1", "1 [rebuild → repair]"],
    ],
    [
      "words left out inside",
      ["“We will never ever again sell the old harbour.”", "“We will again sell the old harbour.”"],
      ["1", "1 [never ever → ]"],
    ],
    [
      "an ending that was changed before another sentence",
      [
        "“We will mend the roof before the first snow comes. Nobody will pay for the roof but the town.”",
        "“We will mend the roof before the money runs out.”",
      ],
      ["1", "1 [first snow comes → money runs out]"],
    ],
    [
      "an ending cut out of words that occur twice",
      ["“We will mend the roof, and we will do it before the snow comes.”", "“we will do it before the snow comes”"],
      ["1", "1"],
    ],
    [
      "a word by chance far behind",
      [
        "“We will mend it before next winter. Nobody in this town will be left alone with the bill.”",
        "“We will mend it before the money runs out.”",
      ],
      ["1", "1 [next winter → the money runs out]"],
    ],
    [
      "two changes with a word between them, which are one",
      ["“I will always conduct wherever the music is good for us.”", "“I will always conduct wherever there is music good for us.”"],
      ["1", "1 [the music is → there is music]"],
    ],
    ["other words", ["“We will go on.”", "“Nobody was told in time.”"], ["–", "–"]],
    ["a few words in common", ["“We will go on with it.”", "“We will go to court over the tax.”"], ["–", "–"]],
  ])("joins, or keeps apart, %s", (_, texts, expected) => {
    expect(versionsOf(...texts.map((text, index) => quote(String(index + 1), text)))).toEqual(expected);
  });

  it("keeps apart what different people said, and what one article says twice", () => {
    expect(versionsOf(quote("1", "“We will go on.”"), quote("2", "“We will go on.”", { speakerId: "person:tom-ray" }))).toEqual(["–", "–"]);
    expect(versionsOf(quote("1", "“We will go on.”", { article: "a" }), quote("2", "“We will go on.”", { article: "a" }))).toEqual([
      "–",
      "–",
    ]);
  });

  it("names a cluster after its earliest version, undated ones last", () => {
    expect(
      versionsOf(quote("1", "“We will go on.”", { publishedAt: null }), quote("3", "“We will go on.”"), quote("2", "“We will go on.”")),
    ).toEqual(["2", "2", "2"]);
  });

  it("reads the stretches of one saying together, and tells of each stretch what was changed in it", () => {
    const split = { article: "a", saying: 3 };
    expect(
      versionsOf(
        quote("1", "“We will mend the roof of every house,”", split),
        quote("2", "“We want the money on paper, with dates.”", split),
        quote("3", "“We will mend the roof on every house. We want money on paper.”", { article: "b" }),
      ),
    ).toEqual(["1", "1", "1 [of → on] [the → ]"]);
    expect(
      versionsOf(
        quote("1", "“We will mend the roof of every house,”", split),
        quote("2", "“We want the cash on paper.”", split),
        quote("3", "“We will mend the roof of every house. We want the money on paper, with dates.”", { article: "b" }),
      ),
    ).toEqual(["1", "1 [money → cash]", "1"]);
    expect(
      versionsOf(
        quote("1", "“Nobody in this valley will be safe if you don’t pay,”", split),
        quote("2", "“Also, to the people of the valley: go home.”", split),
        quote("3", "“Nobody in this valley will be safe if the debts are not settled.”", { article: "b" }),
      ),
    ).toEqual(["1", "1", "1 [you don’t pay → the debts are not settled]"]);
  });

  it("sets equally full versions against the earliest", () => {
    expect(
      versionsOf(
        quote("2", "“We will mend every old roof.”", { article: "a" }),
        quote("1", "“We will mend each old roof.”", { article: "b" }),
      ),
    ).toEqual(["1 [each → every]", "1"]);
  });
});
