/** The section "names" of the scoreboard: what the name pass finds, end to end, in articles that no model learnt from. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { refineTagger } from "../annotate/names/refine-names.ts";
import { loadNameTagger } from "../annotate/names/trained-tagger.ts";
import { loadRetagger } from "../annotate/syntax/retag-tokens.ts";
import { readConllu } from "../learn/read-conllu.ts";
import { loadLexicon } from "../text/lexicon.ts";
import { loadSegmenter } from "../text/segment.ts";
import { articleOf, type GoldArticle, readConll } from "./read-conll.ts";
import { NameScorer } from "./score-names.ts";
import type { Evaluation } from "./scoreboard.ts";

/** Files under the development data, and which of their articles were held back: the last of every so many (`names.recipe.json`). */
const sets = [
  ["redocred", "ner/train/redocred.tsv.gz", 12],
  ["gum", "ner/train/gum-open.tsv.gz", 9],
  ["ewt-uner", "ner/dev/ewt-uner.dev.tsv.gz", 1],
  ["wnut17", "ner/dev/wnut17.dev.tsv.gz", 1],
] as const;
/** The sets whose mean choices were made by. */
const inMean = 3;
const titles = ["F1", "people F1", "organizations F1", "places F1"] as const;
const kinds = { PERSON: 0, ORGANIZATION: 1, PLACE: 2 } as const;

/** The treebank that ewt-uner marks names in; it says what sort of text each document is. */
const treebank = "syntax/ewt.dev.conllu.gz";
/** How many letters tell one document from the others. */
const opening = 60;

/** Tells the weblogs and newsgroups of the web treebank, the texts nearest to news there, from its reviews, questions and mail; null without the treebank. */
function nearNews(shared: string): ((gold: GoldArticle) => boolean) | null {
  const path = join(shared, treebank);
  if (!existsSync(path)) return null;
  const letters = new Map<string, string>();
  for (const { document, forms } of readConllu(gunzipSync(readFileSync(path)).toString("utf8"), path)) {
    const known = letters.get(document) ?? "";
    if (known.length < opening) letters.set(document, known + lettersOf(forms.join("")));
  }
  const wanted = new Set([...letters].flatMap(([id, text]) => (/^(?:weblog|newsgroup)-/u.test(id) ? [text.slice(0, opening)] : [])));
  return ({ text }) => wanted.has(lettersOf(text).slice(0, opening));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

export const names: Evaluation = {
  section: "names",
  about: "exact spans and types from raw text, with every correction, in held-back articles",
  measure: async (shared) => {
    if (sets.some(([, file]) => !existsSync(join(shared, file)))) return null;
    const tagger = refineTagger(loadNameTagger(), loadLexicon());
    const segment = loadSegmenter();
    const retag = loadRetagger();
    const scores: Record<string, number> = {};
    const isNearNews = nearNews(shared);
    const near = new NameScorer();
    const sums = titles.map(() => 0);
    sets.forEach(([name, file, every], which) => {
      const scorer = new NameScorer();
      readConll(join(shared, file)).forEach((gold, index) => {
        if (index % every !== every - 1) return;
        const found = tagger.tag(retag(segment(articleOf(gold)))).map(({ start, end, type }) => ({ start, end, kind: kinds[type] }));
        scorer.add(gold.names, found);
        if (name === "ewt-uner" && isNearNews?.(gold)) near.add(gold.names, found);
      });
      const { micro, types } = scorer.scores();
      [micro, ...types].forEach(({ f1 }, place) => {
        scores[`${name} ${titles[place]}`] = f1;
        if (which < inMean) sums[place] = (sums[place] ?? 0) + f1 / inMean;
      });
    });
    const { micro, types } = near.scores();
    const nearest = (isNearNews ? [micro, ...types] : []).map(
      ({ f1 }, place) => [`ewt-uner, weblogs and newsgroups, ${titles[place]}`, f1] as const,
    );
    const means = titles.map((title, place) => [`mean ${title}`, sums[place] ?? 0] as const);
    return { ...Object.fromEntries(means), ...scores, ...Object.fromEntries(nearest) };
  },
};
