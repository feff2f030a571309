/** A sentence's tree while it is being mended. */

/** A sentence's tree as it is being built: heads are indexes into the same arrays, -1 for the root. */
export interface DraftTree {
  readonly heads: Int32Array;
  /** Universal relations with subtypes, by index into `relationNames`. */
  readonly relations: Uint8Array;
  readonly relationNames: readonly string[];
  /** The Penn tag of a token. */
  readonly pennTag: (token: number) => string;
  /** Gives a token other tags ("VERB VBZ"), where the model knows them. */
  readonly retag: (token: number, tags: string) => void;
}

/** How a word is hung anew; nothing where the model does not know the relation. */
export function hanger({ heads, relations, relationNames }: DraftTree): (token: number, head: number, relation: string) => void {
  return (token, head, relation) => {
    const index = relationNames.indexOf(relation);
    if (index < 0) return;
    heads[token] = head;
    relations[token] = index;
  };
}

/** True when `token` is `head` or hangs on it by fewer than `steps` steps. */
export function hangsOn(heads: Int32Array, token: number, head: number, steps: number): boolean {
  let at = token;
  for (let left = steps; at >= 0 && left > 0; left -= 1) {
    if (at === head) return true;
    at = heads[at] ?? -1;
  }
  return false;
}

/** True when every word from one on and before another hangs on the head within so many steps. */
export function allHangOn(
  heads: Int32Array,
  { from, to, head, steps }: { from: number; to: number; head: number; steps: number },
): boolean {
  for (let word = from; word < to; word += 1) if (!hangsOn(heads, word, head, steps)) return false;
  return true;
}

/** True when every word between `head` and `token` hangs on `head`, directly or not. */
export function withinPhrase(heads: Int32Array, head: number, token: number): boolean {
  for (let at = head + 1; at < token; at += 1) {
    let above = at;
    for (let steps = 0; steps < 8 && above > head; steps += 1) above = heads[above] ?? -1;
    if (above !== head) return false;
  }
  return true;
}

/** True when every word hangs, directly or not, on the one root. */
export function isTree(heads: Int32Array): boolean {
  /** For each word, the round in which it was passed, from 1. */
  const rounds = new Int32Array(heads.length);
  let roots = 0;
  for (let word = 0; word < heads.length; word += 1) {
    if ((heads[word] ?? -1) < 0) roots += 1;
    let at = word;
    while (at >= 0 && rounds[at] === 0) {
      rounds[at] = word + 1;
      at = heads[at] ?? -1;
    }
    if (at >= 0 && rounds[at] === word + 1) return false;
  }
  return roots === 1 || heads.length === 0;
}

/** The first word of the name that a token is a part of: its other parts hang on that one. */
export function firstOfName({ heads, relations, relationNames }: DraftTree, token: number): number {
  const flat = relationNames.indexOf("flat");
  let at = token;
  for (let steps = 0; steps < 8 && relations[at] === flat && (heads[at] ?? -1) >= 0; steps += 1) at = heads[at] ?? -1;
  return at;
}

/** No word is sought further from its head than this, so that time grows with the text only, however long a sentence is. */
export const farthest = 64;

/** Readings and changes of one tree that most mends need. */
export interface Hands {
  readonly hang: (token: number, head: number, relation: string) => void;
  readonly relationOf: (token: number) => string;
  /** Joins `second` to `first`, with the "and" between them. */
  readonly join: (first: number, joiner: number, second: number) => void;
  /** A token between `from` and `to` that hangs on `head` by one of the relations, or -1. */
  readonly childOf: (head: number, from: number, to: number, relations: RegExp) => number;
}

/** The hands for a tree that is being mended. */
export function handsOn(tree: DraftTree): Hands {
  const { heads, relations, relationNames } = tree;
  const relationOf = (token: number): string => relationNames[relations[token] ?? 0] ?? "";
  const hang = hanger(tree);
  return {
    relationOf,
    hang,
    join: (first, joiner, second) => {
      hang(second, first, "conj");
      hang(joiner, second, "cc");
    },
    childOf: (head, from, to, wanted) => {
      for (let child = Math.max(0, from); child < Math.min(to, heads.length); child += 1)
        if (heads[child] === head && wanted.test(relationOf(child))) return child;
      return -1;
    },
  };
}
