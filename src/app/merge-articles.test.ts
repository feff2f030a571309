import { describe, expect, it } from "vitest";
import type { AnnotatedArticle, Annotation } from "../domain/annotation.ts";
import type { StoredArticle } from "../store/graph-store.ts";
import { mergeArticles } from "./merge-articles.ts";

function annotation(id: string): Annotation {
  return {
    id,
    file: null,
    title: null,
    publishedAt: null,
    outlet: null,
    url: null,
    mentions: [],
    entities: [],
    quotes: [],
    meetings: [],
    skipped: [],
  };
}

function incoming(id: string, path: string | null, text = `Text of ${id}.`): AnnotatedArticle {
  return { annotation: annotation(id), text, path };
}

function stored(id: string, path: string | null): StoredArticle {
  return { id, path, text: `Text of ${id}.`, annotation: JSON.stringify(annotation(id)) };
}

const old = "a-0000000000000001";
const changed = "a-0000000000000002";
const other = "a-0000000000000003";

describe("mergeArticles", () => {
  it.each<[string, readonly StoredArticle[], readonly AnnotatedArticle[], readonly string[], readonly string[], readonly string[]]>([
    ["keeps what does not come in", [stored(old, "/old.txt")], [incoming(changed, "/new.txt")], [], [old, changed], []],
    ["takes the new text of a given id", [stored("given", null)], [incoming("given", null, "New text.")], [], ["given"], []],
    ["drops the earlier text of a changed file", [stored(old, "/a.txt")], [incoming(changed, "/a.txt")], [], [changed], [old]],
    [
      "keeps a text that came in under another path",
      [stored(old, "/a.txt")],
      [incoming(changed, "/a.txt"), incoming(old, "/b.txt")],
      [],
      [changed, old],
      [],
    ],
    [
      "drops only the changed record of a file of many",
      [stored(old, "/a.jsonl"), stored(other, "/a.jsonl")],
      [incoming(changed, "/a.jsonl"), incoming(other, "/a.jsonl")],
      [],
      [changed, other],
      [old],
    ],
    [
      "keeps the earlier records of a file with damage",
      [stored(old, "/a.jsonl")],
      [incoming(changed, "/a.jsonl")],
      ["/a.jsonl"],
      [old, changed],
      [],
    ],
    ["keeps given ids until they are removed", [stored("given", "/a.jsonl")], [incoming(changed, "/a.jsonl")], [], ["given", changed], []],
    ["never takes streams for one another", [stored(old, null)], [incoming(changed, null)], [], [old, changed], []],
  ])("%s", (_, before, articles, damaged, ids, replaced) => {
    const merged = mergeArticles(before, { articles, damagedPaths: new Set(damaged) });
    expect(merged.articles.map((article) => article.annotation.id)).toEqual(ids);
    expect(merged.replaced).toEqual(replaced);
  });

  it("gives the incoming text where both have one", () => {
    expect(
      mergeArticles([stored("given", null)], { articles: [incoming("given", null, "New text.")], damagedPaths: new Set() }).articles,
    ).toMatchObject([{ text: "New text." }]);
  });
});
