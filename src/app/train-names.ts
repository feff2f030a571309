/** `whomet train names`: CoNLL-style files → the name tagger's model. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readNameModel } from "../annotate/names/model-file.ts";
import { UserError } from "../domain/errors.ts";
import { type NameRecipe, readNameRecipe } from "../train/name-recipe.ts";
import { knowledgeFromOutside } from "../train/outside-names.ts";
import { makeNameModel, type ReadCorpus, readCorpora, readCorpus, type WordKnowledge } from "../train/train-names.ts";
import { textOption } from "./command.ts";
import { print, say } from "./output.ts";
import { replaceFile } from "./save-files.ts";
import type { Trainer } from "./trainer.ts";

const shipped = (file: string): string => fileURLToPath(new URL(`../../data/models/${file}`, import.meta.url));

export const namesTrainer: Trainer = {
  names: ["names"],
  summary: "the name tagger, from CoNLL-style files (.gz or not), or from a recipe (.json)",
  help: `    --out FILE             where it goes (default data/models/names.bin)
    --data DIR             where a recipe's files lie (default: beside the recipe)
    --words MODEL          an earlier model whose word lists and vectors are used
                           (default: those of the model that comes with Whomet)
    --outside DIR          make word lists and vectors anew, from packages installed
                           there (data/models/names.md names them)
                           Of given files every tenth article is measured on and not
                           learnt; a recipe says for itself, and how to learn.`,
  options: {
    out: { type: "string" },
    data: { type: "string" },
    words: { type: "string" },
    outside: { type: "string" },
  },
  run: async (files, options) => {
    const started = performance.now();
    const log = (line: string): void => say(`${((performance.now() - started) / 1000).toFixed(0)} s ${line}`);
    const { recipe, corpora } = readInputs(files, textOption(options, "data"));
    const knowledge = await readKnowledge(textOption(options, "words"), textOption(options, "outside"), corpora);
    log(`${knowledge.lexicon.columns.words.length} words and ${knowledge.lexicon.columns.phrases.length} phrases in lists`);
    const { bytes, scores } = makeNameModel(corpora, knowledge, recipe, log);
    const out = textOption(options, "out") ?? join("data", "models", "names.bin");
    await replaceFile(out, bytes);
    say(`wrote ${out} (${bytes.length} bytes)`);
    for (const line of scores) await print(line);
    return 0;
  },
};

/** What to learn from, and how. All files are read before anything is learnt. */
function readInputs(files: readonly string[], data: string | undefined): { recipe: NameRecipe; corpora: ReadCorpus[] } {
  const [first, ...more] = files;
  if (first?.endsWith(".json")) {
    if (more.length > 0) throw new UserError("bad-arguments", "a recipe stands alone: it names the files itself");
    const recipe = readNameRecipe(first);
    return { recipe, corpora: readCorpora(recipe, data ?? dirname(first)) };
  }
  if (data !== undefined) throw new UserError("bad-arguments", "--data goes with a recipe", "Give files by their whole paths.");
  return { recipe: readNameRecipe(shipped("names.recipe.json")), corpora: files.map(readCorpus) };
}

async function readKnowledge(
  words: string | undefined,
  outside: string | undefined,
  corpora: readonly ReadCorpus[],
): Promise<WordKnowledge> {
  if (outside !== undefined) {
    if (words !== undefined) throw new UserError("bad-arguments", "--words and --outside say two things about where word lists come from");
    return knowledgeFromOutside(outside, corpora);
  }
  const { lexicon, network } = readNameModel(words ?? shipped("names.bin"));
  return { lexicon, vectors: network === null ? null : { vectorKeys: network.vectorKeys, nibbles: network.nibbles } };
}
