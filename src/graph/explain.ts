/** Why the graph is as it is: why reports are one meeting and whose reporting they are; why names are one somebody. */
import type { Modality } from "../domain/meeting.ts";
import type { TextSpan } from "../domain/span.ts";
import { meetingTitle, type NamedMeeting } from "./add-meetings.ts";
import type { Decisions } from "./build-graph.ts";
import type { OriginBasis } from "./find-originators.ts";
import { compareText } from "./fold-name.ts";
import { byPreciseness } from "./join-meetings.ts";
import {
  type Agreement,
  addReport,
  findAgreements,
  findObjections,
  type KnownMeeting,
  type Objection,
  startMeeting,
} from "./same-meeting.ts";

export interface ExplainedReport extends TextSpan {
  readonly article: string;
  readonly modality: Modality;
  /** Whose reporting it is: all of them where `basis` is a credit in the sentence, else any one of them. */
  readonly sources: readonly string[];
  readonly basis: OriginBasis;
  /** True for "reports that they met": no source beside any other. */
  readonly isHearsay: boolean;
  /** In what it agrees with the most precise report; null for that one. */
  readonly agrees: readonly Agreement[] | null;
}

export interface ExplainedMeeting {
  readonly meeting: string;
  readonly title: string;
  readonly modality: Modality;
  readonly from: string | null;
  readonly to: string | null;
  readonly sources: readonly string[];
  /** The most precise first: the order in which they were joined. */
  readonly reports: readonly ExplainedReport[];
  /** Other meetings of two of its parties, with what keeps them apart; nothing where a report fitted another meeting better. */
  readonly apart: readonly { readonly meeting: string; readonly title: string; readonly objections: readonly Objection[] }[];
}

/** The meetings with these ids, in that order. */
export function explainMeetings({ linked, meetings, originators }: Decisions, ids: readonly string[]): ExplainedMeeting[] {
  const byId = new Map(meetings.map((named) => [named.id, named]));
  return ids.flatMap((id) => {
    const named = byId.get(id);
    if (!named) return [];
    const { meeting } = named;
    const reports = meeting.reports.toSorted(byPreciseness);
    const [anchor] = reports;
    if (!anchor) return [];
    return [
      {
        meeting: id,
        title: meetingTitle(meeting.parties, meeting.place),
        modality: meeting.modality,
        from: meeting.from,
        to: meeting.to,
        sources: meeting.sources,
        reports: reports.map((report): ExplainedReport => {
          const { start, end, text } = report.meeting.evidence;
          const { certain, oneOf, isHearsay, basis } = originators.of(report.articleIndex, { start, end });
          const sources = certain.length > 0 ? certain : oneOf;
          const agrees = report === anchor ? null : findAgreements(report, anchor, linked.containers);
          return { article: report.articleId, start, end, text, modality: report.meeting.modality, sources, basis, isHearsay, agrees };
        }),
        apart: findNeighbours(named, meetings).map((other) => ({
          meeting: other.id,
          title: meetingTitle(other.meeting.parties, other.meeting.place),
          objections: objectionsBetween(named, other, linked.containers),
        })),
      },
    ];
  });
}

/** Meetings with two parties in common, by id. */
function findNeighbours(named: NamedMeeting, meetings: readonly NamedMeeting[]): NamedMeeting[] {
  const keys = new Set(named.meeting.parties.map(({ key }) => key));
  return meetings
    .filter((other) => other !== named && other.meeting.parties.filter(({ key }) => keys.has(key)).length > 1)
    .toSorted((a, b) => compareText(a.id, b.id));
}

/** What the most precise report of the later joined one has against the other. */
function objectionsBetween(one: NamedMeeting, other: NamedMeeting, containers: Decisions["linked"]["containers"]): readonly Objection[] {
  const [first, second] = [one, other]
    .map(({ meeting }) => meeting.reports.toSorted(byPreciseness))
    .toSorted(([a], [b]) => (a && b ? byPreciseness(a, b) : 0));
  const known = first ? rejoin(first) : null;
  const [report] = second ?? [];
  return known && report ? findObjections(report, known, containers) : [];
}

function rejoin([anchor, ...others]: NamedMeeting["meeting"]["reports"]): KnownMeeting | null {
  if (!anchor) return null;
  const known = startMeeting(anchor);
  for (const report of others) addReport(known, report);
  return known;
}

export interface ExplainedEntity {
  readonly id: string;
  readonly name: string;
  /** What it is called, the most frequent first, with the ids of the articles that say so. */
  readonly forms: readonly { readonly form: string; readonly articles: readonly string[] }[];
  /** What the rules decided on parts of it and on others; `with` is the other's id, or null where both are parts of this one. */
  readonly decisions: readonly {
    readonly verdict: "same" | "different" | "unsure";
    readonly names: readonly [string, string];
    readonly with: string | null;
    readonly reason: string;
    readonly decidedBy: string;
    readonly score: number;
  }[];
}

/** The entities with these ids, in that order. */
export function explainEntities({ linked, articleIds }: Decisions, ids: readonly string[]): ExplainedEntity[] {
  const { entities, parts, judgements, find } = linked;
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const bearerOf = (key: string): { readonly id: string | null; readonly name: string } => {
    const [reference] = parts.get(key) ?? [];
    const entity = reference ? find(reference.articleIndex, reference.localId) : null;
    return { id: entity?.id ?? null, name: reference?.name ?? key };
  };
  return ids.flatMap((id): ExplainedEntity[] => {
    const entity = byId.get(id);
    if (!entity) return [];
    const forms = new Map<string, Set<string>>();
    for (const reference of entity.references) {
      for (const form of reference.forms.keys()) {
        forms.set(form, (forms.get(form) ?? new Set()).add(articleIds[reference.articleIndex] ?? ""));
      }
    }
    const decisions = judgements.flatMap(({ a, b, verdict, reason, decidedBy, score }) => {
      const [one, other] = [bearerOf(a), bearerOf(b)];
      if (one.id !== id && other.id !== id) return [];
      const [mine, theirs] = one.id === id ? [one, other] : [other, one];
      return [{ verdict, names: [mine.name, theirs.name] as const, with: theirs.id === id ? null : theirs.id, reason, decidedBy, score }];
    });
    const called = [...forms].map(([form, articles]) => ({ form, articles: [...articles].toSorted(compareText) }));
    called.sort((x, y) => y.articles.length - x.articles.length || compareText(x.form, y.form));
    return [{ id, name: entity.name, forms: called, decisions }];
  });
}
