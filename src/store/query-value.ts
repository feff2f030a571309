/** How nodes, relationships and paths look in answers: the same JSON from every engine, without the engine's own ids. */

import { UserError } from "../domain/errors.ts";
import { nodeSchemas, relationshipSchemas } from "../graph/graph-schema.ts";
import { rowHashProperty } from "./graph-rows.ts";
import type { QueryParameters, QueryResult, QueryValue } from "./graph-store.ts";

export const defaultTimeoutMs = 30_000;
export const defaultRowLimit = 10_000;

type Values = ReadonlyMap<string, QueryValue>;

/** `{ kind: "Person", id, name, … }` with every property of the schema but the internal ones; absent ones are null. */
export function nodeValue(label: string, values: Values): QueryValue {
  const schema = nodeSchemas.find((candidate) => candidate.label === label);
  const names = schema ? Object.keys(schema.properties).filter((name) => !schema.internal.includes(name)) : others(values);
  return withKind(label, names, values);
}

/** `{ kind: "SAID", confidence, … }`. */
export function relationshipValue(type: string, values: Values): QueryValue {
  const schema = relationshipSchemas.find((candidate) => candidate.type === type);
  return withKind(type, schema ? Object.keys(schema.properties) : others(values), values);
}

/** `{ nodes: […], relationships: […] }`, from one end to the other. */
export function pathValue(nodes: readonly QueryValue[], relationships: readonly QueryValue[]): QueryValue {
  return { nodes, relationships };
}

/** JSON has no NaN and no infinity: they become null. */
export function numberValue(value: number): QueryValue {
  return Number.isFinite(value) ? value : null;
}

/** The parameters that the query names, in order of their names. Throws UserError `bad-query` when one is not given. */
export function usedParameters(names: ReadonlySet<string>, given: QueryParameters): QueryParameters {
  const used: Record<string, QueryValue> = {};
  for (const name of names) {
    const value = given[name];
    if (value === undefined) throw new UserError("bad-query", `the query needs a value for $${name}`, `Give it one: --param ${name}=…`);
    used[name] = value;
  }
  return used;
}

/** Collects rows up to a limit, and remembers whether there were more. */
export class RowCollector {
  readonly #columns: readonly string[];
  readonly #limit: number;
  readonly #rows: Readonly<Record<string, QueryValue>>[] = [];
  #truncated = false;

  constructor(columns: readonly string[], limit: number) {
    this.#columns = columns;
    this.#limit = limit;
  }

  /** False when the row did not fit any more: the caller can stop reading. */
  add(row: () => Readonly<Record<string, QueryValue>>): boolean {
    if (this.#rows.length >= this.#limit) {
      this.#truncated = true;
      return false;
    }
    this.#rows.push(row());
    return true;
  }

  result(): QueryResult {
    return { columns: this.#columns, rows: this.#rows, truncated: this.#truncated };
  }
}

/** The error of a query that the engine stopped at its time limit. */
export function tooSlow(timeoutMs: number): UserError {
  return new UserError(
    "bad-query",
    `the query took longer than ${timeoutMs} ms and was stopped`,
    "Ask for less: add a LIMIT, or start from a named node.",
  );
}

function others(values: Values): readonly string[] {
  return [...values.keys()].filter((name) => name !== rowHashProperty).sort();
}

function withKind(kind: string, names: readonly string[], values: Values): QueryValue {
  return Object.fromEntries([["kind", kind], ...names.map((name): [string, QueryValue] => [name, values.get(name) ?? null])]);
}
