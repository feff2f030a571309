import { describe, expect, it } from "vitest";
import type { EntityType, NameMention } from "../../domain/mention.ts";
import { loadLexicon } from "../../text/lexicon.ts";
import { loadSegmenter } from "../../text/segment.ts";
import { articleFrom } from "../marked-names.fixture.ts";
import { withClubs } from "./find-clubs.ts";

const segment = loadSegmenter();
const lexicon = loadLexicon();

/** The names, marked with brackets and a first letter of their type, as "form TYPE". */
function clubs(marked: string): string[] {
  const types: Record<string, EntityType> = { p: "PERSON", o: "ORGANIZATION", l: "PLACE" };
  let text = "";
  const spans: { start: number; end: number; type: EntityType }[] = [];
  let at = 0;
  for (const match of marked.matchAll(/\[([^\]]+)\]([pol])/gu)) {
    text += marked.slice(at, match.index);
    spans.push({ start: text.length, end: text.length + (match[1] ?? "").length, type: types[match[2] ?? ""] ?? "PLACE" });
    text += match[1] ?? "";
    at = match.index + match[0].length;
  }
  text += marked.slice(at);
  const doc = segment(articleFrom(text));
  const names = spans.map(({ start, end, type }): NameMention => {
    const firstToken = doc.tokens.findIndex((token) => token.start >= start);
    const endToken = doc.tokens.findLastIndex((token) => token.end <= end) + 1;
    return { start, end, firstToken, endToken, type, confidence: 0.8, decidedBy: "test" };
  });
  return withClubs(doc, names, lexicon).map(({ start, end, type }) => `${text.slice(start, end)} ${type}`);
}

describe("withClubs", () => {
  it.each([
    ["[Leeds]l beat [Hull]l in the league match. The goal came late.", ["Leeds ORGANIZATION", "Hull ORGANIZATION"]],
    ["[Leeds]l 2-1 [Hull]l was the result of the cup final, a goal apart.", ["Leeds ORGANIZATION", "Hull ORGANIZATION"]],
    [
      "The league leaders won the match against [Hull]l. [Rovers FC]o beat [Hull]l by a goal.",
      ["Hull ORGANIZATION", "Rovers FC ORGANIZATION", "Hull ORGANIZATION"],
    ],
    ["[Leeds]l signed the young striker [Ada Lind]p. The club needs goals.", ["Leeds ORGANIZATION", "Ada Lind PERSON"]],
    ["[Leeds]l beat [Hull]l in the cup match in [Leeds]l. A goal decided.", ["Leeds ORGANIZATION", "Hull ORGANIZATION", "Leeds PLACE"]],
    [
      "The league match: [Rovers FC]o beat [Leeds of England]o by a goal.",
      ["Rovers FC ORGANIZATION", "Leeds ORGANIZATION", "England PLACE"],
    ],
    ["[Norway]l beat [Spain]l in the cup match with a goal.", ["Norway PLACE", "Spain PLACE"]],
    ["Shares of [Leeds Bank]o beat [London]l. The season was bad.", ["Leeds Bank ORGANIZATION", "London PLACE"]],
  ] as const)("%s", (marked, expected) => {
    expect(clubs(marked)).toEqual(expected);
  });
});
