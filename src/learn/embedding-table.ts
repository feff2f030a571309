/** Tables of learnt embeddings with their own state of Adam (Kingma and Ba 2015), stepped only in the rows that a batch touched. */

/** How fast Adam forgets gradients and their squares. */
export const beta1 = 0.9;
export const beta2 = 0.98;

export interface EmbeddingTable {
  readonly width: number;
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly momentum: Float32Array;
  readonly variance: Float32Array;
  readonly touched: Uint8Array;
  readonly list: number[];
}

/** A table of numbers drawn evenly from `-scale` to `scale`. */
export function makeTable(rows: number, width: number, random: () => number, scale: number): EmbeddingTable {
  const size = rows * width;
  return {
    width,
    values: Float32Array.from({ length: size }, () => (random() * 2 - 1) * scale),
    gradient: new Float32Array(size),
    momentum: new Float32Array(size),
    variance: new Float32Array(size),
    touched: new Uint8Array(rows),
    list: [],
  };
}

/** Adds to a row's gradient the numbers of `from` that start at `at`. */
export function addToRow(table: EmbeddingTable, row: number, from: Float32Array, at: number): void {
  if (table.touched[row] === 0) {
    table.touched[row] = 1;
    table.list.push(row);
  }
  const to = row * table.width;
  for (let j = 0; j < table.width; j += 1) table.gradient[to + j] = (table.gradient[to + j] as number) + (from[at + j] as number);
}

/** Steps the rows that have gradients, by `size`, and clears the gradients. */
export function stepRows(table: EmbeddingTable, size: number): void {
  for (const row of table.list) {
    for (let at = row * table.width; at < (row + 1) * table.width; at += 1) {
      const gradient = table.gradient[at] as number;
      const m = beta1 * (table.momentum[at] as number) + (1 - beta1) * gradient;
      const v = beta2 * (table.variance[at] as number) + (1 - beta2) * gradient * gradient;
      table.momentum[at] = m;
      table.variance[at] = v;
      table.values[at] = (table.values[at] as number) - (size * m) / (Math.sqrt(v) + 1e-8);
      table.gradient[at] = 0;
    }
    table.touched[row] = 0;
  }
  table.list.length = 0;
}
