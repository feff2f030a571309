import { expect, it } from "vitest";
import { quotesPage } from "./quotes-page.ts";

it("docs/quotes.md shows what the program makes of its examples now (`make docs` writes them anew)", async () => {
  const { written, fresh } = await quotesPage();
  expect(written).toBe(fresh);
});
