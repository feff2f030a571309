/**
 * Trains the name tagger. In order: segment the articles; train two chains on one half of the gold each; let each judge what it has not
 * seen; leave open the silver labels that they doubt; describe every article by their labels; train the chain and the networks that ship;
 * measure; calibrate.
 */
import { join } from "node:path";
import { decodeNameModel, encodeNameModel, type NameModel, packRows } from "../annotate/names/model-file.ts";
import { type NameLexicon, organizationPhraseBit } from "../annotate/names/name-lexicon.ts";
import type { NetworkWeights } from "../annotate/names/network-scorer.ts";
import { attributeSize } from "../annotate/names/network-shape.ts";
import { anyLabel, isBegin, kindOf, labelCount as L, outside } from "../annotate/names/tag-scheme.ts";
import { knownPhrases, type WordFacts, WordTable } from "../annotate/names/token-features.ts";
import { makeNameTagger } from "../annotate/names/trained-tagger.ts";
import { UserError } from "../domain/errors.ts";
import { type GoldArticle, readConll } from "../evaluate/read-conll.ts";
import { loadSegmenter } from "../text/segment.ts";
import { caseCopies } from "./case-noise.ts";
import { calibrationOf, judgeHeldOut, reliabilityOf, scoreTagger } from "./evaluate-tagger.ts";
import {
  addToCorpus,
  articleRowsOf,
  type Corpus,
  type CorpusArticle,
  contextOf,
  goldLabels,
  joinRows,
  placeRowsOf,
} from "./name-corpus.ts";
import type { NameRecipe } from "./name-recipe.ts";
import { networkCorpusOf, type TrainingTokens, type VectorTable } from "./network-corpus.ts";
import { type FeatureSpace, makeFeatureSpace, probabilities, type SentenceSet, sentencesOf, trainChain } from "./train-chain.ts";
import { trainNetwork } from "./train-network.ts";

/** Of the kinds in tag-scheme.ts. */
const organizationKind = 1;

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

/** Of files that no recipe speaks of, one article in so many is held back. */
const heldBackEvery = 10;

/** Reads one file to learn from, every tenth article held back. Throws UserError as `readConll` does, and when nothing is left to learn. */
export function readCorpus(path: string): ReadCorpus {
  const golds = readConll(path);
  if (golds.length === 0) throw new UserError("bad-record", `${path} holds no sentence`, "Give a CoNLL-style file of token<TAB>tag lines.");
  return {
    name: path,
    golds,
    marksMisc: golds.some(({ names }) => names.some(({ kind }) => kind === 3)),
    roleOf: (index) => (index % heldBackEvery === heldBackEvery - 1 ? "held-out" : "gold"),
  };
}

interface Prepared {
  readonly corpus: Corpus;
  readonly roles: readonly Role[];
  /** For each article the number of its corpus. */
  readonly sources: readonly number[];
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
  const sources: number[] = [];
  let tokenCount = 0;
  for (const [source, { golds, marksMisc, roleOf }] of corpora.entries()) {
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
    sources.push(...taught.map(() => source));
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
  return { corpus: { articles, tokenCount }, roles, sources, vocabulary, words, wordIds, masks };
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

/**
 * Opens the silver labels of known bodies that silver takes for something else ("African Union" as a place, "Amnesty International" as no name);
 * returns how many tokens that were. What it names rightly elsewhere, and gold, teach them.
 */
export function openMistakenBodies(
  corpus: Corpus,
  isSilver: (articleIndex: number) => boolean,
  lexicon: NameLexicon,
  masks: Uint16Array,
): number {
  let opened = 0;
  corpus.articles.forEach((article, index) => {
    if (!isSilver(index)) return;
    const labels = goldLabels(article);
    const labelAt = (at: number): number => labels[at] ?? outside;
    for (const { firstToken, endToken } of article.doc.sentences) {
      for (const phrase of knownPhrases(article.words.slice(firstToken, endToken), lexicon)) {
        let first = firstToken + phrase.first;
        let end = firstToken + phrase.end;
        const own = labels.subarray(first, end);
        const agrees = own.every((label, place) => kindOf(label) === organizationKind && (place === 0 || !isBegin(label)));
        if (phrase.kinds !== organizationPhraseBit || agrees) continue;
        // A name that reaches out of the phrase is opened whole.
        while (first > firstToken && labelAt(first) !== outside && !isBegin(labelAt(first))) first -= 1;
        while (end < endToken && labelAt(end) !== outside && !isBegin(labelAt(end))) end += 1;
        masks.fill(anyLabel, article.firstToken + first, article.firstToken + end);
        opened += end - first;
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

/** What training starts from beside the texts: facts about words, and their vectors. */
export interface WordKnowledge {
  readonly lexicon: NameLexicon;
  /** Null trains the linear half alone. */
  readonly vectors: VectorTable | null;
}

/** Segments the corpora, has two chains judge them, and packs what both halves learn from. */
export function prepareTokens(
  corpora: readonly ReadCorpus[],
  lexicon: NameLexicon,
  recipe: NameRecipe,
  log: (line: string) => void,
): TrainingTokens & { readonly linear: (set: SentenceSet) => FeatureSpace } {
  const prepared = prepare(corpora, lexicon);
  const { corpus, roles, sources, vocabulary, words, wordIds } = prepared;
  log(`${corpus.tokenCount} tokens in ${corpus.articles.length} articles, ${vocabulary.length} words`);
  const places = placeRowsOf(corpus, lexicon);
  const context = joinRows(contextOf(corpus, words), places);
  const plain = (set: SentenceSet): FeatureSpace =>
    makeFeatureSpace(vocabulary, wordIds, words.edge.id, set, context, null, Math.max(1, Math.round(recipe.minCount / 4)));
  const judged = judgeUnseen(prepared, plain, recipe, log);
  const masks = prepared.masks.slice();
  log(`${openDoubtful(corpus, (index) => roles[index] === "silver", judged, recipe.doubt, masks)} silver labels left open`);
  log(`${openMistakenBodies(corpus, (index) => roles[index] === "silver", lexicon, masks)} silver labels of known bodies left open`);
  const aboutArticles = articleRowsOf(corpus, mostProbable(judged, corpus.tokenCount));
  return {
    corpus,
    roles,
    sources,
    vocabulary,
    wordIds,
    masks,
    features: joinRows(places, aboutArticles),
    linear: (set) => makeFeatureSpace(vocabulary, wordIds, words.edge.id, set, context, aboutArticles, recipe.minCount),
  };
}

/** Trains a model, not calibrated yet. The same corpora, knowledge and recipe give the same model. */
export function trainNames(
  corpora: readonly ReadCorpus[],
  { lexicon, vectors }: WordKnowledge,
  recipe: NameRecipe,
  log: (line: string) => void,
): NameModel {
  const tokens = prepareTokens(corpora, lexicon, recipe, log);
  const all = sentencesOf(tokens.corpus, () => true);
  const space = tokens.linear(all);
  log(`${space.hashes.length} features`);
  const weights = trainChain(space, tokens.wordIds, tokens.masks, all, {
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
    network: vectors === null ? null : trainNetworks(tokens, vectors, recipe, log),
  };
}

function trainNetworks(tokens: TrainingTokens, vectors: VectorTable, recipe: NameRecipe, log: (line: string) => void): NetworkWeights {
  const { network } = recipe;
  const { corpus, attributeHashes, featureHashes } = networkCorpusOf(tokens, vectors, network.minCount, network.silverShare);
  log(`networks: ${corpus.firsts.length} sentences, ${attributeHashes.length} attributes, ${featureHashes.length} features of places`);
  const learnt = Array.from({ length: network.members }, (_, member) =>
    trainNetwork(network.shape, corpus, {
      ...network,
      seed: recipe.seed + member,
      report: (line) => log(`network ${member + 1} of ${network.members}, ${line}`),
    }),
  );
  const transitions = new Float32Array(learnt[0]?.transitions.length ?? 0);
  for (const numbers of learnt)
    numbers.transitions.forEach((value, at) => {
      transitions[at] = (transitions[at] ?? 0) + value / learnt.length;
    });
  return {
    shape: network.shape,
    ...vectors,
    attributeHashes,
    featureHashes,
    members: learnt.map(({ dense, attributes, features }) => ({
      dense,
      attributes: packRows(attributes, attributeSize),
      features: packRows(features, 4 * network.shape.hidden1),
    })),
    transitions,
    shares: Float32Array.from(recipe.shares),
  };
}

/** Trains, measures and calibrates: the bytes of a model file, and lines that say how good and how honest it is on what was held back. */
export function makeNameModel(
  corpora: readonly ReadCorpus[],
  knowledge: WordKnowledge,
  recipe: NameRecipe,
  log: (line: string) => void,
): { readonly bytes: Uint8Array; readonly scores: readonly string[] } {
  const trained = trainNames(corpora, knowledge, recipe, log);
  // Everything is measured on the weights as they ship, in 8 bits.
  const packed = decodeNameModel(encodeNameModel(trained), "the new model");
  const judged = judgeHeldOut(makeNameTagger(packed), corpora);
  const bytes = encodeNameModel({ ...trained, calibration: calibrationOf(judged) });
  const scores = [...scoreTagger(makeNameTagger(decodeNameModel(bytes, "the new model")), corpora), ...reliabilityOf(judged)];
  return { bytes, scores };
}
