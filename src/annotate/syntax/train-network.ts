/**
 * Learns the network by gradient descent (Adam: Kingma and Ba 2015) on the sum of three losses: the tag of each word, its head
 * among all words of the sentence, and the relation to the gold head. Every gradient is written out by hand.
 */
import { addToRow, beta1, beta2, makeTable, stepRows } from "../../learn/embedding-table.ts";
import { makeArena } from "../../learn/matrix-arena.ts";
import { makeRandom, shuffle } from "../../learn/random.ts";
import { addWindow, dense, embedTypes } from "./network-layers.ts";
import {
  affixOffset,
  affixRows,
  affixSize,
  affixTables,
  arcSize,
  embedSize,
  facesSize,
  gates1,
  gates2,
  hidden1,
  hidden2,
  inputSize,
  labelSize,
  layOut,
  type NetworkShape,
  type Parameter,
  padded,
  placeCount,
  placeOf,
  vectorSize,
  wordOffset,
  wordSize,
} from "./network-shape.ts";

/** A distinct word as the network reads it. */
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

export interface NetworkExample {
  /** Indexes into the word inputs; without padding. */
  readonly words: Int32Array;
  /** Kind of sentence by its capitals. */
  readonly kind: number;
  /** Gold tag class, or -1 for a pair of tags too rare to learn. */
  readonly tags: Int16Array;
  /** Gold heads: 0 the root, else 1-based. */
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
}

/** Learnt numbers: the dense parameters in one block, laid out as `layOut` says, and the embeddings. */
export interface NetworkWeights {
  readonly dense: Float32Array;
  readonly words: Float32Array;
  readonly affixes: Float32Array;
}

export interface NetworkTrainOptions {
  readonly epochs: number;
  /** Words in a batch, about. */
  readonly batchWords: number;
  readonly learningRate: number;
  readonly dropout: number;
  readonly seed: number;
  /** Inputs of the sentence's two borders: indexes into `words`. */
  readonly borders: readonly [number, number];
  readonly report: (line: string) => void;
  readonly check?: (epoch: number, weights: NetworkWeights) => void;
}

const slope = 0.1;
/** Part of the words' vectors and affixes left out of each batch. */
const inputDropout = 0.07;
/** Part of the faces' units left out of each sentence. */
const faceDropout = 0.1;

/** Learns from `examples`; the same input and seed give the same weights. */
export function trainNetwork(
  shape: NetworkShape,
  examples: readonly NetworkExample[],
  words: readonly WordInput[],
  wordRows: number,
  options: NetworkTrainOptions,
): NetworkWeights {
  const { parameters, total } = layOut(shape);
  const arena = makeArena(48_000_000);
  const { floats } = arena;
  const random = makeRandom(options.seed);
  const base = arena.take(total);
  const gradients = arena.take(total);
  const layer2T = arena.take(2 * hidden1 * gates2);
  const facesT = arena.take(2 * hidden2 * facesSize);
  const windowT = arena.take(embedSize * 3 * gates1);
  const mixT = arena.take(embedSize * inputSize);
  const tagWidth = padded(shape.tagCount);
  const relationWidth = padded(shape.relationCount);
  const tagT = arena.take(2 * hidden2 * tagWidth);
  const labelT = arena.take(labelSize * relationWidth);
  const placeT = arena.take(arcSize * placeCount);
  const momentum = new Float32Array(total);
  const variance = new Float32Array(total);
  const wordTable = makeTable(wordRows, wordSize, random, 0.1);
  const affixTable = makeTable(affixTables * affixRows, affixSize, random, 0.3);
  wordTable.values.fill(0, 0, wordSize);
  initialize();

  function initialize(): void {
    const uniform = ({ rows, columns, at }: Parameter, scale: number): void => {
      const limit = scale * Math.sqrt(6 / (rows + columns));
      for (let index = 0; index < rows * columns; index += 1) floats[base + at + index] = (random() * 2 - 1) * limit;
    };
    uniform(parameters.mix, 1);
    uniform({ ...parameters.window, rows: 3 * embedSize, columns: hidden1 * 2 }, 0);
    const windowLimit = Math.sqrt(6 / (3 * embedSize + hidden1));
    for (let index = 0; index < embedSize * 3 * gates1; index += 1)
      floats[base + parameters.window.at + index] = (random() * 2 - 1) * windowLimit;
    const layer2Limit = Math.sqrt(6 / (2 * hidden1 + hidden2));
    for (let index = 0; index < 2 * hidden1 * gates2; index += 1)
      floats[base + parameters.layer2.at + index] = (random() * 2 - 1) * layer2Limit;
    const facesLimit = 0.7 * Math.sqrt(6 / (2 * hidden2 + arcSize));
    for (let index = 0; index < 2 * hidden2 * facesSize; index += 1)
      floats[base + parameters.faces.at + index] = (random() * 2 - 1) * facesLimit;
    uniform(parameters.tag, 1);
    uniform(parameters.label, 1);
    uniform(parameters.place, 0.5);
    uniform(parameters.rootArc, 1);
    uniform(parameters.rootLabel, 1);
    // Forgetting starts spread out: some units hold on for many words, others for none.
    const spread = (at: number, size: number): void => {
      for (let j = 0; j < size; j += 1) {
        const value = -2 + (5 * j) / (size - 1);
        floats[base + at + j] = value;
        floats[base + at + 2 * size + j] = value;
      }
    };
    for (let kind = 0; kind < parameters.bias1.rows; kind += 1) spread(parameters.bias1.at + kind * gates1, hidden1);
    spread(parameters.bias2.at, hidden2);
  }

  function transpose(to: number, from: number, rows: number, columns: number): void {
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1)
        floats[to + column * rows + row] = floats[from + row * columns + column] as number;
    }
  }

  /** `gradient of weights += inputᵀ · gradient of output`. */
  function denseGradient(weights: number, input: number, output: number, rows: number, inputWidth: number, outputWidth: number): void {
    arena.multiplyAdd({
      c: weights,
      a: input,
      b: output,
      rows: inputWidth,
      columns: outputWidth,
      depth: rows,
      aRow: 1,
      aStep: inputWidth,
      bRow: outputWidth,
      cRow: outputWidth,
    });
  }

  function addColumns(to: number, from: number, rows: number, width: number): void {
    for (let row = 0; row < rows; row += 1) {
      for (let j = 0; j < width; j += 1) floats[to + j] = (floats[to + j] as number) + (floats[from + row * width + j] as number);
    }
  }

  let stepCount = 0;
  const lookUp = new Int32Array(words.length).fill(-1);
  const masks = new Float32Array(2 * Math.max(hidden1, hidden2));

  function drawMask(size: number): void {
    const keep = 1 - options.dropout;
    for (let j = 0; j < size; j += 1) masks[j] = random() < options.dropout ? 0 : 1 / keep;
  }

  /** One batch: forward, backward, step. Returns the summed loss and the counts of right heads and tags. */
  function learn(batch: readonly NetworkExample[], rate: number): { loss: number; heads: number; tags: number } {
    const start = arena.mark();
    transpose(layer2T, base + parameters.layer2.at, 2 * hidden1, gates2);
    transpose(facesT, base + parameters.faces.at, 2 * hidden2, facesSize);
    transpose(windowT, base + parameters.window.at, embedSize, 3 * gates1);
    transpose(mixT, base + parameters.mix.at, inputSize, embedSize);
    transpose(tagT, base + parameters.tag.at, 2 * hidden2, tagWidth);
    transpose(labelT, base + parameters.label.at, labelSize, relationWidth);
    transpose(placeT, base + parameters.place.at, placeCount, arcSize);
    floats.fill(0, gradients, gradients + total);

    // Distinct words of the batch.
    const distinct: number[] = [];
    const number = (word: number): number => {
      if ((lookUp[word] as number) < 0) {
        lookUp[word] = distinct.length;
        distinct.push(word);
      }
      return lookUp[word] as number;
    };
    const [before, after] = options.borders;
    const padding: [number, number] = [number(before), number(after)];
    let count = 0;
    const typed = batch.map((example) => {
      const types = new Int32Array(example.words.length + 2);
      types[0] = padding[0];
      types[types.length - 1] = padding[1];
      example.words.forEach((word, index) => {
        types[index + 1] = number(word);
      });
      count += example.words.length;
      return types;
    });
    for (const word of distinct) lookUp[word] = -1;
    const types = distinct.length;
    const inputs = arena.take(types * inputSize);
    const wordUsed = new Int32Array(types);
    const affixUsed = new Int32Array(types * affixTables);
    distinct.forEach((word, index) => {
      const input = words[word] as WordInput;
      const at = inputs + index * inputSize;
      // Frequent words seldom lose their own embedding, rare ones often do, so that endings and vectors learn to stand alone.
      const row = input.word > 0 && random() < 0.08 + 0.92 * (0.5 / (0.5 + input.count)) ? 0 : input.word;
      wordUsed[index] = row;
      if (input.vector && random() >= inputDropout) floats.set(input.vector, at);
      else floats[at + vectorSize] = 1;
      floats.set(wordTable.values.subarray(row * wordSize, (row + 1) * wordSize), at + wordOffset);
      for (let table = 0; table < affixTables; table += 1) {
        const affix = random() < inputDropout ? -1 : (input.affixes[table] as number);
        affixUsed[index * affixTables + table] = affix;
        if (affix < 0) continue;
        floats.set(affixTable.values.subarray(affix * affixSize, (affix + 1) * affixSize), at + affixOffset + table * affixSize);
      }
    });
    const embeddings = arena.take(types * embedSize);
    const parts = arena.take(types * 3 * gates1);
    embedTypes(arena, parameters, base, inputs, embeddings, parts, types);

    // First recurrence.
    const g1 = arena.take(count * gates1);
    const h1 = arena.take(count * 2 * hidden1);
    const d1 = arena.take(count * 2 * hidden1);
    const mask1 = arena.take(batch.length * 2 * hidden1);
    const g2 = arena.take(count * gates2);
    const h2 = arena.take(count * 2 * hidden2);
    const d2 = arena.take(count * 2 * hidden2);
    const mask2 = arena.take(batch.length * 2 * hidden2);
    let first = 0;
    batch.forEach((example, which) => {
      const { length } = example.words;
      addWindow(
        arena,
        g1 + first * gates1,
        parts,
        typed[which] as Int32Array,
        1,
        length,
        base + parameters.bias1.at + example.kind * gates1,
      );
      arena.recur(g1 + first * gates1, h1 + first * 2 * hidden1, length, hidden1);
      drawMask(2 * hidden1);
      floats.set(masks.subarray(0, 2 * hidden1), mask1 + which * 2 * hidden1);
      for (let row = 0; row < length; row += 1) {
        for (let j = 0; j < 2 * hidden1; j += 1) {
          const at = (first + row) * 2 * hidden1 + j;
          floats[d1 + at] = (floats[h1 + at] as number) * (masks[j] as number);
        }
        floats.copyWithin(g2 + (first + row) * gates2, base + parameters.bias2.at, base + parameters.bias2.at + gates2);
      }
      first += length;
    });
    dense(arena, g2, d1, base + parameters.layer2.at, count, 2 * hidden1, gates2);
    first = 0;
    batch.forEach((example, which) => {
      const { length } = example.words;
      arena.recur(g2 + first * gates2, h2 + first * 2 * hidden2, length, hidden2);
      drawMask(2 * hidden2);
      floats.set(masks.subarray(0, 2 * hidden2), mask2 + which * 2 * hidden2);
      for (let row = 0; row < length; row += 1) {
        for (let j = 0; j < 2 * hidden2; j += 1) {
          const at = (first + row) * 2 * hidden2 + j;
          floats[d2 + at] = (floats[h2 + at] as number) * (masks[j] as number);
        }
      }
      first += length;
    });

    // Tags.
    const tagScores = arena.take(count * tagWidth);
    for (let row = 0; row < count; row += 1) {
      floats.copyWithin(tagScores + row * tagWidth, base + parameters.tagBias.at, base + parameters.tagBias.at + tagWidth);
    }
    dense(arena, tagScores, d2, base + parameters.tag.at, count, 2 * hidden2, tagWidth);
    const faces = arena.take(count * facesSize);
    for (let row = 0; row < count; row += 1) {
      floats.copyWithin(faces + row * facesSize, base + parameters.facesBias.at, base + parameters.facesBias.at + facesSize);
    }
    dense(arena, faces, d2, base + parameters.faces.at, count, 2 * hidden2, facesSize);
    const faceMask = arena.take(batch.length * facesSize);
    let covered = 0;
    batch.forEach((example, which) => {
      for (let j = 0; j < facesSize; j += 1) floats[faceMask + which * facesSize + j] = random() < faceDropout ? 0 : 1 / (1 - faceDropout);
      applyMask(faces + covered * facesSize, faceMask + which * facesSize, example.words.length, facesSize);
      covered += example.words.length;
    });
    const facesGradient = arena.take(count * facesSize);
    const labelHidden = arena.take(count * labelSize);
    const labelScores = arena.take(count * relationWidth);

    let loss = 0;
    let rightHeads = 0;
    let rightTags = 0;
    const scale = 1 / count;
    const softmaxGradient = (at: number, width: number, gold: number): boolean => {
      let top = at;
      for (let index = at; index < at + width; index += 1) if ((floats[index] as number) > (floats[top] as number)) top = index;
      const highest = floats[top] as number;
      let sum = 0;
      for (let index = at; index < at + width; index += 1) {
        const value = Math.exp((floats[index] as number) - highest);
        floats[index] = value;
        sum += value;
      }
      loss -= Math.log((floats[at + gold] as number) / sum + 1e-12);
      for (let index = at; index < at + width; index += 1) floats[index] = ((floats[index] as number) / sum) * scale;
      floats[at + gold] = (floats[at + gold] as number) - scale;
      return top === at + gold;
    };
    first = 0;
    batch.forEach((example) => {
      const { length } = example.words;
      const inner = arena.mark();
      for (let row = 0; row < length; row += 1) {
        const at = tagScores + (first + row) * tagWidth;
        const gold = example.tags[row] as number;
        if (gold < 0) floats.fill(0, at, at + tagWidth);
        else {
          if (softmaxGradient(at, shape.tagCount, gold)) rightTags += 1;
          floats.fill(0, at + shape.tagCount, at + tagWidth);
        }
      }
      // Arcs: children's faces against heads' faces; row 0 of the heads is the root.
      const width = padded(length + 1);
      const children = arena.take(length * arcSize);
      const headsFace = arena.take(width * arcSize);
      const headsT = arena.take(arcSize * width);
      const scores = arena.take(length * width);
      const places = arena.take(length * placeCount);
      floats.copyWithin(headsFace, base + parameters.rootArc.at, base + parameters.rootArc.at + arcSize);
      for (let row = 0; row < length; row += 1) {
        const face = faces + (first + row) * facesSize;
        for (let j = 0; j < arcSize; j += 1) {
          const child = floats[face + j] as number;
          const head = floats[face + arcSize + j] as number;
          floats[children + row * arcSize + j] = child > 0 ? child : slope * child;
          floats[headsFace + (row + 1) * arcSize + j] = head > 0 ? head : slope * head;
        }
      }
      transpose(headsT, headsFace, width, arcSize);
      dense(arena, scores, children, headsT, length, arcSize, width);
      dense(arena, places, children, placeT, length, arcSize, placeCount);
      for (let row = 0; row < length; row += 1) {
        const at = scores + row * width;
        for (let head = 1; head <= length; head += 1) {
          if (head === row + 1) floats[at + head] = -1e4;
          else floats[at + head] = (floats[at + head] as number) + (floats[places + row * placeCount + placeOf(row + 1, head)] as number);
        }
        if (softmaxGradient(at, length + 1, example.heads[row] as number)) rightHeads += 1;
        floats.fill(0, at + length + 1, at + width);
      }
      const placesGradient = arena.take(length * placeCount);
      for (let row = 0; row < length; row += 1) {
        for (let head = 1; head <= length; head += 1) {
          if (head === row + 1) continue;
          const to = placesGradient + row * placeCount + placeOf(row + 1, head);
          floats[to] = (floats[to] as number) + (floats[scores + row * width + head] as number);
        }
      }
      const childrenGradient = arena.take(length * arcSize);
      dense(arena, childrenGradient, scores, headsFace, length, width, arcSize);
      dense(arena, childrenGradient, placesGradient, base + parameters.place.at, length, placeCount, arcSize);
      const headsGradient = arena.take(width * arcSize);
      denseGradient(headsGradient, scores, children, length, width, arcSize);
      denseGradient(gradients + parameters.place.at, placesGradient, children, length, placeCount, arcSize);
      for (let j = 0; j < arcSize; j += 1) {
        const to = gradients + parameters.rootArc.at + j;
        floats[to] = (floats[to] as number) + (floats[headsGradient + j] as number);
      }
      for (let row = 0; row < length; row += 1) {
        const face = faces + (first + row) * facesSize;
        const to = facesGradient + (first + row) * facesSize;
        for (let j = 0; j < arcSize; j += 1) {
          floats[to + j] = (floats[childrenGradient + row * arcSize + j] as number) * ((floats[face + j] as number) > 0 ? 1 : slope);
          floats[to + arcSize + j] =
            (floats[headsGradient + (row + 1) * arcSize + j] as number) * ((floats[face + arcSize + j] as number) > 0 ? 1 : slope);
        }
        // The relation's hidden layer joins the child's face and its gold head's.
        const head = example.heads[row] as number;
        const headFace = head === 0 ? base + parameters.rootLabel.at : faces + (first + head - 1) * facesSize + 2 * arcSize + labelSize;
        for (let j = 0; j < labelSize; j += 1) {
          const sum = (floats[face + 2 * arcSize + j] as number) + (floats[headFace + j] as number);
          floats[labelHidden + (first + row) * labelSize + j] = sum > 0 ? sum : slope * sum;
        }
        floats.copyWithin(
          labelScores + (first + row) * relationWidth,
          base + parameters.labelBias.at,
          base + parameters.labelBias.at + relationWidth,
        );
      }
      first += length;
      arena.release(inner);
    });
    dense(arena, labelScores, labelHidden, base + parameters.label.at, count, labelSize, relationWidth);
    first = 0;
    for (const example of batch) {
      for (let row = 0; row < example.words.length; row += 1) {
        const at = labelScores + (first + row) * relationWidth;
        softmaxGradient(at, shape.relationCount, example.relations[row] as number);
        floats.fill(0, at + shape.relationCount, at + relationWidth);
      }
      first += example.words.length;
    }

    // Backward.
    denseGradient(gradients + parameters.label.at, labelHidden, labelScores, count, labelSize, relationWidth);
    addColumns(gradients + parameters.labelBias.at, labelScores, count, relationWidth);
    const labelGradient = arena.take(count * labelSize);
    dense(arena, labelGradient, labelScores, labelT, count, relationWidth, labelSize);
    first = 0;
    for (const example of batch) {
      for (let row = 0; row < example.words.length; row += 1) {
        const head = example.heads[row] as number;
        const to = facesGradient + (first + row) * facesSize + 2 * arcSize;
        const toHead =
          head === 0 ? gradients + parameters.rootLabel.at : facesGradient + (first + head - 1) * facesSize + 2 * arcSize + labelSize;
        for (let j = 0; j < labelSize; j += 1) {
          const at = (first + row) * labelSize + j;
          const value = (floats[labelGradient + at] as number) * ((floats[labelHidden + at] as number) > 0 ? 1 : slope);
          floats[to + j] = (floats[to + j] as number) + value;
          floats[toHead + j] = (floats[toHead + j] as number) + value;
        }
      }
      first += example.words.length;
    }
    covered = 0;
    batch.forEach((example, which) => {
      applyMask(facesGradient + covered * facesSize, faceMask + which * facesSize, example.words.length, facesSize);
      covered += example.words.length;
    });
    const h2Gradient = arena.take(count * 2 * hidden2);
    dense(arena, h2Gradient, facesGradient, facesT, count, facesSize, 2 * hidden2);
    dense(arena, h2Gradient, tagScores, tagT, count, tagWidth, 2 * hidden2);
    denseGradient(gradients + parameters.faces.at, d2, facesGradient, count, 2 * hidden2, facesSize);
    addColumns(gradients + parameters.facesBias.at, facesGradient, count, facesSize);
    denseGradient(gradients + parameters.tag.at, d2, tagScores, count, 2 * hidden2, tagWidth);
    addColumns(gradients + parameters.tagBias.at, tagScores, count, tagWidth);
    first = 0;
    batch.forEach((example, which) => {
      const { length } = example.words;
      applyMask(h2Gradient + first * 2 * hidden2, mask2 + which * 2 * hidden2, length, 2 * hidden2);
      recurGradient(g2 + first * gates2, h2 + first * 2 * hidden2, h2Gradient + first * 2 * hidden2, length, hidden2);
      first += length;
    });
    denseGradient(gradients + parameters.layer2.at, d1, g2, count, 2 * hidden1, gates2);
    addColumns(gradients + parameters.bias2.at, g2, count, gates2);
    const h1Gradient = arena.take(count * 2 * hidden1);
    dense(arena, h1Gradient, g2, layer2T, count, gates2, 2 * hidden1);
    const partsGradient = arena.take(types * 3 * gates1);
    first = 0;
    batch.forEach((example, which) => {
      const { length } = example.words;
      applyMask(h1Gradient + first * 2 * hidden1, mask1 + which * 2 * hidden1, length, 2 * hidden1);
      recurGradient(g1 + first * gates1, h1 + first * 2 * hidden1, h1Gradient + first * 2 * hidden1, length, hidden1);
      addColumns(gradients + parameters.bias1.at + example.kind * gates1, g1 + first * gates1, length, gates1);
      const sentence = typed[which] as Int32Array;
      for (let row = 0; row < length; row += 1) {
        const from = g1 + (first + row) * gates1;
        for (let place = 0; place < 3; place += 1) {
          const to = partsGradient + (sentence[row + place] as number) * 3 * gates1 + place * gates1;
          for (let j = 0; j < gates1; j += 1) floats[to + j] = (floats[to + j] as number) + (floats[from + j] as number);
        }
      }
      first += length;
    });
    denseGradient(gradients + parameters.window.at, embeddings, partsGradient, types, embedSize, 3 * gates1);
    const embedGradient = arena.take(types * embedSize);
    dense(arena, embedGradient, partsGradient, windowT, types, 3 * gates1, embedSize);
    for (let index = 0; index < types * embedSize; index += 1) {
      const value = floats[embeddings + index] as number;
      floats[embedGradient + index] = (floats[embedGradient + index] as number) * (1 - value * value);
    }
    denseGradient(gradients + parameters.mix.at, inputs, embedGradient, types, inputSize, embedSize);
    addColumns(gradients + parameters.mixBias.at, embedGradient, types, embedSize);
    const inputGradient = arena.take(types * inputSize);
    dense(arena, inputGradient, embedGradient, mixT, types, embedSize, inputSize);

    // Step.
    stepCount += 1;
    const correction = Math.sqrt(1 - beta2 ** stepCount) / (1 - beta1 ** stepCount);
    const size = rate * correction;
    for (let index = 0; index < total; index += 1) {
      const gradient = floats[gradients + index] as number;
      const m = beta1 * (momentum[index] as number) + (1 - beta1) * gradient;
      const v = beta2 * (variance[index] as number) + (1 - beta2) * gradient * gradient;
      momentum[index] = m;
      variance[index] = v;
      floats[base + index] = (floats[base + index] as number) - (size * m) / (Math.sqrt(v) + 1e-8);
    }
    for (let index = 0; index < types; index += 1) {
      const at = inputGradient + index * inputSize;
      const row = wordUsed[index] as number;
      if (row > 0) addToRow(wordTable, row, floats, at + wordOffset);
      for (let table = 0; table < affixTables; table += 1) {
        const affix = affixUsed[index * affixTables + table] as number;
        if (affix >= 0) addToRow(affixTable, affix, floats, at + affixOffset + table * affixSize);
      }
    }
    stepRows(wordTable, size);
    stepRows(affixTable, size);
    arena.release(start);
    return { loss, heads: rightHeads, tags: rightTags };
  }

  function applyMask(at: number, mask: number, rows: number, width: number): void {
    for (let row = 0; row < rows; row += 1) {
      for (let j = 0; j < width; j += 1)
        floats[at + row * width + j] = (floats[at + row * width + j] as number) * (floats[mask + j] as number);
    }
  }

  /** Replaces the activations in `gates` by the gradients of what they were made from; uses up `out`'s gradient. */
  function recurGradient(gates: number, out: number, gradient: number, length: number, size: number): void {
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

  const order = examples.map((_, index) => index);
  const wordTotal = examples.reduce((sum, example) => sum + example.words.length, 0);
  const stepTotal = (options.epochs * wordTotal) / options.batchWords;
  const weights = (): NetworkWeights => ({
    dense: floats.slice(base, base + total),
    words: wordTable.values,
    affixes: affixTable.values,
  });
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    let heads = 0;
    let tags = 0;
    let batch: NetworkExample[] = [];
    let batchSize = 0;
    const flush = (): void => {
      if (batch.length === 0) return;
      const progress = Math.min(1, stepCount / stepTotal);
      const result = learn(batch, options.learningRate * Math.max(0.02, 1 - progress));
      loss += result.loss;
      heads += result.heads;
      tags += result.tags;
      batch = [];
      batchSize = 0;
    };
    for (const which of order) {
      const example = examples[which] as NetworkExample;
      batch.push(example);
      batchSize += example.words.length;
      if (batchSize >= options.batchWords) flush();
    }
    flush();
    options.report(
      `epoch ${epoch + 1}: loss ${(loss / wordTotal).toFixed(3)}, tags ${((100 * tags) / wordTotal).toFixed(2)}, heads ${((100 * heads) / wordTotal).toFixed(2)} while learning`,
    );
    options.check?.(epoch, weights());
  }
  return weights();
}
