import fc from "fast-check";
import { expect, it } from "vitest";
import { claimId, KeyRing, outletId, quoteId, slug } from "./ids.ts";

it.each<[string, string]>([
  ["Angela Merkel", "angela-merkel"],
  ["Zoë Müller-O’Neill", "zoe-muller-oneill"],
  ["Łódź", "lodz"],
  ["東京", "東京"],
  ["한국", "한국"],
  ["йод", "йод"],
  ["नई दिल्ली", "नई-दिल्ली"],
  ["U.S.", "u-s"],
  ["★", "u2605"],
  ["", "u"],
  [`${"very ".repeat(30)}long`, Array.from({ length: 16 }, () => "very").join("-")],
])("the slug of %j is %s", (name, expected) => {
  expect(slug(name)).toBe(expected);
});

it("a slug is never empty, has no spaces, and is short", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const made = slug(name);
      expect(made).toMatch(/^\S+$/u);
      expect(made.length).toBeLessThanOrEqual(80);
    }),
  );
});

it("keys are readable", () => {
  expect(quoteId("bbc-0412", { start: 310, end: 365 })).toBe("quote:bbc-0412:310-365");
  expect(claimId("bbc-0412", { start: 310, end: 365 })).toBe("claim:bbc-0412:310-365");
  expect(outletId("The Daily Echo")).toBe("outlet:the-daily-echo");
});

it("a key ring gives no key twice", () => {
  const ring = new KeyRing(["a", "a-3"]);
  expect(["a", "a", "a", "b", "a-2"].map((key) => ring.claim(key))).toEqual(["a-2", "a-4", "a-5", "b", "a-2-2"]);
});
