import { describe, expect, it } from "vitest";
import { readConllu } from "./read-conllu.ts";

describe("reading CoNLL-U", () => {
  it("keeps words with their trees, and leaves out ranges and empty nodes", () => {
    const rows = [
      "# newdoc id = a",
      "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
      "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_",
      "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_",
      "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No",
      "3.1\tgone\t_\tVERB\t_\t_\t_\t_\t_\t_",
      "",
      "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_",
    ];
    const sentences = readConllu(rows.join("\n"), "a.conllu");
    expect(sentences.map(({ forms }) => forms)).toEqual([["do", "n't", "go"], ["Yes"]]);
    expect(sentences[0]).toMatchObject({
      document: "a",
      heads: [3, 3, 0],
      relations: ["aux", "advmod", "root"],
      xpos: ["VBP", "RB", "VB"],
      misc: ["_", "_", "SpaceAfter=No"],
      comments: ["newdoc id = a"],
    });
    expect(sentences[1]?.document).toBe("a");
  });

  it.each([
    ["too few columns", ["1\tYes\tyes"], "b.conllu, line 1: 3 columns where CoNLL-U has 10"],
    ["spaces for tabs", ["# sent_id = 1", "1 Yes yes INTJ UH _ 0 root _ _"], "b.conllu, line 2: 1 column where CoNLL-U has 10"],
    ["a word out of turn", [word(1, 0), word(3, 1)], 'b.conllu, line 2: word "3" where 2 should be'],
    ["no blank line between sentences", [word(1, 0), word(1, 0)], 'b.conllu, line 2: word "1" where 2 should be'],
    ["a head outside the sentence", ["# x", word(1, 0), word(2, 7)], 'b.conllu, line 3: the head of word 2 is "7"'],
    ["a head that is no number", [word(1, "_")], 'b.conllu, line 1: the head of word 1 is "_"'],
    ["a word that is its own head", [word(1, 0), word(2, 2)], 'b.conllu, line 2: the head of word 2 is "2"'],
    ["heads in a circle", [word(1, 0), word(2, 3), word(3, 2)], "b.conllu, line 2: word 2 hangs on no root"],
    ["two roots", [word(1, 0), word(2, 0)], "b.conllu, line 1: the sentence has 2 roots where a tree has one"],
    ["a word without a form", ["1\t\t_\tX\t_\t_\t0\troot\t_\t_"], "b.conllu, line 1: a word without a form"],
  ])("names the line that has %s", (_, lines, message) => {
    expect(() => readConllu(lines.join("\n"), "b.conllu")).toThrow(message);
  });
});

function word(id: number, head: number | string): string {
  return `${id}\tYes\tyes\tINTJ\tUH\t_\t${head}\tdep\t_\t_`;
}
