/**
 * Trains the weights of the name tagger's chain: the probability of the annotated labels (of all label paths that a partial annotation
 * allows) is raised by AdaGrad, one sentence at a time, with feature dropout; the step falls to nothing over the epochs.
 */

import { Chain, isAllowedPair, transitionSize } from "../annotate/names/crf.ts";
import { RowTable } from "../annotate/names/feature-hash.ts";
import { labelCount as L } from "../annotate/names/tag-scheme.ts";
import { attributeAt, hasCapital, offsetCount, reach, type WordFacts } from "../annotate/names/token-features.ts";
import { makeRandom, shuffle } from "../learn/random.ts";
import type { Corpus, FeatureRows } from "./name-corpus.ts";
import { IntList } from "./name-corpus.ts";

/** Which features exist, and which of them every word has at every distance. */
export interface FeatureSpace {
  readonly hashes: Int32Array;
  /** Rows of word `w` at offset `o`: `wordRows[wordStarts[w * offsetCount + o + reach]]` and on. */
  readonly wordStarts: Int32Array;
  readonly wordRows: Int32Array;
  readonly edgeId: number;
  readonly context: FeatureRows;
  readonly article: FeatureRows | null;
}

export interface ChainWeights {
  /** `labelCount` weights a row. */
  readonly rows: Float32Array;
  readonly transitions: Float32Array;
}

/** Token ranges of sentences, over the corpus; `weights` scales what each teaches. */
export interface SentenceSet {
  readonly firsts: Int32Array;
  readonly ends: Int32Array;
}

export function sentencesOf(corpus: Corpus, keep: (articleIndex: number) => boolean): SentenceSet {
  const firsts = new IntList();
  const ends = new IntList();
  corpus.articles.forEach((article, index) => {
    if (!keep(index)) return;
    for (const sentence of article.doc.sentences) {
      // A sentence without a capital is never tagged, so it teaches nothing.
      if (!hasCapital(article.words, sentence.firstToken, sentence.endToken)) continue;
      firsts.push(article.firstToken + sentence.firstToken);
      ends.push(article.firstToken + sentence.endToken);
    }
  });
  return { firsts: firsts.toArray(), ends: ends.toArray() };
}

/** Offsets from which attribute number `k` of a word is seen. */
export function attributeReach(word: WordFacts, k: number): number {
  return k < word.farCount ? 2 : k < word.nearCount ? 1 : 0;
}

/**
 * Counts features over the sentences of `set` and numbers those seen at least `minCount` times.
 */
export function makeFeatureSpace(
  vocabulary: readonly WordFacts[],
  wordIds: Int32Array,
  edgeId: number,
  set: SentenceSet,
  rawContext: FeatureRows,
  rawArticle: FeatureRows | null,
  minCount: number,
): FeatureSpace {
  // Words at offsets first: how often each word is seen from each distance.
  const seen = new Int32Array(vocabulary.length * offsetCount);
  const counts = new Map<number, number>();
  for (let s = 0; s < set.firsts.length; s += 1) {
    const first = set.firsts[s] as number;
    const end = set.ends[s] as number;
    for (let i = first; i < end; i += 1) {
      for (let o = -reach; o <= reach; o += 1) {
        const at = i + o;
        const id = at < first || at >= end ? edgeId : (wordIds[at] as number);
        const slot = id * offsetCount + o + reach;
        seen[slot] = (seen[slot] as number) + 1;
      }
      for (let k = rawContext.starts[i] as number; k < (rawContext.starts[i + 1] as number); k += 1) {
        const hash = rawContext.values[k] as number;
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
      }
      if (rawArticle) {
        for (let k = rawArticle.starts[i] as number; k < (rawArticle.starts[i + 1] as number); k += 1) {
          const hash = rawArticle.values[k] as number;
          counts.set(hash, (counts.get(hash) ?? 0) + 1);
        }
      }
    }
  }
  vocabulary.forEach((word, id) => {
    word.attributes.forEach((attribute, k) => {
      const far = attributeReach(word, k);
      for (let o = -far; o <= far; o += 1) {
        const times = seen[id * offsetCount + o + reach] as number;
        if (times === 0) continue;
        const hash = attributeAt(attribute, o);
        counts.set(hash, (counts.get(hash) ?? 0) + times);
      }
    });
  });
  const kept = new IntList();
  for (const [hash, count] of counts) if (count >= minCount) kept.push(hash);
  const hashes = kept.toArray().sort();
  return withHashes(hashes, vocabulary, edgeId, rawContext, rawArticle);
}

/** The space of given features. */
export function withHashes(
  hashes: Int32Array,
  vocabulary: readonly WordFacts[],
  edgeId: number,
  rawContext: FeatureRows,
  rawArticle: FeatureRows | null,
): FeatureSpace {
  const table = new RowTable(hashes);
  const wordStarts = new Int32Array(vocabulary.length * offsetCount + 1);
  const wordRows = new IntList();
  vocabulary.forEach((word, id) => {
    for (let o = -reach; o <= reach; o += 1) {
      wordStarts[id * offsetCount + o + reach] = wordRows.length;
      const limit = o === 0 ? word.attributes.length : Math.abs(o) === 1 ? word.nearCount : word.farCount;
      for (let k = 0; k < limit; k += 1) {
        const row = table.row(attributeAt(word.attributes[k] as number, o));
        if (row >= 0) wordRows.push(row);
      }
    }
  });
  wordStarts[vocabulary.length * offsetCount] = wordRows.length;
  return {
    hashes,
    wordStarts,
    wordRows: wordRows.toArray(),
    edgeId,
    context: toRows(rawContext, table),
    article: rawArticle ? toRows(rawArticle, table) : null,
  };
}

function toRows(raw: FeatureRows, table: RowTable): FeatureRows {
  const starts = new Int32Array(raw.starts.length);
  const values = new IntList();
  for (let i = 0; i + 1 < raw.starts.length; i += 1) {
    starts[i] = values.length;
    for (let k = raw.starts[i] as number; k < (raw.starts[i + 1] as number); k += 1) {
      const row = table.row(raw.values[k] as number);
      if (row >= 0) values.push(row);
    }
  }
  starts[raw.starts.length - 1] = values.length;
  return { starts, values: values.toArray() };
}

export interface TrainOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  /** Share of articles shown without their article features, so that the first pass learns to do without. */
  readonly withoutArticle: number;
  /** What is taken off every weight at the end of an epoch, as a share. */
  readonly decay: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number, weights: ChainWeights) => void;
}

/** Work arrays for one sentence at a time. */
export class SentenceScorer {
  rowStarts = new Int32Array(1);
  rows = new Int32Array(1 << 16);
  emissions = new Float32Array(0);
  private state: number;
  private readonly threshold: number;

  /** Of the features it collects, it drops the share `dropout`, by a cheap generator of its own: one number is drawn for every feature. */
  constructor(dropout = 0, seed = 1) {
    this.threshold = Math.floor(dropout * 4294967296);
    this.state = Math.imul(seed, 0x9e3779b1) || 1;
  }

  /** Collects the rows of a sentence's tokens. */
  collect(space: FeatureSpace, wordIds: Int32Array, first: number, end: number, useArticle: boolean): void {
    const length = end - first;
    if (this.rowStarts.length <= length) this.rowStarts = new Int32Array(2 * length + 2);
    let count = 0;
    const { wordStarts, wordRows, context, article, edgeId } = space;
    const { threshold } = this;
    let { state } = this;
    for (let i = first; i < end; i += 1) {
      this.rowStarts[i - first] = count;
      if (this.rows.length < count + 4096) {
        const larger = new Int32Array(this.rows.length * 2);
        larger.set(this.rows);
        this.rows = larger;
      }
      const { rows } = this;
      for (let o = -reach; o <= reach; o += 1) {
        const at = i + o;
        const id = at < first || at >= end ? edgeId : (wordIds[at] as number);
        const slot = id * offsetCount + o + reach;
        const stop = wordStarts[slot + 1] as number;
        for (let k = wordStarts[slot] as number; k < stop; k += 1) {
          if (threshold > 0) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            if (state >>> 0 < threshold) continue;
          }
          rows[count] = wordRows[k] as number;
          count += 1;
        }
      }
      const contextStop = context.starts[i + 1] as number;
      for (let k = context.starts[i] as number; k < contextStop; k += 1) {
        if (threshold > 0) {
          state ^= state << 13;
          state ^= state >>> 17;
          state ^= state << 5;
          if (state >>> 0 < threshold) continue;
        }
        rows[count] = context.values[k] as number;
        count += 1;
      }
      if (useArticle && article) {
        const stop = article.starts[i + 1] as number;
        for (let k = article.starts[i] as number; k < stop; k += 1) {
          if (threshold > 0) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            if (state >>> 0 < threshold) continue;
          }
          rows[count] = article.values[k] as number;
          count += 1;
        }
      }
    }
    this.rowStarts[length] = count;
    this.state = state;
  }

  /** Sums the weights of the collected rows into `emissions`, times `scale`. */
  score(weights: Float32Array, length: number, scale: number): void {
    if (this.emissions.length < length * L) this.emissions = new Float32Array(2 * length * L);
    const { emissions, rows, rowStarts } = this;
    for (let i = 0; i < length; i += 1) {
      let e0 = 0;
      let e1 = 0;
      let e2 = 0;
      let e3 = 0;
      let e4 = 0;
      let e5 = 0;
      let e6 = 0;
      let e7 = 0;
      let e8 = 0;
      const stop = rowStarts[i + 1] as number;
      for (let k = rowStarts[i] as number; k < stop; k += 1) {
        const at = (rows[k] as number) * L;
        e0 += weights[at] as number;
        e1 += weights[at + 1] as number;
        e2 += weights[at + 2] as number;
        e3 += weights[at + 3] as number;
        e4 += weights[at + 4] as number;
        e5 += weights[at + 5] as number;
        e6 += weights[at + 6] as number;
        e7 += weights[at + 7] as number;
        e8 += weights[at + 8] as number;
      }
      const to = i * L;
      emissions[to] = e0 * scale;
      emissions[to + 1] = e1 * scale;
      emissions[to + 2] = e2 * scale;
      emissions[to + 3] = e3 * scale;
      emissions[to + 4] = e4 * scale;
      emissions[to + 5] = e5 * scale;
      emissions[to + 6] = e6 * scale;
      emissions[to + 7] = e7 * scale;
      emissions[to + 8] = e8 * scale;
    }
  }
}

/** Gradients smaller than this are not worth the walk over a token's features. */
const negligible = 0.01;

/**
 * The score of the one path that `masks` allows, with its labels in `held` and its label pairs taken off `pairs`; null, with nothing of use in
 * `held`, when some token has several labels. Most sentences are annotated whole, and this is much less work than a sum over one path.
 */
export function onlyPath(
  emissions: Float32Array,
  transitions: Float32Array,
  masks: Uint16Array,
  first: number,
  length: number,
  held: Float64Array,
  pairs: Float64Array,
): number | null {
  for (let i = 0; i < length; i += 1) {
    const mask = masks[first + i] as number;
    if ((mask & (mask - 1)) !== 0) return null;
  }
  held.fill(0, 0, length * L);
  let score = 0;
  let previous: number = L;
  for (let i = 0; i < length; i += 1) {
    const label = 31 - Math.clz32(masks[first + i] as number);
    const slot = previous * L + label;
    held[i * L + label] = 1;
    pairs[slot] = (pairs[slot] as number) - 1;
    score += (emissions[i * L + label] as number) + (transitions[slot] as number);
    previous = label;
  }
  return score;
}

/** Trains on the sentences of `set`. `masks` holds the allowed labels of every token of the corpus. */
export function trainChain(
  space: FeatureSpace,
  wordIds: Int32Array,
  masks: Uint16Array,
  set: SentenceSet,
  options: TrainOptions,
): ChainWeights {
  const rowCount = space.hashes.length;
  const weights = new Float32Array(rowCount * L);
  const squares = new Float32Array(rowCount * L).fill(1);
  const transitions = new Float32Array(transitionSize);
  const transitionSquares = new Float32Array(transitionSize).fill(1);
  const chain = new Chain();
  const scorer = new SentenceScorer(options.dropout, options.seed);
  const random = makeRandom(options.seed);
  const count = set.firsts.length;
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const pairs = new Float64Array(transitionSize);
  let free = new Float64Array(0);
  let held = new Float64Array(0);
  const gradient = new Float64Array(L);
  const active = new Uint8Array(L);
  const scale = 1 / (1 - options.dropout);
  const steps = options.epochs * count;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    for (const s of order) {
      const first = set.firsts[s] as number;
      const end = set.ends[s] as number;
      const length = end - first;
      const rate = options.rate * (1 - step / steps);
      step += 1;
      if (length === 0 || length > 400) continue;
      const useArticle = space.article !== null && random() >= options.withoutArticle;
      scorer.collect(space, wordIds, first, end, useArticle);
      scorer.score(weights, length, scale);
      chain.setTransitions(transitions);
      if (free.length < length * L) {
        free = new Float64Array(2 * length * L);
        held = new Float64Array(2 * length * L);
      }
      pairs.fill(0);
      const path = onlyPath(scorer.emissions, transitions, masks, first, length, held, pairs);
      const logHeld = path ?? chain.sum(scorer.emissions, length, masks, first, held);
      if (logHeld === Number.NEGATIVE_INFINITY) throw new Error(`no label path is allowed for the sentence at token ${first}`);
      if (path === null) chain.addExpectedPairs(length, -1, pairs);
      const logFree = chain.sum(scorer.emissions, length, null, 0, free);
      chain.addExpectedPairs(length, 1, pairs);
      loss += logFree - logHeld;
      for (let t = 0; t < transitionSize; t += 1) {
        const g = pairs[t] as number;
        if (g > negligible || g < -negligible) {
          const square = (transitionSquares[t] as number) + g * g;
          transitionSquares[t] = square;
          transitions[t] = (transitions[t] as number) - (rate * g) / Math.sqrt(square);
        }
      }
      const { rows, rowStarts } = scorer;
      for (let i = 0; i < length; i += 1) {
        let activeCount = 0;
        for (let y = 0; y < L; y += 1) {
          const g = (free[i * L + y] as number) - (held[i * L + y] as number);
          if (g > negligible || g < -negligible) {
            active[activeCount] = y;
            gradient[activeCount] = g;
            activeCount += 1;
          }
        }
        if (activeCount === 0) continue;
        const stop = rowStarts[i + 1] as number;
        for (let k = rowStarts[i] as number; k < stop; k += 1) {
          const row = (rows[k] as number) * L;
          for (let a = 0; a < activeCount; a += 1) {
            const at = row + (active[a] as number);
            const g = gradient[a] as number;
            const sum = (squares[at] as number) + g * g;
            squares[at] = sum;
            weights[at] = (weights[at] as number) - (rate * g) / Math.sqrt(sum);
          }
        }
      }
    }
    if (options.decay > 0) {
      const keep = 1 - options.decay;
      for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] as number) * keep;
    }
    options.onEpoch?.(epoch, loss / count, { rows: weights, transitions });
  }
  for (let t = 0; t < transitionSize; t += 1) if (!isAllowedPair(Math.floor(t / L), t % L)) transitions[t] = 0;
  return { rows: weights, transitions };
}

/** Labels of every token of `set`, written into `labels`; of other tokens nothing. */
export function decode(
  space: FeatureSpace,
  wordIds: Int32Array,
  weights: ChainWeights,
  set: SentenceSet,
  useArticle: boolean,
  labels: Uint8Array,
): void {
  const chain = new Chain();
  const scorer = new SentenceScorer();
  for (let s = 0; s < set.firsts.length; s += 1) {
    const first = set.firsts[s] as number;
    const end = set.ends[s] as number;
    scorer.collect(space, wordIds, first, end, useArticle);
    scorer.score(weights.rows, end - first, 1);
    chain.best(scorer.emissions, end - first, weights.transitions, labels, first);
  }
}

/** Label probabilities of every token of `set`, `labelCount` a token, into `marginals`. */
export function probabilities(
  space: FeatureSpace,
  wordIds: Int32Array,
  weights: ChainWeights,
  set: SentenceSet,
  useArticle: boolean,
  marginals: Float32Array,
): void {
  const chain = new Chain();
  chain.setTransitions(weights.transitions);
  const scorer = new SentenceScorer();
  let own = new Float64Array(0);
  for (let s = 0; s < set.firsts.length; s += 1) {
    const first = set.firsts[s] as number;
    const length = (set.ends[s] as number) - first;
    if (own.length < length * L) own = new Float64Array(2 * length * L);
    scorer.collect(space, wordIds, first, first + length, useArticle);
    scorer.score(weights.rows, length, 1);
    chain.sum(scorer.emissions, length, null, 0, own);
    for (let k = 0; k < length * L; k += 1) marginals[first * L + k] = own[k] as number;
  }
}
