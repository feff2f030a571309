/** The judgements file: one JSON object a line. A line that cannot be read is reported with its number; the others count. */
import {
  type Anchor,
  type JudgementProblem,
  type MeetingVerdict,
  meetingVerdicts,
  type NumberedJudgement,
  type PairVerdict,
  pairVerdicts,
  type RecordedJudgement,
} from "../../domain/judgement.ts";

export interface ParsedJudgements {
  /** In the order of the file. */
  readonly judgements: readonly NumberedJudgement[];
  readonly problems: readonly JudgementProblem[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads the content of a judgements file. Empty lines are passed over. */
export function parseJudgements(content: string): ParsedJudgements {
  const judgements: NumberedJudgement[] = [];
  const problems: JudgementProblem[] = [];
  content
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .forEach((text, index) => {
      if (text.trim() === "") return;
      const line = index + 1;
      const parsed = parseLine(text);
      if (typeof parsed !== "string") judgements.push({ line, judgement: parsed });
      else problems.push({ line, kind: "malformed", reason: parsed });
    });
  return { judgements, problems };
}

/** One line of the file, without the line break. */
export function formatJudgement(judgement: RecordedJudgement): string {
  return JSON.stringify(judgement);
}

/** `person:ada-king` → person; null for an id that is no entity's. */
export function kindOfId(id: string): "person" | "organization" | "place" | null {
  const kind = id.slice(0, id.indexOf(":"));
  return kind === "person" || kind === "organization" || kind === "place" ? kind : null;
}

/** Why a "same" over two types is refused. */
export function neverOne(a: string, b: string): string {
  return `a person, an organization and a place are never one: "${a}" and "${b}" cannot be the same`;
}

/** The judgement, or what is wrong with the line. */
function parseLine(text: string): RecordedJudgement | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "this line is not JSON";
  }
  if (!isFields(value)) return "this line is not a JSON object";
  const written = { by: textOf(value.by), at: textOf(value.at), why: textOf(value.why) };
  for (const name of ["by", "at", "why"]) {
    if (value[name] !== undefined && value[name] !== null && typeof value[name] !== "string") return `"${name}" must be a text`;
  }
  if (value.meeting !== undefined) {
    const { meeting, verdict } = value;
    if (value.a !== undefined || value.b !== undefined) return 'a line is about two entities ("a", "b") or about a "meeting", not both';
    if (typeof meeting !== "string" || !meeting.startsWith("meeting:")) return '"meeting" must be the id of a meeting ("meeting:…")';
    if (!isMeetingVerdict(verdict)) return `"verdict" of a meeting must be one of ${meetingVerdicts.join(", ")}`;
    const claims = parseAnchors(value.claims, "claims");
    return typeof claims === "string" ? claims : { meeting, verdict, ...written, claims };
  }
  const { a, b, verdict } = value;
  if (typeof a !== "string" || typeof b !== "string") return 'a line needs "a" and "b", ids of two entities, or "meeting"';
  const kinds = [kindOfId(a), kindOfId(b)];
  for (const [index, id] of [a, b].entries()) {
    if (kinds[index] === null) return `"${id}" is no id of a person, organization or place`;
  }
  if (!isPairVerdict(verdict)) return `"verdict" of a pair must be one of ${pairVerdicts.join(", ")}`;
  if (verdict === "same" && kinds[0] !== kinds[1]) return neverOne(a, b);
  const given = value.anchors ?? {};
  if (!isFields(given)) return '"anchors" must be an object with lists "a" and "b"';
  const anchors = { a: parseAnchors(given.a, "anchors.a"), b: parseAnchors(given.b, "anchors.b") };
  if (typeof anchors.a === "string") return anchors.a;
  if (typeof anchors.b === "string") return anchors.b;
  if (a === b && (anchors.a.length === 0 || anchors.b.length === 0)) {
    return `"a" and "b" are both "${a}"; to part one entity in two, both need anchors`;
  }
  return { a, b, verdict, ...written, anchors: { a: anchors.a, b: anchors.b } };
}

function parseAnchors(value: unknown, name: string): readonly Anchor[] | string {
  if (value === undefined || value === null) return [];
  const expected = `"${name}" must be a list of { "article", "start", "end", "text" }`;
  if (!Array.isArray(value)) return expected;
  const anchors: Anchor[] = [];
  for (const item of value as readonly unknown[]) {
    if (!isFields(item)) return expected;
    const { article, start, end, text } = item;
    if (typeof article !== "string" || typeof text !== "string" || !isOffset(start) || !isOffset(end) || start > end) return expected;
    anchors.push({ article, start, end, text });
  }
  return anchors;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isPairVerdict(value: unknown): value is PairVerdict {
  return pairVerdicts.some((verdict) => verdict === value);
}

function isMeetingVerdict(value: unknown): value is MeetingVerdict {
  return meetingVerdicts.some((verdict) => verdict === value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
