/**
 * Speech reported without quotation marks, or only partly in them: "Leavitt told reporters that …", "…, two sources briefed on the
 * talks said", "according to …, …". The span is what was said, without the frame.
 */
import type { Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Span } from "../../domain/span.ts";
import { lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import type { SpeechFrame } from "./frame-parts.ts";
import type { SieveContext } from "./quoted-stretch.ts";
import { speechFrames } from "./speech-frames.ts";

/** A frame of speech, and the spans of what it reports beyond marked stretches; none where all of it stands in marks. */
export interface Reported {
  readonly frame: SpeechFrame;
  readonly spans: readonly Span[];
}

/** A report of fewer words than this says too little to be shown. */
const fewestWords = 3;
/** From this share on, a clause in marks is a direct quote and no clause of its own. */
const mostlyMarked = 0.85;

/** A "sentence" of more tokens is a list or a mistake, and a parse of it says nothing. */
const longestSentence = 300;

/** The frames of one sentence whose word of saying stands outside marks, in the order of those words. */
export function findReportedSpeech(sentence: Sentence, stretches: readonly TokenRange[], context: SieveContext): Reported[] {
  const { tree, stretchOf } = context;
  if (sentence.endToken - sentence.firstToken > longestSentence) return [];
  const found: Reported[] = [];
  for (const frame of speechFrames(context, sentence)) {
    if ((stretchOf[frame.cue] ?? -1) >= 0) continue;
    const ranges = frame.content
      .map((range) => withoutFrame(tree, aroundMarks(range, stretches, stretchOf), frame, stretches, stretchOf))
      .map((range) => trimmed(tree, withoutTimes(tree, range, frame)))
      .filter((range) => range.endToken > range.firstToken && markedShare(range, stretchOf) < mostlyMarked);
    const words = ranges.reduce((sum, range) => sum + range.endToken - range.firstToken, 0);
    found.push({ frame, spans: words < fewestWords ? [] : ranges.map((range) => spanOf(tree, range)) });
  }
  return found;
}

/** The range without parts of marked stretches: one that its edge cuts is taken in whole or left out whole. */
function aroundMarks({ firstToken, endToken }: TokenRange, stretches: readonly TokenRange[], stretchOf: Int32Array): TokenRange {
  const atStart = stretches[stretchOf[firstToken] ?? -1];
  const atEnd = stretches[stretchOf[endToken - 1] ?? -1];
  let first = firstToken;
  let end = endToken;
  if (atStart && atStart.firstToken < first) first = half(atStart) < first ? atStart.endToken : atStart.firstToken;
  if (atEnd && atEnd.endToken > end) end = half(atEnd) < end ? atEnd.endToken : atEnd.firstToken;
  return { firstToken: first, endToken: end };
}

/** `"…," one man, who was there, told Reuters`: words in marks that a comma ends are all that was said before the frame. */
function withoutFrame(
  { tokens }: SyntaxTree,
  range: TokenRange,
  { cue }: SpeechFrame,
  stretches: readonly TokenRange[],
  stretchOf: Int32Array,
): TokenRange {
  const last = stretches[stretchOf[range.endToken - 1] ?? -1];
  // `He promised food; "Nobody will starve," he said`: another sentence before the marks.
  if (last && last.endToken === range.endToken && last.firstToken > range.firstToken && tokens[last.firstToken - 1]?.text === ";")
    return { firstToken: last.firstToken, endToken: range.endToken };
  const first = stretches[stretchOf[range.firstToken] ?? -1];
  if (!first || cue < range.endToken || first.endToken >= range.endToken) return range;
  return /^[,?!]$/u.test(tokens[first.endToken - 2]?.text ?? "") ? { firstToken: range.firstToken, endToken: first.endToken } : range;
}

const days = new Set("monday tuesday wednesday thursday friday saturday sunday today yesterday".split(" "));
const timeZone = /^(?:[ap]\.?m\.?|GMT|UTC|BST|CES?T|EES?T|E[SD]?T|P[SD]?T|C[SD]T|[IJKP]ST|WAT|EAT|WIB|AE[SD]T|MSK)$/iu;
const timeStamp = /^\d{1,2}[:.]\d\d(?:am|pm)?$/iu;

/** Without the day of a frame ("said Sunday the world had lost …") and the hour of a live blog ("10:42 Trains have stopped …"). */
function withoutTimes(tree: SyntaxTree, range: TokenRange, { cue }: SpeechFrame): TokenRange {
  const { firstToken, endToken } = range;
  const isDay = firstToken === cue + 1 && days.has(lowerOf(tree, firstToken));
  if (isDay && !["VERB", "AUX", "PART", "CCONJ"].includes(tagOf(tree, firstToken + 1))) return { firstToken: firstToken + 1, endToken };
  const isHour = firstToken + 1 < cue && timeStamp.test(tree.tokens[firstToken]?.text ?? "");
  if (!isHour) return range;
  // "12:44 BREAKING: …".
  if (tree.tokens[firstToken + 2]?.text === ":") return { firstToken: firstToken + 3, endToken };
  // "14:10 GMT — …"
  let first = timeZone.test(tree.tokens[firstToken + 1]?.text ?? "") ? firstToken + 2 : firstToken + 1;
  while (first + 1 < cue && edges.test(tree.tokens[first]?.text ?? "")) first += 1;
  return { firstToken: first, endToken };
}

function half({ firstToken, endToken }: TokenRange): number {
  return (firstToken + endToken) / 2;
}

function markedShare({ firstToken, endToken }: TokenRange, stretchOf: Int32Array): number {
  let marked = 0;
  for (let token = firstToken; token < endToken; token += 1) if ((stretchOf[token] ?? -1) >= 0) marked += 1;
  return marked / (endToken - firstToken);
}

const edges = /^[.,;:!?–—-]+$/u;

/** Without the punctuation that parts it from its frame. */
function trimmed({ tokens }: SyntaxTree, { firstToken, endToken }: TokenRange): TokenRange {
  let first = firstToken;
  let end = endToken;
  while (end > first && edges.test(tokens[end - 1]?.text ?? "")) end -= 1;
  while (first < end && edges.test(tokens[first]?.text ?? "")) first += 1;
  // "reported that, according to a survey, …".
  if (tokens[first]?.lower === "that" && tokens[first + 1]?.text === "," && first + 2 < end) first += 2;
  return { firstToken: first, endToken: end };
}

function spanOf({ tokens }: SyntaxTree, { firstToken, endToken }: TokenRange): Span {
  return { start: tokens[firstToken]?.start ?? 0, end: tokens[endToken - 1]?.end ?? 0 };
}
