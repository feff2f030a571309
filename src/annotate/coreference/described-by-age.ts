/** "The 61-year-old", "the 54-year-old engineer" → the person whose age is told, or of whom the sentence before speaks. */
import type { SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Draft } from "./entity-drafts.ts";
import type { Profile } from "./entity-profiles.ts";
import type { Expression } from "./referring-expressions.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/** Whom words describe, and why. */
export interface Described {
  readonly draft: number;
  readonly confidence: number;
  readonly decidedBy: string;
}

/** How many expressions are looked at, so that a text without an end costs no more than its length. */
const expressionReach = 1000;

/** How many sentences back the one may be spoken of whose age is told. */
const ageReach = 3;

/** "Lee could not be reached. The 54-year-old engineer …": the person who was the subject last, whatever the noun. */
export function describedByAge(
  input: Expressions,
  drafts: readonly Draft[],
  profiles: readonly Profile[],
  index: number,
): Described | null {
  const { tree, expressions, referents } = input;
  const expression = expressions[index];
  const age = expression && toldAge(tree, expression);
  if (!expression || !age) return null;
  const ofThatAge = profiles.flatMap((profile, draft) => (profile.age === age ? [draft] : []));
  const [only] = ofThatAge;
  if (only !== undefined && ofThatAge.length === 1) return { draft: only, confidence: 0.9, decidedBy: "the-age" };
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const other = expressions[at];
    if (!other || expression.sentenceIndex - other.sentenceIndex > ageReach) break;
    const draft = referents[at] ?? -1;
    if (other.role !== "subject" || other.joinedWith >= 0 || other.sentenceIndex === expression.sentenceIndex) continue;
    if (drafts[draft]?.cluster.type !== "PERSON") continue;
    const known = profiles[draft]?.age ?? null;
    return known === null || known === age ? { draft, confidence: 0.65, decidedBy: "the-age" } : null;
  }
  return onlyPersonOfLast(input, drafts, profiles, index, age);
}

/** "Detectives questioned Robert Lee. The 52-year-old …": the one person whom the sentence before names, whoever does what there. */
function onlyPersonOfLast(
  { expressions, referents }: Expressions,
  drafts: readonly Draft[],
  profiles: readonly Profile[],
  index: number,
  age: number,
): Described | null {
  const here = expressions[index]?.sentenceIndex ?? 0;
  let only = -1;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const other = expressions[at];
    if (!other || here - other.sentenceIndex > 1) break;
    const draft = referents[at] ?? -1;
    if (drafts[draft]?.cluster.type !== "PERSON") continue;
    if (other.sentenceIndex === here || (only >= 0 && only !== draft)) return null;
    only = draft;
  }
  const known = profiles[only]?.age ?? null;
  return only >= 0 && (known === null || known === age) ? { draft: only, confidence: 0.65, decidedBy: "the-age" } : null;
}

/** 54 of "The 54-year-old engineer" and "The 54-year-old"; null where no age is told. */
function toldAge({ tokens }: SyntaxTree, { firstToken, head }: Expression): number | null {
  let words = "";
  for (let at = firstToken; at <= head; at += 1) words += tokens[at]?.lower ?? "";
  const age = /^the\p{L}*?(\d{1,3})-year-old/u.exec(words)?.[1];
  return age === undefined ? null : Number(age);
}
