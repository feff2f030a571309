/**
 * Scores sentences with the learnt networks (network-shape.ts). What depends on a word alone is worked out once for each distinct word and
 * kept; the rest runs for each sentence in SIMD kernels, the widest product in 16-bit numbers. Several networks vote by adding up.
 */
import { dense, spreadBias } from "../../learn/dense-layer.ts";
import { KeptRows } from "../../learn/kept-rows.ts";
import { type MatrixArena, makeArena, type ShortMatrix, type StepTable } from "../../learn/matrix-arena.ts";
import { RowTable } from "./feature-hash.ts";
import {
  attributeLimit,
  attributeOffset,
  attributeSize,
  inputSize,
  layOut,
  type NetworkShape,
  scoreWidth,
  vectorSize,
} from "./network-shape.ts";
import { labelCount } from "./tag-scheme.ts";
import type { WordFacts } from "./token-features.ts";

/** Vectors are unit length, in 16 levels a component: the best step for components that spread by a tenth. */
export const vectorStep = 0.0335;
/** Makes the components about as large as the other inputs. */
const vectorScale = 3;

/** Rows of equal length in 8 bits with one scale each. */
export interface ByteRows {
  readonly steps: Int8Array;
  readonly scales: Float32Array;
}

/** One learnt network. */
export interface NetworkMember {
  /** The numbers that `layOut` places. */
  readonly dense: Float32Array;
  readonly attributes: ByteRows;
  readonly features: ByteRows;
}

export interface NetworkWeights {
  readonly shape: NetworkShape;
  /** Lexicon keys, rising, and two vector components a byte, low half first. */
  readonly vectorKeys: Int32Array;
  readonly nibbles: Uint8Array;
  /** Hashes of the word attributes and of the article features that have rows, rising. */
  readonly attributeHashes: Int32Array;
  readonly featureHashes: Int32Array;
  readonly members: readonly NetworkMember[];
  /** Label pairs, the mean of the members'. */
  readonly transitions: Float32Array;
  /** How much the linear half's scores count, and the mean of the networks': both are added up with these factors. */
  readonly shares: Float32Array;
}

/** Floats for what is kept about words (56 MB), and the longest stretch of words that is read in one go. */
const keptFloats = 14_000_000;
const longestStretch = 256;

/** A member in the arena. */
interface PlacedMember {
  readonly base: number;
  readonly window: ShortMatrix;
  readonly layer2: ShortMatrix;
  readonly features: number;
  readonly parts: number;
  readonly attributes: StepTable;
}

/** The vector of row `row` of the table, ready as input, into `to` from `at`. */
export function readVector(nibbles: Uint8Array, row: number, to: Float32Array, at: number): void {
  for (let d = 0; d < vectorSize; d += 1) {
    const byte = nibbles[(row * vectorSize + d) >> 1] as number;
    to[at + d] = ((d % 2 === 0 ? byte & 15 : byte >> 4) - 7.5) * vectorStep * vectorScale;
  }
}

/** One instance serves any number of articles and keeps a bounded number of words. */
export class NetworkScorer {
  private readonly weights: NetworkWeights;
  private readonly arena: MatrixArena;
  private readonly parameters: ReturnType<typeof layOut>["parameters"];
  private readonly members: readonly PlacedMember[];
  private readonly kept: KeptRows;
  /** The word that each row belongs to, by its number. */
  private readonly ownerOf: Int32Array;
  private readonly zeros: number;
  private readonly vectors: RowTable;
  private readonly attributes: RowTable;
  private readonly features: RowTable;
  private slotOf = new Int32Array(4096).fill(-1);
  private readonly stretch = new Int32Array(longestStretch + 2);
  private readonly rows = new Int32Array(attributeLimit);

  constructor(weights: NetworkWeights) {
    this.weights = weights;
    this.vectors = new RowTable(weights.vectorKeys);
    this.attributes = new RowTable(weights.attributeHashes);
    this.features = new RowTable(weights.featureHashes);
    const { embed, hidden1, hidden2 } = weights.shape;
    const { parameters, total } = layOut(weights.shape);
    this.parameters = parameters;
    const keptWords = Math.floor(keptFloats / (weights.members.length * 12 * hidden1));
    this.kept = new KeptRows(keptWords);
    this.ownerOf = new Int32Array(keptWords).fill(-1);
    const perWord = inputSize + embed + 2 * 12 * hidden1 + 6 * hidden1 + 6 * hidden2 + 2 * scoreWidth;
    const featureFloats = weights.featureHashes.length * 4 * hidden1;
    const attributeFloats = weights.attributeHashes.length * (1 + attributeSize / 4);
    const perMember = 2 * total + attributeFloats + keptWords * 12 * hidden1 + featureFloats + 64;
    this.arena = makeArena(weights.members.length * perMember + (longestStretch + 8) * (perWord + 4 * hidden2) + 12 * hidden1 + 4096);
    const { arena } = this;
    this.members = weights.members.map((member) => {
      const base = arena.take(total);
      arena.floats.set(member.dense, base);
      const features = arena.take(featureFloats);
      const width = 4 * hidden1;
      for (let at = 0; at < featureFloats; at += 1)
        arena.floats[features + at] = (member.features.steps[at] as number) * (member.features.scales[Math.floor(at / width)] as number);
      const layer2 = arena.keepShorts(base + parameters.layer2.at, 2 * hidden1, 4 * hidden2);
      const window = arena.keepShorts(base + parameters.window.at, embed, 12 * hidden1);
      const parts = arena.take(keptWords * 12 * hidden1);
      const attributes = arena.keepSteps(member.attributes.steps, member.attributes.scales, attributeSize);
      return { base, window, layer2, features, parts, attributes };
    });
    this.zeros = arena.take(12 * hidden1);
  }

  /** Forgets the words it has seen; call it when their numbers begin anew. */
  forget(): void {
    this.slotOf.fill(-1);
    this.ownerOf.fill(-1);
    this.kept.clear();
  }

  /**
   * Adds `share` times the mean label scores of the words from `first` up to `end` to `emissions`, `labelCount` a word, from `first` on.
   * `featureHashes` holds the article features of each word; `edge` stands for the words beside the sentence.
   */
  score(
    words: readonly WordFacts[],
    first: number,
    end: number,
    edge: WordFacts,
    featureHashes: readonly (readonly number[] | undefined)[],
    share: number,
    emissions: Float32Array,
  ): void {
    for (let from = first; from < end; from += longestStretch) {
      this.scoreStretch(words, from, Math.min(end, from + longestStretch), edge, featureHashes, share, emissions);
    }
  }

  private scoreStretch(
    words: readonly WordFacts[],
    first: number,
    end: number,
    edge: WordFacts,
    featureHashes: readonly (readonly number[] | undefined)[],
    share: number,
    emissions: Float32Array,
  ): void {
    const length = end - first;
    const { arena, stretch, parameters } = this;
    const { floats } = arena;
    const { hidden1, hidden2 } = this.weights.shape;
    const gates1 = 4 * hidden1;
    const gates2 = 4 * hidden2;
    this.kept.begin();
    const fresh: WordFacts[] = [];
    stretch[0] = this.slot(edge, fresh);
    stretch[length + 1] = stretch[0];
    for (let i = 0; i < length; i += 1) stretch[i + 1] = this.slot(words[first + i] as WordFacts, fresh);
    const start = arena.mark();
    if (fresh.length > 0) this.learnWords(fresh);
    const weight = share / this.members.length;
    for (const { base, layer2, features, parts } of this.members) {
      const inner = arena.mark();
      const g1 = arena.take(length * gates1);
      const h1 = arena.take((length + 3) * 2 * hidden1);
      const g2 = arena.take((length + 3) * gates2);
      const h2 = arena.take(length * 2 * hidden2);
      const scores = arena.take(length * scoreWidth);
      arena.addWindow({ gates: g1, parts, types: stretch, length, bias: base + parameters.bias1.at, width: gates1 });
      for (let i = 0; i < length; i += 1) {
        const to = g1 + i * gates1;
        for (const hash of featureHashes[first + i] ?? []) {
          const row = this.features.row(hash);
          if (row < 0) continue;
          arena.addRow(to, features + row * gates1, gates1);
        }
      }
      spreadBias(floats, scores, base + parameters.outBias.at, length, scoreWidth);
      arena.recur(g1, h1, length, hidden1);
      const packed = arena.packShorts(h1, length, 2 * hidden1);
      arena.multiplyShorts({ c: g2, cRow: gates2, start: base + parameters.bias2.at, startRow: 0 }, packed, layer2);
      arena.recur(g2, h2, length, hidden2);
      dense(arena, scores, h1, base + parameters.out1.at, length, 2 * hidden1, scoreWidth);
      dense(arena, scores, h2, base + parameters.out2.at, length, 2 * hidden2, scoreWidth);
      for (let i = 0; i < length; i += 1) {
        const to = (first + i) * labelCount;
        const from = scores + i * scoreWidth;
        for (let y = 0; y < labelCount; y += 1) emissions[to + y] = (emissions[to + y] as number) + weight * (floats[from + y] as number);
      }
      arena.release(inner);
    }
    arena.release(start);
  }

  private slot(word: WordFacts, fresh: WordFacts[]): number {
    if (word.id >= this.slotOf.length) {
      const larger = new Int32Array(2 * (word.id + 1)).fill(-1);
      larger.set(this.slotOf);
      this.slotOf = larger;
    }
    const known = this.slotOf[word.id] as number;
    if (known >= 0) {
      this.kept.use(known);
      return known;
    }
    const slot = this.kept.take();
    const owner = this.ownerOf[slot] as number;
    if (owner >= 0) this.slotOf[owner] = -1;
    this.ownerOf[slot] = word.id;
    this.slotOf[word.id] = slot;
    fresh.push(word);
    return slot;
  }

  /** Works out what the words bring to the gates, and keeps it in their slots. */
  private learnWords(words: readonly WordFacts[]): void {
    const { arena, weights, parameters, rows } = this;
    const { floats } = arena;
    const { embed, hidden1 } = weights.shape;
    const width = 12 * hidden1;
    const inputs = arena.take(words.length * inputSize);
    const embeddings = arena.take(words.length * embed);
    // The last block of a product reaches up to three rows past the last word.
    const made = arena.room((words.length + 3) * width);
    this.members.forEach(({ base, window, parts, attributes }, which) => {
      words.forEach((word, index) => {
        const at = inputs + index * inputSize;
        if (which === 0) {
          const vector = this.vectors.row(word.key);
          if (vector >= 0) readVector(weights.nibbles, vector, floats, at);
          else floats[at + vectorSize] = 1;
        }
        const count = this.attributeRows(word);
        const to = at + attributeOffset;
        floats.fill(0, to, to + attributeSize);
        arena.addSteps(to, attributes, rows, count);
      });
      spreadBias(floats, embeddings, base + parameters.mixBias.at, words.length, embed);
      dense(arena, embeddings, inputs, base + parameters.mix.at, words.length, inputSize, embed);
      arena.squashAll(embeddings, words.length * embed);
      const product = { c: made, cRow: width, start: this.zeros, startRow: 0 };
      const inner = arena.mark();
      arena.multiplyShorts(product, arena.packShorts(embeddings, words.length, embed), window);
      arena.release(inner);
      words.forEach((word, index) => {
        const from = made + index * width;
        floats.copyWithin(parts + (this.slotOf[word.id] as number) * width, from, from + width);
      });
    });
  }

  /** The rows of a word's attributes into `rows`; returns how many there are. */
  private attributeRows(word: WordFacts): number {
    let count = 0;
    for (const hash of word.attributes) {
      const row = this.attributes.row(hash);
      if (row < 0) continue;
      this.rows[count] = row;
      count += 1;
      if (count === attributeLimit) break;
    }
    return count;
  }
}
