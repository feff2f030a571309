/** The article that the state says is open: fetched, shown, leafed through, and closed again. */
import { type Answers, ApiError } from "./api-client.ts";
import { showArticle, showArticleNote } from "./article-reader.ts";
import type { Reading } from "./state.ts";

export interface ReadingFacts {
  readonly answers: Pick<Answers, "article">;
  /** What is open by now. */
  readonly current: () => Reading | null;
  /** The evidence of the card beside it, in order. */
  readonly trail: () => readonly Reading[];
  /** Opens another stretch in place of this one; null closes. */
  readonly open: (reading: Reading | null) => void;
  readonly openEntity: (id: string) => void;
}

/** A function that brings `dialog` in step with what is open. */
export function makeReader(dialog: HTMLDialogElement, { answers, current, trail, open, openEntity }: ReadingFacts): () => Promise<void> {
  const events = {
    onClose: () => {
      if (current() !== null) open(null);
    },
    openEntity,
  };
  return async () => {
    const reading = current();
    if (reading === null) {
      if (dialog.open) dialog.close();
      return;
    }
    if (!dialog.open) showArticleNote(dialog, "One moment", "Reading the article…", events);
    try {
      const article = await answers.article(reading.article);
      if (current() !== reading) return;
      const readings = trail();
      const index = readings.findIndex(
        ({ article: id, start, end }) => id === reading.article && start === reading.start && end === reading.end,
      );
      const leaf = (to: number): void => {
        const next = readings[to];
        if (next) open(next);
      };
      showArticle(dialog, article, reading.end > reading.start ? reading : null, { index, total: readings.length, go: leaf }, events);
    } catch (error) {
      if (current() !== reading) return;
      const { message, hint } = error instanceof ApiError ? error : { message: String(error), hint: "" };
      showArticleNote(dialog, "The article cannot be shown", `${message} ${hint}`, events);
    }
  };
}
