/**
 * A file of learnt numbers: a line that says so, a checksum (CRC-32, four bytes), and compressed as a whole a JSON header and named
 * blocks of bytes. Little-endian, as all machines that run Node are.
 */
import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from "node:zlib";
import { UserError } from "../domain/errors.ts";

export interface WeightsFile {
  /** Says what the blocks are; checked by whoever reads them. */
  readonly header: unknown;
  readonly blocks: ReadonlyMap<string, Uint8Array>;
}

const magic = "WHOMET-WEIGHTS-2\n";

const checksumLength = 4;
const hint = "restore it, or learn it anew";

export function encodeWeights({ header, blocks }: WeightsFile): Uint8Array {
  const index = JSON.stringify({ header, blocks: [...blocks].map(([name, bytes]) => ({ name, length: bytes.length })) });
  const plain = Buffer.concat([Buffer.from(`${index}\n`), ...blocks.values()]);
  const content = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
  const checksum = Buffer.alloc(checksumLength);
  checksum.writeUInt32LE(crc32(content));
  return Buffer.concat([Buffer.from(magic), checksum, content]);
}

/** The header and blocks of a file. Throws a `UserError` when the bytes are no weights file of this version, or not as they were written. */
export function decodeWeights(bytes: Uint8Array, source: string): WeightsFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = magic.length + checksumLength;
  if (file.length <= start || file.toString("latin1", 0, magic.length) !== magic) {
    throw new UserError("data-missing", `${source} is not a weights file of this version`, hint);
  }
  const content = file.subarray(start);
  if (crc32(content) !== file.readUInt32LE(magic.length)) {
    throw new UserError("data-missing", `${source} is damaged: its checksum does not match`, hint);
  }
  let plain: Buffer;
  try {
    // In one piece where it fits, for pieces of 16 KiB would have to be joined.
    plain = brotliDecompressSync(content, { chunkSize: 4 * content.length + 1024 });
  } catch (cause) {
    throw damaged(source, { cause });
  }
  const end = plain.indexOf(10);
  if (end < 0) throw damaged(source);
  const index: unknown = JSON.parse(plain.toString("utf8", 0, end));
  if (!isIndex(index)) throw damaged(source);
  const blocks = new Map<string, Uint8Array>();
  let at = end + 1;
  for (const { name, length } of index.blocks) {
    // A copy, so that wider numbers find themselves aligned.
    blocks.set(name, Uint8Array.prototype.slice.call(plain, at, at + length));
    at += length;
  }
  if (at !== plain.length) throw damaged(source);
  return { header: index.header, blocks };
}

interface Index {
  readonly header: unknown;
  readonly blocks: readonly { readonly name: string; readonly length: number }[];
}

function isIndex(value: unknown): value is Index {
  return (
    typeof value === "object" &&
    value !== null &&
    "blocks" in value &&
    Array.isArray(value.blocks) &&
    value.blocks.every((block: unknown) => typeof block === "object" && block !== null && "name" in block && "length" in block)
  );
}

function damaged(source: string, options?: ErrorOptions): UserError {
  return new UserError("data-missing", `${source} is not a weights file, or is damaged`, hint, options);
}

/** Numbers as 8-bit integers and the step between them; numbers beyond `limit` are cut off there. */
export function quantize8(values: Float32Array, limit: number): { readonly bytes: Int8Array; readonly step: number } {
  const step = limit / 127;
  return { bytes: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / step)))), step };
}

/** Numbers as 16-bit integers and the step between them. */
export function quantize16(values: Float32Array): { readonly words: Int16Array; readonly step: number } {
  let limit = 1e-9;
  for (const value of values) limit = Math.max(limit, Math.abs(value));
  const step = limit / 32767;
  return { words: Int16Array.from(values, (value) => Math.round(value / step)), step };
}
