import { describe, expect, it } from "vitest";
import { lee, met } from "./met-rows.fixture.ts";

describe("meetings in sentences of news agencies", () => {
  it.each<[string, readonly string[]]>([
    // Days without "on", right behind a place.
    [
      `The presidents of [Peru|PLACE] and [Chad|PLACE] met in [Oslo|PLACE] Monday.`,
      ["held in-person: presidents of Peru + Chad @ Oslo (Monday → 2025-11-10)"],
    ],
    [
      `A rocket fell on [Lima|PLACE] Saturday as envoys from [Peru|PLACE] and [Chad|PLACE] held talks.`,
      ["held talks: envoys from Peru + Chad (Saturday → 2025-11-08)"],
    ],
    [
      `The six-party talks - involving [Peru|PLACE], [Chad|PLACE] and the two [Koreas|PLACE] - recessed Sunday.`,
      ["held talks: Peru + Chad + Koreas (Sunday → 2025-11-09)"],
    ],
    // Whose president.
    [`Peruvian President ${lee} says she is open to talks with the U.S. president.`, ["hypothetical talks: she + U.S. president"]],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
