/** What the API offers, as an OpenAPI 3.1 description. Written by hand; a test holds every route and every field of the answers to it. */
import { manners, modalities, participantRoles } from "../domain/meeting.ts";
import { entityTypes } from "../domain/mention.ts";

/** The part of JSON Schema (2020-12) that the description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly (string | null)[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly anyOf?: readonly Schema[];
}

const text: Schema = { type: "string" };
const textOrNull: Schema = { type: ["string", "null"] };
const whole: Schema = { type: "integer" };
const fraction: Schema = { type: "number" };
const degrees: Schema = { type: ["number", "null"], description: "null where nobody knows" };
const flag: Schema = { type: "boolean" };
const day: Schema = { type: ["string", "null"], description: "ISO day, or null where nothing says it" };
const modality: Schema = { enum: modalities };
const manner: Schema = { enum: manners };
const role: Schema = { enum: [...participantRoles, null] };
const next: Schema = { type: ["integer", "null"], description: "what from has to be for the next page; null on the last" };
const precision: Schema = { enum: ["day", "week", "month", "year", "vague", null] };
const entityType: Schema = { enum: entityTypes };
const quoteKind: Schema = { enum: ["direct", "indirect", "mixed"] };
const span = { start: whole, end: whole } as const;
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Schema): Schema => ({ type: "array", items });
/** An object with exactly these fields, all of them present. */
const record = (properties: Readonly<Record<string, Schema>>, description?: string): Schema => ({
  type: "object",
  ...(description === undefined ? {} : { description }),
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

const interval = { from: day, to: day } as const;
const support = { articles: whole, independentSources: whole } as const;
const articleHead = { id: text, title: textOrNull, outlet: textOrNull, publishedAt: day } as const;
const place = { x: fraction, y: fraction } as const;

const schemas: Readonly<Record<string, Schema>> = {
  Error: record({ error: record({ code: text, message: text, hint: text }) }, "The body of every answer that is not a success."),
  Health: record({ status: { enum: ["ok"] }, dialect: { enum: ["neo4j", "ladybug"] } }),
  Entity: record(
    { id: textOrNull, name: text, type: { enum: [...entityTypes, null] } },
    "`id` and `type` are null for people no name stands for.",
  ),
  Evidence: {
    ...record(
      { article: text, outlet: textOrNull, title: textOrNull, file: textOrNull, publishedAt: day, ...span, text, manual: text },
      "A stretch of an article: UTF-16 offsets, half-open. With manual, what a person entered instead: file, who and when; text is empty.",
    ),
    required: ["article", "outlet", "title", "publishedAt", "start", "end", "text"],
  },
  Graph: record(
    {
      next,
      entities: list(record({ id: text, type: entityType, name: text, mentions: whole, articles: whole, ...place })),
      meetings: list(
        record({
          ...{ id: text, title: text, modality, modalities: list(modality), manner, ...interval, precision },
          ...{ unnamed: list(text), ...support, ...place },
        }),
      ),
      participants: list(record({ entity: text, meeting: text, named: flag })),
      places: list(record({ meeting: text, place: text })),
      roles: list(record({ person: text, of: text, title: text, former: flag })),
      statements: list(record({ speaker: text, about: text, quotes: list(text) })),
      articles: list(record(articleHead)),
    },
    "What the viewer draws. Never the texts of articles.",
  ),
  Network: record(
    {
      totals: record({
        ...{ entities: whole, meetings: whole, roles: whole, statements: whole, articles: whole },
        ...{ outlets: list(text), firstDay: day, lastDay: day, mayEdit: flag },
      }),
      next,
      entities: record({
        ...{
          id: list(text),
          type: list(entityType),
          name: list(text),
          aliases: list(list(text)),
          mentions: list(whole),
          articles: list(whole),
        },
        ...{ x: list(fraction), y: list(fraction), community: list(whole), latitude: list(degrees), longitude: list(degrees) },
      }),
      meetings: record({
        ...{ id: list(text), modality: list(modality), modalities: list(list(modality)), manner: list(manner) },
        ...{ from: list(day), to: list(day), precision: list(precision), sources: list(whole), articles: list(whole) },
        ...{ confidence: list(fraction), participants: list(list(whole)), unnamed: list(list(text)) },
        ...{ places: list(list(whole)), outlets: list(list(whole)) },
      }),
      roles: record({ person: list(whole), of: list(whole), title: list(text), former: list(flag) }),
      statements: record({ speaker: list(whole), about: list(whole), quotes: list(list(text)) }),
    },
    "A column for each field. Participants, places and people are indexes of names, outlets of `totals.outlets`, over all pages.",
  ),
  QuestionAnswer: record({
    question: { type: "object" },
    verdict: textOrNull,
    items: list(
      record({
        kind: { enum: ["heading", "meeting", "quote", "dispute", "step", "card"] },
        sentence: text,
        row: { type: ["object", "null"] },
      }),
    ),
    rows: list({ type: "object" }),
    next,
  }),
  MetRow: record({
    ...{ a: ref("Entity"), b: ref("Entity"), meeting: text, as: textOrNull, modality, place: textOrNull, ...interval },
    ...{
      roles: record({ a: role, b: role }),
      modalities: list(modality),
      manner,
      mediated: flag,
      ...support,
      sources: list(text),
      evidence: list(ref("Evidence")),
    },
  }),
  Met: record(
    { asked: list(ref("Entity")), rows: list(ref("MetRow")), next },
    "Whom the names stand for, and their meetings, strongest first.",
  ),
  SaidRow: record({
    ...{ speaker: ref("Entity"), quote: text, text, kind: quoteKind, cue: textOrNull },
    ...{ confidence: fraction, evidence: ref("Evidence"), publishedAt: day },
    ...{ cluster: textOrNull, changes: list(record({ from: text, to: text })) },
  }),
  EntityCard: record({
    entity: ref("Entity"),
    aliases: list(text),
    wikidata: textOrNull,
    roles: list(record({ title: text, of: orNull(ref("Entity")), former: flag })),
    meetings: list(ref("MetRow")),
    quotes: list(ref("SaidRow")),
    articles: list(record({ ...articleHead, mentions: list(record({ ...span, text })) })),
    next,
  }),
  Meeting: record({
    ...{
      id: text,
      title: text,
      modality,
      modalities: list(modality),
      manner,
      mediated: flag,
      ...interval,
      precision,
      ...support,
      sources: list(text),
    },
    participants: list(record({ entity: ref("Entity"), named: flag, text, role })),
    places: list(ref("Entity")),
    claims: list(
      record({
        ...{ id: text, modality, manner, when: textOrNull, attribution: list(text) },
        ...{ confidence: fraction, evidence: ref("Evidence") },
      }),
    ),
  }),
  Article: record({
    ...articleHead,
    url: textOrNull,
    text,
    mentions: list(record({ ...span, text, entity: text, type: entityType })),
    quotes: list(record({ ...{ id: text, ...span, text }, kind: quoteKind, speaker: ref("Entity") })),
    claims: list(record({ ...{ id: text, ...span, text }, modality, meeting: text })),
  }),
  Hits: list({
    anyOf: [
      record({ kind: { enum: ["entity"] }, id: text, entity: ref("Entity"), mentions: whole, articles: whole }),
      record({ kind: { enum: ["article"] }, id: text, title: text, outlet: textOrNull, publishedAt: day }),
      record({ kind: { enum: ["quote"] }, id: text, speaker: ref("Entity"), evidence: ref("Evidence") }),
    ],
  }),
  Questions: list(
    record({
      ...{ name: text, title: text, asks: text },
      parameters: list(
        record({
          name: text,
          type: { enum: ["string", "integer", "number", "boolean"] },
          required: flag,
          default: { type: ["string", "number", "boolean", "null"] },
        }),
      ),
    }),
  ),
  Rows: record(
    { columns: list(text), rows: list({ type: "object" }), truncated: flag },
    "Each row has a field for each column. `truncated` says that there were more rows than are returned.",
  ),
};

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

const inPath = (name: string, description: string): Parameter => ({ name, in: "path", required: true, description, schema: text });
const inQuery = (name: string, description: string, required: "required" | "optional"): Parameter => ({
  ...{ name, in: "query", required: required === "required", description, schema: text },
});

const from = inQuery("from", "the row at which the page starts; `next` of the page before", "optional");

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly answer: Schema;
  readonly refusals?: readonly number[];
}

const refusalWords: Readonly<Record<number, string>> = {
  400: "A parameter is missing or wrong.",
  404: "There is no such thing in this store.",
  500: "Whomet failed; the server's terminal shows why.",
};

function get({ summary, parameters = [], answer, refusals = [] }: Operation) {
  const json = (schema: Schema) => ({ "application/json": { schema } });
  const refused = [...refusals, 500].map((status) => [
    String(status),
    { description: refusalWords[status] ?? "", content: json(ref("Error")) },
  ]);
  return {
    get: {
      summary,
      parameters,
      responses: { "200": { description: "The answer.", content: json(answer) }, ...Object.fromEntries(refused) },
    },
  };
}

export const openApi = {
  openapi: "3.1.0",
  info: {
    title: "Whomet",
    version: "1",
    description:
      "Who met whom and who said what, each with the sentence that says so. Everything here only reads. HEAD is answered wherever GET is.",
  },
  paths: {
    "/api/graph": get({
      summary: "The graph as nodes and lines: all of it, or the first 20,000 rows of each list",
      parameters: [from],
      answer: ref("Graph"),
      refusals: [400],
    }),
    "/api/network": get({
      summary: "The graph as columns, best supported first, page by page",
      parameters: [from],
      answer: ref("Network"),
      refusals: [400],
    }),
    "/api/ask": get({
      summary: "The answer to a question in plain English, as `whomet ask` gives it",
      parameters: [
        inQuery("q", "the question", "optional"),
        inQuery("a", "in its place, a name", "optional"),
        inQuery("b", "and another name", "optional"),
        inQuery("kind", "and what to ask of the two: did-meet or connected", "optional"),
        from,
      ],
      answer: ref("QuestionAnswer"),
      refusals: [400, 404],
    }),
    "/api/entity/{id}": get({
      summary: "The card of a person, organisation or place",
      parameters: [inPath("id", "id of a node"), from],
      answer: ref("EntityCard"),
      refusals: [400, 404],
    }),
    "/api/meeting/{id}": get({
      summary: "A meeting with every report of it",
      parameters: [inPath("id", "id of a meeting")],
      answer: ref("Meeting"),
      refusals: [404],
    }),
    "/api/met": get({
      summary: "Whom somebody met, or whether two met",
      parameters: [inQuery("a", "a name", "required"), inQuery("b", "another name", "optional"), from],
      answer: ref("Met"),
      refusals: [400, 404],
    }),
    "/api/articles/{id}": get({
      summary: "An article's text with what was found in it",
      parameters: [inPath("id", "id of an article")],
      answer: ref("Article"),
      refusals: [404],
    }),
    "/api/search": get({
      summary: "Names, article titles and quotes that hold some words, best first",
      parameters: [inQuery("q", "the words, or part of one", "required")],
      answer: ref("Hits"),
      refusals: [400],
    }),
    "/api/questions": get({ summary: "The questions that can be asked by name", answer: ref("Questions") }),
    "/api/query": get({
      summary: "The rows that answer one of these questions",
      parameters: [
        inQuery("name", "name of the question", "required"),
        { ...inQuery("param", "name=value of a parameter of the question; may come several times", "optional"), schema: list(text) },
      ],
      answer: ref("Rows"),
      refusals: [400, 404],
    }),
    "/api/health": get({ summary: "Whether the server answers", answer: ref("Health") }),
    "/api/openapi.json": get({ summary: "This description", answer: { type: "object" } }),
  },
  components: { schemas },
};
