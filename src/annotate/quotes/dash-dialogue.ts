/**
 * Dialogue behind dashes, as in translated novels and old reports: every paragraph is a turn, and who speaks may stand in it.
 *   — At the harbour, said Ilya Brandt. I missed the boat.
 */
import type { Document } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import { nounPhraseStartingAt, subjectOf } from "../clauses.ts";
import { hasMarks, type SieveContext } from "./quoted-stretch.ts";
import { isCue } from "./sieve-parts.ts";
import { speakerOf } from "./speaker-phrases.ts";

type Input = Document<"paragraphs" | "tokens">;

/** What one paragraph says: its words without the frame. */
export interface DashTurn {
  readonly parts: readonly TokenRange[];
  readonly speakers: readonly Speaker[];
  /** Token of the word of saying, or -1. */
  readonly cue: number;
}

/** How far into its paragraph a frame may stand, in tokens: a paragraph without end takes no more time than others. */
const frameReach = 60;

const dash = /^(?:—|–|―)$/u;
const ownVoice = new Set("i you we me us my your our".split(" "));

/** The turns in the order of the text; none where dashes open the points of a list: somebody must say "I" or "you", and a frame tell who speaks. */
export function findDashTurns(doc: Input, context: SieveContext): DashTurn[] {
  const found: DashTurn[] = [];
  let run: TokenRange[] = [];
  for (const { kind, firstToken, endToken } of doc.paragraphs) {
    if (kind === "prose" && dash.test(doc.tokens[firstToken]?.text ?? "") && !hasMarks(context, firstToken, endToken)) {
      run.push({ firstToken: firstToken + 1, endToken });
      continue;
    }
    found.push(...dialogue(run, context));
    run = [];
  }
  return [...found, ...dialogue(run, context)];
}

/** The turns of paragraphs that follow on one another; who speaks without a frame is the other voice of the two. */
function dialogue(paragraphs: readonly TokenRange[], context: SieveContext): DashTurn[] {
  const { tokens } = context.grammar;
  const isSpoken = paragraphs.some(({ firstToken, endToken }) =>
    tokens.slice(firstToken, endToken).some(({ lower }) => ownVoice.has(lower)),
  );
  if (paragraphs.length < 2 || !isSpoken) return [];
  const turns: DashTurn[] = [];
  for (const paragraph of paragraphs) {
    const turn = framed(paragraph, context);
    const [other, voice] = [turns.at(-1), turns.at(-2)];
    const alternates = turn.cue < 0 && voice !== undefined && other !== undefined && voice.speakers[0]?.start !== other.speakers[0]?.start;
    turns.push(alternates ? { ...turn, speakers: voice.speakers } : turn);
  }
  return turns.some(({ cue }) => cue >= 0) ? turns : [];
}

/** "WORDS, said X. WORDS" · "WORDS? she asked." */
function framed({ firstToken, endToken }: TokenRange, context: SieveContext): DashTurn {
  const { grammar, lookup } = context;
  const { tokens } = grammar;
  for (let index = firstToken + 1; index < Math.min(endToken, firstToken + frameReach); index += 1) {
    if (!isCue(context, index)) continue;
    let start = index;
    let phrase: TokenRange | undefined;
    if (isBoundary(tokens[index - 1]?.text)) phrase = nounPhraseStartingAt(grammar, index + 1, endToken) ?? undefined;
    else {
      phrase = subjectOf(grammar, index, { firstToken, endToken })[0];
      start = phrase?.firstToken ?? index;
      if (!isBoundary(tokens[start - 1]?.text) || start <= firstToken) continue;
    }
    const speaker = phrase && speakerOf(tokens, phrase, lookup);
    if (!phrase || !speaker) continue;
    let end = Math.max(index + 1, phrase.endToken);
    while (end < endToken && !/^[.,!?:;—–]$/u.test(tokens[end]?.text ?? "")) end += 1;
    while (end < endToken && /^[.,!?:;—–]$/u.test(tokens[end]?.text ?? "")) end += 1;
    let first = start;
    while (first > firstToken && dash.test(tokens[first - 1]?.text ?? "")) first -= 1;
    const parts = [
      { firstToken, endToken: first },
      { firstToken: end, endToken },
    ].filter((part) => part.endToken > part.firstToken);
    return { parts, speakers: [speaker], cue: index };
  }
  return { parts: [{ firstToken, endToken }], speakers: [], cue: -1 };
}

function isBoundary(text: string | undefined): boolean {
  return /^[,?!…—–―]$/u.test(text ?? "");
}
