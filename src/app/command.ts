/** What a command of the command line is: its words for --help, its options, and what it does. */
import type { ParseArgsConfig } from "node:util";

/** Option names with their types, as parseArgs takes them. */
export type CommandOptions = NonNullable<ParseArgsConfig["options"]>;

/** Exit codes: 0 done; 1 done, but some inputs failed; 2 the request is wrong; 3 our fault. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Option values by long name, as `node:util` parseArgs returns them. */
export interface GivenOptions {
  readonly [name: string]: string | boolean | readonly (string | boolean)[] | undefined;
}

export interface CommandInput {
  readonly positionals: readonly string[];
  readonly options: GivenOptions;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help text, usage first. */
  readonly help: string;
  readonly options: CommandOptions;
  readonly run: (input: CommandInput) => Promise<ExitCode>;
}

/** A string option, or undefined when it was not given. */
export function textOption(options: GivenOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** True when a flag was given. */
export function flag(options: GivenOptions, name: string): boolean {
  return options[name] === true;
}
