/** The one list of labels, relationship types and their properties. Stores, exports and docs are held to it. */
import type { GraphRelationship, NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";

export type PropertyType = "string" | "integer" | "float" | "boolean" | "string[]" | "integer[]";

/** Property name → type. Every property but a node's `id` may be null. */
export type PropertyTable = Readonly<Record<string, PropertyType>>;

export interface NodeSchema {
  readonly label: NodeLabel;
  readonly properties: PropertyTable;
  /** The property that a reader would call the node by. */
  readonly caption: string;
  /** True for the labels that also carry `Entity` where the engine has several labels. */
  readonly isEntity: boolean;
  /** Properties that stay inside the store: never exported, never served as part of the graph. */
  readonly internal: readonly string[];
}

export interface RelationshipSchema {
  readonly type: RelationshipType;
  readonly from: readonly NodeLabel[];
  readonly to: readonly NodeLabel[];
  readonly properties: PropertyTable;
  /** Properties that, with both ends, tell two relationships of this type apart. */
  readonly key: readonly string[];
}

const position = { x: "float", y: "float" } as const;
/** Of what a person can enter by hand: the id of the manual source; null for what articles tell of. */
const enterable = { manual: "string" } as const;
const entityProperties = {
  id: "string",
  name: "string",
  aliases: "string[]",
  keys: "string[]",
  wikidata: "string",
  mentions: "integer",
  articles: "integer",
  ...enterable,
  ...position,
} as const;
const interval = { from: "string", to: "string", precision: "string" } as const;
const entityLabels = ["Person", "Organization", "Place"] as const;

export const nodeSchemas: readonly NodeSchema[] = [
  {
    label: "Article",
    properties: {
      id: "string",
      title: "string",
      publishedAt: "string",
      url: "string",
      file: "string",
      text: "string",
      annotation: "string",
      path: "string",
      ...enterable,
      ...position,
    },
    caption: "title",
    isEntity: false,
    internal: ["annotation", "path"],
  },
  { label: "Outlet", properties: { id: "string", name: "string", ...position }, caption: "name", isEntity: false, internal: [] },
  { label: "Person", properties: entityProperties, caption: "name", isEntity: true, internal: [] },
  { label: "Organization", properties: entityProperties, caption: "name", isEntity: true, internal: [] },
  { label: "Place", properties: entityProperties, caption: "name", isEntity: true, internal: [] },
  {
    label: "Quote",
    properties: {
      id: "string",
      article: "string",
      start: "integer",
      end: "integer",
      text: "string",
      quoteKind: "string",
      cue: "string",
      cueKind: "string",
      addressee: "string",
      channel: "string",
      saying: "integer",
      cluster: "string",
      changedFrom: "string[]",
      changedTo: "string[]",
      speakerText: "string",
      speakerId: "string",
      speakerName: "string",
      onBehalfOf: "string",
      confidence: "float",
      ...position,
    },
    caption: "text",
    isEntity: false,
    internal: [],
  },
  {
    label: "Meeting",
    properties: {
      id: "string",
      title: "string",
      modality: "string",
      modalities: "string[]",
      manner: "string",
      mediated: "boolean",
      ...interval,
      unnamed: "string[]",
      articles: "integer",
      independentSources: "integer",
      sources: "string[]",
      confidence: "float",
      ...enterable,
      ...position,
    },
    caption: "title",
    isEntity: false,
    internal: [],
  },
  {
    label: "Claim",
    properties: {
      id: "string",
      article: "string",
      start: "integer",
      end: "integer",
      text: "string",
      trigger: "string",
      modality: "string",
      manner: "string",
      ...interval,
      when: "string",
      attribution: "string[]",
      confidence: "float",
      ...enterable,
      ...position,
    },
    caption: "text",
    isEntity: false,
    internal: [],
  },
];

export const relationshipSchemas: readonly RelationshipSchema[] = [
  {
    type: "MENTIONS",
    from: ["Article"],
    to: entityLabels,
    properties: { count: "integer", starts: "integer[]", ends: "integer[]", texts: "string[]" },
    key: [],
  },
  { type: "PUBLISHED_BY", from: ["Article"], to: ["Outlet"], properties: {}, key: [] },
  { type: "COPY_OF", from: ["Article"], to: ["Article"], properties: { similarity: "float" }, key: [] },
  { type: "CONTAINS", from: ["Article"], to: ["Quote"], properties: {}, key: [] },
  { type: "SAID", from: ["Person", "Organization"], to: ["Quote"], properties: { confidence: "float", cue: "string" }, key: [] },
  { type: "ABOUT", from: ["Quote"], to: entityLabels, properties: {}, key: [] },
  {
    type: "TOOK_PART_IN",
    from: entityLabels,
    to: ["Meeting"],
    properties: { named: "boolean", text: "string", role: "string", ...enterable },
    key: [],
  },
  { type: "HELD_AT", from: ["Meeting"], to: ["Place"], properties: { ...enterable }, key: [] },
  { type: "REPORTS", from: ["Claim"], to: ["Meeting"], properties: {}, key: [] },
  { type: "MAKES", from: ["Article"], to: ["Claim"], properties: {}, key: [] },
  { type: "ATTRIBUTED_TO", from: ["Claim"], to: ["Person", "Organization"], properties: {}, key: [] },
  {
    type: "HAS_ROLE",
    from: ["Person"],
    to: ["Organization", "Place"],
    properties: { title: "string", former: "boolean", ...enterable },
    key: ["title", "former"],
  },
  {
    type: "MET",
    from: entityLabels,
    to: entityLabels,
    properties: { times: "integer", first: "string", last: "string", modalities: "string[]", sources: "integer", ...enterable },
    key: [],
  },
];

/** The schema of a label. */
export function nodeSchema(label: NodeLabel): NodeSchema {
  const found = nodeSchemas.find((schema) => schema.label === label);
  if (!found) throw new Error(`no schema for label ${label}`);
  return found;
}

/** True for a type without properties: two relationships of it differ in their ends or not at all. */
export function isBare(type: RelationshipType): boolean {
  return Object.keys(relationshipSchema(type).properties).length === 0;
}

/** The schema of a relationship type. */
export function relationshipSchema(type: RelationshipType): RelationshipSchema {
  const found = relationshipSchemas.find((schema) => schema.type === type);
  if (!found) throw new Error(`no schema for relationship ${type}`);
  return found;
}

/** A readable key, unique among the relationships of one graph: `MENTIONS|article:1|person:ada-lovelace`. */
export function relationshipKey(from: string, to: string, relationship: GraphRelationship): string {
  const told = relationshipSchema(relationship.kind).key.map(
    (property) => `|${String((relationship as unknown as Record<string, unknown>)[property])}`,
  );
  return `${relationship.kind}|${from}|${to}${told.join("")}`;
}
