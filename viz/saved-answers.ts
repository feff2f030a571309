/** Answers that were saved with the page by `whomet export --format html`: the page as a file asks nobody. */
import { type AnswerSource, answerQuestion, type QuestionAnswer } from "../src/app/answer-question.ts";
import type { SavedGraph } from "../src/app/export-html.ts";
import { parseQuestion } from "../src/app/question-grammar.ts";
import type { MetRow, PathStep, SearchHit } from "../src/domain/answer.ts";
import { UserError } from "../src/domain/errors.ts";
import { compareText } from "../src/graph/fold-name.ts";
import { type Answers, ApiError } from "./api-client.ts";

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
    entity: (id) => known(saved.entities, id, "card"),
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

/** The same questions that a store answers, over the saved cards. */
function sourceOf(saved: SavedGraph): AnswerSource {
  const cards = Object.values(saved.entities);
  const named = (text: string) => {
    const words = text.trim().toLowerCase();
    const rank = ({ entity, aliases }: (typeof cards)[number]): number => {
      const names = [entity.name, ...aliases].map((name) => name.toLowerCase());
      if (names.includes(words)) return 3;
      if (names.some((name) => name.split(/\s+/u).at(-1) === words)) return 2;
      return names.some((name) => ` ${name} `.includes(` ${words} `)) ? 1 : 0;
    };
    const ranked = cards.map((card) => ({ card, rank: rank(card) })).filter(({ rank }) => rank > 0);
    const best = Math.max(0, ...ranked.map(({ rank }) => rank));
    return ranked.filter(({ rank }) => rank === best).map(({ card }) => card);
  };
  const someNamed = (text: string) => {
    const found = named(text);
    if (found.length === 0) throw new UserError("unknown-entity", `the graph knows nobody and nothing called "${text}"`);
    return found;
  };
  const met: AnswerSource["met"] = async (a, b) => {
    const asked = someNamed(a);
    const rows = asked.flatMap(({ meetings }) => meetings);
    const plain = asked.map(({ entity }) => entity);
    if (b === undefined) return { asked: plain, rows };
    const ids = new Set(someNamed(b).map(({ entity }) => entity.id));
    return { asked: plain, rows: rows.filter((row) => row.b.id !== null && ids.has(row.b.id)) };
  };
  return {
    met,
    allMeetings: async () =>
      cards
        .flatMap(({ meetings }) => meetings)
        .sort((x, y) => y.independentSources - x.independentSources || y.articles - x.articles || compareText(x.meeting, y.meeting)),
    said: async (speaker, about) => {
      const from = speaker === undefined ? cards : someNamed(speaker);
      const words = about?.trim().toLowerCase();
      return from.flatMap(({ quotes }) => quotes).filter(({ text }) => words === undefined || text.toLowerCase().includes(words));
    },
    connection: async (a, b) => chain(saved, someNamed(a), new Set(someNamed(b).map(({ entity }) => entity.id))),
    findEntities: async (text) =>
      named(text).flatMap(({ entity, articles }) =>
        entity.id === null || entity.type === null
          ? []
          : [{ id: entity.id, name: entity.name, type: entity.type, by: "name" as const, mentions: 0, articles: articles.length }],
      ),
    entityCard: async (id) => {
      const card = saved.entities[id];
      if (!card) throw new UserError("unknown-entity", `nothing has the id ${id}`);
      return card;
    },
  };
}

/** The shortest chain of meetings that took place, breadth first. */
function chain(
  saved: SavedGraph,
  starts: readonly SavedGraph["entities"][string][],
  ends: ReadonlySet<string | null>,
): readonly PathStep[] {
  const cameBy = new Map<string, MetRow | null>(starts.flatMap(({ entity }) => (entity.id === null ? [] : [[entity.id, null] as const])));
  const queue = [...cameBy.keys()];
  for (let index = 0; index < queue.length; index += 1) {
    const id = queue[index] ?? "";
    if (ends.has(id) && cameBy.get(id) !== null) return stepsTo(id, cameBy);
    for (const row of saved.entities[id]?.meetings ?? []) {
      if (row.b.id === null || cameBy.has(row.b.id) || (row.modality !== "held" && row.modality !== "ongoing")) continue;
      cameBy.set(row.b.id, row);
      queue.push(row.b.id);
    }
  }
  return [];
}

function stepsTo(end: string, cameBy: ReadonlyMap<string, MetRow | null>): readonly PathStep[] {
  const steps: PathStep[] = [];
  for (let row = cameBy.get(end); row; row = cameBy.get(row.a.id ?? "")) {
    const through = [row.as === null ? "meeting" : `meeting of ${row.as}`, row.place, row.to ?? row.from]
      .filter((part) => part !== null)
      .join(", ");
    steps.unshift({ from: row.a, to: row.b, by: "meeting", through, evidence: row.evidence });
  }
  return steps;
}
