import { describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { MeetingNode } from "../domain/knowledge-graph.ts";
import { annotated, type GivenArticle, type GivenMeeting, tables } from "./annotated-article.fixture.ts";
import { buildGraph } from "./build-graph.ts";

const names =
  "[Adam Boehler|p1], [Hamas|o1], [Qatar|l1], [Doha|l2], [Cairo|l3], [Steve Witkoff|p2], [Ron Dermer|p3]. The talks in [Doha|l2], [Qatar|l1]. Met twice";
const twice = "Met twice";
const pair: GivenMeeting = { parties: ["p1", "Hamas officials@o1"] };

function report(id: string, meetings: GivenMeeting[], given: GivenArticle = {}): AnnotatedArticle {
  return annotated(id, names, { ...given, meetings });
}

function meetingsOf(...articles: AnnotatedArticle[]): MeetingNode[] {
  const { graph } = buildGraph(articles, { tables, layout: false });
  return graph
    .filterNodes((_, { kind }) => kind === "Meeting")
    .map((id) => graph.getNodeAttributes(id))
    .flatMap((node) => (node.kind === "Meeting" ? [node] : []))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const march = (day: number): string => `2025-03-${String(day).padStart(2, "0")}`;
const on = (day: number): NonNullable<GivenMeeting["date"]> => [march(day), march(day)];
const published = (day: number): GivenArticle => ({ publishedAt: march(day) });

describe("reports of one meeting", () => {
  it.each<[string, AnnotatedArticle[]]>([
    ["the same parties, undated", [report("a", [pair]), report("b", [pair])]],
    ["a named and an unnamed delegation", [report("a", [pair]), report("b", [{ parties: ["p1", "o1"] }])]],
    ["one place named, one not", [report("a", [{ ...pair, place: "l2" }]), report("b", [pair])]],
    ["a city and its country", [report("a", [{ ...pair, place: "l2" }]), report("b", [{ ...pair, place: "l1" }])]],
    [
      "a city and a country that no article sets side by side",
      [
        annotated("a", "[Ann Ray|p1] [Leo Ibarra|p2] [Istanbul|l1]", { meetings: [{ parties: ["p1", "p2"], place: "l1" }] }),
        annotated("b", "[Ann Ray|p1] [Leo Ibarra|p2] [Turkey|l1]", { meetings: [{ parties: ["p1", "p2"], place: "l1" }] }),
      ],
    ],
    [
      "a hotel and a town",
      [
        annotated("a", "[Ann Ray|p1] [Leo Ibarra|p2] [Hotel Lind|l1]", { meetings: [{ parties: ["p1", "p2"], place: "l1" }] }),
        annotated("b", "[Ann Ray|p1] [Leo Ibarra|p2] [Zurich|l1]", { meetings: [{ parties: ["p1", "p2"], place: "l1" }] }),
      ],
    ],
    ["two sums of meetings", [report("a", [{ ...pair, evidence: twice }]), report("b", [{ ...pair, evidence: twice }])]],
    [
      "a sum of meetings and its denial",
      [report("a", [{ ...pair, evidence: twice }], published(5)), report("b", [{ ...pair, modality: "denied" }], published(6))],
    ],
    ["the same day", [report("a", [{ ...pair, date: on(4) }]), report("b", [{ ...pair, date: on(4) }])]],
    ["a day inside a week", [report("a", [{ ...pair, date: on(4) }]), report("b", [{ ...pair, date: [march(3), march(9), "week"] }])]],
    [
      "a day and a vague time before publication",
      [report("a", [{ ...pair, date: on(4) }]), report("b", [{ ...pair, date: [null, march(6), "vague"] }])],
    ],
    ["published ten days apart", [report("a", [pair], published(4)), report("b", [pair], published(14))]],
    ["twice in one article", [report("a", [pair, { ...pair, evidence: "The talks" }])]],
    [
      "unnamed people under like words",
      [report("a", [{ parties: ["p1", "a group of hostages@"] }]), report("b", [{ parties: ["p1", "hostages recently released@"] }])],
    ],
    [
      "an administration that a headline shortens",
      [report("a", [{ parties: ["p1", "Sorell administration@"] }]), report("b", [{ parties: ["p1", "Sorell Admin@"] }])],
    ],
    [
      "a denial that names the main sides only, within days",
      [
        report("a", [{ parties: ["p1", "o1", "p2"], date: on(4) }], published(5)),
        report("b", [{ parties: ["p1", "o1"], modality: "denied" }], published(6)),
      ],
    ],
    [
      "more parties in one report, in one place",
      [report("a", [{ parties: ["p1", "o1"], place: "l2" }]), report("b", [{ parties: ["p1", "o1", "p2"], place: "l2" }])],
    ],
  ])("are joined: %s", (_, articles) => {
    expect(meetingsOf(...articles)).toHaveLength(1);
  });

  it.each<[string, AnnotatedArticle[]]>([
    ["other parties", [report("a", [pair]), report("b", [{ parties: ["p2", "o1"] }])]],
    ["another day", [report("a", [{ ...pair, date: on(4) }]), report("b", [{ ...pair, date: on(6) }])]],
    [
      "another day in one article",
      [
        report("a", [
          { ...pair, date: on(4) },
          { ...pair, date: on(5) },
        ]),
      ],
    ],
    ["another place", [report("a", [{ ...pair, place: "l2" }]), report("b", [{ ...pair, place: "l3" }])]],
    [
      "two houses",
      [
        annotated("a", "[Ann Ray|p1] [Leo Ibarra|p2] [Hotel Lind|l1]", { meetings: [{ parties: ["p1", "p2"], place: "l1" }] }),
        annotated("b", "[Ann Ray|p1] [Leo Ibarra|p2] [Villa Holm|l1]", { meetings: [{ parties: ["p1", "p2"], place: "l1" }] }),
      ],
    ],
    ["one meeting and a sum of several", [report("a", [pair]), report("b", [{ ...pair, evidence: twice }])]],
    ["published months apart", [report("a", [pair], { publishedAt: "2024-11-01" }), report("b", [pair], published(4))]],
    ["reported before it happened", [report("a", [pair], published(1)), report("b", [{ ...pair, date: on(20) }], published(21))]],
    ["a call and a visit", [report("a", [{ ...pair, manner: "call" }]), report("b", [{ ...pair, manner: "visit" }])]],
    [
      "more parties, with nothing else in common",
      [report("a", [{ parties: ["p1", "o1"] }]), report("b", [{ parties: ["p1", "o1", "p2"] }])],
    ],
    [
      "two larger circles around one pair",
      [report("a", [{ parties: ["p1", "o1", "p2"], place: "l2" }]), report("b", [{ parties: ["p1", "o1", "p3"], place: "l2" }])],
    ],
    ["planned after it was held", [report("a", [pair], published(4)), report("b", [{ ...pair, modality: "planned" }], published(6))]],
    ["planned and held, and nobody knows which came first", [report("a", [pair]), report("b", [{ ...pair, modality: "planned" }])]],
    ["planned and held in one article", [report("a", [pair, { ...pair, modality: "planned", evidence: "The talks" }], published(4))]],
    [
      "a hypothetical meeting and a held one",
      [report("a", [pair], published(4)), report("b", [{ ...pair, modality: "hypothetical" }], published(4))],
    ],
  ])("stay apart: %s", (_, articles) => {
    expect(meetingsOf(...articles)).toHaveLength(2);
  });

  it("give the undated one to the meeting published closest to it", () => {
    const [first, second] = meetingsOf(
      report("a", [{ ...pair, date: on(1) }], published(1)),
      report("b", [{ ...pair, date: on(20) }], published(20)),
      report("c", [pair], published(21)),
    );
    expect([first?.articles, second?.articles]).toEqual([1, 2]);
  });

  it("are joined by the most precise ones, whichever article comes first", () => {
    const [first, second] = meetingsOf(
      report("a", [pair], published(21)),
      report("b", [{ ...pair, date: on(1) }], published(1)),
      report("c", [{ ...pair, date: on(20) }], published(20)),
    );
    expect([first?.articles, second?.articles]).toEqual([1, 2]);
  });
});

describe("the day of a meeting that fell through", () => {
  it.each<[string, GivenMeeting["date"], GivenMeeting["date"], string]>([
    ["is that of the plan", on(20), on(13), march(20)],
    ["is as precise as the plan", [march(17), march(23), "week"], on(13), march(17)],
    ["else that of the cancellation", undefined, on(13), march(13)],
  ])("%s", (_, plan, end, day) => {
    const date = (given: GivenMeeting["date"]): Partial<GivenMeeting> => (given ? { date: given } : {});
    const [meeting, ...more] = meetingsOf(
      report("a", [{ ...pair, modality: "planned", ...date(plan) }], published(12)),
      report("b", [{ ...pair, modality: "cancelled", ...date(end) }], published(14)),
    );
    expect(more).toEqual([]);
    expect(meeting?.from).toBe(day);
  });
});

describe("the modality of a meeting", () => {
  const as = (modality: NonNullable<GivenMeeting["modality"]>, date?: GivenMeeting["date"]): GivenMeeting => ({
    ...pair,
    modality,
    ...(date ? { date } : {}),
  });

  it.each<[string, AnnotatedArticle[], MeetingNode["modality"], string]>([
    [
      "planned, then cancelled",
      [report("a", [as("planned")], published(3)), report("b", [as("cancelled")], published(5))],
      "cancelled",
      "cancelled,planned",
    ],
    ["planned and cancelled in one article", [report("a", [as("planned"), as("cancelled")])], "cancelled", "cancelled,planned"],
    [
      "planned for a week, cancelled on an earlier day",
      [report("a", [as("planned", [march(10), march(16), "week"]), as("cancelled", on(4))])],
      "cancelled",
      "cancelled,planned",
    ],
    [
      "cancelled, then planned anew",
      [report("a", [as("cancelled")], published(3)), report("b", [as("planned")], published(5))],
      "planned",
      "cancelled,planned",
    ],
    ["planned, then held", [report("a", [as("planned")], published(3)), report("b", [as("held")], published(5))], "held", "held,planned"],
    ["planned for the day it was held", [report("a", [as("planned", on(4))]), report("b", [as("held", on(4))])], "held", "held,planned"],
    ["held and denied", [report("a", [as("held")]), report("b", [as("denied")])], "held", "denied,held"],
    ["planned and denied", [report("a", [as("planned")]), report("b", [as("denied")])], "denied", "denied,planned"],
    ["ongoing, then held", [report("a", [as("ongoing")]), report("b", [as("held")])], "held", "held,ongoing"],
    ["proposed, then refused", [report("a", [as("hypothetical")]), report("b", [as("refused")])], "refused", "hypothetical,refused"],
  ])("%s", (_, articles, modality, all) => {
    const meetings = meetingsOf(...articles);
    expect(meetings.map((meeting) => [meeting.modality, meeting.modalities.join(",")])).toEqual([[modality, all]]);
  });

  it.each(["planned", "cancelled", "refused", "denied", "hypothetical"] as const)("is never held when all say %s", (modality) => {
    const articles = [
      report("a", [as(modality, on(4))], published(3)),
      report("b", [as(modality)], published(4)),
      report("c", [as(modality)]),
    ];
    const { graph } = buildGraph(articles, { tables, layout: false });
    expect(meetingsOf(...articles).map((meeting) => meeting.modality)).toEqual([modality]);
    expect(graph.filterEdges((_, { kind }) => kind === "MET")).toEqual([]);
  });
});

describe("a joined meeting", () => {
  it("has the finest date, the smallest place, the usual words and its sources", () => {
    const articles = [
      report("a", [{ ...pair, place: "l1", date: [march(3), march(9), "week"], manner: "talks", confidence: 0.7 }], { outlet: "Echo" }),
      report("b", [{ ...pair, place: "l2", date: on(4), manner: "in-person", confidence: 0.9 }], { outlet: "Signal" }),
      report("c", [{ parties: ["p1", "two Hamas men@o1"], place: "l2", manner: "in-person" }], { outlet: "Echo" }),
    ];
    expect(meetingsOf(...articles)).toMatchObject([
      {
        id: "meeting:adam-boehler-hamas:doha:2025-03-04",
        title: "Adam Boehler – Hamas, Doha",
        from: march(4),
        to: march(4),
        precision: "day",
        manner: "in-person",
        articles: 3,
        // copies of one text
        independentSources: 1,
        confidence: 0.9,
        unnamed: [],
      },
    ]);
    const { graph } = buildGraph(articles, { tables, layout: false });
    expect(graph.getEdgeAttributes("TOOK_PART_IN|organization:hamas|meeting:adam-boehler-hamas:doha:2025-03-04")).toEqual({
      kind: "TOOK_PART_IN",
      role: null,
      named: false,
      text: "Hamas officials",
      manual: null,
    });
  });

  it("is in the town that one report names, not in the house of another, unless it lies in that town", () => {
    const at = (id: string, places: string, place: string): AnnotatedArticle =>
      annotated(id, `[Ann Ray|p1] [Leo Ibarra|p2] ${places}`, { meetings: [{ parties: ["p1", "p2"], place }] });
    const placeOf = (...articles: AnnotatedArticle[]): string[] => {
      const { graph } = buildGraph(articles, { tables, layout: false });
      return graph.mapEdges((_, { kind }, _from, to) => (kind === "HELD_AT" ? [to] : [])).flat();
    };
    expect(placeOf(at("a", "[Hotel Lind|l1]", "l1"), at("b", "[Zurich|l2]", "l2"))).toEqual(["place:zurich"]);
    expect(placeOf(at("a", "[Hotel Lind|l1] in [Zurich|l2]", "l1"), at("b", "[Zurich|l2]", "l2"))).toEqual(["place:hotel-lind"]);
  });

  it("counts only sources that agree with its modality", () => {
    const articles = [
      annotated("a", "[Ann Lee|p1] plans to see [Bo Ray|p2].", {
        publishedAt: march(3),
        outlet: "Echo",
        meetings: [{ parties: ["p1", "p2"], modality: "planned" }],
      }),
      annotated("b", "[Ann Lee|p1] has seen [Bo Ray|p2].", {
        publishedAt: march(5),
        outlet: "Signal",
        meetings: [{ parties: ["p1", "p2"] }],
      }),
    ];
    expect(meetingsOf(...articles)).toMatchObject([{ articles: 2, independentSources: 1, modality: "held" }]);
  });

  it("is numbered when parties and place are those of another", () => {
    const ids = meetingsOf(
      report("a", [
        { ...pair, date: [march(1), march(2), "week"] },
        { ...pair, date: [march(8), march(9), "week"] },
      ]),
    ).map(({ id }) => id);
    expect(ids).toEqual(["meeting:adam-boehler-hamas", "meeting:adam-boehler-hamas-2"]);
  });
});

describe("reports that are no meeting", () => {
  it.each<[string, string[], string]>([
    ["one party", ["p1"], "fewer than two parties"],
    ["one party under two names", ["o1", "Hamas officials@o1"], "fewer than two parties"],
    ["nobody with a name", ["officials@", "hostages@"], "no party that a name stands for"],
  ])("%s", (_, parties, reason) => {
    const { graph, loneReports, meetings } = buildGraph([report("a", [{ parties }])], { tables, layout: false });
    expect(meetings).toBe(0);
    expect(graph.filterNodes((_id, { kind }) => kind === "Claim" || kind === "Meeting")).toEqual([]);
    expect(loneReports).toMatchObject([{ articleId: "a", reason }]);
  });
});

describe("roles of a meeting's parties", () => {
  const withRole = (id: string, role: "host" | "visitor"): AnnotatedArticle => {
    const { annotation, ...rest } = report(id, [{ parties: ["p1", "p2"] }]);
    const meetings = annotation.meetings.map((meeting) => ({
      ...meeting,
      mediated: role === "host",
      participants: meeting.participants.map((party, index) => (index === 0 ? { ...party, role } : party)),
    }));
    return { annotation: { ...annotation, meetings }, ...rest };
  };
  const rolesOf = (...articles: AnnotatedArticle[]): (string | null)[] => {
    const { graph } = buildGraph(articles, { tables, layout: false });
    return graph.mapEdges((_, edge) => (edge.kind === "TOOK_PART_IN" ? [edge.role] : [])).flat();
  };

  it("are kept where the reports that tell one agree", () => {
    expect(rolesOf(withRole("a", "host"), report("b", [{ parties: ["p1", "p2"] }]))).toEqual(["host", null]);
    expect(meetingsOf(withRole("a", "host"), report("b", [{ parties: ["p1", "p2"] }]))).toMatchObject([{ mediated: true }]);
  });

  it("are left open where reports differ", () => {
    expect(rolesOf(withRole("a", "host"), withRole("b", "visitor"))).toEqual([null, null]);
  });
});
