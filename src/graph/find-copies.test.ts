import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import { annotated, type GivenArticle } from "./annotated-article.fixture.ts";
import { findCopies } from "./find-copies.ts";

/** Sentences that have no five words in common. */
function prose(seed: number, sentences: number): string[] {
  return Array.from({ length: sentences }, (_, sentence) =>
    Array.from({ length: 12 }, (_, word) => `w${(seed * 7919 + sentence * 104_729 + word * 1_299_709) % 999_983}`).join(" "),
  );
}

function text(...sentences: string[]): string {
  return `${sentences.join(". ")}.`;
}

/** `copy < original (similarity)` by article id. */
function found(articles: readonly AnnotatedArticle[]): { copies: string[]; rewrites: string[] } {
  const { copies, rewrites } = findCopies(articles);
  const id = (index: number): string => articles[index]?.annotation.id ?? "";
  return {
    copies: copies.map(({ copy, original }) => `${id(copy)} < ${id(original)}`),
    rewrites: rewrites.map(({ copy, original }) => `${id(copy)} < ${id(original)}`),
  };
}

const story = prose(1, 12);
const other = prose(2, 12);

const article = (id: string, sentences: readonly string[], given: GivenArticle = {}): AnnotatedArticle =>
  annotated(id, text(...sentences), given);

describe("copies", () => {
  it.each<[string, AnnotatedArticle]>([
    ["word for word", article("b", story)],
    ["under another headline", article("b", [...prose(3, 1), ...story])],
    ["cut in half", article("b", story.slice(0, 6))],
    [
      "with small edits",
      article(
        "b",
        story.map((sentence, index) => (index % 3 === 0 ? sentence.replace(/^\S+/u, "edited") : sentence)),
      ),
    ],
    ["with half of it new", article("b", [...story.slice(0, 6), ...prose(4, 6)])],
  ])("are found when printed %s", (_, copy) => {
    expect(found([article("a", story, { publishedAt: "2025-03-05" }), copy]).copies).toEqual(["b < a"]);
  });

  it.each<[string, readonly string[]]>([
    ["another story", other],
    ["a story with one sentence in common", [...other, story[0] ?? ""]],
    ["a rewrite with two sentences in common", [...other.slice(0, 10), ...story.slice(0, 2)]],
  ])("are not %s", (_, sentences) => {
    expect(found([article("a", story), article("b", sentences)]).copies).toEqual([]);
  });

  it("are not two reports that quote the same speech", () => {
    const speech = prose(5, 10).join(", ");
    const report = (id: string, seed: number): AnnotatedArticle =>
      annotated(id, `${text(...prose(seed, 6))} "${speech}" she said.`, { quotes: [{ text: `"${speech}"`, speaker: null }] });
    expect(found([report("a", 6), report("b", 7)])).toEqual({ copies: [], rewrites: [] });
  });

  it.each<[string, GivenArticle, GivenArticle, number, string]>([
    ["published first", { publishedAt: "2025-03-06" }, { publishedAt: "2025-03-05" }, 12, "a < b"],
    ["dated, not the undated", {}, { publishedAt: "2025-03-05" }, 12, "a < b"],
    ["longest of one day", {}, {}, 6, "b < a"],
    ["first by id of equals", {}, {}, 12, "b < a"],
  ])("lead to the article %s", (_, one, two, sentences, expected) => {
    expect(found([article("a", story, one), article("b", story.slice(0, sentences), two)]).copies).toEqual([expected]);
  });

  it("all lead to one original, which copies nothing", () => {
    const articles = Array.from({ length: 40 }, (_, index) =>
      article(`a${String(index).padStart(2, "0")}`, story, { publishedAt: "2025-03-05" }),
    );
    expect(found(articles).copies).toEqual(articles.slice(1).map(({ annotation }) => `${annotation.id} < a00`));
  });

  it("say how much of the shorter article they share", () => {
    const { copies } = findCopies([article("a", story), article("b", [...story.slice(0, 6), ...prose(4, 6)])]);
    expect(copies[0]?.similarity).toBeCloseTo(0.5, 1);
  });

  it("are the same pairs in any order of the articles", () => {
    const articles = [
      article("a", story),
      article("b", story.slice(0, 9)),
      article("c", other),
      article("d", [...other.slice(2), ...prose(8, 2)]),
    ];
    const expected = new Set(found(articles).copies);
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(new Set(found(shuffled).copies)).toEqual(expected);
      }),
    );
  });

  it.each([[[]], [[annotated("a", "")]], [[annotated("a", "Too short."), annotated("b", "Too short.")]]])(
    "are none among %j",
    (articles) => {
      expect(findCopies(articles)).toEqual({ copies: [], rewrites: [] });
    },
  );
});

describe("rewrites", () => {
  it("share more than chance and less than a copy", () => {
    const rewrite = article("b", [...other.slice(0, 10), ...story.slice(0, 2)]);
    expect(found([article("a", story), rewrite])).toEqual({ copies: [], rewrites: ["b < a"] });
  });
});
