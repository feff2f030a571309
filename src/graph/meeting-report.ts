/** One article's report of one meeting, with its participants, place and dates in terms of the graph. */
import type { AnnotatedArticle, AnnotatedDate, AnnotatedMeeting } from "../domain/annotation.ts";
import type { DatePrecision, ParticipantRole } from "../domain/meeting.ts";
import type { TextSpan } from "../domain/span.ts";
import { foldName, tidyName } from "./fold-name.ts";
import type { LinkedEntities, LinkedEntity } from "./link-entities.ts";
import { countMeetings } from "./meeting-count.ts";
import { type Move, moveOf } from "./new-dates.ts";
import { collectStandings, shareDetails } from "./share-details.ts";
import type { TitleHolders } from "./title-holders.ts";

export interface ReportedParty {
  /** The entity's id, or `~hostages` for people no entity stands for: the main word of how they are called. */
  readonly key: string;
  readonly entity: LinkedEntity | null;
  readonly named: boolean;
  /** The words of the article. */
  readonly text: string;
  readonly role: ParticipantRole | null;
}

export interface MeetingReport {
  readonly articleIndex: number;
  readonly articleId: string;
  /** Day of publication, in days since 1970; null when unknown. */
  readonly publishedDay: number | null;
  readonly meeting: AnnotatedMeeting;
  /** At least two, each key once, sorted by key. */
  readonly parties: readonly ReportedParty[];
  /** As the sentence says, or else a neighbour that tells of the same event. */
  readonly place: LinkedEntity | null;
  /** True where that place is a house, a hall or a village, which may lie in the town that another report names. */
  readonly atVenue: boolean;
  readonly date: AnnotatedDate | null;
  /** The days that `date` spans. */
  readonly dates: DayInterval | null;
  /** How many meetings it sums up, 2 or more; null for a report of one. */
  readonly count: number | null;
  /** Whether its article puts the meeting off, or plans it anew for another day. */
  readonly move: Move;
}

/** Days since 1970, both ends included; an open end is infinite. */
export interface DayInterval {
  readonly from: number;
  readonly to: number;
  readonly precision: DatePrecision;
}

/** A meeting that did not reach the graph. */
export interface LoneReport {
  readonly articleId: string;
  readonly evidence: TextSpan;
  readonly reason: string;
}

const dayMs = 86_400_000;

/** ISO day → days since 1970; null for anything else. */
export function dayNumber(day: string | null): number | null {
  if (day === null || !/^\d{4}-\d{2}-\d{2}/u.test(day)) return null;
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / dayMs);
}

/** The reports of all articles, in text order; those that cannot be joined to anybody come back apart. */
export function collectReports(
  articles: readonly AnnotatedArticle[],
  entities: LinkedEntities,
  holders: TitleHolders,
): { reports: MeetingReport[]; alone: LoneReport[] } {
  const reports: MeetingReport[] = [];
  const alone: LoneReport[] = [];
  const standings = collectStandings(entities);
  articles.forEach(({ annotation }, articleIndex) => {
    const inOrder = annotation.meetings.toSorted((a, b) => a.trigger.start - b.trigger.start || a.evidence.start - b.evidence.start);
    const told = inOrder.map((meeting) => ({
      meeting,
      parties: collectParties(meeting, articleIndex, entities, holders),
      place: meeting.place === null ? null : entities.find(articleIndex, meeting.place),
      date: meeting.date,
      count: countMeetings(meeting.evidence.text, meeting.trigger.text),
    }));
    const shared = shareDetails(told, standings);
    for (const one of shared) {
      const { meeting, parties, place, date, count } = one;
      const isNamed = parties.some(({ entity }) => entity !== null);
      if (parties.length < 2 || !isNamed) {
        const reason = isNamed ? "fewer than two parties" : "no party that a name stands for";
        alone.push({ articleId: annotation.id, evidence: meeting.evidence, reason });
        continue;
      }
      reports.push({
        articleIndex,
        articleId: annotation.id,
        publishedDay: dayNumber(annotation.publishedAt),
        meeting,
        parties,
        place,
        atVenue: place !== null && entities.venues.has(place.id),
        date,
        dates: intervalOf(date),
        count,
        move: moveOf(one, shared, standings),
      });
    }
  });
  return { reports, alone };
}

const openPronouns = new Set(["he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "me", "his", "their", "its", "both"]);

function collectParties(meeting: AnnotatedMeeting, articleIndex: number, entities: LinkedEntities, holders: TitleHolders): ReportedParty[] {
  const parties = new Map<string, ReportedParty>();
  for (const participant of meeting.participants) {
    const { entity: localId, text, role = null } = participant;
    const own = localId === null ? null : entities.find(articleIndex, localId);
    // "the Harvik chief" is the one who is its chief, not Harvik.
    const holder =
      localId === null
        ? holders.find(articleIndex, participant)
        : own?.type === "ORGANIZATION"
          ? holders.findAtBody(articleIndex, participant, own)
          : null;
    const entity = holder ?? own;
    const named = participant.named || holder !== null;
    // A pronoun that nobody resolved names no party.
    if (entity === null && openPronouns.has(text.toLowerCase())) continue;
    const key = entity?.id ?? `~${mainWord(text)}`;
    const party = { key, entity, named: named && entity !== null, text: tidyName(text), role };
    const known = parties.get(key);
    if (!known || (party.named && !known.named)) parties.set(key, party);
  }
  return [...parties.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** "a group of hostages who had been released" → "hostages": what unnamed parties of two reports are compared by. */
function mainWord(text: string): string {
  const phrase = foldName(text)
    .replace(
      /^(?:(?:an?|the|some|several|many|two|three|four|five|six|\d+) )*(?:(?:group|number|delegation|team|dozen|dozens|handful)s? of )?/u,
      "",
    )
    .split(/ (?:who|which|that|of|from|in|at|for|with|recently|released|including) /u)[0];
  const words = (phrase ?? "").split(" ").filter((word) => word !== "");
  const word = words.at(-1) ?? "somebody";
  // As headlines write it.
  return word === "admin" ? "administration" : word;
}

function intervalOf(date: AnnotatedDate | null): DayInterval | null {
  if (!date || (date.from === null && date.to === null)) return null;
  return {
    from: dayNumber(date.from) ?? Number.NEGATIVE_INFINITY,
    to: dayNumber(date.to) ?? Number.POSITIVE_INFINITY,
    precision: date.precision,
  };
}
