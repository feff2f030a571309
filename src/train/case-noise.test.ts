/** Copies in other cases. */
import { describe, expect, it } from "vitest";
import type { GoldArticle } from "../evaluate/read-conll.ts";
import { caseCopies } from "./case-noise.ts";

const articles = (text: string): GoldArticle[] =>
  Array.from({ length: 25 }, (_, index) => ({ id: String(index), text, names: [{ start: 0, end: 3, kind: 0 }] }));

describe("copies in other cases", () => {
  it("shouts one article and capitalises another, names where they were", () => {
    expect(caseCopies(articles("Bo's men met in o'clock's U.S. bars."))).toEqual([
      { id: "7 shouted", text: "BO'S MEN MET IN O'CLOCK'S U.S. BARS.", names: [{ start: 0, end: 3, kind: 0 }] },
      { id: "19 titled", text: "Bo's Men Met In O'clock's U.S. Bars.", names: [{ start: 0, end: 3, kind: 0 }] },
    ]);
  });

  it("leaves out a text that would change its length", () => {
    expect(caseCopies(articles("Bo in der Straße")).map(({ id }) => id)).toEqual(["19 titled"]);
  });
});
