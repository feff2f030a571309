import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../domain/article.ts";
import type { Outcome } from "../domain/errors.ts";
import { type ReadOptions, readArticles } from "./read-articles.ts";

const prose = "The two ministers spoke for an hour in Lind, their aides said.";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whomet-read-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a file below the test folder and returns its path. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

interface Reading {
  readonly outcomes: readonly Outcome<Article>[];
  readonly articles: readonly Article[];
  /** "source code: message" of each failure. */
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
}

async function read(paths: readonly string[], options: ReadOptions = {}): Promise<Reading> {
  const warnings: string[] = [];
  const outcomes: Outcome<Article>[] = [];
  for await (const outcome of readArticles(paths, { warn: (message) => warnings.push(message), ...options })) outcomes.push(outcome);
  return {
    outcomes,
    warnings,
    articles: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    failures: outcomes.flatMap((outcome) => (outcome.ok ? [] : [`${outcome.source} ${outcome.error.code}: ${outcome.error.message}`])),
  };
}

async function* bytesOf(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

describe("plain text", () => {
  it("keeps the text exactly as stored, blank lines, spaces and line breaks included", async () => {
    const text = `\r\n  date 2024-05-02 ${prose}\r\n\r\n\t\n`;
    const { articles } = await read([await file("exact.txt", text)]);
    expect(articles).toMatchObject([{ text, file: join(folder, "exact.txt"), publishedAt: "2024-05-02", extracted: false }]);
  });

  it("derives the same id from the same text wherever it lies, and another id from another text", async () => {
    const { articles } = await read([await file("id/a.txt", prose), await file("id/b.txt", prose), await file("id/c.txt", `${prose}!`)]);
    const [a, b, c] = articles.map(({ id }) => id);
    expect(a).toMatch(/^a-[0-9a-f]{16}$/u);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  const curly = "Caf\u00e9 owners in Lind spoke of \u201cfear\u201d \u2013 so the minister said.";
  it.each<[string, string | Uint8Array, string, string | null]>([
    ["UTF-8", curly, curly, null],
    ["UTF-8 with a mark", `\ufeff${curly}`, curly, null],
    ["UTF-16 with a mark", utf16(curly), curly, null],
    ["big-endian UTF-16 with a mark", utf16(curly, { bigEndian: true }), curly, null],
    ["UTF-16 without a mark", utf16(curly, { mark: false }), curly, "no byte-order mark; read as UTF-16LE"],
    ["big-endian UTF-16 without a mark", utf16(curly, { mark: false, bigEndian: true }), curly, "no byte-order mark; read as UTF-16BE"],
    [
      "Windows-1252",
      Buffer.concat([
        Buffer.from("Caf\u00e9 owners spoke of ", "latin1"),
        Buffer.from([0x93]),
        Buffer.from("fear"),
        Buffer.from([0x94, 0x2e]),
      ]),
      "Caf\u00e9 owners spoke of \u201cfear\u201d.",
      "not UTF-8; read as Windows-1252",
    ],
    [
      "UTF-8 with one damaged place",
      Buffer.concat([Buffer.from(curly), Buffer.from([0xe2, 0x80])]),
      `${curly}\ufffd`,
      "not valid UTF-8; 1 damaged place read as U+FFFD",
    ],
  ])("decodes %s", async (name, content, text, remark) => {
    const path = await file(`encodings/${name}.txt`, content);
    const { articles, warnings } = await read([path]);
    expect(articles.map((article) => article.text)).toEqual([text]);
    expect(warnings).toEqual(remark ? [`${path}: ${remark}`] : []);
  });
});

describe("bad input", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["empty.txt", "", "empty: the file is empty"],
    ["blank.txt", " \n\t\r\n ", "empty: the file holds nothing but blank space"],
    ["mark.txt", "\ufeff", "empty: the file holds nothing but blank space"],
    ["nul.txt", "Ministers\u0000spoke.", "binary: this looks like binary data, not text"],
    ["controls.txt", "\u0001\u0002\u0003\u0004 ministers \u0005\u0006", "binary: this looks like binary data, not text"],
    ["image.txt", Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), "binary: this is a PNG image, not text"],
    ["print.txt", "%PDF-1.7 and so on", "binary: this is a PDF document, not text"],
    ["wide.txt", Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), "bad-encoding: the text is encoded in UTF-32, which is not supported"],
    ["long.txt", "x".repeat(2000), "too-large: it is larger than 0.001 MB, the limit for one article"],
    ["empty.jsonl", "\n\n", "empty: the file holds no record"],
    ["image.jsonl", Buffer.from("\u0089PNG\r\n\u001a\n{}", "latin1"), "binary: this is a PNG image, not text"],
    ["empty.html", "<html><body><script>1</script></body></html>", "empty: the page holds no text"],
  ])("%s fails on its own, and the files beside it are read", async (name, content, message) => {
    const before = await file("bad/before.txt", prose);
    const after = await file("bad/after.txt", `${prose} Twice.`);
    const path = await file(`bad/${name}`, content);
    const { outcomes, failures } = await read([before, path, after], { articleLimit: 1000 });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(failures).toEqual([`${path} ${message}`]);
  });

  it.each([
    ["{broken", "bad-json: this line is not JSON"],
    ['{"text": "cut', "bad-json: this line is not JSON"],
    ["[1]", "bad-record: this line holds a list, not a record"],
    ["null", "bad-record: this line holds null, not a record"],
    ['{"body": "Ministers spoke."}', 'bad-record: the record has no string "text" (it is missing)'],
    ['{"text": 7}', 'bad-record: the record has no string "text" (it is a number)'],
    ['{"text": null}', 'bad-record: the record has no string "text" (it is null)'],
    ['{"text": " \\n"}', 'empty: the record\'s "text" is empty'],
    ['{"text": "a\\u0000b"}', "binary: this looks like binary data, not text"],
    ['{"text": "a", "title": 7}', 'bad-record: the record\'s "title" is a number, not a string'],
    ['{"text": "a", "publishedAt": 20240502}', 'bad-record: the record\'s "publishedAt" is a number, not a string'],
    ['{"text": "a", "outlet": ["b"]}', 'bad-record: the record\'s "outlet" is a list, not a string'],
    ['{"text": "a", "url": {}}', 'bad-record: the record\'s "url" is an object, not a string'],
    ['{"text": "a", "id": true}', 'bad-record: the record\'s "id" is a boolean, not a string'],
    [`{"text": "${"x".repeat(1000)}"}`, "too-large: it is larger than 0.001 MB"],
  ])("the record %s fails with its line, and the records around it are read", async (line, message) => {
    const path = await file("bad/records.jsonl", `{"text": "First."}\n\n${line}\n{"text": "Last."}`);
    const { articles, failures } = await read([path], { articleLimit: 1000 });
    expect(articles.map(({ text }) => text)).toEqual(["First.", "Last."]);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain(`${path}:3 ${message}`);
  });

  it("names a path that does not exist, and a link to itself", async () => {
    await symlink("circle.txt", join(folder, "circle.txt"));
    const { failures } = await read([
      join(folder, "none.txt"),
      join(folder, "circle.txt"),
      await file("file.txt", prose),
      join(folder, "file.txt/x"),
    ]);
    expect(failures).toEqual([
      `${join(folder, "none.txt")} no-such-file: no such file or folder`,
      `${join(folder, "circle.txt")} unreadable: its links lead in a circle`,
      `${join(folder, "file.txt/x")} no-such-file: no such file or folder`,
    ]);
  });

  it.skipIf(process.platform === "win32")("names a file that may not be read", async () => {
    const path = await file("locked/locked.txt", prose);
    await chmod(path, 0);
    await chmod(folder, 0o755);
    // The superuser may read everything, so another user (nobody) reads here.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect((await read([path])).failures).toEqual([`${path} unreadable: no permission to read it`]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe("JSON Lines", () => {
  it("takes what the record gives over what the text says", async () => {
    const record = {
      id: "gc-1",
      text: `Ministers speak\n\nLIND, May 2, 2024 (AP) — ${prose}`,
      title: "A call",
      publishedAt: "3 May 2024",
      outlet: "Gulf Courier",
      url: "https://example.org/1",
    };
    const { articles } = await read([await file("records/given.jsonl", `${JSON.stringify(record)}\n`)]);
    expect(articles).toMatchObject([{ ...record, publishedAt: "2024-05-03", file: join(folder, "records/given.jsonl") }]);
  });

  it("reads numbers as ids, blank fields as absent, and CR LF line ends", async () => {
    const path = await file(
      "records/loose.jsonl",
      '{"id": 17, "text": "One.", "title": " ", "outlet": null}\r\n{"text": "Two.\u2028Still two."}\r\n',
    );
    const { articles } = await read([path]);
    expect(articles.map(({ id, text, title, outlet }) => [id, text, title, outlet])).toEqual([
      ["17", "One.", null, null],
      [expect.stringMatching(/^a-/u), "Two.\u2028Still two.", null, null],
    ]);
  });

  it("ignores, with a warning, a date and an address that are none", async () => {
    const path = await file("records/odd.jsonl", '{"text": "One.", "publishedAt": "yesterday", "url": "javascript:alert(1)"}');
    const { articles, warnings } = await read([path]);
    expect(articles).toMatchObject([{ publishedAt: null, url: null }]);
    expect(warnings).toEqual([
      `${path}:1: publishedAt "yesterday" is not a full date; ignored`,
      `${path}:1: url "javascript:alert(1)" is not a web address; ignored`,
    ]);
  });

  it("replaces lone surrogates by a character of the same length", async () => {
    const path = await file("records/surrogate.jsonl", '{"text": "One \\ud83d two."}');
    const { articles, warnings } = await read([path]);
    expect(articles.map(({ text }) => text)).toEqual(["One \ufffd two."]);
    expect(warnings).toEqual([`${path}:1: lone surrogates in the text were read as U+FFFD`]);
  });

  it("reads UTF-16 with a mark, and tells Windows-1252 once per file", async () => {
    const lines = '{"text": "Caf\u00e9 one."}\n{"text": "Caf\u00e9 two."}\n';
    const wide = await file("records/wide.jsonl", utf16(lines));
    const narrow = await file("records/narrow.jsonl", Buffer.from(lines.replaceAll("Caf", "Decaf"), "latin1"));
    const { articles, warnings } = await read([wide, narrow]);
    expect(articles.map(({ text }) => text)).toEqual(["Caf\u00e9 one.", "Caf\u00e9 two.", "Decaf\u00e9 one.", "Decaf\u00e9 two."]);
    expect(warnings).toEqual([`${narrow}:1: not UTF-8; read as Windows-1252 (and 1 more lines)`]);
  });

  it("passes a repeated article with a warning, and refuses an id that another text has", async () => {
    const path = await file(
      "records/twice.jsonl",
      '{"id": "a", "text": "One."}\n{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n',
    );
    const { articles, failures, warnings } = await read([path]);
    expect(articles.map(({ id }) => id)).toEqual(["a", "a"]);
    expect(warnings).toEqual([`${path}:2: the same article as ${path}:1 (id a)`]);
    expect(failures).toEqual([`${path}:3 bad-record: the id "a" already belongs to another text, in ${path}:1`]);
  });

  it("reads one line at a time, whatever the size of the stream", async () => {
    let made = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        made += 1;
        yield Buffer.from(`{"text": "Article ${made}. ${prose.repeat(100)}"}\n`);
      }
    }
    let taken = 0;
    for await (const outcome of readArticles(["-"], { stdin: endless() })) {
      expect(outcome.ok).toBe(true);
      taken += 1;
      if (taken === 500) break;
    }
    expect(made).toBeLessThan(510);
  });
});

describe("standard input", () => {
  it("takes plain text as one article without a file", async () => {
    const { articles } = await read(["-"], { stdin: bytesOf("Ministers sp", "oke.\n{not json}\n") });
    expect(articles).toMatchObject([{ text: "Ministers spoke.\n{not json}\n", file: null }]);
  });

  it("takes JSON Lines by their opening brace, even when the first record is broken", async () => {
    const { articles, failures } = await read(["-"], { stdin: bytesOf(' \n {"te', 'xt": }\n{"text": "Two."}\n') });
    expect(articles).toMatchObject([{ text: "Two.", file: null }]);
    expect(failures[0]).toContain("standard input:2 bad-json: this line is not JSON");
  });

  it("takes a web page by its first tag", async () => {
    const { articles } = await read(["-"], { stdin: bytesOf(`<!DOCTYPE html><html><body><p>${prose}</p></body></html>`) });
    expect(articles).toMatchObject([{ text: prose, extracted: true }]);
  });

  it("fails when it is empty or named twice", async () => {
    const { failures } = await read(["-", "-"], { stdin: bytesOf() });
    expect(failures).toEqual(["standard input empty: the file is empty", "- bad-arguments: standard input can be read only once"]);
  });
});

describe("folders", () => {
  it("are read by name, recursively; other kinds of files and hidden ones are counted", async () => {
    for (const name of ["b/2.txt", "b/1.md", "a.TXT", "c.jsonl", "c.png", "notes", ".hidden/x.txt"]) {
      await file(`folder/${name}`, name === "c.jsonl" ? '{"text": "c"}' : `About ${name}.`);
    }
    const { articles, warnings } = await read([join(folder, "folder")]);
    expect(articles.map((article) => article.file?.slice(folder.length + 8))).toEqual(["a.TXT", "b/1.md", "b/2.txt", "c.jsonl"]);
    expect(warnings).toEqual([`${join(folder, "folder")}: skipped 2 files of other kinds: 1 without an ending, 1 .png; 1 hidden entry`]);
  });

  it("fail when they hold nothing to read", async () => {
    await file("nothing/picture.png", "x");
    const { failures } = await read([join(folder, "nothing")]);
    expect(failures).toEqual([`${join(folder, "nothing")} nothing-to-read: the folder holds no article (1 file of other kinds: 1 .png)`]);
  });

  it("end although links lead in a circle", async () => {
    await file("circle/inner/a.txt", prose);
    await symlink("..", join(folder, "circle/inner/up"));
    const { articles, warnings } = await read([join(folder, "circle")]);
    expect(articles).toHaveLength(1);
    expect(warnings).toEqual([`${join(folder, "circle")}: skipped 1 link to a folder already read`]);
  });

  it.skipIf(process.platform === "win32")("pass over pipes inside, but read one that is named", async () => {
    await file("pipes/a.txt", prose);
    const pipe = join(folder, "pipes/pipe.txt");
    execFileSync("mkfifo", [pipe]);
    expect((await read([join(folder, "pipes")])).articles).toHaveLength(1);
    const writing = writeFile(pipe, '{"text": "From a pipe."}');
    const { articles } = await read([pipe]);
    await writing;
    expect(articles).toMatchObject([{ text: '{"text": "From a pipe."}', file: null }]);
  });

  it("read a file of another kind when it is named, if it is text", async () => {
    const { articles } = await read([await file("story.log", prose), await file("story.data", '{"text": "A record."}')]);
    expect(articles.map(({ text }) => text)).toEqual([prose, "A record."]);
  });
});

const seeds = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));
const hasSeeds = existsSync(seeds);
const seedsRequired = (process.env.WHOMET_REQUIRE ?? "").split(",").includes("shared");
if (!hasSeeds && !seedsRequired) process.stderr.write(`skipped: the shared articles (there is no ${seeds})\n`);

describe.skipIf(!hasSeeds && !seedsRequired)("the shared articles", () => {
  it("yield the dates, outlets and titles that they state, and none that they do not", async () => {
    const { articles, failures, warnings } = await read([seeds]);
    expect(failures).toEqual([]);
    expect(warnings).toEqual([]);
    expect(articles.map(({ publishedAt, outlet }) => [publishedAt, outlet])).toEqual([
      ["2025-03-06", null],
      [null, null],
      [null, null],
      ["2025-03-05", "YWN"],
      [null, "Reuters"],
    ]);
    expect(articles.map(({ furniture }) => furniture.map(({ kind }) => kind))).toEqual([
      ["header"],
      [],
      ["headline", "headline"],
      ["header", "credit"],
      ["dateline"],
    ]);
    expect(articles.map(({ title }) => title === null)).toEqual([true, true, false, true, true]);
  });
});
