/**
 * Tags and parses a sentence with the network: one pass over the words, then the best tree over the arc scores. What depends on a
 * word alone is computed once per distinct word and kept. Sentences longer than `chunkLimit` are read in pieces whose roots hang on
 * the first, so that time grows with their length and no faster.
 */

import { KeptRows } from "../../learn/kept-rows.ts";
import { padded } from "../../learn/parameters.ts";
import { bestTree } from "./best-tree.ts";
import type { NetworkShape, NetworkWeights } from "./network-shape.ts";
import { makeSentenceScorer, type WordVectors } from "./sentence-scorer.ts";
import { makeRivalSettler } from "./settle-rivals.ts";
import { makeTreeRules } from "./tree-rules.ts";
import { borderForms, capitalsOf, kindOfCapitals, sentenceKind, type Vocabulary, wordKeys } from "./word-inputs.ts";

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

/** Distinct words kept at once: 9 kB each and network. */
const keptTypes = 8000;
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
  const { shape, vocabulary } = network;
  const rules = makeTreeRules(network.tagClasses, network.relations);
  const settleRivals = makeRivalSettler(network.tagClasses, network.relations, padded(shape.relationCount));
  /** The relation that ties the pieces of an overlong sentence. */
  const pieceRelation = Math.max(0, network.relations.indexOf("parataxis"));
  const scorer = makeSentenceScorer({ ...network, keptTypes, longest: chunkLimit });
  const { floats, tagWidth, relationWidth: width } = scorer;
  const rows = new Map<string, number>();
  const kept = new KeptRows(keptTypes, borderForms.length);
  /** The word that each row belongs to. */
  const owners: string[] = [];
  /** How each kept word is capitalised. */
  const capitals = new Uint8Array(keptTypes);
  const types = new Int32Array(chunkLimit + 2);
  embed([...borderForms]);

  /** Computes and keeps what new words bring. */
  function embed(forms: readonly string[]): void {
    const taken = forms.map(() => kept.take());
    scorer.embed(
      forms.map((form) => wordKeys(form, vocabulary)),
      taken,
    );
    forms.forEach((form, index) => {
      const row = taken[index] as number;
      const owner = owners[row];
      if (owner !== undefined) rows.delete(owner);
      owners[row] = form;
      rows.set(form, row);
      capitals[row] = capitalsOf(form);
    });
  }

  function fillTypes(forms: readonly string[], from: number, length: number): void {
    kept.begin();
    types[0] = 0;
    types[length + 1] = 1;
    let fresh: Set<string> | undefined;
    for (let index = 0; index < length; index += 1) {
      const form = forms[from + index] as string;
      const row = rows.get(form);
      if (row === undefined) {
        fresh ??= new Set();
        fresh.add(form);
      } else {
        types[index + 1] = row;
        kept.use(row);
      }
    }
    if (fresh === undefined) return;
    embed([...fresh]);
    for (let index = 0; index < length; index += 1) types[index + 1] = rows.get(forms[from + index] as string) as number;
  }

  /** The index of the highest of `count` numbers, the first of several. */
  function top(at: number, count: number): number {
    let best = 0;
    let highest = floats[at] as number;
    for (let index = 1; index < count; index += 1) {
      const value = floats[at + index] as number;
      if (value > highest) {
        highest = value;
        best = index;
      }
    }
    return best;
  }

  /** Reads the words `from … from + length - 1`; `overlongKind` is the kind of the sentence that they are a piece of. */
  function parsePiece(forms: readonly string[], from: number, length: number, overlongKind: number, parse: SentenceParse): void {
    fillTypes(forms, from, length);
    const whole = length === forms.length;
    const scores = scorer.read(types, length, whole ? kindOfCapitals(capitals, types, 1, length + 1) : overlongKind);
    const tags = whole ? parse.tags : parse.tags.subarray(from, from + length);
    const heads = whole ? parse.heads : parse.heads.subarray(from, from + length);
    const relations = whole ? parse.relations : parse.relations.subarray(from, from + length);
    for (let row = 0; row < length; row += 1) tags[row] = top(scores.tags + row * tagWidth, shape.tagCount);
    bestTree(floats, scores.arcs, scores.arcWidth, length, heads);
    const words = { heads, tags, length };
    const rivals = rules.chooseRelations(words, { floats, at: scores.relations(heads), width }, relations);
    if (rivals.length > 0) settleRivals({ heads, tags, relations, length }, rivals, floats, scores);
    rules.raiseDependents(heads, relations, length);
    rules.nameModifiers(words, relations);
    rules.placeMarks(words, { floats, at: scores.arcs, width: scores.arcWidth });
    for (let row = 0; row < length; row += 1) {
      const head = heads[row] as number;
      heads[row] = head === 0 ? -1 : head - 1 + from;
    }
  }

  function prepare(forms: Iterable<string>): void {
    kept.begin();
    const fresh = new Set<string>();
    // A text of more words than this would drive out its own first ones before they are read.
    let left = keptTypes / 2;
    for (const form of forms) {
      if (rows.has(form) || fresh.has(form)) continue;
      if (left === 0) break;
      left -= 1;
      fresh.add(form);
      if (fresh.size < chunkLimit) continue;
      embed([...fresh]);
      fresh.clear();
    }
    if (fresh.size > 0) embed([...fresh]);
  }

  const parseWords: ParseWords = (forms) => {
    const { length } = forms;
    const parse: SentenceParse = { tags: new Uint8Array(length), heads: new Int32Array(length), relations: new Uint8Array(length) };
    const kind = length > chunkLimit ? sentenceKind(forms) : 0;
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
