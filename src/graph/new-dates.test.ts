/** Meetings that are put off: the plan for the new day takes the place of the old one. All stories are invented. */
import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { MeetingNode } from "../domain/knowledge-graph.ts";
import { annotated, type GivenMeeting, tables } from "./annotated-article.fixture.ts";
import { buildGraph } from "./build-graph.ts";

const day = (of: string): NonNullable<GivenMeeting["date"]> => [`2025-09-${of}`, `2025-09-${of}`];

/** "from modality place" of every meeting, and how many articles tell of it. */
function rowsOf(...articles: AnnotatedArticle[]): string[] {
  const { graph } = buildGraph(articles, { tables, layout: false });
  const nodes = graph.nodes().flatMap((id): [string, MeetingNode][] => {
    const node = graph.getNodeAttributes(id);
    return node.kind === "Meeting" ? [[id, node]] : [];
  });
  return nodes
    .map(([id, { from, modality, articles: told }]) => {
      const place = graph.outNeighbors(id).find((node) => node.startsWith("place:")) ?? "nowhere";
      return `${from} ${modality} ${place} ${told}`;
    })
    .toSorted();
}

const plan = annotated("a", "[Ana Soto|p1] and [Leo Ibarra|p2] will meet in [Lima|l1].", {
  publishedAt: "2025-09-01",
  meetings: [{ parties: ["p1", "p2"], modality: "planned", place: "l1", date: day("10") }],
});

function news(
  published: string,
  sentences: readonly [string, string],
  plans: Partial<GivenMeeting>,
  off: Partial<GivenMeeting> = {},
): AnnotatedArticle {
  return annotated(published, `[Ana Soto|p1], [Leo Ibarra|p2], [Quito|l2]. ${sentences.join(" ")}`, {
    publishedAt: `2025-09-${published}`,
    meetings: [
      { parties: ["p1", "p2"], modality: "cancelled", evidence: sentences[0], ...off },
      { parties: ["p1", "p2"], modality: "planned", evidence: sentences[1], date: day("20"), ...plans },
    ],
  });
}

describe("a meeting that is put off", () => {
  it("has the new day and place, in one row with the first plan", () => {
    const putOff = news("05", ["Their summit has been postponed.", "They will meet in Quito."], { place: "l2" });
    expect(rowsOf(plan, putOff)).toEqual(["2025-09-20 planned place:quito 2"]);
    expect(rowsOf(putOff, plan)).toEqual(["2025-09-20 planned place:quito 2"]);
  });

  it("does so where the plan says that it is a new one", () => {
    const anew = news("05", ["Their summit was called off.", "They will now meet in Quito."], {});
    expect(rowsOf(plan, anew)).toEqual(["2025-09-20 planned place:lima 2"]);
  });

  it("is joined by who met on the new day", () => {
    const putOff = news("05", ["Their summit has been postponed.", "They will meet in Quito."], { place: "l2" });
    const held = annotated("held", "[Ana Soto|p1] and [Leo Ibarra|p2] met in [Quito|l2].", {
      publishedAt: "2025-09-21",
      meetings: [{ parties: ["p1", "p2"], place: "l2", date: day("20") }],
    });
    expect(rowsOf(plan, putOff, held)).toEqual(["2025-09-20 held place:quito 3"]);
  });

  it("is off where a later article calls it off", () => {
    const putOff = news("05", ["Their summit has been postponed.", "They will meet in Quito."], {});
    const off = annotated("off", "[Ana Soto|p1] and [Leo Ibarra|p2] will not meet.", {
      publishedAt: "2025-09-08",
      meetings: [{ parties: ["p1", "p2"], modality: "cancelled" }],
    });
    expect(rowsOf(plan, putOff, off).map((row) => row.split(" ")[1])).toEqual(["cancelled"]);
  });

  it("stays apart from another plan of the same two", () => {
    // Nothing says that the second replaces the first.
    const other = news("05", ["Their dinner was called off.", "They will meet in Quito."], { place: "l2" });
    expect(rowsOf(plan, other)).toHaveLength(2);
  });
});
