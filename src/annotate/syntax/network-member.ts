/**
 * One learnt network, ready to score sentences: what depends on a word alone is computed once per distinct word and kept, the rest
 * per sentence. Scores are added to what is there already, so that several networks can vote.
 */
import type { MatrixArena } from "../../learn/matrix-arena.ts";
import { addWindow, dense, embedTypes } from "./network-layers.ts";
import {
  affixOffset,
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
  padded,
  placeCount,
  placeOf,
  wordOffset,
  wordSize,
} from "./network-shape.ts";
import type { NetworkWeights } from "./train-network.ts";
import type { WordKeys } from "./word-inputs.ts";

export interface NetworkMember {
  /** Computes and keeps what the words bring, in rows `firstRow` on. `vectors` holds their inputs with the vectors filled in. */
  embed(keys: readonly WordKeys[], inputs: number, firstRow: number): void;
  /**
   * Adds the scores of tags (`padded(tagCount)` a word) and of heads (`padded(length + 1)` a word) for the words in `types[1 … length]`,
   * and returns the position of the words' faces, for `addLabels`. Takes room in the arena that the caller releases.
   */
  addScores(types: Int32Array, length: number, kind: number, tagScores: number, arcScores: number): number;
  /** Adds the scores of the relations to the chosen heads, 0 the root, else 1-based; `padded(relationCount)` a word. */
  addLabels(faces: number, heads: Int32Array, length: number, labelScores: number): void;
}

/** Floats that a member keeps for `keptTypes` words, and that it needs for a sentence of `length` words. */
export function memberRoom(shape: NetworkShape, keptTypes: number, length: number): number {
  const perWord = gates1 + 2 * hidden1 + gates2 + 2 * hidden2 + facesSize + 3 * arcSize + placeCount + labelSize + inputSize + embedSize;
  return 2 * layOut(shape).total + keptTypes * 3 * gates1 + (length + 16) * (perWord + gates2) + 8192;
}

const slope = 0.1;

export function makeMember(arena: MatrixArena, shape: NetworkShape, weights: NetworkWeights, keptTypes: number): NetworkMember {
  const { parameters, total } = layOut(shape);
  const tagWidth = padded(shape.tagCount);
  const relationWidth = padded(shape.relationCount);
  const partsSize = 3 * gates1;
  const { floats } = arena;
  const base = arena.take(total);
  floats.set(weights.dense, base);
  const placeT = arena.take(arcSize * placeCount);
  for (let row = 0; row < placeCount; row += 1) {
    for (let j = 0; j < arcSize; j += 1)
      floats[placeT + j * placeCount + row] = floats[base + parameters.place.at + row * arcSize + j] as number;
  }
  const layer2 = arena.keepShorts(base + parameters.layer2.at, 2 * hidden1, gates2);
  const tag = arena.keepShorts(base + parameters.tag.at, 2 * hidden2, tagWidth);
  const faceLayer = arena.keepShorts(base + parameters.faces.at, 2 * hidden2, facesSize);
  const parts = arena.take(keptTypes * partsSize);

  function spread(to: number, bias: number, width: number, count: number): void {
    for (let row = 0; row < count; row += 1) floats.copyWithin(to + row * width, bias, bias + width);
  }

  function addBias(to: number, bias: number, width: number, count: number): void {
    for (let row = 0; row < count; row += 1) {
      for (let j = 0; j < width; j += 1)
        floats[to + row * width + j] = (floats[to + row * width + j] as number) + (floats[bias + j] as number);
    }
  }

  return {
    embed(keys, inputs, firstRow) {
      const start = arena.mark();
      const embeddings = arena.take(keys.length * embedSize);
      keys.forEach((key, index) => {
        const at = inputs + index * inputSize;
        for (let j = 0; j < wordSize; j += 1) floats[at + wordOffset + j] = weights.words[key.word * wordSize + j] as number;
        for (let table = 0; table < affixTables; table += 1) {
          const from = (key.affixes[table] as number) * affixSize;
          for (let j = 0; j < affixSize; j += 1) floats[at + affixOffset + table * affixSize + j] = weights.affixes[from + j] as number;
        }
      });
      embedTypes(arena, parameters, base, inputs, embeddings, parts + firstRow * partsSize, keys.length);
      arena.release(start);
    },

    addScores(types, length, kind, tagScores, arcScores) {
      const faces = arena.take((length + 3) * facesSize);
      const g1 = arena.take(length * gates1);
      const h1 = arena.take(length * 2 * hidden1);
      addWindow(arena, g1, parts, types, 1, length, base + parameters.bias1.at + kind * gates1);
      arena.recur(g1, h1, length, hidden1);
      const g2 = arena.take((length + 3) * gates2);
      spread(g2, base + parameters.bias2.at, gates2, length);
      arena.multiplyShorts(g2, h1, layer2, length);
      const h2 = arena.take(length * 2 * hidden2);
      arena.recur(g2, h2, length, hidden2);
      addBias(tagScores, base + parameters.tagBias.at, tagWidth, length);
      arena.multiplyShorts(tagScores, h2, tag, length);
      spread(faces, base + parameters.facesBias.at, facesSize, length);
      arena.multiplyShorts(faces, h2, faceLayer, length);
      const width = padded(length + 1);
      const children = arena.take(length * arcSize);
      const headsT = arena.take(arcSize * width);
      for (let j = 0; j < arcSize; j += 1) floats[headsT + j * width] = floats[base + parameters.rootArc.at + j] as number;
      for (let row = 0; row < length; row += 1) {
        const face = faces + row * facesSize;
        for (let j = 0; j < arcSize; j += 1) {
          const child = floats[face + j] as number;
          const head = floats[face + arcSize + j] as number;
          floats[children + row * arcSize + j] = child > 0 ? child : slope * child;
          floats[headsT + j * width + row + 1] = head > 0 ? head : slope * head;
        }
      }
      const places = arena.take(length * placeCount);
      dense(arena, arcScores, children, headsT, length, arcSize, width);
      dense(arena, places, children, placeT, length, arcSize, placeCount);
      for (let row = 0; row < length; row += 1) {
        for (let head = 1; head <= length; head += 1) {
          if (head === row + 1) continue;
          const at = arcScores + row * width + head;
          floats[at] = (floats[at] as number) + (floats[places + row * placeCount + placeOf(row + 1, head)] as number);
        }
      }
      return faces;
    },

    addLabels(faces, heads, length, labelScores) {
      const hidden = arena.take(length * labelSize);
      for (let row = 0; row < length; row += 1) {
        const face = faces + row * facesSize + 2 * arcSize;
        const head = heads[row] as number;
        const headFace = head === 0 ? base + parameters.rootLabel.at : faces + (head - 1) * facesSize + 2 * arcSize + labelSize;
        for (let j = 0; j < labelSize; j += 1) {
          const sum = (floats[face + j] as number) + (floats[headFace + j] as number);
          floats[hidden + row * labelSize + j] = sum > 0 ? sum : slope * sum;
        }
      }
      addBias(labelScores, base + parameters.labelBias.at, relationWidth, length);
      dense(arena, labelScores, hidden, base + parameters.label.at, length, labelSize, relationWidth);
    },
  };
}
