/** Features are 32-bit hashes of what they say; with some hundred thousand of them two meet by chance about ten times. */

/** FNV-1a over UTF-16 units, then mixed. Never 0, which marks an empty slot. */
export function hashText(template: number, text: string): number {
  let hash = 0x811c9dc5 ^ template;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash, template);
}

/** One hash of two; the order matters. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b + 0x7f4a7c15, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return hash === 0 ? 1 : hash;
}

/** An open-addressing table from hashes to row numbers; a slot holds both, for most look-ups wait for memory. */
export class RowTable {
  private readonly slots: Int32Array;
  private readonly slotMask: number;

  /** Row `i` belongs to `hashes[i]`; hashes are distinct and not 0. */
  constructor(hashes: Int32Array) {
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    const slots = new Int32Array(2 * size);
    this.slots = slots;
    this.slotMask = size - 1;
    for (let row = 0; row < hashes.length; row += 1) {
      const hash = hashes[row] as number;
      let slot = (hash ^ (hash >>> 16)) & this.slotMask;
      while (slots[2 * slot] !== 0) slot = (slot + 1) & this.slotMask;
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = row;
    }
  }

  /** The row of a hash, or -1. */
  row(hash: number): number {
    const { slots, slotMask } = this;
    let slot = (hash ^ (hash >>> 16)) & slotMask;
    for (;;) {
      const key = slots[2 * slot] as number;
      if (key === hash) return slots[2 * slot + 1] as number;
      if (key === 0) return -1;
      slot = (slot + 1) & slotMask;
    }
  }
}
