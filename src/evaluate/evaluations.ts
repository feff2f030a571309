/** What can be measured on development data, section by section of the scoreboard. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { coreference } from "./measure-coreference.ts";
import { names } from "./measure-names.ts";
import { measureQuotes, quoteScores } from "./measure-quotes.ts";
import { measureSyntax } from "./measure-syntax.ts";
import { type GoldSample, lowerIsBetterInSamples, scoreSamples } from "./score-samples.ts";
import type { Evaluation } from "./scoreboard.ts";
import { annotate, benchLinking, numberAt, numberIn, runScorer, scoreSeeds } from "./shared-scorers.ts";

const percent = (report: unknown, ...path: readonly (string | number)[]): number => 100 * numberAt(report, ...path);

const seeds: Evaluation = {
  section: "seeds",
  about: "the five hand-annotated articles, end to end",
  lowerIsBetter: new Set(["meetings wrongly held, count", "offsets wrong, count"]),
  measure: async (shared) => {
    const report = await scoreSeeds(shared);
    if (report === null) return null;
    return {
      "names F1": 100 * numberIn(report, /^names .*F1 ([\d.]+)/mu),
      "entities B³ within articles": 100 * numberIn(report, /within articles ([\d.]+)/u),
      "entities B³ across articles": 100 * numberIn(report, /across articles ([\d.]+)/u),
      "quotes F1": 100 * numberIn(report, /^quotes .*F1 ([\d.]+)/mu),
      "speakers right, count": numberIn(report, /speaker right (\d+)/u),
      "meetings right, count": numberIn(report, /^meetings +found (\d+)/mu),
      "places right, count": numberIn(report, /place (\d+)/u),
      "meetings wrongly held, count": numberIn(report, /wrongly held (\d+)/u),
      "offsets wrong, count": numberIn(report, /^offsets +(\d+)/mu),
    };
  },
};

const samples: Evaluation = {
  section: "samples",
  about: "meetings and quotes of the sample articles, which ship with the program",
  lowerIsBetter: lowerIsBetterInSamples,
  measure: async () => {
    const { articles } = JSON.parse(readFileSync("data/golden/samples.gold.json", "utf8")) as { readonly articles: readonly GoldSample[] };
    return scoreSamples(articles, await annotate("data/samples"));
  },
};

const syntax: Evaluation = {
  section: "syntax",
  about: "tags, trees, lemmas and features on gold words and our own tags, and from raw text; counted as CoNLL 2018 does",
  measure: async (shared) => {
    const onGoldWords = measureSyntax(join(shared, "syntax"));
    if (onGoldWords === null) return null;
    const report = await runScorer(shared, "syntax", "syntax/ewt.dev.conllu.gz");
    if (report === null) return onGoldWords;
    const raw = ["words", "UPOS", "UAS", "LAS"].map((key) => [`ewt.dev raw ${key}`, numberAt(report, key)] as const);
    return { ...onGoldWords, ...Object.fromEntries(raw) };
  },
};

const quotes: Evaluation = {
  section: "quotes",
  about: "direct quotes of five words or more with their speakers; reported speech of every kind; a third of the articles kept back",
  lowerIsBetter: new Set(
    ["direct, scare quotes emitted, count", "of any length, scare quotes emitted"].flatMap((name) => [name, `kept back, ${name}`]),
  ),
  measure: async (shared) => {
    const measures = await measureQuotes(shared);
    if (measures === null) return null;
    const wikinews = await runScorer(shared, "quotes", "quotes/dev/gum-news.jsonl.gz");
    const canonical = wikinews === null ? {} : { "Wikinews, end-to-end F1": percent(wikinews, "end_to_end", "F1") };
    return { ...quoteScores(measures), ...canonical };
  },
};

const meetings: Evaluation = {
  section: "meetings",
  about: "pairs that met, their modality and place",
  lowerIsBetter: new Set(["modality wrongly held, count", "modality negatives fired, count"]),
  measure: async (shared) => {
    const scores: Record<string, number> = {};
    const modality = await runScorer(shared, "modality", "meets/dev/modality.jsonl");
    if (modality === null) return null;
    scores["modality pair F1"] = percent(modality, "pairs", "F1");
    scores["modality pair and modality F1"] = percent(modality, "end_to_end_F1");
    scores["modality place right, count"] = numberAt(modality, "place");
    scores["modality wrongly held, count"] = numberAt(modality, "wronglyHeld");
    scores["modality negatives fired, count"] = numberAt(modality, "negativesFired");
    for (const [name, file] of meetingSets) {
      const report = await runScorer(shared, "meets", file);
      if (report === null) continue;
      scores[`${name} pair F1`] = percent(report, "pair", "F1");
      if (name === "plover") scores["plover modality right, count"] = numberAt(report, "modality");
    }
    return scores;
  },
};

/** Sets of sentences with contacts by their annotators. */
const meetingSets = [
  ["framenet", "meets/dev/framenet.jsonl.gz"],
  ["propbank", "meets/dev/ewt-propbank.jsonl.gz"],
  ["plover", "meets/dev/plover-gsr.jsonl.gz"],
  ["rams", "meets/dev/rams.jsonl.gz"],
] as const;

const linking: Evaluation = {
  section: "linking",
  about: "who is who across the 2,000 articles of a made-up press",
  measure: async () => {
    const report = await benchLinking(2_000);
    const scores: Record<string, number> = {};
    for (const group of ["person", "organization", "all"]) {
      scores[`${group} pairs precision`] = numberIn(report, new RegExp(`^${group} .*pairs P +([\\d.]+)`, "mu"));
      scores[`${group} pairs recall`] = numberIn(report, new RegExp(`^${group} .*pairs P +[\\d.]+ R +([\\d.]+)`, "mu"));
      scores[`${group} B³ F1`] = numberIn(report, new RegExp(`^${group} .*F1 +([\\d.]+)`, "mu"));
    }
    return scores;
  },
};

export const evaluations: readonly Evaluation[] = [samples, seeds, names, syntax, coreference, quotes, meetings, linking];
