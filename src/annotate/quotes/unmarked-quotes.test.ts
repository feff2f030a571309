import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "saying speaker=entity: words" for every direct quote; paragraphs are given apart. */
function direct(...paragraphs: readonly string[]): string[] {
  return annotateMarked(paragraphs.join("\n\n"))
    .quotes.filter(({ kind }) => kind === "direct")
    .map(({ saying, speaker, text }) => `${saying} ${speaker?.text ?? "?"}=${speaker?.entity?.replace(/^\w+:/u, "") ?? "?"}: ${text}`);
}

describe("paragraphs set off behind a colon", () => {
  const regret = "We regret what happened at the harbour on Monday.";
  const thanks = "Our thanks go to all who came to help us.";

  it("belong to who is said to say them, one paragraph each", () => {
    expect(direct("In a statement, [Ann Lee|PERSON] said:", regret, thanks)).toEqual([`0 Ann Lee=ann-lee: ${regret}`]);
  });

  it("go on to the end of a text that is given in full, or to the next marks", () => {
    expect(direct("The statement reads in full:", regret, thanks, 'A boy said: "I saw the boat."', regret)).toEqual([
      `1 The statement=?: ${regret}`,
      `1 The statement=?: ${thanks}`,
      '0 A boy=?: "I saw the boat."',
    ]);
  });

  it("go on with the lines that no blank line parts from them", () => {
    expect(direct("On Friday [Ann Lee|PERSON] wrote:", `${regret}\n${thanks}`, "It rained all day in the valley.")).toEqual([
      `0 Ann Lee=ann-lee: ${regret}`,
      `0 Ann Lee=ann-lee: ${thanks}`,
    ]);
  });

  it.each([
    ["a list that nobody says", "The council has three plans for the wall:", regret],
    ["what somebody hopes to begin", "Here are the ways her party hopes to begin the work:", regret],
    ["a heading below", "In a statement, [Ann Lee|PERSON] said:", "What comes next"],
    ["a line without an end", "In a statement, [Ann Lee|PERSON] said:", "the mayor and the harbour master and nobody else"],
    ["another clause behind the word of saying", "The ministry said all ships should carry these:", regret],
  ])("are none: %s", (_, introduction, paragraph) => {
    expect(direct(introduction, paragraph)).toEqual([]);
  });
});

describe("dialogue behind dashes", () => {
  it("has a turn for every paragraph, with two voices in turn where no frame tells who speaks", () => {
    expect(
      direct(
        "[Ann Lee|PERSON] stood at the door.",
        "— Where were you? asked [Ann Lee|PERSON].",
        "— At the harbour, — said [Tom Ray|PERSON]. — I missed the boat.",
        "— You always miss it.",
        "— The boat was early.",
      ),
    ).toEqual([
      "1 Ann Lee=ann-lee: Where were you?",
      "0 Tom Ray=tom-ray: At the harbour,",
      "0 Tom Ray=tom-ray: I missed the boat.",
      "2 Ann Lee=ann-lee: You always miss it.",
      "3 Tom Ray=tom-ray: The boat was early.",
    ]);
  });

  it("finds who speaks before the word of saying, too", () => {
    expect(direct("– I will go home, [Ann Lee|PERSON] said.", "– You will not!")).toEqual([
      "0 Ann Lee=ann-lee: I will go home,",
      "1 ?=?: You will not!",
    ]);
  });

  it.each([
    ["a single paragraph", ["— Where were you? asked [Ann Lee|PERSON]."]],
    ["points of a list", ["– The bridge was old, said [Ann Lee|PERSON].", "– The wall was new."]],
    ["paragraphs without a frame", ["— You will go home.", "— I will stay here."]],
    ["paragraphs with marks", ['— "I will go home," said [Ann Lee|PERSON].', '— "You will not," said [Tom Ray|PERSON].']],
  ])("is none in %s", (_, paragraphs) => {
    const found = annotateMarked(paragraphs.join("\n\n")).quotes.map(({ decidedBy }) => decidedBy);
    expect(found).not.toContain("dash");
  });
});

describe("reports without marks", () => {
  /** "speaker: words" for every indirect quote. */
  const indirect = (marked: string): string[] =>
    annotateMarked(marked).quotes.flatMap(({ kind, speaker, text }) => (kind === "indirect" ? [`${speaker?.text ?? "?"}: ${text}`] : []));

  it("have no speaker in what somebody behind a comma announced", () => {
    const marked = "The bidding took a turn when the minister, [Ann Lee|PERSON], and her rival, [Tom Ray|PERSON], announced a joint bid.";
    expect(indirect(marked).filter((quote) => quote.startsWith("a joint bid"))).toEqual([]);
    expect(indirect("The harbour was closed on Monday, said a spokesman for the city.")).toEqual([
      "a spokesman: The harbour was closed on Monday",
    ]);
  });

  it("end where somebody who denied there was anything speaks on", () => {
    expect(indirect("[Ann Lee|PERSON] denied there was a rift, and said she would meet the staff next week.")).toEqual([
      "Ann Lee: there was a rift",
      "Ann Lee: she would meet the staff next week",
    ]);
  });

  it("belong to the people who were reached, not to the telephone", () => {
    expect(indirect("Residents reached by telephone said shells had hit a clinic.")).toEqual([
      "Residents reached by telephone: shells had hit a clinic",
    ]);
  });
});
