import { describe, expect, it } from "vitest";
import { readConllu } from "./read-conllu.ts";

describe("reading CoNLL-U", () => {
  it("keeps words with their trees, and leaves out ranges and empty nodes", () => {
    const rows = [
      "# newdoc id = a",
      "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
      "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_",
      "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_",
      "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_",
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
    });
    expect(sentences[1]?.document).toBe("a");
  });

  it("names the line that is no word line", () => {
    expect(() => readConllu("1\tYes\tyes", "b.conllu")).toThrow("b.conllu, line 1: 3 columns where CoNLL-U has 10");
  });
});
