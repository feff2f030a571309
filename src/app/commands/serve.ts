/** `whomet serve`: the viewer and its API. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { UserError } from "../../domain/errors.ts";
import { aliasesHelp, aliasesOption, loadGivenTables } from "../alias-file.ts";
import { type Command, type ExitCode, flag, textOption } from "../command.ts";
import { givenJudgementsPath, judgementsHelp, judgementsOption } from "../judgements-file.ts";
import { say, writeLine } from "../output.ts";
import { startServer } from "../server.ts";
import { isLoopback } from "../server-guard.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

function parsePort(value: string | undefined): number {
  const port = Number(value ?? "4173");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UserError("bad-arguments", `--port takes a number from 0 to 65535, not "${value}"`);
  return port;
}

export const serve: Command = {
  name: "serve",
  summary: "the viewer and its API on this machine",
  help: `Usage: whomet serve [--store URL] [--port 4173] [--host 127.0.0.1] [--edit]

Serves the viewer at / and the API under /api/ (described at /api/openapi.json), read-only,
to this machine only. Port 0 picks a free one.

  --edit            lets the page merge and part people and correct meetings; what is judged goes
                    into the judgements file, and can be undone. Needs the printed token
  --host ADDRESS    serves other machines too; they need the printed token. There is no
                    encryption: use it only in a network that you trust
${judgementsHelp}
${aliasesHelp}

${storeHelp}`,
  options: {
    ...storeOptions,
    ...judgementsOption,
    ...aliasesOption,
    port: { type: "string" },
    host: { type: "string" },
    edit: { type: "boolean" },
  },
  run: async ({ positionals, options }) => {
    if (positionals.length > 0) throw new UserError("bad-arguments", `serve takes no names, only options; got "${positionals[0]}"`);
    const port = parsePort(textOption(options, "port"));
    const host = textOption(options, "host") ?? "127.0.0.1";
    const isEditing = flag(options, "edit");
    const token = isEditing || !isLoopback(host) ? randomBytes(18).toString("base64url") : undefined;
    return withStore<ExitCode>(options, isEditing ? "write" : "read", async (store) => {
      const server = await startServer({
        ...{ store, port, host, assets: fileURLToPath(new URL("../../../dist/viz", import.meta.url)) },
        ...(isEditing ? { edit: givenJudgementsPath(options), tables: (await loadGivenTables(options)).tables } : {}),
        ...(token === undefined ? {} : { token }),
      });
      await writeLine(`listening on ${server.url}`);
      if (token !== undefined) say(`${isEditing ? "to edit" : "from other machines"}, open ${server.url}/?token=${token}`);
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
      await server.close();
      return 0;
    });
  },
};
