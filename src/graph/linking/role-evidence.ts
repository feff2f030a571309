/** What roles say about who somebody is: a professor and a goalkeeper of one name are two people, so are two presidents. */

import { foldName } from "../fold-name.ts";
import type { NameTables } from "../name-tables.ts";
import type { Reference } from "./collect-references.ts";

export interface RoleEvidence {
  /** Politics, sport, business …, as far as the titles tell. */
  readonly domains: ReadonlySet<string>;
  /** `title|body`: shared by two references, it speaks for one person. */
  readonly posts: ReadonlySet<string>;
  /** Title that only one person holds at a time → the bodies it is held in at present. */
  readonly offices: ReadonlyMap<string, ReadonlySet<string>>;
}

const soleOffices = new Set(
  "president,prime minister,premier,chancellor,king,queen,emir,sultan,pope,foreign minister,defense minister".split(","),
);

/** Sums up the roles of some references. `bodyOf` gives the linked group of a role's body, or null. */
export function collectRoles(
  references: readonly Reference[],
  bodyOf: (reference: Reference, localId: string) => string | null,
  tables: NameTables,
): RoleEvidence {
  const domains = new Set<string>();
  const posts = new Set<string>();
  const offices = new Map<string, Set<string>>();
  for (const reference of references) {
    for (const role of reference.roles) {
      const title = foldName(role.title);
      const domain = domainOf(title, tables);
      if (domain !== null) domains.add(domain);
      const body = role.of === null ? null : bodyOf(reference, role.of);
      if (title !== "") posts.add(`${title}|${body ?? ""}`);
      if (!role.former && body !== null && soleOffices.has(title)) offices.set(title, (offices.get(title) ?? new Set()).add(body));
    }
  }
  return { domains, posts, offices };
}

/** "former U.S. hostage affairs envoy" → politics, by the longest ending the table knows; null for "head" and the like. */
function domainOf(title: string, tables: NameTables): string | null {
  const words = title.split(" of ")[0]?.split(" ") ?? [];
  const whole = tables.domainByTitle.get(title);
  if (whole !== undefined) return whole;
  for (let first = 0; first < words.length; first += 1) {
    const domain = tables.domainByTitle.get(words.slice(first).join(" "));
    if (domain !== undefined) return domain;
  }
  return null;
}

/** Why two sets of roles can hardly be one person's, or null. */
export function findRoleConflict(one: RoleEvidence, other: RoleEvidence, tables: NameTables): string | null {
  for (const [title, bodies] of one.offices) {
    const others = other.offices.get(title);
    if (others && [...bodies].every((body) => !others.has(body))) return `each is ${title} of something else`;
  }
  if (one.domains.size === 0 || other.domains.size === 0) return null;
  for (const a of one.domains) for (const b of other.domains) if (a === b || tables.mixingDomains.has(`${a}|${b}`)) return null;
  return `one is known in ${[...one.domains].toSorted().join(", ")}, the other in ${[...other.domains].toSorted().join(", ")}`;
}

/** True when both are said to hold the same post. */
export function sharesPost(one: RoleEvidence, other: RoleEvidence): boolean {
  for (const post of one.posts) if (other.posts.has(post)) return true;
  return false;
}
