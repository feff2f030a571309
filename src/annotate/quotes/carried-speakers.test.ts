import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "words of the speaker=entity" for every quote outside others. */
function speakers(marked: string): string[] {
  return annotateMarked(marked).quotes.map(({ speaker }) => `${speaker?.text ?? "?"}=${speaker?.entity?.replace("person:", "") ?? "?"}`);
}

describe("who goes on speaking", () => {
  it.each([
    [
      "a description after a name",
      '"We were lucky," said [Ann Lee|PERSON]. The striker said the grass was wet.',
      ["Ann Lee=ann-lee", "The striker=ann-lee"],
    ],
    [
      "an age",
      '"We were lucky," said [Ann Lee|PERSON]. "It was wet," the 22-year-old said.',
      ["Ann Lee=ann-lee", "the 22-year-old=ann-lee"],
    ],
    ["a country", '"We were lucky," said [Ann Lee|PERSON]. The Pole said the grass was wet.', ["Ann Lee=ann-lee", "The Pole=ann-lee"]],
    [
      "whom the sentence before tells of",
      'Captain [Joe Lyle|PERSON], sent off for a late tackle, apologised. "I let them down," the defender said.',
      ["the defender=joe-lyle"],
    ],
    [
      "a pronoun that goes on, whoever is named inside the words",
      '[Ann Lee|PERSON] said: "[Mary Ray|PERSON] is a fool."\n\n"She will never win," she added.',
      ["Ann Lee=ann-lee", "she=ann-lee"],
    ],
    [
      "who spoke in the paragraph before, whoever of the pronoun's gender was named long ago",
      "Mr. [Carl Ray|PERSON] was jailed. [Okoye|PERSON], a lawyer, told reporters the verdict was fair.\n\nThe port had lost a third of its money, he said.",
      ["Okoye=okoye", "he=okoye"],
    ],
    [
      "the body that the sentence before tells of",
      "[Harbour Rovers|ORG] have sold their striker.\n\nThe club said the price was good.",
      ["The club=organization:harbour-rovers"],
    ],
    [
      "somebody without a name who goes on",
      "A ministry spokesman said late Friday that [Tom Ray|PERSON] had left. He added that the road was shut.",
      ["A ministry spokesman=?", "He=?"],
    ],
  ])("knows %s", (_, marked, expected) => {
    expect(speakers(marked)).toEqual(expected);
  });

  it.each([
    ["another sex", '"We were lucky," said [Mary Lee|PERSON]. "It was wet," the fisherman said.', ["Mary Lee=mary-lee", "the fisherman=?"]],
    [
      "somebody whom nobody names",
      '"We were lucky," said [Ann Lee|PERSON]. "It was wet," the witness said.',
      ["Ann Lee=ann-lee", "the witness=?"],
    ],
    ["several", '"We were lucky," said [Ann Lee|PERSON]. The strikers said the grass was wet.', ["Ann Lee=ann-lee", "The strikers=?"]],
    ["a company", '"We were lucky," said [Ann Lee|PERSON]. The supplier said the parts were good.', ["Ann Lee=ann-lee", "The supplier=?"]],
  ])("does not take for the same %s", (_, marked, expected) => {
    expect(speakers(marked)).toEqual(expected);
  });

  it("tells the mentions of it", () => {
    const { mentions } = annotateMarked('"We were lucky," said [Ann Lee|PERSON]. The Pole said the grass was wet.');
    expect(mentions.find(({ text }) => text === "The Pole")).toMatchObject({ entity: "person:ann-lee", form: "description" });
  });
});
