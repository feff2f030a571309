import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { GraphNode, GraphRelationship, KnowledgeGraph } from "../../domain/knowledge-graph.ts";
import type { ManualSource } from "../../domain/manual.ts";
import { annotated, tables } from "../annotated-article.fixture.ts";
import { buildGraph } from "../build-graph.ts";
import { writeExport } from "../export-graph.ts";
import { serializeGraph } from "../graph-json.ts";
import { findFacts } from "./find-facts.ts";
import { parseEditedGraph } from "./parse-edited-graph.ts";

const articles = [
  annotated("n1", "[Adam Boehler|p1], envoy of the [U.S.|l1], met officials of [Hamas|o1] in [Doha|l2].", {
    publishedAt: "2025-03-05",
    outlet: "The Veldmark Echo",
    roles: { p1: [["envoy", "l1"]] },
    meetings: [{ parties: ["p1", "officials@o1"], place: "l2", date: ["2025-03-03", "2025-03-03"] }],
  }),
  annotated("n2", "[Steve Witkoff|p1] had planned to meet the premier of [Qatar|l1].", {
    meetings: [{ parties: ["p1", "the premier@l1"], modality: "planned" }],
  }),
];

function build(manual: readonly ManualSource[] = []): KnowledgeGraph {
  return buildGraph(articles, { tables, manual, layout: false }).graph;
}

const identity = { id: "manual:edits", file: "edits.json", path: "/somewhere/edits.json" };
const ours = build();
const met = ours.findNode((_, { kind, id }) => kind === "Meeting" && id.includes("boehler")) ?? "";

interface Drawn {
  readonly nodes?: readonly { readonly key: string; readonly [name: string]: unknown }[];
  readonly edges?: readonly (readonly [source: string, target: string, attributes: object])[];
}

/** A file of graphology's JSON with these nodes and edges, and those nodes of ours that the edges need. */
function drawn({ nodes = [], edges = [] }: Drawn, about: object = { author: "Anna Editor", date: "2025-04-02T08:00:00Z" }): string {
  const listed = new Set(nodes.map(({ key }) => key));
  const ends = edges.flatMap(([source, target]): string[] => (source === target ? [source] : [source, target]));
  const known = ends.filter((key) => !listed.has(key) && ours.hasNode(key));
  return JSON.stringify({
    attributes: about,
    nodes: [
      ...[...new Set(known)].map((key) => ({ key, attributes: ours.getNodeAttributes(key) })),
      ...nodes.map(({ key, ...attributes }) => ({ key, attributes })),
    ],
    edges: edges.map(([source, target, attributes]) => ({ source, target, attributes })),
  });
}

function facts(file: string, base = ours) {
  return findFacts(parseEditedGraph(file, "edits.json"), base, identity);
}

function loaded(file: string): { readonly graph: KnowledgeGraph; readonly source: ManualSource } {
  const { source, problems } = facts(file);
  expect(problems).toEqual([]);
  if (!source) throw new Error("the file has facts");
  return { graph: build([source]), source };
}

/** What is left when everything that a person entered is taken out. */
function withoutManual(graph: KnowledgeGraph): KnowledgeGraph {
  const bare = graph.copy();
  bare.forEachNode((id, node) => {
    if ("manual" in node && node.manual !== null) bare.dropNode(id);
  });
  bare.forEachEdge((key, edge) => {
    if ("manual" in edge && edge.manual !== null) bare.dropEdge(key);
  });
  return bare;
}

const person = { key: "n7", kind: "Person", label: "Karim Haddad", aliases: "Mr. Haddad | K. Haddad" };

describe("what is drawn", () => {
  it("brings in a person, a role and a meeting, each marked with its file and traced to who entered it when", () => {
    const { graph } = loaded(
      drawn({
        nodes: [person],
        edges: [
          ["n7", "organization:hamas", { kind: "HAS_ROLE", title: "adviser" }],
          ["n7", "person:adam-boehler", { kind: "MET", first: "2025-03-09", last: "2025-03-09" }],
        ],
      }),
    );
    expect(graph.getNodeAttributes("person:karim-haddad")).toMatchObject({
      name: "Karim Haddad",
      aliases: ["Mr. Haddad", "K. Haddad"],
      mentions: 0,
      manual: "manual:edits",
    });
    const meeting = "meeting:karim-haddad-adam-boehler:2025-03-09";
    expect(graph.getNodeAttributes(meeting)).toMatchObject({
      title: "Karim Haddad – Adam Boehler",
      modality: "held",
      independentSources: 0,
      articles: 0,
      precision: "day",
      manual: "manual:edits",
    });
    const [claim] = graph.inNeighbors(meeting).filter((id) => id.startsWith("claim:"));
    expect(graph.getNodeAttributes(claim)).toMatchObject({
      text: "",
      start: 0,
      end: 0,
      attribution: ["Anna Editor"],
      article: "manual:edits",
    });
    expect(graph.getNodeAttributes("manual:edits")).toMatchObject({
      title: "Entered by hand: edits.json, by Anna Editor, 2025-04-02",
      publishedAt: "2025-04-02",
      text: "",
    });
    expect(graph.getEdgeAttributes("MET|person:adam-boehler|person:karim-haddad")).toMatchObject({
      times: 1,
      sources: 0,
      manual: "manual:edits",
    });
    expect(graph.getEdgeAttributes("HAS_ROLE|person:karim-haddad|organization:hamas|adviser|false").kind).toBe("HAS_ROLE");
  });

  it("adds a party and a place to a meeting that articles report, and leaves what they say of it", () => {
    const { graph } = loaded(
      drawn({
        nodes: [person],
        edges: [
          ["n7", met, { kind: "TOOK_PART_IN" }],
          [met, "place:qatar", { kind: "HELD_AT" }],
        ],
      }),
    );
    expect(graph.getNodeAttributes(met)).toEqual(ours.getNodeAttributes(met));
    expect(graph.getEdgeAttributes(`TOOK_PART_IN|person:karim-haddad|${met}`)).toMatchObject({ manual: "manual:edits" });
    expect(graph.hasEdge("MET|organization:hamas|person:karim-haddad")).toBe(true);
    expect(withoutManual(graph).export()).toEqual(ours.export());
  });

  it("takes a meeting drawn as a node, with its own words for what became of it", () => {
    const { graph } = loaded(
      drawn({
        nodes: [person, { key: "m1", kind: "Meeting", label: "Talks", modality: "planned", from: "2025-05-01", unnamed: "two aides" }],
        edges: [["n7", "m1", { kind: "TOOK_PART_IN" }]],
      }),
    );
    expect(graph.getNodeAttributes("meeting:talks")).toMatchObject({
      title: "Talks",
      modality: "planned",
      unnamed: ["two aides"],
      to: null,
      precision: "vague",
    });
    expect(graph.filterEdges((_, { kind }) => kind === "MET")).toHaveLength(1);
  });

  it("reads a line without a direction, either way round", () => {
    const gexf = `<gexf version="1.2"><meta lastmodifieddate="2025-04-02"><creator>Gephi 0.10.1</creator></meta><graph defaultedgetype="undirected">
      <attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
      <attributes class="edge"><attribute id="0" title="kind" type="string"/><attribute id="1" title="title" type="string"/></attributes>
      <nodes><node id="a" label="Karim Haddad"><attvalues><attvalue for="0" value="Person"/></attvalues></node>
      <node id="organization:hamas" label="Hamas"/></nodes>
      <edges><edge source="organization:hamas" target="a"><attvalues><attvalue for="0" value="HAS_ROLE"/><attvalue for="1" value="aide"/></attvalues></edge></edges>
      </graph></gexf>`;
    const { source, problems } = facts(gexf);
    expect(problems).toEqual([]);
    expect(source).toMatchObject({
      by: "Gephi 0.10.1",
      on: "2025-04-02",
      roles: [{ person: "person:karim-haddad", of: "organization:hamas", title: "aide" }],
    });
  });

  it("takes a new node by the name of the only one who bears it", () => {
    const { source } = facts(
      JSON.stringify({
        nodes: [
          { key: "1", attributes: { kind: "Person", label: "ADAM BOEHLER" } },
          { key: "2", attributes: { kind: "Person", name: "Karim Haddad" } },
        ],
        edges: [{ source: "1", target: "2", undirected: true, attributes: { label: "met" } }],
      }),
    );
    expect(source?.meetings.map(({ parties }) => parties.map(({ entity }) => entity))).toEqual([
      ["person:adam-boehler", "person:karim-haddad"],
    ]);
  });
});

describe("what articles say", () => {
  const hands: fc.Arbitrary<Drawn> = fc
    .record({
      met: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 5 }),
      took: fc.array(fc.nat(6), { maxLength: 4 }),
      roles: fc.array(fc.tuple(fc.nat(6), fc.string({ minLength: 1 })), { maxLength: 3 }),
    })
    .map(({ met: pairs, took, roles }) => {
      const ids = ["person:adam-boehler", "person:steve-witkoff", "organization:hamas", "place:qatar", "n1", "n2", "n3"];
      const nodes = ["n1", "n2", "n3"].map((key) => ({ key: `new-${key}`, kind: "Person", label: `Nora ${key}` }));
      const at = (index: number): string => (ids[index]?.startsWith("n") ? `new-${ids[index]}` : (ids[index] ?? ""));
      const edges: (readonly [string, string, object])[] = [
        ...pairs.map(([a, b]) => [at(a), at(b), { kind: "MET" }] as const),
        ...took.map((one) => [at(one), met, { kind: "TOOK_PART_IN" }] as const),
        ...roles.map(([one, title]) => [at(one), "organization:hamas", { kind: "HAS_ROLE", title }] as const),
      ];
      return { nodes, edges };
    });

  it("is what is left when the facts of any file are taken out, and a file read twice is read once", () => {
    fc.assert(
      fc.property(hands, (file) => {
        const { source } = facts(drawn(file));
        const graph = build(source ? [source] : []);
        expect(serializeGraph(withoutManual(graph))).toEqual(serializeGraph(ours));
        expect(facts(drawn(file)).source).toEqual(source);
      }),
      { numRuns: 60 },
    );
  });

  it.each(["gexf", "json"] as const)("comes back from our own %s as nothing new, with and without facts in it", (format) => {
    const { graph, source } = loaded(drawn({ nodes: [person], edges: [["n7", "person:adam-boehler", { kind: "MET" }]] }));
    const [bare, edited] = [ours, graph].map((one) => writeExport(one, format)[0]?.content ?? "");
    expect(facts(bare ?? "")).toEqual({ source: null, problems: [] });
    expect(facts(edited ?? "", graph)).toEqual({ source: null, problems: [] });
    const again = facts(edited ?? "");
    expect(again.problems).toEqual([]);
    expect(again.source?.meetings).toEqual(source.meetings);
  });

  it("comes back as nothing new when names and titles hold what files stumble over", () => {
    const awkward = fc.constantFrom(
      "]]>",
      "<b>&\"'",
      "\u0000\u0007",
      "\r\n\t",
      "\uD800",
      "\u202Egro.live",
      "`x`",
      "=1+1",
      " | ",
      "a".repeat(300),
    );
    const text = fc
      .array(fc.oneof(awkward, fc.string({ unit: "binary" })), { minLength: 1, maxLength: 3 })
      .map((parts) => `x${parts.join("")}`);
    fc.assert(
      fc.property(text, text, text, (name, title, id) => {
        const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
        ours.forEachNode((key, node) => {
          graph.addNode(key, node.id === "person:adam-boehler" ? ({ ...node, name } as GraphNode) : node);
        });
        graph.addNode(`person:${id}`, { ...ours.getNodeAttributes("person:steve-witkoff"), id: `person:${id}` } as GraphNode);
        const role = { kind: "HAS_ROLE", title, former: false, manual: null } as const;
        graph.addEdgeWithKey("role", `person:${id}`, "organization:hamas", role);
        for (const format of ["gexf", "json"] as const) {
          const content = writeExport(graph, format)[0]?.content ?? "";
          expect(facts(content, graph)).toEqual({ source: null, problems: [] });
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, Drawn, string]>([
    [
      "another name",
      { nodes: [{ key: "person:adam-boehler", kind: "Person", name: "Adam B." }] },
      'edits.json: node 1: "person:adam-boehler": name "Adam B." is not taken over; it stays "Adam Boehler"',
    ],
    [
      "another outcome",
      { nodes: [{ key: met, kind: "Meeting", modality: "denied" }] },
      `edits.json: node 1: "${met}": modality "denied" is not taken over; it stays "held"`,
    ],
    [
      "another kind",
      { nodes: [{ key: "organization:hamas", kind: "Person" }] },
      'edits.json: node 1: "organization:hamas" is of the kind Organization, and stays so',
    ],
  ])("is kept against %s, and that is said", (_, file, problem) => {
    const { source, problems } = facts(drawn(file));
    expect(source).toBeNull();
    expect(problems.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([problem]);
  });

  it("takes a person over whom articles come to name, and finds one whose id has moved", () => {
    const { source } = loaded(drawn({ nodes: [person], edges: [["n7", "person:adam-boehler", { kind: "MET" }]] }));
    const named = annotated("n3", "[Karim Haddad|p1] spoke in [Doha|l1].", {});
    const told = buildGraph([...articles, named], { tables, manual: [source], layout: false }).graph;
    expect(told.getNodeAttributes("person:karim-haddad")).toMatchObject({ manual: null, mentions: 1 });
    expect(told.hasEdge("MET|person:adam-boehler|person:karim-haddad")).toBe(true);
    const without = buildGraph([], { tables, manual: [source], layout: false }).graph;
    expect(without.getNodeAttributes("person:adam-boehler")).toMatchObject({ name: "Adam Boehler", manual: "manual:edits" });
  });

  it("is missed by a fact that only added to it, and that is said", () => {
    const { source } = loaded(drawn({ nodes: [person], edges: [["n7", met, { kind: "TOOK_PART_IN" }]] }));
    const { manualProblems } = buildGraph([], { tables, manual: [source], layout: false });
    expect(manualProblems).toEqual([{ where: "manual:edits", reason: expect.stringContaining("is no longer in the graph") }]);
  });
});

describe("a mistake in the file", () => {
  it.each<[string, Drawn, string]>([
    ["no kind", { nodes: [{ key: "x1", label: "Nora" }] }, 'node 1: "x1" has no kind: give it the attribute kind with Person'],
    ["no name", { nodes: [{ key: "x1", kind: "Person" }] }, 'node 1: "x1" has no name'],
    ["a quote", { nodes: [{ key: "q", kind: "Quote", text: "No." }] }, "what is a Quote comes from a text, and cannot be entered by hand"],
    ["a lone meeting", { nodes: [{ key: "m", kind: "Meeting" }] }, '"meeting:m" has fewer than two parties'],
    ["no day", { nodes: [{ key: "m", kind: "Meeting", from: "March 5" }] }, '"March 5" is no day: write it as 2025-03-06'],
    ["days in the wrong order", { nodes: [{ key: "m", kind: "Meeting", from: "2025-03-05", to: "2025-03-01" }] }, "ends before"],
    ["a word we have not", { nodes: [{ key: "m", kind: "Meeting", modality: "maybe" }] }, "modality is one of held, ongoing"],
    [
      "an edge without a kind",
      { edges: [["person:adam-boehler", "place:doha", { label: "likes" }]] },
      "edge 1: it has no kind: give the edge",
    ],
    ["ends that do not fit", { edges: [["place:doha", "place:qatar", { kind: "HAS_ROLE" }]] }, "no HAS_ROLE leads from Place to Place"],
    ["a role without a title", { edges: [["person:steve-witkoff", "organization:hamas", { kind: "HAS_ROLE" }]] }, "the role has no title"],
    ["a quote between two", { edges: [["n2", "place:doha", { kind: "MENTIONS" }]] }, "a MENTIONS comes from a text"],
    [
      "somebody who meets himself",
      { edges: [["person:adam-boehler", "person:adam-boehler", { kind: "MET" }]] },
      '"Adam Boehler" cannot meet itself',
    ],
  ])("is named with its place: %s", (_, file, reason) => {
    const { source, problems } = facts(drawn(file));
    expect(source).toBeNull();
    expect(problems.map((problem) => `${problem.where}: ${problem.reason}`).join("\n")).toContain(reason);
  });

  it.each([
    ["", "edits.gexf is neither GEXF nor JSON of graphology"],
    ["<graphml/>", "edits.gexf:1: it is no GEXF, but <graphml>"],
    ["<gexf></gexf>", "there is no <graph> in it"],
    ["<gexf>\n<graph>\n<nodes><node id='a' x=3/></nodes></graph></gexf>", "edits.gexf:3:"],
    ["<gexf>\n<graph>", "edits.gexf:1:1: it is not well-formed XML"],
    ["<gexf><graph>\n<nodes><node id='a'></nodes></graph></gexf>", "edits.gexf:2:21: it is not well-formed XML"],
    ["<gexf><graph><nodes>\n<node/></nodes></graph></gexf>", "edits.gexf:2: a node without an id"],
    ["<gexf><graph><nodes><node id='a'/>\n<node id='a'/></nodes></graph></gexf>", 'edits.gexf:2: a second node with the id "a"'],
    [
      "<gexf><graph><nodes><node id='a'/></nodes><edges>\n<edge source='a' target='b'/></edges></graph></gexf>",
      'edits.gexf:2: there is no node "b" for the edge\'s target',
    ],
    ["<!DOCTYPE x [<!ENTITY a 'b'>]><gexf><graph><nodes><node id='&a;'/></nodes></graph></gexf>", "not well-formed XML"],
    ['{\n "nodes": [}', "edits.gexf:2:12: it is not JSON"],
    ['{"nodes": 3}', "it has no list of nodes"],
    ['{"nodes": [{}]}', "edits.gexf: node 1: a node without an id"],
    ['{"nodes": [{"key": "a"}], "edges": [{"source": "a"}]}', "edits.gexf: edge 1: an edge without a target"],
    ['{"nodes": [{"key": "a", "attributes": 3}]}', "edits.gexf cannot be read as a graph: "],
  ])("stops the reading with its place: %s", (content, message) => {
    expect(() => parseEditedGraph(content, "edits.gexf")).toThrow(message);
  });

  it("does no harm where elements lie in each other without end", () => {
    const deep = `<gexf><graph>${"<nodes>".repeat(100_000)}${"</nodes>".repeat(100_000)}</graph></gexf>`;
    expect(parseEditedGraph(deep, "edits.gexf").nodes).toEqual([]);
  });
});
