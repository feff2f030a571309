import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSegmenter } from "../../text/segment.ts";
import { articleFrom } from "../marked-names.fixture.ts";
import { objectsOf, subjectsOf } from "./clause-subjects.ts";
import { makeFindSyntax } from "./find-syntax.ts";
import { loadSyntaxModel } from "./syntax-model.ts";
import { type SyntaxTree, syntaxTree } from "./syntax-tree.ts";
import { verbGroupOf } from "./verb-groups.ts";

let treeOf: (text: string) => SyntaxTree;

beforeAll(() => {
  const segment = loadSegmenter();
  const findSyntax = makeFindSyntax(loadSyntaxModel(join(import.meta.dirname, "../../../data/models/syntax.bin")));
  treeOf = (text) => {
    const doc = segment(articleFrom(text));
    return syntaxTree(doc.tokens, findSyntax.run(doc).syntax);
  };
});

describe("from plain text to who did what", () => {
  it.each([
    ["Boehler met Abbas in Doha.", "met", "Boehler", "Abbas", "past"],
    ["The envoy will meet Putin and Xi on Monday.", "meet", "envoy", "Putin Xi", "future"],
    ["Iran refused to meet the American delegation.", "meet", "Iran", "delegation", "none to refused"],
    ["Biden and Macron visited Netanyahu.", "visited", "Biden Macron", "Netanyahu", "past"],
    ["Blinken flew to Cairo to meet Sissi.", "meet", "Blinken", "Sissi", "none to flew"],
    ["The ministry said that they had not met the rebels.", "met", "they", "rebels", "past negated that said"],
    ["If they meet, the talks will resume.", "meet", "they", "", "present if resume"],
    ["The hostages were freed by Hamas.", "freed", "hostages", "", "past passive"],
  ])("%s", (text, verb, subjects, objects, expected) => {
    const tree = treeOf(text);
    const at = tree.tokens.findIndex((token) => token.text === verb);
    const words = (tokens: readonly number[]): string => tokens.map((token) => tree.tokens[token]?.text).join(" ");
    const { tense, voice, negated, link } = verbGroupOf(tree, at);
    expect(words(subjectsOf(tree, at))).toBe(subjects);
    expect(words(objectsOf(tree, at))).toBe(objects);
    const parts = [
      tense,
      voice === "passive" ? voice : "",
      negated ? "negated" : "",
      link?.marker ?? "",
      link ? (tree.tokens[link.governor]?.text ?? "") : "",
    ];
    expect(parts.filter((part) => part !== "").join(" ")).toBe(expected);
  });
});
