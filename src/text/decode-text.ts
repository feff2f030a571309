/**
 * Bytes → text. News archives hold UTF-8, UTF-16 with and without a mark, and Windows-1252; which one is told by the bytes
 * (the Encoding Standard, https://encoding.spec.whatwg.org, decodes). What is no text at all is refused.
 */
import { UserError } from "../domain/errors.ts";

export interface DecodedText {
  /** Without a byte-order mark. */
  readonly text: string;
  /** What the reader should know about the decoding, or null when the bytes were plain UTF-8 or carried a mark. */
  readonly remark: string | null;
}

/** How much of the beginning is enough to tell an encoding. */
export const sniffLength = 4096;

/** First bytes that betray a format that is not text, with what to call it. */
const signatures: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF document"],
  ["{\\rtf", "an RTF document"],
  ["PK\u0003\u0004", "a ZIP archive or an office document"],
  ["\u001f\u008b", "a gzip archive"],
  ["\u0089PNG", "a PNG image"],
  ["\u00ff\u00d8\u00ff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Office document"],
  ["SQLite format 3", "an SQLite database"],
];

/** `utf-8` unless a byte-order mark or the pattern of zero bytes says UTF-16. Throws UserError `bad-encoding` for UTF-32. */
export function sniffUnicode(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [a = -1, b = -1, c = -1, d = -1] = head;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new UserError("bad-encoding", "the text is encoded in UTF-32, which is not supported", "Convert it to UTF-8.");
  }
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const pairs = Math.floor(Math.min(head.length, sniffLength) / 2);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) evenZeros += 1;
    if (head[index + 1] === 0) oddZeros += 1;
  }
  // Latin text in UTF-16 has a zero in every second byte, and none in the others.
  if (pairs > 0 && oddZeros > pairs * 0.6 && evenZeros < pairs * 0.05) return "utf-16le";
  if (pairs > 0 && evenZeros > pairs * 0.6 && oddZeros < pairs * 0.05) return "utf-16be";
  return "utf-8";
}

/**
 * The text in the bytes. `declared` is an encoding that the content itself names (the charset of an HTML page); a byte-order mark
 * overrules it. Throws UserError `binary` for what is not text, `bad-encoding` for UTF-32.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  refuseKnownFormats(bytes);
  const decoded = decodeAs(bytes, sniffUnicode(bytes.subarray(0, sniffLength)), declared);
  refuseControlCharacters(decoded.text);
  return decoded;
}

function decodeAs(bytes: Uint8Array, unicode: "utf-8" | "utf-16le" | "utf-16be", declared: string | null): DecodedText {
  if (unicode !== "utf-8") {
    const text = new TextDecoder(unicode).decode(bytes);
    const hasMark = bytes[0] === 0xff || bytes[0] === 0xfe;
    return { text, remark: hasMark ? null : `no byte-order mark; read as ${unicode.toUpperCase()}` };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const decoder = hasMark ? null : declaredDecoder(declared);
  if (decoder) return { text: decoder.encoding === "windows-1252" ? decodeWindows1252(bytes) : decoder.decode(bytes), remark: null };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), remark: null };
  } catch {
    return decodeBroken(bytes);
  }
}

/** A decoder for the charset a page declares; null for UTF-8 (checked strictly elsewhere), UTF-16 (the bytes say otherwise) and unknown names. */
function declaredDecoder(declared: string | null): InstanceType<typeof TextDecoder> | null {
  if (!declared) return null;
  try {
    const decoder = new TextDecoder(declared);
    return decoder.encoding.startsWith("utf-") ? null : decoder;
  } catch {
    return null;
  }
}

/** Not UTF-8 throughout: either UTF-8 with a few damaged places, or (far more often) Windows-1252, which includes Latin-1. */
function decodeBroken(bytes: Uint8Array): DecodedText {
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const damaged = lenient.match(/\ufffd/gu)?.length ?? 0;
  const sound = lenient.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (sound >= damaged * 4) {
    return { text: lenient, remark: `not valid UTF-8; ${damaged} damaged ${damaged === 1 ? "place" : "places"} read as U+FFFD` };
  }
  return { text: decodeWindows1252(bytes), remark: "not UTF-8; read as Windows-1252" };
}

/** The characters of the bytes 0x80 to 0x9f; the other bytes are those of Latin-1. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's own decoder reads these bytes as control characters (nodejs/node issue 56542). */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/gu, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80));
}

function refuseKnownFormats(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(([signature]) => head.startsWith(signature));
  if (known) throw new UserError("binary", `this is ${known[1]}, not text`, "Convert it to plain text, Markdown or HTML first.");
}

/** Throws UserError `binary` when the beginning of a stream is plainly no text: a known format, or control characters all over. */
export function refuseBinaryHead(head: Uint8Array): void {
  refuseKnownFormats(head);
  if (sniffUnicode(head) !== "utf-8") return;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > 2 + head.length / 10) throw binary();
}

/** Throws UserError `binary` when the characters cannot be prose: a NUL, or control characters beyond a stray few. */
export function refuseControlCharacters(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu)?.length ?? 0;
  if (text.includes("\u0000") || controls > 2 + text.length / 100) {
    throw binary();
  }
}

function binary(): UserError {
  return new UserError("binary", "this looks like binary data, not text", "Leave it out, or convert it to plain text first.");
}
