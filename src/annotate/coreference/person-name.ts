/** The parts of a person's name and when two forms can be one person. */
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { nicknameOf, withoutNickname } from "../../text/nickname.ts";

/** The words, as `nameWords` gives them, of the nickname that stands in quotation marks inside a name; none without one. */
export function nicknameWords(name: string): string[] {
  return nameWords(nicknameOf(name) ?? "");
}

/**
 * Name words, folded, without diacritics and without a nickname in quotation marks; a hyphenated name stays one word ("al-nono"). Dame and
 * Sir stand before given names and are none: "Dame Ada" is Ada.
 */
export function nameWords(name: string): string[] {
  return foldCase(withoutNickname(name).replace(/^(?:Dame|Sir) (?=\S)/u, ""))
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\s*-\s*/gu, "-")
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** "Lind, Ada" as it is spoken: "Ada Lind". Other names are as they were. */
export function inSpokenOrder(name: string): string {
  const [, surname, given] = /^(\S+), (\p{Lu}\S*(?: \p{Lu}\.?)?)$/u.exec(name) ?? [];
  return surname === undefined || given === undefined || suffixes.has(given.toLowerCase()) ? name : `${given} ${surname}`;
}

const suffixes = new Set(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]);
/** Without "Jr.", "III" at the end. */
export function withoutSuffix(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return last && words.length > 1 && suffixes.has(last) ? words.slice(0, -1) : words;
}

function isInitialOf(short: string, long: string): boolean {
  return /^\p{L}\.?$/u.test(short) && long.startsWith(short.slice(0, 1));
}

/** True when two given names can be one: alike, or in one group of spellings or short forms ("Joe", "Joseph"). */
function sameGivenName(one: string, other: string, groups: Lexicon["givenNameGroups"]): boolean {
  if (one === other || isInitialOf(one, other) || isInitialOf(other, one)) return true;
  const known = groups.get(one);
  return known !== undefined && (groups.get(other)?.some((group) => known.includes(group)) ?? false);
}

/**
 * True when two full names (two words or more) can be one person: same surname and suffix, and given and middle names that agree as far
 * as both say. "George W. Bush" and "George H. W. Bush" are two, "Kim Lee" and "Kim Lee Jr." as well.
 */
export function sameFullName(left: readonly string[], right: readonly string[], groups: Lexicon["givenNameGroups"]): boolean {
  const a = withoutSuffix(left);
  const b = withoutSuffix(right);
  if (a.length < 2 || b.length < 2 || a.at(-1) !== b.at(-1) || suffixOf(left) !== suffixOf(right)) return false;
  if (!sameGivenName(a[0] ?? "", b[0] ?? "", groups)) return false;
  if (a.length < 3 || b.length < 3) return true;
  return sameGivenName(a[1] ?? "", b[1] ?? "", groups);
}

/** "jr" of "Kim Lee Jr.", or "". */
function suffixOf(words: readonly string[]): string {
  return withoutSuffix(words).length < words.length ? (words.at(-1) ?? "").replace(".", "") : "";
}

/** How a short form is taken from a full name: see `shortFormOf`. */
export type ShortForm = "surname" | "first-word" | "beginning" | "middle";

/**
 * How a short form stands in the full name, or null: its end ("bin Salman", "Al-Nono"); in East Asian order its first word ("Xi"); its
 * beginning, without the second surname ("Luis Paz" of Luis Paz Rojas) or with the patronymic ("Anna Petrovna"); a first surname alone
 * ("Paz"), where the word is nobody's given name.
 */
export function shortFormOf(
  short: readonly string[],
  full: readonly string[],
  isGivenName: (word: string) => boolean = () => false,
): ShortForm | null {
  const long = withoutSuffix(full);
  if (short.length >= long.length) return null;
  if (short.join(" ") === long.slice(-short.length).join(" ")) return "surname";
  const [only] = short;
  if (!only) return null;
  if (short.length > 1) return isBeginningOf(short, long) ? "beginning" : null;
  const surname = long.at(-1) ?? "";
  // "Nono" for "Al-Nono".
  if (surname.endsWith(`-${only}`) && /^(?:al|el)-/u.test(surname)) return "surname";
  if (long[0] === only) return "first-word";
  const isMiddle = long.length > 2 && only.length > 2 && long.indexOf(only, 1) > 0;
  return isMiddle && !isGivenName(only) && !/^(?:bin|binti|ibn|van|von|der|del|dos|den)$/u.test(only) ? "middle" : null;
}

/** "Ana Paz" of "Ana Maria Paz Rojas": the first word, then others in their order. */
function isBeginningOf(short: readonly string[], long: readonly string[]): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const word of long) if (word === short[at]) at += 1;
  return at === short.length;
}
