import { describe, expect, it } from "vitest";
import { firstFrom } from "./span.ts";

describe("firstFrom", () => {
  const spans = [0, 4, 4, 9].map((start) => ({ start, end: start + 3 }));

  it.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [4, 1],
    [5, 3],
    [9, 3],
    [10, 4],
  ])("of an offset %d is %d", (offset, index) => {
    expect(firstFrom(spans, offset)).toBe(index);
  });

  it("stays within its bounds", () => {
    expect(firstFrom(spans, 0, 2)).toBe(2);
    expect(firstFrom(spans, 10, 1, 3)).toBe(3);
    expect(firstFrom([], 5)).toBe(0);
  });
});
