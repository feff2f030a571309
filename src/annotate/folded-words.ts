/** Tokens as one folded string, the form in which word lists hold phrases. */
import type { Token } from "../domain/document.ts";

/** The tokens from `first` to `end` (half-open) in lower case, with one space where the text has any. */
export function foldedWords(tokens: readonly Token[], first: number, end: number): string {
  let text = "";
  for (let index = first; index < end; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const previous = tokens[index - 1];
    text += (index > first && previous && previous.end < token.start ? " " : "") + token.lower;
  }
  return text;
}
