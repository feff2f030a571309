/**
 * What `whomet serve --edit` adds to the API: judgements on who is who and what a meeting was. Each goes into the judgements file, and the
 * graph is built anew from it; to undo one is to write another line, so that nothing is lost.
 */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AnswerEntity } from "../domain/answer.ts";
import { UserError } from "../domain/errors.ts";
import {
  type Anchor,
  isCorrection,
  type MeetingVerdict,
  meetingVerdicts,
  type NumberedJudgement,
  type PairJudgement,
  type PairVerdict,
  pairVerdicts,
  type RecordedJudgement,
} from "../domain/judgement.ts";
import { nameAnchors } from "../graph/judgements/anchors.ts";
import { collectReviews, type ReviewSide } from "../graph/judgements/review-queue.ts";
import { linkEntities } from "../graph/link-entities.ts";
import { loadNameTables, type NameTables } from "../graph/name-tables.ts";
import { entityCard } from "../store/answers.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { answerError, problemAnswer } from "./api-errors.ts";
import { appendJudgements, type JudgementsPath, readJudgements } from "./judgements-file.ts";
import { fromStored } from "./merge-articles.ts";
import { correctMeeting, type Judge, judgePair, rebuildStore } from "./record-judgement.ts";

export interface EditOptions {
  readonly store: GraphStore;
  readonly path: JudgementsPath;
  /** What is known of names when the graph is built anew; by default what ships with the program. */
  readonly tables?: NameTables;
  /** Called after each change of the graph. */
  readonly onChange: () => void;
  /** The time as ISO text. */
  readonly now: () => string;
}

/** Two names that may be one and that the rules left apart. */
export interface OpenPair {
  readonly a: AnswerEntity;
  readonly b: AnswerEntity;
  /** Why they may be one, in words. */
  readonly reason: string;
  /** How likely they are one, as the rules see it, 0 to 1. */
  readonly score: number;
}

/** What somebody decided and nobody took back. */
export interface Decided {
  /** The meeting, or the two names; one name twice where it was parted. */
  readonly about: readonly string[];
  readonly verdict: string;
  /** ISO time; null where nobody wrote it down. */
  readonly at: string | null;
}

const mostPairs = 100;

/** What was asked to be judged. */
type Request =
  | { readonly kind: "pair"; readonly a: string; readonly b: string; readonly verdict: PairVerdict }
  | { readonly kind: "split"; readonly id: string; readonly article: string }
  | { readonly kind: "meeting"; readonly meeting: string; readonly verdict: MeetingVerdict };

const longestId = 500;
/** Bytes; a judgement is two ids and a word. */
const longestBody = 16 * 1024;

function tooLong(context: Context): Response {
  return problemAnswer(context, { status: 413, code: "too-large", message: "This is longer than any judgement.", hint: "" });
}

/** The routes; who may use them is checked before. One change at a time: the next waits for the one before. */
export function makeEditApi({ store, path, tables, onChange, now }: EditOptions) {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const apply = async (judgement: RecordedJudgement, restored: RecordedJudgement | null = null) => {
    const added = restored === null ? [judgement] : [judgement, restored];
    await appendJudgements(path.path, added);
    const file = await readJudgements(path, { mustExist: true });
    const { built } = await rebuildStore(store, file, tables);
    onChange();
    const lines = file.judgements.slice(-added.length).map(({ line }) => line);
    const about = isCorrection(judgement) ? [judgement.meeting] : [judgement.a, judgement.b];
    return {
      judgement: describe(judgement),
      about,
      // What the judgement did away with has no card any more.
      left: about.filter((id) => built.graph.hasNode(id)),
      problems: built.judged.problems.filter((problem) => lines.includes(problem.line)).map(({ reason }) => reason),
    };
  };
  const api = new Hono()
    .get("/session", (context) => context.json({ edit: true as const }))
    .get("/review", async (context) => {
      const { judgements } = await readJudgements(path, { mustExist: false });
      return context.json(await openPairs(store, judgements, tables));
    })
    .get("/judgements", async (context) => {
      const { judgements } = await readJudgements(path, { mustExist: false });
      return context.json(decidedSoFar(judgements.map(({ judgement }) => judgement)));
    })
    .use("/judgements/*", bodyLimit({ maxSize: longestBody, onError: tooLong }))
    .post("/judgements", async (context) => {
      const request = requestOf(await context.req.json().catch(() => null));
      const judge: Judge = { by: "viewer", at: now(), why: null };
      return context.json(await inTurn(async () => apply(await judgementFor(store, request, judge))));
    })
    .post("/judgements/undo", async (context) =>
      context.json(
        await inTurn(async () => {
          const { judgements } = await readJudgements(path, { mustExist: false });
          const standing = standingJudgements(judgements.map(({ judgement }) => judgement));
          const latest = standing.at(-1);
          if (!latest) throw new UserError("bad-arguments", "there is no judgement to undo");
          // Of what a file says of one thing the last word counts: what was said before has to be said again.
          const before = standing.slice(0, -1).findLast((earlier) => isAboutTheSame(earlier, latest)) ?? null;
          const stamp = { at: now(), by: "viewer" };
          return apply({ ...latest, ...stamp, verdict: "unsure" }, before && { ...before, ...stamp });
        }),
      ),
    );
  api.onError(answerError);
  return api;
}

/** What stands, the latest first. */
export function decidedSoFar(judgements: readonly RecordedJudgement[]): readonly Decided[] {
  return standingJudgements(judgements)
    .toReversed()
    .slice(0, mostPairs)
    .map((judgement) => ({
      about: isCorrection(judgement) ? [judgement.meeting] : [judgement.a, judgement.b],
      verdict: judgement.verdict,
      at: judgement.at,
    }));
}

/** The queue of `whomet review` without the pairs that the rules joined: those are parted at the name, article by article. */
async function openPairs(
  store: GraphStore,
  judgements: readonly NumberedJudgement[],
  tables: NameTables = loadNameTables(),
): Promise<readonly OpenPair[]> {
  const { articles } = fromStored(await store.storedArticles());
  const linked = linkEntities(articles, {
    tables,
    takenIds: articles.map(({ annotation }) => annotation.id),
    judgements: withoutUndone(judgements),
  });
  return collectReviews(articles, linked)
    .filter(({ a, b }) => a.id !== b.id)
    .slice(0, mostPairs)
    .map(({ a, b, reason, score }) => ({ a: plain(a), b: plain(b), reason, score }));
}

/** Without what was taken back, and the word that took it back: such a pair is as open as before. A doubt about what nobody judged stays. */
function withoutUndone(judgements: readonly NumberedJudgement[]): readonly NumberedJudgement[] {
  const kept: NumberedJudgement[] = [];
  for (const numbered of judgements) {
    const { judgement } = numbered;
    const undone =
      judgement.verdict === "unsure"
        ? kept.findLastIndex((earlier) => earlier.judgement.verdict !== "unsure" && keyOf(earlier.judgement) === keyOf(judgement))
        : -1;
    if (undone >= 0) kept.splice(undone, 1);
    else kept.push(numbered);
  }
  return kept;
}

function plain({ id, name, type }: ReviewSide): AnswerEntity {
  return { id, name, type };
}

/** The judgements that no later "unsure" took back, the oldest first; what was said again stands where it was said first. */
export function standingJudgements(judgements: readonly RecordedJudgement[]): readonly RecordedJudgement[] {
  const standing: RecordedJudgement[] = [];
  for (const judgement of judgements) {
    if (judgement.verdict === "unsure") {
      const undone = standing.findLastIndex((earlier) => keyOf(earlier) === keyOf(judgement));
      if (undone >= 0) standing.splice(undone, 1);
    } else if (!standing.some((earlier) => wordOf(earlier) === wordOf(judgement))) standing.push(judgement);
  }
  return standing;
}

function keyOf(judgement: RecordedJudgement): string {
  return isCorrection(judgement) ? judgement.meeting : [judgement.a, judgement.b].sort().join("\n");
}

/** What is said, whoever said it and when. */
function wordOf(judgement: RecordedJudgement): string {
  return JSON.stringify({ ...judgement, by: "", at: "", why: null });
}

/** Whether both are about one meeting, or about the same two bearers of a name, whatever their ids were. */
function isAboutTheSame(one: RecordedJudgement, other: RecordedJudgement): boolean {
  if (keyOf(one) === keyOf(other)) return true;
  if (isCorrection(one) || isCorrection(other)) return false;
  const touch = (some: readonly Anchor[], others: readonly Anchor[]): boolean =>
    some.some(({ article, start }) => others.some((anchor) => anchor.article === article && anchor.start === start));
  const [first, second] = [one.anchors, other.anchors];
  return (touch(first.a, second.a) && touch(first.b, second.b)) || (touch(first.a, second.b) && touch(first.b, second.a));
}

function describe(judgement: RecordedJudgement): string {
  return isCorrection(judgement) ? `${judgement.meeting}: ${judgement.verdict}` : `${judgement.a} and ${judgement.b}: ${judgement.verdict}`;
}

async function judgementFor(store: GraphStore, request: Request, judge: Judge): Promise<RecordedJudgement> {
  if (request.kind === "pair") return judgePair(store, request.a, request.b, request.verdict, judge);
  if (request.kind === "meeting") return correctMeeting(store, request.meeting, request.verdict, judge);
  return splitOff(store, request.id, request.article, judge);
}

/** That the bearer of the name in one article is somebody else than in the others: the same id twice, told apart by its anchors. */
async function splitOff(store: GraphStore, id: string, article: string, judge: Judge): Promise<PairJudgement> {
  const card = await entityCard(store, id);
  const names = [card.entity.name, ...card.aliases];
  const mentions = card.articles.flatMap((given) => given.mentions.map((mention) => ({ ...mention, article: given.id })));
  const here = nameAnchors(
    names,
    mentions.filter((mention) => mention.article === article),
  );
  const elsewhere = nameAnchors(
    names,
    mentions.filter((mention) => mention.article !== article),
  );
  if (here.length === 0 || elsewhere.length === 0) {
    throw new UserError(
      "bad-arguments",
      `${card.entity.name} is not named in this article and in others`,
      "Only a name that several articles share can be parted.",
    );
  }
  return { a: id, b: id, verdict: "different", ...judge, anchors: { a: elsewhere, b: here } };
}

function requestOf(body: unknown): Request {
  const text = (name: string): string | null => {
    const value: unknown = typeof body === "object" && body !== null ? Object.getOwnPropertyDescriptor(body, name)?.value : undefined;
    return typeof value === "string" && value !== "" && value.length <= longestId ? value : null;
  };
  const [a, b, id, article, meeting] = [text("a"), text("b"), text("split"), text("article"), text("meeting")];
  const verdict = text("verdict");
  const pairVerdict = pairVerdicts.find((known) => known === verdict);
  const meetingVerdict = meetingVerdicts.find((known) => known === verdict);
  if (a !== null && b !== null && pairVerdict) return { kind: "pair", a, b, verdict: pairVerdict };
  if (id !== null && article !== null) return { kind: "split", id, article };
  if (meeting !== null && meetingVerdict) return { kind: "meeting", meeting, verdict: meetingVerdict };
  throw new UserError(
    "bad-arguments",
    "this is no judgement",
    'Send {"a", "b", "verdict"}, {"split", "article"} or {"meeting", "verdict"} as JSON.',
  );
}
