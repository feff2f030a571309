import { describe, expect, it } from "vitest";
import { batchesOf, classesOf, inRounds, laneOf, oneAhead } from "./neo4j-lanes.ts";

/** Few ids are in most rows, as in the news. */
function rowsOf(count: number): readonly { readonly from: string; readonly to: string; readonly number: number }[] {
  return Array.from({ length: count }, (_, number) => ({
    from: `article:${number % 977}`,
    to: number % 7 === 0 ? "place:harbour" : `person:${(number * 31) % 501}`,
    number,
  }));
}

describe("lanes", () => {
  it("that run side by side share no node, and take every relationship once", async () => {
    const rows = rowsOf(5_000);
    const lanes = new Map<number, typeof rows>();
    await inRounds(async (lane) => {
      lanes.set(
        lane,
        rows.filter(({ from, to }) => laneOf(classesOf(from, to)) === lane),
      );
    });
    expect([...lanes.values()].flatMap((some) => some.map(({ number }) => number)).sort((a, b) => a - b)).toEqual(rows.map((_, at) => at));
    for (const lane of [0, 2, 4]) {
      const [one, other] = [lane, lane + 1].map((side) => new Set(lanes.get(side)?.flatMap(({ from, to }) => [from, to])));
      expect(Math.min(one?.size ?? 0, other?.size ?? 0)).toBeGreaterThan(50);
      expect([...(one ?? [])].filter((id) => other?.has(id))).toEqual([]);
    }
  });

  it("have none for nodes of three classes", () => {
    const ids = Array.from({ length: 40 }, (_, number) => `person:${number}`);
    const all = ids.reduce((classes, id) => classes | classesOf(id), 0);
    expect([all, laneOf(all), laneOf(0b0111), laneOf(0)]).toEqual([0b1111, null, null, 0]);
  });

  it("run two at a time, round after round, and an error is told when nothing runs any more", async () => {
    const told: string[] = [];
    const rounds = inRounds(async (lane) => {
      told.push(`begin ${lane}`);
      await new Promise((done) => setTimeout(done, lane % 2 === 0 ? 1 : 20));
      told.push(`end ${lane}`);
      if (lane === 2) throw new Error("lane 2");
    });
    await expect(rounds).rejects.toThrow("lane 2");
    expect(told).toEqual(["begin 0", "begin 1", "end 0", "end 1", "begin 2", "begin 3", "end 2", "end 3"]);
  });
});

describe("work that is one ahead", () => {
  it("prepares the next thing while one is finished, and finishes them in order", async () => {
    const told: string[] = [];
    const finish = async (thing: number) => {
      await new Promise((done) => setTimeout(done, 5));
      told.push(`finished ${thing}`);
    };
    const prepared = function* () {
      for (const thing of [1, 2, 3]) {
        told.push(`prepared ${thing}`);
        yield thing;
      }
    };
    await oneAhead(prepared(), finish);
    expect(told).toEqual(["prepared 1", "prepared 2", "finished 1", "prepared 3", "finished 2", "finished 3"]);
  });

  it("stops at the first error", async () => {
    const finished: number[] = [];
    const finish = async (thing: number) => {
      await new Promise((done) => setTimeout(done, 1));
      if (thing === 2) throw new Error("no 2");
      finished.push(thing);
    };
    await expect(oneAhead([1, 2, 3, 4, 5], finish)).rejects.toThrow("no 2");
    expect(finished).toEqual([1]);
  });
});

describe("a batch", () => {
  it("ends before its texts grow beyond what a transaction should hold", () => {
    const long = "x".repeat(5_000_000);
    expect([...batchesOf([1, 2, 3], () => [long, null, 7])]).toEqual([[1, 2], [3]]);
  });
});
