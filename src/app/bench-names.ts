/**
 * Words per second of the whole name pass, beside compromise and wink-nlp on the same articles: `npm run bench` (after a build), or
 * `node dist/app/bench-names.js [FILE…]`. Processor time of one thread, the fastest of three runs after a warm-up; every copy of an article
 * is marked, so that nothing can be remembered whole.
 */
import { fileURLToPath } from "node:url";
import compromise from "compromise";
import winkModel from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { refineTagger } from "../annotate/names/refine-names.ts";
import { loadNameTagger } from "../annotate/names/trained-tagger.ts";
import type { Article } from "../domain/article.ts";
import { loadLexicon } from "../text/lexicon.ts";
import { readArticles } from "../text/read-articles.ts";
import { loadSegmenter } from "../text/segment.ts";

const runs = 3;
const copies = 6;

async function loadArticles(paths: readonly string[]): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const outcome of readArticles(paths)) {
    if (!outcome.ok) throw outcome.error;
    articles.push(outcome.value);
  }
  return articles;
}

/** Seconds of processor time of the fastest run. */
function secondsOf(run: () => void): number {
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index < runs; index += 1) {
    const { user, system } = process.cpuUsage();
    run();
    const spent = process.cpuUsage();
    best = Math.min(best, (spent.user + spent.system - user - system) / 1e6);
  }
  return best;
}

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const originals = await loadArticles(given.length > 0 ? given : [fileURLToPath(new URL("../../data/samples", import.meta.url))]);
  const articles = Array.from({ length: copies }, (_, copy) =>
    originals.map((article) => ({ ...article, text: `${article.text}\n\nCopy ${copy}.` })),
  ).flat();
  const words = articles.reduce((sum, { text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);
  console.log(`names of ${articles.length} articles, ${words} words`);

  const started = performance.now();
  const before = process.memoryUsage().rss;
  const tagger = loadNameTagger();
  const loading = `loading the name model: ${Math.round(performance.now() - started)} ms`;
  console.log(`${loading}, ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`);
  const refined = refineTagger(tagger, loadLexicon());
  const segment = loadSegmenter();
  const segmented = articles.map((article) => segment(article));
  const wink = winkNlp(winkModel, ["sbd", "pos", "ner"]);
  const rows: readonly (readonly [string, () => void])[] = [
    ["whomet, names alone", () => segmented.forEach((doc) => void refined.tag(doc))],
    ["whomet, from raw text", () => articles.forEach((article) => void refined.tag(segment(article)))],
    ["wink-nlp: tokens, tags, entities", () => articles.forEach(({ text }) => void wink.readDoc(text).entities().out())],
    [
      "compromise: people, places, …",
      () => {
        for (const { text } of articles) {
          const doc = compromise(text);
          for (const found of [doc.people(), doc.places(), doc.organizations()]) found.out("array");
        }
      },
    ],
  ];
  for (const [name, run] of rows) {
    const rate = Math.round(words / secondsOf(run)).toLocaleString("en");
    console.log(`  ${name.padEnd(34)} ${rate.padStart(9)} words/s`);
  }
}

await main();
