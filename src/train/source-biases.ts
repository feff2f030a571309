/**
 * What each corpus adds to the network's biases while it learns. Corpora mark names by different rules; a part of the sentences is shown without
 * saying where it is from, and what is learnt of no corpus in particular is kept (domain embeddings; Daumé 2007 has the idea for features).
 */
import { addToRow, type EmbeddingTable, makeTable, stepRows } from "../learn/embedding-table.ts";

/** A sentence's numbers in the arena and how many words it has; `source` is its corpus, or -1 where that is left out. */
export interface SourceRows {
  readonly at: number;
  readonly length: number;
  readonly source: number;
}

export class SourceBiases {
  private readonly table: EmbeddingTable;

  /** Biases of `width` numbers for each of `count` corpora, all nothing at first. */
  constructor(count: number, width: number, random: () => number) {
    this.table = makeTable(count, width, random, 0);
  }

  /** Adds the corpus's biases to each word of the sentence; `base` is where the first sentence's numbers lie. */
  add(floats: Float32Array, base: number, { at, length, source }: SourceRows): void {
    if (source < 0) return;
    const { width, values } = this.table;
    for (let row = at; row < at + length; row += 1) {
      const to = base + row * width;
      for (let j = 0; j < width; j += 1) floats[to + j] = (floats[to + j] as number) + (values[source * width + j] as number);
    }
  }

  /** Takes the gradient of each word of the sentence. */
  learn(floats: Float32Array, base: number, { at, length, source }: SourceRows): void {
    if (source < 0) return;
    for (let row = at; row < at + length; row += 1) addToRow(this.table, source, floats, base + row * this.table.width);
  }

  step(stepSize: number): void {
    stepRows(this.table, stepSize);
  }
}
