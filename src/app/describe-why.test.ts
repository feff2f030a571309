import { describe, expect, it } from "vitest";
import { annotated } from "../graph/annotated-article.fixture.ts";
import type { ExplainedMeeting, ExplainedReport } from "../graph/explain.ts";
import type { OriginBasis } from "../graph/find-originators.ts";
import { describeEntityReasons, describeMeetingReasons } from "./describe-why.ts";

const articles = new Map(
  [annotated("a1", "They\nmet.", { outlet: "Echo", publishedAt: "2024-05-02" }), annotated("a2", "They met.", { outlet: "Globe" })].map(
    (article) => [article.annotation.id, article] as const,
  ),
);
const report: ExplainedReport = {
  ...{ article: "a1", start: 0, end: 9, text: "They\nmet.", modality: "held", sources: ["Echo"], isHearsay: false, agrees: null },
  basis: { kind: "own", article: null },
};
const meeting: ExplainedMeeting = {
  ...{ meeting: "meeting:1", title: "Marlow – Tan", modality: "held", from: "2024-05-01", to: "2024-05-01", sources: ["Echo"] },
  ...{ reports: [report], apart: [] },
};

describe("describeMeetingReasons", () => {
  it("says what each report adds and what keeps others apart; what stands twice in an article, once", () => {
    const denial: ExplainedReport = { ...report, article: "a2", modality: "denied", agrees: ["same parties", "same time"] };
    const apart: ExplainedMeeting["apart"] = [
      { meeting: "meeting:2", title: "Marlow – Tan, Oslo", objections: ["date", "manner"] },
      { meeting: "meeting:3", title: "Marlow – Tan", objections: [] },
    ];
    expect(
      describeMeetingReasons({ ...meeting, reports: [report, { ...report, start: 10, end: 19 }, denial], apart }, articles).split("\n"),
    ).toEqual([
      "Marlow – Tan on 2024-05-01: 2 articles, 1 independent source for “held”: Echo",
      "    Echo, 2024-05-02: held: “They met.”",
      "      the most precise report; source: Echo, its own reporting, as far as it shows",
      "    Globe: denied: “They met.”",
      "      joined by: same parties, same time; source: Echo, its own reporting, as far as it shows",
      "    not Marlow – Tan, Oslo (meeting:2): other days, or published too far apart; one is a call, the other is not",
      "    not Marlow – Tan (meeting:3): each report fits the other better",
    ]);
  });

  it.each<[OriginBasis["kind"], string | null, string[], string]>([
    ["sentence", null, ["AFP", "AP"], "source: AFP and AP, credited in the sentence"],
    ["joint", null, ["AFP", "AP"], "source: AFP or AP, credited together, for one report or one voice"],
    ["article", null, ["AFP", "AP"], "source: AFP or AP, credited near the start of the article"],
    ["byline", null, ["AP"], "source: AP, the agency in its dateline or closing credit"],
    ["copy", "a2", ["AP"], "source: AP, as it copies Globe"],
    ["rewrite", "a2", ["AP"], "source: AP, as it shares sentences with Globe"],
    ["rewrite", "gone", [], "source: unknown, as it shares sentences with gone"],
  ])("says that a source is shown by %s %s", (kind, article, sources, words) => {
    const lines = describeMeetingReasons({ ...meeting, reports: [{ ...report, sources, basis: { kind, article } }] }, articles).split("\n");
    expect(lines[2]).toBe(`      the most precise report; ${words}`);
  });

  it("says what is hearsay", () => {
    const lines = describeMeetingReasons({ ...meeting, reports: [{ ...report, isHearsay: true }] }, articles).split("\n");
    expect(lines[2]).toContain("; hearsay, no source beside any other");
  });
});

describe("describeEntityReasons", () => {
  it("says what somebody is called, which names are one and which are not", () => {
    const decision = {
      verdict: "same",
      names: ["Ann Lee", "A. Lee"],
      with: null,
      reason: "an initial",
      decidedBy: "initials",
      score: 0.9,
    } as const;
    const other = { ...decision, verdict: "different", with: "person:abe-lee", reason: "other given names" } as const;
    const forms = [
      { form: "Ann Lee", articles: ["a1", "a2"] },
      { form: "A. Lee", articles: ["a1"] },
    ];
    expect(describeEntityReasons({ id: "person:ann-lee", name: "Ann Lee", forms, decisions: [decision, other] }).split("\n")).toEqual([
      "Ann Lee (person:ann-lee): called “Ann Lee” (2 articles), “A. Lee” (1 article)",
      "    “Ann Lee” and “A. Lee”: same, an initial (initials, 0.90)",
      "    “Ann Lee” and “A. Lee” (person:abe-lee): different, other given names (initials, 0.90)",
    ]);
  });
});
