/**
 * Rows on their way to Neo4j. Some hundred travel as one text, which the server splits into rows and fields: to send them value by value
 * took the driver nearly half of what a load took on our side, and texts of single rows lived long enough to fill the memory. What marks
 * the end of a field begins with NUL, which no stored text holds (`storableText`), so that nothing in an article can be taken for it.
 */
import type { PropertyTable, PropertyType } from "../graph/graph-schema.ts";
import { type NodeRow, type PropertyValue, type RelationshipRow, rowHashProperty } from "./graph-rows.ts";

/**
 * Between groups, rows, fields, and items of a list, for a text or list that is absent, and for a list of nothing: parameters of every
 * statement.
 */
export const packingMarks = { group: "\0:", row: "\0.", field: "\0;", item: "\0,", none: "\0", empty: "\0-" } as const;

/** A text of rows ends once it is longer: V8 keeps longer ones apart, and frees them late. */
const blockBytes = 32_768;
/** The room for the first rows. */
const leastRoom = 2 ** 20;

/** Below this many rows, a statement that the server has planned before is worth more than a shorter one. */
export const worthPlanning = 1_000;

/** Cypher for the list of fields of a packed row. */
export function fieldsOf(packed: string): string {
  return `split(${packed}, $field)`;
}

type Values = readonly PropertyValue[];

/**
 * Rows as few texts, kept outside of V8's heap as the bytes that they will be sent as. A load makes rows faster than a server takes them; texts
 * that wait outlive the collector's first two rounds, and nothing frees them afterwards while the heap may still grow. A text exists
 * only while it is sent, and the room is used again.
 */
export class PackedBlocks {
  /** How many rows there are, and how many code units. */
  rows = 0;
  codeUnits = 0;
  #bytes = Buffer.alloc(0);
  #length = 0;
  /** Where each block ends but the last, and where that begins. */
  readonly #ends: number[] = [];
  #begin = 0;
  #start: string | null = null;

  addRow(packed: string): void {
    this.#endIfLong();
    this.#add(this.#isEmpty ? packed : packingMarks.row + packed);
    this.rows += 1;
  }

  /** A row that goes out from a start, which is written once for neighbours that share it. */
  addFrom(start: string, packed: string): void {
    if (start === this.#start) {
      this.#add(packingMarks.row + packed);
    } else {
      this.#endIfLong();
      this.#add(`${this.#isEmpty ? "" : packingMarks.group}${start}${packingMarks.row}${packed}`);
      this.#start = start;
    }
    this.rows += 1;
  }

  /** Lists of one text each, made when it is walked through: the driver does so as it sends the list. */
  blocks(): readonly Iterable<string>[] {
    const ends = this.#isEmpty ? this.#ends : [...this.#ends, this.#length];
    return ends.map((end, index) => this.#block(ends[index - 1] ?? 0, end));
  }

  /** Forgets the rows, and keeps the room for others. */
  clear(): void {
    [this.rows, this.codeUnits, this.#length, this.#begin, this.#start] = [0, 0, 0, 0, null];
    this.#ends.length = 0;
  }

  get #isEmpty(): boolean {
    return this.#length === this.#begin;
  }

  #endIfLong(): void {
    if (this.#length - this.#begin < blockBytes) return;
    this.#ends.push(this.#length);
    this.#begin = this.#length;
  }

  #block(begin: number, end: number): Iterable<string> {
    const bytes = this.#bytes;
    return {
      *[Symbol.iterator]() {
        yield bytes.toString("utf8", begin, end);
      },
    };
  }

  #add(text: string): void {
    // No code unit takes more than three bytes.
    const needed = this.#length + 3 * text.length;
    if (needed > this.#bytes.length) {
      const wider = Buffer.allocUnsafeSlow(Math.max(needed, leastRoom, 2 * this.#bytes.length));
      this.#bytes.copy(wider, 0, 0, this.#length);
      this.#bytes = wider;
    }
    this.#length += this.#bytes.write(text, this.#length);
    this.codeUnits += text.length;
  }
}

/** What rows of one table brought along so far: batches that bring no more are written by the same statement. */
export class SeenProperties {
  /** For each property of the table, whether some row has it, and whether some row may lack it. */
  readonly filled: boolean[] = [];
  readonly optional: boolean[] = [];

  add(values: Values): void {
    for (let index = 0; index < values.length; index += 1) {
      if (values[index] === null) this.optional[index] = true;
      else this.filled[index] = true;
    }
  }
}

/** The properties that rows of a batch bring along: those that rows of the table had so far, or all. The row hash is the last. */
export class PackedColumns {
  readonly #table: readonly (readonly [name: string, type: PropertyType])[];
  readonly #filled: readonly number[];
  readonly #absent: readonly number[];
  readonly #seen: SeenProperties | null;
  readonly #isHashed: boolean;

  /** `seen` null: all properties, which every row may lack. */
  constructor(table: PropertyTable, seen: SeenProperties | null) {
    this.#table = Object.entries(table);
    this.#isHashed = this.#table.length > 0;
    this.#seen = seen;
    const places = this.#table.map((_, index) => index);
    this.#filled = places.filter((index) => seen === null || seen.filled[index] === true);
    this.#absent = places.filter((index) => seen !== null && seen.filled[index] !== true);
  }

  /** Whether the row has nothing but these properties. */
  fits({ values }: { readonly values: Values }): boolean {
    for (const index of this.#absent) if (values[index] !== null) return false;
    return true;
  }

  /** `{name: …, …}` for the properties, from the place `first` in the list of fields on, as the rows that were seen by now need it. */
  assigned(fields: string, first = 0): string {
    const told = this.#filled.flatMap((index, place) =>
      this.#table
        .slice(index, index + 1)
        .map(
          ([name, type]) =>
            `\`${name}\`: ${fieldValue(`${fields}[${first + place}]`, type, this.#seen === null || this.#seen.optional[index] === true)}`,
        ),
    );
    if (this.#isHashed) told.push(`${rowHashProperty}: ${fieldValue(`${fields}[${first + told.length}]`, "integer", true)}`);
    return `{${told.join(", ")}}`;
  }

  /** The values of a row that fits as one text, behind what else comes first. */
  pack({ values, rowHash }: Pick<NodeRow | RelationshipRow, "values" | "rowHash">, first?: string): string {
    let packed = first ?? "";
    let isFirst = first === undefined;
    for (const index of this.#filled) {
      if (isFirst) isFirst = false;
      else packed += packingMarks.field;
      packed += field(values[index] ?? null, this.#table[index]?.[1] ?? "string");
    }
    // V8 keeps what `String` makes of a number in a table, past the collector's first rounds.
    return rowHash === null ? packed : `${packed}${packingMarks.field}${rowHash.toFixed()}`;
  }
}

/** Cypher that makes a property of this type out of a field. What is no number or boolean at all becomes null by itself. */
function fieldValue(field: string, type: PropertyType, isOptional: boolean): string {
  switch (type) {
    case "integer":
      return `toInteger(${field})`;
    case "float":
      return `toFloat(${field})`;
    case "boolean":
      return `toBoolean(${field})`;
    case "string":
      return isOptional ? `CASE ${field} WHEN $none THEN null ELSE ${field} END` : field;
    case "string[]":
      return listValue(field, `split(${field}, $item)`);
    case "integer[]":
      return listValue(field, `toIntegerList(split(${field}, $item))`);
  }
}

function listValue(field: string, items: string): string {
  return `CASE ${field} WHEN $none THEN null WHEN $empty THEN [] ELSE ${items} END`;
}

/** The shortest digits that tell a number apart are read back as the same number. */
function field(value: PropertyValue, type: PropertyType): string {
  if (value === null) return type === "string" || type === "string[]" || type === "integer[]" ? packingMarks.none : "";
  if (typeof value !== "object") return String(value);
  return value.length === 0 ? packingMarks.empty : value.join(packingMarks.item);
}
