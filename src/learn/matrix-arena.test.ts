import { describe, expect, it } from "vitest";
import { makeArena } from "./matrix-arena.ts";

describe("the matrix arena", () => {
  it.each([
    [1, 8, 1],
    [3, 8, 5],
    [4, 16, 7],
    [22, 24, 96],
  ])("adds the product of %i rows, %i columns and depth %i", (rows, columns, depth) => {
    const arena = makeArena(20_000);
    const a = arena.take(rows * depth);
    const b = arena.take(depth * columns);
    const c = arena.take(rows * columns);
    for (let index = 0; index < rows * depth; index += 1) arena.floats[a + index] = Math.sin(index);
    for (let index = 0; index < depth * columns; index += 1) arena.floats[b + index] = Math.cos(index);
    arena.floats.fill(0.5, c, c + rows * columns);
    arena.multiplyAdd({ c, a, b, rows, columns, depth, aRow: depth, aStep: 1, bRow: columns, cRow: columns });
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        let expected = 0.5;
        for (let k = 0; k < depth; k += 1) expected += Math.sin(row * depth + k) * Math.cos(k * columns + column);
        expect(arena.floats[c + row * columns + column]).toBeCloseTo(expected, 4);
      }
    }
  });

  it("multiplies in 16 bits nearly as well", () => {
    const arena = makeArena(20_000);
    const [rows, columns, depth] = [7, 16, 24];
    const a = arena.take(rows * depth);
    const b = arena.take(depth * columns);
    const c = arena.take((rows + 3) * columns);
    for (let index = 0; index < rows * depth; index += 1) arena.floats[a + index] = Math.sin(index);
    for (let index = 0; index < depth * columns; index += 1) arena.floats[b + index] = 2 * Math.cos(index);
    arena.multiplyShorts(c, a, arena.keepShorts(b, depth, columns), rows);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        let expected = 0;
        for (let k = 0; k < depth; k += 1) expected += Math.sin(row * depth + k) * 2 * Math.cos(k * columns + column);
        expect(Math.abs((arena.floats[c + row * columns + column] ?? 0) - expected)).toBeLessThan(0.02);
      }
    }
  });

  it("runs a gated recurrence in both directions", () => {
    const arena = makeArena(1000);
    const gates = arena.take(3 * 16);
    const out = arena.take(3 * 8);
    for (let row = 0; row < 3; row += 1) arena.floats.fill(row + 1, gates + row * 16 + 4, gates + row * 16 + 8);
    for (let row = 0; row < 3; row += 1) arena.floats.fill(row + 1, gates + row * 16 + 12, gates + row * 16 + 16);
    arena.recur(gates, out, 3, 4);
    const squash = (x: number): number => (x * (27 + x * x)) / (27 + 9 * x * x);
    const [one, two, three] = [squash(1), squash(2), 1];
    // Forget gates of 0 mean half and half.
    expect(arena.floats[out + 16]).toBeCloseTo((one / 2 + two) / 4 + three / 2, 5);
    expect(arena.floats[out + 4]).toBeCloseTo((three / 2 + two) / 4 + one / 2, 5);
  });

  it("says when it is full", () => {
    const arena = makeArena(100);
    expect(() => arena.take(1_000_000)).toThrow(/is full/u);
  });
});
