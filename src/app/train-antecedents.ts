/** `whomet train antecedents`: treebanks with coreference → the weights that choose what he, she, it and they stand for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { formatAntecedentModel } from "../annotate/coreference/antecedent-model.ts";
import { UserError } from "../domain/errors.ts";
import { type GoldDocument, readCoreferenceGold } from "../evaluate/coreference-gold.ts";
import { trainAntecedents } from "../train/train-antecedents.ts";
import { textOption } from "./command.ts";
import { print, say } from "./output.ts";
import { replaceFile } from "./save-files.ts";
import type { Trainer } from "./trainer.ts";

/** Chosen on five parts of GUM, each measured with what was learnt on the other four. */
const settings = { rounds: 150, penalty: 2 };

export const antecedentsTrainer: Trainer = {
  names: ["antecedents"],
  summary: "what he, she, it and they stand for, from CoNLL-U files with Entity= brackets",
  help: `    --out FILE             where it goes (default data/models/antecedents.json)
                           Names and trees are found as Whomet finds them, so train those
                           models first. Every third document is left for the scoreboard.`,
  options: { out: { type: "string" } },
  run: async (files, options) => {
    const golds = files.flatMap(readGold);
    const { model, documents, pronouns, scores } = trainAntecedents(golds, settings, say);
    if (pronouns === 0) throw new UserError("bad-record", "the files hold no pronoun to learn from", "At least two documents are needed.");
    const out = textOption(options, "out") ?? join("data", "models", "antecedents.json");
    await replaceFile(out, formatAntecedentModel(model));
    say(`wrote ${out}, from ${pronouns} pronouns of ${documents} documents`);
    for (const line of scores) await print(line);
    return 0;
  },
};

function readGold(path: string): GoldDocument[] {
  let content: string;
  try {
    const bytes = readFileSync(path);
    content = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (cause) {
    throw new UserError("unreadable", `cannot read ${path}`, "Give CoNLL-U files with Entity= in their last column, as GUM's are.", {
      cause,
    });
  }
  const golds = readCoreferenceGold(content, path, { speakers: "left out" });
  if (!golds.some(({ mentions }) => mentions.length > 0))
    throw new UserError("bad-record", `${path} marks no entities`, "Give CoNLL-U files with Entity= in their last column, as GUM's are.");
  return golds;
}
