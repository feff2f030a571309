/**
 * Files, folders and standard input → articles, one at a time and in input order, so that memory stays bounded by the largest
 * article. What cannot be read becomes a failed outcome that names its file and line; the rest goes on.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Article } from "../domain/article.ts";
import { type Outcome, UserError } from "../domain/errors.ts";
import { peek, readAll, splitLines, toUtf8 } from "./byte-streams.ts";
import { decodeText, refuseBinaryHead, sniffLength, sniffUnicode } from "./decode-text.ts";
import { nothingGiven } from "./given-metadata.ts";
import type { FileFormat, ListedSource } from "./list-files.ts";
import { listFiles, readingError } from "./list-files.ts";
import { type ArticleSource, makeArticle } from "./make-article.ts";
import { parseRecord } from "./parse-record.ts";

export interface ReadOptions {
  /** What `-` reads; the process's own standard input unless told. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Hears what a reader should know although nothing failed: a guessed encoding, skipped files, repeated articles. */
  readonly warn?: (message: string) => void;
  /** Bytes that one article may have (a file, or a line of JSON Lines); 20 MB unless told. */
  readonly articleLimit?: number;
}

/** Bytes of one article beyond which it is refused as `too-large`: far longer than any article, short enough for any machine. */
export const defaultArticleLimit = 20_000_000;

interface Reading {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly warn: (message: string) => void;
  readonly limit: number;
}

/** Where bytes come from. */
interface ByteSource {
  /** For messages. */
  readonly name: string;
  /** For the article; null for streams. */
  readonly file: string | null;
  readonly format: FileFormat | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * The articles of `paths` in input order; `-` is standard input. A folder is read recursively, by name. An id that comes again with
 * the same text passes, with a warning; with another text it fails as `bad-record`.
 */
export async function* readArticles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Outcome<Article>> {
  const reading: Reading = {
    stdin: options.stdin ?? process.stdin,
    warn: options.warn ?? (() => {}),
    limit: options.articleLimit ?? defaultArticleLimit,
  };
  const seen = new Map<string, { readonly digest: string; readonly source: string }>();
  let stdinTaken = false;
  for await (const listed of listFiles(paths, reading.warn)) {
    if (listed.kind === "stdin" && stdinTaken) {
      yield failure("-", new UserError("bad-arguments", "standard input can be read only once", "Name - once."));
      continue;
    }
    stdinTaken ||= listed.kind === "stdin";
    for await (const outcome of readListed(listed, reading)) {
      yield outcome.ok ? checkRepetition(outcome, seen, reading.warn) : outcome;
    }
  }
}

/** An outcome that knows where its article stands, for messages. */
type Placed = { readonly ok: true; readonly value: Article; readonly source: string } | Extract<Outcome<Article>, { ok: false }>;

function failure(source: string, error: UserError): Extract<Outcome<Article>, { ok: false }> {
  return { ok: false, source, error };
}

function checkRepetition(
  placed: Extract<Placed, { ok: true }>,
  seen: Map<string, { readonly digest: string; readonly source: string }>,
  warn: (message: string) => void,
): Outcome<Article> {
  const { value, source } = placed;
  const digest = createHash("sha256").update(value.text).digest("base64url");
  const earlier = seen.get(value.id);
  if (!earlier) {
    seen.set(value.id, { digest, source });
    return { ok: true, value };
  }
  if (earlier.digest === digest) {
    warn(`${source}: the same article as ${earlier.source} (id ${value.id})`);
    return { ok: true, value };
  }
  return failure(
    source,
    new UserError(
      "bad-record",
      `the id ${JSON.stringify(value.id)} already belongs to another text, in ${earlier.source}`,
      "Give each article its own id.",
    ),
  );
}

async function* readListed(listed: ListedSource, reading: Reading): AsyncGenerator<Placed> {
  if (listed.kind === "failed") {
    yield failure(listed.source, listed.error);
    return;
  }
  if (listed.kind === "stdin") {
    yield* guarded({ name: "standard input", file: null, format: null, bytes: reading.stdin }, reading);
    return;
  }
  const { file, format, isRegular, size } = listed;
  if (format !== "jsonl" && format !== null && size > reading.limit) {
    yield failure(file, tooLarge(reading.limit));
    return;
  }
  yield* guarded({ name: file, file: isRegular ? file : null, format, bytes: createReadStream(file) }, reading);
}

/** Reads one source; what the user can fix becomes a failed outcome. */
async function* guarded(source: ByteSource, reading: Reading): AsyncGenerator<Placed> {
  try {
    yield* readSource(source, reading);
  } catch (error) {
    yield failure(source.name, error instanceof UserError ? error : readingError(error));
  }
}

async function* readSource(source: ByteSource, reading: Reading): AsyncGenerator<Placed> {
  const { head, all } = await peek(source.bytes, sniffLength);
  const format = source.format ?? sniffFormat(head);
  if (format === "jsonl") {
    yield* readRecords({ ...source, bytes: all }, head, reading);
    return;
  }
  const bytes = await readAll(all, reading.limit);
  if (!bytes) throw tooLarge(reading.limit);
  yield { ok: true, value: await readDocument(source, format, bytes, reading), source: source.name };
}

/** What an unnamed stream, or a file with an unknown ending, most likely holds. */
function sniffFormat(head: Uint8Array): FileFormat {
  const start = new TextDecoder(sniffUnicode(head)).decode(head).trimStart();
  // Prose does not open with a brace and a quotation mark. A broken first record shall be named, not annotated as prose.
  if (/^\{\s*"/u.test(start)) return "jsonl";
  if (/^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html)\b/iu.test(start)) return "html";
  return "plain";
}

async function readDocument(
  source: ByteSource,
  format: "plain" | "markdown" | "html",
  bytes: Uint8Array,
  reading: Reading,
): Promise<Article> {
  if (bytes.length === 0) throw new UserError("empty", "the file is empty");
  let document: Pick<ArticleSource, "text" | "given">;
  if (format === "html") {
    // Loaded only for pages: the parsers take longer to load than a text file takes to read.
    const { declaredCharset, extractHtml } = await import("./extract-html.ts");
    const decoded = decodeText(bytes, declaredCharset(bytes.subarray(0, sniffLength)));
    if (decoded.remark) reading.warn(`${source.name}: ${decoded.remark}`);
    document = extractHtml(decoded.text);
  } else {
    const { text, remark } = decodeText(bytes);
    if (remark) reading.warn(`${source.name}: ${remark}`);
    document = { text, given: nothingGiven };
  }
  if (document.text.trim() === "") throw new UserError("empty", "the file holds nothing but blank space");
  return makeArticle({ ...document, file: source.file, format });
}

async function* readRecords(source: ByteSource, head: Uint8Array, reading: Reading): AsyncGenerator<Placed> {
  refuseBinaryHead(head);
  const encoding = sniffUnicode(head);
  const bytes = encoding === "utf-8" ? source.bytes : toUtf8(source.bytes, encoding);
  let records = 0;
  /** Remarks on the encoding, told once per file: where it was wrong it mostly is wrong throughout. */
  const guesses = new Map<string, { readonly first: number; count: number }>();
  for await (const line of splitLines(bytes, reading.limit)) {
    const place = `${source.name}:${line.number}`;
    try {
      if (!line.bytes) throw tooLarge(reading.limit);
      const decoded = decodeText(line.bytes);
      if (decoded.text.trim() === "") continue;
      records += 1;
      if (decoded.remark) {
        const guess = guesses.get(decoded.remark);
        if (guess) guess.count += 1;
        else guesses.set(decoded.remark, { first: line.number, count: 1 });
      }
      const record = parseRecord(decoded.text);
      for (const remark of record.remarks) reading.warn(`${place}: ${remark}`);
      const article = makeArticle({ text: record.text, given: record.given, file: source.file, format: "plain" });
      yield { ok: true, value: article, source: place };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      records += 1;
      yield failure(place, error);
    }
  }
  for (const [remark, { first, count }] of guesses) {
    reading.warn(`${source.name}:${first}: ${remark}${count > 1 ? ` (and ${count - 1} more lines)` : ""}`);
  }
  if (records === 0) throw new UserError("empty", "the file holds no record");
}

function tooLarge(limit: number): UserError {
  const megabytes = `${limit / 1_000_000} MB`;
  return new UserError(
    "too-large",
    `it is larger than ${megabytes}, the limit for one article`,
    "Split it into articles: one file each, or one record per line in a .jsonl file, which may be of any size.",
  );
}
