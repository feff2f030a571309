/** Reads CoNLL-U (https://universaldependencies.org/format.html): basic trees only, no empty nodes, no multi-word ranges. */
import { UserError } from "../domain/errors.ts";

export interface TreebankSentence {
  /** Id of the document, from `# newdoc id`. */
  readonly document: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** 1-based, 0 for the root, as in the file. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** The sentences of a CoNLL-U text. Throws a `UserError` that names the line when a word line is malformed. */
export function readConllu(text: string, source: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let document = "";
  let words: string[][] = [];
  const finish = (): void => {
    if (words.length > 0) {
      const column = (index: number): string[] => words.map((word) => word[index] ?? "_");
      sentences.push({
        document,
        forms: column(1),
        lemmas: column(2),
        upos: column(3),
        xpos: column(4),
        heads: column(6).map(Number),
        relations: column(7),
      });
    }
    words = [];
  };
  text.split(/\r?\n/u).forEach((line, index) => {
    if (line === "") finish();
    else if (line.startsWith("#")) document = /^# newdoc id = (.*)$/u.exec(line)?.[1] ?? document;
    else {
      const columns = line.split("\t");
      if (columns.length !== 10) {
        throw new UserError(
          "bad-record",
          `${source}, line ${index + 1}: ${columns.length} columns where CoNLL-U has 10`,
          "check that the file is CoNLL-U with tabs between the columns",
        );
      }
      if (/^\d+$/u.test(columns[0] ?? "")) words.push(columns);
    }
  });
  finish();
  return sentences;
}
