import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RecordedJudgement } from "../domain/judgement.ts";
import { annotated, tables } from "../graph/annotated-article.fixture.ts";
import { buildGraph } from "../graph/build-graph.ts";
import { openStore } from "../store/open-store.ts";
import { appendJudgements, givenJudgementsPath, judgementsPathOf, readJudgements } from "./judgements-file.ts";
import { correctMeeting, judgePair, rebuildStore } from "./record-judgement.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "whomet-judgements-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const judge = { by: "ada", at: "2025-01-02T03:04:05.000Z", why: null };
const line: RecordedJudgement = { a: "person:x", b: "person:y", verdict: "same", ...judge, anchors: { a: [], b: [] } };

describe("where judgements lie", () => {
  it.each([
    ["news.whomet", undefined, "news.whomet.judgements.jsonl"],
    [".whomet/graph", undefined, ".whomet/graph.judgements.jsonl"],
    ["bolt://db.example:7687", "news", join(".whomet", "db-example-7687-news.judgements.jsonl")],
    ["neo4j", undefined, join(".whomet", "localhost-7687-neo4j.judgements.jsonl")],
  ])("for the store %s: %s %s", (store, database, path) => {
    expect(judgementsPathOf(store, database, {})).toBe(path);
  });

  it("is what --judgements says", () => {
    expect(givenJudgementsPath({ judgements: "j.jsonl", store: "x" })).toEqual({ path: "j.jsonl", isNamed: true });
    expect(givenJudgementsPath({})).toEqual({ path: ".whomet/graph.judgements.jsonl", isNamed: false });
    expect(() => givenJudgementsPath({ judgements: "" })).toThrow("needs the name");
  });
});

describe("the judgements file", () => {
  it("grows by whole lines, also after a line that was cut off", async () => {
    const path = join(folder, "new", "j.jsonl");
    await appendJudgements(path, [line]);
    appendFileSync(path, '{"a":"person:');
    await appendJudgements(path, [line, line]);
    const read = await readJudgements({ path, isNamed: true });
    expect(read.judgements.map((judgement) => judgement.line)).toEqual([1, 3, 4]);
    expect(read.problems).toEqual([{ line: 2, kind: "malformed", reason: "this line is not JSON" }]);
  });

  it("loses nothing when two append at once", async () => {
    const path = join(folder, "j.jsonl");
    await Promise.all(Array.from({ length: 20 }, () => appendJudgements(path, [line, line])));
    expect((await readJudgements({ path, isNamed: true })).judgements).toHaveLength(40);
  });

  it("is empty where there is none yet, and missed where it was named", async () => {
    const path = join(folder, "j.jsonl");
    expect(await readJudgements({ path, isNamed: false })).toMatchObject({ exists: false, judgements: [] });
    await expect(readJudgements({ path, isNamed: true })).rejects.toMatchObject({ code: "no-such-file" });
    await expect(readJudgements({ path: folder, isNamed: false })).rejects.toMatchObject({ code: "unreadable" });
  });

  it("says so when it cannot be written", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(appendJudgements(join(folder, "file", "j.jsonl"), [line])).rejects.toMatchObject({ code: "bad-output" });
  });
});

describe("a judgement on what a store shows", () => {
  it("carries the sentences it was made on, and holds on every rebuild", async () => {
    const report = { parties: ["p1", "p2"], place: "l1" } as const;
    const articles = [
      annotated("a1", "[Lena Holm|p1] met [Otto Vik|p2] in [Oslo|l1]. [She|p1|pronoun] left.", { meetings: [report] }),
      annotated("a2", "[Rita Moe|p1] spoke in [Bergen|l1]."),
    ];
    const store = await openStore({ url: join(folder, "graph"), mode: "write" });
    try {
      await store.load(buildGraph(articles, { tables }).graph);
      const pair = await judgePair(store, "person:lena-holm", "person:rita-moe", "same", judge);
      expect(pair.anchors.a).toEqual([{ article: "a1", start: 0, end: 9, text: "Lena Holm" }]);
      const correction = await correctMeeting(store, "meeting:lena-holm-otto-vik:oslo", "planned", judge);
      expect(correction.claims).toMatchObject([{ article: "a1" }]);
      await expect(judgePair(store, "person:nobody", pair.a, "same", judge)).rejects.toMatchObject({ code: "unknown-entity" });
      await expect(judgePair(store, pair.a, pair.a, "same", judge)).rejects.toMatchObject({ code: "bad-arguments" });
      await expect(judgePair(store, pair.a, "place:oslo", "same", judge)).rejects.toThrow("never one");
      await expect(correctMeeting(store, "meeting:none", "wrong", judge)).rejects.toMatchObject({ code: "bad-arguments" });

      const path = judgementsPathOf(join(folder, "graph"), undefined);
      await appendJudgements(path, [pair, correction]);
      const { built } = await rebuildStore(store, await readJudgements({ path, isNamed: false }));
      expect(built.judged).toEqual({ applied: 2, problems: [] });
      const again = await rebuildStore(store, await readJudgements({ path, isNamed: false }));
      expect(again.report).toMatchObject({ created: { nodes: 0 }, updated: { nodes: 0 }, deleted: { nodes: 0 } });
      expect(again.built.graph.getNodeAttribute("person:lena-holm", "kind")).toBe("Person");
      expect(again.built.graph.filterNodes((_, node) => node.kind === "Person")).toHaveLength(2);
      expect(readFileSync(path, "utf8").split("\n")).toHaveLength(3);
    } finally {
      await store.close();
    }
  });
});
