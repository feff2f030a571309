/**
 * The decisions on who is who that a person can improve, the most useful first: pairs the rules left open, and pairs they joined on
 * less than equal names. Useful is what would probably change the graph, and much of it.
 */
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import type { Anchor, PairJudgement, PairVerdict } from "../../domain/judgement.ts";
import type { EntityType } from "../../domain/mention.ts";
import { compareText, foldName, tidyName } from "../fold-name.ts";
import { groupBy } from "../group-by.ts";
import type { JudgedEntities } from "../link-entities.ts";
import { type Reference, sumForms } from "../linking/collect-references.ts";
import type { Judgement } from "../linking/judgement.ts";
import { pickAnchors } from "./anchors.ts";
import { pairKey } from "./resolve-pairs.ts";

export interface ReviewSide {
  /** Id of the entity it is in now; both sides have the same where the rules joined them. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Every form in which the articles name it → how often, the most frequent first. */
  readonly forms: readonly (readonly [form: string, count: number])[];
  /** How often articles name it, and how many do. */
  readonly mentions: number;
  readonly articles: number;
  /** "press secretary of the White House". */
  readonly roles: readonly string[];
  /** A mention in each article, the fullest names first. */
  readonly places: readonly Anchor[];
}

export interface ReviewPair {
  readonly a: ReviewSide;
  readonly b: ReviewSide;
  /** What the rules made of them. */
  readonly verdict: "same" | "unsure";
  /** How likely they are one, as the rules see it, 0 to 1. */
  readonly score: number;
  readonly decidedBy: string;
  readonly reason: string;
}

/** Rules that join equal names; to ask about those would be tiresome. */
const selfEvident = new Set(["same-name", "spacing", "country-names", "other-names", "same-country"]);

/** Every decision worth a look that nobody has judged yet. */
export function collectReviews(articles: readonly AnnotatedArticle[], linked: JudgedEntities): ReviewPair[] {
  const decisions = linked.judgements.flatMap((judgement) => locateDecision(judgement, linked) ?? []);
  const judged = new Set([...linked.settled].flatMap((pair) => pair.split("\n")));
  const ofJudged = (references: readonly Reference[]): Reference[] => references.filter(({ key }) => judged.has(key));
  // several articles that only say "Trump" are one question
  const questions = groupBy(decisions, ({ key }) => key);
  const pairs = [...questions.values()].flatMap((told): ReviewPair[] => {
    const surest = told.toSorted((x, y) => y.judgement.score - x.judgement.score)[0];
    if (!surest) return [];
    const [ones, others] = [unique(told.flatMap(({ one }) => one)), unique(told.flatMap(({ other }) => other))];
    const isSettled = ofJudged(ones).some((one) => ofJudged(others).some((other) => linked.settled.has(pairKey(one.key, other.key))));
    const [a, b] = [describeSide(ones, articles, linked), describeSide(others, articles, linked)];
    if (isSettled || !a || !b) return [];
    const { verdict, decidedBy, reason } = surest.judgement;
    const score = verdict === "same" ? Math.min(...told.map(({ judgement }) => judgement.score)) : surest.judgement.score;
    return [{ a, b, verdict: verdict === "same" ? "same" : "unsure", score, decidedBy, reason }];
  });
  return pairs.toSorted((x, y) => usefulness(y) - usefulness(x) || compareText(x.a.id, y.a.id) || compareText(x.b.name, y.b.name));
}

/** The judgement that a person makes on a pair of the queue. */
export function judgeReview({ a, b }: ReviewPair, verdict: PairVerdict, judge: Pick<PairJudgement, "by" | "at" | "why">): PairJudgement {
  // to part what the rules joined, every article of the smaller side must be named
  const isJoined = a.id === b.id;
  const anchorsOf = (side: ReviewSide, other: ReviewSide): readonly Anchor[] =>
    pickAnchors(side.places, isJoined && side.articles <= other.articles ? side.places.length : undefined);
  return { a: a.id, b: b.id, verdict, ...judge, anchors: { a: [...anchorsOf(a, b)], b: [...anchorsOf(b, a)] } };
}

interface Decision {
  readonly key: string;
  readonly judgement: Judgement;
  readonly one: readonly Reference[];
  readonly other: readonly Reference[];
}

function locateDecision(judgement: Judgement, { parts, find }: JudgedEntities): Decision | null {
  if (judgement.verdict === "different" || (judgement.verdict === "same" && selfEvident.has(judgement.decidedBy))) return null;
  const all = parts.get(judgement.a) ?? [];
  const other = parts.get(judgement.b) ?? [];
  const taken = new Set(other);
  const one = all.filter((reference) => !taken.has(reference));
  const [x, y] = [one[0], other[0]];
  if (!x || !y) return null;
  const [ofOne, ofOther] = [find(x.articleIndex, x.localId), find(y.articleIndex, y.localId)];
  if (!ofOne || !ofOther) return null;
  const isJoined = ofOne === ofOther;
  // joined all the same, through others or by a judgement; or kept apart by a rule that came later
  if (isJoined !== (judgement.verdict === "same")) return null;
  if (!isJoined) {
    const [a, b] = [ofOne, ofOther].toSorted((p, q) => compareText(p.id, q.id));
    return a && b ? { key: `${a.id}\n${b.id}`, judgement, one: a.references, other: b.references } : null;
  }
  const names = [x, y].map(({ name }) => foldName(name)).toSorted(compareText);
  // the side with the later name second, whichever came first
  const [p, q] = foldName(x.name) <= foldName(y.name) ? [one, other] : [other, one];
  return { key: [ofOne.id, ...names].join("\n"), judgement, one: p, other: q };
}

function unique(references: readonly Reference[]): Reference[] {
  return [...new Set(references)];
}

function describeSide(
  references: readonly Reference[],
  articles: readonly AnnotatedArticle[],
  { find }: JudgedEntities,
): ReviewSide | null {
  const [first] = references;
  const entity = first && find(first.articleIndex, first.localId);
  if (!first || !entity) return null;
  const forms = [...sumForms(references)].toSorted(([x, m], [y, n]) => n - m || compareText(x, y));
  const isWhole = references.length === entity.references.length;
  const places: Anchor[] = [];
  let mentions = 0;
  for (const { articleIndex, localId } of references) {
    const annotation = articles[articleIndex]?.annotation;
    for (const { entity: local, form, start, end, text } of annotation?.mentions ?? []) {
      if (local !== localId || form !== "name" || !annotation) continue;
      mentions += 1;
      places.push({ article: annotation.id, start, end, text });
    }
  }
  const roles = references.flatMap(({ articleIndex, roles: told }) =>
    told.map(({ title, of, former }) => {
      const body = of === null ? null : find(articleIndex, of);
      return tidyName(`${former ? "former " : ""}${title}${body ? ` of ${body.name}` : ""}`);
    }),
  );
  return {
    id: entity.id,
    type: entity.type,
    name: isWhole ? entity.name : (forms.toSorted(([x], [y]) => y.length - x.length)[0]?.[0] ?? entity.name),
    forms,
    mentions,
    articles: new Set(references.map(({ articleIndex }) => articleIndex)).size,
    roles: [...new Set(roles)].toSorted(compareText),
    places: pickAnchors(places, places.length),
  };
}

/** How likely an answer changes the graph, times how much of it. */
function usefulness({ a, b, verdict, score }: ReviewPair): number {
  return (verdict === "same" ? 1 - score : score) * Math.log2(2 + Math.min(a.mentions, b.mentions));
}

/** A full stop behind one capital is an abbreviation's ("U.S.", "J. Holm"). */
const sentenceStart = /(?<!\b\p{Lu})[.!?]["”’)]*\s+(?=\p{Lu}|["“‘]|$)|\n\s*\n/gu;
const sentenceEnd = /(?<!\b\p{Lu})[.!?]["”’)]*(?=\s|$)|\n\s*\n/u;

/** The sentence around a mention on one line, at most some `longest` characters; `asPassage` gives what stands around it as well. */
export function sentenceAround(
  text: string,
  { start, end }: Pick<Anchor, "start" | "end">,
  { longest = 240, asPassage = false }: { readonly longest?: number; readonly asPassage?: boolean } = {},
): string {
  const reach = Math.floor(longest / 2);
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const opening = asPassage ? undefined : [...before.matchAll(sentenceStart)].at(-1);
  const closing = asPassage ? null : sentenceEnd.exec(after);
  const head = opening ? before.slice(opening.index + opening[0].length) : `${from > 0 ? "…" : ""}${before}`;
  const tail = closing ? after.slice(0, closing.index + closing[0].length) : `${after}${to < text.length ? "…" : ""}`;
  return tidyName(`${head}${text.slice(start, end)}${tail}`);
}
