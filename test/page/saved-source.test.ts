/** A page saved as a file answers as the store does that it was saved from: the same verdicts, sentences and rows. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerQuestion } from "../../src/app/answer-question.ts";
import { type SavedGraph, saveGraph } from "../../src/app/export-html.ts";
import { parseQuestion } from "../../src/app/question-grammar.ts";
import { UserError } from "../../src/domain/errors.ts";
import { answersOf } from "../../src/store/answers.ts";
import { sourceOf } from "../../viz/saved-source.ts";
import { fixtureArticles } from "./fixture-articles.ts";
import { type FixtureStore, makeFixtureStore } from "./fixture-store.ts";
import { hostileArticle } from "./hostile-article.ts";
import { namesakeArticles, namesakes } from "./namesake-articles.ts";
import { summitArticles, summitHost, summitVisitor } from "./summit-articles.ts";

let fixture: FixtureStore;
let saved: SavedGraph;

beforeAll(async () => {
  fixture = await makeFixtureStore([...fixtureArticles(), ...summitArticles(), ...namesakeArticles(), hostileArticle()]);
  // As it comes out of the file.
  saved = JSON.parse(JSON.stringify(await saveGraph(fixture.store)));
});

afterAll(() => fixture.remove());

const names = [
  "Rafael Duarte",
  "Duarte",
  "Yusuf Karam",
  "Free Delta Movement",
  "Geneva",
  summitVisitor,
  summitHost,
  ...namesakes,
  "constructor",
];
const ofOne = (name: string): readonly string[] => [
  `who met ${name}?`,
  `who is ${name}?`,
  `what did ${name} say?`,
  `who said what about ${name}?`,
  `who met ${name} in March 2031?`,
  `timeline of ${name}?`,
];
const ofTwo = names
  .slice(0, 6)
  .flatMap((a, index) =>
    names.slice(index + 1, 6).flatMap((b) => [`did ${a} meet ${b}?`, `when did ${a} meet ${b}?`, `how are ${a} and ${b} connected?`]),
  );
const questions = [
  "who met whom in Geneva?",
  "who met whom in February 2031?",
  "who said what about ferries?",
  "which meetings are disputed?",
  "who first reported that Rafael Duarte met Yusuf Karam?",
  ...names.flatMap(ofOne),
  ...ofTwo,
];

async function told(answer: () => Promise<unknown>): Promise<unknown> {
  try {
    return await answer();
  } catch (error) {
    // The store knows names that look alike, and hints at them; a file says as much without.
    if (error instanceof UserError) return { code: error.code, message: error.message };
    throw error;
  }
}

it("answers every question as the store does", async () => {
  let answered = 0;
  for (const text of questions) {
    const question = parseQuestion(text);
    if (!question) throw new Error(`the grammar does not know: ${text}`);
    const [byStore, byFile] = [
      await told(() => answerQuestion(answersOf(fixture.store), question)),
      await told(() => answerQuestion(sourceOf(saved), question)),
    ];
    expect(byFile, text).toEqual(byStore);
    if (JSON.stringify(byStore).includes('"sentence"')) answered += 1;
  }
  // The questions are about something.
  expect(answered).toBeGreaterThan(questions.length / 3);
}, 60_000);
