/** What frames of speech are made of, and the questions about tokens that all of them ask. */
import type { Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { SpeechVerb } from "../../text/lexicon.ts";
import type { Grammar } from "../clauses.ts";
import type { NounPhrase } from "../syntax/noun-phrases.ts";
import { baseRelation, childBy, headOf, lowerOf, pennTagOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";

export interface SpeechFrame {
  /** The verb or noun of saying; "according". */
  readonly cue: number;
  /** Kind of saying ("said", "denied"). */
  readonly kind: string;
  /** The phrases that say it, first to last; empty where the text names nobody. */
  readonly speakers: readonly NounPhrase[];
  /** The tokens of what was said, in text order; several where the frame parts them. */
  readonly content: readonly TokenRange[];
  /** The pattern that found it. */
  readonly pattern: string;
  /** Why nothing was said after all ("did not say whether"), or null. */
  readonly notSaid: string | null;
  readonly confidence: number;
}

export interface Clause {
  readonly tree: SyntaxTree;
  readonly grammar: Grammar;
  readonly sentence: Sentence;
  /** Where a subject by position may stand: the sentence from the last marked stretch before the verb on. */
  readonly reach: TokenRange;
  readonly stretchOf: Int32Array;
  readonly verb: number;
  readonly speech: SpeechVerb;
  /** All verbs of saying. */
  readonly speechVerbs: ReadonlyMap<string, SpeechVerb>;
}

export const timeWords = new Set(
  "years months weeks days hours minutes decades monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april may june july august september october november december week month year morning evening afternoon night addition".split(
    " ",
  ),
);

export const takesAddressee = new Set(
  "told tell tells telling asked ask asks asking reminded reminds assured assures informed informs".split(" "),
);

export type Found = Pick<SpeechFrame, "content" | "pattern" | "confidence"> & Partial<Pick<SpeechFrame, "speakers">>;

export const channelNouns = new Set(
  "statement interview letter tweet post email e-mail message memo speech remarks briefing conference report release press facebook twitter television radio op-ed column article book filing affidavit testimony hearing".split(
    " ",
  ),
);

export function isOpeningMark(tree: SyntaxTree, token: number): boolean {
  const mark = tree.tokens[token];
  if (!mark || !/^(?:["“‘«:]|''|``)$/u.test(mark.text)) return false;
  return !/^(?:"|'')$/u.test(mark.text) || tree.tokens[token + 1]?.start === mark.end;
}

export function frameEnd(tree: SyntaxTree, from: number, to: number): number {
  let end = from;
  while (end < to && !/^(?:[,.;:!?"“”‘«»—–-]|''|``)$/u.test(tree.tokens[end]?.text ?? "")) end += 1;
  return end;
}

/** True where a comma or a closing mark stands before the token, or is it. */
export function setsOff(tree: SyntaxTree, token: number): boolean {
  return /^[,”"’'?!—–-]$/u.test(tree.tokens[token]?.text ?? "") || /^[,”"’'?!—–-]$/u.test(tree.tokens[token - 1]?.text ?? "");
}

/** True where something is said: more than conjunctions, adverbs and marks. */
export function hasWords(tree: SyntaxTree, { firstToken, endToken }: TokenRange): boolean {
  for (let token = firstToken; token < endToken; token += 1)
    if (!["CCONJ", "SCONJ", "ADV", "PUNCT", "INTJ"].includes(tagOf(tree, token))) return true;
  return false;
}

export function hasFiniteVerb(tree: SyntaxTree, from: number, to: number): boolean {
  for (let token = from; token < to; token += 1) if (isFiniteVerb(tree, token)) return true;
  return false;
}

/** Behind "told him that" a clause follows, whatever form the tagger saw in its verb. */
export function hasAnyVerb(tree: SyntaxTree, from: number, to: number): boolean {
  for (let token = from; token < to; token += 1) if (tagOf(tree, token) === "VERB" || tagOf(tree, token) === "AUX") return true;
  return false;
}

/** True for verbs in the past or present tense and modals. */
export function isFiniteVerb(tree: SyntaxTree, token: number): boolean {
  return ["VBD", "VBZ", "VBP", "MD"].includes(pennTagOf(tree, token));
}

/** Where a clause "…, who said that …, " ends: at a comma before the verb of the clause around it. */
export function relativeEnd({ tree, verb, sentence }: Clause): number {
  let first = verb;
  // "who taught and once told him to go, died": the verbs of one clause share its "who".
  for (let depth = 0; depth < 4 && baseRelation(tree, first) === "conj" && childBy(tree, first, "nsubj") < 0; depth += 1)
    first = headOf(tree, first);
  const who = childBy(tree, first, "nsubj");
  if (who < 0 || !["who", "which"].includes(lowerOf(tree, who)) || tree.tokens[who - 1]?.text !== ",") return sentence.endToken;
  for (let token = verb + 1; token + 1 < sentence.endToken; token += 1)
    if (tree.tokens[token]?.text === "," && isFiniteVerb(tree, token + 1)) return token;
  return sentence.endToken;
}

/** "called a report saying that she had taken gifts “outrageous”": a participle that tells of what somebody gives a name to. */
export function isOfNamedThing(tree: SyntaxTree, verb: number, speechVerbs: ReadonlyMap<string, SpeechVerb>): boolean {
  const thing = headOf(tree, verb);
  if (pennTagOf(tree, verb) !== "VBG" || relationOf(tree, verb) !== "acl" || baseRelation(tree, thing) !== "obj") return false;
  const naming = headOf(tree, thing);
  return naming >= 0 && naming < thing && speechVerbs.get(lowerOf(tree, naming))?.kind === "described";
}

/** "a statement read to the court", "a letter written to her": a participle that tells of the means by which something else was said. */
export function isReadOut(tree: SyntaxTree, verb: number): boolean {
  return pennTagOf(tree, verb) === "VBN" && relationOf(tree, verb) === "acl" && channelNouns.has(lowerOf(tree, headOf(tree, verb)));
}
