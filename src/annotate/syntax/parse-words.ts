/**
 * Tags and parses a sentence with the network: one pass over the words, then the best tree over the arc scores. What depends on a
 * word alone is computed once per distinct word and kept. Sentences longer than `chunkLimit` are read in pieces whose roots hang on
 * the first, so that time grows with their length and no faster.
 */
import { makeArena } from "../../learn/matrix-arena.ts";
import { padded } from "../../learn/parameters.ts";
import { bestTree } from "./best-tree.ts";
import { makeMember, memberRoom } from "./network-member.ts";
import { type NetworkShape, type NetworkWeights, vectorSize, widths } from "./network-shape.ts";
import { makeTreeRules } from "./tree-rules.ts";
import { borderForms, sentenceKind, type Vocabulary, wordKeys } from "./word-inputs.ts";

export interface WordVectors {
  /** Rows of `vectorSize` numbers. */
  readonly values: Int8Array;
  /** What one step of `values` is worth. */
  readonly step: number;
}

export interface SyntaxNetwork {
  readonly shape: NetworkShape;
  /** One network or more, whose scores are summed. */
  readonly members: readonly NetworkWeights[];
  readonly vocabulary: Vocabulary;
  readonly vectors: WordVectors;
  /** Tag classes, "UPOS XPOS", and relations with their subtypes. */
  readonly tagClasses: readonly string[];
  readonly relations: readonly string[];
}

export interface SentenceParse {
  /** Class of each word's tags. */
  readonly tags: Uint8Array;
  /** Index of each word's head in the sentence, -1 for the one root. */
  readonly heads: Int32Array;
  /** Class of each word's relation. */
  readonly relations: Uint8Array;
}

/** The parser for sentences given as words. Never fails; a sentence without words gives empty arrays. */
export type ParseWords = (forms: readonly string[]) => SentenceParse;

/** Distinct words kept at once. When there is no room, the first to come stay: they are the frequent ones. */
const keptTypes = 6000;
const stayingTypes = 3500;
export const chunkLimit = 160;

export interface Parser {
  readonly parseWords: ParseWords;
  /** Reads the words of a whole text ahead, many at a time, which is faster than sentence by sentence; changes no answer. */
  readonly prepare: (forms: Iterable<string>) => void;
}

export function makeParseWords(network: SyntaxNetwork): ParseWords {
  return makeParser(network).parseWords;
}

export function makeParser(network: SyntaxNetwork): Parser {
  const { shape, vocabulary, vectors } = network;
  const rules = makeTreeRules(network.tagClasses, network.relations);
  /** The relation that ties the pieces of an overlong sentence. */
  const pieceRelation = Math.max(0, network.relations.indexOf("parataxis"));
  const tagWidth = padded(shape.tagCount);
  const relationWidth = padded(shape.relationCount);
  const own = (chunkLimit + 8) * (padded(chunkLimit + 1) + tagWidth + relationWidth + widths.input) + 8192;
  const arena = makeArena(network.members.length * memberRoom(shape, keptTypes, chunkLimit) + own);
  const { floats } = arena;
  const members = network.members.map((weights) => makeMember(arena, shape, weights, keptTypes));
  let rows = new Map<string, number>();
  const types = new Int32Array(chunkLimit + 2);
  embed([...borderForms]);

  /** Computes and keeps what new words bring. */
  function embed(forms: readonly string[]): void {
    const start = arena.mark();
    const keys = forms.map((form) => wordKeys(form, vocabulary));
    const inputs = arena.take(forms.length * widths.input);
    keys.forEach(({ vector }, index) => {
      const at = inputs + index * widths.input;
      if (vector < 0) floats[at + widths.noVector] = 1;
      else for (let j = 0; j < vectorSize; j += 1) floats[at + j] = (vectors.values[vector * vectorSize + j] as number) * vectors.step;
    });
    const firstRow = rows.size;
    for (const member of members) member.embed(keys, inputs, firstRow);
    forms.forEach((form, index) => {
      rows.set(form, firstRow + index);
    });
    arena.release(start);
  }

  function fillTypes(forms: readonly string[], from: number, length: number): void {
    if (rows.size + length > keptTypes) rows = new Map([...rows].slice(0, stayingTypes));
    types[0] = 0;
    types[length + 1] = 1;
    let fresh: Set<string> | undefined;
    for (let index = 0; index < length; index += 1) {
      const form = forms[from + index] as string;
      const row = rows.get(form);
      if (row === undefined) {
        fresh ??= new Set();
        fresh.add(form);
      } else types[index + 1] = row;
    }
    if (fresh === undefined) return;
    embed([...fresh]);
    for (let index = 0; index < length; index += 1) types[index + 1] = rows.get(forms[from + index] as string) as number;
  }

  function top(at: number, width: number): number {
    let best = 0;
    for (let index = 1; index < width; index += 1) if ((floats[at + index] as number) > (floats[at + best] as number)) best = index;
    return best;
  }

  function parsePiece(forms: readonly string[], from: number, length: number, kind: number, parse: SentenceParse): void {
    fillTypes(forms, from, length);
    const start = arena.mark();
    const width = padded(length + 1);
    const tagScores = arena.take((length + 3) * tagWidth);
    const arcScores = arena.take(length * width);
    const labelScores = arena.take(length * relationWidth);
    const faces = members.map((member) => member.addScores(types, length, kind, tagScores, arcScores));
    for (let row = 0; row < length; row += 1) parse.tags[from + row] = top(tagScores + row * tagWidth, shape.tagCount);
    const heads = parse.heads.subarray(from, from + length);
    bestTree(floats, arcScores, width, length, heads);
    const words = { heads, tags: parse.tags.subarray(from, from + length), length };
    members.forEach((member, index) => {
      member.addLabels(faces[index] as number, heads, length, labelScores);
    });
    const relations = parse.relations.subarray(from, from + length);
    rules.chooseRelations(words, { floats, at: labelScores, width: relationWidth }, relations);
    rules.raiseDependents(heads, relations, length);
    rules.nameModifiers(words, relations);
    rules.placeMarks(words, { floats, at: arcScores, width });
    for (let row = 0; row < length; row += 1) {
      const head = heads[row] as number;
      heads[row] = head === 0 ? -1 : head - 1 + from;
    }
    arena.release(start);
  }

  function prepare(forms: Iterable<string>): void {
    const fresh = new Set<string>();
    for (const form of forms) {
      if (rows.has(form)) continue;
      fresh.add(form);
      if (fresh.size < chunkLimit) continue;
      if (rows.size + fresh.size > keptTypes) return;
      embed([...fresh]);
      fresh.clear();
    }
    if (fresh.size > 0 && rows.size + fresh.size <= keptTypes) embed([...fresh]);
  }

  const parseWords: ParseWords = (forms) => {
    const { length } = forms;
    const parse: SentenceParse = { tags: new Uint8Array(length), heads: new Int32Array(length), relations: new Uint8Array(length) };
    const kind = sentenceKind(forms);
    let root = -1;
    for (let from = 0; from < length; ) {
      const size = pieceLength(forms, from);
      parsePiece(forms, from, size, kind, parse);
      const pieceRoot = parse.heads.indexOf(-1, from);
      if (root < 0) root = pieceRoot;
      else {
        parse.heads[pieceRoot] = root;
        parse.relations[pieceRoot] = pieceRelation;
      }
      from += size;
    }
    return parse;
  };
  return { parseWords, prepare };
}

/** How many words the next piece takes: all that are left, or up to the last mark that divides before the limit. */
function pieceLength(forms: readonly string[], from: number): number {
  const left = forms.length - from;
  if (left <= chunkLimit) return left;
  for (const marks of [/^[.!?;…]+$/u, /^[,:–—-]+$/u]) {
    for (let size = chunkLimit; size > chunkLimit / 2; size -= 1) if (marks.test(forms[from + size - 1] as string)) return size;
  }
  return chunkLimit;
}
