/**
 * One name that articles take for different things: "Lumio" is a firm in most and, where only "Lumio said" stands, a person in one. In like
 * company a bare name of which nothing says that it is somebody, or somewhere, is the body that others know.
 */
import { foldName } from "../fold-name.ts";
import { addTo } from "../group-by.ts";
import { foldCountry, type NameTables } from "../name-tables.ts";
import type { Reference } from "./collect-references.ts";
import { parsePersonName } from "./person-name.ts";
import type { ContextIndex } from "./shared-context.ts";
import { likeCompany } from "./weigh.ts";

/** Shorter names are too many things. */
const shortest = 3;

/** The references, those that other articles tell to be bodies as organisations; the same array where there are none. */
export function agreeOnTypes(
  references: readonly Reference[],
  context: ContextIndex,
  contextKey: (reference: Reference) => string,
  tables: NameTables,
): readonly Reference[] {
  const bodies = new Map<string, Reference[]>();
  const others = new Map<string, Reference[]>();
  const surnames = new Map<string, Reference[]>();
  for (const reference of references) {
    if (reference.type === "ORGANIZATION")
      for (const form of new Set([...reference.forms.keys()].map(foldName))) addTo(bodies, form, reference);
    else addTo(others, foldName(reference.name), reference);
    if (reference.type !== "PERSON") continue;
    const { words, families } = parsePersonName(reference.name);
    if (words.length > 1) for (const family of families) addTo(surnames, family, reference);
  }
  const articlesOf = (some: readonly Reference[]): Set<number> => new Set(some.map(({ articleIndex }) => articleIndex));
  const isLike = (one: Reference, other: Reference): boolean =>
    one.articleIndex === other.articleIndex ||
    context.likeness(articlesOf([one]), articlesOf([other]), new Set([contextKey(one), contextKey(other)])) >= likeCompany;
  const isBody = (reference: Reference): boolean => {
    const name = foldName(reference.name);
    const known = bodies.get(name);
    if (!known || name.length < shortest || hasOwnNature(reference, tables)) return false;
    if ((surnames.get(name) ?? []).some((bearer) => isLike(reference, bearer))) return false;
    const like = known.filter((body) => isLike(reference, body));
    const rivals = (others.get(name) ?? []).filter(
      (other) => other === reference || (other.type === reference.type && isLike(reference, other)),
    );
    // Halls and wards are taken for bodies as often as bodies for places.
    const least = articlesOf(rivals).size + (reference.type === "PLACE" ? 1 : 0);
    return like.length > 0 && articlesOf(like).size >= least;
  };
  const changed = new Set(references.filter((reference) => reference.type !== "ORGANIZATION" && isBody(reference)));
  if (changed.size === 0) return references;
  return references.map((reference): Reference => (changed.has(reference) ? { ...reference, type: "ORGANIZATION" } : reference));
}

/** True where the article or the tables say that it is a person or a place. */
function hasOwnNature({ type, name, roles, gender, forms }: Reference, tables: NameTables): boolean {
  if (type === "PERSON") return roles.length > 0 || gender !== null || forms.size > 1 || name.includes(" ");
  const folded = foldCountry(name);
  return tables.countryByName.has(folded) || tables.countriesByCity.has(foldName(name)) || tables.otherNames.has(`PLACE|${folded}`);
}
