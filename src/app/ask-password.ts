/** A password from the keyboard: asked for on standard error, and never shown, logged or kept in a history. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UserError } from "../domain/errors.ts";

export interface PasswordTerminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** The terminal that this program runs in, or null where there is none to ask at. */
export function passwordTerminal(): PasswordTerminal | null {
  return process.stdin.isTTY && process.stderr.isTTY ? { input: process.stdin, output: process.stderr } : null;
}

/** What is typed up to Enter; undefined for nothing. Throws UserError `bad-arguments` when the question is broken off (Ctrl+C, Ctrl+D). */
export async function askPassword(question: string, { input, output }: PasswordTerminal): Promise<string | undefined> {
  // The line editor shows what is typed by writing it; here it writes into nothing.
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  const editor = createInterface({ input, output: nothing, terminal: true, historySize: 0 });
  const broken = new AbortController();
  editor.once("SIGINT", () => broken.abort());
  editor.once("close", () => broken.abort());
  output.write(question);
  try {
    return (await editor.question("", { signal: broken.signal })) || undefined;
  } catch (cause) {
    if (!broken.signal.aborted) throw cause;
    throw new UserError("bad-arguments", "no password was given", "It can also stand in WHOMET_NEO4J_PASSWORD.", { cause });
  } finally {
    editor.close();
    output.write("\n");
  }
}
