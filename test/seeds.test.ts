/** Five real articles, end to end on both stores: what they must show. The articles lie beside the repository where they are at hand. */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAnnotator } from "../src/annotate/news-pipeline.ts";
import type { AnnotatedArticle } from "../src/domain/annotation.ts";
import { type BuiltGraph, buildGraph } from "../src/graph/build-graph.ts";
import { loadNameTables } from "../src/graph/name-tables.ts";
import { met } from "../src/store/answers.ts";
import type { GraphStore } from "../src/store/graph-store.ts";
import { openStore } from "../src/store/open-store.ts";
import { readArticles } from "../src/text/read-articles.ts";
import { missingNeo4j, type RunningNeo4j, startNeo4j } from "./neo4j/start-neo4j.ts";

const folder = fileURLToPath(new URL("../../shared/seeds/", import.meta.url));

function missingSeeds(): string | null {
  if (existsSync(folder)) return null;
  const reason = "the five articles are not beside the repository (../shared/seeds)";
  if (process.env.WHOMET_REQUIRE?.split(",").includes("shared")) throw new Error(reason);
  return reason;
}

const noSeeds = missingSeeds();
const noNeo4j = missingNeo4j();
if (noSeeds) process.stderr.write(`skipped: the five articles: ${noSeeds}\n`);

async function annotateSeeds(): Promise<AnnotatedArticle[]> {
  const annotate = loadAnnotator();
  const articles: AnnotatedArticle[] = [];
  for await (const outcome of readArticles([folder])) {
    if (outcome.ok) articles.push({ annotation: annotate(outcome.value), text: outcome.value.text, path: null });
  }
  return articles;
}

describe.skipIf(noSeeds)("the five articles", () => {
  let articles: AnnotatedArticle[] = [];
  let built: BuiltGraph;

  beforeAll(async () => {
    articles = await annotateSeeds();
    built = buildGraph(articles, { tables: loadNameTables() });
  });

  function speakerOf(words: string): string | undefined {
    for (const { annotation } of articles) {
      const quote = annotation.quotes.find((candidate) => candidate.text.includes(words));
      if (quote) return annotation.entities.find((entity) => entity.id === quote.speaker?.entity)?.name ?? quote.speaker?.text;
    }
    return undefined;
  }

  it("gives every span the exact characters of its file", () => {
    for (const { annotation } of articles) {
      const text = readFileSync(annotation.file ?? "", "utf8");
      const spans = [
        ...annotation.mentions,
        ...annotation.quotes,
        ...annotation.skipped,
        ...annotation.meetings.map((meeting) => meeting.evidence),
      ];
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });

  it.each(["Trump", "Boehler", "Netanyahu", "Leavitt", "Panikoff", "Witkoff", "Biden", "Alexander", "Al-Nono"])(
    "has one person node for %s",
    (surname) => {
      const people = built.graph.filterNodes(
        (_, node) => node.kind === "Person" && [node.name, ...node.aliases].some((name) => name.includes(surname)),
      );
      expect(people).toHaveLength(1);
    },
  );

  it("has one Hamas in all five articles", () => {
    const found = built.graph.filterNodes((_, node) => "aliases" in node && node.name === "Hamas");
    expect(found).toEqual(["organization:hamas"]);
    expect(built.graph.getNodeAttributes("organization:hamas")).toMatchObject({ articles: 5 });
  });

  it.each([
    ["I have no information about meetings", "Taher Al-Nono"],
    ["These are ongoing talks and discussions", "Karoline Leavitt"],
    ["threats today clearly reveal", "Palestinian Mujahideen"],
  ])("knows who said “%s…”", (words, speaker) => {
    expect(speakerOf(words)).toBe(speaker);
  });

  it("takes no heading for a quote", () => {
    const quotes = articles.flatMap(({ annotation }) => annotation.quotes.map((quote) => quote.text));
    expect(quotes.filter((text) => text.includes("AMERICAN LIVES AT STAKE"))).toEqual([]);
  });

  describe.each(["embedded", "neo4j"] as const)("in the %s store", (kind) => {
    const reason = kind === "neo4j" ? noNeo4j : null;
    if (reason) {
      it.skip(`needs a Neo4j: ${reason}`, () => {});
      return;
    }
    let store: GraphStore;
    let server: RunningNeo4j | null = null;
    let home = "";

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), "whomet-seeds-"));
      if (kind === "neo4j") server = await startNeo4j();
      store = await openStore({ url: server?.url ?? join(home, "graph"), mode: "write" });
      await store.load(built.graph);
    });
    afterAll(async () => {
      await store?.close();
      await server?.stop();
      await rm(home, { recursive: true, force: true });
    });

    it("says that Adam Boehler met Hamas in Doha, with a sentence from all five articles", async () => {
      const { rows } = await met(store, "Boehler");
      const row = rows.find((candidate) => candidate.b.name === "Hamas" && candidate.modality === "held");
      expect(row).toMatchObject({ a: { name: "Adam Boehler" }, place: "Doha", articles: 5, independentSources: 2 });
      expect(new Set(row?.evidence.map((proof) => proof.article)).size).toBe(5);
      for (const proof of row?.evidence ?? []) {
        const text = articles.find(({ annotation }) => annotation.id === proof.article)?.text;
        expect(text?.slice(proof.start, proof.end)).toBe(proof.text);
      }
    });

    it("says that Witkoff's meeting with Qatar's prime minister was cancelled, never held", async () => {
      const { rows } = await met(store, "Witkoff");
      expect(rows.map((row) => [row.b.name, row.modality])).toEqual([["Qatar", "cancelled"]]);
    });

    it("says of nobody that he met Taher Al-Nono", async () => {
      const { rows } = await met(store, "Al-Nono");
      expect(rows.filter((row) => row.modality === "held" || row.modality === "ongoing")).toEqual([]);
    });

    it("creates nothing when the same articles are loaded again", async () => {
      const again = buildGraph(await annotateSeeds(), { tables: loadNameTables() });
      const none = { nodes: 0, relationships: 0 };
      expect(await store.load(again.graph)).toEqual({ created: none, updated: none, deleted: none });
    });
  });
});
