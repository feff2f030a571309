/** The keys of the page in a dialog, and from there the tour. */
import { button, element } from "./elements.ts";

const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["/"], "find a name, or ask"],
  [["1", "2", "3", "4", "5"], "graph, table, timeline, map, matrix"],
  [["n", "p"], "next and previous sentence that proves what is shown"],
  [["+", "−", "0"], "closer, farther, all of it (drawing and map)"],
  [["←", "↑", "↓", "→"], "move the drawing or the map"],
  [["Ctrl", "Z"], "take back the last step, as the browser’s own Back does"],
  [["Esc"], "close what is open"],
  [["?"], "this help"],
];

/** Opens the help; `tour` shows around. */
export function showHelp(dialog: HTMLDialogElement, tour: () => void): void {
  const rows = keys.flatMap(([names, what]) => [
    element("dt", {}, ...names.map((name) => element("kbd", {}, name))),
    element("dd", {}, what),
  ]);
  const around = button(
    { class: "solid-button", id: "start-tour" },
    () => {
      dialog.close();
      tour();
    },
    "Show me around",
  );
  dialog.replaceChildren(
    button({ class: "icon-button close", "aria-label": "Close the help" }, () => dialog.close(), "×"),
    element("h2", { id: "help-title" }, "Keys"),
    element("dl", { class: "keys" }, ...rows),
    element("p", { class: "tour-buttons" }, around),
  );
  if (!dialog.open) dialog.showModal();
  around.focus();
}
