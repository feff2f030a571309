/** Gold articles → what the trainer reads: tokens, allowed labels, features, packed into typed arrays. */

import { articleFeatures } from "../annotate/names/article-features.ts";
import type { NameLexicon } from "../annotate/names/name-lexicon.ts";
import { anyLabel, beginOf, outside } from "../annotate/names/tag-scheme.ts";
import { contextFeatures, placeFeatures, type WordFacts, type WordTable } from "../annotate/names/token-features.ts";
import type { Document } from "../domain/document.ts";
import { articleOf, type GoldArticle } from "../evaluate/read-conll.ts";
import type { Segmenter } from "../text/segment.ts";

/** A growing list of 32-bit numbers. */
export class IntList {
  private items = new Int32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length] = value;
    this.length += 1;
  }

  toArray(): Int32Array {
    return this.items.slice(0, this.length);
  }
}

export interface CorpusArticle {
  readonly gold: GoldArticle;
  readonly doc: Document<"paragraphs" | "sentences" | "tokens">;
  readonly words: readonly WordFacts[];
  /** Bit sets of the labels that the annotation allows, one a token. */
  readonly masks: Uint16Array;
  /** Index of the first token among all tokens of the corpus. */
  readonly firstToken: number;
}

export interface Corpus {
  readonly articles: readonly CorpusArticle[];
  readonly tokenCount: number;
}

/** Segments the articles. `hasMisc` says whether their annotation marks MISC; without it an unmarked token may be MISC. */
export function addToCorpus(
  into: CorpusArticle[],
  golds: readonly GoldArticle[],
  options: { segment: Segmenter; words: WordTable; hasMisc: boolean; firstToken: number },
): number {
  let firstToken = options.firstToken;
  const nothing = options.hasMisc ? 1 : 1 | (1 << beginOf(3)) | (1 << (beginOf(3) + 1));
  for (const gold of golds) {
    const doc = options.segment(articleOf(gold));
    const words = doc.tokens.map((token) => options.words.word(token.text));
    const masks = new Uint16Array(words.length).fill(nothing);
    let next = 0;
    let previousName = -1;
    doc.tokens.forEach((token, index) => {
      while (next < gold.names.length && (gold.names[next]?.end ?? 0) <= token.start) next += 1;
      const name = gold.names[next];
      if (!name || name.start >= token.end) return;
      const sentenceFirst = doc.sentences[token.sentenceIndex]?.firstToken ?? 0;
      const begins = previousName !== next || index === sentenceFirst;
      masks[index] = 1 << (beginOf(name.kind) + (begins ? 0 : 1));
      previousName = next;
    });
    into.push({ gold, doc, words, masks, firstToken });
    firstToken += words.length;
  }
  return firstToken;
}

/** Rows of features, token by token: those of token `i` are `values[starts[i]]` up to `values[starts[i + 1]]`. */
export interface FeatureRows {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Features that arrive sorted by anything, per article, packed by token. */
export function packFeatures(
  corpus: Corpus,
  emit: (article: CorpusArticle, sink: (index: number, hash: number) => void) => void,
): FeatureRows {
  const starts = new Int32Array(corpus.tokenCount + 1);
  const values = new IntList();
  for (const article of corpus.articles) {
    const count = article.words.length;
    const indexes: number[] = [];
    const hashes: number[] = [];
    const offsets = new Int32Array(count + 1);
    emit(article, (index, hash) => {
      indexes.push(index);
      hashes.push(hash);
      offsets[index + 1] = (offsets[index + 1] ?? 0) + 1;
    });
    for (let k = 0; k < count; k += 1) offsets[k + 1] = (offsets[k + 1] ?? 0) + (offsets[k] ?? 0);
    const sorted = new Int32Array(hashes.length);
    const cursor = offsets.slice();
    hashes.forEach((hash, k) => {
      const at = indexes[k] ?? 0;
      sorted[cursor[at] ?? 0] = hash;
      cursor[at] = (cursor[at] ?? 0) + 1;
    });
    const base = values.length;
    for (let k = 0; k < count; k += 1) starts[article.firstToken + k] = base + (offsets[k] ?? 0);
    for (const value of sorted) values.push(value);
    starts[article.firstToken + count] = values.length;
  }
  return { starts, values: values.toArray() };
}

/** The features that only the linear half looks at. */
export function contextOf(corpus: Corpus, words: WordTable): FeatureRows {
  return packFeatures(corpus, (article, sink) => {
    for (const sentence of article.doc.sentences) {
      const slice = article.words.slice(sentence.firstToken, sentence.endToken);
      contextFeatures(slice, words.edge, (index, hash) => sink(sentence.firstToken + index, hash));
    }
  });
}

/** The features of a place in its sentence that both halves look at. */
export function placeRowsOf(corpus: Corpus, lexicon: NameLexicon): FeatureRows {
  return packFeatures(corpus, (article, sink) => {
    for (const sentence of article.doc.sentences) {
      const slice = article.words.slice(sentence.firstToken, sentence.endToken);
      placeFeatures(slice, lexicon, (index, hash) => sink(sentence.firstToken + index, hash));
    }
  });
}

/** The features of a place in its article, as far as `labels` tell. */
export function articleRowsOf(corpus: Corpus, labels: Uint8Array): FeatureRows {
  return packFeatures(corpus, (article, sink) => {
    const own = labels.subarray(article.firstToken, article.firstToken + article.words.length);
    articleFeatures(article.words, article.doc.sentences, own, sink);
  });
}

/** The features of both, token by token. */
export function joinRows(left: FeatureRows, right: FeatureRows): FeatureRows {
  const starts = new Int32Array(left.starts.length);
  const values = new Int32Array(left.values.length + right.values.length);
  let at = 0;
  for (let token = 0; token + 1 < starts.length; token += 1) {
    for (const { starts: from, values: own } of [left, right]) {
      const part = own.subarray(from[token], from[token + 1]);
      values.set(part, at);
      at += part.length;
    }
    starts[token + 1] = at;
  }
  return { starts, values };
}

/** The gold labels where the annotation is whole; `outside` where it allows several. */
export function goldLabels(article: CorpusArticle): Uint8Array {
  return Uint8Array.from(article.masks, (mask) => {
    if (mask === anyLabel || mask & 1) return outside;
    return 31 - Math.clz32(mask);
  });
}
