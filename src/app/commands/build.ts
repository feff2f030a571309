/** `whomet build`: articles → graph → store. */
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import { UserError } from "../../domain/errors.ts";
import { type BuiltGraph, buildGraph } from "../../graph/build-graph.ts";
import { loadNameTables } from "../../graph/name-tables.ts";
import type { GraphStore, LoadReport } from "../../store/graph-store.ts";
import { readArticles } from "../../text/read-articles.ts";
import { annotateArticles, parseJobs } from "../annotate-articles.ts";
import { type Command, flag, type GivenOptions, textOption } from "../command.ts";
import { mergeArticles, pathOf } from "../merge-articles.ts";
import { say, startProgress, writeLine } from "../output.ts";
import { planLoad } from "../plan-load.ts";
import { describeError } from "../report-error.ts";
import { openGivenStore, storeHelp, storeOptions } from "../store-options.ts";

interface Reading {
  readonly articles: readonly AnnotatedArticle[];
  readonly failed: number;
}

async function readAll(paths: readonly string[], jobs: number): Promise<Reading> {
  const progress = startProgress();
  const articles = new Map<string, AnnotatedArticle>();
  let failed = 0;
  for await (const outcome of annotateArticles(readArticles(paths, { warn: say }), { jobs })) {
    if (outcome.ok) {
      const { article, annotation } = outcome.value;
      articles.set(annotation.id, { annotation, text: article.text, path: pathOf(article) });
      progress.update(`${articles.size} articles annotated`);
    } else {
      failed += 1;
      progress.clear();
      say(describeError(outcome.error));
    }
  }
  progress.clear();
  return { articles: [...articles.values()], failed };
}

function summarize(built: BuiltGraph, report: LoadReport, reading: Reading, seconds: number, dryRun: boolean): string[] {
  const modalities = new Map<string, number>();
  let unattributed = 0;
  built.graph.forEachNode((_, node) => {
    if (node.kind === "Meeting") modalities.set(node.modality, (modalities.get(node.modality) ?? 0) + 1);
    if (node.kind === "Quote" && node.speakerText === null) unattributed += 1;
  });
  const byModality = [...modalities]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([modality, count]) => `${count} ${modality}`);
  const change = (count: { readonly nodes: number; readonly relationships: number }): string =>
    `${count.nodes} nodes, ${count.relationships} relationships`;
  return [
    `${built.articles} articles (${built.copies} copies${reading.failed > 0 ? `, ${reading.failed} could not be read` : ""})`,
    `${built.entities} people, organisations and places`,
    `${built.quotes} quotes${unattributed > 0 ? ` (${unattributed} without a speaker)` : ""}`,
    `${built.meetings} meetings${byModality.length > 0 ? `: ${byModality.join(", ")}` : ""}`,
    `${dryRun ? "would create" : "created"} ${change(report.created)}; ${dryRun ? "would delete" : "deleted"} ${change(report.deleted)}; ${seconds.toFixed(1)} s`,
  ];
}

/** The store to build into; a dry run into a store that is not there yet plans against nothing. */
async function openForBuild(options: GivenOptions, dryRun: boolean): Promise<GraphStore | null> {
  if (!dryRun) return openGivenStore(options, "write");
  try {
    return await openGivenStore(options, "read");
  } catch (error) {
    if (error instanceof UserError && error.code === "store-missing") return null;
    throw error;
  }
}

export const build: Command = {
  name: "build",
  summary: "articles → a knowledge graph in a store",
  help: `Usage: whomet build PATH… [--store URL] [--jobs N] [--dry-run] [--json]

Annotates the articles, resolves who is who across all articles of the store, joins
reports of the same meeting, and loads the graph. Loading the same articles again
creates nothing; an article whose text changed is replaced.

${storeHelp}
  --into-existing   load into a Neo4j database that holds other data
  --jobs N          worker threads (default: one a core)
  --dry-run         say what would change, change nothing
  --json            print the summary as JSON`,
  options: {
    ...storeOptions,
    jobs: { type: "string" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  },
  run: async ({ positionals, options }) => {
    if (positionals.length === 0) {
      throw new UserError("bad-arguments", "build needs a file, a folder, or - for standard input", "For example: whomet build news/");
    }
    const started = performance.now();
    const jobs = parseJobs(textOption(options, "jobs"));
    const dryRun = flag(options, "dry-run");
    const store = await openForBuild(options, dryRun);
    try {
      const reading = await readAll(positionals, jobs);
      if (reading.articles.length === 0) {
        say("no article could be read; the store is as it was");
        return reading.failed > 0 ? 1 : 0;
      }
      const { articles } = mergeArticles(store ? await store.storedArticles() : [], reading.articles);
      const built = buildGraph(articles, { tables: loadNameTables() });
      const report = dryRun || !store ? await planLoad(store, built.graph) : await store.load(built.graph);
      const seconds = (performance.now() - started) / 1000;
      for (const line of summarize(built, report, reading, seconds, dryRun)) say(line);
      if (flag(options, "json")) {
        await writeLine(
          JSON.stringify({
            articles: built.articles,
            copies: built.copies,
            entities: built.entities,
            quotes: built.quotes,
            meetings: built.meetings,
            failed: reading.failed,
            created: report.created,
            updated: report.updated,
            deleted: report.deleted,
            seconds: Math.round(seconds * 1000) / 1000,
          }),
        );
      }
      return reading.failed > 0 ? 1 : 0;
    } finally {
      await store?.close();
    }
  },
};
