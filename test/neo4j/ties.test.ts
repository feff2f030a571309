import { describe, expect, it } from "vitest";
import type { RelationshipType } from "../../src/domain/knowledge-graph.ts";
import { graphRows, type RelationshipRow } from "../../src/store/graph-rows.ts";
import { classesOf, laneOf } from "../../src/store/neo4j-lanes.ts";
import { OpenRelationships, TiedNodes, tiesOf } from "../../src/store/neo4j-ties.ts";
import { inventGraph } from "./invent-graph.ts";

const lanes = [0, 1, 2, 3, 4, 5] as const;
const rows = graphRows(inventGraph(60));

function open(type: RelationshipType): OpenRelationships {
  const table = rows.relationships.get(type);
  if (!table) throw new Error(`no ${type}`);
  return new OpenRelationships(type, table);
}

function keyOf({ type, from, to }: RelationshipRow): string {
  return `${type} ${from} ${to}`;
}

describe("quotes and what ties them", () => {
  const quotes = rows.nodes.get("Quote");
  if (!quotes) throw new Error("no quotes");
  const plan = (isKnown: (id: string) => boolean) => {
    const ties = (tiesOf.Quote ?? []).map(([type, end]) => [open(type), end] as const);
    const tied = new TiedNodes(quotes, ties, isKnown);
    const made = lanes.map((lane) =>
      Array.from(tied.of(lane), ({ position, ties: own }) => ({
        node: quotes.row(position),
        ties: own.map(({ open: some, at }) => some.rows.row(at)),
      })),
    );
    return { ties, made };
  };

  it("are made once each, with relationships of their own, whose other ends are of their lane", () => {
    const { made } = plan(() => true);
    const ids = made.flat().map(({ node }) => node.id);
    expect(ids.sort()).toEqual([...quotes].map(({ id }) => id).sort());
    for (const [lane, tied] of made.entries()) {
      expect(tied.length).toBeGreaterThan(0);
      for (const { node, ties } of tied) {
        for (const { from, to } of ties) expect([from, to]).toContain(node.id);
        const others = ties.map(({ from, to }) => (from === node.id ? to : from));
        expect(laneOf(classesOf(...others))).toBe(lane);
      }
    }
  });

  it("leave to later what does not fit, so that each relationship is made once", () => {
    const { ties, made } = plan(() => true);
    const tied = made.flatMap((some) => some.flatMap((one) => one.ties.map(keyOf)));
    const later = ties.flatMap(([some]) => [...some.left()].map((at) => keyOf(some.rows.row(at))));
    const wanted = ties.flatMap(([some]) => Array.from(some.rows, keyOf));
    expect([...tied, ...later].sort()).toEqual(wanted.sort());
    expect(ties.map(([some]) => some.length).reduce((a, b) => a + b)).toBe(later.length);
    // Two ends always fit, the third mostly.
    expect(ties.slice(0, 2).map(([some]) => some.length)).toEqual([0, 0]);
    const [about] = ties[2] ?? [];
    expect(about?.length).toBeGreaterThan(0);
    expect(about?.length).toBeLessThan((about?.rows.length ?? 0) / 2);
  });

  it("leave to later what joins them to a node that is not there", () => {
    const { ties, made } = plan((id) => !id.startsWith("s0000"));
    expect(made.flat().length).toBe(quotes.length);
    const [contains] = ties[0] ?? [];
    expect(contains?.length).toBe(contains?.rows.length);
    expect(made.flat().some((one) => one.ties.length > 0)).toBe(true);
  });
});

describe("relationships that nobody has taken", () => {
  it("are in one lane each", () => {
    const mentions = open("MENTIONS");
    mentions.take(3);
    const left = [...mentions.left()].map((at) => keyOf(mentions.rows.row(at)));
    expect(left.length).toBe(mentions.length);
    expect(left).not.toContain(keyOf(mentions.rows.row(3)));
    expect(lanes.flatMap((lane) => [...mentions.left(lane)].map((at) => keyOf(mentions.rows.row(at)))).sort()).toEqual(left.sort());
  });
});
