/**
 * The name tagger's file: one compact binary with the lexicon and the weights.
 *
 * After eight bytes of magic and version come sections, each a length and its bytes: hashes of lexicon words (sorted, as distances), their facts,
 * phrases, feature hashes (sorted), 8-bit weights with one scale a row, transitions, calibration, and the networks if there are any; the
 * sections are deflated; a checksum over that stands in front.
 */
import { readFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { UserError } from "../../domain/errors.ts";
import { transitionSize } from "./crf.ts";
import { NameLexicon } from "./name-lexicon.ts";
import type { ByteRows, NetworkWeights } from "./network-scorer.ts";
import { attributeSize, layOut, vectorSize } from "./network-shape.ts";
import { labelCount } from "./tag-scheme.ts";

const magic = "WHOMETNT";
/** Raise it whenever the features or the layout change: old weights would read nonsense. */
export const modelVersion = 6;

export interface NameModel {
  readonly lexicon: NameLexicon;
  /** Distinct, one a row. */
  readonly hashes: Int32Array;
  /** `labelCount` weights a row. */
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  /** The networks; null in a model that has none. */
  readonly network: NetworkWeights | null;
  /** Confidence of a mention whose raw probability lies in the n-th of as many equal bins from 0 to 1. */
  readonly calibration: Float32Array;
}

class ByteWriter {
  private bytes = new Uint8Array(1 << 20);
  length = 0;

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  /** Unsigned, seven bits a byte. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Rising numbers, each as its distance from the one before. */
  rising(numbers: Int32Array): void {
    this.number(numbers.length);
    let previous = -2147483648;
    for (const value of numbers) {
      this.number(value - previous);
      previous = value;
    }
  }

  byteRows(rows: ByteRows): void {
    for (const scale of rows.scales) this.byte(byteOfScale(scale));
    this.raw(new Uint8Array(rows.steps.buffer, rows.steps.byteOffset, rows.steps.length));
  }

  toBytes(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

class ByteReader {
  private position = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new RangeError("past the end");
    this.position += 1;
    return value;
  }

  number(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  }

  rising(): Int32Array {
    const numbers = new Int32Array(this.number());
    let value = -2147483648;
    for (let index = 0; index < numbers.length; index += 1) {
      value += this.number();
      numbers[index] = value;
    }
    return numbers;
  }

  floats(count: number): Float32Array {
    const bytes = this.raw(count * 4);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Float32Array.from({ length: count }, (_, index) => view.getFloat32(index * 4, true));
  }

  byteRows(count: number, width: number): ByteRows {
    const scales = new Float32Array(count);
    const kept = this.raw(count);
    for (let row = 0; row < count; row += 1) scales[row] = scales256[kept[row] as number] as number;
    const bytes = this.raw(count * width);
    return { scales, steps: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  }

  raw(count: number): Uint8Array {
    if (this.position + count > this.bytes.length) throw new RangeError("past the end");
    const part = this.bytes.subarray(this.position, this.position + count);
    this.position += count;
    return part;
  }
}

/** Scales are kept as a byte: eight steps to a doubling, from 2^-24 up. Byte 0 stands for a row of zeros. */
export function scaleOfByte(byte: number): number {
  return byte === 0 ? 0 : Math.fround(2 ** ((byte - 192) / 8));
}

/** The scale of each byte. */
const scales256 = Float32Array.from({ length: 256 }, (_, byte) => scaleOfByte(byte));

function byteOfScale(scale: number): number {
  if (!(scale > 0)) return 0;
  return Math.min(255, Math.max(1, Math.ceil(Math.log2(scale) * 8 - 1e-6) + 192));
}

/** Rows of `width` weights in 8 bits: each row gets the smallest scale that holds its largest weight. */
export function packRows(values: Float32Array, width: number): ByteRows {
  const count = values.length / width;
  const scales = new Float32Array(count);
  const steps = new Int8Array(values.length);
  for (let row = 0; row < count; row += 1) {
    let largest = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1) largest = Math.max(largest, Math.abs(values[at] as number));
    const scale = scaleOfByte(byteOfScale(largest / 127));
    scales[row] = scale;
    if (scale === 0) continue;
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      steps[at] = Math.max(-127, Math.min(127, Math.round((values[at] as number) / scale)));
    }
  }
  return { steps, scales };
}

/** Back to plain numbers. */
export function unpackRows(rows: ByteRows, width: number): Float32Array {
  const { steps, scales } = rows;
  const values = new Float32Array(steps.length);
  for (let row = 0, at = 0; at < values.length; row += 1) {
    const scale = scales[row] as number;
    for (const end = at + width; at < end; at += 1) values[at] = (steps[at] as number) * scale;
  }
  return values;
}

function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index += 1) hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193);
  return hash >>> 0;
}

function floatBytes(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setFloat32(index * 4, value, true);
  });
  return bytes;
}

/** The bytes of a model file. Weights lose precision to 8 bits a weight; everything else comes back as it was. */
export function encodeNameModel(model: NameModel): Uint8Array {
  const body = new ByteWriter();
  const { columns } = model.lexicon;
  body.rising(columns.words);
  for (let row = 0; row < columns.words.length; row += 1) {
    body.number((columns.coarse[row] as number) + 1);
    body.number((columns.middle[row] as number) + 1);
    body.number((columns.fine[row] as number) + 1);
    body.number(columns.lists[row] as number);
    body.byte(columns.smallness[row] as number);
  }
  body.rising(columns.phrases);
  body.raw(columns.phraseBits);
  body.rising(columns.phraseStarts);

  const order = Array.from(model.hashes, (_, index) => index).sort((a, b) => (model.hashes[a] as number) - (model.hashes[b] as number));
  body.rising(Int32Array.from(order, (row) => model.hashes[row] as number));
  const sorted = new Float32Array(order.length * labelCount);
  order.forEach((row, index) => {
    sorted.set(model.weights.subarray(row * labelCount, (row + 1) * labelCount), index * labelCount);
  });
  body.byteRows(packRows(sorted, labelCount));
  body.raw(floatBytes(model.transitions));
  body.number(model.calibration.length);
  body.raw(floatBytes(model.calibration));
  body.byte(model.network === null ? 0 : 1);
  if (model.network !== null) writeNetwork(body, model.network);

  const content = deflateRawSync(body.toBytes(), { level: 9 });
  const file = new Uint8Array(20 + content.length);
  file.set(new TextEncoder().encode(magic));
  const view = new DataView(file.buffer);
  view.setUint32(8, modelVersion, true);
  view.setUint32(12, content.length, true);
  view.setUint32(16, checksum(content), true);
  file.set(content, 20);
  return file;
}

function writeNetwork(body: ByteWriter, weights: NetworkWeights): void {
  const { shape, members } = weights;
  for (const size of [shape.embed, shape.hidden1, shape.hidden2, members.length]) body.number(size);
  body.rising(weights.vectorKeys);
  body.raw(weights.nibbles);
  body.rising(weights.attributeHashes);
  body.rising(weights.featureHashes);
  for (const member of members) {
    body.byteRows(member.attributes);
    body.byteRows(member.features);
    for (const { rows, columns, at } of Object.values(layOut(shape).parameters)) {
      const values = member.dense.subarray(at, at + rows * columns);
      if (rows === 1) body.raw(floatBytes(values));
      else body.byteRows(packRows(values, columns));
    }
  }
  body.raw(floatBytes(weights.transitions));
  body.raw(floatBytes(weights.shares));
}

function readNetwork(body: ByteReader): NetworkWeights {
  const shape = { embed: body.number(), hidden1: body.number(), hidden2: body.number() };
  const memberCount = body.number();
  const vectorKeys = body.rising();
  const nibbles = body.raw((vectorKeys.length * vectorSize) / 2);
  const attributeHashes = body.rising();
  const featureHashes = body.rising();
  const { parameters, total } = layOut(shape);
  const members = Array.from({ length: memberCount }, () => {
    const attributes = body.byteRows(attributeHashes.length, attributeSize);
    const features = body.byteRows(featureHashes.length, 4 * shape.hidden1);
    const dense = new Float32Array(total);
    for (const { rows, columns, at } of Object.values(parameters)) {
      dense.set(rows === 1 ? body.floats(columns) : unpackRows(body.byteRows(rows, columns), columns), at);
    }
    return { dense, attributes, features };
  });
  return {
    shape,
    vectorKeys,
    nibbles,
    attributeHashes,
    featureHashes,
    members,
    transitions: body.floats(transitionSize),
    shares: body.floats(2),
  };
}

/** The model in a file's bytes. Throws UserError, in one sentence, when they are not a whole model of this version; `path` names the file there. */
export function decodeNameModel(bytes: Uint8Array, path: string): NameModel {
  const hint = "Reinstall the package, or rebuild the file with `whomet train`.";
  if (bytes.length < 20 || new TextDecoder("latin1").decode(bytes.subarray(0, 8)) !== magic) {
    throw new UserError("data-missing", `${path} is not a name model`, hint);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== modelVersion) {
    throw new UserError(
      "data-missing",
      `${path} is a name model of version ${version}, and this program reads version ${modelVersion}`,
      hint,
    );
  }
  const length = view.getUint32(12, true);
  if (bytes.length !== 20 + length) {
    throw new UserError("data-missing", `${path} is cut short or overlong: ${bytes.length} bytes where ${20 + length} belong`, hint);
  }
  const content = bytes.subarray(20);
  if (checksum(content) !== view.getUint32(16, true))
    throw new UserError("data-missing", `${path} is damaged: its checksum does not match`, hint);
  return readBody(new ByteReader(inflated(content)));
}

/** The content as it was before it was made small. In one piece where it fits, for pieces would have to be joined. */
function inflated(content: Uint8Array): Uint8Array {
  const body = inflateRawSync(content, { chunkSize: 2 * content.length + 1024 });
  return new Uint8Array(body.buffer, body.byteOffset, body.length);
}

function readBody(body: ByteReader): NameModel {
  const words = body.rising();
  const columns = {
    coarse: new Int8Array(words.length),
    middle: new Int16Array(words.length),
    fine: new Int16Array(words.length),
    lists: new Uint16Array(words.length),
    smallness: new Uint8Array(words.length),
  };
  for (let row = 0; row < words.length; row += 1) {
    columns.coarse[row] = body.number() - 1;
    columns.middle[row] = body.number() - 1;
    columns.fine[row] = body.number() - 1;
    columns.lists[row] = body.number();
    columns.smallness[row] = body.byte();
  }
  const phrases = body.rising();
  const phraseBits = body.raw(phrases.length);
  const phraseStarts = body.rising();
  const hashes = body.rising();
  const weights = unpackRows(body.byteRows(hashes.length, labelCount), labelCount);
  const transitions = body.floats(transitionSize);
  const calibration = body.floats(body.number());
  const network = body.byte() === 1 ? readNetwork(body) : null;
  const lexicon = new NameLexicon({ words, ...columns, phrases, phraseBits, phraseStarts });
  return { lexicon, hashes, weights, transitions, calibration, network };
}

/** Reads a model file. Throws UserError when it is missing, unreadable, damaged, or of another version. */
export function readNameModel(path: string): NameModel {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new UserError(
      missing ? "data-missing" : "unreadable",
      missing ? `the name model ${path} is missing` : `cannot read the name model ${path}`,
      "Reinstall the package, or rebuild the file with `whomet train`.",
      { cause: error },
    );
  }
  return decodeNameModel(bytes, path);
}
