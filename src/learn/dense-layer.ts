/** Products of a layer's input and weights, forward and backward. All positions are floats into the arena. */
import type { MatrixArena } from "./matrix-arena.ts";

/** `out += input · weights` for `rows` rows; `outputWidth` a multiple of 8. */
export function dense(
  arena: MatrixArena,
  out: number,
  input: number,
  weights: number,
  rows: number,
  inputWidth: number,
  outputWidth: number,
): void {
  arena.multiplyAdd({
    c: out,
    a: input,
    b: weights,
    rows,
    columns: outputWidth,
    depth: inputWidth,
    aRow: inputWidth,
    aStep: 1,
    bRow: outputWidth,
    cRow: outputWidth,
  });
}

/** `gradient of weights += inputᵀ · gradient of output`. That of the input is `dense` with the weights transposed. */
export function denseGradient(
  arena: MatrixArena,
  weights: number,
  input: number,
  output: number,
  rows: number,
  inputWidth: number,
  outputWidth: number,
): void {
  arena.multiplyAdd({
    c: weights,
    a: input,
    b: output,
    rows: inputWidth,
    columns: outputWidth,
    depth: rows,
    aRow: 1,
    aStep: inputWidth,
    bRow: outputWidth,
    cRow: outputWidth,
  });
}

/** Writes the transpose of a matrix of `rows` by `columns`. */
export function transpose(floats: Float32Array, to: number, from: number, rows: number, columns: number): void {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) floats[to + column * rows + row] = floats[from + row * columns + column] as number;
  }
}

/** Starts every row of an output with the bias. */
export function spreadBias(floats: Float32Array, to: number, bias: number, rows: number, width: number): void {
  for (let row = 0; row < rows; row += 1) floats.copyWithin(to + row * width, bias, bias + width);
}

/** `to += sum of the rows`: the gradient of a bias. */
export function addRows(floats: Float32Array, to: number, from: number, rows: number, width: number): void {
  for (let row = 0; row < rows; row += 1) {
    for (let j = 0; j < width; j += 1) floats[to + j] = (floats[to + j] as number) + (floats[from + row * width + j] as number);
  }
}
