import { expect, it } from "vitest";
import { quotesPage } from "./quotes-page.ts";

it("docs/quotes.md shows what the program makes of its examples now (`make docs` writes them anew)", async () => {
  const { written, fresh } = await quotesPage();
  expect(unpadded(written)).toBe(unpadded(fresh));
});

/** The page without what the formatter adds to tables: spaces that make columns of one width, and long rules. */
function unpadded(page: string): string {
  return page.replace(/ +(?=\|)/gu, " ").replace(/-{3,}/gu, "---");
}
