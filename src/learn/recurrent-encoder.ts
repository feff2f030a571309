/**
 * A small network that reads sentences word by word and gives each word numbers that know its neighbours. A word's vector, endings
 * and shape make one embedding; a window of three embeddings feeds a pair of gated recurrences (QRNN: Bradbury et al. 2017), whose
 * gates depend on the words alone and so can be kept per distinct word; a second pair reads the first. This file has its shape and
 * the layers forward, the same for learning and for use; all positions are floats into the arena.
 */
import { dense, spreadBias } from "./dense-layer.ts";
import type { MatrixArena } from "./matrix-arena.ts";
import { type Parameters, padded } from "./parameters.ts";

export interface EncoderShape {
  /** Numbers of a given word vector, of a learnt word embedding, and of the embedding of one affix. */
  readonly vectorSize: number;
  readonly wordSize: number;
  readonly affixSize: number;
  /** How many affixes a word has, and how many rows the table of each has. */
  readonly affixTables: number;
  readonly affixRows: number;
  /** The word's joint embedding, and the states of the two recurrences in each direction; multiples of 8. */
  readonly embedSize: number;
  readonly hidden1: number;
  readonly hidden2: number;
  /** Kinds of sentence, each with a bias of its own in the first recurrence. */
  readonly kindCount: number;
}

export const encoderParameterNames = ["mix", "mixBias", "window", "bias1", "layer2", "bias2"] as const;
export type EncoderParameterName = (typeof encoderParameterNames)[number];
export type EncoderParameters = Parameters<EncoderParameterName>;

export interface EncoderWidths {
  /** Vector, a mark for "no vector", word and affixes, filled up to a multiple of 8, and where its parts begin. */
  readonly input: number;
  readonly noVector: number;
  readonly word: number;
  readonly affix: number;
  /** Forget gate and candidate, for each of two directions. */
  readonly gates1: number;
  readonly gates2: number;
  /** A word's part in the gates of the three window places. */
  readonly parts: number;
  /** Both directions' states: what a word's row of each recurrence's output holds. */
  readonly states1: number;
  readonly states2: number;
}

export function encoderWidths(shape: EncoderShape): EncoderWidths {
  const word = shape.vectorSize + 1;
  const affix = word + shape.wordSize;
  return {
    input: padded(affix + shape.affixTables * shape.affixSize),
    noVector: shape.vectorSize,
    word,
    affix,
    gates1: 4 * shape.hidden1,
    gates2: 4 * shape.hidden2,
    parts: 12 * shape.hidden1,
    states1: 2 * shape.hidden1,
    states2: 2 * shape.hidden2,
  };
}

/** Rows and columns of the encoder's matrices, for `layOutParameters`. */
export function encoderDimensions(shape: EncoderShape): Record<EncoderParameterName, readonly [number, number]> {
  const { input, gates1, gates2, parts, states1 } = encoderWidths(shape);
  return {
    mix: [input, shape.embedSize],
    mixBias: [1, shape.embedSize],
    window: [shape.embedSize, parts],
    bias1: [shape.kindCount, gates1],
    layer2: [states1, gates2],
    bias2: [1, gates2],
  };
}

/** From the inputs of `count` distinct words to their embeddings, numbers between -1 and 1. */
export function embedTypes(
  arena: MatrixArena,
  shape: EncoderShape,
  parameters: EncoderParameters,
  base: number,
  inputs: number,
  embeddings: number,
  count: number,
): void {
  const { floats } = arena;
  const { embedSize } = shape;
  spreadBias(floats, embeddings, base + parameters.mixBias.at, count, embedSize);
  dense(arena, embeddings, inputs, base + parameters.mix.at, count, encoderWidths(shape).input, embedSize);
  for (let at = embeddings; at < embeddings + count * embedSize; at += 1) floats[at] = squash(floats[at] as number);
}

/** The hyperbolic tangent, near enough, in a few operations and the same on every machine. */
export function squash(x: number): number {
  if (x > 3) return 1;
  if (x < -3) return -1;
  const square = x * x;
  return (x * (27 + square)) / (27 + 9 * square);
}
