/**
 * CoNLL-style files → articles with gold spans. The running text is rebuilt with simple spacing, so that the tagger learns on the tokens
 * and sentences that it will meet, not on the corpus's own.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Chunk, chunksOf, labelNames } from "../annotate/names/tag-scheme.ts";
import type { Article } from "../domain/article.ts";
import { UserError } from "../domain/errors.ts";
import type { Span } from "../domain/span.ts";

export interface GoldName extends Span {
  /** 0 to 3: PER, ORG, LOC, MISC. */
  readonly kind: number;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  /** Sorted, disjoint. */
  readonly names: readonly GoldName[];
}

/** Sentences without document marks are grouped by so many. */
const groupSize = 20;
const closers = new Set(". , ; : ? ! % ) ] } 's 'S ’s n't n’t 're 've 'll 'd 'm ’re ’ve ’ll -RRB- ''".split(" "));
const openers = new Set("( [ { $ £ € # `` -LRB- “ ‘".split(" "));
const brackets: Readonly<Record<string, string>> = { "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"' };

/** Tokens → text and the span of each token in it. */
export function joinTokens(tokens: readonly string[]): { text: string; spans: Span[] } {
  let text = "";
  const spans: Span[] = [];
  let open = false;
  let glued = true;
  for (const token of tokens) {
    const word = brackets[token] ?? token;
    let left = closers.has(token) || closers.has(word);
    let glue = openers.has(token) || openers.has(word);
    if (token === '"') {
      left = open;
      glue = !open;
      open = !open;
    }
    if (token === "``") {
      left = false;
      glue = true;
    }
    if (token === "''" || token === "'") left = true;
    if (text !== "" && !glued && !left) text += " ";
    const start = text.length;
    text += word;
    spans.push({ start, end: text.length });
    glued = glue;
  }
  return { text, spans };
}

interface TaggedToken {
  readonly token: string;
  readonly label: number;
}

const labelOf = new Map<string, number>(labelNames.map((name, index) => [name, index]));

/**
 * Reads one file, gzipped when its name ends in `.gz`: `token<TAB>tag` lines, blank lines between sentences, `-DOCSTART-` between documents.
 * Throws UserError when the file cannot be read or a line has a tag that is not BIO over PER, ORG, LOC, MISC.
 */
export function readConll(path: string): GoldArticle[] {
  let content: string;
  try {
    const bytes = readFileSync(path);
    content = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (error) {
    throw new UserError("unreadable", `cannot read ${path}`, "Give a CoNLL-style file of token<TAB>tag lines.", { cause: error });
  }
  const articles: GoldArticle[] = [];
  const marked = content.includes("-DOCSTART-");
  let sentences: TaggedToken[][] = [];
  let sentence: TaggedToken[] = [];
  const endSentence = (): void => {
    if (sentence.length > 0) sentences.push(sentence);
    sentence = [];
  };
  const endArticle = (): void => {
    endSentence();
    if (sentences.length > 0) articles.push(toArticle(`${path}#${articles.length}`, sentences));
    sentences = [];
  };
  let lineNumber = 0;
  for (const line of content.split("\n")) {
    lineNumber += 1;
    const trimmed = line.replace(/\r$/u, "");
    if (trimmed.startsWith("-DOCSTART-")) endArticle();
    else if (trimmed.trim() === "") {
      endSentence();
      if (!marked && sentences.length >= groupSize) endArticle();
    } else {
      const columns = trimmed.split("\t");
      const tag = columns.at(-1) ?? "";
      const label = labelOf.get(tag);
      if (label === undefined || columns.length < 2) {
        throw new UserError("bad-record", `${path}, line ${lineNumber}: ${JSON.stringify(tag)} is not a BIO tag of PER, ORG, LOC or MISC`);
      }
      sentence.push({ token: columns[0] ?? "", label });
    }
  }
  endArticle();
  return articles;
}

function toArticle(id: string, sentences: readonly (readonly TaggedToken[])[]): GoldArticle {
  let text = "";
  const names: GoldName[] = [];
  for (const sentence of sentences) {
    const joined = joinTokens(sentence.map(({ token }) => token));
    const labels = sentence.map(({ label }) => label);
    const base = text.length;
    for (const chunk of chunksOf(labels, 0, labels.length)) names.push({ ...spanOf(joined.spans, chunk, base), kind: chunk.kind });
    text += `${joined.text}\n`;
  }
  return { id, text, names };
}

function spanOf(spans: readonly Span[], chunk: Chunk, base: number): Span {
  return { start: base + (spans[chunk.first]?.start ?? 0), end: base + (spans[chunk.end - 1]?.end ?? 0) };
}

/** A gold article as the annotator reads it. */
export function articleOf(gold: GoldArticle): Article {
  return {
    id: gold.id,
    file: null,
    title: null,
    publishedAt: null,
    outlet: null,
    url: null,
    text: gold.text,
    extracted: false,
    furniture: [],
  };
}
