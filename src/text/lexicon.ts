/** Loads and checks the word lists in data/lexicon. Keys are folded: lower case, straight apostrophes, single spaces. */
import { readFileSync } from "node:fs";
import { UserError } from "../domain/errors.ts";
import { foldCase } from "./fold-case.ts";

export interface Country {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly demonyms: readonly string[];
  readonly capital: string | null;
}

/** What can follow a verb of speech besides marked words. */
export type SpeechFrame = "clause" | "that" | "to" | "object" | "beside";

/** A verb that introduces what somebody said or wrote. */
export interface SpeechVerb {
  readonly base: string;
  /** What kind of saying it is: "said", "warned", "denied" … */
  readonly kind: string;
  /**
   * "clause": a clause with or without "that"; "that": only with a conjunction or a question word; "to"; "object": what is
   * spoken of; "beside": nothing, and its usual sense is not to speak ("…," she began).
   */
  readonly frames: ReadonlySet<SpeechFrame>;
}

export interface Lexicon {
  readonly countries: readonly Country[];
  /** Folded country name or other name → country. */
  readonly countryByName: ReadonlyMap<string, Country>;
  /** Folded demonym ("israeli", "thais") → country. */
  readonly countryByDemonym: ReadonlyMap<string, Country>;
  /** Folded name of a capital → country. */
  readonly countryByCapital: ReadonlyMap<string, Country>;
  /** Countries, regions, states and cities, folded. */
  readonly places: ReadonlySet<string>;
  /** The cities and capitals among them. */
  readonly cities: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  /** Words that stand before a name and are no part of it ("prime minister", "mr."), folded. */
  readonly titles: ReadonlySet<string>;
  /** Nouns that say what somebody is ("envoy", "press secretary"), folded. */
  readonly roleNouns: ReadonlySet<string>;
  /** Any form of a verb that introduces what somebody said ("told") → the verb. */
  readonly speechVerbs: ReadonlyMap<string, SpeechVerb>;
  /** Singular nouns whose usual sense is a person ("envoy", "colleague"). */
  readonly personNouns: ReadonlySet<string>;
  /** Singular nouns for bodies of people that can act ("delegation", "company"). */
  readonly groupNouns: ReadonlySet<string>;
  /** Folded given name → the genders it is listed under. */
  readonly givenNames: ReadonlyMap<string, "f" | "m" | "fm" | "">;
  /** Given name, folded and without diacritics → the numbers of the groups of one name it is in: its spellings, its short forms. */
  readonly givenNameGroups: ReadonlyMap<string, readonly number[]>;
  /** Common nouns in the singular, lower-case, whose first sense is a group or a place. */
  readonly nounKinds: ReadonlyMap<string, "group" | "place">;
  /** Type, a bar and a folded name without commas → the usual name of the place or body that has several ("PLACE|kiev" → Kyiv). */
  readonly usualNames: ReadonlyMap<string, string>;
}

const folder = new URL("../../data/lexicon/", import.meta.url);

/** The entries of a list in data/lexicon, without its comments. Throws UserError `data-missing` when it is absent. */
export function readList(name: string): string[] {
  let content: string;
  try {
    content = readFileSync(new URL(name, folder), "utf8");
  } catch (cause) {
    throw new UserError("data-missing", `the word list data/lexicon/${name} cannot be read`, "Reinstall Whomet, or restore the file.", {
      cause,
    });
  }
  return content.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

function split(cell: string | undefined): string[] {
  return (cell ?? "").split(",").filter((name) => name !== "");
}

function readCountries(): Country[] {
  return readList("countries.tsv").map((line, index) => {
    const [name, others, demonyms, capital] = line.split("\t");
    if (!name || capital === undefined) {
      throw new UserError("data-missing", `data/lexicon/countries.tsv, entry ${index + 1}: expected four columns, got "${line}"`);
    }
    return { name, otherNames: split(others), demonyms: split(demonyms), capital: capital === "" ? null : capital };
  });
}

const speechFrames = ["clause", "that", "to", "object", "beside"] as const satisfies readonly SpeechFrame[];

function readSpeechVerbs(): Map<string, SpeechVerb> {
  const verbs = new Map<string, SpeechVerb>();
  for (const line of readList("speech-verbs.tsv")) {
    const [base, kind, frames, forms] = line.split("\t");
    if (!base || !kind || frames === undefined || forms === undefined)
      throw new UserError("data-missing", `data/lexicon/speech-verbs.tsv: expected four columns, got "${line}"`);
    const listed = frames.split(" ");
    const verb = { base, kind, frames: new Set(speechFrames.filter((frame) => listed.includes(frame))) };
    for (const form of [base, ...forms.split(" ")]) verbs.set(form, verb);
  }
  return verbs;
}

/** Adjectives of origin that belong to no single country; like demonyms they are no names. */
const otherDemonyms =
  "arab arabs european europeans african africans asian asians latino latinos islamist islamists islamic muslim muslims christian christians jewish jew jews catholic catholics protestant buddhist hindu hindus sunni sunnis shiite shiites shia kurdish kurd kurds chechen chechens gazan gazans zionist republican democratic democrat communist soviet nordic baltic scandinavian western eastern northern southern trans-atlantic anglo nazi".split(
    " ",
  );

let loaded: Lexicon | null = null;

/** The word lists, read once. Throws UserError `data-missing` when a list is absent or malformed. */
export function loadLexicon(): Lexicon {
  if (loaded) return loaded;
  const countries = readCountries();
  const countryByName = new Map<string, Country>();
  const countryByDemonym = new Map<string, Country>();
  const countryByCapital = new Map<string, Country>();
  const places = new Set<string>();
  for (const country of countries) {
    for (const name of [country.name, ...country.otherNames]) {
      countryByName.set(foldCase(name), country);
      places.add(foldCase(name));
    }
    for (const demonym of country.demonyms) countryByDemonym.set(foldCase(demonym), country);
    if (country.capital) {
      places.add(foldCase(country.capital));
      countryByCapital.set(foldCase(country.capital), country);
    }
  }
  const cities = new Set([...countryByCapital.keys(), ...readList("cities.txt").map(foldCase)]);
  for (const city of cities) places.add(city);
  for (const name of readList("places.txt")) places.add(foldCase(name));
  const givenNames = new Map<string, "f" | "m" | "fm" | "">();
  for (const line of readList("given-names.tsv")) {
    const [name, genders] = line.split("\t");
    if (name) givenNames.set(foldCase(name), genders === "f" || genders === "m" || genders === "fm" ? genders : "");
  }
  const speechVerbs = readSpeechVerbs();
  const givenNameGroups = new Map<string, number[]>();
  readList("given-name-variants.tsv").forEach((line, group) => {
    for (const name of split(line.split("\t")[1])) {
      const key = foldCase(name).normalize("NFD").replace(/\p{M}/gu, "");
      const known = givenNameGroups.get(key);
      if (known) known.push(group);
      else givenNameGroups.set(key, [group]);
    }
  });
  const nounKinds = new Map<string, "group" | "place">();
  for (const line of readList("noun-kinds.tsv")) {
    const [kind, nouns] = line.split("\t");
    if (kind !== "group" && kind !== "place")
      throw new UserError("data-missing", `data/lexicon/noun-kinds.tsv: unknown kind "${kind}"`, "Use group or place.");
    for (const noun of split(nouns)) nounKinds.set(noun, kind);
  }
  const usualNames = new Map<string, string>();
  for (const line of readList("other-names.tsv")) {
    const [type, name, others] = line.split("\t");
    if (!type || !name || others === undefined)
      throw new UserError("data-missing", `data/lexicon/other-names.tsv: expected three columns, got "${line}"`);
    for (const form of [name, ...split(others)]) usualNames.set(`${type}|${foldCase(form)}`, name);
  }
  loaded = {
    countries,
    countryByName,
    countryByDemonym,
    countryByCapital,
    places,
    cities,
    organizations: new Set(readList("organizations.txt").map(foldCase)),
    titles: new Set(readList("titles.txt").map(foldCase)),
    roleNouns: new Set(readList("role-nouns.txt").map(foldCase)),
    speechVerbs,
    personNouns: new Set(readList("person-nouns.txt")),
    groupNouns: new Set(readList("group-nouns.txt")),
    givenNames,
    givenNameGroups,
    nounKinds,
    usualNames,
  };
  return loaded;
}

/** True for nationality and religion words, which are no names of their own. */
export function isDemonym(lexicon: Lexicon, folded: string): boolean {
  return lexicon.countryByDemonym.has(folded) || otherDemonymSet.has(folded);
}

const otherDemonymSet = new Set(otherDemonyms);
