import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "saying speaker=entity: words" for every quote. */
function turns(marked: string): string[] {
  return annotateMarked(marked).quotes.map(
    ({ saying, speaker, text }) => `${saying} ${speaker?.text ?? "?"}=${speaker?.entity ?? "?"}: ${text}`,
  );
}

describe("quotes of an interview or a transcript", () => {
  it("gives every turn to the name before its colon, several paragraphs and all", () => {
    const marked = [
      "[Ann Lee|PERSON]: Why did you sell the boat?",
      "[Tom Ray|PERSON]: I had no use for it.",
      "It was old and wet.",
      "[Lee|PERSON]: And the oars?",
      "[Ray|PERSON]: They are in the shed.",
    ].join("\n\n");
    expect(turns(marked)).toEqual([
      "0 Ann Lee=person:ann-lee: Why did you sell the boat?",
      "1 Tom Ray=person:tom-ray: I had no use for it.",
      "1 Tom Ray=person:tom-ray: It was old and wet.",
      "2 Lee=person:ann-lee: And the oars?",
      "3 Ray=person:tom-ray: They are in the shed.",
    ]);
  });

  it.each([
    ["colons", "Q: ", "A: "],
    ["stops", "Q. ", "A. "],
    ["dashes", "Q – ", "A – "],
    ["words", "Question: ", "Answer: "],
    ["marks of bold type", "**Q:** ", "**A:** "],
  ])("gives the answers to whom the introduction names: %s", (_, q, a) => {
    const marked = `In an interview [Ann Lee|PERSON] told us why she left.\n\n${q}Why now?\n\n${a}It was late.\n\n${q}Where to?\n\n${a}The hills.`;
    const quotes = annotateMarked(marked).quotes.filter(({ decidedBy }) => decidedBy === "turn");
    expect(quotes.map(({ speaker, text }) => `${speaker?.entity ?? "?"}: ${text}`)).toEqual([
      "?: Why now?",
      "person:ann-lee: It was late.",
      "?: Where to?",
      "person:ann-lee: The hills.",
    ]);
  });

  it("gives the answers to nobody, with little confidence, where no talk is spoken of", () => {
    const [, answer] = annotateMarked(
      "[Ann Lee|PERSON] has raised the tax.\n\nQ: Who pays?\n\nA: Owners of boats do.\n\nQ: How much?\n\nA: A tenth.",
    ).quotes;
    expect(answer).toMatchObject({ text: "Owners of boats do.", speaker: { text: "A", entity: null }, confidence: 0.4 });
  });

  it("reads capitals, asides behind a name, and no stage directions", () => {
    const marked = [
      "CHAIRMAN [LEE|PERSON]: We begin.",
      "MR. [RAY|PERSON] (through an interpreter): I saw nothing.",
      "(LAUGHTER)",
      "[LEE|PERSON]: Were you there?",
      "[Laughs at length]",
      "MR. [RAY|PERSON]: I was asleep.",
    ].join("\n\n");
    expect(annotateMarked(marked).quotes.map(({ speaker, text }) => `${speaker?.text}: ${text}`)).toEqual([
      "LEE: We begin.",
      "RAY: I saw nothing.",
      "LEE: Were you there?",
      "RAY: I was asleep.",
    ]);
  });

  it("does not give what somebody says of herself inside her turn a second time", () => {
    const marked =
      "[Ann Lee|PERSON]: I say that they are wrong.\n\n[Tom Ray|PERSON]: My brother said that the boat sank.\n\n[Lee|PERSON]: When?\n\n[Ray|PERSON]: In May.";
    expect(annotateMarked(marked).quotes.map(({ speaker, text }) => `${speaker?.text}: ${text}`)).toEqual([
      "Ann Lee: I say that they are wrong.",
      "Tom Ray: My brother said that the boat sank.",
      "My brother: the boat sank",
      "Lee: When?",
      "Ray: In May.",
    ]);
  });

  it("is less sure of the paragraphs behind the last label, which may be the reporter's", () => {
    const marked =
      "[Ann Lee|PERSON]: No.\n\n[Tom Ray|PERSON]: Why?\n\n[Lee|PERSON]: No.\n\n[Ray|PERSON]: Then I will go.\n\nThe sea was calm again.";
    const quotes = annotateMarked(marked).quotes;
    expect(quotes.at(-1)?.confidence).toBeLessThan((quotes.at(-2)?.confidence ?? 0) - 0.3);
  });

  it.each([
    [
      "marks for players",
      "[Ann Lee|PERSON]: Solid. 7",
      "[Tom Ray|PERSON]: Poor. 4",
      "[Joe Hall|PERSON]: Late. 5",
      "[Sam Cole|PERSON]: Quick. 8",
    ],
    ["votes, counted twice", "[Ann Lee|PERSON]: 48.", "[Tom Ray|PERSON]: 31.", "[Ann Lee|PERSON]: 52.", "[Tom Ray|PERSON]: 40."],
    ["a review", "Pros: It is cheap.", "Cons: It is slow.", "Pros: It looks good.", "Cons: It breaks."],
    ["a calendar", "When: Monday night.", "Where: The hall.", "When: Tuesday night.", "Where: The arms."],
    ["three lines", "[Ann Lee|PERSON]: No.", "[Tom Ray|PERSON]: Why?", "[Ann Lee|PERSON]: No."],
    ["one label", "[Ann Lee|PERSON]: No.", "[Ann Lee|PERSON]: No, I said.", "[Ann Lee|PERSON]: Yes.", "[Ann Lee|PERSON]: Go."],
  ])("takes no list for a talk: %s", (_, ...paragraphs) => {
    expect(annotateMarked(paragraphs.join("\n\n")).quotes).toEqual([]);
  });
});
