/** Chain sums and best paths against sums over every path, on chains small enough to list them all. */
import { describe, expect, it } from "vitest";
import { Chain, isAllowedPair, transitionSize } from "./crf.ts";
import { anyLabel, beginOf, labelCount as L } from "./tag-scheme.ts";

/** Plain numbers from a linear congruence: the same in every run. */
function numbers(seed: number, count: number, spread: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state / 2147483648 - 0.5) * spread;
  });
}

interface Listed {
  readonly logSum: number;
  readonly marginals: Float64Array;
  readonly pairs: Float64Array;
  readonly best: readonly number[];
}

/** Every path with its score, one by one. */
function listPaths(emissions: Float32Array, transitions: Float32Array, length: number, masks: Uint16Array | null): Listed {
  const paths: { labels: number[]; score: number }[] = [];
  const grow = (labels: number[], score: number): void => {
    const i = labels.length;
    if (i === length) {
      paths.push({ labels, score });
      return;
    }
    const previous = labels.at(-1) ?? L;
    for (let y = 0; y < L; y += 1) {
      if (!isAllowedPair(previous, y) || (masks !== null && (((masks[i] ?? 0) >> y) & 1) === 0)) continue;
      grow([...labels, y], score + (transitions[previous * L + y] ?? 0) + (emissions[i * L + y] ?? 0));
    }
  };
  grow([], 0);
  const sum = paths.reduce((total, path) => total + Math.exp(path.score), 0);
  const marginals = new Float64Array(length * L);
  const pairs = new Float64Array(transitionSize);
  let best = paths[0];
  for (const path of paths) {
    if (!best || path.score > best.score) best = path;
    const share = Math.exp(path.score) / sum;
    path.labels.forEach((label, i) => {
      marginals[i * L + label] = (marginals[i * L + label] ?? 0) + share;
      const slot = (path.labels[i - 1] ?? L) * L + label;
      pairs[slot] = (pairs[slot] ?? 0) + share;
    });
  }
  return { logSum: Math.log(sum), marginals, pairs, best: best?.labels ?? [] };
}

describe.each([1, 2, 3, 4])("a chain of %i tokens", (length) => {
  const emissions = numbers(length, length * L, 4);
  const transitions = numbers(length + 50, transitionSize, 3);
  const masks: readonly (Uint16Array | null)[] = [
    null,
    Uint16Array.from({ length }, (_, i) => (i === 0 ? anyLabel : 1 | (1 << beginOf(1)) | (1 << (beginOf(1) + 1)))),
  ];

  it.each(masks)("sums to what listing every path sums to (%#)", (mask) => {
    const listed = listPaths(emissions, transitions, length, mask);
    const chain = new Chain();
    chain.setTransitions(transitions);
    const marginals = new Float64Array(length * L);
    expect(chain.sum(emissions, length, mask, 0, marginals)).toBeCloseTo(listed.logSum, 5);
    marginals.forEach((value, index) => {
      expect(value).toBeCloseTo(listed.marginals[index] ?? 0, 5);
    });
    const pairs = new Float64Array(transitionSize);
    chain.addExpectedPairs(length, 1, pairs);
    pairs.forEach((value, index) => {
      expect(value).toBeCloseTo(listed.pairs[index] ?? 0, 5);
    });
  });

  it("finds the best path", () => {
    const labels = new Uint8Array(length);
    new Chain().best(emissions, length, transitions, labels, 0);
    expect([...labels]).toEqual(listPaths(emissions, transitions, length, null).best);
  });
});

describe("partial annotation", () => {
  it("stays finite when the allowed labels are all but impossible", () => {
    const length = 30;
    const emissions = new Float32Array(length * L);
    for (let i = 0; i < length; i += 1) emissions[i * L] = 600;
    const chain = new Chain();
    chain.setTransitions(new Float32Array(transitionSize));
    const marginals = new Float64Array(length * L);
    const logSum = chain.sum(emissions, length, new Uint16Array(length).fill(1 << beginOf(2)), 0, marginals);
    expect(Number.isFinite(logSum)).toBe(true);
    expect(marginals[beginOf(2)]).toBeCloseTo(1, 9);
  });

  it("says so when no path is allowed", () => {
    const chain = new Chain();
    chain.setTransitions(new Float32Array(transitionSize));
    const inside = Uint16Array.of(1 << (beginOf(0) + 1));
    expect(chain.sum(new Float32Array(L), 1, inside, 0, new Float64Array(L))).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("the gradient", () => {
  it("is the difference of expectations, by finite differences", () => {
    const length = 3;
    const emissions = numbers(9, length * L, 3);
    const transitions = numbers(10, transitionSize, 2);
    const masks = Uint16Array.of(1 << beginOf(0), (1 << (beginOf(0) + 1)) | 1, anyLabel);
    const loss = (e: Float32Array, t: Float32Array): number => {
      const chain = new Chain();
      chain.setTransitions(t);
      const work = new Float64Array(length * L);
      return chain.sum(e, length, null, 0, work) - chain.sum(e, length, masks, 0, work);
    };
    const chain = new Chain();
    chain.setTransitions(transitions);
    const free = new Float64Array(length * L);
    const held = new Float64Array(length * L);
    const pairs = new Float64Array(transitionSize);
    chain.sum(emissions, length, masks, 0, held);
    chain.addExpectedPairs(length, -1, pairs);
    chain.sum(emissions, length, null, 0, free);
    chain.addExpectedPairs(length, 1, pairs);
    const step = 1 / 128;
    const slope = (values: Float32Array, at: number, of: (changed: Float32Array) => number): number => {
      const up = values.slice();
      const down = values.slice();
      up[at] = (up[at] ?? 0) + step;
      down[at] = (down[at] ?? 0) - step;
      return (of(up) - of(down)) / (2 * step);
    };
    for (let at = 0; at < length * L; at += 1) {
      expect((free[at] ?? 0) - (held[at] ?? 0)).toBeCloseTo(
        slope(emissions, at, (e) => loss(e, transitions)),
        3,
      );
    }
    for (let at = 0; at < transitionSize; at += 1) {
      if (!isAllowedPair(Math.floor(at / L), at % L)) continue;
      expect(pairs[at]).toBeCloseTo(
        slope(transitions, at, (t) => loss(emissions, t)),
        3,
      );
    }
  });
});
