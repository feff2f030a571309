/** Stretches of text and the names they stand for. */
import { describe, expect, it } from "vitest";
import type { Token } from "../../domain/document.ts";
import type { EntityType } from "../../domain/mention.ts";
import { followConventions } from "./name-conventions.ts";
import { listBit, makeNameLexicon, organizationPhraseBit, unknownWord } from "./name-lexicon.ts";

const listed = (...names: Parameters<typeof listBit>[0][]) => ({
  ...unknownWord,
  lists: names.reduce((bits, name) => bits | listBit(name), 0),
});
const lexicon = makeNameLexicon(
  new Map([
    ["qatari", listed("nationality", "surname")],
    ["u.s.", listed("region")],
    ["hamas", listed("knownOrganization")],
    ["guinea", listed("country")],
    ["bissau", listed("city", "region")],
    ["georgia", listed("nationality", "country")],
  ]),
  new Map([
    ["northern bank", organizationPhraseBit],
    ["ministry of trade", organizationPhraseBit],
  ]),
);

function tokensOf(text: string): Token[] {
  let at = 0;
  return text.split(" ").map((word) => {
    const start = at;
    at += word.length + 1;
    return { start, end: start + word.length, text: word, lower: word.toLowerCase(), pos: "PROPN", sentenceIndex: 0 };
  });
}

// Stretches are marked with brackets.
describe("naming conventions", () => {
  it.each<[string, EntityType, string[]]>([
    ["said [ Netanyahu 's ] office", "PERSON", ["Netanyahu PERSON"]],
    ["the [ Qatari ] envoy", "PLACE", []],
    ["[ Qatari ] wrote", "PERSON", ["Qatari PERSON"]],
    ["in [ Georgia ] today", "PLACE", ["Georgia PLACE"]],
    ["the [ U.S. - Hamas ] talks", "ORGANIZATION", ["U.S. PLACE", "Hamas ORGANIZATION"]],
    ["from [ Guinea - Bissau ] came", "PLACE", ["Guinea - Bissau PLACE"]],
    ["said Lee , [ D - N.Y. ] , there", "ORGANIZATION", []],
    ["met [ Al - Nono ] there", "PERSON", ["Al - Nono PERSON"]],
    ["said [ Downing Street ] today", "PLACE", ["Downing Street ORGANIZATION"]],
    ["outside [ Downing Street ] today", "PLACE", ["Downing Street PLACE"]],
    ["near the [ White House ] today", "PLACE", ["White House PLACE"]],
    ["near the [ White House ] today", "ORGANIZATION", ["White House ORGANIZATION"]],
    ["As [ Meyer Adviser Okoye ] Flies In", "PERSON", ["Meyer PERSON", "Okoye PERSON"]],
    ["the late [ Minister Okoye ] said", "PERSON", ["Minister Okoye PERSON"]],
    ["at [ Northern Bank and Hill Capital ] said", "ORGANIZATION", ["Northern Bank ORGANIZATION", "Hill Capital ORGANIZATION"]],
    ["the [ Ministry of Trade and Crafts ] said", "ORGANIZATION", ["Ministry of Trade and Crafts ORGANIZATION"]],
    ["at [ Hill and Northern Bank ] said", "ORGANIZATION", ["Hill and Northern Bank ORGANIZATION"]],
  ])("%s as %s", (marked, type, names) => {
    const words = marked.split(" ");
    const first = words.indexOf("[");
    const end = words.indexOf("]") - 1;
    const tokens = tokensOf(words.filter((word) => word !== "[" && word !== "]").join(" "));
    const found = followConventions(tokens, { first, end, type }, lexicon);
    expect(
      found.map(
        (range) =>
          `${tokens
            .slice(range.first, range.end)
            .map(({ text }) => text)
            .join(" ")} ${range.type}`,
      ),
    ).toEqual(names);
  });
});
