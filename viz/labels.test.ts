import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelPlan, type LabelWish, placeLabels, shortened } from "./labels.ts";

const plan: LabelPlan = {
  ...{ width: 400, height: 300, lineHeight: 16, limit: 50, measure: (text) => text.length * 7, discs: [], coverFrom: 0, reserved: [] },
};
const wish = (id: string, x: number, y: number, priority = 1): LabelWish => ({ id, text: id, x, y, radius: 6, priority });

describe("placeLabels", () => {
  it("writes to the right of a node where there is room", () => {
    const [label] = placeLabels([wish("Ada", 100, 100)], plan);
    expect(label).toMatchObject({ text: "Ada", y: 100 });
    expect(label?.x).toBeGreaterThan(106);
  });

  it("writes to the left at the right edge of the screen", () => {
    const [label] = placeLabels([wish("Ada Lovelace", 390, 100)], plan);
    expect(label?.x).toBeLessThan(390 - 12 * 7);
  });

  it("places what matters most first when there is room for one only", () => {
    const wishes = ["small", "large", "tiny"].map((id, index) => wish(id, 100, 100, [2, 9, 1][index] ?? 0));
    expect(placeLabels(wishes, { ...plan, limit: 1 }).map(({ id }) => id)).toEqual(["large"]);
  });

  it("leaves out what would lie below something on top of the drawing", () => {
    const reserved = [{ left: 0, top: 0, right: 400, bottom: 300 }];
    expect(placeLabels([wish("Ada", 100, 100)], { ...plan, reserved })).toEqual([]);
  });

  it("keeps clear of the lines that lead away from the node", () => {
    const placed = (...lines: { x: number; y: number }[]) => placeLabels([{ ...wish("Ada", 200, 150), lines }], plan)[0];
    expect(placed({ x: 320, y: 150 })?.x).toBeLessThan(200);
    expect(placed({ x: 320, y: 150 }, { x: 80, y: 150 })).toMatchObject({ y: 165 });
    // A line that ends before the name begins does not count.
    expect(placed({ x: 208, y: 150 })?.x).toBeGreaterThan(200);
  });

  it("covers a lesser disc only for an important label, and never a greater one", () => {
    const everywhere = (priority: number) => Array.from({ length: 8 }, (_, turn) => discAt(turn, priority));
    const place = (discPriority: number, coverFrom: number) =>
      placeLabels([wish("Ada", 200, 150, 5)], { ...plan, discs: everywhere(discPriority), coverFrom }).length;
    expect(place(1, 0)).toBe(1);
    expect(place(1, 6)).toBe(0);
    expect(place(9, 0)).toBe(0);
  });

  it("never lets two labels overlap or leave the screen", () => {
    const wishes = fc.array(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 24 }),
        x: fc.integer({ min: 0, max: 400 }),
        y: fc.integer({ min: 0, max: 300 }),
        priority: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(wishes, (given) => {
        const boxes = placeLabels(
          given.map(({ id, x, y, priority }) => wish(id, x, y, priority)),
          plan,
        ).map(({ text, x, y }) => ({ left: x, right: x + plan.measure(text), top: y - 8, bottom: y + 8 }));
        for (const [index, a] of boxes.entries()) {
          expect(a.left >= 0 && a.right <= 400 && a.top >= 0 && a.bottom <= 300).toBe(true);
          for (const b of boxes.slice(index + 1)) {
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
          }
        }
      }),
    );
  });
});

/** A small disc in one of eight directions around (200, 150), so that each place for a label holds one. */
function discAt(turn: number, priority: number) {
  const angle = (turn * Math.PI) / 4;
  return { x: 200 + 24 * Math.cos(angle), y: 150 + 14 * Math.sin(angle), radius: 4, priority };
}

describe("shortened", () => {
  it.each([
    ["Ada", "Ada"],
    ["Benjamin\nNetanyahu", "Benjamin Netanyahu"],
    ["International Committee for the Study of Harbours", "International Committee for the…"],
    ["x".repeat(50), `${"x".repeat(33)}…`],
  ])("%j becomes %j", (text, short) => {
    expect(shortened(text)).toBe(short);
  });
});
