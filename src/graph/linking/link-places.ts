/**
 * The same place across articles: equal names, names of one country, other names of one city. "Paris, Texas" is not Paris.
 * "Washington" stays a place of its own, whatever it stands for.
 */
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import { compareText, foldName } from "../fold-name.ts";
import { groupBy } from "../group-by.ts";
import { KeyRing, slug } from "../ids.ts";
import { foldCountry, type NameTables } from "../name-tables.ts";
import type { Reference } from "./collect-references.ts";
import { referenceKey } from "./collect-references.ts";
import { type GivenIdentity, givenBetween, partGiven } from "./given-identity.ts";
import { closeOver, type Judgement, judge } from "./judgement.ts";

/** References that are one entity, with the judgements that made them so. */
export interface LinkedGroups {
  readonly groups: readonly (readonly Reference[])[];
  readonly judgements: readonly Judgement[];
  /** What the keys of the judgements stand for. A key whose part was joined to others may stand for all of them. */
  readonly parts: ReadonlyMap<string, readonly Reference[]>;
}

/** States and provinces that newspapers write behind a town, folded; towns of one name in two of them are two towns. */
const provinces = new Map(
  (
    "alabama:ala alaska arizona:ariz arkansas:ark california:calif colorado:colo connecticut:conn delaware:del florida:fla georgia:ga " +
    "hawaii idaho illinois:ill indiana:ind iowa kansas:kan kentucky:ky louisiana:la maine maryland:md massachusetts:mass michigan:mich " +
    "minnesota:minn mississippi:miss missouri:mo montana:mont nebraska:neb nevada:nev new_hampshire:n_h new_jersey:n_j new_mexico:n_m " +
    "new_york:n_y north_carolina:n_c north_dakota:n_d ohio oklahoma:okla oregon:ore pennsylvania:pa rhode_island:r_i south_carolina:s_c " +
    "south_dakota:s_d tennessee:tenn texas:tex utah vermont:vt virginia:va washington:wash west_virginia:w_va wisconsin:wis wyoming:wyo " +
    "ontario:ont quebec british_columbia:b_c alberta manitoba saskatchewan nova_scotia new_brunswick newfoundland"
  )
    .split(" ")
    .flatMap((entry) => entry.split(":").map((form) => [form.replaceAll("_", " "), (entry.split(":")[0] ?? "").replaceAll("_", " ")])),
);

/** A place and the larger one that an article writes behind it: "Doha, Qatar", "Tenafly, New Jersey". */
export interface Containment {
  readonly inner: string;
  readonly outer: string;
  /** The state or province, or the country; null for anything else. */
  readonly province: string | null;
  readonly country: string | null;
}

/** Reference keys of places that an article puts inside one another, from the words between two mentions. */
export function findContainments(articles: readonly AnnotatedArticle[], tables: NameTables): Containment[] {
  return articles.flatMap(({ annotation, text }, articleIndex) => {
    const places = annotation.mentions
      .filter((mention) => mention.form === "name" && mention.type === "PLACE")
      .toSorted((a, b) => a.start - b.start || a.end - b.end);
    return places.flatMap((inner, index) => {
      const outer = places[index + 1];
      if (!outer || outer.entity === inner.entity || outer.start < inner.end || outer.start - inner.end > 12) return [];
      const between = text.slice(inner.end, outer.start);
      const isComma = /^,\s+$/u.test(between);
      if (!isComma && !/^\s+in\s+$/u.test(between)) return [];
      const country = tables.countryByName.get(foldCountry(outer.text)) ?? null;
      const province = provinces.get(foldName(outer.text)) ?? null;
      // "Egypt, Qatar and Jordan" is a list
      const isCountry = tables.countryByName.has(foldCountry(inner.text));
      if (isCountry || (isComma && !country && !province)) return [];
      const keys = { inner: referenceKey(articleIndex, inner.entity), outer: referenceKey(articleIndex, outer.entity) };
      return [{ ...keys, country, province: isComma ? province : null }];
    });
  });
}

interface Profile {
  readonly key: string;
  readonly references: Reference[];
  readonly country: string | null;
  readonly usualName: string | null;
}

/** Groups the references to places. */
export function linkPlaces(
  references: readonly Reference[],
  containments: readonly Containment[],
  tables: NameTables,
  given: GivenIdentity,
): LinkedGroups {
  const regions = new Map<string, Containment>();
  for (const containment of containments) if (!regions.has(containment.inner)) regions.set(containment.inner, containment);

  const byName = groupBy(references, (reference) => foldPlace(reference.name));
  const ring = new KeyRing();
  const profiles = [...byName]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([name, bearers]) => partGiven(bearers, given, () => 0).flatMap((part) => splitByRegion(name, part, regions, tables)))
    .map((profile) => ({ ...profile, key: ring.claim(profile.key) }));

  const judgements: Judgement[] = [];
  const judgeAlike = (keyOf: (profile: Profile) => string | null, decidedBy: string): void => {
    const alike = groupBy(profiles, keyOf);
    for (const [name, members] of alike) {
      const [first, ...others] = members;
      if (name === null || !first) continue;
      for (const other of others) {
        const reason = `both are names of ${name}`;
        judgements.push(judge(first.key, other.key, { verdict: "same", score: 0.99, decidedBy, reason }));
      }
    }
  };
  judgeAlike((profile) => profile.country, "country-names");
  judgeAlike((profile) => profile.usualName, "other-names");

  const profileOf = new Map(profiles.map((profile) => [profile.key, profile]));
  const { groups } = closeOver([...profileOf.keys()], judgements, { given: givenBetween(profiles, given) });
  return {
    groups: groups.map((keys) => keys.flatMap((key) => profileOf.get(key)?.references ?? [])),
    judgements,
    parts: partsOf(profiles),
  };
}

/** Key → references. */
export function partsOf(
  profiles: Iterable<{ readonly key: string; readonly references: readonly Reference[] }>,
): Map<string, readonly Reference[]> {
  return new Map([...profiles].map(({ key, references }) => [key, references]));
}

/** "the U.S." → "us", "St. Petersburg" → "saint petersburg". */
function foldPlace(name: string): string {
  return foldCountry(name)
    .replace(/^(?:st|ste) /u, "saint ")
    .replace(/^mt /u, "mount ")
    .replace(/^ft /u, "fort ");
}

/** One profile for the name, and one for each state or province that some article puts behind it when there are several places. */
function splitByRegion(
  name: string,
  bearers: readonly Reference[],
  regions: ReadonlyMap<string, Containment>,
  tables: NameTables,
): Profile[] {
  const profileFor = (key: string, references: Reference[]): Profile => ({
    key: `place:${slug(key)}`,
    references,
    country: key === name ? countryOf(references, name, tables) : null,
    usualName: key === name ? (tables.otherNames.get(`PLACE|${name}`) ?? null) : null,
  });
  const isAbroad = (reference: Reference): boolean => {
    const country = regions.get(reference.key)?.country;
    return country !== null && country !== undefined && country !== "United States" && country !== "Canada";
  };
  const byProvince = groupBy(bearers, (reference) => regions.get(reference.key)?.province ?? null);
  const provincial = [...byProvince].filter(([province]) => province !== null).toSorted(([a], [b]) => compareText(a ?? "", b ?? ""));
  if (provincial.length === 0 || (provincial.length === 1 && !bearers.some(isAbroad))) return [profileFor(name, [...bearers])];
  const plain = byProvince.get(null) ?? [];
  const split = provincial.map(([province, references]) => profileFor(`${name} ${province ?? ""}`, references));
  return plain.length > 0 ? [profileFor(name, plain), ...split] : split;
}

/** The country that the name, or else another form of the references, stands for. "Georgia, U.S." is none. */
function countryOf(references: readonly Reference[], name: string, tables: NameTables): string | null {
  const own = tables.countryByName.get(name);
  if (own !== undefined) return own;
  for (const { forms } of references) {
    for (const form of forms.keys()) {
      const country = tables.countryByName.get(foldCountry(form));
      if (country !== undefined) return country;
    }
  }
  return null;
}
