import { describe, expect, it } from "vitest";
import { batchesOf, batchRows, disjointBatches } from "./neo4j-lanes.ts";

/** Few ids are in most rows, as in the news. */
function rowsOf(count: number): readonly { readonly from: string; readonly to: string; readonly number: number }[] {
  return Array.from({ length: count }, (_, number) => ({
    from: `article:${number % 977}`,
    to: number % 7 === 0 ? "place:harbour" : `person:${(number * 31) % 501}`,
    number,
  }));
}

const noValues = () => [];

describe("relationships written side by side", () => {
  it("share no node, and every row is written once", () => {
    const rows = rowsOf(9 * batchRows);
    const written: number[] = [];
    let together = 0;
    for (const group of disjointBatches(rows, noValues)) {
      expect(group.length).toBeLessThanOrEqual(2);
      const nodes = group.map((batch) => new Set(batch.flatMap(({ from, to }) => [from, to])));
      const [first, second] = nodes;
      if (first && second) {
        together += 1;
        expect([...first].filter((id) => second.has(id))).toEqual([]);
      }
      for (const batch of group) {
        expect(batch.length).toBeLessThanOrEqual(batchRows);
        written.push(...batch.map(({ number }) => number));
      }
    }
    expect(together).toBeGreaterThan(2);
    expect(written.sort((a, b) => a - b)).toEqual(rows.map(({ number }) => number));
  });

  it("are one batch when they are few, and none when there are none", () => {
    const rows = rowsOf(batchRows);
    expect([...disjointBatches(rows, noValues)]).toEqual([[rows]]);
    expect([...disjointBatches([], noValues)]).toEqual([]);
  });
});

describe("a batch", () => {
  it("ends before its texts grow beyond what a transaction should hold", () => {
    const long = "x".repeat(5_000_000);
    expect([...batchesOf([1, 2, 3], () => [long, null, 7])]).toEqual([[1, 2], [3]]);
  });
});
