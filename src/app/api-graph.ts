/** The graph as the viewer draws it: names and meetings as nodes, four kinds of line, articles by title only. Never their texts. */
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import type { DatePrecision, Manner, Modality } from "../domain/meeting.ts";
import type { EntityType } from "../domain/mention.ts";

interface Placed {
  readonly id: string;
  /** Stored position, in arbitrary units. */
  readonly x: number;
  readonly y: number;
}

export interface GraphEntity extends Placed {
  readonly type: EntityType;
  readonly name: string;
  readonly mentions: number;
  readonly articles: number;
}

export interface GraphMeeting extends Placed {
  readonly title: string;
  readonly modality: Modality;
  readonly modalities: readonly Modality[];
  readonly manner: Manner;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
  /** Participants that no entity stands for, as worded. */
  readonly unnamed: readonly string[];
  readonly articles: number;
  readonly independentSources: number;
}

export interface GraphArticle {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
}

export interface GraphAnswer {
  readonly entities: readonly GraphEntity[];
  readonly meetings: readonly GraphMeeting[];
  readonly participants: readonly { readonly entity: string; readonly meeting: string; readonly named: boolean }[];
  readonly places: readonly { readonly meeting: string; readonly place: string }[];
  readonly roles: readonly { readonly person: string; readonly of: string; readonly title: string; readonly former: boolean }[];
  /** Who spoke about whom: the quotes between two entities, collapsed into one line. */
  readonly statements: readonly { readonly speaker: string; readonly about: string; readonly quotes: readonly string[] }[];
  readonly articles: readonly GraphArticle[];
}

export const entityTypeOf = { Person: "PERSON", Organization: "ORGANIZATION", Place: "PLACE" } as const;

/** What the viewer needs of a graph, in the order of the graph. */
export function graphAnswer(graph: KnowledgeGraph): GraphAnswer {
  const entities: GraphEntity[] = [];
  const meetings: GraphMeeting[] = [];
  const articles: GraphArticle[] = [];
  graph.forEachNode((_, node) => {
    if (node.kind === "Person" || node.kind === "Organization" || node.kind === "Place") {
      const { id, name, mentions, x, y } = node;
      entities.push({ id, type: entityTypeOf[node.kind], name, mentions, articles: node.articles, x, y });
    } else if (node.kind === "Meeting") {
      const { id, title, modality, modalities, manner, from, to, precision, unnamed, independentSources, x, y } = node;
      const counts = { articles: node.articles, independentSources };
      meetings.push({ id, title, modality, modalities, manner, from, to, precision, unnamed, ...counts, x, y });
    } else if (node.kind === "Article") {
      articles.push({ id: node.id, title: node.title, outlet: outletOf(graph, node.id), publishedAt: node.publishedAt });
    }
  });

  const participants: GraphAnswer["participants"][number][] = [];
  const places: GraphAnswer["places"][number][] = [];
  const roles: GraphAnswer["roles"][number][] = [];
  graph.forEachEdge((_, relationship, from, to) => {
    if (relationship.kind === "TOOK_PART_IN") participants.push({ entity: from, meeting: to, named: relationship.named });
    else if (relationship.kind === "HELD_AT") places.push({ meeting: from, place: to });
    else if (relationship.kind === "HAS_ROLE") roles.push({ person: from, of: to, title: relationship.title, former: relationship.former });
  });
  return { entities, meetings, participants, places, roles, statements: statementsOf(graph), articles };
}

/** The name of the outlet that published an article, or null where the graph knows none. */
export function outletOf(graph: KnowledgeGraph, article: string): string | null {
  const edge = graph.findOutEdge(article, (_, relationship) => relationship.kind === "PUBLISHED_BY");
  const outlet = edge === undefined ? null : graph.getNodeAttributes(graph.target(edge));
  return outlet?.kind === "Outlet" ? outlet.name : null;
}

/** Who spoke about whom, the quotes of each two together. */
export function statementsOf(graph: KnowledgeGraph): GraphAnswer["statements"] {
  const quotesByPair = new Map<string, { speaker: string; about: string; quotes: string[] }>();
  graph.forEachEdge((_, relationship, speaker, quote) => {
    if (relationship.kind !== "SAID") return;
    graph.forEachOutEdge(quote, (_edge, about, _quote, target) => {
      if (about.kind !== "ABOUT" || target === speaker) return;
      const key = JSON.stringify([speaker, target]);
      const pair = quotesByPair.get(key) ?? { speaker, about: target, quotes: [] };
      pair.quotes.push(quote);
      quotesByPair.set(key, pair);
    });
  });
  return [...quotesByPair.values()];
}
