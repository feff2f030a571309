import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import jsonld, { type JsonLdDocument } from "jsonld";
import { describe, expect, it } from "vitest";
import type { GraphNode, GraphRelationship, KnowledgeGraph, MeetingNode } from "../domain/knowledge-graph.ts";
import { exportFormats, writeExport } from "./export-graph.ts";
import { forXml } from "./export-values.ts";
import { relationshipKey } from "./graph-schema.ts";

const secret = "/home/someone/secret.txt";
const nodes: readonly GraphNode[] = [
  {
    kind: "Person",
    id: "person:ines-marlow",
    name: 'Ines "I" Marlow',
    aliases: ["Marlow", "=HYPERLINK(1)"],
    keys: ["ines marlow", "marlow"],
    wikidata: null,
    mentions: 2,
    articles: 1,
    manual: null,
    x: -1.5,
    y: 2,
  },
  {
    kind: "Article",
    id: "a-1",
    title: '=2+3, <b>& "so"\u0007',
    publishedAt: null,
    url: null,
    file: "@a.txt",
    text: "The whole text.",
    annotation: '{"secret":true}',
    path: secret,
    manual: null,
    x: 0,
    y: -7,
  },
];
const heldMeeting: MeetingNode = {
  kind: "Meeting",
  id: "meeting:a",
  title: "Ines Marlow – Hugo Tan",
  modality: "held",
  modalities: ["held"],
  manner: "talks",
  mediated: false,
  from: null,
  to: null,
  precision: "day",
  unnamed: [],
  articles: 1,
  independentSources: 1,
  sources: ["Echo"],
  confidence: 0.9,
  manual: null,
  x: 0,
  y: 0,
};
const mentions: GraphRelationship = { kind: "MENTIONS", count: 2, starts: [0, 9], ends: [6, 15], texts: ["Marlow", "-Marlow\r\n"] };

function makeGraph(order: readonly GraphNode[]): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
  for (const node of order) graph.addNode(node.id, node);
  graph.addEdgeWithKey(relationshipKey("a-1", "person:ines-marlow", mentions), "a-1", "person:ines-marlow", mentions);
  return graph;
}

function exported(format: (typeof exportFormats)[number], graph = makeGraph(nodes)): string[] {
  return writeExport(graph, format).map(({ content }) => content);
}

describe("every format", () => {
  it.each(exportFormats)("%s is the same for the same graph, in whatever order it was built", (format) => {
    expect(exported(format, makeGraph(nodes.toReversed()))).toEqual(exported(format));
  });

  it.each(exportFormats)("%s leaves out texts and what the schema calls internal", (format) => {
    const all = exported(format).join("");
    expect(all).not.toContain(secret);
    expect(all).not.toContain("The whole text.");
    expect(all).not.toContain("secret");
    expect(all).toContain("Ines");
  });
});

describe("GEXF", () => {
  it("has the days of meetings, articles and what they say, for a timeline", () => {
    const { articleDay, meeting } = { articleDay: "2025-03-06", meeting: { from: "2025-03-01", to: "2025-03-05" } };
    const graph = makeGraph(nodes.map((node) => (node.kind === "Article" ? { ...node, publishedAt: articleDay } : node)));
    graph.addNode("meeting:a", { ...heldMeeting, ...meeting });
    const [text = ""] = exported("gexf", graph);
    expect(text).toMatch(/^<gexf version="1\.3"/mu);
    expect(text).toMatch(/<graph [^>]*mode="dynamic" timeformat="date"/u);
    expect(text).toMatch(/<node id="a-1"[^>]* start="2025-03-06">/u);
    expect(text).toMatch(/<node id="meeting:a"[^>]* start="2025-03-01" end="2025-03-05">/u);
    expect(text).not.toMatch(/<node id="person:ines-marlow"[^>]* start=/u);
  });
});

describe("XML formats", () => {
  const parsers = {
    gexf: (text: string) => gexf.parse(MultiDirectedGraph, text),
    graphml: (text: string) => graphml.parse(MultiDirectedGraph, text),
  };
  it.each(["gexf", "graphml"] as const)("%s is read back by graphology's parser with every value", (format) => {
    const [text = ""] = exported(format);
    const graph = parsers[format](text);
    expect([graph.order, graph.size]).toEqual([2, 1]);
    expect(graph.getNodeAttributes("person:ines-marlow")).toMatchObject({
      kind: "Person",
      name: 'Ines "I" Marlow',
      label: 'Ines "I" Marlow',
      aliases: "Marlow | =HYPERLINK(1)",
      mentions: 2,
      x: -1.5,
    });
    expect(graph.getNodeAttributes("a-1")).toMatchObject({ title: '=2+3, <b>& "so"\ufffd', file: "@a.txt" });
    const [edge = ""] = graph.edges();
    expect(graph.extremities(edge)).toEqual(["a-1", "person:ines-marlow"]);
    expect(graph.getEdgeAttributes(edge)).toMatchObject({ kind: "MENTIONS", count: 2, starts: "0 | 9" });
  });
});

describe("JSON", () => {
  it("is graphology's own and keeps lists", () => {
    const [text = ""] = exported("json");
    const graph = MultiDirectedGraph.from(JSON.parse(text));
    expect(graph.getNodeAttribute("person:ines-marlow", "aliases")).toEqual(["Marlow", "=HYPERLINK(1)"]);
    expect(graph.mapEdges((_, attributes) => attributes)).toEqual([mentions]);
  });
});

describe("CSV", () => {
  it("has a row per node and per relationship, and no cell that a spreadsheet would run", () => {
    const [nodeTable = "", edgeTable = ""] = exported("csv");
    const rows = nodeTable.split("\r\n");
    expect(rows[0]?.split(",").slice(0, 3)).toEqual(["id", "kind", "title"]);
    expect(rows[1]).toContain('a-1,Article,"\'=2+3, <b>& ""so""\u0007"');
    expect(rows[1]).toContain(",'@a.txt,");
    expect(rows[2]).toContain('"Ines ""I"" Marlow",Marlow | =HYPERLINK(1)');
    // Numbers stay numbers, also below zero.
    expect(rows[2]).toContain(",-1.5,2");
    expect(edgeTable.split("\r\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^source,target,kind,count,starts,ends,texts,/u),
      expect.stringMatching(/^a-1,person:ines-marlow,MENTIONS,2,0 \| 9,6 \| 15,"Marlow \| -Marlow/u),
    ]);
  });
});

describe("JSON-LD", () => {
  interface Expanded {
    readonly "@id"?: string;
    readonly "@type"?: readonly string[];
    readonly [property: string]: unknown;
  }

  it("is expanded by jsonld into schema.org, Web Annotation and PROV-O, and becomes RDF", async () => {
    const graph = makeGraph(nodes);
    const quote = { article: "a-1", start: 3, end: 9, text: "“Fine,”", quoteKind: "direct", cue: "said", confidence: 0.9 } as const;
    const speaker = { speakerText: "Marlow", speakerId: "person:ines-marlow", speakerName: "Ines Marlow" };
    // Without the properties that no export looks at.
    const said = { kind: "Quote", id: "quote:a-1:3-9", ...quote, ...speaker, x: 0, y: 0 };
    graph.addNode(said.id, said as unknown as GraphNode);
    graph.addNode("meeting:a", heldMeeting);
    graph.addEdgeWithKey("said", "person:ines-marlow", "quote:a-1:3-9", { kind: "SAID", confidence: 0.9, cue: "said" });
    graph.addEdgeWithKey("took", "person:ines-marlow", "meeting:a", {
      kind: "TOOK_PART_IN",
      named: true,
      text: "Marlow",
      role: "host",
      manual: null,
    });
    const document = JSON.parse(exported("jsonld", graph)[0] ?? "") as JsonLdDocument;
    // Nothing is fetched: the context is in the document.
    const offline = { documentLoader: () => Promise.reject(new Error("asked for a document")) };
    const expanded = (await jsonld.expand(document, offline)) as readonly Expanded[];
    const byId = new Map(expanded.map((node) => [node["@id"], node]));
    expect(byId.get("urn:whomet:a-1")?.["@type"]).toEqual(["https://schema.org/NewsArticle", "http://www.w3.org/ns/prov#Entity"]);
    expect(byId.get("urn:whomet:quote:a-1:3-9")).toMatchObject({
      "@type": ["https://schema.org/Quotation", "http://www.w3.org/ns/prov#Entity"],
      "https://schema.org/text": [{ "@value": "“Fine,”" }],
      "https://schema.org/spokenByCharacter": [{ "@id": "urn:whomet:person:ines-marlow" }],
      "http://www.w3.org/ns/prov#wasDerivedFrom": [{ "@id": "urn:whomet:a-1" }],
    });
    expect(byId.get("urn:whomet:meeting:a")).toMatchObject({
      "@type": ["https://schema.org/Event"],
      "https://schema.org/attendee": [{ "@id": "urn:whomet:person:ines-marlow" }],
    });
    expect(JSON.stringify(byId.get("urn:whomet:quote:a-1:3-9:annotation"))).toMatch(
      /TextQuoteSelector.*exact.*“Fine,”.*TextPositionSelector.*ns\/oa#end":\[\{"@value":9\}\].*ns\/oa#start":\[\{"@value":3\}\]/u,
    );
    const rdf = await jsonld.toRDF(document, { ...offline, format: "application/n-quads" });
    expect(String(rdf)).toContain("<urn:whomet:meeting:a> <https://schema.org/attendee> <urn:whomet:person:ines-marlow> .");
  });
});

describe("hostile texts", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "\0",
      "\ud800",
      "\udc00x",
      "\u202e",
      "</script>",
      "`'\"",
      "=HYPERLINK(1)",
      "@x",
      "\r\n",
      " | ",
      "]]>",
      "&amp;",
      "%2F:",
      "$1",
      "\u001f",
    ),
  );

  it("pass through every format, and come out as they went in where the format can hold them", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (name, alias, title) => {
        const graph = makeGraph(
          nodes.map((node) =>
            node.kind === "Person" ? { ...node, name, aliases: [alias] } : node.kind === "Article" ? { ...node, title } : node,
          ),
        );
        const kept = (text: string) => text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
        const inXml = (text: string) => String(forXml(text));
        for (const [format, parse] of [
          ["gexf", gexf],
          ["graphml", graphml],
        ] as const) {
          const read = parse.parse(MultiDirectedGraph, exported(format, graph)[0] ?? "");
          expect(read.getNodeAttribute("person:ines-marlow", "name") ?? "").toBe(inXml(name));
          expect(read.getNodeAttribute("person:ines-marlow", "aliases") ?? "").toBe(inXml(alias));
        }
        const json = JSON.parse(exported("json", graph)[0] ?? "") as { nodes: { key: string; attributes: { name?: string } }[] };
        expect(json.nodes.find(({ key }) => key === "person:ines-marlow")?.attributes.name).toBe(name);
        const ld = JSON.parse(exported("jsonld", graph)[0] ?? "") as { "@graph": { "@id": string; name?: string }[] };
        expect(ld["@graph"].find((node) => node["@id"] === "urn:whomet:person:ines-marlow")?.name).toBe(kept(name));
        const ftm = (exported("ftm", graph)[0] ?? "")
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line) as { schema: string; properties: { name?: string[] } });
        const person = ftm.find(({ schema }) => schema === "Person");
        expect(person?.properties.name ?? []).toEqual(name.trim() === "" ? [] : [kept(name)]);
        const [table = ""] = exported("csv", graph);
        const rows: Record<string, string>[] = parseCsv(table, { columns: true });
        const cell = rows.find(({ id }) => id === "person:ines-marlow")?.name ?? "";
        const inUtf8 = name.replace(/\p{Surrogate}/gu, "\ufffd");
        expect([inUtf8, `'${inUtf8}`]).toContain(cell.replace(/\p{Surrogate}/gu, "\ufffd"));
        expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }),
      { numRuns: 200 },
    );
  });
});
