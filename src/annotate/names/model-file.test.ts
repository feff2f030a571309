/** The model file: what goes in comes out, and every broken file gets one clear sentence. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../../domain/errors.ts";
import { transitionSize } from "./crf.ts";
import { decodeNameModel, encodeNameModel, type NameModel, packRows, readNameModel } from "./model-file.ts";
import { makeNameLexicon, unknownWord, wordKey } from "./name-lexicon.ts";
import { labelCount } from "./tag-scheme.ts";

const model: NameModel = {
  lexicon: makeNameLexicon(
    new Map([
      ["zoë", { coarse: 3, middle: 200, fine: 1023, lists: 5, smallness: 6 }],
      ["doha", { coarse: -1, middle: -1, fine: -1, lists: 0, smallness: 0 }],
    ]),
    new Map([["new york", 1]]),
  ),
  hashes: Int32Array.of(-2147483648, 17, 2147483647),
  weights: Float32Array.from({ length: 3 * labelCount }, (_, index) => (index - 13) / 7),
  transitions: Float32Array.from({ length: transitionSize }, (_, index) => index / 3),
  calibration: Float32Array.of(0.25, 0.5),
  network: null,
};
const bytes = encodeNameModel(model);

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a model file", () => {
  it("brings back words, phrases, hashes, transitions and calibration as they were", () => {
    const back = decodeNameModel(bytes, "names.bin");
    expect(back.lexicon.columns).toEqual(model.lexicon.columns);
    expect(back.lexicon.entry(wordKey("zoë"))).toEqual({ coarse: 3, middle: 200, fine: 1023, lists: 5, smallness: 6 });
    expect(back.lexicon.entry(wordKey("zoe"))).toEqual(unknownWord);
    expect(back.hashes).toEqual(model.hashes);
    expect(back.transitions).toEqual(model.transitions);
    expect(back.calibration).toEqual(model.calibration);
  });

  it("brings back each weight within half a step of its row", () => {
    const back = decodeNameModel(bytes, "names.bin");
    model.weights.forEach((weight, index) => {
      const row = Math.floor(index / labelCount) * labelCount;
      const scale = packRows(model.weights.subarray(row, row + labelCount), labelCount).scales[0] ?? 0;
      expect(Math.abs((back.weights[index] ?? 0) - weight)).toBeLessThanOrEqual(scale / 2 + 1e-6);
    });
  });

  it("does not change when it is packed a second time", () => {
    expect(encodeNameModel(decodeNameModel(bytes, "names.bin"))).toEqual(bytes);
  });

  const damaged = bytes.slice();
  damaged[40] = (damaged[40] ?? 0) ^ 1;
  const older = bytes.slice();
  older[8] = 99;
  it.each([
    ["an empty file", new Uint8Array(0), "names.bin is not a name model"],
    ["another kind of file", new TextEncoder().encode('{ "some": "json that is long enough" }'), "names.bin is not a name model"],
    ["a file cut short", bytes.slice(0, -5), /^names\.bin is cut short or overlong: \d+ bytes where \d+ belong$/],
    ["a flipped bit", damaged, "names.bin is damaged: its checksum does not match"],
    ["another version", older, /^names\.bin is a name model of version 99, and this program reads version \d+$/],
  ])("refuses %s in one sentence", (_, broken, message) => {
    expect(messageOf(() => decodeNameModel(broken, "names.bin"))).toMatch(message);
  });

  it("says so when the file is missing or unreadable", () => {
    const folder = mkdtempSync(join(tmpdir(), "whomet-model-"));
    expect(messageOf(() => readNameModel(join(folder, "names.bin")))).toBe(`the name model ${join(folder, "names.bin")} is missing`);
    expect(messageOf(() => readNameModel(folder))).toBe(`cannot read the name model ${folder}`);
    writeFileSync(join(folder, "short.bin"), "x");
    expect(messageOf(() => readNameModel(join(folder, "short.bin")))).toBe(`${join(folder, "short.bin")} is not a name model`);
  });
});
