/** Judgements made on what a store shows, tied to the sentences it shows them with. Every tool that lets somebody judge uses this. */
import { UserError } from "../domain/errors.ts";
import type { Anchor, MeetingCorrection, MeetingVerdict, PairJudgement, PairVerdict } from "../domain/judgement.ts";
import { type BuiltGraph, buildGraph } from "../graph/build-graph.ts";
import { nameAnchors } from "../graph/judgements/anchors.ts";
import { kindOfId, neverOne } from "../graph/judgements/parse-judgements.ts";
import { loadNameTables, type NameTables } from "../graph/name-tables.ts";
import type { GraphStore, LoadReport, QueryValue } from "../store/graph-store.ts";
import type { JudgementsFile } from "./judgements-file.ts";
import { fromStored } from "./merge-articles.ts";

/** Who judges, when (ISO time) and why. */
export interface Judge {
  readonly by: string | null;
  readonly at: string | null;
  readonly why: string | null;
}

/**
 * A judgement on two entities of a store. Throws UserError `unknown-entity` for an id that the store does not have, and
 * `bad-arguments` for "same" over two types or an entity and itself.
 */
export async function judgePair(store: GraphStore, a: string, b: string, verdict: PairVerdict, judge: Judge): Promise<PairJudgement> {
  if (a === b) throw new UserError("bad-arguments", `"${a}" is one entity, not two`, "Name two entities.");
  if (verdict === "same" && kindOfId(a) !== kindOfId(b)) throw new UserError("bad-arguments", neverOne(a, b), "Types never merge.");
  const anchors = { a: await anchorsOf(store, a), b: await anchorsOf(store, b) };
  return { a, b, verdict, ...judge, anchors };
}

/** A correction of a meeting of a store. Throws UserError `bad-arguments` for an id that the store does not have. */
export async function correctMeeting(
  store: GraphStore,
  meeting: string,
  verdict: MeetingVerdict,
  judge: Judge,
): Promise<MeetingCorrection> {
  const { rows } = await store.query(
    "MATCH (c:Claim)-[:REPORTS]->(m:Meeting {id: $id}) RETURN c.article AS article, c.`start` AS first, c.`end` AS last, c.text AS text ORDER BY article, first, last",
    { id: meeting },
  );
  const claims = rows.flatMap(({ article, first, last, text }) => anchorOf(article, first, last, text) ?? []);
  if (claims.length === 0)
    throw new UserError("bad-arguments", `the store has no meeting "${meeting}"`, "Is the page older than the store?");
  return { meeting, verdict, ...judge, claims };
}

async function anchorsOf(store: GraphStore, id: string): Promise<Anchor[]> {
  const { rows } = await store.query(
    "MATCH (a:Article)-[m:MENTIONS]->(e:Person|Organization|Place) WHERE e.id = $id " +
      "RETURN a.id AS article, m.`starts` AS firsts, m.`ends` AS lasts, m.texts AS texts, e.name AS name, e.aliases AS aliases",
    { id },
  );
  const [first] = rows;
  if (!first) throw new UserError("unknown-entity", `the store has nobody with the id "${id}"`, "whomet met NAME --json shows ids.");
  const mentions = rows.flatMap(({ article, firsts, lasts, texts }) =>
    listOf(texts).flatMap((text, index) => anchorOf(article, listOf(firsts)[index], listOf(lasts)[index], text) ?? []),
  );
  return nameAnchors(
    [first.name, ...listOf(first.aliases)].filter((name) => typeof name === "string"),
    mentions,
  );
}

function listOf(value: QueryValue | undefined): readonly QueryValue[] {
  return Array.isArray(value) ? (value as readonly QueryValue[]) : [];
}

function anchorOf(
  article: QueryValue | undefined,
  start: QueryValue | undefined,
  end: QueryValue | undefined,
  text: QueryValue | undefined,
): Anchor | null {
  if (typeof article !== "string" || typeof start !== "number" || typeof end !== "number" || typeof text !== "string") return null;
  return { article, start, end, text };
}

/** Builds the graph of a store's articles anew under these judgements, with these names, and loads it. */
export async function rebuildStore(
  store: GraphStore,
  { judgements }: Pick<JudgementsFile, "judgements">,
  tables: NameTables = loadNameTables(),
): Promise<{ readonly built: BuiltGraph; readonly report: LoadReport }> {
  const { made, report } = await store.update(async (held) => {
    const { articles, manual } = fromStored(await held.storedArticles());
    return buildGraph(articles, { tables, judgements, manual });
  });
  return { built: made, report };
}
