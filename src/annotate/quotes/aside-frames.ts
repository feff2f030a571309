/** Frames set off from the words said: "according to X", "in X's words", "as X put it", "as reported by X". */
import type { Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import { agentsOf } from "../syntax/clause-subjects.ts";
import { baseRelation, childrenBy, childrenOf, headOf, lowerOf, rangeUnder, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { frameEnd, hasFiniteVerb, isOpeningMark, type SpeechFrame, setsOff } from "./frame-parts.ts";
import { ownerOf } from "./frame-speakers.ts";
import { speakerPhraseOf } from "./speaker-phrases.ts";

/** "According to Ann Lee, the mayor, CONTENT": where a description of the source between commas ends, or the given end. */
function afterDescription(tree: SyntaxTree, sentence: Sentence, end: number): number {
  if (tree.tokens[end]?.text !== "," || !["a", "an", "the", "its", "his", "her", "their"].includes(lowerOf(tree, end + 1))) return end;
  const comma = frameEnd(tree, end + 1, sentence.endToken);
  const isDescription = tree.tokens[comma]?.text === "," && !hasFiniteVerb(tree, end + 1, comma);
  return isDescription && hasFiniteVerb(tree, comma + 1, frameEnd(tree, comma + 1, sentence.endToken)) ? comma : end;
}

/** "According to X, CONTENT" · "CONTENT, according to X". */
export function accordingFrame(tree: SyntaxTree, sentence: Sentence, according: number): SpeechFrame | null {
  if (lowerOf(tree, according + 1) !== "to") return null;
  let source = headOf(tree, according);
  if (source < according) source = childrenOf(tree, according).find((child) => child > according + 1) ?? -1;
  if (source <= according) return null;
  const phrase = rangeUnder(tree, source, (child) => ["parataxis", "ccomp"].includes(baseRelation(tree, child)));
  const phraseEnd = Math.min(phrase.endToken, sentence.endToken);
  const endToken = according === sentence.firstToken ? afterDescription(tree, sentence, phraseEnd) : phraseEnd;
  return asideFrame(tree, sentence, { firstToken: according, endToken }, { cue: according, source, pattern: "according-to" });
}

/** "In his words, CONTENT" · "CONTENT, in the words of Ann Lee". */
export function inWordsFrame(tree: SyntaxTree, sentence: Sentence, words: number): SpeechFrame | null {
  const range = rangeUnder(tree, words);
  const { firstToken } = range;
  const endToken = tree.tokens[range.endToken - 1]?.text === "," ? range.endToken - 1 : range.endToken;
  const source = ownerOf(tree, words);
  if (lowerOf(tree, firstToken) !== "in" || source < 0 || endToken > sentence.endToken) return null;
  const isSetOff = tree.tokens[endToken]?.text === "," || tree.tokens[firstToken - 1]?.text === ",";
  return isSetOff ? asideFrame(tree, sentence, { firstToken, endToken }, { cue: words, source, pattern: "in-words" }) : null;
}

/** "CONTENT, as the minister put it". */
export function asPutFrame(tree: SyntaxTree, sentence: Sentence, put: number): SpeechFrame | null {
  const source = childrenBy(tree, put, "nsubj").findLast((child) => child < put) ?? -1;
  if (source < 0) return null;
  const { firstToken } = speakerPhraseOf(tree, source);
  if (lowerOf(tree, firstToken - 1) !== "as" || firstToken <= sentence.firstToken) return null;
  return asideFrame(tree, sentence, { firstToken: firstToken - 1, endToken: put + 2 }, { cue: put, source, pattern: "as-put" });
}

/** "CONTENT, as reported by the agency". */
export function asReportedFrame(tree: SyntaxTree, sentence: Sentence, verb: number): SpeechFrame | null {
  const [source = -1] = agentsOf(tree, verb);
  const { endToken } = speakerPhraseOf(tree, source);
  if (source < verb || !setsOff(tree, verb - 1)) return null;
  return asideFrame(tree, sentence, { firstToken: verb - 1, endToken }, { cue: verb, source, pattern: "as-reported" });
}

/** A frame set off from the words said, which stand before it, after it or on both sides. */
function asideFrame(
  tree: SyntaxTree,
  sentence: Sentence,
  { firstToken, endToken }: TokenRange,
  { cue, source, pattern }: { readonly cue: number; readonly source: number; readonly pattern: string },
): SpeechFrame {
  const isFirst = firstToken === sentence.firstToken;
  const content: TokenRange[] = [];
  const before = { firstToken: sentence.firstToken, endToken: firstToken };
  const after = { firstToken: endToken, endToken: sentence.endToken };
  // "The paper reported that, according to a survey, …", "It happened: According to the mayor, …": what stands before is no part of it.
  const isIntroduction = ["that", ":"].some((word) => [firstToken - 1, firstToken - 2].some((token) => lowerOf(tree, token) === word));
  if (!isFirst && !isIntroduction) content.push(before);
  const isParted = tree.tokens[endToken]?.text === ",";
  const isSaidAfter = hasFiniteVerb(tree, after.firstToken, after.endToken) || isOpeningMark(tree, endToken + 1);
  if (isFirst || isIntroduction || (isParted && isSaidAfter)) content.push(after);
  const speakers = [{ head: source, ...speakerPhraseOf(tree, source) }];
  return { cue, kind: "said", speakers, content, pattern, notSaid: null, confidence: 0.85 };
}
