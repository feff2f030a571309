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

  it.each([1, 2, 3, 4, 5, 6, 7])("multiplies %i rows in 16 bits nearly as well", (rows) => {
    const arena = makeArena(20_000);
    const [columns, depth] = [16, 24];
    const a = arena.take(rows * depth);
    const b = arena.take(depth * columns);
    const c = arena.take((rows + 3) * columns);
    for (let index = 0; index < rows * depth; index += 1) arena.floats[a + index] = Math.sin(index);
    for (let index = 0; index < depth * columns; index += 1) arena.floats[b + index] = 2 * Math.cos(index);
    arena.floats.fill(0.25, c, c + rows * columns);
    const matrix = arena.keepShorts(b, depth, columns);
    arena.multiplyShorts({ c, cRow: columns, start: c, startRow: columns }, arena.packShorts(a, rows, depth), matrix);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        let expected = 0.25;
        for (let k = 0; k < depth; k += 1) expected += Math.sin(row * depth + k) * 2 * Math.cos(k * columns + column);
        expect(Math.abs((arena.floats[c + row * columns + column] ?? 0) - expected)).toBeLessThan(0.02);
      }
    }
  });

  it("adds listed rows of any size to listed places, in order", () => {
    const arena = makeArena(400);
    const [from, to] = [arena.take(3 * 9), arena.take(4 * 9)];
    for (let at = 0; at < 27; at += 1) arena.floats[from + at] = at;
    arena.floats[to] = 0.5;
    arena.addListed({ to, toStep: 9, from, size: 9, pairs: Int32Array.of(0, 2, 3, 1, 0, 1, 9, 9), count: 3 });
    const rowAt = (row: number): number[] => [...arena.floats.subarray(to + row * 9, to + row * 9 + 9)];
    expect(rowAt(0)).toEqual([27.5, 29, 31, 33, 35, 37, 39, 41, 43]);
    expect([...rowAt(1), ...rowAt(2)].every((value) => value === 0)).toBe(true);
    expect(rowAt(3)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
  });

  it("adds rows of 8-bit steps, each sum rounded once", () => {
    const arena = makeArena(400);
    const steps = Int8Array.from({ length: 3 * 8 }, (_, at) => ((at * 37) % 255) - 127);
    const scales = Float32Array.of(0.013, 0.5, 0.0071);
    const table = arena.keepSteps(steps, scales, 8);
    const to = arena.take(8);
    const expected = new Float32Array(8).fill(0.1);
    arena.floats.fill(0.1, to, to + 8);
    arena.addSteps(to, table, Int32Array.of(2, 0, 1), 2);
    for (const row of [2, 0])
      for (let j = 0; j < 8; j += 1) expected[j] = (expected[j] ?? 0) + (steps[row * 8 + j] ?? 0) * (scales[row] ?? 0);
    expect([...arena.floats.subarray(to, to + 8)]).toEqual([...expected]);
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

  it("adds up the parts of a window of three words", () => {
    const arena = makeArena(200);
    const [parts, bias, gates] = [arena.take(3 * 3 * 4), arena.take(4), arena.take(2 * 4)];
    // Word w brings 100 w + 10, 20 or 30 to the place after it, its own, and the one before it.
    for (let word = 0; word < 3; word += 1) {
      for (let place = 0; place < 3; place += 1) {
        arena.floats.fill(100 * word + 10 * (place + 1), parts + (3 * word + place) * 4, parts + (3 * word + place + 1) * 4);
      }
    }
    arena.floats.fill(1, bias, bias + 4);
    arena.addWindow({ gates, parts, types: Int32Array.of(0, 1, 2, 0), length: 2, bias, width: 4 });
    expect([arena.floats[gates], arena.floats[gates + 7]]).toEqual([361, 361]);
  });

  it("takes faces apart and joins them, letting a part of negative numbers through", () => {
    const arena = makeArena(400);
    const [faces, children, headsT, to, root] = [arena.take(2 * 8), arena.take(2 * 4), arena.take(4 * 8), arena.take(2 * 4), arena.take(4)];
    // Two rows: child -1, head 2; child 3, head -4.
    arena.floats.fill(-1, faces, faces + 4);
    arena.floats.fill(2, faces + 4, faces + 8);
    arena.floats.fill(3, faces + 8, faces + 12);
    arena.floats.fill(-4, faces + 12, faces + 16);
    arena.floats.fill(-5, root, root + 4);
    arena.splitFaces({ faces, faceRow: 8, children, childRow: 4, headsT, headsRow: 8, length: 2, size: 4, leak: 0.5 });
    expect([...arena.floats.subarray(children, children + 8)]).toEqual([-0.5, -0.5, -0.5, -0.5, 3, 3, 3, 3]);
    for (let row = 0; row < 4; row += 1) expect([...arena.floats.subarray(headsT + row * 8, headsT + row * 8 + 4)]).toEqual([0, 2, -2, 0]);
    arena.joinFaces({ to, toRow: 4, faces, faceRow: 8, heads: Int32Array.of(0, 1), root, length: 2, size: 4, leak: 0.5 });
    expect([...arena.floats.subarray(to, to + 8)]).toEqual([-3, -3, -3, -3, 5, 5, 5, 5]);
  });

  it("says when it is full", () => {
    const arena = makeArena(100);
    expect(() => arena.take(1_000_000)).toThrow(/is full/u);
  });
});
