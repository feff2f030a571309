/**
 * The recurrent half of the name tagger: a word is its vector and the sum of rows for its attributes, a bidirectional LSTM (Hochreiter and
 * Schmidhuber 1997; Lample et al. 2016) reads the sentence, and out come scores for the chain. All that depends on a word alone is worked
 * out once for each word; the rest runs in a WebAssembly kernel with 8-bit weights.
 */
import { RowTable } from "./feature-hash.ts";
import { lstmKernel } from "./kernel/lstm-kernel.ts";
import { labelCount } from "./tag-scheme.ts";
import type { WordFacts } from "./token-features.ts";

export const vectorSize = 100;
export const attributeSize = 64;
export const inputSize = vectorSize + attributeSize;
/** Vectors are unit length, in 16 levels a component: the best step for components that spread by a tenth. */
const vectorStep = 0.0335;
const vectorScale = 3;
const attributeLimit = 28;
const stateSteps = 4096;
const cacheBlock = 1024;
const cacheLimit = 12 * cacheBlock;

/** Rows of equal length in 8 bits with one scale each. */
export interface ByteRows {
  readonly steps: Int8Array;
  readonly scales: Float32Array;
}

export interface RecurrentWeights {
  /** A multiple of 4. */
  readonly units: number;
  /** Lexicon keys, rising, and two vector components a byte, low half first. */
  readonly vectorKeys: Int32Array;
  readonly nibbles: Uint8Array;
  /** Rising. */
  readonly attributeHashes: Int32Array;
  readonly attributeRows: ByteRows;
  readonly articleHashes: Int32Array;
  readonly articleRows: ByteRows;
  /** Both directions, forward first: 8 * units rows of `inputSize`. */
  readonly input: ByteRows;
  /** 8 * units rows of `units`. */
  readonly hidden: ByteRows;
  readonly bias: Float32Array;
  /** `labelCount` rows of 2 * units. */
  readonly out: Float32Array;
  /** `labelCount` rows of `inputSize`. */
  readonly skip: Float32Array;
  readonly outBias: Float32Array;
  readonly transitions: Float32Array;
  /** How much the linear half's scores count, and these: both chains are added up with these factors. */
  readonly shares: Float32Array;
}

interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  lstm(
    inputs: number,
    inputShift: number,
    count: number,
    units: number,
    backward: number,
    weights: number,
    scales: number,
    out: number,
    outStride: number,
    scratch: number,
  ): void;
  project(
    x: number,
    xStride: number,
    count: number,
    matrix: number,
    bias: number,
    rows: number,
    columns: number,
    out: number,
    outStride: number,
  ): void;
  addTo(to: number, from: number, columns: number): void;
}

/** The part of WebAssembly's interface used here; Node has it, the `es2023` library does not declare it. */
interface WebAssemblyRuntime {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Kernel };
}

function startKernel(): Kernel {
  const { WebAssembly: runtime } = globalThis as unknown as { readonly WebAssembly: WebAssemblyRuntime };
  return new runtime.Instance(new runtime.Module(Buffer.from(lstmKernel, "base64"))).exports;
}

/** Scores sentences. One instance serves any number of articles; its memory stays under about 60 MB. */
export class RecurrentScorer {
  private readonly weights: RecurrentWeights;
  private readonly kernel = startKernel();
  private readonly vectors: RowTable;
  private readonly attributes: RowTable;
  private readonly articles: RowTable;
  private top = 1024;
  private floats: Float32Array;
  private readonly gateCount: number;
  /** Bytes of what one word adds: the gates' input sums, then label scores padded to a multiple of 4. */
  private readonly rowBytes: number;
  private readonly inputAt: number;
  private readonly biasAt: number;
  private readonly hiddenAt: number;
  private readonly scalesAt: number;
  private readonly outAt: number;
  private readonly zeroAt: number;
  private readonly wordAt: number;
  private readonly articleAt: number;
  private readonly scratchAt: number;
  private readonly blocks: number[] = [];
  private slotOf = new Int32Array(0);
  private slots = 0;
  private sentenceCapacity = 0;
  private pointersAt = 0;
  private statesAt = 0;
  private scoresAt = 0;
  private ownRowsAt = 0;

  constructor(weights: RecurrentWeights) {
    this.weights = weights;
    this.vectors = new RowTable(weights.vectorKeys);
    this.attributes = new RowTable(weights.attributeHashes);
    this.articles = new RowTable(weights.articleHashes);
    this.floats = new Float32Array(this.kernel.memory.buffer);
    const { units } = weights;
    this.gateCount = 8 * units;
    const rows = this.gateCount + labelCount;
    this.rowBytes = 4 * (this.gateCount + 12);
    // Gates and direct label scores are one matrix over the same input.
    this.inputAt = this.take(rows * inputSize * 4);
    this.biasAt = this.take(rows * 4);
    this.hiddenAt = this.take(this.gateCount * units * 2);
    this.scalesAt = this.take(this.gateCount * 4);
    this.outAt = this.take(labelCount * 2 * units * 4);
    this.zeroAt = this.take(rows * 4);
    this.wordAt = this.take(inputSize * 4);
    this.scratchAt = this.take(22 * units);
    this.articleAt = this.take(weights.articleHashes.length * this.rowBytes);
    this.fillWeights();
    this.fillArticleRows();
  }

  private take(bytes: number): number {
    const at = this.top;
    this.top = Math.ceil((at + bytes) / 16) * 16;
    const missing = this.top - this.kernel.memory.buffer.byteLength;
    if (missing > 0) {
      this.kernel.memory.grow(Math.ceil(missing / 65536));
      this.floats = new Float32Array(this.kernel.memory.buffer);
    }
    return at;
  }

  private fillWeights(): void {
    const { weights, floats, gateCount } = this;
    const { units, input, hidden } = weights;
    for (let row = 0; row < gateCount; row += 1) {
      const scale = input.scales[row] as number;
      const to = this.inputAt / 4 + row * inputSize;
      for (let c = 0; c < inputSize; c += 1) floats[to + c] = (input.steps[row * inputSize + c] as number) * scale;
    }
    floats.set(weights.skip, this.inputAt / 4 + gateCount * inputSize);
    floats.set(weights.bias, this.biasAt / 4);
    floats.set(weights.outBias, this.biasAt / 4 + gateCount);
    floats.set(weights.out, this.outAt / 4);
    const shorts = new Int16Array(this.kernel.memory.buffer);
    let to = this.hiddenAt / 2;
    // 16 outputs at a time, for each pair of units, 16 pairs: the order in which the kernel reads.
    for (let first = 0; first < gateCount; first += 16) {
      for (let unit = 0; unit < units; unit += 2) {
        for (let row = first; row < first + 16; row += 1) {
          shorts[to] = hidden.steps[row * units + unit] as number;
          shorts[to + 1] = hidden.steps[row * units + unit + 1] as number;
          to += 2;
        }
      }
    }
    for (let row = 0; row < gateCount; row += 1) floats[this.scalesAt / 4 + row] = (hidden.scales[row] as number) / stateSteps;
  }

  private fillArticleRows(): void {
    const { articleHashes, articleRows } = this.weights;
    for (let row = 0; row < articleHashes.length; row += 1) {
      const word = this.floats.subarray(this.wordAt / 4, this.wordAt / 4 + inputSize);
      word.fill(0);
      const scale = articleRows.scales[row] as number;
      for (let d = 0; d < attributeSize; d += 1) word[vectorSize + d] = (articleRows.steps[row * attributeSize + d] as number) * scale;
      this.projectWord(this.zeroAt, this.articleAt + row * this.rowBytes);
    }
  }

  private projectWord(biasAt: number, to: number): void {
    this.kernel.project(this.wordAt, 0, 1, this.inputAt, biasAt, this.gateCount + labelCount, inputSize, to, 0);
  }

  /** The address of what a word adds. */
  private rowOf(word: WordFacts): number {
    if (word.id >= this.slotOf.length) {
      const larger = new Int32Array(Math.max(4096, 2 * (word.id + 1))).fill(-1);
      larger.set(this.slotOf);
      this.slotOf = larger;
    }
    let slot = this.slotOf[word.id] as number;
    if (slot < 0) {
      slot = this.slots;
      this.slots += 1;
      this.slotOf[word.id] = slot;
      if (slot >= this.blocks.length * cacheBlock) this.blocks.push(this.take(cacheBlock * this.rowBytes));
      this.describe(word);
      this.projectWord(this.biasAt, this.addressOf(slot));
    }
    return this.addressOf(slot);
  }

  private addressOf(slot: number): number {
    return (this.blocks[Math.floor(slot / cacheBlock)] as number) + (slot % cacheBlock) * this.rowBytes;
  }

  /** Writes a word's vector and attribute sum to the kernel's input. */
  private describe(word: WordFacts): void {
    const { floats, weights } = this;
    const to = this.wordAt / 4;
    floats.fill(0, to, to + inputSize);
    const vector = this.vectors.row(word.key);
    if (vector >= 0) {
      for (let d = 0; d < vectorSize; d += 1) {
        const byte = weights.nibbles[(vector * vectorSize + d) >> 1] as number;
        const level = d % 2 === 0 ? byte & 15 : byte >> 4;
        floats[to + d] = (level - 7.5) * vectorStep * vectorScale;
      }
    }
    let used = 0;
    for (const hash of word.attributes) {
      const row = this.attributes.row(hash);
      if (row < 0) continue;
      const scale = weights.attributeRows.scales[row] as number;
      const from = row * attributeSize;
      for (let d = 0; d < attributeSize; d += 1) {
        const at = to + vectorSize + d;
        floats[at] = (floats[at] as number) + (weights.attributeRows.steps[from + d] as number) * scale;
      }
      used += 1;
      if (used === attributeLimit) break;
    }
  }

  /** Forgets the words it has seen; call it when their numbers begin anew. */
  forget(): void {
    this.slotOf.fill(-1);
    this.slots = 0;
  }

  /**
   * Adds `share` times the label scores of the words from `first` up to `end` to `emissions`, `labelCount` a word, from `first` on.
   * `articleHashes` holds the article features of each word.
   */
  score(
    words: readonly WordFacts[],
    first: number,
    end: number,
    articleHashes: readonly (readonly number[] | undefined)[],
    share: number,
    emissions: Float32Array,
  ): void {
    if (this.slots > cacheLimit) this.forget();
    const length = end - first;
    const { kernel, weights } = this;
    const { units } = weights;
    this.reserve(length);
    const addresses: number[] = [];
    for (let i = first; i < end; i += 1) {
      let address = this.rowOf(words[i] as WordFacts);
      const about = articleHashes[i];
      if (about && about.length > 0) {
        const own = this.ownRowsAt + (i - first) * this.rowBytes;
        new Uint8Array(kernel.memory.buffer).copyWithin(own, address, address + this.rowBytes);
        for (const hash of about) {
          const row = this.articles.row(hash);
          if (row >= 0) kernel.addTo(own, this.articleAt + row * this.rowBytes, this.gateCount + 12);
        }
        address = own;
      }
      addresses.push(address);
    }
    new Uint32Array(kernel.memory.buffer).set(addresses, this.pointersAt / 4);
    const stride = 8 * units;
    const half = this.gateCount / 2;
    kernel.lstm(this.pointersAt, 0, length, units, 0, this.hiddenAt, this.scalesAt, this.statesAt, stride, this.scratchAt);
    kernel.lstm(
      this.pointersAt,
      half * 4,
      length,
      units,
      1,
      this.hiddenAt + half * units * 2,
      this.scalesAt + half * 4,
      this.statesAt + 4 * units,
      stride,
      this.scratchAt,
    );
    kernel.project(this.statesAt, stride, length, this.outAt, this.zeroAt, labelCount, 2 * units, this.scoresAt, labelCount * 4);
    const { floats } = this;
    for (let i = 0; i < length; i += 1) {
      const direct = (addresses[i] as number) / 4 + this.gateCount;
      const scores = this.scoresAt / 4 + i * labelCount;
      const to = (first + i) * labelCount;
      for (let y = 0; y < labelCount; y += 1) {
        emissions[to + y] = (emissions[to + y] as number) + share * ((floats[scores + y] as number) + (floats[direct + y] as number));
      }
    }
  }

  private reserve(length: number): void {
    if (length <= this.sentenceCapacity) return;
    const capacity = Math.max(128, 2 * length);
    this.sentenceCapacity = capacity;
    this.pointersAt = this.take(capacity * 4);
    this.statesAt = this.take(capacity * 8 * this.weights.units);
    this.scoresAt = this.take(capacity * labelCount * 4);
    this.ownRowsAt = this.take(capacity * this.rowBytes);
  }
}
