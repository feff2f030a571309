/** Meetings on which articles disagree, and meetings whose news changed: every sentence side by side. */
import type { ContradictionRow, Statement } from "../domain/answer.ts";
import type { Modality } from "../domain/meeting.ts";
import { compareText } from "../graph/fold-name.ts";
import { countMeetings } from "../graph/meeting-count.ts";
import type { GraphStore } from "./graph-store.ts";
import { byPublication, evidenceOf, modalityOf } from "./meeting-rows.ts";
import { allRows, numberOf, type Row, textOf, textOrNull, textsOf } from "./query-rows.ts";
import { daysInOnePlace, disagreesOnCount, placesAtOnce, type ReportedMeeting, tookPlace } from "./rival-reports.ts";

/** What reports disagree about stands before what merely changed. */
const order: readonly ContradictionRow["kind"][] = ["denial", "place", "day", "count", "change"];

/** Every contradiction, then every change; of each those with most independent sources first. */
export async function contradictions(store: GraphStore): Promise<readonly ContradictionRow[]> {
  const meetings = await readMeetings(store);
  const rows: ContradictionRow[] = [];
  for (const meeting of meetings) {
    const kind = kindOf(meeting.statements.map(({ modality }) => modality));
    if (kind) rows.push(rowOf(kind, [meeting]));
    if (disagreesOnCount(meeting)) rows.push(rowOf("count", [meeting]));
  }
  for (const group of placesAtOnce(meetings)) rows.push({ ...rowOf("place", group), title: titleWithoutPlace(group) });
  for (const group of daysInOnePlace(meetings)) rows.push(rowOf("day", group));
  return rows.sort(
    (a, b) =>
      Number(a.kind === "change") - Number(b.kind === "change") ||
      b.independentSources - a.independentSources ||
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      compareText(a.title, b.title) ||
      compareText(a.meetings.join(), b.meetings.join()),
  );
}

const fellThrough: ReadonlySet<Modality> = new Set(["cancelled", "refused"]);

/** What the modalities of one meeting's reports amount to; null where they agree. */
function kindOf(modalities: readonly Modality[]): "denial" | "change" | null {
  const happened = modalities.some((modality) => tookPlace.has(modality));
  if (happened && modalities.includes("denied")) return "denial";
  const ahead = modalities.includes("planned");
  const off = modalities.some((modality) => fellThrough.has(modality));
  return (ahead && (off || happened)) || (off && happened) ? "change" : null;
}

function rowOf(kind: ContradictionRow["kind"], meetings: readonly ReportedMeeting[]): ContradictionRow {
  const [first] = meetings;
  if (!first) throw new Error("a contradiction without a meeting");
  return {
    kind,
    meetings: meetings.map(({ id }) => id),
    title: first.title,
    modality: first.modality,
    independentSources: Math.max(...meetings.map(({ independentSources }) => independentSources)),
    statements: meetings.flatMap(({ statements }) => statements).sort(inOrder),
  };
}

function inOrder(a: Statement, b: Statement): number {
  return compareText(a.publishedAt ?? "~", b.publishedAt ?? "~") || compareText(a.article, b.article) || a.start - b.start;
}

/** The title of the meeting with fewest parties, which are those that all reports name. */
function titleWithoutPlace(meetings: readonly ReportedMeeting[]): string {
  const [{ title, places } = { title: "", places: [] }] = [...meetings].sort(
    (a, b) => a.parties.length - b.parties.length || compareText(a.title, b.title),
  );
  const ending = places.map(({ name }) => `, ${name}`).find((words) => title.endsWith(words)) ?? "";
  return title.slice(0, title.length - ending.length);
}

async function readMeetings(store: GraphStore): Promise<ReportedMeeting[]> {
  const meetings = new Map<string, ReportedMeeting>();
  const rows = await allRows(
    store,
    `MATCH (m:Meeting) RETURN m.id AS id, m.title AS title, m.modality AS modality, m.\`from\` AS \`from\`, m.\`to\` AS \`to\`,
            m.precision AS precision, m.independentSources AS sources, m.unnamed AS unnamed`,
  );
  for (const row of rows) {
    meetings.set(textOf(row, "id"), {
      id: textOf(row, "id"),
      title: textOf(row, "title"),
      modality: modalityOf(row),
      from: textOrNull(row, "from"),
      to: textOrNull(row, "to"),
      precision: textOrNull(row, "precision"),
      independentSources: numberOf(row, "sources"),
      parties: [...textsOf(row, "unnamed")],
      places: [],
      statements: [],
    });
  }
  for (const row of await allRows(store, "MATCH (m:Meeting)-[:HELD_AT]->(p:Place) RETURN m.id AS meeting, p.id AS id, p.name AS name")) {
    meetings.get(textOf(row, "meeting"))?.places.push({ id: textOf(row, "id"), name: textOf(row, "name") });
  }
  const parties = await allRows(
    store,
    "MATCH (x:Person|Organization|Place)-[:TOOK_PART_IN]->(m:Meeting) RETURN m.id AS meeting, x.id AS id",
  );
  for (const row of parties) meetings.get(textOf(row, "meeting"))?.parties.push(textOf(row, "id"));
  const claims = await allRows(
    store,
    `MATCH (a:Article)-[:MAKES]->(c:Claim)-[:REPORTS]->(m:Meeting)
     OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
     RETURN m.id AS meeting, a.id AS article, o.name AS outlet, a.title AS headline, a.file AS file, a.publishedAt AS published, c.start AS start, c.\`end\` AS \`end\`,
            c.text AS text, c.trigger AS trigger, c.manual AS manual, c.modality AS modality, c.\`from\` AS \`from\`, c.\`to\` AS \`to\``,
  );
  for (const row of [...claims].sort(byPublication)) addStatement(meetings.get(textOf(row, "meeting")), row);
  for (const meeting of meetings.values()) meeting.parties.sort(compareText);
  return [...meetings.values()];
}

function addStatement(meeting: ReportedMeeting | undefined, row: Row): void {
  if (!meeting) throw new Error("the store changed while it was read");
  const statement: Statement = {
    ...evidenceOf(row),
    modality: modalityOf(row),
    place:
      meeting.places
        .map(({ name }) => name)
        .sort(compareText)
        .join(", ") || null,
    ...daysOf(row, meeting),
    count: countMeetings(textOf(row, "text"), textOrNull(row, "trigger") ?? ""),
  };
  const known = meeting.statements.some(
    (other) => other.article === statement.article && other.start === statement.start && other.modality === statement.modality,
  );
  if (!known) meeting.statements.push(statement);
}

/** The days that the sentence gives, else those that the reports together give. */
function daysOf(row: Row, meeting: ReportedMeeting): Pick<Statement, "from" | "to"> {
  const [from, to] = [textOrNull(row, "from"), textOrNull(row, "to")];
  return from === null && to === null ? { from: meeting.from, to: meeting.to } : { from, to };
}
