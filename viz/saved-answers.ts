/** Answers that were saved with the page by `whomet export --format html`: the page as a file asks nobody. */
import { answerQuestion, type QuestionAnswer } from "../src/app/answer-question.ts";
import type { SavedGraph } from "../src/app/export-html.ts";
import { parseQuestion } from "../src/app/question-grammar.ts";
import type { SearchHit } from "../src/domain/answer.ts";
import { UserError } from "../src/domain/errors.ts";
import { type Answers, ApiError } from "./api-client.ts";
import { savedCard, sourceOf } from "./saved-source.ts";

/** The graph that the page carries; null for a page that a server serves. */
export function readSaved(page: Document): SavedGraph | null {
  const text = page.getElementById("whomet-data")?.textContent;
  return text ? (JSON.parse(text) as SavedGraph) : null;
}

/** Answers from what was saved. */
export function savedAnswers(saved: SavedGraph): Answers {
  const source = sourceOf(saved);
  const known = <T>(values: Readonly<Record<string, T>>, id: string, what: string): Promise<T> => {
    // What every object has, such as "constructor", is no answer.
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    return value === undefined ? Promise.reject(new ApiError(`The saved page has no ${what} ${id}.`, "")) : Promise.resolve(value);
  };
  return {
    network: () => Promise.resolve(saved.network),
    entity: (id) => {
      const card = savedCard(saved, id);
      return card ? Promise.resolve(card) : Promise.reject(new ApiError(`The saved page has no card ${id}.`, ""));
    },
    meeting: (id) => known(saved.meetings, id, "meeting"),
    article: (id) => known(saved.articles, id, "article"),
    search: (text) => Promise.resolve(searchSaved(saved, text)),
    ask: async (asked): Promise<QuestionAnswer> => {
      const question =
        asked.kind === "ask"
          ? parseQuestion(asked.text)
          : asked.kind === "met"
            ? ({ kind: "did-meet", a: asked.a, b: asked.b, place: null, period: null } as const)
            : ({ kind: "connected", a: asked.a, b: asked.b } as const);
      if (!question) throw new ApiError(`“${asked.kind === "ask" ? asked.text : ""}” is not a question that can be asked.`, "");
      return answerQuestion(source, question).catch((error: unknown) => {
        throw error instanceof UserError ? new ApiError(error.message, error.hint) : error;
      });
    },
  };
}

const mostHits = 12;

function searchSaved(saved: SavedGraph, text: string): readonly SearchHit[] {
  const words = text.trim().toLowerCase();
  const hits: SearchHit[] = [];
  for (const { id, title, outlet, publishedAt } of Object.values(saved.articles)) {
    if (title?.toLowerCase().includes(words)) hits.push({ kind: "article", id, title, outlet, publishedAt });
  }
  for (const { id, outlet, title, publishedAt, quotes } of Object.values(saved.articles)) {
    for (const quote of quotes) {
      if (hits.length >= mostHits) return hits;
      if (!quote.text.toLowerCase().includes(words)) continue;
      const evidence = { article: id, outlet, title, publishedAt, start: quote.start, end: quote.end, text: quote.text };
      hits.push({ kind: "quote", id: quote.id, speaker: quote.speaker, evidence });
    }
  }
  return hits;
}
