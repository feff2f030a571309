/**
 * Whether a report can be about a meeting that is already known: the same parties, no contradicting place, date or manner, and a
 * history that makes sense (planned, then cancelled; planned before it was held). What was planned is never taken for held.
 */
import type { Modality } from "../domain/meeting.ts";
import type { DayInterval, MeetingReport } from "./meeting-report.ts";

/** The reports of one meeting so far; the first is the most precise and anchors it. */
export interface KnownMeeting {
  readonly anchor: MeetingReport;
  readonly reports: MeetingReport[];
  /** The latest plan for a new day; null where the meeting was not moved. */
  moved: MeetingReport | null;
  partyKeys: Set<string>;
  readonly placeIds: Set<string>;
  /** Those of the places that are no towns, regions or countries. */
  readonly venueIds: Set<string>;
  /** Earliest known publication of a report that it took place; null when one is unknown, +∞ when there is none. */
  firstHappened: number | null;
  /** Latest known publication of a report that it is planned; null when one is unknown, -∞ when there is none. */
  lastPlanned: number | null;
}

/** Places inside larger places, by id. */
export type Containers = ReadonlyMap<string, ReadonlySet<string>>;

/** Undated reports published further apart than this, in days, are about different meetings. */
const windowDays = 45;
/** A cancellation is often dated by the day somebody cancelled. */
const cancellationDays = 14;

/** A meeting is put off by so many days at most, else it is another one. */
const movedDays = 200;

/** A denial answers a report that is at most this many days old. */
const denialDays = 7;

const happened: ReadonlySet<Modality> = new Set(["held", "ongoing", "denied"]);

/** A meeting known from one report. */
export function startMeeting(report: MeetingReport): KnownMeeting {
  const meeting: KnownMeeting = {
    anchor: report,
    reports: [],
    moved: null,
    partyKeys: new Set(),
    placeIds: new Set(),
    venueIds: new Set(),
    firstHappened: Number.POSITIVE_INFINITY,
    lastPlanned: Number.NEGATIVE_INFINITY,
  };
  addReport(meeting, report);
  return meeting;
}

/** Adds a report that fits. */
export function addReport(known: KnownMeeting, report: MeetingReport): void {
  known.reports.push(report);
  for (const { key } of report.parties) known.partyKeys.add(key);
  if (report.place) (report.atVenue ? known.venueIds : known.placeIds).add(report.place.id);
  const day = report.publishedDay;
  if (report.move === "new" && (known.moved === null || (day ?? 0) >= (known.moved.publishedDay ?? 0))) known.moved = report;
  if (happened.has(report.meeting.modality)) {
    known.firstHappened = day === null || known.firstHappened === null ? null : Math.min(known.firstHappened, day);
  } else {
    known.lastPlanned = day === null || known.lastPlanned === null ? null : Math.max(known.lastPlanned, day);
  }
}

/** How well a report fits a known meeting with which it shares two parties, higher is better; null when it is about another one. */
export function fitMeeting(report: MeetingReport, known: KnownMeeting, containers: Containers): number | null {
  const parties = fitParties(report, known);
  const place = fitPlace(report, known, containers);
  const dates = fitDates(report, known);
  const history = fitHistory(report, known, dates === exactDate);
  if (parties === null || place === null || dates === null || history === null) return null;
  if (hasOtherManner(report, known) || isPartOfSeries(report, known)) return null;
  const isSameArticle = known.reports.some(({ articleIndex }) => articleIndex === report.articleIndex);
  // a bigger or smaller circle is the same meeting only when something else says so
  if (parties === 0 && place === 0 && dates !== exactDate && !isSameArticle && !isPromptDenial(report, known)) return null;
  return parties + place + dates + history + (isSameArticle ? 2 : 0);
}

/**
 * What keeps a report from being about a known meeting: each names somebody whom the other does not; a place, day, manner that contradict; a
 * history that makes no sense; one meeting against a sum of several; or, in smaller or larger company, nothing but the pair in common.
 */
export type Objection = "parties" | "place" | "date" | "history" | "manner" | "series" | "company";

/** Everything that `fitMeeting` has against a report; empty where it fits. */
export function findObjections(report: MeetingReport, known: KnownMeeting, containers: Containers): readonly Objection[] {
  const dates = fitDates(report, known);
  const checks: readonly (readonly [Objection, boolean])[] = [
    ["parties", fitParties(report, known) === null],
    ["place", fitPlace(report, known, containers) === null],
    ["date", dates === null],
    ["history", fitHistory(report, known, dates === exactDate) === null],
    ["manner", hasOtherManner(report, known)],
    ["series", isPartOfSeries(report, known)],
  ];
  const found = checks.flatMap(([objection, holds]) => (holds ? [objection] : []));
  return found.length === 0 && fitMeeting(report, known, containers) === null ? ["company"] : found;
}

/** In what a report agrees with the one that anchors its meeting; what it does not say is left out. */
export type Agreement = "same parties" | "some of the parties" | "same place" | "a place inside the other" | "same time";

/** The agreements of two reports of one meeting. */
export function findAgreements(report: MeetingReport, anchor: MeetingReport, containers: Containers): readonly Agreement[] {
  const known = startMeeting(anchor);
  const place = fitPlace(report, known, containers);
  return [
    fitParties(report, known) === 4 ? "same parties" : "some of the parties",
    ...(place === 3 ? ["same place" as const] : place === 2 ? ["a place inside the other" as const] : []),
    ...(fitDates(report, known) === exactDate ? ["same time" as const] : []),
  ];
}

/** Those who deny a meeting name its main sides only, and do so within days of the report. */
function isPromptDenial(report: MeetingReport, known: KnownMeeting): boolean {
  const isDenial = (one: MeetingReport): boolean => one.meeting.modality === "denied";
  if (isDenial(report) === known.reports.every(isDenial)) return false;
  const distance = distanceBetween(report.publishedDay, known.anchor.publishedDay);
  // Of a denial without a day nothing says otherwise.
  return distance === null || distance <= denialDays;
}

/** 4 for the same parties, 0 when one names some of the other's, null when each names somebody whom the other does not. */
function fitParties(report: MeetingReport, known: KnownMeeting): number | null {
  const shared = report.parties.filter(({ key }) => known.partyKeys.has(key)).length;
  const isSubset = shared === report.parties.length;
  const isSuperset = shared === known.partyKeys.size;
  if (isSubset && isSuperset) return 4;
  return isSubset || isSuperset ? 0 : null;
}

/** 3 for the same place, 2 for a place inside the other, 0 when one names none, or one a house and the other a town. */
function fitPlace(report: MeetingReport, known: KnownMeeting, containers: Containers): number | null {
  const id = report.place?.id;
  const others = report.place !== null && report.atVenue ? known.venueIds : known.placeIds;
  if (id === undefined || known.placeIds.size + known.venueIds.size === 0) return 0;
  if (others.has(id)) return 3;
  // A new day may come with a new place.
  if (replaces(report, known)) return 0;
  const isNested = (other: string): boolean => isInside(id, other, containers) || isInside(other, id, containers);
  if (others.size > 0) return [...others].every(isNested) ? 2 : null;
  return [...known.placeIds, ...known.venueIds].some(isNested) ? 2 : 0;
}

/** True when one place lies in another, directly or through others. */
export function isInside(inner: string, outer: string, containers: Containers): boolean {
  const open = [inner];
  const seen = new Set(open);
  for (const place of open) {
    for (const container of containers.get(place) ?? []) {
      if (container === outer) return true;
      if (seen.has(container)) continue;
      seen.add(container);
      open.push(container);
    }
  }
  return false;
}

const exactDate = 5;

/** True for the new day of a meeting that was planned for an earlier one, as told before. */
function replaces(report: MeetingReport, known: KnownMeeting): boolean {
  if (report.move !== "new" || report.dates === null) return false;
  const { from } = report.dates;
  return known.reports.every(({ meeting, dates, publishedDay }) => {
    if (meeting.modality !== "planned" && meeting.modality !== "cancelled") return false;
    const isEarlier = dates === null || isVague(dates) || (dates.to <= from && from - dates.to <= movedDays);
    return isEarlier && (publishedDay === null || report.publishedDay === null || publishedDay <= report.publishedDay);
  });
}

/** 5 when stated dates overlap, up to 1 for publication close to it, null when dates or publication lie too far apart. */
function fitDates(report: MeetingReport, known: KnownMeeting): number | null {
  const fit = fitDatesOf(report, known.anchor);
  if (fit !== null) return fit;
  if (replaces(report, known)) return 0;
  return known.moved === null || known.moved === known.anchor ? null : fitDatesOf(report, known.moved);
}

function fitDatesOf(report: MeetingReport, anchor: MeetingReport): number | null {
  const one = report.dates;
  const other = anchor.dates;
  const isCancelling = (modality: Modality): boolean => modality === "cancelled" || modality === "refused";
  if (one && other) {
    const gap = gapBetween(one, other);
    if (!isVague(one) && !isVague(other)) {
      if (gap === 0) return exactDate;
      const isCancelled = isCancelling(report.meeting.modality) !== isCancelling(anchor.meeting.modality);
      return isCancelled && gap <= cancellationDays ? 0 : null;
    }
    if (gap > windowDays) return null;
  }
  const event = other && !isVague(other) ? other : one && !isVague(one) ? one : null;
  const undated = event === other ? report : anchor;
  const distance = event ? distanceTo(undated, event) : distanceBetween(report.publishedDay, anchor.publishedDay);
  if (distance === null) return 0;
  return distance > windowDays ? null : 1 - distance / windowDays;
}

/** Days between publication and a dated event, beyond what the tense allows; infinite for "met" before it happened. */
function distanceTo({ publishedDay, meeting }: MeetingReport, event: DayInterval): number | null {
  if (publishedDay === null) return null;
  const after = publishedDay - event.to;
  const before = event.from - publishedDay;
  if ((meeting.modality === "held" || meeting.modality === "ongoing") && before > 1) return Number.POSITIVE_INFINITY;
  if (meeting.modality === "planned" && after > 1) return Number.POSITIVE_INFINITY;
  return Math.max(0, after, before);
}

function distanceBetween(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.abs(a - b);
}

function gapBetween(a: DayInterval, b: DayInterval): number {
  return Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to));
}

function isVague({ precision, from, to }: DayInterval): boolean {
  return precision === "vague" || !Number.isFinite(from) || !Number.isFinite(to);
}

/** 3 when the modalities belong together; across plan and event, dates or the order of publication must prove it. */
function fitHistory(report: MeetingReport, known: KnownMeeting, isExactDate: boolean): number | null {
  const hasHappened = happened.has(report.meeting.modality);
  const opposite = known.reports.filter(({ meeting }) => happened.has(meeting.modality) !== hasHappened);
  if (opposite.length === 0) return 3;
  if (isExactDate) return 1;
  // What was put off was held on its new day.
  if (report.move === "off" && known.moved?.articleIndex === report.articleIndex) return 1;
  if (opposite.some(({ articleIndex }) => articleIndex === report.articleIndex)) return null;
  const plans = hasHappened ? opposite : [report];
  if (plans.some(({ meeting }) => meeting.modality !== "planned")) return null;
  const isDenial = (hasHappened ? [report] : opposite).every(({ meeting }) => meeting.modality === "denied");
  if (isDenial) return 1;
  const day = report.publishedDay;
  if (day === null) return null;
  const limit = hasHappened ? known.lastPlanned : known.firstHappened;
  if (limit === null) return null;
  return (hasHappened ? limit <= day : day <= limit) ? 1 : null;
}

/** "Three rounds of talks" are none of the three; but who denies a meeting denies them all. */
function isPartOfSeries(report: MeetingReport, known: KnownMeeting): boolean {
  const isDenial = report.meeting.modality === "denied" || known.reports.every(({ meeting }) => meeting.modality === "denied");
  return !isDenial && (report.count === null) !== (known.anchor.count === null);
}

/** Nobody meets in person by telephone. */
function hasOtherManner(report: MeetingReport, known: KnownMeeting): boolean {
  const isCall = (manner: string): boolean => manner === "call";
  const isPresence = (manner: string): boolean => manner === "in-person" || manner === "visit";
  const { manner } = report.meeting;
  return known.reports.some(
    ({ meeting }) => (isCall(manner) && isPresence(meeting.manner)) || (isPresence(manner) && isCall(meeting.manner)),
  );
}
