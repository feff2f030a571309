import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

const questions = [
  "How did you come to study moss?",
  "I grew up beside a bog. My mother drew it.\n\nPeople ask me why I stayed.",
  "What did your teachers say?",
  'One of them told us "I have seen enough moss". I went on.',
  "Would you do it again?",
  "Yes, I would.",
];

/** The first- and second-person pronouns of an interview that opens so, with the person each stands for. */
function voices(opening: string, turns: readonly string[] = questions): string[] {
  const { mentions, entities } = annotateMarked([opening, ...turns].join("\n\n"));
  return mentions
    .filter(({ form, text }) => form === "pronoun" && /^(?:I|me|my|you|your)$/iu.test(text))
    .map(({ text, entity }) => `${text} → ${entities.find(({ id }) => id === entity)?.name}`);
}

const lindSpeaks = ["you", "I", "My", "me", "I", "your", "I", "you", "I"].map((word) => `${word} → Ada Lind`);

describe("find-interview", () => {
  it.each([
    "The Sentinel interviews the botanist [Ada Lind|PERSON] about moss",
    "Interview with [Ada Lind|PERSON]",
    "[Ada Lind|PERSON], moss collector, interviewed by the Sentinel",
    "[Ada Lind|PERSON]: An interview with the moss collector",
    "Moss is in fashion. The Sentinel spoke to [Ada Lind|PERSON], who has collected it for years.",
    "[Ada Lind|PERSON] opens the door in boots. She likes moss. I spoke to her over tea.",
    "Moss is in fashion. The Sentinel sat down with [Ada Lind|PERSON].",
  ])("gives I of the answers and you of the questions to whom %j names", (opening) => {
    expect(voices(opening)).toEqual(lindSpeaks);
  });

  it("leaves you of a question open that is answered with we", () => {
    const said = voices("Interview with [Ada Lind|PERSON]", [...questions, "Why did you sell?", "We had no money, and I was tired."]);
    expect(said).toEqual([...lindSpeaks, "I → Ada Lind"]);
  });

  it.each([
    ["two are interviewed", "Interview with [Ada Lind|PERSON] and [Tom Berg|PERSON]", questions],
    ["nobody is said to be interviewed", "[Ada Lind|PERSON] likes moss.", questions],
    ["too few questions are asked", "Interview with [Ada Lind|PERSON]", questions.slice(0, 4)],
    [
      "the questions are the reporter's own",
      "Interview with [Ada Lind|PERSON]",
      ["What is moss?", "A plant.", "Where does it grow?", "On stones.", "Is it rare?", "No."],
    ],
  ])("leaves them open where %s", (_, opening, turns) => {
    expect(voices(opening, turns)).toEqual([]);
  });
});
