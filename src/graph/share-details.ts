/**
 * News tells one event by the bodies and by the people: "The foreign ministers of Peru and Chile met in Lima on Tuesday. Peru's Ana Soto
 * received her colleague Leo Ibarra at a guest house." The sentence without day or place has those of the other, where the people of
 * one act for the bodies of the other.
 */
import type { AnnotatedDate } from "../domain/annotation.ts";
import { foldName } from "./fold-name.ts";
import type { LinkedEntities, LinkedEntity } from "./link-entities.ts";
import type { MeetingReport, ReportedParty } from "./meeting-report.ts";

/** What is told of a meeting in one sentence, whether or not it will be in the graph. */
export type ToldMeeting = Pick<MeetingReport, "meeting" | "parties" | "place" | "date" | "count">;

/** Whom a person acts for: the linked bodies of the roles, and the words of the roles and of the bodies. */
export interface Standing {
  readonly bodies: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** Sentences further apart than this, in UTF-16 units, are not read as one account. */
const nearby = 600;
/** So many meetings before and behind are looked at, however densely they are told. */
const reach = 20;
/** Shorter words are no sign that two descriptions are about one body. */
const tellingWord = 5;

/** The standing of every person that has a role, by id; what somebody was formerly does not count. */
export function collectStandings({ entities, find }: Pick<LinkedEntities, "entities" | "find">): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const person of entities) {
    if (person.type !== "PERSON") continue;
    const bodies = new Set<string>();
    const words = new Set<string>();
    for (const { articleIndex, roles } of person.references) {
      for (const { title, of, former } of roles) {
        if (former) continue;
        const body = of === null ? null : find(articleIndex, of);
        if (body) bodies.add(body.id);
        for (const word of tellingWords(`${title} ${body?.name ?? ""}`)) words.add(word);
      }
    }
    if (words.size > 0) standings.set(person.id, { bodies, words });
  }
  return standings;
}

/** The meetings of one article, with what a neighbour tells of the same event filled in. */
export function shareDetails<Told extends ToldMeeting>(told: readonly Told[], standings: ReadonlyMap<string, Standing>): Told[] {
  return told.map((one, index) => {
    // "They have met several times this year" is no single event.
    const isSettled = one.date === null ? false : one.place !== null || one.date.precision !== "day";
    if (isSettled) return one;
    const around = told.slice(Math.max(0, index - reach), index + reach + 1);
    const neighbours = around.filter((other) => other !== one && isSameAccount(one, other, standings));
    const date = one.date ?? firstOf(neighbours, ({ date: known }) => (known?.precision === "vague" ? null : known));
    const place = one.place ?? firstOf(neighbours, (other): LinkedEntity | null => other.place);
    return date === one.date && place === one.place ? one : { ...one, date, place };
  });
}

function firstOf<Told, Value>(told: readonly Told[], read: (one: Told) => Value | null): Value | null {
  for (const one of told) {
    const value = read(one);
    if (value !== null) return value;
  }
  return null;
}

function isSameAccount(one: ToldMeeting, other: ToldMeeting, standings: ReadonlyMap<string, Standing>): boolean {
  const gap =
    Math.max(one.meeting.evidence.start, other.meeting.evidence.start) - Math.min(one.meeting.evidence.end, other.meeting.evidence.end);
  if (gap > nearby || one.parties.length !== other.parties.length || one.count !== null || other.count !== null) return false;
  if (hasTakenPlace(one) !== hasTakenPlace(other) || (!hasTakenPlace(one) && one.meeting.modality !== other.meeting.modality)) return false;
  if ((one.meeting.manner === "call") !== (other.meeting.manner === "call")) return false;
  if (one.place !== null && other.place !== null && one.place !== other.place) return false;
  if (one.date !== null && other.date !== null && !overlap(one.date, other.date)) return false;
  return actFor(one.parties, other.parties, standings) || actFor(other.parties, one.parties, standings);
}

function hasTakenPlace({ meeting }: ToldMeeting): boolean {
  return meeting.modality === "held" || meeting.modality === "ongoing";
}

function overlap(a: AnnotatedDate, b: AnnotatedDate): boolean {
  return (a.from ?? "") <= (b.to ?? "~") && (b.from ?? "") <= (a.to ?? "~");
}

/** True where two tellings have the same sides, or the people of one act for the bodies of the other. */
export function haveSameSides(one: ToldMeeting, other: ToldMeeting, standings: ReadonlyMap<string, Standing>): boolean {
  if (one.parties.length !== other.parties.length) return false;
  const areSame = one.parties.every(({ key }) => other.parties.some((party) => party.key === key));
  return areSame || actFor(one.parties, other.parties, standings) || actFor(other.parties, one.parties, standings);
}

/** True when each of `people` can act for one of `bodies`, at least one of them surely does, and none is known to act for another. */
function actFor(people: readonly ReportedParty[], bodies: readonly ReportedParty[], standings: ReadonlyMap<string, Standing>): boolean {
  const left = [...bodies];
  const undecided: ReportedParty[] = [];
  let isSure = false;
  for (const person of people) {
    const known = left.findIndex((body) => body.key === person.key || actsFor(person, body, standings));
    if (known < 0) {
      undecided.push(person);
      continue;
    }
    isSure ||= left[known]?.key !== person.key;
    left.splice(known, 1);
  }
  // Who is left on both sides belongs together unless one is known to act for somebody else, or both are people.
  const isOpen = undecided.every(({ entity }) => entity?.type === "PERSON" && (standings.get(entity.id)?.bodies.size ?? 0) === 0);
  return isSure && isOpen && left.every(({ entity }) => entity?.type !== "PERSON");
}

function actsFor({ entity }: ReportedParty, body: ReportedParty, standings: ReadonlyMap<string, Standing>): boolean {
  if (entity?.type !== "PERSON") return false;
  const standing = standings.get(entity.id);
  if (!standing) return false;
  if (body.entity !== null) return standing.bodies.has(body.entity.id);
  return tellingWords(body.text).some((word) => standing.words.has(word));
}

/** "Dockworkers' Federation" → dockworker, federation: compared without the ending of the plural. */
function tellingWords(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= tellingWord)
    .map((word) => word.replace(/s$/u, ""));
}
