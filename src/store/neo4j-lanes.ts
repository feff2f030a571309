/**
 * Which relationships may be written side by side. A transaction locks the nodes whose relationships it changes, so two of them that
 * share no node never wait for each other, and never for ever. Nodes fall into four classes by their ids; a relationship belongs to
 * the one or two classes of its ends. Like four players in three rounds, {0,1} meets {2,3}, {0,2} meets {1,3} and {0,3} meets {1,2}:
 * six lanes, of which two run at a time.
 */
import type { PropertyValue } from "./graph-rows.ts";

/** A transaction takes this many rows at most, and ends early when their texts are long. */
export const batchRows = 10_000;
export const batchCodeUnits = 8_000_000;

/** The classes of each lane, as bits: {0,1} beside {2,3}, {0,2} beside {1,3}, {0,3} beside {1,2}. */
const lanes = [0b0011, 0b1100, 0b0101, 0b1010, 0b1001, 0b0110] as const;
const laneCount = lanes.length;
/** For the classes of some nodes, as bits, the first lane that has them all. */
const laneOfClasses = Array.from({ length: 16 }, (_, bits) => {
  const lane = lanes.findIndex((classes) => (classes & bits) === bits);
  return lane < 0 ? null : lane;
});

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

/** Classes of some nodes, as bits. */
export function classesOf(...ids: readonly string[]): number {
  let classes = 0;
  for (const id of ids) classes |= 1 << classOf(id);
  return classes;
}

/** The lane of what touches nodes of these classes, or null where they are more than two. The first round takes what fits into several. */
export function laneOf(classes: number): number | null {
  return laneOfClasses[classes] ?? null;
}

/** Does the work of every lane, two at a time, round after round. Throws the first error, once nothing runs any more. */
export async function inRounds(work: (lane: number) => Promise<void>): Promise<void> {
  for (let lane = 0; lane < laneCount; lane += 2) await allEnded([work(lane), work(lane + 1)]);
}

/** Waits until everything has ended, so that nothing is written after an error is told. Throws the first error. */
export async function allEnded(running: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(running)) if (end.status === "rejected") throw end.reason;
}

/** Lets whatever waits for the processor come first. */
export async function aMoment(): Promise<void> {
  await new Promise((done) => setImmediate(done));
}

/** Finishes one thing while the next is made, which takes no waiting but a moment wherever `made` gives null. */
export async function oneAhead<Ready>(made: Iterable<Ready | null>, finish: (ready: Ready) => Promise<void>): Promise<void> {
  let running: Promise<void> = Promise.resolve();
  try {
    for (const ready of made) {
      if (ready !== null) {
        await running;
        running = finish(ready);
        // Told when it is awaited.
        running.catch(() => undefined);
      }
      await aMoment();
    }
  } finally {
    await Promise.allSettled([running]);
  }
  await running;
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
