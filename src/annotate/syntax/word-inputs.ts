/** What the network is told of a word without its context: the vector of its lower-case form, its own row if training knew it, and rows for its beginnings, endings and shape. */
import { hashSlice, hashText } from "../../learn/hash-text.ts";
import { affixRows, affixTables } from "./network-shape.ts";

/** The words that the network knows by themselves. */
export interface Vocabulary {
  /** Lower-case word → row of the vectors. */
  readonly vectorRows: ReadonlyMap<string, number>;
  /** Folded word → row of the learnt embeddings, from 1 on; 0 stands for every other word. */
  readonly wordRows: ReadonlyMap<string, number>;
}

export interface WordKeys {
  /** Row of the vectors, or -1. */
  readonly vector: number;
  readonly word: number;
  /** A row in each of the affix tables, which lie one after the other. */
  readonly affixes: Int32Array;
}

/** The two borders of a sentence, as words that no text holds. */
export const borderForms = ["\u0002", "\u0003"] as const;

export function wordKeys(form: string, vocabulary: Vocabulary): WordKeys {
  const folded = foldWord(form);
  const { length } = folded;
  const vector = vocabulary.vectorRows.get(form.toLowerCase()) ?? vocabulary.vectorRows.get(folded) ?? -1;
  const hashes = [
    hashSlice(folded, 0, Math.min(1, length)),
    hashSlice(folded, 0, Math.min(2, length)),
    hashSlice(folded, 0, Math.min(3, length)),
    hashSlice(folded, Math.max(0, length - 1), length),
    hashSlice(folded, Math.max(0, length - 2), length),
    hashSlice(folded, Math.max(0, length - 3), length),
    hashSlice(folded, Math.max(0, length - 4), length),
    hashText(shapeOf(form)),
  ];
  const affixes = new Int32Array(affixTables);
  for (let table = 0; table < affixTables; table += 1) affixes[table] = table * affixRows + ((hashes[table] as number) & (affixRows - 1));
  return { vector, word: vocabulary.wordRows.get(folded) ?? 0, affixes };
}

/** Lower case, straight quotes and dashes, and every digit 0: "1,250" and "3,480" are one word to the network. */
export function foldWord(form: string): string {
  const lower = form.toLowerCase();
  if (/^[a-z]+$/u.test(lower)) return lower;
  return lower
    .replace(/[’ʼ‘`]/gu, "'")
    .replace(/[“”„]|''/gu, '"')
    .replace(/[‐‑]/gu, "-")
    .replace(/[–—]/gu, "--")
    .replace(/\d/gu, "0");
}

/** "McGurk" → "XxXx", "2,000" → "d,d", "U.S." → "X.X.": runs of one kind count once. */
export function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  for (const character of form) {
    const kind = /\p{Lu}/u.test(character) ? "X" : /\p{L}/u.test(character) ? "x" : /\p{N}/u.test(character) ? "d" : character;
    if (kind !== last) shape += kind;
    last = kind;
    if (shape.length > 12) break;
  }
  return shape;
}

const hasCase = 1;
const hasLowerCase = 2;
const startsCapital = 4;

/** Whether a word has capital or small letters at all, a small one, and a capital at its start, as bits. */
export function capitalsOf(form: string): number {
  const folded = form.toLowerCase();
  const upper = form.toUpperCase();
  if (folded === upper) return 0;
  const first = form.charCodeAt(0);
  const capital = (first >= 65 && first <= 90) || (first > 127 && form.charAt(0) !== folded.charAt(0));
  return hasCase | (form === upper ? 0 : hasLowerCase) | (capital ? startsCapital : 0);
}

/**
 * How far capitals can be trusted: 1 where no word has a lower-case letter ("TRUMP MEETS PUTIN"), 2 where most words start
 * with a capital ("Trump Meets Putin in Helsinki"), 3 where none does, 0 elsewhere. `capitals` holds what `capitalsOf` says of each
 * word, at the places that `words` lists from `from` up to `to`.
 */
export function kindOfCapitals(capitals: Uint8Array, words: Int32Array, from: number, to: number): number {
  let cased = 0;
  let lower = 0;
  let capital = 0;
  for (let index = from; index < to; index += 1) {
    const bits = capitals[words[index] as number] as number;
    if ((bits & hasCase) !== 0) cased += 1;
    if ((bits & hasLowerCase) !== 0) lower += 1;
    if ((bits & startsCapital) !== 0) capital += 1;
  }
  if (cased === 0) return 0;
  if (lower === 0) return 1;
  if (capital === 0) return 3;
  return cased > 3 && capital * 10 > cased * 6 ? 2 : 0;
}

/** The kind of a sentence given as words: see `kindOfCapitals`. */
export function sentenceKind(forms: readonly string[]): number {
  return kindOfCapitals(Uint8Array.from(forms, capitalsOf), Int32Array.from(forms.keys()), 0, forms.length);
}
