/** The article itself, in a dialog: the exact stretch highlighted and in view, the other names marked by type. Text only, never markup. */
import type { Span } from "../src/domain/span.ts";
import type { Article } from "./api-client.ts";
import { citationOf, webAddress } from "./citation.ts";
import { copyText } from "./copy-text.ts";
import { button, element } from "./elements.ts";
import { pieces } from "./highlight.ts";
import { typeMark } from "./marks.ts";
import { count, dayWords, entityTypes, joined, typeWords } from "./words.ts";

/** The way through the evidence of the card that the article was opened from. */
export interface Leafing {
  /** Which piece of evidence this is, from 0; -1 when it is none of them. */
  readonly index: number;
  readonly total: number;
  readonly go: (index: number) => void;
}

export interface ReaderEvents {
  readonly onClose: () => void;
  readonly openEntity: (id: string) => void;
}

/** Shows the article with the stretch in view; without one it starts at the top. */
export function showArticle(
  dialog: HTMLDialogElement,
  article: Article,
  stretch: Span | null,
  leafing: Leafing,
  events: ReaderEvents,
): void {
  const { title, outlet, publishedAt, text, mentions } = article;
  const body = element("div", { class: "article-text", tabindex: "0", role: "document", "aria-label": "Text of the article", dir: "auto" });
  const evidence = element("mark", { class: "evidence" });
  for (const piece of pieces(text, stretch, mentions)) {
    const mark = piece.mark;
    const node = mark
      ? element(
          "span",
          { class: `mention type-${mark.type.toLowerCase()}`, title: typeWords[mark.type].one, "data-entity": mark.entity },
          piece.text,
        )
      : document.createTextNode(piece.text);
    if (!piece.isEvidence) body.append(node);
    else {
      if (evidence.parentNode === null) body.append(evidence);
      evidence.append(node);
    }
  }
  // A mention is one of many; whoever uses the keyboard reaches the same cards through search and panel.
  body.addEventListener("click", ({ target }) => {
    const id = target instanceof HTMLElement ? target.closest<HTMLElement>(".mention")?.dataset.entity : undefined;
    if (id !== undefined) events.openEntity(id);
  });
  fill(
    dialog,
    events,
    element("p", { class: "kicker" }, joined(outlet, publishedAt && dayWords(publishedAt)) || "Article", originalLink(article)),
    element("h2", { id: "article-title", dir: "auto" }, title ?? "Untitled article"),
    element("div", { class: "article-tools" }, legendOf(article), citeTool(article, stretch), leafButtons(leafing)),
    body,
  );
  body.focus({ preventScroll: true });
  if (evidence.parentNode !== null) evidence.scrollIntoView({ block: "center" });
  dialog.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n" || event.key === "ArrowRight") leaf(leafing, 1);
    else if (event.key === "p" || event.key === "ArrowLeft") leaf(leafing, -1);
    else return;
    event.preventDefault();
  };
}

/** Shows that the article is on its way, or why it did not come. */
export function showArticleNote(dialog: HTMLDialogElement, heading: string, note: string, events: ReaderEvents): void {
  fill(dialog, events, element("h2", { id: "article-title" }, heading), element("p", { class: "quiet-text" }, note));
}

/** The article where it was printed; null where no address is known that a link may lead to. */
function originalLink({ url }: Article): HTMLElement | null {
  const address = webAddress(url);
  return address && element("a", { class: "link", href: address.href, target: "_blank", rel: "noopener noreferrer" }, `${address.host} ↗`);
}

function citeTool(article: Article, stretch: Span | null): HTMLElement | null {
  if (stretch === null) return null;
  const said = element("span", { class: "quiet-text", role: "status" });
  const copy = (): void => void copyText(citationOf(article.text.slice(stretch.start, stretch.end), article), "Copied", said);
  return element("span", { class: "cite-marked" }, button({ class: "text-button" }, copy, "Copy with its source"), said);
}

function legendOf({ mentions }: Article): HTMLElement {
  const present = entityTypes.filter((type) => mentions.some((mention) => mention.type === type));
  return element(
    "p",
    { class: "article-legend" },
    ...present.map((type) => element("span", {}, typeMark(type), typeWords[type].many)),
    mentions.length === 0 ? null : element("span", { class: "quiet-text" }, count(mentions.length, "mention")),
  );
}

function leafButtons(leafing: Leafing): HTMLElement | null {
  if (leafing.total < 2 && leafing.index >= 0) return null;
  if (leafing.total === 0) return null;
  const place =
    leafing.index < 0 ? count(leafing.total, "piece of evidence", "pieces of evidence") : `${leafing.index + 1} of ${leafing.total}`;
  return element(
    "div",
    { class: "leaf" },
    button({ class: "icon-button", "aria-label": "Previous evidence", title: "Previous evidence (p)" }, () => leaf(leafing, -1), "‹"),
    element("span", { class: "quiet-text", role: "status" }, place),
    button({ class: "icon-button", "aria-label": "Next evidence", title: "Next evidence (n)" }, () => leaf(leafing, 1), "›"),
  );
}

function leaf({ index, total, go }: Leafing, step: 1 | -1): void {
  if (total > 0) go(index < 0 ? 0 : (index + step + total) % total);
}

function fill(dialog: HTMLDialogElement, events: ReaderEvents, ...content: readonly (Node | null)[]): void {
  dialog.onkeydown = null;
  dialog.onclose = events.onClose;
  dialog.replaceChildren(
    button({ class: "icon-button close", "aria-label": "Close the article" }, () => dialog.close(), "×"),
    ...content.filter((node) => node !== null),
  );
  if (!dialog.open) dialog.showModal();
}
