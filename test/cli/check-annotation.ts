/** Holds a line of `whomet annotate` to the format that other programs rely on, key by key, and its offsets to the text. */
import { expect } from "vitest";

const isSpan = (text: string) =>
  expect.toSatisfy(
    (span: { start: number; end: number; text: string }) =>
      Number.isInteger(span.start) && span.start < span.end && text.slice(span.start, span.end) === span.text,
    "a span whose offsets slice its words out of the text",
  );
const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/u);
const text = expect.any(String);
const confidence = expect.toSatisfy((value: number) => value >= 0 && value <= 1, "a number from 0 to 1");

function oneOf(...values: unknown[]): unknown {
  return expect.toSatisfy(
    (value: unknown) => values.some((allowed) => (allowed instanceof RegExp ? allowed.test(String(value)) : allowed === value)),
    `one of ${values.join(", ")}`,
  );
}

function orNull(matcher: { asymmetricMatch(value: unknown): boolean }): unknown {
  return expect.toSatisfy((value: unknown) => value === null || matcher.asymmetricMatch(value), "null or what is said");
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
interface Line {
  readonly entities: readonly { readonly id: string; readonly roles: readonly { readonly of: string | null }[] }[];
  readonly mentions: readonly (Span & { readonly entity: string })[];
  readonly quotes: readonly (Span & { readonly cue: Span | null; readonly speaker: (Span & { readonly entity: string | null }) | null })[];
  readonly meetings: readonly {
    readonly participants: readonly (Span & { readonly entity: string | null })[];
    readonly place: string | null;
    readonly date: Span | null;
    readonly trigger: Span;
    readonly evidence: Span;
    readonly attribution: readonly (Span & { readonly entity: string | null })[];
  }[];
  readonly skipped: readonly Span[];
}

/** Fails the test where the line departs from the format; `source` is the article's text. */
export function checkAnnotation(value: unknown, source: string): void {
  const span = isSpan(source);
  expect(value).toMatchObject({
    id: text,
    file: orNull(text),
    title: orNull(text),
    publishedAt: orNull(day),
    outlet: orNull(text),
    url: orNull(text),
  });
  const line = value as Line;
  for (const entity of line.entities) {
    expect(entity).toMatchObject({
      id: text,
      type: oneOf("PERSON", "ORGANIZATION", "PLACE"),
      name: text,
      aliases: expect.any(Array),
      roles: expect.any(Array),
    });
    for (const role of entity.roles) expect(role).toMatchObject({ title: text, of: orNull(text), former: expect.any(Boolean) });
  }
  for (const mention of line.mentions) {
    expect(mention).toEqual(span);
    expect(mention).toMatchObject({
      type: oneOf("PERSON", "ORGANIZATION", "PLACE"),
      form: oneOf("name", "pronoun", "description"),
      entity: text,
      confidence,
    });
  }
  for (const quote of line.quotes) {
    expect(quote).toEqual(span);
    expect(quote).toMatchObject({ kind: oneOf("direct", "indirect", "mixed"), cue: orNull(span), speaker: orNull(span), confidence });
  }
  for (const meeting of line.meetings) {
    expect(meeting).toMatchObject({
      modality: oneOf("held", "ongoing", "planned", "cancelled", "refused", "denied", "hypothetical"),
      manner: oneOf("in-person", "call", "talks", "visit", "unknown"),
      place: orNull(text),
      date: orNull(span),
      trigger: span,
      evidence: span,
      confidence,
    });
    for (const participant of meeting.participants) {
      expect(participant).toEqual(span);
      expect(participant).toMatchObject({ entity: orNull(text), named: expect.any(Boolean) });
    }
    for (const source of meeting.attribution) expect(source).toEqual(span);
    if (meeting.date) {
      expect(meeting.date).toMatchObject({ from: orNull(day), to: orNull(day), precision: oneOf("day", "week", "month", "year", "vague") });
    }
  }
  for (const skip of line.skipped) {
    expect(skip).toEqual(span);
    expect(skip).toMatchObject({ reason: text });
  }
  const ids = new Set(line.entities.map(({ id }) => id));
  const references = [
    ...line.mentions.map(({ entity }) => entity),
    ...line.entities.flatMap(({ roles }) => roles.map((role) => role.of)),
    ...line.quotes.map(({ speaker }) => speaker?.entity ?? null),
    ...line.meetings.flatMap((meeting) => [...meeting.participants, ...meeting.attribution].map(({ entity }) => entity)),
    ...line.meetings.map(({ place }) => place),
  ];
  expect(references.filter((id) => id !== null && !ids.has(id))).toEqual([]);
}
