/** Invented stories told by several outlets, end to end: what is one across articles, what differs, and that their order says nothing. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAnnotator } from "../src/annotate/news-pipeline.ts";
import type { AnnotatedArticle } from "../src/domain/annotation.ts";
import { type BuiltGraph, buildGraph } from "../src/graph/build-graph.ts";
import { writeGraphJson } from "../src/graph/graph-json.ts";
import { loadNameTables } from "../src/graph/name-tables.ts";
import { contradictions } from "../src/store/disagreements.ts";
import type { GraphStore } from "../src/store/graph-store.ts";
import { openStore } from "../src/store/open-store.ts";
import { readArticles } from "../src/text/read-articles.ts";
import { stories } from "./stories/invented-news.ts";

const tables = loadNameTables();
let folder = "";
let articles: readonly AnnotatedArticle[] = [];
let built: BuiltGraph;
let store: GraphStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whomet-stories-"));
  const path = join(folder, "stories.jsonl");
  await writeFile(path, stories.map((story) => `${JSON.stringify(story)}\n`).join(""));
  const annotate = loadAnnotator();
  const read: AnnotatedArticle[] = [];
  for await (const outcome of readArticles([path])) {
    if (!outcome.ok) throw outcome.error;
    read.push({ annotation: annotate(outcome.value), text: outcome.value.text, path: null });
  }
  articles = read;
  built = buildGraph(articles, { tables });
  store = await openStore({ url: join(folder, "stories.whomet"), mode: "write" });
  await store.load(built.graph);
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

interface ToldMeeting {
  readonly title: string;
  readonly modality: string;
  readonly day: string | null;
  readonly sources: readonly string[];
  readonly articles: string;
}

/** The meetings that two share. */
function meetingsBetween(one: string, other: string): ToldMeeting[] {
  const { graph } = built;
  return graph
    .filterNodes((id, { kind }) => kind === "Meeting" && graph.hasEdge(one, id) && graph.hasEdge(other, id))
    .flatMap((id) => {
      const node = graph.getNodeAttributes(id);
      if (node.kind !== "Meeting") return [];
      const claims = graph.inNeighbors(id).map((claim) => graph.getNodeAttributes(claim));
      const told = new Set(claims.flatMap((claim) => (claim.kind === "Claim" ? [claim.article] : [])));
      const { title, modality, from: day, sources } = node;
      return [{ title, modality, day, sources, articles: [...told].sort().join(" ") }];
    })
    .sort((a, b) => (`${a.day}${a.title}` < `${b.day}${b.title}` ? -1 : 1));
}

describe("a story of several outlets", () => {
  it.each<[string, string, string, ToldMeeting[]]>([
    [
      "is one meeting of three articles and two sources; another day is another meeting",
      "person:nurlan-asanbekov",
      "person:farrukh-sharipov",
      [
        {
          title: "Farrukh Sharipov – Nurlan Asanbekov, Osh",
          modality: "held",
          day: "2025-09-02",
          sources: ["Halden Newswire", "Morning Ledger"],
          articles: "water-1 water-2 water-3",
        },
        {
          title: "Farrukh Sharipov – Nurlan Asanbekov, Dushanbe",
          modality: "held",
          day: "2025-09-11",
          sources: ["Capital Observer"],
          articles: "water-4",
        },
      ],
    ],
    [
      "is held though it is denied, by whatever title",
      "person:rosa-lindqvist",
      "person:viktor-hale",
      [
        {
          title: "Rosa Lindqvist – Viktor Hale, Bergen",
          modality: "held",
          day: "2025-09-12",
          sources: ["Bergen Dispatch"],
          articles: "mayor-1 mayor-2",
        },
      ],
    ],
    [
      "is cancelled if the plan was given up, and what is held later is another",
      "person:helen-marchetti",
      "person:tomasz-wilk",
      [
        {
          title: "Helen Marchetti – Tomasz Wilk, Zurich",
          modality: "cancelled",
          day: "2025-10-09",
          sources: ["Daily Meridian"],
          articles: "plans-1 plans-2",
        },
        {
          title: "Helen Marchetti – Tomasz Wilk, Zurich",
          modality: "held",
          day: "2025-10-16",
          sources: ["Harbour Times"],
          articles: "plans-3",
        },
      ],
    ],
  ])("%s", (_, one, other, expected) => {
    expect(meetingsBetween(one, other)).toEqual(expected);
  });

  it("keeps two of one name apart, each with a meeting of their own", () => {
    const { graph } = built;
    const namesakes = graph.filterNodes((id) => id.startsWith("person:daniel-okafor")).sort();
    expect(namesakes).toHaveLength(2);
    const known = namesakes.map((id) =>
      graph
        .inNeighbors(id)
        .filter((node) => graph.getNodeAttributes(node).kind === "Article")
        .sort(),
    );
    expect(known.sort()).toEqual([
      ["handball-1", "handball-2"],
      ["port-1", "port-2"],
    ]);
    const keeper = namesakes.find((id) => graph.hasEdge("handball-1", id)) ?? "";
    expect(meetingsBetween(keeper, "person:marta-kovacs").map(({ modality, day }) => [modality, day])).toEqual([["held", "2025-11-07"]]);
  });

  it("counts the reprint as a copy", () => {
    const { graph } = built;
    const copies = graph.filterEdges((_, { kind }) => kind === "COPY_OF").map((edge) => [graph.source(edge), graph.target(edge)]);
    expect(copies).toEqual([["water-2", "water-1"]]);
  });

  it("shows the word that was changed inside the marks", () => {
    const sayings = built.graph.nodes().flatMap((id) => {
      const node = built.graph.getNodeAttributes(id);
      return node.kind === "Quote" && node.cluster !== null ? [[node.article, node.changedFrom, node.changedTo]] : [];
    });
    expect(sayings.sort()).toEqual([
      ["water-1", [], []],
      ["water-2", [], []],
      ["water-3", ["canal"], ["ditch"]],
    ]);
  });

  it("sets side by side what differs and what changed", async () => {
    const rows = await contradictions(store);
    expect(rows.map(({ kind, title }) => `${kind}: ${title}`).sort()).toEqual([
      "change: Daniel Okafor – Marta Kovacs, Budapest",
      "change: Helen Marchetti – Tomasz Wilk, Zurich",
      "denial: Rosa Lindqvist – Viktor Hale, Bergen",
      "place: Daniel Okafor – Pieter Claes",
    ]);
  });

  it.each([1, 2, 3, 4, 5])("is the same graph, byte for byte, with its articles shuffled (%i)", (seed) => {
    const shuffled = shuffle(articles, seed);
    expect(shuffled).not.toEqual(articles);
    expect(writeGraphJson(buildGraph(shuffled, { tables }).graph)).toBe(writeGraphJson(built.graph));
  });
});

/** In an order that the seed decides (Fisher and Yates; Park and Miller's generator). */
function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const shuffled: Item[] = [];
  let state = seed;
  for (const item of items) {
    state = (state * 48_271) % 2_147_483_647;
    shuffled.splice(state % (shuffled.length + 1), 0, item);
  }
  return shuffled;
}
