/** Values of an edited graph's attributes, as files of several programs write them. */

/** The value as a text without spaces around it; null where there is none. */
export function textValue(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
  return String(value).trim() || null;
}

/** A list, or a text whose items stand between bars, as our own exports write them. */
export function listValue(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : (textValue(value)?.split("|") ?? []);
  return items.flatMap((item) => textValue(item) ?? []);
}

/** One of these words, `usual` where there is none, null where there is another. */
export function oneOf<const Word extends string>(words: readonly Word[], value: unknown, usual: Word): Word | null {
  const given = textValue(value);
  return given === null ? usual : (words.find((word) => word === given.toLowerCase()) ?? null);
}
