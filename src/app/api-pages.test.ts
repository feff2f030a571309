import { describe, expect, it } from "vitest";
import { pageOf } from "./api-pages.ts";

const answer = { name: "Ada", meetings: [1, 2, 3, 4, 5], quotes: ["a", "b"] };
const lists = ["meetings", "quotes"] as const;

describe("pageOf", () => {
  it.each([
    [0, 2, { name: "Ada", meetings: [1, 2], quotes: ["a", "b"], next: 2 }],
    [2, 2, { name: "Ada", meetings: [3, 4], quotes: [], next: 4 }],
    [4, 2, { name: "Ada", meetings: [5], quotes: [], next: null }],
    [0, 5, { ...answer, next: null }],
    [9, 5, { name: "Ada", meetings: [], quotes: [], next: null }],
  ])("from row %i with %i rows", (from, rows, page) => {
    expect(pageOf(answer, lists, from, rows)).toEqual(page);
  });

  it("loses and repeats nothing over all pages", () => {
    const seen: number[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const page: { readonly meetings: readonly number[]; readonly next: number | null } = pageOf(answer, lists, from, 2);
      seen.push(...page.meetings);
      from = page.next;
    }
    expect(seen).toEqual(answer.meetings);
  });

  it("leaves the answer as it is", () => {
    pageOf(answer, lists, 1, 1);
    expect(answer.meetings).toHaveLength(5);
  });
});
