/**
 * Articles that name somebody by surname only. They join the one person of that surname the other articles know, or the one who
 * clearly fits their company and role; where several fit, they stay apart.
 */

import { foldName } from "../fold-name.ts";
import { addTo, groupBy } from "../group-by.ts";
import { type KeyRing, slug } from "../ids.ts";
import type { Reference } from "./collect-references.ts";
import { givenBetween, setsOf } from "./given-identity.ts";
import { closeOver, type Judgement, judge } from "./judgement.ts";
import type { LinkedGroups } from "./link-places.ts";
import { parsePersonName, spellingKey } from "./person-name.ts";
import type { PersonEvidence, PersonProfile } from "./person-profile.ts";
import { collectRoles, findRoleConflict, type RoleEvidence, sharesPost } from "./role-evidence.ts";

/** With fewer neighbours than this an article is too bare for "nothing in common" to mean anything. */
const tellingCompany = 3;
/** A bearer is dominant when this many times as many articles name them as the next. */
const dominance = 3;

interface Fit {
  readonly person: PersonProfile;
  readonly shared: number;
  readonly hasPost: boolean;
}

/** Groups of references: every person with the surname-only references that mean them, and the rest. */
export function attachSurnames(
  people: readonly PersonProfile[],
  familyOnly: readonly Reference[],
  ring: KeyRing,
  evidence: PersonEvidence,
): LinkedGroups {
  const { given } = evidence;
  const bearers = indexBySurname(people, evidence);
  const joined = new Map<PersonProfile, Reference[]>();
  const judgements: Judgement[] = [];
  const open: { reference: Reference; key: string; hasRivals: boolean }[] = [];
  /** Who the references are that somebody judged to be one: with the first of them that finds its person, all do. */
  const personOfSet = new Map<string, PersonProfile>();
  const setsOfPerson = new Map(people.map((person) => [person, setsOf(person.references, given)]));
  for (const [person, sets] of setsOfPerson) for (const set of sets) personOfSet.set(set, person);
  for (const reference of familyOnly) {
    const { words } = parsePersonName(reference.name);
    const family = spellingKey(words.at(-1) ?? "", evidence.tables);
    const set = given.setOf(reference.key);
    const mayBe = (person: PersonProfile): boolean =>
      set === null || !(setsOfPerson.get(person) ?? []).some((other) => given.differ(set, other));
    const candidates = (bearers.get(family) ?? []).filter(mayBe);
    const key = ring.claim(`person:${slug(reference.name)}`);
    const judged = set === null ? undefined : personOfSet.get(set);
    const { person, judgement } = judged ? { person: judged, judgement: null } : choosePerson(reference, key, candidates, evidence);
    if (judgement) judgements.push(judgement);
    if (!person) {
      open.push({ reference, key, hasRivals: candidates.length > 0 });
      continue;
    }
    addTo(joined, person, reference);
    if (set === null) continue;
    personOfSet.set(set, person);
    setsOfPerson.get(person)?.push(set);
  }
  const left = open.filter(({ reference }) => {
    const person = personOfSet.get(given.setOf(reference.key) ?? "");
    if (person) addTo(joined, person, reference);
    return !person;
  });
  const rest = groupLeftovers(left, evidence);
  return {
    groups: [...people.map((person) => [...person.references, ...(joined.get(person) ?? [])]), ...rest.groups],
    judgements: [...judgements, ...rest.judgements],
  };
}

/** Family names, and single words that some article uses for the person ("Xi" for Xi Jinping). */
function indexBySurname(people: readonly PersonProfile[], { tables }: PersonEvidence): Map<string, PersonProfile[]> {
  const bearers = new Map<string, PersonProfile[]>();
  for (const person of people) {
    const words = new Set(person.names.flatMap(({ families }) => families));
    for (const form of person.references.flatMap(({ forms }) => [...forms.keys()])) {
      const name = parsePersonName(form);
      const [word] = name.words;
      if (name.words.length === 1 && word !== undefined) words.add(word);
    }
    for (const key of new Set([...words].map((word) => spellingKey(word, tables)))) addTo(bearers, key, person);
  }
  return bearers;
}

function choosePerson(
  reference: Reference,
  key: string,
  bearers: readonly PersonProfile[],
  evidence: PersonEvidence,
): { person: PersonProfile | null; judgement: Judgement | null } {
  const roles = collectRoles([reference], evidence.bodyOf, evidence.tables);
  const own = evidence.contextKey(reference);
  const company = evidence.context.size(reference.articleIndex, new Set([own]));
  const article = new Set([reference.articleIndex]);
  const fits = bearers
    .flatMap((person): Fit[] => {
      const hasOtherGender = reference.gender !== null && person.gender !== null && reference.gender !== person.gender;
      // the article itself keeps the two apart
      if (hasOtherGender || person.articles.has(reference.articleIndex)) return [];
      const shared = evidence.context.shared(article, person.articles, new Set([own, ...person.contextKeys]));
      if (shared === 0 && findRoleConflict(roles, person.roles, evidence.tables)) return [];
      return [{ person, shared, hasPost: sharesPost(roles, person.roles) }];
    })
    .toSorted((a, b) => Number(b.hasPost) - Number(a.hasPost) || b.person.articles.size - a.person.articles.size || b.shared - a.shared);
  const [best, second] = fits;
  if (!best) return { person: null, judgement: null };

  const decide = (verdict: Judgement["verdict"], score: number, decidedBy: string, reason: string) => ({
    person: verdict === "same" ? best.person : null,
    judgement: judge(key, best.person.key, { verdict, score, decidedBy, reason }),
  });
  const hasEvidence = best.shared > 0 || best.hasPost;
  if (!second) {
    if (hasEvidence) return decide("same", 0.9, "only-bearer", "the only bearer of the surname, in like company");
    if (company < tellingCompany) return decide("same", 0.75, "only-bearer", "the only bearer of the surname");
    return decide("unsure", 0.5, "only-bearer", "the only bearer of the surname, but in other company");
  }
  if (best.hasPost && !second.hasPost) return decide("same", 0.85, "same-post", "the bearer of the surname with the same post");
  const others = fits.slice(1);
  const isDominant = others.every((other) => best.person.articles.size >= dominance * other.person.articles.size);
  if (isDominant && hasEvidence)
    return decide("same", 0.8, "dominant-bearer", "by far the best-known bearer of the surname, in like company");
  const isAlone = best.shared > 1 && others.every((other) => other.shared === 0 && !other.hasPost);
  if (isAlone) return decide("same", 0.75, "like-company", "the only bearer of the surname in like company");
  return decide("unsure", 0.5, "several-bearers", `${fits.length} people of that surname fit`);
}

/**
 * Surname-only references that fit nobody. Where no full name competes, equal names are one person unless gender or roles object
 * (Pelé, Lula); where some do, only shared company joins them.
 */
function groupLeftovers(
  open: readonly { reference: Reference; key: string; hasRivals: boolean }[],
  evidence: PersonEvidence,
): LinkedGroups {
  const referenceOf = new Map(open.map(({ key, reference }) => [key, reference]));
  const same: Judgement[] = [];
  const join = (a: string, b: string, score: number, decidedBy: string, reason: string): void => {
    same.push(judge(a, b, { verdict: "same", score, decidedBy, reason }));
  };
  for (const members of groupBy(open, ({ reference }) => foldName(reference.name)).values()) {
    const firstByClue = new Map<string, string>();
    for (const { key, reference } of members) {
      const own = evidence.contextKey(reference);
      for (const clue of evidence.context.neighbours(reference.articleIndex)) {
        if (clue === own) continue;
        const first = firstByClue.get(clue);
        if (first === undefined) firstByClue.set(clue, key);
        else join(first, key, 0.7, "same-word", "the same single name in like company");
      }
    }
    const [first, ...others] = members;
    if (first && !members.some(({ hasRivals }) => hasRivals)) {
      for (const { key } of others) join(first.key, key, 0.6, "same-word", "the same single name, and no other bearer is known");
    }
  }
  const rolesOf = new Map(open.map(({ reference }) => [reference, collectRoles([reference], evidence.bodyOf, evidence.tables)]));
  const closure = closeOver([...referenceOf.keys()], same, {
    mayNotMerge: (a, b) => {
      const one = referenceOf.get(a);
      const other = referenceOf.get(b);
      return one && other ? findObjection(one, other, rolesOf, evidence) : null;
    },
    given: givenBetween(
      open.map(({ key, reference }) => ({ key, references: [reference] })),
      evidence.given,
    ),
  });
  return {
    groups: closure.groups.map((keys) => keys.flatMap((key) => referenceOf.get(key) ?? [])),
    judgements: keepSpanning(same, closure.refused),
  };
}

/** One judgement a pair is enough; shared company gives many. */
function keepSpanning(same: readonly Judgement[], refused: readonly Judgement[]): Judgement[] {
  const kept = new Map<string, Judgement>();
  for (const judgement of [...refused, ...same]) {
    const pair = `${judgement.a}\n${judgement.b}`;
    if (!kept.has(pair)) kept.set(pair, judgement);
  }
  return [...kept.values()];
}

function findObjection(a: Reference, b: Reference, rolesOf: ReadonlyMap<Reference, RoleEvidence>, evidence: PersonEvidence): string | null {
  if (a.articleIndex === b.articleIndex) return "one article names both";
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return "one is he, the other she";
  const one = rolesOf.get(a);
  const other = rolesOf.get(b);
  return one && other ? findRoleConflict(one, other, evidence.tables) : null;
}
