/** Reports that agree that two met and cannot all be right in where, when or how often. Each is shown; none is decided. */
import type { Statement } from "../domain/answer.ts";
import type { Modality } from "../domain/meeting.ts";

/** A meeting of the graph with all that is said of it. */
export interface ReportedMeeting {
  readonly id: string;
  readonly title: string;
  readonly modality: Modality;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: string | null;
  readonly independentSources: number;
  /** Ids of the parties, and the words for those without a name. */
  readonly parties: string[];
  readonly places: { readonly id: string; readonly name: string }[];
  /** In order of publication. */
  readonly statements: Statement[];
}

export const tookPlace: ReadonlySet<Modality> = new Set(["held", "ongoing"]);

/** One pair on one day in two places, neither of which lies in the other: the reports would have been joined. */
export function placesAtOnce(meetings: readonly ReportedMeeting[]): (readonly ReportedMeeting[])[] {
  const groups = groupByPair(meetings.filter(isOneDay), ({ from }) => from ?? "");
  return groups.filter((group) => new Set(group.flatMap(({ places }) => places.map(({ id }) => id))).size > 1);
}

/** Days that one event is told of are no further apart. */
const daysApart = 3;
/** Words for one more meeting of the same two. */
const oneMore =
  /\b(?:again|second|third|another|follow-up|resum(?:e|ed|ing)|continu(?:e|ed|ing)|(?:next|previous|following) day|day (?:after|before|earlier|later))\b/iu;

/**
 * Two meetings of one pair in one place within a few days that may be one, dated otherwise: no article knows both, none says that they
 * met again, and somebody who wrote after the later day tells of the earlier one only.
 */
export function daysInOnePlace(meetings: readonly ReportedMeeting[]): (readonly ReportedMeeting[])[] {
  const rivals = new Map<string, readonly ReportedMeeting[]>();
  for (const group of groupByPair(meetings.filter(isOneDay), ({ places }) => places.map(({ id }) => id).join(" "))) {
    const inOrder = [...group].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
    inOrder.forEach((earlier, index) => {
      for (const later of inOrder.slice(index + 1)) {
        if (daysBetween(earlier.from, later.from) > daysApart) break;
        if (earlier.from !== later.from && mayBeOne(earlier, later)) rivals.set(`${earlier.id}\n${later.id}`, [earlier, later]);
      }
    });
  }
  return [...rivals.values()];
}

function mayBeOne(earlier: ReportedMeeting, later: ReportedMeeting): boolean {
  const statements = [...earlier.statements, ...later.statements];
  const articles = new Set(earlier.statements.map(({ article }) => article));
  if (later.statements.some(({ article }) => articles.has(article)) || statements.some(({ text }) => oneMore.test(text))) return false;
  return earlier.statements.some(({ publishedAt }) => publishedAt !== null && publishedAt >= (later.from ?? "~"));
}

/** True when a later report sums up fewer meetings than an earlier one of the same time, or of a shorter one. */
export function disagreesOnCount({ statements }: ReportedMeeting): boolean {
  const sums = statements.filter(({ count, modality }) => count !== null && tookPlace.has(modality));
  return sums.some((more) =>
    sums.some(
      (fewer) =>
        (fewer.count ?? 0) < (more.count ?? 0) &&
        more.publishedAt !== null &&
        fewer.publishedAt !== null &&
        more.publishedAt <= fewer.publishedAt &&
        (fewer.from === null || (more.from !== null && fewer.from <= more.from)),
    ),
  );
}

function isOneDay({ precision, from, to, places, modality }: ReportedMeeting): boolean {
  return precision === "day" && from !== null && from === to && places.length > 0 && tookPlace.has(modality);
}

/** Groups of several by pair, as one report may name more of those present than the other, and by what they share; each group once. */
function groupByPair(meetings: readonly ReportedMeeting[], shared: (meeting: ReportedMeeting) => string): ReportedMeeting[][] {
  const byPair = new Map<string, ReportedMeeting[]>();
  for (const meeting of meetings) {
    meeting.parties.forEach((one, index) => {
      for (const other of meeting.parties.slice(index + 1)) {
        const key = [shared(meeting), one, other].join("\n");
        const group = byPair.get(key);
        if (group) group.push(meeting);
        else byPair.set(key, [meeting]);
      }
    });
  }
  const groups = [...byPair.values()].filter((group) => group.length > 1);
  return [...new Map(groups.map((group) => [group.map(({ id }) => id).join("\n"), group])).values()];
}

const dayMs = 86_400_000;

function daysBetween(a: string | null, b: string | null): number {
  return (Date.parse(b ?? "") - Date.parse(a ?? "")) / dayMs;
}
