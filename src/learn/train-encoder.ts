/**
 * Learns the encoder of recurrent-encoder.ts as part of a larger network: `read` gives the words' numbers, the layers above turn
 * them into a loss, and `learn` takes the loss's gradient back through both recurrences to the embeddings. The gradients are
 * written out by hand; train-encoder.test.ts holds them against differences of the loss.
 */
import { addRows, dense, denseGradient, spreadBias, transpose } from "./dense-layer.ts";
import { applyMask, drawMask } from "./dropout.ts";
import { addToRow, type EmbeddingTable, makeTable, stepRows } from "./embedding-table.ts";
import type { MatrixArena } from "./matrix-arena.ts";
import { drawParameter } from "./parameters.ts";
import { type EncoderParameters, type EncoderShape, embedTypes, encoderWidths } from "./recurrent-encoder.ts";

/** A distinct word as the encoder reads it. */
export interface WordInput {
  /** `vectorSize` numbers, or null for a word without a vector. */
  readonly vector: Float32Array | null;
  /** Row of the learnt word embeddings; 0 for a word seen once or never. */
  readonly word: number;
  /** How often the word was seen in training. */
  readonly count: number;
  /** A row for each of the affix tables. */
  readonly affixes: Int32Array;
}

/** A sentence as the encoder reads it. */
export interface EncoderSentence {
  /** Indexes into the word inputs; without padding. */
  readonly words: Int32Array;
  /** Which bias it gets: 0 … kindCount - 1. */
  readonly kind: number;
}

/** Parts left out while learning, 0 … 1. */
export interface EncoderDropout {
  /** Of the words' vectors and affixes, for each batch. */
  readonly input: number;
  /** Of the units of each recurrence, for each sentence. */
  readonly hidden: number;
  /**
   * How readily words lose their own embedding, so that endings and vectors learn to stand alone: a word seen n times loses it
   * with a chance of `word + (1 - word) · 0.5 / (0.5 + n)`.
   */
  readonly word: number;
}

/** Where the parameters and their gradients lie in the arena: both blocks laid out alike. */
export interface EncoderPlace {
  readonly parameters: EncoderParameters;
  readonly base: number;
  readonly gradients: number;
}

/** A batch on its way through the encoder. */
export interface EncodedBatch<S extends EncoderSentence = EncoderSentence> {
  readonly sentences: readonly S[];
  /** Words in all sentences. */
  readonly count: number;
  /** The words' numbers after dropout, `states2` a word, sentence after sentence. */
  readonly states: number;
}

export interface EncoderTrainer {
  readonly words: EmbeddingTable;
  readonly affixes: EmbeddingTable;
  /** Reads a batch. What it sets aside in the arena is the caller's to release, after `learn`. */
  read<S extends EncoderSentence>(sentences: readonly S[]): EncodedBatch<S>;
  /**
   * Takes the gradient of the loss by `states` (uses it up) back to all parameters, whose gradients are added to, and keeps those
   * of the embeddings until `step`. Must follow the batch's `read`.
   */
  learn(stateGradient: number): void;
  /** Steps the embeddings of the batch's words; the parameters are the caller's to step. */
  step(stepSize: number): void;
}

export interface EncoderTrainerOptions {
  readonly shape: EncoderShape;
  readonly place: EncoderPlace;
  /** Rows of the learnt word embeddings, row 0 included. */
  readonly wordRows: number;
  readonly inputs: readonly WordInput[];
  /** Indexes into `inputs` of what stands before and after every sentence. */
  readonly borders: readonly [number, number];
  readonly dropout: EncoderDropout;
  readonly random: () => number;
}

/** The trainer, with tables drawn at random; the parameters are drawn by `drawEncoder`. */
export function makeEncoderTrainer(arena: MatrixArena, options: EncoderTrainerOptions): EncoderTrainer {
  const { shape, place, inputs: wordInputs, borders, dropout, random } = options;
  const { parameters, base, gradients } = place;
  const { affixSize, affixTables, embedSize, hidden1, hidden2, wordSize } = shape;
  const widths = encoderWidths(shape);
  const { gates1, gates2, states1, states2 } = widths;
  const { floats } = arena;
  const wordTable = makeTable(options.wordRows, wordSize, random, 0.1);
  const affixTable = makeTable(affixTables * shape.affixRows, affixSize, random, 0.3);
  wordTable.values.fill(0, 0, wordSize);
  const layer2T = arena.take(states1 * gates2);
  const windowT = arena.take(embedSize * widths.parts);
  const mixT = arena.take(embedSize * widths.input);
  const numbers = new Int32Array(wordInputs.length).fill(-1);

  /** What `read` leaves for `learn` and `step`. */
  let pass: {
    sentences: readonly EncoderSentence[];
    typed: readonly Int32Array[];
    types: number;
    count: number;
    wordUsed: Int32Array;
    affixUsed: Int32Array;
    inputs: number;
    embeddings: number;
    gatesAt1: number;
    gatesAt2: number;
    states1At: number;
    dropped1: number;
    states2At: number;
    mask1: number;
    mask2: number;
    inputGradient: number;
  } | null = null;

  function drawInputs(distinct: readonly number[]): { inputs: number; wordUsed: Int32Array; affixUsed: Int32Array } {
    const inputs = arena.take(distinct.length * widths.input);
    const wordUsed = new Int32Array(distinct.length);
    const affixUsed = new Int32Array(distinct.length * affixTables);
    distinct.forEach((word, index) => {
      const input = wordInputs[word] as WordInput;
      const at = inputs + index * widths.input;
      const lose = dropout.word + (1 - dropout.word) * (0.5 / (0.5 + input.count));
      const row = input.word > 0 && random() < lose ? 0 : input.word;
      wordUsed[index] = row;
      if (input.vector && random() >= dropout.input) floats.set(input.vector, at);
      else floats[at + widths.noVector] = 1;
      floats.set(wordTable.values.subarray(row * wordSize, (row + 1) * wordSize), at + widths.word);
      for (let table = 0; table < affixTables; table += 1) {
        const affix = random() < dropout.input ? -1 : (input.affixes[table] as number);
        affixUsed[index * affixTables + table] = affix;
        if (affix < 0) continue;
        floats.set(affixTable.values.subarray(affix * affixSize, (affix + 1) * affixSize), at + widths.affix + table * affixSize);
      }
    });
    return { inputs, wordUsed, affixUsed };
  }

  function read<S extends EncoderSentence>(sentences: readonly S[]): EncodedBatch<S> {
    const distinct: number[] = [];
    const number = (word: number): number => {
      if ((numbers[word] as number) < 0) {
        numbers[word] = distinct.length;
        distinct.push(word);
      }
      return numbers[word] as number;
    };
    const padding = [number(borders[0]), number(borders[1])] as const;
    let count = 0;
    const typed = sentences.map(({ words }) => {
      const types = new Int32Array(words.length + 2);
      types[0] = padding[0];
      types[types.length - 1] = padding[1];
      words.forEach((word, index) => {
        types[index + 1] = number(word);
      });
      count += words.length;
      return types;
    });
    for (const word of distinct) numbers[word] = -1;
    const types = distinct.length;
    const { inputs, wordUsed, affixUsed } = drawInputs(distinct);
    const embeddings = arena.take(types * embedSize);
    const parts = arena.take(types * widths.parts);
    embedTypes(arena, shape, parameters, base, inputs, embeddings, types);
    // Each word's part in the gates of the three window places.
    dense(arena, parts, embeddings, base + parameters.window.at, types, embedSize, widths.parts);

    const gatesAt1 = arena.take(count * gates1);
    const states1At = arena.take(count * states1);
    const dropped1 = arena.take(count * states1);
    const mask1 = arena.take(sentences.length * states1);
    const gatesAt2 = arena.take(count * gates2);
    const states2At = arena.take(count * states2);
    const dropped2 = arena.take(count * states2);
    const mask2 = arena.take(sentences.length * states2);
    let first = 0;
    sentences.forEach(({ words, kind }, which) => {
      const { length } = words;
      arena.addWindow({
        gates: gatesAt1 + first * gates1,
        parts,
        types: typed[which] as Int32Array,
        length,
        bias: base + parameters.bias1.at + kind * gates1,
        width: gates1,
      });
      arena.recur(gatesAt1 + first * gates1, states1At + first * states1, length, hidden1);
      drawMask(floats, mask1 + which * states1, states1, dropout.hidden, random);
      applyMask(floats, dropped1 + first * states1, states1At + first * states1, mask1 + which * states1, length, states1);
      first += length;
    });
    spreadBias(floats, gatesAt2, base + parameters.bias2.at, count, gates2);
    dense(arena, gatesAt2, dropped1, base + parameters.layer2.at, count, states1, gates2);
    first = 0;
    sentences.forEach(({ words: { length } }, which) => {
      arena.recur(gatesAt2 + first * gates2, states2At + first * states2, length, hidden2);
      drawMask(floats, mask2 + which * states2, states2, dropout.hidden, random);
      applyMask(floats, dropped2 + first * states2, states2At + first * states2, mask2 + which * states2, length, states2);
      first += length;
    });
    pass = {
      sentences,
      typed,
      types,
      count,
      wordUsed,
      affixUsed,
      inputs,
      embeddings,
      gatesAt1,
      gatesAt2,
      states1At,
      dropped1,
      states2At,
      mask1,
      mask2,
      inputGradient: -1,
    };
    return { sentences, count, states: dropped2 };
  }

  function learn(stateGradient: number): void {
    if (pass === null) throw new Error("the encoder has read no batch");
    const { sentences, typed, types, count, inputs, embeddings, gatesAt1, gatesAt2, states1At, dropped1, states2At, mask1, mask2 } = pass;
    transpose(floats, layer2T, base + parameters.layer2.at, states1, gates2);
    transpose(floats, windowT, base + parameters.window.at, embedSize, widths.parts);
    transpose(floats, mixT, base + parameters.mix.at, widths.input, embedSize);
    let first = 0;
    sentences.forEach(({ words: { length } }, which) => {
      const gradient = stateGradient + first * states2;
      applyMask(floats, gradient, gradient, mask2 + which * states2, length, states2);
      recurGradient(floats, gatesAt2 + first * gates2, states2At + first * states2, gradient, length, hidden2);
      first += length;
    });
    denseGradient(arena, gradients + parameters.layer2.at, dropped1, gatesAt2, count, states1, gates2);
    addRows(floats, gradients + parameters.bias2.at, gatesAt2, count, gates2);
    const state1Gradient = arena.take(count * states1);
    dense(arena, state1Gradient, gatesAt2, layer2T, count, gates2, states1);
    const partsGradient = arena.take(types * widths.parts);
    first = 0;
    sentences.forEach(({ words: { length }, kind }, which) => {
      const gradient = state1Gradient + first * states1;
      applyMask(floats, gradient, gradient, mask1 + which * states1, length, states1);
      recurGradient(floats, gatesAt1 + first * gates1, states1At + first * states1, gradient, length, hidden1);
      addRows(floats, gradients + parameters.bias1.at + kind * gates1, gatesAt1 + first * gates1, length, gates1);
      const sentence = typed[which] as Int32Array;
      for (let row = 0; row < length; row += 1) {
        const from = gatesAt1 + (first + row) * gates1;
        for (let offset = 0; offset < 3; offset += 1) {
          const to = partsGradient + (sentence[row + offset] as number) * widths.parts + offset * gates1;
          for (let j = 0; j < gates1; j += 1) floats[to + j] = (floats[to + j] as number) + (floats[from + j] as number);
        }
      }
      first += length;
    });
    denseGradient(arena, gradients + parameters.window.at, embeddings, partsGradient, types, embedSize, widths.parts);
    const embedGradient = arena.take(types * embedSize);
    dense(arena, embedGradient, partsGradient, windowT, types, widths.parts, embedSize);
    for (let index = 0; index < types * embedSize; index += 1) {
      const value = floats[embeddings + index] as number;
      floats[embedGradient + index] = (floats[embedGradient + index] as number) * (1 - value * value);
    }
    denseGradient(arena, gradients + parameters.mix.at, inputs, embedGradient, types, widths.input, embedSize);
    addRows(floats, gradients + parameters.mixBias.at, embedGradient, types, embedSize);
    pass.inputGradient = arena.take(types * widths.input);
    dense(arena, pass.inputGradient, embedGradient, mixT, types, embedSize, widths.input);
  }

  return {
    words: wordTable,
    affixes: affixTable,
    read,
    learn,
    step(stepSize) {
      if (pass === null || pass.inputGradient < 0) throw new Error("the encoder has learnt from no batch");
      const { types, wordUsed, affixUsed, inputGradient } = pass;
      for (let index = 0; index < types; index += 1) {
        const at = inputGradient + index * widths.input;
        const row = wordUsed[index] as number;
        if (row > 0) addToRow(wordTable, row, floats, at + widths.word);
        for (let table = 0; table < affixTables; table += 1) {
          const affix = affixUsed[index * affixTables + table] as number;
          if (affix >= 0) addToRow(affixTable, affix, floats, at + widths.affix + table * affixSize);
        }
      }
      stepRows(wordTable, stepSize);
      stepRows(affixTable, stepSize);
      pass = null;
    },
  };
}

/** Draws the encoder's parameters. The forget gates' biases start spread out: some units hold on for many words, others for none. */
export function drawEncoder(floats: Float32Array, shape: EncoderShape, { parameters, base }: EncoderPlace, random: () => number): void {
  const { embedSize, hidden1, hidden2 } = shape;
  const { states1 } = encoderWidths(shape);
  drawParameter(floats, base + parameters.mix.at, parameters.mix, random);
  // These go unused: without them the numbers after them would change, and the shipped weights could not be made again.
  for (let skipped = 0; skipped < 6 * embedSize * hidden1; skipped += 1) random();
  drawParameter(floats, base + parameters.window.at, parameters.window, random, { fanIn: 3 * embedSize, fanOut: hidden1 });
  drawParameter(floats, base + parameters.layer2.at, parameters.layer2, random, { fanIn: states1, fanOut: hidden2 });
  const spread = (at: number, size: number): void => {
    for (let j = 0; j < size; j += 1) {
      const value = -2 + (5 * j) / (size - 1);
      floats[at + j] = value;
      floats[at + 2 * size + j] = value;
    }
  };
  for (let kind = 0; kind < shape.kindCount; kind += 1) spread(base + parameters.bias1.at + kind * 4 * hidden1, hidden1);
  spread(base + parameters.bias2.at, hidden2);
}

/**
 * The way back through `MatrixArena.recur`: replaces the activations in `gates` by the gradients of what they were made from, and
 * uses up the gradient of `out`, the states.
 */
export function recurGradient(floats: Float32Array, gates: number, out: number, gradient: number, length: number, size: number): void {
  const width = 4 * size;
  for (let direction = 0; direction < 2; direction += 1) {
    for (let position = length - 1; position >= 0; position -= 1) {
      const row = direction === 0 ? position : length - 1 - position;
      const earlier = direction === 0 ? row - 1 : row + 1;
      const exists = position > 0;
      const at = gates + row * width + direction * 2 * size;
      const own = gradient + row * 2 * size + direction * size;
      const previous = out + earlier * 2 * size + direction * size;
      const carry = gradient + earlier * 2 * size + direction * size;
      for (let j = 0; j < size; j += 1) {
        const flow = floats[own + j] as number;
        const forget = floats[at + j] as number;
        const candidate = floats[at + size + j] as number;
        const before = exists ? (floats[previous + j] as number) : 0;
        if (exists) floats[carry + j] = (floats[carry + j] as number) + flow * forget;
        floats[at + j] = flow * (before - candidate) * forget * (1 - forget);
        floats[at + size + j] = flow * (1 - forget) * (1 - candidate * candidate);
      }
    }
  }
}
