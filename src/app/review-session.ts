/** The review as a conversation: shows a question, takes a key, keeps the answer at once, and goes on. Knows no terminal. */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { PairVerdict } from "../domain/judgement.ts";
import type { ReviewPair } from "../graph/judgements/review-queue.ts";
import { fitScreen, renderPair } from "./review-screen.ts";

export interface ReviewTerminal {
  /**
   * Keys as they are pressed: a character, or "up", "down", "pageup", "pagedown", "home"; and "resize" when the window has changed. Its
   * end means the user has gone.
   */
  readonly keys: AsyncIterable<string>;
  /** Columns and lines, asked anew for each screen, since a window can change. */
  readonly size: () => { readonly width: number; readonly height: number };
  /** Shows these lines in place of the last ones. */
  readonly show: (lines: readonly string[]) => void;
}

export interface ReviewSession {
  readonly pairs: readonly ReviewPair[];
  readonly articles: ReadonlyMap<string, AnnotatedArticle>;
  /** Keeps an answer; the next question waits for it. A second answer to the same question takes the place of the first. */
  readonly keep: (pair: ReviewPair, verdict: PairVerdict) => Promise<void>;
}

export interface ReviewOutcome {
  readonly answered: Readonly<Record<PairVerdict, number>>;
  /** Questions that were not answered. */
  readonly left: number;
}

const verdictByKey: ReadonlyMap<string, PairVerdict> = new Map([
  ["x", "same"],
  ["n", "different"],
  ["u", "unsure"],
]);

/** Asks one question after the other until they or the keys end, or q (or Ctrl-C) is pressed. */
export async function runReview({ pairs, articles, keep }: ReviewSession, terminal: ReviewTerminal): Promise<ReviewOutcome> {
  const answers: PairVerdict[] = [];
  const keys = terminal.keys[Symbol.asyncIterator]();
  let at = 0;
  let context = 0;
  let scroll = 0;
  const turnTo = (next: number): void => {
    at = next;
    context = 0;
    scroll = 0;
  };
  for (;;) {
    const pair = pairs[at];
    if (!pair) break;
    const { width, height } = terminal.size();
    const lines = renderPair(pair, { articles, width, context, position: at + 1, total: pairs.length, answer: answers[at] ?? null });
    const screen = fitScreen(lines, height, scroll);
    ({ scroll } = screen);
    terminal.show(screen.lines);
    const pressed = await keys.next();
    if (pressed.done === true || pressed.value === "q" || pressed.value === "\u0003") break;
    const key = pressed.value.toLowerCase();
    const verdict = verdictByKey.get(key);
    if (verdict !== undefined) {
      await keep(pair, verdict);
      answers[at] = verdict;
      turnTo(at + 1);
    } else if (key === "l") context += 1;
    else if (key === "b" && at > 0) turnTo(at - 1);
    else if (key === "home") scroll = 0;
    else scroll += screen.page * (pages.get(key) ?? 0) + (steps.get(key) ?? 0);
  }
  await keys.return?.();
  const count = (verdict: PairVerdict): number => answers.filter((answer) => answer === verdict).length;
  return {
    answered: { same: count("same"), different: count("different"), unsure: count("unsure") },
    left: pairs.length - answers.length,
  };
}

const steps: ReadonlyMap<string, number> = new Map([
  ["up", -1],
  ["down", 1],
]);
const pages: ReadonlyMap<string, number> = new Map([
  ["pageup", -1],
  ["pagedown", 1],
  [" ", 1],
]);
