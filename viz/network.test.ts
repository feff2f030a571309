import { describe, expect, it } from "vitest";
import { initialFilters, visibleParts } from "./filters.ts";
import { smallGraph } from "./network.fixture.ts";
import { aroundEdge, aroundNode, edgeKey, meetingOf, networkOf } from "./network.ts";

const network = networkOf(smallGraph);
const visible = visibleParts(network, initialFilters);

describe("networkOf", () => {
  it("leaves out lines to what the answer does not list", () => {
    const broken = networkOf({ ...smallGraph, participants: [{ entity: "nobody", meeting: "m-held", named: true }] });
    expect(broken.filterEdges((_, { kind }) => kind === "took-part")).toEqual([]);
  });

  it("gives the line of a participant the modality and support of the meeting", () => {
    expect(network.getEdgeAttributes(edgeKey("took-part", "union", "m-planned"))).toEqual({
      ...{ kind: "took-part", modality: "planned", sources: 1, named: false },
    });
  });
});

describe("attention", () => {
  const cases = [
    { what: "around a person: the meetings, who else was there, and where", node: "ben", nodes: ["ada", "ben", "m-held", "oslo", "union"] },
    { what: "around a place: the meetings there and who was at them", node: "oslo", nodes: ["ada", "ben", "m-held", "oslo"] },
    { what: "around a meeting: only what touches it", node: "m-planned", nodes: ["ada", "m-planned", "union"] },
  ];
  it.each(cases)("$what", ({ node, nodes }) => {
    expect([...aroundNode(network, node, visible).nodes].sort()).toEqual(nodes);
  });

  it("around a line of a meeting: the whole meeting", () => {
    const around = aroundEdge(network, edgeKey("held-at", "m-held", "oslo"), visible);
    expect([...around.nodes].sort()).toEqual(["ada", "ben", "m-held", "oslo"]);
  });

  it("around a role: its two ends, and no meeting", () => {
    const role = edgeKey("role", "ben", "union");
    expect([...aroundEdge(network, role, visible).nodes].sort()).toEqual(["ben", "union"]);
    expect(meetingOf(network, role)).toBeNull();
  });

  it("never leads to what is hidden", () => {
    const without = visibleParts(network, { ...initialFilters, modalities: new Set(["held"]) });
    expect([...aroundNode(network, "ada", without).nodes].sort()).toEqual(["ada", "m-planned", "union"]);
  });
});
