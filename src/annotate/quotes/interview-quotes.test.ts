import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

const paragraphs = [
  "The potter [Ada Lind|PERSON] opens the door in boots. I spoke to her over tea.",
  "Were you surprised by the prize?",
  "Very. I thought they had confused me with somebody.",
  "Nobody told me for a week.",
  "Do you still work at night?",
  "No. My hands shake.",
  "What are you making now?",
  "A jug. It leaks.",
  "[Lind|PERSON] laughs and fills the cups.",
  "The prize is given every year.",
];

function answers(texts: readonly string[]): string[] {
  const { quotes, entities } = annotateMarked(texts.join("\n\n"));
  return quotes.map(({ text, kind, speaker, saying }) => {
    const name = entities.find(({ id }) => id === speaker?.entity)?.name;
    return `${saying} ${kind} ${name}: ${text}`;
  });
}

describe("answers of an interview without labels", () => {
  it("are quotes of the person interviewed, until the reporter has the word", () => {
    expect(answers(paragraphs)).toEqual([
      "0 direct Ada Lind: Very. I thought they had confused me with somebody.",
      "0 direct Ada Lind: Nobody told me for a week.",
      "1 direct Ada Lind: No. My hands shake.",
      "2 direct Ada Lind: A jug. It leaks.",
    ]);
  });

  it("are none where the text names nobody as interviewed", () => {
    expect(answers(["The potter [Ada Lind|PERSON] opens the door.", ...paragraphs.slice(1)])).toEqual([]);
  });
});
