/** The panel on the right: one subject at a time, a word while it loads or when it fails, and the way back. */
import { ApiError } from "./api-client.ts";
import type { Card } from "./card.ts";
import { button, element } from "./elements.ts";

export interface Panel {
  /** Shows what `load` brings. Hears through the promise when it is there; null: something else was asked for meanwhile. */
  show(load: (() => Promise<Card>) | null): Promise<Card | null>;
}

export interface PanelLinks {
  /** Null where there is nothing to go back to. */
  readonly back: () => (() => void) | null;
  readonly close: () => void;
}

/** A panel in `container`; `rest` is what it shows when nothing is open. */
export function makePanel(container: HTMLElement, rest: () => Card, links: PanelLinks): Panel {
  let turn = 0;
  const fill = (content: readonly Node[], isOpen: boolean): void => {
    const back = links.back();
    const tools = [
      back ? button({ class: "text-button" }, back, "← Back") : element("span"),
      button({ class: "icon-button close", "aria-label": "Close the card", title: "Close (Esc)" }, links.close, "×"),
    ];
    container.replaceChildren(...(isOpen ? [element("div", { class: "panel-tools" }, ...tools)] : []), ...content);
    container.scrollTop = 0;
  };
  const show: Panel["show"] = async (load) => {
    turn += 1;
    const thisTurn = turn;
    const focused = document.activeElement;
    container.classList.toggle("open", load !== null);
    container.setAttribute("aria-busy", String(load !== null));
    const card =
      load === null
        ? rest()
        : await load().catch((error: unknown): Card => ({ content: failure(error, () => void show(load)), trail: [] }));
    if (thisTurn !== turn) return null;
    container.setAttribute("aria-busy", "false");
    fill(card.content, load !== null);
    // Whoever has gone to a field while the card was on its way writes there, and keeps it.
    const hasMoved = document.activeElement !== focused && document.activeElement instanceof HTMLInputElement;
    if (load !== null && !hasMoved) container.querySelector("h2")?.focus({ preventScroll: true });
    return card;
  };
  return { show };
}

/** What went wrong, what to do about it, and a button to try again. */
export function failure(error: unknown, retry: () => void): readonly Node[] {
  const known = error instanceof ApiError ? error : new ApiError("Something went wrong on this page.", String(error));
  return [
    element("h2", { tabindex: "-1" }, "That did not work"),
    element("p", {}, known.message),
    known.hint === "" ? element("span") : element("p", { class: "quiet-text" }, known.hint),
    button({ class: "solid-button" }, retry, "Try again"),
  ];
}
