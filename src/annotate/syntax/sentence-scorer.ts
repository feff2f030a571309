/**
 * The scores of a sentence by all networks together: tags, arcs, relations to the heads chosen. Each network reads the sentence
 * (network-member.ts); their scores are summed, most of them within one product over the numbers of all.
 */
import { dense, spreadBias, transpose } from "../../learn/dense-layer.ts";
import { type MatrixArena, makeArena } from "../../learn/matrix-arena.ts";
import { padded } from "../../learn/parameters.ts";
import { makeMember, memberRoom } from "./network-member.ts";
import {
  arcSize,
  labelSize,
  layOut,
  type NetworkShape,
  type NetworkWeights,
  placeCount,
  placeOf,
  vectorSize,
  widths,
} from "./network-shape.ts";
import type { WordKeys } from "./word-inputs.ts";

export interface WordVectors {
  /** Rows of `vectorSize` numbers. */
  readonly values: Int8Array;
  /** What one step of `values` is worth. */
  readonly step: number;
}

/** Scores of one sentence; positions in `floats`, good until the next one is read. */
export interface SentenceScores {
  /** `tagWidth` a word. */
  readonly tags: number;
  /** A row of `arcWidth` a word: the scores of its heads, 0 the root, else 1-based. */
  readonly arcs: number;
  readonly arcWidth: number;
  /** The scores of the words' relations to these heads, `relationWidth` a word; good until asked for others. */
  readonly relations: (heads: Int32Array) => number;
}

export interface SentenceScorer {
  readonly floats: Float32Array;
  readonly tagWidth: number;
  readonly relationWidth: number;
  /** Works out and keeps what words bring, each in its row; at most `longest` words at once. */
  embed(keys: readonly WordKeys[], rows: readonly number[]): void;
  /** Reads a sentence of at most `longest` words: `types[1 … length]` are their rows, with one of padding each side. */
  read(types: Int32Array, length: number, kind: number): SentenceScores;
}

export interface ScorerOptions {
  readonly shape: NetworkShape;
  readonly members: readonly NetworkWeights[];
  readonly vectors: WordVectors;
  /** Rows of words kept, and words in the longest sentence. */
  readonly keptTypes: number;
  readonly longest: number;
}

export function makeSentenceScorer({ shape, members: weights, vectors, keptTypes, longest }: ScorerOptions): SentenceScorer {
  const count = weights.length;
  const tagWidth = padded(shape.tagCount);
  const relationWidth = padded(shape.relationCount);
  const { parameters, total } = layOut(shape);
  const perWord = padded(longest + 1) + tagWidth + relationWidth + widths.input + placeCount + count * (2 * arcSize + labelSize);
  const shared = count * (labelSize * relationWidth + arcSize * placeCount + arcSize * 16) + tagWidth + relationWidth;
  const arena: MatrixArena = makeArena(count * memberRoom(shape, keptTypes, longest) + (longest + 8) * perWord + shared + 8192);
  const { floats } = arena;
  const bases = weights.map(({ dense: numbers }) => {
    const base = arena.take(total);
    floats.set(numbers, base);
    return base;
  });
  // What stands last and is a plain product becomes one for all members: their matrices below each other, their biases added up.
  const label = arena.take(count * labelSize * relationWidth);
  const placeT = arena.take(count * arcSize * placeCount);
  const tagBias = arena.take(tagWidth);
  const labelBias = arena.take(relationWidth);
  bases.forEach((base, member) => {
    const labelAt = base + parameters.label.at;
    floats.copyWithin(label + member * labelSize * relationWidth, labelAt, labelAt + labelSize * relationWidth);
    transpose(floats, placeT + member * arcSize * placeCount, base + parameters.place.at, placeCount, arcSize);
    addTo(floats, tagBias, base + parameters.tagBias.at, tagWidth);
    addTo(floats, labelBias, base + parameters.labelBias.at, relationWidth);
  });
  const members = weights.map(({ words, affixes }, member) =>
    makeMember(arena, parameters, bases[member] as number, { words, affixes, tagWidth, vectorLimit: 128 * vectors.step }, keptTypes),
  );
  /** The place of a head as seen from its child, by their distance. */
  const places = Uint8Array.from({ length: 2 * longest + 1 }, (_, index) => (index === longest ? 0 : placeOf(longest, index)));
  const kept = arena.mark();

  return {
    floats,
    tagWidth,
    relationWidth,

    embed(keys, rows) {
      arena.release(kept);
      const inputs = arena.take((keys.length + 3) * widths.input);
      keys.forEach(({ vector }, index) => {
        const at = inputs + index * widths.input;
        if (vector < 0) floats[at + widths.noVector] = 1;
        else for (let j = 0; j < vectorSize; j += 1) floats[at + j] = (vectors.values[vector * vectorSize + j] as number) * vectors.step;
      });
      for (const member of members) member.embed(keys, inputs, rows);
    },

    read(types, length, kind) {
      arena.release(kept);
      const arcWidth = padded(length + 1);
      const tags = arena.room((length + 3) * tagWidth);
      const arcs = arena.take(length * arcWidth);
      const childRow = count * arcSize;
      const children = arena.room(length * childRow);
      const headsT = arena.room(childRow * arcWidth);
      spreadBias(floats, tags, tagBias, length, tagWidth);
      const faces = members.map((member, index) =>
        member.read({
          types,
          length,
          kind,
          tagScores: tags,
          children: children + index * arcSize,
          childRow,
          headsT: headsT + index * arcSize * arcWidth,
          headsRow: arcWidth,
        }),
      );
      dense(arena, arcs, children, headsT, length, childRow, arcWidth);
      const placeScores = arena.take(length * placeCount);
      dense(arena, placeScores, children, placeT, length, childRow, placeCount);
      for (let row = 0; row < length; row += 1) {
        const own = placeScores + row * placeCount;
        const to = arcs + row * arcWidth + 1;
        const from = longest - row;
        for (let head = 0; head < length; head += 1) {
          if (head !== row) floats[to + head] = (floats[to + head] as number) + (floats[own + (places[from + head] as number)] as number);
        }
      }
      const joined = arena.room(length * count * labelSize);
      const scores = arena.room(length * relationWidth);
      const relations = (heads: Int32Array): number => {
        members.forEach((member, index) => {
          member.joinLabels(faces[index] as number, heads, length, joined + index * labelSize, count * labelSize);
        });
        spreadBias(floats, scores, labelBias, length, relationWidth);
        dense(arena, scores, joined, label, length, count * labelSize, relationWidth);
        return scores;
      };
      return { tags, arcs, arcWidth, relations };
    },
  };
}

function addTo(floats: Float32Array, to: number, from: number, count: number): void {
  for (let j = 0; j < count; j += 1) floats[to + j] = (floats[to + j] as number) + (floats[from + j] as number);
}
