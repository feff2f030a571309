/**
 * The graph as JSON-LD 1.1 in the words of schema.org (NewsArticle, Quotation, Event, Claim), the W3C Web Annotation model (where it
 * says so: TextQuoteSelector and TextPositionSelector) and PROV-O (whence we have it). Offsets are UTF-16 code units into the source
 * text. Nodes are named by `urn:whomet:` and their id, percent-encoded.
 */
import type { ClaimNode, GraphNode, KnowledgeGraph, MeetingNode, QuoteNode } from "../domain/knowledge-graph.ts";
import { wellFormed } from "./export-values.ts";

const context = {
  "@version": 1.1,
  "@vocab": "https://schema.org/",
  oa: "http://www.w3.org/ns/oa#",
  prov: "http://www.w3.org/ns/prov#",
  whomet: "urn:whomet:vocabulary:",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  datePublished: { "@type": "xsd:date" },
  startDate: { "@type": "xsd:date" },
  endDate: { "@type": "xsd:date" },
  url: { "@type": "@id" },
  publisher: { "@type": "@id" },
  mentions: { "@type": "@id" },
  about: { "@type": "@id" },
  isPartOf: { "@type": "@id" },
  isBasedOn: { "@type": "@id" },
  spokenByCharacter: { "@type": "@id" },
  attendee: { "@type": "@id" },
  location: { "@type": "@id" },
  memberOf: { "@type": "@id" },
  "oa:hasBody": { "@type": "@id" },
  "oa:hasSource": { "@type": "@id" },
  "prov:wasDerivedFrom": { "@type": "@id" },
  "prov:wasAttributedTo": { "@type": "@id" },
  "prov:wasGeneratedBy": { "@type": "@id" },
} as const;

/** What read the articles, and what people did beside it, as PROV activities. */
const reading = "urn:whomet:activity:reading";
const entering = "urn:whomet:activity:entering";

const entityTypes = { Person: "Person", Organization: "Organization", Place: "Place" } as const;

/** What became of a meeting, where schema.org has a word for it. */
const statuses: Partial<Record<MeetingNode["modality"], string>> = {
  planned: "https://schema.org/EventScheduled",
  cancelled: "https://schema.org/EventCancelled",
};

type Linked = Readonly<Record<string, unknown>>;

/** JSON-LD in the graph's own order: one document with an `@graph`. */
export function writeJsonLd(graph: KnowledgeGraph): string {
  const program = { "@id": "urn:whomet:agent", "@type": ["prov:SoftwareAgent", "SoftwareApplication"], name: "Whomet" };
  const activity = { "@id": reading, "@type": "prov:Activity", "prov:wasAssociatedWith": { "@id": "urn:whomet:agent" } };
  const byHand = { "@id": entering, "@type": "prov:Activity", name: "Entering facts by hand" };
  const nodes = graph.mapNodes((id, node) => describe(graph, id, node)).flat();
  return `${JSON.stringify({ "@context": context, "@graph": [program, activity, byHand, ...nodes].map(present) }, null, 1)}\n`;
}

function describe(graph: KnowledgeGraph, id: string, node: GraphNode): readonly Linked[] {
  const iri = iriOf(id);
  const linked = (type: string) => targetsOf(graph, id, type);
  switch (node.kind) {
    case "Article": {
      const { title, publishedAt, url } = node;
      return [
        {
          "@id": iri,
          "@type": [node.manual === null ? "NewsArticle" : "Dataset", "prov:Entity"],
          identifier: id,
          headline: title,
          datePublished: publishedAt,
          url: url !== null && URL.canParse(url) ? url : null,
          publisher: linked("PUBLISHED_BY"),
          mentions: linked("MENTIONS"),
          isBasedOn: linked("COPY_OF"),
        },
      ];
    }
    case "Outlet":
      return [{ "@id": iri, "@type": "NewsMediaOrganization", name: node.name }];
    case "Person":
    case "Organization":
    case "Place": {
      const roles = graph.filterOutEdges(id, (_, { kind }) => kind === "HAS_ROLE").map((edge) => roleOf(graph, edge));
      const told = { name: node.name, alternateName: node.aliases, memberOf: roles, ...enteredIn(node.manual) };
      return [{ "@id": iri, "@type": entityTypes[node.kind], ...told }];
    }
    case "Quote":
      return [
        {
          "@id": iri,
          "@type": ["Quotation", "prov:Entity"],
          text: node.text,
          isPartOf: iriOf(node.article),
          spokenByCharacter: sourcesOf(graph, id, "SAID"),
          about: linked("ABOUT"),
          "whomet:kind": node.quoteKind,
          "whomet:confidence": node.confidence,
          ...provenance(node),
        },
        annotation(iri, node, "oa:identifying"),
      ];
    case "Meeting":
      return [
        {
          "@id": iri,
          "@type": "Event",
          name: node.title,
          startDate: node.from,
          endDate: node.to,
          eventStatus: statuses[node.modality] === undefined ? null : { "@id": statuses[node.modality] },
          location: linked("HELD_AT"),
          attendee: sourcesOf(graph, id, "TOOK_PART_IN"),
          "whomet:modality": node.modality,
          "whomet:independentSources": node.independentSources,
          "prov:wasDerivedFrom": sourcesOf(graph, id, "REPORTS"),
          ...(node.manual === null ? {} : { "prov:wasGeneratedBy": entering }),
        },
      ];
    case "Claim":
      return [
        {
          "@id": iri,
          "@type": ["Claim", "prov:Entity"],
          text: node.text,
          about: linked("REPORTS"),
          isPartOf: iriOf(node.article),
          "whomet:modality": node.modality,
          "whomet:confidence": node.confidence,
          "prov:wasAttributedTo": linked("ATTRIBUTED_TO"),
          ...provenance(node),
        },
        // What a person entered has no sentence to point at.
        ...(node.manual === null ? [annotation(iri, node, "oa:describing")] : []),
      ];
  }
}

function provenance(node: QuoteNode | ClaimNode): Linked {
  const isEntered = node.kind === "Claim" && node.manual !== null;
  return { "prov:wasDerivedFrom": iriOf(node.article), "prov:wasGeneratedBy": isEntered ? entering : reading };
}

/** Of what no article tells: the file in which somebody did. */
function enteredIn(source: string | null): Linked {
  return source === null ? {} : { "prov:wasDerivedFrom": iriOf(source), "prov:wasGeneratedBy": entering };
}

/** Where the article says it, both by its words and by their place. */
function annotation(body: string, { id, article, text, start, end }: QuoteNode | ClaimNode, motivation: string): Linked {
  return {
    "@id": `${iriOf(id)}:annotation`,
    "@type": "oa:Annotation",
    "oa:motivatedBy": { "@id": motivation },
    "oa:hasBody": body,
    "oa:hasTarget": {
      "@type": "oa:SpecificResource",
      "oa:hasSource": iriOf(article),
      "oa:hasSelector": [
        { "@type": "oa:TextQuoteSelector", "oa:exact": text },
        { "@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end },
      ],
    },
  };
}

/** schema.org puts the title of a role between the two that it joins. */
function roleOf(graph: KnowledgeGraph, edge: string): Linked {
  const role = graph.getEdgeAttributes(edge);
  const told = role.kind === "HAS_ROLE" ? { roleName: role.title, "whomet:former": role.former, ...enteredIn(role.manual) } : {};
  return { "@type": "OrganizationRole", ...told, memberOf: iriOf(graph.target(edge)) };
}

function targetsOf(graph: KnowledgeGraph, id: string, type: string): string[] {
  return graph.filterOutEdges(id, (_, { kind }) => kind === type).map((edge) => iriOf(graph.target(edge)));
}

function sourcesOf(graph: KnowledgeGraph, id: string, type: string): string[] {
  return graph.filterInEdges(id, (_, { kind }) => kind === type).map((edge) => iriOf(graph.source(edge)));
}

/** Colons stay, so that ids can be read; everything that an IRI cannot hold is percent-encoded. */
function iriOf(id: string): string {
  return `urn:whomet:${encodeURIComponent(wellFormed(id)).replaceAll("%3A", ":")}`;
}

/** Without what is not there, and with texts that JSON of every program can hold. */
function present(value: Linked): Linked {
  const entries = Object.entries(value).filter(
    ([, item]) => item !== null && item !== undefined && !(Array.isArray(item) && item.length === 0),
  );
  return Object.fromEntries(entries.map(([name, item]) => [name, clean(item)]));
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return wellFormed(value);
  if (Array.isArray(value)) return value.map(clean);
  return typeof value === "object" && value !== null ? present(value as Linked) : value;
}
