import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import { annotated, type GivenArticle } from "./annotated-article.fixture.ts";
import { type Copies, findCopies } from "./find-copies.ts";
import { findByline, findCredits } from "./find-credits.ts";
import { countOrigins, findOriginators } from "./find-originators.ts";

const noOutlets = new Map<string, string>();

describe("credits in a sentence", () => {
  it.each<[string, string[]]>([
    ["The two met in Doha, sources told Reuters and Axios.", ["Axios", "Reuters"]],
    ["They met, two officials told the Associated Press, AFP and the BBC.", ["Agence France-Presse", "Associated Press", "BBC"]],
    ["Axios was first to report on the talks.", ["Axios"]],
    ["The meeting, first reported by the Gulf Courier, lasted an hour.", ["Gulf Courier"]],
    ["The New York Times reported on Tuesday that they met.", ["The New York Times"]],
    ["They met, according to AP.", ["Associated Press"]],
    ["They met, according to the French news agency AFP.", ["Agence France-Presse"]],
    ["They met, a minister told the Reuters news agency.", ["Reuters"]],
    ["They met, the newspaper Gulf Courier reported, quoting the state broadcaster Desert Radio.", ["Desert Radio", "Gulf Courier"]],
    ["Gulf Courier, citing two officials, said that they met.", ["Gulf Courier"]],
    ["They met on Friday. The Gulf Courier reported it.", ["Gulf Courier"]],
    ["They met at 5.\n\nGulf Courier reported it.", ["Gulf Courier"]],
    ["The St. Albans Gazette reported it.", ["St. Albans Gazette"]],
    ["On Monday Reuters said that they met.", ["Reuters"]],
    ["They met, as first reported by the Gulf Courier and, later, by others.", ["Gulf Courier"]],
    ["The meeting, the subject of a report in the Gulf Courier, lasted an hour.", ["Gulf Courier"]],
    ["They met, Michael Bloomberg said.", []],
    ["They met, the government said.", []],
    ["He told Congress and the Senate that they met.", []],
    ["She told reporters that they met.", []],
    ["According to Israel they met.", []],
    ["They met, she told her mother.", []],
  ])("%s", (sentence, expected) => {
    expect(findCredits(sentence, noOutlets)).toEqual(expected);
  });

  it("may go to any outlet that published one of the articles", () => {
    const outlets = new Map([["sandhaven signal", "Sandhaven Signal"]]);
    expect(findCredits("They met, she told the Sandhaven Signal.", outlets)).toEqual(["Sandhaven Signal"]);
  });
});

describe("bylines", () => {
  it.each<[string, string | null]>([
    ["DOHA, March 5 (Reuters) - The two met.", "Reuters"],
    ["Reuters – The two met.", "Reuters"],
    ["The two met.\n\n(AP)", "Associated Press"],
    ["The two met (on Monday) - and left.", null],
    ["The two met.", null],
    ["", null],
  ])("%j is by %s", (text, expected) => {
    expect(findByline(text, noOutlets)).toBe(expected);
  });
});

const noCopies: Copies = { copies: [], rewrites: [] };

/** How many independent sources the articles amount to, each for its first sentence. */
function sourcesOf(articles: readonly AnnotatedArticle[], copies: Copies = noCopies): string[] {
  const originators = findOriginators(articles, copies);
  return countOrigins(articles.map(({ text }, index) => originators.of(index, { start: 0, end: Math.max(0, text.indexOf(".")) })));
}

function article(id: string, text: string, given: GivenArticle = {}): AnnotatedArticle {
  return annotated(id, text, given);
}

describe("independent sources", () => {
  it("are the outlets of articles that credit nobody", () => {
    const articles = [
      article("a", "They met.", { outlet: "Echo" }),
      article("b", "They met.", { outlet: "Signal" }),
      article("c", "They met."),
    ];
    expect(sourcesOf(articles)).toEqual(["Echo", "Signal", "article c"]);
  });

  it("collapse when two outlets print one agency", () => {
    const articles = [
      article("a", "DOHA (Reuters) - They met.", { outlet: "Echo" }),
      article("b", "They met, two people told Reuters.", { outlet: "Signal" }),
    ];
    expect(sourcesOf(articles)).toEqual(["Reuters"]);
  });

  it("collapse when one article copies another", () => {
    const articles = [article("a", "They met.", { outlet: "Echo" }), article("b", "They met.", { outlet: "Signal" })];
    expect(sourcesOf(articles, { copies: [{ copy: 1, original: 0, similarity: 1 }], rewrites: [] })).toEqual(["Echo"]);
  });

  it("collapse when an article without credit rewrites one that has it, whichever came first", () => {
    const articles = [article("a", "They met, sources told Axios."), article("b", "They met."), article("c", "They met.")];
    const rewrites = [
      { copy: 1, original: 0, similarity: 0.1 },
      { copy: 1, original: 2, similarity: 0.1 },
    ];
    expect(sourcesOf(articles, { copies: [], rewrites })).toEqual(["Axios"]);
  });

  it("are all those credited in the sentence itself", () => {
    expect(sourcesOf([article("a", "They met, sources told Reuters and Axios.")])).toEqual(["Axios", "Reuters"]);
  });

  it("are but one where the credits stand elsewhere in the article and may be about something else", () => {
    const text = "They met. Sources told Reuters and Axios about another thing.";
    expect(sourcesOf([article("a", text)])).toHaveLength(1);
    expect(sourcesOf([article("a", text), article("b", "They met, she told Reuters.")])).toEqual(["Reuters"]);
  });

  it("are the paper itself when it credits another far below", () => {
    const text = `They met. ${"Nothing else was said. ".repeat(60)} Prices rose, Bloomberg reported.`;
    expect(sourcesOf([article("a", text, { outlet: "Echo" })])).toEqual(["Echo"]);
  });

  it.each<[string, string, string[]]>([
    [
      "that asked for itself is a source, whoever it credits for a part",
      "They met. The Globe had reported as much, she told the Echo.",
      ["Echo"],
    ],
    [
      "that asked for itself further down",
      `They met. She told the Globe so. ${"Nothing else was said. ".repeat(60)} He told the Echo.`,
      ["Echo"],
    ],
    ["that asked nobody rests on whom it credits", "They met. She told the Globe so.", ["The Globe"]],
  ])("an outlet %s", (_, text, expected) => {
    const others = [article("b", "Rain is coming.", { outlet: "The Globe" })];
    const originators = findOriginators([article("a", text, { outlet: "Echo" }), ...others], noCopies);
    expect(countOrigins([originators.of(0, { start: 0, end: 9 })])).toEqual(expected);
  });

  it("are none where there is no report", () => {
    expect(countOrigins([])).toEqual([]);
  });

  it("come out of the texts alone", () => {
    const body =
      "Envoys of both sides sat down in a villa by the sea and spoke for three hours about prisoners and borders and water rights";
    const more = "Nobody signed anything but the hosts said that a second round would follow before the end of the month in the same place";
    const articles = [
      article("a", `VALLETTA (AFP) - ${body}. ${more}.`, { outlet: "Echo" }),
      article("b", `${body}. ${more}.`, { outlet: "Signal" }),
      article("c", "Negotiators for the two governments gathered on Malta, a diplomat told Politico.", { outlet: "Herald" }),
    ];
    expect(sourcesOf(articles, findCopies(articles))).toEqual(["Agence France-Presse", "Politico"]);
  });
});
