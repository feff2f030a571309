/**
 * The same saying in several articles: words in marks, by the same speaker, whose tokens align over three fifths of the shorter
 * one. Each version is kept; where the fullest one was cut nothing is said, where other words stand in the place of its own they
 * are given side by side.
 */
import { addTo, groupBy } from "./group-by.ts";

/** A saying in marks whose speaker the article does not name. */
export interface OpenQuote {
  readonly id: string;
  readonly article: string;
  /** With its quotation marks. */
  readonly text: string;
}

export interface VersionedQuote extends OpenQuote {
  readonly publishedAt: string | null;
  /** What the stretches of one saying in an article share ("…," she said. "…"); null or absent for one that stands alone. */
  readonly saying?: number | null;
  readonly speakerId: string;
}

/** Words of the fullest version, and what stands in their place; either may be empty. */
export interface WordChange {
  readonly from: string;
  readonly to: string;
}

export interface QuoteVersion {
  /** Id of the cluster's first version: the earliest, undated ones last. */
  readonly cluster: string;
  /** How it differs from the fullest version; empty where it only cuts it short. */
  readonly changes: readonly WordChange[];
}

/** How much of the shorter version must align. */
const leastOverlap = 0.6;
/** Fewer aligned words than this say nothing, unless the whole is the same. */
const leastWords = 4;
/** Runs of this many words are looked up to find what may be the same. */
const runLength = 3;
/** A run that so many sayings of one speaker share is a phrase of his and no sign. */
const commonRun = 40;
/** Only so many words of a version are aligned. */
const longest = 600;

/** What one article prints of a saying, in one stretch or several. */
interface Printed {
  readonly stretches: readonly VersionedQuote[];
  readonly words: Words;
}

interface Words {
  readonly shown: readonly string[];
  readonly folded: readonly string[];
  /** For each word whether a sentence ends with it. */
  readonly ends: readonly boolean[];
}

/** The cluster of every quote that has another version in some article; the others are not in the map. */
export function findQuoteVersions(quotes: readonly VersionedQuote[]): ReadonlyMap<string, QuoteVersion> {
  const versions = new Map<string, QuoteVersion>();
  for (const [, own] of groupBy(quotes, ({ speakerId }) => speakerId)) {
    // What reads alike is one node of the search, however many articles print it.
    const wordings = [...groupBy(joinStretches(own), ({ words }) => words.folded.join(" "))]
      .filter(([key]) => key !== "")
      .map(([, same]) => same);
    for (const group of joined(wordings.map(([first]) => first?.words ?? noWords))) {
      const members = group.flatMap((index) => wordings[index] ?? []);
      const all = members.flatMap(({ stretches }) => stretches);
      if (new Set(all.map(({ article }) => article)).size < 2) continue;
      const [first] = all.toSorted(earliestFirst);
      const byDate = members.toSorted((a, b) => earliestFirst(firstOf(a), firstOf(b)));
      const fullest = byDate.map(({ words }) => words).reduce((best, words) => (words.folded.length > best.folded.length ? words : best));
      for (const { stretches, words } of members) {
        const changes = words.folded === fullest.folded ? [] : changesBetween(fullest, words);
        let from = 0;
        stretches.forEach(({ id, text }, index) => {
          const to = index === stretches.length - 1 ? Number.POSITIVE_INFINITY : from + wordsOf(text).folded.length;
          const ownChanges = changes
            .filter(({ at }) => at >= from && at < to)
            .map(({ from: words, to: others }) => ({ from: words, to: others }));
          versions.set(id, { cluster: first?.id ?? id, changes: ownChanges });
          from = to;
        });
      }
    }
  }
  return versions;
}

/** What each article prints of each saying, its stretches in the order of the article. */
function joinStretches(quotes: readonly VersionedQuote[]): Printed[] {
  const sayings = groupBy(quotes, ({ id, article, saying }) => `${article}\n${saying ?? id}`);
  return [...sayings.values()].map((stretches) => {
    const parts = stretches.map(({ text }) => wordsOf(text));
    const words = {
      shown: parts.flatMap(({ shown }) => shown).slice(0, longest),
      folded: parts.flatMap(({ folded }) => folded).slice(0, longest),
      // no change reaches from one stretch into the next
      ends: parts.flatMap(({ ends }) => ends.map((isEnd, index) => isEnd || index === ends.length - 1)).slice(0, longest),
    };
    return { stretches, words };
  });
}

/** The earliest of what `printed` holds. */
function firstOf({ stretches }: Printed): VersionedQuote {
  return stretches.reduce((first, other) => (earliestFirst(other, first) < 0 ? other : first));
}

const noWords: Words = { shown: [], folded: [], ends: [] };

/** So much of a saying without a speaker must align with one of somebody's, and so many words of it. */
const leastOverlapOfOpen = 0.8;
const leastWordsOfOpen = 6;

/**
 * The speakers of sayings that one article leaves to nobody in particular and others to one person or body: id of the quote → id of the
 * speaker. Only where the words are nearly the same and all who print them so agree.
 */
export function findSpeakersElsewhere(open: readonly OpenQuote[], known: readonly VersionedQuote[]): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  const unsettled = open.map(({ id, article, text }) => ({ id, article, folded: wordsOf(text).folded }));
  const runsOf = (folded: readonly string[]): string[] =>
    Array.from({ length: Math.max(0, folded.length - runLength + 1) }, (_, at) => folded.slice(at, at + runLength).join(" "));
  const wanted = new Set(unsettled.flatMap(({ folded }) => runsOf(folded)));
  if (wanted.size === 0) return speakers;
  const byRun = new Map<string, { readonly quote: VersionedQuote; readonly folded: readonly string[] }[]>();
  for (const quote of known) {
    const { folded } = wordsOf(quote.text);
    for (const run of new Set(runsOf(folded))) if (wanted.has(run)) addTo(byRun, run, { quote, folded });
  }
  for (const { id, article, folded } of unsettled) {
    const tried = new Set<VersionedQuote>();
    const found = new Set<string>();
    for (const run of runsOf(folded)) {
      const printed = byRun.get(run) ?? [];
      for (const { quote, folded: other } of printed.length > commonRun ? [] : printed) {
        if (tried.has(quote) || quote.article === article) continue;
        tried.add(quote);
        const aligned = align(folded, other).length;
        if (aligned >= leastWordsOfOpen && aligned >= leastOverlapOfOpen * Math.min(folded.length, other.length))
          found.add(quote.speakerId);
      }
    }
    const [speaker, another] = found;
    if (speaker !== undefined && another === undefined) speakers.set(id, speaker);
  }
  return speakers;
}

function earliestFirst(a: VersionedQuote, b: VersionedQuote): number {
  return compare(a.publishedAt ?? "9999", b.publishedAt ?? "9999") || compare(a.article, b.article) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function wordsOf(text: string): Words {
  const found = [...text.matchAll(/([\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*)([.!?]?)/gu)].slice(0, longest);
  const shown = found.map(([, word = ""]) => word);
  return { shown, folded: shown.map((word) => word.toLowerCase().replaceAll("’", "'")), ends: found.map(([, , mark]) => mark !== "") };
}

/** Indexes of wordings that are one saying, each group ascending. */
function joined(wordings: readonly Words[]): number[][] {
  const parent = wordings.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const byRun = new Map<string, number[]>();
  const tried = new Set<string>();
  wordings.forEach(({ folded }, index) => {
    for (let at = 0; at + runLength <= folded.length; at += 1) {
      const run = folded.slice(at, at + runLength).join(" ");
      const before = byRun.get(run) ?? [];
      for (const other of before.length > commonRun ? [] : before) {
        const pair = `${other} ${index}`;
        if (other === index || tried.has(pair)) continue;
        tried.add(pair);
        if (isSameSaying(wordings[other]?.folded ?? [], folded)) parent[rootOf(index)] = rootOf(other);
      }
      if (before.at(-1) !== index) addTo(byRun, run, index);
    }
  });
  const groups = groupBy(
    wordings.map((_, index) => index),
    (index) => String(rootOf(index)),
  );
  return [...groups.values()].map((group) => [...group]);
}

function isSameSaying(a: readonly string[], b: readonly string[]): boolean {
  const aligned = align(a, b).length;
  return aligned >= leastWords && aligned >= leastOverlap * Math.min(a.length, b.length);
}

/** The longest common subsequence as pairs of indexes. */
function align(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] = a[i] === b[j] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A change with the words of the version, from `at` to before `end`, and of the fullest, from `first` to before `over`. */
interface PlacedChange extends WordChange {
  readonly at: number;
  readonly end: number;
  readonly first: number;
  readonly over: number;
}

/** Where `version` has other words than `fullest` between or beside words they share. */
function changesBetween(fullest: Words, version: Words): PlacedChange[] {
  const aligned = align(fullest.folded, version.folded);
  // A version that reached the cluster through another one has too little in common with this one to be set against it.
  if (aligned.length < leastOverlap * version.folded.length) return [];
  const pairs = withoutStrays(closedUp(aligned, fullest.folded));
  const changes: PlacedChange[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...pairs, [fullest.folded.length, version.folded.length] as const]) {
    const isStart = j === 0;
    const isEnd = nextJ === version.folded.length;
    const to = version.shown.slice(j, nextJ);
    const [first, over] = isStart || isEnd ? atEdge(fullest, i, nextI, to.length, isStart) : [i, nextI];
    const from = fullest.shown.slice(first, over);
    const isChanged = to.length > 0 || (from.length > 0 && !isStart && !isEnd);
    const before = changes.at(-1);
    // "the music is" for "there is music": one word between two changes is part of one change.
    if (isChanged && before && before.over === first - 1 && before.end === j - 1) {
      changes[changes.length - 1] = {
        ...before,
        from: fullest.shown.slice(before.first, over).join(" "),
        to: version.shown.slice(before.at, nextJ).join(" "),
        over,
        end: nextJ,
      };
    } else if (isChanged) changes.push({ from: from.join(" "), to: to.join(" "), at: j, end: nextJ, first, over });
    i = nextI + 1;
    j = nextJ + 1;
  }
  return changes;
}

/**
 * The words of the fullest version that are set against those at an edge of another: words missing there were cut, not changed, so
 * about as many as stand in their place, of the same sentence.
 */
function atEdge({ ends }: Words, from: number, to: number, others: number, isStart: boolean): [number, number] {
  if (others === 0) return [from, from];
  if (isStart) {
    let first = to;
    while (first > from && to - first < others + 3 && !ends[first - 1]) first -= 1;
    return [first, to];
  }
  let over = from;
  while (over < to && over - from < others + 3 && !ends[over - 1]) over += 1;
  return [from, over];
}

/** The pairs with those that open the version moved up to the ones behind them where the words allow: "we will ⟨…⟩ and we will do it". */
function closedUp(pairs: readonly (readonly [number, number])[], fullest: readonly string[]): (readonly [number, number])[] {
  let end = 1;
  while (end < pairs.length && pairs[end]?.[0] === (pairs[end - 1]?.[0] ?? 0) + 1) end += 1;
  const next = pairs[end];
  const last = pairs[end - 1];
  if (!next || !last || next[1] !== last[1] + 1) return [...pairs];
  const shift = next[0] - last[0] - 1;
  const fits = pairs.slice(0, end).every(([i]) => fullest[i] === fullest[i + shift]);
  return fits ? [...pairs.slice(0, end).map(([i, j]) => [i + shift, j] as const), ...pairs.slice(end)] : [...pairs];
}

/** A single word this far from the others that align is there by chance. */
const stray = 4;

/** The pairs without single words that stand far from their neighbours in either text: "the" of "the money" is not that of "the bill". */
function withoutStrays(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return pairs.filter(([i, j], at) => {
    const before = pairs[at - 1];
    const after = pairs[at + 1];
    const isNear = (other: readonly [number, number] | undefined): boolean =>
      other !== undefined && Math.abs(other[0] - i) < stray && Math.abs(other[1] - j) < stray;
    return isNear(before) || isNear(after);
  });
}
