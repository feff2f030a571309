/** All that is known of one bearer of a name, from every article that uses it. */

import { foldName } from "../fold-name.ts";
import type { NameTables } from "../name-tables.ts";
import type { Reference } from "./collect-references.ts";
import type { GivenIdentity } from "./given-identity.ts";
import { comparePersonNames, type PersonName, parsePersonName } from "./person-name.ts";
import { collectRoles, type RoleEvidence, sharesPost } from "./role-evidence.ts";
import type { ContextIndex } from "./shared-context.ts";
import type { Circumstances } from "./weigh.ts";

/** With fewer neighbours than this an article is too bare for "nothing in common" to mean anything. */
export const tellingCompany = 3;

export interface PersonEvidence {
  readonly context: ContextIndex;
  /** The context key of a reference, so that a name is not its own company. */
  readonly contextKey: (reference: Reference) => string;
  /** The linked group of a role's body, or null. */
  readonly bodyOf: (reference: Reference, localId: string) => string | null;
  readonly tables: NameTables;
  readonly given: GivenIdentity;
}

export interface PersonProfile {
  readonly key: string;
  readonly references: readonly Reference[];
  readonly names: readonly PersonName[];
  readonly articles: ReadonlySet<number>;
  readonly contextKeys: ReadonlySet<string>;
  readonly roles: RoleEvidence;
  readonly gender: Reference["gender"];
}

/** The profile of some references to one person; the first gives the name. */
export function makeProfile(key: string, references: readonly Reference[], evidence: PersonEvidence): PersonProfile {
  const genders = new Set(references.flatMap(({ gender }) => gender ?? []));
  const [gender] = genders;
  return {
    key,
    references,
    names: namesOf(references, evidence.tables),
    articles: new Set(references.map(({ articleIndex }) => articleIndex)),
    contextKeys: new Set(references.map(evidence.contextKey)),
    roles: collectRoles(references, evidence.bodyOf, evidence.tables),
    gender: genders.size === 1 ? (gender ?? null) : null,
  };
}

/** The name, and those in full that an article gives for another of the same person: "Pablo Norte" of Ana Ruiz, alias Pablo Norte. */
function namesOf(references: readonly Reference[], tables: NameTables): PersonName[] {
  const name = parsePersonName(references[0]?.name ?? "");
  const names = [name];
  const seen = new Set([name.words.join(" ")]);
  for (const { forms } of references) {
    for (const form of forms.keys()) {
      const other = parsePersonName(form);
      const words = other.words.join(" ");
      if (other.words.length < 2 || other.isFamilyOnly || seen.has(words)) continue;
      seen.add(words);
      const isShort = other.words.every((word) => name.words.includes(word));
      if (!isShort && comparePersonNames(name, other, tables).verdict === "different") names.push(other);
    }
  }
  return names;
}

/** The name that a user's alias file gives for one of the names of some references; null when it gives none. */
export function usualPersonName(references: readonly Reference[], tables: NameTables): string | null {
  for (const { name } of references) {
    const usual = tables.otherNames.get(`PERSON|${foldName(name)}`);
    if (usual !== undefined) return usual;
  }
  return null;
}

/** One profile of several that are the same person. */
export function mergeProfiles(profiles: readonly PersonProfile[], evidence: PersonEvidence): PersonProfile {
  const [first] = profiles;
  if (profiles.length === 1 && first) return first;
  const references = profiles.flatMap((profile) => profile.references);
  const names = new Map(profiles.flatMap(({ names: own }) => own.map((name) => [`${name.words.join(" ")}|${name.suffix ?? ""}`, name])));
  return { ...makeProfile(first?.key ?? "", references, evidence), names: [...names.values()] };
}

/** How the circumstances of two sets of references agree; `size` counts the neighbours that each keeps, at least. */
export function compareCircumstances(
  one: Pick<PersonProfile, "articles" | "contextKeys" | "roles">,
  other: Pick<PersonProfile, "articles" | "contextKeys" | "roles">,
  { context }: PersonEvidence,
): Circumstances {
  const except = new Set([...one.contextKeys, ...other.contextKeys]);
  const isWellKnown = ({ articles }: Pick<PersonProfile, "articles">): boolean => {
    let neighbours = 0;
    for (const article of articles) {
      neighbours += context.size(article, except);
      if (neighbours >= tellingCompany) return true;
    }
    return false;
  };
  return {
    likeness: context.likeness(one.articles, other.articles, except),
    sharesPost: sharesPost(one.roles, other.roles),
    isWellKnown: isWellKnown(one) && isWellKnown(other),
  };
}
