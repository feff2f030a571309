/** How two entities are connected: by a chain of meetings, else of meetings and roles, else through articles that name both. */

import type { AnswerEntity, AnswerEvidence, PathStep } from "../domain/answer.ts";
import { compareText } from "../graph/fold-name.ts";
import { type Link, shortestChain } from "../graph/shortest-chain.ts";
import { entitiesById, resolveEntities } from "./find-entities.ts";
import type { GraphStore } from "./graph-store.ts";
import { meetingRows } from "./meeting-rows.ts";
import { allRows, numberOf, numbersOf, type Row, textOf, textOrNull, textsOf } from "./query-rows.ts";

/**
 * The shortest chain between two names, step by step. Meetings that took place come first, because they are what a reader asks
 * about; roles tell more than being named together. Empty when nothing connects them. Throws UserError `unknown-entity`.
 */
export async function connection(store: GraphStore, a: string, b: string): Promise<readonly PathStep[]> {
  const [from, to] = [await resolveEntities(store, a), await resolveEntities(store, b)];
  const [starts, ends] = [from.map(({ id }) => id), new Set(to.map(({ id }) => id))];
  if (starts.some((id) => ends.has(id))) return [];
  const meetings = await readMeetings(store);
  const chain = shortestChain(starts, ends, meetings) ?? shortestChain(starts, ends, [...meetings, ...(await readRoles(store))]);
  return chain ? await describeChain(store, chain) : await sharedArticles(store, starts, [...ends]);
}

async function readMeetings(store: GraphStore): Promise<readonly Link[]> {
  const rows = await allRows(
    store,
    `MATCH (a:${named(store)})-[r:MET]->(b:${named(store)}) RETURN a.id AS start, b.id AS stop, r.sources AS sources`,
  );
  return rows.map((row) => ({ from: textOf(row, "start"), to: textOf(row, "stop"), role: null, strength: numberOf(row, "sources") }));
}

async function readRoles(store: GraphStore): Promise<readonly Link[]> {
  const rows = await allRows(
    store,
    "MATCH (a:Person)-[r:HAS_ROLE]->(b:Organization|Place) RETURN a.id AS start, b.id AS stop, r.title AS title, r.former AS former",
  );
  return rows.map((row) => ({
    from: textOf(row, "start"),
    to: textOf(row, "stop"),
    role: row.former === true ? `former ${textOf(row, "title")}` : textOf(row, "title"),
    strength: 0,
  }));
}

async function describeChain(store: GraphStore, chain: readonly Link[]): Promise<readonly PathStep[]> {
  const entities = await entitiesById(
    store,
    chain.flatMap(({ from, to }) => [from, to]),
  );
  const steps: PathStep[] = [];
  for (const link of chain) {
    const [from, to] = [entityIn(entities, link.from), entityIn(entities, link.to)];
    if (link.role === null) steps.push(await meetingStep(store, from, to));
    else steps.push({ from, to, by: "role", through: link.role, evidence: [] });
  }
  return steps;
}

async function meetingStep(store: GraphStore, from: AnswerEntity, to: AnswerEntity): Promise<PathStep> {
  const met = (await meetingRows(store, [from])).filter((row) => row.b.id === to.id);
  const meeting = met.find((row) => row.modality === "held" || row.modality === "ongoing") ?? met[0];
  if (!meeting) throw new Error(`no meeting behind MET of ${from.name} and ${to.name}`);
  const [row] = await allRows(store, "MATCH (m:Meeting) WHERE m.id = $id RETURN m.title AS title", { id: meeting.meeting });
  return { from, to, by: "meeting", through: row ? textOf(row, "title") : meeting.meeting, evidence: meeting.evidence };
}

/** One step for two that an article names both, else two steps over whoever is named together with both most often. */
async function sharedArticles(store: GraphStore, starts: readonly string[], ends: readonly string[]): Promise<readonly PathStep[]> {
  const [direct] = (await articlesOfBoth(store, starts, ends)).sort(compareShared);
  if (direct) return [await articleStep(store, direct)];
  const [before, after] = [await namedTogether(store, starts), await namedTogether(store, ends)];
  const [between] = [...before]
    .map(([id, count]) => ({ id, count: Math.min(count, after.get(id) ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
  if (!between) return [];
  const [first] = (await articlesOfBoth(store, starts, [between.id])).sort(compareShared);
  const [second] = (await articlesOfBoth(store, [between.id], ends)).sort(compareShared);
  return first && second ? [await articleStep(store, first), await articleStep(store, second)] : [];
}

async function namedTogether(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await allRows(
    store,
    `MATCH (x:${named(store)})<-[:MENTIONS]-(article:Article)-[:MENTIONS]->(other:${named(store)})
     WHERE x.id IN $ids AND NOT other.id IN $ids RETURN other.id AS id, count(DISTINCT article.id) AS articles`,
    { ids },
  );
  return new Map(rows.map((row) => [textOf(row, "id"), numberOf(row, "articles")]));
}

async function articlesOfBoth(store: GraphStore, starts: readonly string[], ends: readonly string[]): Promise<Row[]> {
  const rows = await allRows(
    store,
    `MATCH (x:${named(store)})<-[r:MENTIONS]-(article:Article)-[s:MENTIONS]->(y:${named(store)})
     WHERE x.id IN $xs AND y.id IN $ys AND x.id <> y.id
     OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(o:Outlet)
     RETURN article.id AS article, article.title AS title, article.publishedAt AS published, o.name AS outlet, x.id AS x, y.id AS y,
            r.\`starts\` AS xStarts, r.\`ends\` AS xEnds, r.texts AS xTexts, s.\`starts\` AS yStarts, s.\`ends\` AS yEnds, s.texts AS yTexts`,
    { xs: starts, ys: ends },
  );
  return [...rows];
}

/** What has a name: one label on Neo4j, of which 5.26 loses rows where it joins two patterns that begin with one of several labels. */
function named({ dialect }: GraphStore): string {
  return dialect === "neo4j" ? "Entity" : "Person|Organization|Place";
}

/** The article that names the less named one of the two most often, then the earliest. */
function compareShared(a: Row, b: Row): number {
  const weight = (row: Row) => Math.min(numbersOf(row, "xStarts").length, numbersOf(row, "yStarts").length);
  return (
    weight(b) - weight(a) ||
    compareText(textOrNull(a, "published") ?? "~", textOrNull(b, "published") ?? "~") ||
    compareText(textOf(a, "article"), textOf(b, "article")) ||
    compareText(textOf(a, "x") + textOf(a, "y"), textOf(b, "x") + textOf(b, "y"))
  );
}

async function articleStep(store: GraphStore, row: Row): Promise<PathStep> {
  const entities = await entitiesById(store, [textOf(row, "x"), textOf(row, "y")]);
  const evidence = (["x", "y"] as const).map((side): AnswerEvidence => {
    const [start = 0] = numbersOf(row, `${side}Starts`);
    const [end = 0] = numbersOf(row, `${side}Ends`);
    const [text = ""] = textsOf(row, `${side}Texts`);
    return {
      article: textOf(row, "article"),
      outlet: textOrNull(row, "outlet"),
      title: textOrNull(row, "title"),
      publishedAt: textOrNull(row, "published"),
      start,
      end,
      text,
    };
  });
  const [title, outlet] = [textOrNull(row, "title"), textOrNull(row, "outlet")];
  const through = `both named ${title === null ? `by ${outlet ?? textOf(row, "article")}` : `in “${title}”`}`;
  return { from: entityIn(entities, textOf(row, "x")), to: entityIn(entities, textOf(row, "y")), by: "article", through, evidence };
}

function entityIn(entities: ReadonlyMap<string, AnswerEntity>, id: string): AnswerEntity {
  const entity = entities.get(id);
  if (!entity) throw new Error(`no entity ${id}`);
  return entity;
}
