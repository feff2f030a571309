import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadMorphology } from "../annotate/syntax/morphology.ts";
import { makeParseWords, type ParseWords } from "../annotate/syntax/parse-words.ts";
import { loadShippedSyntax } from "../annotate/syntax/syntax-model.ts";
import type { TreebankSentence } from "../learn/read-conllu.ts";
import { readSyntaxGold } from "./measure-syntax.ts";
import { scoreMorphology, scoreSyntax } from "./score-syntax.ts";

const names = { tagClasses: ["NOUN NN", "VERB VBD"], relations: ["root", "nsubj", "nsubj:pass", "obj"] };
const sentence: TreebankSentence = {
  document: "d",
  forms: ["talks", "were", "envoy"],
  lemmas: ["talk", "be", "envoy"],
  upos: ["NOUN", "VERB", "NOUN"],
  xpos: ["NNS", "VBD", "NN"],
  features: [],
  heads: [2, 0, 2],
  relations: ["nsubj:pass", "root", "obj"],
  misc: ["_", "_", "_"],
  comments: [],
};

function answering(tags: number[], heads: number[], relations: number[]): ParseWords {
  return () => ({ tags: Uint8Array.from(tags), heads: Int32Array.from(heads), relations: Uint8Array.from(relations) });
}

describe("scoring syntax", () => {
  it.each([
    ["all right; a subtype does not count", answering([0, 1, 0], [1, -1, 1], [1, 0, 3]), [100, 66.7, 100, 100]],
    ["a wrong head takes its relation along", answering([0, 1, 0], [1, -1, 0], [1, 0, 3]), [100, 66.7, 66.7, 66.7]],
    ["a wrong relation leaves the head", answering([0, 1, 1], [1, -1, 1], [1, 0, 1]), [66.7, 33.3, 100, 66.7]],
  ])("%s", (_, parseWords, expected) => {
    const score = scoreSyntax([sentence], parseWords, names);
    expect([score.upos, score.xpos, score.uas, score.las].map((value) => Math.round(value * 10) / 10)).toEqual(expected);
  });

  it("names the most frequent mistakes", () => {
    const { tagConfusions, relationConfusions } = scoreSyntax([sentence, sentence], answering([0, 1, 1], [1, -1, 0], [1, 0, 1]), names);
    expect(tagConfusions).toEqual([["NOUN>VERB", 2]]);
    expect(relationConfusions).toEqual([["obj>nsubj (other head)", 2]]);
  });

  it("gives zero for nothing", () => {
    expect(scoreSyntax([], answering([], [], []), names)).toMatchObject({ words: 0, upos: 0, las: 0 });
  });
});

const gold = readSyntaxGold(join(import.meta.dirname, "../../../shared/syntax"));
const isRequired = (process.env.WHOMET_REQUIRE ?? "").split(",").includes("shared");
if (!gold && !isRequired) process.stderr.write("skipped: accuracy of the syntax model (no ../shared/syntax here)\n");

describe.skipIf(!gold && !isRequired)("the syntax model", () => {
  const least = new Map([
    ["ewt.dev", { upos: 95.6, uas: 87.8, las: 84.7, lemmas: 97, features: 95 }],
    ["gum held back", { upos: 96.7, uas: 87.1, las: 84.4, lemmas: 97.8, features: 92.8 }],
  ]);

  it.each([...least])("is as right as it was on %s", (name, floor) => {
    const sentences = gold?.find(([set]) => set === name)?.[1];
    if (!sentences) throw new Error("../shared/syntax is not here");
    const model = loadShippedSyntax();
    const parseWords = makeParseWords(model.network);
    const score = { ...scoreSyntax(sentences, parseWords, model), ...scoreMorphology(sentences, loadMorphology(), parseWords, model) };
    for (const key of ["upos", "uas", "las", "lemmas", "features"] as const) expect([key, score[key] > floor[key]]).toEqual([key, true]);
  });
});
