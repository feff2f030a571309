/**
 * The graph as the page draws it: names, meetings, roles and statements as columns, best supported first, in pages. The first page is
 * small, so that there is something to see at once; the others follow while the reader looks.
 */
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import type { DatePrecision, Manner, Modality } from "../domain/meeting.ts";
import type { EntityType } from "../domain/mention.ts";
import { findCommunities } from "../graph/find-communities.ts";
import { compareText } from "../graph/fold-name.ts";
import { type Gazetteer, locate } from "../graph/gazetteer.ts";
import { entityTypeOf, outletOf, statementsOf } from "./api-graph.ts";

/** Names, a column each. Other columns point at them by index, counted over all pages. */
export interface EntityColumns {
  readonly id: readonly string[];
  readonly type: readonly EntityType[];
  readonly name: readonly string[];
  readonly aliases: readonly (readonly string[])[];
  readonly mentions: readonly number[];
  readonly articles: readonly number[];
  /** Stored position, in arbitrary units. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Number of the group it belongs to, 0 for the largest; -1 for none. */
  readonly community: readonly number[];
  /** Degrees, where the gazetteer knows the place. */
  readonly latitude: readonly (number | null)[];
  readonly longitude: readonly (number | null)[];
}

export interface MeetingColumns {
  readonly id: readonly string[];
  readonly modality: readonly Modality[];
  readonly modalities: readonly (readonly Modality[])[];
  readonly manner: readonly Manner[];
  readonly from: readonly (string | null)[];
  readonly to: readonly (string | null)[];
  readonly precision: readonly (DatePrecision | null)[];
  readonly sources: readonly number[];
  readonly articles: readonly number[];
  readonly confidence: readonly number[];
  /** Indexes of names. */
  readonly participants: readonly (readonly number[])[];
  /** Participants that no name stands for, as worded. */
  readonly unnamed: readonly (readonly string[])[];
  readonly places: readonly (readonly number[])[];
  /** Indexes into `totals.outlets`. */
  readonly outlets: readonly (readonly number[])[];
}

export interface RoleColumns {
  readonly person: readonly number[];
  readonly of: readonly number[];
  readonly title: readonly string[];
  readonly former: readonly boolean[];
}

/** Who spoke about whom, with the ids of the quotes. */
export interface StatementColumns {
  readonly speaker: readonly number[];
  readonly about: readonly number[];
  readonly quotes: readonly (readonly string[])[];
}

export interface NetworkTotals {
  readonly entities: number;
  readonly meetings: number;
  readonly roles: number;
  readonly statements: number;
  readonly articles: number;
  readonly outlets: readonly string[];
  /** First and last day on which an article was published. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Whether the server takes corrections. */
  readonly mayEdit: boolean;
}

export interface NetworkPage {
  readonly totals: NetworkTotals;
  /** What `from` to ask for next; null on the last page. */
  readonly next: number | null;
  readonly entities: EntityColumns;
  readonly meetings: MeetingColumns;
  readonly roles: RoleColumns;
  readonly statements: StatementColumns;
}

/** All pages in one, and for each name the first row of meetings, roles or statements that needs it. */
export interface NetworkColumns extends NetworkPage {
  readonly neededAt: readonly number[];
}

/** Rows of each kind on the first page, and on the others. */
export const firstPageRows = 2500;
export const pageRows = 40_000;

/** The whole graph as columns, in the order of the pages. */
export function networkColumns(graph: KnowledgeGraph, gazetteer: Gazetteer): NetworkColumns {
  const found = readRows(graph);
  const ids = orderEntities(graph, found);
  const indexOf = new Map(ids.map(({ id }, index) => [id, index]));
  const index = (id: string): number => indexOf.get(id) ?? -1;
  const communities = findCommunities(graph);
  const entities = ids.map(({ id }) => entityRow(graph, id, gazetteer, communities));
  const { meetings, roles, statements, outlets, days } = found;
  const outletIndex = new Map(outlets.map((name, position) => [name, position]));
  return {
    totals: {
      entities: entities.length,
      meetings: meetings.length,
      roles: roles.length,
      statements: statements.length,
      articles: graph.filterNodes((_, node) => node.kind === "Article" && node.manual === null).length,
      outlets,
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
      mayEdit: false,
    },
    next: null,
    neededAt: ids.map(({ neededAt }) => neededAt),
    entities: {
      id: entities.map(({ id }) => id),
      type: entities.map(({ type }) => type),
      name: entities.map(({ name }) => name),
      aliases: entities.map(({ aliases }) => aliases),
      mentions: entities.map(({ mentions }) => mentions),
      articles: entities.map(({ articles }) => articles),
      x: entities.map(({ x }) => x),
      y: entities.map(({ y }) => y),
      community: entities.map(({ community }) => community),
      latitude: entities.map(({ latitude }) => latitude),
      longitude: entities.map(({ longitude }) => longitude),
    },
    meetings: {
      id: meetings.map(({ node }) => node.id),
      modality: meetings.map(({ node }) => node.modality),
      modalities: meetings.map(({ node }) => node.modalities),
      manner: meetings.map(({ node }) => node.manner),
      from: meetings.map(({ node }) => node.from),
      to: meetings.map(({ node }) => node.to),
      precision: meetings.map(({ node }) => node.precision),
      sources: meetings.map(({ node }) => node.independentSources),
      articles: meetings.map(({ node }) => node.articles),
      confidence: meetings.map(({ node }) => node.confidence),
      participants: meetings.map(({ participants }) => participants.map(index)),
      unnamed: meetings.map(({ node }) => node.unnamed),
      places: meetings.map(({ places }) => places.map(index)),
      outlets: meetings.map((meeting) => meeting.outlets.map((name) => outletIndex.get(name) ?? -1)),
    },
    roles: {
      person: roles.map(({ person }) => index(person)),
      of: roles.map(({ of }) => index(of)),
      title: roles.map(({ title }) => title),
      former: roles.map(({ former }) => former),
    },
    statements: {
      speaker: statements.map(({ speaker }) => index(speaker)),
      about: statements.map(({ about }) => index(about)),
      quotes: statements.map(({ quotes }) => quotes),
    },
  };
}

/** The page that starts at this row: rows `from` up to the next page's, with the names that no earlier page brought. */
export function networkPage(columns: NetworkColumns, from: number): NetworkPage {
  const to = from + (from === 0 ? firstPageRows : pageRows);
  const longest = Math.max(columns.meetings.id.length, columns.roles.person.length, columns.statements.speaker.length);
  const next = to < longest ? to : null;
  const first = from === 0 ? 0 : lowerBound(columns.neededAt, from);
  const last = next === null ? columns.neededAt.length : lowerBound(columns.neededAt, to);
  return {
    totals: columns.totals,
    next,
    entities: sliceColumns(columns.entities, first, last),
    meetings: sliceColumns(columns.meetings, from, to),
    roles: sliceColumns(columns.roles, from, to),
    statements: sliceColumns(columns.statements, from, to),
  };
}

/** The same rows of every column. */
function sliceColumns<Columns extends { readonly [Name in keyof Columns]: readonly unknown[] }>(
  columns: Columns,
  from: number,
  to: number,
): Columns {
  const sliced = Object.entries<readonly unknown[]>(columns).map(([name, column]) => [name, column.slice(from, to)]);
  return Object.fromEntries(sliced) as Columns;
}

/** The first index whose value is at least `value`, in an ascending list. */
function lowerBound(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

type MeetingNode = Extract<Parameters<Parameters<KnowledgeGraph["forEachNode"]>[0]>[1], { kind: "Meeting" }>;

interface Rows {
  readonly meetings: readonly {
    readonly node: MeetingNode;
    readonly participants: readonly string[];
    readonly places: readonly string[];
    readonly outlets: readonly string[];
  }[];
  readonly roles: readonly { readonly person: string; readonly of: string; readonly title: string; readonly former: boolean }[];
  readonly statements: readonly { readonly speaker: string; readonly about: string; readonly quotes: readonly string[] }[];
  readonly outlets: readonly string[];
  /** Days of publication, ascending. */
  readonly days: readonly string[];
}

function readRows(graph: KnowledgeGraph): Rows {
  const meetings: Rows["meetings"][number][] = [];
  const roles: Rows["roles"][number][] = [];
  const outlets = new Set<string>();
  const days: string[] = [];
  graph.forEachNode((id, node) => {
    if (node.kind === "Meeting") meetings.push({ node, ...surroundings(graph, id) });
    else if (node.kind === "Outlet") outlets.add(node.name);
    else if (node.kind === "Article" && node.publishedAt !== null) days.push(node.publishedAt);
  });
  graph.forEachEdge((_, relationship, person, of) => {
    if (relationship.kind === "HAS_ROLE") roles.push({ person, of, title: relationship.title, former: relationship.former });
  });
  meetings.sort(
    (a, b) =>
      b.node.independentSources - a.node.independentSources || b.node.articles - a.node.articles || compareText(a.node.id, b.node.id),
  );
  const mentions = (id: string): number => {
    const node = graph.getNodeAttributes(id);
    return node.kind === "Person" || node.kind === "Organization" || node.kind === "Place" ? node.articles : 0;
  };
  roles.sort((a, b) => mentions(b.person) - mentions(a.person) || compareText(a.person, b.person) || compareText(a.of, b.of));
  const statements = statementsOf(graph).toSorted(
    (a, b) => b.quotes.length - a.quotes.length || compareText(a.speaker, b.speaker) || compareText(a.about, b.about),
  );
  return { meetings, roles, statements, outlets: [...outlets].sort(compareText), days: days.sort(compareText) };
}

/** Who took part, where it was, and which outlets report it. */
function surroundings(graph: KnowledgeGraph, meeting: string): Omit<Rows["meetings"][number], "node"> {
  const participants: string[] = [];
  const places: string[] = [];
  const outlets = new Set<string>();
  graph.forEachEdge(meeting, (_, { kind }, source, target) => {
    if (kind === "TOOK_PART_IN") participants.push(source);
    else if (kind === "HELD_AT") places.push(target);
    else if (kind === "REPORTS") {
      const claim = graph.getNodeAttributes(source);
      const outlet = claim.kind === "Claim" && graph.hasNode(claim.article) ? outletOf(graph, claim.article) : null;
      if (outlet !== null) outlets.add(outlet);
    }
  });
  return {
    participants: participants.sort((a, b) => compareParties(graph, a, b)),
    places: places.sort(compareText),
    outlets: [...outlets].sort(compareText),
  };
}

const partyOrder = ["Person", "Organization", "Place"];

/** People, then bodies, then places, each by name: the order in which a meeting's title names them. */
function compareParties(graph: KnowledgeGraph, a: string, b: string): number {
  const [first, second] = [graph.getNodeAttributes(a), graph.getNodeAttributes(b)];
  const nameOf = (node: typeof first): string => ("name" in node ? node.name : "");
  return (
    partyOrder.indexOf(first.kind) - partyOrder.indexOf(second.kind) || compareText(nameOf(first), nameOf(second)) || compareText(a, b)
  );
}

/** Names in the order in which the pages need them; who is needed by no row comes last, most reported first. */
function orderEntities(graph: KnowledgeGraph, rows: Rows): readonly { readonly id: string; readonly neededAt: number }[] {
  const neededAt = new Map<string, number>();
  const need = (id: string, row: number): void => {
    const known = neededAt.get(id);
    if (known === undefined || row < known) neededAt.set(id, row);
  };
  rows.meetings.forEach(({ participants, places }, row) => {
    for (const id of participants) need(id, row);
    for (const id of places) need(id, row);
  });
  rows.roles.forEach(({ person, of }, row) => {
    need(person, row);
    need(of, row);
  });
  rows.statements.forEach(({ speaker, about }, row) => {
    need(speaker, row);
    need(about, row);
  });
  const ordered: { id: string; neededAt: number; articles: number }[] = [];
  graph.forEachNode((id, node) => {
    if (node.kind !== "Person" && node.kind !== "Organization" && node.kind !== "Place") return;
    ordered.push({ id, neededAt: neededAt.get(id) ?? Number.MAX_SAFE_INTEGER, articles: node.articles });
  });
  return ordered.sort((a, b) => a.neededAt - b.neededAt || b.articles - a.articles || compareText(a.id, b.id));
}

function entityRow(graph: KnowledgeGraph, id: string, gazetteer: Gazetteer, communities: ReadonlyMap<string, number>) {
  const node = graph.getNodeAttributes(id);
  if (node.kind !== "Person" && node.kind !== "Organization" && node.kind !== "Place") throw new Error(`${id} is no name`);
  const { name, aliases, mentions, articles, x, y } = node;
  const found = node.kind === "Person" ? null : locate(gazetteer, [name, ...aliases]);
  const where = { latitude: found?.latitude ?? null, longitude: found?.longitude ?? null };
  return { id, type: entityTypeOf[node.kind], name, aliases, mentions, articles, x, y, community: communities.get(id) ?? -1, ...where };
}
