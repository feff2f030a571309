/** The optimiser Adam (Kingma and Ba 2015) on a block of numbers. */

/** How fast the running means of gradients and of their squares forget. */
export const beta1 = 0.9;
export const beta2 = 0.98;
const epsilon = 1e-8;

export interface AdamState {
  readonly momentum: Float32Array;
  readonly variance: Float32Array;
}

export function makeAdamState(size: number): AdamState {
  return { momentum: new Float32Array(size), variance: new Float32Array(size) };
}

/** The length of step number `count` (1, 2, …) at a learning rate, with the correction for the means' start at zero. */
export function adamStepSize(rate: number, count: number): number {
  return rate * (Math.sqrt(1 - beta2 ** count) / (1 - beta1 ** count));
}

/** Steps `count` numbers of `values` from `at` on against the gradients at `gradientAt`; `stateAt` is their place in the state. */
export function adamStep(
  state: AdamState,
  stateAt: number,
  values: Float32Array,
  at: number,
  gradients: Float32Array,
  gradientAt: number,
  count: number,
  stepSize: number,
): void {
  const { momentum, variance } = state;
  for (let index = 0; index < count; index += 1) {
    const gradient = gradients[gradientAt + index] as number;
    const m = beta1 * (momentum[stateAt + index] as number) + (1 - beta1) * gradient;
    const v = beta2 * (variance[stateAt + index] as number) + (1 - beta2) * gradient * gradient;
    momentum[stateAt + index] = m;
    variance[stateAt + index] = v;
    values[at + index] = (values[at + index] as number) - (stepSize * m) / (Math.sqrt(v) + epsilon);
  }
}
