/** The turns of an interview or a transcript: paragraphs that open with who speaks ("Ann Lee: We waited.", "Q: Why?"), and those that go on. */
import type { Document, Token } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";

/** What somebody says in one go; the words after the label. */
export interface Turn extends TokenRange {
  /** Index of the mention that says who speaks, or -1 where no name does ("Q:"). */
  readonly mentionIndex: number;
  /** The words that say who speaks, lower-case: "ann lee", "q". */
  readonly label: string;
  /** The tokens of those words, which stand in an earlier paragraph where the turn goes on. */
  readonly labelTokens: TokenRange;
  /** True where the label names a person or stands in capitals or for one of two who speak: "Pros:" does not. */
  readonly hasVoice: boolean;
  /** True for a paragraph that goes on with the turn before it. */
  readonly continues: boolean;
  /** True where a later paragraph has a label again: what follows the last one may be the reporter's. */
  readonly isFollowed: boolean;
}

interface Label extends TokenRange {
  /** The first token of what is said. */
  readonly contentToken: number;
}

/** The longest label, in tokens. */
const maxLabel = 7;
/** The longest aside behind a name: "(through an interpreter)", "(D-Ohio)". */
const maxAside = 10;
/** So many labelled paragraphs make a transcript; an article may hold one or two lines of another kind ("Note: …"). */
const minTurns = 4;

const askerWords = new Set(["q", "question", "interviewer", "reporter", "moderator", "host"]);
const answererWords = new Set(["a", "answer"]);
/** Labels that stand for one of two who speak, though they name nobody. */
const roleLabels = new Set([...askerWords, ...answererWords]);

/** True for "Q", "Question", "Reporter" …: whoever asks. */
export function isAsker({ label }: Turn): boolean {
  return askerWords.has(label);
}

/** True for "A" and "Answer". */
export function isAnswerer({ label }: Turn): boolean {
  return answererWords.has(label);
}

/** The turns in the order of the text; empty for an article that is no transcript. */
export function findTurns({ paragraphs, tokens, mentions }: Document<"paragraphs" | "tokens" | "mentions">): Turn[] {
  const nameEndingAt = new Map<number, number>();
  mentions.forEach((mention, index) => {
    if (mention.form === "name") nameEndingAt.set(mention.endToken, index);
  });
  const turns: Turn[] = [];
  const times = new Map<string, number>();
  let labelled = 0;
  let clauses = 0;
  let lastLabelled = -1;
  for (const { firstToken, endToken, kind } of paragraphs) {
    if (kind === "header" || kind === "dateline" || kind === "credit") continue;
    const found = labelOf(tokens, firstToken, endToken);
    const previous = turns.at(-1);
    if (found) {
      const label = labelText(tokens, found);
      const mentionIndex = nameEndingAt.get(found.endToken) ?? -1;
      const mention = mentions[mentionIndex];
      const speaker = mention ? String(mention.entityIndex) : label;
      times.set(speaker, (times.get(speaker) ?? 0) + 1);
      labelled += 1;
      const hasVoice = mention?.type === "PERSON" || roleLabels.has(label) || isShouted(tokens, found);
      if (isClause(tokens, found.contentToken, endToken)) clauses += 1;
      lastLabelled = turns.length;
      const labelTokens = { firstToken: found.firstToken, endToken: found.endToken };
      const said = { firstToken: found.contentToken, endToken };
      turns.push({ ...said, mentionIndex, label, labelTokens, hasVoice, continues: false, isFollowed: true });
    } else if (previous && kind === "prose") turns.push({ ...previous, firstToken, endToken, continues: true });
  }
  // A list ("Winner: …", "Ann Lee: 48 percent") names each once, or has figures behind the names; of those who talk somebody speaks again.
  const returns = [...times.values()].some((count) => count > 1);
  if (labelled < minTurns || times.size < 2 || clauses < labelled / 2 || !returns) return [];
  return turns.map((turn, index) => (index >= lastLabelled ? { ...turn, isFollowed: false } : turn));
}

function labelText(tokens: readonly Token[], { firstToken, endToken }: TokenRange): string {
  return tokens
    .slice(firstToken, endToken)
    .map(({ lower }) => lower)
    .join(" ")
    .replace(/^([qa])\.$/u, "$1");
}

/** True for words with a verb or a question mark: said rather than listed. */
function isClause(tokens: readonly Token[], firstToken: number, endToken: number): boolean {
  for (let at = firstToken; at < endToken; at += 1) {
    const token = tokens[at];
    if (token?.pos === "VERB" || token?.pos === "AUX" || token?.text === "?") return true;
  }
  return false;
}

const emphasis = /^[*_]+$/u;

/** Capitalised words and the colon behind them, "Q." or "Q –", at the start of a paragraph; null where there is none. */
function labelOf(tokens: readonly Token[], paragraphStart: number, paragraphEnd: number): Label | null {
  let firstToken = paragraphStart;
  while (firstToken < paragraphEnd && emphasis.test(tokens[firstToken]?.text ?? "")) firstToken += 1;
  const first = tokens[firstToken]?.text ?? "";
  if (/^[QA]\.$/u.test(first)) return withContent(tokens, { firstToken, endToken: firstToken + 1 }, firstToken + 1, paragraphEnd);
  if (/^[QA]$/u.test(first) && /^[–—-]$/u.test(tokens[firstToken + 1]?.text ?? ""))
    return withContent(tokens, { firstToken, endToken: firstToken + 1 }, firstToken + 2, paragraphEnd);
  for (let at = firstToken; at < Math.min(paragraphEnd, firstToken + maxLabel); at += 1) {
    const text = tokens[at]?.text ?? "";
    const label = { firstToken, endToken: at };
    if (/^:[*_]*$/u.test(text)) return at > firstToken ? withContent(tokens, label, at + 1, paragraphEnd) : null;
    if (text === "(" && at > firstToken) {
      const colon = colonBehindAside(tokens, at, Math.min(paragraphEnd, at + maxAside));
      return colon < 0 ? null : withContent(tokens, label, colon + 1, paragraphEnd);
    }
    if (!/^(?:\p{Lu}|\.|-|'|’|of$|de$|van$|von$|bin$|al$)/u.test(text)) return null;
  }
  return null;
}

function colonBehindAside(tokens: readonly Token[], bracket: number, end: number): number {
  for (let at = bracket + 1; at < end; at += 1) {
    const text = tokens[at]?.text ?? "";
    if (/^\):[*_]*$/u.test(text)) return at;
    if (text === ")") return /^:[*_]*$/u.test(tokens[at + 1]?.text ?? "") ? at + 1 : -1;
  }
  return -1;
}

function withContent(tokens: readonly Token[], label: TokenRange, start: number, end: number): Label | null {
  let contentToken = start;
  while (contentToken < end && emphasis.test(tokens[contentToken]?.text ?? "")) contentToken += 1;
  return contentToken < end ? { ...label, contentToken } : null;
}

/** "MS. REYES", "SEN. BRIGHT": in transcripts names stand in capitals. */
function isShouted(tokens: readonly Token[], { firstToken, endToken }: TokenRange): boolean {
  for (let at = firstToken; at < endToken; at += 1) if (/\p{Ll}/u.test(tokens[at]?.text ?? "")) return false;
  return /\p{Lu}{2}/u.test(tokens[endToken - 1]?.text ?? "");
}
