/** What the sieves for speakers share: words of saying, their subjects, and who acts in a sentence. */
import type { TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import { isNominal, subjectOf } from "../clauses.ts";
import { agentsOf, subjectsOf } from "../syntax/clause-subjects.ts";
import { baseRelation, childBy, headOf, lowerOf, pennTagOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { isReadOut } from "./frame-parts.ts";
import { sayersOf } from "./frame-speakers.ts";
import { isWordOfSaying } from "./noun-frames.ts";
import { type Attributed, isFragment, type QuotedStretch, type SieveContext } from "./quoted-stretch.ts";
import { nameInAside, speakerOf, speakersOfHeads } from "./speaker-phrases.ts";

export interface Sieve {
  readonly name: string;
  /** How often it is right when it decides, 0 to 1. */
  readonly confidence: number;
  readonly decide: (stretch: QuotedStretch, context: SieveContext) => Attributed | null;
}

/** A verb of saying, outside names and marks, that may govern the stretch. Passives are none, but for "was quoted" and those that name who says it. */
export function isCue(context: SieveContext, index: number, stretch?: QuotedStretch): boolean {
  const { grammar, lexicon, stretchOf } = context;
  const token = grammar.tokens[index];
  if (!token || grammar.isName[index] || (stretchOf[index] ?? -1) >= 0) return false;
  // "She went on: …".
  if (token.lower === "went" || token.lower === "goes") return grammar.tokens[index + 1]?.lower === "on";
  const verb = lexicon.speechVerbs.get(token.lower);
  return (
    verb !== undefined &&
    token.pos === "VERB" &&
    !isReadOut(context.tree, index) &&
    !isSufferedBy(context, index) &&
    !isAttributive(context, index) &&
    !(verb.frames.has("beside") && stretch !== undefined && !isBeside(context, index, stretch))
  );
}

/** `"…," the letter continued`, `She began: "…"`, `offered "a full apology"`; but not `the border continues "calm"`. */
function isBeside(context: SieveContext, index: number, stretch: QuotedStretch): boolean {
  const { firstToken, endToken } = stretch;
  const { pos } = context.grammar.tokens[firstToken + 1] ?? {};
  if (index >= endToken) return /^[,?!]$/u.test(context.grammar.tokens[endToken - 2]?.text ?? "") || !isFragment(stretch, context);
  return !isFragment(stretch, context) || (index === firstToken - 1 && (pos === "DET" || pos === "PRON"));
}

/** "a clerk accused of …", "was charged with …", "were told to report …": whom it names, says nothing by it. */
function isSufferedBy({ tree, lookup, lexicon }: SieveContext, index: number): boolean {
  if (pennTagOf(tree, index) === "VB" && baseRelation(tree, index) === "xcomp") {
    const order = headOf(tree, index);
    return lexicon.speechVerbs.has(lowerOf(tree, order)) && childBy(tree, order, "aux:pass") >= 0;
  }
  if (pennTagOf(tree, index) !== "VBN" || agentsOf(tree, index).length > 0) return false;
  if (childBy(tree, index, "aux:pass") >= 0) return lowerOf(tree, index) !== "quoted";
  return relationOf(tree, index) === "acl" && nameInAside(tree.tokens, index, lookup) === null;
}

/** "an emailed statement", "the proposed law". */
function isAttributive({ tree }: SieveContext, index: number): boolean {
  const before = tagOf(tree, index - 1);
  const isInside = headOf(tree, index) === index + 1 || (headOf(tree, index) > index && pennTagOf(tree, index) === "VBN");
  return baseRelation(tree, index) === "amod" && isInside && (before === "DET" || before === "ADJ");
}

/** The subject of a cue: by the tree, else by position. Never words in marks. */
export function subjectSpeakers(context: SieveContext, cue: number, range: TokenRange): Speaker[] {
  const { tree, lookup, stretchOf, grammar } = context;
  const isOutside = (head: number): boolean => (stretchOf[head] ?? -1) < 0 && head >= range.firstToken && head < range.endToken;
  const heads = sayersOf(tree, cue).filter(isOutside);
  if (heads.length > 0) return speakersOfHeads(tree, heads, lookup, cue);
  const beside = nameInAside(grammar.tokens, cue, lookup);
  if (beside && beside.firstToken >= range.firstToken) return [beside];
  return subjectOf(grammar, cue, range)
    .filter(({ endToken }) => isOutside(endToken - 1))
    .flatMap((phrase) => speakerOf(grammar.tokens, phrase, lookup) ?? []);
}

export function attributedTo(speakers: readonly Speaker[], cue: number): Attributed | null {
  return speakers.length > 0 ? { speakers, cue } : null;
}

/** The subject of the sentence's main verb. */
export function mainSubject(context: SieveContext, sentence: TokenRange): Speaker | null {
  const { tree, lookup, stretchOf } = context;
  for (let token = sentence.firstToken; token < sentence.endToken; token += 1) {
    if (headOf(tree, token) >= 0 || (stretchOf[token] ?? -1) >= 0) continue;
    const heads = subjectsOf(tree, token).filter((head) => (stretchOf[head] ?? -1) < 0);
    const [speaker] = speakersOfHeads(tree, heads, lookup, token);
    return speaker ?? null;
  }
  return null;
}

/** The subject of the first verb in a stretch of tokens, by position. */
export function patternSubject({ grammar, lookup }: SieveContext, range: TokenRange, end: number): Speaker | null {
  for (let index = range.firstToken + 1; index < end; index += 1) {
    const token = grammar.tokens[index];
    if (!token || grammar.isName[index] || token.pos !== "VERB" || isNominal(grammar, index)) continue;
    const [phrase] = subjectOf(grammar, index, range);
    return phrase ? speakerOf(grammar.tokens, phrase, lookup) : null;
  }
  return null;
}

/** True where the sentence has a word of saying, or names what is said ("a statement", "a message for them"). */
export function speaksOfSaying(context: SieveContext, sentence: TokenRange): boolean {
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1)
    if (isCue(context, index) || isWordOfSaying(context.tree, index)) return true;
  return false;
}
