/**
 * What the rest of an article says about a word: after a first pass has proposed names, "Jordan" in the tenth sentence can lean on
 * "Michael Jordan" in the first (Ratinov and Roth 2009; Krishnan and Manning 2006).
 */
import { mix } from "./feature-hash.ts";
import { type Chunk, chunksOf } from "./tag-scheme.ts";
import { casing, type FeatureSink, type WordFacts } from "./token-features.ts";

interface WordRecord {
  /** How often the first pass put the word into each kind of name, and outside of names with a capital. */
  readonly kinds: Int32Array;
  /** The longest name of the article that the word stands in: its kind, size, and the word's place in it. */
  longest: number;
  longestKind: number;
  longestPlace: number;
  small: number;
  capital: number;
}

/** Sentences as half-open ranges of tokens. */
export interface SentenceRange {
  readonly firstToken: number;
  readonly endToken: number;
}

function initialsOf(words: readonly WordFacts[], chunk: Chunk): string {
  let initials = "";
  for (let index = chunk.first; index < chunk.end; index += 1) {
    const word = words[index];
    if (word?.capital) initials += word.lower.charAt(0);
  }
  return initials;
}

/** Passes the article features of every capitalised token. `labels` are the first pass's. */
export function articleFeatures(
  words: readonly WordFacts[],
  sentences: readonly SentenceRange[],
  labels: Uint8Array,
  sink: FeatureSink,
): void {
  const records = new Map<string, WordRecord>();
  const recordOf = (word: WordFacts): WordRecord => {
    let record = records.get(word.lower);
    if (!record) {
      record = { kinds: new Int32Array(5), longest: 0, longestKind: -1, longestPlace: 0, small: 0, capital: 0 };
      records.set(word.lower, record);
    }
    return record;
  };
  const initials = new Map<string, number>();
  const forms = new Map<string, Int32Array>();
  const chunks: Chunk[] = [];
  for (const sentence of sentences) {
    const found = chunksOf(labels, sentence.firstToken, sentence.endToken);
    chunks.push(...found);
    let next = 0;
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const word = words[index] as WordFacts;
      while (next < found.length && (found[next] as Chunk).end <= index) next += 1;
      const chunk = found[next];
      const inside = chunk !== undefined && chunk.first <= index;
      if (!inside && !word.capital) {
        if (word.casing === casing.small) {
          const record = records.get(word.lower);
          if (record) record.small += 1;
          else recordOf(word).small += 1;
        }
        continue;
      }
      const record = recordOf(word);
      if (word.capital && index > sentence.firstToken) record.capital += 1;
      if (inside) {
        record.kinds[chunk.kind] = (record.kinds[chunk.kind] ?? 0) + 1;
        const size = chunk.end - chunk.first;
        if (size > record.longest) {
          record.longest = size;
          record.longestKind = chunk.kind;
          record.longestPlace = index === chunk.end - 1 ? 2 : index === chunk.first ? 0 : 1;
        }
      } else record.kinds[4] = (record.kinds[4] ?? 0) + 1;
    }
  }
  for (const chunk of chunks) {
    if (chunk.end - chunk.first > 1) {
      const letters = initialsOf(words, chunk);
      if (letters.length > 1) initials.set(letters, chunk.kind);
    }
    const form = formOf(words, chunk.first, chunk.end);
    let counts = forms.get(form);
    if (!counts) {
      counts = new Int32Array(4);
      forms.set(form, counts);
    }
    counts[chunk.kind] = (counts[chunk.kind] ?? 0) + 1;
  }
  for (const sentence of sentences) {
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const word = words[index] as WordFacts;
      if (!word.capital) continue;
      const record = records.get(word.lower);
      if (!record) continue;
      const { kinds } = record;
      let best = 0;
      let total = 0;
      for (let kind = 0; kind < 5; kind += 1) {
        total += kinds[kind] as number;
        if ((kinds[kind] as number) > (kinds[best] as number)) best = kind;
      }
      const share = total === 0 ? 0 : Math.floor((4 * (kinds[best] as number)) / total);
      sink(index, mix(mix(100, best), share * 4 + Math.min(total, 3)));
      sink(index, mix(mix(101, best), 0));
      for (let kind = 0; kind < 4; kind += 1) if (kind !== best && (kinds[kind] as number) > 0) sink(index, mix(mix(102, kind), best));
      if (record.longest > 1) {
        sink(index, mix(mix(103, record.longestKind), record.longestPlace));
        sink(index, mix(mix(104, record.longestKind), Math.min(record.longest, 4) * 4 + record.longestPlace));
      }
      const smallness = record.small > 0 ? (record.capital > 0 ? 1 : 2) : record.capital > 0 ? 3 : 4;
      sink(index, mix(mix(105, smallness), index === sentence.firstToken ? 1 : 0));
      if (word.casing === casing.all) {
        const kind = initials.get(word.lower.replaceAll(".", ""));
        if (kind !== undefined) sink(index, mix(106, kind));
      }
    }
  }
  formFeatures(words, sentences, forms, sink);
}

function formOf(words: readonly WordFacts[], first: number, end: number): string {
  let form = "";
  for (let index = first; index < end; index += 1) form += `${(words[index] as WordFacts).lower} `;
  return form;
}

/** Marks stretches that read like a name the first pass found somewhere in the article, longest first. */
function formFeatures(
  words: readonly WordFacts[],
  sentences: readonly SentenceRange[],
  forms: ReadonlyMap<string, Int32Array>,
  sink: FeatureSink,
): void {
  for (const sentence of sentences) {
    let index = sentence.firstToken;
    while (index < sentence.endToken) {
      if (!(words[index] as WordFacts).capital) {
        index += 1;
        continue;
      }
      let form = "";
      let foundEnd = index;
      let found: Int32Array | undefined;
      for (let end = index; end < Math.min(sentence.endToken, index + 7); end += 1) {
        form += `${(words[end] as WordFacts).lower} `;
        const counts = forms.get(form);
        if (counts) {
          found = counts;
          foundEnd = end + 1;
        }
      }
      if (!found) {
        index += 1;
        continue;
      }
      let best = 0;
      let total = 0;
      for (let kind = 0; kind < 4; kind += 1) {
        total += found[kind] as number;
        if ((found[kind] as number) > (found[best] as number)) best = kind;
      }
      const size = Math.min(foundEnd - index, 3);
      for (let at = index; at < foundEnd; at += 1) {
        sink(at, mix(mix(107, best * 4 + size), (at === index ? 1 : 0) + (at === foundEnd - 1 ? 2 : 0)));
        sink(at, mix(mix(108, best * 4 + Math.min(total, 3)), at === index ? 1 : 0));
      }
      index = foundEnd;
    }
  }
}
