import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "pronoun → entity name" of every pronoun that is resolved. */
function pronouns(marked: string): string[] {
  const { mentions, entities } = annotateMarked(marked);
  return mentions
    .filter(({ form }) => form === "pronoun")
    .map(({ text, entity }) => `${text} → ${entities.find(({ id }) => id === entity)?.name}`);
}

describe("its of a body", () => {
  it.each([
    [
      "the subject of the sentence before",
      "The [Harvik Union|ORG] called for talks. Its director, [Ada Lind|PERSON], wept.",
      ["Its → Harvik Union"],
    ],
    ["the subject of the predicate", "The [Kestrel Fund|ORG] has made reform of the pits a condition of its loan.", ["its → Kestrel Fund"]],
    ["whom somebody speaks for", "A spokeswoman for [Kestrel Fund|ORG] said its own orders were safe.", ["its → Kestrel Fund"]],
  ])("is %s", (_, marked, expected) => {
    expect(pronouns(marked)).toEqual(expected);
  });

  it.each([
    ["two bodies may be meant", "[Kestrel Fund|ORG] sued the [Harvik Union|ORG]. Its director wept."],
    ["nothing is meant", "A spokeswoman for [Kestrel Fund|ORG] said it was hard to tell."],
  ])("stays open where %s", (_, marked) => {
    expect(pronouns(marked)).toEqual([]);
  });
});

describe("he and she", () => {
  it.each([
    [
      "pass over whom a relative clause speaks of",
      "Mr. [Tom Ruiz|PERSON] resigned. Former mayor [Evar Okoye|PERSON], who broke with [Ruiz|PERSON] in May, thanked the miners from his farm.",
      ["his → Evar Okoye"],
    ],
    [
      "deny things as the accused, not as who accuses them",
      "Prosecutor [Fiona Marsh|PERSON] told jurors that [Gail Shaw|PERSON] had lied. She had denied taking any money.",
      ["She → Gail Shaw"],
    ],
    [
      "are not who speaks the words, though he is only a pronoun yet",
      '[Victor Oduya|PERSON] told the court he had never met [Paul Njoroge|PERSON] alone.\n\n"I saw him at parties," he said.',
      ["he → Victor Oduya", "I → Victor Oduya", "him → Paul Njoroge", "he → Victor Oduya"],
    ],
    [
      "are not who does what is done to them",
      "[Lord Haskell|PERSON] telephoned [Joost Bakker|PERSON] to tell him of the decision.",
      ["him → Joost Bakker"],
    ],
    ["are nobody whom their own clause names behind them", "[Marta Silva|PERSON] won. She congratulated [Silva|PERSON].", []],
    [
      "are whose office says so",
      "[Lea Bouchard|PERSON] called it a good day. [Elin Rubio|PERSON]'s ministry said she would lead the team.",
      ["she → Elin Rubio"],
    ],
    [
      "are the one actor before, whose name stands beside what he is",
      "Talks broke down. The union's chairman, [Okal Pamo|PERSON], dismissed the appeal. He said salaries came first.",
      ["He → Okal Pamo"],
    ],
  ])("%s", (_, marked, expected) => {
    expect(pronouns(marked)).toEqual(expected);
  });
});
