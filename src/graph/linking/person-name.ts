/** Parts of a person's name, and whether two full names can be one person's. */
import { withoutNickname } from "../../text/nickname.ts";
import { plainName, tidyName } from "../fold-name.ts";
import type { NameTables } from "../name-tables.ts";
import type { Verdict } from "./judgement.ts";
import { closeSpelling, looseSpelling } from "./romanisation.ts";

export interface PersonName {
  /** Folded words without titles, suffix and Arabic articles: "Taher Al-Nono" → taher, nono. */
  readonly words: readonly string[];
  readonly suffix: string | null;
  /** True for "Trump", "Al-Nono" and "van der Leyen": nothing before the family name. */
  readonly isFamilyOnly: boolean;
  /** What the family name may be: the last word, or the first where the family comes first ("Kim Jong Un"). */
  readonly families: readonly string[];
}

const titles = new Set("mr mrs ms miss dr prof sir dame lord lady sen rep gov gen col capt sgt lt rev pres".split(" "));
const suffixes = new Set(["jr", "sr", "ii", "iii", "iv"]);
/** Numbers of sovereigns; nobody's family name but for "X". */
const regnal = /^(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})$/u;
/** The Arabic article, before a hyphen ("al-Nono", "ash-Sharq") or inside a name ("Taher El Nono"). */
const articles = new Set("al el ul ad ar as at az an ash ud ur".split(" "));
const spacedArticles = new Set(["al", "el", "ul"]);
/** Words that belong to the family name after them. */
const particles = new Set("bin ibn ben bint abu abou van von der den de del della di da dos das du la le ter ten st".split(" "));
/** Family names that stand first in Chinese, Korean and Vietnamese names. */
const leadingFamilies = new Set(
  (
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin luo gao deng jiang wen qin han mao tsai lai " +
    "kim lee park pak choi choe jung jeong kang cho yoon jang lim moon roh ban han chung nguyen tran pham hoang phan vu vo dang bui"
  ).split(" "),
);

/** Reads a name as an article wrote it. `words` is empty when it has no letters. */
export function parsePersonName(name: string): PersonName {
  const written = tidyName(withoutNickname(name));
  const isShouted = written === written.toUpperCase();
  const words: string[] = [];
  const pieces = written.split(/[\s.,]+/u).filter((piece) => piece !== "");
  for (const piece of pieces) {
    // "JD Vance" is J. D. Vance
    const isInitials = !isShouted && words.length === 0 && /^\p{Lu}{2,3}$/u.test(piece);
    const parts = isInitials ? [...piece.toLowerCase()] : plainName(piece).split(/[^\p{L}\p{M}\p{N}]+/u);
    if (isDoubleBarrelled(parts, words, pieces.length)) {
      words.push(parts.join(""));
      continue;
    }
    parts.forEach((part, index) => {
      const isArticle = parts.length > 1 ? index < parts.length - 1 && articles.has(part) : words.length > 0 && spacedArticles.has(part);
      if (part !== "" && !isArticle) words.push(...splitServant(part));
    });
  }
  while (words.length > 1 && titles.has(words[0] ?? "")) words.shift();
  const last = words.at(-1) ?? "";
  const first = words[0];
  // "Charles III", "Leo XIV": a sovereign, whom others call by the one name alone.
  if (words.length === 2 && first !== undefined && first.length > 2 && regnal.test(pieces.at(-1) ?? "") && !isShouted)
    return { words, suffix: null, isFamilyOnly: false, families: [last, first] };
  const suffix = words.length > 1 && suffixes.has(last) ? last : null;
  if (suffix) words.pop();

  const family = words.at(-1);
  const isFamilyOnly = words.slice(0, -1).every((word) => particles.has(word));
  const families = family === undefined ? [] : [family];
  if (words.length > 1 && first !== undefined && leadingFamilies.has(first) && first !== family) families.push(first);
  return { words, suffix, isFamilyOnly, families };
}

/** "Ocasio-Cortez" is one family name; "Jean-Claude" before another name, "Ben-Gvir" and the "Jong-un" of Kim Jong-un are none. */
function isDoubleBarrelled(parts: readonly string[], before: readonly string[], pieces: number): boolean {
  if (before.length === 0 ? pieces > 1 : leadingFamilies.has(before[0] ?? "")) return false;
  return parts.length > 1 && parts.every((part) => part.length > 2 && !articles.has(part) && !particles.has(part));
}

/** "abdulrahman" → abdul, rahman, as "Abdul Rahman" is written. */
function splitServant(word: string): string[] {
  const match = /^(abd[aeou]l)(\p{L}{4,})$/u.exec(word);
  return match?.[1] && match[2] ? [match[1], match[2]] : [word];
}

export interface NameComparison {
  readonly verdict: Verdict;
  /** How sure the names alone make it, 0 to 1. */
  readonly score: number;
  readonly decidedBy: string;
  /** True when the names alone do not suffice and the company they keep must agree. */
  readonly needsContext: boolean;
}

/** Rule → how sure it is, and whether the names alone suffice. */
const rules = {
  "same-name": [0.98, true],
  spacing: [0.97, true],
  "middle-name": [0.96, true],
  spelling: [0.95, true],
  nickname: [0.92, true],
  "word-order": [0.9, true],
  "leading-initial-left-out": [0.88, true],
  "longer-name": [0.65, false],
  initial: [0.65, false],
  "suffix-left-out": [0.65, false],
  "loose-spelling": [0.65, false],
} as const satisfies Record<string, readonly [score: number, suffices: boolean]>;

type Rule = keyof typeof rules;

function same(rule: Rule): NameComparison {
  const [score, suffices] = rules[rule];
  return { verdict: "same", score, decidedBy: rule, needsContext: !suffices };
}

function different(decidedBy: string): NameComparison {
  return { verdict: "different", score: 0, decidedBy, needsContext: false };
}

/** Whether two full names can name one person, by the words alone. */
export function comparePersonNames(a: PersonName, b: PersonName, tables: NameTables): NameComparison {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return different("other-suffix");
  const compared = compareWords(a.words, b.words, tables);
  if (compared.verdict !== "same" || a.suffix === b.suffix) return compared;
  return compared.needsContext ? compared : same("suffix-left-out");
}

/** The surest comparison of any name of the one with any of the other. */
export function compareAnyNames(a: readonly PersonName[], b: readonly PersonName[], tables: NameTables): NameComparison {
  let best: NameComparison | null = null;
  for (const one of a) {
    for (const other of b) {
      const compared = comparePersonNames(one, other, tables);
      if (!best || compared.score > best.score) best = compared;
    }
  }
  return best ?? different("no-name");
}

function compareWords(a: readonly string[], b: readonly string[], tables: NameTables): NameComparison {
  if (a.length === b.length && a.every((word, index) => word === b[index])) return same("same-name");
  if (a.join("") === b.join("")) return same("spacing"); // "Jong Un", "Jongun"
  if (isTurnedAround(a, b) || isTurnedAround(b, a)) return same("word-order"); // "Orbán Viktor", "Jinping Xi"

  const family = likeWord(a.at(-1), b.at(-1), "family", tables);
  const leading = leadingFamilies.has(a[0] ?? "") && leadingFamilies.has(b[0] ?? "") ? likeWord(a[0], b[0], "family", tables) : "none";
  if (family === "none") {
    // "Park Hye-jin", "Pak Hyejin"
    if ((leading === "close" || leading === "same") && a.slice(1).join("") === b.slice(1).join("")) return same("spelling");
    return compareLengths(a, b, tables);
  }
  const given = compareGiven(a, b, tables);
  if (given === null) return different("other-given-name");
  if (given === "leading-initial-left-out") return family === "loose" ? different("other-family-name") : same(given);
  if (!middlesAgree(a.slice(1, -1), b.slice(1, -1), tables)) return different("other-middle-name");
  if (family === "loose") return same("loose-spelling");
  if (given === "same-name") return same(family === "close" ? "spelling" : "middle-name");
  return same(given);
}

/** The same words with the first one last. */
function isTurnedAround(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.length > 1 && [...a.slice(1), a[0]].every((word, index) => word === b[index]);
}

/** "Mohammed bin Salman" and "Mohammed bin Salman Al Saud", "Gabriel Boric" and "Gabriel Boric Font". */
function compareLengths(a: readonly string[], b: readonly string[], tables: NameTables): NameComparison {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const isPrefix = short.length >= 2 && short.every((word, index) => isSameWord(word, long[index], tables));
  return isPrefix && short.length < long.length ? same("longer-name") : different("other-family-name");
}

function compareGiven(a: readonly string[], b: readonly string[], tables: NameTables): Rule | null {
  const one = a[0] ?? "";
  const other = b[0] ?? "";
  const likeness = likeWord(one, other, "given", tables);
  if (likeness === "same") return "same-name";
  if (likeness === "close") return "spelling";
  if (isNicknameOf(one, other, tables)) return "nickname";
  if (likeness === "loose") return "loose-spelling";
  const [initial, full] = one.length === 1 ? [a, b] : [b, a];
  if (initial[0]?.length !== 1) return null;
  // "R. Nicholas Burns" is Nicholas Burns
  if (initial.length > 2 && full[0]?.length !== 1 && isSameWord(initial[1], full[0], tables)) return "leading-initial-left-out";
  return initialsOf(full[0] ?? "", tables).has(initial[0]) ? "initial" : null;
}

/** Middle names may be left out or shortened, but never contradict: "George W." is not "George H. W.". */
function middlesAgree(a: readonly string[], b: readonly string[], tables: NameTables): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word, index) => {
    const other = long[index] ?? "";
    if (word.length === 1 || other.length === 1) return word[0] === other[0];
    return isSameWord(word, other, tables);
  });
}

/** The same word; close: two spellings of it; loose: two words that may be; none of these. */
type WordLikeness = "same" | "close" | "loose" | "none";

function likeWord(a: string | undefined, b: string | undefined, part: "given" | "family", tables: NameTables): WordLikeness {
  if (a === undefined || b === undefined) return "none";
  if (a === b) return "same";
  if (spellingKey(a, tables) === spellingKey(b, tables)) return "close";
  const loose = looseKey(a, part);
  return loose !== null && loose === looseKey(b, part) ? "loose" : "none";
}

function isSameWord(a: string | undefined, b: string | undefined, tables: NameTables): boolean {
  return a !== undefined && b !== undefined && (a === b || spellingKey(a, tables) === spellingKey(b, tables));
}

/** Every name is spelt out once; a long run over ever new names starts anew now and then. */
const remembered = 200_000;
const closeSpellings = new Map<string, string>();
const looseSpellings = new Map<string, string | null>();

function remember<T>(memory: Map<string, T>, key: string, compute: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= remembered) memory.clear();
  const value = compute();
  memory.set(key, value);
  return value;
}

/** What the spellings of a word have in common: its group in the tables, else what romanisations agree on. */
export function spellingKey(word: string, tables: NameTables): string {
  const group = tables.spellings.get(word);
  return group === undefined ? remember(closeSpellings, word, () => closeSpelling(word)) : `#${group}`;
}

/** What words have in common that may be spellings of one; null for a short word. */
export function looseKey(word: string, part: "given" | "family"): string | null {
  return remember(looseSpellings, `${part} ${word}`, () => looseSpelling(word, part));
}

const initialsByTables = new WeakMap<NameTables, ReadonlyMap<number, ReadonlySet<string>>>();

/** The letters with which the spellings of a given name begin: G and J for Gamal, whom others write Jamal. */
function initialsOf(word: string, tables: NameTables): ReadonlySet<string> {
  let byGroup = initialsByTables.get(tables);
  if (!byGroup) {
    const initials = new Map<number, Set<string>>();
    for (const [spelling, group] of tables.spellings) {
      initials.set(group, (initials.get(group) ?? new Set()).add(spelling[0] ?? ""));
    }
    byGroup = initials;
    initialsByTables.set(tables, initials);
  }
  const group = tables.spellings.get(word);
  const initials = group === undefined ? undefined : byGroup.get(group);
  return initials ?? new Set([word[0] ?? "", closeSpelling(word)[0] ?? ""]);
}

function isNicknameOf(a: string, b: string, tables: NameTables): boolean {
  const groups = tables.nicknames.get(a);
  const others = tables.nicknames.get(b);
  if (!groups || !others) return false;
  return groups.some(({ group, isHead }) => others.some((other) => other.group === group && (isHead || other.isHead)));
}
