/** Stretches that the tagger labels, and what of them is a name. */
import { describe, expect, it } from "vitest";
import type { Token } from "../../domain/document.ts";
import type { EntityType } from "../../domain/mention.ts";
import { listBit, makeNameLexicon, organizationPhraseBit, placePhraseBit, unknownWord } from "./name-lexicon.ts";
import { trimName } from "./trim-names.ts";

const listed = (...names: Parameters<typeof listBit>[0][]) => ({
  ...unknownWord,
  lists: names.reduce((bits, name) => bits | listBit(name), 0),
});
const lexicon = makeNameLexicon(
  new Map([
    ["korean", listed("nationality")],
    ["ohio", listed("region")],
    ["new", listed("placeHead")],
    ["jersey", listed("region")],
    ["doha", listed("city")],
    ["ana", listed("givenName")],
  ]),
  new Map([
    ["north harvik", placePhraseBit],
    ["harvik news", organizationPhraseBit],
  ]),
);

/** Words and marks apart; "~" joins a token to the one before it; each full stop by itself ends a sentence. */
function tokensOf(words: readonly string[]): Token[] {
  let at = 0;
  let sentenceIndex = 0;
  return words.map((word) => {
    const text = word.replace("~", "");
    const start = word.startsWith("~") ? at - 1 : at;
    at = start + text.length + 1;
    const token = { start, end: start + text.length, text, lower: text.toLowerCase(), pos: "PROPN", sentenceIndex };
    if (text === ".") sentenceIndex += 1;
    return token;
  });
}

// Stretches are marked with brackets.
describe("trimming names", () => {
  it.each<[string, EntityType, string[]]>([
    ["said [ Pope Clement ] on", "PERSON", ["Clement PERSON"]],
    ["said [ Maj. Gen. Ruiz ] on", "PERSON", ["Ruiz PERSON"]],
    ["of the [ Exchequer Ada Ruiz ] said", "PERSON", ["Ada Ruiz PERSON"]],
    ["said [ Datuk Seri Okoye ] on", "PERSON", ["Okoye PERSON"]],
    ["said [ Dato ~' Sri Ana Ruiz ] on", "PERSON", ["Ana Ruiz PERSON"]],
    ["said [ Tan Sri Okoye ] on", "PERSON", ["Okoye PERSON"]],
    ["said [ Tan Wei Ming ] on", "PERSON", ["Tan Wei Ming PERSON"]],
    ["said [ Shri Okoye ] on", "PERSON", ["Okoye PERSON"]],
    ["the Minister of [ State Ana Ruiz ] said", "ORGANIZATION", ["Ana Ruiz PERSON"]],
    ["the Minister of [ State for Trade Ana Ruiz ] said", "ORGANIZATION", ["Ana Ruiz PERSON"]],
    ["the Minister of [ State for Culture and Tourism Ana Ruiz ] said", "ORGANIZATION", ["Ana Ruiz PERSON"]],
    ["the Minister of [ Defence Ana Ruiz ] said", "ORGANIZATION", ["Ana Ruiz PERSON"]],
    ["the Minister of Trade and [ Industry Ana Ruiz ] said", "PERSON", ["Ana Ruiz PERSON"]],
    ["the Secretary of [ Health and Human Services ] said", "ORGANIZATION", ["Health and Human Services ORGANIZATION"]],
    ["the [ State Ana Ruiz ] said", "ORGANIZATION", ["State Ana Ruiz ORGANIZATION"]],
    ["said [ Rabbi Okoye ] on", "PERSON", ["Okoye PERSON"]],
    ["said [ Sheikh Amina ] on", "PERSON", ["Sheikh Amina PERSON"]],
    ["said [ Okoye Pope ] on", "PERSON", ["Okoye Pope PERSON"]],
    ["In [ August Okoye ] met", "PERSON", ["Okoye PERSON"]],
    ["plays by [ August Okoye ] are", "PERSON", ["August Okoye PERSON"]],
    ["wore an [ Okoye beanie ] there", "PERSON", ["Okoye PERSON"]],
    ["Now [ Governor Okoye ] said", "PERSON", ["Okoye PERSON"]],
    ["In [ Ana Ruiz ~' Harvest ] opened", "PERSON", ["Ana Ruiz PERSON"]],
    ["In [ Ana Okoye ~'s Harvest ] opened", "PERSON", ["Ana Okoye PERSON"]],
    ["Then [ Ana Okoye of HKDP ] won", "PERSON", ["Ana Okoye PERSON"]],
    ["Then [ Ana of Kleve ] won", "PERSON", ["Ana of Kleve PERSON"]],
    ["the [ Bramford ~- ~based Council of Nurses ] said", "ORGANIZATION", ["Council of Nurses ORGANIZATION"]],
    ["the [ Okoye Admin ] Held Talks", "PERSON", ["Okoye PERSON"]],
    ["said a [ North Harvik Republican ] there", "ORGANIZATION", ["North Harvik PLACE"]],
    ["said a [ Democrat of Ohio ] there", "ORGANIZATION", ["Ohio PLACE"]],
    ["the [ Ohio Caucus ] is", "ORGANIZATION", ["Ohio PLACE"]],
    ["the [ Coastal Black Caucus ] met", "ORGANIZATION", ["Coastal Black Caucus ORGANIZATION"]],
    ["the [ Democratic front ] ~- runner", "ORGANIZATION", []],
    ["the [ Harvik News GOP ] debate", "ORGANIZATION", ["Harvik News ORGANIZATION", "GOP ORGANIZATION"]],
    ["the [ Ohio GOP ] met", "ORGANIZATION", ["Ohio GOP ORGANIZATION"]],
    ["won the [ Montavia Primary ] there", "PLACE", ["Montavia PLACE"]],
    ["chose a [ Supreme Court Justice ] there", "ORGANIZATION", ["Supreme Court ORGANIZATION"]],
    ["met [ Chung Shin ~- ~ae ] there", "PERSON", ["Chung Shin - ae PERSON"]],
    ["[ Bramford Ledger ] – The mayor", "PERSON", ["Bramford Ledger ORGANIZATION"]],
    ["left . Then [ Heath Ledger ] – again", "PERSON", ["Heath Ledger PERSON"]],
    ["in [ Doha , D.C. ] today", "PLACE", ["Doha PLACE", "D.C. PLACE"]],
    ["the [ South Korean ] envoy", "PLACE", []],
    ["said a [ New Jersey Republican ] who", "ORGANIZATION", ["New Jersey PLACE"]],
    ["said an [ Ohio Democrat ] who", "PLACE", ["Ohio PLACE"]],
    ["the [ Union Republicans ] who", "ORGANIZATION", ["Union Republicans ORGANIZATION"]],
    ["the [ Senate Minority ] leader", "ORGANIZATION", ["Senate ORGANIZATION"]],
    ["the [ Clean Rivers Act ] is", "ORGANIZATION", []],
    ["of the [ Oslo Statute ] and", "PLACE", []],
    ["won the [ Doha Marathon ] in", "ORGANIZATION", []],
    [", [ N.H. ] , on", "ORGANIZATION", ["N.H. PLACE"]],
    ["the [ Zika ] virus", "PERSON", []],
  ])("%s as %s", (marked, type, names) => {
    const words = marked.split(" ");
    const first = words.indexOf("[");
    const end = words.indexOf("]") - 1;
    const tokens = tokensOf(words.filter((word) => word !== "[" && word !== "]"));
    const text = (from: number, to: number): string =>
      tokens
        .slice(from, to)
        .map((token) => token.text)
        .join(" ");
    expect(trimName(tokens, { first, end, type }, lexicon).map((range) => `${text(range.first, range.end)} ${range.type}`)).toEqual(names);
  });
});
