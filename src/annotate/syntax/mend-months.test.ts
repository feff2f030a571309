import { describe, expect, it } from "vitest";
import { mended, type Row } from "./drafts.fixture.ts";
import { mendMonths } from "./mend-months.ts";

describe("mendMonths", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    [
      "reads the month behind 'Last'",
      [
        ["Last", "JJ", 4, "advmod"],
        ["May", "MD", 4, "aux"],
        ["she", "PRP", 4, "nsubj"],
        ["rang", "VBD", 0, "root"],
      ],
      ["Last amod 2", "May obl:unmarked 4", "she nsubj 4", "rang root 0"],
    ],
    [
      "leaves a question",
      [
        ["Today", "NN", 4, "obl:unmarked"],
        ["May", "MD", 4, "aux"],
        ["she", "PRP", 4, "nsubj"],
        ["ring", "VB", 0, "root"],
      ],
      ["Today obl:unmarked 4", "May aux 4", "she nsubj 4", "ring root 0"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(mended(rows, mendMonths)).toEqual(expected);
  });
});
