/** Finds names while somebody types: in the page itself, so that it answers at once, however many names there are. */
import { foldName } from "../src/graph/fold-name.ts";
import type { Entity } from "./dataset.ts";

export interface NameFinder {
  /** Names that hold the words, best first: whole names, then beginnings, then inner words; among equals the most reported. */
  find(text: string, limit: number): readonly Entity[];
  /** Prepares a few thousand more names, so that the first search need not; false when there are none left. */
  prepare(): boolean;
}

interface Found {
  readonly entity: Entity;
  readonly rank: number;
}

const preparedAtOnce = 4000;

/** A finder over a list that may grow. */
export function makeNameFinder(entities: readonly Entity[]): NameFinder {
  /** One text per name: each form of it, folded, between bars. */
  const keys: string[] = [];
  const grow = (end: number): void => {
    for (let index = keys.length; index < end; index += 1) {
      const entity = entities[index];
      keys.push(entity ? `|${[entity.name, ...entity.aliases].map(fold).join("|")}|` : "");
    }
  };
  return {
    find(text, limit) {
      const words = fold(text);
      if (words === "") return [];
      grow(entities.length);
      // Only the best are kept while looking: a letter that every name holds would else sort them all.
      const best: Found[] = [];
      const [whole, start, inner] = [`|${words}|`, `|${words}`, ` ${words}`];
      for (let index = 0; index < keys.length; index += 1) {
        const key = keys[index] ?? "";
        const entity = entities[index];
        if (!entity || !key.includes(words)) continue;
        const rank = key.includes(whole) ? 3 : key.includes(start) ? 2 : key.includes(inner) ? 1 : 0;
        const last = best.at(-1);
        if (last && best.length >= limit && !isBetter({ entity, rank }, last)) continue;
        const place = best.findIndex((other) => isBetter({ entity, rank }, other));
        best.splice(place < 0 ? best.length : place, 0, { entity, rank });
        if (best.length > limit) best.pop();
      }
      return best.map(({ entity }) => entity);
    },
    prepare() {
      grow(Math.min(entities.length, keys.length + preparedAtOnce));
      return keys.length < entities.length;
    },
  };
}

function isBetter(a: Found, b: Found): boolean {
  return a.rank !== b.rank ? a.rank > b.rank : a.entity.articles > b.entity.articles;
}

/** Folding is slow where Unicode is involved, and most names are plain. */
function fold(text: string): string {
  if (!/^[\w ]*$/.test(text)) return foldName(text) || text.trim().toLowerCase();
  return text.trim().toLowerCase();
}
