/** The form in which words are looked up. */

/** Of the apostrophes below, the one that comes first in Unicode. */
const firstApostrophe = 0x2bc;

/** Lower case with straight apostrophes. The length may change for a few scripts, so never use it to move an offset. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  for (let index = 0; index < lower.length; index += 1)
    if (lower.charCodeAt(index) >= firstApostrophe) return lower.replace(/[’ʼ‘]/gu, "'");
  return lower;
}
