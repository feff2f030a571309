/**
 * How right quotes and their speakers are, counted like the figures published for others: marked quotes end to end (span and
 * speaker), and attributions of all kinds by coverage, in the manner of PARC 3.0 and PolNeAR (Newell et al. 2018).
 */
import type { Annotation } from "../domain/annotation.ts";
import type { Span } from "../domain/span.ts";
import { hashText } from "../learn/hash-text.ts";

export type SpeakerKind = "name" | "pronoun" | "nominal" | "none";

/** What people say an article's quotes are. Offsets are UTF-16, half-open. */
export interface GoldQuote extends Span {
  readonly speaker: string | null;
  readonly speakerSpan: Span | null;
  readonly speakerKind: SpeakerKind;
  /** The full name of who speaks, where the set gives it. */
  readonly canonical: string | null;
  /** The stretches of what was said; one for marked quotes. */
  readonly spans: readonly Span[];
  readonly type: "direct" | "indirect" | "mixed";
  /** True where the cue is a verb of speech rather than of thought. */
  readonly speechCue: boolean;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
  /** Marked stretches that are not speech. */
  readonly nonQuotes: readonly Span[];
}

export interface PredictedQuote extends Span {
  readonly mention: string | null;
  readonly speakerSpan: Span | null;
  /** The name of the entity behind the words, else the words. */
  readonly name: string | null;
  readonly decidedBy: string;
  readonly confidence: number;
}

/** A third of the articles, the same ones always, is kept back: errors are looked at on the others only. */
export function isKeptBack(articleId: string): boolean {
  return (hashText(articleId) >>> 0) % 3 === 0;
}

/** One prediction that was counted, for tables of what each sieve gets right. */
export interface CountedQuote {
  readonly article: string;
  readonly span: Span;
  readonly decidedBy: string;
  readonly verdict: "right" | "wrong speaker" | "no speaker" | "no such quote" | "missed" | "not speech";
  readonly gold: GoldQuote | null;
  readonly mention: string | null;
}

export interface MarkedScore {
  readonly gold: number;
  readonly predicted: number;
  readonly spanF1: number;
  /** Span and speaker right. */
  readonly endToEnd: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** How often the speaker is right where one is given. */
  readonly rightWhenGiven: number;
  /** Marked stretches that are no speech and were given out, of how many. */
  readonly notSpeech: readonly [number, number];
  readonly counted: readonly CountedQuote[];
}

const edgeBefore = /["“”'‘’`,. \n\t\u00a0]/u;
const edgeAfter = /["“”'‘’`,. \n\t\u00a0!?;:]/u;

function withoutEdges(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && edgeBefore.test(text.charAt(from))) from += 1;
  while (to > from && edgeAfter.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function likeness(a: Span, b: Span): number {
  const common = shared(a, b);
  const all = a.end - a.start + (b.end - b.start) - common;
  return all > 0 ? common / all : 0;
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

const titles = new Set(
  "mr mrs ms miss dr sir lord lady president prime minister senator sen rep gov governor secretary king queen prince princess general gen col judge justice chancellor ambassador envoy spokesman spokeswoman spokesperson press former republican democrat democratic the a an and of his her its their vice campaign chief white house state department".split(
    " ",
  ),
);
const suffixes = new Set(["jr", "sr", "ii", "iii", "iv"]);

function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** The last word of each capitalised run, without titles. */
function headsOf(words: string): string[] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const [word] of words.replaceAll(/['’]s\b/gu, "").matchAll(/[A-Za-zÀ-ÿ][\w.'’-]*|[,;()]/gu)) {
    const plain = word.toLowerCase().replaceAll(/^\.+|\.+$/gu, "");
    if (suffixes.has(plain)) continue;
    if (/^\p{Lu}/u.test(word)) run.push(plain);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs.flatMap((words_) => words_.at(-1) ?? []).flatMap((head) => (titles.has(head) ? [] : [foldWord(head)]));
}

function sameName(gold: string | null, predicted: string | null): boolean {
  if (!gold || !predicted) return false;
  const expected = headsOf(gold);
  const given = headsOf(predicted);
  if (expected.length > 0 && given.length > 0) return expected.some((head) => given.includes(head));
  return foldWord(gold) === foldWord(predicted);
}

/** Whether the speaker of ours is the one of the gold quote: by sharing characters, else by name. */
export function isRightSpeaker(gold: GoldQuote, predicted: PredictedQuote): boolean {
  if (gold.speakerSpan && predicted.speakerSpan && shared(gold.speakerSpan, predicted.speakerSpan) > 0) return true;
  const given = [predicted.name, predicted.mention];
  if (gold.speakerKind !== "pronoun" && given.some((name) => sameName(gold.speaker, name))) return true;
  return given.some((name) => sameName(gold.canonical, name));
}

/** Our quotes of the given kinds, with the names behind their speakers. */
export function predictedQuotes(annotation: Pick<Annotation, "quotes" | "entities">, kinds: readonly string[]): PredictedQuote[] {
  const names = new Map(annotation.entities.map((entity) => [entity.id, entity.name]));
  return annotation.quotes.flatMap((quote) => {
    if (!kinds.includes(quote.kind)) return [];
    const { speaker } = quote;
    return [
      {
        start: quote.start,
        end: quote.end,
        mention: speaker?.text ?? null,
        speakerSpan: speaker && { start: speaker.start, end: speaker.end },
        name: (speaker?.entity ? names.get(speaker.entity) : undefined) ?? speaker?.text ?? null,
        decidedBy: quote.decidedBy,
        confidence: quote.confidence,
      },
    ];
  });
}

/** What the score needs of an annotation; keyed by article id. */
export type Predictions = ReadonlyMap<string, Pick<Annotation, "quotes" | "entities">>;

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function harmonicMean(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

/** Scores quotes in marks of at least `minimumWords` words; indirect quotes do not count here. */
export function scoreMarkedQuotes(gold: readonly GoldArticle[], predictions: Predictions, minimumWords: number): MarkedScore {
  const counted: CountedQuote[] = [];
  let expected = 0;
  let withSpeaker = 0;
  let predicted = 0;
  let matched = 0;
  let right = 0;
  let given = 0;
  let judged = 0;
  let wronglyGiven = 0;
  let notSpeech = 0;
  for (const article of gold) {
    const { text } = article;
    const isLong = (span: Span): boolean => wordsIn(text.slice(span.start, span.end)) >= minimumWords;
    const long = article.quotes.filter(isLong).map((quote) => ({ quote, span: withoutEdges(text, quote) }));
    const short = article.quotes.filter((quote) => !isLong(quote)).map((quote) => withoutEdges(text, quote));
    const found = predictedQuotes(predictions.get(article.id) ?? { quotes: [], entities: [] }, ["direct", "mixed"])
      .map((quote) => ({ quote, span: withoutEdges(text, quote) }))
      .filter(({ span }) => isLong(span) && !short.some((other) => likeness(span, other) >= 0.8));
    expected += long.length;
    withSpeaker += long.filter(({ quote }) => quote.speaker !== null).length;
    predicted += found.length;
    const pairs = long
      .flatMap((a, i) => found.map((b, j) => ({ likeness: likeness(a.span, b.span), i, j })))
      .filter((pair) => pair.likeness >= 0.8)
      .sort((a, b) => b.likeness - a.likeness || b.i - a.i || b.j - a.j);
    const takenGold = new Set<number>();
    const taken = new Set<number>();
    for (const { i, j } of pairs) {
      if (takenGold.has(i) || taken.has(j)) continue;
      takenGold.add(i);
      taken.add(j);
      matched += 1;
      const goldQuote = long[i]?.quote;
      const quote = found[j]?.quote;
      if (!goldQuote?.speaker || !quote) continue;
      judged += 1;
      const isGiven = quote.mention !== null;
      const isRight = isRightSpeaker(goldQuote, quote);
      if (isGiven) given += 1;
      if (isRight) right += 1;
      counted.push({
        article: article.id,
        span: { start: quote.start, end: quote.end },
        decidedBy: quote.decidedBy,
        verdict: isRight ? "right" : isGiven ? "wrong speaker" : "no speaker",
        gold: goldQuote,
        mention: quote.mention,
      });
    }
    long.forEach(({ quote }, i) => {
      if (!takenGold.has(i))
        counted.push({ article: article.id, span: quote, decidedBy: "none", verdict: "missed", gold: quote, mention: null });
    });
    const longNonQuotes = article.nonQuotes.filter(isLong).map((span) => withoutEdges(text, span));
    notSpeech += longNonQuotes.length;
    wronglyGiven += longNonQuotes.filter((span) => found.some((quote) => likeness(span, quote.span) >= 0.8)).length;
    found.forEach(({ quote, span }, j) => {
      if (taken.has(j)) return;
      const isNonQuote = longNonQuotes.some((other) => likeness(span, other) >= 0.8);
      const verdict = isNonQuote ? "not speech" : "no such quote";
      counted.push({ article: article.id, span: quote, decidedBy: quote.decidedBy, verdict, gold: null, mention: quote.mention });
    });
  }
  const precision = ratio(right, predicted);
  const recall = ratio(right, withSpeaker);
  return {
    gold: expected,
    predicted,
    spanF1: harmonicMean(ratio(matched, predicted), ratio(matched, expected)),
    endToEnd: { precision, recall, f1: harmonicMean(precision, recall) },
    rightWhenGiven: ratio(right, judged === 0 ? 0 : given),
    notSpeech: [wronglyGiven, notSpeech],
    counted,
  };
}

export interface SpeechTypeScore {
  readonly gold: number;
  readonly found: number;
  readonly recall: number;
  /** How often the speaker is right among those found. */
  readonly speaker: number;
}

export interface SpeechScore {
  readonly predicted: number;
  /** Share of predictions that lie in some attribution, of speech or of thought. */
  readonly precision: number;
  readonly all: SpeechTypeScore;
  readonly direct: SpeechTypeScore;
  readonly indirect: SpeechTypeScore;
  readonly mixed: SpeechTypeScore;
  readonly counted: readonly CountedQuote[];
}

/** Scores attributions with a speech cue: found where four fifths of their characters are covered. */
export function scoreSpeech(gold: readonly GoldArticle[], predictions: Predictions): SpeechScore {
  const tallies = {
    all: { gold: 0, found: 0, judged: 0, right: 0 },
    direct: { gold: 0, found: 0, judged: 0, right: 0 },
    indirect: { gold: 0, found: 0, judged: 0, right: 0 },
    mixed: { gold: 0, found: 0, judged: 0, right: 0 },
  };
  const counted: CountedQuote[] = [];
  let predicted = 0;
  let precise = 0;
  for (const article of gold) {
    const quotes = predictedQuotes(predictions.get(article.id) ?? { quotes: [], entities: [] }, ["direct", "indirect", "mixed"]);
    const covered = (spans: readonly Span[], quote: Span): number => spans.reduce((sum, span) => sum + shared(span, quote), 0);
    for (const quote of quotes) {
      predicted += 1;
      if (article.quotes.some(({ spans }) => covered(spans, quote) >= 0.5 * (quote.end - quote.start))) precise += 1;
      else
        counted.push({
          article: article.id,
          span: quote,
          decidedBy: quote.decidedBy,
          verdict: "no such quote",
          gold: null,
          mention: quote.mention,
        });
    }
    for (const goldQuote of article.quotes) {
      if (!goldQuote.speechCue) continue;
      const total = goldQuote.spans.reduce((sum, span) => sum + span.end - span.start, 0);
      let sum = 0;
      let best: PredictedQuote | null = null;
      let bestShare = 0;
      for (const quote of quotes) {
        const share = covered(goldQuote.spans, quote);
        sum += share;
        if (share > bestShare) {
          bestShare = share;
          best = quote;
        }
      }
      const isFound = best !== null && sum >= 0.8 * total;
      const isRight = isFound && best !== null && isRightSpeaker(goldQuote, best);
      for (const tally of [tallies.all, tallies[goldQuote.type]]) {
        tally.gold += 1;
        if (!isFound) continue;
        tally.found += 1;
        if (goldQuote.speaker === null) continue;
        tally.judged += 1;
        if (isRight) tally.right += 1;
      }
      counted.push({
        article: article.id,
        span: isFound && best ? best : goldQuote,
        decidedBy: best?.decidedBy ?? "none",
        verdict: !isFound ? "missed" : isRight || goldQuote.speaker === null ? "right" : best?.mention ? "wrong speaker" : "no speaker",
        gold: goldQuote,
        mention: best?.mention ?? null,
      });
    }
  }
  const scoreOf = (tally: (typeof tallies)["all"]): SpeechTypeScore => ({
    gold: tally.gold,
    found: tally.found,
    recall: ratio(tally.found, tally.gold),
    speaker: ratio(tally.right, tally.judged),
  });
  return {
    predicted,
    precision: ratio(precise, predicted),
    all: scoreOf(tallies.all),
    direct: scoreOf(tallies.direct),
    indirect: scoreOf(tallies.indirect),
    mixed: scoreOf(tallies.mixed),
    counted,
  };
}
