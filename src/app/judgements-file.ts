/**
 * The judgements file beside a store: read before every load, grown by whole lines. Nothing but the person who keeps it ever takes a
 * line out.
 */
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../domain/errors.ts";
import type { JudgementProblem, RecordedJudgement } from "../domain/judgement.ts";
import type { AppliedJudgements } from "../graph/build-graph.ts";
import { slug } from "../graph/ids.ts";
import { formatJudgement, type ParsedJudgements, parseJudgements } from "../graph/judgements/parse-judgements.ts";
import { type CommandOptions, type GivenOptions, textOption } from "./command.ts";
import { counted } from "./describe-answers.ts";
import { say } from "./output.ts";
import { defaultStore } from "./store-options.ts";

export const judgementsOption: CommandOptions = { judgements: { type: "string" } };

export const judgementsHelp = `  --judgements FILE what people judged on who is who, JSON Lines (default: beside the store,
                    .whomet/graph.judgements.jsonl)`;

/** A judgements file as it was found. */
export interface JudgementsFile extends ParsedJudgements {
  readonly path: string;
  /** False when there is no such file yet. */
  readonly exists: boolean;
}

/** Where the judgements are, and whether the user named the file. */
export interface JudgementsPath {
  readonly path: string;
  readonly isNamed: boolean;
}

/** The file that the options name, or the one that belongs to their store. */
export function givenJudgementsPath(options: GivenOptions): JudgementsPath {
  const named = textOption(options, "judgements");
  if (named === "") throw new UserError("bad-arguments", "--judgements needs the name of a file");
  if (named !== undefined) return { path: named, isNamed: true };
  return { path: judgementsPathOf(textOption(options, "store") ?? defaultStore, textOption(options, "database")), isNamed: false };
}

/**
 * The file of judgements that belongs to a store: `news.whomet` has `news.whomet.judgements.jsonl`; a Neo4j database, which has no
 * place on this disk, has one in `.whomet/` named after its address.
 */
export function judgementsPathOf(store: string, database: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  return besideStore(store, database, "judgements.jsonl", environment);
}

/** A file beside a store, under its name and this ending. */
export function besideStore(
  store: string,
  database: string | undefined,
  ending: string,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const url = store === "neo4j" ? (environment.NEO4J_URI ?? "neo4j://localhost:7687") : store;
  if (!/^[a-z][a-z0-9+.-]+:\/\//iu.test(url)) return `${url}.${ending}`;
  const name = database ?? environment.NEO4J_DATABASE ?? "neo4j";
  return join(".whomet", `${slug(`${url.replace(/^[^:]+:\/\//u, "")} ${name}`)}.${ending}`);
}

/**
 * Reads the judgements; a file that does not exist yet is empty unless the user named it for reading.
 * Throws UserError `no-such-file`, `unreadable`.
 */
export async function readJudgements({ path, isNamed }: JudgementsPath, { mustExist = isNamed } = {}): Promise<JudgementsFile> {
  try {
    return { path, exists: true, ...parseJudgements(await readFile(path, "utf8")) };
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    if (cause.code !== "ENOENT") {
      throw new UserError("unreadable", `the judgements file ${path} cannot be read: ${cause.message}`, "", { cause });
    }
    if (mustExist) throw new UserError("no-such-file", `there is no judgements file ${path}`, "Is its name spelt right?", { cause });
    return { path, exists: false, judgements: [], problems: [] };
  }
}

/**
 * Adds judgements at the end of the file, which is made where it does not exist. The lines go in one write and reach the disk before
 * this returns, so that two programs can append and a cut-off one leaves no half line before the next. Throws UserError `bad-output`.
 */
export async function appendJudgements(path: string, judgements: readonly RecordedJudgement[]): Promise<void> {
  if (judgements.length === 0) return;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "a+");
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      const start = size > 0 && last[0] !== 0x0a ? "\n" : "";
      await file.appendFile(start + judgements.map((judgement) => `${formatJudgement(judgement)}\n`).join(""));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError("bad-output", `cannot write ${path}: ${reason}`, "Name a file you can write to with --judgements.", { cause });
  }
}

/** "graph.judgements.jsonl:3: this line is not JSON". */
export function describeProblem(path: string, { line, reason }: JudgementProblem): string {
  return `${path}:${line}: ${reason}`;
}

interface JudgedSummary {
  /** True when a line cannot be read, is refused, or contradicts others. */
  readonly hasMistakes: boolean;
  /** For the JSON of a command; empty where there is no file. */
  readonly summary: { readonly judgements?: { readonly applied: number; readonly problems: readonly JudgementProblem[] } };
}

/** Says on standard error what became of the judgements. */
export function reportJudgements(file: JudgementsFile, { applied, problems }: AppliedJudgements): JudgedSummary {
  if (!file.exists) return { hasMistakes: false, summary: {} };
  const all = [...file.problems, ...problems].toSorted((x, y) => x.line - y.line);
  for (const problem of all) say(describeProblem(file.path, problem));
  say(`applied ${counted(applied, "judgement")} of ${file.path}`);
  return { hasMistakes: all.some(({ kind }) => kind !== "unknown"), summary: { judgements: { applied, problems: all } } };
}
