/** One line of JSON Lines → the text and what its record says about it. Records come from outside and are checked here, once. */
import { UserError } from "../domain/errors.ts";
import { refuseControlCharacters } from "./decode-text.ts";
import type { GivenMetadata } from "./given-metadata.ts";
import { parseDay } from "./publication-date.ts";

export interface ArticleRecord {
  readonly text: string;
  readonly given: GivenMetadata;
  /** What was read differently from how it stands, for the reader to know. */
  readonly remarks: readonly string[];
}

/** Throws UserError `bad-json`, `bad-record`, `empty` or `binary`; the message says which field is at fault. */
export function parseRecord(line: string): ArticleRecord {
  const record = parseObject(line);
  const source = record.text;
  if (typeof source !== "string") {
    throw new UserError("bad-record", `the record has no string "text" (it is ${describe(source)})`, keysHint(record));
  }
  if (source.trim() === "") throw new UserError("empty", `the record's "text" is empty`);
  refuseControlCharacters(source);
  const remarks: string[] = [];
  // A lone surrogate can be written to no file or database; U+FFFD has the same length, so offsets stay.
  const text = source.replace(/\p{Surrogate}/gu, "\ufffd");
  if (text !== source) remarks.push("lone surrogates in the text were read as U+FFFD");
  const published = optionalString(record, "publishedAt");
  const publishedAt = published === null ? null : parseDay(published);
  if (published !== null && publishedAt === null) remarks.push(`publishedAt ${JSON.stringify(published)} is not a full date; ignored`);
  const link = optionalString(record, "url");
  const url = link === null ? null : webAddress(link);
  if (link !== null && url === null) remarks.push(`url ${JSON.stringify(link)} is not a web address; ignored`);
  const given = {
    id: recordId(record),
    title: optionalString(record, "title"),
    publishedAt,
    outlet: optionalString(record, "outlet"),
    url,
  };
  return { text, given, remarks };
}

/** The address as written when it is http or https, else null: a `javascript:` link must never reach a page. */
export function webAddress(link: string): string | null {
  return /^https?:\/\/\S+$/iu.test(link) ? link : null;
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError("bad-json", `this line is not JSON (${reason})`, "Each line must hold one whole record.", { cause: error });
  }
  if (!isObject(value)) {
    throw new UserError("bad-record", `this line holds ${describe(value)}, not a record`, `Each line must look like {"text": "…"}.`);
  }
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Blank counts as absent. */
function optionalString(record: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = record[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") {
    throw new UserError(
      "bad-record",
      `the record's "${field}" is ${describe(value)}, not a string`,
      `Leave "${field}" out or make it a string.`,
    );
  }
  const trimmed = value.replace(/\p{Surrogate}/gu, "\ufffd").trim();
  return trimmed === "" ? null : trimmed;
}

/** Databases number their articles, so a whole number serves as an id too. */
function recordId(record: Readonly<Record<string, unknown>>): string | null {
  const value = record.id;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : optionalString(record, "id");
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function keysHint(record: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(record).slice(0, 8);
  return keys.length > 0 ? `Its fields are: ${keys.join(", ")}.` : "The record is empty.";
}
