/** The menu that hands on what the reader sees: its address, a picture, or a frame for another page. */
import { button, element } from "./elements.ts";
import type { GraphView } from "./graph-view.ts";
import type { Palette } from "./look.ts";
import { saveBlob, saveText } from "./save-file.ts";
import { sceneAsSvg } from "./svg-export.ts";

export interface ShareFacts {
  /** The whole address of what is shown. */
  readonly address: () => string;
  readonly view: GraphView | null;
  readonly palette: () => Palette;
}

/** Fills the menu. */
export function setUpShare(menu: HTMLDetailsElement, { address, view, palette }: ShareFacts): void {
  const said = element("p", { class: "share-said", role: "status" });
  const copy = (text: () => string, done: string) => async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = done;
    } catch {
      // Without leave to write to the clipboard the address is shown, ready to be copied by hand.
      const field = element("input", { class: "field", readonly: "", value: text(), "aria-label": "Address" });
      said.replaceChildren(field);
      field.select();
    }
  };
  const frame = (): string =>
    `<iframe src="${embedded(address()).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" width="800" height="600" title="Whomet"></iframe>`;
  const items = [
    button({ class: "menu-item", id: "copy-link" }, () => void copy(address, "The link is copied.")(), "Copy the link"),
    button(
      { class: "menu-item", id: "copy-embed" },
      () => void copy(frame, "The frame is copied.")(),
      "Copy a frame for a page on this machine",
    ),
    ...(view
      ? [
          button(
            { class: "menu-item", id: "save-png" },
            () => view.photograph().toBlob((blob) => blob && saveBlob("whomet.png", blob), "image/png"),
            "Save as PNG",
          ),
          button(
            { class: "menu-item", id: "save-svg" },
            () => saveText("whomet.svg", "image/svg+xml", sceneAsSvg(view.scene(), palette())),
            "Save as SVG",
          ),
        ]
      : []),
  ];
  menu.querySelector(".menu")?.replaceChildren(...items, said);
  menu.addEventListener("toggle", () => said.replaceChildren());
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
    event.stopPropagation();
  });
}

function embedded(address: string): string {
  const url = new URL(address);
  url.searchParams.set("embed", "1");
  return url.href;
}
