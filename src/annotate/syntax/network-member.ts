/**
 * One learnt network, ready to score sentences: what depends on a word alone is computed once per distinct word and kept, the rest
 * per sentence. Several members leave their numbers side by side, so that one product scores all their arcs, one all relations.
 */
import type { MatrixArena } from "../../learn/matrix-arena.ts";
import {
  affixSize,
  affixTables,
  arcSize,
  encoderShape,
  facesSize,
  labelSize,
  layOut,
  leak,
  type NetworkParameters,
  type NetworkShape,
  type NetworkWeights,
  widths,
  wordSize,
} from "./network-shape.ts";
import type { WordKeys } from "./word-inputs.ts";

/** A sentence as the members read it, and where they leave what they make of it. */
export interface ScoredSentence {
  /** The words' rows, with one of padding each side. */
  readonly types: Int32Array;
  readonly length: number;
  readonly kind: number;
  /** Scores of tags, `padded(tagCount)` a word: what stands there is added to. */
  readonly tagScores: number;
  /** The member's numbers of each word as a child, `childRow` floats apart. */
  readonly children: number;
  readonly childRow: number;
  /** The same numbers of each word as a head, a column a word and the root before them, `headsRow` floats apart. */
  readonly headsT: number;
  readonly headsRow: number;
}

/** A member's embeddings, the width of a row of tag scores, and how large the numbers of a word's vector get. */
export interface MemberTables extends Pick<NetworkWeights, "words" | "affixes"> {
  readonly tagWidth: number;
  readonly vectorLimit: number;
}

export interface NetworkMember {
  /** Computes and keeps what the words bring, each in its row. `inputs` holds their inputs with the vectors filled in. */
  embed(keys: readonly WordKeys[], inputs: number, rows: readonly number[]): void;
  /**
   * Reads a sentence and returns the position of its words' faces, for `joinLabels`. Takes room in the arena that the caller releases.
   */
  read(sentence: ScoredSentence): number;
  /** Joins the faces of each word and its chosen head, 0 the root, else 1-based: rows of `labelSize` floats, `toRow` apart. */
  joinLabels(faces: number, heads: Int32Array, length: number, to: number, toRow: number): void;
}

/** Floats that a member keeps for `keptTypes` words, and that it needs for a sentence of `length` words. */
export function memberRoom(shape: NetworkShape, keptTypes: number, length: number): number {
  const perWord = gates1 + states1 + gates2 + states2 + facesSize + widths.input + embedSize;
  return (
    2 * layOut(shape).total +
    keptTypes * partsSize +
    (length + 16) * (Math.max(perWord, widths.input + embedSize + partsSize) + gates2) +
    8192
  );
}

const { embedSize, hidden1, hidden2 } = encoderShape;
const { gates1, gates2, states1, states2, parts: partsSize } = widths;

export function makeMember(
  arena: MatrixArena,
  parameters: NetworkParameters,
  base: number,
  { words, affixes, tagWidth, vectorLimit }: MemberTables,
  keptTypes: number,
): NetworkMember {
  const { floats } = arena;
  const mix = arena.keepShorts(base + parameters.mix.at, widths.input, embedSize);
  const layer2 = arena.keepShorts(base + parameters.layer2.at, states1, gates2);
  const tag = arena.keepShorts(base + parameters.tag.at, states2, tagWidth);
  const faceLayer = arena.keepShorts(base + parameters.faces.at, states2, facesSize);
  const window = arena.keepShorts(base + parameters.window.at, embedSize, partsSize);
  const parts = arena.take(keptTypes * partsSize);
  const inputLimit = Math.max(vectorLimit, largest(words), largest(affixes));
  const zeros = arena.take(partsSize);

  return {
    embed(keys, inputs, rows) {
      const start = arena.mark();
      const embeddings = arena.room((keys.length + 3) * embedSize);
      keys.forEach((key, index) => {
        const at = inputs + index * widths.input;
        copyFloats(floats, at + widths.word, words, key.word * wordSize, wordSize);
        for (let table = 0; table < affixTables; table += 1)
          copyFloats(floats, at + widths.affix + table * affixSize, affixes, (key.affixes[table] as number) * affixSize, affixSize);
      });
      const mixed = { c: embeddings, cRow: embedSize, start: base + parameters.mixBias.at, startRow: 0 };
      arena.multiplyShorts(mixed, arena.packShorts(inputs, keys.length, widths.input, inputLimit), mix);
      arena.squashAll(embeddings, keys.length * embedSize);
      const made = arena.room((keys.length + 3) * partsSize);
      const product = { c: made, cRow: partsSize, start: zeros, startRow: 0 };
      arena.multiplyShorts(product, arena.packShorts(embeddings, keys.length, embedSize), window);
      rows.forEach((row, index) => {
        floats.copyWithin(parts + row * partsSize, made + index * partsSize, made + (index + 1) * partsSize);
      });
      arena.release(start);
    },

    read({ types, length, kind, tagScores, children, childRow, headsT, headsRow }) {
      const faces = arena.room((length + 3) * facesSize);
      const start = arena.mark();
      const gates = arena.room((length + 3) * Math.max(gates1, gates2));
      const states = arena.room((length + 3) * Math.max(states1, states2));
      const bias1 = base + parameters.bias1.at + kind * gates1;
      arena.addWindow({ gates, parts, types, length, bias: bias1, width: gates1 });
      arena.recur(gates, states, length, hidden1);
      const packed1 = arena.packShorts(states, length, states1);
      arena.multiplyShorts({ c: gates, cRow: gates2, start: base + parameters.bias2.at, startRow: 0 }, packed1, layer2);
      arena.recur(gates, states, length, hidden2);
      const packed2 = arena.packShorts(states, length, states2);
      arena.multiplyShorts({ c: tagScores, cRow: tagWidth, start: tagScores, startRow: tagWidth }, packed2, tag);
      arena.multiplyShorts({ c: faces, cRow: facesSize, start: base + parameters.facesBias.at, startRow: 0 }, packed2, faceLayer);
      arena.release(start);
      for (let j = 0; j < arcSize; j += 1) floats[headsT + j * headsRow] = floats[base + parameters.rootArc.at + j] as number;
      arena.splitFaces({ faces, faceRow: facesSize, children, childRow, headsT, headsRow, length, size: arcSize, leak });
      return faces;
    },

    joinLabels(faces, heads, length, to, toRow) {
      const root = base + parameters.rootLabel.at;
      arena.joinFaces({ to, toRow, faces: faces + 2 * arcSize, faceRow: facesSize, heads, root, length, size: labelSize, leak });
    },
  };
}

function copyFloats(to: Float32Array, at: number, from: Float32Array, first: number, count: number): void {
  for (let j = 0; j < count; j += 1) to[at + j] = from[first + j] as number;
}

function largest(values: Float32Array): number {
  let limit = 1;
  // By index and without calls: a million and more are read while the program starts.
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value > limit) limit = value;
    else if (-value > limit) limit = -value;
  }
  return limit;
}
