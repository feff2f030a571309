/** The kernel's sums against the same LSTM in plain arithmetic, and the file that carries its weights. */
import { describe, expect, it } from "vitest";
import { transitionSize } from "./crf.ts";
import { mix } from "./feature-hash.ts";
import { decodeNameModel, encodeNameModel, packRows, unpackRows } from "./model-file.ts";
import { makeNameLexicon } from "./name-lexicon.ts";
import { attributeSize, inputSize, RecurrentScorer, type RecurrentWeights, vectorSize } from "./recurrent-scorer.ts";
import { labelCount as L } from "./tag-scheme.ts";
import { type WordFacts, WordTable } from "./token-features.ts";

const units = 8;
const lexicon = makeNameLexicon(new Map(), new Map());
const table = new WordTable(lexicon);
const words = "Ann met Bo in Rome .".split(" ").map((text) => table.word(text));

function numbers(seed: number, count: number, spread: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state / 2147483648 - 0.5) * spread;
  });
}

const rising = (values: Iterable<number>): Int32Array => Int32Array.from([...new Set(values)].sort((a, b) => a - b));
const vectorKeys = rising(words.slice(0, 4).map((word) => word.key));
const attributeHashes = rising(words.flatMap((word) => [...word.attributes].slice(0, 12)));
const articleHashes = rising([mix(100, 1), mix(100, 2)]);
const weights: RecurrentWeights = {
  units,
  vectorKeys,
  nibbles: Uint8Array.from({ length: (vectorKeys.length * vectorSize) / 2 }, (_, index) => (index * 37) % 256),
  attributeHashes,
  attributeRows: packRows(numbers(1, attributeHashes.length * attributeSize, 0.4), attributeSize),
  articleHashes,
  articleRows: packRows(numbers(2, articleHashes.length * attributeSize, 0.4), attributeSize),
  input: packRows(numbers(3, 8 * units * inputSize, 0.4), inputSize),
  hidden: packRows(numbers(4, 8 * units * units, 1.5), units),
  bias: numbers(5, 8 * units, 0.5),
  out: numbers(6, L * 2 * units, 1),
  skip: numbers(7, L * inputSize, 0.3),
  outBias: numbers(8, L, 1),
  transitions: numbers(9, transitionSize, 1),
  shares: Float32Array.of(0.5, 0.5),
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The same scores, one multiplication after the other. */
function plainScores(sentence: readonly WordFacts[], about: readonly (readonly number[] | undefined)[]): number[][] {
  const attributeRows = unpackRows(weights.attributeRows, attributeSize);
  const articleRows = unpackRows(weights.articleRows, attributeSize);
  const input = unpackRows(weights.input, inputSize);
  const hidden = unpackRows(weights.hidden, units);
  const vectors = sentence.map((word, index) => {
    const x = new Array<number>(inputSize).fill(0);
    const row = weights.vectorKeys.indexOf(word.key);
    for (let d = 0; row >= 0 && d < vectorSize; d += 1) {
      const byte = weights.nibbles[(row * vectorSize + d) >> 1] ?? 0;
      x[d] = ((d % 2 === 0 ? byte & 15 : byte >> 4) - 7.5) * 0.0335 * 3;
    }
    const add = (rows: Float32Array, at: number): void => {
      for (let d = 0; at >= 0 && d < attributeSize; d += 1)
        x[vectorSize + d] = (x[vectorSize + d] ?? 0) + (rows[at * attributeSize + d] ?? 0);
    };
    for (const hash of word.attributes) add(attributeRows, weights.attributeHashes.indexOf(hash));
    for (const hash of about[index] ?? []) add(articleRows, weights.articleHashes.indexOf(hash));
    return x;
  });
  const states = sentence.map(() => new Array<number>(2 * units).fill(0));
  for (const way of [0, 1]) {
    let h = new Array<number>(units).fill(0);
    const c = new Array<number>(units).fill(0);
    for (let step = 0; step < sentence.length; step += 1) {
      const t = way === 0 ? step : sentence.length - 1 - step;
      const gate = (row: number): number => {
        const r = way * 4 * units + row;
        let sum = weights.bias[r] ?? 0;
        for (let d = 0; d < inputSize; d += 1) sum += (input[r * inputSize + d] ?? 0) * (vectors[t]?.[d] ?? 0);
        for (let u = 0; u < units; u += 1) sum += (hidden[r * units + u] ?? 0) * (h[u] ?? 0);
        return sum;
      };
      const next = h.map((_, u) => {
        c[u] = sigmoid(gate(units + u)) * (c[u] ?? 0) + sigmoid(gate(u)) * Math.tanh(gate(2 * units + u));
        return sigmoid(gate(3 * units + u)) * Math.tanh(c[u] ?? 0);
      });
      h = next;
      next.forEach((value, u) => {
        const state = states[t];
        if (state) state[way * units + u] = value;
      });
    }
  }
  return vectors.map((x, t) =>
    Array.from({ length: L }, (_, y) => {
      let sum = weights.outBias[y] ?? 0;
      for (let u = 0; u < 2 * units; u += 1) sum += (weights.out[y * 2 * units + u] ?? 0) * (states[t]?.[u] ?? 0);
      for (let d = 0; d < inputSize; d += 1) sum += (weights.skip[y * inputSize + d] ?? 0) * (x[d] ?? 0);
      return sum;
    }),
  );
}

describe("the recurrent scorer", () => {
  const about = [[mix(100, 1)], undefined, [mix(100, 2), mix(100, 1), 12345], undefined, undefined, undefined];

  it.each([1, 2, 6])("agrees with plain arithmetic over %i words", (length) => {
    const scores = new Float32Array(length * L);
    new RecurrentScorer(weights).score(words, 0, length, about, 1, scores);
    const plain = plainScores(words.slice(0, length), about);
    scores.forEach((value, at) => {
      expect(value).toBeCloseTo(plain[Math.floor(at / L)]?.[at % L] ?? 0, 1);
    });
  });

  it("adds its share to what stands there, from the first word on", () => {
    const scorer = new RecurrentScorer(weights);
    const whole = new Float32Array(6 * L);
    scorer.score(words, 2, 5, [], 1, whole);
    const half = new Float32Array(6 * L).fill(3);
    scorer.score(words, 2, 5, [], 0.5, half);
    whole.forEach((value, at) => {
      expect(half[at]).toBeCloseTo(3 + value / 2, 4);
    });
    expect([...whole.subarray(0, 2 * L)].every((value) => value === 0)).toBe(true);
  });

  it("says the same after it forgot its words, and of a sentence longer than any before", () => {
    const scorer = new RecurrentScorer(weights);
    const long = Array.from({ length: 500 }, (_, index) => words[index % words.length] ?? table.edge);
    const first = new Float32Array(long.length * L);
    scorer.score(long, 0, long.length, [], 1, first);
    scorer.forget();
    const second = new Float32Array(long.length * L);
    scorer.score(long, 0, long.length, [], 1, second);
    expect(second).toEqual(first);
  });

  it("travels in a model file without a change", () => {
    const model = {
      lexicon,
      hashes: new Int32Array(0),
      weights: new Float32Array(0),
      transitions: new Float32Array(transitionSize),
      calibration: new Float32Array(0),
      recurrent: weights,
    };
    expect(decodeNameModel(encodeNameModel(model), "names.bin").recurrent).toEqual(weights);
  });
});
