/**
 * Articles that name somebody by surname only. They join the one person of that surname the other articles know, or the one who
 * clearly fits their company and role; where several fit, they stay apart.
 */

import { compareText, foldName } from "../fold-name.ts";
import { addTo, groupBy } from "../group-by.ts";
import { type KeyRing, slug } from "../ids.ts";
import type { NameTables } from "../name-tables.ts";
import type { Reference } from "./collect-references.ts";
import { givenBetween, setsOf } from "./given-identity.ts";
import { closeOver, type Judgement, judge } from "./judgement.ts";
import type { LinkedGroups } from "./link-places.ts";
import { looseKey, parsePersonName, spellingKey } from "./person-name.ts";
import { compareCircumstances, type PersonEvidence, type PersonProfile, usualPersonName } from "./person-profile.ts";
import { collectRoles, findRoleConflict, type RoleEvidence } from "./role-evidence.ts";
import { type Circumstances, likeCompany, sureEnough, weigh } from "./weigh.ts";

/** How much weight a person has whom no article names in full, beside one that an article does. */
const unknownBearer = 0.25;

/** A surname whose bearer was not found. */
interface OpenReference {
  readonly reference: Reference;
  readonly key: string;
  /** Key of the person that it fits best, though not well enough; null when nobody of that surname is known. */
  readonly rival: string | null;
}

interface Fit {
  readonly person: PersonProfile;
  readonly circumstances: Circumstances;
  /** In proportion to the probability that the surname means this person. */
  readonly weight: number;
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
  const kin = indexKin(people, familyOnly, evidence);
  const joined = new Map<PersonProfile, Reference[]>();
  const judgements: Judgement[] = [];
  const open: OpenReference[] = [];
  const parts = new Map<string, readonly Reference[]>();
  /** Who the references are that somebody judged to be one: with the first of them that finds its person, all do. */
  const personOfSet = new Map<string, PersonProfile>();
  const setsOfPerson = new Map(people.map((person) => [person, setsOf(person.references, given)]));
  for (const [person, sets] of setsOfPerson) for (const set of sets) personOfSet.set(set, person);
  const personOfName = indexByUsualName(people, evidence);
  for (const reference of familyOnly) {
    const { words } = parsePersonName(reference.name);
    const families = surnameKeys(words.at(-1) ?? "", evidence.tables);
    const set = given.setOf(reference.key);
    const mayBe = (person: PersonProfile): boolean =>
      set === null || !(setsOfPerson.get(person) ?? []).some((other) => given.differ(set, other));
    const candidates = [...new Set(families.flatMap((family) => bearers.get(family) ?? []))].filter(mayBe);
    const key = ring.claim(`person:${slug(reference.name)}`);
    parts.set(key, [reference]);
    const judged = set === null ? undefined : personOfSet.get(set);
    const listed = personOfName.get(usualPersonName([reference], evidence.tables) ?? "");
    const { person, judgement } = judged
      ? { person: judged, judgement: null }
      : listed && mayBe(listed)
        ? { person: listed, judgement: judgeListed(key, listed) }
        : candidates.length > 0
          ? choosePerson(reference, key, candidates, evidence)
          : chooseKin(key, kin(reference).filter(mayBe));
    if (judgement) judgements.push(judgement);
    if (!person) {
      open.push({ reference, key, rival: judgement === null ? null : judgement.a === key ? judgement.b : judgement.a });
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
    parts,
  };
}

/**
 * Finds those whom an article may call by a given name alone, because it has named somebody of the family: "Pavel Drozd's sister Elena".
 */
function indexKin(
  people: readonly PersonProfile[],
  familyOnly: readonly Reference[],
  { tables }: PersonEvidence,
): (reference: Reference) => PersonProfile[] {
  const families = new Map<number, Set<string>>();
  const note = (articleIndex: number, words: readonly string[]): void => {
    const known = families.get(articleIndex) ?? new Set();
    families.set(articleIndex, known);
    for (const word of words) for (const key of surnameKeys(word, tables)) known.add(key);
  };
  const byGivenName = new Map<string, PersonProfile[]>();
  for (const person of people) {
    const names = new Set(person.names.flatMap(({ words }) => (words.length > 1 ? (words[0] ?? []) : [])));
    for (const name of names) addTo(byGivenName, spellingKey(name, tables), person);
    for (const articleIndex of person.articles) for (const { families: own } of person.names) note(articleIndex, own);
  }
  for (const { articleIndex, name } of familyOnly) note(articleIndex, parsePersonName(name).families);
  return ({ articleIndex, name, gender }) => {
    const { words } = parsePersonName(name);
    const [given = ""] = words;
    const around = families.get(articleIndex);
    if (words.length !== 1 || !around) return [];
    return (byGivenName.get(spellingKey(given, tables)) ?? []).filter((person) => {
      if (person.articles.has(articleIndex) || (gender !== null && person.gender !== null && gender !== person.gender)) return false;
      return person.names.some(({ families: own }) => own.some((word) => around.has(spellingKey(word, tables))));
    });
  };
}

function chooseKin(key: string, kin: readonly PersonProfile[]): { person: PersonProfile | null; judgement: Judgement | null } {
  const [only, another] = kin;
  if (!only || another) return { person: null, judgement: null };
  const reason = "the given name of somebody whose family the article names";
  return { person: only, judgement: judge(key, only.key, { verdict: "same", score: 0.85, decidedBy: "given-name-of-kin", reason }) };
}

/** People whom a user's alias file knows, by the name it gives them; of two, the one more often in the news. */
function indexByUsualName(people: readonly PersonProfile[], { tables }: PersonEvidence): Map<string, PersonProfile> {
  const found = new Map<string, PersonProfile>();
  for (const person of people) {
    const usual = usualPersonName(person.references, tables);
    const known = usual === null ? undefined : found.get(usual);
    if (usual !== null && (!known || known.articles.size < person.articles.size)) found.set(usual, person);
  }
  return found;
}

function judgeListed(key: string, person: PersonProfile): Judgement {
  const reason = "the alias file says that this is another name";
  return judge(key, person.key, { verdict: "same", score: 0.99, decidedBy: "alias-file", reason });
}

function surnameKeys(word: string, tables: NameTables): string[] {
  const loose = looseKey(word, "family");
  return [spellingKey(word, tables), ...(loose === null ? [] : [`~${loose}`])];
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
    for (const key of new Set([...words].flatMap((word) => surnameKeys(word, tables)))) addTo(bearers, key, person);
  }
  return bearers;
}

/**
 * Weighs the bearers against one another and against somebody unknown: who is in the news more often is meant more often, and company
 * and post speak for one of them.
 */
function choosePerson(
  reference: Reference,
  key: string,
  bearers: readonly PersonProfile[],
  evidence: PersonEvidence,
): { person: PersonProfile | null; judgement: Judgement | null } {
  const roles = collectRoles([reference], evidence.bodyOf, evidence.tables);
  const self = { articles: new Set([reference.articleIndex]), contextKeys: new Set([evidence.contextKey(reference)]), roles };
  // the article itself keeps the two apart
  const elsewhere = bearers.filter(({ articles }) => !articles.has(reference.articleIndex));
  const otherGender = ({ gender }: PersonProfile): boolean => reference.gender !== null && gender !== null && reference.gender !== gender;
  const fits = elsewhere
    .flatMap((person): Fit[] => {
      if (otherGender(person)) return [];
      const circumstances = compareCircumstances(self, person, evidence);
      const isAlike = circumstances.likeness >= likeCompany;
      if (!isAlike && findRoleConflict(roles, person.roles, evidence.tables)) return [];
      return [{ person, circumstances, weight: Math.sqrt(person.articles.size) * Math.exp(weigh(circumstances)) }];
    })
    .toSorted((a, b) => b.weight - a.weight || compareText(a.person.key, b.person.key));
  const [best] = fits;
  if (!best) {
    const apart = elsewhere.filter(otherGender);
    return { person: null, judgement: judgeOtherGender(key, apart, (person) => compareCircumstances(self, person, evidence)) };
  }

  const score = Math.round((1000 * best.weight) / fits.reduce((sum, { weight }) => sum + weight, unknownBearer)) / 1000;
  const isSure = score >= sureEnough;
  const { likeness, sharesPost, isWellKnown } = best.circumstances;
  const only = fits.length === 1 ? "the only bearer of the surname" : `of ${fits.length} bearers of the surname`;
  const clue = sharesPost
    ? "same-post"
    : likeness >= likeCompany
      ? "like-company"
      : fits.length === 1
        ? "only-bearer"
        : "best-known-bearer";
  const reasons = {
    "same-post": `${only}${fits.length === 1 ? "," : " the one"} with the same post`,
    "like-company": `${only}${fits.length === 1 ? "," : " the one"} in like company`,
    "only-bearer": isWellKnown ? `${only}, but in other company` : only,
    "best-known-bearer": `${only} the one most in the news`,
  };
  return {
    person: isSure ? best.person : null,
    judgement: judge(key, best.person.key, {
      verdict: isSure ? "same" : "unsure",
      score,
      decidedBy: isSure || fits.length === 1 ? clue : "several-bearers",
      reason: isSure || fits.length === 1 ? reasons[clue] : `${fits.length} people of that surname fit`,
    }),
  };
}

/** A pronoun may be read wrongly: the only bearer in like company or of the same post is somebody's to look at, though never joined. */
function judgeOtherGender(
  key: string,
  bearers: readonly PersonProfile[],
  circumstancesOf: (person: PersonProfile) => Circumstances,
): Judgement | null {
  const [only, another] = bearers;
  if (!only || another) return null;
  const { likeness, sharesPost } = circumstancesOf(only);
  if (!sharesPost && likeness < likeCompany) return null;
  const reason = `the only bearer of the surname, ${sharesPost ? "with the same post" : "in like company"}, but one is he and the other she`;
  return judge(key, only.key, { verdict: "unsure", score: 0.3, decidedBy: "other-gender", reason });
}

/**
 * Surname-only references that fit nobody. Where no full name competes, equal names are one person unless gender or roles object
 * (Pelé, Lula); where some do, only shared company joins those that fit the same person best.
 */
function groupLeftovers(open: readonly OpenReference[], evidence: PersonEvidence): Omit<LinkedGroups, "parts"> {
  const referenceOf = new Map(open.map(({ key, reference }) => [key, reference]));
  const same: Judgement[] = [];
  const join = (a: string, b: string, score: number, decidedBy: string, reason: string): void => {
    same.push(judge(a, b, { verdict: "same", score, decidedBy, reason }));
  };
  for (const members of groupBy(open, ({ reference, rival }) => `${foldName(reference.name)}|${rival ?? ""}`).values()) {
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
    if (first && first.rival === null) {
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
