import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { NumberedJudgement } from "../domain/judgement.ts";
import { annotated, tables } from "../graph/annotated-article.fixture.ts";
import { collectReviews, judgeReview, type ReviewPair, sentenceAround } from "../graph/judgements/review-queue.ts";
import { linkEntities } from "../graph/link-entities.ts";
import { fitScreen, renderPair, wrap } from "./review-screen.ts";
import { runReview } from "./review-session.ts";
import { keyName, openReviewTerminal } from "./review-terminal.ts";

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

async function* typed(keys: Iterable<string>): AsyncGenerator<string> {
  yield* keys;
}

async function answer(keys: Iterable<string>, { pairs = queue(), height = 50 } = {}) {
  const kept: string[] = [];
  const screens: string[] = [];
  const outcome = await runReview(
    { pairs, articles: byId, keep: async (pair, verdict) => void kept.push(`${pair.a.name} ${verdict} ${pair.b.name}`) },
    { keys: typed(keys), size: () => ({ width: 100, height }), show: (lines) => void screens.push(lines.join("\n")) },
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

describe("going back", () => {
  it("asks the last question again, says what was answered, and lets the second answer count", async () => {
    const { kept, answered, left, screens } = await answer("xbnq");
    expect(kept).toEqual(["Holm same Lena Holm", "Holm different Lena Holm"]);
    expect({ answered, left }).toEqual({ answered: { same: 0, different: 1, unsure: 0 }, left: 1 });
    expect(screens.map((screen) => screen.includes("you answered: same"))).toEqual([false, false, true, false]);
  });

  it("leaves the answer as it was where none is given, and stays at the first question", async () => {
    expect(await answer("bxbq")).toMatchObject({ kept: ["Holm same Lena Holm"], answered: { same: 1 }, left: 1 });
  });

  it.each([
    [0, ["same", "different"], ["Benjamin Cole", "Lena Holm", "Oslo", "Otto Holm", "Tax Office"]],
    [1, ["different", "same"], ["Benjamin Cole", "Holm", "Lena Holm", "Oslo", "Otto Holm", "Tax Office"]],
  ] as const)("leaves the later judgement in force, question %i: %j", (index, verdicts, names) => {
    const pair = queue()[index];
    if (!pair) throw new Error("the queue is too short");
    const told = verdicts.map((verdict, at) => ({ line: at + 1, judgement: judgeReview(pair, verdict, judge) }));
    const linked = linkEntities(articles, { tables, judgements: told });
    expect(linked.problems).toEqual([]);
    expect(linked.applied).toBe(1);
    expect(linked.entities.map(({ name }) => name).toSorted()).toEqual(names);
  });
});

describe("a small window", () => {
  it("keeps the question and the keys, and moves the sides between them", async () => {
    const { screens } = await answer(["down", "pagedown", " ", "up", "home", "q"], { height: 10 });
    for (const screen of screens) {
      expect(screen).toContain("1 of 2");
      expect(screen).toContain("[q] save and quit");
      expect(screen.split("\n").length).toBeLessThan(10);
    }
    const firstLines = screens.map((screen) => Number(/lines (\d+)–/u.exec(screen)?.[1]));
    expect(firstLines[0]).toBe(1);
    expect(firstLines[1]).toBe(2);
    expect(firstLines[2]).toBeGreaterThan(2);
    expect(firstLines[4]).toBeLessThan(firstLines[3] ?? 0);
    expect(firstLines[5]).toBe(1);
  });

  it.each([19, 20, 33, 59, 60, 200])("of %i columns holds every line, and both sides", (width) => {
    const [pair] = queue();
    if (!pair) throw new Error("the queue is empty");
    const { head, body, foot } = renderPair(pair, { articles: byId, width, context: 1, position: 1, total: 2, answer: "same" });
    expect([...head, ...body, ...foot].filter((line) => [...line].length > Math.max(20, width))).toEqual([]);
    expect(body.join("\n")).toContain("LENA HOLM");
    expect(body.some((line) => line.includes("│"))).toBe(width >= 60);
  });

  it("shows at least one line of the sides", () => {
    const screen = fitScreen({ head: ["a", "b"], body: ["1", "2", "3"], foot: ["k"] }, 2, 9);
    expect(screen).toMatchObject({ scroll: 2, page: 1 });
    expect(screen.lines).toContain("3");
  });
});

describe("keys of a terminal", () => {
  it.each([
    ["x", {}, "x"],
    ["X", {}, "X"],
    ["\u0003", { name: "c", ctrl: true }, "\u0003"],
    ["\u000e", { name: "n", ctrl: true }, null],
    ["\u001bx", { name: "x", meta: true }, null],
    [undefined, { name: "down", sequence: "\u001b[B" }, "down"],
    [undefined, { name: "f5", sequence: "\u001b[15~" }, null],
  ])("%j %j mean %j", (text, key, expected) => {
    expect(keyName(text, { sequence: text ?? "", ...key })).toBe(expected);
  });

  it("are given back with the screen as it was, however the review ends", async () => {
    const stdin = Object.assign(new PassThrough(), {
      isRaw: false,
      setRawMode(raw: boolean) {
        this.isRaw = raw;
        return this;
      },
    });
    const written: string[] = [];
    const stdout = Object.assign(new EventEmitter(), { columns: 90, rows: 30, write: (text: string) => written.push(text) > 0 });
    const terminal = openReviewTerminal(stdin, stdout);
    expect(stdin.isRaw).toBe(true);
    stdin.write("xl");
    stdin.write("\u001b[B");
    stdout.emit("resize");
    const keys = terminal.keys[Symbol.asyncIterator]();
    const read = [(await keys.next()).value, (await keys.next()).value, (await keys.next()).value, (await keys.next()).value];
    expect(read.toSorted()).toEqual(["down", "l", "resize", "x"]);
    terminal.show(["a\u001b[31mb"]);
    expect(written.at(-1)).toContain("a\ufffd[31mb");
    terminal.close();
    terminal.close();
    expect((await keys.next()).done).toBe(true);
    expect(stdin.isRaw).toBe(false);
    expect(written.filter((text) => text === "\u001b[?1049l")).toHaveLength(1);
    expect(process.listeners("SIGTERM").length).toBe(0);
  });
});

describe("the screen", () => {
  it("shows names, counts, roles and sentences side by side, and the keys", () => {
    const [pair] = queue();
    if (!pair) throw new Error("the queue is empty");
    const { head, body, foot } = renderPair(pair, { articles: byId, width: 80, context: 0, position: 1, total: 2, answer: null });
    const lines = [...head, ...body, ...foot];
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
    const initials = "He left. In the U.S. Lena J. Holm spoke. She sat.";
    expect(sentenceAround(initials, { start: 21, end: 33 })).toBe("In the U.S. Lena J. Holm spoke.");
    const endless = `${"a ".repeat(500)}Holm${" b".repeat(500)}`;
    expect(sentenceAround(endless, { start: 1000, end: 1004 }, { longest: 20 })).toBe("…a a a a a Holm b b b b b…");
  });
});
