import { describe, expect, it } from "vitest";
import { makeRivalSettler } from "./settle-rivals.ts";

const tagClasses = ["NOUN NN", "PROPN NNP", "VERB VBD", "PUNCT ,"];
const relationNames = ["root", "nsubj", "obj", "obl:unmarked", "parataxis", "vocative", "flat", "compound", "appos", "nmod:desc", "punct"];
const width = 16;
const settle = makeRivalSettler(tagClasses, relationNames, width);

/**
 * A sentence whose rivals, by index, both scored as its verb's subject. `arcs` adds to the score of an arc "child→head", `likes` to that of
 * a relation of a word, "word:relation"; all other scores are 0.
 */
function settled(
  tags: string,
  verb: number,
  [holder, second]: readonly [number, number],
  arcs: Readonly<Record<string, number>>,
  likes: Readonly<Record<string, number>>,
): string[] {
  const list = tags.split(" ");
  const { length } = list;
  const heads = Int32Array.from(list, (_, word) => (word === verb ? 0 : verb + 1));
  const relations = Uint8Array.from(list, (tag, word) => {
    const name =
      word === verb ? "root" : word === second ? "vocative" : word === holder ? "nsubj" : tag === "PUNCT" ? "punct" : "parataxis";
    return relationNames.indexOf(name);
  });
  const floats = new Float32Array(length * (8 + width));
  for (const [key, score] of Object.entries(arcs)) {
    const [child = 0, head = 0] = key.split("→").map(Number);
    floats[child * 8 + head + 1] = score;
  }
  const labels = length * 8;
  for (const [key, score] of Object.entries(likes)) {
    const [word, relation = ""] = key.split("/");
    floats[labels + Number(word) * width + relationNames.indexOf(relation)] = score;
  }
  const classes = Uint8Array.from(list, (tag) => tagClasses.findIndex((pair) => pair.startsWith(`${tag} `)));
  const scores = { tags: 0, arcs: 0, arcWidth: 8, relations: () => labels };
  settle({ heads, tags: classes, relations, length }, [{ holder, second }], floats, scores);
  return [...relations].map((relation, word) => `${relationNames[relation]} ${(heads[word] as number) - 1}`);
}

describe("two subjects of one verb", () => {
  it("become title and name where the network likes that better, the name being the subject", () => {
    const arcs = { "0→2": 3, "1→2": 3, "0→1": 2 };
    const likes = { "0/nsubj": 5, "1/nsubj": 6, "0/nmod:desc": 4 };
    expect(settled("PROPN PROPN VERB", 2, [0, 1], arcs, likes)).toEqual(["nmod:desc 1", "nsubj 2", "root -1"]);
  });

  it("become a phrase and what explains it", () => {
    const arcs = { "0→4": 6, "2→4": 3, "2→0": 2 };
    const likes = { "0/nsubj": 6, "2/nsubj": 4, "2/appos": 4, "2/vocative": 1 };
    expect(settled("NOUN PUNCT PROPN PUNCT VERB", 4, [0, 2], arcs, likes)).toEqual(["nsubj 4", "punct 4", "appos 0", "punct 4", "root -1"]);
  });

  it("leave one an oblique where that is likelier than a part of the other", () => {
    const arcs = { "0→2": 6, "1→2": 6 };
    const likes = { "0/nsubj": 8, "1/nsubj": 5, "1/obl:unmarked": 6 };
    expect(settled("NOUN PROPN VERB", 2, [0, 1], arcs, likes)).toEqual(["nsubj 2", "obl:unmarked 2", "root -1"]);
  });

  it("leave who is spoken to alone between marks", () => {
    const arcs = { "0→3": 6, "2→3": 6 };
    const likes = { "0/vocative": 6, "2/nsubj": 8 };
    expect(settled("PROPN PUNCT NOUN VERB", 3, [2, 0], arcs, likes)[0]).toBe("vocative 3");
  });

  it("are never joined across their verb", () => {
    const arcs = { "2→0": 9 };
    const likes = { "2/flat": 9, "0/nsubj": 5 };
    expect(settled("PROPN VERB PROPN", 1, [0, 2], arcs, likes)).toEqual(["nsubj 1", "root -1", "obl:unmarked 1"]);
  });
});
