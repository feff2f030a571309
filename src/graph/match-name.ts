/** Whether a name as somebody types it may mean an entity, and how surely: the same for a store and for a page saved as a file. */
import type { EntityType } from "../domain/mention.ts";
import { foldName, tidyName } from "./fold-name.ts";

/** How surely a match is meant, surest first: its id, its name, another form of its name, a word that stands for it, or only a part. */
export const ways = ["id", "name", "alias", "key", "part"] as const;
export type Way = (typeof ways)[number];

export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Forms for look-up: folded names, surnames, acronyms. */
  readonly keys: readonly string[];
}

/** The forms under which names are kept for look-up: in lower case, and without accents. */
export function formsOf(name: string): readonly string[] {
  return [...new Set([tidyName(name).toLowerCase(), foldName(name)])].filter((form) => form !== "");
}

/** How the name fits, for an entity that it fits at all: "part" where nothing surer does. */
export function wayOf({ id, name: own, aliases, keys }: Nameable, name: string): Way {
  const forms = formsOf(name);
  const fits = (form: string) => formsOf(form).some((one) => forms.includes(one));
  const tests: Readonly<Record<Way, boolean>> = {
    id: id === tidyName(name),
    name: fits(own),
    alias: aliases.some(fits),
    key: keys.some((key) => forms.includes(key)),
    part: true,
  };
  return ways.find((way) => tests[way]) ?? "part";
}

/** Whether it fits at all: by id, by a whole key, or by a part of one. */
export function mayMean({ id, keys }: Nameable, name: string): boolean {
  const [lower, folded = lower] = formsOf(name);
  if (lower === undefined || folded === undefined) return false;
  return id === tidyName(name) || keys.includes(folded) || keys.some((key) => key.includes(lower));
}

/**
 * Of matches, those that the name means: by id, else by the name itself, else by another form or a word that stands for it. Somebody whom
 * no article names in full may be anybody of that surname: then these are meant too.
 */
export function surest<Match extends { readonly by: Way; readonly name: string; readonly type: EntityType }>(
  matches: readonly Match[],
): readonly Match[] {
  const byId = matches.filter(({ by }) => by === "id");
  if (byId.length > 0) return byId;
  const byName = matches.filter(({ by }) => by === "name");
  const isPerson = ({ type }: Match): boolean => type === "PERSON";
  if (byName.length > 0 && !byName.every((match) => isPerson(match) && !match.name.includes(" "))) return byName;
  const byWord = matches.filter(({ by }) => by === "alias" || by === "key");
  return byName.length > 0 ? [...byName, ...byWord.filter(isPerson)] : byWord;
}
