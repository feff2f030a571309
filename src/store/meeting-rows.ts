/** The meetings of entities: a row for each meeting and counterpart, with every sentence that reports it. */

import type { AnswerEntity, AnswerEvidence, MetRow } from "../domain/answer.ts";
import { manualWords } from "../domain/manual.ts";
import { type Modality, manners, modalities, type ParticipantRole, participantRoles } from "../domain/meeting.ts";
import { compareText } from "../graph/fold-name.ts";
import { byStrength } from "../graph/order-meetings.ts";
import { typeOf } from "./find-entities.ts";
import type { GraphStore } from "./graph-store.ts";
import { allRows, numberOf, type Row, textOf, textOrNull, textsOf } from "./query-rows.ts";

type Meeting = Omit<MetRow, "a" | "b" | "as" | "roles"> & { readonly unnamed: readonly string[] };

/** The row's evidence: a stretch of an article, with its outlet, headline and day; or with `manual`, what a person entered. */
export function evidenceOf(row: Row): AnswerEvidence {
  return {
    article: textOf(row, "article"),
    outlet: textOrNull(row, "outlet"),
    title: textOrNull(row, "headline"),
    file: textOrNull(row, "file"),
    publishedAt: textOrNull(row, "published"),
    start: numberOf(row, "start"),
    end: numberOf(row, "end"),
    text: textOf(row, "text"),
    ...(typeof row.manual === "string" ? { manual: manualWords(textOrNull(row, "headline")) } : {}),
  };
}

export function modalityOf(row: Row): Modality {
  const modality = modalities.find((known) => known === row.modality);
  if (!modality) throw new Error(`no such modality: ${JSON.stringify(row.modality)}`);
  return modality;
}

function roleOf(row: Row, column: string): ParticipantRole | null {
  return participantRoles.find((known) => known === row[column]) ?? null;
}

/** Orders what articles say: by day of publication, the undated last, then by article and place in it. */
export function byPublication(a: Row, b: Row): number {
  return (
    compareText(textOrNull(a, "published") ?? "~", textOrNull(b, "published") ?? "~") ||
    compareText(textOf(a, "article"), textOf(b, "article")) ||
    numberOf(a, "start") - numberOf(b, "start") ||
    numberOf(a, "end") - numberOf(b, "end")
  );
}

/** Every meeting of every two, from either's side, strongest first. */
export async function allMeetingRows(store: GraphStore): Promise<readonly MetRow[]> {
  const parties = await allRows(
    store,
    "MATCH (e:Person|Organization|Place)-[:TOOK_PART_IN]->(:Meeting) RETURN DISTINCT e.id AS id, e.name AS name, labels(e) AS labels",
  );
  return await meetingRows(
    store,
    parties.map((row) => ({ id: textOf(row, "id"), name: textOf(row, "name"), type: typeOf(row, "labels") })),
  );
}

/** All rows in which one of `asked` is `a`, strongest first. */
export async function meetingRows(store: GraphStore, asked: readonly AnswerEntity[]): Promise<readonly MetRow[]> {
  const entityOf = new Map(asked.flatMap((entity) => (entity.id === null ? [] : [[entity.id, entity] as const])));
  if (entityOf.size === 0) return [];
  const ids = [...entityOf.keys()];
  const meetings = await readMeetings(store, ids);
  const rows: MetRow[] = [];
  const parties = await allRows(
    store,
    `MATCH (a:Person|Organization|Place)-[s:TOOK_PART_IN]->(m:Meeting)<-[t:TOOK_PART_IN]-(b:Person|Organization|Place)
     WHERE a.id IN $ids AND a.id <> b.id
     RETURN a.id AS a, m.id AS meeting, b.id AS b, b.name AS name, labels(b) AS labels, t.named AS named, t.text AS words, s.role AS own, t.role AS other`,
    { ids },
  );
  for (const party of parties) {
    const [a, meeting] = [entityOf.get(textOf(party, "a")), meetings.get(textOf(party, "meeting"))];
    if (!a || !meeting) throw new Error("the store changed while it was read");
    const b = { id: textOf(party, "b"), name: textOf(party, "name"), type: typeOf(party, "labels") };
    rows.push(
      metRow(a, b, party.named === true ? null : textOf(party, "words"), { a: roleOf(party, "own"), b: roleOf(party, "other") }, meeting),
    );
  }
  for (const row of await allRows(store, `${askedMeetings} RETURN a.id AS a, m.id AS meeting, took.role AS own`, { ids })) {
    const [a, meeting] = [entityOf.get(textOf(row, "a")), meetings.get(textOf(row, "meeting"))];
    if (!a || !meeting) throw new Error("the store changed while it was read");
    for (const words of meeting.unnamed)
      rows.push(metRow(a, { id: null, name: words, type: null }, null, { a: roleOf(row, "own"), b: null }, meeting));
  }
  return rows.sort(byStrength);
}

const askedMeetings = "MATCH (a:Person|Organization|Place)-[took:TOOK_PART_IN]->(m:Meeting) WHERE a.id IN $ids";

async function readMeetings(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, Meeting>> {
  const places = new Map<string, string[]>();
  for (const row of await allRows(
    store,
    `${askedMeetings} MATCH (m)-[:HELD_AT]->(p:Place) RETURN DISTINCT m.id AS meeting, p.name AS place`,
    { ids },
  )) {
    addTo(places, textOf(row, "meeting"), textOf(row, "place"));
  }
  const claims = new Map<string, Row[]>();
  const claimRows = await allRows(
    store,
    `${askedMeetings}
     MATCH (m)<-[:REPORTS]-(c:Claim)<-[:MAKES]-(article:Article)
     OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(o:Outlet)
     RETURN DISTINCT m.id AS meeting, article.id AS article, o.name AS outlet, article.title AS headline, article.file AS file, article.publishedAt AS published,
            c.start AS start, c.\`end\` AS \`end\`, c.text AS text, c.manual AS manual`,
    { ids },
  );
  for (const row of claimRows) addTo(claims, textOf(row, "meeting"), row);
  const rows = await allRows(
    store,
    `${askedMeetings}
     RETURN DISTINCT m.id AS meeting, m.modality AS modality, m.modalities AS modalities, m.manner AS manner, m.mediated AS mediated, m.\`from\` AS \`from\`, m.\`to\` AS \`to\`, m.unnamed AS unnamed,
            m.independentSources AS independent, m.sources AS sources, m.articles AS articles`,
    { ids },
  );
  return new Map(
    rows.map((row) => {
      const meeting = textOf(row, "meeting");
      return [
        meeting,
        {
          meeting,
          modality: modalityOf(row),
          manner: manners.find((known) => known === row.manner) ?? "unknown",
          modalities: modalities.filter((one) => textsOf(row, "modalities").includes(one)).sort(compareText),
          mediated: row.mediated === true,
          place: places.get(meeting)?.sort(compareText).join(", ") ?? null,
          from: textOrNull(row, "from"),
          to: textOrNull(row, "to"),
          independentSources: numberOf(row, "independent"),
          sources: textsOf(row, "sources"),
          articles: numberOf(row, "articles"),
          evidence: evidenceInOrder(claims.get(meeting) ?? []),
          unnamed: textsOf(row, "unnamed"),
        },
      ];
    }),
  );
}

/** A sentence that makes two claims about a meeting is shown once. */
function evidenceInOrder(rows: readonly Row[]): readonly AnswerEvidence[] {
  const seen = new Map<string, AnswerEvidence>();
  for (const row of [...rows].sort(byPublication)) {
    const evidence = evidenceOf(row);
    seen.set(`${evidence.article}\0${evidence.start}\0${evidence.end}`, evidence);
  }
  return [...seen.values()];
}

function metRow(a: AnswerEntity, b: AnswerEntity, as: string | null, roles: MetRow["roles"], { unnamed: _, ...meeting }: Meeting): MetRow {
  return { a: { id: a.id, name: a.name, type: a.type }, b, as, roles, ...meeting };
}

function addTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
