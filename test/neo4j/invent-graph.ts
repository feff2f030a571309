/**
 * A knowledge graph of as many invented articles as a benchmark asks for, made directly rather than from annotations: about a
 * hundred nodes and relationships an article, with few names in the news every day and most of them once.
 */
import { MultiDirectedGraph } from "graphology";
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import type { Modality } from "../../src/domain/meeting.ts";
import { nodeSchema, relationshipKey } from "../../src/graph/graph-schema.ts";

const given = "Anna Boris Carla David Elena Felix Greta Hugo Irene Jonas Karim Laila Mario Nadia Omar Petra Quentin Rosa Samir Tania";
const families = "Abara Bellini Castel Drobny Eriksen Fontaine Grabow Haddad Ivanov Jansen Kowal Lindqvist Moreau Novak Okafor Petrov";
const titles = ["minister", "spokesman", "adviser", "envoy", "director", "chair"];
const modalities: readonly Modality[] = ["held", "held", "held", "ongoing", "planned", "cancelled", "denied"];
const mentionsPerArticle = 30;
const quotesPerArticle = 8;
const claimsPerArticle = 4;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A sequence of numbers in [0, 1), the same every time (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The graph of `count` articles; every tenth is a copy of an earlier one. The same count gives the same graph. */
export function inventGraph(count: number): KnowledgeGraph {
  return new GraphInventor(count).graph;
}

class GraphInventor {
  readonly graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  readonly #next = numbers(11);
  readonly #count: number;
  readonly #people: readonly Named[];
  readonly #bodies: readonly Named[];
  readonly #places: readonly Named[];
  readonly #mentions = new Map<string, { mentions: number; articles: number }>();

  constructor(count: number) {
    this.#count = count;
    const first = given.split(" ");
    const last = families.split(" ");
    this.#people = invented(Math.max(40, count * 2), "person", (index) => {
      const generation = Math.floor(index / (first.length * last.length));
      return `${first[index % first.length]} ${last[Math.floor(index / first.length) % last.length]}${generation === 0 ? "" : ` ${roman(generation)}`}`;
    });
    this.#bodies = invented(Math.max(20, count), "organization", (index) => `${last[index % last.length]} Institute ${index}`);
    this.#places = invented(Math.max(20, Math.ceil(count / 5)), "place", (index) => `Town ${index}`);
    for (let outlet = 0; outlet < 40; outlet += 1) {
      this.#add({ kind: "Outlet", id: `outlet:paper-${outlet}`, name: `Paper ${outlet}`, ...this.#position() });
    }
    this.#addEntities();
    for (let number = 0; number < count; number += 1) this.#addArticle(number);
    this.#countMentions();
  }

  #addEntities(): void {
    for (const [kind, entities] of [
      ["Person", this.#people],
      ["Organization", this.#bodies],
      ["Place", this.#places],
    ] as const) {
      for (const { id, name } of entities) {
        const surname = kind === "Person" ? [name.split(" ")[1] ?? name] : [];
        const keys = [name, ...surname].map((form) => form.toLowerCase());
        this.#add({ kind, id, name, aliases: surname, keys, mentions: 0, articles: 0, ...this.#position() });
      }
    }
    this.#people.forEach(({ id }, index) => {
      if (index % 3 === 0)
        this.#relate(id, this.#pick(this.#bodies).id, { kind: "HAS_ROLE", title: titles[index % 6] ?? "", former: false, manual: null });
    });
  }

  #addArticle(number: number): void {
    const id = `s${String(number).padStart(6, "0")}`;
    const publishedAt = this.#day();
    const sentence = (index: number): string => `Sentence ${index} of article ${number} tells “what” happened; nobody's name is in it. `;
    const text = Array.from({ length: 36 }, (_, index) => sentence(index)).join("");
    const mentioned = new Map<string, Named>();
    for (let index = 0; index < mentionsPerArticle; index += 1) {
      const named = this.#pick([this.#people, this.#people, this.#bodies, this.#places][index % 4] ?? this.#people);
      mentioned.set(named.id, named);
    }
    const mentions = [...mentioned.values()].map(({ id: entity, name }, index) => {
      return { start: index * 60, end: index * 60 + name.length, text: name, type: "PERSON", form: "name", entity, confidence: 0.9 };
    });
    const annotation = JSON.stringify({
      id,
      title: `Title ${number}`,
      publishedAt,
      mentions,
      entities: [...mentioned.values()],
      quotes: [],
    });
    const title = `Title ${number} of the day`;
    this.#add({
      kind: "Article",
      id,
      title,
      publishedAt,
      url: null,
      file: `${id}.txt`,
      text,
      annotation,
      path: `/news/${id}.txt`,
      ...this.#position(),
    });
    this.#relate(id, `outlet:paper-${Math.floor(this.#next() * 40)}`, { kind: "PUBLISHED_BY" });
    if (number % 10 === 9)
      this.#relate(id, `s${String(Math.floor(this.#next() * number)).padStart(6, "0")}`, { kind: "COPY_OF", similarity: 0.9 });
    for (const { entity, start, end, text: words } of mentions) {
      const times = 1 + Math.floor(this.#next() * 3);
      const repeat = <T>(value: T): T[] => Array.from({ length: times }, () => value);
      this.#relate(id, entity, { kind: "MENTIONS", count: times, starts: repeat(start), ends: repeat(end), texts: repeat(words) });
      const counted = this.#mentions.get(entity) ?? { mentions: 0, articles: 0 };
      this.#mentions.set(entity, { mentions: counted.mentions + times, articles: counted.articles + 1 });
    }
    const entities = [...mentioned.values()];
    const speakers = entities.filter((entity) => !entity.id.startsWith("place"));
    for (let index = 0; index < quotesPerArticle; index += 1) this.#addQuote(id, index, sentence(index), speakers, entities);
    for (let index = 0; index < claimsPerArticle; index += 1) this.#addClaim(id, publishedAt, sentence(index + 20), speakers);
  }

  #addQuote(article: string, index: number, text: string, speakers: readonly Named[], entities: readonly Named[]): void {
    const start = index * 70;
    const id = `quote:${article}:${start}-${start + text.length}`;
    const speaker = this.#pick(speakers);
    const told = { cue: "said", speakerText: speaker.name, speakerId: speaker.id, speakerName: speaker.name, confidence: 0.9 };
    this.#add({ kind: "Quote", id, article, start, end: start + text.length, text, quoteKind: "direct", ...told, ...this.#position() });
    this.#relate(article, id, { kind: "CONTAINS" });
    this.#relate(speaker.id, id, { kind: "SAID", confidence: 0.9, cue: "said" });
    this.#relate(id, this.#pick(entities).id, { kind: "ABOUT" });
  }

  #addClaim(article: string, day: string, text: string, parties: readonly Named[]): void {
    const [a, b, place] = [this.#pick(parties), this.#pick(parties), this.#pick(this.#places)];
    if (a.id === b.id) return;
    const modality = modalities[Math.floor(this.#next() * modalities.length)] ?? "held";
    const id = `meeting:${[a, b]
      .map((party) => party.id.replace(/^\w+:/u, ""))
      .sort()
      .join("-")}:${day}`;
    const when = { manner: "talks", from: day, to: day, precision: "day" } as const;
    const title = `${a.name} – ${b.name}`;
    if (!this.graph.hasNode(id)) {
      const counts = { articles: 1, independentSources: 1, sources: ["Echo"], confidence: 0.8 };
      this.#add({ kind: "Meeting", id, title, modality, modalities: [modality], ...when, unnamed: [], ...counts, ...this.#position() });
      this.#relate(a.id, id, { kind: "TOOK_PART_IN", named: true, text: a.name, role: null, manual: null });
      this.#relate(b.id, id, { kind: "TOOK_PART_IN", named: true, text: b.name, role: null, manual: null });
      this.#relate(id, place.id, { kind: "HELD_AT", manual: null });
    }
    const start = this.graph.order;
    const claim = `claim:${article}:${start}-${start + text.length}`;
    const told = { article, start, end: start + text.length, text, trigger: "met", modality, ...when, when: "on Monday", attribution: [] };
    this.#add({ kind: "Claim", id: claim, ...told, confidence: 0.8, ...this.#position() });
    this.#relate(article, claim, { kind: "MAKES" });
    this.#relate(claim, id, { kind: "REPORTS" });
    const [from = "", to = ""] = [a.id, b.id].sort();
    this.#relate(from, to, { kind: "MET", times: 1, first: day, last: day, modalities: [modality], sources: 1, manual: null });
  }

  #countMentions(): void {
    for (const [id, counts] of this.#mentions) this.graph.updateNodeAttributes(id, (node) => ({ ...node, ...counts }) as GraphNode);
  }

  /** Few are picked often, most seldom. */
  #pick(entities: readonly Named[]): Named {
    const picked = entities[Math.floor(entities.length * this.#next() ** 3)];
    if (!picked) throw new Error("nothing to pick from");
    return picked;
  }

  #day(): string {
    return new Date(Date.UTC(2024, 0, 1 + Math.floor(this.#next() * Math.min(600, this.#count)))).toISOString().slice(0, 10);
  }

  #position(): { x: number; y: number } {
    return { x: this.#next() * 1000, y: this.#next() * 1000 };
  }

  /** Nodes carry what loads and questions look at; the rest of their properties is empty. */
  #add(node: { readonly kind: GraphNode["kind"]; readonly id: string; readonly [property: string]: unknown }): void {
    const { properties } = nodeSchema(node.kind);
    const rest = Object.fromEntries(Object.entries(properties).map(([name, type]) => [name, type.endsWith("[]") ? [] : null]));
    this.graph.addNode(node.id, { ...rest, ...node } as unknown as GraphNode);
  }

  #relate(from: string, to: string, relationship: GraphRelationship): void {
    const key = relationshipKey(from, to, relationship);
    if (!this.graph.hasEdge(key)) this.graph.addDirectedEdgeWithKey(key, from, to, relationship);
  }
}

function invented(count: number, type: string, nameOf: (index: number) => string): readonly Named[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${type}:${nameOf(index).toLowerCase().replaceAll(" ", "-")}`,
    name: nameOf(index),
  }));
}

function roman(number: number): string {
  return [..."0123456789"].reduce((text, digit) => text.replaceAll(digit, "OIVXLCDMQZ"[Number(digit)] ?? ""), String(number));
}
