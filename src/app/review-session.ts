/** The review as a conversation: shows a question, takes a key, keeps the answer at once, and goes on. Knows no terminal. */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { PairVerdict } from "../domain/judgement.ts";
import type { ReviewPair } from "../graph/judgements/review-queue.ts";
import { renderPair } from "./review-screen.ts";

export interface ReviewTerminal {
  /** Keys as they are pressed; its end means the user has gone. */
  readonly keys: AsyncIterable<string>;
  /** Columns, asked anew for each question, since a window can change. */
  readonly width: () => number;
  /** Shows these lines in place of the last ones. */
  readonly show: (lines: readonly string[]) => void;
}

export interface ReviewSession {
  readonly pairs: readonly ReviewPair[];
  readonly articles: ReadonlyMap<string, AnnotatedArticle>;
  /** Keeps an answer; the next question waits for it. */
  readonly keep: (pair: ReviewPair, verdict: PairVerdict) => Promise<void>;
}

export interface ReviewOutcome {
  readonly answered: Readonly<Record<PairVerdict, number>>;
  /** Questions that were not answered. */
  readonly left: number;
}

const verdictByKey: Readonly<Record<string, PairVerdict>> = { x: "same", n: "different", u: "unsure" };

/** Asks one question after the other until they or the keys end, or q (or Ctrl-C) is pressed. */
export async function runReview({ pairs, articles, keep }: ReviewSession, terminal: ReviewTerminal): Promise<ReviewOutcome> {
  const answered = { same: 0, different: 0, unsure: 0 };
  const keys = terminal.keys[Symbol.asyncIterator]();
  let done = 0;
  let context = 0;
  while (done < pairs.length) {
    const pair = pairs[done];
    if (!pair) break;
    const options = { articles, width: terminal.width(), context, position: done + 1, total: pairs.length };
    terminal.show(renderPair(pair, options));
    const pressed = await keys.next();
    if (pressed.done === true || pressed.value === "q" || pressed.value === "\u0003") break;
    const key = pressed.value.toLowerCase();
    if (key === "l") {
      context += 1;
      continue;
    }
    const verdict = verdictByKey[key];
    if (verdict === undefined) continue;
    await keep(pair, verdict);
    answered[verdict] += 1;
    done += 1;
    context = 0;
  }
  await keys.return?.();
  return { answered, left: pairs.length - done };
}
