/** Errors → text and exit code, in one place. */
import { UserError } from "../domain/errors.ts";
import type { ExitCode } from "./command.ts";

/** What happened and what to do about it, for people. */
export function describeError(error: unknown): string {
  if (error instanceof UserError) return error.hint === "" ? error.message : `${error.message}\n  ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}

/** The same for an input that failed, with its file and line: "news/a.jsonl:7: this line is not JSON". */
export function describeFailure({ source, error }: { readonly source: string; readonly error: UserError }): string {
  return `${source}: ${describeError(error)}`;
}

/** 2 for what the user can mend, 3 for our own faults. */
export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof UserError ? 2 : 3;
}

/** The whole report for standard error; a stack only on request. */
export function reportOf(error: unknown, debug: boolean): string {
  const message = `whomet: ${describeError(error)}`;
  if (error instanceof UserError) return debug && error.stack ? `${message}\n${error.stack}` : message;
  const stack = debug && error instanceof Error && error.stack ? `\n${error.stack}` : "";
  return `${message}\n  This is a fault of Whomet. Run again with --debug and report what it prints.${stack}`;
}
