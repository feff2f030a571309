/** Trees written by hand for tests: one word per entry, "text TAG PENN head relation", heads 1-based in the sentence, 0 the root. */
import type { Token } from "../../domain/document.ts";
import { foldCase } from "../../text/fold-case.ts";
import { type SyntaxTree, syntaxTree } from "./syntax-tree.ts";

/** The tree of one sentence; words are joined by single spaces. */
export function treeFrom(words: string): SyntaxTree {
  const rows = words
    .trim()
    .split(/\s*\|\s*/u)
    .map((row) => row.split(" "));
  const tokens: Token[] = [];
  let start = 0;
  for (const [text = "", pos = "X"] of rows) {
    tokens.push({ start, end: start + text.length, text, lower: foldCase(text), pos, sentenceIndex: 0 });
    start += text.length + 1;
  }
  const column = (at: number): string[] => rows.map((row) => row[at] ?? "");
  const names = (at: number): string[] => [...new Set(column(at))];
  const numbers = (at: number): Uint8Array => {
    const known = names(at);
    return Uint8Array.from(column(at), (name) => known.indexOf(name));
  };
  return syntaxTree(tokens, {
    heads: Int32Array.from(column(3), (head) => Number(head) - 1),
    relations: numbers(4),
    tags: numbers(1),
    pennTags: numbers(2),
    names: { relations: names(4), tags: names(1), pennTags: names(2) },
  });
}

/** The index of a word in the tree; the last of several. */
export function wordIn(tree: SyntaxTree, word: string): number {
  const index = tree.tokens.findLastIndex((token) => token.text === word);
  if (index < 0) throw new Error(`no word ${word} in the tree`);
  return index;
}
