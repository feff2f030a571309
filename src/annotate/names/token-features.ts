/**
 * What the name tagger looks at. Facts about a word alone (its letters, shape, clusters, lists) are described once for each word and seen
 * from up to two tokens away; facts about a place in a sentence (neighbours, the capitalised run around it, known phrases) for each token.
 */
import { foldCase } from "../../text/fold-case.ts";
import { hashText, mix } from "./feature-hash.ts";
import { extendPhrase, type LexiconEntry, listBit, listNames, longestPhrase, type NameLexicon, wordKey } from "./name-lexicon.ts";

export const reach = 2;
export const offsetCount = 2 * reach + 1;

/** How a word is capitalised. */
export const casing = { small: 0, initial: 1, all: 2, mixed: 3, digit: 4, mark: 5, edge: 6 } as const;

export interface WordFacts {
  /** Dense, from 0 in order of first sight. */
  readonly id: number;
  readonly text: string;
  readonly lower: string;
  readonly casing: number;
  readonly shape: number;
  readonly lowerHash: number;
  /** The word's key in the lexicon. */
  readonly key: number;
  readonly entry: LexiconEntry;
  /** Hashes; the first `farCount` are seen from two tokens away, the first `nearCount` from one, the rest only from the token itself. */
  readonly attributes: Int32Array;
  readonly farCount: number;
  readonly nearCount: number;
  /** Written with a capital or in capitals, so that it can be part of a name. */
  readonly capital: boolean;
  /** May stand between the capitalised words of one name. */
  readonly joins: boolean;
}

const joiners = new Set(
  "of for de la al el van der von bin ibn du del da di des den and & - – ' ’ the dos zu ul le y 's ’s abu ben at on in".split(" "),
);
const hardJoiners = new Set(["-", "–", "'", "’", "&", "/"]);

/** The hash of an attribute seen from `offset` tokens away. */
export function attributeAt(attribute: number, offset: number): number {
  return mix(attribute, offset + 101);
}

function casingOf(text: string): number {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let firstUpper = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) lower += 1;
    else if (code >= 65 && code <= 90) {
      upper += 1;
      if (index === 0) firstUpper = true;
    } else if (code >= 48 && code <= 57) digits += 1;
    else if (code > 127) {
      const char = text.charAt(index);
      const small = char.toLowerCase();
      const large = char.toUpperCase();
      if (small === large) continue;
      if (char === large) {
        upper += 1;
        if (index === 0) firstUpper = true;
      } else lower += 1;
    }
  }
  if (upper + lower === 0) return digits > 0 ? casing.digit : casing.mark;
  if (upper === 0) return casing.small;
  if (firstUpper && upper === 1 && (lower > 0 || text.length === 1)) return casing.initial;
  if (lower === 0) return casing.all;
  if (firstUpper && text.includes("-") && upper <= 3) return casing.initial;
  return casing.mixed;
}

/** "McDonald's" → "XxXx'x": runs of one kind shrink to two marks at most. */
function shapeOf(text: string): string {
  let shape = "";
  let last = "";
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    const code = text.charCodeAt(index);
    let kind = char;
    if (code >= 48 && code <= 57) kind = "0";
    else if ((code >= 97 && code <= 122) || (code > 127 && char === char.toLowerCase() && char !== char.toUpperCase())) kind = "x";
    else if ((code >= 65 && code <= 90) || (code > 127 && char === char.toUpperCase() && char !== char.toLowerCase())) kind = "X";
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
    if (shape.length >= 12) break;
  }
  return shape;
}

/** Describes words, each once. */
export class WordTable {
  private readonly facts = new Map<string, WordFacts>();
  readonly edge: WordFacts;
  private readonly lexicon: NameLexicon;

  constructor(lexicon: NameLexicon) {
    this.lexicon = lexicon;
    this.edge = this.describe("\u0000", casing.edge);
  }

  get size(): number {
    return this.facts.size;
  }

  word(text: string): WordFacts {
    return this.facts.get(text) ?? this.describe(text, casingOf(text));
  }

  private describe(text: string, kind: number): WordFacts {
    const lower = foldCase(text);
    const key = wordKey(lower);
    const entry = this.lexicon.entry(key);
    const shape = shapeOf(text);
    const far: number[] = [];
    const near: number[] = [];
    const own: number[] = [];
    const plain = lower.replace(/\d/gu, "0");
    const lowerHash = hashText(1, plain);
    far.push(lowerHash, mix(2, kind));
    far.push(mix(3, entry.coarse), mix(4, entry.middle), mix(5, entry.fine));
    if (entry.lists !== 0) {
      for (let bit = 0; bit < listNames.length; bit += 1) if ((entry.lists >> bit) & 1) far.push(mix(mix(6, bit), kind));
    } else far.push(mix(7, kind));
    const shapeHash = hashText(8, shape);
    near.push(shapeHash, hashText(9, text), mix(mix(10, entry.smallness), kind));
    near.push(hashText(11, plain.slice(-3)), mix(hashText(12, plain.slice(-2)), kind));
    const length = plain.length;
    for (let n = 1; n <= 5 && n < length; n += 1) own.push(hashText(13, plain.slice(0, n)));
    for (let n = 1; n <= 5 && n < length; n += 1) if (n !== 3) own.push(hashText(14, plain.slice(-n)));
    own.push(mix(15, Math.min(length, 8) * 8 + kind));
    own.push(mix(mix(16, entry.middle), kind), mix(mix(17, entry.coarse), shapeHash));
    if (kind === casing.initial || kind === casing.all || kind === casing.mixed) {
      const padded = `^${plain}$`;
      for (let index = 1; index + 3 <= padded.length - 1; index += 1) own.push(hashText(18, padded.slice(index, index + 3)));
    }
    const hyphen = plain.lastIndexOf("-");
    if (hyphen > 0 && hyphen < length - 1)
      own.push(hashText(19, plain.slice(hyphen + 1)), hashText(20, plain.slice(0, plain.indexOf("-"))));
    const facts: WordFacts = {
      id: this.facts.size,
      text,
      lower,
      casing: kind,
      shape: shapeHash,
      lowerHash,
      key,
      entry,
      attributes: Int32Array.from([...far, ...near, ...own]),
      farCount: far.length,
      nearCount: far.length + near.length,
      capital: kind === casing.initial || kind === casing.all || kind === casing.mixed,
      joins: joiners.has(lower),
    };
    this.facts.set(text, facts);
    return facts;
  }
}

/** True when some word from `first` up to `end` can be part of a name; a stretch without one needs no tagging. */
export function hasCapital(words: readonly WordFacts[], first: number, end: number): boolean {
  for (let index = first; index < end; index += 1) if ((words[index] as WordFacts).capital) return true;
  return false;
}

/** Takes one feature of token `index`. */
export type FeatureSink = (index: number, hash: number) => void;

const headMask = listBit("organizationHead") | listBit("companySuffix");
const bits = {
  given: listBit("givenName"),
  surname: listBit("surname"),
  place: listBit("city") | listBit("country") | listBit("region"),
  nationality: listBit("nationality"),
  head: headMask,
  title: listBit("title"),
  placeHead: listBit("placeHead"),
  known: listBit("knownOrganization"),
};

/** Which of eight summary lists a word stands in; the key of run features. */
function summary(entry: LexiconEntry): number {
  const { lists } = entry;
  return (
    (lists & bits.given ? 1 : 0) |
    (lists & bits.surname ? 2 : 0) |
    (lists & bits.place ? 4 : 0) |
    (lists & bits.nationality ? 8 : 0) |
    (lists & bits.head ? 16 : 0) |
    (lists & bits.title ? 32 : 0) |
    (lists & bits.placeHead ? 64 : 0) |
    (lists & bits.known ? 128 : 0)
  );
}

/** How a sentence is capitalised: 0 as usual, 1 and 2 more and more like a headline, 3 shouted, 4 too short to tell. */
function capitalShare(words: readonly WordFacts[]): number {
  let capitals = 0;
  let letters = 0;
  let shouted = 0;
  for (const word of words) {
    if (word.casing <= casing.mixed) letters += 1;
    if (word.capital) capitals += 1;
    if (word.casing === casing.all && word.text.length > 1) shouted += 1;
  }
  if (letters < 3) return 4;
  return shouted * 2 > letters ? 3 : capitals * 10 > letters * 7 ? 2 : capitals * 10 > letters * 4 ? 1 : 0;
}

/** Passes the features of a sentence's tokens that depend on more than one word. `words` holds the sentence alone. */
export function contextFeatures(words: readonly WordFacts[], edge: WordFacts, sink: FeatureSink): void {
  const length = words.length;
  const at = (index: number): WordFacts => words[index] ?? edge;
  const share = capitalShare(words);
  for (let i = 0; i < length; i += 1) {
    const word = at(i);
    const before = at(i - 1);
    const after = at(i + 1);
    sink(i, mix(mix(30, before.lowerHash), word.lowerHash));
    sink(i, mix(mix(31, word.lowerHash), after.lowerHash));
    sink(i, mix(mix(32, before.casing * 8 + word.casing), after.casing + 8 * Math.min(i, 1)));
    if (!word.capital && !(word.joins && (before.capital || after.capital))) continue;
    const { entry } = word;
    sink(i, mix(mix(33, before.entry.middle), entry.middle));
    sink(i, mix(mix(34, entry.middle), after.entry.middle));
    sink(i, mix(mix(35, before.lowerHash), after.lowerHash));
    sink(i, mix(mix(36, at(i - 2).lowerHash), before.lowerHash));
    sink(i, mix(mix(37, after.lowerHash), at(i + 2).lowerHash));
    sink(i, mix(mix(38, before.entry.coarse), after.entry.coarse));
    sink(i, mix(mix(39, share), word.casing * 2 + (i === 0 ? 1 : 0)));
    sink(i, mix(mix(40, share), entry.smallness * 8 + word.casing));
    sink(i, mix(mix(41, entry.smallness), (i === 0 ? 1 : 0) + 2 * before.casing));
    sink(i, mix(mix(42, summary(before.entry) | (summary(after.entry) << 8)), summary(entry)));
  }
  runFeatures(words, edge, sink);
}

/** Features of the capitalised run that a token stands in: "the [University of Texas] said" tells every token its end is "Texas". */
function runFeatures(words: readonly WordFacts[], edge: WordFacts, sink: FeatureSink): void {
  const length = words.length;
  const at = (index: number): WordFacts => words[index] ?? edge;
  let i = 0;
  while (i < length) {
    if (!at(i).capital) {
      i += 1;
      continue;
    }
    // The wide run goes over joining words, the narrow runs inside it only over hyphens and the like.
    let wideEnd = i + 1;
    let j = i + 1;
    while (j < length && j < i + 24) {
      const word = at(j);
      if (word.capital || (word.casing === casing.digit && at(j - 1).capital)) wideEnd = j + 1;
      else if (!(word.joins && j - wideEnd < 2)) break;
      j += 1;
    }
    let start = i;
    while (start < wideEnd) {
      let end = start + 1;
      while (
        end < wideEnd &&
        (at(end).capital || at(end).casing === casing.digit || (hardJoiners.has(at(end).lower) && at(end + 1).capital))
      )
        end += 1;
      if (at(start).capital) narrowRun(words, edge, start, end, i, wideEnd, sink);
      start = end;
      while (start < wideEnd && !at(start).capital) {
        joinerFeatures(words, edge, start, i, wideEnd, sink);
        start += 1;
      }
    }
    i = wideEnd;
  }
}

function narrowRun(
  words: readonly WordFacts[],
  edge: WordFacts,
  start: number,
  end: number,
  wideStart: number,
  wideEnd: number,
  sink: FeatureSink,
): void {
  const at = (index: number): WordFacts => words[index] ?? edge;
  const size = Math.min(end - start, 6);
  const last = at(end - 1);
  const first = at(start);
  const before = at(start - 1);
  const after = at(end);
  const wideLast = at(wideEnd - 1);
  const wideAfter = at(wideEnd);
  const wide = (wideStart === start ? 0 : 1) + (wideEnd === end ? 0 : 2);
  let union = 0;
  let whole = 51;
  for (let index = start; index < end; index += 1) {
    union |= summary(at(index).entry);
    whole = mix(whole, at(index).lowerHash);
  }
  let wideUnion = 0;
  for (let index = wideStart; index < wideEnd; index += 1) wideUnion |= summary(at(index).entry);
  const boxed = before.lower === "(" && after.lower === ")" ? 1 : 0;
  for (let index = start; index < end; index += 1) {
    const place = Math.min(index - start, 2);
    const rest = Math.min(end - 1 - index, 2);
    const spot = place * 3 + rest;
    const word = at(index);
    sink(index, mix(mix(52, size * 16 + spot), wide));
    sink(index, mix(mix(53, last.lowerHash), place === 0 ? 1 : 0));
    sink(index, mix(mix(54, last.entry.middle), spot));
    sink(index, mix(mix(55, first.lowerHash), place === 0 ? 1 : 0));
    sink(index, mix(mix(56, before.lowerHash), spot));
    sink(index, mix(mix(57, after.lowerHash), spot));
    sink(index, mix(mix(58, before.entry.middle), spot));
    sink(index, mix(mix(59, after.entry.middle), spot));
    sink(index, mix(mix(60, union), place === 0 ? 1 : 0));
    sink(index, mix(mix(61, summary(last.entry)), spot));
    sink(index, mix(mix(62, summary(first.entry)), spot));
    sink(index, mix(mix(63, size), summary(word.entry)));
    sink(index, mix(whole, place));
    sink(index, mix(mix(64, before.lowerHash), after.lowerHash));
    sink(index, mix(mix(65, summary(before.entry)), size * 16 + spot));
    sink(index, mix(mix(66, first.entry.middle), mix(last.entry.middle, place === 0 ? 1 : 0)));
    if (boxed) sink(index, mix(mix(67, word.casing), spot));
    if (wide !== 0) {
      sink(index, mix(mix(68, wideLast.lowerHash), place === 0 && index === wideStart ? 1 : 0));
      sink(index, mix(mix(69, wideUnion), wide));
      sink(index, mix(mix(70, at(wideStart).lowerHash), wide));
      sink(index, mix(mix(71, wideAfter.lowerHash), wide));
    }
  }
}

function joinerFeatures(
  words: readonly WordFacts[],
  edge: WordFacts,
  index: number,
  wideStart: number,
  wideEnd: number,
  sink: FeatureSink,
): void {
  const at = (position: number): WordFacts => words[position] ?? edge;
  const word = at(index);
  const first = at(wideStart);
  const last = at(wideEnd - 1);
  sink(index, mix(mix(80, word.lowerHash), mix(summary(at(index - 1).entry), summary(at(index + 1).entry))));
  sink(index, mix(mix(81, word.lowerHash), first.lowerHash));
  sink(index, mix(mix(82, word.lowerHash), last.lowerHash));
  sink(index, mix(mix(83, word.lowerHash), mix(summary(first.entry), summary(last.entry))));
  sink(index, mix(mix(84, word.lowerHash), mix(at(index - 1).entry.middle, at(index + 1).entry.middle)));
}

/** Passes the few features of a place that both halves of the tagger look at: how the sentence is capitalised, and known phrases. */
export function placeFeatures(words: readonly WordFacts[], lexicon: NameLexicon, sink: FeatureSink): void {
  const share = capitalShare(words);
  if (share > 0) {
    words.forEach((word, index) => {
      if (word.capital) sink(index, mix(mix(91, share), index === 0 ? 1 : 0));
    });
  }
  for (const { first, end, kinds } of knownPhrases(words, lexicon)) {
    for (let index = first; index < end; index += 1)
      sink(index, mix(mix(90, kinds), (index === first ? 1 : 0) + (index === end - 1 ? 2 : 0)));
  }
}

/** A phrase of the lexicon in a sentence: its words, half-open, and its kinds as bits. */
export interface KnownPhrase {
  readonly first: number;
  readonly end: number;
  readonly kinds: number;
}

/** The longest known phrases of two words and more, from left to right, none overlapping; they begin with a capital. */
export function knownPhrases(words: readonly WordFacts[], lexicon: NameLexicon): KnownPhrase[] {
  const phrases: KnownPhrase[] = [];
  const { length } = words;
  let i = 0;
  while (i < length) {
    const first = words[i] as WordFacts;
    if (!first.capital || !lexicon.beginsPhrase(first.key)) {
      i += 1;
      continue;
    }
    let phrase = first.key;
    let kinds = 0;
    let foundEnd = i;
    for (let end = i + 1; end < Math.min(length, i + longestPhrase); end += 1) {
      phrase = extendPhrase(phrase, (words[end] as WordFacts).key);
      const found = lexicon.phraseKinds(phrase);
      if (found !== 0) {
        kinds = found;
        foundEnd = end + 1;
      }
    }
    if (foundEnd > i) phrases.push({ first: i, end: foundEnd, kinds });
    i = Math.max(foundEnd, i + 1);
  }
  return phrases;
}
