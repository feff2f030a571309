/** The rounds of stochastic gradient descent: shuffled batches, and a learning rate that falls evenly to a fiftieth. */
import { shuffle } from "./random.ts";

export interface RoundOptions {
  readonly epochs: number;
  /** Words in a batch, about. */
  readonly batchWords: number;
  readonly learningRate: number;
}

/** Calls `learn` with batch after batch, and `finish` after each round (0, 1, …). The order depends on `random` alone. */
export function learnInBatches<Example>(
  examples: readonly Example[],
  lengthOf: (example: Example) => number,
  { epochs, batchWords, learningRate }: RoundOptions,
  random: () => number,
  { learn, finish }: { readonly learn: (batch: readonly Example[], rate: number) => void; readonly finish: (epoch: number) => void },
): void {
  const order = [...examples];
  const stepTotal = (epochs * examples.reduce((sum, example) => sum + lengthOf(example), 0)) / batchWords;
  let steps = 0;
  const step = (batch: readonly Example[]): void => {
    learn(batch, learningRate * Math.max(0.02, 1 - Math.min(1, steps / stepTotal)));
    steps += 1;
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    let batch: Example[] = [];
    let words = 0;
    for (const example of order) {
      batch.push(example);
      words += lengthOf(example);
      if (words < batchWords) continue;
      step(batch);
      batch = [];
      words = 0;
    }
    if (batch.length > 0) step(batch);
    finish(epoch);
  }
}
