/** Small tools over streams of bytes: look at the beginning, read all up to a limit, split into lines of bounded length. */

/** A stream whose beginning has been looked at; `all` still starts at the first byte. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
}

/** Reads the first `length` bytes, or fewer when the stream is shorter, without losing them. */
export async function peek(stream: AsyncIterable<Uint8Array>, length: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: head.subarray(0, length), all: all() };
}

/** All bytes of the stream, or null when there are more than `limit`. */
export async function readAll(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export interface ByteLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line break; null when the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of the stream, split at line feeds only: a record of JSON Lines may hold any other separator inside a string.
 * At most `limit` bytes of a line are kept, so memory stays bounded whatever comes.
 */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let number = 1;
  let pieces: Uint8Array[] = [];
  let size = 0;
  const takeLine = (): ByteLine => {
    const line: ByteLine = { number, bytes: size > limit ? null : Buffer.concat(pieces) };
    number += 1;
    pieces = [];
    size = 0;
    return line;
  };
  const add = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > limit) pieces = [];
    else pieces.push(piece);
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, at));
      yield takeLine();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield takeLine();
}

/** UTF-16 bytes → UTF-8 bytes, so that line feeds can be found in them. */
export async function* toUtf8(stream: AsyncIterable<Uint8Array>, encoding: "utf-16le" | "utf-16be"): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of stream) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
