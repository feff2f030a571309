/** "the senator" of whom nobody said that she is one: the subject of the sentence before. */
import type { Lexicon } from "../../text/lexicon.ts";
import { nounGender, nounKind, singularOf } from "../../text/noun-kinds.ts";
import { lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Described } from "./described-by-age.ts";
import { hasUnnamedCounterpart, originsBefore } from "./description-origins.ts";
import type { Draft } from "./entity-drafts.ts";
import type { Profile } from "./entity-profiles.ts";
import type { Expression } from "./referring-expressions.ts";
import { isReportedBy } from "./reported-clauses.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/** How many expressions are looked at, so that a text without an end costs no more than its length. */
const expressionReach = 1000;

/**
 * "Ann Lee issued a warning. … the senator wrote": a title as subject is the subject of the sentence before, where the two sentences
 * name no other person and nobody in the article is known to hold that title.
 */
export function describedSubject(
  { tree, expressions, referents, lexicon }: Expressions,
  drafts: readonly Draft[],
  profiles: readonly Profile[],
  index: number,
  noun: string,
): Described | null {
  const expression = expressions[index];
  if (expression?.role !== "subject" || !lexicon.roleNouns.has(noun)) return null;
  if (isOfNobodyNamed(tree, expressions, referents, drafts.length, index, noun)) return null;
  const origins = originsBefore(tree, expression, lexicon);
  if (hasUnnamedCounterpart(tree, expression, origins, lexicon)) return null;
  let subject = -1;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const other = expressions[at];
    if (!other || expression.sentenceIndex - other.sentenceIndex > 1) break;
    const referent = referents[at] ?? -1;
    if (drafts[referent]?.cluster.type !== "PERSON") continue;
    if (subject >= 0 && subject !== referent) return null;
    if (other.role !== "subject" && subject < 0) return null;
    // "Ann Lee says the minister has refused": somebody else.
    if (other.sentenceIndex === expression.sentenceIndex && isReportedBy(tree, expression, other)) return null;
    subject = referent;
  }
  const draft = drafts[subject];
  if (!draft || draft.roles.some((role) => !role.former)) return null;
  const gender = nounGender(noun);
  if (gender !== null && draft.gender !== null && gender !== draft.gender) return null;
  // "The late pope came … the queen said", "Retired midwife Ann Lee said … the leader": who is told to be something else.
  if (draft.roles.length > 0) return null;
  const isNew = expressions.every(
    (other, at) => referents[at] !== subject || other.form !== "name" || other.sentenceIndex >= expression.sentenceIndex - 1,
  );
  if (isNew && isCalledOtherwise(profiles[subject], noun, lexicon)) return null;
  return { draft: subject, confidence: 0.6, decidedBy: "the-subject" };
}

function isCalledOtherwise(profile: Profile | undefined, noun: string, lexicon: Lexicon): boolean {
  return [...(profile?.nouns ?? [])].some((own) => own !== noun && nounKind(own, lexicon) === "person" && lexicon.personNouns.has(own));
}

/** "A diplomat said … The diplomat": the one whom nobody names, in this sentence or one of the two before it. */
export function isOfNobodyNamed(
  tree: SyntaxTree,
  expressions: readonly Expression[],
  referents: Int32Array,
  draftCount: number,
  index: number,
  noun: string,
): boolean {
  const here = expressions[index]?.sentenceIndex ?? 0;
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const other = expressions[at];
    if (!other || here - other.sentenceIndex > 2) return false;
    if (other.form !== "nominal" || other.determiner !== "indefinite" || other.isPlural || (referents[at] ?? -1) < draftCount) continue;
    if (other.role !== "modifier" && singularOf(lowerOf(tree, other.head)) === noun) return true;
  }
  return false;
}
