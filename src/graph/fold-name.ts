/**
 * Names in the form in which they are compared: no case, accents, hyphens or apostrophes. Comparing is all this is for; what an
 * article wrote is kept elsewhere.
 */

/** Letters that Unicode decomposition leaves whole. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};

/** "Zoë Müller-O’Neill" → "zoe muller oneill". Any script; empty when the text has neither letters nor digits. */
export function foldName(text: string): string {
  return plainName(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Lower case without Latin and Greek accents and without apostrophes; hyphens, dots and spaces stay. */
export function plainName(text: string): string {
  return (
    text
      .normalize("NFKD")
      // in other scripts a mark is part of the letter: й is not и
      .replace(/([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, "$1")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[ßæœøđðþłıħŋ]/gu, (letter) => plainLetters[letter] ?? letter)
      .replace(/['’‘ʼʻ`´ʿʾ]/gu, "")
  );
}

/**
 * The words of a name in one line: "Benjamin⏎Netanyahu" → "Benjamin Netanyahu". Marks that turn the direction of whatever follows are
 * left out: beside other words, a name with one of them would reverse those (Boucher and Anderson, 2021, "Trojan Source").
 */
export function tidyName(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Orders strings by code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** True for "IDF", "U.N." and "G20": capitals (and digits) only, at most eight of them. */
export function isAcronym(text: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}.&-]{1,11}$/u.test(text) && text.replace(/[^\p{L}\p{N}]/gu, "").length <= 8;
}
