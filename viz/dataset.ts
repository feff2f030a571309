/**
 * All that the page knows of the graph: names, meetings, and the pairs of names that something ties together. It grows page by page;
 * what is drawn of it is decided in picture.ts.
 */
import type { NetworkPage, NetworkTotals } from "../src/app/api-network.ts";
import type { DatePrecision, Manner, Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";

export interface Entity {
  readonly index: number;
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly articles: number;
  /** Stored position, in arbitrary units. */
  readonly x: number;
  readonly y: number;
  /** Number of its group, 0 for the largest; -1 for none. */
  readonly community: number;
  /** Degrees; null where the gazetteer does not know it. */
  readonly where: { readonly latitude: number; readonly longitude: number } | null;
}

export interface Meeting {
  readonly index: number;
  readonly id: string;
  readonly modality: Modality;
  readonly modalities: readonly Modality[];
  readonly manner: Manner;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
  readonly sources: number;
  readonly articles: number;
  readonly confidence: number;
  readonly participants: readonly Entity[];
  /** Participants that no name stands for, as worded. */
  readonly unnamed: readonly string[];
  readonly places: readonly Entity[];
  /** Indexes into the outlets of the totals. */
  readonly outlets: readonly number[];
}

/** What ties two names together. */
export type Tie =
  | { readonly kind: "met"; readonly meeting: Meeting }
  | { readonly kind: "at"; readonly meeting: Meeting }
  | { readonly kind: "role"; readonly person: Entity; readonly title: string; readonly former: boolean }
  | { readonly kind: "statement"; readonly speaker: Entity; readonly quotes: readonly string[] };

export type Relation = Tie["kind"];

/** Two names with everything between them: one line of the drawing. `a` came before `b`. */
export interface Pair {
  readonly index: number;
  readonly a: Entity;
  readonly b: Entity;
  readonly ties: Tie[];
}

export interface Dataset {
  readonly totals: NetworkTotals;
  readonly entities: Entity[];
  readonly meetings: Meeting[];
  readonly pairs: Pair[];
  readonly entityById: Map<string, Entity>;
  readonly meetingById: Map<string, Meeting>;
  /** Whether the last page has arrived. */
  isComplete: boolean;
  readonly pairByEnds: Map<number, Pair>;
}

/** From more participants than this on, a meeting ties only neighbours in its list: everybody at a summit did not meet everybody. */
const crowd = 40;

/** A dataset that holds the first page. */
export function datasetOf(page: NetworkPage): Dataset {
  const dataset: Dataset = {
    totals: page.totals,
    entities: [],
    meetings: [],
    pairs: [],
    entityById: new Map(),
    meetingById: new Map(),
    isComplete: false,
    pairByEnds: new Map(),
  };
  addPage(dataset, page);
  return dataset;
}

/** Adds the next page. */
export function addPage(dataset: Dataset, page: NetworkPage): void {
  addEntities(dataset, page.entities);
  addMeetings(dataset, page.meetings);
  const at = (index: number | undefined): Entity | undefined => dataset.entities[index ?? -1];
  page.roles.person.forEach((index, row) => {
    const [person, body] = [at(index), at(page.roles.of[row])];
    if (!person || !body) return;
    tie(dataset, person, body, { kind: "role", person, title: page.roles.title[row] ?? "", former: page.roles.former[row] ?? false });
  });
  page.statements.speaker.forEach((index, row) => {
    const [speaker, about] = [at(index), at(page.statements.about[row])];
    if (speaker && about) tie(dataset, speaker, about, { kind: "statement", speaker, quotes: page.statements.quotes[row] ?? [] });
  });
  dataset.isComplete = page.next === null;
}

function addEntities(dataset: Dataset, columns: NetworkPage["entities"]): void {
  columns.id.forEach((id, row) => {
    const [latitude, longitude] = [columns.latitude[row] ?? null, columns.longitude[row] ?? null];
    const entity: Entity = {
      index: dataset.entities.length,
      id,
      type: columns.type[row] ?? "PERSON",
      name: columns.name[row] ?? id,
      aliases: columns.aliases[row] ?? [],
      mentions: columns.mentions[row] ?? 0,
      articles: columns.articles[row] ?? 0,
      x: columns.x[row] ?? 0,
      y: columns.y[row] ?? 0,
      community: columns.community[row] ?? -1,
      where: latitude === null || longitude === null ? null : { latitude, longitude },
    };
    dataset.entities.push(entity);
    dataset.entityById.set(id, entity);
  });
}

function addMeetings(dataset: Dataset, columns: NetworkPage["meetings"]): void {
  const entitiesAt = (indexes: readonly number[] | undefined): Entity[] =>
    (indexes ?? []).flatMap((index) => dataset.entities[index] ?? []);
  columns.id.forEach((id, row) => {
    const meeting: Meeting = {
      index: dataset.meetings.length,
      id,
      modality: columns.modality[row] ?? "hypothetical",
      modalities: columns.modalities[row] ?? [],
      manner: columns.manner[row] ?? "unknown",
      from: columns.from[row] ?? null,
      to: columns.to[row] ?? null,
      precision: columns.precision[row] ?? null,
      sources: columns.sources[row] ?? 0,
      articles: columns.articles[row] ?? 0,
      confidence: columns.confidence[row] ?? 0,
      participants: entitiesAt(columns.participants[row]),
      unnamed: columns.unnamed[row] ?? [],
      places: entitiesAt(columns.places[row]),
      outlets: columns.outlets[row] ?? [],
    };
    dataset.meetings.push(meeting);
    dataset.meetingById.set(id, meeting);
    const { participants, places } = meeting;
    participants.forEach((a, index) => {
      for (const b of participants.slice(index + 1, participants.length > crowd ? index + 2 : undefined)) {
        tie(dataset, a, b, { kind: "met", meeting });
      }
      for (const place of places) tie(dataset, a, place, { kind: "at", meeting });
    });
  });
}

function tie(dataset: Dataset, first: Entity, second: Entity, between: Tie): void {
  if (first === second) return;
  const [a, b] = first.index < second.index ? [first, second] : [second, first];
  const key = a.index * 0x4000000 + b.index;
  const known = dataset.pairByEnds.get(key);
  if (known) {
    known.ties.push(between);
    return;
  }
  const pair: Pair = { index: dataset.pairs.length, a, b, ties: [between] };
  dataset.pairs.push(pair);
  dataset.pairByEnds.set(key, pair);
}

/** The pair of two names, whichever comes first; null where nothing ties them. */
export function pairBetween(dataset: Dataset, a: string, b: string): Pair | null {
  const [first, second] = [dataset.entityById.get(a), dataset.entityById.get(b)];
  if (!first || !second) return null;
  const [low, high] = [Math.min(first.index, second.index), Math.max(first.index, second.index)];
  return dataset.pairByEnds.get(low * 0x4000000 + high) ?? null;
}

/** Who met, named and unnamed: "Ada – Ben – other envoys". */
export function whoMet({ participants, unnamed }: Meeting): string {
  return [...participants.map(({ name }) => name), ...unnamed].join(" – ");
}

/** Where it was: "Oslo, Norway"; empty when nobody says. */
export function whereMet({ places }: Meeting): string {
  return places.map(({ name }) => name).join(", ");
}
