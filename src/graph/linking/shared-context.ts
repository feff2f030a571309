/**
 * The company that names keep: which other people, bodies and places their articles mention. Company speaks for one person as far
 * as it is likelier around the one known already than in the press at large, so a neighbour that everybody has says next to nothing.
 */

export interface ContextIndex {
  /**
   * How much likelier the company of either set of articles is if it belongs to the other, in nats, 0 to 6; not counting `except`.
   * A single rare neighbour in common gives 3. The sets must not change later.
   */
  likeness(one: ReadonlySet<number>, other: ReadonlySet<number>, except: ReadonlySet<string>): number;
  /** True when both sets of articles mention somebody or something, not counting `except`. */
  meets(one: ReadonlySet<number>, other: ReadonlySet<number>, except: ReadonlySet<string>): boolean;
  /** How many telling neighbours an article has, not counting `except`. */
  size(articleIndex: number, except: ReadonlySet<string>): number;
  /** The telling neighbours of one article: those that few articles mention. */
  neighbours(articleIndex: number): readonly string[];
}

/** Neighbours are telling when at most this share of the articles, or this many, mention them. */
const commonShare = 0.05;
const commonCount = 20;
/** Articles about other things that are imagined around the given ones: in five articles nothing can be known to be common. */
const imaginedArticles = 100;
const mostPerNeighbour = 3;
const mostInAll = 6;

/** `neighbours[i]` are the keys that article `i` mentions. */
export function indexContext(neighbours: readonly (readonly string[])[]): ContextIndex {
  const counts = new Map<string, number>();
  const unique = neighbours.map((keys) => [...new Set(keys)]);
  for (const keys of unique) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const limit = Math.max(commonCount, neighbours.length * commonShare);
  const telling = unique.map((keys) => keys.filter((key) => (counts.get(key) ?? 0) <= limit));

  const profiles = new WeakMap<ReadonlySet<number>, ReadonlyMap<string, number>>();
  const profileOf = (articles: ReadonlySet<number>): ReadonlyMap<string, number> => {
    const known = profiles.get(articles);
    if (known) return known;
    const profile = new Map<string, number>();
    for (const article of articles) for (const key of unique[article] ?? []) profile.set(key, (profile.get(key) ?? 0) + 1);
    profiles.set(articles, profile);
    return profile;
  };
  const background = (key: string): number => (counts.get(key) ?? 0) / (neighbours.length + imaginedArticles);

  return {
    likeness: (one, other, except) => {
      const [a, b] = [profileOf(one), profileOf(other)];
      const [small, large] = a.size <= b.size ? [a, b] : [b, a];
      const [fewer, more] = a.size <= b.size ? [one.size, other.size] : [other.size, one.size];
      let ofSmall = 0;
      let ofLarge = 0;
      for (const [key, count] of small) {
        const others = large.get(key);
        if (others === undefined || except.has(key)) continue;
        const [inSmall, inLarge, anywhere] = [count / fewer, others / more, background(key)];
        ofSmall += inSmall * Math.min(mostPerNeighbour, Math.max(0, Math.log(inLarge / anywhere)));
        ofLarge += inLarge * Math.min(mostPerNeighbour, Math.max(0, Math.log(inSmall / anywhere)));
      }
      // one article is as good as its company; of two long lists the one that fits worse decides
      return Math.min(mostInAll, fewer === 1 || more === 1 ? Math.max(ofSmall, ofLarge) : Math.min(ofSmall, ofLarge));
    },
    meets: (one, other, except) => {
      const [a, b] = [profileOf(one), profileOf(other)];
      const [small, large] = a.size <= b.size ? [a, b] : [b, a];
      for (const key of small.keys()) if (large.has(key) && !except.has(key)) return true;
      return false;
    },
    size: (articleIndex, except) => (telling[articleIndex] ?? []).filter((key) => !except.has(key)).length,
    neighbours: (articleIndex) => telling[articleIndex] ?? [],
  };
}
