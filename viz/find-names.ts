/** Finds names while somebody types: in the page itself, so that it answers at once, however many names there are. */
import { foldName } from "../src/graph/fold-name.ts";
import type { Entity } from "./dataset.ts";

export interface NameFinder {
  /** Names that hold the words, best first: whole names, then beginnings, then inner words; among equals the most reported. */
  find(text: string, limit: number): readonly Entity[];
}

/** A finder over a list that may grow. */
export function makeNameFinder(entities: readonly Entity[]): NameFinder {
  /** One text per name: each form of it, folded, between bars. */
  const keys: string[] = [];
  const grow = (): void => {
    for (let index = keys.length; index < entities.length; index += 1) {
      const entity = entities[index];
      keys.push(entity ? `|${[entity.name, ...entity.aliases].map(fold).join("|")}|` : "");
    }
  };
  return {
    find(text, limit) {
      const words = fold(text);
      if (words === "") return [];
      grow();
      const found: { entity: Entity; rank: number }[] = [];
      const [whole, start, inner] = [`|${words}|`, `|${words}`, ` ${words}`];
      for (let index = 0; index < keys.length; index += 1) {
        const key = keys[index] ?? "";
        if (!key.includes(words)) continue;
        const entity = entities[index];
        if (!entity) continue;
        const rank = key.includes(whole) ? 3 : key.includes(start) ? 2 : key.includes(inner) ? 1 : 0;
        found.push({ entity, rank });
      }
      return found
        .sort((a, b) => b.rank - a.rank || b.entity.articles - a.entity.articles || a.entity.index - b.entity.index)
        .slice(0, limit)
        .map(({ entity }) => entity);
    },
  };
}

/** Folding is slow where Unicode is involved, and most names are plain. */
function fold(text: string): string {
  if (!/^[\w ]*$/.test(text)) return foldName(text) || text.trim().toLowerCase();
  return text.trim().toLowerCase();
}
