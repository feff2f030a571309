/** The layers of the network, forward: the same for learning and for use. All positions are floats into the arena. */
import type { MatrixArena } from "../../learn/matrix-arena.ts";
import { embedSize, gates1, inputSize, type Parameters, squash } from "./network-shape.ts";

/** From the inputs of `count` distinct words to their embeddings and to their part in the gates of the three window places. */
export function embedTypes(
  arena: MatrixArena,
  parameters: Parameters,
  base: number,
  inputs: number,
  embeddings: number,
  parts: number,
  count: number,
): void {
  const { floats } = arena;
  const bias = base + parameters.mixBias.at;
  for (let row = 0; row < count; row += 1) floats.copyWithin(embeddings + row * embedSize, bias, bias + embedSize);
  dense(arena, embeddings, inputs, base + parameters.mix.at, count, inputSize, embedSize);
  for (let at = embeddings; at < embeddings + count * embedSize; at += 1) floats[at] = squash(floats[at] as number);
  floats.fill(0, parts, parts + count * 3 * gates1);
  dense(arena, parts, embeddings, base + parameters.window.at, count, embedSize, 3 * gates1);
}

/** `out += input · weights` for `rows` rows. */
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

/** Adds up the parts that the words before, at and after each place bring to its gates. `types` has one row of padding each side. */
export function addWindow(
  arena: MatrixArena,
  gates: number,
  parts: number,
  types: Int32Array,
  from: number,
  length: number,
  bias: number,
): void {
  for (let row = 0; row < length; row += 1) {
    const before = parts + (types[from + row - 1] as number) * 3 * gates1;
    const here = parts + ((types[from + row] as number) * 3 + 1) * gates1;
    const after = parts + ((types[from + row + 1] as number) * 3 + 2) * gates1;
    arena.addFour(gates + row * gates1, before, here, after, bias, gates1);
  }
}
