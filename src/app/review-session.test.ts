import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { NumberedJudgement } from "../domain/judgement.ts";
import { annotated, tables } from "../graph/annotated-article.fixture.ts";
import { collectReviews, judgeReview, type ReviewPair, sentenceAround } from "../graph/judgements/review-queue.ts";
import { linkEntities } from "../graph/link-entities.ts";
import { renderPair, wrap } from "./review-screen.ts";
import { runReview } from "./review-session.ts";

const articles = [
  annotated("a1", "[Lena Holm|p1] of the [Tax Office|o1] spoke in [Oslo|l1]. She left.", {
    outlet: "The Fjord Post",
    publishedAt: "2025-02-03",
    roles: { p1: [["director", "o1"]] },
  }),
  annotated("a2", "[Otto Holm|p1] of the [Tax Office|o1] spoke in [Oslo|l1]."),
  annotated("a3", "In [Oslo|l1] [Holm|p1] of the [Tax Office|o1] resigned. [Holm|p1] wept."),
  annotated("a4", "[Benjamin Cole|p1] of the [Tax Office|o1] spoke in [Oslo|l1]."),
  annotated("a5", "[Binyamin Cole|p1] of the [Tax Office|o1] spoke in [Oslo|l1]."),
];
const byId: ReadonlyMap<string, AnnotatedArticle> = new Map(articles.map((article) => [article.annotation.id, article]));
const judge = { by: "ada", at: "2025-03-04T05:06:07Z", why: null };

function queue(judgements: readonly NumberedJudgement[] = []): ReviewPair[] {
  return collectReviews(articles, linkEntities(articles, { tables, judgements }));
}

async function* typed(keys: string): AsyncGenerator<string> {
  yield* keys;
}

async function answer(keys: string, pairs: readonly ReviewPair[] = queue()) {
  const kept: string[] = [];
  const screens: string[] = [];
  const outcome = await runReview(
    { pairs, articles: byId, keep: async (pair, verdict) => void kept.push(`${pair.a.name} ${verdict} ${pair.b.name}`) },
    { keys: typed(keys), width: () => 100, show: (lines) => void screens.push(lines.join("\n")) },
  );
  return { ...outcome, kept, screens };
}

describe("the queue", () => {
  it("asks what the rules left open before what they joined, and never about equal names", () => {
    expect(queue().map(({ a, b, verdict, decidedBy }) => [a.name, b.name, verdict, decidedBy])).toEqual([
      ["Holm", "Lena Holm", "unsure", "several-bearers"],
      ["Benjamin Cole", "Binyamin Cole", "same", "spelling"],
    ]);
  });

  it("shows what is known of both sides", () => {
    const [pair] = queue();
    expect(pair).toMatchObject({
      a: { id: "person:holm", forms: [["Holm", 2]], mentions: 2, articles: 1, roles: [] },
      b: { id: "person:lena-holm", mentions: 1, articles: 1, roles: ["director of Tax Office"] },
    });
    expect(pair?.score).toBeGreaterThan(0.3);
  });

  it.each(["same", "different", "unsure"] as const)("does not ask again about what was judged %s", (verdict) => {
    const judgements = queue().map((pair, index) => ({ line: index + 1, judgement: judgeReview(pair, verdict, judge) }));
    const asked = queue(judgements).map(({ a, b }) => `${a.name}, ${b.name}`);
    for (const pair of queue()) expect(asked).not.toContain(`${pair.a.name}, ${pair.b.name}`);
  });

  it("parts what the rules joined when a person says so", () => {
    const judgements = queue().map((pair, index) => ({ line: index + 1, judgement: judgeReview(pair, "different", judge) }));
    const { entities } = linkEntities(articles, { tables, judgements });
    expect(entities.map(({ id }) => id)).toEqual(expect.arrayContaining(["person:benjamin-cole", "person:binyamin-cole"]));
    // of two Holms one is ruled out
    expect(entities.find(({ id }) => id === "person:otto-holm")?.aliases).toEqual(["Holm"]);
  });
});

describe("a review", () => {
  it("keeps each answer as it is given: x same, n different, u unsure", async () => {
    expect(await answer("xn")).toMatchObject({
      kept: ["Holm same Lena Holm", "Benjamin Cole different Binyamin Cole"],
      answered: { same: 1, different: 1, unsure: 0 },
      left: 0,
    });
    expect((await answer("Uu")).answered).toEqual({ same: 0, different: 0, unsure: 2 });
  });

  it.each([
    ["q", "q saves and quits"],
    ["\u0003", "so does Ctrl-C"],
    ["", "so does a terminal that closes"],
  ])("stops at %j: %s", async (key) => {
    expect(await answer(`x${key}n`.slice(0, key === "" ? 1 : undefined))).toMatchObject({ kept: ["Holm same Lena Holm"], left: 1 });
  });

  it("shows more on l, and waits on keys that mean nothing", async () => {
    const { screens, kept } = await answer("lzq");
    expect(kept).toEqual([]);
    expect(screens).toHaveLength(3);
    expect(screens[0]).toContain("spoke in Oslo.”");
    expect(screens[0]).not.toContain("left.”");
    expect(screens[1]).toContain("left.”");
  });
});

describe("the screen", () => {
  it("shows names, counts, roles and sentences side by side, and the keys", () => {
    const [pair] = queue();
    const lines = pair ? renderPair(pair, { articles: byId, width: 80, context: 0, position: 1, total: 2 }) : [];
    const text = lines.join("\n");
    for (const part of ["1 of 2", "HOLM", "LENA HOLM", "person, 2 mentions in 1 article", "director of Tax Office", "[x] same", "│"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("The Fjord Post, 2025-02-03:");
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  });

  it.each([
    ["one two three", 7, ["one two", "three"]],
    ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["", 4, [""]],
  ])("wraps %j at %i", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it("takes the sentence a name stands in, or a stretch of a very long one", () => {
    const text = "He left. Lena Holm spoke. She sat.";
    expect(sentenceAround(text, { start: 9, end: 18 })).toBe("Lena Holm spoke.");
    expect(sentenceAround(text, { start: 9, end: 18 }, { asPassage: true })).toBe(text);
    const endless = `${"a ".repeat(500)}Holm${" b".repeat(500)}`;
    expect(sentenceAround(endless, { start: 1000, end: 1004 }, { longest: 20 })).toBe("…a a a a a Holm b b b b b…");
  });
});
