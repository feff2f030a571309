/**
 * Decisions that two names mean the same, kept as values: who is merged with whom, how sure, and which rule said so. Merging is
 * closing over them; nothing is merged in place, so every decision can be shown and taken back.
 */
import { compareText } from "../fold-name.ts";

export type Verdict = "same" | "different" | "unsure";

export interface Judgement {
  /** Keys of two profiles, `a` before `b`. */
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  /** How alike the two are, 0 to 1. */
  readonly score: number;
  /** The rule that decided. */
  readonly decidedBy: string;
  /** Why, in words for a reader. */
  readonly reason: string;
}

/** A judgement with its two keys in order. */
export function judge(a: string, b: string, decision: Omit<Judgement, "a" | "b">): Judgement {
  return a <= b ? { a, b, ...decision } : { a: b, b: a, ...decision };
}

/** Surest first, then by keys: the order in which merges are tried. */
export function bySureness(x: Judgement, y: Judgement): number {
  return y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b);
}

export interface Closure {
  /** The groups that belong together, each sorted, in the order of their first key. Every key is in exactly one. */
  readonly groups: readonly (readonly string[])[];
  /** Merges that were called for but would have joined two names known to differ. */
  readonly refused: readonly Judgement[];
}

export interface ClosureOptions {
  /** Asked about every pair that a merge would bring together; it must not depend on order. */
  readonly mayNotMerge?: ((a: string, b: string) => string | null) | null;
  /** What somebody judged. It comes before every rule, and no rule objects to it. */
  readonly given?: { readonly same: readonly Judgement[]; readonly differ: (a: string, b: string) => boolean } | null;
}

/**
 * Joins everything that is judged the same, surest first, and never two keys that are judged different, directly or through
 * others.
 */
export function closeOver(
  keys: readonly string[],
  judgements: readonly Judgement[],
  { mayNotMerge = null, given = null }: ClosureOptions = {},
): Closure {
  const groupOf = new Map<string, string[]>(keys.map((key) => [key, [key]]));
  const join = (one: string[], other: string[]): void => {
    const [large, small] = one.length >= other.length ? [one, other] : [other, one];
    for (const key of small) {
      large.push(key);
      groupOf.set(key, large);
    }
  };
  for (const { a, b } of given?.same ?? []) {
    const [one, other] = [groupOf.get(a), groupOf.get(b)];
    if (one && other && one !== other) join(one, other);
  }
  const judgedOne = new Map([...groupOf].map(([key, group]) => [key, group.length > 1 ? [...group] : [key]]));

  const different = new Map(
    judgements.flatMap(({ a, b, verdict, reason }) => (verdict === "different" ? [[`${a}\n${b}`, reason] as const] : [])),
  );
  const objection = (x: string, y: string): string | null => {
    const [a, b] = x <= y ? [x, y] : [y, x];
    if (different.has(`${a}\n${b}`)) return `${a} and ${b} are different`;
    const reason = mayNotMerge?.(a, b) ?? null;
    return reason === null ? null : `${a} and ${b}: ${reason}`;
  };
  const findObstacle = (one: readonly string[], other: readonly string[]): string | null => {
    if (different.size === 0 && mayNotMerge === null && given === null) return null;
    for (const x of one) {
      for (const y of other) {
        if (given?.differ(x, y)) return `${x} and ${y} were judged different`;
        const first = objection(x, y);
        if (first === null) continue;
        // of several names that somebody judged to be one, it is enough that one agrees
        const [ones, others] = [judgedOne.get(x) ?? [x], judgedOne.get(y) ?? [y]];
        if (ones.length * others.length === 1 || ones.every((a) => others.every((b) => objection(a, b) !== null))) return first;
      }
    }
    return null;
  };

  const refused: Judgement[] = [];
  for (const judgement of judgements.filter(({ verdict }) => verdict === "same").toSorted(bySureness)) {
    const one = groupOf.get(judgement.a);
    const other = groupOf.get(judgement.b);
    if (!one || !other || one === other) continue;
    const obstacle = findObstacle(one, other);
    if (obstacle === null) join(one, other);
    else
      refused.push({
        ...judgement,
        verdict: "unsure",
        score: Math.min(judgement.score, 0.5),
        decidedBy: "closure",
        // of the two themselves it is told why they are not one
        reason: `${judgement.reason}, but ${different.get(`${judgement.a}\n${judgement.b}`) ?? obstacle}`,
      });
  }
  const groups = [...new Set(groupOf.values())].map((group) => group.toSorted(compareText));
  return { groups: groups.toSorted((x, y) => compareText(x[0] ?? "", y[0] ?? "")), refused };
}
