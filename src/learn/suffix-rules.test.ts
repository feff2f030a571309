import { describe, expect, it } from "vitest";
import { answerFor, learnSuffixRules, type SuffixExample } from "./suffix-rules.ts";

const options = { longest: 4, least: 2, leastWhole: 2 };

/** "NNS talks s" → class, word, answer. */
function examples(...lines: readonly string[]): SuffixExample[] {
  return lines.map((line) => {
    const [name = "", word = "", answer = ""] = line.split(" ");
    return { class: name, word, answers: [answer] };
  });
}

const rules = learnSuffixRules(
  examples(
    ...["talks", "visits", "envoys", "leaders"].map((word) => `NNS ${word} s`),
    ...["parties", "allies", "treaties"].map((word) => `NNS ${word} ies`),
    "NNS men irregular",
    "NNS men irregular",
    "NNS specimen s",
    "NNS specimen s",
    "NNS mice irregular",
    "VBZ talks verb",
  ),
  options,
);

describe("rules on endings", () => {
  it.each([
    ["the class's most frequent answer, for an ending never seen", "NNS", "data", "s"],
    ["a longer ending that knows better", "NNS", "cities", "ies"],
    ["a whole word that is an exception", "NNS", "men", "irregular"],
    ["no rule for an exception seen once", "NNS", "mice", "s"],
    ["each class by itself", "VBZ", "talks", "verb"],
    ["a word shorter than the ending", "NNS", "s", "s"],
    ["a word without letters", "NNS", "", "s"],
  ])("find %s", (_, name, word, answer) => {
    expect(answerFor(rules, name, word, options.longest)).toBe(answer);
  });

  it("say nothing of a class they never saw", () => {
    expect(answerFor(rules, "ADJ", "talks", 4)).toBeUndefined();
  });

  it("are few: an ending is kept only where it changes the answer", () => {
    expect([...(rules.get("NNS") ?? [])].map(([ending]) => ending)).toEqual(["", "es", "^men"]);
  });

  it("count every right answer, and prefer the one that is right most often", () => {
    const many = learnSuffixRules(
      [
        { class: "PRP", word: "i", answers: ["keep", "I"] },
        { class: "PRP", word: "i", answers: ["keep", "I"] },
        { class: "PRP", word: "i", answers: ["I"] },
      ],
      options,
    );
    expect(answerFor(many, "PRP", "i", 4)).toBe("I");
  });
});
