/** What is known about names beforehand: spellings, nicknames, countries, other names. Read once from data/lexicon. */
import { readFileSync } from "node:fs";
import { UserError } from "../domain/errors.ts";
import { type Country, loadLexicon } from "../text/lexicon.ts";
import { foldName } from "./fold-name.ts";
import type { Alias } from "./parse-aliases.ts";

export interface NameTables {
  /** Folded token → number of its spelling group ("muhammad" and "mohammed" share one). */
  readonly spellings: ReadonlyMap<string, number>;
  /** Folded given name → its nickname groups ("alex" is in several), and whether it is the full name there. */
  readonly nicknames: ReadonlyMap<string, readonly NicknameGroup[]>;
  /** Folded name → the country's name. */
  readonly countryByName: ReadonlyMap<string, string>;
  /** Folded adjective ("israeli") → the country's name. */
  readonly countryByAdjective: ReadonlyMap<string, string>;
  /** Folded name of a city, or of a part of a country → the countries with one of that name. */
  readonly countriesByCity: ReadonlyMap<string, readonly string[]>;
  /** `PLACE|folded`, `ORGANIZATION|folded` or `PERSON|folded` → the usual name. */
  readonly otherNames: ReadonlyMap<string, string>;
  /** Words of a title → its domain. */
  readonly domainByTitle: ReadonlyMap<string, string>;
  /** `a|b`: domains that one person often combines, both ways round. */
  readonly mixingDomains: ReadonlySet<string>;
  /** `PLACE|folded` and so on → the identifier on Wikidata of whoever is usually called so. */
  readonly wikidata: ReadonlyMap<string, string>;
}

export interface NicknameGroup {
  readonly group: number;
  readonly isHead: boolean;
}

/** The contents of the files of the same names in data/lexicon, the countries of countries.tsv, and data/gazetteer.tsv. */
export interface NameTableSources {
  readonly givenNameVariants: string;
  readonly otherNames: string;
  readonly roleDomains: string;
  readonly wikidata: string;
  readonly countries: readonly Country[];
  readonly gazetteer: string;
}

type Row = readonly [string, ...string[]];

/** Rows of tab-separated cells. Throws UserError `data-missing` for a row with fewer cells than `columns`. */
function rowsOf(content: string, file: string, columns: number): Row[] {
  const rows: Row[] = [];
  content.split(/\r?\n/u).forEach((line, index) => {
    if (line === "" || line.startsWith("#")) return;
    const [first, ...rest] = line.split("\t");
    if (!first || rest.length < columns - 1) {
      throw new UserError("data-missing", `data/lexicon/${file}, line ${index + 1}: expected ${columns} columns`, "Restore the file.");
    }
    rows.push([first, ...rest]);
  });
  return rows;
}

function listOf(cell: string | undefined): string[] {
  return (cell ?? "").split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}

/** Groups that share a name are one: "Vladimir, Volodymyr" and "Volodymyr, Wolodymyr". */
function readSpellings(groups: readonly (readonly string[])[]): Map<string, number> {
  const spellings = new Map<string, number>();
  groups.forEach((names, group) => {
    const known = new Set(names.flatMap((name) => spellings.get(name) ?? []));
    if (known.size > 1) for (const [name, other] of spellings) if (known.has(other)) spellings.set(name, group);
    const number = known.size === 1 ? ([...known][0] ?? group) : group;
    for (const name of names) spellings.set(name, number);
  });
  return spellings;
}

function readNicknames(groups: readonly (readonly string[])[]): Map<string, NicknameGroup[]> {
  const nicknames = new Map<string, NicknameGroup[]>();
  groups.forEach((names, group) => {
    names.forEach((name, index) => {
      const entry = { group, isHead: index === 0 };
      const known = nicknames.get(name);
      if (known) known.push(entry);
      else nicknames.set(name, [entry]);
    });
  });
  return nicknames;
}

/** Checks the tables and makes them ready for look-up. Throws UserError `data-missing` naming the file and line that is wrong. */
export function parseNameTables(sources: NameTableSources): NameTables {
  const groups: Record<"spelling" | "nickname", string[][]> = { spelling: [], nickname: [] };
  for (const [kind, names] of rowsOf(sources.givenNameVariants, "given-name-variants.tsv", 2)) {
    if (kind !== "spelling" && kind !== "nickname") {
      throw new UserError("data-missing", `data/lexicon/given-name-variants.tsv: unknown kind "${kind}"`, "Use spelling or nickname.");
    }
    groups[kind].push(listOf(names).map(foldName));
  }

  const countryByName = new Map<string, string>();
  const countryByAdjective = new Map<string, string>();
  for (const country of sources.countries) {
    for (const name of [country.name, ...country.otherNames]) countryByName.set(foldCountry(name), country.name);
    for (const adjective of country.demonyms) countryByAdjective.set(foldName(adjective), country.name);
  }

  const otherNames = new Map<string, string>();
  for (const [type, name, others] of rowsOf(sources.otherNames, "other-names.tsv", 3)) {
    for (const other of [name ?? "", ...listOf(others)]) otherNames.set(`${type}|${foldName(other)}`, name ?? "");
  }

  const wikidata = new Map<string, string>();
  for (const [type, name, identifier] of rowsOf(sources.wikidata, "wikidata.tsv", 3)) {
    wikidata.set(`${type}|${foldCountry(name ?? "")}`, identifier ?? "");
  }

  const countriesByCity = new Map<string, readonly string[]>();
  for (const [name, , , countries] of rowsOf(sources.gazetteer, "../gazetteer.tsv", 3)) {
    const known = listOf(countries).filter((country) => country !== name);
    if (known.length > 0) countriesByCity.set(foldName(name), [...(countriesByCity.get(foldName(name)) ?? []), ...known]);
  }

  const domainByTitle = new Map<string, string>();
  const mixingDomains = new Set<string>();
  for (const [domain, cell] of rowsOf(sources.roleDomains, "role-domains.tsv", 2)) {
    for (const word of listOf(cell)) {
      if (domain !== "mix") domainByTitle.set(foldName(word), domain);
      else {
        const [one = "", other = ""] = word.split(":");
        mixingDomains.add(`${one}|${other}`).add(`${other}|${one}`);
      }
    }
  }

  return {
    spellings: readSpellings(groups.spelling),
    nicknames: readNicknames(groups.nickname),
    countryByName,
    countryByAdjective,
    countriesByCity,
    otherNames,
    domainByTitle,
    mixingDomains,
    wikidata,
  };
}

/** The tables with a user's own names and identifiers, which come before those that ship with the program. */
export function withAliases(tables: NameTables, aliases: readonly Alias[]): NameTables {
  if (aliases.length === 0) return tables;
  const otherNames = new Map(tables.otherNames);
  const wikidata = new Map(tables.wikidata);
  for (const { type, name, alias, identifier } of aliases) {
    for (const form of alias === null ? [name] : [name, alias]) {
      otherNames.set(`${type}|${foldName(form)}`, name);
      otherNames.set(`${type}|${foldCountry(form)}`, name);
      if (identifier !== null) wikidata.set(`${type}|${foldCountry(form)}`, identifier);
    }
  }
  return { ...tables, otherNames, wikidata };
}

/** "U.S." → "us", "the Netherlands" → "netherlands". */
export function foldCountry(name: string): string {
  return foldName(name.replaceAll(".", "")).replace(/^the /u, "");
}

/** "The New York Times" → "new york times". */
export function foldOutlet(name: string): string {
  return foldName(name).replace(/^the /u, "");
}

let loaded: NameTables | null = null;

/** The tables of data/lexicon, read once. Throws UserError `data-missing` when one is absent or malformed. */
export function loadNameTables(): NameTables {
  if (loaded) return loaded;
  const read = (file: string): string => {
    try {
      return readFileSync(new URL(`../../data/lexicon/${file}`, import.meta.url), "utf8");
    } catch (cause) {
      throw new UserError("data-missing", `the table data/lexicon/${file} cannot be read`, "Reinstall Whomet, or restore the file.", {
        cause,
      });
    }
  };
  loaded = parseNameTables({
    givenNameVariants: read("given-name-variants.tsv"),
    otherNames: read("other-names.tsv"),
    roleDomains: read("role-domains.tsv"),
    wikidata: read("wikidata.tsv"),
    countries: loadLexicon().countries,
    gazetteer: read("../gazetteer.tsv"),
  });
  return loaded;
}
