import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import { UserError } from "../domain/errors.ts";
import type { NodeLabel } from "../domain/knowledge-graph.ts";
import { annotated, tables } from "./annotated-article.fixture.ts";
import { buildGraph } from "./build-graph.ts";
import { parseGraph, readGraphJson, serializeGraph, writeGraphJson } from "./graph-json.ts";
import { relationshipSchemas } from "./graph-schema.ts";

const articles: AnnotatedArticle[] = [
  annotated(
    "n1",
    '[Adam Boehler|p1], an envoy of the [U.S.|l1], met officials of [Hamas|o1] in [Doha|l2], [Qatar|l3]. "[Israel|l4] knows," [he|p1|pronoun] said.',
    {
      publishedAt: "2025-03-05",
      outlet: "The Veldmark Echo",
      roles: {
        p1: [
          ["envoy", "l1"],
          ["Envoy", "l1"],
          ["adviser", null],
        ],
      },
      meetings: [{ parties: ["p1", "officials@o1"], place: "l2", date: ["2025-03-03", "2025-03-03"], attribution: "l1" }],
      quotes: [{ text: '"Israel knows,"', speaker: "p1" }],
    },
  ),
  annotated("n2", '[Boehler|p1] denied all. [Washington|l1] said: "No." But [Boehler|p1] met [Hamas|o1], said [Axios|o2].', {
    outlet: "Veldmark Echo",
    publishedAt: "2025-03-06",
    meetings: [{ parties: ["p1", "o1"], evidence: "Boehler met Hamas", attribution: "o2" }],
    quotes: [{ text: '"No."', speaker: "l1" }],
  }),
  annotated("n3", "[Steve Witkoff|p1] had planned to meet the [Qatar|l1] premier.", {
    meetings: [
      { parties: ["p1", "the premier@l1"], modality: "planned" },
      { parties: ["p1", "the premier@l1"], modality: "cancelled" },
    ],
  }),
];

const built = buildGraph(articles, { tables });
const { graph } = built;

function keysOf(kind: string): string[] {
  return graph.filterEdges((_, relationship) => relationship.kind === kind).toSorted();
}

function idsOf(label: NodeLabel): string[] {
  return graph.filterNodes((_, node) => node.kind === label).toSorted();
}

describe("the graph of three articles", () => {
  it("counts what is in it", () => {
    expect(built).toMatchObject({ articles: 3, copies: 0, entities: 9, quotes: 2, meetings: 2, loneReports: [] });
  });

  it("has nodes under readable keys", () => {
    expect(idsOf("Article")).toEqual(["n1", "n2", "n3"]);
    expect(idsOf("Outlet")).toEqual(["outlet:veldmark-echo"]);
    expect(idsOf("Person")).toEqual(["person:adam-boehler", "person:steve-witkoff"]);
    expect(idsOf("Organization")).toEqual(["organization:axios", "organization:hamas"]);
    expect(idsOf("Place")).toEqual(["place:doha", "place:israel", "place:qatar", "place:united-states", "place:washington"]);
    expect(idsOf("Quote")).toEqual(["quote:n1:75-90", "quote:n2:37-42"]);
    expect(idsOf("Meeting")).toEqual(["meeting:adam-boehler-hamas:doha:2025-03-03", "meeting:steve-witkoff-qatar"]);
    expect(idsOf("Claim")).toEqual(["claim:n1:0-99", "claim:n2:47-64", "claim:n3:0-52", "claim:n3:0-52-2"]);
  });

  it("aggregates mentions, pronouns included", () => {
    expect(graph.getEdgeAttributes("MENTIONS|n1|person:adam-boehler")).toEqual({
      kind: "MENTIONS",
      count: 2,
      starts: [0, 91],
      ends: [12, 93],
      texts: ["Adam Boehler", "he"],
    });
    expect(graph.getNodeAttributes("person:adam-boehler")).toMatchObject({ mentions: 4, articles: 2, aliases: ["Boehler"] });
  });

  it("lets people and organisations speak, and keeps the words of a place as a property", () => {
    expect(keysOf("SAID")).toEqual(["SAID|person:adam-boehler|quote:n1:75-90"]);
    expect(graph.getNodeAttributes("quote:n2:37-42")).toMatchObject({
      speakerId: "place:washington",
      speakerName: "Washington",
      speakerText: "l1",
    });
    expect(keysOf("ABOUT")).toEqual(["ABOUT|quote:n1:75-90|place:israel"]);
  });

  it("says whom words are about also where they say he or she, but not where they say I", () => {
    const [article] = [
      annotated("n4", '[Ann Lee|p1] met [Tom Ray|p2]. "[I|p1|pronoun] know [him|p2|pronoun]," [she|p1|pronoun] said.', {
        quotes: [{ text: '"I know him,"', speaker: "p1" }],
      }),
    ];
    const { graph: one } = buildGraph([article], { tables });
    const about = one.filterEdges((_, { kind }) => kind === "ABOUT").map((edge) => one.target(edge));
    expect(about).toEqual(["person:tom-ray"]);
  });

  it("ties claims to articles, meetings and those who say so", () => {
    expect(keysOf("REPORTS")).toHaveLength(4);
    expect(keysOf("MAKES")).toHaveLength(4);
    expect(keysOf("ATTRIBUTED_TO")).toEqual(["ATTRIBUTED_TO|claim:n2:47-64|organization:axios"]);
    expect(graph.getNodeAttributes("claim:n1:0-99")).toMatchObject({ attribution: ["l1"], when: "then", from: "2025-03-03" });
  });

  it("derives who met whom from what took place, and from nothing else", () => {
    expect(keysOf("MET")).toEqual(["MET|organization:hamas|person:adam-boehler"]);
    expect(graph.getEdgeAttributes("MET|organization:hamas|person:adam-boehler")).toEqual({
      kind: "MET",
      times: 1,
      first: "2025-03-03",
      last: "2025-03-03",
      modalities: ["held"],
      sources: 2,
      manual: null,
    });
    expect(graph.getNodeAttributes("meeting:steve-witkoff-qatar")).toMatchObject({
      modality: "cancelled",
      modalities: ["cancelled", "planned"],
    });
  });

  it("has each role once, whatever its case", () => {
    expect(keysOf("HAS_ROLE")).toEqual(["HAS_ROLE|person:adam-boehler|place:united-states|Envoy|false"]);
  });

  it("keeps text and annotation of every article", () => {
    for (const { annotation, text } of articles) {
      const node = graph.getNodeAttributes(annotation.id);
      expect(node).toMatchObject({ text });
      expect(node.kind === "Article" && JSON.parse(node.annotation)).toEqual(annotation);
    }
  });

  it("points every offset at the words it stands for", () => {
    graph.forEachNode((_, node) => {
      if (node.kind !== "Quote" && node.kind !== "Claim") return;
      const article = graph.getNodeAttributes(node.article);
      expect(article.kind === "Article" && article.text.slice(node.start, node.end)).toBe(node.text);
    });
    graph.forEachEdge((_, edge, source) => {
      if (edge.kind !== "MENTIONS") return;
      const article = graph.getNodeAttributes(source);
      edge.starts.forEach((start, index) => {
        expect(article.kind === "Article" && article.text.slice(start, edge.ends[index])).toBe(edge.texts[index]);
      });
    });
  });

  it("has the ends that the schema allows", () => {
    graph.forEachEdge((_, { kind }, source, target, from, to) => {
      const schema = relationshipSchemas.find(({ type }) => type === kind);
      expect(schema?.from, `${kind} from ${source}`).toContain(from.kind);
      expect(schema?.to, `${kind} to ${target}`).toContain(to.kind);
    });
  });

  it("gives every node a spot of its own", () => {
    const spots = graph.mapNodes((_, { x, y }) => `${x} ${y}`);
    expect(new Set(spots).size).toBe(spots.length);
    expect(spots.join(" ")).not.toMatch(/NaN|Infinity|null/u);
  });
});

it("is the same whatever the order of the articles", () => {
  const given = [...articles, annotated("n4", articles[0]?.text ?? "", { publishedAt: "2025-03-09" })];
  const expected = writeGraphJson(buildGraph(given, { tables }).graph);
  fc.assert(
    fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (shuffled) => {
      expect(writeGraphJson(buildGraph(shuffled, { tables }).graph)).toBe(expected);
    }),
    { numRuns: 20 },
  );
});

it("is empty without articles, and takes articles without names", () => {
  expect(buildGraph([], { tables }).graph.order).toBe(0);
  expect(buildGraph([annotated("a", "Nothing.")], { tables }).graph.nodes()).toEqual(["a"]);
});

it("takes an article that is given twice once, and refuses two articles with one id", () => {
  const [first = annotated("a", "")] = articles;
  expect(buildGraph([first, first], { tables }).articles).toBe(1);
  const other = annotated(first.annotation.id, "Another text.", { file: "b.txt" });
  expect(() => buildGraph([first, other], { tables })).toThrow(UserError);
  expect(() => buildGraph([first, other], { tables })).toThrow(/id "n1".*b\.txt/u);
});

it("survives articles whose ids look like other nodes", () => {
  const hostile = ["person:adam-boehler", "quote:person:adam-boehler:0-3", "meeting:adam-boehler-hamas", "outlet:echo"].map((id) =>
    annotated(id, '"[Hamas|o1]" [Adam Boehler|p1]', {
      outlet: "Echo",
      quotes: [{ text: '"Ha', speaker: "p1" }],
      meetings: [{ parties: ["p1", "o1"] }],
    }),
  );
  const result = buildGraph(hostile, { tables });
  expect(result).toMatchObject({ articles: 4, entities: 2, quotes: 4, meetings: 1 });
});

describe("graph JSON", () => {
  it("reads what it wrote", () => {
    const again = readGraphJson(writeGraphJson(graph));
    expect(serializeGraph(again)).toEqual(serializeGraph(graph));
  });

  const valid = serializeGraph(graph);
  const [node] = valid.nodes;
  const [edge] = valid.edges;
  it.each<[string, unknown, RegExp]>([
    ["no graph", 7, /no lists/u],
    ["no edges", { nodes: [] }, /no lists/u],
    ["an unknown kind", { nodes: [{ key: "a", attributes: { kind: "Planet", id: "a" } }], edges: [] }, /node 1: unknown kind "Planet"/u],
    ["a key that is not the id", { nodes: [{ ...node, key: "b" }], edges: [] }, /node 1: its key/u],
    ["a wrong type", { nodes: [{ ...node, attributes: { ...node?.attributes, x: "left" } }], edges: [] }, /"x" is not of type float/u],
    [
      "an unknown property",
      { nodes: [{ ...node, attributes: { ...node?.attributes, colour: "red" } }], edges: [] },
      /unknown property "colour"/u,
    ],
    ["a node twice", { nodes: [node, node], edges: [] }, /there twice/u],
    ["an edge to nowhere", { ...valid, edges: [{ ...edge, target: "nowhere" }] }, /edge 1: there is no node "nowhere"/u],
    [
      "an edge between the wrong labels",
      { ...valid, edges: [{ ...edge, source: "n1", target: "n2" }] },
      /edge 1: no \w+ leads from Article to Article/u,
    ],
    ["an edge twice", { ...valid, edges: [edge, edge] }, /edge 2: .* twice/u],
  ])("refuses %s", (_, value, message) => {
    expect(() => parseGraph(value)).toThrow(message);
    expect(() => parseGraph(value)).toThrow(UserError);
  });

  it("refuses text that is no JSON", () => {
    expect(() => readGraphJson("{")).toThrow(/not JSON/u);
  });
});

const seeds = new URL("../../../shared/seeds/", import.meta.url);
const isRequired = (process.env.WHOMET_REQUIRE ?? "").split(",").includes("shared");
const reason = existsSync(seeds) ? "" : " (skipped: ../shared/seeds is not here)";

it.skipIf(reason !== "" && !isRequired)(`finds the one copy among the seed articles${reason}`, () => {
  const given = readdirSync(seeds)
    .toSorted()
    .map((file) => annotated(file.slice(0, 3), readFileSync(new URL(file, seeds), "utf8").replaceAll("|", " ")));
  const result = buildGraph(given, { tables, layout: false });
  expect(result.graph.filterEdges((_, { kind }) => kind === "COPY_OF")).toEqual(["COPY_OF|004|000"]);
});
