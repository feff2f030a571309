import { describe, expect, it } from "vitest";
import { readConllu } from "../../learn/read-conllu.ts";
import { vectorSize } from "./network-shape.ts";
import { makeParseWords } from "./parse-words.ts";
import { decodeSyntaxModel, encodeSyntaxModel } from "./syntax-model.ts";
import { holdBack, trainSyntax } from "./train-syntax.ts";

const names = ["Boehler", "Hamas", "Abbas", "Biden", "Putin", "Witkoff"];
const verbs = ["met", "called", "visited", "praised"];

/** A toy treebank: "A met B ." and "A met B in C .", one sentence a document. */
const treebank = names
  .flatMap((subject, index) =>
    verbs.map((verb, which) => {
      const object = names[(index + which + 1) % names.length] ?? "";
      const place = names[(index + which + 2) % names.length] ?? "";
      const words = [`${subject}\tPROPN\tNNP\t2\tnsubj`, `${verb}\tVERB\tVBD\t0\troot`, `${object}\tPROPN\tNNP\t2\tobj`];
      if (which % 2 === 0) words.push("in\tADP\tIN\t5\tcase", `${place}\tPROPN\tNNP\t2\tobl`);
      words.push(".\tPUNCT\t.\t2\tpunct");
      const lines = words.map((word, at) => {
        const [form, upos, xpos, head, relation] = word.split("\t");
        return `${at + 1}\t${form}\t_\t${upos}\t${xpos}\t_\t${head}\t${relation}\t_\t_`;
      });
      return `# newdoc id = d${index}-${which}\n${lines.join("\n")}\n`;
    }),
  )
  .join("\n");

const options = { members: 2, epochs: 12, batchWords: 30, learningRate: 0.01, dropout: 0.1, seed: 3, report: () => undefined };
const vectors = { words: ["met", "in"], values: Float32Array.from({ length: 2 * vectorSize }, (_, index) => Math.sin(index)) };

describe("learning", () => {
  const sentences = readConllu(treebank, "toy");
  const model = trainSyntax(sentences, vectors, options);

  it("learns a toy grammar", () => {
    const parseWords = makeParseWords(model.network);
    let words = 0;
    let tags = 0;
    let arcs = 0;
    for (const { forms, upos, heads, relations } of sentences) {
      const parse = parseWords(forms);
      forms.forEach((_, index) => {
        words += 1;
        if (model.tagClasses[parse.tags[index] ?? 0]?.startsWith(`${upos[index]} `)) tags += 1;
        if ((parse.heads[index] ?? -2) + 1 === heads[index] && model.relations[parse.relations[index] ?? 0] === relations[index]) arcs += 1;
      });
    }
    expect(tags / words).toBeGreaterThan(0.99);
    expect(arcs / words).toBeGreaterThan(0.95);
  });

  it("gives the same weights for the same seed", () => {
    expect(Buffer.compare(encodeSyntaxModel(trainSyntax(sentences, vectors, options)), encodeSyntaxModel(model))).toBe(0);
  });

  it("survives the way through its file", () => {
    const copy = decodeSyntaxModel(encodeSyntaxModel(model), "toy.bin");
    expect(copy.relations).toEqual(model.relations);
    const forms = "Putin visited Biden in Abbas .".split(" ");
    expect(makeParseWords(copy.network)(forms)).toEqual(makeParseWords(model.network)(forms));
    expect(() => decodeSyntaxModel(new Uint8Array([1, 2, 3]), "toy.bin")).toThrow(/toy\.bin is not a weights file/u);
  });

  it("holds every eighth document back", () => {
    const { learn, heldBack } = holdBack(sentences);
    expect([learn.length, heldBack.length]).toEqual([21, 3]);
    expect(learn.some(({ document }) => heldBack.some((held) => held.document === document))).toBe(false);
  });
});
