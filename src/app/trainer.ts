/** What `whomet train` can learn: each model says what it needs and how it is learnt. */
import type { CommandOptions, ExitCode, GivenOptions } from "./command.ts";

export interface Trainer {
  /** The names by which `whomet train NAME` asks for it. */
  readonly names: readonly string[];
  /** One line for the list of models. */
  readonly summary: string;
  /** Its options as the help text lists them. */
  readonly help: string;
  readonly options: CommandOptions;
  /** Learns from the files and writes the model. Results go to standard output, progress to standard error. */
  readonly run: (files: readonly string[], options: GivenOptions) => Promise<ExitCode>;
}
