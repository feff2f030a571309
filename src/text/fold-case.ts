/** The form in which words are looked up. */

/** Lower case with straight apostrophes. The length may change for a few scripts, so never use it to move an offset. */
export function foldCase(text: string): string {
  return text.toLowerCase().replace(/[’ʼ‘]/gu, "'");
}
