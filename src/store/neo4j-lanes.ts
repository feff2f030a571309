/**
 * Which relationships may be written side by side. A transaction locks the nodes whose relationships it changes, so two of them that
 * share no node never wait for each other, and never for ever. Nodes fall into four classes by their ids; a relationship belongs to
 * the one or two classes of its ends. Like four players in three rounds, {0,1} meets {2,3}, {0,2} meets {1,3} and {0,3} meets {1,2}.
 */
import type { PropertyValue } from "./graph-rows.ts";

/** A transaction takes this many rows at most, and ends early when their texts are long. */
export const batchRows = 10_000;
const batchCodeUnits = 8_000_000;

/** The classes {0,1}, {2,3}, {0,2}, {1,3}, {0,3}, {1,2}, as bits: neighbours in the list have none in common. */
const classPairs = [0b0011, 0b1100, 0b0101, 0b1010, 0b1001, 0b0110] as const;
/** For the bits of a relationship's classes, where in the list it goes: within one class, to the first pair that has it. */
const pairOf = Uint8Array.from({ length: 16 }, (_, bits) => classPairs.findIndex((pair) => (pair & bits) === bits));

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Rows in batches that fit into a transaction each. `valuesOf` gives the values whose length counts. */
export function* batchesOf<Row>(rows: Iterable<Row>, valuesOf?: (row: Row) => readonly PropertyValue[]): Generator<readonly Row[]> {
  let batch = new Batch<Row>();
  for (const row of rows) {
    batch.add(row, valuesOf?.(row));
    if (!batch.isFull) continue;
    yield batch.rows;
    batch = new Batch();
  }
  if (batch.rows.length > 0) yield batch.rows;
}

/**
 * The same rows as groups of one or two batches; the batches of a group share no node, so they may be written at the same time. Too
 * few rows for that are one batch. Holds at most six batches.
 */
export function* disjointBatches<Row extends Ends>(
  rows: Iterable<Row> & { readonly length: number },
  valuesOf: (row: Row) => readonly PropertyValue[],
): Generator<readonly (readonly Row[])[]> {
  if (rows.length <= batchRows) {
    for (const batch of batchesOf(rows, valuesOf)) yield [batch];
    return;
  }
  const batches = classPairs.map(() => new Batch<Row>());
  const take = (position: number): readonly (readonly Row[])[] => {
    const group: (readonly Row[])[] = [];
    for (const side of [position & ~1, position | 1]) {
      const filled = batches[side]?.rows ?? [];
      if (filled.length > 0) group.push(filled);
      batches[side] = new Batch();
    }
    return group;
  };
  for (const row of rows) {
    const position = pairOf[(1 << classOf(row.from)) | (1 << classOf(row.to))] ?? 0;
    const batch = batches[position];
    batch?.add(row, valuesOf(row));
    if (batch?.isFull) yield take(position);
  }
  for (let position = 0; position < classPairs.length; position += 2) {
    const group = take(position);
    if (group.length > 0) yield group;
  }
}

class Batch<Row> {
  readonly rows: Row[] = [];
  #codeUnits = 0;

  get isFull(): boolean {
    return this.rows.length >= batchRows || this.#codeUnits >= batchCodeUnits;
  }

  add(row: Row, values: readonly PropertyValue[] = []): void {
    this.rows.push(row);
    for (const value of values) if (typeof value === "string") this.#codeUnits += value.length;
  }
}

/** One of four, from all code units of an id (FNV-1a). */
function classOf(id: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) state = Math.imul(state ^ id.charCodeAt(index), 0x01000193);
  return (state ^ (state >>> 15)) & 3;
}
