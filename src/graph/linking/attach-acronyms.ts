/**
 * Articles that name a body by nothing but letters that several bodies share: "CDR" is the Coastal Development Room in one and the Centre for
 * Dairy Research in another. Each article decides for itself by its company, as for bare surnames.
 */
import { compareText } from "../fold-name.ts";
import { groupBy } from "../group-by.ts";
import type { KeyRing } from "../ids.ts";
import type { Reference } from "./collect-references.ts";
import type { GivenIdentity } from "./given-identity.ts";
import { type Judgement, judge } from "./judgement.ts";
import type { ContextIndex } from "./shared-context.ts";
import { likeCompany, sureEnough, weigh } from "./weigh.ts";

/** How much weight a body has that no article names in full, beside one that an article does. */
const unknownBody = 0.25;
const noKeys: ReadonlySet<string> = new Set();

/** What is known of a body under one name. */
export interface NamedBody {
  readonly key: string;
  readonly references: readonly Reference[];
  readonly articles: ReadonlySet<number>;
}

export interface AttachedAcronyms {
  /** Key of a body → articles' references to it by its letters. */
  readonly attached: ReadonlyMap<string, readonly Reference[]>;
  /** Keys of the attached references, by which judgements name them. */
  readonly parts: ReadonlyMap<string, readonly Reference[]>;
  readonly judgements: readonly Judgement[];
}

/** Attaches references of `short`, an acronym, to the one of `bodies` that each article's company speaks for. */
export function attachAcronym(
  short: NamedBody,
  bodies: readonly NamedBody[],
  { context, given, ring }: { readonly context: ContextIndex; readonly given: GivenIdentity; readonly ring: KeyRing },
): AttachedAcronyms {
  const choices = short.references.flatMap((reference) => {
    // what somebody judged is left to the closure
    const choice = given.setOf(reference.key) === null ? chooseBody(reference, bodies, context) : null;
    return choice ? [{ reference, ...choice }] : [];
  });
  const attached = new Map<string, readonly Reference[]>();
  const parts = new Map<string, readonly Reference[]>();
  const judgements: Judgement[] = [];
  for (const [body, chosen] of [...groupBy(choices, (choice) => choice.body.key)].toSorted(([a], [b]) => compareText(a, b))) {
    const references = chosen.map(({ reference }) => reference);
    const key = ring.claim(short.key);
    attached.set(body, references);
    parts.set(key, references);
    const score = Math.min(...chosen.map((choice) => choice.score));
    const reason = `of ${bodies.length} bodies with these initials the one in like company`;
    judgements.push(judge(key, body, { verdict: "same", score, decidedBy: "initials", reason }));
  }
  return { attached, parts, judgements };
}

/** Weighs the bodies against one another and against one that nobody names in full. */
function chooseBody(
  { articleIndex }: Reference,
  bodies: readonly NamedBody[],
  context: ContextIndex,
): { readonly body: NamedBody; readonly score: number } | null {
  const own = new Set([articleIndex]);
  let sum = unknownBody;
  let best: { readonly body: NamedBody; readonly weight: number } | null = null;
  for (const body of bodies) {
    // the article itself keeps the two apart
    if (body.articles.has(articleIndex)) continue;
    const likeness = context.likeness(own, body.articles, noKeys);
    const weight = Math.sqrt(body.articles.size) * Math.exp(weigh({ likeness, sharesPost: false, isWellKnown: true }));
    sum += weight;
    if (likeness >= likeCompany && (!best || weight > best.weight)) best = { body, weight };
  }
  const score = best ? Math.round((1000 * best.weight) / sum) / 1000 : 0;
  return best && score >= sureEnough ? { body: best.body, score } : null;
}
