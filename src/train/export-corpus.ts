/** Writes what src/train/train-recurrent.py reads: the corpus as plain little-endian arrays, so that both halves learn from the same tokens. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordKey } from "../annotate/names/name-lexicon.ts";
import type { WordFacts } from "../annotate/names/token-features.ts";
import type { WordVectors } from "./cluster-words.ts";
import type { Corpus, FeatureRows } from "./name-corpus.ts";

/** How many of the most frequent words keep their vector in the model, and the step of its 16 levels. */
export const keptVectors = 60_000;
const vectorStep = 0.0335;

export interface TrainingTokens {
  readonly corpus: Corpus;
  readonly roles: readonly string[];
  readonly vocabulary: readonly WordFacts[];
  readonly wordIds: Int32Array;
  readonly masks: Uint16Array;
  readonly articleRows: FeatureRows;
}

/** Fills `folder`; files of the same names are replaced. */
export function exportCorpus(folder: string, tokens: TrainingTokens, vectors: WordVectors): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, values: Int32Array | Uint16Array | Uint8Array | Int8Array): void => {
    writeFileSync(join(folder, name), Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  };
  write("ids.i32", tokens.wordIds);
  write("masks.u16", tokens.masks);
  write("art_starts.i32", tokens.articleRows.starts);
  write("art_vals.i32", tokens.articleRows.values);
  const firsts: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  tokens.corpus.articles.forEach((article, index) => {
    for (const sentence of article.doc.sentences) {
      firsts.push(article.firstToken + sentence.firstToken);
      ends.push(article.firstToken + sentence.endToken);
      owners.push(index);
    }
  });
  write("sent.i32", Int32Array.from([...firsts, ...ends, ...owners]));
  writeFileSync(join(folder, "roles.json"), JSON.stringify({ roles: tokens.roles }));
  const starts = new Int32Array(tokens.vocabulary.length + 1);
  tokens.vocabulary.forEach((word, id) => {
    starts[id + 1] = (starts[id] ?? 0) + word.attributes.length;
  });
  const attributes = new Int32Array(starts.at(-1) ?? 0);
  tokens.vocabulary.forEach((word, id) => {
    attributes.set(word.attributes, starts[id]);
  });
  write("voc_starts.i32", starts);
  write("voc_vals.i32", attributes);
  write(
    "casing.u8",
    Uint8Array.from(tokens.vocabulary, (word) => (word.capital ? 1 : 0)),
  );

  const kept = Math.min(keptVectors, vectors.words.length);
  const keys = Int32Array.from(vectors.words.slice(0, kept), wordKey);
  const rows = new Map<number, number>();
  keys.forEach((key, row) => {
    if (!rows.has(key)) rows.set(key, row);
  });
  write("vector-keys.i32", keys);
  write(
    "vec_ids.i32",
    Int32Array.from(tokens.vocabulary, (word) => rows.get(word.key) ?? -1),
  );
  const levels = Int8Array.from(vectors.rows.subarray(0, kept * vectors.dimensions), (value) =>
    Math.max(-8, Math.min(7, Math.floor(value / vectorStep))),
  );
  write("vectors.i4", levels);
}
