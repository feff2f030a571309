/** Parts of a person's name, and whether two full names can be one person's. */
import { plainName, tidyName } from "../fold-name.ts";
import type { NameTables } from "../name-tables.ts";
import type { Verdict } from "./judgement.ts";

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
/** The Arabic article, before a hyphen ("al-Nono", "ash-Sharq") or inside a name ("Taher El Nono"). */
const articles = new Set("al el ul ad ar as at az an ash ud ur".split(" "));
const spacedArticles = new Set(["al", "el", "ul"]);
/** Words that belong to the family name after them. */
const particles = new Set("bin ibn ben bint abu abou van von der den de del della di da dos das du la le ter ten st".split(" "));
/** Family names that stand first in Chinese, Korean and Vietnamese names. */
const leadingFamilies = new Set(
  (
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin luo gao deng jiang wen qin han mao tsai lai " +
    "kim lee park choi jung jeong kang cho yoon jang lim moon roh ban han chung nguyen tran pham hoang phan vu vo dang bui"
  ).split(" "),
);

/** Reads a name as an article wrote it. `words` is empty when it has no letters. */
export function parsePersonName(name: string): PersonName {
  const written = tidyName(name);
  const isShouted = written === written.toUpperCase();
  const words: string[] = [];
  for (const piece of written.split(/[\s.,]+/u)) {
    // "JD Vance" is J. D. Vance
    const isInitials = !isShouted && words.length === 0 && /^\p{Lu}{2,3}$/u.test(piece);
    const parts = isInitials ? [...piece.toLowerCase()] : plainName(piece).split(/[^\p{L}\p{M}\p{N}]+/u);
    parts.forEach((part, index) => {
      const isArticle = parts.length > 1 ? index < parts.length - 1 && articles.has(part) : words.length > 0 && spacedArticles.has(part);
      if (part !== "" && !isArticle) words.push(...splitServant(part));
    });
  }
  while (words.length > 1 && titles.has(words[0] ?? "")) words.shift();
  const last = words.at(-1) ?? "";
  const suffix = words.length > 1 && suffixes.has(last) ? last : null;
  if (suffix) words.pop();

  const family = words.at(-1);
  const first = words[0];
  const isFamilyOnly = words.slice(0, -1).every((word) => particles.has(word));
  const families = family === undefined ? [] : [family];
  if (words.length > 1 && first !== undefined && leadingFamilies.has(first) && first !== family) families.push(first);
  return { words, suffix, isFamilyOnly, families };
}

/** "abdulrahman" → abdul, rahman, as "Abdul Rahman" is written. */
function splitServant(word: string): string[] {
  const match = /^(abd[aeou]l)(\p{L}{4,})$/u.exec(word);
  return match?.[1] && match[2] ? [match[1], match[2]] : [word];
}

export interface NameComparison {
  readonly verdict: Verdict;
  readonly score: number;
  readonly decidedBy: string;
  /** True when the names alone do not suffice and the company they keep must agree. */
  readonly needsContext: boolean;
}

function same(score: number, decidedBy: string, needsContext = false): NameComparison {
  return { verdict: "same", score, decidedBy, needsContext };
}

function different(decidedBy: string): NameComparison {
  return { verdict: "different", score: 0, decidedBy, needsContext: false };
}

/** Whether two full names can name one person, by the words alone. */
export function comparePersonNames(a: PersonName, b: PersonName, tables: NameTables): NameComparison {
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return different("other-suffix");
  const compared = compareWords(a.words, b.words, tables);
  if (compared.verdict !== "same" || a.suffix === b.suffix) return compared;
  return { ...compared, score: Math.min(compared.score, 0.9), decidedBy: "suffix-left-out" };
}

function compareWords(a: readonly string[], b: readonly string[], tables: NameTables): NameComparison {
  const joined = a.join("");
  if (a.length === b.length && a.every((word, index) => word === b[index])) return same(1, "same-name");
  if (joined === b.join("")) return same(0.97, "spacing"); // "Jong Un", "Jongun"
  if (a.length === b.length && a.toSorted().join(" ") === b.toSorted().join(" ")) return same(0.9, "word-order"); // "Orbán Viktor"

  const familyScore = sameWord(a.at(-1), b.at(-1), tables);
  if (familyScore === 0) return compareLengths(a, b, tables);
  const [givenScore, decidedBy] = compareGiven(a, b, tables);
  if (givenScore === 0) return different("other-given-name");
  if (decidedBy === "leading-initial-left-out") return same(givenScore, decidedBy);
  if (!middlesAgree(a.slice(1, -1), b.slice(1, -1), tables)) return different("other-middle-name");
  const rule = decidedBy === "same-name" ? (familyScore < 1 ? "spelling" : "middle-name") : decidedBy;
  return same(Math.min(familyScore, givenScore, rule === "middle-name" ? 0.97 : 1), rule, decidedBy === "initial");
}

/** "Mohammed bin Salman" and "Mohammed bin Salman Al Saud", "Gabriel Boric" and "Gabriel Boric Font". */
function compareLengths(a: readonly string[], b: readonly string[], tables: NameTables): NameComparison {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const isPrefix = short.length >= 2 && short.every((word, index) => sameWord(word, long[index], tables) > 0);
  return isPrefix && short.length < long.length ? same(0.8, "longer-name", true) : different("other-family-name");
}

function compareGiven(a: readonly string[], b: readonly string[], tables: NameTables): [score: number, decidedBy: string] {
  const one = a[0] ?? "";
  const other = b[0] ?? "";
  const written = sameWord(one, other, tables);
  if (written > 0) return [written, written === 1 ? "same-name" : "spelling"];
  if (isNicknameOf(one, other, tables)) return [0.92, "nickname"];
  const [initial, full] = one.length === 1 ? [a, b] : [b, a];
  if (initial[0]?.length !== 1) return [0, ""];
  // "R. Nicholas Burns" is Nicholas Burns
  if (initial.length > 2 && full[0]?.length !== 1 && sameWord(initial[1], full[0], tables) > 0) return [0.88, "leading-initial-left-out"];
  return full[0]?.startsWith(initial[0]) ? [0.85, "initial"] : [0, ""];
}

/** Middle names may be left out or shortened, but never contradict: "George W." is not "George H. W.". */
function middlesAgree(a: readonly string[], b: readonly string[], tables: NameTables): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word, index) => {
    const other = long[index] ?? "";
    if (word.length === 1 || other.length === 1) return word[0] === other[0];
    return sameWord(word, other, tables) > 0;
  });
}

/** 1 for the same word, 0.95 for two spellings of it, 0 otherwise. */
export function sameWord(a: string | undefined, b: string | undefined, tables: NameTables): number {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return 1;
  return spellingKey(a, tables) === spellingKey(b, tables) ? 0.95 : 0;
}

/** What two spellings of a word have in common: its group in the tables, else doubled letters and the end -y, -yy, -iy, -ij ironed out. */
export function spellingKey(word: string, tables: NameTables): string {
  const group = tables.spellings.get(word);
  if (group !== undefined) return `#${group}`;
  if (word.length < 5) return word;
  return word.replace(/[iyj]{1,3}$/u, "i").replace(/(\p{L})\1/gu, "$1"); // Zelensky, Zelenskyy, Zelenskiy
}

function isNicknameOf(a: string, b: string, tables: NameTables): boolean {
  const groups = tables.nicknames.get(a);
  const others = tables.nicknames.get(b);
  if (!groups || !others) return false;
  return groups.some(({ group, isHead }) => others.some((other) => other.group === group && (isHead || other.isHead)));
}
