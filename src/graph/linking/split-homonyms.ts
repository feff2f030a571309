/**
 * Two people of one name. References whose roles contradict each other, or that have different ones and no company in common at all, are
 * two people unless the company they keep is the same;
 * references without a role go where their company is.
 */
import { addTo } from "../group-by.ts";
import type { Reference } from "./collect-references.ts";
import { type PersonEvidence, tellingCompany } from "./person-profile.ts";
import { collectRoles, findRoleConflict, type RoleEvidence, sharesPost } from "./role-evidence.ts";
import { likeCompany } from "./weigh.ts";

interface Bearer {
  readonly references: Reference[];
  roles: RoleEvidence;
  articles: ReadonlySet<number>;
}

/** Two namesakes are one when at least this share of the smaller one's articles could be either's. */
const bridgedShare = 0.5;

/** Bearers of one name, split where they are plainly not one person. Without contradicting roles a name alone is evidence enough. */
export function splitHomonyms(references: readonly Reference[], evidence: PersonEvidence): Reference[][] {
  const bearers = collectSeeds(references, evidence);
  if (bearers.length < 2) return [[...references]];
  const own = new Set(references.map(evidence.contextKey));
  const isApart = (one: Bearer, other: Bearer): boolean =>
    findRoleConflict(one.roles, other.roles, evidence.tables) !== null || areStrangers(one, other, own, evidence);
  if (!bearers.some((one, index) => bearers.slice(index + 1).some((other) => isApart(one, other)))) return [[...references]];

  const likeness = (one: ReadonlySet<number>, other: ReadonlySet<number>): number => evidence.context.likeness(one, other, own);
  const people = joinSeeds(bearers, likeness, isApart, evidence);
  const [first] = people;
  if (!first || people.length === 1) return [[...references]];

  const seeded = new Set(people.flatMap((person) => person.references));
  const assigned = new Map<Reference, Bearer>();
  const bridges = new Map<string, number>();
  for (const reference of references) {
    if (seeded.has(reference)) continue;
    const article = new Set([reference.articleIndex]);
    const fits = people.map((person) => likeness(article, person.articles));
    const best = Math.max(...fits);
    assigned.set(reference, people[fits.indexOf(best)] ?? first);
    const alike = fits.flatMap((fit, index) => (fit >= likeCompany ? [index] : []));
    alike.forEach((a, index) => {
      for (const b of alike.slice(index + 1)) bridges.set(`${a} ${b}`, (bridges.get(`${a} ${b}`) ?? 0) + 1);
    });
  }
  for (const [reference, person] of assigned) person.references.push(reference);
  return joinBridged(people, bridges, references);
}

/**
 * A museum's director and a geologist may be one; not when nobody and nothing stands in the articles of both, although each names enough.
 * Of somebody much in the news some article always does.
 */
function areStrangers(one: Bearer, other: Bearer, own: ReadonlySet<string>, { context }: PersonEvidence): boolean {
  if (one.roles.domains.size === 0 || other.roles.domains.size === 0) return false;
  for (const domain of one.roles.domains) if (other.roles.domains.has(domain)) return false;
  const isKnown = ({ articles }: Bearer): boolean => [...articles].some((article) => context.size(article, own) >= tellingCompany);
  return isKnown(one) && isKnown(other) && !context.meets(one.articles, other.articles, own);
}

/** One for each kind of role; references without a role wait. When nobody has a role, one with all. */
function collectSeeds(references: readonly Reference[], evidence: PersonEvidence): Bearer[] {
  const byRoles = new Map<string, Bearer>();
  for (const reference of references) {
    const roles = collectRoles([reference], evidence.bodyOf, evidence.tables);
    if (roles.domains.size === 0 && roles.offices.size === 0) continue;
    const offices = [...roles.offices].flatMap(([title, bodies]) => [...bodies].map((body) => `${title}|${body}`));
    const key = [...roles.domains, ...offices].toSorted().join("\n");
    const known = byRoles.get(key);
    if (known) known.references.push(reference);
    else byRoles.set(key, { references: [reference], roles, articles: new Set() });
  }
  for (const bearer of byRoles.values()) {
    bearer.roles = collectRoles(bearer.references, evidence.bodyOf, evidence.tables);
    bearer.articles = new Set(bearer.references.map(({ articleIndex }) => articleIndex));
  }
  return [...byRoles.values()].toSorted((a, b) => b.references.length - a.references.length);
}

/** Puts together, the best documented first, what does not conflict, holds one post, or keeps the same company. */
function joinSeeds(
  bearers: readonly Bearer[],
  likeness: (one: ReadonlySet<number>, other: ReadonlySet<number>) => number,
  isApart: (one: Bearer, other: Bearer) => boolean,
  evidence: PersonEvidence,
): Bearer[] {
  const people: Bearer[] = [];
  for (const bearer of bearers) {
    const fits = people
      .map((person) => {
        const company = likeness(person.articles, bearer.articles);
        const isOne = !isApart(person, bearer) || sharesPost(person.roles, bearer.roles) || company >= likeCompany;
        return { person, company, isOne };
      })
      .filter(({ isOne }) => isOne)
      .toSorted((a, b) => b.company - a.company);
    const home = fits[0]?.person;
    if (!home) {
      people.push(bearer);
      continue;
    }
    home.references.push(...bearer.references);
    home.roles = collectRoles(home.references, evidence.bodyOf, evidence.tables);
    home.articles = new Set([...home.articles, ...bearer.articles]);
  }
  return people;
}

/** Namesakes between whom most articles cannot choose are one after all. */
function joinBridged(people: readonly Bearer[], bridges: ReadonlyMap<string, number>, references: readonly Reference[]): Reference[][] {
  const homeOf = people.map((_, index) => index);
  const home = (index: number): number => {
    let at = index;
    while (homeOf[at] !== undefined && homeOf[at] !== at) at = homeOf[at] ?? at;
    return at;
  };
  for (const [pair, count] of bridges) {
    const [a = 0, b = 0] = pair.split(" ").map(Number);
    const smaller = Math.min(people[a]?.references.length ?? 0, people[b]?.references.length ?? 0);
    if (count < bridgedShare * smaller) continue;
    const [low, high] = [Math.min(home(a), home(b)), Math.max(home(a), home(b))];
    homeOf[high] = low;
  }
  const groups = new Map<number, Reference[]>();
  const order = new Map(references.map((reference, index) => [reference, index]));
  people.forEach((person, index) => {
    for (const reference of person.references) addTo(groups, home(index), reference);
  });
  return [...groups.values()].map((group) => group.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}
