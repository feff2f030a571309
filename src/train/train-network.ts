/**
 * Learns the network half of the name tagger by gradient descent (Adam: Kingma and Ba 2015) on the likelihood of the labels that the
 * annotation allows, under a chain over labels. Every gradient is written out by hand.
 */
import { Chain, isAllowedPair, transitionSize } from "../annotate/names/crf.ts";
import {
  attributeOffset,
  attributeSize,
  inputSize,
  layOut,
  type NetworkShape,
  scoreWidth,
  vectorSize,
} from "../annotate/names/network-shape.ts";
import { labelCount as L } from "../annotate/names/tag-scheme.ts";
import { adamStep, adamStepSize, makeAdamState } from "../learn/adam.ts";
import { addRows, dense, denseGradient, spreadBias, transpose } from "../learn/dense-layer.ts";
import { applyMask, drawMask } from "../learn/dropout.ts";
import { addToRow, makeTable, stepRows } from "../learn/embedding-table.ts";
import { makeArena } from "../learn/matrix-arena.ts";
import { drawParameter } from "../learn/parameters.ts";
import { makeRandom, shuffle } from "../learn/random.ts";
import { squash } from "../learn/recurrent-encoder.ts";
import { recurGradient } from "../learn/train-encoder.ts";
import { SourceBiases } from "./source-biases.ts";
import { onlyPath } from "./train-chain.ts";

/** What the network learns from. All numbers of words, attributes and features are dense. */
export interface NetworkCorpus {
  /** The words of all tokens; word 0 stands for the edges of a sentence. */
  readonly wordIds: Int32Array;
  /** Bit sets of the labels that the annotation allows. */
  readonly masks: Uint16Array;
  /** Sentences, and how much each counts. */
  readonly firsts: Int32Array;
  readonly ends: Int32Array;
  readonly shares: Float32Array;
  /** The corpus that each is from, by number. */
  readonly sources: Int32Array;
  /** For each word its vector, or null. */
  readonly vectors: readonly (Float32Array | null)[];
  /** Attributes of word `w`: `attributeRows[attributeStarts[w]]` up to `attributeStarts[w + 1]`. */
  readonly attributeStarts: Int32Array;
  readonly attributeRows: Int32Array;
  readonly attributeCount: number;
  /** Features of token `i` in its article, likewise. */
  readonly featureStarts: Int32Array;
  readonly featureRows: Int32Array;
  readonly featureCount: number;
}

export interface NetworkTrainOptions {
  readonly epochs: number;
  /** Words in a batch, about. */
  readonly batchWords: number;
  readonly learningRate: number;
  /** Part of the second recurrence's units left out; of the first's and of the embedding, half as many. */
  readonly dropout: number;
  /** Part of a word's attributes left out. */
  readonly attributeDropout: number;
  /** Part of the sentences that do not say which corpus they are from. */
  readonly sourceDropout: number;
  readonly seed: number;
  readonly report: (line: string) => void;
}

/** Learnt numbers: the dense parameters as `layOut` says, a row for each attribute, gate inputs for each article feature, label pairs. */
export interface NetworkNumbers {
  readonly dense: Float32Array;
  readonly attributes: Float32Array;
  readonly features: Float32Array;
  readonly transitions: Float32Array;
}

/** Part of the words' vectors left out. */
const vectorDropout = 0.05;
/** Part of the sentences that see no article features, so that short texts are learnt too. */
const withoutFeatures = 0.15;
/** Steps over which the learning rate rises, at most; a tenth of all where those are few. */
const longestWarmUp = 300;

/** The learning rate falls evenly to this part, not to nothing: */
const lastRate = 0.15;
/** what is kept is the mean of the numbers over the last part of the steps, every so many (Izmailov et al. 2018). */
const averagedPart = 0.35;
const averagedEvery = 10;

/** Adds up snapshots of blocks of numbers and gives their mean. */
class Average {
  private readonly sums: readonly Float64Array[];
  private readonly blocks: readonly Float32Array[];
  private count = 0;

  constructor(blocks: readonly Float32Array[]) {
    this.blocks = blocks;
    this.sums = blocks.map(({ length }) => new Float64Array(length));
  }

  take(): void {
    this.count += 1;
    this.sums.forEach((sums, which) => {
      const block = this.blocks[which] as Float32Array;
      for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + (block[at] as number);
    });
  }

  /** Puts the means in the blocks' places; leaves them as they are when there is no snapshot. */
  apply(): void {
    if (this.count === 0) return;
    this.sums.forEach((sums, which) => {
      const block = this.blocks[which] as Float32Array;
      for (let at = 0; at < sums.length; at += 1) block[at] = (sums[at] as number) / this.count;
    });
  }
}

/** Floats that a batch needs at most: all words distinct, and the longest sentence last. */
function roomFor(shape: NetworkShape, batchWords: number, corpus: NetworkCorpus): number {
  const longest = corpus.firsts.reduce((most, first, s) => Math.max(most, (corpus.ends[s] as number) - first), 0);
  const { embed, hidden1, hidden2 } = shape;
  const perWord = 2 * inputSize + 4 * embed + 36 * hidden1 + 14 * hidden2 + scoreWidth;
  return 5 * layOut(shape).total + (batchWords + longest + 8) * (perWord + 64);
}

/** Learns; the same corpus, shape and options give the same numbers. */
export function trainNetwork(shape: NetworkShape, corpus: NetworkCorpus, options: NetworkTrainOptions): NetworkNumbers {
  const { embed, hidden1, hidden2 } = shape;
  const gates1 = 4 * hidden1;
  const gates2 = 4 * hidden2;
  const { parameters, total } = layOut(shape);
  const arena = makeArena(roomFor(shape, options.batchWords, corpus));
  const { floats } = arena;
  const random = makeRandom(options.seed);
  const base = arena.take(total);
  const gradients = arena.take(total);
  const mixT = arena.take(embed * inputSize);
  const windowT = arena.take(embed * 3 * gates1);
  const layer2T = arena.take(2 * hidden1 * gates2);
  const out1T = arena.take(2 * hidden1 * scoreWidth);
  const out2T = arena.take(2 * hidden2 * scoreWidth);
  const state = makeAdamState(total);
  const attributeTable = makeTable(corpus.attributeCount, attributeSize, random, 0.17);
  const featureTable = makeTable(corpus.featureCount, gates1, random, 0.05);
  const sourceCount = corpus.sources.reduce((most, source) => Math.max(most, source + 1), 0);
  const sources1 = new SourceBiases(sourceCount, gates1, random);
  const sources2 = new SourceBiases(sourceCount, gates2, random);
  const sourcesOut = new SourceBiases(sourceCount, scoreWidth, random);
  const transitions = new Float32Array(transitionSize);
  const transitionState = makeAdamState(transitionSize);
  const pairs = new Float32Array(transitionSize);
  const taken = new Float64Array(transitionSize);
  const chain = new Chain();
  let free = new Float64Array(0);
  let held = new Float64Array(0);
  let emissions = new Float32Array(0);
  let stepCount = 0;
  const lookUp = new Int32Array(corpus.vectors.length).fill(-1);
  initialize();

  function initialize(): void {
    drawParameter(floats, base + parameters.mix.at, parameters.mix, random);
    drawParameter(floats, base + parameters.window.at, parameters.window, random, { fanIn: 3 * embed, fanOut: hidden1 });
    drawParameter(floats, base + parameters.layer2.at, parameters.layer2, random, { fanIn: 2 * hidden1, fanOut: hidden2 });
    drawParameter(floats, base + parameters.out1.at, parameters.out1, random, { scale: 0.5 });
    drawParameter(floats, base + parameters.out2.at, parameters.out2, random, { scale: 0.5 });
    // Forgetting starts spread out: some units hold on for many words, others for none.
    const spread = (at: number, size: number): void => {
      for (let j = 0; j < size; j += 1) {
        const value = -2 + (4 * j) / (size - 1);
        floats[base + at + j] = value;
        floats[base + at + 2 * size + j] = value;
      }
    };
    spread(parameters.bias1.at, hidden1);
    spread(parameters.bias2.at, hidden2);
  }

  /** Scores of `length` words, replaced by their gradient; returns the loss. */
  function chainGradient(scores: number, first: number, length: number, weight: number): number {
    if (emissions.length < length * L) {
      emissions = new Float32Array(2 * length * L);
      free = new Float64Array(2 * length * L);
      held = new Float64Array(2 * length * L);
    }
    for (let i = 0; i < length; i += 1) for (let y = 0; y < L; y += 1) emissions[i * L + y] = floats[scores + i * scoreWidth + y] as number;
    taken.fill(0);
    const path = onlyPath(emissions, transitions, corpus.masks, first, length, held, taken);
    const logHeld = path ?? chain.sum(emissions, length, corpus.masks, first, held);
    if (path === null) chain.addExpectedPairs(length, -1, taken);
    const logFree = chain.sum(emissions, length, null, 0, free);
    chain.addExpectedPairs(length, 1, taken);
    for (let index = 0; index < transitionSize; index += 1) pairs[index] = (pairs[index] as number) + weight * (taken[index] as number);
    for (let i = 0; i < length; i += 1) {
      for (let y = 0; y < scoreWidth; y += 1)
        floats[scores + i * scoreWidth + y] = y < L ? weight * ((free[i * L + y] as number) - (held[i * L + y] as number)) : 0;
    }
    return logFree - logHeld;
  }

  /** One batch of sentences: forward, backward, step. Returns the summed loss. */
  function learn(batch: readonly number[], rate: number): number {
    const start = arena.mark();
    transpose(floats, mixT, base + parameters.mix.at, inputSize, embed);
    transpose(floats, windowT, base + parameters.window.at, embed, 3 * gates1);
    transpose(floats, layer2T, base + parameters.layer2.at, 2 * hidden1, gates2);
    transpose(floats, out1T, base + parameters.out1.at, 2 * hidden1, scoreWidth);
    transpose(floats, out2T, base + parameters.out2.at, 2 * hidden2, scoreWidth);
    floats.fill(0, gradients, gradients + total);
    pairs.fill(0);
    chain.setTransitions(transitions);

    // Distinct words of the batch; the edge is the first.
    const distinct: number[] = [0];
    lookUp[0] = 0;
    let count = 0;
    const sentences = batch.map((s) => {
      const first = corpus.firsts[s] as number;
      const length = (corpus.ends[s] as number) - first;
      const types = new Int32Array(length + 2);
      for (let i = 0; i < length; i += 1) {
        const word = corpus.wordIds[first + i] as number;
        if ((lookUp[word] as number) < 0) {
          lookUp[word] = distinct.length;
          distinct.push(word);
        }
        types[i + 1] = lookUp[word] as number;
      }
      const at = count;
      count += length;
      const seesFeatures = random() >= withoutFeatures;
      const source = random() < options.sourceDropout ? -1 : (corpus.sources[s] as number);
      return { first, length, types, at, share: corpus.shares[s] as number, seesFeatures, source };
    });
    for (const word of distinct) lookUp[word] = -1;
    const types = distinct.length;
    const inputs = arena.take(types * inputSize);
    const used: number[] = [];
    const usedStarts = new Int32Array(types + 1);
    const keepScale = 1 / (1 - options.attributeDropout);
    distinct.forEach((word, index) => {
      const at = inputs + index * inputSize;
      const vector = corpus.vectors[word];
      if (vector && random() >= vectorDropout) floats.set(vector, at);
      else floats[at + vectorSize] = 1;
      const stop = corpus.attributeStarts[word + 1] as number;
      for (let k = corpus.attributeStarts[word] as number; k < stop; k += 1) {
        if (random() < options.attributeDropout) continue;
        const row = corpus.attributeRows[k] as number;
        used.push(row);
        const from = row * attributeSize;
        for (let j = 0; j < attributeSize; j += 1) {
          const to = at + attributeOffset + j;
          floats[to] = (floats[to] as number) + (attributeTable.values[from + j] as number) * keepScale;
        }
      }
      usedStarts[index + 1] = used.length;
    });
    const embeddings = arena.take(types * embed);
    const embedMask = arena.take(types * embed);
    const dropped = arena.take(types * embed);
    const parts = arena.take(types * 3 * gates1);
    spreadBias(floats, embeddings, base + parameters.mixBias.at, types, embed);
    dense(arena, embeddings, inputs, base + parameters.mix.at, types, inputSize, embed);
    for (let at = embeddings; at < embeddings + types * embed; at += 1) floats[at] = squash(floats[at] as number);
    drawMask(floats, embedMask, types * embed, options.dropout / 2, random);
    applyMask(floats, dropped, embeddings, embedMask, 1, types * embed);
    dense(arena, parts, dropped, base + parameters.window.at, types, embed, 3 * gates1);

    const g1 = arena.take(count * gates1);
    const h1 = arena.take(count * 2 * hidden1);
    const d1 = arena.take(count * 2 * hidden1);
    const mask1 = arena.take(batch.length * 2 * hidden1);
    const g2 = arena.take(count * gates2);
    const h2 = arena.take(count * 2 * hidden2);
    const d2 = arena.take(count * 2 * hidden2);
    const mask2 = arena.take(count * 2 * hidden2);
    drawMask(floats, mask1, batch.length * 2 * hidden1, options.dropout / 2, random);
    drawMask(floats, mask2, count * 2 * hidden2, options.dropout, random);
    sentences.forEach((sentence, which) => {
      const { first, length, types: own, at, seesFeatures } = sentence;
      arena.addWindow({ gates: g1 + at * gates1, parts, types: own, length, bias: base + parameters.bias1.at, width: gates1 });
      sources1.add(floats, g1, sentence);
      if (seesFeatures) {
        for (let row = 0; row < length; row += 1) {
          const to = g1 + (at + row) * gates1;
          const stop = corpus.featureStarts[first + row + 1] as number;
          for (let k = corpus.featureStarts[first + row] as number; k < stop; k += 1) {
            const from = (corpus.featureRows[k] as number) * gates1;
            for (let j = 0; j < gates1; j += 1) floats[to + j] = (floats[to + j] as number) + (featureTable.values[from + j] as number);
          }
        }
      }
      arena.recur(g1 + at * gates1, h1 + at * 2 * hidden1, length, hidden1);
      const states = at * 2 * hidden1;
      applyMask(floats, d1 + states, h1 + states, mask1 + which * 2 * hidden1, length, 2 * hidden1);
    });
    spreadBias(floats, g2, base + parameters.bias2.at, count, gates2);
    dense(arena, g2, d1, base + parameters.layer2.at, count, 2 * hidden1, gates2);
    for (const sentence of sentences) sources2.add(floats, g2, sentence);
    for (const { length, at } of sentences) arena.recur(g2 + at * gates2, h2 + at * 2 * hidden2, length, hidden2);
    applyMask(floats, d2, h2, mask2, 1, count * 2 * hidden2);
    const scores = arena.take(count * scoreWidth);
    spreadBias(floats, scores, base + parameters.outBias.at, count, scoreWidth);
    dense(arena, scores, d1, base + parameters.out1.at, count, 2 * hidden1, scoreWidth);
    dense(arena, scores, d2, base + parameters.out2.at, count, 2 * hidden2, scoreWidth);
    for (const sentence of sentences) sourcesOut.add(floats, scores, sentence);

    let loss = 0;
    for (const { first, length, at, share } of sentences)
      loss += chainGradient(scores + at * scoreWidth, first, length, share / batch.length);

    // Backward.
    for (const sentence of sentences) sourcesOut.learn(floats, scores, sentence);
    addRows(floats, gradients + parameters.outBias.at, scores, count, scoreWidth);
    denseGradient(arena, gradients + parameters.out1.at, d1, scores, count, 2 * hidden1, scoreWidth);
    denseGradient(arena, gradients + parameters.out2.at, d2, scores, count, 2 * hidden2, scoreWidth);
    const h2Gradient = arena.take(count * 2 * hidden2);
    dense(arena, h2Gradient, scores, out2T, count, scoreWidth, 2 * hidden2);
    applyMask(floats, h2Gradient, h2Gradient, mask2, 1, count * 2 * hidden2);
    for (const { length, at } of sentences)
      recurGradient(floats, g2 + at * gates2, h2 + at * 2 * hidden2, h2Gradient + at * 2 * hidden2, length, hidden2);
    for (const sentence of sentences) sources2.learn(floats, g2, sentence);
    denseGradient(arena, gradients + parameters.layer2.at, d1, g2, count, 2 * hidden1, gates2);
    addRows(floats, gradients + parameters.bias2.at, g2, count, gates2);
    const h1Gradient = arena.take(count * 2 * hidden1);
    dense(arena, h1Gradient, g2, layer2T, count, gates2, 2 * hidden1);
    dense(arena, h1Gradient, scores, out1T, count, scoreWidth, 2 * hidden1);
    const partsGradient = arena.take(types * 3 * gates1);
    sentences.forEach((sentence, which) => {
      const { first, length, types: own, at, seesFeatures } = sentence;
      const states = h1Gradient + at * 2 * hidden1;
      applyMask(floats, states, states, mask1 + which * 2 * hidden1, length, 2 * hidden1);
      recurGradient(floats, g1 + at * gates1, h1 + at * 2 * hidden1, h1Gradient + at * 2 * hidden1, length, hidden1);
      sources1.learn(floats, g1, sentence);
      for (let row = 0; row < length; row += 1) {
        const from = g1 + (at + row) * gates1;
        for (let place = 0; place < 3; place += 1)
          addRows(floats, partsGradient + ((own[row + place] as number) * 3 + place) * gates1, from, 1, gates1);
        if (!seesFeatures) continue;
        const stop = corpus.featureStarts[first + row + 1] as number;
        for (let k = corpus.featureStarts[first + row] as number; k < stop; k += 1)
          addToRow(featureTable, corpus.featureRows[k] as number, floats, from);
      }
    });
    addRows(floats, gradients + parameters.bias1.at, g1, count, gates1);
    denseGradient(arena, gradients + parameters.window.at, dropped, partsGradient, types, embed, 3 * gates1);
    const embedGradient = arena.take(types * embed);
    dense(arena, embedGradient, partsGradient, windowT, types, 3 * gates1, embed);
    for (let index = 0; index < types * embed; index += 1) {
      const value = floats[embeddings + index] as number;
      floats[embedGradient + index] =
        (floats[embedGradient + index] as number) * (floats[embedMask + index] as number) * (1 - value * value);
    }
    denseGradient(arena, gradients + parameters.mix.at, inputs, embedGradient, types, inputSize, embed);
    addRows(floats, gradients + parameters.mixBias.at, embedGradient, types, embed);
    const inputGradient = arena.take(types * inputSize);
    dense(arena, inputGradient, embedGradient, mixT, types, embed, inputSize);
    for (let index = 0; index < types; index += 1) {
      const at = inputGradient + index * inputSize + attributeOffset;
      for (let j = 0; j < attributeSize; j += 1) floats[at + j] = (floats[at + j] as number) * keepScale;
      for (let k = usedStarts[index] as number; k < (usedStarts[index + 1] as number); k += 1)
        addToRow(attributeTable, used[k] as number, floats, at);
    }
    arena.release(start);
    step(rate);
    return loss;
  }

  function step(rate: number): void {
    stepCount += 1;
    const size = adamStepSize(rate, stepCount);
    adamStep(state, 0, floats, base, floats, gradients, total, size);
    adamStep(transitionState, 0, transitions, 0, pairs, 0, transitionSize, size);
    stepRows(attributeTable, size);
    stepRows(featureTable, size);
    for (const biases of [sources1, sources2, sourcesOut]) biases.step(size);
  }

  const order = Array.from(corpus.firsts, (_, index) => index);
  const wordTotal = order.reduce((sum, s) => sum + (corpus.ends[s] as number) - (corpus.firsts[s] as number), 0);
  const stepTotal = (options.epochs * wordTotal) / options.batchWords;
  const average = new Average([floats.subarray(base, base + total), attributeTable.values, featureTable.values, transitions]);
  const warmUp = Math.min(longestWarmUp, stepTotal / 10);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    let batch: number[] = [];
    let size = 0;
    order.forEach((s, place) => {
      batch.push(s);
      size += (corpus.ends[s] as number) - (corpus.firsts[s] as number);
      if (size < options.batchWords && place < order.length - 1) return;
      const done = Math.min(1, stepCount / stepTotal);
      loss += learn(batch, options.learningRate * Math.min(1, (stepCount + 1) / warmUp) * (1 - (1 - lastRate) * done));
      if (done > 1 - averagedPart && stepCount % averagedEvery === 0) average.take();
      batch = [];
      size = 0;
      if (stepCount % 250 === 0)
        options.report(`step ${stepCount} of ${Math.round(stepTotal)}, loss ${(loss / (place + 1)).toFixed(3)} a sentence`);
    });
    options.report(`epoch ${epoch + 1} of ${options.epochs}, loss ${(loss / order.length).toFixed(3)} a sentence`);
  }
  average.apply();
  for (let index = 0; index < transitionSize; index += 1) if (!isAllowedPair(Math.floor(index / L), index % L)) transitions[index] = 0;
  return { dense: floats.slice(base, base + total), attributes: attributeTable.values, features: featureTable.values, transitions };
}
