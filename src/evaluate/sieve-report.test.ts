import { describe, expect, it } from "vitest";
import type { CountedQuote } from "./score-quotes.ts";
import { sieveReport, sieveTable } from "./sieve-report.ts";

function counted(decidedBy: string, verdict: CountedQuote["verdict"]): CountedQuote {
  return { article: "a", span: { start: 0, end: 1 }, decidedBy, verdict, gold: null, mention: null };
}

const keptBack = [counted("colon", "right"), counted("cue-before", "wrong speaker")];
const all = [
  ...keptBack,
  counted("colon", "right"),
  counted("colon", "not speech"),
  counted("signature", "right"),
  counted("none", "no speaker"),
  counted("colon", "missed"),
];

describe("the report on sieves", () => {
  it("counts what each sieve decided, the busiest first, without what was missed or decided by none", () => {
    expect(sieveTable(all)).toEqual([
      { sieve: "colon", decided: 3, right: 2 },
      { sieve: "cue-before", decided: 1, right: 0 },
      { sieve: "signature", decided: 1, right: 1 },
    ]);
  });

  it("sets the articles that are kept back apart from the others", () => {
    const rows = { from: 0.9, quotes: 10, said: 0.951, right: 0.9 };
    const report = sieveReport({
      marked: { all: { counted: all }, keptBack: { counted: keptBack } },
      calibration: { all: [{ ...rows, from: 0.3 }, rows], keptBack: [{ ...rows, quotes: 4, right: 0.75 }] },
    });
    expect(report.split("\n")).toEqual([
      "| sieve | decides | right | kept back: decides | right |",
      "| --- | ---: | ---: | ---: | ---: |",
      "| `colon` | 2 | 50 % | 1 | 100 % |",
      "| `cue-before` | 0 | – | 1 | 0 % |",
      "| `signature` | 1 | 100 % | 0 | – |",
      "",
      "| confidence | quotes | mean | right | kept back: quotes | mean | right |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
      "| 0.3 to 0.4 | 10 | 95 % | 90 % | 0 | – | – |",
      "| 0.9 to 1.0 | 10 | 95 % | 90 % | 4 | 95 % | 75 % |",
    ]);
  });
});
