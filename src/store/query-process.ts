/** The process in which `queryApart` runs a query: takes one, answers once, and may break. */
import { UserError } from "../domain/errors.ts";
import { openEmbeddedStore } from "./embedded-store.ts";
import type { ApartAnswer, ApartQuery } from "./query-apart.ts";

process.once("message", (query: ApartQuery) => {
  void answer(query).then((told) => process.send?.(told));
});
// Whoever asked is gone.
process.once("disconnect", () => process.exit());

async function answer({ path, cypher, parameters, timeoutMs, rowLimit }: ApartQuery): Promise<ApartAnswer> {
  try {
    const store = await openEmbeddedStore(path, "read");
    return { result: await store.query(cypher, parameters, { timeoutMs, rowLimit }) };
  } catch (error) {
    if (!(error instanceof UserError)) return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    return { refused: { code: error.code, message: error.message, hint: error.hint } };
  }
}
