/** Names as the tagger may give them, and as the article uses them. */
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../text/lexicon.ts";
import { agreeOnTypes, joinBodies } from "./agree-names.ts";
import { readTagged } from "./tagged-text.fixture.ts";

describe("types within an article", () => {
  it.each<[string, string[]]>([
    ["[Kestrel Corp.|O] sank. Shares of [Kestrel|L?] fell.", ["Kestrel Corp. O", "Kestrel O"]],
    ["[Adler Stein Bank|O] sank. [Adler|P?] fell.", ["Adler Stein Bank O", "Adler O"]],
    ["[Adler|P?] sank. [Adler Stein Bank|O] fell. [Adler|O?] rose.", ["Adler O", "Adler Stein Bank O", "Adler O"]],
    ["[Adler|P?] sank. [Adler Stein Bank|O] fell. They met in [Adler|L?].", ["Adler O", "Adler Stein Bank O", "Adler L"]],
    ["[Adler|P?] sank. Shares in [Adler|L?] rose.", ["Adler O", "Adler O"]],
    [
      "[Adler|P?] and [Adler|P?] of [Adler Stein Bank|O] sank in [Adler|L?]. [Adler|O?] told [Adler|O?].",
      ["Adler O", "Adler O", "Adler Stein Bank O", "Adler O", "Adler O", "Adler O"],
    ],
    ["[Jama Nasr al-Umma|P] ([JNU|O]) spoke.", ["Jama Nasr al-Umma O", "JNU O"]],
    ["[Ana Nasr al-Umma|P] ([JNU|O]) spoke.", ["Ana Nasr al-Umma P", "JNU O"]],
    ["The [U.N.|L] met. The [U.N.|L] left. The [U.N.|O?] stayed.", ["U.N. O", "U.N. O", "U.N. O"]],
    ["[Kestrel Partners|O] sank. [Kestrel|P] has until May.", ["Kestrel Partners O", "Kestrel O"]],
    ["[Kestrel Partners|O] sank. Mr [Kestrel|P] has until May.", ["Kestrel Partners O", "Kestrel P"]],
    ["[Kestrel Partners|O] sank. [Ada Kestrel|P] left. [Kestrel|P] wept.", ["Kestrel Partners O", "Ada Kestrel P", "Kestrel P"]],
    ["[Southwest Airlines|O] flew over the [Southwest|L].", ["Southwest Airlines O", "Southwest L"]],
    ["[Ada Okoye|P] left. [Okoye|O?] wept.", ["Ada Okoye P", "Okoye P"]],
    ["The [Bramford Ledger|O] told. He told the [Ledger|P?] so.", ["Bramford Ledger O", "Ledger O"]],
    ["[Voltrix|L?] founder Ada left. [Voltrix|P?] fell.", ["Voltrix O", "Voltrix O"]],
    ["[Paris Holdings|O] sank in [Paris|L?].", ["Paris Holdings O", "Paris L"]],
    ["[Okoye|O?] wept. [Ada Okoye|P] left.", ["Okoye P", "Ada Okoye P"]],
    ["[Adler Stahl AG|O] sank. Shares in [Adler Stahl|L] fell.", ["Adler Stahl AG O", "Adler Stahl O"]],
    ["Analysts at [Kestrel|P?] agreed.", ["Kestrel O"]],
    ["[Kestrel|P?] cut its full-year forecast.", ["Kestrel O"]],
    ["[Morgan Stanley|P] fell.", ["Morgan Stanley O"]],
    ["[Adler & Ruiz PLC|O] sank. [Knut Adler|P] died. [Adler|P?]'s finance chief wept.", ["Adler & Ruiz PLC O", "Knut Adler P", "Adler O"]],
    ["[Mulon Haibe|L?] left. Mr [Haibe|P] wept.", ["Mulon Haibe P", "Haibe P"]],
    ["[Lake Haibe|L?] froze. Mr [Haibe|P] wept.", ["Lake Haibe L", "Haibe P"]],
    ["[Mulon Haibe|L?] froze. [Haibe|P] wept.", ["Mulon Haibe L", "Haibe P"]],
    ["[Bramford Borough Council|O] met in [Bramford|L?].", ["Bramford Borough Council O", "Bramford L"]],
  ])("%s", (marked, expected) => {
    const { text, tokens, names } = readTagged(marked);
    const agreed = agreeOnTypes(tokens, names, loadLexicon());
    expect(agreed.map(({ start, end, type }) => `${text.slice(start, end)} ${type === "PLACE" ? "L" : type[0]}`)).toEqual(expected);
  });

  it("leaves sure mentions alone", () => {
    const { tokens, names } = readTagged("[Ada Jordan|P] and [Bo Jordan|P] flew to [Jordan|L].");
    expect(agreeOnTypes(tokens, names, loadLexicon())).toEqual(names);
  });
});

describe("authorities with several fields", () => {
  it.each<[string, string[]]>([
    ["The [Ministry of Trade|O], Industry and Energy said so.", ["Ministry of Trade, Industry and Energy"]],
    ["The [Ministry of Trade|O], [Industry and Energy|O] said so.", ["Ministry of Trade, Industry and Energy"]],
    ["The [Department for Homes|O], Towns, and Communities left.", ["Department for Homes, Towns, and Communities"]],
    ["The [U.N. Office|O] for the [Coordination of Relief|O] left.", ["U.N. Office for the Coordination of Relief"]],
    ["The National Flood Risk and [Management Council|O] left.", ["National Flood Risk and Management Council"]],
    ["Old Flood Risk and [Management Council|O] left.", ["Management Council"]],
    ["The [National Guard|O] and [Management Council|O] left.", ["National Guard", "Management Council"]],
    ["The [Ministry of Health|O], [France|L] and [Spain|L] left.", ["Ministry of Health", "France", "Spain"]],
    ["The [Ministry of Health|O] and [Ann Lee|P] left.", ["Ministry of Health", "Ann Lee"]],
    ["The [Ministry of Health|O] said so, and Parliament left.", ["Ministry of Health"]],
    ["The [Kestrel Bank|O], Industry and Energy left.", ["Kestrel Bank"]],
  ])("%s", (marked, expected) => {
    const { text, tokens, names } = readTagged(marked);
    expect(joinBodies(tokens, names).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
