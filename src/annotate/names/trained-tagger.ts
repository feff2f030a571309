/**
 * Finds the names of people, organisations and places with the trained chain: one pass over each sentence, then a second one in which the
 * names found anywhere in the article speak for the doubtful ones.
 */
import { fileURLToPath } from "node:url";
import type { Document, Token } from "../../domain/document.ts";
import type { EntityType, NameMention, TokenRange } from "../../domain/mention.ts";
import { articleFeatures } from "./article-features.ts";
import { Chain } from "./crf.ts";
import { LinearScorer } from "./linear-scorer.ts";
import { type NameModel, readNameModel } from "./model-file.ts";
import { followConventions } from "./name-conventions.ts";
import type { NameTagger } from "./name-tagger.ts";
import { NetworkScorer, type NetworkWeights } from "./network-scorer.ts";
import { beginOf, type Chunk, chunksOf, entityTypeOf, labelCount as L } from "./tag-scheme.ts";
import { contextFeatures, hasCapital, placeFeatures, WordTable } from "./token-features.ts";

/** What `decidedBy` says of a name that the tagger found. */
export const taggerName = "name-tagger";

/**
 * Mentions of a calibrated model that are less sure are left out: one that is right less often than half the F1 of its type costs more than
 * it brings (Lipton, Elkan and Naryanaswamy 2014).
 */
const leastConfidence: Readonly<Record<EntityType, number>> = { PERSON: 0.43, ORGANIZATION: 0.32, PLACE: 0.41 };

/** Of the kinds in tag-scheme.ts. */
const placeKind = 2;

/** Words described at once; past this the table starts afresh, so that a long run stays within bounds. */
const vocabularyLimit = 50_000;

/** Reads the tagger's model, the one that comes with the package unless another path is given. Throws UserError when it cannot be used. */
export function loadNameTagger(path: string = fileURLToPath(new URL("../../../data/models/names.bin", import.meta.url))): NameTagger {
  return makeNameTagger(readNameModel(path));
}

/** A tagger of the given weights. */
export function makeNameTagger(model: NameModel): NameTagger {
  return new ChainTagger(model);
}

/** A chunk together with the chain's probability for exactly it. */
export interface ScoredChunk extends Chunk {
  readonly probability: number;
}

class ChainTagger implements NameTagger {
  private readonly model: NameModel;
  private readonly linear: LinearScorer;
  /** The chain of the first pass, and the one that decides. */
  private readonly firstChain = new Chain();
  private readonly chain = new Chain();
  private readonly transitions: Float32Array;
  private readonly network: NetworkScorer | null;
  private words: WordTable;
  private labels = new Uint8Array(0);
  private marginals = new Float64Array(0);

  constructor(model: NameModel) {
    this.model = model;
    this.linear = new LinearScorer(model);
    this.words = new WordTable(model.lexicon);
    this.network = model.network === null ? null : new NetworkScorer(model.network);
    this.transitions = model.network === null ? model.transitions : addUp(model.transitions, model.network);
    this.chain.setTransitions(this.transitions);
  }

  tag(doc: Document<"paragraphs" | "sentences" | "tokens">): NameMention[] {
    const mentions: NameMention[] = [];
    for (const chunk of this.chunks(doc)) {
      const type = entityTypeOf(chunk.kind);
      if (type === null) continue;
      const confidence = calibrate(this.model.calibration, chunk.probability);
      if (this.model.calibration.length > 0 && confidence < leastConfidence[type]) continue;
      for (const range of followConventions(doc.tokens, { first: chunk.first, end: chunk.end, type }, this.model.lexicon)) {
        const first = doc.tokens[range.first];
        const last = doc.tokens[range.end - 1];
        if (!first || !last) continue;
        mentions.push({
          start: first.start,
          end: last.end,
          firstToken: range.first,
          endToken: range.end,
          type: range.type,
          confidence,
          decidedBy: taggerName,
        });
      }
    }
    return mentions;
  }

  private chunks(doc: Document<"sentences" | "tokens">): ScoredChunk[] {
    if (this.words.size > vocabularyLimit) {
      this.words = new WordTable(this.model.lexicon);
      this.linear.forget();
      this.network?.forget();
    }
    const words = doc.tokens.map((token) => this.words.word(token.text));
    if (this.labels.length < words.length) this.labels = new Uint8Array(2 * words.length);
    const { labels, chain, firstChain, model, linear, network } = this;
    linear.reserve(words.length, this.words.size);
    const { emissions } = linear;
    /** Features that both halves look at. */
    const about: number[][] = [];
    const tell = (index: number, hash: number): void => {
      linear.add(index, hash);
      const own = about[index];
      if (own) own.push(hash);
      else about[index] = [hash];
    };
    const open = joinedSentences(doc).filter((range) => hasCapital(words, range.firstToken, range.endToken));
    labels.fill(0, 0, words.length);
    for (const { firstToken, endToken } of open) {
      linear.scoreWords(words, firstToken, endToken, this.words.edge);
      const own = words.slice(firstToken, endToken);
      contextFeatures(own, this.words.edge, (index, hash) => linear.add(firstToken + index, hash));
      placeFeatures(own, model.lexicon, (index, hash) => tell(firstToken + index, hash));
      linear.settle();
      firstChain.best(emissions.subarray(firstToken * L, endToken * L), endToken - firstToken, model.transitions, labels, firstToken);
    }
    articleFeatures(words, open, labels, tell);
    linear.settle();
    const found: ScoredChunk[] = [];
    for (const { firstToken, endToken } of open) {
      const length = endToken - firstToken;
      const own = emissions.subarray(firstToken * L, endToken * L);
      if (network && model.network) {
        const [linearShare = 0, networkShare = 0] = model.network.shares;
        for (let at = 0; at < own.length; at += 1) own[at] = (own[at] as number) * linearShare;
        network.score(words, firstToken, endToken, this.words.edge, about, networkShare, emissions);
      }
      chain.best(own, length, this.transitions, labels, firstToken);
      const chunks = chunksOf(labels, firstToken, endToken);
      if (chunks.length === 0) continue;
      if (this.marginals.length < length * L) this.marginals = new Float64Array(2 * length * L);
      chain.sum(own, length, null, 0, this.marginals);
      for (const chunk of chunks) {
        // Of "Washington, D.C." it matters that a place begins there: whether as one name or as two, it comes out as two.
        const two = chunk.kind === placeKind && holdsComma(doc.tokens, chunk);
        const probability = two
          ? (this.marginals[(chunk.first - firstToken) * L + beginOf(placeKind)] as number)
          : this.probability(chunk, firstToken, length);
        found.push({ ...chunk, probability });
      }
    }
    return found;
  }

  /** After `sum`: the probability that exactly this chunk is a name of its kind. */
  private probability(chunk: Chunk, sentenceFirst: number, sentenceLength: number): number {
    const begin = 2 * chunk.kind + 1;
    const inside = begin + 1;
    const first = chunk.first - sentenceFirst;
    const end = chunk.end - sentenceFirst;
    let probability = this.marginals[first * L + begin] as number;
    let label = begin;
    for (let i = first + 1; i <= end && i < sentenceLength; i += 1) {
      const before = this.marginals[(i - 1) * L + label] as number;
      const goesOn = before > 0 ? this.chain.pair(i, label, inside) / before : 0;
      probability *= i === end ? 1 - goesOn : goesOn;
      label = inside;
    }
    return Math.min(1, Math.max(0, probability));
  }
}

function holdsComma(tokens: readonly Token[], { first, end }: Chunk): boolean {
  for (let index = first + 1; index < end - 1; index += 1) if (tokens[index]?.text === ",") return true;
  return false;
}

/** The transitions of both halves, by their shares. */
function addUp(linear: Float32Array, network: NetworkWeights): Float32Array {
  const [linearShare = 0, networkShare = 0] = network.shares;
  return linear.map((value, at) => linearShare * value + networkShare * (network.transitions[at] as number));
}

/** Written short, with the full stop that follows: "U.S. ⏐ Navy", "Warner Bros. ⏐ Pictures". */
const shortened = /^(?:\p{Lu}\.)+\p{Lu}\.$|^(?:Bros|Inc|Corp|Co|Ltd|Dept|Gov|Sen|Rep|Gen|St)\.$/u;

/** True when the sentence's last full stop more often shortens a word than ends a sentence, whether it is a token of its own or not. */
function endsShortened(tokens: readonly Token[], endToken: number): boolean {
  const last = tokens[endToken - 1];
  const before = tokens[endToken - 2];
  if (!last) return false;
  return shortened.test(last.text === "." && before?.end === last.start ? `${before.text}.` : last.text);
}

/** Sentences as token ranges, joined where the break between two may stand inside a name. */
function joinedSentences(doc: Document<"sentences" | "tokens">): TokenRange[] {
  const ranges: { firstToken: number; endToken: number; paragraphIndex: number }[] = [];
  for (const { firstToken, endToken, paragraphIndex } of doc.sentences) {
    const previous = ranges.at(-1);
    const next = doc.tokens[firstToken];
    const goesOn = next !== undefined && /^\p{Lu}/u.test(next.text);
    if (goesOn && previous?.paragraphIndex === paragraphIndex && endsShortened(doc.tokens, previous.endToken)) {
      previous.endToken = endToken;
    } else ranges.push({ firstToken, endToken, paragraphIndex });
  }
  return ranges;
}

/** Confidence of a raw probability: what share of mentions with such a probability were right on held-back text, between bins. */
export function calibrate(table: Float32Array, probability: number): number {
  if (table.length === 0) return probability;
  const place = Math.min(table.length - 1, Math.max(0, probability * table.length - 0.5));
  const low = Math.floor(place);
  const high = Math.min(table.length - 1, low + 1);
  const share = place - low;
  return (table[low] as number) * (1 - share) + (table[high] as number) * share;
}
