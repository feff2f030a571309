/** How the viewer says things: modality, manner, dates and counts in words, so that no colour has to be told apart. */
import type { AnswerEvidence } from "../src/domain/answer.ts";
import type { DatePrecision, Manner, Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";
import { type Meeting, type Relation, whereMet, whoMet } from "./dataset.ts";

/** All types and modalities, in the order in which the page lists them. */
export const entityTypes = ["PERSON", "ORGANIZATION", "PLACE"] as const satisfies readonly EntityType[];
export const modalities = [
  "held",
  "ongoing",
  "planned",
  "cancelled",
  "refused",
  "denied",
  "hypothetical",
] as const satisfies readonly Modality[];

export const typeWords: Readonly<Record<EntityType, { one: string; many: string }>> = {
  PERSON: { one: "Person", many: "People" },
  ORGANIZATION: { one: "Organisation", many: "Organisations" },
  PLACE: { one: "Place", many: "Places" },
};

export const modalityWords: Readonly<Record<Modality, { label: string; meaning: string }>> = {
  held: { label: "Held", meaning: "reported to have taken place" },
  ongoing: { label: "Ongoing", meaning: "reported as going on" },
  planned: { label: "Planned", meaning: "announced, not yet reported as held" },
  cancelled: { label: "Cancelled", meaning: "called off or postponed" },
  refused: { label: "Refused", meaning: "one side would not meet" },
  denied: { label: "Denied", meaning: "somebody says it never took place" },
  hypothetical: { label: "Hypothetical", meaning: "only spoken of as possible" },
};

export const mannerWords: Readonly<Record<Manner, string | null>> = {
  "in-person": "in person",
  call: "by phone or video",
  talks: "talks",
  visit: "a visit",
  unknown: null,
};

/** A space at which no line breaks. */
const tie = "\u00a0";

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "5 Mar 2025" for an ISO day; the text itself when it is none. */
export function dayWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  const name = monthNames[Number(month) - 1];
  return year && name && date ? [Number(date), name, year].join(tie) : day;
}

/** An interval of ISO days in words, or null when neither end is known. A month or a year is named as such. */
export function intervalWords(from: string | null, to: string | null, precision: DatePrecision | null): string | null {
  const known = from ?? to;
  if (known === null) return null;
  const [year, month] = known.split("-");
  if (precision === "year" && from?.slice(0, 4) === to?.slice(0, 4)) return year ?? null;
  if (precision === "month" && from?.slice(0, 7) === to?.slice(0, 7)) return `${monthNames[Number(month) - 1] ?? ""}${tie}${year}`.trim();
  if (from === to) return dayWords(known);
  if (from === null) return `until ${dayWords(known)}`;
  if (to === null) return `since ${dayWords(known)}`;
  const [first, last] = [dayWords(from), dayWords(to)];
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8, 10))}–${last}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${first.slice(0, -5)} – ${last}` : `${first} – ${last}`;
}

/** "1 article", "3 articles". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")}${tie}${number === 1 ? one : many}`;
}

/** "once", "3 times". */
export function times(number: number): string {
  return number === 1 ? "once" : count(number, "time");
}

/** The known parts joined by a middle dot. */
export function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(" · ");
}

/** Who printed a sentence, and when: "Daily Echo · 5 March 2025". */
export function printedIn({ outlet, title, publishedAt }: Pick<AnswerEvidence, "outlet" | "title" | "publishedAt">): string {
  return joined(outlet ?? title, publishedAt && dayWords(publishedAt));
}

export const relationWords: Readonly<Record<Relation, { label: string; meaning: string }>> = {
  met: { label: "Meetings", meaning: "between two who met, or were to meet" },
  role: { label: "Roles", meaning: "between a person and the body they serve" },
  statement: { label: "Spoke about", meaning: "between who spoke and who was spoken of" },
  at: { label: "Where it was", meaning: "between who met and the place" },
};

/** "Ada – Ben, Oslo": what a meeting is called. */
export function meetingTitle(meeting: Meeting): string {
  const [who, where] = [whoMet(meeting), whereMet(meeting)];
  return where === "" ? who : `${who}, ${where}`;
}

/** When a meeting was, in words; null when nobody says. */
export function meetingDay({ from, to, precision }: Pick<Meeting, "from" | "to" | "precision">): string | null {
  return intervalWords(from, to, precision);
}
