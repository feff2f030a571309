/**
 * What is known about a word before any sentence is read: its clusters, the lists it stands in, how often it is written small. Words and
 * phrases are kept as hashes, which load at once and take a third of the room; one unknown word in thirty thousand passes for a known one.
 */
import { hashText, mix, RowTable } from "./feature-hash.ts";

/** The lists, one bit each. */
export const listNames = [
  "givenName",
  "surname",
  "city",
  "country",
  "nationality",
  "region",
  "organizationHead",
  "companySuffix",
  "title",
  "placeHead",
  "calendar",
  "particle",
  "knownOrganization",
  "largeCity",
] as const;
export type ListName = (typeof listNames)[number];

export function listBit(name: ListName): number {
  return 1 << listNames.indexOf(name);
}

/** Kinds of names of several words, one bit each. */
export const placePhraseBit = 1;
export const organizationPhraseBit = 2;
/** Most words that a phrase has. */
export const longestPhrase = 7;

export interface LexiconEntry {
  /** Clusters of the word's vector at three grains; -1 where it has none. */
  readonly coarse: number;
  readonly middle: number;
  readonly fine: number;
  /** Bits of `listNames`. */
  readonly lists: number;
  /** How often the word is written small in running text: 0 unseen, then 1 (never) to 6 (always). */
  readonly smallness: number;
}

export const unknownWord: LexiconEntry = { coarse: -1, middle: -1, fine: -1, lists: 0, smallness: 0 };

/** The lexicon as columns, the shape it is stored in. Rows are in order of rising hash. */
export interface LexiconColumns {
  readonly words: Int32Array;
  readonly coarse: Int8Array;
  readonly middle: Int16Array;
  readonly fine: Int16Array;
  readonly lists: Uint16Array;
  readonly smallness: Uint8Array;
  readonly phrases: Int32Array;
  readonly phraseBits: Uint8Array;
  /** Hashes of the words that phrases begin with. */
  readonly phraseStarts: Int32Array;
}

/** The hash under which a word in lower case is kept. */
export function wordKey(lower: string): number {
  return hashText(200, lower);
}

/** The hash of a phrase one word longer. */
export function extendPhrase(phrase: number, word: number): number {
  return mix(phrase, word);
}

export class NameLexicon {
  readonly columns: LexiconColumns;
  private readonly words: RowTable;
  private readonly phrases: RowTable;
  private readonly starts: RowTable;

  constructor(columns: LexiconColumns) {
    this.columns = columns;
    this.words = new RowTable(columns.words);
    this.phrases = new RowTable(columns.phrases);
    this.starts = new RowTable(columns.phraseStarts);
  }

  /** The entry of a word, by its key; `unknownWord` when there is none. */
  entry(key: number): LexiconEntry {
    const row = this.words.row(key);
    if (row < 0) return unknownWord;
    const { coarse, middle, fine, lists, smallness } = this.columns;
    return {
      coarse: coarse[row] ?? -1,
      middle: middle[row] ?? -1,
      fine: fine[row] ?? -1,
      lists: lists[row] ?? 0,
      smallness: smallness[row] ?? 0,
    };
  }

  beginsPhrase(key: number): boolean {
    return this.starts.row(key) >= 0;
  }

  /** The kinds of a phrase, as bits; 0 when it is not known. */
  phraseKinds(phrase: number): number {
    const row = this.phrases.row(phrase);
    return row < 0 ? 0 : (this.columns.phraseBits[row] ?? 0);
  }
}

/** A lexicon of words in lower case and of phrases in lower case, joined by single spaces. */
export function makeNameLexicon(words: ReadonlyMap<string, LexiconEntry>, phrases: ReadonlyMap<string, number>): NameLexicon {
  const entries = sortedByKey([...words].map(([word, entry]) => [wordKey(word), entry]));
  const known = sortedByKey([...phrases].map(([phrase, bits]) => [phrase.split(" ").map(wordKey).reduce(extendPhrase), bits]));
  const starts = sortedByKey([...phrases.keys()].map((phrase) => [wordKey(phrase.slice(0, phrase.indexOf(" "))), true]));
  const column = (pick: (entry: LexiconEntry) => number): number[] => entries.map(([, entry]) => pick(entry));
  return new NameLexicon({
    words: Int32Array.from(entries, ([key]) => key),
    coarse: Int8Array.from(column((entry) => entry.coarse)),
    middle: Int16Array.from(column((entry) => entry.middle)),
    fine: Int16Array.from(column((entry) => entry.fine)),
    lists: Uint16Array.from(column((entry) => entry.lists)),
    smallness: Uint8Array.from(column((entry) => entry.smallness)),
    phrases: Int32Array.from(known, ([key]) => key),
    phraseBits: Uint8Array.from(known, ([, bits]) => bits),
    phraseStarts: Int32Array.from(starts, ([key]) => key),
  });
}

/** Pairs by rising key; of two that share one, the first. */
function sortedByKey<T>(pairs: readonly (readonly [number, T])[]): (readonly [number, T])[] {
  const distinct = new Map<number, T>();
  for (const [key, value] of pairs) if (!distinct.has(key)) distinct.set(key, value);
  return [...distinct].sort(([a], [b]) => a - b);
}
