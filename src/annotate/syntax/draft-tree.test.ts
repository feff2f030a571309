import { describe, expect, it } from "vitest";
import { isTree } from "./draft-tree.ts";

describe("isTree", () => {
  it("holds for words that all hang on one root", () => {
    expect(isTree(Int32Array.of(1, -1, 1, 2))).toBe(true);
    expect(isTree(new Int32Array(0))).toBe(true);
  });

  it.each<[string, readonly number[]]>([
    ["words that hang on each other", [-1, 2, 1]],
    ["a word that hangs on itself", [-1, 1]],
    ["two roots", [-1, 0, -1]],
    ["no root", [1, 2, 0]],
  ])("does not hold for %s", (_, heads) => {
    expect(isTree(Int32Array.from(heads))).toBe(false);
  });
});
