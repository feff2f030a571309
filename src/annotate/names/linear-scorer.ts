/**
 * The scores of the linear half of the name tagger: sums of learnt rows. What a word brings to the tokens around it is worked out once for
 * each distinct word and kept; other features are listed and added up together, in a SIMD kernel, which does not wait for one row of
 * weights at a time.
 */
import { type MatrixArena, makeArena } from "../../learn/matrix-arena.ts";
import { RowTable } from "./feature-hash.ts";
import { labelCount as L } from "./tag-scheme.ts";
import { attributeAt, offsetCount, reach, type WordFacts } from "./token-features.ts";

/** Features listed before they are added up. */
const listLimit = 8192;
/** Floats that a word brings: scores for the tokens from `reach` before it to `reach` behind it. */
const shareSize = offsetCount * L;

export interface LinearWeights {
  /** Distinct, one a row. */
  readonly hashes: Int32Array;
  /** `labelCount` weights a row. */
  readonly weights: Float32Array;
}

/** Where things lie in the arena, and how many words and tokens there is room for. */
interface Places {
  readonly arena: MatrixArena;
  readonly weights: number;
  readonly shares: number;
  readonly words: number;
  readonly scratch: number;
  readonly scores: number;
  readonly tokens: number;
  readonly emissions: Float32Array;
}

/** One instance serves any number of articles. */
export class LinearScorer {
  private readonly table: RowTable;
  private places: Places;
  private known: Uint8Array;
  private readonly pairs = new Int32Array(2 * listLimit);
  private listed = 0;

  constructor({ hashes, weights }: LinearWeights) {
    this.table = new RowTable(hashes);
    // Room for what an ordinary run needs; pages that are never touched cost nothing.
    this.places = layOut(weights, 60_000, 60_000);
    this.known = new Uint8Array(this.places.words);
  }

  /** The label scores of the tokens, `labelCount` each; the same array until `reserve` needs more room. */
  get emissions(): Float32Array {
    return this.places.emissions;
  }

  /** Makes room for an article of `tokens` tokens, whose words have numbers below `words`; the scores begin anew. */
  reserve(tokens: number, words: number): void {
    const { places } = this;
    if (tokens <= places.tokens && words <= places.words) return;
    const { floats } = places.arena;
    const weights = floats.subarray(places.weights, places.shares);
    const larger = layOut(weights, Math.max(places.words, 2 * words), Math.max(places.tokens, 2 * tokens));
    larger.arena.floats.set(floats.subarray(places.shares, places.shares + places.words * shareSize), larger.shares);
    const known = new Uint8Array(larger.words);
    known.set(this.known);
    this.known = known;
    this.places = larger;
  }

  /** Forgets the words it has seen; call it when their numbers begin anew. */
  forget(): void {
    this.known.fill(0);
  }

  /** Sets the scores of a sentence's tokens, `words[first … end - 1]`, to what the words around them bring; `edge` stands beside it. */
  scoreWords(words: readonly WordFacts[], first: number, end: number, edge: WordFacts): void {
    const { pairs } = this;
    const { arena, scratch, shares, scores } = this.places;
    const { floats } = arena;
    const length = end - first;
    floats.fill(0, scratch, scratch + (length + 4 * reach) * L);
    const sums = { to: scratch, toStep: L, from: shares, size: shareSize, pairs };
    let count = 0;
    for (let place = 0; place < length + 2 * reach; place += 1) {
      const at = first - reach + place;
      const word = at < first || at >= end ? edge : (words[at] as WordFacts);
      if (this.known[word.id] !== 1) this.learnShares(word);
      pairs[2 * count] = place;
      pairs[2 * count + 1] = word.id;
      count += 1;
      if (count < listLimit) continue;
      arena.addListed({ ...sums, count });
      count = 0;
    }
    arena.addListed({ ...sums, count });
    // The first and the last rows are of tokens beyond the sentence.
    const from = scratch + 2 * reach * L;
    floats.copyWithin(scores + first * L, from, from + length * L);
  }

  /** Lists a feature of a token: it counts from the next `settle` on. */
  add(index: number, hash: number): void {
    const row = this.table.row(hash);
    if (row < 0) return;
    if (this.listed === listLimit) this.settle();
    this.pairs[2 * this.listed] = index;
    this.pairs[2 * this.listed + 1] = row;
    this.listed += 1;
  }

  /** Adds up what was listed. */
  settle(): void {
    const { arena, scores, weights } = this.places;
    arena.addListed({ to: scores, toStep: L, from: weights, size: L, pairs: this.pairs, count: this.listed });
    this.listed = 0;
  }

  private learnShares(word: WordFacts): void {
    this.known[word.id] = 1;
    const { arena, shares, weights } = this.places;
    const to = shares + word.id * shareSize;
    arena.floats.fill(0, to, to + shareSize);
    const pairs: number[] = [];
    for (let offset = -reach; offset <= reach; offset += 1) {
      const limit = offset === 0 ? word.attributes.length : Math.abs(offset) === 1 ? word.nearCount : word.farCount;
      for (let k = 0; k < limit; k += 1) {
        const row = this.table.row(attributeAt(word.attributes[k] as number, offset));
        // The token that sees the word at this offset: the one at `-offset` from it.
        if (row >= 0) pairs.push(reach - offset, row);
      }
    }
    arena.addListed({ to, toStep: L, from: weights, size: L, pairs: Int32Array.from(pairs), count: pairs.length / 2 });
  }
}

function layOut(weights: Float32Array, words: number, tokens: number): Places {
  const scratchSize = (tokens + 4 * reach) * L;
  const arena = makeArena(weights.length + words * shareSize + scratchSize + tokens * L + 2 * listLimit + 64);
  const weightsAt = arena.room(weights.length);
  arena.floats.set(weights, weightsAt);
  const shares = arena.room(words * shareSize);
  const scratch = arena.room(scratchSize);
  const scores = arena.room(tokens * L);
  const emissions = arena.floats.subarray(scores, scores + tokens * L);
  return { arena, weights: weightsAt, shares, words, scratch, scores, tokens, emissions };
}
