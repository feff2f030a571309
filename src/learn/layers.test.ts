import { describe, expect, it } from "vitest";
import { adamStep, adamStepSize, makeAdamState } from "./adam.ts";
import { addRows, dense, denseGradient, spreadBias, transpose } from "./dense-layer.ts";
import { applyMask, drawMask } from "./dropout.ts";
import { addToRow, makeTable, stepRows } from "./embedding-table.ts";
import { learnInBatches } from "./learn-in-batches.ts";
import { makeArena } from "./matrix-arena.ts";
import { drawParameter, layOutParameters } from "./parameters.ts";
import { makeRandom } from "./random.ts";
import { softmaxLoss } from "./softmax-loss.ts";

describe("a dense layer", () => {
  it("has the gradients that differences of the loss show", () => {
    const arena = makeArena(10_000);
    const { floats } = arena;
    const [rows, inputs, outputs] = [5, 8, 16];
    const random = makeRandom(1);
    const [input, weights, bias, out] = [rows * inputs, inputs * outputs, outputs, rows * outputs].map((size) => arena.take(size)) as [
      number,
      number,
      number,
      number,
    ];
    for (let index = 0; index < out; index += 1) floats[index] = random() - 0.5;
    const gold = [3, 0, 15, 7, 7];
    const loss = (): number => {
      spreadBias(floats, out, bias, rows, outputs);
      dense(arena, out, input, weights, rows, inputs, outputs);
      return gold.reduce((sum, choice, row) => sum + softmaxLoss(floats, out + row * outputs, outputs, choice, 1).loss, 0);
    };
    loss();
    const scoresGradient = arena.take(rows * outputs);
    floats.copyWithin(scoresGradient, out, out + rows * outputs);
    const [weightsGradient, biasGradient, inputGradient, weightsT] = [inputs * outputs, outputs, rows * inputs, inputs * outputs].map(
      (size) => arena.take(size),
    ) as [number, number, number, number];
    denseGradient(arena, weightsGradient, input, scoresGradient, rows, inputs, outputs);
    addRows(floats, biasGradient, scoresGradient, rows, outputs);
    transpose(floats, weightsT, weights, inputs, outputs);
    dense(arena, inputGradient, scoresGradient, weightsT, rows, outputs, inputs);
    for (const [values, gradient, count] of [
      [weights, weightsGradient, inputs * outputs],
      [bias, biasGradient, outputs],
      [input, inputGradient, rows * inputs],
    ] as const) {
      for (let index = 0; index < count; index += 1) {
        const kept = floats[values + index] ?? 0;
        floats[values + index] = kept + 0.01;
        const above = loss();
        floats[values + index] = kept - 0.01;
        const below = loss();
        floats[values + index] = kept;
        expect(floats[gradient + index]).toBeCloseTo((above - below) / 0.02, 2);
      }
    }
  });
});

describe("the softmax loss", () => {
  it("counts the loss and says whether the choice was right", () => {
    const scores = Float32Array.of(9, Math.log(3), 0);
    expect(softmaxLoss(scores, 1, 2, 0, 2)).toEqual({ loss: expect.closeTo(-Math.log(0.75), 5), right: true });
    expect([...scores]).toEqual([9, expect.closeTo(-0.5, 5), expect.closeTo(0.5, 5)]);
    expect(softmaxLoss(Float32Array.of(1, 2), 0, 2, 0, 1).right).toBe(false);
  });
});

describe("dropout", () => {
  it("leaves out about the part it is told and keeps the mean", () => {
    const floats = new Float32Array(2000).fill(1);
    drawMask(floats, 1000, 1000, 0.25, makeRandom(3));
    applyMask(floats, 0, 0, 1000, 1, 1000);
    const left = floats.subarray(0, 1000).filter((value) => value === 0).length;
    expect(left).toBeGreaterThan(200);
    expect(left).toBeLessThan(300);
    expect(new Set(floats.subarray(0, 1000))).toEqual(new Set([0, Math.fround(4 / 3)]));
  });
});

describe("Adam", () => {
  it("walks to the bottom of a bowl", () => {
    const values = Float32Array.of(3, -2);
    const gradients = new Float32Array(2);
    const state = makeAdamState(2);
    for (let count = 1; count <= 400; count += 1) {
      gradients.set(values);
      adamStep(state, 0, values, 0, gradients, 0, 2, adamStepSize(0.05, count));
    }
    expect(Math.hypot(...values)).toBeLessThan(0.05);
  });

  it("steps only the rows of a table that a batch touched", () => {
    const table = makeTable(3, 2, makeRandom(5), 0.1);
    const before = table.values.slice();
    addToRow(table, 1, Float32Array.of(0, 1, -1), 1);
    stepRows(table, 0.01);
    expect([...table.values.subarray(0, 2), ...table.values.subarray(4)]).toEqual([...before.subarray(0, 2), ...before.subarray(4)]);
    expect(table.values[2]).toBeLessThan(before[2] ?? 0);
    expect(table.values[3]).toBeGreaterThan(before[3] ?? 0);
    expect([...table.gradient, ...table.list]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("parameters", () => {
  it("lie one after the other at multiples of eight", () => {
    expect(layOutParameters({ a: [3, 3], b: [1, 8] })).toEqual({
      parameters: { a: { rows: 3, columns: 3, at: 0 }, b: { rows: 1, columns: 8, at: 16 } },
      total: 24,
    });
  });

  it("are drawn within their limit", () => {
    const floats = new Float32Array(60);
    drawParameter(floats, 5, { rows: 5, columns: 10 }, makeRandom(1), { scale: 0.5 });
    expect(Math.max(...floats)).toBeLessThanOrEqual(0.5 * Math.sqrt(6 / 15));
    expect(floats.filter((value) => value === 0).length).toBe(10);
  });
});

describe("learning in batches", () => {
  it("shows every example once a round, in batches of about the size asked for, at a falling rate", () => {
    const batches: (readonly string[])[] = [];
    const rates: number[] = [];
    const rounds: number[] = [];
    learnInBatches(["aa", "bbb", "c", "dddd"], (word) => word.length, { epochs: 2, batchWords: 4, learningRate: 1 }, makeRandom(2), {
      learn(batch, rate) {
        batches.push(batch);
        rates.push(rate);
      },
      finish: (epoch) => rounds.push(epoch),
    });
    expect(batches.flat().sort()).toEqual(["aa", "aa", "bbb", "bbb", "c", "c", "dddd", "dddd"]);
    expect(rounds).toEqual([0, 1]);
    expect(rates[0]).toBe(1);
    expect(rates.every((rate, index) => index === 0 || rate < (rates[index - 1] ?? 0))).toBe(true);
    for (const batch of batches) expect(batch.slice(0, -1).join("").length).toBeLessThan(4);
  });
});
