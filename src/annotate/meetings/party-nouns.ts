/** Which common nouns stand for people or for bodies that can act: what decides between "met the envoy" and "met the deadline". */
import type { Lexicon } from "../../text/lexicon.ts";

export type NounKind = "person" | "group";

/** People one speaks to without meeting them. */
const audiences = new Set(
  "reporter journalist media press newsman newsmen correspondent audience crowd viewer listener reader fan public newspaper newscaster interviewer".split(
    " ",
  ),
);

const morePersons = new Set(
  "counterpart insurgent hostage relative wounded guerrilla elder chief head representative official premier sultan emir prince pontiff kid child dissident teen youngster ceo mum mom dad mummy daddy boss chancellor mullah marine broker parliamentarian chair founder enemy ally publisher emperor rebel queen regulator policymaker agent democrat republican communist islamist christian muslim jew catholic protestant".split(
    " ",
  ),
);

const irregular = new Map([
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["wives", "wife"],
  ["people", "people"],
  ["police", "police"],
]);

/** The singular of a regular plural, of "…men" and of a few irregular nouns; the word itself where it is none. */
export function singularOf(word: string): string {
  const known = irregular.get(word);
  if (known) return known;
  if (/(?:wo)?men$/u.test(word)) return `${word.slice(0, -2)}an`;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** What a noun stands for, singular or plural; null for things. */
export function nounKind(lexicon: Lexicon, word: string): NounKind | null {
  const singular = singularOf(word);
  // "has the authority to": a power, unlike "the authorities".
  if (word === "authority") return null;
  if (lexicon.groupNouns.has(singular) || lexicon.groupNouns.has(word)) return "group";
  return lexicon.personNouns.has(singular) || lexicon.personNouns.has(word) || morePersons.has(singular) ? "person" : null;
}

/** True for the press and the public: one speaks to them without meeting them. */
export function isAudience(word: string): boolean {
  return audiences.has(singularOf(word));
}

/** True for the plural of a noun that has one. */
export function isPlural(word: string): boolean {
  return singularOf(word) !== word || word === "people" || word === "police";
}
