/** A stretch in quotation marks among its tokens and sentences, with what the sieves need to know of its surroundings. */
import type { Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import type { Span } from "../../domain/span.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Grammar, Tokens } from "../clauses.ts";
import type { SyntaxTree } from "../syntax/syntax-tree.ts";
import type { SpeechFrame } from "./frame-parts.ts";
import type { MentionLookup } from "./speaker-phrases.ts";

/** What a sieve decided. */
export interface Attributed {
  /** One speaker, or several who speak together. */
  readonly speakers: readonly Speaker[];
  /** Token of the word of saying, or -1. */
  readonly cue: number;
  /** True where it goes on with the saying before it. */
  readonly continues?: boolean;
  /** Takes the place of the sieve's own confidence. */
  readonly confidence?: number;
}

export interface QuotedStretch extends TokenRange {
  readonly span: Span;
  readonly paragraphIndex: number;
  readonly firstSentence: Sentence;
  readonly lastSentence: Sentence;
  /** The frames of speech in the stretch's first and last sentence whose cue stands outside marks. */
  readonly frames: readonly SpeechFrame[];
  /** The frames of the sentence before the first one, where it stands in the same paragraph and after the stretch before. */
  readonly framesBefore: readonly SpeechFrame[];
  /** The frames of the sentence after the last one. */
  readonly framesAfter: readonly SpeechFrame[];
  /** The stretch before it in the same paragraph, with what was decided for it. */
  readonly previous: { readonly endToken: number; readonly attributed: Attributed | null } | null;
  /** Where the next stretch of the paragraph starts, as a token index, or the end of the paragraph. */
  readonly nextToken: number;
  /** The sentence after the last one, where it stands in the same paragraph. */
  readonly nextSentence: Sentence | null;
  /** The sentence after the last one, wherever it stands. */
  readonly sentenceAfter: Sentence | null;
  /** The sentence before the first one, in this paragraph or the one before. */
  readonly sentenceBefore: Sentence | null;
  /** What was decided for the paragraph before, when that paragraph ends with marked words or their frame. */
  readonly paragraphBefore: { readonly attributed: Attributed; readonly asks: boolean } | null;
  /** What was decided for the paragraph before that one, on the same condition: the other voice of a dialogue. */
  readonly twoParagraphsBefore: Attributed | null;
  /** What was decided for the paragraph before, where it left its quotation open. */
  readonly continued: Attributed | null;
}

export interface SieveContext {
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
  readonly lookup: MentionLookup;
  readonly tree: SyntaxTree;
  /** For each token the index of the marked stretch that holds it, or -1. */
  readonly stretchOf: Int32Array;
}

/** True where a word of the range stands in quotation marks. */
export function hasMarks({ stretchOf }: SieveContext, firstToken: number, endToken: number): boolean {
  for (let index = firstToken; index < endToken; index += 1) if ((stretchOf[index] ?? -1) >= 0) return true;
  return false;
}

/** True when nothing but marked words stands in the stretch's sentences. */
export function standsAlone(stretch: QuotedStretch): boolean {
  return (
    stretch.firstToken === stretch.firstSentence.firstToken &&
    stretch.endToken >= stretch.lastSentence.endToken &&
    stretch.previous === null
  );
}

/** True behind "with the words": what follows was said, though the words are called words. */
export function isWithTheWords(tokens: Tokens, { firstToken, firstSentence }: QuotedStretch): boolean {
  const mark = /^[:,]$/u.test(tokens[firstToken - 1]?.text ?? "") ? firstToken - 1 : firstToken;
  return (
    mark - 3 >= firstSentence.firstToken &&
    /^(?:words?|phrase|sentence|line)$/u.test(tokens[mark - 1]?.lower ?? "") &&
    /^(?:the|these|this)$/u.test(tokens[mark - 2]?.lower ?? "") &&
    tokens[mark - 3]?.lower === "with"
  );
}

/** True where the reporter's sentence goes on after the words without a comma: `warned of "hell to pay" if …`. */
function isRunOn({ firstToken, endToken }: QuotedStretch, { grammar }: SieveContext): boolean {
  let at = endToken - 2;
  // `'She said, "Go home."'`: the stop stands before the marks of an inner quotation.
  while (at > firstToken && /^["”’']$/u.test(grammar.tokens[at]?.text ?? "")) at -= 1;
  const last = grammar.tokens[at];
  return last !== undefined && !/[,.!?…—–-]$/u.test(last.text) && grammar.tokens[endToken]?.text !== ",";
}

/** True for words quoted inside the reporter's sentence, also at its end: `blamed it on "enemies of peace."` */
export function isFragment(stretch: QuotedStretch, context: SieveContext): boolean {
  const { tokens } = context.grammar;
  const first = tokens[stretch.firstToken + 1];
  const before = tokens[stretch.firstToken - 1];
  const isInside = stretch.firstToken > stretch.firstSentence.firstToken && before !== undefined && first !== undefined;
  return (isInside && /^\p{Ll}/u.test(first.text) && /^[\p{L}\p{N}]|^['’]s?$/u.test(before.text)) || isRunOn(stretch, context);
}
