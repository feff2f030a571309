/**
 * Spellings that differ only by how a name was written in Latin letters: Ghannouchi and Ghannoushi, Yermak and Ermak, Müller and
 * Mueller. Two keys a word. Equal close keys are one name in two systems of writing; equal loose keys, in which short vowels
 * are not told apart either, may be (Khaled, Khalid) and ask for further evidence.
 */

/** Below this many letters spellings say too little: Lee, Li, Le, Ali, Eli. */
const shortest = 4;
const shortestLoose = 5;

type Rewriting = readonly [pattern: RegExp, to: string];

/** Applied one after the other to a lower-case word without accents. */
const closeRewritings: readonly Rewriting[] = [
  // one sound, several letters
  [/tsch|tch|cz/gu, "ch"],
  [/sch|sz/gu, "sh"],
  [/dzh|dj/gu, "j"],
  [/zh/gu, "j"],
  [/tz/gu, "ts"],
  [/ph/gu, "f"],
  [/kh/gu, "h"],
  [/([gdtb])h/gu, "$1"],
  [/ck|q|c(?=[aoulrt]|$)/gu, "k"],
  [/x/gu, "ks"],
  [/w/gu, "v"],
  // Gorbachov, Soloviev; Nasraoui
  [/(?:[iy]o|[iy]e)v$/gu, "ev"],
  // … but the u of Fouad, Souad, Bouazizi
  [/(?<=^|[aeiou])ou(?=[aeiy])/gu, "v"],
  // ö is oe, ou is oo is u
  [/oe/gu, "o"],
  [/ae/gu, "a"],
  [/ou|oo|ue/gu, "u"],
  [/ee/gu, "i"],
  [/eu/gu, "u"],
  // y, i and j: Zelenskyy, Riabkov, Natalija, Yevgeny
  [/[yij]+$/gu, "i"],
  [/y/gu, "i"],
  [/(^|[^aeiou])ie/gu, "$1e"],
  [/i+/gu, "i"],
  [/([aeiou])h(?=[^aeiou]|$)/gu, "$1"],
  [/(\p{L})\1+/gu, "$1"],
];

const looseRewritings: readonly Rewriting[] = [
  [/ch|sh/gu, "s"],
  [/ts|z/gu, "s"],
  [/[aei]+/gu, "a"],
  [/[ou]+/gu, "o"],
  [/(\p{L})\1+/gu, "$1"],
];

function rewrite(word: string, rewritings: readonly Rewriting[]): string {
  return rewritings.reduce((text, [pattern, to]) => text.replace(pattern, to), word);
}

/** Equal for two ways of writing one name; a word of fewer than four letters is its own key. Takes a folded word. */
export function closeSpelling(word: string): string {
  return word.length < shortest ? word : rewrite(word, closeRewritings);
}

/**
 * Equal for spellings that may be one name; null for words too short to tell. In a family name a mute e at the end does not count
 * (Hamdan, Hamdane); in a given name it does (Denis, Denise).
 */
export function looseSpelling(word: string, part: "given" | "family"): string | null {
  if (word.length < shortestLoose) return null;
  return rewrite(rewrite(part === "family" ? word.replace(/e$/u, "") : word, closeRewritings), looseRewritings);
}
