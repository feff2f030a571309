import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTree } from "./best-tree.ts";

const width = 8;

function run(rows: readonly (readonly number[])[]): number[] {
  const scores = new Float32Array(width * rows.length);
  rows.forEach((row, index) => {
    scores.set(row, index * width);
  });
  const heads = new Int32Array(rows.length);
  bestTree(scores, 0, width, rows.length, heads);
  return [...heads];
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  return heads.every((_, index) => {
    let at = index + 1;
    for (let steps = 0; steps <= heads.length; steps += 1) {
      if (at === 0) return true;
      at = heads[at - 1] ?? 0;
    }
    return false;
  });
}

/** The best total over all single-rooted trees, by trying every assignment of heads. */
function bestTotal(rows: readonly (readonly number[])[]): number {
  const { length } = rows;
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(length).fill(0);
  const visit = (word: number, total: number): void => {
    if (word === length) {
      if (isTree(heads)) best = Math.max(best, total);
      return;
    }
    for (let head = 0; head <= length; head += 1) {
      if (head === word + 1) continue;
      heads[word] = head;
      visit(word + 1, total + (rows[word]?.[head] ?? 0));
    }
  };
  visit(0, 0);
  return best;
}

describe("the best tree", () => {
  it.each([
    ["a single word is the root", [[0, 9]], [0]],
    [
      "a cycle is broken where it costs least",
      [
        [1, 0, 10],
        [2, 10, 0],
      ],
      [2, 0],
    ],
    [
      "two favourites for the root leave one",
      [
        [9, 0, 1],
        [8, 7, 0],
      ],
      [0, 1],
    ],
  ])("%s", (_, rows, expected) => {
    expect(run(rows)).toEqual(expected);
  });

  it("is a tree with one root, and as good as the best of all trees when its root is likely", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 30, maxLength: 30 }),
        (length, numbers) => {
          const rows = Array.from({ length }, (_, word) => numbers.slice(word * 6, word * 6 + length + 1));
          const heads = run(rows);
          expect(isTree(heads)).toBe(true);
          if (length <= 3) expect(heads.reduce((sum, head, word) => sum + (rows[word]?.[head] ?? 0), 0)).toBe(bestTotal(rows));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is found for scores that are all alike or not numbers", () => {
    expect(isTree(run(Array.from({ length: 6 }, () => new Array<number>(7).fill(0))))).toBe(true);
    expect(isTree(run(Array.from({ length: 6 }, () => new Array<number>(7).fill(Number.NaN))))).toBe(true);
  });
});
