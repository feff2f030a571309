/** Tables of learnt embeddings with their own state of Adam, stepped only in the rows that a batch touched. */
import { type AdamState, adamStep, makeAdamState } from "./adam.ts";

export interface EmbeddingTable {
  readonly width: number;
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly state: AdamState;
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
    state: makeAdamState(size),
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

/** Steps the rows that have gradients and clears the gradients. */
export function stepRows(table: EmbeddingTable, stepSize: number): void {
  const { width, values, gradient, state } = table;
  for (const row of table.list) {
    const at = row * width;
    adamStep(state, at, values, at, gradient, at, width, stepSize);
    gradient.fill(0, at, at + width);
    table.touched[row] = 0;
  }
  table.list.length = 0;
}
