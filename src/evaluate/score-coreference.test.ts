import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chains, scoreCoreference } from "./score-coreference.ts";

/** "ab c" → [["a", "b"], ["c"]]. */
function chains(text: string): Chains {
  return text
    .split(" ")
    .filter((chain) => chain !== "")
    .map((chain) => [...chain]);
}

describe("scoring coreference", () => {
  // Recall and precision in percent, worked out by hand or as the papers give them.
  it.each([
    ["chains that agree", "abc de", "abc de", { muc: [100, 100], bCubed: [100, 100], ceaf: [100, 100] }],
    // Vilain and others 1995: the chain A–B–C–D found in two pieces misses one link of three.
    ["one chain in two pieces", "abcd", "ab cd", { muc: [66.667, 100], bCubed: [50, 100], ceaf: [66.667, 33.333] }],
    // Bagga and Baldwin 1998: two large chains joined are a worse mistake than a large and a small one.
    [
      "a large and a small chain joined",
      "12345 67 89ABC",
      "12345 6789ABC",
      { muc: [100, 90], bCubed: [100, 76.19], ceaf: [61.111, 91.667] },
    ],
    ["two large chains joined", "12345 67 89ABC", "1234589ABC 67", { muc: [100, 90], bCubed: [100, 58.333], ceaf: [55.556, 83.333] }],
    // Pradhan and others 2014, their worked example, with mentions on each side that the other does not have.
    ["mentions of one side only", "abc defg", "ab cd fghi", { muc: [40, 40], bCubed: [41.667, 50], ceaf: [65, 43.333] }],
    ["nothing found", "abc", "", { muc: [0, 0], bCubed: [0, 0], ceaf: [0, 0] }],
    ["nothing to find", "", "abc", { muc: [0, 0], bCubed: [0, 0], ceaf: [0, 0] }],
  ])("counts %s", (_, key, response, expected) => {
    const score = scoreCoreference([{ key: chains(key), response: chains(response) }]);
    for (const name of ["muc", "bCubed", "ceaf"] as const) {
      expect(score[name].recall, `${name} recall`).toBeCloseTo(expected[name][0] ?? Number.NaN, 2);
      expect(score[name].precision, `${name} precision`).toBeCloseTo(expected[name][1] ?? Number.NaN, 2);
    }
    expect(score.conll).toBeCloseTo((score.muc.f1 + score.bCubed.f1 + score.ceaf.f1) / 3, 6);
  });

  it("sums over documents before it divides", () => {
    const right = { key: chains("abc"), response: chains("abc") };
    const wrong = { key: chains("xy"), response: chains("") };
    expect(scoreCoreference([right, wrong]).muc).toMatchObject({ recall: expect.closeTo(66.667, 2), precision: 100 });
  });

  it("gives recall for precision when the sides change places", () => {
    const side = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }).map((labels) => {
      const byLabel = new Map<number, string[]>();
      labels.forEach((label, mention) => {
        byLabel.set(label, [...(byLabel.get(label) ?? []), `m${mention}`]);
      });
      return [...byLabel.values()];
    });
    fc.assert(
      fc.property(side, side, (key, response) => {
        const there = scoreCoreference([{ key, response }]);
        const back = scoreCoreference([{ key: response, response: key }]);
        for (const name of ["muc", "bCubed", "ceaf"] as const) {
          expect(there[name].recall).toBeCloseTo(back[name].precision, 6);
          expect(there[name].f1).toBeLessThanOrEqual(100.000001);
        }
      }),
    );
  });
});
