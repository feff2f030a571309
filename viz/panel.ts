/** The panel on the right: one subject at a time, with the way back, and a word while it loads or when it fails. */
import { ApiError } from "./api-client.ts";
import { button, element } from "./elements.ts";

export interface Panel {
  /** Shows what `load` brings; `key` tells subjects apart, so that opening the same one twice is no step. */
  open(key: string, load: () => Promise<readonly Node[]>): void;
  /** Back to the overview; forgets the way. */
  close(): void;
  isOpen(): boolean;
}

interface Step {
  readonly key: string;
  readonly load: () => Promise<readonly Node[]>;
}

/** A panel in `container`; `rest` is what it shows when nothing is open, `onShow` hears the key of what is shown (null: the overview). */
export function makePanel(container: HTMLElement, rest: () => readonly Node[], onShow: (key: string | null) => void): Panel {
  let steps: readonly Step[] = [];
  let turn = 0;

  const fill = (content: readonly Node[]): void => {
    const tools = [
      steps.length > 1 ? button({ class: "text-button" }, back, "← Back") : null,
      steps.length > 0 ? button({ class: "icon-button close", "aria-label": "Close the card", title: "Close (Esc)" }, close, "×") : null,
    ];
    container.replaceChildren(...(steps.length > 0 ? [element("div", { class: "panel-tools" }, ...tools)] : []), ...content);
    container.scrollTop = 0;
  };
  const show = async (): Promise<void> => {
    turn += 1;
    const thisTurn = turn;
    const step = steps.at(-1);
    container.classList.toggle("open", step !== undefined);
    onShow(step?.key ?? null);
    if (!step) return fill(rest());
    container.setAttribute("aria-busy", "true");
    const content = await step.load().catch((error: unknown) => failure(error, () => void show()));
    if (thisTurn !== turn) return;
    container.setAttribute("aria-busy", "false");
    fill(content);
    container.querySelector("h2")?.focus({ preventScroll: true });
  };
  const back = (): void => {
    steps = steps.slice(0, -1);
    void show();
  };
  const close = (): void => {
    steps = [];
    container.setAttribute("aria-busy", "false");
    void show();
  };
  void show();
  return {
    open(key, load) {
      if (steps.at(-1)?.key !== key) steps = [...steps, { key, load }];
      void show();
    },
    close,
    isOpen: () => steps.length > 0,
  };
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
