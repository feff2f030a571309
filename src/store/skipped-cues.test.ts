import { describe, expect, it } from "vitest";
import type { GraphStore } from "./graph-store.ts";
import { skippedCues } from "./skipped-cues.ts";

const text = "Talks went on.\n\nThe mayor met the deadline on Monday, his office said.";

/** A store that holds one article with these passages passed over. */
function holding(skipped: readonly object[], body = text): Pick<GraphStore, "storedArticles"> {
  const annotation = JSON.stringify({ id: "a-1", outlet: "Harbour Post", title: null, publishedAt: "2025-03-05", skipped });
  return { storedArticles: async () => [{ id: "a-1", text: body, annotation, path: null }] };
}

const met = { of: "meeting", reason: "nobody is met", start: 26, end: 29, text: "met" };

describe("skippedCues", () => {
  it("gives the word, the reason and the paragraph around it", async () => {
    expect(await skippedCues(holding([met]))).toEqual([
      {
        article: "a-1",
        file: null,
        outlet: "Harbour Post",
        title: null,
        publishedAt: "2025-03-05",
        reason: "nobody is met",
        start: 26,
        end: 29,
        text: "met",
        context: "The mayor met the deadline on Monday, his office said.",
      },
    ]);
  });

  it("leaves out what was passed over for a quote", async () => {
    expect(await skippedCues(holding([{ ...met, of: "quote" }]))).toEqual([]);
  });

  it("cuts a long paragraph at whole words and says so", async () => {
    const long = `${"before ".repeat(40)}met${" after".repeat(40)}`;
    const [row] = await skippedCues(holding([{ ...met, start: 280, end: 283 }], long));
    expect(row?.context).toMatch(/^… before .*before met after .*after …$/u);
  });
});
