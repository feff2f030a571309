/** Writing to standard output and standard error: results there, everything else here. */
import { once } from "node:events";

/** Writes a line for programs to standard output, as it is, and waits while the reader is behind, so that memory stays bounded. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}

/** Control characters would let the text of an article or the name of a file steer the terminal; they are shown as U+FFFD. */
export function harmless(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/** Writes text for people to standard output. */
export function print(text: string): Promise<void> {
  return writeLine(harmless(text));
}

/** A message for people, on standard error. */
export function say(message: string): void {
  process.stderr.write(`${harmless(message)}\n`);
}

/** A line that overwrites itself on a terminal, and nothing where standard error is a file or a pipe. */
export interface Progress {
  update(message: string): void;
  clear(): void;
}

export function startProgress(): Progress {
  if (!process.stderr.isTTY) return { update: () => {}, clear: () => {} };
  let last = 0;
  return {
    update: (message) => {
      const now = Date.now();
      if (now - last < 100) return;
      last = now;
      process.stderr.write(`\r\u001b[2K${harmless(message)}`);
    },
    clear: () => {
      process.stderr.write("\r\u001b[2K");
    },
  };
}
