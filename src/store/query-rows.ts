/** Rows of our own queries, whole and with the values that the schema promises. */
import type { GraphStore, QueryParameters, QueryValue } from "./graph-store.ts";

export type Row = Readonly<Record<string, QueryValue>>;

/** More than any answer has; an answer is never cut without a word. */
const mostRows = 5_000_000;

export async function allRows(store: GraphStore, cypher: string, parameters: QueryParameters = {}): Promise<readonly Row[]> {
  const { rows, truncated } = await store.query(cypher, parameters, { rowLimit: mostRows });
  if (truncated) throw new Error(`more than ${mostRows} rows`);
  return rows;
}

/** A text that is always there. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`${column} is no text: ${JSON.stringify(value)}`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function textsOf(row: Row, column: string): readonly string[] {
  const value = row[column];
  return Array.isArray(value) ? value.map(String) : [];
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new Error(`${column} is no number: ${JSON.stringify(value)}`);
  return value;
}

export function numbersOf(row: Row, column: string): readonly number[] {
  const value = row[column];
  return Array.isArray(value) ? value.map(Number) : [];
}
