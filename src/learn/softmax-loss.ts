/** The loss of a choice among classes: minus the logarithm of the softmax at the gold class. */

export interface ChoiceLoss {
  readonly loss: number;
  /** Whether the gold class scored highest. */
  readonly right: boolean;
}

/** Replaces `width` scores by the gradient of the loss, times `scale`. */
export function softmaxLoss(floats: Float32Array, at: number, width: number, gold: number, scale: number): ChoiceLoss {
  let top = at;
  for (let index = at; index < at + width; index += 1) if ((floats[index] as number) > (floats[top] as number)) top = index;
  const highest = floats[top] as number;
  let sum = 0;
  for (let index = at; index < at + width; index += 1) {
    const value = Math.exp((floats[index] as number) - highest);
    floats[index] = value;
    sum += value;
  }
  const loss = -Math.log((floats[at + gold] as number) / sum + 1e-12);
  for (let index = at; index < at + width; index += 1) floats[index] = ((floats[index] as number) / sum) * scale;
  floats[at + gold] = (floats[at + gold] as number) - scale;
  return { loss, right: top === at + gold };
}
