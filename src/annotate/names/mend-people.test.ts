import { describe, expect, it } from "vitest";
import { refined, refineTagged } from "./refined-names.fixture.ts";

describe("people whom the tagger knows in part", () => {
  it.each([
    ["It was found by [Aminah Zahra|P] binti [Syed Omar|P] there.", ["P Aminah Zahra binti Syed Omar"]],
    ["It was found by [Aminah Zahra|P] binti Syed Omar there.", ["P Aminah Zahra binti Syed Omar"]],
    ["The chief [Kipsang|P] arap Ruto spoke.", ["P Kipsang arap Ruto"]],
    ["Speaker Om [Prabhu Mirla|P] adjourned it.", ["P Om Prabhu Mirla"]],
    ["Speaker Emeritus [Ada Lind|P] spoke.", ["P Ada Lind"]],
    ["Prime Minister [Ada Lind|P] spoke.", ["P Ada Lind"]],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });
});

describe("people taken for places", () => {
  it("are people where somebody says it of herself, and stay places where police do", () => {
    expect(refineTagged("A café owner, [Ana Ruiz|L], said she was glad.").names.map(({ type }) => type)).toEqual(["PERSON"]);
    expect(refineTagged("Police in [Lima|L], [Ana Ruiz|L], said so.").names.map(({ type }) => type)).toEqual(["PLACE", "PLACE"]);
  });
});

describe("names after a child", () => {
  it.each([
    ["[Umm Hassan|L], a shopkeeper, wept.", "PERSON"],
    ["[Abu Omar|L] said so.", "PERSON"],
    ["The body of [María Sol Huamán|L], a mountaineer, was found.", "PERSON"],
    ["The town of [María Sol Huamán|L], a resort, was hit.", "PLACE"],
    ["He lives in [Umm Hassan|L], a village.", "PLACE"],
    ["[Abu Dhabi|L] said so.", "PLACE"],
    ["[Umm Hassan|L], a village of the south, was shelled.", "PLACE"],
  ])("%s", (marked, type) => {
    expect(refineTagged(marked).names.map((name) => name.type)).toEqual([type]);
  });
});

describe("unknown names beside what somebody is", () => {
  it.each([
    ["But Aketch Were-Odongo, the director of the clinic, wept.", ["P Aketch Were-Odongo"]],
    ["Residents blamed Tovik Ulmaro, a retired nurse.", ["P Tovik Ulmaro"]],
    ["Tovik Ulmaro, 47, was held.", ["P Tovik Ulmaro"]],
    ["Meanwhile, the director of the clinic wept.", []],
    ["On Monday, a spokesman denied it.", []],
    ["Tovik Bank, a lender, closed.", []],
    ["Tovik Ulmaro, a maker of lamps, closed.", []],
    ["He sang Salt Room, a song.", []],
    ["The Battle of Tovik Ulmaro, the captain said, was lost.", []],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });
});
