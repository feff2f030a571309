import { describe, expect, it } from "vitest";
import { KeptRows } from "./kept-rows.ts";

describe("kept rows", () => {
  it("hands out each row once, then those that were not used again", () => {
    const kept = new KeptRows(4);
    expect([kept.take(), kept.take(), kept.take(), kept.take()]).toEqual([0, 1, 2, 3]);
    kept.use(0);
    kept.use(2);
    kept.begin();
    expect([kept.take(), kept.take()]).toEqual([1, 3]);
    kept.begin();
    // The hand has taken a chance from 0 and 2 meanwhile.
    expect([kept.take(), kept.take()]).toEqual([0, 1]);
  });

  it("keeps what the stretch needs, however seldom it was used before", () => {
    const kept = new KeptRows(3);
    for (let row = 0; row < 3; row += 1) kept.take();
    kept.begin();
    kept.use(0);
    kept.use(1);
    expect(kept.take()).toBe(2);
    expect(() => kept.take()).toThrow("all 3 rows are needed at once");
    kept.begin();
    expect(kept.take()).toBe(2);
  });

  it("never gives away the rows that stay, and begins anew when all are given back", () => {
    const kept = new KeptRows(3, 2);
    for (let row = 0; row < 3; row += 1) kept.take();
    for (let stretch = 0; stretch < 9; stretch += 1) {
      kept.begin();
      expect(kept.take()).toBe(2);
    }
    kept.clear();
    expect([kept.take(), kept.take()]).toEqual([0, 1]);
  });
});
