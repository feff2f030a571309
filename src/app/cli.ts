#!/usr/bin/env node
/** Arguments → command. The one place that catches. */
import { readFileSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { UserError } from "../domain/errors.ts";
import type { Command, ExitCode, GivenOptions } from "./command.ts";
import { nearestWord } from "./nearest-word.ts";
import { say, writeLine } from "./output.ts";
import { exitCodeOf, reportOf } from "./report-error.ts";

/** Commands load when they are asked for, so that --help answers at once. */
const commands: ReadonlyMap<string, { readonly summary: string; readonly load: () => Promise<Command> }> = new Map([
  [
    "annotate",
    {
      summary: "articles → names, quotes and meetings, a JSON line each",
      load: async () => (await import("./commands/annotate.ts")).annotate,
    },
  ],
  ["build", { summary: "articles → a knowledge graph in a store", load: async () => (await import("./commands/build.ts")).build }],
  [
    "remove",
    {
      summary: "take articles out of a store, with all that only they supported",
      load: async () => (await import("./commands/remove.ts")).remove,
    },
  ],
  ["met", { summary: "who met whom, with the sentences that say so", load: async () => (await import("./commands/met.ts")).met }],
  [
    "timeline",
    {
      summary: "somebody's meetings in the order in which they happened",
      load: async () => (await import("./commands/timeline.ts")).timeline,
    },
  ],
  [
    "contradictions",
    {
      summary: "meetings on which the articles disagree, sentence beside sentence",
      load: async () => (await import("./commands/contradictions.ts")).contradictions,
    },
  ],
  [
    "skipped",
    { summary: "words for a meeting that gave none, and why", load: async () => (await import("./commands/skipped.ts")).skipped },
  ],
  ["ask", { summary: "a question in plain English, from a fixed grammar", load: async () => (await import("./commands/ask.ts")).ask }],
  [
    "quotes",
    {
      summary: "what somebody said, earliest first, with versions and what was changed",
      load: async () => (await import("./commands/quotes.ts")).quotes,
    },
  ],
  ["why", { summary: "why names are one somebody, and reports one meeting", load: async () => (await import("./commands/why.ts")).why }],
  ["query", { summary: "a Cypher question by name, or a .cypher file", load: async () => (await import("./commands/query.ts")).query }],
  ["review", { summary: "judge who is who where the rules are unsure", load: async () => (await import("./commands/review.ts")).review }],
  [
    "export",
    {
      summary: "the graph for Gephi, yEd, Neo4j, Aleph, a spreadsheet, or as one page",
      load: async () => (await import("./commands/export.ts")).exportGraph,
    },
  ],
  ["train", { summary: "corpora → the weights of a model", load: async () => (await import("./commands/train.ts")).train }],
  ["serve", { summary: "the viewer and its API on this machine", load: async () => (await import("./commands/serve.ts")).serve }],
]);

function overview(): string {
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`);
  return [
    "whomet – who met whom, who said what, with the sentence that proves it",
    "",
    "Usage: whomet COMMAND [options]",
    "",
    ...lines,
    "",
    "whomet COMMAND --help   explains a command",
    "whomet --version        prints the version",
  ].join("\n");
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "unknown";
}

/** Parses options as the command declares them; a mistyped one is a request to mend, with the nearest spelling. */
function parse(command: Command, args: readonly string[]): { readonly positionals: string[]; readonly options: GivenOptions } {
  const options: NonNullable<ParseArgsConfig["options"]> = {
    ...command.options,
    help: { type: "boolean", short: "h" },
    debug: { type: "boolean" },
  };
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { positionals: parsed.positionals, options: parsed.values };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const unknown = /'--?([^'=]+)/u.exec(message)?.[1];
    const near = unknown ? nearestWord(unknown, Object.keys(options)) : null;
    const first = message.split(". ")[0] ?? message;
    throw new UserError(
      "bad-arguments",
      `${command.name}: ${first}`,
      near && near !== unknown ? `Did you mean --${near}?` : `whomet ${command.name} --help lists the options.`,
      { cause },
    );
  }
}

async function run(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === "help" && rest[0] !== undefined) return run([rest[0], "--help"]);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    if (name !== undefined) await writeLine(overview());
    else say(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-v") {
    await writeLine(version());
    return 0;
  }
  const entry = commands.get(name);
  if (!entry) {
    const near = nearestWord(name, [...commands.keys()]);
    throw new UserError(
      "bad-arguments",
      `there is no command "${name}"`,
      near ? `Did you mean "${near}"?` : "whomet --help lists the commands.",
    );
  }
  const command = await entry.load();
  const { positionals, options } = parse(command, rest);
  if (options.help === true) {
    await writeLine(command.help);
    return 0;
  }
  return command.run({ positionals, options });
}

/** Reports and ends at once: nothing that is still running can be trusted to finish. */
function fail(error: unknown): never {
  say(reportOf(error, process.argv.includes("--debug")));
  process.exit(exitCodeOf(error));
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough ("| head") is no fault.
  if (error.code === "EPIPE") process.exit(0);
  fail(new UserError("bad-output", `cannot write to standard output: ${error.message}`, "", { cause: error }));
});
// Nobody is left to tell.
process.stderr.on("error", () => {});
process.on("uncaughtException", fail);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  say(reportOf(error, process.argv.includes("--debug")));
  process.exitCode = exitCodeOf(error);
}
