/** Reads CoNLL-U (https://universaldependencies.org/format.html): basic trees only, no empty nodes, no multi-word ranges. */
import { UserError } from "../domain/errors.ts";

export interface TreebankSentence {
  /** Id of the document, from `# newdoc id`. */
  readonly document: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Features as in the file, "Number=Sing|Person=3"; "_" where there are none. */
  readonly features: readonly string[];
  /** 1-based, 0 for the root, as in the file. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  /** The last column: "_" or `Key=Value|Key=Value`. */
  readonly misc: readonly string[];
  /** The lines before the words that start with "#", without it and trimmed. */
  readonly comments: readonly string[];
}

/**
 * The sentences of a CoNLL-U text. Throws a `UserError` `bad-record` that names the line when a word has not its ten columns, its
 * turn, a form, or a head in the sentence, or when the heads of a sentence do not make one tree.
 */
export function readConllu(text: string, source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let document = "";
  let words: string[][] = [];
  let comments: string[] = [];
  let firstLine = 0;
  const refuse = (line: number, what: string, hint: string): never => {
    throw new UserError("bad-record", `${source}, line ${line}: ${what}`, hint);
  };
  const finish = (): void => {
    if (words.length === 0) return;
    const column = (index: number): string[] => words.map((word) => word[index] ?? "_");
    const heads = column(6).map((head, index) => {
      const value = /^\d+$/u.test(head) ? Number(head) : -1;
      if (value >= 0 && value <= words.length && value !== index + 1) return value;
      return refuse(
        firstLine + index,
        `the head of word ${index + 1} is "${head}", but the sentence has words 1 to ${words.length}`,
        "give the number of another word of the sentence, or 0 for its root",
      );
    });
    const loose = firstOffTree(heads);
    if (loose >= 0) refuse(firstLine + loose, `word ${loose + 1} hangs on no root: its heads lead back to it`, "mend the heads");
    const roots = heads.filter((head) => head === 0).length;
    if (roots !== 1) refuse(firstLine, `the sentence has ${roots} roots where a tree has one`, "give one word the head 0");
    sentences.push({
      document,
      forms: column(1),
      lemmas: column(2),
      upos: column(3),
      xpos: column(4),
      features: column(5),
      heads,
      relations: column(7),
      misc: column(9),
      comments,
    });
    words = [];
    comments = [];
  };
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line.trim() === "") {
      finish();
      return;
    }
    if (line.startsWith("#")) {
      document = /^# newdoc id = (.*)$/u.exec(line)?.[1] ?? document;
      comments.push(line.slice(1).trim());
      return;
    }
    const columns = line.split("\t");
    if (columns.length !== 10) {
      refuse(
        index + 1,
        `${columns.length === 1 ? "1 column" : `${columns.length} columns`} where CoNLL-U has 10`,
        "check that the file is CoNLL-U with tabs between the columns",
      );
    }
    const id = columns[0] ?? "";
    // "3-4" is a range of words written together, "3.1" a word that is understood: neither is in the tree.
    if (/^\d+[-.]\d+$/u.test(id)) return;
    if (words.length === 0) firstLine = index + 1;
    if (id !== String(words.length + 1)) {
      refuse(
        index + 1,
        `word "${id}" where ${words.length + 1} should be`,
        "number the words of each sentence from 1, with a blank line after it",
      );
    }
    if (columns[1] === "") refuse(index + 1, "a word without a form", "give the word in the second column");
    words.push(columns);
  });
  finish();
  return sentences;
}

/** Index of a word whose heads lead round in a circle, or -1. */
function firstOffTree(heads: readonly number[]): number {
  // 0: not seen, 1: on the path now walked, 2: leads to the root.
  const state = new Uint8Array(heads.length + 1);
  state[0] = 2;
  for (let word = 1; word <= heads.length; word += 1) {
    let at = word;
    while (state[at] === 0) {
      state[at] = 1;
      at = heads[at - 1] ?? 0;
    }
    if (state[at] === 1) return at - 1;
    for (at = word; state[at] === 1; at = heads[at - 1] ?? 0) state[at] = 2;
  }
  return -1;
}
