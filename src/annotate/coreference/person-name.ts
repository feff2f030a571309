/** The parts of a person's name and when two forms can be one person. */
import { foldCase } from "../../text/fold-case.ts";

/** Name words, folded, without diacritics; a hyphenated name stays one word ("al-nono"). */
export function nameWords(name: string): string[] {
  return foldCase(name)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\s*-\s*/gu, "-")
    .split(/\s+/u)
    .filter((word) => word !== "");
}

const suffixes = new Set(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]);
const nicknames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    joe: "joseph",
    joey: "joseph",
    bill: "william",
    will: "william",
    bob: "robert",
    rob: "robert",
    jim: "james",
    jimmy: "james",
    mike: "michael",
    tom: "thomas",
    tony: "anthony",
    antony: "anthony",
    dick: "richard",
    rick: "richard",
    ben: "benjamin",
    bibi: "benjamin",
    binyamin: "benjamin",
    dan: "daniel",
    dave: "david",
    steve: "steven",
    stephen: "steven",
    ted: "edward",
    ed: "edward",
    chuck: "charles",
    charlie: "charles",
    liz: "elizabeth",
    kate: "katherine",
    catherine: "katherine",
    nick: "nicholas",
    alex: "alexander",
    matt: "matthew",
    pete: "peter",
    sam: "samuel",
    tim: "timothy",
    ron: "ronald",
    don: "donald",
    larry: "lawrence",
    jeff: "jeffrey",
    greg: "gregory",
    ken: "kenneth",
    andy: "andrew",
    drew: "andrew",
    chris: "christopher",
    mohammad: "mohammed",
    muhammad: "mohammed",
    mohamed: "mohammed",
    muhammed: "mohammed",
    vladimir: "volodymyr",
    sergey: "sergei",
    yuri: "yuriy",
  }),
);

function givenKey(word: string): string {
  return nicknames.get(word) ?? word;
}

/** Without "Jr.", "III" at the end. */
export function withoutSuffix(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return last && words.length > 1 && suffixes.has(last) ? words.slice(0, -1) : words;
}

function isInitialOf(short: string, long: string): boolean {
  return /^\p{L}\.?$/u.test(short) && long.startsWith(short.slice(0, 1));
}

/** True when two full names (two words or more) can be one person: same surname, and given names that agree as far as both say. */
export function sameFullName(left: readonly string[], right: readonly string[]): boolean {
  const a = withoutSuffix(left);
  const b = withoutSuffix(right);
  if (a.length < 2 || b.length < 2) return false;
  if (a.join(" ") === b.join(" ")) return true;
  if (a.at(-1) !== b.at(-1)) return false;
  const first = a[0] ?? "";
  const other = b[0] ?? "";
  return givenKey(first) === givenKey(other) || isInitialOf(first, other) || isInitialOf(other, first);
}

/** True when a short form is the end of the full name ("bin Salman", "Al-Nono") or, in East Asian order, its first word ("Xi"). */
export function isShortFormOf(short: readonly string[], full: readonly string[]): "surname" | "first-word" | null {
  const long = withoutSuffix(full);
  if (short.length >= long.length) return null;
  if (short.join(" ") === long.slice(-short.length).join(" ")) return "surname";
  const [only] = short;
  if (short.length > 1 || !only) return null;
  const surname = long.at(-1) ?? "";
  // "Nono" for "Al-Nono".
  if (surname.endsWith(`-${only}`) && /^(?:al|el)-/u.test(surname)) return "surname";
  return long[0] === only ? "first-word" : null;
}
