/** A field with suggestions, all of it by keyboard (the combobox pattern of the ARIA practices). */
import { element } from "./elements.ts";

export interface Suggestion {
  readonly content: readonly (Node | string | null)[];
  readonly choose: () => void;
}

export interface ComboboxElements {
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  /** Read out by screen readers. */
  readonly status: HTMLElement;
}

export interface ComboboxOptions {
  /** The suggestions for some words; `more` may be called with a longer list when it arrives. */
  readonly suggest: (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  /** What is offered while the field is empty. */
  readonly rest?: () => readonly Suggestion[];
  /** Suggestions that are known without waiting, shown until `suggest` answers. */
  readonly atOnce?: (text: string) => readonly Suggestion[];
  readonly none: (text: string) => string;
  readonly problem: (error: unknown) => string;
}

const pauseMs = 90;

/** Makes the field work. */
export function makeCombobox({ field, list, status }: ComboboxElements, options: ComboboxOptions): void {
  let suggestions: readonly Suggestion[] = [];
  let active = -1;
  /** The words that the suggestions answer; while somebody types on, they lag behind. */
  let answered: string | null = null;
  /** The words whose suggestions are on the screen. */
  let shown: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();
  let isPressed = false;
  let waiting: (() => void) | null = null;

  const close = (): void => {
    running.abort();
    clearTimeout(timer);
    waiting = null;
    shown = null;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index: number): void => {
    const chosen = suggestions[index];
    if (!chosen) return;
    close();
    chosen.choose();
  };
  const activate = (index: number): void => {
    active = index;
    for (const [position, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(position === active));
      if (position === active) option.scrollIntoView({ block: "nearest" });
    }
    const option = list.children[active];
    if (option && suggestions[active]) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };
  /** Changes the list; while an option is pressed it stands still, as a press and its release on two elements are no click. */
  const draw = (change: () => void): void => {
    if (isPressed) waiting = change;
    else change();
  };
  const press = (): void => {
    isPressed = true;
    const ended = new AbortController();
    const release = (): void => {
      ended.abort();
      isPressed = false;
      // The click follows the release; where it chooses, nothing waits any more.
      setTimeout(() => {
        waiting?.();
        waiting = null;
      });
    };
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, release, { signal: ended.signal, capture: true });
  };
  const show = (found: readonly Suggestion[], text: string, spoken: string, first = found.length > 0 ? 0 : -1): void => {
    suggestions = found;
    shown = text;
    const rows = found.map((suggestion, index) => optionOf(suggestion, `${list.id}-${index}`, () => choose(index)));
    list.replaceChildren(...(rows.length > 0 ? rows : [remark(options.none(text))]));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    status.textContent = spoken;
    activate(first);
  };
  const search = async (): Promise<void> => {
    running.abort();
    clearTimeout(timer);
    const text = field.value.trim();
    if (text === "") {
      const rest = options.rest?.() ?? [];
      if (rest.length === 0) return close();
      return draw(() => {
        answered = "";
        show(rest, "", `${rest.length} suggestions`, -1);
      });
    }
    running = new AbortController();
    const { signal } = running;
    const instant = options.atOnce?.(text) ?? [];
    // What stands there already keeps the choice that the arrows have made in it.
    if (instant.length > 0 && shown !== text) draw(() => show(instant, text, `${instant.length} found`));
    try {
      const found = await options.suggest(text, signal);
      if (signal.aborted) return;
      draw(() => {
        answered = text;
        const kept = instant.length > 0 && active < found.length ? active : undefined;
        show(found, text, found.length > 0 ? `${found.length} found` : options.none(text), kept);
      });
    } catch (error) {
      if (signal.aborted) return;
      draw(() => {
        suggestions = [];
        list.replaceChildren(remark(options.problem(error)));
        list.hidden = false;
        status.textContent = options.problem(error);
      });
    }
  };
  /** Chooses what is active, and where the list lags behind the words, the best answer to the words. */
  const chooseCurrent = async (): Promise<void> => {
    if (list.hidden || answered !== field.value.trim()) await search();
    if (!list.hidden && answered === field.value.trim()) choose(active);
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    const text = field.value.trim();
    const instant = text === "" ? [] : (options.atOnce?.(text) ?? []);
    if (instant.length > 0) draw(() => show(instant, text, `${instant.length} found`));
    timer = setTimeout(() => void search(), pauseMs);
  });
  field.addEventListener("focus", () => {
    if (field.value.trim() === "") void search();
  });
  field.addEventListener("blur", close);
  // The field must keep the focus: a blur would close the list before the click arrives.
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    press();
  });
  field.addEventListener("keydown", (event) => {
    const last = suggestions.length - 1;
    if (event.key === "Escape") {
      if (list.hidden && field.value === "") field.blur();
      if (list.hidden) field.value = "";
      close();
    } else if (event.key === "Enter") void chooseCurrent();
    else if (event.key === "ArrowDown" && list.hidden) void search();
    else if (event.key === "ArrowDown") activate(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") activate(active <= 0 ? last : active - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function optionOf({ content }: Suggestion, id: string, choose: () => void): HTMLElement {
  const option = element("div", { id, role: "option", class: "suggestion", "aria-selected": "false" }, ...content);
  option.addEventListener("click", choose);
  return option;
}

function remark(text: string): HTMLElement {
  return element("div", { class: "suggestion quiet-text" }, text);
}
