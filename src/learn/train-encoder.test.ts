import { describe, expect, it } from "vitest";
import { makeArena } from "./matrix-arena.ts";
import { layOutParameters } from "./parameters.ts";
import { makeRandom } from "./random.ts";
import { type EncoderShape, encoderDimensions, encoderParameterNames, encoderWidths } from "./recurrent-encoder.ts";
import { drawEncoder, type EncoderSentence, makeEncoderTrainer, recurGradient, type WordInput } from "./train-encoder.ts";

const shape: EncoderShape = {
  vectorSize: 5,
  wordSize: 3,
  affixSize: 2,
  affixTables: 2,
  affixRows: 4,
  embedSize: 8,
  hidden1: 8,
  hidden2: 8,
  kindCount: 2,
};
const { states2 } = encoderWidths(shape);

function setUp(dropout: number) {
  const arena = makeArena(200_000);
  const { parameters, total } = layOutParameters(encoderDimensions(shape));
  const place = { parameters, base: arena.take(total), gradients: arena.take(total) };
  const random = makeRandom(7);
  const inputs: WordInput[] = Array.from({ length: 6 }, (_, word) => ({
    vector: word % 3 === 2 ? null : Float32Array.from({ length: shape.vectorSize }, () => random() - 0.5),
    word,
    // Seen so often that it never loses its own embedding: the loss must not jump.
    count: Number.POSITIVE_INFINITY,
    affixes: Int32Array.of(word % 4, 4 + (word % 3)),
  }));
  const trainer = makeEncoderTrainer(arena, {
    shape,
    place,
    wordRows: 6,
    inputs,
    borders: [0, 1],
    dropout: { input: dropout, hidden: dropout, word: 0 },
    random,
  });
  drawEncoder(arena.floats, shape, place, random);
  return { arena, place, trainer, total };
}

const sentences: EncoderSentence[] = [
  { words: Int32Array.of(2, 3, 4, 2), kind: 0 },
  { words: Int32Array.of(5), kind: 1 },
];

/** A loss that looks at every state: their sum, each with a weight of its own. */
const weightOf = (index: number): number => Math.sin(3 * index + 1);

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe("the way back through the encoder", () => {
  const { arena, place, trainer } = setUp(0);
  const { floats } = arena;

  function loss(): number {
    const start = arena.mark();
    const { states, count } = trainer.read(sentences);
    let sum = 0;
    for (let index = 0; index < count * states2; index += 1) sum += weightOf(index) * (floats[states + index] ?? 0);
    arena.release(start);
    return sum;
  }

  function differences(values: Float32Array, at: number, count: number): number[] {
    return Array.from({ length: count }, (_, index) => {
      const kept = values[at + index] ?? 0;
      values[at + index] = kept + 0.01;
      const above = loss();
      values[at + index] = kept - 0.01;
      const below = loss();
      values[at + index] = kept;
      return (above - below) / 0.02;
    });
  }

  const start = arena.mark();
  const encoded = trainer.read(sentences);
  const stateGradient = arena.take(encoded.count * states2);
  for (let index = 0; index < encoded.count * states2; index += 1) floats[stateGradient + index] = weightOf(index);
  trainer.learn(stateGradient);
  arena.release(start);

  it.each(encoderParameterNames)("points where the loss falls, for %s", (name) => {
    const { at, rows, columns } = place.parameters[name];
    const learnt = [...floats.subarray(place.gradients + at, place.gradients + at + rows * columns)];
    // Not quite 1: the derivative taken is that of the hyperbolic tangent, the function its approximation.
    expect(cosine(learnt, differences(floats, place.base + at, rows * columns))).toBeGreaterThan(0.99);
  });

  it("reaches the embeddings of words and affixes", () => {
    const before = loss();
    const kept = [trainer.words.values.slice(), trainer.affixes.values.slice()] as const;
    const mark = arena.mark();
    const again = trainer.read(sentences);
    const gradient = arena.take(again.count * states2);
    for (let index = 0; index < again.count * states2; index += 1) floats[gradient + index] = weightOf(index);
    trainer.learn(gradient);
    trainer.step(0.01);
    arena.release(mark);
    expect(loss()).toBeLessThan(before);
    expect(trainer.words.values).not.toEqual(kept[0]);
    expect(trainer.affixes.values).not.toEqual(kept[1]);
    // Row 0 stands for all words without a row: it stays at zero.
    expect([...trainer.words.values.subarray(0, shape.wordSize)]).toEqual([0, 0, 0]);
  });

  it("gives every state a chance to be left out", () => {
    const { arena: other, trainer: dropping } = setUp(0.5);
    const { states, count } = dropping.read(sentences);
    const zeros = other.floats.subarray(states, states + count * states2).filter((value) => value === 0).length;
    expect(zeros).toBeGreaterThan(0);
    expect(zeros).toBeLessThan(count * states2);
  });

  it("refuses to learn before it has read", () => {
    const { trainer: fresh } = setUp(0);
    expect(() => fresh.learn(0)).toThrow(/read no batch/u);
    expect(() => fresh.step(0.1)).toThrow(/learnt from no batch/u);
  });
});

describe("the way back through a gated recurrence", () => {
  it("matches differences in both directions", () => {
    const arena = makeArena(10_000);
    const { floats } = arena;
    const [length, size] = [5, 4];
    const gates = arena.take(length * 4 * size);
    const out = arena.take(length * 2 * size);
    const gradient = arena.take(length * 2 * size);
    const start = Float32Array.from({ length: length * 4 * size }, (_, index) => Math.sin(index * 1.7) * 0.8);
    const loss = (): number => {
      arena.recur(gates, out, length, size);
      let sum = 0;
      for (let index = 0; index < length * 2 * size; index += 1) sum += weightOf(index) * (floats[out + index] ?? 0);
      return sum;
    };
    const expected = Array.from(start, (_, index) => {
      const at = (change: number): number => {
        floats.set(start, gates);
        floats[gates + index] = (start[index] ?? 0) + change;
        return loss();
      };
      return (at(0.01) - at(-0.01)) / 0.02;
    });
    floats.set(start, gates);
    loss();
    for (let index = 0; index < length * 2 * size; index += 1) floats[gradient + index] = weightOf(index);
    recurGradient(floats, gates, out, gradient, length, size);
    expect(cosine([...floats.subarray(gates, gates + expected.length)], expected)).toBeGreaterThan(0.995);
  });
});
