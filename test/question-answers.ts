/**
 * The rows of questions, worked out from the graph itself by plain loops, to hold the engines to: where two engines share a mistake, or
 * one of them mixes rows up, comparing the two would not show it. The order of rows is part of an answer.
 */
import type { GraphNode, GraphRelationship, KnowledgeGraph, NodeLabel, RelationshipType } from "../src/domain/knowledge-graph.ts";

type Node<Kind extends NodeLabel> = Extract<GraphNode, { readonly kind: Kind }>;
type Entity = Node<"Person"> | Node<"Organization"> | Node<"Place">;
type Relationship<Type extends RelationshipType> = Extract<GraphRelationship, { readonly kind: Type }>;
type Cell = string | number | null | readonly string[];
type Row = Readonly<Record<string, Cell>>;
/** A row with what it is sorted by: texts upwards, numbers downwards unless they are negated, what is null last. */
type Sorted = readonly [order: readonly (string | number | null)[], row: Row];

export interface Given {
  readonly x: string;
  readonly y: string;
  readonly limit: number;
}

interface Edge<Type extends RelationshipType> {
  readonly from: string;
  readonly to: string;
  readonly told: Relationship<Type>;
}

/** What each question should answer; `x` is also what a question for one name is asked with. */
export const answers: Readonly<Record<string, (facts: Facts, given: Given) => readonly Row[]>> = {
  "who-met-whom": (facts, { limit }) => {
    const meetings = facts.all("Meeting").sort((a, b) => {
      return b.independentSources - a.independentSources || b.articles - a.articles || -compare(a.id, b.id);
    });
    const rows = meetings.slice(0, limit).flatMap((meeting) => {
      const sides = facts.startsOf("TOOK_PART_IN", meeting.id).map((id) => facts.entity(id));
      const pairs = sides.flatMap((a) => [
        ...sides
          .filter((b) => compare(a.name, b.name) < 0 || (a.name === b.name && compare(a.id, b.id) < 0))
          .map((b) => [a, b.name] as const),
        ...meeting.unnamed.map((words) => [a, words] as const),
      ]);
      const places = facts.endsOf("HELD_AT", meeting.id).map((id) => facts.entity(id).name);
      return pairs.flatMap(([a, whom]) =>
        orNull(places).map((place): Sorted => {
          const { title, modality, from, to, independentSources: sources, articles, id } = meeting;
          return [
            [-sources, -articles, title, from, to, id, a.name, whom, place],
            { who: a.name, whom, modality, place, from, to, sources, articles },
          ];
        }),
      );
    });
    return inOrder(rows, limit);
  },
  "who-did-x-meet": (facts, { x, limit }) => {
    const rows = facts.called(x).flatMap((asked) =>
      facts.endsOf("TOOK_PART_IN", asked.id).flatMap((id) => {
        const meeting = facts.node("Meeting", id);
        const others = facts.startsOf("TOOK_PART_IN", id).filter((other) => other !== asked.id);
        const places = facts.endsOf("HELD_AT", id).map((place) => facts.entity(place).name);
        return [...others.map((other) => facts.entity(other).name), ...meeting.unnamed].flatMap((met) =>
          orNull(places).map((place): Sorted => {
            const { modality, from, to, independentSources: sources, articles } = meeting;
            return [
              [-sources, -articles, asked.name, met, from, to, id, place],
              { name: asked.name, met, modality, place, from, to, sources, articles },
            ];
          }),
        );
      }),
    );
    return inOrder(rows, limit);
  },
  "co-mentions": (facts, { x, limit }) => {
    const counts = new Counter();
    for (const article of facts.articlesNaming(x)) for (const id of facts.endsOf("MENTIONS", article)) counts.add(id);
    const rows = counts.entries().flatMap(([id, articles]): Sorted[] => {
      const { name, keys } = facts.entity(id);
      return keys.includes(x.toLowerCase()) ? [] : [[[-articles, name, id], { name, articles }]];
    });
    return inOrder(rows, limit);
  },
  "co-mention-network": (facts, { x, limit }) => {
    const counts = new Counter();
    for (const article of facts.articlesNaming(x)) {
      const named = facts.endsOf("MENTIONS", article);
      for (const a of named) for (const b of named) if (compare(a, b) < 0) counts.add(`${a}\t${b}`);
    }
    const rows = counts.entries().map(([pair, articles]): Sorted => {
      const [a = "", b = ""] = pair.split("\t");
      const [one, other] = [facts.entity(a).name, facts.entity(b).name];
      return [[-articles, one, other, a, b], { one, other, articles }];
    });
    return inOrder(rows, limit);
  },
  "first-to-report": (facts, { limit }) => {
    const counts = new Counter();
    for (const { id, articles } of facts.all("Meeting")) {
      if (articles < 2) continue;
      const reporting = facts.startsOf("REPORTS", id).flatMap((claim) => facts.startsOf("MAKES", claim));
      const dated = reporting.map((article) => facts.node("Article", article)).filter(({ publishedAt }) => publishedAt !== null);
      const [first] = dated.map(({ publishedAt }) => publishedAt ?? "").sort(compare);
      const outlets = dated
        .filter(({ publishedAt }) => publishedAt === first)
        .flatMap((article) => facts.endsOf("PUBLISHED_BY", article.id));
      for (const outlet of new Set(outlets)) counts.add(outlet);
    }
    const rows = counts.entries().map(([id, meetings]): Sorted => {
      const { name } = facts.node("Outlet", id);
      return [[-meetings, name, id], { outlet: name, meetings }];
    });
    return inOrder(rows, limit);
  },
  "most-connected": (facts, { limit }) => {
    const counts = new Counter();
    for (const { from, to } of facts.edges("MET")) for (const id of [from, to]) counts.add(id);
    const rows = counts.entries().map(([id, others]): Sorted => {
      const { name, mentions } = facts.entity(id);
      return [[-others, -mentions, name, id], { name, others, mentions }];
    });
    return inOrder(rows, limit);
  },
  "who-said-most": (facts, { limit }) => {
    const said = new Map<string, string[]>();
    for (const { from, to } of facts.edges("SAID")) said.set(from, [...(said.get(from) ?? []), to]);
    const rows = [...said].map(([id, quotes]): Sorted => {
      const { name } = facts.entity(id);
      const articles = new Set(quotes.map((quote) => facts.node("Quote", quote).article)).size;
      return [[-quotes.length, name, id], { speaker: name, quotes: quotes.length, articles }];
    });
    return inOrder(rows, limit);
  },
  "path-of-meetings": (facts, given) => facts.paths(given, ["MET"], false),
  "how-are-x-and-y-connected": (facts, given) => facts.paths(given, ["MET", "HAS_ROLE"], true),
  "go-betweens": (facts, { x, y, limit }) => {
    const rows = facts.called(x).flatMap((a) =>
      facts.met(a.id).flatMap(([between, first]) =>
        facts.met(between).flatMap(([end, second]): Sorted[] => {
          const [b, c] = [facts.entity(between), facts.entity(end)];
          if (end === a.id || !c.keys.includes(y.toLowerCase())) return [];
          const [sourcesWithX, sourcesWithY] = [first.sources, second.sources];
          return [
            [
              [-sourcesWithX - sourcesWithY, b.name, between, a.name, c.name, a.id, end],
              { x: a.name, between: b.name, y: c.name, sourcesWithX, sourcesWithY },
            ],
          ];
        }),
      ),
    );
    return inOrder(rows, limit);
  },
  "before-and-after": (facts, { x, y, limit }) => {
    const [xs, ys] = [facts.called(x), facts.called(y)].map((some) => new Set(some.map(({ id }) => id)));
    if (!xs || !ys) return [];
    const asked = new Set([...xs, ...ys]);
    const dayOf = ({ from, to }: Node<"Meeting">) => from ?? to;
    const rows = facts.all("Meeting").flatMap((met) => {
      const metDay = dayOf(met);
      const sides = facts.startsOf("TOOK_PART_IN", met.id).filter((id) => asked.has(id));
      if (metDay === null || sides.length < 2 || !sides.some((id) => xs.has(id)) || !sides.some((id) => ys.has(id))) return [];
      const others = new Set(sides.flatMap((id) => facts.endsOf("TOOK_PART_IN", id)));
      return [...others].flatMap((id): Sorted[] => {
        const { title: meeting, modality, ...other } = facts.node("Meeting", id);
        const day = other.from ?? other.to;
        if (id === met.id || day === null) return [];
        const moment = day < metDay ? "before" : day > metDay ? "after" : "same day";
        return [[[met.title, met.id, day, meeting, id], { event: met.title, moment, meeting, modality, day }]];
      });
    });
    return inOrder(rows, limit);
  },
  "what-x-said-before-and-later": (facts, { x, limit }) => {
    const said = facts.called(x).flatMap((speaker) =>
      facts.endsOf("SAID", speaker.id).flatMap((quote) =>
        facts.startsOf("CONTAINS", quote).flatMap((article) => {
          const { publishedAt } = facts.node("Article", article);
          return facts.endsOf("ABOUT", quote).map((about) => ({ speaker, about, article, publishedAt, quote: facts.node("Quote", quote) }));
        }),
      ),
    );
    const rows = said.flatMap((one): Sorted[] => {
      const days = said.filter((other) => other.speaker === one.speaker && other.about === one.about).map(({ publishedAt }) => publishedAt);
      if (new Set(days.filter((day) => day !== null)).size < 2) return [];
      const { speaker, article, publishedAt: published, quote } = one;
      const about = facts.entity(one.about).name;
      const { text: words, start } = quote;
      return [
        [
          [about, one.about, published, article, start, quote.id, speaker.name],
          { speaker: speaker.name, about, published, words, article, start },
        ],
      ];
    });
    return inOrder(rows, limit);
  },
};

/** A graph, looked at by kind. */
export class Facts {
  readonly #graph: KnowledgeGraph;
  readonly #starts = new Map<string, string[]>();
  readonly #ends = new Map<string, string[]>();
  readonly #edges = new Map<RelationshipType, Edge<RelationshipType>[]>();
  readonly #met = new Map<string, (readonly [other: string, told: Relationship<"MET">])[]>();

  constructor(graph: KnowledgeGraph) {
    this.#graph = graph;
    graph.forEachEdge((_, told, from, to) => {
      push(this.#ends, `${told.kind} ${from}`, to);
      push(this.#starts, `${told.kind} ${to}`, from);
      push(this.#edges, told.kind, { from, to, told });
      if (told.kind !== "MET") return;
      push(this.#met, from, [to, told]);
      push(this.#met, to, [from, told]);
    });
  }

  all<Kind extends NodeLabel>(kind: Kind): Node<Kind>[] {
    return this.#graph.filterNodes((_, node) => node.kind === kind).map((id) => this.node(kind, id));
  }

  /** Throws Error for a node that is not of the kind. */
  node<Kind extends NodeLabel>(kind: Kind, id: string): Node<Kind> {
    const node = this.#graph.getNodeAttributes(id);
    if (node.kind !== kind) throw new Error(`${id} is no ${kind}`);
    return node as Node<Kind>;
  }

  /** Throws Error for a node that is neither a person nor an organisation nor a place. */
  entity(id: string): Entity {
    const node = this.#graph.getNodeAttributes(id);
    if (node.kind === "Person" || node.kind === "Organization" || node.kind === "Place") return node;
    throw new Error(`${id} has no name`);
  }

  called(name: string): Entity[] {
    const entities = [...this.all("Person"), ...this.all("Organization"), ...this.all("Place")];
    return entities.filter(({ keys }) => keys.includes(name.toLowerCase()));
  }

  articlesNaming(name: string): ReadonlySet<string> {
    return new Set(this.called(name).flatMap(({ id }) => this.startsOf("MENTIONS", id)));
  }

  edges<Type extends RelationshipType>(type: Type): readonly Edge<Type>[] {
    return (this.#edges.get(type) ?? []) as unknown as readonly Edge<Type>[];
  }

  startsOf(type: RelationshipType, to: string): readonly string[] {
    return this.#starts.get(`${type} ${to}`) ?? [];
  }

  endsOf(type: RelationshipType, from: string): readonly string[] {
    return this.#ends.get(`${type} ${from}`) ?? [];
  }

  /** Everybody whom somebody met, with what is told of it. */
  met(id: string): readonly (readonly [other: string, told: Relationship<"MET">])[] {
    return this.#met.get(id) ?? [];
  }

  /** The shortest ways of at most six steps from everybody called x to everybody called y, by breadth-first search. */
  paths({ x, y, limit }: Given, types: readonly RelationshipType[], linked: boolean): readonly Row[] {
    const next = new Map<string, (readonly [other: string, type: string])[]>();
    for (const type of types) {
      for (const { from, to } of this.edges(type)) {
        push(next, from, [to, type] as const);
        push(next, to, [from, type] as const);
      }
    }
    const distinct = new Map<string, Sorted>();
    for (const a of this.called(x)) {
      for (const b of this.called(y)) {
        if (a.id === b.id) continue;
        for (const { ids, links } of shortestPaths(next, a.id, b.id)) {
          const names = ids.map((id) => this.entity(id).name);
          const row = linked ? { steps: links.length, names, links } : { steps: links.length, names };
          // The parts of an order's text are divided as the questions divide them.
          distinct.set(JSON.stringify(row), [[links.length, joined(names), joined(links)], row]);
        }
      }
    }
    return inOrder([...distinct.values()], limit);
  }
}

interface Path {
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

function shortestPaths(
  next: ReadonlyMap<string, readonly (readonly [other: string, type: string])[]>,
  from: string,
  to: string,
): readonly Path[] {
  let paths: readonly Path[] = [{ ids: [from], links: [] }];
  const seen = new Set([from]);
  for (let steps = 1; steps <= 6; steps += 1) {
    paths = paths.flatMap(({ ids, links }) => {
      const steps = next.get(ids.at(-1) ?? "") ?? [];
      return steps.filter(([other]) => !seen.has(other)).map(([other, type]) => ({ ids: [...ids, other], links: [...links, type] }));
    });
    const found = paths.filter(({ ids }) => ids.at(-1) === to);
    if (found.length > 0) return found;
    for (const { ids } of paths) seen.add(ids.at(-1) ?? "");
  }
  return [];
}

class Counter {
  readonly #counts = new Map<string, number>();

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  entries(): (readonly [string, number])[] {
    return [...this.#counts];
  }
}

function inOrder(rows: readonly Sorted[], limit: number): readonly Row[] {
  const sorted = [...rows].sort(([a], [b]) => {
    for (const [index, one] of a.entries()) {
      const order = compareCells(one, b[index] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
  return sorted.slice(0, limit).map(([, row]) => row);
}

function compareCells(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function orNull(names: readonly string[]): readonly (string | null)[] {
  return names.length === 0 ? [null] : names;
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => `${part}|`).join("");
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
