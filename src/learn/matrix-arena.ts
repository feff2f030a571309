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

export interface MatrixArena {
  readonly floats: Float32Array;
  /** Sets `count` floats aside, zeroed, and returns their position. Throws when the arena is full. */
  take(count: number): number;
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
  /** `to = a + b + c + d` for `count` floats, a multiple of 4. */
  addFour(to: number, a: number, b: number, c: number, d: number, count: number): void;
  /** Keeps a matrix of `depth` (even) rows by `columns` (a multiple of 8) as 16-bit numbers, for `multiplyShorts`. */
  keepShorts(from: number, depth: number, columns: number): ShortMatrix;
  /**
   * `c += a · b` in 16-bit numbers, twice as fast as `multiplyAdd`: the numbers of `a` must lie between -1 and 1 and its depth
   * be a multiple of 8. `c` must have room for a multiple of 4 rows.
   */
  multiplyShorts(c: number, a: number, b: ShortMatrix, rows: number): void;
}

export interface ShortMatrix {
  readonly at: number;
  readonly depth: number;
  readonly columns: number;
  /** What one step of the numbers is worth. */
  readonly step: number;
}

/** What 1 becomes as a 16-bit activation, and what the largest weight becomes: 192 products of the two stay below 2³¹. */
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
  addFour(to: number, a: number, b: number, c: number, d: number, count: number): void;
  toShorts(to: number, from: number, count: number, scale: number): void;
  multiplyShorts(c: number, a: number, b: number, rows: number, columns: number, pairs: number, scale: number): void;
}

export function makeArena(capacity: number): MatrixArena {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((capacity * 4) / 65536) + 1 });
  const module = new WebAssembly.Module(Buffer.from(matrixKernel, "base64"));
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = instance.exports as unknown as Kernels;
  const floats = new Float32Array(memory.buffer);
  const shorts = new Int16Array(memory.buffer);
  let used = 0;
  /** Memory beyond was never handed out and is still zero: leaving it untouched keeps it from being backed by real pages. */
  let touched = 0;

  function take(count: number): number {
    const position = used;
    used += (count + 7) & ~7;
    if (used > floats.length) throw new Error(`matrix arena of ${floats.length} floats is full: ${count} more were asked for`);
    if (position < touched) floats.fill(0, position, Math.min(used, touched));
    touched = Math.max(touched, used);
    return position;
  }

  return {
    floats,
    take,
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
    addFour(to, a, b, c, d, count) {
      kernels.addFour(to * 4, a * 4, b * 4, c * 4, d * 4, count);
    },
    keepShorts(from, depth, columns) {
      const at = take((depth * columns) / 2);
      let limit = 1e-9;
      for (let index = from; index < from + depth * columns; index += 1) limit = Math.max(limit, Math.abs(floats[index] as number));
      const step = limit / largestWeight;
      for (let row = 0; row < depth; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          // Two rows interleaved, as the kernel multiplies pairs.
          const to = at * 2 + ((row >> 1) * columns + column) * 2 + (row & 1);
          shorts[to] = Math.round((floats[from + row * columns + column] as number) / step);
        }
      }
      return { at, depth, columns, step };
    },
    multiplyShorts(c, a, b, rows) {
      const start = used;
      const activations = take(((rows + 3) * b.depth) / 2);
      kernels.toShorts(activations * 4, a * 4, rows * b.depth, activationScale);
      kernels.multiplyShorts(c * 4, activations * 4, b.at * 4, rows, b.columns, b.depth / 2, b.step / activationScale);
      used = start;
    },
  };
}
