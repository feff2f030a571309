/**
 * Annotated articles → one knowledge graph. Who is who and which reports are one meeting is decided in link-entities and
 * join-meetings; this file turns the decisions into the nodes and relationships of graph-schema. Pure: the same articles in any
 * order give the same graph.
 */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import { UserError } from "../domain/errors.ts";
import type { JudgementProblem, NumberedJudgement } from "../domain/judgement.ts";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import type { ManualProblem, ManualSource } from "../domain/manual.ts";
import { addArticles } from "./add-articles.ts";
import { addMeetings, type NamedMeeting } from "./add-meetings.ts";
import { type Copies, findCopies } from "./find-copies.ts";
import { findOriginators, type Originators } from "./find-originators.ts";
import { compareText } from "./fold-name.ts";
import { type GraphWriter, writeGraph } from "./graph-writer.ts";
import { joinMeetings } from "./join-meetings.ts";
import { correctReports } from "./judgements/correct-reports.ts";
import { layOut } from "./layout.ts";
import { type LinkedEntities, linkEntities } from "./link-entities.ts";
import type { Judgement } from "./linking/judgement.ts";
import { addFacts } from "./manual/add-facts.ts";
import { collectReports, type LoneReport } from "./meeting-report.ts";
import type { NameTables } from "./name-tables.ts";
import { findQuoteVersions, findSpeakersElsewhere, type OpenQuote, type VersionedQuote } from "./quote-versions.ts";
import { findTitleHolders } from "./title-holders.ts";

export interface BuildOptions {
  readonly tables: NameTables;
  /** What people have judged, applied before anything is linked or joined. */
  readonly judgements?: readonly NumberedJudgement[];
  /** What people entered by hand, added beside what the articles tell. */
  readonly manual?: readonly ManualSource[];
  /** Without layout every node lies at 0, 0. Default true. */
  readonly layout?: boolean;
}

export interface BuiltGraph {
  readonly graph: KnowledgeGraph;
  /** Articles in the graph; one that was given twice counts once. */
  readonly articles: number;
  /** Articles that copy another. */
  readonly copies: number;
  readonly entities: number;
  readonly quotes: number;
  readonly meetings: number;
  /** What the rules decided on who is who, sorted. */
  readonly judgements: readonly Judgement[];
  /** What became of the judgements that were given. */
  readonly judged: AppliedJudgements;
  /** Facts entered by hand that had nothing left to stand on. */
  readonly manualProblems: readonly ManualProblem[];
  /** Reports of meetings with fewer than two parties, or with nobody named among them; they are not in the graph. */
  readonly loneReports: readonly LoneReport[];
  /** How it came about, for whoever asks why. */
  readonly decisions: Decisions;
}

export interface Decisions {
  /** Ids of the articles in the order that their indexes count. */
  readonly articleIds: readonly string[];
  readonly linked: LinkedEntities;
  readonly meetings: readonly NamedMeeting[];
  readonly originators: Originators;
}

export interface AppliedJudgements {
  /** Those in force: neither replaced by a later one nor set aside. */
  readonly applied: number;
  /** In the order of their lines. */
  readonly problems: readonly JudgementProblem[];
}

/**
 * Builds the graph. Throws UserError `bad-record` when two articles have one id and different texts, or an article has that of a source.
 */
export function buildGraph(
  given: readonly AnnotatedArticle[],
  { tables, judgements = [], manual = [], layout = true }: BuildOptions,
): BuiltGraph {
  const articles = sortArticles(given);
  const copies = findCopies(articles);
  const articleIds = articles.map(({ annotation }) => annotation.id);
  const entities = linkEntities(articles, { tables, takenIds: articleIds, judgements });
  const holders = findTitleHolders(articles, entities);
  const { reports, alone } = collectReports(articles, entities, holders);
  const originators = findOriginators(articles, copies);
  const takenIds = [...articleIds, ...entities.entities.map(({ id }) => id)];
  const joined = joinMeetings(reports, entities.containers, originators);
  const corrected = correctReports(judgements, joined, takenIds);
  const meetings = corrected.isChanged ? joinMeetings(corrected.reports, entities.containers, originators) : joined;

  const writer = writeGraph(takenIds);
  const { graph } = writer;
  const quotes = addArticles(writer, articles, entities, holders);
  markVersions(writer);
  addCopies(writer, articles, copies);
  const named = addMeetings(writer, entities, meetings);
  const manualProblems = addFacts(writer, manual);
  if (layout) {
    const points = layOut(graph);
    graph.updateEachNodeAttributes((id, node) => ({ ...node, ...points.get(id) }));
  }
  return {
    graph,
    articles: articles.length,
    copies: copies.copies.length,
    entities: entities.entities.length,
    quotes,
    meetings: meetings.length,
    judgements: entities.judgements,
    judged: {
      applied: entities.applied + corrected.applied,
      problems: [...entities.problems, ...corrected.problems].toSorted((x, y) => x.line - y.line),
    },
    manualProblems,
    loneReports: alone,
    decisions: { articleIds, linked: entities, meetings: named, originators },
  };
}

/** Of a speaker that only other articles name. */
const confidenceElsewhere = 0.6;

/** Gives every quote in marks its cluster, and how its wording differs; and a speaker, where other articles name the one. */
function markVersions(writer: GraphWriter): void {
  const { graph } = writer;
  const known: VersionedQuote[] = [];
  const open: OpenQuote[] = [];
  const publishedAt = (article: string): string | null => {
    const node = graph.getNodeAttributes(article);
    return node.kind === "Article" ? node.publishedAt : null;
  };
  graph.forEachNode((id, node) => {
    if (node.kind !== "Quote" || node.quoteKind === "indirect") return;
    const { article, text, speakerId, speakerText, saying } = node;
    if (speakerId !== null) known.push({ id, article, publishedAt: publishedAt(article), text, speakerId, saying });
    else if (speakerText === null || /^(?:he|she|they|it|the\s.*)$/isu.test(speakerText)) open.push({ id, article, text });
  });
  for (const [id, speakerId] of findSpeakersElsewhere(open, known)) {
    const speaker = graph.getNodeAttributes(speakerId);
    const quote = graph.getNodeAttributes(id);
    if (quote.kind !== "Quote" || !("name" in speaker)) continue;
    graph.replaceNodeAttributes(id, { ...quote, speakerId, speakerName: speaker.name });
    if (speaker.kind !== "Place") writer.addRelationship(speakerId, id, { kind: "SAID", confidence: confidenceElsewhere, cue: quote.cue });
    const { article, text, saying } = quote;
    known.push({ id, article, publishedAt: publishedAt(article), text, speakerId, saying });
  }
  const versions = findQuoteVersions(known);
  graph.updateEachNodeAttributes((id, node) => {
    const version = versions.get(id);
    if (node.kind !== "Quote" || !version) return node;
    return {
      ...node,
      cluster: version.cluster,
      changedFrom: version.changes.map(({ from }) => from),
      changedTo: version.changes.map(({ to }) => to),
    };
  });
}

/** By id, each article once. The file name decides between two files with one text. */
function sortArticles(given: readonly AnnotatedArticle[]): AnnotatedArticle[] {
  const sorted = given.toSorted(
    (a, b) =>
      compareText(a.annotation.id, b.annotation.id) ||
      compareText(a.annotation.file ?? "", b.annotation.file ?? "") ||
      compareText(a.path ?? "", b.path ?? ""),
  );
  return sorted.filter((article, index) => {
    const previous = sorted[index - 1];
    if (!previous || previous.annotation.id !== article.annotation.id) return true;
    if (previous.text === article.text) return false;
    const files = [previous, article].map(({ annotation, path }) => annotation.file ?? path ?? "standard input").join(" and ");
    throw new UserError(
      "bad-record",
      `two different articles have the id "${article.annotation.id}" (${files})`,
      "Give each record an id of its own, or leave the ids out.",
    );
  });
}

function addCopies(writer: GraphWriter, articles: readonly AnnotatedArticle[], { copies }: Copies): void {
  for (const { copy, original, similarity } of copies) {
    const [from, to] = [articles[copy], articles[original]];
    if (from && to) writer.addRelationship(from.annotation.id, to.annotation.id, { kind: "COPY_OF", similarity });
  }
}
