/** Words set off as a paragraph of their own, without marks, behind an introduction with a colon: "In a statement the Harbour Authority said:". */
import type { Document } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import { lowerOf, pennTagOf, tagOf } from "../syntax/syntax-tree.ts";
import { channelNouns, isFiniteVerb } from "./frame-parts.ts";
import { hasMarks, type SieveContext } from "./quoted-stretch.ts";
import { isCue, mainSubject, subjectSpeakers } from "./sieve-parts.ts";

type Input = Document<"paragraphs" | "sentences" | "tokens">;

/** A paragraph that was said, with who says it. */
export interface Block extends TokenRange {
  readonly speakers: readonly Speaker[];
  /** Token of the word of saying in the introduction. */
  readonly cue: number;
  /** True for the paragraphs of a text given in full behind its first one. */
  readonly continues: boolean;
}

/** How far before its colon an introduction may have its word of saying, in tokens. */
const cueReach = 14;
/** Fewer tokens make a heading. */
const fewestTokens = 6;
/** So many paragraphs at most of one text. */
const mostParagraphs = 20;

/** The paragraphs set off, in text order. */
export function findBlocks(doc: Input, context: SieveContext): Block[] {
  const { paragraphs, sentences, tokens } = doc;
  const lastSentences = new Map(sentences.map((sentence) => [sentence.paragraphIndex, sentence]));
  const blocks: Block[] = [];
  paragraphs.forEach(({ kind, endToken }, index) => {
    const sentence = lastSentences.get(index);
    if (kind !== "prose" || !sentence || tokens[endToken - 1]?.text !== ":") return;
    const cue = introducingCue(context, sentence);
    const speakers = cue < 0 ? [] : speakersOf(context, cue, sentence);
    if (speakers.length === 0) return;
    const isFull = isGivenInFull(context, sentence);
    for (let next = index + 1; next <= index + mostParagraphs; next += 1) {
      const paragraph = paragraphs[next];
      if (next > index + 1 && !isFull && !isNextLine(doc, next, index + 1)) return;
      if (paragraph?.kind !== "prose" || !isSetOff(doc, context, paragraph)) return;
      blocks.push({ firstToken: paragraph.firstToken, endToken: paragraph.endToken, speakers, cue, continues: next > index + 1 });
    }
  });
  return blocks;
}

/** The last word of saying before the colon, where no other verb follows it; else -1. */
function introducingCue(context: SieveContext, { firstToken, endToken }: TokenRange): number {
  const { tree, stretchOf } = context;
  for (let index = endToken - 2; index > firstToken && endToken - index < cueReach; index -= 1) {
    if ((stretchOf[index] ?? -1) >= 0) return -1;
    if (isCue(context, index)) return pennTagOf(tree, index) === "VB" ? -1 : index;
    if (tagOf(tree, index) === "VERB" || isFiniteVerb(tree, index)) return -1;
  }
  return -1;
}

function speakersOf(context: SieveContext, cue: number, sentence: TokenRange): readonly Speaker[] {
  const speakers = subjectSpeakers(context, cue, sentence);
  if (speakers.length > 0) return speakers;
  const subject = mainSubject(context, sentence);
  return subject ? [subject] : [];
}

/** "The statement reads in full:", "the full text of her letter said:". */
function isGivenInFull({ tree }: SieveContext, { firstToken, endToken }: TokenRange): boolean {
  for (let index = firstToken; index + 1 < endToken; index += 1) {
    if (lowerOf(tree, index) === "in" && lowerOf(tree, index + 1) === "full") return true;
    if (lowerOf(tree, index) === "full" && (channelNouns.has(lowerOf(tree, index + 1)) || lowerOf(tree, index + 1) === "text")) return true;
  }
  return false;
}

/** True where no blank line parts the paragraph from the one before, though one parts the first of the block from its introduction. */
function isNextLine({ article, paragraphs }: Input, index: number, first: number): boolean {
  const breaksBefore = (at: number): number => article.text.slice(paragraphs[at - 1]?.end, paragraphs[at]?.start).split("\n").length - 1;
  return breaksBefore(index) === 1 && breaksBefore(first) > 1;
}

/** True for a paragraph of sentences that neither holds marks nor introduces another. */
function isSetOff({ tokens }: Input, context: SieveContext, { firstToken, endToken }: TokenRange): boolean {
  if (endToken - firstToken < fewestTokens || !/^[.!?…]/u.test(tokens[endToken - 1]?.text ?? "")) return false;
  return !hasMarks(context, firstToken, endToken) && !/^["“„«‘]/u.test(tokens[firstToken]?.text ?? "");
}
