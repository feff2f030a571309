/**
 * One name that articles take for different things: "Lumio" is a firm in most and, where only "Lumio said" stands, a person in one. In like
 * company a bare name of which nothing says that it is somebody, or somewhere, is the body that others know.
 */
import { foldName } from "../fold-name.ts";
import { addTo } from "../group-by.ts";
import { foldCountry, type NameTables } from "../name-tables.ts";
import type { Reference } from "./collect-references.ts";
import { type GivenIdentity, setsOf } from "./given-identity.ts";
import { type Judgement, judge } from "./judgement.ts";
import { parsePersonName } from "./person-name.ts";
import type { ContextIndex } from "./shared-context.ts";
import { likeCompany } from "./weigh.ts";

/** Shorter names are too many things. */
const shortest = 3;

export interface AgreedTypes {
  /** The references, those that other articles tell to be bodies as organisations; the same array where there are none. */
  readonly references: readonly Reference[];
  /** Why, for each that was taken for something else: between its key and that of a reference to the body. */
  readonly judgements: readonly Judgement[];
  /** The references that the judgements are about, by their keys. */
  readonly parts: ReadonlyMap<string, readonly Reference[]>;
}

export interface AgreeOnTypesOptions {
  readonly context: ContextIndex;
  readonly contextKey: (reference: Reference) => string;
  readonly tables: NameTables;
  /** What people judged: a name that they part from the body is what its article reads it as. */
  readonly given: GivenIdentity;
}

/** Has the articles agree on what is a body. */
export function agreeOnTypes(references: readonly Reference[], { context, contextKey, tables, given }: AgreeOnTypesOptions): AgreedTypes {
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
  /** Other articles' references to the body that this one is; none where it is what it was read as. */
  const asBody = (reference: Reference): readonly Reference[] => {
    const name = foldName(reference.name);
    const known = bodies.get(name);
    if (!known || name.length < shortest || hasOwnNature(reference, tables)) return [];
    if ((surnames.get(name) ?? []).some((bearer) => isLike(reference, bearer))) return [];
    const like = known.filter((body) => isLike(reference, body));
    const judged = setsOf([reference], given);
    if (setsOf(like, given).some((other) => judged.some((one) => given.differ(one, other)))) return [];
    const rivals = (others.get(name) ?? []).filter(
      (other) => other === reference || (other.type === reference.type && isLike(reference, other)),
    );
    // Halls and wards are taken for bodies as often as bodies for places.
    const least = articlesOf(rivals).size + (reference.type === "PLACE" ? 1 : 0);
    return articlesOf(like).size >= least ? like : [];
  };
  const judgements: Judgement[] = [];
  const parts = new Map<string, readonly Reference[]>();
  const agreed = references.map((reference): Reference => {
    const like = reference.type === "ORGANIZATION" ? [] : asBody(reference);
    const [body] = like;
    if (!body) return reference;
    const changed: Reference = { ...reference, type: "ORGANIZATION" };
    judgements.push(
      judge(reference.key, body.key, { verdict: "same", score: 0.85, decidedBy: "body-elsewhere", reason: reasonFor(reference, like) }),
    );
    parts.set(reference.key, [changed]).set(body.key, like);
    return changed;
  });
  return { references: judgements.length > 0 ? agreed : references, judgements, parts };
}

/** "read as a person in one article, a body in 3 in like company". */
function reasonFor({ type }: Reference, like: readonly Reference[]): string {
  const kind = type === "PERSON" ? "a person" : "a place";
  return `read as ${kind} in one article, a body in ${new Set(like.map(({ articleIndex }) => articleIndex)).size} in like company`;
}

/** True where the article or the tables say that it is a person or a place. */
function hasOwnNature({ type, name, roles, gender, forms }: Reference, tables: NameTables): boolean {
  if (type === "PERSON") return roles.length > 0 || gender !== null || forms.size > 1 || name.includes(" ");
  const folded = foldCountry(name);
  return tables.countryByName.has(folded) || tables.countriesByCity.has(foldName(name)) || tables.otherNames.has(`PLACE|${folded}`);
}
