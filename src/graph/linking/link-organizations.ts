/**
 * The same organisation across articles: equal names, a country left out in front ("U.S. State Department"), an acronym, another
 * name. A word that many countries' bodies share ("Foreign Ministry") is the body of the country the article is about.
 */

import { compareText, foldName, isAcronym } from "../fold-name.ts";
import { addTo, groupBy } from "../group-by.ts";
import { KeyRing, slug } from "../ids.ts";
import { foldCountry, type NameTables } from "../name-tables.ts";
import { type AttachedAcronyms, attachAcronym } from "./attach-acronyms.ts";
import { chooseName, type Reference } from "./collect-references.ts";
import { type GivenIdentity, givenBetween, partGiven } from "./given-identity.ts";
import { closeOver, type Judgement, judge } from "./judgement.ts";
import { type LinkedGroups, partsOf } from "./link-places.ts";
import type { ContextIndex } from "./shared-context.ts";
import { likeCompany } from "./weigh.ts";

/** The countries that each article mentions → how often. */
export type CountryCounts = readonly ReadonlyMap<string, number>[];

interface Profile {
  readonly key: string;
  readonly references: readonly Reference[];
  /** Folded, without country. */
  readonly base: string;
  readonly country: string | null;
  /** The country that the articles are about, for bodies that every country has. */
  readonly setting: string | null;
  readonly acronym: string | null;
  readonly articles: ReadonlySet<number>;
}

/** Bodies that every country has one of. */
const everyCountryHas =
  /^(?:(?:\p{L}+ ){0,3}ministry|government|cabinet|parliament|central bank|army|military|armed forces|police|navy|air force|national assembly|supreme court|foreign office)$/u;
const legalForms = /(?: (?:inc|incorporated|ltd|limited|llc|plc|corp|corporation|co|company|gmbh|ag|sa|nv|spa|oyj|ab))+$/u;
const noKeys: ReadonlySet<string> = new Set();
const stopWords = new Set(["of", "the", "and", "for", "in", "on", "de", "du", "la", "to", "a"]);
/** Words as they are compared: British spellings, and what headlines shorten. */
const usualWords: Readonly<Record<string, string>> = {
  admin: "administration",
  assn: "association",
  dept: "department",
  govt: "government",
  intl: "international",
  univ: "university",
  defence: "defense",
  organisation: "organization",
  centre: "center",
  programme: "program",
  labour: "labor",
};

/** Groups the references to organisations. */
export function linkOrganizations(
  references: readonly Reference[],
  countries: CountryCounts,
  context: ContextIndex,
  { tables, given }: { readonly tables: NameTables; readonly given: GivenIdentity },
): LinkedGroups {
  const ring = new KeyRing();
  const acronyms = attachAcronyms(collectProfiles(references, countries, context, { tables, given, ring }), { context, given, ring });
  const { profiles } = acronyms;
  const judgements = [
    ...acronyms.judgements,
    ...judgeOtherNames(profiles, tables),
    ...judgeCountryPrefixes(profiles, countries),
    ...judgeDeclaredAliases(profiles),
    ...judgeAcronyms(profiles, context),
    ...judgeShortNames(profiles, context),
  ];
  const profileOf = new Map(profiles.map((profile) => [profile.key, profile]));
  const areTwoCountries = (a: string, b: string): string | null => {
    const one = profileOf.get(a)?.country ?? null;
    const other = profileOf.get(b)?.country ?? null;
    return one !== null && other !== null && one !== other ? `they belong to ${one} and ${other}` : null;
  };
  const { groups, refused } = closeOver([...profileOf.keys()], judgements, {
    mayNotMerge: areTwoCountries,
    given: givenBetween(profiles, given),
  });
  return {
    groups: groups.map((keys) => keys.flatMap((key) => [...(profileOf.get(key)?.references ?? []), ...(acronyms.attached.get(key) ?? [])])),
    judgements: [...judgements, ...refused],
    parts: new Map([...partsOf(profiles), ...acronyms.parts]),
  };
}

/** The name in comparable form, and the country in front of it. */
export function foldOrganization(name: string, tables: NameTables): { base: string; country: string | null } {
  const words = foldName(name.replace(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, "").replaceAll("&", " and "))
    .replace(/^the /u, "")
    .split(" ")
    .map((word) => usualWords[word] ?? word);
  let country: string | null = null;
  for (const length of [3, 2, 1]) {
    if (words.length <= length) continue;
    const front = words.slice(0, length).join(" ");
    const possessive = front.replace(/s$/u, "");
    const found = tables.countryByName.get(front) ?? tables.countryByAdjective.get(front) ?? tables.countryByName.get(possessive);
    if (found === undefined) continue;
    country = found;
    words.splice(0, length);
    break;
  }
  const base = words
    .join(" ")
    .replace(/^(ministry|department) (?:of|for) (?:the )?(.+)$/u, "$2 $1")
    .replace(/^(.+?) of ([\p{L} ]+)$/u, (whole, body: string, owner: string) => {
      const found = tables.countryByName.get(owner);
      if (found === undefined || !everyCountryHas.test(body)) return whole;
      country ??= found;
      return body;
    })
    .replace(/^foreign affairs ministry$/u, "foreign ministry")
    .replace(/(?<=\p{L}) affairs ministry$/u, " ministry")
    .replace(legalForms, "");
  return { base: base === "" ? words.join(" ") : base, country };
}

function collectProfiles(
  references: readonly Reference[],
  countries: CountryCounts,
  context: ContextIndex,
  { tables, given, ring }: { readonly tables: NameTables; readonly given: GivenIdentity; readonly ring: KeyRing },
): Profile[] {
  const drafts = groupBy(references, (reference) => {
    const { base, country } = foldOrganization(reference.name, tables);
    const setting = country === null && everyCountryHas.test(base) ? mainCountry(countries[reference.articleIndex]) : null;
    return JSON.stringify([base, country, setting]);
  });
  const closeness = (one: Reference, other: Reference): number =>
    context.likeness(new Set([one.articleIndex]), new Set([other.articleIndex]), noKeys);
  return [...drafts]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([draft, alike]) => partGiven(alike, given, closeness).map((members) => [draft, members] as const))
    .map(([draft, members]) => {
      const [base, country, setting] = JSON.parse(draft) as [string, string | null, string | null];
      const name = chooseName(new Map(members.map((member) => [member.name, 1])), () => true);
      const key = ring.claim(`organization:${slug(setting === null ? name : `${name} ${setting}`)}`);
      const acronym = isAcronym(name) ? name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase() : null;
      return { key, references: members, base, country, setting, acronym, articles: new Set(members.map((m) => m.articleIndex)) };
    });
}

/** Takes the references by letters that several bodies share out of their profiles, as far as company tells whose they are. */
function attachAcronyms(
  profiles: readonly Profile[],
  known: { readonly context: ContextIndex; readonly given: GivenIdentity; readonly ring: KeyRing },
): AttachedAcronyms & { readonly profiles: readonly Profile[] } {
  const byInitials = indexByInitials(profiles);
  const attached = new Map<string, Reference[]>();
  const parts = new Map<string, readonly Reference[]>();
  const judgements: Judgement[] = [];
  const left = profiles.flatMap((short): Profile[] => {
    const bodies = short.acronym === null ? [] : (byInitials.get(short.acronym) ?? []);
    if (new Set(bodies.map(({ base }) => base)).size < 2) return [short];
    const found = attachAcronym(short, bodies, known);
    for (const [body, members] of found.attached) for (const member of members) addTo(attached, body, member);
    for (const [key, members] of found.parts) parts.set(key, members);
    judgements.push(...found.judgements);
    const gone = new Set([...found.parts.values()].flat());
    const references = short.references.filter((reference) => !gone.has(reference));
    if (gone.size === 0) return [short];
    return references.length === 0 ? [] : [{ ...short, references, articles: new Set(references.map((r) => r.articleIndex)) }];
  });
  return { profiles: left, attached, parts, judgements };
}

/** The country an article mentions at least twice as often as any other. */
function mainCountry(counts: ReadonlyMap<string, number> | undefined): string | null {
  const [first, second] = [...(counts ?? [])].toSorted(([a, x], [b, y]) => y - x || compareText(a, b));
  if (!first) return null;
  return !second || first[1] >= 2 * second[1] ? first[0] : null;
}

function judgeOtherNames(profiles: readonly Profile[], tables: NameTables): Judgement[] {
  const known = groupBy(profiles, ({ references }) => {
    const names = new Set(references.map(({ name }) => name));
    for (const name of names) {
      const usual = tables.otherNames.get(`ORGANIZATION|${foldCountry(name)}`) ?? tables.otherNames.get(`ORGANIZATION|${foldName(name)}`);
      if (usual !== undefined) return usual;
    }
    return null;
  });
  return [...known].flatMap(([usual, [first, ...others]]) =>
    usual === null || !first
      ? []
      : others.map((other) => {
          const reason = `both are names of ${usual}`;
          return judge(first.key, other.key, { verdict: "same", score: 0.97, decidedBy: "other-names", reason });
        }),
  );
}

/** "State Department" is the U.S. one where no other country's is in sight. */
function judgeCountryPrefixes(profiles: readonly Profile[], countries: CountryCounts): Judgement[] {
  const byBase = groupBy(profiles, ({ base }) => base);
  const judgements: Judgement[] = [];
  for (const [base, alike] of byBase) {
    const national = alike.filter(({ country }) => country !== null);
    for (const [country, [first, ...others]] of groupBy(national, (profile) => profile.country)) {
      for (const other of first ? others : []) {
        const reason = `both are the ${base} of ${country}`;
        judgements.push(judge(first?.key ?? "", other.key, { verdict: "same", score: 0.97, decidedBy: "same-country", reason }));
      }
    }
    for (const bare of alike.filter(({ country }) => country === null)) {
      const candidates = national.filter(({ country }) =>
        bare.setting === null ? isSetIn(bare, country, countries) : bare.setting === country,
      );
      const owners = new Set(candidates.map(({ country }) => country));
      for (const candidate of candidates.slice(0, 2)) {
        const isClear = owners.size === 1;
        judgements.push(
          judge(bare.key, candidate.key, {
            verdict: isClear ? "same" : "unsure",
            score: isClear ? 0.9 : 0.5,
            decidedBy: "country-left-out",
            reason: isClear ? `only ${candidate.country} has a ${base} here` : `several countries have a ${base} here`,
          }),
        );
      }
    }
  }
  return judgements;
}

/** True unless the articles mention countries, and this one is not among them. */
function isSetIn(profile: Profile, country: string | null, countries: CountryCounts): boolean {
  let known = false;
  for (const article of profile.articles) {
    const counts = countries[article];
    if (country !== null && counts?.has(country)) return true;
    if (counts && counts.size > 0) known = true;
  }
  return !known;
}

/** One article calls the Israel Defense Forces "IDF"; another says only "IDF". */
function judgeDeclaredAliases(profiles: readonly Profile[]): Judgement[] {
  const byName = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const name of new Set(profile.references.map((reference) => foldCountry(reference.name)))) {
      addTo(byName, name, profile);
    }
  }
  const owners = new Map<string, Set<Profile>>();
  for (const profile of profiles) {
    for (const { forms, name } of profile.references) {
      for (const form of forms.keys()) {
        const alias = foldCountry(form);
        if (alias === foldCountry(name) || !(isAcronym(form) || alias.includes(" "))) continue;
        owners.set(alias, (owners.get(alias) ?? new Set()).add(profile));
      }
    }
  }
  const judgements: Judgement[] = [];
  for (const [alias, callers] of owners) {
    const [caller] = callers;
    for (const named of byName.get(alias) ?? []) {
      if (!caller || callers.has(named)) continue;
      const isClear = new Set([...callers].map(({ base }) => base)).size === 1;
      const reason = isClear ? `an article calls one by the other's name, "${alias}"` : `several bodies are called "${alias}"`;
      const verdict = isClear ? "same" : "unsure";
      judgements.push(judge(caller.key, named.key, { verdict, score: isClear ? 0.95 : 0.5, decidedBy: "declared-alias", reason }));
    }
  }
  return judgements;
}

/** "TransNorth" and "the Commission" of an article that names it no longer: the one body in like company that another article calls so for short. */
function judgeShortNames(profiles: readonly Profile[], context: ContextIndex): Judgement[] {
  const callers = new Map<string, Set<Profile>>();
  for (const profile of profiles) {
    for (const { forms, name } of profile.references) {
      // "Hamas and Fatah", read as one, is not Hamas.
      if (!name.includes(" ") || / (?:and|&) /u.test(name)) continue;
      for (const form of forms.keys()) {
        const short = foldCountry(form);
        if (!short.includes(" ") && !isAcronym(form) && short.length > 3)
          callers.set(short, (callers.get(short) ?? new Set()).add(profile));
      }
    }
  }
  return profiles.flatMap((profile): Judgement[] => {
    const known = [...(callers.get(profile.base) ?? [])].filter((other) => other !== profile);
    const [only, another] = known.filter(({ articles }) => context.likeness(profile.articles, articles, noKeys) >= likeCompany);
    if (!only || profile.country !== null || everyCountryHas.test(profile.base)) return [];
    const verdict = another ? "unsure" : "same";
    const reason = another
      ? `several bodies in like company are called "${profile.base}" for short`
      : "an article in like company calls the other so for short";
    return [judge(profile.key, only.key, { verdict, score: another ? 0.5 : 0.85, decidedBy: "short-name", reason })];
  });
}

/** Bodies with a name of several words, by their initials. */
function indexByInitials(profiles: readonly Profile[]): ReadonlyMap<string, Profile[]> {
  const byInitials = new Map<string, Profile[]>();
  for (const profile of profiles) {
    if (profile.acronym !== null) continue;
    const names = new Set(profile.references.map(({ name }) => name));
    for (const letters of new Set([...names].flatMap(initialsOf))) addTo(byInitials, letters, profile);
  }
  return byInitials;
}

/** "IAEA" and the one body here whose initials it is, in like company. */
function judgeAcronyms(profiles: readonly Profile[], context: ContextIndex): Judgement[] {
  const byInitials = indexByInitials(profiles);
  return profiles.flatMap((short) => {
    const candidates = short.acronym === null ? [] : (byInitials.get(short.acronym) ?? []);
    const close = candidates.filter(({ articles }) => context.likeness(short.articles, articles, noKeys) >= likeCompany);
    const [candidate, second] = close;
    if (!candidate) return [];
    const isClear = !second;
    return [
      judge(short.key, candidate.key, {
        verdict: isClear ? "same" : "unsure",
        score: isClear ? 0.85 : 0.5,
        decidedBy: "initials",
        reason: isClear ? "the letters are the initials of the name" : "the letters are the initials of several names",
      }),
    ];
  });
}

function initialsOf(name: string): string[] {
  const words = foldName(name).replace(/^the /u, "").split(" ");
  if (words.length < 2) return [];
  const initials = (chosen: readonly string[]): string => chosen.map((word) => [...word][0] ?? "").join("");
  return [...new Set([initials(words), initials(words.filter((word) => !stopWords.has(word)))])];
}
