/**
 * A query of somebody's own on the embedded engine, in a process of its own. The engine is native code in the process that asks: a
 * query that breaks it, or that it does not stop when told to, would take everything else along.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { UserError, type UserErrorCode } from "../domain/errors.ts";
import type { QueryParameters, QueryResult } from "./graph-store.ts";
import { tooSlow } from "./query-value.ts";

export interface ApartQuery {
  /** Of the file that holds the store. */
  readonly path: string;
  readonly cypher: string;
  readonly parameters: QueryParameters;
  readonly timeoutMs: number;
  readonly rowLimit: number;
}

/** What the process sends back, once. */
export type ApartAnswer =
  | { readonly result: QueryResult }
  | { readonly refused: { readonly code: UserErrorCode; readonly message: string; readonly hint: string } }
  | { readonly fault: string };

/** The engine is told to stop at the time limit; a process that has not answered so long after it, with starting, is ended. */
const graceMs = 10_000;

/**
 * The rows of a query. Throws UserError `bad-query` when it ends the process or has to be ended with it, and whatever
 * `GraphStore.query` throws.
 */
export async function queryApart(query: ApartQuery): Promise<QueryResult> {
  // The same kind of file as this one: compiled, or as it was written where a loader reads that.
  const program = fileURLToPath(new URL(`query-process${import.meta.url.slice(import.meta.url.lastIndexOf("."))}`, import.meta.url));
  const child = fork(program, [], { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<QueryResult>((resolve, reject) => {
      late = setTimeout(() => reject(tooSlow(query.timeoutMs)), query.timeoutMs + graceMs);
      child.once("error", reject);
      child.once("message", (answer: ApartAnswer) => {
        if ("result" in answer) resolve(answer.result);
        else if ("refused" in answer) reject(new UserError(answer.refused.code, answer.refused.message, answer.refused.hint));
        else reject(new Error(answer.fault));
      });
      // Pipes are empty by then: an answer comes before it.
      child.once("close", (code, signal) => reject(brokeDown(signal ?? `exit code ${code}`)));
      child.send(query, (error) => {
        // A process that is gone already is told of by "close".
        if (error !== null && child.connected) reject(error);
      });
    });
  } finally {
    clearTimeout(late);
    child.kill("SIGKILL");
  }
}

function brokeDown(how: string): UserError {
  const hint = "The store is as it was. Ask in smaller steps: this version breaks on some mixtures of collect, DISTINCT and UNWIND.";
  return new UserError("bad-query", `the embedded engine broke down on this query (${how})`, hint);
}
