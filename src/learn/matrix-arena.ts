/**
 * A stretch of WebAssembly memory for 32-bit floats, with the kernels that small networks need, in SIMD instructions
 * (matrix-kernel.wat): products of matrices, gated recurrences, sums.
 */
import { matrixKernel } from "./matrix-kernel.ts";

/** The part of the standard WebAssembly interface used here; the language's own type library leaves it to the browser's. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: object } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** A product `c += a · b`. Positions and strides count floats from the start of the arena. */
export interface Product {
  readonly c: number;
  readonly a: number;
  readonly b: number;
  readonly rows: number;
  /** A multiple of 8. */
  readonly columns: number;
  readonly depth: number;
  /** Distance between two rows of `a`, and between two numbers of a row: swapped, `a` is read as its transpose. */
  readonly aRow: number;
  readonly aStep: number;
  readonly bRow: number;
  readonly cRow: number;
}

/** Words of a sentence on their way to the gates of a recurrence: each is a number of a row in `parts`. */
export interface WindowSum {
  readonly gates: number;
  /** For each word three rows of `width` floats: what it brings to the word after it, to itself, and to the word before it. */
  readonly parts: number;
  /** The words' numbers, `length` of them with one of padding each side. */
  readonly types: Int32Array;
  readonly length: number;
  readonly bias: number;
  /** A multiple of 4. */
  readonly width: number;
}

/** Rows of two faces, `faceRow` apart, to be taken apart: see `MatrixArena.splitFaces`. */
export interface FaceSplit {
  readonly faces: number;
  readonly faceRow: number;
  readonly children: number;
  readonly childRow: number;
  readonly headsT: number;
  readonly headsRow: number;
  readonly length: number;
  /** Floats of one face, a multiple of 4. */
  readonly size: number;
  /** Part of a negative number that passes, 0 … 1. */
  readonly leak: number;
}

/** Rows of two faces to be joined, each child's with its head's: see `MatrixArena.joinFaces`. */
export interface FaceJoin {
  readonly to: number;
  readonly toRow: number;
  readonly faces: number;
  readonly faceRow: number;
  /** 1-based numbers of the heads' rows; 0 is the face at `root`. */
  readonly heads: Int32Array;
  readonly root: number;
  readonly length: number;
  readonly size: number;
  readonly leak: number;
}

/** Where a product of 16-bit numbers goes and what it starts from; positions and distances between rows in floats. */
export interface ShortProduct {
  /** Must have room for a multiple of 4 rows. */
  readonly c: number;
  readonly cRow: number;
  readonly start: number;
  /** 0 where every row starts from the same numbers. */
  readonly startRow: number;
}

/** Rows to be added up: of `count` pairs, the first number is a place, `toStep` floats apart, the second a row of `size` floats. */
export interface ListedRows {
  readonly to: number;
  readonly toStep: number;
  readonly from: number;
  readonly size: number;
  readonly pairs: Int32Array;
  readonly count: number;
}

/** Rows of 8-bit numbers in the arena, and what one step of each row is worth. */
export interface StepTable {
  readonly steps: number;
  readonly scales: number;
  readonly size: number;
}

export interface MatrixArena {
  readonly floats: Float32Array;
  /** Sets `count` floats aside, zeroed, and returns their position. Throws when the arena is full. */
  take(count: number): number;
  /** Like `take`, with whatever the floats hold. */
  room(count: number): number;
  /** The position up to which floats are set aside. */
  mark(): number;
  /** Gives back everything from a mark on. */
  release(mark: number): void;
  multiplyAdd(product: Product): void;
  /**
   * Runs a gated recurrence in both directions over `length` rows of gates: forget gate and candidate forwards, then backwards,
   * `size` floats each, a multiple of 4. The gates are replaced by their activations; a row of `out` gets both states.
   */
  recur(gates: number, out: number, length: number, size: number): void;
  /** Adds `count` floats at `from` to those at `to`; a multiple of 4. */
  addRow(to: number, from: number, count: number): void;
  /** Adds listed rows to listed places, in the order of the list: see `ListedRows`. */
  addListed(rows: ListedRows): void;
  /** Adds the first `count` rows that `rows` lists, each in 8-bit steps, to the floats at `to`: see `StepTable`. */
  addSteps(to: number, table: StepTable, rows: Int32Array, count: number): void;
  /** Keeps rows of `size` (a multiple of 8) 8-bit numbers with one scale each, for `addSteps`. */
  keepSteps(steps: Int8Array, scales: Float32Array, size: number): StepTable;
  /** Replaces `count` floats, a multiple of 4, by their near hyperbolic tangents: `squash` of recurrent-encoder.ts. */
  squashAll(at: number, count: number): void;
  /** Adds up what the words before, at and after each place bring to its gates, and the bias. */
  addWindow(sum: WindowSum): void;
  /** The first face of each row goes to a row of `children`, the second to a column of `headsT`, the second column first; leaky. */
  splitFaces(split: FaceSplit): void;
  /** Each row of `to` becomes the sum of a child's face and its head's, which stands after the child's in the head's row; leaky. */
  joinFaces(join: FaceJoin): void;
  /** Keeps a matrix of `depth` (even) rows by `columns` (a multiple of 8) as 16-bit numbers, for `multiplyShorts`. */
  keepShorts(from: number, depth: number, columns: number): ShortMatrix;
  /**
   * Rounds rows of numbers between -`limit` and `limit` (1 unless given) to 16 bits, for any number of products; `depth` a multiple
   * of 8. Takes room.
   */
  packShorts(from: number, rows: number, depth: number, limit?: number): PackedRows;
  /** `c = start + rows · matrix` in 16-bit numbers, two to four times as fast as `multiplyAdd`. */
  multiplyShorts(product: ShortProduct, rows: PackedRows, matrix: ShortMatrix): void;
}

export interface ShortMatrix {
  readonly at: number;
  readonly depth: number;
  readonly columns: number;
  /** What one step of the numbers is worth. */
  readonly step: number;
}

export interface PackedRows {
  readonly at: number;
  readonly rows: number;
  /** What one step of the numbers is worth. */
  readonly step: number;
}

/** What the limit becomes as a 16-bit activation, and what the largest weight becomes at most. */
const activationScale = 4096;
const largestWeight = 2047;

interface Kernels {
  multiplyAdd(
    c: number,
    a: number,
    b: number,
    rows: number,
    columns: number,
    depth: number,
    aRow: number,
    aStep: number,
    bRow: number,
    cRow: number,
  ): void;
  recur(gates: number, out: number, length: number, size: number): void;
  addRow(to: number, from: number, bytes: number): void;
  addListed(to: number, toStep: number, from: number, bytes: number, pairs: number, count: number): void;
  addSteps(to: number, steps: number, scales: number, size: number, rows: number, count: number): void;
  squashAll(at: number, bytes: number): void;
  addWindow(to: number, parts: number, types: number, length: number, bias: number, bytes: number): void;
  splitFaces(
    faces: number,
    faceRow: number,
    children: number,
    childRow: number,
    headsT: number,
    headsRow: number,
    length: number,
    bytes: number,
    leak: number,
  ): void;
  joinFaces(
    to: number,
    toRow: number,
    faces: number,
    faceRow: number,
    heads: number,
    root: number,
    length: number,
    bytes: number,
    leak: number,
  ): void;
  packShorts(to: number, from: number, blocks: number, depth: number, scale: number): void;
  multiplyShorts(
    c: number,
    cRow: number,
    start: number,
    startRow: number,
    a: number,
    b: number,
    blocks: number,
    half: number,
    panels: number,
    pairs: number,
    scale: number,
  ): void;
}

/** Rows of the last block that `packShorts` may read past what was taken, in floats. */
const slack = 4096;

export function makeArena(capacity: number): MatrixArena {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(((capacity + slack) * 4) / 65536) + 1 });
  const module = new WebAssembly.Module(Buffer.from(matrixKernel, "base64"));
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = instance.exports as unknown as Kernels;
  const floats = new Float32Array(memory.buffer);
  const integers = new Int32Array(memory.buffer);
  const shorts = new Int16Array(memory.buffer);
  const size = floats.length - slack;
  let used = 0;
  /** Memory beyond was never handed out and is still zero: leaving it untouched keeps it from being backed by real pages. */
  let touched = 0;

  function room(count: number): number {
    const position = used;
    used += (count + 7) & ~7;
    if (used > size) throw new Error(`matrix arena of ${size} floats is full: ${count} more were asked for`);
    touched = Math.max(touched, used);
    return position;
  }

  function take(count: number): number {
    const before = touched;
    const position = room(count);
    if (position < before) floats.fill(0, position, Math.min(used, before));
    return position;
  }

  /** Copies whole numbers to where the kernels can read them, until the next call that takes room. */
  function placeIntegers(from: Int32Array, count: number): number {
    const start = used;
    const at = room(count);
    used = start;
    for (let index = 0; index < count; index += 1) integers[at + index] = from[index] as number;
    return at * 4;
  }

  return {
    floats,
    take,
    room,
    mark: () => used,
    release(mark) {
      used = mark;
    },
    multiplyAdd({ c, a, b, rows, columns, depth, aRow, aStep, bRow, cRow }) {
      kernels.multiplyAdd(c * 4, a * 4, b * 4, rows, columns, depth, aRow, aStep, bRow, cRow);
    },
    recur(gates, out, length, size) {
      kernels.recur(gates * 4, out * 4, length, size);
    },
    addRow(to, from, count) {
      kernels.addRow(to * 4, from * 4, count * 4);
    },
    addListed({ to, toStep, from, size, pairs, count }) {
      if (count > 0) kernels.addListed(to * 4, toStep * 4, from * 4, size * 4, placeIntegers(pairs, 2 * count), count);
    },
    keepSteps(steps, scales, size) {
      const at = room(Math.ceil(steps.length / 4));
      new Int8Array(memory.buffer).set(steps, at * 4);
      const scalesAt = room(scales.length);
      floats.set(scales, scalesAt);
      return { steps: at, scales: scalesAt, size };
    },
    addSteps(to, { steps, scales, size }, rows, count) {
      if (count > 0) kernels.addSteps(to * 4, steps * 4, scales * 4, size, placeIntegers(rows, count), count);
    },
    squashAll(at, count) {
      if (count > 0) kernels.squashAll(at * 4, count * 4);
    },
    addWindow({ gates, parts, types, length, bias, width }) {
      kernels.addWindow(gates * 4, parts * 4, placeIntegers(types, length + 2), length, bias * 4, width * 4);
    },
    splitFaces({ faces, faceRow, children, childRow, headsT, headsRow, length, size, leak }) {
      kernels.splitFaces(faces * 4, faceRow * 4, children * 4, childRow * 4, headsT * 4, headsRow * 4, length, size * 4, leak);
    },
    joinFaces({ to, toRow, faces, faceRow, heads, root, length, size, leak }) {
      const headsAt = placeIntegers(heads, length);
      kernels.joinFaces(to * 4, toRow * 4, faces * 4, faceRow * 4, headsAt, root * 4, length, size * 4, leak);
    },
    keepShorts(from, depth, columns) {
      const at = take((depth * columns) / 2);
      let limit = 1e-9;
      for (let index = from; index < from + depth * columns; index += 1) limit = Math.max(limit, Math.abs(floats[index] as number));
      // However the signs fall, the sum of all products of a row and a column must stay below 2³¹.
      const step = limit / Math.min(largestWeight, Math.floor(0x7fffffff / (activationScale * depth)));
      for (let row = 0; row < depth; row += 1) {
        const first = from + row * columns;
        for (let column = 0; column < columns; column += 1) {
          // Panels of eight columns, in them two rows interleaved, as the kernel multiplies pairs.
          const to = at * 2 + ((column >> 3) * depth + (row & ~1)) * 8 + (column & 7) * 2 + (row & 1);
          shorts[to] = Math.round((floats[first + column] as number) / step);
        }
      }
      return { at, depth, columns, step };
    },
    packShorts(from, rows, depth, limit = 1) {
      const at = room((((rows + 3) & ~3) * depth) / 2);
      if (rows > 0) kernels.packShorts(at * 4, from * 4, (rows + 3) >> 2, depth, activationScale / limit);
      return { at, rows, step: limit / activationScale };
    },
    multiplyShorts({ c, cRow, start, startRow }, packed, matrix) {
      if (packed.rows === 0) return;
      const { depth, columns } = matrix;
      const scale = matrix.step * packed.step;
      // Of four rows one is wasted at most: one or two that are left over take half a block.
      const blocks = (packed.rows + 1) >> 2;
      const half = packed.rows > 4 * blocks ? 1 : 0;
      const [a, b] = [packed.at * 4, matrix.at * 4];
      kernels.multiplyShorts(c * 4, cRow * 4, start * 4, startRow * 4, a, b, blocks, half, columns / 8, depth / 2, scale);
    },
  };
}
