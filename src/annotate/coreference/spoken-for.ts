/**
 * He and she of those who speak for somebody: what the spokeswoman of a minister says "he" would do, the minister will do, and behind
 * "…, his office said" the office is that of whoever the sentence is about.
 */
import { baseRelation, headOf, lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import type { Expression } from "./referring-expressions.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/** Who speaks for somebody and seldom of himself. */
const speakers = /^(?:spokes(?:wo)?man|spokesperson|secretary)$/u;
/** What stands between the owner and the noun: "the president's chief spokesman". */
const beforeSpeakers = /^(?:chief|official|press|new|longtime|deputy|then|former|senior|media|personal)$/u;
/** What those who speak for others say of themselves: "said he could not confirm it". */
const ownActs =
  /^(?:know|knew|aware|confirm|comment|commented|information|details|discuss|speculate|elaborate|clarify|unaware|unable|authoriz?sed|add|say)$/u;
/** Whose words they are that stand behind the sentence: ", his office said". */
const offices =
  /^(?:office|ministry|department|campaign|party|government|family|team|lawyers?|aides?|staff|secretary|spokes(?:wo)?man|spokesperson)$/u;

/** How many tokens lie at most between who speaks and the verb, and how many heads between the pronoun and the verb. */
const speakerReach = 16;
const saidDepth = 10;

/**
 * "Okoye's spokeswoman, Ada Lind, said he …", "a spokesman for Okoye said he …": whom the words are spoken for, where nobody else of that
 * gender is named between the verb and the pronoun; else -1.
 */
export function spokenForBefore(
  { tree, expressions, referents, isReporting }: Expressions,
  pronoun: Expression,
  candidates: readonly number[],
): number {
  if (pronoun.isReflexive || pronoun.role === "other") return -1;
  const verb = sayingAbove(tree, pronoun.head, isReporting);
  if (verb < 0 || verb > pronoun.firstToken || (pronoun.role === "subject" && isOwnAct(tree, pronoun.governor))) return -1;
  const sentence = tree.tokens[verb]?.sentenceIndex;
  let speaker = verb - 1;
  while (speaker > verb - speakerReach && tree.tokens[speaker]?.sentenceIndex === sentence && !isSpeaker(tree, speaker)) speaker -= 1;
  if (!isSpeaker(tree, speaker) || tree.tokens[speaker]?.sentenceIndex !== sentence) return -1;
  let owner = speaker - 1;
  while (beforeSpeakers.test(lowerOf(tree, owner))) owner -= 1;
  let own = -1;
  let ownFirst = -1;
  for (const candidate of candidates) {
    const expression = expressions[candidate];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    const referent = referents[candidate] ?? -1;
    if (expression.firstToken > verb) {
      if (own >= 0 && referent !== own) return -1;
      own = referent;
      continue;
    }
    const isOwner = expression.endToken === owner && /^['’]s?$/u.test(lowerOf(tree, owner));
    const isPronounOwner = expression.isPossessive && expression.firstToken === owner;
    const isBehind = expression.form === "name" && isBehindFor(tree, speaker, expression.firstToken, verb);
    if (!isOwner && !isPronounOwner && !isBehind) continue;
    if (own >= 0 && referent !== own) return -1;
    own = referent;
    ownFirst = expression.firstToken;
  }
  return ownFirst >= 0 ? own : -1;
}

/** The verb of saying whose complement the token stands in, however deep; -1 without one. */
function sayingAbove(tree: SyntaxTree, token: number, isReporting: (verb: string) => boolean): number {
  let at = token;
  for (let depth = 0; depth < saidDepth && at >= 0; depth += 1, at = headOf(tree, at))
    if (baseRelation(tree, at) === "ccomp" && isReporting(lowerOf(tree, headOf(tree, at)))) return headOf(tree, at);
  return -1;
}

/** "spokesman", and "secretary" of "press secretary". */
function isSpeaker(tree: SyntaxTree, token: number): boolean {
  const lower = lowerOf(tree, token);
  return speakers.test(lower) && (lower !== "secretary" || lowerOf(tree, token - 1) === "press");
}

/** "said he could not confirm", "said he had no information". */
function isOwnAct(tree: SyntaxTree, governor: number): boolean {
  for (let at = governor; at <= governor + 3; at += 1) if (ownActs.test(lowerOf(tree, at))) return true;
  return false;
}

/** "a spokesman for [the] President Okoye": nothing but titles between "for" and the name, no comma. */
function isBehindFor(tree: SyntaxTree, speaker: number, first: number, verb: number): boolean {
  if (lowerOf(tree, speaker + 1) !== "for" || first <= speaker + 1 || first > verb) return false;
  for (let at = speaker + 2; at < first; at += 1) if (!/^(?:NOUN|PROPN|ADJ|DET)$/u.test(tagOf(tree, at))) return false;
  return true;
}

/**
 * "Okoye will meet Ruiz on Friday, his office said": whose office it is that tells what the whole sentence says, as the subject of it where
 * that is a name; else -1.
 */
export function teller(
  { tree, expressions, referents, isReporting }: Expressions,
  pronoun: Expression,
  candidates: readonly number[],
): number {
  const { head } = pronoun;
  if (!pronoun.isPossessive || tree.tokens[head - 1]?.text !== ",") return -1;
  let noun = head + 1;
  while (noun < head + 3 && !offices.test(lowerOf(tree, noun))) noun += 1;
  if (!offices.test(lowerOf(tree, noun)) || !isReporting(lowerOf(tree, noun + 1))) return -1;
  let first: number | null = null;
  for (const candidate of candidates) {
    const expression = expressions[candidate];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    if (expression.role === "subject" && expression.form === "name" && isMainVerb(tree, expression.governor, noun + 1)) first = candidate;
  }
  return first === null ? -1 : (referents[first] ?? -1);
}

/** The verb of the sentence, whether the verb of saying hangs on it or it on that. */
function isMainVerb(tree: SyntaxTree, verb: number, saying: number): boolean {
  if (headOf(tree, verb) < 0) return true;
  return headOf(tree, verb) === saying && /^(?:ccomp|parataxis)$/u.test(baseRelation(tree, verb));
}
