/**
 * Articles → annotations, in input order, on several cores, in bounded memory. A few articles are annotated in this thread:
 * starting workers would take longer than they do.
 */
import { setMaxListeners } from "node:events";
import { availableParallelism } from "node:os";
import { pMapIterable } from "p-map";
import { Piscina } from "piscina";
import { loadAnnotator, loadConlluWriter, loadSyntaxAnnotator } from "../annotate/news-pipeline.ts";
import type { Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";
import { type Outcome, UserError } from "../domain/errors.ts";

export interface Annotated<Result = Annotation> {
  readonly article: Article;
  readonly annotation: Result;
}

/** What annotates: in this thread, and in worker threads. */
export interface AnnotatorSource<Result = Annotation> {
  readonly load: () => (article: Article) => Result;
  /** Address of a module whose default export is such a function; null where no worker can be started. */
  readonly worker: string | null;
}

export interface AnnotateOptions<Result> {
  /** Worker threads at most. */
  readonly jobs: number;
  readonly source: AnnotatorSource<Result>;
}

/** Sources run by a TypeScript loader have no compiled worker to start. */
function workerAt(module: string): string | null {
  return import.meta.url.endsWith(".js") ? new URL(module, import.meta.url).href : null;
}

/** The pipeline. */
export const ourPipeline: AnnotatorSource = { load: loadAnnotator, worker: workerAt("./annotate-worker.js") };

/** The pipeline with every token's place in its tree. */
export const withSyntax: AnnotatorSource = { load: loadSyntaxAnnotator, worker: workerAt("./annotate-syntax-worker.js") };

/** Tags and trees alone, as CoNLL-U. */
export const asConllu: AnnotatorSource<string> = { load: loadConlluWriter, worker: workerAt("./annotate-conllu-worker.js") };

/** Characters below which workers do not pay. */
const worthWorkers = 400_000;

/** One job a core. */
export function defaultJobs(): number {
  return availableParallelism();
}

/** Reads `--jobs`. Throws UserError `bad-arguments` unless it is a whole number above zero. */
export function parseJobs(value: string | undefined): number {
  if (value === undefined) return defaultJobs();
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new UserError("bad-arguments", `--jobs takes a whole number from 1 to 256, not "${value}"`);
  return jobs;
}

/** An annotation that failed is our fault, but it never loses the other articles. */
function failure(article: Article, error: unknown): Outcome<never> {
  const source = article.file ?? article.id;
  const message = error instanceof Error ? error.message : String(error);
  const failed = new UserError(
    "annotate-failed",
    `the article ${article.id} could not be annotated: ${message}`,
    "This is a fault of Whomet. Please report the text that shows it.",
    { cause: error },
  );
  return { ok: false, source, error: failed };
}

/** Annotates every readable article; failed readings pass through. Results come in input order. Throws when workers cannot start. */
export async function* annotateArticles<Result>(
  outcomes: AsyncIterable<Outcome<Article>>,
  { jobs, source }: AnnotateOptions<Result>,
): AsyncGenerator<Outcome<Annotated<Result>>> {
  const iterator = outcomes[Symbol.asyncIterator]();
  const waiting: Outcome<Article>[] = [];
  let characters = 0;
  let done = false;
  const worker = jobs > 1 ? source.worker : null;
  while (worker !== null && characters < worthWorkers) {
    const next = await iterator.next();
    if (next.done) {
      done = true;
      break;
    }
    waiting.push(next.value);
    characters += next.value.ok ? next.value.value.text.length : 0;
  }
  const rest = resume(waiting, done ? null : iterator);
  if (done || worker === null) yield* annotateHere(rest, source.load);
  else yield* annotateInWorkers(rest, jobs, worker);
}

async function* resume<T>(waiting: readonly T[], iterator: AsyncIterator<T> | null): AsyncGenerator<T> {
  try {
    yield* waiting;
    for (let next = await iterator?.next(); next && !next.done; next = await iterator?.next()) yield next.value;
  } finally {
    await iterator?.return?.();
  }
}

async function* annotateHere<Result>(
  outcomes: AsyncIterable<Outcome<Article>>,
  load: AnnotatorSource<Result>["load"],
): AsyncGenerator<Outcome<Annotated<Result>>> {
  let annotator: ((article: Article) => Result) | null = null;
  for await (const outcome of outcomes) {
    if (!outcome.ok) {
      yield outcome;
      continue;
    }
    const article = outcome.value;
    annotator ??= load();
    try {
      yield { ok: true, value: { article, annotation: annotator(article) } };
    } catch (error) {
      yield failure(article, error);
    }
  }
}

async function* annotateInWorkers<Result>(
  outcomes: AsyncIterable<Outcome<Article>>,
  jobs: number,
  worker: string,
): AsyncGenerator<Outcome<Annotated<Result>>> {
  const pool = new Piscina<Article, Result>({
    filename: worker,
    minThreads: jobs,
    maxThreads: jobs,
  });
  // A worker that cannot start takes no task and answers none: without this, its tasks would wait for ever.
  const broken = new AbortController();
  setMaxListeners(0, broken.signal);
  pool.on("error", (error) => broken.abort(error));
  try {
    const work = async (outcome: Outcome<Article>): Promise<Outcome<Annotated<Result>>> => {
      if (!outcome.ok) return outcome;
      const article = outcome.value;
      try {
        return { ok: true, value: { article, annotation: await pool.run(article, { signal: broken.signal }) } };
      } catch (error) {
        if (broken.signal.aborted) throw new Error("a worker thread could not start", { cause: broken.signal.reason });
        return failure(article, error);
      }
    };
    yield* pMapIterable(outcomes, work, { concurrency: jobs * 2, backpressure: jobs * 4 });
  } finally {
    await pool.destroy();
  }
}
