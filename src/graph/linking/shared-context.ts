/** The company that names keep: which other people, bodies and places their articles mention. Common ones say nothing. */

export interface ContextIndex {
  /** How many telling neighbours two sets of articles have in common, not counting `except`. The sets must not change later. */
  shared(one: ReadonlySet<number>, other: ReadonlySet<number>, except: ReadonlySet<string>): number;
  /** How many telling neighbours an article has, not counting `except`. */
  size(articleIndex: number, except: ReadonlySet<string>): number;
  /** The telling neighbours of one article. */
  neighbours(articleIndex: number): readonly string[];
}

/** Neighbours are telling when at most this share of the articles, or this many, mention them. */
const commonShare = 0.05;
const commonCount = 20;

/** `neighbours[i]` are the keys that article `i` mentions. */
export function indexContext(neighbours: readonly (readonly string[])[]): ContextIndex {
  const counts = new Map<string, number>();
  const unique = neighbours.map((keys) => [...new Set(keys)]);
  for (const keys of unique) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const limit = Math.max(commonCount, neighbours.length * commonShare);
  const telling = unique.map((keys) => keys.filter((key) => (counts.get(key) ?? 0) <= limit));
  const collected = new WeakMap<ReadonlySet<number>, ReadonlySet<string>>();
  const collect = (articles: ReadonlySet<number>): ReadonlySet<string> => {
    const known = collected.get(articles);
    if (known) return known;
    const keys = new Set<string>();
    for (const article of articles) for (const key of telling[article] ?? []) keys.add(key);
    collected.set(articles, keys);
    return keys;
  };
  return {
    shared: (one, other, except) => {
      const [a, b] = [collect(one), collect(other)];
      const [small, large] = a.size <= b.size ? [a, b] : [b, a];
      let count = 0;
      for (const key of small) if (large.has(key) && !except.has(key)) count += 1;
      return count;
    },
    size: (articleIndex, except) => (telling[articleIndex] ?? []).filter((key) => !except.has(key)).length,
    neighbours: (articleIndex) => telling[articleIndex] ?? [],
  };
}
