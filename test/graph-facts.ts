/** A graph looked at by plain loops, and rows sorted as questions sort them: what the engines are held to. */
import type { GraphNode, GraphRelationship, KnowledgeGraph, NodeLabel, RelationshipType } from "../src/domain/knowledge-graph.ts";

export type Node<Kind extends NodeLabel> = Extract<GraphNode, { readonly kind: Kind }>;
export type Entity = Node<"Person"> | Node<"Organization"> | Node<"Place">;
export type Relationship<Type extends RelationshipType> = Extract<GraphRelationship, { readonly kind: Type }>;
type Cell = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Cell>>;
/** A row with what it is sorted by: texts upwards, numbers downwards unless they are negated, what is null last. */
export type Sorted = readonly [order: readonly (string | number | boolean | null)[], row: Row];

export interface Given {
  readonly x: string;
  readonly y: string;
  readonly place: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

interface Edge<Type extends RelationshipType> {
  readonly from: string;
  readonly to: string;
  readonly told: Relationship<Type>;
}

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

  entities(): Entity[] {
    return [...this.all("Person"), ...this.all("Organization"), ...this.all("Place")];
  }

  called(name: string): Entity[] {
    return this.entities().filter(({ keys }) => keys.includes(name.toLowerCase()));
  }

  articlesNaming(name: string): ReadonlySet<string> {
    return new Set(this.called(name).flatMap(({ id }) => this.startsOf("MENTIONS", id)));
  }

  /** Of an article; null where it has none. */
  outletsOf(article: string): readonly (string | null)[] {
    return orNull(this.endsOf("PUBLISHED_BY", article).map((id) => this.node("Outlet", id).name));
  }

  /** Each claim that reports a meeting, with the article that makes it. */
  reports(
    meeting: string,
  ): readonly { readonly claim: Node<"Claim">; readonly article: Node<"Article">; readonly sentence: string | null }[] {
    return this.startsOf("REPORTS", meeting).flatMap((id) =>
      this.startsOf("MAKES", id).map((articleId) => {
        const [claim, article] = [this.node("Claim", id), this.node("Article", articleId)];
        return { claim, article, sentence: claim.manual === null ? claim.text : article.title };
      }),
    );
  }

  /** A quote wherever it stands. */
  quoted(id: string) {
    return this.startsOf("CONTAINS", id).flatMap((article) =>
      this.outletsOf(article).map((outlet) => ({
        quote: this.node("Quote", id),
        outlet,
        article,
        published: this.node("Article", article).publishedAt,
      })),
    );
  }

  roles() {
    return this.edges("HAS_ROLE").map(({ from, to, told }) => ({ ...told, holder: this.entity(from), body: this.entity(to) }));
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

export class Counter {
  readonly #counts = new Map<string, number>();

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  entries(): (readonly [string, number])[] {
    return [...this.#counts];
  }
}

export function inOrder(rows: readonly Sorted[], limit: number): readonly Row[] {
  const sorted = [...rows].sort(([a], [b]) => {
    for (const [index, one] of a.entries()) {
      const order = compareCells(one, b[index] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
  return sorted.slice(0, limit).map(([, row]) => row);
}

/** False before true. */
function compareCells(one: string | number | boolean | null, other: string | number | boolean | null): number {
  const [a, b] = [one, other].map((cell) => (typeof cell === "boolean" ? Number(cell) : cell));
  if (a === undefined || b === undefined) return 0;
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function orNull(names: readonly string[]): readonly (string | null)[] {
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
