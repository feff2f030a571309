import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeParseWords, type ParseWords } from "../annotate/syntax/parse-words.ts";
import { loadSyntaxModel } from "../annotate/syntax/syntax-model.ts";
import { holdBack } from "../annotate/syntax/train-syntax.ts";
import { readConllu, type TreebankSentence } from "../learn/read-conllu.ts";
import { scoreSyntax } from "./score-syntax.ts";

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

const treebanks = join(import.meta.dirname, "../../../shared/syntax");
const isRequired = (process.env.WHOMET_REQUIRE ?? "").split(",").includes("shared");
const isThere = existsSync(treebanks);
if (!isThere && !isRequired) process.stderr.write("skipped: accuracy of the syntax model (no ../shared/syntax here)\n");

describe.skipIf(!isThere && !isRequired)("the syntax model", () => {
  const read = (name: string): TreebankSentence[] => readConllu(gunzipSync(readFileSync(join(treebanks, name))).toString("utf8"), name);
  const model = loadSyntaxModel(join(import.meta.dirname, "../../data/models/syntax.bin"));

  it.each([
    ["English Web Treebank, dev", () => read("ewt.dev.conllu.gz"), { upos: 95.6, uas: 87.8, las: 84.8 }],
    ["GUM, documents kept back", () => holdBack(read("gum-open.train.conllu.gz")).heldBack, { upos: 96.7, uas: 87.1, las: 84.4 }],
  ])("is as right as it was: %s", (_, sentences, least) => {
    const score = scoreSyntax(sentences(), makeParseWords(model.network), model);
    expect(score.upos).toBeGreaterThan(least.upos);
    expect(score.uas).toBeGreaterThan(least.uas);
    expect(score.las).toBeGreaterThan(least.las);
  });
});
