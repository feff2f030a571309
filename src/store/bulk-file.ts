/**
 * Rows as a Parquet file, from which the embedded engine copies them. Unlike CSV it carries types, nulls, lists and any text
 * as they are, so no value of an article can be taken for a delimiter or a null.
 */
import type { ColumnSource, SchemaElement } from "hyparquet-writer";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { PropertyType } from "../graph/graph-schema.ts";
import type { PropertyValue } from "./graph-rows.ts";

export interface BulkColumn<Row> {
  readonly name: string;
  readonly type: PropertyType;
  readonly value: (row: Row) => PropertyValue;
}

/** Rows are encoded in groups of this many code units of text, so that long articles do not pile up in memory. */
const groupCodeUnits = 4_000_000;
const groupRows = 20_000;

const leaves = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  float: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} as const;

/** Writes the rows to a new file at `path`. */
export async function writeBulkFile<Row>(path: string, columns: readonly BulkColumn<Row>[], rows: readonly Row[]): Promise<void> {
  const schema: SchemaElement[] = [{ name: "root", num_children: columns.length }, ...columns.flatMap(schemaOf)];
  const file = new ParquetWriter({ writer: fileWriter(path), schema, codec: "UNCOMPRESSED", statistics: false });
  for (const group of groupsOf(columns, rows)) {
    const columnData: ColumnSource[] = columns.map((column) => ({
      name: column.name,
      data: group.map((row) => encodable(column.value(row), column.type)),
      offsetIndex: false,
    }));
    await file.write({ columnData, rowGroupSize: group.length });
  }
  await file.finish();
}

function schemaOf<Row>({ name, type }: BulkColumn<Row>): SchemaElement[] {
  switch (type) {
    case "string[]":
    case "integer[]":
      return [
        { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", repetition_type: "OPTIONAL", ...(type === "string[]" ? leaves.string : leaves.integer) },
      ];
    default:
      return [{ name, repetition_type: "OPTIONAL", ...leaves[type] }];
  }
}

function encodable(value: PropertyValue, type: PropertyType): unknown {
  if (value === null) return null;
  if (type === "integer") return BigInt(Number(value));
  if (type === "integer[]" && Array.isArray(value)) return value.map((item) => BigInt(item));
  return value;
}

function* groupsOf<Row>(columns: readonly BulkColumn<Row>[], rows: readonly Row[]): Generator<Row[]> {
  let group: Row[] = [];
  let codeUnits = 0;
  for (const row of rows) {
    group.push(row);
    for (const column of columns) {
      const value = column.value(row);
      if (typeof value === "string") codeUnits += value.length;
    }
    if (group.length < groupRows && codeUnits < groupCodeUnits) continue;
    yield group;
    group = [];
    codeUnits = 0;
  }
  if (group.length > 0) yield group;
}
