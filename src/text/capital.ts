/** Capital letters, told at once for plain letters: running text asks for every word, and a regular expression costs ten times as much. */

/** True when the first character is an upper-case letter of any script. */
export function beginsCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(text);
}

/** True when the first character is a lower-case letter of any script. */
export function beginsSmall(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 128) return code >= 97 && code <= 122;
  return /^\p{Ll}/u.test(text);
}
