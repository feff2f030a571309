import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../text/lexicon.ts";
import { loadSegmenter } from "../../text/segment.ts";
import { articleFrom } from "../marked-names.fixture.ts";
import { findGroups } from "./find-groups.ts";
import { refineNames } from "./refine-names.ts";

const segment = loadSegmenter();
const lexicon = loadLexicon();

describe("findGroups", () => {
  it.each([
    ["The Ministry of Defence Guards agreed.", ["Ministry of Defence Guards"]],
    ["The Palestinian Mujahideen agreed.", ["Palestinian Mujahideen"]],
    ["Prime Minister Ann Lee met the Free Coast Movement.", ["Free Coast Movement"]],
    ["They talked on Monday.", []],
    ["Palestinian officials agreed.", []],
    ["JOIN THE FREE COAST MOVEMENT TODAY.", []],
  ])("finds the groups in: %s", (text, expected) => {
    expect(findGroups(segment(articleFrom(text)), lexicon).map((name) => text.slice(name.start, name.end))).toEqual(expected);
  });
});

describe("refineNames", () => {
  function refined(text: string, given: readonly [string, "PERSON" | "ORGANIZATION" | "PLACE"][]): string[] {
    const doc = segment(articleFrom(text));
    const tagged = given.map(([form, type]) => {
      const start = text.indexOf(form);
      const end = start + form.length;
      const firstToken = doc.tokens.findIndex((token) => token.start >= start);
      const endToken = doc.tokens.findLastIndex((token) => token.end <= end) + 1;
      return { start, end, firstToken, endToken, type, confidence: 0.9, decidedBy: "test" };
    });
    return refineNames(doc, tagged, lexicon).map((name) => `${name.type}: ${text.slice(name.start, name.end)}`);
  }

  it("splits two names at a hyphen and leaves a hyphenated name whole", () => {
    expect(refined("The U.S.-Hamas talks went on.", [["U.S.-Hamas", "ORGANIZATION"]])).toEqual(["PLACE: U.S.", "ORGANIZATION: Hamas"]);
    expect(refined("We saw Taher Al-Nono there.", [["Taher Al-Nono", "PERSON"]])).toEqual(["PERSON: Taher Al-Nono"]);
  });

  it("cuts a name at a dash between spaces", () => {
    expect(refined("(Wire Headquarters – NYC)", [["Wire Headquarters – NYC", "ORGANIZATION"]])).toEqual([
      "ORGANIZATION: Wire Headquarters",
      "PLACE: NYC",
    ]);
  });

  it.each(["Al - Maidan", "Coca - Cola"])("leaves %s whole, a hyphen that stands apart because the text was cut into words", (name) => {
    expect(refined(`Then ${name} spoke.`, [[name, "ORGANIZATION"]])).toEqual([`ORGANIZATION: ${name}`]);
  });

  it("takes the lower-case end of a Korean name along", () => {
    expect(refined("We saw Moon Jae-in there.", [["Moon Jae", "PERSON"]])).toEqual(["PERSON: Moon Jae-in"]);
    expect(refined("Chung Shin-a left.", [["Chung Shin", "PERSON"]])).toEqual(["PERSON: Chung Shin-a"]);
  });

  it("splits a pair of people whom the article names apart, and no double name", () => {
    expect(
      refined("Ada Okoye lost, Lindgren won the Okoye-Lindgren debate.", [
        ["Ada Okoye", "PERSON"],
        ["Lindgren", "PERSON"],
        ["Okoye-Lindgren", "PERSON"],
      ]),
    ).toEqual(["PERSON: Ada Okoye", "PERSON: Lindgren", "PERSON: Okoye", "PERSON: Lindgren"]);
    expect(
      refined("Mr. Okoye-Lindgren met Ada Okoye.", [
        ["Okoye-Lindgren", "PERSON"],
        ["Ada Okoye", "PERSON"],
      ]),
    ).toEqual(["PERSON: Okoye-Lindgren", "PERSON: Ada Okoye"]);
  });

  it.each([
    ["Okoye", "Okoyes"],
    ["Ruiz", "Ruizes"],
  ])("takes the %s family for people when the article knows one of them", (surname, family) => {
    const text = `Ann ${surname} left. Then the ${family} met the Lindgrens.`;
    const [one, all] = [`Ann ${surname}`, [`PERSON: Ann ${surname}`, `PERSON: ${family}`]];
    expect(refined(text, [[one, "PERSON"]])).toEqual(all);
    expect(
      refined(text, [
        [one, "PERSON"],
        [family, "ORGANIZATION"],
      ]),
    ).toEqual(all);
  });

  it("cuts a headline's verb off a surname that the story knows, and no given name", () => {
    expect(
      refined("Okoye Wades In on Roads\n\nThe mayor, Ada Okoye, spoke of roads on Monday. She was glad.", [
        ["Okoye Wades", "PERSON"],
        ["Ada Okoye", "PERSON"],
      ]),
    ).toEqual(["PERSON: Okoye", "PERSON: Ada Okoye"]);
    expect(
      refined("Okoye Ruiz Steps Down\n\nThe mayor, Ada Okoye, spoke of Ruiz on Monday. She was glad.", [
        ["Okoye Ruiz", "PERSON"],
        ["Ada Okoye", "PERSON"],
        ["Ruiz on", "PERSON"],
      ]),
    ).toContain("PERSON: Okoye Ruiz");
  });

  it("takes a storm for nobody, unless somebody in the article bears its name", () => {
    expect(refined("Hurricane Amparo hit Cuba. Later Amparo turned.", [["Amparo", "PERSON"]])).toEqual([]);
    expect(
      refined("Storm Ruiz turned. Ruiz wept, said Ada Ruiz.", [
        ["Ruiz", "PERSON"],
        ["Ada Ruiz", "PERSON"],
      ]),
    ).toEqual(["PERSON: Ruiz", "PERSON: Ada Ruiz"]);
  });

  it("takes a typhoon's name behind its comma for nobody", () => {
    expect(refined("Last week's typhoon, Amparo, hit Cuba.", [["Amparo", "PERSON"]])).toEqual([]);
  });

  it.each([
    ["Colonel Jordan left.", "Jordan", ["PERSON: Jordan"]],
    ["Later Mr. London left.", "London", ["PERSON: London"]],
    ["The colonel left Jordan.", "Jordan", ["PLACE: Jordan"]],
    ["Sri Lankan troops left.", "Sri Lankan", []],
  ])("reads what a title or an ending says of a place: %s", (text, form, expected) => {
    expect(refined(text, [[form, "PLACE"]])).toEqual(expected);
  });

  it("keeps the name of a realm whole", () => {
    const given: [string, "PLACE"][] = [
      ["Kingdom", "PLACE"],
      ["Montavia", "PLACE"],
    ];
    expect(refined("the Kingdom of Montavia fell", given)).toEqual(["PLACE: Kingdom of Montavia"]);
    expect(refined("the Kingdom of the Montavia fell", given)).toEqual(["PLACE: Kingdom of the Montavia"]);
    expect(refined("the Kingdom and Montavia fell", given)).toEqual(["PLACE: Kingdom", "PLACE: Montavia"]);
  });

  it("drops adjectives of origin", () => {
    expect(
      refined("The Qatari mediators left Qatar.", [
        ["Qatari", "PLACE"],
        ["Qatar.", "PLACE"],
      ]),
    ).toEqual(["PLACE: Qatar."]);
  });

  it("adds a group that only its head gives away", () => {
    expect(refined("The Palestinian Mujahideen spoke.", [])).toEqual(["ORGANIZATION: Palestinian Mujahideen"]);
  });
});
