/** Runs the built program as a user does: a process of its own, with its own exit code and streams. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const samples = join(root, "data/samples");
const program = join(root, "dist/app/cli.js");

export interface CliResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The lines of stdout. */
  readonly lines: readonly string[];
}

export interface CliInput {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Throws when dist/ is missing or older than the sources: its tests would be about another program. */
export function requireBuild(): void {
  if (!existsSync(program)) throw new Error("dist/app/cli.js is missing: run `make build` first");
  const built = statSync(program).mtimeMs;
  for (const name of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts") || /\.(?:test|contract|bench|fixture)\.ts$/u.test(name)) continue;
    if (statSync(join(root, "src", name)).mtimeMs > built) throw new Error(`dist/ is older than src/${name}: run \`make build\` first`);
  }
}

/** Starts it; the caller reads, writes and waits. */
export function startCli(args: readonly string[], { cwd = root, env = {} }: CliInput = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, ...env } });
}

/** Runs it to its end. */
export async function runCli(args: readonly string[], given: CliInput = {}): Promise<CliResult> {
  const child = startCli(args, given);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // A program that refuses its arguments ends before it has read its input.
  child.stdin.on("error", () => {});
  child.stdin.end(given.input ?? "");
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const text = Buffer.concat(stdout).toString("utf8");
  return { code, stdout: text, stderr: Buffer.concat(stderr).toString("utf8"), lines: text.split("\n").filter((line) => line !== "") };
}
