/** One meeting with every report of it, read from the graph: what the viewer shows behind a meeting and its lines. */
import type { AnswerEntity, AnswerEvidence } from "../domain/answer.ts";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { manualWords } from "../domain/manual.ts";
import type { DatePrecision, Manner, Modality, ParticipantRole } from "../domain/meeting.ts";
import { entityTypeOf, outletOf } from "./api-graph.ts";

/** What one article reports of the meeting. */
export interface MeetingClaim {
  readonly id: string;
  readonly modality: Modality;
  readonly manner: Manner;
  /** The words for when, as they stand in the article. */
  readonly when: string | null;
  /** Who says so, as worded; empty for the reporter. */
  readonly attribution: readonly string[];
  readonly confidence: number;
  readonly evidence: AnswerEvidence;
}

export interface MeetingAnswer {
  readonly id: string;
  readonly title: string;
  readonly modality: Modality;
  readonly modalities: readonly Modality[];
  readonly manner: Manner;
  readonly mediated: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
  readonly articles: number;
  readonly independentSources: number;
  /** Whose reporting those are; see `MetRow`. */
  readonly sources: readonly string[];
  /** `named` is false where an unnamed delegation ("Hamas officials") stands for its body; `text` is how it is worded. */
  readonly participants: readonly {
    readonly entity: AnswerEntity;
    readonly named: boolean;
    readonly text: string;
    readonly role: ParticipantRole | null;
  }[];
  readonly places: readonly AnswerEntity[];
  /** Oldest first; articles without a date come last. */
  readonly claims: readonly MeetingClaim[];
}

/** The meeting with this id. Throws UserError `unknown-entity` where the graph has none. */
export function meetingAnswer(graph: KnowledgeGraph, id: string): MeetingAnswer {
  const node = graph.hasNode(id) ? graph.getNodeAttributes(id) : null;
  if (node?.kind !== "Meeting") throw new UserError("unknown-entity", `there is no meeting "${id}" in this store`);

  const participants: MeetingAnswer["participants"][number][] = [];
  const claims: MeetingClaim[] = [];
  graph.forEachInEdge(id, (_, relationship, source) => {
    if (relationship.kind === "TOOK_PART_IN") {
      const entity = entityOf(graph, source);
      if (entity) participants.push({ entity, named: relationship.named, text: relationship.text, role: relationship.role });
    } else if (relationship.kind === "REPORTS") {
      const claim = claimOf(graph, source);
      if (claim) claims.push(claim);
    }
  });
  for (const text of node.unnamed) participants.push({ entity: { id: null, name: text, type: null }, named: false, text, role: null });
  const places = graph
    .filterOutEdges(id, (_, relationship) => relationship.kind === "HELD_AT")
    .map((edge) => entityOf(graph, graph.target(edge)))
    .filter((entity) => entity !== null);

  const { title, modality, modalities, manner, mediated, from, to, precision, articles, independentSources, sources } = node;
  const facts = { id, title, modality, modalities, manner, mediated, from, to, precision, articles, independentSources, sources };
  return { ...facts, participants, places, claims: claims.sort(byDate) };
}

function entityOf(graph: KnowledgeGraph, id: string): AnswerEntity | null {
  const node = graph.getNodeAttributes(id);
  if (node.kind !== "Person" && node.kind !== "Organization" && node.kind !== "Place") return null;
  return { id, name: node.name, type: entityTypeOf[node.kind] };
}

function claimOf(graph: KnowledgeGraph, id: string): MeetingClaim | null {
  const claim = graph.getNodeAttributes(id);
  if (claim.kind !== "Claim") return null;
  const article = graph.hasNode(claim.article) ? graph.getNodeAttributes(claim.article) : null;
  if (article?.kind !== "Article") return null;
  const { modality, manner, when, attribution, confidence, start, end, text } = claim;
  const { title, publishedAt } = article;
  return {
    ...{ id, modality, manner, when, attribution, confidence },
    evidence: {
      ...{ article: article.id, outlet: outletOf(graph, article.id), title, publishedAt, start, end, text },
      ...(claim.manual === null ? {} : { manual: manualWords(title) }),
    },
  };
}

function byDate(a: MeetingClaim, b: MeetingClaim): number {
  const [first, second] = [a, b].map((claim) => `${claim.evidence.publishedAt ?? "9999"} ${claim.evidence.article} ${claim.id}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
