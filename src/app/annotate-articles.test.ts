import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Annotation } from "../domain/annotation.ts";
import type { Article } from "../domain/article.ts";
import { type Outcome, UserError } from "../domain/errors.ts";
import { nothingGiven } from "../text/given-metadata.ts";
import { makeArticle } from "../text/make-article.ts";
import { type AnnotatorSource, annotateArticles, parseJobs } from "./annotate-articles.ts";

/** Long enough that a hundred of them are worth workers. */
const filler = "The ministers spoke for an hour in Lind. ".repeat(200);

function annotationOf({ id, file, title, publishedAt, outlet, url }: Article): Annotation {
  return { id, file, title, publishedAt, outlet, url, mentions: [], entities: [], quotes: [], meetings: [], skipped: [] };
}

/** Annotates nothing, later articles faster than earlier ones, and breaks on the word BREAK. */
const workerCode = `export default async ({ furniture, text, extracted, ...rest }) => {
  await new Promise((resolve) => setTimeout(resolve, Number(rest.id) % 7));
  if (text.includes("BREAK")) throw new TypeError("broken on purpose");
  return { ...rest, mentions: [], entities: [], quotes: [], meetings: [], skipped: [] };
};`;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whomet-workers-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function workerOf(name: string, code: string): Promise<AnnotatorSource> {
  const path = join(folder, name);
  await writeFile(path, code);
  return { ...inThread, worker: pathToFileURL(path).href };
}

const inThread: AnnotatorSource = {
  load: () => (article) => {
    if (article.text.includes("BREAK")) throw new TypeError("broken on purpose");
    return annotationOf(article);
  },
  worker: null,
};

function article(id: number, text: string): Outcome<Article> {
  return { ok: true, value: makeArticle({ text, given: { ...nothingGiven, id: String(id) }, file: null, format: "plain" }) };
}

async function* articles(count: number, taken: { count: number } = { count: 0 }): AsyncGenerator<Outcome<Article>> {
  for (let id = 0; id < count; id += 1) {
    taken.count += 1;
    if (id === 5) yield { ok: false, source: "unreadable.txt", error: new UserError("empty", "the file is empty") };
    else yield article(id, id === 7 ? `BREAK ${filler}` : filler);
  }
}

async function collect(outcomes: ReturnType<typeof annotateArticles<Annotation>>): Promise<string[]> {
  const found: string[] = [];
  for await (const outcome of outcomes) found.push(outcome.ok ? outcome.value.annotation.id : `${outcome.source} ${outcome.error.code}`);
  return found;
}

describe("annotateArticles", () => {
  const expected = Array.from({ length: 100 }, (_, id) =>
    id === 5 ? "unreadable.txt empty" : id === 7 ? "7 annotate-failed" : String(id),
  );

  it.each([
    ["in this thread", 1],
    ["in workers", 3],
  ])("keeps the input's order %s, and loses nothing to an article that fails", async (_, jobs) => {
    const source = await workerOf("annotates.mjs", workerCode);
    expect(await collect(annotateArticles(articles(100), { jobs, source }))).toEqual(expected);
  });

  it("says which article failed and why", async () => {
    for await (const outcome of annotateArticles(articles(8), { jobs: 1, source: inThread })) {
      if (outcome.ok || outcome.source !== "7") continue;
      expect(outcome.error.message).toBe("the article 7 could not be annotated: broken on purpose");
    }
    expect.assertions(1);
  });

  it.each([
    ["this thread", 1, 1],
    ["workers", 3, 70],
  ])("reads only a little ahead of what is taken from %s", async (_, jobs, ahead) => {
    const source = await workerOf("annotates.mjs", workerCode);
    const taken = { count: 0 };
    let seen = 0;
    for await (const outcome of annotateArticles(articles(10_000, taken), { jobs, source })) {
      expect(outcome).toBeDefined();
      seen += 1;
      if (seen === 200) break;
    }
    expect(taken.count).toBeLessThanOrEqual(200 + ahead);
  });

  it("fails at once when workers cannot start", async () => {
    const source = await workerOf("broken.mjs", "throw new Error('no start')");
    await expect(collect(annotateArticles(articles(100), { jobs: 2, source }))).rejects.toThrow("a worker thread could not start");
  });
});

describe("parseJobs", () => {
  it("takes whole numbers, and one a core by default", () => {
    expect(parseJobs("3")).toBe(3);
    expect(parseJobs(undefined)).toBeGreaterThanOrEqual(1);
  });

  it.each(["0", "-1", "1.5", "many", "", "1000"])("refuses %j", (value) => {
    expect(() => parseJobs(value)).toThrow(expect.objectContaining({ code: "bad-arguments" }));
  });
});
