/** A 32-bit hash of text, the same on every machine: for tables whose rows are shared by whatever falls on them. */

/** The hash of the text's UTF-16 units (FNV-1a with a final stir). */
export function hashText(text: string): number {
  return hashSlice(text, 0, text.length);
}

/** The hash of `text.slice(start, end)`, without making the slice. */
export function hashSlice(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash === 0 ? 1 : hash;
}
