/** The menu that hands on what the reader sees: its address, a picture, or a frame for another page. */
import { copyText } from "./copy-text.ts";
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
  const frame = (): string =>
    `<iframe src="${embedded(address()).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" width="800" height="600" title="Whomet"></iframe>`;
  const items = [
    button({ class: "menu-item", id: "copy-link" }, () => void copyText(address(), "The link is copied.", said), "Copy the link"),
    button(
      { class: "menu-item", id: "copy-embed" },
      () => void copyText(frame(), "The frame is copied.", said),
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
