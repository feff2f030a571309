/**
 * Linear-chain conditional random field over the labels of tag-scheme.ts (Lafferty, McCallum and Pereira 2001): the best path by Viterbi,
 * and label probabilities by forward and backward sums, optionally over only those paths that a partial annotation allows
 * (Tsuboi et al. 2008). Sums run on scaled probabilities with each token's largest allowed score taken out first, so nothing underflows
 * however unlikely the allowed labels are.
 */
import { anyLabel, labelCount as L, mayFollow } from "./tag-scheme.ts";

/** Scores of label pairs: row `previous` (row `labelCount` is the start of a sentence), column `next`. */
export type Transitions = Float32Array;
export const transitionSize = (L + 1) * L;

const allowed = new Uint8Array(transitionSize);
for (let previous = 0; previous <= L; previous += 1) {
  for (let next = 0; next < L; next += 1) allowed[previous * L + next] = mayFollow(previous === L ? -1 : previous, next) ? 1 : 0;
}

/** Labels that may stand before each, as half-open ranges: all of them, or the two of its own kind before an inside label. */
const beforeFirst = new Uint8Array(L);
const beforeEnd = new Uint8Array(L);
for (let next = 0; next < L; next += 1) {
  while (allowed[(beforeFirst[next] as number) * L + next] === 0) beforeFirst[next] = (beforeFirst[next] as number) + 1;
  beforeEnd[next] = beforeFirst[next] as number;
  while ((beforeEnd[next] as number) < L && allowed[(beforeEnd[next] as number) * L + next] === 1)
    beforeEnd[next] = (beforeEnd[next] as number) + 1;
}

/** Work space for sentences of up to `capacity` tokens; grows when asked. */
export class Chain {
  private capacity = 0;
  private alpha = new Float64Array(0);
  private beta = new Float64Array(0);
  private local = new Float64Array(0);
  private back = new Uint8Array(0);
  private readonly step = new Float64Array(transitionSize);
  private readonly viterbi = new Float64Array(2 * L);

  private reserve(length: number): void {
    if (length <= this.capacity) return;
    this.capacity = Math.max(length, 2 * this.capacity, 256);
    this.alpha = new Float64Array(this.capacity * L);
    this.beta = new Float64Array(this.capacity * L);
    this.local = new Float64Array(this.capacity * L);
    this.back = new Uint8Array(this.capacity * L);
  }

  /** Takes over the transition scores; call it again after they change. */
  setTransitions(transitions: Transitions): void {
    for (let index = 0; index < transitionSize; index += 1) {
      this.step[index] = allowed[index] === 1 ? Math.exp(transitions[index] as number) : 0;
    }
  }

  /** Writes the most probable label of each of `length` tokens to `labels`, from `at`. */
  best(emissions: Float32Array, length: number, transitions: Transitions, labels: Uint8Array, at: number): void {
    if (length === 0) return;
    this.reserve(length);
    const { back, viterbi } = this;
    for (let y = 0; y < L; y += 1) {
      viterbi[y] = allowed[L * L + y] === 1 ? (emissions[y] as number) + (transitions[L * L + y] as number) : -1e30;
    }
    let now = 0;
    for (let i = 1; i < length; i += 1) {
      const then = now;
      now = L - then;
      for (let y = 0; y < L; y += 1) {
        let best = -1e31;
        let from = 0;
        const end = beforeEnd[y] as number;
        for (let x = beforeFirst[y] as number; x < end; x += 1) {
          const score = (viterbi[then + x] as number) + (transitions[x * L + y] as number);
          if (score > best) {
            best = score;
            from = x;
          }
        }
        viterbi[now + y] = best + (emissions[i * L + y] as number);
        back[i * L + y] = from;
      }
    }
    let label = 0;
    for (let y = 1; y < L; y += 1) if ((viterbi[now + y] as number) > (viterbi[now + label] as number)) label = y;
    for (let i = length - 1; i >= 0; i -= 1) {
      labels[at + i] = label;
      label = back[i * L + label] as number;
    }
  }

  /**
   * Label probabilities of `length` tokens into `marginals`, over the paths whose labels lie in the bit sets `masks` (all paths when null).
   * Returns the logarithm of the sum over those paths; minus infinity, with marginals of 0, when no path is left.
   */
  sum(emissions: Float32Array, length: number, masks: Uint16Array | null, maskAt: number, marginals: Float64Array): number {
    this.reserve(length);
    const { alpha, beta, local, step } = this;
    let logSum = 0;
    for (let i = 0; i < length; i += 1) {
      const mask = masks === null ? anyLabel : (masks[maskAt + i] as number);
      let max = Number.NEGATIVE_INFINITY;
      for (let y = 0; y < L; y += 1) {
        const score = emissions[i * L + y] as number;
        if ((mask >> y) & 1 && score > max) max = score;
      }
      logSum += max;
      let total = 0;
      for (let y = 0; y < L; y += 1) {
        let value = 0;
        if ((mask >> y) & 1) {
          const weight = Math.exp((emissions[i * L + y] as number) - max);
          local[i * L + y] = weight;
          if (i === 0) value = step[L * L + y] as number;
          else {
            const end = beforeEnd[y] as number;
            for (let x = beforeFirst[y] as number; x < end; x += 1)
              value += (alpha[(i - 1) * L + x] as number) * (step[x * L + y] as number);
          }
          value *= weight;
        } else local[i * L + y] = 0;
        alpha[i * L + y] = value;
        total += value;
      }
      if (!(total > 0)) {
        marginals.fill(0, 0, length * L);
        return Number.NEGATIVE_INFINITY;
      }
      logSum += Math.log(total);
      const scale = 1 / total;
      for (let y = 0; y < L; y += 1) alpha[i * L + y] = (alpha[i * L + y] as number) * scale;
    }
    for (let y = 0; y < L; y += 1) beta[(length - 1) * L + y] = 1;
    for (let i = length - 2; i >= 0; i -= 1) {
      beta.fill(0, i * L, (i + 1) * L);
      for (let y = 0; y < L; y += 1) {
        const weight = local[(i + 1) * L + y] as number;
        const later = beta[(i + 1) * L + y] as number;
        const end = beforeEnd[y] as number;
        for (let x = beforeFirst[y] as number; x < end; x += 1)
          beta[i * L + x] = (beta[i * L + x] as number) + (step[x * L + y] as number) * weight * later;
      }
      let total = 0;
      for (let x = 0; x < L; x += 1) total += beta[i * L + x] as number;
      const scale = 1 / total;
      for (let x = 0; x < L; x += 1) beta[i * L + x] = (beta[i * L + x] as number) * scale;
    }
    for (let i = 0; i < length; i += 1) {
      let total = 0;
      for (let y = 0; y < L; y += 1) {
        const value = (alpha[i * L + y] as number) * (beta[i * L + y] as number);
        marginals[i * L + y] = value;
        total += value;
      }
      const scale = total > 0 ? 1 / total : 0;
      for (let y = 0; y < L; y += 1) marginals[i * L + y] = (marginals[i * L + y] as number) * scale;
    }
    return logSum;
  }

  /** After `sum` over all paths: the probability that the labels `previous` at token `i - 1` and `next` at token `i` both hold. */
  pair(i: number, previous: number, next: number): number {
    let total = 0;
    const { alpha, beta, local, step } = this;
    for (let y = 0; y < L; y += 1) {
      let value = 0;
      const end = beforeEnd[y] as number;
      for (let x = beforeFirst[y] as number; x < end; x += 1) value += (alpha[(i - 1) * L + x] as number) * (step[x * L + y] as number);
      total += value * (local[i * L + y] as number) * (beta[i * L + y] as number);
    }
    const value =
      (alpha[(i - 1) * L + previous] as number) *
      (step[previous * L + next] as number) *
      (local[i * L + next] as number) *
      (beta[i * L + next] as number);
    return total > 0 ? value / total : 0;
  }

  /** After `sum`: adds `weight` times the expected count of every label pair to `counts`. */
  addExpectedPairs(length: number, weight: number, counts: Float64Array): void {
    const { alpha, beta, local, step } = this;
    for (let y = 0; y < L; y += 1) {
      if (length > 0) {
        // The first token's marginal is the count of the pair (start, y).
        let total = 0;
        for (let x = 0; x < L; x += 1) total += (alpha[x] as number) * (beta[x] as number);
        counts[L * L + y] = (counts[L * L + y] as number) + (weight * (alpha[y] as number) * (beta[y] as number)) / total;
      }
    }
    for (let i = 1; i < length; i += 1) {
      let total = 0;
      for (let y = 0; y < L; y += 1) {
        const right = (local[i * L + y] as number) * (beta[i * L + y] as number);
        if (right === 0) continue;
        for (let x = 0; x < L; x += 1) total += (alpha[(i - 1) * L + x] as number) * (step[x * L + y] as number) * right;
      }
      const scale = weight / total;
      for (let y = 0; y < L; y += 1) {
        const right = (local[i * L + y] as number) * (beta[i * L + y] as number) * scale;
        if (right === 0) continue;
        for (let x = 0; x < L; x += 1) {
          const at = x * L + y;
          counts[at] = (counts[at] as number) + (alpha[(i - 1) * L + x] as number) * (step[at] as number) * right;
        }
      }
    }
  }
}

/** True when the pair of labels can occur; `previous` = `labelCount` stands for the start of a sentence. */
export function isAllowedPair(previous: number, next: number): boolean {
  return allowed[previous * L + next] === 1;
}
