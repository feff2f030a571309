import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "pronoun → entity name" of every pronoun that is resolved. */
function pronouns(marked: string): string[] {
  const { mentions, entities } = annotateMarked(marked);
  return mentions
    .filter(({ form }) => form === "pronoun")
    .map(({ text, entity }) => `${text} → ${entities.find(({ id }) => id === entity)?.name}`);
}

describe("he and she of those who speak for somebody", () => {
  it.each([
    [
      "whose spokeswoman speaks",
      "Prime Minister [Nikol Ruiz|PERSON]'s spokeswoman, [Ada Lind|PERSON], said he and President [Musa Okoye|PERSON] would now hold their talks in May.",
      ["he → Nikol Ruiz"],
    ],
    ["not the spokesman", "President [Omar Holm|PERSON]'s spokesman, [Ben Tarr|PERSON], said he would go to Oslo.", ["he → Omar Holm"]],
    [
      "for whom a spokesman speaks",
      "A spokesman for Prime Minister [Tomas Ruiz|PERSON], [Ben Tarr|PERSON], said he would go to Oslo.",
      ["he → Tomas Ruiz"],
    ],
    [
      "who has a spokesman without a name",
      "President [Omar Holm|PERSON]'s spokesman said he would receive [Ben Tarr|PERSON].",
      ["he → Omar Holm"],
    ],
    [
      "of the sentence before",
      "[Tomas Ruiz|PERSON] is ill. His spokesman, [Ben Tarr|PERSON], said he would not go.",
      ["His → Tomas Ruiz", "he → Tomas Ruiz"],
    ],
    [
      "of whom the sentence is whose office said it",
      "Minister [Modest Kabir|PERSON] will see the head of the [Harvik Fund|ORG], [Markus Thiel|PERSON], on Friday, his office said, days after he had ruled it out.",
      ["his → Modest Kabir", "he → Modest Kabir"],
    ],
    [
      "of whom the sentence is, though another is named last",
      "Chancellor [Karl Brandt|PERSON] will be received by President [Omar Holm|PERSON] in [Oslo|PLACE] on Friday, his office said.",
      ["his → Karl Brandt"],
    ],
  ])("are %s", (_, marked, expected) => {
    expect(pronouns(marked)).toEqual(expected);
  });

  it.each([
    [
      "the spokesman does what only he can do",
      "President [Omar Holm|PERSON]'s spokesman, [Ben Tarr|PERSON], said he could not confirm the report.",
      ["he → Ben Tarr"],
    ],
    [
      "somebody else is named in what is said",
      "[Ada Lind|PERSON]'s spokesman said Mr [Tom Ray|PERSON] had told her he would resign.",
      ["her → Ada Lind", "he → Tom Ray"],
    ],
    ["a body has the spokesman", "[Harvik|ORG] spokesman [Ben Tarr|PERSON] said he would meet the press.", ["he → Ben Tarr"]],
  ])("are another where %s", (_, marked, expected) => {
    expect(pronouns(marked)).toEqual(expected);
  });
});
