/** The kernels' sums against the same network in plain arithmetic, and the file that carries its weights. */
import { describe, expect, it } from "vitest";
import { squash } from "../../learn/recurrent-encoder.ts";
import { transitionSize } from "./crf.ts";
import { mix } from "./feature-hash.ts";
import { decodeNameModel, encodeNameModel, packRows, unpackRows } from "./model-file.ts";
import { makeNameLexicon } from "./name-lexicon.ts";
import { type NetworkMember, NetworkScorer, type NetworkWeights, readVector } from "./network-scorer.ts";
import { attributeOffset, attributeSize, inputSize, layOut, scoreWidth, vectorSize } from "./network-shape.ts";
import { labelCount as L } from "./tag-scheme.ts";
import { type WordFacts, WordTable } from "./token-features.ts";

const shape = { embed: 16, hidden1: 8, hidden2: 16 };
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
const featureHashes = rising([mix(100, 1), mix(100, 2)]);
const { parameters, total } = layOut(shape);

/** Dense numbers as they come back from 8 bits. */
function packedDense(seed: number): Float32Array {
  const dense = numbers(seed, total, 0.8);
  for (const { rows, columns, at } of Object.values(parameters)) {
    if (rows > 1) dense.set(unpackRows(packRows(dense.subarray(at, at + rows * columns), columns), columns), at);
  }
  return dense;
}

const member = (seed: number): NetworkMember => ({
  dense: packedDense(seed),
  attributes: packRows(numbers(seed + 1, attributeHashes.length * attributeSize, 0.4), attributeSize),
  features: packRows(numbers(seed + 2, featureHashes.length * 4 * shape.hidden1, 0.4), 4 * shape.hidden1),
});
const weights: NetworkWeights = {
  shape,
  vectorKeys,
  nibbles: Uint8Array.from({ length: (vectorKeys.length * vectorSize) / 2 }, (_, index) => (index * 37) % 256),
  attributeHashes,
  featureHashes,
  members: [member(3), member(30)],
  transitions: numbers(9, transitionSize, 1),
  shares: Float32Array.of(0.5, 0.5),
};

type Row = readonly number[];

/** `input · weights + bias`. */
function times(input: Row, dense: Float32Array, name: keyof typeof parameters, bias: Row): number[] {
  const { rows, columns, at } = parameters[name];
  return Array.from({ length: columns }, (_, column) => {
    let sum = bias[column] ?? 0;
    for (let row = 0; row < rows; row += 1) sum += (input[row] ?? 0) * (dense[at + row * columns + column] ?? 0);
    return sum;
  });
}

function biasOf(dense: Float32Array, name: keyof typeof parameters): number[] {
  const { columns, at } = parameters[name];
  return [...dense.subarray(at, at + columns)];
}

const sigmoid = (x: number): number => 0.5 + 0.5 * squash(x / 2);

/** Both directions of a gated recurrence over rows of forget gates and candidates. */
function recur(gates: readonly Row[], size: number): number[][] {
  const states = gates.map(() => new Array<number>(2 * size).fill(0));
  for (const way of [0, 1]) {
    let state = new Array<number>(size).fill(0);
    for (let step = 0; step < gates.length; step += 1) {
      const t = way === 0 ? step : gates.length - 1 - step;
      state = state.map((value, unit) => {
        const forget = sigmoid(gates[t]?.[way * 2 * size + unit] ?? 0);
        return forget * value + (1 - forget) * squash(gates[t]?.[way * 2 * size + size + unit] ?? 0);
      });
      states[t]?.splice(way * size, size, ...state);
    }
  }
  return states;
}

/** A member's scores, one multiplication after the other. */
function plainScores(
  { dense, attributes, features }: NetworkMember,
  sentence: readonly WordFacts[],
  about: readonly (readonly number[] | undefined)[],
): number[][] {
  const attributeRows = unpackRows(attributes, attributeSize);
  const width = 4 * shape.hidden1;
  const featureRows = unpackRows(features, width);
  const parts = [table.edge, ...sentence, table.edge].map((word) => {
    const input = new Float32Array(inputSize);
    const row = weights.vectorKeys.indexOf(word.key);
    if (row >= 0) readVector(weights.nibbles, row, input, 0);
    else input[vectorSize] = 1;
    for (const hash of word.attributes) {
      const at = weights.attributeHashes.indexOf(hash);
      for (let d = 0; at >= 0 && d < attributeSize; d += 1)
        input[attributeOffset + d] = (input[attributeOffset + d] ?? 0) + (attributeRows[at * attributeSize + d] ?? 0);
    }
    const embedding = times([...input], dense, "mix", biasOf(dense, "mixBias")).map(squash);
    return times(embedding, dense, "window", []);
  });
  const gates1 = sentence.map((_, i) =>
    biasOf(dense, "bias1").map((bias, j) => {
      let sum = bias;
      for (let place = 0; place < 3; place += 1) sum += parts[i + place]?.[place * width + j] ?? 0;
      for (const hash of about[i] ?? []) {
        const row = weights.featureHashes.indexOf(hash);
        if (row >= 0) sum += featureRows[row * width + j] ?? 0;
      }
      return sum;
    }),
  );
  const states1 = recur(gates1, shape.hidden1);
  const states2 = recur(
    states1.map((state) => times(state, dense, "layer2", biasOf(dense, "bias2"))),
    shape.hidden2,
  );
  return states2.map((state, i) => times(state, dense, "out2", times(states1[i] ?? [], dense, "out1", biasOf(dense, "outBias"))));
}

describe("the network scorer", () => {
  const about = [[mix(100, 1)], undefined, [mix(100, 2), mix(100, 1), 12345], undefined, undefined, undefined];

  it.each([1, 2, 6])("agrees with the mean of its members in plain arithmetic over %i words", (length) => {
    const scores = new Float32Array(length * L);
    new NetworkScorer(weights).score(words, 0, length, table.edge, about, 1, scores);
    const plain = weights.members.map((one) => plainScores(one, words.slice(0, length), about));
    expect(scoreWidth).toBeGreaterThanOrEqual(L);
    scores.forEach((value, at) => {
      const i = Math.floor(at / L);
      const mean = plain.reduce((sum, rows) => sum + (rows[i]?.[at % L] ?? 0), 0) / plain.length;
      expect(value).toBeCloseTo(mean, 1);
    });
  });

  it("adds its share to what stands there, from the first word on", () => {
    const scorer = new NetworkScorer(weights);
    const whole = new Float32Array(6 * L);
    scorer.score(words, 2, 5, table.edge, [], 1, whole);
    const half = new Float32Array(6 * L).fill(3);
    scorer.score(words, 2, 5, table.edge, [], 0.5, half);
    whole.forEach((value, at) => {
      expect(half[at]).toBeCloseTo(3 + value / 2, 4);
    });
    expect([...whole.subarray(0, 2 * L)].every((value) => value === 0)).toBe(true);
  });

  it("says the same after it forgot its words, and of a sentence longer than any before", () => {
    const scorer = new NetworkScorer(weights);
    const long = Array.from({ length: 700 }, (_, index) => words[index % words.length] ?? table.edge);
    const first = new Float32Array(long.length * L);
    scorer.score(long, 0, long.length, table.edge, [], 1, first);
    scorer.forget();
    const second = new Float32Array(long.length * L);
    scorer.score(long, 0, long.length, table.edge, [], 1, second);
    expect(second).toEqual(first);
  });

  it("reads a sentence alike whatever it has read before, more words than it keeps", () => {
    const fresh = new Float32Array(words.length * L);
    new NetworkScorer(weights).score(words, 0, words.length, table.edge, about, 1, fresh);
    const scorer = new NetworkScorer(weights);
    const many = Array.from({ length: 15_000 }, (_, index) => table.word(`Word${index.toString(36)}`));
    scorer.score(many, 0, many.length, table.edge, [], 1, new Float32Array(many.length * L));
    const after = new Float32Array(words.length * L);
    scorer.score(words, 0, words.length, table.edge, about, 1, after);
    expect(after).toEqual(fresh);
  });

  it("travels in a model file, its rows as they are and its matrices within a step", () => {
    const model = {
      lexicon,
      hashes: new Int32Array(0),
      weights: new Float32Array(0),
      transitions: new Float32Array(transitionSize),
      calibration: new Float32Array(0),
      network: weights,
    };
    const { members, ...rest } = decodeNameModel(encodeNameModel(model), "names.bin").network ?? { members: [] };
    const { members: sent, ...others } = weights;
    expect(rest).toEqual(others);
    members.forEach(({ dense, attributes, features }, which) => {
      expect(attributes).toEqual(sent[which]?.attributes);
      expect(features).toEqual(sent[which]?.features);
      dense.forEach((value, at) => {
        expect(Math.abs(value - (sent[which]?.dense[at] ?? 0))).toBeLessThan(0.004);
      });
    });
    expect(members).toHaveLength(2);
  });
});
