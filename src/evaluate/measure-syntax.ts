/** Scores the shipped syntax model on treebanks: one to develop on, and of one the documents that were kept from learning. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { loadMorphology } from "../annotate/syntax/morphology.ts";
import { makeParseWords } from "../annotate/syntax/parse-words.ts";
import { loadShippedSyntax } from "../annotate/syntax/syntax-model.ts";
import { holdBack } from "../annotate/syntax/train-syntax.ts";
import { readConllu, type TreebankSentence } from "../learn/read-conllu.ts";
import { scoreMorphology, scoreSyntax } from "./score-syntax.ts";
import type { Scores } from "./scoreboard.ts";

/** The treebanks that scores are given for; null when they are not in the folder. */
export function readSyntaxGold(folder: string): readonly (readonly [name: string, sentences: readonly TreebankSentence[]])[] | null {
  const [dev, gum] = ["ewt.dev.conllu.gz", "gum-open.train.conllu.gz"].map((name) => join(folder, name));
  if (!dev || !gum || !existsSync(dev) || !existsSync(gum)) return null;
  const read = (path: string): TreebankSentence[] => readConllu(gunzipSync(readFileSync(path)).toString("utf8"), path);
  return [
    ["ewt.dev", read(dev)],
    ["gum held back", holdBack(read(gum)).heldBack],
  ];
}

/** The shipped model's scores on gold words; null without the treebanks. */
export function measureSyntax(folder: string): Scores | null {
  const sets = readSyntaxGold(folder);
  if (sets === null) return null;
  const model = loadShippedSyntax();
  const rules = loadMorphology();
  const parseWords = makeParseWords(model.network);
  const scores: Record<string, number> = {};
  for (const [name, sentences] of sets) {
    const { upos, xpos, uas, las } = scoreSyntax(sentences, parseWords, model);
    const { lemmas, features } = scoreMorphology(sentences, rules, parseWords, model);
    Object.assign(scores, {
      [`${name} UPOS`]: upos,
      [`${name} XPOS`]: xpos,
      [`${name} UAS`]: uas,
      [`${name} LAS`]: las,
      [`${name} lemmas`]: lemmas,
      [`${name} features`]: features,
    });
  }
  return scores;
}
