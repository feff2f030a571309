/** Corrections, where the server allows them: people merged and parted, meetings marked wrong or otherwise; each can be undone. */
import type { Decided, OpenPair } from "../src/app/api-edit.ts";
import type { AnswerEntity } from "../src/domain/answer.ts";
import type { Modality } from "../src/domain/meeting.ts";
import { ApiError, type EntityCard, type MeetingCard, read } from "./api-client.ts";
import { type Card, type Links, section } from "./card.ts";
import type { Dataset } from "./dataset.ts";
import { button, element } from "./elements.ts";
import type { NameFinder } from "./find-names.ts";
import { typeMark } from "./marks.ts";
import { setUpNameField } from "./search.ts";
import { addressOf, stateOf } from "./state.ts";
import { dayWords, joined, meetingTitle, modalities, modalityWords } from "./words.ts";

export interface Editor {
  readonly entityTools: (card: EntityCard) => readonly HTMLElement[];
  readonly meetingTools: (card: MeetingCard) => readonly HTMLElement[];
  /** The pairs that somebody should look at. */
  readonly reviewCard: (links: Links) => Promise<Card>;
}

const saidKey = "whomet-said";

/** What the server says of a judgement: the ids it is about, those of them that are left, and what could not be done. */
interface Change {
  readonly about: readonly string[];
  readonly left: readonly string[];
  readonly problems: readonly string[];
}

/** Where a judgement did away with what is open, the address moves on to what is left of it, or to nothing. */
function leaveWhatIsGone({ about, left }: Change): void {
  const state = stateOf(location.hash);
  const { subject } = state;
  const open = subject?.kind === "entity" || subject?.kind === "meeting" ? subject.id : null;
  if (open === null || !about.includes(open) || left.includes(open)) return;
  const [other] = left;
  const next = { ...state, subject: other === undefined || subject?.kind === "meeting" ? null : ({ kind: "entity", id: other } as const) };
  history.replaceState(history.state, "", `${location.pathname}#${addressOf(next)}`);
}

/** The tools to edit with, or null where the page may only read. */
export async function findEditor(dataset: Dataset, finder: NameFinder, toast: HTMLElement): Promise<Editor | null> {
  try {
    const { edit } = await read<{ edit: boolean }>(fetch(new URL("api/session", document.baseURI)));
    if (!edit) return null;
  } catch {
    return null;
  }

  const send = async (path: string, body: unknown, said: string): Promise<void> => {
    try {
      const headers = { "Content-Type": "application/json", "X-Whomet": "1" };
      const answer = await read<Change>(fetch(new URL(path, document.baseURI), { method: "POST", headers, body: JSON.stringify(body) }));
      remember(answer.problems.length > 0 ? `${said}, but: ${answer.problems.join(" ")}` : said);
      leaveWhatIsGone(answer);
      location.reload();
    } catch (error) {
      const { message, hint } = error instanceof ApiError ? error : { message: String(error), hint: "" };
      toast.replaceChildren(`${message} ${hint}`);
      toast.hidden = false;
    }
  };
  const undo = (): void => void send("api/judgements/undo", {}, "Undone");
  const judge = (body: object, said: string): void => void send("api/judgements", body, said);

  function showSaid(place: HTMLElement): void {
    const said = recall();
    if (said === null) return;
    place.replaceChildren(said, said.startsWith("Undone") ? "" : button({ class: "text-button", id: "undo" }, undo, "Undo"));
    place.hidden = false;
  }

  showSaid(toast);
  return {
    entityTools: (card) => entityTools(card, finder, judge),
    meetingTools: (card) => meetingTools(card, judge),
    reviewCard: async (links) => {
      const [pairs, decided] = await Promise.all([
        read<readonly OpenPair[]>(fetch(new URL("api/review", document.baseURI))),
        read<readonly Decided[]>(fetch(new URL("api/judgements", document.baseURI))),
      ]);
      const { content, trail } = reviewCard(pairs, links, judge);
      return { content: [...content, ...decidedSection(decided, dataset, undo)], trail };
    },
  };
}

type Judge = (body: object, said: string) => void;

function entityTools({ entity, articles }: EntityCard, finder: NameFinder, judge: Judge): readonly HTMLElement[] {
  const { id, name } = entity;
  if (id === null) return [];
  const list = element("div", { id: "merge-list", class: "suggestions", role: "listbox", "aria-label": "Who it is", hidden: "" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const field = element("input", { ...comboboxOf(list.id), placeholder: "is the same as …", "aria-label": `${name} is the same as` });
  const confirm = element("div", { class: "edit-confirm" });
  setUpNameField({ field, list, status }, finder, (other) => {
    confirm.replaceChildren(
      button(
        { class: "solid-button", id: "merge" },
        () => judge({ a: id, b: other.id, verdict: "same" }, `${name} and ${other.name} are one`),
        `Merge with ${other.name}`,
      ),
    );
  });
  const parts = articles.slice(0, 30).map((article) =>
    element(
      "li",
      {},
      button(
        { class: "text-button", "data-split": article.id },
        () => judge({ split: id, article: article.id }, `${name} in “${article.title ?? article.id}” is somebody else`),
        article.title ?? "Untitled article",
        element("span", { class: "quiet-text" }, ` ${joined(article.outlet, article.publishedAt && dayWords(article.publishedAt))}`),
      ),
    ),
  );
  return [
    element(
      "details",
      { class: "edit" },
      element("summary", {}, "Correct"),
      element("div", { class: "name-field" }, field, list, status),
      confirm,
      articles.length > 1 ? element("p", { class: "quiet-text" }, "Somebody else in this article:") : null,
      articles.length > 1 ? element("ul", { class: "plain" }, ...parts) : null,
    ),
  ];
}

function comboboxOf(list: string): Readonly<Record<string, string>> {
  return {
    class: "field",
    role: "combobox",
    autocomplete: "off",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": list,
  };
}

function meetingTools({ id, title, modality }: MeetingCard, judge: Judge): readonly HTMLElement[] {
  const select = element(
    "select",
    { "aria-label": "What the articles say of it", id: "correct-modality" },
    ...modalities.map((kind: Modality) => element("option", { value: kind }, modalityWords[kind].label)),
  );
  select.value = modality;
  select.addEventListener("change", () => judge({ meeting: id, verdict: select.value }, `${title}: ${select.value}`));
  return [
    element(
      "details",
      { class: "edit" },
      element("summary", {}, "Correct"),
      element("label", { class: "edit-row", for: "correct-modality" }, "It was", select),
      button(
        { class: "chip", id: "mark-wrong" },
        () => judge({ meeting: id, verdict: "wrong" }, `${title}: no article says so`),
        "No article says so",
      ),
    ),
  ];
}

function reviewCard(pairs: readonly OpenPair[], links: Links, judge: Judge): Card {
  const side = ({ id, name, type }: AnswerEntity): HTMLElement =>
    button(
      { class: "chip", dir: "auto" },
      () => (id === null ? undefined : links.openEntity(id)),
      type === null ? null : typeMark(type),
      name,
    );
  const content = [
    element("p", { class: "kicker" }, "Review"),
    element("h2", { tabindex: "-1" }, "Are these one?"),
    element(
      "p",
      { class: "quiet-text" },
      "Names that may be one and that the rules left apart, the most useful first. What you decide is kept and can be undone.",
    ),
    section({
      title: "Pairs",
      items: pairs,
      none: "Nothing is left to decide.",
      entry: ({ a, b, reason, score }) =>
        element(
          "div",
          { class: "review-pair" },
          element("div", { class: "pair-ends" }, side(a), side(b)),
          element("p", { class: "quiet-text" }, `${reason}; ${Math.round(score * 100)} % likely one`),
          element(
            "div",
            { class: "met-buttons" },
            button(
              { class: "chip", "data-verdict": "same" },
              () => judge({ a: a.id, b: b.id, verdict: "same" }, `${a.name} and ${b.name} are one`),
              "The same",
            ),
            button(
              { class: "chip", "data-verdict": "different" },
              () => judge({ a: a.id, b: b.id, verdict: "different" }, `${a.name} and ${b.name} are two`),
              "Different",
            ),
          ),
        ),
    }),
  ];
  return { content, trail: [] };
}

/** What was decided so far, the latest first, which can be taken back. */
function decidedSection(decided: readonly Decided[], dataset: Dataset, undo: () => void): readonly HTMLElement[] {
  if (decided.length === 0) return [];
  return [
    section({
      title: "Decided so far",
      items: decided,
      none: "",
      entry: ({ about, verdict, at }) =>
        element(
          "div",
          { class: "entry-line decided" },
          element("span", { class: "entry-title", dir: "auto" }, [...new Set(about)].map((id) => wordsFor(dataset, id)).join(" and ")),
          element("span", { class: "quiet-text" }, joined(about[0] === about[1] ? "parted" : verdict, at && dayWords(at))),
        ),
    }),
    button({ class: "chip", id: "undo-latest" }, undo, "Undo the latest"),
  ];
}

/** The name of whom, or the title of what, an id stands for; the words of the id where a judgement did away with it. */
function wordsFor({ entityById, meetingById }: Dataset, id: string): string {
  const meeting = meetingById.get(id);
  return entityById.get(id)?.name ?? (meeting ? meetingTitle(meeting) : id.replace(/^\w+:/, "").replaceAll("-", " "));
}

function remember(said: string): void {
  try {
    sessionStorage.setItem(saidKey, said);
  } catch {
    // Without storage the change is made all the same; only the word about it is lost.
  }
}

function recall(): string | null {
  try {
    const said = sessionStorage.getItem(saidKey);
    sessionStorage.removeItem(saidKey);
    return said;
  } catch {
    return null;
  }
}
