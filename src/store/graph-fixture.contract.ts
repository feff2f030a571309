/** A small graph by hand, with everything the questions ask about: for tests of the stores. */
import { MultiDirectedGraph } from "graphology";
import type { ClaimNode, GraphNode, GraphRelationship, KnowledgeGraph, MeetingNode, QuoteNode } from "../domain/knowledge-graph.ts";
import type { Modality, ParticipantRole } from "../domain/meeting.ts";
import { relationshipKey } from "../graph/graph-schema.ts";

const articles = {
  "article:harbour": {
    title: "Envoy sits down with Hamas",
    publishedAt: "2025-03-05",
    outlet: "outlet:harbour-post",
    text: 'Adam Boehler met Hamas officials in Doha. "The talks were useful," Boehler said. Boehler spoke with Steve Witkoff by phone on 1 March.',
  },
  "article:delta": {
    title: "Washington and Hamas talk in Qatar",
    publishedAt: "2025-03-06",
    outlet: "outlet:delta-wire",
    text: "Envoy Adam Boehler held talks with Hamas in Doha, two sources said. Steve Witkoff had planned to meet Qatar's prime minister.",
  },
  "article:meridian": {
    title: "Hamas denies meeting",
    publishedAt: "2025-03-07",
    outlet: "outlet:meridian",
    text: "Hamas denied that its officials met Boehler in Doha. Witkoff called off his meeting in Qatar. “Any meeting helps,” Taher Al-Nono of Hamas said.",
  },
  "article:meridian-2": {
    title: "Hostages at the White House",
    publishedAt: "2025-03-06",
    outlet: "outlet:meridian",
    text: "Donald Trump met a group of freed hostages at the White House. Trump said that Hamas must release all captives.",
  },
  "article:copy": {
    title: null,
    publishedAt: null,
    outlet: null,
    text: "Envoy Adam Boehler held talks with Hamas in Doha, two sources said. Lydia Boehler was not there.",
  },
} as const;

export type FixtureArticle = keyof typeof articles;

const entities: readonly (readonly ["Person" | "Organization" | "Place", string, string, readonly string[]])[] = [
  ["Person", "person:adam-boehler", "Adam Boehler", ["Boehler"]],
  ["Person", "person:lydia-boehler", "Lydia Boehler", []],
  ["Person", "person:steve-witkoff", "Steve Witkoff", ["Witkoff"]],
  ["Person", "person:donald-trump", "Donald Trump", ["Trump"]],
  ["Person", "person:taher-al-nono", "Taher Al-Nono", []],
  ["Organization", "organization:hamas", "Hamas", []],
  ["Organization", "organization:white-house", "White House", []],
  ["Place", "place:doha", "Doha", []],
  ["Place", "place:qatar", "Qatar", ["State of Qatar"]],
];

/** Everything the articles say, or only what the given ones do: as a build of those articles would make it. */
export function fixtureGraph(only: readonly FixtureArticle[] = Object.keys(articles) as FixtureArticle[]): KnowledgeGraph {
  const builder = new FixtureBuilder(only);
  return builder.build();
}

/** The same graph with its nodes and relationships added in another order. */
export function reversed(graph: KnowledgeGraph): KnowledgeGraph {
  const copy: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  for (const id of graph.nodes().reverse()) copy.addNode(id, graph.getNodeAttributes(id));
  for (const key of graph.edges().reverse()) {
    copy.addDirectedEdgeWithKey(key, graph.source(key), graph.target(key), graph.getEdgeAttributes(key));
  }
  return copy;
}

/** Adds a relationship under the key that all relationships have. */
export function relate(graph: KnowledgeGraph, from: string, to: string, relationship: GraphRelationship): void {
  graph.addDirectedEdgeWithKey(relationshipKey(from, to, relationship), from, to, relationship);
}

interface FixtureClaim {
  readonly article: FixtureArticle;
  readonly sentence: string;
  readonly modality: Modality;
  readonly trigger: string;
  readonly by?: string;
}

class FixtureBuilder {
  readonly #graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  readonly #only: ReadonlySet<string>;
  #placed = 0;

  constructor(only: readonly FixtureArticle[]) {
    this.#only = new Set(only);
  }

  build(): KnowledgeGraph {
    this.#articles();
    this.#entities();
    this.#quotes();
    this.#meetings();
    return this.#graph;
  }

  #articles(): void {
    for (const [id, { title, publishedAt, outlet, text }] of Object.entries(articles)) {
      if (!this.#only.has(id)) continue;
      this.#node({
        kind: "Article",
        id,
        title,
        publishedAt,
        url: null,
        file: `news/${id.slice(8)}.txt`,
        text,
        annotation: JSON.stringify({ id, text }),
        path: `/somewhere/news/${id.slice(8)}.txt`,
        manual: null,
        ...this.#position(),
      });
      if (outlet === null) continue;
      const name = outlet
        .slice(7)
        .split("-")
        .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
        .join(" ");
      if (!this.#graph.hasNode(outlet)) this.#node({ kind: "Outlet", id: outlet, name, ...this.#position() });
      this.#relate(id, outlet, { kind: "PUBLISHED_BY" });
    }
    if (this.#only.has("article:delta")) this.#relate("article:copy", "article:delta", { kind: "COPY_OF", similarity: 0.75 });
  }

  #entities(): void {
    for (const [kind, id, name, aliases] of entities) {
      const forms = [name, ...aliases];
      const found = Object.entries(articles).flatMap(([article, { text }]) => {
        const starts = this.#only.has(article) ? startsOf(text, forms) : [];
        return starts.length === 0 ? [] : [{ article, starts }];
      });
      if (found.length === 0) continue;
      const surname = kind === "Person" ? [name.slice(name.lastIndexOf(" ") + 1)] : [];
      const keys = [...new Set([...forms, ...surname].map((form) => form.toLowerCase()))];
      const mentions = found.reduce((sum, { starts }) => sum + starts.length, 0);
      this.#node({ kind, id, name, aliases, keys, wikidata: null, mentions, articles: found.length, manual: null, ...this.#position() });
      for (const { article, starts } of found) {
        this.#relate(article, id, {
          kind: "MENTIONS",
          count: starts.length,
          starts: starts.map(({ start }) => start),
          ends: starts.map(({ start, form }) => start + form.length),
          texts: starts.map(({ form }) => form),
        });
      }
    }
    this.#relate("person:taher-al-nono", "organization:hamas", { kind: "HAS_ROLE", title: "adviser", former: false, manual: null });
    this.#relate("person:taher-al-nono", "organization:hamas", { kind: "HAS_ROLE", title: "spokesman", former: true, manual: null });
  }

  #quotes(): void {
    this.#quote("article:harbour", '"The talks were useful,"', {
      kind: "direct",
      cue: "said",
      speaker: "person:adam-boehler",
      words: "Boehler",
      about: [],
    });
    this.#quote("article:meridian", "“Any meeting helps,”", {
      kind: "direct",
      cue: "said",
      speaker: "person:taher-al-nono",
      words: "Taher Al-Nono",
      about: [],
      onBehalfOf: "organization:hamas",
    });
    this.#quote("article:meridian-2", "that Hamas must release all captives", {
      kind: "indirect",
      cue: "said",
      speaker: "person:donald-trump",
      words: "Trump",
      about: ["organization:hamas"],
    });
  }

  #meetings(): void {
    this.#meeting(
      {
        id: "meeting:boehler-hamas",
        title: "Adam Boehler – Hamas, Doha",
        modality: "held",
        from: null,
        to: "2025-03-05",
        precision: "vague",
      },
      [
        ["person:adam-boehler", "Adam Boehler", true],
        ["organization:hamas", "Hamas officials", false],
      ],
      "place:doha",
      [
        { article: "article:harbour", sentence: "Adam Boehler met Hamas officials in Doha.", modality: "held", trigger: "met" },
        {
          article: "article:delta",
          sentence: "Envoy Adam Boehler held talks with Hamas in Doha, two sources said.",
          modality: "held",
          trigger: "talks",
          by: "two sources",
        },
        {
          article: "article:copy",
          sentence: "Envoy Adam Boehler held talks with Hamas in Doha, two sources said.",
          modality: "held",
          trigger: "talks",
          by: "two sources",
        },
        {
          article: "article:meridian",
          sentence: "Hamas denied that its officials met Boehler in Doha.",
          modality: "denied",
          trigger: "met",
          by: "Hamas",
        },
      ],
    );
    this.#meeting(
      { id: "meeting:witkoff-qatar", title: "Steve Witkoff – Qatar", modality: "cancelled", from: null, to: null, precision: null },
      [
        ["person:steve-witkoff", "Steve Witkoff", true],
        ["place:qatar", "Qatar's prime minister", false],
      ],
      null,
      [
        {
          article: "article:delta",
          sentence: "Steve Witkoff had planned to meet Qatar's prime minister.",
          modality: "planned",
          trigger: "meet",
        },
        { article: "article:meridian", sentence: "Witkoff called off his meeting in Qatar.", modality: "cancelled", trigger: "meeting" },
      ],
    );
    this.#meeting(
      {
        id: "meeting:boehler-witkoff",
        title: "Adam Boehler – Steve Witkoff",
        modality: "held",
        from: "2025-03-01",
        to: "2025-03-01",
        precision: "day",
      },
      [
        ["person:adam-boehler", "Boehler", true],
        ["person:steve-witkoff", "Steve Witkoff", true],
      ],
      null,
      [
        {
          article: "article:harbour",
          sentence: "Boehler spoke with Steve Witkoff by phone on 1 March.",
          modality: "held",
          trigger: "spoke",
        },
      ],
    );
    this.#meeting(
      {
        id: "meeting:trump-hostages",
        title: "Donald Trump – a group of freed hostages",
        modality: "held",
        from: "2025-03-05",
        to: "2025-03-05",
        precision: "day",
      },
      [["person:donald-trump", "Donald Trump", true, "host"]],
      null,
      [
        {
          article: "article:meridian-2",
          sentence: "Donald Trump met a group of freed hostages at the White House.",
          modality: "held",
          trigger: "met",
        },
      ],
      ["a group of freed hostages"],
    );
    this.#relate("person:adam-boehler", "organization:hamas", {
      kind: "MET",
      times: 1,
      first: null,
      last: "2025-03-05",
      modalities: ["denied", "held"],
      sources: 3,
      manual: null,
    });
    this.#relate("person:adam-boehler", "person:steve-witkoff", {
      kind: "MET",
      times: 1,
      first: "2025-03-01",
      last: "2025-03-01",
      modalities: ["held"],
      sources: 1,
      manual: null,
    });
  }

  #quote(
    article: FixtureArticle,
    text: string,
    {
      kind,
      cue,
      speaker,
      words,
      about,
      onBehalfOf = null,
    }: { kind: QuoteNode["quoteKind"]; cue: string; speaker: string; words: string; about: string[]; onBehalfOf?: string | null },
  ): void {
    if (!this.#only.has(article)) return;
    const start = articles[article].text.indexOf(text);
    const end = start + text.length;
    const id = `quote:${article}:${start}-${end}`;
    const speakerName = entities.find((entity) => entity[1] === speaker)?.[2] ?? null;
    const told = { speakerText: words, speakerId: speaker, speakerName, onBehalfOf, confidence: 0.9 };
    const manner = { cueKind: "said", addressee: null, channel: null, saying: 0, cluster: null, changedFrom: [], changedTo: [] };
    this.#node({ kind: "Quote", id, article, start, end, text, quoteKind: kind, cue, ...manner, ...told, ...this.#position() });
    this.#relate(article, id, { kind: "CONTAINS" });
    this.#relate(speaker, id, { kind: "SAID", confidence: 0.9, cue });
    for (const entity of about) this.#relate(id, entity, { kind: "ABOUT" });
  }

  #meeting(
    about: Pick<MeetingNode, "id" | "title" | "modality" | "from" | "to" | "precision">,
    participants: readonly (readonly [id: string, text: string, named: boolean, role?: ParticipantRole])[],
    place: string | null,
    claims: readonly FixtureClaim[],
    unnamed: readonly string[] = [],
  ): void {
    const told = claims.filter((claim) => this.#only.has(claim.article));
    if (told.length === 0) return;
    const modalities = [...new Set(told.map(({ modality }) => modality))].sort();
    // The copy counts as an article, not as a source.
    const sources = told.flatMap(({ article }) => (article === "article:copy" ? [] : [article]));
    const counts = { articles: told.length, independentSources: sources.length, sources, confidence: 0.8, manual: null };
    this.#node({ kind: "Meeting", ...about, modalities, manner: "talks", mediated: false, unnamed, ...counts, ...this.#position() });
    for (const [id, text, named, role = null] of participants)
      this.#relate(id, about.id, { kind: "TOOK_PART_IN", named, text, role, manual: null });
    if (place !== null) this.#relate(about.id, place, { kind: "HELD_AT", manual: null });
    for (const claim of told) this.#claim(about, claim);
  }

  #claim({ id: meeting, from, to, precision }: Pick<MeetingNode, "id" | "from" | "to" | "precision">, claim: FixtureClaim): void {
    const { article, sentence: text, modality, trigger, by } = claim;
    const start = articles[article].text.indexOf(text);
    const end = start + text.length;
    const id = `claim:${article}:${start}-${end}`;
    const node: ClaimNode = {
      kind: "Claim",
      id,
      article,
      start,
      end,
      text,
      trigger,
      modality,
      manner: "talks",
      from,
      to,
      precision,
      when: null,
      attribution: by === undefined ? [] : [by],
      confidence: 0.8,
      manual: null,
      ...this.#position(),
    };
    this.#node(node);
    this.#relate(article, id, { kind: "MAKES" });
    this.#relate(id, meeting, { kind: "REPORTS" });
    if (by === "Hamas") this.#relate(id, "organization:hamas", { kind: "ATTRIBUTED_TO" });
  }

  #node(node: GraphNode): void {
    this.#graph.addNode(node.id, node);
  }

  /** Leaves out what has lost an end because its article is not there. */
  #relate(from: string, to: string, relationship: GraphRelationship): void {
    if (this.#graph.hasNode(from) && this.#graph.hasNode(to)) relate(this.#graph, from, to, relationship);
  }

  #position(): { x: number; y: number } {
    this.#placed += 1;
    return { x: this.#placed / 4, y: -this.#placed };
  }
}

/** Where the forms stand, in order: the longest first, never one inside another and never inside the name of somebody else. */
function startsOf(text: string, forms: readonly string[]): readonly { readonly start: number; readonly form: string }[] {
  const names = entities.map(([, , name]) => name).filter((name) => !forms.includes(name));
  const found: { start: number; form: string; own: boolean }[] = [];
  for (const form of [...names, ...forms].sort((a, b) => b.length - a.length)) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      const covered = found.some((other) => start < other.start + other.form.length && other.start < start + form.length);
      if (!covered) found.push({ start, form, own: forms.includes(form) });
    }
  }
  return found.filter(({ own }) => own).sort((a, b) => a.start - b.start);
}
