/**
 * The same person across articles. First full names ("Binyamin Netanyahu" is Benjamin, "George W. Bush" is not George H. W.), then
 * articles that use nothing but a surname, which join the one bearer they can mean or stay apart. Homonyms whose roles and company
 * have nothing in common stay two.
 */

import { compareText } from "../fold-name.ts";
import { addTo, groupBy } from "../group-by.ts";
import { KeyRing, slug } from "../ids.ts";
import { attachSurnames } from "./attach-surnames.ts";
import type { Reference } from "./collect-references.ts";
import { givenBetween, partGiven } from "./given-identity.ts";
import { closeOver, type Judgement, judge } from "./judgement.ts";
import type { LinkedGroups } from "./link-places.ts";
import { comparePersonNames, parsePersonName, spellingKey } from "./person-name.ts";
import { makeProfile, mergeProfiles, type PersonEvidence, type PersonProfile } from "./person-profile.ts";
import { collectRoles, findRoleConflict, type RoleEvidence } from "./role-evidence.ts";

/** Groups the references to persons. */
export function linkPersons(references: readonly Reference[], evidence: PersonEvidence): LinkedGroups {
  const ring = new KeyRing();
  const named: Reference[] = [];
  const familyOnly: Reference[] = [];
  for (const reference of references) (parsePersonName(reference.name).isFamilyOnly ? familyOnly : named).push(reference);

  const { profiles, judgements } = collectProfiles(named, ring, evidence);
  const compared = compareProfiles(profiles, evidence);
  judgements.push(...compared.judgements);
  const { groups, refused } = closeOver(
    profiles.map(({ key }) => key),
    judgements,
    { mayNotMerge: compared.objection, given: givenBetween(profiles, evidence.given) },
  );
  const profileOf = new Map(profiles.map((profile) => [profile.key, profile]));
  const people = groups.map((keys) =>
    mergeProfiles(
      keys.flatMap((key) => profileOf.get(key) ?? []),
      evidence,
    ),
  );
  const attached = attachSurnames(people, familyOnly, ring, evidence);
  return { groups: attached.groups, judgements: [...judgements, ...refused, ...attached.judgements] };
}

/** One profile for each spelling of a full name; several where the bearers are plainly not one person. */
function collectProfiles(
  references: readonly Reference[],
  ring: KeyRing,
  evidence: PersonEvidence,
): { profiles: PersonProfile[]; judgements: Judgement[] } {
  const byName = groupBy(references, ({ name }) => {
    const { words, suffix } = parsePersonName(name);
    return [...words, ...(suffix ? [suffix] : [])].join(" ");
  });
  const profiles: PersonProfile[] = [];
  const judgements: Judgement[] = [];
  for (const [name, bearers] of [...byName].toSorted(([a], [b]) => compareText(a, b))) {
    const parts = partGiven(bearers, evidence.given, closenessIn(evidence)).flatMap((part) => splitHomonyms(part, evidence));
    const homonyms = parts.map((group) => makeProfile(ring.claim(`person:${slug(name)}`), group, evidence));
    profiles.push(...homonyms);
    homonyms.forEach((one, index) => {
      for (const other of homonyms.slice(index + 1)) {
        const reason = findRoleConflict(one.roles, other.roles, evidence.tables) ?? "nothing connects their roles";
        judgements.push(judge(one.key, other.key, { verdict: "different", score: 0, decidedBy: "other-roles", reason }));
      }
    });
  }
  return { profiles, judgements };
}

/** How many telling neighbours the articles of two references share. */
function closenessIn({ context, contextKey }: PersonEvidence): (one: Reference, other: Reference) => number {
  return (one, other) =>
    context.shared(new Set([one.articleIndex]), new Set([other.articleIndex]), new Set([contextKey(one), contextKey(other)]));
}

/**
 * Bearers of one name, split where roles contradict each other and no shared neighbour or post connects the articles. Bearers
 * without contradicting roles are one: a name alone is evidence enough.
 */
function splitHomonyms(bearers: readonly Reference[], evidence: PersonEvidence): Reference[][] {
  const rolesOf = new Map(bearers.map((bearer) => [bearer, collectRoles([bearer], evidence.bodyOf, evidence.tables)]));
  const distinct = new Map<string, RoleEvidence>();
  for (const roles of rolesOf.values()) distinct.set([...roles.domains, ...roles.posts].toSorted().join("\n"), roles);
  const kinds = [...distinct.values()];
  const mayConflict = kinds.some((one, index) => kinds.slice(index + 1).some((other) => findRoleConflict(one, other, evidence.tables)));
  if (!mayConflict) return [[...bearers]];

  const components = connectBearers(bearers, rolesOf, evidence).toSorted((a, b) => b.length - a.length);
  const people: Reference[][] = [];
  for (const component of components) {
    const roles = collectRoles(component, evidence.bodyOf, evidence.tables);
    const home = people.find((person) => !findRoleConflict(collectRoles(person, evidence.bodyOf, evidence.tables), roles, evidence.tables));
    if (home) home.push(...component);
    else people.push([...component]);
  }
  return people;
}

/** Bearers joined by a telling neighbour or a post that they share, directly or through others. */
function connectBearers(
  bearers: readonly Reference[],
  rolesOf: ReadonlyMap<Reference, RoleEvidence>,
  evidence: PersonEvidence,
): Reference[][] {
  const componentOf = new Map<Reference, Reference[]>(bearers.map((bearer) => [bearer, [bearer]]));
  const byClue = new Map<string, Reference[]>();
  for (const bearer of bearers) {
    const own = evidence.contextKey(bearer);
    for (const key of evidence.context.neighbours(bearer.articleIndex)) if (key !== own) addTo(byClue, key, bearer);
    for (const post of rolesOf.get(bearer)?.posts ?? []) addTo(byClue, `post ${post}`, bearer);
  }
  for (const [first, ...others] of byClue.values()) {
    for (const other of others) {
      const one = first && componentOf.get(first);
      const two = componentOf.get(other);
      if (!one || !two || one === two) continue;
      const [large, small] = one.length >= two.length ? [one, two] : [two, one];
      for (const member of small) {
        large.push(member);
        componentOf.set(member, large);
      }
    }
  }
  const order = new Map(bearers.map((bearer, index) => [bearer, index]));
  const place = (bearer: Reference | undefined): number => (bearer ? (order.get(bearer) ?? 0) : 0);
  return [...new Set(componentOf.values())]
    .map((members) => members.toSorted((a, b) => place(a) - place(b)))
    .toSorted((a, b) => place(a[0]) - place(b[0]));
}

/** Judges every pair of profiles that shares a family name, or the same words in another order. */
function compareProfiles(
  profiles: readonly PersonProfile[],
  evidence: PersonEvidence,
): { judgements: Judgement[]; objection: (a: string, b: string) => string | null } {
  const blocks = new Map<string, PersonProfile[]>();
  for (const profile of profiles) {
    const words = profile.names[0]?.words ?? [];
    const keys = new Set([
      ...(profile.names[0]?.families ?? []).map((family) => spellingKey(family, evidence.tables)),
      words.toSorted().join(" "),
      words.join(""),
      // for "Mohammed bin Salman (Al Saud)": names that begin alike
      ...(words.length > 2 ? [words.slice(0, -1).join(" "), words.slice(0, 2).join(" ")] : [words.join(" ")]),
    ]);
    for (const key of keys) addTo(blocks, key, profile);
  }
  const decided = new Map<string, Judgement | null>();
  const decide = (one: PersonProfile, other: PersonProfile): Judgement | null => {
    const pair = one.key < other.key ? `${one.key}\n${other.key}` : `${other.key}\n${one.key}`;
    const known = decided.get(pair);
    if (known !== undefined) return known;
    const judgement = judgePair(one, other, evidence);
    decided.set(pair, judgement);
    return judgement;
  };
  for (const block of blocks.values()) {
    block.forEach((one, index) => {
      for (const other of block.slice(index + 1)) if (one !== other) decide(one, other);
    });
  }
  const profileOf = new Map(profiles.map((profile) => [profile.key, profile]));
  return {
    judgements: resolveUnsure([...decided.values()].flatMap((judgement) => judgement ?? [])),
    objection: (a, b) => {
      const one = profileOf.get(a);
      const other = profileOf.get(b);
      if (!one || !other) return null;
      const compared = comparePersonNames(one.names[0] ?? noName, other.names[0] ?? noName, evidence.tables);
      return compared.verdict === "different" ? compared.decidedBy.replaceAll("-", " ") : null;
    },
  };
}

const noName = parsePersonName("");

/** What the names and the evidence say; null where the names have nothing in common, which needs no record. */
function judgePair(one: PersonProfile, other: PersonProfile, evidence: PersonEvidence): Judgement | null {
  const compared = comparePersonNames(one.names[0] ?? noName, other.names[0] ?? noName, evidence.tables);
  if (compared.verdict !== "same") return null;
  const different = (decidedBy: string, reason: string): Judgement =>
    judge(one.key, other.key, { verdict: "different", score: 0, decidedBy, reason });
  if (one.gender !== null && other.gender !== null && one.gender !== other.gender) {
    return different("other-gender", "one is he, the other she");
  }
  if (compared.score < 0.95 && [...one.articles].some((article) => other.articles.has(article))) {
    return different("named-apart", "one article names both");
  }
  const shared = evidence.context.shared(one.articles, other.articles, new Set([...one.contextKeys, ...other.contextKeys]));
  const conflict = shared === 0 ? findRoleConflict(one.roles, other.roles, evidence.tables) : null;
  if (conflict !== null) return different("other-roles", conflict);
  const isSure = !compared.needsContext || shared > 0;
  return judge(one.key, other.key, {
    verdict: isSure ? "same" : "unsure",
    score: compared.score,
    decidedBy: compared.decidedBy,
    reason: `${explanations[compared.decidedBy] ?? compared.decidedBy}${shared > 0 ? ", in like company" : ""}`,
  });
}

const explanations: Readonly<Record<string, string>> = {
  "same-name": "the names are equal",
  spacing: "the names differ only in spaces",
  "word-order": "the names have the same words",
  spelling: "the names are two spellings of one",
  nickname: "one given name is short for the other",
  initial: "one given name is the other's initial",
  "middle-name": "one name leaves out or shortens a middle name",
  "leading-initial-left-out": "one name leaves out the first initial",
  "longer-name": "one name goes on after the other ends",
  "suffix-left-out": "one name leaves out the suffix",
};

/** A name that needs its company to agree, and agrees with two different people, is left open. */
function resolveUnsure(judgements: readonly Judgement[]): Judgement[] {
  const weak = (judgement: Judgement): boolean => judgement.verdict === "same" && judgement.score < 0.87;
  const partners = new Map<string, string[]>();
  for (const judgement of judgements.filter(weak)) {
    addTo(partners, judgement.a, judgement.b);
    addTo(partners, judgement.b, judgement.a);
  }
  const agree = new Set(judgements.filter((judgement) => judgement.verdict === "same").map(({ a, b }) => `${a}\n${b}`));
  const areOne = (keys: readonly string[]): boolean =>
    keys.every((x, index) => keys.slice(index + 1).every((y) => agree.has(x < y ? `${x}\n${y}` : `${y}\n${x}`)));
  return judgements.map((judgement) => {
    if (!weak(judgement)) return judgement;
    const isClear = areOne(partners.get(judgement.a) ?? []) && areOne(partners.get(judgement.b) ?? []);
    return isClear ? judgement : { ...judgement, verdict: "unsure", reason: `${judgement.reason}, but others fit as well` };
  });
}
