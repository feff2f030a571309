/**
 * Reports of the same event in one or several articles become one meeting. Reports are taken in a fixed order, the most precisely
 * dated first, and each joins the meeting it fits best or starts its own; so the result does not depend on the order of the articles.
 */
import type { DatePrecision, Manner, Modality, ParticipantRole } from "../domain/meeting.ts";
import { countOrigins, type Originators } from "./find-originators.ts";
import { compareText } from "./fold-name.ts";
import { addTo, groupBy } from "./group-by.ts";
import type { LinkedEntity } from "./link-entities.ts";
import type { MeetingReport, ReportedParty } from "./meeting-report.ts";
import { addReport, type Containers, fitMeeting, isInside, type KnownMeeting, startMeeting } from "./same-meeting.ts";

export interface JoinedParty {
  readonly key: string;
  /** Null for people no entity stands for. */
  readonly entity: LinkedEntity | null;
  /** False when every report speaks only of a delegation ("Hamas officials"). */
  readonly named: boolean;
  /** How the reports put it; of several the most frequent, then the longest. */
  readonly text: string;
  /** Null where no report tells, or where they differ. */
  readonly role: ParticipantRole | null;
}

export interface JoinedMeeting {
  readonly parties: readonly JoinedParty[];
  readonly modality: Modality;
  /** Every modality some report gives it, sorted. */
  readonly modalities: readonly Modality[];
  readonly manner: Manner;
  readonly mediated: boolean;
  /** The smallest place that the reports agree on; of several that disagree the most reported. */
  readonly place: LinkedEntity | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
  /** In order of article and trigger. */
  readonly reports: readonly MeetingReport[];
  /** The independent sources for its modality, sorted. */
  readonly sources: readonly string[];
  /** Of the surest report of its modality, 0 to 1. */
  readonly confidence: number;
}

const precisions: readonly DatePrecision[] = ["day", "week", "month", "year", "vague"];

/** Joins reports into meetings, in a fixed order. */
export function joinMeetings(reports: readonly MeetingReport[], containers: Containers, originators: Originators): JoinedMeeting[] {
  const byPair = new Map<string, KnownMeeting[]>();
  const meetings: KnownMeeting[] = [];
  for (const report of reports.toSorted(byPreciseness)) {
    const pairs = pairsOf(report.parties.map(({ key }) => key));
    const candidates = new Set(pairs.flatMap((pair) => byPair.get(pair) ?? []));
    let best: KnownMeeting | null = null;
    let bestFit = Number.NEGATIVE_INFINITY;
    for (const candidate of candidates) {
      const fit = fitMeeting(report, candidate, containers);
      if (fit === null || fit <= bestFit) continue;
      best = candidate;
      bestFit = fit;
    }
    if (best) addReport(best, report);
    else {
      best = startMeeting(report);
      meetings.push(best);
    }
    for (const pair of pairs) if (!byPair.get(pair)?.includes(best)) addTo(byPair, pair, best);
  }
  return meetings.map((meeting) => summarize(meeting, containers, originators));
}

function pairsOf(keys: readonly string[]): string[] {
  return keys.flatMap((a, index) => keys.slice(index + 1).map((b) => `${a}\n${b}`));
}

/** Most precisely dated first, then those with a place and with more parties: the order in which reports are joined. */
export function byPreciseness(a: MeetingReport, b: MeetingReport): number {
  const rank = ({ dates }: MeetingReport): number => (dates ? precisions.indexOf(dates.precision) : precisions.length);
  const from = ({ dates }: MeetingReport): number => dates?.from ?? 0;
  const day = ({ publishedDay }: MeetingReport): number => publishedDay ?? Number.MAX_SAFE_INTEGER;
  const order = (x: number, y: number): number => (x === y ? 0 : x < y ? -1 : 1);
  return (
    order(rank(a), rank(b)) ||
    order(from(a), from(b)) ||
    Number(a.place === null) - Number(b.place === null) ||
    b.parties.length - a.parties.length ||
    order(day(a), day(b)) ||
    compareText(a.articleId, b.articleId) ||
    byTrigger(a, b)
  );
}

function byTrigger(a: MeetingReport, b: MeetingReport): number {
  return (
    a.meeting.trigger.start - b.meeting.trigger.start ||
    a.meeting.evidence.start - b.meeting.evidence.start ||
    compareText(a.parties.map(({ key }) => key).join("\n"), b.parties.map(({ key }) => key).join("\n"))
  );
}

function summarize({ reports: unordered }: KnownMeeting, containers: Containers, originators: Originators): JoinedMeeting {
  const reports = unordered.toSorted((a, b) => a.articleIndex - b.articleIndex || byTrigger(a, b));
  const modality = decideModality(reports);
  const supporting = reports.filter(({ meeting }) => supports(meeting.modality, modality));
  const moved = modality === "planned" ? latestMoved(reports) : [];
  const origins = supporting.map(({ articleIndex, meeting }) => originators.of(articleIndex, meeting.evidence));
  return {
    parties: joinParties(reports),
    modality,
    modalities: [...new Set(reports.map(({ meeting }) => meeting.modality))].toSorted(compareText),
    manner: decideManner(supporting),
    mediated: supporting.some(({ meeting }) => meeting.mediated === true),
    place: decidePlace(moved, containers) ?? decidePlace(reports, containers),
    ...decideDate(modality === "cancelled" || modality === "refused" ? planned(reports) : moved, supporting, reports),
    reports,
    sources: countOrigins(origins),
    confidence: Math.max(...supporting.map(({ meeting }) => meeting.confidence)),
  };
}

function supports(modality: Modality, decided: Modality): boolean {
  const isHeld = (one: Modality): boolean => one === "held" || one === "ongoing";
  return modality === decided || (isHeld(modality) && isHeld(decided));
}

/**
 * Held where any report says so, whoever denies it; else a cancellation or refusal beats the plan, unless the plan is the later news.
 */
export function decideModality(reports: readonly MeetingReport[]): Modality {
  const ranked: readonly Modality[] = ["held", "ongoing", "denied", "cancelled", "refused", "planned", "hypothetical"];
  const latest = new Map<Modality, number | null>();
  for (const { meeting, publishedDay } of reports) {
    const known = latest.get(meeting.modality);
    latest.set(meeting.modality, known === null || publishedDay === null ? null : Math.max(known ?? publishedDay, publishedDay));
  }
  const best = ranked.find((modality) => latest.has(modality)) ?? "hypothetical";
  const ending = latest.get(best);
  const plan = latest.get("planned");
  const isOff = best === "cancelled" || best === "refused";
  const isReplanned = typeof plan === "number" && typeof ending === "number" && plan > ending;
  // What puts it off gives its new day as well, unless a later one calls it off again.
  const isMoved = reports.some((report) => report.move === "new" && (report.publishedDay ?? 0) >= (ending ?? 0));
  return isOff && (isReplanned || isMoved) ? "planned" : best;
}

function decideManner(reports: readonly MeetingReport[]): Manner {
  const known: readonly Manner[] = ["in-person", "visit", "call", "talks"];
  const count = (manner: Manner): number => reports.filter(({ meeting }) => meeting.manner === manner).length;
  const [best] = known.filter((manner) => count(manner) > 0).toSorted((a, b) => count(b) - count(a));
  return best ?? "unknown";
}

function decidePlace(reports: readonly MeetingReport[], containers: Containers): LinkedEntity | null {
  const places = new Map<string, { place: LinkedEntity; count: number }>();
  // Of a town and a house that nobody says to be in it, the town: a reader finds it.
  const isInTown = reports.some(({ place, atVenue }) => place !== null && !atVenue);
  for (const { place, atVenue } of reports) {
    const isLost = atVenue && isInTown && !isInOneOf(place, reports, containers);
    if (place && !isLost) places.set(place.id, { place, count: (places.get(place.id)?.count ?? 0) + 1 });
  }
  // "Qatar" speaks for Doha too
  const support = ({ place, count }: { place: LinkedEntity; count: number }): number =>
    [...places.values()].reduce((sum, other) => sum + (isInside(place.id, other.place.id, containers) ? other.count : 0), count);
  const ranked = [...places.values()].toSorted((a, b) => support(b) - support(a) || compareText(a.place.id, b.place.id));
  return ranked[0]?.place ?? null;
}

function isInOneOf(place: LinkedEntity | null, reports: readonly MeetingReport[], containers: Containers): boolean {
  return place !== null && reports.some((other) => other.place !== null && isInside(place.id, other.place.id, containers));
}

/** The plans for a new day that were told last. */
function latestMoved(reports: readonly MeetingReport[]): readonly MeetingReport[] {
  const moved = reports.filter(({ move }) => move === "new");
  const latest = Math.max(...moved.map(({ publishedDay }) => publishedDay ?? 0));
  return moved.filter(({ publishedDay }) => (publishedDay ?? 0) === latest);
}

/** The plans: they know best when what fell through was to be. */
function planned(reports: readonly MeetingReport[]): readonly MeetingReport[] {
  return reports.filter(({ meeting }) => meeting.modality === "planned");
}

/** The finest date that most reports give, of the first list that has one. */
function decideDate(...lists: readonly (readonly MeetingReport[])[]): {
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
} {
  const candidates = lists.map((reports) => reports.filter(({ dates }) => dates !== null)).find((dated) => dated.length > 0) ?? [];
  const finest = Math.min(...candidates.map(({ dates }) => precisions.indexOf(dates?.precision ?? "vague")));
  const counts = new Map<string, { report: MeetingReport; count: number }>();
  for (const report of candidates) {
    const { date } = report;
    if (!date || precisions.indexOf(date.precision) !== finest) continue;
    const key = `${date.from ?? ""}|${date.to ?? ""}`;
    counts.set(key, { report, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const width = ({ dates }: MeetingReport): number => (dates ? dates.to - dates.from : Number.POSITIVE_INFINITY);
  const [best] = [...counts].toSorted(
    ([keyA, a], [keyB, b]) => b.count - a.count || Math.sign(width(a.report) - width(b.report)) || compareText(keyA, keyB),
  );
  const date = best?.[1].report.date;
  return date ? { from: date.from, to: date.to, precision: date.precision } : { from: null, to: null, precision: null };
}

function joinParties(reports: readonly MeetingReport[]): JoinedParty[] {
  const byKey = groupBy(
    reports.flatMap(({ parties }) => parties),
    ({ key }) => key,
  );
  return [...byKey]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, told]) => {
      const named = told.some((party) => party.named);
      const text = usualWords(told.filter((party) => party.named === named));
      return { key, entity: told[0]?.entity ?? null, named, text, role: agreedRole(told) };
    });
}

function agreedRole(parties: readonly ReportedParty[]): ParticipantRole | null {
  const roles = new Set(parties.flatMap(({ role }) => role ?? []));
  const [role] = roles;
  return roles.size === 1 && role !== undefined ? role : null;
}

function usualWords(parties: readonly ReportedParty[]): string {
  const counts = groupBy(parties, ({ text }) => text);
  const ranked = [...counts].toSorted(([a, x], [b, y]) => y.length - x.length || b.length - a.length || compareText(a, b));
  return ranked[0]?.[0] ?? "";
}
