/** Meetings on which articles disagree, and meetings whose news changed: every sentence side by side. */
import type { ContradictionRow, Statement } from "../domain/answer.ts";
import type { Modality } from "../domain/meeting.ts";
import { compareText } from "../graph/fold-name.ts";
import type { GraphStore } from "./graph-store.ts";
import { byPublication, evidenceOf, modalityOf } from "./meeting-rows.ts";
import { allRows, numberOf, type Row, textOf, textOrNull, textsOf } from "./query-rows.ts";

interface ReportedMeeting {
  readonly id: string;
  readonly title: string;
  readonly modality: Modality;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: string | null;
  readonly independentSources: number;
  /** Ids of the parties, and the words for those without a name. */
  readonly parties: string[];
  readonly places: { readonly id: string; readonly name: string }[];
  readonly statements: Statement[];
}

/** Every contradiction and change, those with most independent sources first. */
export async function contradictions(store: GraphStore): Promise<readonly ContradictionRow[]> {
  const meetings = await readMeetings(store);
  const rows: ContradictionRow[] = [];
  for (const meeting of meetings) {
    const kind = kindOf(meeting.statements.map(({ modality }) => modality));
    if (kind) rows.push(rowOf(kind, [meeting]));
  }
  rows.push(...placesAtOnce(meetings));
  return rows.sort(
    (a, b) =>
      b.independentSources - a.independentSources ||
      compareText(a.kind, b.kind) ||
      compareText(a.title, b.title) ||
      compareText(a.meetings.join(), b.meetings.join()),
  );
}

const tookPlace: ReadonlySet<Modality> = new Set(["held", "ongoing"]);
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

/** One pair that met on one day in two places, neither of which lies in the other: they would have been joined. */
function placesAtOnce(meetings: readonly ReportedMeeting[]): ContradictionRow[] {
  const byPair = new Map<string, ReportedMeeting[]>();
  for (const meeting of meetings) {
    if (meeting.precision !== "day" || meeting.from === null || meeting.from !== meeting.to || meeting.places.length === 0) continue;
    if (!tookPlace.has(meeting.modality)) continue;
    // By pair: one report may name more of those present than the other.
    meeting.parties.forEach((one, index) => {
      for (const other of meeting.parties.slice(index + 1)) {
        const key = [meeting.from, one, other].join("\n");
        byPair.set(key, [...(byPair.get(key) ?? []), meeting]);
      }
    });
  }
  const groups = new Map([...byPair.values()].map((group) => [group.map(({ id }) => id).join("\n"), group]));
  return [...groups.values()]
    .filter((group) => group.length > 1 && new Set(group.flatMap(({ places }) => places.map(({ id }) => id))).size > 1)
    .map((group) => ({ ...rowOf("place", group), title: titleWithoutPlace(group) }));
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
            c.text AS text, c.manual AS manual, c.modality AS modality, c.\`from\` AS \`from\`, c.\`to\` AS \`to\``,
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
    from: textOrNull(row, "from"),
    to: textOrNull(row, "to"),
  };
  const known = meeting.statements.some(
    (other) => other.article === statement.article && other.start === statement.start && other.modality === statement.modality,
  );
  if (!known) meeting.statements.push(statement);
}
