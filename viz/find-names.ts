/**
 * Finds names while somebody types: in the page itself, so that it answers at once, however many names there are. All forms of all names
 * stand in a few long texts, and where each begins in an array of numbers; within a text the most reported come first, so that the
 * search of it ends as soon as enough are found.
 */
import { foldName } from "../src/graph/fold-name.ts";
import type { Entity } from "./dataset.ts";

export interface NameFinder {
  /** Names that hold the words, best first: whole names, then beginnings, then inner words; among equals the most reported. */
  find(text: string, limit: number): readonly Entity[];
  /** Prepares a few thousand more names, so that the first search need not; false when there are none left. */
  prepare(): boolean;
}

/** Some thousand names, the most reported first. */
interface Block {
  /** Their forms, folded: "|ada byron|ada lovelace|" for each name, one after the other. */
  readonly text: string;
  /** Where each name begins, and at the end the length of the text. */
  readonly starts: Uint32Array;
  /** The number of each name in the list of all. */
  readonly members: Uint32Array;
}

interface Found {
  readonly entity: Entity;
  readonly rank: number;
}

const preparedAtOnce = 4000;
/** What stands before and after the words in a name that is called so, begins so, has such a word, or holds them anywhere. */
const places = [
  ["|", "|"],
  ["|", ""],
  [" ", ""],
  ["", ""],
] as const;

/** A finder over a list that may grow. */
export function makeNameFinder(entities: readonly Entity[]): NameFinder {
  const blocks: Block[] = [];
  let prepared = 0;
  const grow = (end: number): void => {
    while (prepared < end) {
      const last = Math.min(end, prepared + preparedAtOnce);
      blocks.push(blockOf(entities, prepared, last));
      prepared = last;
    }
  };
  return {
    find(text, limit) {
      const words = fold(text);
      if (words === "") return [];
      grow(entities.length);
      const search = (wanted: string, others: readonly string[]): readonly Entity[] =>
        blocks
          .flatMap((block) => searchBlock(block, entities, { wanted, others, limit }))
          .sort((a, b) => a.rank - b.rank || b.entity.articles - a.entity.articles)
          .slice(0, limit)
          .map(({ entity }) => entity);
      const found = search(words, []);
      const [longest = "", ...others] = words.split(" ").sort((a, b) => b.length - a.length);
      // Nobody is called that: the words may stand in another order, or have others between them.
      return found.length === 0 && others.length > 0 ? search(longest, others) : found;
    },
    prepare() {
      grow(Math.min(entities.length, prepared + preparedAtOnce));
      return prepared < entities.length;
    },
  };
}

function blockOf(entities: readonly Entity[], first: number, end: number): Block {
  const articlesOf = (index: number): number => entities[index]?.articles ?? 0;
  const members = Uint32Array.from({ length: end - first }, (_, offset) => first + offset).sort((a, b) => articlesOf(b) - articlesOf(a));
  const starts = new Uint32Array(members.length + 1);
  const forms = Array.from(members, (index) => {
    const entity = entities[index];
    return entity ? `|${[entity.name, ...entity.aliases].map(fold).join("|")}|` : "|";
  });
  forms.forEach((form, slot) => {
    starts[slot + 1] = (starts[slot] ?? 0) + form.length;
  });
  return { text: forms.join(""), starts, members };
}

/** The best `limit` names of a block that hold the wanted words, and the others anywhere. The rank is the number of its place above. */
function searchBlock(
  { text, starts, members }: Block,
  entities: readonly Entity[],
  { wanted, others, limit }: { readonly wanted: string; readonly others: readonly string[]; readonly limit: number },
): readonly Found[] {
  const found = new Map<number, Found>();
  places.forEach(([before, after], rank) => {
    const words = `${before}${wanted}${after}`;
    let from = 0;
    while (found.size < limit) {
      const at = text.indexOf(words, from);
      if (at < 0) return;
      const slot = lastAtMost(starts, at);
      const [start = 0, end = text.length] = [starts[slot], starts[slot + 1]];
      from = end;
      if (found.has(slot)) continue;
      const forms = others.length > 0 ? text.slice(start, end) : "";
      const entity = entities[members[slot] ?? -1];
      if (entity && others.every((other) => forms.includes(other))) found.set(slot, { entity, rank });
    }
  });
  return [...found.values()];
}

/** The index of the last value that is not above `value`, in an ascending array that begins at or below it. */
function lastAtMost(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Folding is slow where Unicode is involved, and most names are plain. The bar is what keeps forms apart. */
function fold(text: string): string {
  if (/^[\w ]*$/.test(text)) return text.trim().toLowerCase();
  return (foldName(text) || text.toLowerCase()).replaceAll("|", " ").trim();
}
