/** `whomet serve`: the viewer and its API, on this machine only. */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { UserError } from "../../domain/errors.ts";
import { type Command, type ExitCode, textOption } from "../command.ts";
import { writeLine } from "../output.ts";
import { startServer } from "../server.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

function parsePort(value: string | undefined): number {
  const port = Number(value ?? "4173");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UserError("bad-arguments", `--port takes a number from 0 to 65535, not "${value}"`);
  return port;
}

export const serve: Command = {
  name: "serve",
  summary: "the viewer and its API on this machine",
  help: `Usage: whomet serve [--store URL] [--port 4173] [--host 127.0.0.1]

Serves the viewer at / and the API under /api/ (described at /api/openapi.json), read-only,
to this machine only. Port 0 picks a free one.

${storeHelp}`,
  options: { ...storeOptions, port: { type: "string" }, host: { type: "string" } },
  run: async ({ positionals, options }) => {
    if (positionals.length > 0) throw new UserError("bad-arguments", `serve takes no names, only options; got "${positionals[0]}"`);
    const port = parsePort(textOption(options, "port"));
    const host = textOption(options, "host") ?? "127.0.0.1";
    if (!loopback.has(host)) {
      throw new UserError(
        "bad-arguments",
        `--host ${host} would open the graph to other machines`,
        "Only 127.0.0.1, localhost and ::1 are served.",
      );
    }
    return withStore<ExitCode>(options, "read", async (store) => {
      const server = await startServer({ store, port, host, assets: fileURLToPath(new URL("../../../dist/viz", import.meta.url)) });
      await writeLine(`listening on ${server.url}`);
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
      await server.close();
      return 0;
    });
  },
};
