/**
 * A number for what a row says, made without writing the row out: MurmurHash3 (Austin Appleby, public domain) in two lanes of 32 bits,
 * over lengths, code units and the bits of numbers. It tells changes apart; it is no defence against somebody who looks for collisions.
 */
import { hash } from "node:crypto";

/** Texts of so many code units are digested by native code first, which is then quicker, calling it included. */
const longText = 400;

/**
 * So many bits of a row hash beyond 32: Neo4j keeps a number of up to 35 bits in half the room, and often in the record that it has to
 * write anyway. A row that changed keeps its hash with a probability of 2^-35.
 */
const highBits = 3;

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** Takes values one after the other; what comes back at the end depends on all of them and on their order. */
export class RowHash {
  #low = 0;
  #high = 0;

  /** Two texts in a row are not the same as their parts divided elsewhere: the length counts. */
  addText(text: string): void {
    if (text.length < longText) this.#addUnits(text);
    else this.#addUnits(hash("sha1", text, "base64"));
  }

  /** Any number; 0 and -0 differ. */
  addNumber(value: number): void {
    double[0] = value;
    const [first = 0, second = 0] = halves;
    this.#low = mixLow(mixLow(this.#low, first), second);
    this.#high = mixHigh(mixHigh(this.#high, first), second);
  }

  /** 32 bits and `highBits`. Begins anew. */
  finish(): number {
    let low = finalMix(this.#low);
    let high = finalMix(this.#high ^ low);
    low = (low + high) | 0;
    high &= 2 ** highBits - 1;
    this.#low = 0;
    this.#high = 0;
    return high * 4_294_967_296 + (low >>> 0);
  }

  #addUnits(text: string): void {
    let [low, high] = [this.#low, this.#high];
    const { length } = text;
    low = mixLow(low, length);
    high = mixHigh(high, length);
    const even = length - (length % 2);
    for (let position = 0; position < even; position += 2) {
      const pair = text.charCodeAt(position) | (text.charCodeAt(position + 1) << 16);
      low = mixLow(low, pair);
      high = mixHigh(high, pair);
    }
    if (even < length) {
      const last = text.charCodeAt(even);
      low = mixLow(low, last);
      high = mixHigh(high, last);
    }
    this.#low = low;
    this.#high = high;
  }
}

function mixLow(state: number, block: number): number {
  const scrambled = Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotate(state ^ scrambled, 13), 5) + 0xe6546b64) | 0;
}

/** With the constants of the third lane of the 128-bit variant. */
function mixHigh(state: number, block: number): number {
  const scrambled = Math.imul(rotate(Math.imul(block, 0x38b34ae5), 17), 0xa1e38b93);
  return (Math.imul(rotate(state ^ scrambled, 15), 5) + 0x96cd1c35) | 0;
}

function finalMix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
