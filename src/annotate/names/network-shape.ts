/**
 * The network half of the name tagger, and where its numbers lie. A word's vector and the sum of rows for its attributes make one embedding;
 * a window of three embeddings feeds a pair of gated recurrences (QRNN: Bradbury et al. 2017), whose gates depend on the words alone and so
 * are kept per distinct word; features of the place in the article add to the gates; a second pair of recurrences reads the first, and one
 * layer turns both into scores of labels.
 */
import { layOutParameters, padded } from "../../learn/parameters.ts";
import { labelCount } from "./tag-scheme.ts";

export const vectorSize = 100;
export const attributeSize = 64;
/** Vector, a mark for "no vector", padding to a multiple of 8, attributes. */
export const attributeOffset = 104;
export const inputSize = attributeOffset + attributeSize;
/** The most attributes of a word that are added up. */
export const attributeLimit = 48;
/** Label scores of a word, filled up to a multiple of 8. */
export const scoreWidth = padded(labelCount);

export interface NetworkShape {
  /** Numbers of a word's embedding; all three are multiples of 8. */
  readonly embed: number;
  /** Units of each direction of the first and of the second recurrence. */
  readonly hidden1: number;
  readonly hidden2: number;
}

/** The parameters, row by input and column by output, and how many floats they take together. */
export function layOut({ embed, hidden1, hidden2 }: NetworkShape) {
  return layOutParameters({
    mix: [inputSize, embed],
    mixBias: [1, embed],
    window: [embed, 12 * hidden1],
    bias1: [1, 4 * hidden1],
    layer2: [2 * hidden1, 4 * hidden2],
    bias2: [1, 4 * hidden2],
    out1: [2 * hidden1, scoreWidth],
    out2: [2 * hidden2, scoreWidth],
    outBias: [1, scoreWidth],
  });
}
