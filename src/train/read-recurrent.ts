/** What src/train/train-recurrent.py left in a folder → the recurrent half of a model, in 8 bits. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packRows } from "../annotate/names/model-file.ts";
import { attributeSize, inputSize, type RecurrentWeights, vectorSize } from "../annotate/names/recurrent-scorer.ts";
import { UserError } from "../domain/errors.ts";

type Listing = Readonly<Record<string, { readonly at: number; readonly shape: readonly number[] }>>;

/** Reads and packs the weights. Throws UserError when the folder does not hold them. */
export function readRecurrent(folder: string, shares: Float32Array): RecurrentWeights {
  let listing: Listing;
  let bytes: Buffer;
  let nibbles: Buffer;
  let keyBytes: Buffer;
  try {
    listing = JSON.parse(readFileSync(join(folder, "recurrent.json"), "utf8")) as Listing;
    bytes = readFileSync(join(folder, "recurrent.bin"));
    nibbles = readFileSync(join(folder, "vectors.i4"));
    keyBytes = readFileSync(join(folder, "vector-keys.i32"));
  } catch (error) {
    const hint = "Run train-names.ts --export DIR, then src/train/train-recurrent.py DIR.";
    throw new UserError("data-missing", `${folder} does not hold a trained recurrent half`, hint, { cause: error });
  }
  const part = (name: string): { at: number; count: number } => {
    const entry = listing[name];
    if (!entry) throw new UserError("bad-record", `${join(folder, "recurrent.json")} does not list ${name}`);
    return { at: entry.at, count: entry.shape.reduce((product, size) => product * size, 1) };
  };
  const floats = (name: string): Float32Array => {
    const { at, count } = part(name);
    return Float32Array.from({ length: count }, (_, index) => bytes.readFloatLE(at + 4 * index));
  };
  const integers = (name: string): Int32Array => {
    const { at, count } = part(name);
    return Int32Array.from({ length: count }, (_, index) => bytes.readInt32LE(at + 4 * index));
  };
  const both = (name: string): Float32Array => Float32Array.from([...floats(`${name}Forward`), ...floats(`${name}Backward`)]);
  const bias = both("bias");
  const units = bias.length / 8;
  return {
    units,
    ...packVectors(keyBytes, nibbles),
    attributeHashes: integers("attributeHashes"),
    attributeRows: packRows(floats("attributeRows"), attributeSize),
    articleHashes: integers("articleHashes"),
    articleRows: packRows(floats("articleRows"), attributeSize),
    input: packRows(both("input"), inputSize),
    hidden: packRows(both("hidden"), units),
    bias,
    out: floats("out"),
    skip: floats("skip"),
    outBias: floats("outBias"),
    transitions: floats("transitions"),
    shares,
  };
}

/** Vectors by rising key, two components a byte; levels from -8 to 7 become 0 to 15. Of two words with one key the first stays. */
function packVectors(keyBytes: Buffer, levels: Buffer): { vectorKeys: Int32Array; nibbles: Uint8Array } {
  const rows = new Map<number, number>();
  for (let row = 0; row < keyBytes.length / 4; row += 1) {
    const key = keyBytes.readInt32LE(4 * row);
    if (!rows.has(key)) rows.set(key, row);
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const nibbles = new Uint8Array((sorted.length * vectorSize) / 2);
  sorted.forEach(([, row], index) => {
    for (let d = 0; d < vectorSize; d += 2) {
      const low = levels.readInt8(row * vectorSize + d) + 8;
      const high = levels.readInt8(row * vectorSize + d + 1) + 8;
      nibbles[(index * vectorSize + d) / 2] = low | (high << 4);
    }
  });
  return { vectorKeys: Int32Array.from(sorted, ([key]) => key), nibbles };
}
