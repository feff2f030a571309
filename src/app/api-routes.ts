/** The API: every question the viewer asks, as routes that only read. `Api` is their type, from which the viewer's client is made. */
import { Hono } from "hono";
import { validator } from "hono/validator";
import { UserError } from "../domain/errors.ts";
import { loadGazetteer } from "../graph/gazetteer.ts";
import { answersOf, article, entityCard, met, search } from "../store/answers.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { askQuestion, findQuestion, listQuestions, type Question } from "../store/questions.ts";
import { answerQuestion } from "./answer-question.ts";
import { answerError, problemAnswer } from "./api-errors.ts";
import { graphAnswer } from "./api-graph.ts";
import { meetingAnswer } from "./api-meeting.ts";
import { type NetworkColumns, networkColumns, networkPage } from "./api-network.ts";
import { openApi } from "./api-openapi.ts";
import { graphRows, pageOf, sentenceRows } from "./api-pages.ts";
import { type Question as AskedQuestion, examples, parseQuestion } from "./question-grammar.ts";

/** Longer names and searches are mistakes or attacks. */
const longestText = 200;
const defaultSearchLimit = 12;

const graphLists = ["entities", "meetings", "participants", "places", "roles", "statements", "articles"] as const;
const fromQuery = validator("query", (query) => ({ from: rowOf(query.from) }));

export interface ApiOptions {
  /** Raised whenever the store has changed: what was read before is then read again. */
  readonly freshness?: { readonly version: number };
  /** The graph as columns, where it does not come from the store. */
  readonly network?: () => Promise<NetworkColumns>;
  /** Whether the page is told that it may offer corrections. */
  readonly mayEdit?: boolean;
}

/** The routes over one store. The graph is read once for each version of the store. */
export function makeApi(store: GraphStore, { freshness = { version: 0 }, network, mayEdit = false }: ApiOptions = {}) {
  const version = (): number => freshness.version;
  const readGraph = once(() => store.readGraph(), version);
  const readGraphAnswer = once(async () => graphAnswer(await readGraph()), version);
  const readNetwork = once(network ?? (async () => networkColumns(await readGraph(), loadGazetteer())), version);

  const api = new Hono()
    .get("/health", (context) => context.json({ status: "ok" as const, dialect: store.dialect }))
    .get("/openapi.json", (context) => context.json(openApi))
    .get("/graph", fromQuery, async (context) => {
      const { from } = context.req.valid("query");
      return context.json(pageOf(await readGraphAnswer(), graphLists, from, graphRows));
    })
    .get("/network", fromQuery, async (context) => {
      const page = networkPage(await readNetwork(), context.req.valid("query").from);
      return context.json({ ...page, totals: { ...page.totals, mayEdit } });
    })
    .get(
      "/ask",
      validator("query", (query) => ({ question: questionOf(query), from: rowOf(query.from) })),
      async (context) => {
        const { question, from } = context.req.valid("query");
        return context.json(pageOf(await answerQuestion(answersOf(store), question), ["items", "rows"], from, sentenceRows));
      },
    )
    .get("/entity/:id", fromQuery, async (context) => {
      const { from } = context.req.valid("query");
      return context.json(pageOf(await entityCard(store, context.req.param("id")), ["meetings", "quotes", "articles"], from, sentenceRows));
    })
    .get("/meeting/:id", async (context) => context.json(meetingAnswer(await readGraph(), context.req.param("id"))))
    .get("/articles/:id", async (context) => context.json(await article(store, context.req.param("id"))))
    .get(
      "/met",
      validator("query", (query) => ({
        a: textOf(query, "a"),
        ...("b" in query ? { b: textOf(query, "b") } : {}),
        from: rowOf(query.from),
      })),
      async (context) => {
        const { a, b, from } = context.req.valid("query");
        return context.json(pageOf(await met(store, a, b), ["rows"], from, sentenceRows));
      },
    )
    .get(
      "/search",
      validator("query", (query) => ({ q: textOf(query, "q") })),
      async (context) => context.json(await search(store, context.req.valid("query").q, defaultSearchLimit)),
    )
    .get("/questions", (context) => context.json(listQuestions().map(questionHead)))
    .get(
      "/query",
      validator("query", (query) => ({ name: textOf(query, "name"), param: [query.param ?? []].flat() })),
      async (context) => {
        const { name, param } = context.req.valid("query");
        return context.json(await askQuestion(store, findQuestion(name), parametersOf(param)));
      },
    );
  api.notFound((context) =>
    problemAnswer(context, {
      status: 404,
      code: "not-found",
      message: `There is no ${context.req.path}.`,
      hint: "/api/openapi.json lists what there is.",
    }),
  );
  api.onError(answerError);
  return api;
}

export type Api = ReturnType<typeof makeApi>;

/** What a reader needs to know to ask a question: everything but its Cypher. */
function questionHead({ name, title, asks, parameters }: Question) {
  const heads = parameters.map((parameter) => ({
    name: parameter.name,
    type: parameter.type,
    required: parameter.default === undefined,
    default: parameter.default ?? null,
  }));
  return { name, title, asks, parameters: heads };
}

/** The values in `param=name=value`, which may come several times, as on the command line. */
function parametersOf(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      if (equals < 1 || pair.length > longestText) {
        throw new UserError("bad-arguments", `"${pair.slice(0, longestText)}" is no parameter of a question`, "write ?param=name=value");
      }
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}

/** What is asked: a sentence in `q`, or two names in `a` and `b` with `kind` did-meet or connected. */
function questionOf(query: Readonly<Record<string, string | string[]>>): AskedQuestion {
  if ("a" in query) {
    const [a, b] = [textOf(query, "a"), textOf(query, "b")];
    if (query.kind === "connected") return { kind: "connected", a, b };
    if (query.kind === undefined || query.kind === "did-meet") return { kind: "did-meet", a, b, place: null, period: null };
    throw new UserError(
      "bad-arguments",
      `"${String(query.kind).slice(0, longestText)}" is no kind of question`,
      "write kind=did-meet or kind=connected",
    );
  }
  const text = textOf(query, "q");
  const question = parseQuestion(text);
  if (!question)
    throw new UserError("bad-arguments", `"${text}" is not a question that can be asked`, `What can be asked: ${examples.join(" ")}`);
  return question;
}

/** The row at which a page starts. */
function rowOf(value: string | string[] | undefined): number {
  const row = Number(value ?? "0");
  if (!Number.isSafeInteger(row) || row < 0)
    throw new UserError("bad-arguments", `"${String(value).slice(0, longestText)}" is no row`, "write from=0");
  return row;
}

/** A query parameter that must be there, once, and not be absurdly long. */
function textOf(query: Readonly<Record<string, string | string[]>>, name: string): string {
  const value = query[name];
  if (typeof value !== "string" || value.trim() === "")
    throw new UserError("bad-arguments", `the parameter "${name}" is missing`, `add ?${name}=…`);
  if (value.length > longestText) throw new UserError("bad-arguments", `the parameter "${name}" is longer than ${longestText} characters`);
  return value;
}

/** Remembers the first answer for each version; a failure is not remembered, so that the next request tries again. */
function once<T>(read: () => Promise<T>, version: () => number): () => Promise<T> {
  let answer: Promise<T> | null = null;
  let answered = -1;
  return () => {
    if (answered !== version()) answer = null;
    answered = version();
    answer ??= read().catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
