/** The card of a person, organisation or place: other names, roles, meetings, quotes, articles. */
import type { AnswerEntity, MetRow, SaidRow } from "../src/domain/answer.ts";
import type { Span } from "../src/domain/span.ts";
import type { EntityCard } from "./api-client.ts";
import { button, type Child, element } from "./elements.ts";
import { modalityBadge, typeMark } from "./marks.ts";
import { count, dayWords, intervalWords, joined, typeWords } from "./words.ts";

/** Where the entries of a card lead. */
export interface Links {
  readonly openEntity: (id: string) => void;
  readonly openMeeting: (id: string) => void;
  readonly openArticle: (id: string, stretch: Span | null) => void;
}

/** How many entries of a list are shown before "Show all". */
const firstEntries = 8;

/** The content of a card. */
export function entityCard(card: EntityCard, links: Links): readonly Node[] {
  const { entity, aliases, roles, quotes, articles } = card;
  const meetings = groupByMeeting(card.meetings);
  return [
    ...cardHead(entity),
    aliases.length > 0 ? element("p", { class: "quiet-text" }, `Also called ${aliases.join(", ")}`) : null,
    roles.length > 0 ? element("ul", { class: "plain roles" }, ...roles.map((role) => element("li", {}, ...roleWords(role, links)))) : null,
    section({ title: "Meetings", items: meetings, entry: (rows) => meetingEntry(rows, links), none: "No meeting is reported." }),
    section({ title: "Quotes", items: quotes, entry: (quote) => quoteEntry(quote, links), none: "No quote is reported." }),
    section({ title: "Articles", items: articles, entry: (article) => articleEntry(article, links), none: "No article names it." }),
  ].filter((node) => node !== null);
}

/** The quotes in which one entity speaks about another. */
export function statementCard(card: EntityCard, about: string, quoteIds: readonly string[], links: Links): readonly Node[] {
  const items = card.quotes.filter(({ quote }) => quoteIds.includes(quote));
  const entry = (quote: SaidRow): HTMLElement => quoteEntry(quote, links);
  return [...cardHead(card.entity), section({ title: `What is said about ${about}`, items, entry, none: "No quote is reported." })];
}

/** The rows of each meeting together, in the order of the first of each. */
export function groupByMeeting<Row extends { readonly meeting: string }>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.meeting, [...(groups.get(row.meeting) ?? []), row]);
  return [...groups.values()];
}

export interface Section<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly entry: (item: Item) => HTMLElement;
  /** What is said when there are no items. */
  readonly none: string;
  /** How many there are in all, where `items` are only the first of them. */
  readonly total?: number;
}

/** A heading with a count over the entries, the first few of them at once and the rest on demand. */
export function section<Item>({ title, items, entry, none, total = items.length }: Section<Item>): HTMLElement {
  const tally = total > items.length ? `${items.length} of ${total}` : String(total);
  const heading = element("h3", {}, title, items.length > 0 ? element("span", { class: "tally" }, tally) : null);
  if (items.length === 0) return element("section", {}, heading, element("p", { class: "quiet-text" }, none));
  const list = element("ul", { class: "plain" }, ...items.slice(0, firstEntries).map((item) => element("li", {}, entry(item))));
  if (items.length <= firstEntries) return element("section", {}, heading, list);
  const rest = button(
    { class: "text-button" },
    () => {
      const added = items.slice(firstEntries).map((item) => element("li", {}, entry(item)));
      list.append(...added);
      rest.remove();
      added[0]?.querySelector("button")?.focus();
    },
    `Show all ${items.length}`,
  );
  return element("section", {}, heading, list, rest);
}

function cardHead({ name, type }: AnswerEntity): readonly HTMLElement[] {
  return [
    element("p", { class: "kicker" }, type === null ? null : typeMark(type), type === null ? "" : typeWords[type].one),
    element("h2", { tabindex: "-1", dir: "auto" }, name),
  ];
}

function roleWords({ title, of, former }: EntityCard["roles"][number], links: Links): readonly Child[] {
  return [former ? `former ${title}` : title, of === null ? null : ", ", of === null ? null : entityLink(of, links)];
}

/** A name that opens its card, or plain words where no card exists. */
export function entityLink({ id, name }: AnswerEntity, links: Links): Node | string {
  return id === null ? name : button({ class: "link" }, () => links.openEntity(id), name);
}

function meetingEntry(rows: readonly MetRow[], links: Links): HTMLElement {
  const [first] = rows;
  if (!first) throw new Error("a meeting without rows");
  const others = rows.map(({ b, as }) => as ?? b.name).join(", ");
  const facts = joined(first.place, intervalWords(first.from, first.to, null), count(first.independentSources, "source"));
  return button(
    { class: "entry" },
    () => links.openMeeting(first.meeting),
    element("span", { class: "entry-title" }, `with ${others}`),
    element("span", { class: "entry-facts" }, modalityBadge(first.modality), facts),
  );
}

function quoteEntry({ text, kind, evidence, publishedAt }: SaidRow, links: Links): HTMLElement {
  const manner = kind === "indirect" ? "in other words" : null;
  return button(
    { class: "entry" },
    () => links.openArticle(evidence.article, evidence),
    element("span", { class: "sentence", dir: "auto" }, text),
    element("span", { class: "entry-facts" }, joined(evidence.outlet, publishedAt && dayWords(publishedAt), manner)),
  );
}

function articleEntry({ id, title, outlet, publishedAt, mentions }: EntityCard["articles"][number], links: Links): HTMLElement {
  return button(
    { class: "entry" },
    () => links.openArticle(id, mentions[0] ?? null),
    element("span", { class: "entry-title", dir: "auto" }, title ?? "Untitled article"),
    element("span", { class: "entry-facts" }, joined(outlet, publishedAt && dayWords(publishedAt), count(mentions.length, "mention"))),
  );
}
