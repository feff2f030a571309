/** `whomet build`: articles → graph → store. */
import { resolve } from "node:path";
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import { UserError } from "../../domain/errors.ts";
import type { KnowledgeGraph } from "../../domain/knowledge-graph.ts";
import type { ManualSource } from "../../domain/manual.ts";
import { type BuiltGraph, buildGraph } from "../../graph/build-graph.ts";
import type { ChangeCount, GraphStore, Loaded, LoadReport } from "../../store/graph-store.ts";
import { readArticles } from "../../text/read-articles.ts";
import { aliasesHelp, aliasesOption, loadGivenTables } from "../alias-file.ts";
import { annotateArticles, ourPipeline, parseJobs } from "../annotate-articles.ts";
import { type Command, flag, type GivenOptions, textOption } from "../command.ts";
import { counted } from "../describe-answers.ts";
import { describeFacts, type EnteredFacts, enterFacts, factsSummary, readGraphFile } from "../graph-file.ts";
import { givenJudgementsPath, judgementsHelp, judgementsOption, readJudgements, reportJudgements } from "../judgements-file.ts";
import { type IncomingArticles, mergeArticles, pathOf } from "../merge-articles.ts";
import { say, startProgress, writeLine } from "../output.ts";
import { planLoad } from "../plan-load.ts";
import { describeFailure } from "../report-error.ts";
import { openGivenStore, storeHelp, storeOptions, tellUnfinishedLoad } from "../store-options.ts";

interface Reading extends IncomingArticles {
  readonly failed: number;
}

async function readAll(paths: readonly string[], jobs: number): Promise<Reading> {
  const progress = startProgress();
  const articles = new Map<string, AnnotatedArticle>();
  const damagedPaths = new Set<string>();
  let failed = 0;
  for await (const outcome of annotateArticles(readArticles(paths, { warn: say }), { jobs, source: ourPipeline })) {
    if (outcome.ok) {
      const { article, annotation } = outcome.value;
      // Of files with the same text the first counts.
      if (!articles.has(annotation.id)) articles.set(annotation.id, { annotation, text: article.text, path: pathOf(article) });
      progress.update(`${articles.size} articles annotated`);
    } else {
      failed += 1;
      damagedPaths.add(resolve(outcome.source.replace(/:\d+$/u, "")));
      progress.clear();
      say(describeFailure(outcome));
    }
  }
  progress.clear();
  return { articles: [...articles.values()], damagedPaths, failed };
}

/** What the graph holds now and what the load changed, a line each. */
function summarize(built: BuiltGraph, report: LoadReport, { articles, failed }: Reading, replaced: number): string[] {
  const modalities = new Map<string, number>();
  let unattributed = 0;
  built.graph.forEachNode((_, node) => {
    if (node.kind === "Meeting") modalities.set(node.modality, (modalities.get(node.modality) ?? 0) + 1);
    if (node.kind === "Quote" && node.speakerText === null) unattributed += 1;
  });
  const byModality = [...modalities]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([modality, count]) => `${count} ${modality}`);
  const skipped = articles.reduce((sum, { annotation }) => sum + annotation.skipped.length, 0);
  const change = ({ nodes, relationships }: ChangeCount): string =>
    `${counted(nodes, "node")} and ${counted(relationships, "relationship")}`;
  const read = `read ${counted(articles.length, "article")}: ${replaced} of them replaced, ${counted(failed, "input")} failed, ${counted(skipped, "passage")} could not be settled`;
  return [
    ...(articles.length + failed > 0 ? [read] : []),
    `graph: ${counted(built.articles, "article")} (${counted(built.copies, "copy", "copies")}), ${built.entities} people, organisations and places`,
    `  ${counted(built.quotes, "quote")}, ${unattributed} without a speaker`,
    `  ${counted(built.meetings, "meeting")}${byModality.length > 0 ? `: ${byModality.join(", ")}` : ""}`,
    `created ${change(report.created)}, updated ${change(report.updated)}, deleted ${change(report.deleted)}`,
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

/** The graph of the stored and the new articles, and how many stored ones the new ones replace. */
interface Joined {
  readonly built: BuiltGraph;
  /** What the graph file brought, where one was named. */
  readonly entered: EnteredFacts | null;
  readonly graph: KnowledgeGraph;
  readonly replaced: number;
}

async function planned(store: GraphStore | null, made: Joined): Promise<Loaded<Joined>> {
  return { made, report: await planLoad(store, made.graph) };
}

type BuiltCounts = Pick<BuiltGraph, "articles" | "copies" | "entities" | "quotes" | "meetings">;

const nothingBuilt: BuiltCounts = { articles: 0, copies: 0, entities: 0, quotes: 0, meetings: 0 };
const none: ChangeCount = { nodes: 0, relationships: 0 };
const nothingChanged: LoadReport = { created: none, updated: none, deleted: none };

/** The summary for programs; `started` is a time of `performance.now()`. */
function summaryOf(
  { articles, copies, entities, quotes, meetings }: BuiltCounts,
  report: LoadReport,
  failed: number,
  started: number,
): object {
  const seconds = Math.round(performance.now() - started) / 1000;
  return { articles, copies, entities, quotes, meetings, failed, ...report, seconds };
}

export const build: Command = {
  name: "build",
  summary: "articles → a knowledge graph in a store",
  help: `Usage: whomet build PATH… [--from-graph FILE] [--store URL] [--judgements FILE]
                         [--aliases FILE] [--jobs N] [--dry-run] [--json]

Annotates the articles, resolves who is who across all articles of the store, joins
reports of the same meeting, and loads the graph. Loading the same articles again
creates nothing; an article whose text changed is replaced.

${storeHelp}
${judgementsHelp}
${aliasesHelp}
  --from-graph FILE a graph that somebody edited, as GEXF or JSON of graphology: new people,
                    organisations, places, meetings and roles come in as facts entered by
                    hand, beside what the articles say; whomet remove manual:NAME takes
                    them out. No PATH is needed then
  --into-existing   load into a Neo4j database that holds other data
  --jobs N          worker threads (default: one a core)
  --dry-run         say what would change, change nothing
  --json            print the summary as JSON`,
  options: {
    ...storeOptions,
    ...judgementsOption,
    ...aliasesOption,
    "from-graph": { type: "string" },
    jobs: { type: "string" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  },
  run: async ({ positionals, options }) => {
    const fromGraph = textOption(options, "from-graph");
    if (positionals.length === 0 && fromGraph === undefined) {
      throw new UserError("bad-arguments", "build needs a file, a folder, or - for standard input", "For example: whomet build news/");
    }
    const started = performance.now();
    const jobs = parseJobs(textOption(options, "jobs"));
    const dryRun = flag(options, "dry-run");
    // read first: a mistyped file name shall not cost a long reading of articles
    const judgements = await readJudgements(givenJudgementsPath(options));
    const names = await loadGivenTables(options);
    const graphFile = fromGraph === undefined ? null : await readGraphFile(fromGraph);
    const store = await openForBuild(options, dryRun);
    try {
      if (store) await tellUnfinishedLoad(store, dryRun ? "read" : "write");
      const reading = await readAll(positionals, jobs);
      if (reading.articles.length === 0 && graphFile === null) {
        say("no article could be read; the store is as it was");
        if (flag(options, "json")) await writeLine(JSON.stringify(summaryOf(nothingBuilt, nothingChanged, reading.failed, started)));
        return 1;
      }
      // What the store holds is read, joined and loaded while no other program can change it.
      const join = async (held: Pick<GraphStore, "storedArticles"> | null): Promise<Joined> => {
        const { articles, manual: stored, replaced } = mergeArticles(held ? await held.storedArticles() : [], reading);
        const given = { tables: names.tables, judgements: judgements.judgements };
        const ids = articles.map(({ annotation }) => annotation.id);
        const bare = (manual: readonly ManualSource[]) => buildGraph(articles, { ...given, manual, layout: false }).graph;
        const { manual, entered } = graphFile ? enterFacts(graphFile, stored, ids, bare) : { manual: stored, entered: null };
        const built = buildGraph(articles, { ...given, manual });
        return { built, graph: built.graph, entered, replaced: replaced.length };
      };
      const { made, report } = dryRun || !store ? await planned(store, await join(store)) : await store.update(join);
      const { built, entered, replaced } = made;
      if (dryRun) say("nothing was changed; without --dry-run:");
      const judged = reportJudgements(judgements, built.judged);
      const unplaced = [...(entered?.problems ?? []), ...built.manualProblems];
      for (const { where, reason } of unplaced) say(`${where}: ${reason}`);
      if (graphFile && entered) say(describeFacts(graphFile, entered));
      for (const line of summarize(built, report, reading, replaced)) say(line);
      if (flag(options, "json")) {
        const manual = entered ? { manual: factsSummary(entered) } : {};
        await writeLine(JSON.stringify({ ...summaryOf(built, report, reading.failed, started), ...manual, ...judged.summary }));
      }
      return reading.failed > 0 || judged.hasMistakes || names.badLines > 0 || unplaced.length > 0 ? 1 : 0;
    } finally {
      await store?.close();
    }
  },
};
