/** Whether a quote's confidence says how often it is right: quotes by tenths of their confidence, with the share that is right. */
import { type GoldArticle, isRightSpeaker, type PredictedQuote, type Predictions, predictedQuotes } from "./score-quotes.ts";

export interface CalibrationRow {
  /** Quotes of at least this confidence, and of less than a tenth more. */
  readonly from: number;
  readonly quotes: number;
  /** The mean of their confidences, 0 to 1. */
  readonly said: number;
  /** The share that is right, 0 to 1: half of the span or more lies in one attribution, and its speaker is ours. */
  readonly right: number;
}

/** One row for each tenth in which there are quotes, the least confident first. */
export function calibrate(gold: readonly GoldArticle[], predictions: Predictions): CalibrationRow[] {
  const bins = new Map<number, { quotes: number; said: number; right: number }>();
  for (const article of gold) {
    const quotes = predictedQuotes(predictions.get(article.id) ?? { quotes: [], entities: [] }, ["direct", "indirect", "mixed"]);
    for (const quote of quotes) {
      const from = Math.min(9, Math.floor(quote.confidence * 10 + 1e-9)) / 10;
      const bin = bins.get(from) ?? { quotes: 0, said: 0, right: 0 };
      bin.quotes += 1;
      bin.said += quote.confidence;
      if (isRight(quote, article)) bin.right += 1;
      bins.set(from, bin);
    }
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([from, { quotes, said, right }]) => ({ from, quotes, said: said / quotes, right: right / quotes }));
}

function isRight(quote: PredictedQuote, { quotes }: GoldArticle): boolean {
  return quotes.some((gold) => {
    const shared = gold.spans.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, quote.end) - Math.max(start, quote.start)),
      0,
    );
    return shared >= 0.5 * (quote.end - quote.start) && (gold.speaker === null || isRightSpeaker(gold, quote));
  });
}
