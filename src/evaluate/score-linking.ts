/** How well references were grouped: pairs, and B³ (Bagga and Baldwin 1998). */

export interface LinkingScore {
  /** Of the pairs put together, the share that belong together. */
  readonly pairPrecision: number;
  /** Of the pairs that belong together, the share put together. */
  readonly pairRecall: number;
  readonly bCubedPrecision: number;
  readonly bCubedRecall: number;
  readonly bCubedF1: number;
}

/** Compares two groupings of the same things, `[true group, found group]` a thing. Everything is 1 for no things at all. */
export function scoreLinking(things: Iterable<readonly [truth: string, found: string]>): LinkingScore {
  const truths = new Map<string, number>();
  const founds = new Map<string, number>();
  const both = new Map<string, { truth: string; found: string; count: number }>();
  let total = 0;
  for (const [truth, found] of things) {
    total += 1;
    truths.set(truth, (truths.get(truth) ?? 0) + 1);
    founds.set(found, (founds.get(found) ?? 0) + 1);
    const key = JSON.stringify([truth, found]);
    const cell = both.get(key) ?? { truth, found, count: 0 };
    cell.count += 1;
    both.set(key, cell);
  }
  let right = 0;
  let precision = 0;
  let recall = 0;
  for (const { truth, found, count } of both.values()) {
    right += pairsIn(count);
    precision += (count * count) / (founds.get(found) ?? 1);
    recall += (count * count) / (truths.get(truth) ?? 1);
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const sum = (counts: Iterable<number>): number => [...counts].reduce((pairs, count) => pairs + pairsIn(count), 0);
  const bCubedPrecision = share(precision, total);
  const bCubedRecall = share(recall, total);
  return {
    pairPrecision: share(right, sum(founds.values())),
    pairRecall: share(right, sum(truths.values())),
    bCubedPrecision,
    bCubedRecall,
    bCubedF1: share(2 * bCubedPrecision * bCubedRecall, bCubedPrecision + bCubedRecall),
  };
}

function pairsIn(count: number): number {
  return (count * (count - 1)) / 2;
}
