/** Dropout with one mask for all words of a sentence (Gal and Ghahramani 2016). */

/** Draws a mask of `width` numbers: 0 for the part that is left out, else what keeps the mean. */
export function drawMask(floats: Float32Array, at: number, width: number, part: number, random: () => number): void {
  for (let j = 0; j < width; j += 1) floats[at + j] = random() < part ? 0 : 1 / (1 - part);
}

/** `to = from · mask` for every row; `to` may be `from`. */
export function applyMask(floats: Float32Array, to: number, from: number, mask: number, rows: number, width: number): void {
  for (let row = 0; row < rows; row += 1) {
    const offset = row * width;
    for (let j = 0; j < width; j += 1) floats[to + offset + j] = (floats[from + offset + j] as number) * (floats[mask + j] as number);
  }
}
