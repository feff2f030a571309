/** The questions that the viewer asks its reader. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MeetingCorrection, PairJudgement } from "../domain/judgement.ts";
import { annotated } from "../graph/annotated-article.fixture.ts";
import type { GraphStore, StoredArticle } from "../store/graph-store.ts";
import { makeEditApi, standingJudgements } from "./api-edit.ts";

const unused = () => Promise.reject(new Error("this test should not get here"));

function storeOf(articles: readonly ReturnType<typeof annotated>[]): GraphStore {
  const stored = articles.map(
    ({ annotation, text, path }): StoredArticle => ({ id: annotation.id, text, annotation: JSON.stringify(annotation), path }),
  );
  return {
    dialect: "ladybug",
    readGraph: unused,
    storedArticles: () => Promise.resolve(stored),
    load: unused,
    update: unused,
    loads: unused,
    query: unused,
    close: () => Promise.resolve(),
  };
}

async function asked(articles: readonly ReturnType<typeof annotated>[]): Promise<unknown> {
  const path = { path: join(mkdtempSync(join(tmpdir(), "whomet-edit-")), "judgements.jsonl"), isNamed: false };
  const api = makeEditApi({ store: storeOf(articles), path, onChange: () => {}, now: () => "2025-03-04T05:06:07Z" });
  return (await api.request("/review")).json();
}

describe("GET /review", () => {
  it("asks what the rules left apart, as whomet review does, and not what they joined", async () => {
    const questions = await asked([
      annotated("a1", "[Lena Holm|p1] of the [Tax Office|o1] spoke in [Oslo|l1]. She left."),
      annotated("a2", "[Otto Holm|p1] of the [Tax Office|o1] spoke in [Oslo|l1]."),
      annotated("a3", "In [Oslo|l1] [Holm|p1] of the [Tax Office|o1] resigned."),
      annotated("a4", "[Benjamin Cole|p1] of the [Tax Office|o1] spoke in [Oslo|l1]."),
      annotated("a5", "[Binyamin Cole|p1] of the [Tax Office|o1] spoke in [Oslo|l1]."),
    ]);
    expect(questions).toEqual([
      {
        a: { id: "person:holm", name: "Holm", type: "PERSON" },
        b: { id: "person:lena-holm", name: "Lena Holm", type: "PERSON" },
        reason: "2 people of that surname fit",
        score: expect.any(Number),
      },
    ]);
  });

  it("has nothing to ask about equal names", async () => {
    expect(await asked([annotated("a1", "[Lena Holm|p1] left."), annotated("a2", "[Lena Holm|p1] came.")])).toEqual([]);
  });
});

const said = { by: "viewer", at: null, why: null };
const pair = (a: string, b: string, verdict: PairJudgement["verdict"]): PairJudgement => ({
  ...{ a, b, verdict, ...said, anchors: { a: [], b: [] } },
});
const meeting = (id: string, verdict: MeetingCorrection["verdict"]): MeetingCorrection => ({ meeting: id, verdict, ...said, claims: [] });

describe("standingJudgements", () => {
  it.each([
    ["what nobody took back", [pair("a", "b", "same"), meeting("m", "wrong")], ["same", "wrong"]],
    ["not what was taken back, whichever way round it was named", [pair("a", "b", "same"), pair("b", "a", "unsure")], []],
    ["the earlier of two words on one thing once the later is taken back", ["held", "cancelled", "unsure"], ["held"]],
    ["what was said again where it stood first", ["held", "cancelled", "unsure", "held"], ["held"]],
    ["nothing for a doubt about what was never judged", [pair("a", "b", "unsure")], []],
  ] as const)("holds %s", (_, given, verdicts) => {
    const judgements = given.map((each) => (typeof each === "string" ? meeting("m", each) : each));
    expect(standingJudgements(judgements).map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});
