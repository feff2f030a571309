import { describe, expect, it } from "vitest";
import type { PropertyTable } from "../graph/graph-schema.ts";
import type { PropertyValue } from "./graph-rows.ts";
import { PackedBlocks, PackedColumns, packingMarks, SeenProperties } from "./neo4j-rows.ts";

const table = {
  id: "string",
  title: "string",
  count: "integer",
  share: "float",
  sure: "boolean",
  words: "string[]",
  at: "integer[]",
} as const;
const rowHash = 2 ** 35 - 1;

function packed(values: readonly PropertyValue[], given: PropertyTable = table): readonly string[] {
  return new PackedColumns(given, null).pack({ values, rowHash }).split(packingMarks.field);
}

describe("a packed row", () => {
  it("has a field for every property and one for the row hash", () => {
    const values = ["a", "b", 3, 0.1, false, ["x", "y"], [1, 2]];
    expect(packed(values)).toEqual(["a", "b", "3", "0.1", "false", "x\0,y", "1\0,2", "34359738367"]);
  });

  it("tells what is absent from what is empty", () => {
    expect(packed(["", null, null, null, null, null, null])).toEqual(["", "\0", "", "", "", "\0", "\0", "34359738367"]);
    expect(packed(["", "", 0, 0, true, [], []])).toEqual(["", "", "0", "0", "true", "\0-", "\0-", "34359738367"]);
    expect(packed(["", "", 0, 0, true, [""], [0]]).slice(5, 7)).toEqual(["", "0"]);
  });

  it.each([";", ",", "-", ";;", "a\n;b", "'\"`$", "\u202E\uFFFD"])("keeps the text %j whole, alone and in a list", (text) => {
    const fields = packed([text, text, 0, 0, true, [text, text], []]);
    expect(fields.slice(0, 2)).toEqual([text, text]);
    expect(fields[5]?.split(packingMarks.item)).toEqual([text, text]);
  });

  it.each([1e21, 1e-7, 5e-324, Number.MAX_VALUE, 0.1 + 0.2, -1.5])("keeps the number %d", (share) => {
    expect(Number(packed(["a", "b", 0, share, true, [], []])[3])).toBe(share);
  });

  it("follows what comes first, and is nothing else for a type without properties", () => {
    const columns = new PackedColumns({}, null);
    expect(columns.pack({ values: [], rowHash: null }, "17")).toBe("17");
    expect(columns.assigned("out", 1)).toBe("{}");
  });

  it("leaves out what no row has had so far, and says whether another brings more", () => {
    const [row, wider] = [
      ["a", null, 1, null, null, null, null],
      ["a", "b", 1, null, null, null, null],
    ];
    const seen = new SeenProperties();
    seen.add(row);
    const columns = new PackedColumns(table, seen);
    expect([row, wider].map((values) => columns.fits({ values }))).toEqual([true, false]);
    expect(columns.pack({ values: row, rowHash }, "9").split(packingMarks.field)).toEqual(["9", "a", "1", "34359738367"]);
    expect(columns.assigned("out", 1)).toBe("{`id`: out[1], `count`: toInteger(out[2]), rowHash: toInteger(out[3])}");
    expect(new PackedColumns(table, null).fits({ values: wider })).toBe(true);
  });

  it("may lack what some row that was seen before the statement is made lacks", () => {
    const seen = new SeenProperties();
    seen.add(["a", "b", null, null, null, null, null]);
    const columns = new PackedColumns(table, seen);
    const whole = columns.assigned("out");
    seen.add(["c", null, null, null, null, null, null]);
    expect(whole).toContain("`title`: out[1],");
    expect(columns.assigned("out")).toContain("`title`: CASE out[1] WHEN $none THEN null ELSE out[1] END,");
  });
});

function textsOf(packed: PackedBlocks): readonly string[] {
  return packed.blocks().flatMap((block) => [...block]);
}

describe("rows packed together", () => {
  const { row, group } = packingMarks;
  const rows = Array.from({ length: 3_000 }, (_, index) => `${index}\0;${"text ".repeat(index % 40)}`);

  it("come back in order, one by one", () => {
    const packed = new PackedBlocks();
    for (const one of rows) packed.addRow(one);
    expect(packed.blocks().length).toBeGreaterThan(1);
    expect(textsOf(packed).flatMap((block) => block.split(row))).toEqual(rows);
  });

  it("come back with their starts, which neighbours share and which no text is without", () => {
    const startOf = (index: number) => String(Math.floor(index / 70));
    const packed = new PackedBlocks();
    for (const [index, one] of rows.entries()) packed.addFrom(startOf(index), one);
    const groups = textsOf(packed).flatMap((block) => block.split(group).map((grouped) => grouped.split(row)));
    expect(groups.flatMap(([start, ...some]) => some.map((one) => [start, one]))).toEqual(rows.map((one, index) => [startOf(index), one]));
    expect(groups).toHaveLength(Math.ceil(rows.length / 70));
    expect(packed.blocks().length).toBeGreaterThan(1);
  });

  it("keep what ends with a mark of absence", () => {
    const packed = new PackedBlocks();
    packed.addFrom("1", "a\0;\0");
    packed.addFrom("2", "\0-");
    packed.addFrom("1", "\0");
    const groups = textsOf(packed).flatMap((block) => block.split(group).map((grouped) => grouped.split(row)));
    expect(groups).toEqual([
      ["1", "a\0;\0"],
      ["2", "\0-"],
      ["1", "\0"],
    ]);
  });

  it("leave their room to others, and their texts can be asked for again until then", () => {
    const packed = new PackedBlocks();
    for (const some of [rows, rows.slice(0, 7).map((row) => `“${row}” \u{1F600}`)]) {
      for (const one of some) packed.addRow(one);
      const blocks = packed.blocks();
      for (const _ of [1, 2]) expect(blocks.flatMap((block) => [...block]).flatMap((text) => text.split(row))).toEqual(some);
      expect([packed.rows, packed.codeUnits]).toEqual([some.length, textsOf(packed).join("").length]);
      packed.clear();
    }
  });

  it("are no text where there are none", () => {
    expect(textsOf(new PackedBlocks())).toEqual([]);
  });
});
