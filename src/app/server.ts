/** `whomet serve`: the viewer at `/` and the API under `/api/`; read-only unless editing was asked for. */
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { UserError } from "../domain/errors.ts";
import type { NameTables } from "../graph/name-tables.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { makeEditApi } from "./api-edit.ts";
import { answerError, problemAnswer } from "./api-errors.ts";
import type { NetworkColumns } from "./api-network.ts";
import { makeApi } from "./api-routes.ts";
import type { JudgementsPath } from "./judgements-file.ts";
import { type Asset, readAssets } from "./server-assets.ts";
import { checkHost, checkMethod, checkToken, guardHeaders, isLoopback } from "./server-guard.ts";

export { type Api, makeApi } from "./api-routes.ts";

export interface ServerOptions {
  readonly store: GraphStore;
  /** 0 picks a free one. */
  readonly port: number;
  /** Address to listen on; anything but loopback is the user's explicit wish. */
  readonly host: string;
  /** The folder with the built viewer. */
  readonly assets: string;
  /** Where judgements are kept; the page may then edit. Needs a store that is open for writing, and a token. */
  readonly edit?: JudgementsPath;
  /** What is known of names when an edit builds the graph anew. */
  readonly tables?: NameTables;
  /** What lets others in: needed for edits, and for any address that other machines reach. */
  readonly token?: string;
  /** The graph as columns where it does not come from the store, for measurements. */
  readonly network?: () => Promise<NetworkColumns>;
}

export interface RunningServer {
  /** `http://127.0.0.1:4173`, without a slash at the end. */
  readonly url: string;
  /** Stops listening and drops open connections. The store stays open. */
  close(): Promise<void>;
}

/**
 * Starts serving; resolves when requests are answered.
 * Throws UserError `data-missing` when the viewer is not built, `port-in-use` when the port is taken, `bad-arguments` for a host that is not ours.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host, assets } = options;
  const app = makeApp(options, await readAssets(assets));
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  await listen(server, port, host);
  const address = server.address();
  const boundPort = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${boundPort}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Everything that is served, as one application. Throws where an address or an edit lacks its token. */
export function makeApp(
  { store, host, edit, tables, token, network }: Omit<ServerOptions, "port" | "assets">,
  assets: ReadonlyMap<string, Asset>,
): Hono {
  const isWide = !isLoopback(host);
  if (token === undefined && (isWide || edit !== undefined)) throw new Error("a server for others, or for edits, needs a token");
  const freshness = { version: 0 };
  const app = new Hono();
  app.use(guardHeaders, checkHost(host), checkMethod(edit !== undefined), checkToken(token ?? null, isWide));
  app.use("/api/*", async (context, next) => {
    await next();
    context.header("Cache-Control", "no-store");
  });
  if (edit) {
    const onChange = (): void => {
      freshness.version += 1;
    };
    app.route("/api", makeEditApi({ store, path: edit, ...(tables ? { tables } : {}), onChange, now: () => new Date().toISOString() }));
  }
  app.route("/api", makeApi(store, { freshness, mayEdit: edit !== undefined, ...(network ? { network } : {}) }));
  app.get("*", (context, next) => {
    const asset = assets.get(context.req.path);
    if (!asset) return next();
    context.header("Content-Type", asset.type);
    context.header("Cache-Control", asset.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    return context.body(asset.body);
  });
  app.notFound((context) =>
    problemAnswer(context, { status: 404, code: "not-found", message: `There is no ${context.req.path}.`, hint: "" }),
  );
  app.onError(answerError);
  return app;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenProblem(error, port, host)));
    server.listen(port, host, () => resolve());
  });
}

function listenProblem(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const cause = { cause: error };
  if (error.code === "EADDRINUSE") {
    return new UserError(
      "port-in-use",
      `port ${port} on ${host} is taken`,
      "choose another with --port, or --port 0 for any free one",
      cause,
    );
  }
  if (error.code === "EACCES")
    return new UserError("bad-arguments", `port ${port} may not be used`, "choose one above 1023 with --port", cause);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new UserError("bad-arguments", `${host} is not an address of this machine`, "leave --host out to serve on 127.0.0.1", cause);
  }
  return error;
}
