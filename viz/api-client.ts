/** Typed calls to the server. The types come from its routes: a changed field breaks this compile, not the page. */
import { hc, type InferResponseType } from "hono/client";
import type { Api } from "../src/app/server.ts";

const client = hc<Api>(new URL("api", document.baseURI).href);

export type Graph = InferResponseType<typeof client.graph.$get, 200>;
export type EntityCard = InferResponseType<(typeof client.entity)[":id"]["$get"], 200>;
export type Meeting = InferResponseType<(typeof client.meeting)[":id"]["$get"], 200>;
export type Article = InferResponseType<(typeof client.articles)[":id"]["$get"], 200>;
export type SearchHit = InferResponseType<typeof client.search.$get, 200>[number];

/** What the server said about why it did not answer. */
export class ApiError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = "ApiError";
    this.hint = hint;
  }
}

/** All of these reject with ApiError when the server refuses or cannot be reached; an aborted call rejects with AbortError. */
export const api = {
  graph: () => read(client.graph.$get()),
  entity: (id: string) => read(client.entity[":id"].$get({ param: { id } })),
  meeting: (id: string) => read(client.meeting[":id"].$get({ param: { id } })),
  article: (id: string) => read(client.articles[":id"].$get({ param: { id } })),
  search: (q: string, signal: AbortSignal) => read(client.search.$get({ query: { q } }, { init: { signal } })),
};

interface TypedResponse<T> {
  readonly ok: boolean;
  json(): Promise<T>;
}

async function read<T>(call: Promise<TypedResponse<T>>): Promise<T> {
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
