import { describe, expect, it } from "vitest";
import { annotated, type GivenArticle, type GivenMeeting, tables } from "./annotated-article.fixture.ts";
import { buildGraph, type Decisions } from "./build-graph.ts";
import { explainEntities, explainMeetings } from "./explain.ts";

const both: GivenMeeting = { parties: ["p1", "p2"] };
const day = (of: number): NonNullable<GivenMeeting["date"]> => [`2025-03-0${of}`, `2025-03-0${of}`];

/** Decisions over articles in which Ann Ray and Leo Tan meet. */
function decide(...given: readonly (readonly [ending: string, meeting: Partial<GivenMeeting>, article?: GivenArticle])[]): Decisions {
  const articles = given.map(([ending, meeting, article], index) =>
    annotated(`a${index + 1}`, `[Ann Ray|p1] met [Leo Tan|p2] in [Oslo|l1]${ending}`, { ...article, meetings: [{ ...both, ...meeting }] }),
  );
  return buildGraph(articles, { tables, layout: false }).decisions;
}

const idsOf = ({ meetings }: Decisions): string[] => meetings.map(({ id }) => id);

describe("why reports are one meeting", () => {
  it("is what each has in common with the most precise one, and whose reporting it is", () => {
    const decisions = decide(
      [".", { place: "l1", date: day(4) }, { outlet: "Echo" }],
      [", sources told Axios.", { place: "l1" }, { outlet: "Globe" }],
      [", reports say: it is reported that they met.", {}, { outlet: "Sun" }],
    );
    const [explained, ...more] = explainMeetings(decisions, idsOf(decisions));
    expect(more).toEqual([]);
    expect(explained).toMatchObject({
      title: "Ann Ray – Leo Tan, Oslo",
      modality: "held",
      from: "2025-03-04",
      sources: ["Axios", "Echo", "Sun"],
    });
    expect(explained?.reports.map(({ article, agrees, sources, basis }) => [article, agrees, sources, basis.kind])).toEqual([
      ["a1", null, ["Echo"], "own"],
      ["a2", ["same parties", "same place"], ["Axios"], "sentence"],
      ["a3", ["same parties"], ["Sun"], "own"],
    ]);
  });

  it.each<[string, Partial<GivenMeeting>, Partial<GivenMeeting>, string[]]>([
    ["days", { date: day(4) }, { date: day(6) }, ["date"]],
    ["places and manner", { place: "l1", manner: "visit" }, { place: "p2", manner: "call" }, ["place", "manner"]],
    ["what is planned and what was held", {}, { modality: "planned" }, ["history"]],
    ["a sum of several", {}, { evidence: "met Leo Tan in Oslo twice" }, ["series"]],
    ["smaller company", { parties: ["p1", "p2", "l1"] }, {}, ["company"]],
    ["other company", { parties: ["p1", "p2", "l1"] }, { parties: ["p1", "p2", "Kings@"] }, ["parties"]],
  ])("is told of others too: %s keep them apart", (_, one, other, objections) => {
    const short = { evidence: "met Leo Tan" };
    const decisions = decide([".", { ...short, ...one }], [" twice.", { ...short, ...other }]);
    const explained = explainMeetings(decisions, idsOf(decisions));
    expect(explained.map(({ apart }) => apart.map((neighbour) => neighbour.objections))).toEqual([[objections], [objections]]);
  });

  it("is nothing for an id that no meeting has", () => {
    expect(explainMeetings(decide([".", {}]), ["meeting:none"])).toEqual([]);
  });
});

describe("whose reporting a sentence is", () => {
  const body =
    "Envoys of both sides sat down in a villa by the sea and spoke for three hours about prisoners and borders and water rights in the north";

  it("is shown by a copy's original, a dateline, a credit near the start, or one voice that told two", () => {
    const decisions = decide(
      [`. ${body}.`, {}, { outlet: "Echo", publishedAt: "2025-03-04" }],
      [`. ${body}.`, {}, { outlet: "Globe", publishedAt: "2025-03-05" }],
      [".\n\n(AP)", {}, { outlet: "Sun" }],
      [". The sea was calm, Reuters reported.", { evidence: "Ann Ray met Leo Tan in Oslo" }, { outlet: "Post" }],
      [", an aide told Reuters and Axios.", {}, { outlet: "Mail" }],
    );
    const bases = explainMeetings(decisions, idsOf(decisions)).flatMap(({ reports }) =>
      reports.map(({ article, basis, sources }) => `${article}: ${basis.kind} ${basis.article ?? ""} ${sources.join("/")}`),
    );
    expect(bases.toSorted()).toEqual([
      "a1: own  Echo",
      "a2: copy a1 Echo",
      "a3: byline  Associated Press",
      "a4: article  Reuters",
      "a5: joint  Axios/Reuters",
    ]);
  });
});

describe("why names are one somebody", () => {
  it("is which rule joined them, and whom it kept apart", () => {
    const articles = [
      annotated("a1", "[Benjamin Netanyahu|p1]"),
      annotated("a2", "[Binyamin Netanyahu|p1] and [Sara Netanyahu|p2]"),
      annotated("a3", "[Benjamin Netanyahu|p1]"),
    ];
    const { decisions } = buildGraph(articles, { tables, layout: false });
    const [explained] = explainEntities(decisions, ["person:benjamin-netanyahu"]);
    expect(explained?.forms).toEqual([
      { form: "Benjamin Netanyahu", articles: ["a1", "a3"] },
      { form: "Binyamin Netanyahu", articles: ["a2"] },
    ]);
    expect(explained?.decisions.filter(({ verdict }) => verdict === "same")).toMatchObject([
      { names: ["Benjamin Netanyahu", "Binyamin Netanyahu"], with: null },
    ]);
    expect(explainEntities(decisions, ["person:nobody"])).toEqual([]);
  });
});
