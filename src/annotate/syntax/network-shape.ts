/**
 * The network behind tags and trees, and where its numbers lie: the encoder of learn/recurrent-encoder.ts, and on its output one
 * layer that makes the tag scores and the two faces of each word, as child and as head, whose product scores every arc (Dozat and
 * Manning 2017).
 */
import { layOutParameters, type Parameters, padded } from "../../learn/parameters.ts";
import { type EncoderShape, encoderDimensions, encoderParameterNames, encoderWidths } from "../../learn/recurrent-encoder.ts";

export const encoderShape = {
  vectorSize: 100,
  wordSize: 32,
  affixSize: 12,
  /** Beginnings of 1–3 letters, endings of 1–4, shape. */
  affixTables: 8,
  affixRows: 4096,
  embedSize: 96,
  hidden1: 96,
  hidden2: 96,
  /** Kinds of sentence by their capitals (see `sentenceKind`). */
  kindCount: 4,
} as const satisfies EncoderShape;
export const widths = encoderWidths(encoderShape);
export const { vectorSize, wordSize, affixSize, affixTables, affixRows } = encoderShape;

export const arcSize = 64;
export const labelSize = 64;
export const facesSize = 2 * arcSize + 2 * labelSize;
export const placeCount = 24;
/** How much of a negative number passes the faces' and labels' leaky rectifier. */
export const leak = 0.1;

export interface NetworkShape {
  readonly tagCount: number;
  readonly relationCount: number;
}

/** Learnt numbers: the dense parameters in one block, laid out as `layOut` says, and the embeddings. */
export interface NetworkWeights {
  readonly dense: Float32Array;
  readonly words: Float32Array;
  readonly affixes: Float32Array;
}

const scorerParameterNames = ["faces", "facesBias", "tag", "tagBias", "label", "labelBias", "place", "rootArc", "rootLabel"] as const;
export const parameterNames = [...encoderParameterNames, ...scorerParameterNames] as const;
export type NetworkParameters = Parameters<(typeof parameterNames)[number]>;

/** The parameters and how many floats they take together. */
export function layOut({ tagCount, relationCount }: NetworkShape): { parameters: NetworkParameters; total: number } {
  return layOutParameters<(typeof parameterNames)[number]>({
    ...encoderDimensions(encoderShape),
    faces: [widths.states2, facesSize],
    facesBias: [1, facesSize],
    tag: [widths.states2, padded(tagCount)],
    tagBias: [1, padded(tagCount)],
    label: [labelSize, padded(relationCount)],
    labelBias: [1, padded(relationCount)],
    place: [placeCount, arcSize],
    rootArc: [1, arcSize],
    rootLabel: [1, labelSize],
  });
}

/** Where the head stands as seen from the child: 0 … 11 to the left (far to near), 12 … 23 to the right. */
export function placeOf(child: number, head: number): number {
  const distance = head - child;
  const far = distance < 0 ? -distance : distance;
  const step = far < 6 ? far - 1 : far < 8 ? 5 : far < 11 ? 6 : far < 15 ? 7 : far < 20 ? 8 : far < 30 ? 9 : far < 50 ? 10 : 11;
  return distance < 0 ? 11 - step : 12 + step;
}
