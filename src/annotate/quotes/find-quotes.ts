/** Stage: who said what. Marked stretches get their speaker from the sieves; frames of speech report clauses without marks, or partly in them. */
import type { Document, Sentence } from "../../domain/document.ts";
import type { Skipped } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { MarkedStretch, Quote, Speaker } from "../../domain/quote.ts";
import { bySpan, firstFrom, type Span, textOf } from "../../domain/span.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { nameFlags, subjectOf } from "../clauses.ts";
import { defineStage } from "../stage.ts";
import { syntaxTree } from "../syntax/syntax-tree.ts";
import { findBlocks } from "./block-quotes.ts";
import { withCarriedSpeakers } from "./carried-speakers.ts";
import { findDashTurns } from "./dash-dialogue.ts";
import type { SpeechFrame } from "./frame-parts.ts";
import { interviewQuotes } from "./interview-quotes.ts";
import { notSpeechByContext, notSpeechByForm } from "./not-speech.ts";
import { type Attributed, type QuotedStretch, type SieveContext, standsAlone } from "./quoted-stretch.ts";
import { findReportedSpeech, type Reported } from "./reported-speech.ts";
import { detailsOf } from "./saying-details.ts";
import { lookUpMentions, speakerOf, speakersOfPhrases } from "./speaker-phrases.ts";
import { speakerSieves } from "./speaker-sieves.ts";
import { turnQuotes } from "./turn-quotes.ts";

type Input = Document<"paragraphs" | "sentences" | "tokens" | "syntax" | "marks" | "names" | "mentions" | "entities">;

/** Builds the stage. */
export function makeFindQuotes(lexicon: Lexicon) {
  return defineStage({
    name: "find-quotes",
    needs: ["paragraphs", "sentences", "tokens", "syntax", "marks", "names", "mentions", "entities"],
    adds: ["quotes", "skippedQuotes"],
    run: (doc) => findQuotes(doc, lexicon),
  });
}

/** What is known of a document while its quotes are found. */
interface Reading {
  readonly doc: Input;
  readonly context: SieveContext;
  /** Marked stretches with their tokens, marks included. */
  readonly stretches: readonly (MarkedStretch & TokenRange)[];
  /** By sentence: what it reports. */
  readonly reports: readonly (readonly Reported[])[];
  readonly sayings: Sayings;
  /** What is said in the turns of an interview, in text order. */
  readonly turns: readonly Quote[];
}

function findQuotes(doc: Input, lexicon: Lexicon): { quotes: Quote[]; skippedQuotes: Skipped[] } {
  const { paragraphs, tokens, sentences } = doc;
  const { stretches: marked, unclosed } = doc.marks;
  const stretches = withTokens(doc, marked);
  const stretchOf = new Int32Array(tokens.length).fill(-1);
  stretches.forEach(({ firstToken, endToken }, index) => {
    stretchOf.fill(index, firstToken, endToken);
  });
  const context: SieveContext = {
    grammar: { tokens, isName: nameFlags(tokens.length, doc.names) },
    lexicon,
    lookup: lookUpMentions(doc.mentions, doc.tokens),
    tree: syntaxTree(tokens, doc.syntax),
    stretchOf,
  };
  const reports = sentences.map((sentence) =>
    paragraphs[sentence.paragraphIndex]?.kind === "prose" ? findReportedSpeech(sentence, stretches, context) : [],
  );
  const sayings = new Sayings();
  const labelled = turnQuotes(doc, () => sayings.next());
  const turns = labelled.length > 0 ? labelled : interviewQuotes(doc, () => sayings.next());
  const reading: Reading = { doc, context, stretches, reports, sayings, turns };
  const skippedQuotes: Skipped[] = unclosed.map((span) => ({ ...span, reason: "quotation mark without a partner in its paragraph" }));
  const quotes = markedQuotes(reading, skippedQuotes);
  quotes.push(...reportedQuotes(reading, skippedQuotes), ...setOffQuotes(reading), ...dashQuotes(reading));
  return { quotes: withCarriedSpeakers(doc, context, nested([...turns, ...quotes])), skippedQuotes };
}

/** "“But why?” you ask": words that a writer gives to the reader. */
function ceilingFor({ doc }: Reading, attributed: Attributed | null): number {
  const [speaker] = attributed?.speakers ?? [];
  return speaker && /^(?:you|one|(?:some|any|every)(?:body|one)(?: .*)?)$/iu.test(textOf(doc.article.text, speaker)) ? putIntoMouths : 1;
}

/** How sure we are of what nobody in particular says. */
const putIntoMouths = 0.4;

const ownVoice = /^(?:I|we|you)$/iu;

/** "I say that they are wrong" inside a turn says no more than the turn. */
function repeatsTurn({ doc, turns }: Reading, { start, end }: Span, speaker: Speaker | undefined): boolean {
  const turn = lastStartingBefore(turns, end);
  if (!turn || start < turn.start || end > turn.end) return false;
  return !speaker || ownVoice.test(doc.article.text.slice(speaker.start, speaker.end));
}

/** "Tom Ray: My brother said that …": the parser may take the label for who says it. */
function inTurn({ context, turns }: Reading, sentence: Sentence, cue: number, speakers: Speaker[]): Speaker[] {
  const { tokens } = context.grammar;
  const turn = lastStartingBefore(turns, tokens[cue]?.start ?? 0);
  if (!turn || turn.start <= sentence.start || turn.start >= sentence.end || speakers.every(({ end }) => end > turn.start)) return speakers;
  let firstToken = cue;
  while (firstToken > sentence.firstToken && (tokens[firstToken - 1]?.start ?? 0) >= turn.start) firstToken -= 1;
  return subjectOf(context.grammar, cue, { firstToken, endToken: sentence.endToken }).flatMap(
    (phrase) => speakerOf(tokens, phrase, context.lookup) ?? [],
  );
}

/** The last of the spans in text order that starts before an offset. */
function lastStartingBefore(quotes: readonly Quote[], offset: number): Quote | undefined {
  return quotes[firstFrom(quotes, offset) - 1];
}

/** Numbers sayings; what hangs on the same word of saying is one. */
class Sayings {
  private readonly byCue = new Map<number, number>();
  private count = 0;

  /** The number of a saying of its own. */
  next(): number {
    return this.count++;
  }

  numberOf({ cue, continues }: Pick<Attributed, "cue" | "continues">, previous: number | null): number {
    const known = cue >= 0 ? this.byCue.get(cue) : undefined;
    const saying = known ?? (continues && previous !== null ? previous : this.next());
    if (cue >= 0) this.byCue.set(cue, saying);
    return saying;
  }
}

/** The quotes in marks; what is no speech goes to `skipped`. */
function markedQuotes(reading: Reading, skipped: Skipped[]): Quote[] {
  const quotes: Quote[] = [];
  const voices = new Voices();
  let previous: (QuotedStretch & { readonly attributed: Attributed | null }) | null = null;
  let saying: number | null = null;
  for (const [index, stretch] of reading.stretches.entries()) {
    const quoted = quotedStretch(reading, index, previous, voices);
    if (!quoted) continue;
    const byForm = notSpeechByForm(reading.doc, quoted, reading.context);
    const decided = byForm ? null : decide(quoted, reading.context);
    const reason = byForm ?? notSpeechByContext(reading.doc, quoted, decided?.attributed ?? null, reading.context);
    if (reason) {
      skipped.push({ start: stretch.start, end: stretch.end, reason });
      voices.close(quoted, null, false);
      continue;
    }
    const attributed = decided?.attributed ?? null;
    saying = reading.sayings.numberOf(attributed ?? { cue: -1 }, saying);
    // Words of nobody known do not part a speaker from what follows.
    if (attributed) previous = { ...quoted, attributed };
    voices.close(quoted, attributed, stretch.continues);
    const confidence = Math.min(attributed ? (attributed.confidence ?? decided?.confidence ?? 0.5) : 0.3, ceilingFor(reading, attributed));
    quotes.push({
      start: stretch.start,
      end: stretch.end,
      kind: isTypedMark(reading.doc.article.text, stretch.start)
        ? typedMarksKind
        : isEmbedded(reading.doc, quoted, attributed)
          ? "mixed"
          : "direct",
      ...detailsOf(
        reading,
        attributed?.speakers ?? [],
        attributed?.cue ?? -1,
        quoted.lastSentence,
        quoted.frames.find(({ cue }) => cue === attributed?.cue)?.content,
      ),
      saying,
      confidence: round(stretch.endToken - stretch.firstToken < 5 ? confidence * ((attributed?.cue ?? -1) < 0 ? 0.5 : 0.95) : confidence),
      decidedBy: decided?.sieve ?? "none",
    });
  }
  return quotes;
}

/**
 * The kind of what stands between two apostrophes or backticks for want of quotation marks, as old archives have it. Like PolNeAR (Newell
 * et al. 2018) we call direct only what stands in quotation marks proper.
 */
const typedMarksKind: Quote["kind"] = "indirect";

function isTypedMark(text: string, start: number): boolean {
  return text.startsWith("''", start) || text.startsWith("``", start);
}

/** Who spoke last in the paragraphs before, where a paragraph ended with marked words or their frame. */
class Voices {
  private paragraphs = new Map<number, { attributed: Attributed; asks: boolean }>();
  private open: { attributed: Attributed; paragraphIndex: number } | null = null;

  close(quoted: QuotedStretch, attributed: Attributed | null, continues: boolean): void {
    this.open = continues && attributed ? { attributed, paragraphIndex: quoted.paragraphIndex } : null;
    if (attributed) this.paragraphs.set(quoted.paragraphIndex, { attributed, asks: false });
    else this.paragraphs.delete(quoted.paragraphIndex);
  }

  before(paragraphIndex: number): { attributed: Attributed; asks: boolean } | null {
    return this.paragraphs.get(paragraphIndex - 1) ?? null;
  }

  twoBefore(paragraphIndex: number): Attributed | null {
    return this.paragraphs.get(paragraphIndex - 2)?.attributed ?? null;
  }

  /** The speaker of the paragraph before, where it left its quotation open. */
  continued(paragraphIndex: number): Attributed | null {
    return this.open && this.open.paragraphIndex === paragraphIndex - 1 ? this.open.attributed : null;
  }
}

/** How many tokens before and after a stretch its sieves may read. */
const sieveReach = 200;

function quotedStretch(
  reading: Reading,
  index: number,
  before: (QuotedStretch & { readonly attributed: Attributed | null }) | null,
  voices: Voices,
): QuotedStretch | null {
  const { doc, stretches, reports } = reading;
  const { tokens, sentences, paragraphs } = doc;
  const stretch = stretches[index];
  if (!stretch) return null;
  const { firstToken, endToken, paragraphIndex } = stretch;
  const firstIndex = tokens[firstToken]?.sentenceIndex ?? -1;
  const lastIndex = tokens[endToken - 1]?.sentenceIndex ?? -1;
  const first = sentences[firstIndex];
  const last = sentences[lastIndex];
  if (!first || !last) return null;
  // A sieve never looks further than this, so that a paragraph without full stops takes no more time than others.
  const firstSentence = { ...first, firstToken: Math.max(first.firstToken, firstToken - sieveReach) };
  const lastSentence = { ...last, endToken: Math.min(last.endToken, endToken + sieveReach) };
  const next = stretches[index + 1];
  const sentenceAfter = sentences[lastIndex + 1] ?? null;
  const held = firstIndex === lastIndex ? [firstIndex] : [firstIndex, lastIndex];
  return {
    firstToken,
    endToken,
    span: stretch,
    paragraphIndex,
    firstSentence,
    lastSentence,
    frames: held.flatMap((at) => (reports[at] ?? []).map(({ frame }) => frame)),
    framesBefore: framesBefore(reading, index, firstIndex, before),
    framesAfter: (reports[lastIndex + 1] ?? []).map(({ frame }) => frame),
    previous: before?.paragraphIndex === paragraphIndex ? { endToken: before.endToken, attributed: before.attributed } : null,
    nextToken: next?.paragraphIndex === paragraphIndex ? next.firstToken : (paragraphs[paragraphIndex]?.endToken ?? endToken),
    nextSentence: sentenceAfter?.paragraphIndex === paragraphIndex ? sentenceAfter : null,
    sentenceAfter,
    sentenceBefore: sentences[firstIndex - 1] ?? null,
    paragraphBefore: before && endsParagraph(doc, before) ? voices.before(paragraphIndex) : null,
    twoParagraphsBefore: voices.twoBefore(paragraphIndex),
    continued: voices.continued(paragraphIndex),
  };
}

/** The frames of the sentence before that of a stretch, unless another stretch stands in it or between. */
function framesBefore(
  { doc, stretches, reports }: Reading,
  index: number,
  sentenceIndex: number,
  before: QuotedStretch | null,
): readonly SpeechFrame[] {
  const sentence = doc.sentences[sentenceIndex - 1];
  if (!sentence || sentence.paragraphIndex !== stretches[index]?.paragraphIndex) return [];
  if (before && before.endToken > sentence.firstToken) return [];
  return (reports[sentenceIndex - 1] ?? []).map(({ frame }) => frame);
}

/** True when the paragraph ends with the sentence that holds the stretch. */
function endsParagraph(doc: Input, { lastSentence, paragraphIndex }: QuotedStretch): boolean {
  return lastSentence.endToken >= (doc.paragraphs[paragraphIndex]?.endToken ?? 0);
}

interface Decision {
  readonly attributed: Attributed;
  readonly sieve: string;
  readonly confidence: number;
}

function decide(stretch: QuotedStretch, context: SieveContext): Decision | null {
  for (const { name, confidence, decide: ask } of speakerSieves) {
    const attributed = ask(stretch, context);
    if (attributed) return { attributed, sieve: name, confidence };
  }
  return null;
}

/** How much of a frame's confidence is left where it names nobody. */
const speakerless = 0.4;

/** What frames report without marks, or with marks in a part of it. */
function reportedQuotes(reading: Reading, skipped: Skipped[]): Quote[] {
  const { doc, context, reports, sayings } = reading;
  const quotes: Quote[] = [];
  for (const [index, sentenceReports] of reports.entries()) {
    const sentence = doc.sentences[index];
    if (!sentence) continue;
    for (const { frame, spans } of sentenceReports) {
      if (spans.length === 0) continue;
      if (frame.notSaid !== null) {
        for (const span of spans) skipped.push({ ...span, reason: frame.notSaid });
        continue;
      }
      const speakers = inTurn(reading, sentence, frame.cue, speakersOfPhrases(context.tree, frame.speakers, context.lookup, frame.cue));
      if (spans.every((span) => repeatsTurn(reading, span, speakers[0]))) continue;
      const details = detailsOf(reading, speakers, frame.cue, sentence, frame.content);
      const saying = sayings.numberOf({ cue: frame.cue }, null);
      const confidence = speakers.length > 0 ? frame.confidence : frame.confidence * speakerless;
      for (const span of spans) {
        quotes.push({
          ...span,
          kind: "indirect",
          ...details,
          cueKind: frame.kind,
          saying,
          confidence: round(confidence),
          decidedBy: frame.pattern,
        });
      }
    }
  }
  return quotes;
}

const confidences = {
  /** A paragraph behind "…, the ministry said:". */
  block: 0.75,
  /** The later paragraphs of a text that is given in full. */
  furtherBlock: 0.6,
  /** Behind a dash, with who says it in the same paragraph. */
  framedTurn: 0.8,
  /** Behind a dash, by alternation. */
  otherTurn: 0.5,
};

/** Paragraphs set off behind a colon. */
function setOffQuotes(reading: Reading): Quote[] {
  const { doc, context, sayings } = reading;
  return findBlocks(doc, context).flatMap(({ firstToken, endToken, speakers, cue, continues }) =>
    unmarkedQuote(reading, { firstToken, endToken }, speakers, cue, {
      saying: sayings.numberOf({ cue }, null),
      confidence: continues ? confidences.furtherBlock : confidences.block,
      decidedBy: "block",
    }),
  );
}

/** Dialogue behind dashes. */
function dashQuotes(reading: Reading): Quote[] {
  const { doc, context, sayings } = reading;
  return findDashTurns(doc, context).flatMap(({ parts, speakers, cue }) => {
    const saying = cue >= 0 ? sayings.numberOf({ cue }, null) : sayings.next();
    const share = speakers.length > 0 ? 1 : speakerless;
    const confidence = share * (cue >= 0 ? confidences.framedTurn : confidences.otherTurn);
    return parts.flatMap((part) => unmarkedQuote(reading, part, speakers, cue, { saying, confidence, decidedBy: "dash" }));
  });
}

/** Somebody's own words that stand without marks; none where no sentence holds them. */
function unmarkedQuote(
  reading: Reading,
  { firstToken, endToken }: TokenRange,
  speakers: readonly Speaker[],
  cue: number,
  rest: Pick<Quote, "saying" | "confidence" | "decidedBy">,
): Quote[] {
  const { tokens, sentences } = reading.doc;
  const first = tokens[firstToken];
  const last = tokens[endToken - 1];
  const sentence = sentences[first?.sentenceIndex ?? -1];
  if (!first || !last || !sentence) return [];
  const details = detailsOf(reading, speakers, cue, sentence, [{ firstToken, endToken }]);
  return [{ start: first.start, end: last.end, kind: "direct", ...details, ...rest, confidence: round(rest.confidence) }];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The stretches with their tokens, marks included; one walk over tokens and stretches together. */
function withTokens({ tokens }: Input, stretches: readonly MarkedStretch[]): (MarkedStretch & TokenRange)[] {
  let index = 0;
  return stretches.map((stretch) => {
    while (index < tokens.length && (tokens[index]?.end ?? 0) <= stretch.start) index += 1;
    const firstToken = index;
    while (index < tokens.length && (tokens[index]?.start ?? 0) < stretch.end) index += 1;
    return { ...stretch, firstToken, endToken: index };
  });
}

/** True when the stretch is a piece of the reporter's clause: words before it in its sentence, and no comma or colon that sets it off. */
function isEmbedded({ tokens }: Input, quoted: QuotedStretch, attributed: Attributed | null): boolean {
  if (quoted.firstToken === quoted.firstSentence.firstToken || standsAlone(quoted)) return false;
  const before = tokens[quoted.firstToken - 1];
  // `- "The bridge is safe," she said.`: a point of a list.
  if (quoted.firstToken - 1 === quoted.firstSentence.firstToken && /^[-–—•*·]$/u.test(before?.text ?? "")) return false;
  let at = quoted.firstToken + 1;
  while (at < quoted.endToken && /^["“‘'«]$/u.test(tokens[at]?.text ?? "")) at += 1;
  const first = tokens[at];
  if (!first) return false;
  // `chanting "You are not alone"`.
  const setOff = before?.text === "," || before?.text === ":" || (attributed !== null && quoted.firstToken - 1 === attributed.cue);
  if (setOff && /^\p{Lu}/u.test(first.text)) return false;
  return !(before?.text === "," && quoted.previous !== null && quoted.previous.endToken > quoted.firstSentence.firstToken);
}

/** Quotes in text order, the longer first; of two that are alike or cross, the surer stays. */
function nested(quotes: readonly Quote[]): Quote[] {
  const kept: Quote[] = [];
  const open: Quote[] = [];
  for (const quote of quotes.toSorted((a, b) => bySpan(a, b) || b.confidence - a.confidence)) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= quote.start) open.pop();
    const outer = open.at(-1);
    const isAlike = outer !== undefined && outer.start === quote.start && outer.end === quote.end;
    if (isAlike || (outer !== undefined && outer.end < quote.end)) {
      if (quote.kind === "indirect" || outer.kind !== "indirect") continue;
      kept.splice(kept.lastIndexOf(outer), 1);
      open.pop();
    }
    kept.push(quote);
    open.push(quote);
  }
  return kept;
}
