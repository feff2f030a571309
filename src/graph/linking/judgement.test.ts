import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeOver, type Judgement, judge, type Verdict } from "./judgement.ts";

function judged(a: string, b: string, verdict: Verdict, score = 0.9): Judgement {
  return judge(a, b, { verdict, score, decidedBy: "test", reason: "the test says so" });
}

describe("closing over judgements", () => {
  it.each<[string, Judgement[], string[]]>([
    ["joins what is the same through others", [judged("a", "b", "same"), judged("b", "c", "same")], ["a b c", "d"]],
    ["leaves the unsure apart", [judged("a", "b", "unsure")], ["a", "b", "c", "d"]],
    ["never joins what is different", [judged("a", "b", "same"), judged("a", "b", "different")], ["a", "b", "c", "d"]],
    [
      "never joins what is different through others, and keeps the surer half",
      [judged("a", "b", "same", 0.8), judged("b", "c", "same", 0.9), judged("a", "c", "different")],
      ["a", "b c", "d"],
    ],
    [
      "takes the first by key of equally sure ones",
      [judged("b", "c", "same"), judged("a", "b", "same"), judged("a", "c", "different")],
      ["a b", "c", "d"],
    ],
  ])("%s", (_, judgements, expected) => {
    expect(closeOver(["a", "b", "c", "d"], judgements).groups.map((group) => group.join(" "))).toEqual(expected);
  });

  it("reports each merge that it refuses, with the obstacle", () => {
    const { refused } = closeOver(
      ["a", "b", "c"],
      [judged("a", "b", "same", 0.8), judged("b", "c", "same"), judged("a", "c", "different")],
    );
    expect(refused).toMatchObject([
      { a: "a", b: "b", verdict: "unsure", decidedBy: "closure", reason: "the test says so, but a and c are different" },
    ]);
  });

  it("asks about every pair that a merge would bring together", () => {
    const { groups } = closeOver(["a", "b", "c"], [judged("a", "b", "same"), judged("b", "c", "same")], {
      mayNotMerge: (x, y) => (x + y === "ac" ? "no" : null),
    });
    expect(groups).toEqual([["a", "b"], ["c"]]);
  });

  it("says of two that a rule joins and another parts why they are two", () => {
    const { refused } = closeOver(["a", "b"], [judged("a", "b", "same"), { ...judged("a", "b", "different"), reason: "one is older" }]);
    expect(refused.map(({ reason }) => reason)).toEqual(["the test says so, but one is older"]);
  });

  it("puts every key in one group, never with one it differs from, in any order of the judgements", () => {
    const key = fc.constantFrom(..."abcdef");
    const judgement = fc
      .record({ a: key, b: key, verdict: fc.constantFrom<Verdict>("same", "different", "unsure"), score: fc.constantFrom(0.7, 0.8, 0.9) })
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, verdict, score }) => judged(a, b, verdict, score));
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (judgements, order) => {
        const { groups } = closeOver([..."abcdef"], judgements);
        expect(groups.flat().toSorted()).toEqual([..."abcdef"]);
        for (const { a, b, verdict } of judgements) {
          if (verdict === "different") expect(groups.find((group) => group.includes(a))).not.toContain(b);
        }
        const shuffled = judgements
          .map((one) => ({ one, rank: order.next().value }))
          .toSorted((x, y) => x.rank - y.rank)
          .map(({ one }) => one);
        expect(closeOver([..."abcdef"], shuffled).groups).toEqual(groups);
      }),
    );
  });
});
