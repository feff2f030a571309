/**
 * From judged ids to the references they are about. The rules link first, alone; an id then means what it meant on the screen of
 * the person who judged: the entity that its anchors lie in, else the one of that id, else the only one with a name of that id.
 */
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import { type Anchor, isCorrection, type JudgementProblem, type NumberedJudgement, type PairVerdict } from "../../domain/judgement.ts";
import { overlaps } from "../../domain/span.ts";
import { addTo } from "../group-by.ts";
import { slug } from "../ids.ts";
import type { LinkedEntities, LinkedEntity } from "../link-entities.ts";
import { type Reference, referenceKey } from "../linking/collect-references.ts";
import type { GivenIdentity } from "../linking/given-identity.ts";
import { kindOfId, neverOne } from "./parse-judgements.ts";

interface Side {
  readonly id: string;
  readonly entity: LinkedEntity;
  /** Keys of the references that the anchors lie in, or of the one that gives the entity its name. */
  readonly references: readonly string[];
}

interface ResolvedPair {
  readonly line: number;
  readonly verdict: PairVerdict;
  readonly a: Side;
  readonly b: Side;
}

export interface ResolvedPairs {
  readonly given: GivenIdentity;
  /** Lines that are in force: neither replaced by a later one nor set aside. */
  readonly applied: number;
  readonly problems: readonly JudgementProblem[];
  /** Pairs of references that a line in force is about, each `smaller key⏎larger key`. */
  readonly settled: ReadonlySet<string>;
}

/** Finds what each judgement is about in entities that were linked by rules alone, and closes over them. */
export function resolvePairs(
  judgements: readonly NumberedJudgement[],
  articles: readonly AnnotatedArticle[],
  linked: LinkedEntities,
): ResolvedPairs {
  const problems: JudgementProblem[] = [];
  const locate = locator(articles, linked);
  const standing: ResolvedPair[] = [];
  for (const { line, judgement } of judgements) {
    if (isCorrection(judgement)) continue;
    const { verdict } = judgement;
    const a = locate(judgement.a, judgement.anchors.a);
    const b = locate(judgement.b, judgement.anchors.b);
    const unknown = [a, b].filter((side) => typeof side === "string");
    if (typeof a === "string" || typeof b === "string") {
      problems.push({ line, kind: "unknown", reason: unknown.join("; ") });
      continue;
    }
    if (a.entity.type !== b.entity.type && verdict === "same") {
      problems.push({ line, kind: "refused", reason: neverOne(a.id, b.id) });
      continue;
    }
    const pair = { line, verdict, a, b };
    const earlier = standing.findIndex((other) => isSamePair(other, pair));
    if (earlier >= 0) standing.splice(earlier, 1);
    standing.push(pair);
  }
  const { given, contradictions } = closePairs(standing);
  problems.push(...contradictions);
  return {
    given,
    applied: standing.length - contradictions.length,
    problems: problems.toSorted((x, y) => x.line - y.line),
    settled: new Set(standing.flatMap(({ a, b }) => a.references.flatMap((one) => b.references.map((other) => pairKey(one, other))))),
  };
}

/** Two reference keys in one, the same either way round. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

/** A later judgement takes the place of an earlier one on the same two. */
function isSamePair(one: ResolvedPair, other: ResolvedPair): boolean {
  const isSameSide = (x: Side, y: Side): boolean =>
    x.references.some((key) => y.references.includes(key)) || (x.id === y.id && x.entity === y.entity && one.a.entity !== one.b.entity);
  return (isSameSide(one.a, other.a) && isSameSide(one.b, other.b)) || (isSameSide(one.a, other.b) && isSameSide(one.b, other.a));
}

/** Finds an entity by anchors or id; a text says why there is none. */
function locator(articles: readonly AnnotatedArticle[], { entities, find }: LinkedEntities) {
  const articleIndexes = new Map(articles.map(({ annotation }, index) => [annotation.id, index]));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  let byForm: Map<string, LinkedEntity[]> | null = null;
  const withForm = (id: string): readonly LinkedEntity[] => {
    byForm ??= indexForms(entities);
    return byForm.get(id) ?? [];
  };

  const byAnchors = (id: string, anchors: readonly Anchor[]): Side | null => {
    const kind = kindOfId(id)?.toUpperCase();
    const found = new Map<LinkedEntity, Set<string>>();
    for (const { article, start, end, text } of anchors) {
      const articleIndex = articleIndexes.get(article);
      const source = articleIndex === undefined ? undefined : articles[articleIndex];
      // another text under the same id: the offsets mean nothing there
      if (articleIndex === undefined || source?.text.slice(start, end) !== text) continue;
      for (const mention of source.annotation.mentions) {
        if (mention.form !== "name" || !overlaps(mention, { start, end })) continue;
        const entity = find(articleIndex, mention.entity);
        // the kind that the articles agree on, whatever this one reads
        if (entity && entity.type === kind)
          found.set(entity, (found.get(entity) ?? new Set()).add(referenceKey(articleIndex, mention.entity)));
      }
    }
    const [best] = [...found].toSorted(
      ([x, xKeys], [y, yKeys]) => yKeys.size - xKeys.size || Number(y.id === id) - Number(x.id === id) || (x.id < y.id ? -1 : 1),
    );
    return best ? { id, entity: best[0], references: [...best[1]].toSorted() } : null;
  };

  return (id: string, anchors: readonly Anchor[]): Side | string => {
    const anchored = byAnchors(id, anchors);
    if (anchored) return anchored;
    const known = byId.get(id);
    if (known) return { id, entity: known, references: [namesake(known, id).key] };
    const called = withForm(id);
    const [only, another] = called;
    if (!only) return `nobody in these articles is "${id}"`;
    if (another) return `"${id}" may be ${called.map((entity) => `"${entity.id}"`).join(" or ")}`;
    return { id, entity: only, references: [namesake(only, id).key] };
  };
}

/** `person:binyamin-netanyahu` → the entities that some article calls so. */
function indexForms(entities: readonly LinkedEntity[]): Map<string, LinkedEntity[]> {
  const byForm = new Map<string, LinkedEntity[]>();
  for (const entity of entities) {
    const forms = new Set([entity.name, ...entity.aliases, ...entity.references.map(({ name }) => name)]);
    for (const id of new Set([...forms].map((form) => `${entity.type.toLowerCase()}:${slug(form)}`))) addTo(byForm, id, entity);
  }
  return byForm;
}

/** The first reference whose name is the id's, else the entity's, else any. */
function namesake({ type, name, references }: LinkedEntity, id: string): Reference {
  const called = (one: Reference): boolean => `${type.toLowerCase()}:${slug(one.name)}` === id;
  const found = references.find(called) ?? references.find((reference) => reference.name === name) ?? references[0];
  if (!found) throw new Error(`the entity ${id} has no references`);
  return found;
}

/**
 * Every "different" holds. "Same" is closed over in the order of the lines; one that would join two that differ is a contradiction,
 * which is reported with the lines that stand against it, and set aside.
 */
function closePairs(pairs: readonly ResolvedPair[]): { given: GivenIdentity; contradictions: JudgementProblem[] } {
  const setOf = new Map<string, string[]>();
  const joins: { readonly line: number; readonly a: string; readonly b: string }[] = [];
  const join = (key: string): string[] => {
    const known = setOf.get(key) ?? [key];
    setOf.set(key, known);
    return known;
  };
  const differing = pairs
    .filter(({ verdict }) => verdict === "different")
    .flatMap(({ line, a, b }) =>
      a.references.flatMap((one) => b.references.flatMap((other) => (one === other ? [] : [{ line, one, other }]))),
    );
  for (const { one, other } of differing) for (const key of [one, other]) join(key);

  const contradictions: JudgementProblem[] = [];
  for (const { line, verdict, a, b } of pairs) {
    const [keyA, keyB] = [a.references[0], b.references[0]];
    if (verdict !== "same" || keyA === undefined || keyB === undefined) continue;
    const [one, other] = [join(keyA), join(keyB)];
    if (one === other) continue;
    const against = differing.find(
      (pair) => (one.includes(pair.one) && other.includes(pair.other)) || (one.includes(pair.other) && other.includes(pair.one)),
    );
    if (against) {
      const members = new Set([...one, ...other]);
      const others = joins.filter((told) => members.has(told.a) && members.has(told.b)).map((told) => told.line);
      const lines = [...new Set([...others, against.line])].toSorted((x, y) => x - y);
      const reason =
        `"${a.id}" and "${b.id}" cannot be the same: ${lines.length === 1 ? `line ${lines[0]} says` : `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)} together say`} ` +
        "that they are different; this line is set aside until one of them changes";
      contradictions.push({ line, kind: "contradiction", reason });
      continue;
    }
    joins.push({ line, a: keyA, b: keyB });
    for (const key of other) {
      one.push(key);
      setOf.set(key, one);
    }
  }
  return { given: identityOf(setOf, differing), contradictions };
}

function identityOf(
  setOf: ReadonlyMap<string, readonly string[]>,
  differing: readonly { readonly one: string; readonly other: string }[],
): GivenIdentity {
  const nameOf = (key: string): string | null => setOf.get(key)?.[0] ?? null;
  const apart = new Set(differing.flatMap(({ one, other }) => [`${nameOf(one)}\n${nameOf(other)}`, `${nameOf(other)}\n${nameOf(one)}`]));
  return { hasAny: setOf.size > 0, setOf: nameOf, differ: (x, y) => apart.has(`${x}\n${y}`) };
}
