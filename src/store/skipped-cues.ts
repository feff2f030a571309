/** Words for a meeting that gave none, with the reason, from the annotations that the store keeps. */

import type { Annotation } from "../domain/annotation.ts";
import type { SkippedRow } from "../domain/answer.ts";
import { compareText } from "../graph/fold-name.ts";
import type { GraphStore } from "./graph-store.ts";

/** Characters of context on either side. */
const reach = 100;

/** Every passed-over word for a meeting, by article and place in it. */
export async function skippedCues(store: Pick<GraphStore, "storedArticles">): Promise<readonly SkippedRow[]> {
  const rows: SkippedRow[] = [];
  for (const { annotation, text } of await store.storedArticles()) {
    const { id, outlet, title, file, publishedAt, skipped } = JSON.parse(annotation) as Partial<Annotation> & Pick<Annotation, "id">;
    for (const { reason, start, end, text: words, of } of skipped ?? []) {
      if (of !== "meeting") continue;
      rows.push({
        article: id,
        outlet: outlet ?? null,
        title: title ?? null,
        file: file ?? null,
        publishedAt: publishedAt ?? null,
        reason,
        start,
        end,
        text: words,
        context: contextOf(text, start, end),
      });
    }
  }
  return rows.sort((a, b) => compareText(a.article, b.article) || a.start - b.start || a.end - b.end);
}

/** The words around, up to the ends of the paragraph, whole words only. */
function contextOf(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(/\n\s*\n/u)
      .pop() ?? "";
  const after = text.slice(end, end + reach).split(/\n\s*\n/u)[0] ?? "";
  const left = start > reach && before.length === reach ? before.replace(/^\S*\s/u, "… ") : before;
  const right = end + reach < text.length && after.length === reach ? after.replace(/\s\S*$/u, " …") : after;
  return `${left}${text.slice(start, end)}${right}`.replace(/\s+/gu, " ").trim();
}
