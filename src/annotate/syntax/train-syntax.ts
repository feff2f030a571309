/** From treebank sentences and word vectors to a syntax model: gathers the vocabulary and the classes, then learns the network. */
import type { TreebankSentence } from "../../learn/read-conllu.ts";
import type { WordInput } from "../../learn/train-encoder.ts";
import { quantize8 } from "../../learn/weights-file.ts";
import { affixRows, affixSize, affixTables, type NetworkWeights, vectorSize } from "./network-shape.ts";
import type { SyntaxModel } from "./syntax-model.ts";
import { asHeadline, type TaughtSentence } from "./teach-sentences.ts";
import { type NetworkExample, openRelation, trainNetwork } from "./train-network.ts";
import { borderForms, foldWord, sentenceKind, type Vocabulary, wordKeys } from "./word-inputs.ts";

export interface WordVectorList {
  readonly words: readonly string[];
  /** `vectorSize` numbers for each word. */
  readonly values: Float32Array;
}

export interface SyntaxTrainOptions {
  readonly epochs: number;
  readonly batchWords: number;
  readonly learningRate: number;
  readonly dropout: number;
  /** How many networks to learn, one after the other, from this seed, the next, and so on; their scores are summed. */
  readonly members: number;
  readonly seed: number;
  /** Further sentences, with what a teacher makes of them. */
  readonly taught?: readonly TaughtSentence[];
  readonly report: (line: string) => void;
  /** Called after each epoch; `model` makes the model as it stands. */
  readonly check?: (epoch: number, model: () => SyntaxModel) => void;
}

/** Pairs of tags rarer than this are not learnt. */
const rarestPair = 10;
/** Words rarer than this have no embedding of their own. */
const rarestWord = 2;
/** Every so manieth sentence is learnt a second time in capitals, and every so manieth in small letters. */
const recaseEvery = 25;
/** Every so manieth sentence that a teacher read is learnt a second time as a headline. */
const headlineEvery = 8;

/** Learns a model; the same sentences, vectors and options give the same model. */
export function trainSyntax(sentences: readonly TreebankSentence[], vectorList: WordVectorList, options: SyntaxTrainOptions): SyntaxModel {
  const tagClasses = byFrequency(
    sentences.flatMap(({ upos, xpos }) => upos.map((tag, index) => `${tag} ${xpos[index] ?? "_"}`)),
    rarestPair,
  );
  const relations = byFrequency(
    sentences.flatMap((sentence) => sentence.relations),
    1,
  );
  const wordCounts = countOf(sentences.flatMap(({ forms }) => forms.map(foldWord)));
  const known = [...wordCounts].filter(([, count]) => count >= rarestWord).sort(byCount);
  const vocabulary: Vocabulary = {
    vectorRows: new Map(vectorList.words.map((word, index) => [word, index])),
    wordRows: new Map(known.map(([word], index) => [word, index + 1])),
  };
  const vectors = prepareVectors(vectorList);
  const inputs: WordInput[] = [];
  const numbers = new Map<string, number>();
  const usedAffixes = new Set<number>();
  const numberOf = (form: string): number => {
    const found = numbers.get(form);
    if (found !== undefined) return found;
    const keys = wordKeys(form, vocabulary);
    const row = vectors.values.subarray(keys.vector * vectorSize, (keys.vector + 1) * vectorSize);
    for (const affix of keys.affixes) usedAffixes.add(affix);
    inputs.push({
      vector: keys.vector < 0 ? null : Float32Array.from(row, (value) => value * vectors.step),
      word: keys.word,
      count: wordCounts.get(foldWord(form)) ?? 0,
      affixes: keys.affixes,
    });
    numbers.set(form, inputs.length - 1);
    return inputs.length - 1;
  };
  const borders: [number, number] = [numberOf(borderForms[0]), numberOf(borderForms[1])];
  const tagNumbers = new Map(tagClasses.map((pair, index) => [pair, index]));
  const relationNumbers = new Map(relations.map((relation, index) => [relation, index]));
  const exampleOf = (sentence: TreebankSentence, recase: (form: string) => string): NetworkExample => {
    const forms = sentence.forms.map(recase);
    return {
      words: Int32Array.from(forms, numberOf),
      kind: sentenceKind(forms),
      tags: Int16Array.from(forms, (_, index) => tagNumbers.get(`${sentence.upos[index]} ${sentence.xpos[index]}`) ?? -1),
      heads: Int32Array.from(sentence.heads),
      relations: Uint8Array.from(sentence.relations, (relation) => relationNumbers.get(relation) ?? 0),
    };
  };
  const taughtExample = ({ forms, tags, heads, relations: names }: TaughtSentence, recase: (form: string) => string): NetworkExample => {
    const recased = forms.map(recase);
    return {
      words: Int32Array.from(recased, numberOf),
      kind: sentenceKind(recased),
      tags: Int16Array.from(tags, (pair) => (pair === null ? -1 : (tagNumbers.get(pair) ?? -1))),
      heads: Int32Array.from(heads, (head) => head ?? -1),
      relations: Uint8Array.from(names, (name) => (name === null ? openRelation : (relationNumbers.get(name) ?? openRelation))),
    };
  };
  const examples = sentences.map((sentence) => exampleOf(sentence, (form) => form));
  sentences.forEach((sentence, index) => {
    if (index % recaseEvery === 7) examples.push(exampleOf(sentence, (form) => form.toUpperCase()));
    if (index % recaseEvery === 19) examples.push(exampleOf(sentence, (form) => form.toLowerCase()));
  });
  options.taught?.forEach((sentence, index) => {
    examples.push(taughtExample(sentence, (form) => form));
    if (index % headlineEvery === 3) examples.push(taughtExample(asHeadline(sentence), (form) => form));
    if (index % recaseEvery === 7) examples.push(taughtExample(sentence, (form) => form.toUpperCase()));
  });
  const shape = { tagCount: tagClasses.length, relationCount: relations.length };
  const modelOf = (members: readonly NetworkWeights[]): SyntaxModel => ({
    tagClasses,
    relations,
    network: {
      shape,
      members: members.map((weights) => ({ ...weights, affixes: keepRows(weights.affixes, usedAffixes) })),
      vocabulary,
      vectors,
      tagClasses,
      relations,
    },
  });
  const { check, members: memberCount, taught: _, ...rest } = options;
  const learnt: NetworkWeights[] = [];
  for (let member = 0; member < memberCount; member += 1) {
    learnt.push(
      trainNetwork(shape, examples, inputs, known.length + 1, {
        ...rest,
        seed: options.seed + member,
        borders,
        ...(check ? { check: (epoch: number, weights: NetworkWeights) => check(epoch, () => modelOf([...learnt, weights])) } : {}),
      }),
    );
  }
  return modelOf(learnt);
}

/** Splits sentences by document: every eighth document (the sixth of each eight) is held back to be measured on. */
export function holdBack(sentences: readonly TreebankSentence[]): { learn: TreebankSentence[]; heldBack: TreebankSentence[] } {
  const documents = [...new Set(sentences.map(({ document }) => document))];
  const held = new Set(documents.filter((_, index) => index % 8 === 5));
  return {
    learn: sentences.filter(({ document }) => !held.has(document)),
    heldBack: sentences.filter(({ document }) => held.has(document)),
  };
}

/** Centres the vectors, brings them to one length and rounds them to 8 bits. */
function prepareVectors({ words, values }: WordVectorList): { values: Int8Array; step: number } {
  const count = words.length;
  const centred = values.slice(0, count * vectorSize);
  for (let d = 0; d < vectorSize; d += 1) {
    let sum = 0;
    for (let row = 0; row < count; row += 1) sum += centred[row * vectorSize + d] as number;
    for (let row = 0; row < count; row += 1) centred[row * vectorSize + d] = (centred[row * vectorSize + d] as number) - sum / count;
  }
  for (let row = 0; row < count; row += 1) {
    let norm = 0;
    for (let d = 0; d < vectorSize; d += 1) norm += (centred[row * vectorSize + d] as number) ** 2;
    const scale = 4 / (Math.sqrt(norm) || 1);
    for (let d = 0; d < vectorSize; d += 1) centred[row * vectorSize + d] = (centred[row * vectorSize + d] as number) * scale;
  }
  const { bytes, step } = quantize8(centred, 4 / 3);
  return { values: bytes, step };
}

/** Rows that training never touched still hold their random start: they become zero, which says nothing. */
function keepRows(affixes: Float32Array, used: ReadonlySet<number>): Float32Array {
  const kept = new Float32Array(affixTables * affixRows * affixSize);
  for (const row of used) kept.set(affixes.subarray(row * affixSize, (row + 1) * affixSize), row * affixSize);
  return kept;
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function byFrequency(items: readonly string[], least: number): string[] {
  return [...countOf(items)]
    .filter(([, count]) => count >= least)
    .sort(byCount)
    .map(([item]) => item);
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}
