/**
 * Trains the name tagger from CoNLL-style files and writes its model.
 *
 *   tsx src/train/train-names.ts --data DIR [--recipe FILE] [--lexicon FILE] [--outside DIR] [--out FILE] [--export DIR | --recurrent DIR]
 *
 * In order: segment the articles; train two chains on one half of the gold each; let each judge what it has not seen; leave open the silver
 * labels that they doubt; describe every article by their labels; train the chain that ships; measure; calibrate; write. `--export`
 * (with `--outside`, which otherwise makes a new lexicon) also writes what src/train/train-recurrent.py learns the recurrent half from; `--recurrent` takes that half in.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { decodeNameModel, encodeNameModel, type NameModel, readNameModel } from "../annotate/names/model-file.ts";
import type { NameLexicon } from "../annotate/names/name-lexicon.ts";
import { anyLabel, labelCount as L } from "../annotate/names/tag-scheme.ts";
import { type WordFacts, WordTable } from "../annotate/names/token-features.ts";
import { makeNameTagger } from "../annotate/names/trained-tagger.ts";
import { UserError } from "../domain/errors.ts";
import { loadSegmenter } from "../text/segment.ts";
import { caseCopies } from "./case-noise.ts";
import { calibrationOf, judgeHeldOut, reliabilityOf, scoreTagger } from "./evaluate-tagger.ts";
import { exportCorpus, type TrainingTokens } from "./export-corpus.ts";
import { addToCorpus, articleRowsOf, type Corpus, type CorpusArticle, contextOf, goldLabels } from "./name-corpus.ts";
import { type NameRecipe, readNameRecipe } from "./name-recipe.ts";
import { lexiconFromOutside, outsideVectors } from "./outside-names.ts";
import { type GoldArticle, readConll } from "./read-conll.ts";
import { readRecurrent } from "./read-recurrent.ts";
import { type FeatureSpace, makeFeatureSpace, probabilities, type SentenceSet, sentencesOf, trainChain } from "./train-chain.ts";

type Role = "gold" | "silver" | "held-out";

export interface ReadCorpus {
  readonly name: string;
  readonly golds: readonly GoldArticle[];
  readonly marksMisc: boolean;
  readonly roleOf: (articleIndex: number) => Role;
}

/** Reads the recipe's files. */
export function readCorpora(recipe: NameRecipe, dataFolder: string): ReadCorpus[] {
  return recipe.corpora.map((corpus) => ({
    name: corpus.file,
    golds: readConll(join(dataFolder, corpus.file)),
    marksMisc: corpus.marksMisc,
    roleOf: (index) =>
      corpus.holdOutEvery !== null && index % corpus.holdOutEvery === corpus.holdOutEvery - 1 ? "held-out" : corpus.trust,
  }));
}

interface Prepared {
  readonly corpus: Corpus;
  readonly roles: readonly Role[];
  readonly vocabulary: readonly WordFacts[];
  readonly words: WordTable;
  readonly wordIds: Int32Array;
  readonly masks: Uint16Array;
}

function prepare(corpora: readonly ReadCorpus[], lexicon: NameLexicon): Prepared {
  const segment = loadSegmenter();
  const words = new WordTable(lexicon);
  const articles: CorpusArticle[] = [];
  const roles: Role[] = [];
  let tokenCount = 0;
  for (const { golds, marksMisc, roleOf } of corpora) {
    const plain = golds.map((gold, index) => ({ gold, role: roleOf(index) })).filter(({ role }) => role !== "held-out");
    const copies = (["gold", "silver"] as const).flatMap((role) =>
      caseCopies(plain.filter((entry) => entry.role === role).map(({ gold }) => gold)).map((gold) => ({ gold, role })),
    );
    const taught = [...plain, ...copies];
    tokenCount = addToCorpus(
      articles,
      taught.map(({ gold }) => gold),
      { segment, words, hasMisc: marksMisc, firstToken: tokenCount },
    );
    roles.push(...taught.map(({ role }) => role));
  }
  const wordIds = new Int32Array(tokenCount);
  const masks = new Uint16Array(tokenCount);
  const vocabulary: WordFacts[] = [words.edge];
  for (const article of articles) {
    article.words.forEach((word, index) => {
      wordIds[article.firstToken + index] = word.id;
      vocabulary[word.id] = word;
    });
    masks.set(article.masks, article.firstToken);
  }
  return { corpus: { articles, tokenCount }, roles, vocabulary, words, wordIds, masks };
}

/** Probabilities of every token's labels by chains that did not learn from it. */
function judgeUnseen(
  prepared: Prepared,
  space: (set: SentenceSet) => FeatureSpace,
  recipe: NameRecipe,
  log: (line: string) => void,
): Float32Array {
  const { corpus, roles, wordIds, masks } = prepared;
  const judged = new Float32Array(corpus.tokenCount * L);
  for (const half of [0, 1]) {
    const seen = sentencesOf(corpus, (index) => roles[index] === "gold" && index % 2 === half);
    const unseen = sentencesOf(corpus, (index) => roles[index] === "gold" && index % 2 !== half);
    const silver = sentencesOf(corpus, (index) => roles[index] === "silver");
    const own = space(seen);
    const weights = trainChain(own, wordIds, masks, seen, {
      ...recipe,
      epochs: Math.max(1, Math.ceil(recipe.epochs / 2)),
      withoutArticle: 1,
    });
    probabilities(own, wordIds, weights, unseen, false, judged);
    const opinion = new Float32Array(corpus.tokenCount * L);
    probabilities(own, wordIds, weights, silver, false, opinion);
    for (let at = 0; at < opinion.length; at += 1) {
      const value = opinion[at] as number;
      if (value !== 0) judged[at] = (judged[at] as number) + value / 2;
    }
    log(`first pass, half ${half + 1} of 2: ${own.hashes.length} features`);
  }
  return judged;
}

/** Opens the silver labels that gold doubts; returns how many tokens that were. A name is left open as a whole. */
export function openDoubtful(
  corpus: Corpus,
  isSilver: (articleIndex: number) => boolean,
  judged: Float32Array,
  doubt: number,
  masks: Uint16Array,
): number {
  let opened = 0;
  corpus.articles.forEach((article, index) => {
    if (!isSilver(index)) return;
    const labels = goldLabels(article);
    for (const sentence of article.doc.sentences) {
      let first = sentence.firstToken;
      while (first < sentence.endToken) {
        let end = first + 1;
        if ((labels[first] ?? 0) !== 0) while (end < sentence.endToken && (labels[end] ?? 0) > 0 && (labels[end] ?? 0) % 2 === 0) end += 1;
        let doubted = false;
        for (let at = first; at < end; at += 1) {
          if ((judged[(article.firstToken + at) * L + (labels[at] ?? 0)] ?? 0) < doubt) doubted = true;
        }
        if (doubted) {
          masks.fill(anyLabel, article.firstToken + first, article.firstToken + end);
          opened += end - first;
        }
        first = end;
      }
    }
  });
  return opened;
}

function mostProbable(judged: Float32Array, tokenCount: number): Uint8Array {
  const labels = new Uint8Array(tokenCount);
  for (let i = 0; i < tokenCount; i += 1) {
    let best = 0;
    for (let y = 1; y < L; y += 1) if ((judged[i * L + y] as number) > (judged[i * L + best] as number)) best = y;
    labels[i] = best;
  }
  return labels;
}

/** Trains a model. The same corpora, lexicon and recipe give the same model. */
export function trainNames(
  corpora: readonly ReadCorpus[],
  lexicon: NameLexicon,
  recipe: NameRecipe,
  log: (line: string) => void,
  onTokens?: (tokens: TrainingTokens) => void,
): NameModel {
  const prepared = prepare(corpora, lexicon);
  const { corpus, roles, vocabulary, words, wordIds } = prepared;
  log(`${corpus.tokenCount} tokens in ${corpus.articles.length} articles, ${vocabulary.length} words`);
  const context = contextOf(corpus, words, lexicon);
  const plain = (set: SentenceSet): FeatureSpace =>
    makeFeatureSpace(vocabulary, wordIds, words.edge.id, set, context, null, Math.max(1, Math.round(recipe.minCount / 4)));
  const judged = judgeUnseen(prepared, plain, recipe, log);
  const masks = prepared.masks.slice();
  log(`${openDoubtful(corpus, (index) => roles[index] === "silver", judged, recipe.doubt, masks)} silver labels left open`);
  const aboutArticles = articleRowsOf(corpus, mostProbable(judged, corpus.tokenCount));
  onTokens?.({ corpus, roles, vocabulary, wordIds, masks, articleRows: aboutArticles });
  const all = sentencesOf(corpus, () => true);
  const space = makeFeatureSpace(vocabulary, wordIds, words.edge.id, all, context, aboutArticles, recipe.minCount);
  log(`${space.hashes.length} features`);
  const weights = trainChain(space, wordIds, masks, all, {
    ...recipe,
    withoutArticle: 0.3,
    onEpoch: (epoch, loss) => log(`epoch ${epoch + 1} of ${recipe.epochs}: loss ${loss.toFixed(4)} a sentence`),
  });
  return {
    lexicon,
    hashes: space.hashes,
    weights: weights.rows,
    transitions: weights.transitions,
    calibration: new Float32Array(0),
    recurrent: null,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      recipe: { type: "string", default: "data/models/names.recipe.json" },
      lexicon: { type: "string" },
      outside: { type: "string" },
      export: { type: "string" },
      recurrent: { type: "string" },
      out: { type: "string", default: "data/models/names.bin" },
    },
  });
  if (values.data === undefined)
    throw new UserError("bad-arguments", "--data DIR is missing", "Give the folder that the recipe's files lie in.");
  const started = performance.now();
  const log = (line: string): void => {
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
  };
  const recipe = readNameRecipe(values.recipe);
  const corpora = readCorpora(recipe, values.data);
  const lexicon =
    values.outside === undefined || values.lexicon !== undefined
      ? readNameModel(values.lexicon ?? "data/models/names.bin").lexicon
      : await lexiconFromOutside(values.outside, corpora);
  log(`lexicon of ${lexicon.columns.words.length} words and ${lexicon.columns.phrases.length} phrases`);
  const { export: exportFolder, outside } = values;
  if (exportFolder !== undefined && outside === undefined)
    throw new UserError("bad-arguments", "--export needs --outside, for the word vectors");
  const linear = trainNames(corpora, lexicon, recipe, log, (tokens) => {
    if (exportFolder !== undefined && outside !== undefined) exportCorpus(exportFolder, tokens, outsideVectors(outside));
  });
  const recurrent = values.recurrent === undefined ? null : readRecurrent(values.recurrent, Float32Array.from(recipe.shares));
  const trained = { ...linear, recurrent };
  // Everything is measured on the weights as they ship, in 8 bits.
  const packed = decodeNameModel(encodeNameModel(trained), values.out);
  const judged = judgeHeldOut(makeNameTagger(packed), corpora);
  const calibration = calibrationOf(judged);
  const bytes = encodeNameModel({ ...trained, calibration });
  writeFileSync(values.out, bytes);
  log(`${values.out}: ${bytes.length} bytes`);
  for (const line of scoreTagger(makeNameTagger(decodeNameModel(bytes, values.out)), corpora)) log(line);
  for (const line of reliabilityOf(judged)) log(line);
}

if (process.argv[1]?.endsWith("train-names.ts")) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof UserError ? `${error.message}\n${error.hint}` : String(error)}\n`);
    process.exitCode = error instanceof UserError ? 2 : 3;
  });
}
