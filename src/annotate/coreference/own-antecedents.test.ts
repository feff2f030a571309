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
    [
      "are not whom a relative clause is about, when they stand in it",
      "[Okan Tokay|PERSON] comes at the invitation of President [Alexander Stubb|PERSON], who will receive him at the palace.",
      ["him → Okan Tokay"],
    ],
    ["are nobody whom their own clause names behind them", "[Marta Silva|PERSON] won. She congratulated [Silva|PERSON].", []],
    [
      "are the name between commas that says who the subject is, whatever noun stands before it",
      "[Rosa Bell|PERSON] said she was glad. The head of the miners' club, [Musa Pam|PERSON], met pickets and left when he was booed. He later rang [Ada Lind|PERSON].",
      ["she → Rosa Bell", "he → Musa Pam", "He → Musa Pam"],
    ],
    [
      "are no one whom the description speaks of",
      "One pastor supporting Mr. [Tom Ruiz|PERSON], [Musa Pam|PERSON] of a church in [Lima|PLACE], said he had rung many others.",
      ["he → Musa Pam"],
    ],
    [
      "are the name beside the subject of the sentence before, not an earlier one",
      "[Sarah Okoye|PERSON] confirmed that she had left. The village's mayor, [Rosa Bell|PERSON], has taken up the cause. She rang the minister.",
      ["she → Sarah Okoye", "She → Rosa Bell"],
    ],
    [
      "pass over whom a relative clause speaks of in the sentence before",
      "The head of the choir, [Musa Pam|PERSON], who was in [Lima|PLACE] for talks with the bishop, heard of it from a paper. He has never met [Ada Lind|PERSON].",
      ["He → Musa Pam"],
    ],
    [
      "are who says it, where a second verb of saying shares the subject",
      "Mr. [Tom Ruiz|PERSON] resigned because he was ill. Governor [Musa Pam|PERSON] said that peace would be his aim, but added that he would wait.",
      ["he → Tom Ruiz", "his → Musa Pam", "he → Musa Pam"],
    ],
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

describe("descriptions by an office", () => {
  const described = (marked: string): string[] => {
    const { mentions, entities } = annotateMarked(marked);
    return mentions
      .filter(({ form }) => form === "description")
      .map(({ text, entity }) => `${text} → ${entities.find(({ id }) => id === entity)?.name}`);
  };

  it("mean who is called so without a country, not a guest who needs one", () => {
    const keating =
      "The prime minister, [Anna Keating|PERSON], left on Monday. She met the Irish prime minister, [Conor Daly|PERSON], on Tuesday.";
    expect(described(`${keating} Voters want the prime minister to resign.`)).toEqual(["the prime minister → Anna Keating"]);
    const rossi = "Prime Minister [Anna Keating|PERSON] left on Monday. She met the Irish prime minister, [Conor Daly|PERSON], on Tuesday.";
    expect(described(`${rossi} Voters want the prime minister to resign.`)).toEqual(["the prime minister → Conor Daly"]);
  });

  it("are not who does it, though he is only a pronoun", () => {
    const roos = "Prime Minister [Willem Roos|PERSON] was tired.";
    expect(described(`${roos} “I trust her,” he said after receiving the Danish prime minister.`)).toEqual([]);
    expect(described(`${roos} The farmers were glad after seeing the Danish prime minister.`)).toEqual([
      "the Danish prime minister → Willem Roos",
    ]);
  });
});
