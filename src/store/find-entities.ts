/** From a name as somebody types it to the people, organisations and places of a store that it may mean. */
import type { AnswerEntity, EntityMatch } from "../domain/answer.ts";
import { UserError } from "../domain/errors.ts";
import { type EntityType, entityTypes } from "../domain/mention.ts";
import { compareText, tidyName } from "../graph/fold-name.ts";
import { formsOf, surest, wayOf, ways } from "../graph/match-name.ts";
import type { GraphStore } from "./graph-store.ts";
import { allRows, type Row, textOf, textsOf } from "./query-rows.ts";
import { nearestNames } from "./questions.ts";

/** The test for a part of a key: one engine cannot see parameters inside `any`, the other has no `list_to_string`. */
const someKeyHolds = {
  neo4j: "any(key IN e.keys WHERE key CONTAINS $lower)",
  ladybug: "list_to_string('\n', e.keys) CONTAINS $lower",
} as const;

/** Every entity that the name may mean, best first: by how it fits, then by how often it is mentioned. Empty when none fits. */
export async function findEntities(store: GraphStore, name: string): Promise<readonly EntityMatch[]> {
  const [lower, folded = lower] = formsOf(name);
  if (lower === undefined || folded === undefined) return [];
  const rows = await allRows(
    store,
    `MATCH (e:Person|Organization|Place)
     WHERE e.id = $name OR $folded IN e.keys OR ${someKeyHolds[store.dialect]}
     RETURN e.id AS id, e.name AS name, labels(e) AS labels, e.aliases AS aliases, e.keys AS keys, e.mentions AS mentions, e.articles AS articles`,
    { name: tidyName(name), lower, folded },
  );
  return rows.map((row) => matchOf(row, name)).sort(compareMatches);
}

/**
 * Whom a name means: the entity of that id, else those of exactly that name, else all that it is another form or the surname of.
 * Throws UserError `unknown-entity` with the nearest spellings when there is none.
 */
export async function resolveEntities(store: GraphStore, name: string): Promise<readonly EntityMatch[]> {
  const matches = await findEntities(store, name);
  const found = surest(matches);
  if (found.length > 0) return found;
  throw await unknownEntity(store, name, matches);
}

/** The error for a name that nothing fits, with names that look like it. */
export async function unknownEntity(store: GraphStore, name: string, similar: readonly AnswerEntity[] = []): Promise<UserError> {
  const names = new Map<string, string>();
  if (similar.length === 0) {
    for (const row of await allRows(store, "MATCH (e:Person|Organization|Place) RETURN e.name AS name, e.keys AS keys")) {
      for (const key of textsOf(row, "keys")) names.set(key, textOf(row, "name"));
    }
  }
  const nearest = nearestNames(tidyName(name), names.keys()).map((key) => names.get(key) ?? key);
  const offers = [...new Set([...similar.map((entity) => entity.name), ...nearest])].slice(0, 5);
  const hint = offers.length > 0 ? `Did you mean ${offers.join(", ")}?` : "whomet query most-mentioned lists who and what there is.";
  return new UserError("unknown-entity", `the graph knows nobody and nothing called “${name}”`, hint);
}

/** The entities with these ids, by id. */
export async function entitiesById(store: GraphStore, ids: Iterable<string>): Promise<ReadonlyMap<string, AnswerEntity>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await allRows(
    store,
    "MATCH (e:Person|Organization|Place) WHERE e.id IN $ids RETURN e.id AS id, e.name AS name, labels(e) AS labels",
    { ids: wanted },
  );
  return new Map(rows.map((row) => [textOf(row, "id"), { id: textOf(row, "id"), name: textOf(row, "name"), type: typeOf(row, "labels") }]));
}

/** The type behind the labels of a node, which one engine gives as a list and the other as a text. */
export function typeOf(row: Row, column: string): EntityType {
  const labels = row[column];
  for (const label of Array.isArray(labels) ? labels : [labels]) {
    const type = entityTypes.find((known) => known === String(label).toUpperCase());
    if (type) return type;
  }
  throw new Error(`no person, organisation or place: ${JSON.stringify(labels)}`);
}

function matchOf(row: Row, name: string): EntityMatch {
  const entity = { id: textOf(row, "id"), name: textOf(row, "name"), aliases: textsOf(row, "aliases"), keys: textsOf(row, "keys") };
  const counts = { mentions: Number(row.mentions), articles: Number(row.articles) };
  return { id: entity.id, name: entity.name, type: typeOf(row, "labels"), by: wayOf(entity, name), ...counts };
}

/** Best first: by how it fits, then by how often it is mentioned. */
function compareMatches(a: EntityMatch, b: EntityMatch): number {
  return ways.indexOf(a.by) - ways.indexOf(b.by) || b.mentions - a.mentions || compareText(a.name, b.name) || compareText(a.id, b.id);
}
