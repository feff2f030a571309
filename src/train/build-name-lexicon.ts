/** Gathers word lists, clusters and letter-case counts into the lexicon that the name tagger ships. */
import {
  type LexiconEntry,
  type ListName,
  listBit,
  makeNameLexicon,
  type NameLexicon,
  organizationPhraseBit,
  placePhraseBit,
} from "../annotate/names/name-lexicon.ts";
import { foldCase } from "../text/fold-case.ts";
import {
  companySuffixes,
  knownOrganizations,
  monthsAndDays,
  nameParticles,
  nationalities,
  organizationHeads,
  organizationPhrases,
  placeHeads,
  placePhrases,
  regions,
  titles,
} from "./word-lists.ts";
import { worldGivenNames, worldOrganizationPhrases, worldOrganizations, worldPlacePhrases, worldSurnames } from "./world-lists.ts";

export interface WordClusters {
  readonly words: readonly string[];
  readonly coarse: ArrayLike<number>;
  readonly middle: ArrayLike<number>;
  readonly fine: ArrayLike<number>;
}

/** Names from outside; any spelling, any number of words. */
export interface OutsideNames {
  readonly givenNames: readonly string[];
  readonly surnames: readonly string[];
  readonly cities: readonly { readonly name: string; readonly population: number }[];
  readonly countries: readonly string[];
}

/** How often a word was seen small, and how often with a capital where it did not have to be. */
export interface CaseCounts {
  readonly small: number;
  readonly capital: number;
}

/** A phrase as the segmenter cuts it: hyphens and possessive marks stand alone. */
function asTokens(phrase: string): string {
  return phrase
    .replaceAll("-", " - ")
    .replace(/(?<=\p{L})'s\b/gu, " 's")
    .replace(/\s+/gu, " ");
}

const largeCityPopulation = 200_000;

/** 0 unseen, 1 never small, up to 6 always small. */
export function smallnessOf(counts: CaseCounts | undefined): number {
  if (!counts || counts.small + counts.capital === 0) return 0;
  return 1 + Math.round((5 * counts.small) / (counts.small + counts.capital));
}

/** Puts the lists together. Words that only the lists know carry no clusters. */
export function buildNameLexicon(clusters: WordClusters, outside: OutsideNames, cases: ReadonlyMap<string, CaseCounts>): NameLexicon {
  const lists = new Map<string, number>();
  const phrases = new Map<string, number>();
  const mark = (word: string, bit: number): void => {
    lists.set(word, (lists.get(word) ?? 0) | bit);
  };
  const markPhrase = (phrase: string, bit: number): void => {
    phrases.set(phrase, (phrases.get(phrase) ?? 0) | bit);
  };
  const addName = (name: string, bit: number, phraseBit: number): void => {
    const folded = foldCase(name);
    for (const form of new Set([folded, folded.normalize("NFD").replace(/\p{M}/gu, "")])) {
      const parts = form.split(/\s+/u).filter((part) => part !== "");
      if (parts.length === 1 && /^\p{Script=Latin}/u.test(form) && form.length > 1) mark(form, bit);
      else if (phraseBit !== 0 && parts.length > 1 && parts.length <= 5 && /^[\p{Script=Latin}\s.'-]+$/u.test(form)) {
        markPhrase(asTokens(parts.join(" ")), phraseBit);
      }
    }
  };
  for (const name of outside.givenNames) for (const part of name.split(/\s+/u)) addName(part, listBit("givenName"), 0);
  for (const name of outside.surnames) for (const part of name.split(/\s+/u)) addName(part, listBit("surname"), 0);
  for (const city of outside.cities) {
    addName(city.name, listBit("city") | (city.population >= largeCityPopulation ? listBit("largeCity") : 0), placePhraseBit);
  }
  for (const name of outside.countries) addName(name, listBit("country"), placePhraseBit);
  const own: readonly (readonly [readonly string[], number])[] = [
    [nationalities, listBit("nationality")],
    [organizationHeads, listBit("organizationHead")],
    [companySuffixes, listBit("companySuffix")],
    [titles, listBit("title")],
    [placeHeads, listBit("placeHead")],
    [monthsAndDays, listBit("calendar")],
    [nameParticles, listBit("particle")],
  ];
  for (const [list, bit] of own) for (const word of list) mark(word, bit);
  const ownPhrases: readonly (readonly [readonly string[], ListName, number])[] = [
    [
      [...knownOrganizations, ...worldOrganizations, ...organizationPhrases, ...worldOrganizationPhrases],
      "knownOrganization",
      organizationPhraseBit,
    ],
    [[...regions, ...placePhrases, ...worldPlacePhrases], "region", placePhraseBit],
    [[...worldGivenNames], "givenName", 0],
    [[...worldSurnames], "surname", 0],
  ];
  for (const [list, name, phraseBit] of ownPhrases) {
    for (const entry of list) {
      const form = asTokens(foldCase(entry).trim());
      if (!form.includes(" ")) mark(form, listBit(name));
      else if (phraseBit !== 0) markPhrase(form, phraseBit);
      else for (const part of form.split(" ")) if (/^\p{L}{3,}$/u.test(part)) mark(part, listBit(name));
    }
  }

  const words = new Map<string, LexiconEntry>();
  clusters.words.forEach((word, index) => {
    words.set(word, {
      coarse: clusters.coarse[index] ?? -1,
      middle: clusters.middle[index] ?? -1,
      fine: clusters.fine[index] ?? -1,
      lists: lists.get(word) ?? 0,
      smallness: smallnessOf(cases.get(word)),
    });
  });
  for (const [word, bits] of lists) {
    if (!words.has(word)) words.set(word, { coarse: -1, middle: -1, fine: -1, lists: bits, smallness: smallnessOf(cases.get(word)) });
  }
  for (const [word, counts] of cases) {
    if (!words.has(word) && counts.small + counts.capital >= 3) {
      words.set(word, { coarse: -1, middle: -1, fine: -1, lists: 0, smallness: smallnessOf(counts) });
    }
  }
  return makeNameLexicon(words, phrases);
}
