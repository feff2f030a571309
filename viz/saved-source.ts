/**
 * The questions that a store answers, over what was saved with a page: the same names, the same rows and the same order, so that a file
 * that was mailed says what the command line says. A test asks both.
 */
import type { AnswerSource } from "../src/app/answer-question.ts";
import type { SavedGraph } from "../src/app/export-html.ts";
import type { AnswerEntity, AnswerEvidence, EntityCard, EntityMatch, MetAnswer, PathStep, SaidRow } from "../src/domain/answer.ts";
import { UserError } from "../src/domain/errors.ts";
import { compareText } from "../src/graph/fold-name.ts";
import { mayMean, surest, wayOf, ways } from "../src/graph/match-name.ts";
import { byStrength } from "../src/graph/order-meetings.ts";
import { type Link, shortestChain } from "../src/graph/shortest-chain.ts";

type SavedArticle = SavedGraph["articles"][string];

/** Answers questions from what was saved. All reject with UserError `unknown-entity` for names that nobody bears. */
export function sourceOf(saved: SavedGraph): AnswerSource {
  const resolve = (name: string): readonly EntityMatch[] => {
    const found = surest(matchesOf(saved, name));
    if (found.length === 0) throw new UserError("unknown-entity", `the graph knows nobody and nothing called “${name}”`);
    return found;
  };
  return {
    met: async (a, b) => metOf(saved, resolve(a), b, resolve),
    allMeetings: async () =>
      Object.values(saved.entities)
        .flatMap(({ meetings }) => meetings)
        .sort(byStrength),
    said: async (speaker, about) => saidOf(saved, speaker === undefined ? null : idsOf(resolve(speaker)), about, resolve),
    contradictions: async () => saved.disputes,
    connection: async (a, b) => connectionOf(saved, [...idsOf(resolve(a))], idsOf(resolve(b))),
    findEntities: async (name) => matchesOf(saved, name),
    entityCard: async (id) => {
      const card = savedCard(saved, id);
      if (!card) throw new UserError("unknown-entity", `the graph knows nobody and nothing called “${id}”`);
      return card;
    },
  };
}

/** The card of an entity; null where none was saved. */
export function savedCard(saved: SavedGraph, id: string): EntityCard | null {
  // What every object has, such as "constructor", is no card.
  const card = Object.hasOwn(saved.entities, id) ? saved.entities[id] : undefined;
  return card ? { ...card, quotes: saved.sayings.flatMap(({ row }) => (row.speaker.id === id ? [row] : [])) } : null;
}

function idsOf(matches: readonly EntityMatch[]): ReadonlySet<string> {
  return new Set(matches.map(({ id }) => id));
}

function matchesOf({ network: { entities }, keys }: SavedGraph, name: string): readonly EntityMatch[] {
  return entities.id
    .flatMap((id, row): readonly EntityMatch[] => {
      const type = entities.type[row];
      const nameable = { id, name: entities.name[row] ?? id, aliases: entities.aliases[row] ?? [], keys: keys[row] ?? [] };
      if (type === undefined || !mayMean(nameable, name)) return [];
      const counts = { mentions: entities.mentions[row] ?? 0, articles: entities.articles[row] ?? 0 };
      return [{ id, name: nameable.name, type, by: wayOf(nameable, name), ...counts }];
    })
    .sort(
      (a, b) =>
        ways.indexOf(a.by) - ways.indexOf(b.by) || b.mentions - a.mentions || compareText(a.name, b.name) || compareText(a.id, b.id),
    );
}

type Resolve = (name: string) => readonly EntityMatch[];

function metOf(saved: SavedGraph, asked: readonly EntityMatch[], b: string | undefined, resolve: Resolve): MetAnswer {
  const rows = asked.flatMap(({ id }) => saved.entities[id]?.meetings ?? []).sort(byStrength);
  const plain = asked.map(({ id, name, type }): AnswerEntity => ({ id, name, type }));
  if (b === undefined) return { asked: plain, rows };
  const words = b.trim().toLowerCase();
  const unnamed = rows.filter((row) => row.b.id === null && words !== "" && row.b.name.toLowerCase().includes(words));
  try {
    const ids = idsOf(resolve(b));
    return { asked: plain, rows: rows.filter((row) => (row.b.id === null ? unnamed.includes(row) : ids.has(row.b.id))) };
  } catch (error) {
    if (unnamed.length > 0 && error instanceof UserError) return { asked: plain, rows: unnamed };
    throw error;
  }
}

function saidOf(
  { sayings }: SavedGraph,
  speakers: ReadonlySet<string> | null,
  about: string | undefined,
  resolve: Resolve,
): readonly SaidRow[] {
  // What is said for an organisation counts for it.
  const theirs = sayings.filter(
    ({ row, onBehalfOf }) => speakers === null || speakers.has(row.speaker.id ?? "") || (onBehalfOf !== null && speakers.has(onBehalfOf)),
  );
  if (about === undefined) return theirs.map(({ row }) => row);
  try {
    const ids = idsOf(resolve(about));
    return theirs.flatMap((saying) => (saying.about.some((id) => ids.has(id)) ? [saying.row] : []));
  } catch (error) {
    const words = about.trim().toLowerCase();
    const worded = theirs.flatMap(({ row }) => (row.text.toLowerCase().includes(words) ? [row] : []));
    if (worded.length === 0) throw error;
    return worded;
  }
}

/** By a chain of meetings, else of meetings and roles, else through articles that name both. */
function connectionOf(saved: SavedGraph, starts: readonly string[], ends: ReadonlySet<string>): readonly PathStep[] {
  if (starts.some((id) => ends.has(id))) return [];
  const meetings = saved.met.map(([from, to, strength]): Link => ({ from, to, role: null, strength }));
  const roles = Object.values(saved.entities).flatMap(({ entity, roles: held }) =>
    held.flatMap(({ title, of, former }): readonly Link[] =>
      entity.id === null || of === null || of.id === null
        ? []
        : [{ from: entity.id, to: of.id, role: former ? `former ${title}` : title, strength: 0 }],
    ),
  );
  const chain = shortestChain(starts, ends, meetings) ?? shortestChain(starts, ends, [...meetings, ...roles]);
  return chain ? chain.map((link) => stepOf(saved, link)) : sharedArticles(saved, new Set(starts), ends);
}

function entityOf(saved: SavedGraph, id: string): AnswerEntity {
  return saved.entities[id]?.entity ?? { id: null, name: id, type: null };
}

function stepOf(saved: SavedGraph, { from, to, role }: Link): PathStep {
  const ends = { from: entityOf(saved, from), to: entityOf(saved, to) };
  if (role !== null) return { ...ends, by: "role", through: role, evidence: [] };
  const met = saved.entities[from]?.meetings.filter(({ b }) => b.id === to) ?? [];
  const meeting = met.find(({ modality }) => modality === "held" || modality === "ongoing") ?? met[0];
  const id = meeting?.meeting ?? "";
  return { ...ends, by: "meeting", through: saved.meetings[id]?.title ?? id, evidence: meeting?.evidence ?? [] };
}

/** An article that names two, with the mentions of each. */
interface Shared {
  readonly article: SavedArticle;
  readonly sides: readonly [Side, Side];
}

interface Side {
  readonly entity: string;
  readonly mentions: SavedArticle["mentions"];
}

/** One step for two that an article names both, else two steps over whoever is named together with both most often. */
function sharedArticles(saved: SavedGraph, starts: ReadonlySet<string>, ends: ReadonlySet<string>): readonly PathStep[] {
  const direct = bestShared(saved, starts, ends);
  if (direct) return [articleStep(saved, direct)];
  const [before, after] = [namedTogether(saved, starts), namedTogether(saved, ends)];
  const [between] = [...before]
    .map(([id, count]) => ({ id, count: Math.min(count, after.get(id) ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareText(a.id, b.id));
  if (!between) return [];
  const middle = new Set([between.id]);
  const [first, second] = [bestShared(saved, starts, middle), bestShared(saved, middle, ends)];
  return first && second ? [articleStep(saved, first), articleStep(saved, second)] : [];
}

function namedTogether({ articles }: SavedGraph, ids: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { mentions } of Object.values(articles)) {
    const named = new Set(mentions.map(({ entity }) => entity));
    if (![...named].some((id) => ids.has(id))) continue;
    for (const id of named) if (!ids.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The article that names the less named one of the two most often, then the earliest. */
function bestShared({ articles }: SavedGraph, xs: ReadonlySet<string>, ys: ReadonlySet<string>): Shared | undefined {
  const sidesOf = ({ mentions }: SavedArticle, ids: ReadonlySet<string>): readonly Side[] =>
    [...new Set(mentions.map(({ entity }) => entity))]
      .filter((entity) => ids.has(entity))
      .map((entity) => ({ entity, mentions: mentions.filter((mention) => mention.entity === entity) }));
  const shared = Object.values(articles).flatMap((article) =>
    sidesOf(article, xs).flatMap((x) =>
      sidesOf(article, ys).flatMap((y): Shared[] => (x.entity === y.entity ? [] : [{ article, sides: [x, y] }])),
    ),
  );
  const weight = ({ sides: [x, y] }: Shared): number => Math.min(x.mentions.length, y.mentions.length);
  return shared.sort(
    (a, b) =>
      weight(b) - weight(a) ||
      compareText(a.article.publishedAt ?? "~", b.article.publishedAt ?? "~") ||
      compareText(a.article.id, b.article.id) ||
      compareText(a.sides[0].entity + a.sides[1].entity, b.sides[0].entity + b.sides[1].entity),
  )[0];
}

function articleStep(saved: SavedGraph, { article, sides: [x, y] }: Shared): PathStep {
  const { id, outlet, title, publishedAt } = article;
  const evidence = [x, y].flatMap(({ mentions: [first] }): readonly AnswerEvidence[] =>
    first ? [{ article: id, outlet, title, publishedAt, start: first.start, end: first.end, text: first.text }] : [],
  );
  const through = `both named ${title === null ? `by ${outlet ?? id}` : `in “${title}”`}`;
  return { from: entityOf(saved, x.entity), to: entityOf(saved, y.entity), by: "article", through, evidence };
}
