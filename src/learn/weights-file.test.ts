import { describe, expect, it } from "vitest";
import { decodeWeights, encodeWeights } from "./weights-file.ts";

const file = { header: { rows: 2 }, blocks: new Map([["a", Uint8Array.of(1, 2, 3)]]) };
const bytes = encodeWeights(file);

function flipped(at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe("a file of weights", () => {
  it("gives back what was written", () => {
    const { header, blocks } = decodeWeights(bytes, "w.bin");
    expect(header).toEqual(file.header);
    expect(Array.from(blocks.get("a") ?? [])).toEqual([1, 2, 3]);
  });

  it.each([
    ["another kind of file", Buffer.from("something else, and long enough"), "w.bin is not a weights file of this version"],
    ["an older version", flipped(15), "w.bin is not a weights file of this version"],
    ["a cut", bytes.slice(0, -1), "w.bin is damaged: its checksum does not match"],
    ["a beginning", bytes.slice(0, 12), "w.bin is not a weights file of this version"],
    ["a flipped bit of the checksum", flipped(17), "w.bin is damaged: its checksum does not match"],
    ["a flipped bit of the content", flipped(bytes.length - 3), "w.bin is damaged: its checksum does not match"],
  ])("is refused as %s in one sentence", (_, damaged, message) => {
    expect(() => decodeWeights(damaged, "w.bin")).toThrow(message);
  });
});
