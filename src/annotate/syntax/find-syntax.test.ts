import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../domain/document.ts";
import { readConllu } from "../../learn/read-conllu.ts";
import { loadSegmenter } from "../../text/segment.ts";
import { articleFrom } from "../marked-names.fixture.ts";
import { annotatedTokens } from "./annotated-tokens.ts";
import { makeFindSyntax } from "./find-syntax.ts";
import { loadMorphology } from "./morphology.ts";
import { loadShippedSyntax } from "./syntax-model.ts";
import { writeConllu } from "./write-conllu.ts";

let read: (text: string) => Document<"paragraphs" | "sentences" | "tokens" | "syntax">;

beforeAll(() => {
  const segment = loadSegmenter();
  const findSyntax = makeFindSyntax(loadShippedSyntax());
  read = (text) => {
    const doc = segment(articleFrom(text, { id: "a b" }));
    return { ...doc, ...findSyntax.run(doc) };
  };
});

const text = "Boehler met Hamas officials in Doha.  They didn't meet Israel's envoys, he said.\n\nTalks will resume.";

describe("the syntax of a document", () => {
  it("has an entry for every token, with heads inside the sentence and one root each", () => {
    const { sentences, tokens, syntax } = read(text);
    expect(syntax.heads.length).toBe(tokens.length);
    for (const { firstToken, endToken } of sentences) {
      const heads = [...syntax.heads.subarray(firstToken, endToken)];
      expect(heads.filter((head) => head === -1).length).toBe(1);
      expect(heads.every((head) => head === -1 || (head >= firstToken && head < endToken))).toBe(true);
    }
  });

  it("names tags and relations, also in the middle of the document", () => {
    const { tokens, syntax } = read(text);
    const row = (word: string): string => {
      const at = tokens.findIndex((token) => token.text === word);
      const head = syntax.heads[at] ?? -1;
      return `${syntax.names.tags[syntax.tags[at] ?? 0]} ${syntax.names.pennTags[syntax.pennTags[at] ?? 0]} ${syntax.names.relations[syntax.relations[at] ?? 0]} ${tokens[head]?.text ?? "-"}`;
    };
    expect(["met", "officials", "n't", "envoys", "Talks"].map(row)).toEqual([
      "VERB VBD root -",
      "NOUN NNS obj met",
      "PART RB advmod meet",
      "NOUN NNS obj meet",
      "NOUN NNS nsubj resume",
    ]);
  });

  it("reads a hyphen between spaces as a dash, one inside a word as its part", () => {
    const { tokens, syntax } = read("The six-party talks - involving Peru and the two Koreas - recessed on Sunday.");
    const headOf = (word: string): string | undefined => tokens[syntax.heads[tokens.findIndex(({ text }) => text === word)] ?? -1]?.text;
    expect(headOf("Koreas")).toBe("Peru");
    expect(headOf("party")).toBe("talks");
  });

  it("is empty for a text without words", () => {
    expect(read("").syntax.heads.length).toBe(0);
    expect(read(" \n\n ").syntax.heads.length).toBe(0);
  });

  it("is listed token by token for the JSON", () => {
    const list = annotatedTokens(read("Talks ended. Boehler met Hamas."));
    expect(list.slice(3, 6)).toEqual([
      { start: 13, end: 20, tag: "PROPN", head: 4, relation: "nsubj" },
      { start: 21, end: 24, tag: "VERB", head: -1, relation: "root" },
      { start: 25, end: 30, tag: "PROPN", head: 4, relation: "obj" },
    ]);
  });

  it("can be written as CoNLL-U that reads back the same", () => {
    const doc = read(text);
    const conllu = writeConllu(doc, loadMorphology());
    const back = readConllu(conllu, "written");
    expect(back.flatMap(({ forms }) => forms)).toEqual(doc.tokens.map((token) => token.text));
    expect(back.map(({ heads }) => heads.filter((head) => head === 0).length)).toEqual(doc.sentences.map(() => 1));
    expect(conllu).toContain("# sent_id = a_b-1\n");
    expect(conllu).toContain("# text = They didn't meet Israel's envoys, he said.\n");
    expect(conllu).toContain("\tDoha\tDoha\tPROPN\tNNP\tNumber=Sing\t2\tobl\t_\tSpaceAfter=No\n");
  });
});
