/**
 * One learnt network, ready to score sentences: what depends on a word alone is computed once per distinct word and kept, the rest
 * per sentence. Scores are added to what is there already, so that several networks can vote.
 */
import { dense, spreadBias, transpose } from "../../learn/dense-layer.ts";
import type { MatrixArena } from "../../learn/matrix-arena.ts";
import { padded } from "../../learn/parameters.ts";
import { addWindow, embedTypes } from "../../learn/recurrent-encoder.ts";
import {
  affixSize,
  affixTables,
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
  wordSize,
} from "./network-shape.ts";
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
  const perWord = gates1 + states1 + gates2 + states2 + facesSize + 3 * arcSize + placeCount + labelSize + widths.input + embedSize;
  return 2 * layOut(shape).total + (keptTypes + 3) * partsSize + (length + 16) * (perWord + gates2) + 8192;
}

const { embedSize, hidden1, hidden2 } = encoderShape;
const { gates1, gates2, states1, states2, parts: partsSize } = widths;

export function makeMember(arena: MatrixArena, shape: NetworkShape, weights: NetworkWeights, keptTypes: number): NetworkMember {
  const { parameters, total } = layOut(shape);
  const tagWidth = padded(shape.tagCount);
  const relationWidth = padded(shape.relationCount);
  const { floats } = arena;
  const base = arena.take(total);
  floats.set(weights.dense, base);
  const placeT = arena.take(arcSize * placeCount);
  transpose(floats, placeT, base + parameters.place.at, placeCount, arcSize);
  const layer2 = arena.keepShorts(base + parameters.layer2.at, states1, gates2);
  const tag = arena.keepShorts(base + parameters.tag.at, states2, tagWidth);
  const faceLayer = arena.keepShorts(base + parameters.faces.at, states2, facesSize);
  const window = arena.keepShorts(base + parameters.window.at, embedSize, partsSize);
  const parts = arena.take((keptTypes + 3) * partsSize);

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
        const at = inputs + index * widths.input;
        for (let j = 0; j < wordSize; j += 1) floats[at + widths.word + j] = weights.words[key.word * wordSize + j] as number;
        for (let table = 0; table < affixTables; table += 1) {
          const from = (key.affixes[table] as number) * affixSize;
          for (let j = 0; j < affixSize; j += 1) floats[at + widths.affix + table * affixSize + j] = weights.affixes[from + j] as number;
        }
      });
      embedTypes(arena, encoderShape, parameters, base, inputs, embeddings, keys.length);
      const to = parts + firstRow * partsSize;
      floats.fill(0, to, to + (keys.length + 3) * partsSize);
      arena.multiplyShorts(to, embeddings, window, keys.length);
      arena.release(start);
    },

    addScores(types, length, kind, tagScores, arcScores) {
      const faces = arena.take((length + 3) * facesSize);
      const g1 = arena.take(length * gates1);
      const h1 = arena.take(length * states1);
      addWindow(arena, g1, parts, types, length, base + parameters.bias1.at + kind * gates1, gates1);
      arena.recur(g1, h1, length, hidden1);
      const g2 = arena.take((length + 3) * gates2);
      spreadBias(floats, g2, base + parameters.bias2.at, length, gates2);
      arena.multiplyShorts(g2, h1, layer2, length);
      const h2 = arena.take(length * states2);
      arena.recur(g2, h2, length, hidden2);
      addBias(tagScores, base + parameters.tagBias.at, tagWidth, length);
      arena.multiplyShorts(tagScores, h2, tag, length);
      spreadBias(floats, faces, base + parameters.facesBias.at, length, facesSize);
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
          floats[children + row * arcSize + j] = child > 0 ? child : leak * child;
          floats[headsT + j * width + row + 1] = head > 0 ? head : leak * head;
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
          floats[hidden + row * labelSize + j] = sum > 0 ? sum : leak * sum;
        }
      }
      addBias(labelScores, base + parameters.labelBias.at, relationWidth, length);
      dense(arena, labelScores, hidden, base + parameters.label.at, length, labelSize, relationWidth);
    },
  };
}
