import { describe, expect, it } from "vitest";
import { SourceBiases } from "./source-biases.ts";

const half = (): number => 0.5;

describe("biases of corpora", () => {
  it("start at nothing, learn for the sentence's corpus alone, and leave sentences without one as they are", () => {
    const biases = new SourceBiases(2, 2, half);
    // One word of two numbers; the gradient that it leaves asks for more of the first and less of the second.
    const numbers = Float32Array.from([-1, 1]);
    biases.add(numbers, 0, { at: 0, length: 1, source: 1 });
    expect([...numbers]).toEqual([-1, 1]);
    biases.learn(numbers, 0, { at: 0, length: 1, source: -1 });
    biases.learn(numbers, 0, { at: 0, length: 1, source: 1 });
    biases.step(0.1);
    const added = (source: number): number[] => {
      const words = new Float32Array(4);
      biases.add(words, 0, { at: 1, length: 1, source });
      return [...words].map(Math.sign);
    };
    expect(added(1)).toEqual([0, 0, 1, -1]);
    expect(added(0)).toEqual([0, 0, 0, 0]);
    expect(added(-1)).toEqual([0, 0, 0, 0]);
  });
});
