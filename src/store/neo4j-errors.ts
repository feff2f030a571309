/** What the driver and the server report, as errors that say what to do. */
import { Neo4jError } from "neo4j-driver";
import { UserError } from "../domain/errors.ts";
import type { Neo4jAddress } from "./neo4j-store.ts";
import { tooSlow } from "./query-value.ts";

/** What went wrong with a query, for who wrote it. */
export function queryError(error: unknown, timeoutMs: number, address: Neo4jAddress): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (error.code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) return tooSlow(timeoutMs);
  if (error.code === "Neo.ClientError.Statement.AccessMode") {
    return new UserError(
      "bad-query",
      "only queries that read the graph are allowed: it would write",
      "Start with MATCH and end with RETURN.",
    );
  }
  if (error.code.startsWith("Neo.ClientError.Statement") || error.code.startsWith("Neo.ClientError.Procedure")) {
    const hint = "See docs/graph-schema.md for labels and properties.";
    return new UserError("bad-query", `Neo4j refuses the query: ${error.message}`, hint, { cause: error });
  }
  return userError(error, address);
}

/** What the user can do something about; everything else stays what it is. */
export function userError(error: unknown, { url, database, user }: Neo4jAddress): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  // The driver's own codes (ServiceUnavailable, SessionExpired, ProtocolError …); the server's begin with Neo.
  if (!code.startsWith("Neo.")) {
    const hint = "Is Neo4j running there? Or try --store with a path, which needs no server.";
    const reason = firstLine(error.message.replace(/^.*Caused by: /su, ""));
    return new UserError("store-unreachable", `cannot reach ${url}: ${reason}`, hint, { cause: error });
  }
  if (code.startsWith("Neo.ClientError.Security")) {
    const hint = "Give the user with --user and the password in WHOMET_NEO4J_PASSWORD.";
    return new UserError("store-refused", `${url} refuses the user ${user}`, hint, { cause: error });
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return new UserError("store-missing", `there is no database ${database} at ${url}`, "Name another with --database.", { cause: error });
  }
  if (code.startsWith("Neo.ClientError") || code.startsWith("Neo.TransientError")) {
    return new UserError("store-refused", `Neo4j at ${url} refuses: ${firstLine(error.message)}`, "", { cause: error });
  }
  return error;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
