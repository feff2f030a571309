/** Writing to standard output and standard error: results there, everything else here. */
import { once } from "node:events";

/** Writes a line to standard output and waits while the reader is behind, so that memory stays bounded. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}

/** A message for people, on standard error. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
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
      process.stderr.write(`\r\u001b[2K${message}`);
    },
    clear: () => {
      process.stderr.write("\r\u001b[2K");
    },
  };
}
