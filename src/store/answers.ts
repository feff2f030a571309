/** The questions that programs ask, as typed answers: the same for the command line, the server and every store. */

import type { AnswerEntity, ArticleAnswer, EntityCard, MetAnswer, SaidRow, SearchHit } from "../domain/answer.ts";
import { UserError } from "../domain/errors.ts";
import { compareText } from "../graph/fold-name.ts";
import { connection } from "./connection.ts";
import { contradictions } from "./disagreements.ts";
import { entitiesById, findEntities, resolveEntities, typeOf, unknownEntity } from "./find-entities.ts";
import type { GraphStore, QueryParameters } from "./graph-store.ts";
import { allMeetingRows, byPublication, evidenceOf, meetingRows, modalityOf } from "./meeting-rows.ts";
import { allRows, numberOf, numbersOf, type Row, textOf, textOrNull, textsOf } from "./query-rows.ts";
import { nearestNames } from "./questions.ts";

export { connection } from "./connection.ts";
export { findEntities } from "./find-entities.ts";

/**
 * Whom `a` met, or whether `a` and `b` did: a row for each meeting and counterpart, whatever became of the meeting. `b` may also be
 * words for people without a name ("hostages"). Throws UserError `unknown-entity`.
 */
export async function met(store: GraphStore, a: string, b?: string): Promise<MetAnswer> {
  const asked = await resolveEntities(store, a);
  const rows = await meetingRows(store, asked);
  const plain = asked.map(({ id, name, type }): AnswerEntity => ({ id, name, type }));
  if (b === undefined) return { asked: plain, rows };
  const words = b.trim().toLowerCase();
  const unnamed = rows.filter((row) => row.b.id === null && words !== "" && row.b.name.toLowerCase().includes(words));
  try {
    const ids = new Set((await resolveEntities(store, b)).map(({ id }) => id));
    return { asked: plain, rows: rows.filter((row) => (row.b.id === null ? unnamed.includes(row) : ids.has(row.b.id))) };
  } catch (error) {
    if (unnamed.length > 0 && error instanceof UserError) return { asked: plain, rows: unnamed };
    throw error;
  }
}

/**
 * What `speaker` said, or others for it, what was said about `about` (an entity, or else words of the quote), or both; without either, every quote.
 * In order of publication. Throws UserError `unknown-entity`.
 */
export async function said(store: GraphStore, speaker?: string, about?: string): Promise<readonly SaidRow[]> {
  const conditions: string[] = [];
  const parameters: Record<string, QueryParameters[string]> = {};
  if (speaker !== undefined) {
    // What is said for an organisation counts for it: "Hamas officials said".
    conditions.push("(q.speakerId IN $speakers OR q.onBehalfOf IN $speakers)");
    parameters.speakers = (await resolveEntities(store, speaker)).map(({ id }) => id);
  }
  if (about === undefined) return await saidRows(store, conditions, parameters);
  const matches = await resolveEntities(store, about).catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
  if (!(matches instanceof UserError)) {
    // In a query of its own: the embedded engine loses a parameter inside EXISTS when another stands outside it.
    const found = await allRows(
      store,
      "MATCH (q:Quote)-[:ABOUT]->(x:Person|Organization|Place) WHERE x.id IN $about RETURN DISTINCT q.id AS id ORDER BY id",
      { about: matches.map(({ id }) => id) },
    );
    // One engine cannot take an empty list.
    if (found.length === 0) return [];
    conditions.push("q.id IN $quotes");
    return await saidRows(store, conditions, { ...parameters, quotes: found.map((row) => textOf(row, "id")) });
  }
  const words = about.trim().toLowerCase();
  const rows = await saidRows(store, [...conditions, "toLower(q.text) CONTAINS $words"], { ...parameters, words });
  const mentioning = rows.filter(({ text }) => startsWord(text.toLowerCase(), words));
  if (mentioning.length === 0) throw matches;
  return mentioning;
}

/** True where the words begin a word of the text: "strike" in "strikers", but no "x" in "next". Both in lower case. */
function startsWord(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0 && words !== ""; at = text.indexOf(words, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  return false;
}

/** All that is known of an entity. Throws UserError `unknown-entity` when nothing has that id. */
export async function entityCard(store: GraphStore, id: string): Promise<EntityCard> {
  const [row] = await allRows(
    store,
    "MATCH (e:Person|Organization|Place) WHERE e.id = $id RETURN e.id AS id, e.name AS name, labels(e) AS labels, e.aliases AS aliases, e.wikidata AS wikidata",
    { id },
  );
  if (!row) throw await unknownEntity(store, id);
  const entity: AnswerEntity = { id, name: textOf(row, "name"), type: typeOf(row, "labels") };
  return {
    entity,
    aliases: textsOf(row, "aliases"),
    wikidata: textOrNull(row, "wikidata"),
    roles: await rolesOf(store, id),
    meetings: await meetingRows(store, [entity]),
    quotes: await saidRows(store, ["q.speakerId = $id"], { id }),
    articles: await articlesOf(store, id),
  };
}

/** All questions about one store, for whoever asks without knowing where the answers come from. */
export function answersOf(store: GraphStore) {
  return {
    met: (a: string, b?: string) => met(store, a, b),
    allMeetings: () => allMeetingRows(store),
    said: (speaker?: string, about?: string) => said(store, speaker, about),
    contradictions: () => contradictions(store),
    connection: (a: string, b: string) => connection(store, a, b),
    findEntities: (text: string) => findEntities(store, text),
    entityCard: (id: string) => entityCard(store, id),
  };
}

/** An article with everything found in it. Throws UserError `unknown-article` with the nearest ids. */
export async function article(store: GraphStore, id: string): Promise<ArticleAnswer> {
  const [row] = await allRows(
    store,
    `MATCH (a:Article) WHERE a.id = $id OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
     RETURN a.title AS title, o.name AS outlet, a.publishedAt AS published, a.url AS url, a.text AS text`,
    { id },
  );
  if (!row) throw await unknownArticle(store, id);
  const mentions = await allRows(
    store,
    `MATCH (a:Article)-[r:MENTIONS]->(e:Person|Organization|Place) WHERE a.id = $id
     RETURN e.id AS entity, labels(e) AS labels, r.\`starts\` AS spanStarts, r.\`ends\` AS spanEnds, r.texts AS spanTexts`,
    { id },
  );
  const claims = await allRows(
    store,
    `MATCH (c:Claim)-[:REPORTS]->(m:Meeting) WHERE c.article = $id
     RETURN c.id AS id, c.start AS start, c.\`end\` AS \`end\`, c.text AS text, c.modality AS modality, m.id AS meeting`,
    { id },
  );
  const quotes = await saidRows(store, ["q.article = $id"], { id });
  const spans = mentions.flatMap((mention) => {
    const [entity, type] = [textOf(mention, "entity"), typeOf(mention, "labels")];
    return mentionsOf(mention).map((span) => ({ ...span, entity, type }));
  });
  return {
    id,
    title: textOrNull(row, "title"),
    outlet: textOrNull(row, "outlet"),
    publishedAt: textOrNull(row, "published"),
    url: textOrNull(row, "url"),
    text: textOf(row, "text"),
    mentions: spans.sort((a, b) => bySpan(a, b) || compareText(a.entity, b.entity)),
    quotes: quotes.map(({ quote, text, kind, speaker, evidence: { start, end } }) => ({ id: quote, start, end, text, kind, speaker })),
    claims: claims
      .map((claim) => ({
        id: textOf(claim, "id"),
        start: numberOf(claim, "start"),
        end: numberOf(claim, "end"),
        text: textOf(claim, "text"),
        modality: modalityOf(claim),
        meeting: textOf(claim, "meeting"),
      }))
      .sort((a, b) => bySpan(a, b) || compareText(a.id, b.id)),
  };
}

/** What holds the words, at most `limit`: entities by their names first, then articles by their titles, then quotes. */
export async function search(store: GraphStore, text: string, limit: number): Promise<readonly SearchHit[]> {
  const words = text.trim().toLowerCase();
  if (words === "") return [];
  const entities = (await findEntities(store, text)).map(({ id, name, type, mentions, articles }): SearchHit => {
    return { kind: "entity", id, entity: { id, name, type }, mentions, articles };
  });
  if (entities.length >= limit) return entities.slice(0, limit);
  const titled = await allRows(
    store,
    `MATCH (a:Article) WHERE toLower(a.title) CONTAINS $words OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
     RETURN a.id AS article, a.title AS title, o.name AS outlet, a.publishedAt AS published, 0 AS start, 0 AS \`end\``,
    { words },
  );
  const articles = [...titled].sort(byPublication).map((row): SearchHit => {
    return {
      kind: "article",
      id: textOf(row, "article"),
      title: textOf(row, "title"),
      outlet: textOrNull(row, "outlet"),
      publishedAt: textOrNull(row, "published"),
    };
  });
  const quotes = (await saidRows(store, ["toLower(q.text) CONTAINS $words"], { words })).map(({ quote, speaker, evidence }): SearchHit => {
    return { kind: "quote", id: quote, speaker, evidence };
  });
  return [...entities, ...articles, ...quotes].slice(0, limit);
}

async function saidRows(store: GraphStore, conditions: readonly string[], parameters: QueryParameters): Promise<readonly SaidRow[]> {
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const rows = await allRows(
    store,
    `MATCH (a:Article)-[:CONTAINS]->(q:Quote) ${where}
     OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
     RETURN q.id AS quote, q.text AS text, q.quoteKind AS kind, q.cue AS cue, q.confidence AS confidence, q.speakerId AS speakerId,
            q.speakerName AS speakerName, q.speakerText AS speakerText, q.cluster AS cluster, q.changedFrom AS changedFrom,
            q.changedTo AS changedTo, a.id AS article, o.name AS outlet,
            a.title AS headline, a.file AS file, a.publishedAt AS published, q.start AS start, q.\`end\` AS \`end\``,
    parameters,
  );
  const speakers = await entitiesById(
    store,
    rows.flatMap((row) => textOrNull(row, "speakerId") ?? []),
  );
  return [...rows].sort(byPublication).map((row) => ({
    speaker: speakerOf(row, speakers),
    quote: textOf(row, "quote"),
    text: textOf(row, "text"),
    kind: kindOf(row),
    cue: textOrNull(row, "cue"),
    confidence: numberOf(row, "confidence"),
    evidence: evidenceOf(row),
    publishedAt: textOrNull(row, "published"),
    cluster: textOrNull(row, "cluster"),
    changes: changesOf(row),
  }));
}

function changesOf(row: Row): SaidRow["changes"] {
  const lists = [row.changedFrom, row.changedTo].map((list) => (Array.isArray(list) ? list.map(String) : []));
  return (lists[0] ?? []).map((from, index) => ({ from, to: lists[1]?.[index] ?? "" }));
}

function speakerOf(row: Row, speakers: ReadonlyMap<string, AnswerEntity>): AnswerEntity {
  const known = speakers.get(textOrNull(row, "speakerId") ?? "");
  return known ?? { id: null, name: textOrNull(row, "speakerName") ?? textOrNull(row, "speakerText") ?? "somebody unnamed", type: null };
}

function kindOf(row: Row): SaidRow["kind"] {
  const kind = (["direct", "indirect", "mixed"] as const).find((known) => known === row.kind);
  if (!kind) throw new Error(`no such kind of quote: ${JSON.stringify(row.kind)}`);
  return kind;
}

async function rolesOf(store: GraphStore, id: string): Promise<EntityCard["roles"]> {
  const rows = await allRows(
    store,
    `MATCH (p:Person)-[r:HAS_ROLE]->(body:Organization|Place) WHERE p.id = $id
     RETURN r.title AS title, r.former AS former, body.id AS body, body.name AS name, labels(body) AS labels`,
    { id },
  );
  return rows
    .map((row) => ({
      title: textOf(row, "title"),
      of: { id: textOf(row, "body"), name: textOf(row, "name"), type: typeOf(row, "labels") },
      former: row.former === true,
    }))
    .sort((a, b) => Number(a.former) - Number(b.former) || compareText(a.title, b.title) || compareText(a.of.name, b.of.name));
}

async function articlesOf(store: GraphStore, id: string): Promise<EntityCard["articles"]> {
  const rows = await allRows(
    store,
    `MATCH (a:Article)-[r:MENTIONS]->(e:Person|Organization|Place) WHERE e.id = $id
     OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
     RETURN a.id AS article, a.title AS title, o.name AS outlet, a.publishedAt AS published, 0 AS start, 0 AS \`end\`,
            r.\`starts\` AS spanStarts, r.\`ends\` AS spanEnds, r.texts AS spanTexts`,
    { id },
  );
  return [...rows].sort(byPublication).map((row) => ({
    id: textOf(row, "article"),
    title: textOrNull(row, "title"),
    outlet: textOrNull(row, "outlet"),
    publishedAt: textOrNull(row, "published"),
    mentions: mentionsOf(row),
  }));
}

/** The stretches that a MENTIONS relationship carries in three lists. */
function mentionsOf(row: Row): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const [starts, ends, texts] = [numbersOf(row, "spanStarts"), numbersOf(row, "spanEnds"), textsOf(row, "spanTexts")];
  return starts.map((start, index) => ({ start, end: ends[index] ?? start, text: texts[index] ?? "" }));
}

function bySpan(a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): number {
  return a.start - b.start || a.end - b.end;
}

async function unknownArticle(store: GraphStore, id: string): Promise<UserError> {
  const ids = (await allRows(store, "MATCH (a:Article) RETURN a.id AS id")).map((row) => textOf(row, "id"));
  const near = nearestNames(id, ids);
  return new UserError(
    "unknown-article",
    `there is no article ${id} in the store`,
    near.length > 0 ? `Did you mean ${near.join(", ")}?` : "",
  );
}
