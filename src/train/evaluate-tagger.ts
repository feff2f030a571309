/** Scores a name tagger on the articles that were held back, and turns its probabilities into honest confidences. */
import type { NameTagger } from "../annotate/names/name-tagger.ts";
import { calibrate } from "../annotate/names/trained-tagger.ts";
import type { GoldArticle } from "../evaluate/read-conll.ts";
import { articleOf } from "../evaluate/read-conll.ts";
import { NameScorer } from "../evaluate/score-names.ts";
import { loadSegmenter } from "../text/segment.ts";
import type { ReadCorpus } from "./train-names.ts";

const kinds = { PERSON: 0, ORGANIZATION: 1, PLACE: 2 } as const;
const binCount = 20;
/** Mentions that every bin of a calibration is given beside the real ones. */
const imagined = 4;

function heldOut(corpus: ReadCorpus): GoldArticle[] {
  return corpus.golds.filter((_, index) => corpus.roleOf(index) === "held-out");
}

/** One line for each corpus with held-back articles, and one for their mean: exact spans from raw text. */
export function scoreTagger(tagger: NameTagger, corpora: readonly ReadCorpus[]): string[] {
  const segment = loadSegmenter();
  const lines: string[] = [];
  const sums = [0, 0, 0, 0];
  let count = 0;
  for (const corpus of corpora) {
    const golds = heldOut(corpus);
    if (golds.length === 0) continue;
    const scorer = new NameScorer();
    for (const gold of golds) {
      const found = tagger.tag(segment(articleOf(gold))).map((name) => ({ start: name.start, end: name.end, kind: kinds[name.type] }));
      scorer.add(gold.names, found);
    }
    const { micro, types } = scorer.scores();
    const values = [micro.f1, ...types.map(({ f1 }) => f1)];
    values.forEach((value, index) => {
      sums[index] = (sums[index] ?? 0) + value;
    });
    count += 1;
    lines.push(`${corpus.name}: ${describe(values)} (precision ${micro.precision.toFixed(1)}, recall ${micro.recall.toFixed(1)})`);
  }
  if (count > 0) lines.push(`mean: ${describe(sums.map((sum) => sum / count))}`);
  return lines;
}

function describe(values: readonly number[]): string {
  const [micro = 0, person = 0, organization = 0, place = 0] = values;
  return `F1 ${micro.toFixed(2)}, people ${person.toFixed(1)}, organisations ${organization.toFixed(1)}, places ${place.toFixed(1)}`;
}

/** A mention's probability as the tagger gave it, and whether gold has exactly that mention. */
export interface Judged {
  readonly probability: number;
  readonly right: boolean;
}

/** The mentions that a tagger without calibration finds in the held-back articles. */
export function judgeHeldOut(tagger: NameTagger, corpora: readonly ReadCorpus[]): Judged[] {
  const segment = loadSegmenter();
  const judged: Judged[] = [];
  for (const corpus of corpora) {
    for (const gold of heldOut(corpus)) {
      const keys = new Set(gold.names.map(({ start, end, kind }) => `${start}:${end}:${kind}`));
      for (const name of tagger.tag(segment(articleOf(gold)))) {
        judged.push({ probability: name.confidence, right: keys.has(`${name.start}:${name.end}:${kinds[name.type]}`) });
      }
    }
  }
  return judged;
}

/**
 * The share of right mentions in each of twenty bins of probability. A few imagined mentions that are right as often as their bin says keep
 * thin bins from extremes, and a higher bin never gets a lower share. Empty when there are no mentions.
 */
export function calibrationOf(judged: readonly Judged[]): Float32Array {
  if (judged.length === 0) return new Float32Array(0);
  const right = new Float64Array(binCount);
  const total = new Float64Array(binCount);
  for (const mention of judged) {
    const bin = Math.min(binCount - 1, Math.floor(mention.probability * binCount));
    total[bin] = (total[bin] ?? 0) + 1;
    if (mention.right) right[bin] = (right[bin] ?? 0) + 1;
  }
  return rising(
    Array.from(total, (count, bin) => ({
      weight: count + imagined,
      share: ((right[bin] ?? 0) + (imagined * (bin + 0.5)) / binCount) / (count + imagined),
    })),
  );
}

interface Bin {
  readonly weight: number;
  readonly share: number;
}

/** The closest shares that never fall: neighbours out of order are pooled (Ayer et al. 1955). */
function rising(bins: readonly Bin[]): Float32Array {
  const pools: { weight: number; share: number; count: number }[] = [];
  for (const bin of bins) {
    let pool = { ...bin, count: 1 };
    for (let last = pools.at(-1); last && last.share > pool.share; last = pools.at(-1)) {
      pools.pop();
      const weight = last.weight + pool.weight;
      pool = { weight, share: (last.share * last.weight + pool.share * pool.weight) / weight, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  return Float32Array.from(pools.flatMap(({ share, count }) => new Array<number>(count).fill(share)));
}

const confidenceSteps = [0, 0.4, 0.6, 0.8, 0.9, 1.01];

/** How honest confidences are: a table made of every other mention, tried on the rest. One line for each range of confidence. */
export function reliabilityOf(judged: readonly Judged[]): string[] {
  const table = calibrationOf(judged.filter((_, index) => index % 2 === 0));
  const tried = judged
    .filter((_, index) => index % 2 === 1)
    .map(({ probability, right }) => ({ confidence: calibrate(table, probability), right }));
  return confidenceSteps.slice(0, -1).map((from, index) => {
    const to = confidenceSteps[index + 1] ?? 1;
    const inside = tried.filter(({ confidence }) => confidence >= from && confidence < to);
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inside.length);
    const share = inside.filter(({ right }) => right).length / Math.max(1, inside.length);
    return `confidence ${from} to ${Math.min(1, to)}: ${inside.length} mentions, said ${mean.toFixed(2)}, right ${share.toFixed(2)}`;
  });
}
