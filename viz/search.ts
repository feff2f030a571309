/** The search field: suggestions while typing, all of it by keyboard (the combobox pattern of the ARIA practices). */
import type { Span } from "../src/domain/span.ts";
import { ApiError, api, type SearchHit } from "./api-client.ts";
import { type Child, element } from "./elements.ts";
import { typeMark } from "./marks.ts";
import { dayWords, joined, typeWords } from "./words.ts";

export interface SearchElements {
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  /** Read out by screen readers. */
  readonly status: HTMLElement;
}

/** Where a find leads. */
export interface SearchLinks {
  readonly openEntity: (id: string) => void;
  readonly openArticle: (id: string, stretch: Span | null) => void;
}

const pauseMs = 120;

/** Makes the field work: a name that is chosen opens its card, a title or quote its article. */
export function setUpSearch({ field, list, status }: SearchElements, links: SearchLinks): void {
  let suggestions: readonly SearchHit[] = [];
  let active = -1;
  /** The words that the suggestions answer; while somebody types on, they lag behind. */
  let answered = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();

  const close = (): void => {
    running.abort();
    clearTimeout(timer);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index: number): void => {
    const hit = suggestions[index];
    if (!hit) return;
    if (hit.kind === "entity") field.value = hit.entity.name;
    close();
    if (hit.kind === "entity") links.openEntity(hit.id);
    else if (hit.kind === "article") links.openArticle(hit.id, null);
    else links.openArticle(hit.evidence.article, hit.evidence);
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
  /** Chooses what is active, and where the list lags behind the words, the best answer to the words. */
  const chooseCurrent = async (): Promise<void> => {
    if (list.hidden || answered !== field.value.trim()) await search();
    if (!list.hidden && answered === field.value.trim()) choose(active);
  };
  const show = (options: readonly HTMLElement[], spoken: string): void => {
    list.replaceChildren(...options);
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    status.textContent = spoken;
  };
  const search = async (): Promise<void> => {
    running.abort();
    const text = field.value.trim();
    clearTimeout(timer);
    if (text === "") return close();
    running = new AbortController();
    const { signal } = running;
    try {
      const found = await api.search(text, signal);
      if (signal.aborted) return;
      suggestions = found;
      answered = text;
      const options = suggestions.map((suggestion, index) => optionOf(suggestion, index, choose));
      if (options.length > 0) show(options, `${options.length} found`);
      else show([remark(`Nothing here holds “${text}”.`)], `Nothing holds ${text}`);
      activate(suggestions.length > 0 ? 0 : -1);
    } catch (error) {
      if (signal.aborted) return;
      suggestions = [];
      show([remark(error instanceof ApiError ? error.message : "The search failed.")], "The search failed");
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), pauseMs);
  });
  field.addEventListener("blur", close);
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

function optionOf(hit: SearchHit, index: number, choose: (index: number) => void): HTMLElement {
  const option = element("div", { id: `suggestion-${index}`, role: "option", class: "suggestion" }, ...contentOf(hit));
  // The field must keep the focus: a blur would close the list before the click arrives.
  option.addEventListener("pointerdown", (event) => event.preventDefault());
  option.addEventListener("click", () => choose(index));
  return option;
}

function contentOf(hit: SearchHit): readonly Child[] {
  const main = (text: string): HTMLElement => element("span", { class: "suggestion-name", dir: "auto" }, text);
  const aside = (text: string): HTMLElement => element("span", { class: "suggestion-aside quiet-text", dir: "auto" }, text);
  switch (hit.kind) {
    case "entity": {
      const { name, type } = hit.entity;
      return [type === null ? null : typeMark(type), main(name), aside(type === null ? "" : typeWords[type].one)];
    }
    case "article":
      return [main(hit.title), aside(joined("Article", hit.outlet, hit.publishedAt && dayWords(hit.publishedAt)))];
    case "quote":
      return [main(hit.evidence.text), aside(joined("Quote", hit.speaker.name))];
  }
}

function remark(text: string): HTMLElement {
  return element("div", { class: "suggestion quiet-text" }, text);
}
