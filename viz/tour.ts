/** Three steps that show a new reader around: the graph, a sentence behind a line, a question. */
import { button, element } from "./elements.ts";

interface Step {
  readonly title: string;
  readonly text: string;
  /** What the step is about. */
  readonly target: string;
}

const steps: readonly Step[] = [
  {
    title: "Who met whom",
    text: "A line joins two who met. Solid: it was held. Dashed: it is planned. Dotted: it was cancelled, refused or denied. Thicker lines rest on more independent sources.",
    target: "#graph",
  },
  {
    title: "The sentence behind it",
    text: "Choose a name or a line: the card lists the meetings and the sentences that report them. Each sentence opens its article with the exact words marked.",
    target: "#panel",
  },
  {
    title: "Ask",
    text: "Press / and type a name, or a question such as “who met Adam Boehler in Doha?”. The legend on the left filters; the strip below chooses a period.",
    target: "#search",
  },
];

const storageKey = "whomet-tour";

/** Starts the tour; `dialog` is what it is shown in. */
export function startTour(dialog: HTMLDialogElement): void {
  let index = 0;
  const mark = (target: string | null): void => {
    for (const marked of document.querySelectorAll(".toured")) marked.classList.remove("toured");
    if (target !== null) document.querySelector(target)?.classList.add("toured");
  };
  const show = (): void => {
    const step = steps[index];
    if (!step) {
      dialog.close();
      return;
    }
    mark(step.target);
    const isLast = index === steps.length - 1;
    const next = button(
      { class: "solid-button" },
      () => {
        index += 1;
        show();
      },
      isLast ? "Done" : "Next",
    );
    dialog.replaceChildren(
      element("p", { class: "kicker" }, `${index + 1} of ${steps.length}`),
      element("h2", { id: "tour-title" }, step.title),
      element("p", {}, step.text),
      element("div", { class: "tour-buttons" }, isLast ? null : button({ class: "text-button" }, () => dialog.close(), "Skip"), next),
    );
    next.focus();
  };
  dialog.onclose = () => {
    mark(null);
    remember();
  };
  if (!dialog.open) dialog.showModal();
  show();
}

/** Offers the tour in a corner: a quiet offer, not a dialog in the way. */
export function offerTour(offer: HTMLElement, start: () => void): void {
  offer.replaceChildren(button({ class: "chip" }, start, "New here? A tour in three steps"));
  offer.hidden = false;
}

/** True until the tour was seen in this browser. */
export function isFirstVisit(): boolean {
  try {
    return localStorage.getItem(storageKey) === null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(storageKey, "seen");
  } catch {
    // A browser that keeps nothing shows the tour again: no harm.
  }
}
