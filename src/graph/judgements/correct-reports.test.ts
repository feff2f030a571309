import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import type { Anchor, MeetingVerdict } from "../../domain/judgement.ts";
import { annotated, tables } from "../annotated-article.fixture.ts";
import { buildGraph } from "../build-graph.ts";

const id = "meeting:lena-holm-otto-vik:oslo";
const report = { parties: ["p1", "p2"], place: "l1" } as const;
const first = annotated("a1", "[Lena Holm|p1] met [Otto Vik|p2] in [Oslo|l1].", { meetings: [report] });
const reprint = annotated("a2", "[Lena Holm|p1] met [Otto Vik|p2] in [Oslo|l1].", { meetings: [report] });
const other = annotated("a3", "In [Oslo|l1] [Lena Holm|p1] saw [Otto Vik|p2].", { meetings: [report] });

function claim({ annotation, text }: AnnotatedArticle): Anchor {
  return { article: annotation.id, start: 0, end: text.length, text };
}

function build(articles: readonly AnnotatedArticle[], lines: readonly (readonly [MeetingVerdict, ...Anchor[]])[], meeting = id) {
  const judgements = lines.map(([verdict, ...claims], index) => ({
    line: index + 1,
    judgement: { meeting, verdict, by: null, at: null, why: null, claims },
  }));
  const built = buildGraph(articles, { tables, judgements, layout: false });
  const meetings = built.graph
    .mapNodes((_, node) => (node.kind === "Meeting" ? [`${node.id} ${node.modality} ${node.articles}`] : []))
    .flat();
  const met = built.graph.edges().filter((edge) => built.graph.getEdgeAttributes(edge).kind === "MET").length;
  return { ...built, meetings, met };
}

describe("a correction of a meeting", () => {
  it("takes out what the articles do not say, with all that rested on it", () => {
    expect(build([first], [])).toMatchObject({ meetings: [`${id} held 1`], met: 1 });
    expect(build([first], [["wrong", claim(first)]])).toMatchObject({ meetings: [], met: 0, judged: { applied: 1, problems: [] } });
  });

  it("puts a modality right, in the claim as well", () => {
    const { graph, meetings, met } = build([first], [["planned", claim(first)]]);
    expect({ meetings, met }).toEqual({ meetings: [`${id} planned 1`], met: 0 });
    expect(graph.filterNodes((_, node) => node.kind === "Claim" && node.modality === "planned")).toHaveLength(1);
  });

  it("holds for a reprint of the sentence, and not for another report", () => {
    expect(build([first, reprint], [["wrong", claim(first)]]).meetings).toEqual([]);
    expect(build([first, reprint, other], [["wrong", claim(first)]]).meetings).toEqual([`${id} held 1`]);
  });

  it("finds its sentence when the meeting has another id", () => {
    expect(build([first], [["wrong", claim(first)]], "meeting:holm-vik").meetings).toEqual([]);
  });

  it("holds for every report when only the id is known", () => {
    expect(build([first, other], [["wrong"]]).meetings).toEqual([]);
  });

  it("can be taken back by a later line", () => {
    expect(
      build(
        [first],
        [
          ["wrong", claim(first)],
          ["unsure", claim(first)],
        ],
      ).meetings,
    ).toEqual([`${id} held 1`]);
  });

  it("is reported when no article has the meeting", () => {
    expect(build([first], [["wrong"]], "meeting:nobody").judged).toEqual({
      applied: 0,
      problems: [{ line: 1, kind: "unknown", reason: 'no meeting in these articles is "meeting:nobody"' }],
    });
  });
});
