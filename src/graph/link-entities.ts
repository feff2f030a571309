/**
 * Who is who across articles: the entities of single articles become the entities of the graph. People, organisations and places
 * never mix. Every decision is a judgement that can be read, and every form stays attached, so taking one back loses nothing.
 */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { JudgementProblem, NumberedJudgement } from "../domain/judgement.ts";
import type { EntityType } from "../domain/mention.ts";
import { compareText, foldName, isAcronym } from "./fold-name.ts";
import { groupBy } from "./group-by.ts";
import { KeyRing, slug } from "./ids.ts";
import { resolvePairs } from "./judgements/resolve-pairs.ts";
import { type AgreedTypes, agreeOnTypes } from "./linking/agree-types.ts";
import { chooseName, collectReferences, type Reference, referenceKey, sumForms } from "./linking/collect-references.ts";
import { type GivenIdentity, nothingGiven } from "./linking/given-identity.ts";
import type { Judgement } from "./linking/judgement.ts";
import { foldOrganization, linkOrganizations } from "./linking/link-organizations.ts";
import { linkPersons } from "./linking/link-persons.ts";
import { type Containment, findContainments, linkPlaces } from "./linking/link-places.ts";
import { parsePersonName } from "./linking/person-name.ts";
import { type ContextIndex, indexContext } from "./linking/shared-context.ts";
import { foldCountry, type NameTables } from "./name-tables.ts";

export interface LinkedEntity {
  /** `person:angela-merkel`. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Every other form, sorted. */
  readonly aliases: readonly string[];
  /** Lower-case forms to look it up by, sorted: name, aliases, without accents too, and a person's surname. */
  readonly keys: readonly string[];
  readonly references: readonly Reference[];
  /** Identifier on Wikidata ("Q30"), where the name leaves no doubt. */
  readonly wikidata: string | null;
}

export interface LinkedEntities {
  /** Sorted by id. */
  readonly entities: readonly LinkedEntity[];
  /** The graph's entity for an entity of one article; null for an id that the article does not declare. */
  readonly find: (articleIndex: number, localId: string) => LinkedEntity | null;
  /** Ids of places → ids of the larger places that articles put them in. */
  readonly containers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of places that no table of towns, regions and countries knows: hotels, halls, palaces and villages. */
  readonly venues: ReadonlySet<string>;
  /** What the rules decided, sorted. */
  readonly judgements: readonly Judgement[];
  /** What the keys of the judgements stand for. A key whose part was joined to others may stand for all of them. */
  readonly parts: ReadonlyMap<string, readonly Reference[]>;
}

/** The entities with what became of the judgements that were given. */
export interface JudgedEntities extends LinkedEntities {
  /** Judgements on pairs that are in force. */
  readonly applied: number;
  readonly problems: readonly JudgementProblem[];
  /** Pairs of references that somebody judged, each `smaller key⏎larger key`, whatever the verdict. */
  readonly settled: ReadonlySet<string>;
}

export interface LinkOptions {
  readonly tables: NameTables;
  /** What people have judged; it comes before every rule. */
  readonly judgements?: readonly NumberedJudgement[];
  /** Ids that are taken, such as those of articles. */
  readonly takenIds?: Iterable<string>;
}

/** What linking looks at besides the references themselves, gathered once. */
interface Evidence {
  readonly articles: readonly AnnotatedArticle[];
  readonly tables: NameTables;
  readonly takenIds: Iterable<string>;
  readonly types: AgreedTypes;
  readonly containments: readonly Containment[];
  readonly contextKeyOf: ReadonlyMap<string, string>;
  readonly context: ContextIndex;
}

/**
 * Resolves who is who. The result depends on the order of the articles only if two have the same id: sort them first. Judgements
 * are about what the rules alone make of the articles, so with any the rules run twice.
 */
export function linkEntities(
  articles: readonly AnnotatedArticle[],
  { tables, takenIds = [], judgements = [] }: LinkOptions,
): JudgedEntities {
  const containments = findContainments(articles, tables);
  const given = collectReferences(articles);
  const written = gatherContext(given, articles.length, tables);
  const writtenKey = (reference: Reference): string => written.contextKeyOf.get(reference.key) ?? reference.key;
  const gather = (judged: GivenIdentity): Evidence => {
    const types = agreeOnTypes(given, { context: written.context, contextKey: writtenKey, tables, given: judged });
    const agreed = types.references === given ? written : gatherContext(types.references, articles.length, tables);
    return { articles, tables, takenIds: [...takenIds], types, containments, ...agreed };
  };

  const evidence = gather(nothingGiven);
  const byRules = linkGiven(evidence, nothingGiven);
  if (judgements.length === 0) return { ...byRules, applied: 0, problems: [], settled: new Set() };
  const { given: judged, ...resolved } = resolvePairs(judgements, articles, byRules);
  if (!judged.hasAny) return { ...byRules, ...resolved };
  const agreedAnew = evidence.types.judgements.length > 0 ? gather(judged) : evidence;
  return { ...linkGiven(agreedAnew, judged), ...resolved };
}

/** What each reference counts as among the neighbours of others, and who has whom for neighbours. */
function gatherContext(
  references: readonly Reference[],
  articleCount: number,
  tables: NameTables,
): Pick<Evidence, "contextKeyOf" | "context"> {
  const contextKeyOf = new Map(references.map((reference) => [reference.key, contextKey(reference, tables)]));
  const neighbours = Array.from({ length: articleCount }, (): string[] => []);
  for (const reference of references) neighbours[reference.articleIndex]?.push(contextKeyOf.get(reference.key) ?? reference.key);
  return { contextKeyOf, context: indexContext(neighbours) };
}

function linkGiven(evidence: Evidence, given: GivenIdentity): LinkedEntities {
  const { articles, tables, takenIds, types, containments, contextKeyOf, context } = evidence;
  const { references } = types;
  const ofType = (type: EntityType): Reference[] => references.filter((reference) => reference.type === type);
  const places = linkPlaces(ofType("PLACE"), containments, tables, given);
  const countries = countCountries(articles, references, tables);
  const organizations = linkOrganizations(ofType("ORGANIZATION"), countries, context, { tables, given });
  const bodies = new Map<string, string>();
  for (const group of [...places.groups, ...organizations.groups]) for (const { key } of group) bodies.set(key, group[0]?.key ?? key);
  const persons = linkPersons(ofType("PERSON"), {
    context,
    contextKey: (reference) => contextKeyOf.get(reference.key) ?? reference.key,
    bodyOf: ({ articleIndex }, localId) => bodies.get(referenceKey(articleIndex, localId)) ?? null,
    tables,
    given,
  });

  const ring = new KeyRing(takenIds);
  const drafts = [...persons.groups, ...organizations.groups, ...places.groups].flatMap((group) => draftEntity(group, tables) ?? []);
  const entities = withoutSharedIdentifiers(drafts)
    .toSorted((a, b) => compareText(a.id, b.id) || compareText(firstKey(a), firstKey(b)))
    .map((draft) => ({ ...draft, id: ring.claim(draft.id) }))
    .toSorted((a, b) => compareText(a.id, b.id));
  const entityOf = new Map(entities.flatMap((entity) => entity.references.map(({ key }) => [key, entity] as const)));
  const find = (articleIndex: number, localId: string): LinkedEntity | null => entityOf.get(referenceKey(articleIndex, localId)) ?? null;

  const containers = new Map<string, Set<string>>();
  for (const { inner, outer } of containments) {
    const [within, around] = [entityOf.get(inner)?.id, entityOf.get(outer)?.id];
    if (within === undefined || around === undefined || within === around) continue;
    containers.set(within, (containers.get(within) ?? new Set()).add(around));
  }
  addCountries(containers, entities, tables);
  const judgements = [...types.judgements, ...places.judgements, ...organizations.judgements, ...persons.judgements];
  return {
    entities,
    find,
    containers,
    venues: new Set(entities.flatMap((entity) => (isVenue(entity, tables) ? [entity.id] : []))),
    parts: new Map([...types.parts, ...places.parts, ...organizations.parts, ...persons.parts]),
    judgements: judgements.toSorted((x, y) => compareText(x.a, y.a) || compareText(x.b, y.b) || compareText(x.decidedBy, y.decidedBy)),
  };
}

/** A city lies in each country of the articles that has one of its name, though no article says "Doha, Qatar". */
function addCountries(containers: Map<string, Set<string>>, entities: readonly LinkedEntity[], tables: NameTables): void {
  const places = entities.filter(({ type }) => type === "PLACE");
  const countries = groupBy(places, ({ name }) => tables.countryByName.get(foldCountry(name)) ?? null);
  for (const { id, name, aliases } of places) {
    const known = new Set([name, ...aliases].flatMap((form) => tables.countriesByCity.get(foldName(form)) ?? []));
    for (const country of known) {
      for (const { id: around } of countries.get(country) ?? []) {
        if (around !== id) containers.set(id, (containers.get(id) ?? new Set()).add(around));
      }
    }
  }
}

function isVenue({ type, name, aliases }: Pick<LinkedEntity, "type" | "name" | "aliases">, tables: NameTables): boolean {
  return (
    type === "PLACE" &&
    ![name, ...aliases].some(
      (form) =>
        tables.countryByName.has(foldCountry(form)) ||
        tables.countriesByCity.has(foldName(form)) ||
        tables.otherNames.has(`PLACE|${foldCountry(form)}`),
    )
  );
}

function firstKey({ references }: LinkedEntity): string {
  const [first] = references;
  return first ? `${String(first.articleIndex).padStart(9, "0")}|${first.localId}` : "";
}

/** What counts as the same neighbour before anything is linked. */
function contextKey({ type, name }: Reference, tables: NameTables): string {
  if (type === "PLACE") {
    const folded = foldCountry(name);
    return `PLACE|${tables.countryByName.get(folded) ?? tables.otherNames.get(`PLACE|${folded}`) ?? folded}`;
  }
  if (type === "ORGANIZATION") {
    const usual = tables.otherNames.get(`ORGANIZATION|${foldCountry(name)}`);
    return `ORGANIZATION|${usual ?? foldOrganization(name, tables).base}`;
  }
  const { words } = parsePersonName(name);
  return `PERSON|${words.join(" ")}`;
}

function countCountries(
  articles: readonly AnnotatedArticle[],
  references: readonly Reference[],
  tables: NameTables,
): Map<string, number>[] {
  const counts = articles.map(() => new Map<string, number>());
  for (const { type, name, forms, articleIndex } of references) {
    const country = type === "PLACE" ? tables.countryByName.get(foldCountry(name)) : undefined;
    if (country === undefined) continue;
    const mentions = [...forms.values()].reduce((sum, count) => sum + count, 0);
    const known = counts[articleIndex];
    known?.set(country, (known.get(country) ?? 0) + mentions);
  }
  return counts;
}

function draftEntity(references: readonly Reference[], tables: NameTables): LinkedEntity | null {
  const [first] = references;
  if (!first) return null;
  const forms = sumForms(references);
  const name = nameOf(first.type, references, forms, tables);
  const others = [...forms.keys()].filter((form) => form !== name).toSorted(compareText);
  // "TRUMP" adds nothing beside "Trump", nor does "the White House"
  const aliases = others.filter((form) => {
    const bare = form.replace(/^the\s+/iu, "");
    const isShadow = (other: string): boolean =>
      other !== form && (other === bare || (other !== form.toUpperCase() && other.toUpperCase() === form));
    return !isShadow(name) && !others.some(isShadow);
  });
  return {
    id: `${first.type.toLowerCase()}:${slug(name)}`,
    type: first.type,
    name,
    aliases,
    keys: lookupKeys(first.type, name, aliases),
    references,
    wikidata: identifierOf(first.type, [...forms.keys()], tables),
  };
}

/** The identifier that the names agree on; null when they have none, or two. */
function identifierOf(type: EntityType, forms: readonly string[], tables: NameTables): string | null {
  const known = new Set(
    forms.flatMap((form) => tables.wikidata.get(`${type}|${foldCountry(form)}`) ?? usualIdentifier(type, form, tables) ?? []),
  );
  const [only] = known;
  return known.size === 1 ? (only ?? null) : null;
}

/** The identifier of the country or city that a form is another name of. */
function usualIdentifier(type: EntityType, form: string, tables: NameTables): string | undefined {
  const country = type === "PLACE" ? tables.countryByName.get(foldCountry(form)) : undefined;
  const usual = country ?? tables.otherNames.get(`${type}|${foldName(form)}`);
  return usual === undefined ? undefined : tables.wikidata.get(`${type}|${foldCountry(usual)}`);
}

/** Of namesakes the one whom most articles name has the identifier; where two are equally known, neither. */
function withoutSharedIdentifiers(drafts: readonly LinkedEntity[]): LinkedEntity[] {
  const claims = groupBy(
    drafts.filter(({ wikidata }) => wikidata !== null),
    ({ wikidata }) => wikidata,
  );
  return drafts.map((draft) => {
    const isFirst = (claims.get(draft.wikidata) ?? []).every(
      (other) => other === draft || other.references.length < draft.references.length,
    );
    return isFirst ? draft : { ...draft, wikidata: null };
  });
}

function nameOf(type: EntityType, references: readonly Reference[], forms: ReadonlyMap<string, number>, tables: NameTables): string {
  if (type === "PERSON") {
    const aliases = aliasesIn(references);
    return chooseName(forms, (form) => !parsePersonName(form).isFamilyOnly && !aliases.has(form));
  }
  if (type === "PLACE") {
    // by its usual name even where the articles only say "U.S.", so that the key stays when others say more
    for (const { name } of references) {
      const country = tables.countryByName.get(foldCountry(name));
      if (country !== undefined) return country;
    }
  }
  const declared = new Map([...forms].filter(([form]) => references.some(({ name }) => name === form)));
  const bases = [...declared.keys()].map((form) => foldOrganization(form, tables).base.split(" "));
  return chooseName(declared, (form) => !isAcronym(form) && !isShortOf(foldOrganization(form, tables).base, bases));
}

/** What an article calls somebody besides a name with which it has no word in common: "Pablo Norte" of Ana Ruiz. */
function aliasesIn(references: readonly Reference[]): ReadonlySet<string> {
  const aliases = new Set<string>();
  for (const { name, forms } of references) {
    const own = new Set(parsePersonName(name).words);
    for (const form of forms.keys()) if (parsePersonName(form).words.every((word) => !own.has(word))) aliases.add(form);
  }
  return aliases;
}

/** "Velkar" beside "Velkar Partners", "the Commission" beside "European Commission". */
function isShortOf(base: string, bases: readonly (readonly string[])[]): boolean {
  return bases.some((words) => words.length > 1 && (words[0] === base || words.at(-1) === base));
}

/** Lower-case forms to look an entity up by: its names, folded, and the surname of a person. */
export function lookupKeys(type: EntityType, name: string, aliases: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const form of [name, ...aliases]) {
    keys.add(form.toLowerCase());
    keys.add(foldName(form));
    keys.add(foldCountry(form));
  }
  if (type === "PERSON") {
    const surname = name.split(" ").findLast((word) => !/^(?:jr|sr|ii|iii|iv)\.?$/iu.test(word));
    const { families } = parsePersonName(name);
    for (const word of [surname?.toLowerCase() ?? "", foldName(surname ?? ""), ...families]) keys.add(word);
  }
  keys.delete("");
  return [...keys].toSorted(compareText);
}
