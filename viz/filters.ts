/** What is shown: kinds of name, of meeting and of relation, period, outlets, place, support. Pure: filters and graph in, what passes out. */
import type { Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";
import type { Dataset, Entity, Meeting, Relation } from "./dataset.ts";

export interface Filters {
  /** What is switched off. */
  readonly types: ReadonlySet<EntityType>;
  readonly modalities: ReadonlySet<Modality>;
  readonly relations: ReadonlySet<Relation>;
  /** ISO days; a meeting passes when it may have been between them. Null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Names of outlets, one of which must report the meeting; empty: any. */
  readonly outlets: ReadonlySet<string>;
  /** Id of the place where it was; null: anywhere. */
  readonly place: string | null;
  /** At least so many independent sources, and such a confidence from 0 to 1. */
  readonly sources: number;
  readonly confidence: number;
  /** Whether names without any line are drawn. */
  readonly loners: "hidden" | "shown";
}

/** Meetings and roles; the rest waits until it is asked for. */
export const initialFilters: Filters = {
  types: new Set(),
  modalities: new Set(),
  relations: new Set<Relation>(["statement", "at"]),
  from: null,
  to: null,
  outlets: new Set(),
  place: null,
  sources: 0,
  confidence: 0,
  loners: "hidden",
};

/** The filters that a meeting can fail, each a bit. */
export const meetingFilters = {
  modalities: 1,
  period: 2,
  outlets: 4,
  place: 8,
  sources: 16,
  confidence: 32,
  types: 64,
  around: 128,
} as const;
export type MeetingFilter = keyof typeof meetingFilters;

export interface Passing {
  /** For each meeting the bits of the filters that it fails; 0 passes. */
  readonly failed: Uint8Array;
  readonly shown: number;
  /** How many meetings would come back if this filter alone were taken away. */
  readonly hiddenBy: Readonly<Record<MeetingFilter, number>>;
  /** How many have no date, where the period alone hides them, for that. */
  readonly undated: number;
}

/** The set without the member if it had it, with it otherwise. */
export function toggled<Member>(members: ReadonlySet<Member>, member: Member): ReadonlySet<Member> {
  return new Set(members.has(member) ? [...members].filter((other) => other !== member) : [...members, member]);
}

/** Which meetings pass, and what each filter hides. */
export function passingMeetings(dataset: Dataset, filters: Filters): Passing {
  const failed = new Uint8Array(dataset.meetings.length);
  const outlets = new Set(dataset.totals.outlets.flatMap((name, index) => (filters.outlets.has(name) ? [index] : [])));
  for (const meeting of dataset.meetings) {
    failed[meeting.index] = failedBits(meeting, filters, outlets);
  }
  return countedPassing(dataset, failed);
}

/**
 * The same where, besides, only what is among `names` passes: meetings that two of them were at, or one of the `centres`. A place that
 * is among the names counts for those who met there.
 */
export function passingAmong(dataset: Dataset, passing: Passing, names: ReadonlySet<Entity>, centres: ReadonlySet<Entity>): Passing {
  const failed = Uint8Array.from(passing.failed);
  for (const { index, participants, places } of dataset.meetings) {
    const there = [...participants, ...places];
    const isAmong = there.some((entity) => centres.has(entity)) || there.filter((entity) => names.has(entity)).length > 1;
    if (!isAmong) failed[index] = (failed[index] ?? 0) | meetingFilters.around;
  }
  return countedPassing(dataset, failed);
}

function countedPassing(dataset: Dataset, failed: Uint8Array): Passing {
  const byBits = new Uint32Array(256);
  let undated = 0;
  for (const { index, from, to } of dataset.meetings) {
    const bits = failed[index] ?? 0;
    byBits[bits] = (byBits[bits] ?? 0) + 1;
    if (bits === meetingFilters.period && from === null && to === null) undated += 1;
  }
  const hiddenBy = Object.fromEntries(Object.entries(meetingFilters).map(([name, bit]) => [name, byBits[bit] ?? 0]));
  return { failed, shown: byBits[0] ?? 0, hiddenBy: hiddenBy as Passing["hiddenBy"], undated };
}

function failedBits(meeting: Meeting, filters: Filters, outlets: ReadonlySet<number>): number {
  const { modality, places, participants } = meeting;
  let bits = 0;
  if (filters.modalities.has(modality)) bits |= meetingFilters.modalities;
  if ((filters.from !== null || filters.to !== null) && !isWithin(meeting, filters.from, filters.to)) bits |= meetingFilters.period;
  if (filters.outlets.size > 0 && !meeting.outlets.some((outlet) => outlets.has(outlet))) bits |= meetingFilters.outlets;
  if (filters.place !== null && !places.some(({ id }) => id === filters.place)) bits |= meetingFilters.place;
  if (meeting.sources < filters.sources) bits |= meetingFilters.sources;
  if (meeting.confidence < filters.confidence) bits |= meetingFilters.confidence;
  if (filters.types.size > 0 && !participants.some(({ type }) => !filters.types.has(type))) bits |= meetingFilters.types;
  return bits;
}

/** True where the meeting may have been between the two days; what has no date is never within. */
export function isWithin({ from, to }: Pick<Meeting, "from" | "to">, first: string | null, last: string | null): boolean {
  const [start, end] = [from ?? to, to ?? from];
  if (start === null || end === null) return false;
  return (first === null || end >= first) && (last === null || start <= last);
}

/** How many filters differ from how the page starts. */
export function changedFilters(filters: Filters): number {
  const relations = [...initialFilters.relations, ...filters.relations].filter(
    (relation) => initialFilters.relations.has(relation) !== filters.relations.has(relation),
  );
  return [
    filters.types.size > 0,
    filters.modalities.size > 0,
    relations.length > 0,
    filters.from !== null || filters.to !== null,
    filters.outlets.size > 0,
    filters.place !== null,
    filters.sources > 0,
    filters.confidence > 0,
    filters.loners !== initialFilters.loners,
  ].filter(Boolean).length;
}
