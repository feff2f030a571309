/**
 * Learns the network by gradient descent on the sum of three losses: the tag of each word, its head among all words of the
 * sentence, and the relation to the gold head. The gradients of the scores are written out here by hand, those of the encoder below
 * them in learn/train-encoder.ts.
 */
import { adamStep, adamStepSize, makeAdamState } from "../../learn/adam.ts";
import { addRows, dense, denseGradient, spreadBias, transpose } from "../../learn/dense-layer.ts";
import { applyMask, drawMask } from "../../learn/dropout.ts";
import { learnInBatches } from "../../learn/learn-in-batches.ts";
import { makeArena } from "../../learn/matrix-arena.ts";
import { drawParameter, padded } from "../../learn/parameters.ts";
import { makeRandom } from "../../learn/random.ts";
import { softmaxLoss } from "../../learn/softmax-loss.ts";
import { drawEncoder, type EncodedBatch, type EncoderSentence, makeEncoderTrainer, type WordInput } from "../../learn/train-encoder.ts";
import {
  arcSize,
  encoderShape,
  facesSize,
  labelSize,
  layOut,
  leak,
  type NetworkShape,
  type NetworkWeights,
  placeCount,
  placeOf,
  widths,
} from "./network-shape.ts";

export interface NetworkExample extends EncoderSentence {
  /** Gold tag class, or -1 where nothing is to be learnt: for a pair of tags too rare, say. */
  readonly tags: Int16Array;
  /** Gold heads: 0 the root, else 1-based; -1 where nothing is to be learnt. */
  readonly heads: Int32Array;
  /** Gold relations, or `openRelation`; not learnt where the head is not. */
  readonly relations: Uint8Array;
}

/** A relation that nothing is to be learnt from. */
export const openRelation = 255;

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

/** Part of the words' vectors and affixes left out of each batch, and of known words' own embeddings. */
const inputDropout = { input: 0.07, word: 0.08 };
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
  const { states2 } = widths;
  const arena = makeArena(48_000_000);
  const { floats } = arena;
  const random = makeRandom(options.seed);
  const base = arena.take(total);
  const gradients = arena.take(total);
  const tagWidth = padded(shape.tagCount);
  const relationWidth = padded(shape.relationCount);
  const facesT = arena.take(states2 * facesSize);
  const tagT = arena.take(states2 * tagWidth);
  const labelT = arena.take(labelSize * relationWidth);
  const placeT = arena.take(arcSize * placeCount);
  const adam = makeAdamState(total);
  const place = { parameters, base, gradients };
  const encoder = makeEncoderTrainer(arena, {
    shape: encoderShape,
    place,
    wordRows,
    inputs: words,
    borders: options.borders,
    dropout: { ...inputDropout, hidden: options.dropout },
    random,
  });
  drawEncoder(floats, encoderShape, place, random);
  drawParameter(floats, base + parameters.faces.at, parameters.faces, random, { scale: 0.7, fanOut: arcSize });
  for (const name of ["tag", "label"] as const) drawParameter(floats, base + parameters[name].at, parameters[name], random);
  drawParameter(floats, base + parameters.place.at, parameters.place, random, { scale: 0.5 });
  for (const name of ["rootArc", "rootLabel"] as const) drawParameter(floats, base + parameters[name].at, parameters[name], random);

  const progress = { loss: 0, heads: 0, tags: 0 };
  const wordTotal = examples.reduce((sum, example) => sum + example.words.length, 0);
  let stepCount = 0;

  /** One batch: forward, backward, step. */
  function learn(batch: readonly NetworkExample[], rate: number): void {
    const start = arena.mark();
    floats.fill(0, gradients, gradients + total);
    const encoded = encoder.read(batch);
    encoder.learn(learnScores(encoded));
    stepCount += 1;
    const stepSize = adamStepSize(rate, stepCount);
    adamStep(adam, 0, floats, base, floats, gradients, total, stepSize);
    encoder.step(stepSize);
    arena.release(start);
  }

  /** Scores the batch, counts its losses, and returns the gradient by the encoder's states. */
  function learnScores({ sentences, count, states }: EncodedBatch<NetworkExample>): number {
    transpose(floats, facesT, base + parameters.faces.at, states2, facesSize);
    transpose(floats, tagT, base + parameters.tag.at, states2, tagWidth);
    transpose(floats, labelT, base + parameters.label.at, labelSize, relationWidth);
    transpose(floats, placeT, base + parameters.place.at, placeCount, arcSize);
    const tagScores = arena.take(count * tagWidth);
    spreadBias(floats, tagScores, base + parameters.tagBias.at, count, tagWidth);
    dense(arena, tagScores, states, base + parameters.tag.at, count, states2, tagWidth);
    const faces = arena.take(count * facesSize);
    spreadBias(floats, faces, base + parameters.facesBias.at, count, facesSize);
    dense(arena, faces, states, base + parameters.faces.at, count, states2, facesSize);
    const faceMask = arena.take(sentences.length * facesSize);
    let first = 0;
    sentences.forEach(({ words: { length } }, which) => {
      const mask = faceMask + which * facesSize;
      drawMask(floats, mask, facesSize, faceDropout, random);
      applyMask(floats, faces + first * facesSize, faces + first * facesSize, mask, length, facesSize);
      first += length;
    });
    const facesGradient = arena.take(count * facesSize);
    const scale = 1 / count;

    first = 0;
    for (const sentence of sentences) {
      learnTags(sentence, tagScores + first * tagWidth, scale);
      learnArcs(sentence, faces + first * facesSize, facesGradient + first * facesSize, scale);
      first += sentence.words.length;
    }
    learnLabels(sentences, count, faces, facesGradient, scale);

    first = 0;
    sentences.forEach(({ words: { length } }, which) => {
      const at = facesGradient + first * facesSize;
      applyMask(floats, at, at, faceMask + which * facesSize, length, facesSize);
      first += length;
    });
    const stateGradient = arena.take(count * states2);
    dense(arena, stateGradient, facesGradient, facesT, count, facesSize, states2);
    dense(arena, stateGradient, tagScores, tagT, count, tagWidth, states2);
    denseGradient(arena, gradients + parameters.faces.at, states, facesGradient, count, states2, facesSize);
    addRows(floats, gradients + parameters.facesBias.at, facesGradient, count, facesSize);
    denseGradient(arena, gradients + parameters.tag.at, states, tagScores, count, states2, tagWidth);
    addRows(floats, gradients + parameters.tagBias.at, tagScores, count, tagWidth);
    return stateGradient;
  }

  /** Replaces the tags' scores by their gradients. */
  function learnTags({ tags }: NetworkExample, scores: number, scale: number): void {
    tags.forEach((gold, row) => {
      const at = scores + row * tagWidth;
      if (gold < 0) {
        floats.fill(0, at, at + tagWidth);
        return;
      }
      const { loss, right } = softmaxLoss(floats, at, shape.tagCount, gold, scale);
      progress.loss += loss;
      if (right) progress.tags += 1;
      floats.fill(0, at + shape.tagCount, at + tagWidth);
    });
  }

  /** Children's faces against heads' faces; row 0 of the heads is the root. Writes the gradient of the arc faces. */
  function learnArcs({ words: { length }, heads }: NetworkExample, faces: number, facesGradient: number, scale: number): void {
    const start = arena.mark();
    const width = padded(length + 1);
    const children = arena.take(length * arcSize);
    const headsFace = arena.take(width * arcSize);
    const headsT = arena.take(arcSize * width);
    const scores = arena.take(length * width);
    const places = arena.take(length * placeCount);
    floats.copyWithin(headsFace, base + parameters.rootArc.at, base + parameters.rootArc.at + arcSize);
    for (let row = 0; row < length; row += 1) {
      const face = faces + row * facesSize;
      for (let j = 0; j < arcSize; j += 1) {
        floats[children + row * arcSize + j] = rectify(floats[face + j] as number);
        floats[headsFace + (row + 1) * arcSize + j] = rectify(floats[face + arcSize + j] as number);
      }
    }
    transpose(floats, headsT, headsFace, width, arcSize);
    dense(arena, scores, children, headsT, length, arcSize, width);
    dense(arena, places, children, placeT, length, arcSize, placeCount);
    for (let row = 0; row < length; row += 1) {
      const at = scores + row * width;
      for (let head = 1; head <= length; head += 1) {
        if (head === row + 1) floats[at + head] = -1e4;
        else floats[at + head] = (floats[at + head] as number) + (floats[places + row * placeCount + placeOf(row + 1, head)] as number);
      }
      const gold = heads[row] as number;
      if (gold < 0) {
        floats.fill(0, at, at + width);
        continue;
      }
      const { loss, right } = softmaxLoss(floats, at, length + 1, gold, scale);
      progress.loss += loss;
      if (right) progress.heads += 1;
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
    denseGradient(arena, headsGradient, scores, children, length, width, arcSize);
    denseGradient(arena, gradients + parameters.place.at, placesGradient, children, length, placeCount, arcSize);
    addRows(floats, gradients + parameters.rootArc.at, headsGradient, 1, arcSize);
    for (let row = 0; row < length; row += 1) {
      const face = faces + row * facesSize;
      const to = facesGradient + row * facesSize;
      for (let j = 0; j < arcSize; j += 1) {
        floats[to + j] = (floats[childrenGradient + row * arcSize + j] as number) * rectifierSlope(floats[face + j] as number);
        floats[to + arcSize + j] =
          (floats[headsGradient + (row + 1) * arcSize + j] as number) * rectifierSlope(floats[face + arcSize + j] as number);
      }
    }
    arena.release(start);
  }

  /** The relations' hidden layer joins each child's face and its gold head's. Adds to the gradient of the label faces. */
  function learnLabels(sentences: readonly NetworkExample[], count: number, faces: number, facesGradient: number, scale: number): void {
    const hidden = arena.take(count * labelSize);
    const scores = arena.take(count * relationWidth);
    const childOffset = 2 * arcSize;
    const headOffset = childOffset + labelSize;
    let first = 0;
    for (const { heads } of sentences) {
      heads.forEach((head, row) => {
        if (head < 0) return;
        const face = faces + (first + row) * facesSize + childOffset;
        const headFace = head === 0 ? base + parameters.rootLabel.at : faces + (first + head - 1) * facesSize + headOffset;
        for (let j = 0; j < labelSize; j += 1) {
          floats[hidden + (first + row) * labelSize + j] = rectify((floats[face + j] as number) + (floats[headFace + j] as number));
        }
      });
      first += heads.length;
    }
    spreadBias(floats, scores, base + parameters.labelBias.at, count, relationWidth);
    dense(arena, scores, hidden, base + parameters.label.at, count, labelSize, relationWidth);
    first = 0;
    for (const { heads, relations } of sentences) {
      relations.forEach((gold, row) => {
        const at = scores + (first + row) * relationWidth;
        if ((heads[row] as number) < 0 || gold === openRelation) {
          floats.fill(0, at, at + relationWidth);
          return;
        }
        progress.loss += softmaxLoss(floats, at, shape.relationCount, gold, scale).loss;
        floats.fill(0, at + shape.relationCount, at + relationWidth);
      });
      first += relations.length;
    }
    denseGradient(arena, gradients + parameters.label.at, hidden, scores, count, labelSize, relationWidth);
    addRows(floats, gradients + parameters.labelBias.at, scores, count, relationWidth);
    const hiddenGradient = arena.take(count * labelSize);
    dense(arena, hiddenGradient, scores, labelT, count, relationWidth, labelSize);
    first = 0;
    for (const { heads } of sentences) {
      heads.forEach((head, row) => {
        if (head < 0) return;
        const to = facesGradient + (first + row) * facesSize + childOffset;
        const toHead = head === 0 ? gradients + parameters.rootLabel.at : facesGradient + (first + head - 1) * facesSize + headOffset;
        for (let j = 0; j < labelSize; j += 1) {
          const at = (first + row) * labelSize + j;
          const value = (floats[hiddenGradient + at] as number) * rectifierSlope(floats[hidden + at] as number);
          floats[to + j] = (floats[to + j] as number) + value;
          floats[toHead + j] = (floats[toHead + j] as number) + value;
        }
      });
      first += heads.length;
    }
  }

  const weights = (): NetworkWeights => ({
    dense: floats.slice(base, base + total),
    words: encoder.words.values,
    affixes: encoder.affixes.values,
  });
  learnInBatches(examples, (example) => example.words.length, options, random, {
    learn,
    finish(epoch) {
      const part = (count: number): string => ((100 * count) / wordTotal).toFixed(2);
      options.report(
        `epoch ${epoch + 1}: loss ${(progress.loss / wordTotal).toFixed(3)}, tags ${part(progress.tags)}, heads ${part(progress.heads)} while learning`,
      );
      Object.assign(progress, { loss: 0, heads: 0, tags: 0 });
      options.check?.(epoch, weights());
    },
  });
  return weights();
}

function rectify(value: number): number {
  return value > 0 ? value : leak * value;
}

function rectifierSlope(value: number): number {
  return value > 0 ? 1 : leak;
}
