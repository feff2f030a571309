/** What goes wrong, as HTTP: one table from error code to status, one shape of body, and nothing about our insides. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { UserError, type UserErrorCode } from "../domain/errors.ts";

/** The body of every answer that is not a success. */
export interface ErrorAnswer {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

/** Complete by type: a new error code does not compile before somebody chose its status. */
const statusOf: Readonly<Record<UserErrorCode, ContentfulStatusCode>> = {
  "bad-arguments": 400,
  "no-such-file": 404,
  unreadable: 500,
  empty: 400,
  binary: 400,
  "bad-encoding": 400,
  "bad-json": 400,
  "bad-record": 400,
  "nothing-to-read": 400,
  "too-large": 413,
  "store-unreachable": 503,
  "store-refused": 502,
  "store-foreign": 500,
  "store-missing": 503,
  "engine-missing": 503,
  "bad-query": 400,
  "unknown-question": 404,
  "unknown-entity": 404,
  "unknown-article": 404,
  "data-missing": 404,
  "bad-output": 500,
  "port-in-use": 500,
  "annotate-failed": 500,
};

interface Problem extends Readonly<Record<"code" | "message" | "hint", string>> {
  readonly status: ContentfulStatusCode;
}

/** A JSON answer `{ error: { code, message, hint } }` with the given status. */
export function problemAnswer(context: Context, { status, ...error }: Problem): Response {
  return context.json({ error } satisfies ErrorAnswer, status);
}

/** Turns whatever a route threw into an answer. What the user cannot mend is logged here and kept out of the answer. */
export function answerError(error: unknown, context: Context): Response {
  if (error instanceof UserError) {
    return problemAnswer(context, { status: statusOf[error.code], code: error.code, message: error.message, hint: error.hint });
  }
  console.error(error);
  return problemAnswer(context, {
    status: 500,
    code: "internal",
    message: "Whomet failed to answer this.",
    hint: "The terminal that runs `whomet serve` shows the reason.",
  });
}
