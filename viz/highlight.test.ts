import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieces } from "./highlight.ts";

const span = (start: number, end: number) => ({ start, end });

describe("pieces", () => {
  it("cuts at the borders of the stretch and of every mention", () => {
    const cut = pieces("Ada met Ben in Oslo.", span(4, 11), [span(0, 3), span(8, 11), span(15, 19)]);
    expect(cut.map(({ text, isEvidence, mark }) => [text, isEvidence, mark !== null])).toEqual([
      ["Ada", false, true],
      [" ", false, false],
      ["met ", true, false],
      ["Ben", true, true],
      [" in ", false, false],
      ["Oslo", false, true],
      [".", false, false],
    ]);
  });

  it("cuts a mention in two where the stretch ends inside it", () => {
    const mention = span(2, 6);
    const cut = pieces("abcdefgh", span(0, 4), [mention]);
    expect(cut.map(({ text, isEvidence, mark }) => [text, isEvidence, mark])).toEqual([
      ["ab", true, null],
      ["cd", true, mention],
      ["ef", false, mention],
      ["gh", false, null],
    ]);
  });

  it("lets the mention that starts first win an overlap", () => {
    const [long, short] = [span(0, 5), span(3, 8)];
    expect(pieces("abcdefgh", null, [short, long]).map(({ text, mark }) => [text, mark])).toEqual([
      ["abc", long],
      ["de", long],
      ["fgh", short],
    ]);
  });

  it("loses and changes nothing, and the stretch's pieces are the stretch", () => {
    const anySpan = fc
      .tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: 0, max: 40 }))
      .map(([start, length]) => span(start, start + length));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), anySpan, fc.array(anySpan), (text, evidence, marks) => {
        const cut = pieces(text, evidence, marks);
        expect(cut.map((piece) => piece.text).join("")).toBe(text);
        const stretch = cut.filter((piece) => piece.isEvidence).map((piece) => piece.text);
        expect(stretch.join("")).toBe(text.slice(Math.max(0, evidence.start), Math.max(0, evidence.end)));
      }),
    );
  });
});
