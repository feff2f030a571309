/**
 * Judgements of people as linking takes them: sets of references that are one, and sets that are not. They come before every rule,
 * and are consistent by the time they get here.
 */
import { addTo } from "../group-by.ts";
import type { Reference } from "./collect-references.ts";
import { type Judgement, judge } from "./judgement.ts";

export interface GivenIdentity {
  /** False when nobody has judged anything, which saves the look-ups. */
  readonly hasAny: boolean;
  /** The set of references that are judged to be one with this one; null for a reference that no judgement is about. */
  setOf(referenceKey: string): string | null;
  /** Whether two sets are judged to differ, directly or through others. */
  differ(setA: string, setB: string): boolean;
}

export const nothingGiven: GivenIdentity = { hasAny: false, setOf: () => null, differ: () => false };

/** The sets that the judged ones among some references belong to. */
export function setsOf(references: readonly Reference[], given: GivenIdentity): string[] {
  if (!given.hasAny) return [];
  return [...new Set(references.flatMap(({ key }) => given.setOf(key) ?? []))];
}

/** What was judged, between the keys of profiles. */
export interface GivenBetween {
  readonly same: readonly Judgement[];
  readonly differ: (a: string, b: string) => boolean;
}

interface Keyed {
  readonly key: string;
  readonly references: readonly Reference[];
}

/** The judgements that are about these profiles; null when there are none. */
export function givenBetween(profiles: readonly Keyed[], given: GivenIdentity): GivenBetween | null {
  if (!given.hasAny) return null;
  const setsByKey = new Map<string, readonly string[]>();
  const keysBySet = new Map<string, string[]>();
  for (const { key, references } of profiles) {
    const sets = setsOf(references, given);
    if (sets.length > 0) setsByKey.set(key, sets);
    for (const set of sets) addTo(keysBySet, set, key);
  }
  if (setsByKey.size === 0) return null;
  const same = [...keysBySet.values()].flatMap(([first, ...others]) =>
    others.map((other) =>
      judge(first ?? other, other, { verdict: "same", score: 1, decidedBy: "judgement", reason: "somebody judged them the same" }),
    ),
  );
  return {
    same,
    differ: (a, b) => {
      const others = setsByKey.get(b) ?? [];
      return (setsByKey.get(a) ?? []).some((one) => others.some((other) => given.differ(one, other)));
    },
  };
}

/**
 * Bearers of one name, parted where some are judged to differ. Each of the rest goes where `closeness` is greatest, of equals to the
 * part that comes first.
 */
export function partGiven(
  bearers: readonly Reference[],
  given: GivenIdentity,
  closeness: (one: Reference, other: Reference) => number,
): Reference[][] {
  const sets = setsOf(bearers, given);
  const parts: { readonly sets: string[]; readonly members: Reference[] }[] = [];
  for (const set of sets) {
    const home = parts.find((part) => !part.sets.some((other) => given.differ(set, other)));
    if (home) home.sets.push(set);
    else parts.push({ sets: [set], members: [] });
  }
  if (parts.length < 2) return [[...bearers]];
  const judged = (reference: Reference) => parts.find((part) => part.sets.includes(given.setOf(reference.key) ?? ""));
  for (const reference of bearers) judged(reference)?.members.push(reference);
  const cores = parts.map(({ members }) => [...members]);
  for (const reference of bearers) {
    if (judged(reference)) continue;
    const fits = cores.map((core) => core.reduce((sum, member) => sum + closeness(reference, member), 0));
    parts[fits.indexOf(Math.max(...fits))]?.members.push(reference);
  }
  const order = new Map(bearers.map((reference, index) => [reference, index]));
  return parts.map(({ members }) => members.toSorted((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0)));
}
