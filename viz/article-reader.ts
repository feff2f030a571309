/** The article itself, in a dialog: the exact stretch highlighted and in view, the other names marked by type. Text only, never markup. */
import type { Span } from "../src/domain/span.ts";
import type { Article } from "./api-client.ts";
import { button, element } from "./elements.ts";
import { pieces } from "./highlight.ts";
import { dayWords, joined } from "./words.ts";

/** Shows the article with the stretch in view; without one it starts at the top. */
export function showArticle(dialog: HTMLDialogElement, article: Article, stretch: Span | null): void {
  const { title, outlet, publishedAt, text, mentions } = article;
  const body = element("div", { class: "article-text", tabindex: "0", role: "document", "aria-label": "Text of the article", dir: "auto" });
  const evidence = element("mark", { class: "evidence" });
  for (const piece of pieces(text, stretch, mentions)) {
    const type = piece.mark?.type;
    const node = type ? element("span", { class: `mention type-${type.toLowerCase()}` }, piece.text) : document.createTextNode(piece.text);
    if (!piece.isEvidence) body.append(node);
    else {
      if (!evidence.isConnected && evidence.parentNode === null) body.append(evidence);
      evidence.append(node);
    }
  }
  fill(
    dialog,
    element("p", { class: "kicker" }, joined(outlet, publishedAt && dayWords(publishedAt)) || "Article"),
    element("h2", { id: "article-title", dir: "auto" }, title ?? "Untitled article"),
    body,
  );
  body.focus({ preventScroll: true });
  if (evidence.parentNode !== null) evidence.scrollIntoView({ block: "center" });
}

/** Shows that the article is on its way, or why it did not come. */
export function showArticleNote(dialog: HTMLDialogElement, heading: string, note: string): void {
  fill(dialog, element("h2", { id: "article-title" }, heading), element("p", { class: "quiet-text" }, note));
}

function fill(dialog: HTMLDialogElement, ...content: readonly Node[]): void {
  dialog.replaceChildren(
    button({ class: "icon-button close", "aria-label": "Close the article" }, () => dialog.close(), "×"),
    ...content,
  );
  if (!dialog.open) dialog.showModal();
}
