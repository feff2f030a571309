/** Stage: who said what. Marked stretches get their speaker from the sieves; sentences without marks may report speech. */
import type { Document, Sentence } from "../../domain/document.ts";
import type { Skipped } from "../../domain/meeting.ts";
import type { Quote } from "../../domain/quote.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { type Grammar, nameFlags } from "../clauses.ts";
import { defineStage } from "../stage.ts";
import { findMarkedStretches, type MarkedStretch } from "./quote-marks.ts";
import { findReportedSpeech } from "./reported-speech.ts";
import { lookUpMentions } from "./speaker-phrases.ts";
import { type Attributed, type QuotedStretch, type SieveContext, speakerSieves } from "./speaker-sieves.ts";

type Input = Document<"paragraphs" | "sentences" | "tokens" | "names" | "mentions" | "entities">;

/** Builds the stage. */
export function makeFindQuotes(lexicon: Lexicon) {
  return defineStage({
    name: "find-quotes",
    needs: ["paragraphs", "sentences", "tokens", "names", "mentions", "entities"],
    adds: ["quotes", "skippedQuotes"],
    run: (doc) => findQuotes(doc, lexicon),
  });
}

function findQuotes(doc: Input, lexicon: Lexicon): { quotes: Quote[]; skippedQuotes: Skipped[] } {
  const { article, paragraphs, tokens, sentences } = doc;
  const grammar: Grammar = { tokens, isName: nameFlags(tokens.length, doc.names) };
  const context: SieveContext = { grammar, lexicon, lookup: lookUpMentions(doc.mentions) };
  const { stretches, unclosed } = findMarkedStretches(article.text, paragraphs);
  const quotes: Quote[] = [];
  const skippedQuotes: Skipped[] = unclosed.map((span) => ({ ...span, reason: "quotation mark without a partner in its paragraph" }));
  const marked = new Set<number>();
  const ranges = tokenRanges(doc, stretches);
  let previous: (QuotedStretch & { attributed: Attributed | null }) | null = null;
  let open: Attributed | null = null;
  stretches.forEach((stretch, index) => {
    const range = ranges[index];
    const firstSentence = sentences[tokens[range?.firstToken ?? -1]?.sentenceIndex ?? -1];
    const lastSentence = sentences[tokens[(range?.endToken ?? 0) - 1]?.sentenceIndex ?? -1];
    if (!range || !firstSentence || !lastSentence) return;
    for (let at = firstSentence.firstToken; at < lastSentence.endToken; at += 1) marked.add(tokens[at]?.sentenceIndex ?? -1);
    const before: (QuotedStretch & { attributed: Attributed | null }) | null = previous;
    const next = ranges[index + 1];
    const quoted: QuotedStretch = {
      ...range,
      span: stretch,
      paragraphIndex: stretch.paragraphIndex,
      firstSentence,
      lastSentence,
      previous:
        before && before.paragraphIndex === stretch.paragraphIndex ? { endToken: before.endToken, attributed: before.attributed } : null,
      nextToken:
        next && stretches[index + 1]?.paragraphIndex === stretch.paragraphIndex
          ? next.firstToken
          : (paragraphs[stretch.paragraphIndex]?.endToken ?? range.endToken),
      nextSentence: sameParagraph(sentences, tokens[range.endToken - 1]?.sentenceIndex ?? -1, 1),
      sentenceBefore: sentences[firstSentenceIndex(tokens, range) - 1] ?? null,
      paragraphBefore:
        before && before.paragraphIndex === stretch.paragraphIndex - 1 && endsParagraph(doc, before) ? before.attributed : null,
      continued: open,
    };
    const reason = notSpeech(doc, quoted, stretch);
    if (reason) {
      skippedQuotes.push({ start: stretch.start, end: stretch.end, reason });
      open = null;
      return;
    }
    const decided = decide(quoted, context);
    previous = { ...quoted, attributed: decided?.attributed ?? null };
    open = stretch.continues ? (decided?.attributed ?? null) : null;
    const words = wordCount(doc, quoted);
    if (!decided && words < 5) {
      skippedQuotes.push({ start: stretch.start, end: stretch.end, reason: "marked words without a speaker near them" });
      return;
    }
    const attributed = decided?.attributed ?? null;
    const short = words < 3 && !attributed?.cue ? 0.5 : 1;
    quotes.push({
      start: stretch.start,
      end: stretch.end,
      kind: isEmbedded(doc, quoted) ? "mixed" : "direct",
      cue: attributed?.cue ?? null,
      speaker: attributed?.speaker ?? null,
      confidence: round((attributed?.confidence ?? 0.3) * short),
      decidedBy: decided?.sieve ?? "none",
    });
  });
  sentences.forEach((sentence, index) => {
    if (marked.has(index) || paragraphs[sentence.paragraphIndex]?.kind !== "prose") return;
    quotes.push(...findReportedSpeech(doc, sentence, context));
  });
  quotes.sort((a, b) => a.start - b.start || b.end - a.end);
  return { quotes, skippedQuotes };
}

function firstSentenceIndex(tokens: Input["tokens"], range: { readonly firstToken: number }): number {
  return tokens[range.firstToken]?.sentenceIndex ?? 0;
}

/** The sentence `step` further on, where it belongs to the same paragraph; else null. */
function sameParagraph(sentences: Input["sentences"], index: number, step: number): Sentence | null {
  const found = sentences[index + step];
  return found && found.paragraphIndex === sentences[index]?.paragraphIndex ? found : null;
}

/** True when the paragraph ends with the sentence that holds the stretch. */
function endsParagraph(doc: Input, stretch: QuotedStretch): boolean {
  return stretch.lastSentence.endToken >= (doc.paragraphs[stretch.paragraphIndex]?.endToken ?? 0);
}

function decide(stretch: QuotedStretch, context: SieveContext): { attributed: Attributed; sieve: string } | null {
  for (const sieve of speakerSieves) {
    const attributed = sieve.decide(stretch, context);
    if (attributed) return { attributed, sieve: sieve.name };
  }
  return null;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Token ranges of the stretches, marks included; one walk over tokens and stretches together. */
function tokenRanges(doc: Input, stretches: readonly MarkedStretch[]): { firstToken: number; endToken: number }[] {
  let index = 0;
  return stretches.map((stretch) => {
    while (index < doc.tokens.length && (doc.tokens[index]?.end ?? 0) <= stretch.start) index += 1;
    const firstToken = index;
    while (index < doc.tokens.length && (doc.tokens[index]?.start ?? 0) < stretch.end) index += 1;
    return { firstToken, endToken: index };
  });
}

function wordCount(doc: Input, range: { firstToken: number; endToken: number }): number {
  let words = 0;
  for (let index = range.firstToken; index < range.endToken; index += 1)
    if (/[\p{L}\p{N}]/u.test(doc.tokens[index]?.text ?? "")) words += 1;
  return words;
}

/** True when the stretch is a piece of the reporter's clause: words before it in its sentence, and it starts in lower case or short. */
function isEmbedded(doc: Input, quoted: QuotedStretch): boolean {
  if (quoted.firstToken === quoted.firstSentence.firstToken) return false;
  const before = doc.tokens[quoted.firstToken - 1];
  const first = doc.tokens[quoted.firstToken + 1];
  if (before && (before.text === "," || before.text === ":") && first && /^\p{Lu}/u.test(first.text)) return false;
  return (
    first !== undefined && !(before?.text === "," && quoted.previous !== null && quoted.previous.endToken > quoted.firstSentence.firstToken)
  );
}

const smallWords = new Set("a an the of and or in on at to for by with from as".split(" "));

/** Why a marked stretch is no speech, or null when it may be. */
function notSpeech(doc: Input, quoted: QuotedStretch, stretch: MarkedStretch): string | null {
  const kind = doc.paragraphs[stretch.paragraphIndex]?.kind;
  if (kind !== "prose") return `marked words in a ${kind ?? "heading"}`;
  const { tokens } = doc;
  const words = tokens.slice(quoted.firstToken, quoted.endToken).filter((token) => /\p{L}/u.test(token.text));
  const text = doc.article.text.slice(stretch.start + 1, stretch.end - 1);
  if (words.length === 0) return "no words between the marks";
  const ends = /[.,!?…;:]$/u.test(text.trim());
  const alone = isAlone(quoted);
  if (alone && !ends && words.every((word) => word.text === word.text.toUpperCase()) && /\p{L}{2}/u.test(text))
    return "a heading in capitals";
  const beforeName = doc.names.some((name) => name.firstToken < quoted.firstToken && name.endToken >= quoted.endToken);
  if (beforeName) return "part of a name";
  const before = tokens[quoted.firstToken - 1];
  const after = tokens[quoted.endToken];
  if (words.length <= 2 && before?.pos === "PROPN" && after?.pos === "PROPN" && before.sentenceIndex === after.sentenceIndex)
    return "a nickname";
  const titled = words.length >= 2 && words.length <= 8 && words.every((word) => /^\p{Lu}/u.test(word.text) || smallWords.has(word.lower));
  if (titled && !ends && !(before?.text === "," || before?.text === ":")) return "capitalised like the title of a work";
  return null;
}

function isAlone(quoted: QuotedStretch): boolean {
  return quoted.firstToken === quoted.firstSentence.firstToken && quoted.endToken >= quoted.lastSentence.endToken;
}
