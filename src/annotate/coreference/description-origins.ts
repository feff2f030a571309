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

/** How many tokens back a counterpart is looked for. */
const counterpartReach = 250;

/** True where one who was called "his Kazakh counterpart" before, and is not named there, is of the country of the description. */
export function hasUnnamedCounterpart(
  tree: Pick<SyntaxTree, "tokens">,
  { firstToken }: Pick<Expression, "firstToken">,
  origins: readonly string[],
  lexicon: Lexicon,
): boolean {
  if (origins.length === 0) return false;
  const { tokens } = tree;
  for (let at = firstToken - 1; at >= Math.max(2, firstToken - counterpartReach); at -= 1) {
    if (tokens[at]?.lower !== "counterpart") continue;
    const behind = tokens[at + 1]?.text === "," ? tokens[at + 2] : tokens[at + 1];
    if (/^\p{Lu}/u.test(behind?.text ?? "")) continue;
    for (let first = at - 1; first >= at - 3; first -= 1) {
      const word = tokens[first]?.lower ?? "";
      const country = countryOf(`${word} ${tokens[first + 1]?.lower ?? ""}`, lexicon) ?? countryOf(word, lexicon);
      if (country !== null && origins.includes(country)) return true;
    }
  }
  return false;
}
