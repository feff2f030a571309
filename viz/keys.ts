/** The keys of the page: `/` asks, 1 to 5 change the view, n and p leaf through the evidence, ? tells the keys, Escape closes, Ctrl+Z undoes. */
import { byId } from "./elements.ts";
import { type ViewName, views } from "./state.ts";

export interface KeyActions {
  readonly undo: () => void;
  readonly close: () => void;
  readonly help: () => void;
  /** Opens the first or last piece of evidence; false where there is none. */
  readonly leaf: (to: "next" | "previous") => boolean;
  readonly show: (view: ViewName) => void;
}

/** Listens on the whole page, but not while somebody types or a dialog is open: dialogs have keys of their own. */
export function setUpKeys({ undo, close, help, leaf, show }: KeyActions): void {
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    const isTyping = target instanceof HTMLInputElement && target.type !== "range" && target.type !== "checkbox";
    if (document.querySelector("dialog[open]") || isTyping || target instanceof HTMLSelectElement) return;
    if ((event.ctrlKey || event.metaKey) && key === "z") undo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key === "/") {
      const field = byId("search", HTMLInputElement);
      field.focus();
      field.select();
    } else if (key === "Escape") close();
    else if (key === "?") help();
    else if (key === "n" || key === "p") {
      if (!leaf(key === "n" ? "next" : "previous")) return;
    } else {
      const chosen = views[Number(key) - 1];
      if (chosen === undefined) return;
      show(chosen);
    }
    event.preventDefault();
  });
}
