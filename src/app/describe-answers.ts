/** Answers in words: a sentence that says what is reported, then the sentences that prove it, each with its outlet. */
import type { AnswerEvidence, ContradictionRow, MetRow, PathStep, SaidRow, SkippedRow, TimelineRow } from "../domain/answer.ts";
import type { Modality, ParticipantRole } from "../domain/meeting.ts";

/** `n thing` or `n things`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "on 2025-03-04", "between 2025-03-03 and 2025-03-09", "by 2025-03-06", "from 2025-03-06 on", or empty. */
export function describeInterval(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return from === to ? `on ${from}` : `between ${from} and ${to}`;
  if (to !== null) return `by ${to}`;
  return from === null ? "" : `from ${from} on`;
}

/** What is reported of two, by modality. */
const reports: Readonly<Record<Modality, (a: string, b: string) => string>> = {
  held: (a, b) => `${a} met ${b}`,
  ongoing: (a, b) => `${a} has been meeting ${b}`,
  planned: (a, b) => `${a} was to meet ${b}`,
  cancelled: (a, b) => `A meeting of ${a} with ${b} was called off`,
  refused: (a, b) => `A meeting of ${a} with ${b} was refused`,
  denied: (a, b) => `It is denied that ${a} met ${b}`,
  hypothetical: (a, b) => `${a} might meet ${b}`,
};

/** "Adam Boehler met Hamas (“Hamas officials”) in Doha by 2025-03-06." */
export function describeMeeting(row: MetRow): string {
  const other = row.as === null ? row.b.name : `${row.b.name} (“${row.as}”)`;
  const parts = [reports[row.modality](row.a.name, other), row.place === null ? "" : `in ${row.place}`, describeInterval(row.from, row.to)];
  return `${parts.filter((part) => part !== "").join(" ")}.`;
}

/** The meeting in a sentence, on how many reports it rests, and every sentence that says so. */
export function describeRow(row: MetRow): string {
  const roles = roleWords([
    [row.a.name, row.roles.a],
    [row.as ?? row.b.name, row.roles.b],
  ]);
  return [describeMeeting(row), `  ${describeGrounds(row, roles)}`, ...row.evidence.map(describeEvidence)].join("\n");
}

/** ", host: Ines Marlow, visitor: Hugo Tan": who had which part, as far as it is told. */
function roleWords(parties: readonly (readonly [name: string, role: ParticipantRole | null])[]): string {
  return parties.flatMap(([name, role]) => (role === null ? [] : [`, ${role}: ${name}`])).join("");
}

type Grounds = Pick<MetRow, "modality" | "mediated" | "independentSources" | "sources" | "articles" | "evidence">;

/** "held, through mediators; 2 independent sources (Axios, Reuters), 5 articles, first on 2025-03-05 by the Daily Echo". */
function describeGrounds(row: Grounds, roles: string): string {
  const how = `${row.modality}${row.mediated ? ", through mediators" : ""}${roles}`;
  const headlines = new Map(row.evidence.map((proof) => [`article ${proof.article}`, publisher(proof)]));
  const sources = row.sources.map((source) => headlines.get(source) ?? source);
  const named = row.sources.length > 1 ? ` (${sources.join(", ")})` : "";
  const first = row.evidence.find(({ publishedAt, manual }) => publishedAt !== null && manual === undefined);
  const scoop = row.articles > 1 && first ? `, first on ${first.publishedAt} by ${publisher(first)}` : "";
  return `${how}; ${counted(row.independentSources, "independent source")}${named}, ${counted(row.articles, "article")}${scoop}`;
}

/** Who printed it: the outlet, else the headline, else the article's id. */
export function publisher({ outlet, title, article }: Pick<AnswerEvidence, "outlet" | "title" | "article">): string {
  return outlet ?? (title === null ? article : `“${inOneLine(title)}”`);
}

/** "the Daily Echo, 2025-03-05". */
function whereFrom(proof: AnswerEvidence): string {
  return [publisher(proof), ...(proof.publishedAt === null ? [] : [proof.publishedAt])].join(", ");
}

function describeEvidence(proof: AnswerEvidence): string {
  if (proof.manual !== undefined) return `    entered by hand, without a sentence: ${proof.manual}`;
  return `    ${whereFrom(proof)}: “${inOneLine(proof.text)}”`;
}

const disagreements: Readonly<Record<ContradictionRow["kind"], string>> = {
  denial: "reported and denied",
  change: "the news changed",
  place: "two places on one day",
};

/** What the reports disagree about, then each sentence with its day, outlet and what it says became of the meeting. */
export function describeContradiction(row: ContradictionRow): string {
  const statements = row.statements.map((statement) => {
    const { publishedAt, modality, text, manual } = statement;
    if (manual !== undefined) return `    ${modality}: entered by hand, without a sentence: ${manual}`;
    return `    ${[publishedAt, publisher(statement)].filter((part) => part !== null).join(", ")}: ${modality}: “${inOneLine(text)}”`;
  });
  return [`${row.title}: ${disagreements[row.kind]}; ${row.modality} by all reports together`, ...statements].join("\n");
}

/** "on 2025-03-04: Adam Boehler met Hamas (“Hamas officials”) in Doha", then the sentences. */
export function describeTimelineRow(row: TimelineRow): string {
  const others = row.with.map(({ entity, as }) => (as === null ? entity.name : `${entity.name} (“${as}”)`)).join(", ");
  const when = describeInterval(row.from, row.to) || "undated";
  const place = row.place === null ? "" : ` in ${row.place}`;
  const meeting = `${when}: ${reports[row.modality](row.who.name, others)}${place}`;
  const roles = roleWords([[row.who.name, row.role], ...row.with.map(({ entity, as, role }) => [as ?? entity.name, role] as const)]);
  return [meeting, `  ${describeGrounds(row, roles)}`, ...row.evidence.map(describeEvidence)].join("\n");
}

/** The word, why it gave no meeting, and where it stands. */
export function describeSkipped(row: SkippedRow): string {
  return `“${inOneLine(row.text)}”: ${row.reason}\n    ${publisher(row)}: ${row.context}`;
}

/** Article text on one line: its breaks are the paper's, not the terminal's. */
function inOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** "Karoline Leavitt: “…”", with outlet, day and the word of speech, which the article may have inflected ("calling"). */
export function describeSaid(row: SaidRow): string {
  return `${row.speaker.name}: ${inOneLine(row.text)}\n    ${whereFrom(row.evidence)}${row.cue === null ? "" : ` (“${inOneLine(row.cue)}”)`}`;
}

/**
 * Sayings in the order of their first report; one that several articles print once, with each version under it and the words
 * that stand in the place of others.
 */
export function describeSayings(rows: readonly SaidRow[]): string[] {
  const groups = new Map<string, SaidRow[]>();
  const clauses = rows.filter(({ kind }) => kind === "indirect");
  for (const row of rows) {
    // Marked words are read in the clause that reports them, unless other articles print them too.
    if (row.kind !== "indirect" && row.cluster === null && clauses.some((clause) => holds(clause, row))) continue;
    const key = row.cluster ?? row.quote;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((versions) => {
    const printed = versions.filter((version, index) => !versions.slice(0, index).some((earlier) => isRepeat(version, earlier)));
    const [first] = printed;
    if (!first || printed.length === 1) return printed.map(describeSaid).join("\n");
    return [`${first.speaker.name}, in ${printed.length} versions:`, ...printed.map(describeVersion)].join("\n");
  });
}

/** True where an article prints the same words again. */
function isRepeat(row: SaidRow, earlier: SaidRow): boolean {
  return row.evidence.article === earlier.evidence.article && wordsOf(row.text) === wordsOf(earlier.text);
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function holds({ evidence: outer }: SaidRow, { evidence: inner }: SaidRow): boolean {
  return outer.article === inner.article && outer.start <= inner.start && inner.end <= outer.end;
}

function describeVersion({ evidence, text, changes }: SaidRow): string {
  const altered = changes.map(({ from, to }) =>
    to === "" ? `      left out: “${from}”` : `      altered: “${to}”${from === "" ? " added" : ` for “${from}”`}`,
  );
  return [`    ${whereFrom(evidence)}: ${inOneLine(text)}`, ...altered].join("\n");
}

/** One step of a chain between two, with the first sentence that proves it. */
export function describeStep(step: PathStep): string {
  return [`${step.from.name} – ${step.to.name}: ${step.through}`, ...step.evidence.slice(0, 1).map(describeEvidence)].join("\n");
}
