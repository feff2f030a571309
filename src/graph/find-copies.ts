/**
 * Which articles are copies or rewrites of others, by the five-word runs (shingles) they share (A. Broder, "On the resemblance and
 * containment of documents", 1997). Words inside quotation marks do not count: two reporters may quote the same speech.
 *
 * Two articles are copies when at least 35 % of the shorter one's shingles stand in the other, and at least 20 of them; reprints with
 * cuts and small edits reach 40 to 100 %. From 6 % on, and at least 12, one is taken to lean on the other (a rewrite); independent
 * reports of one event were seen to share up to 2 %.
 */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import { compareText } from "./fold-name.ts";

export interface CopyOptions {
  /** Least share of the shorter article's shingles for a copy, 0 to 1. */
  readonly copyShare?: number;
  /** Least share for a rewrite, 0 to 1. */
  readonly rewriteShare?: number;
}

export interface Likeness {
  /** Indexes into the articles. `copy` is the later one. */
  readonly copy: number;
  readonly original: number;
  /** Share of the shorter article's shingles that both have, 0 to 1. */
  readonly similarity: number;
}

export interface Copies {
  /** At most one original for each copy, and an original is never itself a copy. Sorted by copy. */
  readonly copies: readonly Likeness[];
  /** Pairs that share too little for a copy and too much for chance; each with the closest article before it. */
  readonly rewrites: readonly Likeness[];
}

const shingleLength = 5;
const leastSharedForCopy = 20;
const leastSharedForRewrite = 12;
/** Fewer common shingles than this are chance or a stock phrase. */
const leastLinks = 4;
/** A shingle in more articles than this is boilerplate, unless the articles share much else. */
const commonShingle = 24;

/** Finds copies and rewrites. About linear in the words: boilerplate never pairs every article with every other. */
export function findCopies(articles: readonly AnnotatedArticle[], options: CopyOptions = {}): Copies {
  const { copyShare = 0.35, rewriteShare = 0.06 } = options;
  // From here on articles are numbered by originality, so of two the smaller number is the original.
  const order = orderByOriginality(articles);
  const shingles = order.map((index) => shinglesOf(articles[index]));
  const compare = (original: number, copy: number): { shared: number; similarity: number; shorter: number } => {
    const one = shingles[original] ?? none;
    const other = shingles[copy] ?? none;
    const shorter = Math.min(one.length, other.length);
    const shared = countShared(one, other);
    return { shared, shorter, similarity: round(shared / Math.max(1, shorter)) };
  };

  const nearestCopy = new Map<number, Likeness>();
  const nearestRewrite = new Map<number, Likeness>();
  for (const [original, copy] of findCandidates(shingles)) {
    const { shared, shorter, similarity } = compare(original, copy);
    const isCopy = similarity >= copyShare && shared >= Math.min(leastSharedForCopy, shorter);
    if (!isCopy && (similarity < rewriteShare || shared < Math.min(leastSharedForRewrite, shorter))) continue;
    const nearest = isCopy ? nearestCopy : nearestRewrite;
    const known = nearest.get(copy);
    if (!known || similarity > known.similarity || (similarity === known.similarity && original < known.original)) {
      nearest.set(copy, { copy, original, similarity });
    }
  }

  const named = ({ copy, original, similarity }: Likeness): Likeness => ({
    copy: order[copy] ?? 0,
    original: order[original] ?? 0,
    similarity,
  });
  const copies = [...nearestCopy.values()].map((likeness) => {
    let { original } = likeness;
    for (let next = nearestCopy.get(original); next; next = nearestCopy.get(original)) original = next.original;
    const similarity = original === likeness.original ? likeness.similarity : compare(original, likeness.copy).similarity;
    return named({ copy: likeness.copy, original, similarity });
  });
  const byCopy = (x: Likeness, y: Likeness): number => x.copy - y.copy;
  return { copies: copies.toSorted(byCopy), rewrites: [...nearestRewrite.values()].map(named).toSorted(byCopy) };
}

const none = new Uint32Array();

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

/** Indexes of the articles by originality: published first, then longest, then by id. */
function orderByOriginality(articles: readonly AnnotatedArticle[]): number[] {
  return articles
    .map(({ annotation, text }, index) => ({ index, id: annotation.id, published: annotation.publishedAt ?? "9999", length: text.length }))
    .toSorted((a, b) => compareText(a.published, b.published) || b.length - a.length || compareText(a.id, b.id))
    .map(({ index }) => index);
}

/** Hashes of the shingles outside quotation marks, ascending and unique. An article that is nearly all quotation counts whole. */
function shinglesOf(article: AnnotatedArticle | undefined): Uint32Array {
  if (!article) return none;
  const { annotation, text } = article;
  const quotes = annotation.quotes.filter(({ kind }) => kind !== "indirect").toSorted((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of quotes) {
    if (start > position) pieces.push(text.slice(position, start));
    position = Math.max(position, end);
  }
  pieces.push(text.slice(position));
  const outside = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return hashShingles(outside < text.length / 4 ? [text] : pieces);
}

function hashShingles(pieces: readonly string[]): Uint32Array {
  const hashes: number[] = [];
  for (const piece of pieces) {
    const words =
      piece
        .toLowerCase()
        .replace(/['’]/gu, "")
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const wordHashes = words.map(hashWord);
    for (let first = 0; first + shingleLength <= wordHashes.length; first += 1) {
      let hash = 0;
      for (let offset = 0; offset < shingleLength; offset += 1) hash = mix(hash ^ (wordHashes[first + offset] ?? 0));
      hashes.push(hash >>> 0);
    }
  }
  const sorted = Uint32Array.from(hashes).sort();
  return sorted.filter((hash, index) => index === 0 || hash !== sorted[index - 1]);
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
}

/** Two ascending lists' common members. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i] ?? 0;
    const other = b[j] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) i += 1;
    if (one >= other) j += 1;
  }
  return shared;
}

/**
 * Pairs of articles, original first, that share enough shingles to be worth an exact count. All shingles are sorted with their
 * articles in one list; each run of equal ones links its articles. A run of many links each to its first, the likely original, and
 * to its neighbour, so a text printed a thousand times costs thousands of pairs and not a million.
 */
function findCandidates(shingles: readonly Uint32Array[]): [number, number][] {
  const total = shingles.reduce((sum, list) => sum + list.length, 0);
  const size = Math.max(1, shingles.length);
  // hash and article in one double: 32 bits and, up to two million articles, 21
  const entries = new Float64Array(total);
  let next = 0;
  shingles.forEach((list, article) => {
    for (const hash of list) {
      entries[next] = hash * size + article;
      next += 1;
    }
  });
  entries.sort();

  const links = new NumberList();
  const link = (a: number, b: number): void => links.push(a * size + b);
  for (let first = 0; first < total; ) {
    const hash = Math.floor((entries[first] ?? 0) / size);
    let end = first + 1;
    while (end < total && Math.floor((entries[end] ?? 0) / size) === hash) end += 1;
    const article = (index: number): number => (entries[index] ?? 0) - hash * size;
    if (end - first <= commonShingle) {
      for (let i = first; i < end; i += 1) for (let j = i + 1; j < end; j += 1) link(article(i), article(j));
    } else {
      for (let i = first + 1; i < end; i += 1) {
        link(article(first), article(i));
        if (i > first + 1) link(article(i - 1), article(i));
      }
    }
    first = end;
  }
  return links.frequent(leastLinks).map((pair) => [Math.floor(pair / size), pair % size]);
}

/** A list of numbers too long for a Map to count. */
class NumberList {
  #values = new Float64Array(1 << 16);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The values that occur at least `least` times, ascending. */
  frequent(least: number): number[] {
    const sorted = this.#values.subarray(0, this.#length).sort();
    const found: number[] = [];
    for (let first = 0; first < sorted.length; ) {
      let end = first + 1;
      while (end < sorted.length && sorted[end] === sorted[first]) end += 1;
      if (end - first >= least) found.push(sorted[first] ?? 0);
      first = end;
    }
    return found;
  }
}
