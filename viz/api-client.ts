/** Typed calls to the server. The types come from its routes: a changed field breaks this compile, not the page. */
import { hc, type InferResponseType } from "hono/client";
import type { QuestionAnswer } from "../src/app/answer-question.ts";
import type { NetworkPage } from "../src/app/api-network.ts";
import type { ListsOf, Page } from "../src/app/api-pages.ts";
import type { Api } from "../src/app/server.ts";

const client = hc<Api>(new URL("api", document.baseURI).href);

export type EntityCard = Omit<InferResponseType<(typeof client.entity)[":id"]["$get"], 200>, "next">;
export type MeetingCard = InferResponseType<(typeof client.meeting)[":id"]["$get"], 200>;
export type Article = InferResponseType<(typeof client.articles)[":id"]["$get"], 200>;
export type SearchHit = InferResponseType<typeof client.search.$get, 200>[number];

/** What is asked: a sentence, or two names. */
export type Asked =
  | { readonly kind: "ask"; readonly text: string }
  | { readonly kind: "met" | "path"; readonly a: string; readonly b: string };

/** Where the page gets its answers: a server, or answers that were saved with the page. All reject with ApiError. */
export interface Answers {
  /** The page of the graph that starts at this row. */
  readonly network: (from: number) => Promise<NetworkPage>;
  readonly entity: (id: string) => Promise<EntityCard>;
  readonly meeting: (id: string) => Promise<MeetingCard>;
  readonly article: (id: string) => Promise<Article>;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
  readonly ask: (asked: Asked) => Promise<QuestionAnswer>;
}

/** What the server said about why it did not answer. */
export class ApiError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = "ApiError";
    this.hint = hint;
  }
}

/** The server that served the page. An aborted search rejects with AbortError. */
export const serverAnswers: Answers = {
  network: (from) => read(client.network.$get({ query: { from: String(from) } })),
  entity: (id) =>
    wholeOf(
      (from) => read(client.entity[":id"].$get({ param: { id }, query: { from: String(from) } })),
      ["meetings", "quotes", "articles"],
    ),
  meeting: (id) => read(client.meeting[":id"].$get({ param: { id } })),
  article: (id) => read(client.articles[":id"].$get({ param: { id } })),
  search: (q, signal) => read(client.search.$get({ query: { q } }, { init: { signal } })),
  ask: (asked) => {
    const query: Record<string, string> =
      asked.kind === "ask" ? { q: asked.text } : { a: asked.a, b: asked.b, kind: asked.kind === "met" ? "did-meet" : "connected" };
    // Read by its own type: in the routes' type the rows of an answer are any JSON.
    const page = (from: number) =>
      read<Page<QuestionAnswer>>(fetch(new URL(`api/ask?${new URLSearchParams({ ...query, from: String(from) })}`, document.baseURI)));
    return wholeOf(page, ["items", "rows"]);
  },
};

/** A long answer, put together from its pages. */
async function wholeOf<Answer extends object>(
  pageAt: (from: number) => Promise<Page<Answer>>,
  lists: readonly ListsOf<Answer>[],
): Promise<Answer> {
  const whole = await pageAt(0);
  for (let { next } = whole; next !== null; ) {
    const page = await pageAt(next);
    for (const name of lists) {
      const [known, more]: readonly unknown[] = [whole[name], page[name]];
      if (Array.isArray(known) && Array.isArray(more)) for (const row of more) known.push(row);
    }
    next = page.next;
  }
  return whole;
}

interface TypedResponse<T> {
  readonly ok: boolean;
  json(): Promise<T>;
}

/** The value of an answer. Rejects with ApiError when the server refuses or cannot be reached. */
export async function read<T>(call: Promise<TypedResponse<T>>): Promise<T> {
  const response = await call.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("The server does not answer.", "Is `whomet serve` still running?");
  });
  if (response.ok) return response.json();
  const body: unknown = await response.json().catch(() => null);
  throw problemOf(body);
}

function problemOf(body: unknown): ApiError {
  const error = field(body, "error");
  const message = field(error, "message");
  const hint = field(error, "hint");
  return new ApiError(typeof message === "string" ? message : "The server could not answer.", typeof hint === "string" ? hint : "");
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
