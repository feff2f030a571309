/** Words whose vectors point the same way come together. */
import { describe, expect, it } from "vitest";
import { clusterRows } from "./cluster-words.ts";

const dimensions = 8;
/** Three bundles of 40 directions, mixed. */
const bundleOf = (index: number): number => (index * 7) % 3;
const rows = new Float32Array(120 * dimensions);
for (let index = 0; index < 120; index += 1) {
  rows[index * dimensions + bundleOf(index)] = 1;
  rows[index * dimensions + 3 + (index % 5)] = 0.05;
}
const vectors = { words: Array.from({ length: 120 }, (_, index) => `w${index}`), rows, dimensions };

describe("clusterRows", () => {
  const clusters = clusterRows(vectors, 12, 10, 5);

  it("never puts words of different bundles together", () => {
    const bundles = new Map<number, Set<number>>();
    clusters.forEach((cluster, index) => {
      bundles.set(cluster, (bundles.get(cluster) ?? new Set()).add(bundleOf(index)));
    });
    expect(bundles.size).toBeGreaterThanOrEqual(3);
    for (const together of bundles.values()) expect(together.size).toBe(1);
    expect(Math.max(...clusters)).toBeLessThan(12);
  });

  it("gives the same clusters when it is done again", () => {
    expect(clusterRows(vectors, 12, 10, 5)).toEqual(clusters);
  });
});
