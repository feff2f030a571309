/** Whose country: "the U.S. president" is not the Cuban one. */
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Draft } from "./entity-drafts.ts";
import type { Expression } from "./referring-expressions.ts";

/** The country that a demonym or a country's name stands for. */
export function countryOf(word: string, lexicon: Lexicon): string | null {
  return lexicon.countryByDemonym.get(word)?.name ?? lexicon.countryByName.get(word)?.name ?? null;
}

/** The countries that the words before the noun name: "the North Korean leader", "the U.S. president". */
export function originsBefore(tree: SyntaxTree, { firstToken, head }: Expression, lexicon: Lexicon): string[] {
  const found: string[] = [];
  for (let at = firstToken; at < head; at += 1) {
    const country = countryOf(`${lowerOf(tree, at)} ${lowerOf(tree, at + 1)}`, lexicon) ?? countryOf(lowerOf(tree, at), lexicon);
    if (country !== null) found.push(country);
  }
  return found;
}

/** For each draft, the countries in which it holds a role. */
export function countriesOfRoles(drafts: readonly Draft[], lexicon: Lexicon): string[][] {
  const countryOfName = new Map<number, string>();
  for (const { cluster } of drafts) {
    const country = cluster.type === "PLACE" ? countryOf(foldCase(cluster.name), lexicon) : null;
    if (country !== null) for (const name of cluster.nameIndexes) countryOfName.set(name, country);
  }
  return drafts.map(({ roles }) =>
    roles.flatMap(({ country, bodyNameIndex, former }) => (former ? [] : (country ?? countryOfName.get(bodyNameIndex ?? -1) ?? []))),
  );
}
