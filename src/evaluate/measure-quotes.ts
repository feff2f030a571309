/** Measures quotes on hand-marked articles: a third of them kept back, the rest those whose errors rules were mended on. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CalibrationRow, calibrate } from "./calibrate-quotes.ts";
import { readGoldQuotes } from "./read-gold-quotes.ts";
import {
  type GoldArticle,
  isKeptBack,
  type MarkedScore,
  type Predictions,
  type SpeechScore,
  scoreMarkedQuotes,
  scoreSpeech,
} from "./score-quotes.ts";
import type { Scores } from "./scoreboard.ts";
import { annotate } from "./shared-scorers.ts";

const directFile = "quotes/dev/polnear-direct.jsonl.gz";
const speechFile = "quotes/dev/polnear-all.jsonl.gz";
/** The length from which quotes are scored as such; shorter marked stretches are mostly names of things, terms and scare quotes. */
const fewestWords = 5;

export interface QuoteMeasures {
  readonly marked: { readonly all: MarkedScore; readonly keptBack: MarkedScore };
  /** Marked stretches of every length, so that each scare quote counts. */
  readonly anyLength: { readonly all: MarkedScore; readonly keptBack: MarkedScore };
  readonly speech: { readonly all: SpeechScore; readonly keptBack: SpeechScore };
  readonly calibration: { readonly all: readonly CalibrationRow[]; readonly keptBack: readonly CalibrationRow[] };
}

/** Annotates the articles and counts; null when the sets are not in `shared`. */
export async function measureQuotes(shared: string): Promise<QuoteMeasures | null> {
  const files = [directFile, speechFile].map((file) => join(shared, file));
  if (!files.every((file) => existsSync(file))) return null;
  const [direct = [], speech = []] = files.map(readGoldQuotes);
  const predictions = await predict(speech);
  const keptBack = (gold: readonly GoldArticle[]): GoldArticle[] => gold.filter(({ id }) => isKeptBack(id));
  return {
    marked: {
      all: scoreMarkedQuotes(direct, predictions, fewestWords),
      keptBack: scoreMarkedQuotes(keptBack(direct), predictions, fewestWords),
    },
    anyLength: { all: scoreMarkedQuotes(direct, predictions, 1), keptBack: scoreMarkedQuotes(keptBack(direct), predictions, 1) },
    speech: { all: scoreSpeech(speech, predictions), keptBack: scoreSpeech(keptBack(speech), predictions) },
    calibration: { all: calibrate(speech, predictions), keptBack: calibrate(keptBack(speech), predictions) },
  };
}

async function predict(gold: readonly GoldArticle[]): Promise<Predictions> {
  const folder = await mkdtemp(join(tmpdir(), "whomet-quotes-"));
  try {
    const file = join(folder, "articles.jsonl");
    await writeFile(file, gold.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join(""));
    return new Map((await annotate(file)).map((annotation) => [annotation.id, annotation]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The measures as lines of the scoreboard. */
export function quoteScores({ marked, anyLength, speech }: QuoteMeasures): Scores {
  return {
    ...markedScores("direct", marked.all),
    ...anyLengthScores("of any length", anyLength.all),
    ...speechScores("speech", speech.all),
    ...markedScores("kept back, direct", marked.keptBack),
    ...anyLengthScores("kept back, of any length", anyLength.keptBack),
    ...speechScores("kept back, speech", speech.keptBack),
  };
}

function markedScores(name: string, { endToEnd, rightWhenGiven, notSpeech }: MarkedScore): Scores {
  return {
    [`${name}, end-to-end F1`]: 100 * endToEnd.f1,
    [`${name}, right when a speaker is given`]: 100 * rightWhenGiven,
    [`${name}, scare quotes emitted, count`]: notSpeech[0],
  };
}

function anyLengthScores(name: string, { endToEnd, notSpeech: [emitted, all] }: MarkedScore): Scores {
  return {
    [`${name}, end-to-end F1`]: 100 * endToEnd.f1,
    [`${name}, scare quotes emitted`]: all === 0 ? 0 : (100 * emitted) / all,
  };
}

function speechScores(name: string, score: SpeechScore): Scores {
  return {
    [`${name}, precision`]: 100 * score.precision,
    [`${name}, recall all`]: 100 * score.all.recall,
    [`${name}, recall direct`]: 100 * score.direct.recall,
    [`${name}, recall mixed`]: 100 * score.mixed.recall,
    [`${name}, recall indirect`]: 100 * score.indirect.recall,
    [`${name}, speaker`]: 100 * score.all.speaker,
  };
}
