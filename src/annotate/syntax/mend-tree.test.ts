import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DraftTree, isTree } from "./draft-tree.ts";
import { mendSteps } from "./mend-steps.ts";
import { makeMendTree } from "./mend-tree.ts";

const relationNames = [
  ...new Set(["root", "nsubj", "obj", "punct", "det", "flat", "compound", ...mendSteps.flatMap(({ relations = [] }) => relations.flat())]),
];
const forms = [...new Set(["Ann", "Lee", "minister", "met", "meet", "to", ...mendSteps.flatMap(({ words = [] }) => [...words])])];
const tags = ["NN", "NNS", "NNP", "VB", "VBD", "VBZ", "VBG", "VBN", "IN", "CC", "PRP", "JJ", "DT", "TO", ","];

const word = fc.record({
  form: fc.constantFrom(...forms),
  tag: fc.constantFrom(...tags),
  relation: fc.nat(relationNames.length - 1),
  head: fc.nat(11),
});

/** The tree after mending: heads and relations. */
function outcome(
  words: readonly { form: string; tag: string; relation: number; head: number }[],
  mend: (forms: string[], draft: DraftTree) => void,
) {
  const pennTags = words.map(({ tag }) => tag);
  // Each word hangs on the one before it or, for the first, on nothing, unless its number names one that stands before it.
  const heads = Int32Array.from(words, ({ head }, index) => (index === 0 ? -1 : Math.min(head, index - 1)));
  const draft: DraftTree = {
    heads,
    relations: Uint8Array.from(words, ({ relation }) => relation),
    relationNames,
    pennTag: (token) => pennTags[token] ?? "",
    retag: (token, pair) => {
      pennTags[token] = pair.split(" ")[1] ?? "";
    },
  };
  mend(
    words.map(({ form }) => form),
    draft,
  );
  return { heads: [...draft.heads], relations: [...draft.relations], pennTags };
}

describe("mendTree", () => {
  it("does what all its mends do one after the other", () => {
    const mendTree = makeMendTree(relationNames);
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 12 }), (words) => {
        const all = outcome(words, (given, draft) => {
          for (const { mend } of mendSteps) mend(given, draft);
        });
        const mended = outcome(words, mendTree);
        // What is no tree any more is left as the parser had it.
        if (isTree(Int32Array.from(all.heads))) expect(mended).toEqual(all);
        else expect(mended.heads).toEqual(outcome(words, () => {}).heads);
      }),
      { numRuns: 3000, seed: 11 },
    );
  });
});
