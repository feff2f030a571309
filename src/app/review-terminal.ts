/** The terminal that `whomet review` asks in: single keys, a screen of its own, and everything as it was when it is left. */
import { emitKeypressEvents, type Key } from "node:readline";
import { harmless } from "./output.ts";
import type { ReviewTerminal } from "./review-session.ts";

/** What is needed of `process.stdin` and `process.stdout` where they are a terminal. */
interface KeyStream extends NodeJS.ReadableStream {
  readonly isRaw: boolean;
  setRawMode(raw: boolean): unknown;
}
interface ScreenStream {
  readonly columns: number;
  readonly rows: number;
  write(text: string): boolean;
  on(event: "resize", listener: () => void): unknown;
  off(event: "resize", listener: () => void): unknown;
}

const ownScreen = "\u001b[?1049h";
const formerScreen = "\u001b[?1049l";
const clearScreen = "\u001b[2J\u001b[H";

/**
 * Opens the terminal of this process. `close` gives it back as it was and may be called again; a program that is told to end gives it
 * back as well.
 */
export function openReviewTerminal(
  stdin: KeyStream = process.stdin,
  stdout: ScreenStream = process.stdout,
): ReviewTerminal & { readonly close: () => void } {
  const waiting: string[] = [];
  let isOpen = true;
  let wake: (() => void) | null = null;
  const push = (key: string): void => {
    waiting.push(key);
    wake?.();
  };
  const onKey = (text: string | undefined, key: Key): void => {
    const name = keyName(text, key);
    if (name !== null) push(name);
  };
  const onResize = (): void => push("resize");
  const onEnd = (): void => {
    isOpen = false;
    wake?.();
  };
  const close = (): void => {
    if (!stdin.isRaw) return;
    stdin.off("keypress", onKey).off("end", onEnd);
    stdout.off("resize", onResize);
    for (const signal of signals) process.off(signal, onSignal);
    stdin.setRawMode(false);
    stdin.pause();
    stdout.write(formerScreen);
    onEnd();
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    close();
    process.kill(process.pid, signal);
  };

  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.on("keypress", onKey).on("end", onEnd);
  stdin.resume();
  stdout.on("resize", onResize);
  for (const signal of signals) process.on(signal, onSignal);
  stdout.write(ownScreen);
  return {
    keys: (async function* () {
      while (isOpen || waiting.length > 0) {
        const key = waiting.shift();
        if (key !== undefined) yield key;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    })(),
    size: () => ({ width: stdout.columns || 80, height: stdout.rows || 24 }),
    show: (lines) => {
      stdout.write(`${clearScreen}${lines.map(harmless).join("\n")}\n`);
    },
    close,
  };
}

const signals = ["SIGTERM", "SIGHUP"] as const;
const named = new Set(["up", "down", "pageup", "pagedown", "home"]);

/** What a key press means to the review; null for combinations such as Alt-x, which no one means as an answer. */
export function keyName(text: string | undefined, { name, ctrl, meta, sequence }: Key): string | null {
  if (ctrl === true) return name === "c" ? "\u0003" : null;
  if (meta === true) return null;
  if (name !== undefined && named.has(name)) return name;
  return text !== undefined && text === sequence && [...text].length === 1 ? text : null;
}
