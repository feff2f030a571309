/** `whomet train`: corpora → the weights of a model. */
import { UserError } from "../../domain/errors.ts";
import type { Command, CommandOptions } from "../command.ts";
import { nearestWord } from "../nearest-word.ts";
import { antecedentsTrainer } from "../train-antecedents.ts";
import { namesTrainer } from "../train-names.ts";
import { syntaxTrainer } from "../train-syntax.ts";
import type { Trainer } from "../trainer.ts";

/** THE list of models. */
const trainers: readonly Trainer[] = [syntaxTrainer, namesTrainer, antecedentsTrainer];

const trainerByName = new Map(trainers.flatMap((trainer) => trainer.names.map((name) => [name, trainer] as const)));

function describe({ names, summary, help }: Trainer): string {
  return `  ${names.join(", ").padEnd(16)}${summary}\n${help}`;
}

export const train: Command = {
  name: "train",
  summary: "corpora → the weights of a model",
  help: `Usage: whomet train MODEL FILES… [options]

Learns a model from annotated corpora. The same files, options and program give the same
bytes. The corpora are not part of Whomet; the card beside each model in data/models
names them, with the command that made the shipped weights.

${trainers.map(describe).join("\n\n")}`,
  options: Object.assign({}, ...trainers.map(({ options }) => options)) as CommandOptions,
  run: async ({ positionals: [name, ...files], options }) => {
    const known = [...trainerByName.keys()];
    const trainer = trainerByName.get(name ?? "");
    if (name === undefined || trainer === undefined) {
      const near = name === undefined ? undefined : nearestWord(name, known);
      throw new UserError(
        "bad-arguments",
        name === undefined ? "train needs the name of a model" : `there is no model "${name}" to train`,
        near ? `Did you mean "${near}"?` : `Models: ${known.join(", ")}.`,
      );
    }
    const foreign = Object.keys(options).find((option) => options[option] !== undefined && trainer.options[option] === undefined);
    if (foreign)
      throw new UserError("bad-arguments", `--${foreign} is no option of ${name}`, "whomet train --help lists each model's options.");
    if (files.length === 0) {
      throw new UserError("bad-arguments", `train ${name} needs at least one file to learn from`, "whomet train --help says which.");
    }
    return trainer.run(files, options);
  },
};
