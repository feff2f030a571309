/**
 * The network behind tags and trees, and where its numbers lie. A word's vector, endings and shape make one embedding; a window of
 * three embeddings feeds a pair of gated recurrences (QRNN: Bradbury et al. 2017), whose gates depend on the words alone and so are
 * kept per distinct word; a second pair reads the first. From its output one layer makes the tag scores and the two faces of each
 * word, as child and as head, whose product scores every arc (Dozat and Manning 2017).
 */

export const vectorSize = 100;
export const wordSize = 32;
export const affixSize = 12;
/** Beginnings of 1–3 letters, endings of 1–4, shape. */
export const affixTables = 8;
export const affixRows = 4096;
/** Vector, a mark for "no vector", word and affixes, filled up to a multiple of 8. */
export const inputSize = 232;
export const wordOffset = vectorSize + 1;
export const affixOffset = wordOffset + wordSize;
export const embedSize = 96;
export const hidden1 = 96;
export const hidden2 = 96;
/** Forget gate and candidate, for each of two directions. */
export const gates1 = 4 * hidden1;
export const gates2 = 4 * hidden2;
export const arcSize = 64;
export const labelSize = 64;
export const facesSize = 2 * arcSize + 2 * labelSize;
export const placeCount = 24;
/** Kinds of sentence by their capitals (see `sentenceKind`). */
export const kindCount = 4;

export interface NetworkShape {
  readonly tagCount: number;
  readonly relationCount: number;
}

export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Position in the block of parameters, in floats. */
  readonly at: number;
}

export const parameterNames = [
  "mix",
  "mixBias",
  "window",
  "bias1",
  "layer2",
  "bias2",
  "faces",
  "facesBias",
  "tag",
  "tagBias",
  "label",
  "labelBias",
  "place",
  "rootArc",
  "rootLabel",
] as const;
export type ParameterName = (typeof parameterNames)[number];
export type Parameters = Readonly<Record<ParameterName, Parameter>>;

/** Rounds up to what the kernel's columns need. */
export function padded(count: number): number {
  return (count + 7) & ~7;
}

/** The parameters and how many floats they take together. */
export function layOut({ tagCount, relationCount }: NetworkShape): { parameters: Parameters; total: number } {
  const dimensions: Record<ParameterName, readonly [number, number]> = {
    mix: [inputSize, embedSize],
    mixBias: [1, embedSize],
    window: [embedSize, 3 * gates1],
    bias1: [kindCount, gates1],
    layer2: [2 * hidden1, gates2],
    bias2: [1, gates2],
    faces: [2 * hidden2, facesSize],
    facesBias: [1, facesSize],
    tag: [2 * hidden2, padded(tagCount)],
    tagBias: [1, padded(tagCount)],
    label: [labelSize, padded(relationCount)],
    labelBias: [1, padded(relationCount)],
    place: [placeCount, arcSize],
    rootArc: [1, arcSize],
    rootLabel: [1, labelSize],
  };
  let total = 0;
  const entries = parameterNames.map((name) => {
    const [rows, columns] = dimensions[name];
    const parameter: Parameter = { name, rows, columns, at: total };
    total += padded(rows * columns);
    return [name, parameter] as const;
  });
  return { parameters: Object.fromEntries(entries) as unknown as Parameters, total };
}

/** Where the head stands as seen from the child: 0 … 11 to the left (far to near), 12 … 23 to the right. */
export function placeOf(child: number, head: number): number {
  const distance = head - child;
  const far = distance < 0 ? -distance : distance;
  const step = far < 6 ? far - 1 : far < 8 ? 5 : far < 11 ? 6 : far < 15 ? 7 : far < 20 ? 8 : far < 30 ? 9 : far < 50 ? 10 : 11;
  return distance < 0 ? 11 - step : 12 + step;
}

/** The hyperbolic tangent, near enough, in a few operations and the same on every machine. */
export function squash(x: number): number {
  if (x > 3) return 1;
  if (x < -3) return -1;
  const square = x * x;
  return (x * (27 + square)) / (27 + 9 * square);
}
