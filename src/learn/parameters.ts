/** Where the numbers of a network lie: named matrices, one after the other in one block, so that one pass steps or saves them all. */

/** A matrix of a network, row by row. */
export interface Parameter {
  readonly rows: number;
  readonly columns: number;
  /** Position in the block, in floats. */
  readonly at: number;
}

export type Parameters<Name extends string> = Readonly<Record<Name, Parameter>>;

/** Rounds up to a multiple of 8, which the kernels need of the width of a matrix. */
export function padded(count: number): number {
  return (count + 7) & ~7;
}

/** Places the matrices in the order of their names, each at a multiple of 8 floats, and says how many floats they take together. */
export function layOutParameters<Name extends string>(
  dimensions: Readonly<Record<Name, readonly [rows: number, columns: number]>>,
): { readonly parameters: Parameters<Name>; readonly total: number } {
  let total = 0;
  const parameters: Partial<Record<Name, Parameter>> = {};
  for (const name of Object.keys(dimensions) as Name[]) {
    const [rows, columns] = dimensions[name];
    parameters[name] = { rows, columns, at: total };
    total += padded(rows * columns);
  }
  return { parameters: parameters as Parameters<Name>, total };
}

/**
 * Draws a matrix at `at` evenly from `-limit` to `limit`, where the limit is `scale` times what keeps the variance of a layer's
 * output and gradient alike (Glorot and Bengio 2010). `fanIn` and `fanOut` default to the rows and columns.
 */
export function drawParameter(
  floats: Float32Array,
  at: number,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  random: () => number,
  { scale = 1, fanIn = rows, fanOut = columns }: { readonly scale?: number; readonly fanIn?: number; readonly fanOut?: number } = {},
): void {
  const limit = scale * Math.sqrt(6 / (fanIn + fanOut));
  for (let index = at; index < at + rows * columns; index += 1) floats[index] = (random() * 2 - 1) * limit;
}
