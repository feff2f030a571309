/** What the network learns from, packed from the same tokens as the linear half's. */

import { wordKey } from "../annotate/names/name-lexicon.ts";
import { readVector, vectorStep } from "../annotate/names/network-scorer.ts";
import { attributeLimit, vectorSize } from "../annotate/names/network-shape.ts";
import { hasCapital, type WordFacts } from "../annotate/names/token-features.ts";
import type { WordVectors } from "./cluster-words.ts";
import type { Corpus, FeatureRows } from "./name-corpus.ts";
import type { NetworkCorpus } from "./train-network.ts";

/** How many of the most frequent words keep their vector in the model. */
const keptVectors = 60_000;
/** Sentences longer than this teach nothing: they are lists and tables. */
const longestSentence = 120;

/** Word vectors as the model keeps them: lexicon keys, rising, and two components a byte. */
export interface VectorTable {
  readonly vectorKeys: Int32Array;
  readonly nibbles: Uint8Array;
}

/** Vectors in sixteen levels a component. Of two words with one key the more frequent stays. */
export function quantizeVectors(vectors: WordVectors): VectorTable {
  const kept = Math.min(keptVectors, vectors.words.length);
  const rows = new Map<number, number>();
  vectors.words.slice(0, kept).forEach((word, row) => {
    const key = wordKey(word);
    if (!rows.has(key)) rows.set(key, row);
  });
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const nibbles = new Uint8Array((sorted.length * vectorSize) / 2);
  const level = (value: number): number => Math.max(0, Math.min(15, Math.floor(value / vectorStep) + 8));
  sorted.forEach(([, row], index) => {
    for (let d = 0; d < vectorSize; d += 2) {
      const from = row * vectorSize + d;
      nibbles[(index * vectorSize + d) / 2] = level(vectors.rows[from] as number) | (level(vectors.rows[from + 1] as number) << 4);
    }
  });
  return { vectorKeys: Int32Array.from(sorted, ([key]) => key), nibbles };
}

/** The tokens of a corpus after the first pass has judged them. */
export interface TrainingTokens {
  readonly corpus: Corpus;
  readonly roles: readonly string[];
  /** For each article the number of its corpus. */
  readonly sources: readonly number[];
  readonly vocabulary: readonly WordFacts[];
  readonly wordIds: Int32Array;
  readonly masks: Uint16Array;
  /** Features of places in sentences and articles. */
  readonly features: FeatureRows;
}

export interface PackedCorpus {
  readonly corpus: NetworkCorpus;
  readonly attributeHashes: Int32Array;
  readonly featureHashes: Int32Array;
}

/** Packs the tokens. Attributes and features seen fewer than `minCount` times are left out; a silver sentence counts `silverShare`. */
export function networkCorpusOf(tokens: TrainingTokens, vectors: VectorTable, minCount: number, silverShare: number): PackedCorpus {
  const { corpus, roles, sources, vocabulary, wordIds, masks, features } = tokens;
  const times = new Int32Array(vocabulary.length);
  for (const id of wordIds) times[id] = (times[id] ?? 0) + 1;
  const attributes = frequent(minCount, (count) => {
    vocabulary.forEach((word, id) => {
      for (const hash of word.attributes) count(hash, times[id] ?? 0);
    });
  });
  const attributeStarts = new Int32Array(vocabulary.length + 1);
  const attributeRows: number[] = [];
  vocabulary.forEach((word, id) => {
    let room = attributeLimit;
    for (const hash of word.attributes) {
      const row = attributes.rows.get(hash);
      if (row === undefined || room === 0) continue;
      attributeRows.push(row);
      room -= 1;
    }
    attributeStarts[id + 1] = attributeRows.length;
  });
  const places = frequent(minCount, (count) => {
    for (const hash of features.values) count(hash, 1);
  });
  const featureStarts = new Int32Array(features.starts.length);
  const featureRows: number[] = [];
  for (let token = 0; token + 1 < features.starts.length; token += 1) {
    for (const hash of features.values.subarray(features.starts[token], features.starts[token + 1])) {
      const row = places.rows.get(hash);
      if (row !== undefined) featureRows.push(row);
    }
    featureStarts[token + 1] = featureRows.length;
  }
  const vectorRows = new Map(Array.from(vectors.vectorKeys, (key, row) => [key, row]));
  const firsts: number[] = [];
  const ends: number[] = [];
  const shares: number[] = [];
  const sentenceSources: number[] = [];
  corpus.articles.forEach((article, index) => {
    for (const { firstToken, endToken } of article.doc.sentences) {
      if (endToken - firstToken > longestSentence || !hasCapital(article.words, firstToken, endToken)) continue;
      firsts.push(article.firstToken + firstToken);
      ends.push(article.firstToken + endToken);
      shares.push(roles[index] === "silver" ? silverShare : 1);
      sentenceSources.push(sources[index] as number);
    }
  });
  return {
    corpus: {
      wordIds,
      masks,
      firsts: Int32Array.from(firsts),
      ends: Int32Array.from(ends),
      shares: Float32Array.from(shares),
      sources: Int32Array.from(sentenceSources),
      vectors: vocabulary.map(({ key }) => {
        const row = vectorRows.get(key);
        if (row === undefined) return null;
        const vector = new Float32Array(vectorSize);
        readVector(vectors.nibbles, row, vector, 0);
        return vector;
      }),
      attributeStarts,
      attributeRows: Int32Array.from(attributeRows),
      attributeCount: attributes.hashes.length,
      featureStarts,
      featureRows: Int32Array.from(featureRows),
      featureCount: places.hashes.length,
    },
    attributeHashes: attributes.hashes,
    featureHashes: places.hashes,
  };
}

/** The hashes counted `minCount` times and more, rising, and the row of each. */
function frequent(
  minCount: number,
  each: (count: (hash: number, times: number) => void) => void,
): { hashes: Int32Array; rows: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>();
  each((hash, times) => {
    counts.set(hash, (counts.get(hash) ?? 0) + times);
  });
  const hashes = Int32Array.from([...counts].filter(([, count]) => count >= minCount).map(([hash]) => hash)).sort();
  return { hashes, rows: new Map(Array.from(hashes, (hash, row) => [hash, row])) };
}
