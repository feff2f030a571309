/** The search field: names at once from the page, titles and quotes from the server, and questions of the grammar. */
import { examples, parseQuestion } from "../src/app/question-grammar.ts";
import type { Span } from "../src/domain/span.ts";
import { type Answers, ApiError, type SearchHit } from "./api-client.ts";
import { type ComboboxElements, makeCombobox, type Suggestion } from "./combobox.ts";
import type { Entity } from "./dataset.ts";
import { element } from "./elements.ts";
import type { NameFinder } from "./find-names.ts";
import { typeMark } from "./marks.ts";
import { dayWords, joined, typeWords } from "./words.ts";

/** Where a find leads. */
export interface SearchLinks {
  readonly openEntity: (id: string) => void;
  readonly openArticle: (id: string, stretch: Span | null) => void;
  readonly ask: (text: string) => void;
}

const firstNames = 6;

/** Makes the field work: a name opens its card, a title or quote its article, a question its answer. */
export function setUpSearch(elements: ComboboxElements, answers: Answers, finder: NameFinder, links: SearchLinks): void {
  const nameOf = (entity: Entity): Suggestion => ({
    content: entityContent(entity.name, entity.type),
    choose: () => {
      elements.field.value = entity.name;
      links.openEntity(entity.id);
    },
  });
  const question = (text: string, words: string): Suggestion => ({
    content: [sign("?"), main(text), aside(words)],
    choose: () => {
      elements.field.value = text;
      links.ask(text);
    },
  });
  const questionFor = (text: string): readonly Suggestion[] => (parseQuestion(text) ? [question(text, "Ask")] : []);
  const atOnce = (text: string): readonly Suggestion[] => [...questionFor(text), ...finder.find(text, firstNames).map(nameOf)];

  makeCombobox(elements, {
    atOnce,
    rest: () => examples.map((example) => question(example, "Question")),
    suggest: async (text, signal) => {
      const known = atOnce(text);
      // What the server finds by name, the page has found already, unless the name is still on its way.
      const hits = (await answers.search(text, signal)).filter((hit) => known.length === 0 || hit.kind !== "entity");
      return [...known, ...hits.map((hit) => hitOf(hit, links, elements.field))];
    },
    none: (text) =>
      /^(?:who|what|when|where|did|how)\b/i.test(text) ? `Try a question like “${examples[0] ?? ""}”` : `Nothing here holds “${text}”.`,
    problem: (error) => (error instanceof ApiError ? error.message : "The search failed."),
  });
}

function hitOf(hit: SearchHit, links: SearchLinks, field: HTMLInputElement): Suggestion {
  switch (hit.kind) {
    case "entity": {
      const { name, type } = hit.entity;
      const choose = (): void => {
        field.value = name;
        links.openEntity(hit.id);
      };
      return { content: type === null ? [main(name)] : entityContent(name, type), choose };
    }
    case "article": {
      const facts = joined("Article", hit.outlet, hit.publishedAt && dayWords(hit.publishedAt));
      return { content: [sign("¶"), main(hit.title), aside(facts)], choose: () => links.openArticle(hit.id, null) };
    }
    case "quote":
      return {
        content: [sign("“"), main(hit.evidence.text), aside(joined("Quote", hit.speaker.name))],
        choose: () => links.openArticle(hit.evidence.article, hit.evidence),
      };
  }
}

/** A field that takes a name; the suggestions are names only. */
export function setUpNameField(elements: ComboboxElements, finder: NameFinder, onChoose: (entity: Entity) => void): void {
  const find = (text: string): readonly Suggestion[] =>
    finder.find(text, firstNames).map((entity) => ({
      content: entityContent(entity.name, entity.type),
      choose: () => {
        elements.field.value = entity.name;
        onChoose(entity);
      },
    }));
  makeCombobox(elements, {
    atOnce: find,
    suggest: (text) => Promise.resolve(find(text)),
    none: (text) => `Nobody here is called “${text}”.`,
    problem: String,
  });
}

function entityContent(name: string, type: Entity["type"]): Suggestion["content"] {
  return [typeMark(type), main(name), aside(typeWords[type].one)];
}

/** What kind of suggestion it is, for the eye; the words beside it say the same. */
function sign(character: string): HTMLElement {
  return element("span", { class: "suggestion-mark", "aria-hidden": "true" }, character);
}

function main(text: string): HTMLElement {
  return element("span", { class: "suggestion-name", dir: "auto" }, text);
}

function aside(text: string): HTMLElement {
  return element("span", { class: "suggestion-aside quiet-text", dir: "auto" }, text);
}
