/** Counts for the legend: names by type and group, meetings by modality, place and outlet, lines by what they stand for. */
import type { Modality } from "../src/domain/meeting.ts";
import type { Dataset, Relation } from "./dataset.ts";

/** How many there are of everything that the legend lists. */
export interface Counts {
  readonly rows: number;
  readonly types: ReadonlyMap<string, number>;
  readonly modalities: ReadonlyMap<Modality, number>;
  readonly relations: ReadonlyMap<Relation, number>;
  readonly loners: number;
  readonly groups: readonly { readonly number: number; readonly name: string; readonly size: number }[];
  readonly places: readonly { readonly id: string; readonly name: string; readonly meetings: number }[];
  readonly outlets: readonly { readonly name: string; readonly meetings: number }[];
}

function countsOf(dataset: Dataset): Counts {
  const types = new Map<string, number>();
  const modalityCounts = new Map<Modality, number>();
  const relationCounts = new Map<Relation, number>();
  const groups = new Map<number, { name: string; size: number; articles: number }>();
  const places = new Map<string, { name: string; meetings: number }>();
  const outlets = new Map<number, number>();
  const tied = new Set<number>();
  for (const { a, b, ties } of dataset.pairs) {
    tied.add(a.index).add(b.index);
    for (const { kind } of ties) increase(relationCounts, kind);
  }
  for (const { type, community, name, articles } of dataset.entities) {
    increase(types, type);
    if (community < 0) continue;
    const known = groups.get(community) ?? { name, size: 0, articles: -1 };
    groups.set(community, {
      size: known.size + 1,
      ...(articles > known.articles ? { name, articles } : { name: known.name, articles: known.articles }),
    });
  }
  for (const meeting of dataset.meetings) {
    increase(modalityCounts, meeting.modality);
    for (const { id, name } of meeting.places) places.set(id, { name, meetings: (places.get(id)?.meetings ?? 0) + 1 });
    for (const outlet of meeting.outlets) increase(outlets, outlet);
  }
  return {
    rows: dataset.meetings.length + dataset.pairs.length,
    types,
    modalities: modalityCounts,
    relations: relationCounts,
    loners: dataset.entities.length - tied.size,
    groups: [...groups].map(([number, { name, size }]) => ({ number, name, size })).sort((a, b) => b.size - a.size || a.number - b.number),
    places: [...places].map(([id, place]) => ({ id, ...place })).sort((a, b) => b.meetings - a.meetings || (a.name < b.name ? -1 : 1)),
    outlets: [...outlets]
      .flatMap(([index, meetings]) => {
        const name = dataset.totals.outlets[index];
        return name === undefined ? [] : [{ name, meetings }];
      })
      .sort((a, b) => b.meetings - a.meetings || (a.name < b.name ? -1 : 1)),
  };
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const countsByDataset = new WeakMap<Dataset, Counts>();

/** The counts of a dataset; counted again after it has grown. */
export function countsFor(dataset: Dataset): Counts {
  const known = countsByDataset.get(dataset);
  if (known && known.rows === dataset.meetings.length + dataset.pairs.length) return known;
  const fresh = countsOf(dataset);
  countsByDataset.set(dataset, fresh);
  return fresh;
}
