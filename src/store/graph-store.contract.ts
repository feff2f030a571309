/** What every store must do, as one suite that runs on each of them. */
import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../domain/errors.ts";
import type { ArticleNode, GraphNode, GraphRelationship, KnowledgeGraph, PersonNode } from "../domain/knowledge-graph.ts";
import { describeAnswers } from "./answers.contract.ts";
import { fixtureGraph, relate, reversed } from "./graph-fixture.contract.ts";
import { storableText } from "./graph-rows.ts";
import type { GraphStore, LoadReport } from "./graph-store.ts";
import { questionCases } from "./question-rows.contract.ts";
import { askQuestion, listQuestions } from "./questions.ts";

export interface StoreUnderTest {
  /** Opens an empty store. */
  open(): Promise<GraphStore>;
  /** Opens a store with what the last one held. */
  reopen(): Promise<GraphStore>;
  /** How many random graphs to load: fewer where a load takes longer. */
  readonly randomGraphs: number;
}

const nothing = { nodes: 0, relationships: 0 };
const noChange: LoadReport = { created: nothing, updated: nothing, deleted: nothing };

export function describeGraphStore(name: string, { open, reopen, randomGraphs }: StoreUnderTest): void {
  describe(name, () => {
    describe("load", () => {
      let store: GraphStore;
      beforeEach(async () => {
        store = await open();
      });
      afterEach(async () => {
        await store.close();
      });

      it("creates every node and relationship of a graph, and says how many", async () => {
        const graph = fixtureGraph();
        expect(await store.load(graph)).toEqual({ ...noChange, created: { nodes: graph.order, relationships: graph.size } });
        expect(shown(await store.readGraph())).toEqual(shown(graph));
      });

      it("changes nothing the second time, in whatever order the graph was put together", async () => {
        await store.load(fixtureGraph());
        expect(await store.load(fixtureGraph())).toEqual(noChange);
        expect(await store.load(reversed(fixtureGraph()))).toEqual(noChange);
      });

      it("holds the same graph after it was closed and opened again", async () => {
        await store.load(fixtureGraph());
        await store.close();
        store = await reopen();
        expect(shown(await store.readGraph())).toEqual(shown(fixtureGraph()));
        expect(await store.load(fixtureGraph())).toEqual(noChange);
      });

      it("updates a changed node and keeps its relationships", async () => {
        await store.load(fixtureGraph());
        const graph = fixtureGraph();
        const boehler = graph.getNodeAttributes("person:adam-boehler") as PersonNode;
        graph.replaceNodeAttributes(boehler.id, { ...boehler, name: "Adam S. Boehler", aliases: [], x: 0 });
        expect(await store.load(graph)).toEqual({ ...noChange, updated: { nodes: 1, relationships: 0 } });
        expect(shown(await store.readGraph())).toEqual(shown(graph));
      });

      it("updates a changed relationship in place", async () => {
        await store.load(fixtureGraph());
        const graph = fixtureGraph();
        const key = graph.findEdge((_, { kind }) => kind === "MET") ?? "";
        graph.replaceEdgeAttributes(key, { kind: "MET", times: 9, first: null, last: null, modalities: [], sources: 4, manual: null });
        expect(await store.load(graph)).toEqual({ ...noChange, updated: { nodes: 0, relationships: 1 } });
        expect(shown(await store.readGraph())).toEqual(shown(graph));
      });

      it("tells relationships of one type between the same two apart by their key", async () => {
        await store.load(fixtureGraph());
        const graph = fixtureGraph();
        relate(graph, "person:taher-al-nono", "organization:hamas", { kind: "HAS_ROLE", title: "envoy", former: false, manual: null });
        expect(await store.load(graph)).toEqual({ ...noChange, created: { nodes: 0, relationships: 1 } });
        expect((await store.load(fixtureGraph())).deleted).toEqual({ nodes: 0, relationships: 1 });
        expect(shown(await store.readGraph())).toEqual(shown(fixtureGraph()));
      });

      it("removes what only an article that is gone supported", async () => {
        await store.load(fixtureGraph());
        const less = fixtureGraph(["article:harbour", "article:meridian"]);
        const { created, deleted } = await store.load(less);
        expect(created).toEqual(nothing);
        expect(deleted.nodes).toBe(fixtureGraph().order - less.order);
        expect(deleted.relationships).toBe(fixtureGraph().size - less.size);
        expect(shown(await store.readGraph())).toEqual(shown(less));
      });

      it("moves an id from one label to another with its relationships", async () => {
        const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
        fixtureGraph().forEachNode((id, node) => {
          graph.addNode(id, id === "place:qatar" && node.kind === "Place" ? { ...node, kind: "Organization" } : node);
        });
        fixtureGraph().forEachEdge((key, attributes, source, target) => graph.addDirectedEdgeWithKey(key, source, target, attributes));
        await store.load(fixtureGraph());
        const { created, deleted } = await store.load(graph);
        expect([created.nodes, deleted.nodes]).toEqual([1, 1]);
        expect(shown(await store.readGraph())).toEqual(shown(graph));
        expect(await store.load(graph)).toEqual(noChange);
      });

      it("empties the store when the graph is empty", async () => {
        await store.load(fixtureGraph());
        const { deleted } = await store.load(new MultiDirectedGraph<GraphNode, GraphRelationship>());
        expect(deleted).toEqual({ nodes: fixtureGraph().order, relationships: fixtureGraph().size });
        expect((await store.readGraph()).order).toBe(0);
      });

      it("takes loads that are begun at once one after the other", async () => {
        const reports = await Promise.all([store.load(fixtureGraph(["article:delta"])), store.load(fixtureGraph())]);
        expect(reports.map(({ created }) => created.nodes > 0)).toEqual([true, true]);
        expect(shown(await store.readGraph())).toEqual(shown(fixtureGraph()));
      });

      it("carries an article of two million signs", async () => {
        const graph = fixtureGraph();
        const article = graph.getNodeAttributes("article:harbour") as ArticleNode;
        const text = "Long “text”,\n".repeat(160_000);
        graph.replaceNodeAttributes(article.id, { ...article, text });
        await store.load(graph);
        expect((await store.storedArticles()).find(({ id }) => id === article.id)?.text).toBe(text);
        expect(await store.load(graph)).toEqual(noChange);
      });

      it("keeps any text, and changes any graph into any other", async () => {
        await fc.assert(
          fc.asyncProperty(hostileGraph(), hostileGraph(), async (one, other) => {
            for (const graph of [one, other]) {
              await store.load(graph);
              expect(shown(await store.readGraph())).toEqual(shown(graph));
              expect(await store.storedArticles()).toEqual(articlesOf(graph));
              expect(await store.load(graph)).toEqual(noChange);
            }
          }),
          { numRuns: randomGraphs },
        );
      });
    });

    describe("once loaded", () => {
      let store: GraphStore;
      beforeAll(async () => {
        store = await open();
        await store.load(fixtureGraph());
      });
      afterAll(async () => {
        await store.close();
      });

      it("gives back the stored articles, ordered by id, with text, annotation and path", async () => {
        expect(await store.storedArticles()).toEqual(articlesOf(fixtureGraph()));
      });

      it("reads a graph without texts, annotations and paths of this machine", async () => {
        expect((await store.readGraph()).getNodeAttributes("article:delta")).toMatchObject({ text: "", annotation: "", path: null });
      });

      describe("query", () => {
        it("answers nodes, relationships and paths as plain JSON without ids of the engine", async () => {
          const cypher = "MATCH path = (p:Person {id: $id})-[r:HAS_ROLE {former: true}]->(o:Organization) RETURN p, r, path";
          const result = await store.query(cypher, { id: "person:taher-al-nono" });
          const person = fixtureGraph().getNodeAttributes("person:taher-al-nono");
          const role = { kind: "HAS_ROLE", title: "spokesman", former: true, manual: null };
          const hamas = fixtureGraph().getNodeAttributes("organization:hamas");
          expect(result).toEqual({
            columns: ["p", "r", "path"],
            rows: [{ p: person, r: role, path: { nodes: [person, hamas], relationships: [role] } }],
            truncated: false,
          });
        });

        it("shows neither the annotation nor the path on disk of an article", async () => {
          const { rows } = await store.query("MATCH (a:Article) RETURN a");
          expect(rows).toHaveLength(5);
          expect(JSON.stringify(rows)).not.toMatch(/annotation|somewhere|rowHash/u);
        });

        it.each<[string, unknown]>([
          ["1 + 2", 3],
          ["1.5", 1.5],
          ["9007199254740991", Number.MAX_SAFE_INTEGER],
          ["'a' + 'b'", "ab"],
          ["true", true],
          ["null", null],
          ["[1, 2]", [1, 2]],
          ["{a: 1, b: 'x'}", { a: 1, b: "x" }],
          ["date('2025-03-04')", "2025-03-04"],
        ])("answers %s as JSON", async (expression, value) => {
          expect((await store.query(`RETURN ${expression} AS value`)).rows).toEqual([{ value }]);
        });

        it.each<[string, string | number | boolean | string[]]>([
          ["text", 'it\'s a "test" \\ `$name`'],
          ["a whole number", 42],
          ["a broken number", 0.5],
          ["a truth value", true],
          ["a list of texts", ["a", "b'"]],
        ])("takes %s as a parameter", async (_, value) => {
          expect((await store.query("RETURN $value AS value", { value, unused: 1 })).rows).toEqual([{ value }]);
        });

        it("limits with a parameter", async () => {
          expect(
            (await store.query("MATCH (e:Person|Organization|Place) RETURN e.id AS id ORDER BY id LIMIT $limit", { limit: 2 })).rows,
          ).toEqual([{ id: "organization:hamas" }, { id: "organization:white-house" }]);
        });

        it("says when there were more rows than asked for", async () => {
          const cypher = "MATCH (p:Person) RETURN p.id AS id ORDER BY id";
          const cut = await store.query(cypher, {}, { rowLimit: 2 });
          expect(cut.rows).toEqual([{ id: "person:adam-boehler" }, { id: "person:donald-trump" }]);
          expect(cut.truncated).toBe(true);
          expect(await store.query(cypher, {}, { rowLimit: 5 })).toMatchObject({ truncated: false });
        });

        it("stops a query that takes too long", async () => {
          const cypher = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE (a * b) % 7 = 3 RETURN count(*) AS n";
          await expect(store.query(cypher, {}, { timeoutMs: 300 })).rejects.toMatchObject({
            code: "bad-query",
            message: expect.stringContaining("300 ms"),
          });
        });

        it.each([
          "CREATE (:Person {id: 'x'})",
          "MERGE (p:Person {id: 'x'}) RETURN p",
          "MATCH (p:Person) SET p.name = 'x'",
          "MATCH (p:Person) SET p.name = 'x' RETURN p",
          "MATCH (p:Person) DETACH DELETE p",
          "MATCH (p:Person) REMOVE p.name",
          "DROP TABLE Person",
          "MATCH (p:Person) RETURN p; MATCH (q:Person) DETACH DELETE q",
          "/* RETURN */ CREATE (:Person {id: 'x'})",
          "COPY (MATCH (p:Person) RETURN p.id) TO 'out.csv'",
          "EXPORT DATABASE 'out'",
          "LOAD FROM 'in.csv' RETURN *",
          "MATCH (p:Person) LOAD FROM 'in.csv' RETURN *",
          "LOAD CSV FROM 'file:///in.csv' AS line RETURN line",
          "MATCH (p:Person) LOAD CSV FROM 'http://127.0.0.1/x' AS line RETURN line",
          "INSTALL json",
          "ATTACH 'other' AS other (dbtype lbug)",
          "CALL threads = 1",
          "CALL dbms.listConfig() YIELD name RETURN name",
          "CALL apoc.load.json('http://127.0.0.1/x') YIELD value RETURN value",
          "USE system RETURN 1",
          "BEGIN TRANSACTION",
          "EXPLAIN CREATE (:Person {id: 'x'})",
        ])("refuses %s, and changes nothing", async (cypher) => {
          await expect(store.query(cypher)).rejects.toMatchObject({ code: "bad-query" });
          expect(shown(await store.readGraph())).toEqual(shown(fixtureGraph()));
        });

        it.each(["", "// nothing", "MATCH (", "MATCH (p:Person) RETURN q", "RETURN $missing"])(
          "explains what is wrong with “%s”",
          async (cypher) => {
            const error: unknown = await store.query(cypher).catch((caught: unknown) => caught);
            expect(error).toBeInstanceOf(UserError);
            expect(error).toMatchObject({ code: "bad-query", message: expect.stringMatching(/\w/u) });
          },
        );
      });

      describe("questions", () => {
        it.each(questionCases)("answers $question with $given", async ({ question, given, rows }) => {
          expect((await askQuestion(store, question, given)).rows).toEqual(rows);
        });

        it("have expected rows here, every one", () => {
          expect([...new Set(questionCases.map(({ question }) => question))].sort()).toEqual(
            listQuestions().map((question) => question.name),
          );
        });

        it("find names in any case", async () => {
          const rows = await Promise.all(
            ["ADAM BOEHLER", "adam boehler"].map(async (given) => (await askQuestion(store, "who-did-x-meet", { name: given })).rows),
          );
          expect(rows[0]).toHaveLength(2);
          expect(rows[1]).toEqual(rows[0]);
        });
      });

      describeAnswers(() => store);
    });
  });
}

/** A graph as it is to be read back: texts as stores keep them, without what stays inside, in an order of its own. */
function shown(graph: KnowledgeGraph): unknown {
  const hidden = { text: "", annotation: "", path: null };
  const nodes = graph.mapNodes((_, node) => storable(node.kind === "Article" ? { ...node, ...hidden } : node));
  const relationships = graph.mapEdges((_, relationship, from, to) => storable({ from, to, ...relationship }));
  return { nodes: nodes.sort(), relationships: relationships.sort() };
}

function articlesOf(graph: KnowledgeGraph): unknown {
  return graph
    .mapNodes((_, node) => (node.kind === "Article" ? [node] : []))
    .flat()
    .map(({ id, text, annotation, path }) => JSON.parse(storable({ id, text, annotation, path })))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function storable(value: object): string {
  const sorted = Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(sorted, (_, item: unknown) => (typeof item === "string" ? storableText(item) : item));
}

const awkward = [
  ..."\"'`\\,;|[]{}()$\n\r\t\0\b\x1B\u2028\u202E\uFEFF",
  "",
  " ",
  "null",
  "NULL",
  "\\N",
  "\\n",
  "\\u0027",
  "''",
  '""',
  "[]",
  "[a,b]",
  "{a: 1}",
  "true",
  "0",
  "-1",
  "1e400",
  "NaN",
  "2025-03-04",
  "'}) DETACH DELETE n //",
  "</script>",
  "=HYPERLINK(1)",
  "\uD800",
  "\uDC00\uD800",
  "😀",
  "שלום",
  "\u0301",
];

/** Text of everything that some format, engine or query could stumble over. */
function hostileText(): fc.Arbitrary<string> {
  const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map((units) => String.fromCharCode(...units));
  return fc.array(fc.oneof(fc.constantFrom(...awkward), fc.string(), codeUnits), { maxLength: 5 }).map((parts) => parts.join(""));
}

/** A few articles and people from a small pool of ids, so that two graphs share some of them. */
function hostileGraph(): fc.Arbitrary<KnowledgeGraph> {
  const text = hostileText();
  const maybe = fc.option(text);
  const texts = fc.array(text, { maxLength: 4 });
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const whole = fc.maxSafeInteger();
  const position = { x: number, y: number };
  const suffix = fc.constantFrom("", "'", '"', "\n", "\\", "\0", "\uD800", ",", "[]");
  const article = fc.record({
    suffix,
    title: maybe,
    publishedAt: maybe,
    url: maybe,
    file: maybe,
    text,
    annotation: text,
    path: maybe,
    manual: maybe,
    ...position,
  });
  const person = fc.record({
    suffix,
    name: text,
    aliases: texts,
    keys: texts,
    wikidata: maybe,
    mentions: whole,
    articles: whole,
    manual: maybe,
    ...position,
  });
  const mention = fc.record({ count: whole, starts: fc.array(whole, { maxLength: 3 }), ends: fc.array(whole, { maxLength: 3 }), texts });
  const ends = fc.record({ from: fc.nat(3), to: fc.nat(3) });
  const met = fc.record({
    times: whole,
    first: maybe,
    last: maybe,
    modalities: fc.subarray(["held", "denied"] as const),
    sources: whole,
    manual: maybe,
  });
  return fc
    .record({
      articles: fc.array(article, { maxLength: 4 }),
      people: fc.array(person, { maxLength: 4 }),
      mentions: fc.array(fc.record({ ends, mention }), { maxLength: 8 }),
      meetings: fc.array(fc.record({ ends, met }), { maxLength: 6 }),
    })
    .map(({ articles, people, mentions, meetings }) => {
      const graph: KnowledgeGraph = new MultiDirectedGraph<GraphNode, GraphRelationship>();
      const articleIds = articles.map((node, index) => `article:${index}${node.suffix}`);
      const personIds = people.map((node, index) => `person:${index}${node.suffix}`);
      articles.forEach(({ suffix: _, ...node }, index) => {
        graph.addNode(articleIds[index], { kind: "Article", id: articleIds[index] ?? "", ...node });
      });
      people.forEach(({ suffix: _, ...node }, index) => {
        graph.addNode(personIds[index], { kind: "Person", id: personIds[index] ?? "", ...node });
      });
      for (const { ends: at, mention: told } of mentions)
        connect(graph, articleIds[at.from], personIds[at.to], { kind: "MENTIONS", ...told });
      for (const { ends: at, met: told } of meetings) connect(graph, personIds[at.from], personIds[at.to], { kind: "MET", ...told });
      return graph;
    });
}

function connect(graph: KnowledgeGraph, from: string | undefined, to: string | undefined, relationship: GraphRelationship): void {
  if (from === undefined || to === undefined) return;
  if (!graph.someEdge(from, to, (_, { kind }) => kind === relationship.kind)) relate(graph, from, to, relationship);
}
