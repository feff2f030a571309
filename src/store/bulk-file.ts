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
/** What waits for longer outlives a collection of young objects, and is copied. */
const groupRows = 2_000;

const leaves = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  float: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} as const;

/** A new file that takes row after row; memory is bounded by a group of rows. */
export class BulkFile<Row> {
  readonly path: string;
  readonly #columns: readonly BulkColumn<Row>[];
  readonly #writer: ParquetWriter;
  #values: unknown[][];
  /** Of each column, the text before and its bytes: neighbours often have the same, as the start of what goes out from one node. */
  readonly #texts: { text: string; bytes: Uint8Array }[];
  #rows = 0;
  #codeUnits = 0;

  constructor(path: string, columns: readonly BulkColumn<Row>[]) {
    const schema: SchemaElement[] = [{ name: "root", num_children: columns.length }, ...columns.flatMap(schemaOf)];
    this.path = path;
    this.#columns = columns;
    this.#writer = new ParquetWriter({ writer: fileWriter(path), schema, codec: "UNCOMPRESSED", statistics: false });
    this.#values = columns.map(() => []);
    this.#texts = columns.map(() => ({ text: "", bytes: bytesOf("") }));
  }

  /** True when what was added must be written before more is: rows wait in memory until then, and no promise is made for each. */
  get isFull(): boolean {
    return this.#rows >= groupRows || this.#codeUnits >= groupCodeUnits;
  }

  add(row: Row): void {
    for (let index = 0; index < this.#columns.length; index += 1) {
      const column = this.#columns[index];
      if (!column) continue;
      const given = column.value(row);
      this.#values[index]?.push(typeof given === "string" ? this.#bytes(given, index) : encodable(given, column.type));
    }
    this.#rows += 1;
  }

  #bytes(text: string, column: number): Uint8Array {
    this.#codeUnits += text.length;
    const last = this.#texts[column];
    if (last === undefined) return bytesOf(text);
    if (last.text === text) return last.bytes;
    last.text = text;
    last.bytes = bytesOf(text);
    return last.bytes;
  }

  async finish(): Promise<void> {
    if (this.#rows > 0) await this.writeGroup();
    await this.#writer.finish();
  }

  /** Writes what was added since the last time. */
  async writeGroup(): Promise<void> {
    const columnData = this.#columns.map(({ name, type }, index): ColumnSource => {
      // Looking for repeated values costs more than the shorter file saves.
      const encoding = type === "boolean" ? {} : { encoding: "PLAIN" as const };
      return { name, data: this.#values[index] ?? [], offsetIndex: false, ...encoding };
    });
    await this.#writer.write({ columnData, rowGroupSize: this.#rows });
    this.#values = this.#columns.map(() => []);
    this.#rows = 0;
    this.#codeUnits = 0;
  }
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
  if (type === "string[]" && Array.isArray(value)) return value.map(bytesOf);
  return value;
}

/** In UTF-8. Short ones share a pool of memory, which the encoder of the library at hand does not do. */
function bytesOf(text: unknown): Uint8Array {
  return Buffer.from(String(text), "utf8");
}
