/** Errors that the user can do something about. Everything else is ours and stays a plain Error. */

/** Stable codes; scripts may match on them. */
export type UserErrorCode =
  | "bad-arguments"
  | "no-such-file"
  | "unreadable"
  | "empty"
  | "binary"
  | "bad-encoding"
  | "bad-json"
  | "bad-record"
  | "nothing-to-read"
  | "too-large"
  | "store-unreachable"
  | "store-refused"
  | "store-foreign"
  | "store-missing"
  | "engine-missing"
  | "bad-query"
  | "unknown-question"
  | "unknown-entity"
  | "unknown-article"
  | "annotate-failed"
  | "data-missing"
  | "bad-output"
  | "port-in-use";

/** Something the user can fix: what happened, and what to do next. Only `app/` catches it. */
export class UserError extends Error {
  readonly code: UserErrorCode;
  /** What to do about it; empty when the message says it all. */
  readonly hint: string;

  constructor(code: UserErrorCode, message: string, hint = "", options?: ErrorOptions) {
    super(message, options);
    this.name = "UserError";
    this.code = code;
    this.hint = hint;
  }
}

/** How one article of many fared. A failed one never stops the others. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly source: string; readonly error: UserError };
