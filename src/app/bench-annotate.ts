/**
 * Words per second of `annotate`: `npm run bench` (after a build), or `node dist/app/bench-annotate.js [FILE…]`. Measures each
 * stage by itself, the whole pipeline in one thread and in one worker a core, on the sample articles with their order kept and
 * each copy marked, so that nothing can be remembered from one to the next. Each figure is the median of five runs after a warm-up.
 */
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { loadDocumentAnnotator } from "../annotate/news-pipeline.ts";
import type { Article } from "../domain/article.ts";
import type { Outcome } from "../domain/errors.ts";
import { readArticles } from "../text/read-articles.ts";
import { annotateArticles, ourPipeline } from "./annotate-articles.ts";

const runs = 5;
/** Enough that a run takes a second or more, and that workers are worth starting. */
const copies = 60;

function countWords(articles: readonly Article[]): number {
  return articles.reduce((sum, { text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);
}

async function loadArticles(paths: readonly string[]): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const outcome of readArticles(paths)) {
    if (!outcome.ok) throw outcome.error;
    articles.push(outcome.value);
  }
  return articles;
}

async function* asOutcomes(articles: readonly Article[]): AsyncGenerator<Outcome<Article>> {
  for (const value of articles) yield { ok: true, value };
}

/** Median seconds of several runs, and the spread between the fastest and the slowest. */
async function time(
  run: () => void | Promise<void>,
): Promise<{ readonly median: number; readonly fastest: number; readonly slowest: number }> {
  await run();
  const seconds: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const started = performance.now();
    await run();
    seconds.push((performance.now() - started) / 1000);
  }
  seconds.sort((a, b) => a - b);
  const at = (index: number): number => seconds[index] ?? Number.NaN;
  return { median: at(Math.floor(runs / 2)), fastest: at(0), slowest: at(runs - 1) };
}

async function drain(outcomes: AsyncIterable<Outcome<unknown>>): Promise<void> {
  for await (const outcome of outcomes) if (!outcome.ok) throw outcome.error;
}

/** Words per second of each stage by itself: the fastest of the runs. */
function printStages(articles: readonly Article[], words: number): void {
  const spent = new Map<string, number>();
  const annotate = loadDocumentAnnotator((stage, run) => {
    const started = process.hrtime.bigint();
    const result = run();
    spent.set(stage, (spent.get(stage) ?? 0) + Number(process.hrtime.bigint() - started) / 1e9);
    return result;
  });
  const fastest = new Map<string, number>();
  for (let index = 0; index < runs; index += 1) {
    spent.clear();
    for (const article of articles) annotate(article);
    for (const [stage, seconds] of spent) fastest.set(stage, Math.min(seconds, fastest.get(stage) ?? Number.POSITIVE_INFINITY));
  }
  for (const [stage, seconds] of fastest) {
    console.log(
      `${`  ${stage}`.padEnd(30)} ${Math.round(words / seconds)
        .toLocaleString("en")
        .padStart(9)} words/s by itself`,
    );
  }
}

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const paths = given.length > 0 ? given : [fileURLToPath(new URL("../../data/samples", import.meta.url))];
  const originals = await loadArticles(paths);
  const articles = Array.from({ length: copies }, (_, copy) =>
    originals.map((article) => ({ ...article, id: `${article.id}-${copy}`, text: `${article.text}\n\nCopy ${copy}.` })),
  ).flat();
  const words = countWords(articles);
  const cores = availableParallelism();
  console.log(
    `${articles.length} articles, ${words} words; Node ${process.version}, ${cores} cores, ${cpus()[0]?.model ?? "unknown processor"}`,
  );

  const started = performance.now();
  const annotate = loadDocumentAnnotator();
  console.log(`loading models and word lists: ${Math.round(performance.now() - started)} ms`);
  printStages(articles, words);
  const rows: readonly (readonly [string, () => void | Promise<void>])[] = [
    ["annotate, this thread", () => articles.forEach((article) => void annotate(article))],
    ["annotate --jobs 1", () => drain(annotateArticles(asOutcomes(articles), { jobs: 1, source: ourPipeline }))],
    [`annotate --jobs ${cores}`, () => drain(annotateArticles(asOutcomes(articles), { jobs: cores, source: ourPipeline }))],
  ];
  for (const [name, run] of rows) {
    const { median, fastest, slowest } = await time(run);
    const rate = Math.round(words / median).toLocaleString("en");
    console.log(`${name.padEnd(30)} ${rate.padStart(9)} words/s   (${fastest.toFixed(2)}–${slowest.toFixed(2)} s a run)`);
  }
  console.log(`resident: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
}

await main();
