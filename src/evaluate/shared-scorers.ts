/** Runs the program over development data and lets the scorers that lie beside that data count what is right. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Annotation } from "../domain/annotation.ts";

const run = promisify(execFile);
/** The longest report a scorer may print, in bytes. */
const maxBuffer = 64 * 1024 * 1024;

/** The program as the scorers call it: the compiled one, reading standard input. */
const program = `"${process.execPath}" dist/app/cli.js annotate -`;

/**
 * The JSON that `eval/run.py` prints for a task and a file, parsed; null when the scorer, the file or Python is not here.
 * @throws Error when the scorer fails.
 */
export async function runScorer(shared: string, task: string, file: string): Promise<unknown> {
  const scorer = join(shared, "eval", "run.py");
  const path = join(shared, file);
  if (!existsSync(scorer) || !existsSync(path) || !(await hasPython())) return null;
  const command = task === "syntax" ? `${program} --with syntax` : program;
  const { stdout } = await run("python3", [scorer, task, path, "--json", "--cmd", command], { maxBuffer });
  return JSON.parse(stdout);
}

/** The text that `eval/seeds.py` prints about the seed articles; null when they or Python are not here. */
export async function scoreSeeds(shared: string): Promise<string | null> {
  const scorer = join(shared, "eval", "seeds.py");
  if (!existsSync(scorer) || !(await hasPython())) return null;
  const { stdout } = await run(
    "sh",
    ["-c", `"${process.execPath}" dist/app/cli.js annotate "$1" 2>/dev/null | python3 "$2"`, "sh", join(shared, "seeds"), scorer],
    { maxBuffer },
  );
  return stdout;
}

/** What linking prints about a made-up press of so many articles. */
export async function benchLinking(articles: number): Promise<string> {
  const { stdout } = await run(process.execPath, ["dist/app/bench-linking.js", String(articles)], { maxBuffer });
  return stdout;
}

/** What the compiled program says about a file or folder. */
export async function annotate(path: string): Promise<Annotation[]> {
  const { stdout } = await run(process.execPath, ["dist/app/cli.js", "annotate", path], { maxBuffer });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Annotation);
}

async function hasPython(): Promise<boolean> {
  try {
    await run("python3", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

/** The number at a path of keys or indexes inside a report, or in the words of a text such as "12/34" (its first number). */
export function numberAt(report: unknown, ...path: readonly (string | number)[]): number {
  let value: unknown = report;
  for (const key of path) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  if (typeof value === "number") return value;
  const first = typeof value === "string" ? /-?\d+(?:\.\d+)?/u.exec(value)?.[0] : undefined;
  if (first === undefined) throw new Error(`the scorer's report has no number at ${path.join(".")}`);
  return Number(first);
}

/** The first group of a pattern in a report's text, as a number. */
export function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the scorer's report does not match ${pattern.source}`);
  return Number(found);
}
