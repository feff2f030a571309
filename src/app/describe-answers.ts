/** Answers in words: a sentence that says what is reported, then the sentences that prove it, each with its outlet. */
import type { AnswerEvidence, ContradictionRow, MetRow, PathStep, SaidRow, SkippedRow, Statement, TimelineRow } from "../domain/answer.ts";
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

/** What is reported of two, by modality; `details` are the place and the day, with a space before them, of the meeting. */
const reports: Readonly<Record<Modality, (a: string, b: string, details: string) => string>> = {
  held: (a, b, details) => `${a} met ${b}${details}`,
  ongoing: (a, b, details) => `${a} has been meeting ${b}${details}`,
  planned: (a, b, details) => `${a} was to meet ${b}${details}`,
  // not "was called off in Oslo on Monday": who called it off was elsewhere, on another day
  cancelled: (a, b, details) => `A meeting of ${a} with ${b}${details} was called off`,
  refused: (a, b, details) => `A meeting of ${a} with ${b}${details} was refused`,
  denied: (a, b, details) => `It is denied that ${a} met ${b}${details}`,
  hypothetical: (a, b, details) => `${a} might meet ${b}${details}`,
};

/** The same of a call, in which nobody met. */
const callReports: typeof reports = {
  held: (a, b, details) => `${a} had a call with ${b}${details}`,
  ongoing: (a, b, details) => `${a} has been having calls with ${b}${details}`,
  planned: (a, b, details) => `${a} was to have a call with ${b}${details}`,
  cancelled: (a, b, details) => `A call of ${a} with ${b}${details} was called off`,
  refused: (a, b, details) => `A call of ${a} with ${b}${details} was refused`,
  denied: (a, b, details) => `It is denied that ${a} had a call with ${b}${details}`,
  hypothetical: (a, b, details) => `${a} might have a call with ${b}${details}`,
};

function inWords({ modality, manner }: Pick<MetRow, "modality" | "manner">): (a: string, b: string, details: string) => string {
  return (manner === "call" ? callReports : reports)[modality];
}

/** "Adam Boehler met Hamas (“Hamas officials”) in Doha by 2025-03-06." */
export function describeMeeting(row: MetRow): string {
  const other = row.as === null ? row.b.name : `${row.b.name} (“${row.as}”)`;
  const details = [row.place === null ? "" : `in ${row.place}`, describeInterval(row.from, row.to)].filter((part) => part !== "");
  return `${inWords(row)(row.a.name, other, details.map((part) => ` ${part}`).join(""))}.`;
}

/** The meeting in a sentence, on how many reports it rests, and every sentence that says so. */
export function describeRow(row: MetRow): string {
  const roles = roleWords([
    [row.a.name, row.roles.a],
    [row.as ?? row.b.name, row.roles.b],
  ]);
  return [describeMeeting(row), `  ${describeGrounds(row, roles)}`, ...describeProofs(row.evidence)].join("\n");
}

/** ", host: Ines Marlow, visitor: Hugo Tan": who had which part, as far as it is told. */
function roleWords(parties: readonly (readonly [name: string, role: ParticipantRole | null])[]): string {
  return parties.flatMap(([name, role]) => (role === null ? [] : [`, ${role}: ${name}`])).join("");
}

type Grounds = Pick<MetRow, "modality" | "modalities" | "mediated" | "independentSources" | "sources" | "articles" | "evidence">;

/** "held, through mediators; 2 independent sources (Axios, Reuters), 5 articles, first on 2025-03-05 by the Daily Echo". */
function describeGrounds(row: Grounds, roles: string): string {
  const isDenied = row.modality !== "denied" && row.modalities.includes("denied");
  const how = `${row.modality}${isDenied ? ", and denied" : ""}${row.mediated ? ", through mediators" : ""}${roles}`;
  const headlines = new Map(row.evidence.map((proof) => [`article ${proof.article}`, publisher(proof)]));
  const sources = row.sources.map((source) => headlines.get(source) ?? source);
  const named = row.sources.length > 1 ? ` (${sources.join(", ")})` : "";
  const first = row.evidence.find(({ publishedAt, manual }) => publishedAt !== null && manual === undefined);
  const scoop = row.articles > 1 && first ? `, first on ${first.publishedAt} by ${publisher(first)}` : "";
  return `${how}; ${counted(row.independentSources, "independent source")}${named}, ${counted(row.articles, "article")}${scoop}`;
}

/** Who printed it: the outlet, else the headline, else the file, where the article has no id of its own; else its id. */
export function publisher({ outlet, title, file, article }: Pick<AnswerEvidence, "outlet" | "title" | "file" | "article">): string {
  if (outlet !== null) return outlet;
  if (title !== null) return `“${inOneLine(title)}”`;
  const name = file?.split(/[\\/]/u).at(-1) ?? "";
  return name !== "" && madeUpId.test(article) ? name : article;
}

/** The id of an article that came without one: a hash, which tells a reader nothing. */
const madeUpId = /^a-[0-9a-f]{16}$/u;

/** "the Daily Echo, 2025-03-05". */
function whereFrom(proof: AnswerEvidence): string {
  return [publisher(proof), ...(proof.publishedAt === null ? [] : [proof.publishedAt])].join(", ");
}

/** A line for each sentence; what an article repeats word for word, as a headline above its text, stands once. */
function describeProofs(proofs: readonly AnswerEvidence[]): string[] {
  return [...new Set(proofs.map(describeEvidence))];
}

function describeEvidence(proof: AnswerEvidence): string {
  if (proof.manual !== undefined) return `    entered by hand, without a sentence: ${proof.manual}`;
  return `    ${whereFrom(proof)}: ${wordsAsPrinted(proof)}`;
}

/** The sentence in marks; a headline is called one, and not said twice where it stands for the publisher. */
function wordsAsPrinted({ text, title, outlet }: AnswerEvidence): string {
  const words = `“${inOneLine(text)}”`;
  if (title === null || words !== `“${inOneLine(title)}”`) return words;
  return outlet === null ? "its headline" : `${words} (headline)`;
}

const disagreements: Readonly<Record<ContradictionRow["kind"], string>> = {
  denial: "reported and denied",
  change: "the news changed",
  place: "two places on one day",
  day: "two days, perhaps of one meeting",
  count: "different numbers of meetings",
};

/** What the reports disagree about, then each sentence with its day, outlet and what it says became of the meeting. */
export function describeContradiction(row: ContradictionRow): string {
  const statements = row.statements.map((statement) => {
    const { publishedAt, modality, manual } = statement;
    const detail = disputedDetail(row.kind, statement);
    const said = detail === null ? modality : `${modality} ${detail}`;
    if (manual !== undefined) return `    ${said}: entered by hand, without a sentence: ${manual}`;
    return `    ${publishedAt ?? "undated"}, ${publisher(statement)}: ${said}: ${wordsAsPrinted(statement)}`;
  });
  return [`${row.title}: ${disagreements[row.kind]}${outcomeOf(row)}`, ...new Set(statements)].join("\n");
}

/** What a sentence says of that in which it differs: "in Ghent", "on 2025-03-04", "3 times"; null where it says nothing of it. */
function disputedDetail(kind: ContradictionRow["kind"], { place, from, to, count }: Statement): string | null {
  if (kind === "place") return place === null ? null : `in ${place}`;
  if (kind === "day") return describeInterval(from, to) || null;
  return kind === "count" && count !== null ? `${count} times` : null;
}

/** " (planned, then held)", " (Antwerp, Ghent)", "; counted as held". */
function outcomeOf({ kind, modality, statements }: ContradictionRow): string {
  if (kind === "place" || kind === "day" || kind === "count") {
    const told = statements.map(({ place, from, count }) => (kind === "place" ? place : kind === "day" ? from : count));
    return ` (${[...new Set(told.filter((detail) => detail !== null))].join(", ")})`;
  }
  const steps = [...new Set(statements.map((statement) => statement.modality))];
  const story = kind === "change" && steps.length > 1 ? ` (${steps.join(", then ")})` : "";
  return steps.at(-1) === modality && story !== "" ? story : `${story}; counted as ${modality}`;
}

/** "on 2025-03-04: Adam Boehler met Hamas (“Hamas officials”) in Doha", then the sentences. */
export function describeTimelineRow(row: TimelineRow): string {
  const others = row.with.map(({ entity, as }) => (as === null ? entity.name : `${entity.name} (“${as}”)`)).join(", ");
  const when = describeInterval(row.from, row.to) || "undated";
  const place = row.place === null ? "" : ` in ${row.place}`;
  const meeting = `${when}: ${inWords(row)(row.who.name, others, place)}`;
  const roles = roleWords([[row.who.name, row.role], ...row.with.map(({ entity, as, role }) => [as ?? entity.name, role] as const)]);
  return [meeting, `  ${describeGrounds(row, roles)}`, ...describeProofs(row.evidence)].join("\n");
}

/** The word, why it gave no meeting, and where it stands. */
export function describeSkipped(row: SkippedRow): string {
  return `“${inOneLine(row.text)}”: ${row.reason}\n    ${whereFrom(row)}: ${inOneLine(row.context)}`;
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
 * that stand in the place of others. Marked words are read in the clause that reports them.
 */
export function describeSayings(rows: readonly SaidRow[]): string[] {
  const clauses = rows.filter(({ kind }) => kind === "indirect");
  const inClause = (row: SaidRow): SaidRow | undefined =>
    row.kind === "indirect" ? undefined : clauses.find((clause) => holds(clause, row));
  // A clause around marked words that other articles print too stands among their versions, once.
  const versioned = rows.flatMap((row) => (row.cluster === null ? [] : (inClause(row) ?? [])));
  const shown = new Set<SaidRow>();
  const groups = new Map<string, SaidRow[]>();
  for (const row of rows) {
    if (versioned.includes(row)) continue;
    const clause = inClause(row);
    if (row.cluster === null && clause) continue;
    const key = row.cluster ?? row.quote;
    const isFirst = clause !== undefined && !shown.has(clause);
    if (isFirst) shown.add(clause);
    groups.set(key, [...(groups.get(key) ?? []), isFirst ? { ...row, text: clause.text } : row]);
  }
  return [...groups.values()].map((told) => {
    const versions = joinStretches(told);
    const [first] = versions;
    if (!first || versions.length === 1) return versions.map(describeSaid).join("\n");
    return [`${first.speaker.name}, in ${versions.length} versions:`, ...versions.map(describeVersion)].join("\n");
  });
}

/** One row for each article: what it prints in several stretches ("…," she said. "…") is one version, what it repeats stands once. */
function joinStretches(rows: readonly SaidRow[]): SaidRow[] {
  const byArticle = new Map<string, SaidRow>();
  for (const row of rows) {
    const known = byArticle.get(row.evidence.article);
    if (!known) byArticle.set(row.evidence.article, row);
    else if (!wordsOf(known.text).includes(wordsOf(row.text))) {
      byArticle.set(row.evidence.article, { ...known, text: `${known.text} … ${row.text}`, changes: [...known.changes, ...row.changes] });
    }
  }
  return [...byArticle.values()];
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
