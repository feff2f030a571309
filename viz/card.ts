/** What cards are made of, and the card of a person, organisation or place: other names, roles, who they met, meetings, quotes, articles. */
import type { AnswerEntity, AnswerEvidence, MetRow, SaidRow } from "../src/domain/answer.ts";
import type { Span } from "../src/domain/span.ts";
import type { EntityCard } from "./api-client.ts";
import { button, type Child, element } from "./elements.ts";
import { copyMark, modalityBadge, typeMark } from "./marks.ts";
import { groupVersions, sayingEntry } from "./quote-versions.ts";
import type { Reading } from "./state.ts";
import { count, dayWords, intervalWords, joined, printedIn, times, typeWords } from "./words.ts";

/** Where the entries of a card lead. */
export interface Links {
  readonly openEntity: (id: string) => void;
  readonly openMeeting: (id: string) => void;
  readonly openPair: (a: string, b: string) => void;
  readonly openArticle: (id: string, stretch: Span | null) => void;
  /** Narrows everything to these names: one with those around it, several with what is between them. */
  readonly showOnly: (ids: readonly string[]) => void;
  /** Copies a sentence with its source. */
  readonly cite: (evidence: Pick<AnswerEvidence, "article" | "text">) => void;
  readonly askMet: (a: string, b: string) => void;
  readonly askPath: (a: string, b: string) => void;
}

/** A card: what it shows, and its evidence in the order in which it is shown, for leafing through. */
export interface Card {
  readonly content: readonly Node[];
  readonly trail: readonly Reading[];
}

/** More names than this make an address that some programs cut off. */
const mostInAddress = 40;

/** How many entries of a list are shown before "Show all". */
const firstEntries = 8;

/** The card of a name. */
export function entityCard(card: EntityCard, links: Links, extras: readonly Node[] = []): Card {
  const { entity, aliases, roles, quotes, articles } = card;
  const meetings = [...groupByMeeting(card.meetings)].sort(byDay);
  const forms = formsOf(articles);
  const content = [
    ...cardHead(entity),
    aliases.length > 0 ? element("p", { class: "quiet-text", dir: "auto" }, `Also called ${aliases.join(", ")}`) : null,
    roles.length > 0 ? element("ul", { class: "plain roles" }, ...roles.map((role) => element("li", {}, ...roleWords(role, links)))) : null,
    element("p", { class: "card-tools" }, ...toolsOf(entity, links), ...extras),
    section({
      title: "Met",
      items: companyOf(entity, card.meetings),
      entry: (met) => companyEntry(entity, met, links),
      none: "Nobody, as far as reported.",
    }),
    section({ title: "Meetings", items: meetings, entry: (rows) => meetingEntry(rows, links), none: "No meeting is reported." }),
    section({
      title: "Quotes",
      items: groupVersions(quotes),
      entry: (versions) => sayingEntry(versions, (quote) => quoteEntry(quote, links)),
      none: "No quote is reported.",
    }),
    section({ title: "Articles", items: articles, entry: (article) => articleEntry(article, links), none: "No article names it." }),
    forms.length > 1 ? section({ title: "Named as", items: forms, entry: (form) => formEntry(form, links), none: "" }) : null,
  ].filter((node) => node !== null);
  const evidence = [...meetings.flatMap((rows) => rows.flatMap((row) => row.evidence)), ...quotes.map((quote) => quote.evidence)];
  return { content, trail: trailOf(evidence) };
}

/** Evidence as a way through the articles, each stretch once. */
export function trailOf(evidence: readonly AnswerEvidence[]): readonly Reading[] {
  const trail = new Map<string, Reading>();
  for (const { article, start, end, manual } of evidence)
    if (manual === undefined) trail.set(`${start} ${end} ${article}`, { article, start, end });
  return [...trail.values()];
}

function toolsOf({ id }: AnswerEntity, links: Links): readonly HTMLElement[] {
  if (id === null) return [];
  return [button({ class: "chip" }, () => links.showOnly([id]), "Show only connections")];
}

interface Company {
  readonly entity: AnswerEntity & { readonly id: string };
  readonly rows: readonly MetRow[];
}

/** A button that narrows everything to what is between several names; null for one name, and for more than an address bears. */
export function onlyButton(ids: readonly (string | null)[], words: string, links: Links): HTMLElement | null {
  const known = [...new Set(ids.filter((id) => id !== null))];
  return known.length < 2 || known.length > mostInAddress ? null : button({ class: "chip" }, () => links.showOnly(known), words);
}

/** Whom a name met: those of meetings that took place, the most often met first. */
function companyOf(self: AnswerEntity, rows: readonly MetRow[]): readonly Company[] {
  const met = new Map<string, MetRow[]>();
  for (const row of rows) {
    if (row.b.id === null || row.b.id === self.id || (row.modality !== "held" && row.modality !== "ongoing")) continue;
    met.set(row.b.id, [...(met.get(row.b.id) ?? []), row]);
  }
  return [...met]
    .flatMap(([id, given]) => (given[0] ? [{ entity: { ...given[0].b, id }, rows: given }] : []))
    .sort((a, b) => b.rows.length - a.rows.length);
}

function companyEntry(self: AnswerEntity, { entity, rows }: Company, links: Links): HTMLElement {
  return button(
    { class: "entry entry-line" },
    () => (self.id === null ? links.openEntity(entity.id) : links.openPair(self.id, entity.id)),
    entity.type === null ? null : typeMark(entity.type),
    element("span", { class: "entry-title", dir: "auto" }, entity.name),
    element("span", { class: "quiet-text" }, times(rows.length)),
  );
}

/** The rows of each meeting together, in the order of the first of each. */
export function groupByMeeting<Row extends { readonly meeting: string }>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.meeting, [...(groups.get(row.meeting) ?? []), row]);
  return [...groups.values()];
}

/** The latest first; what has no day comes last. */
function byDay(a: readonly MetRow[], b: readonly MetRow[]): number {
  const [first, second] = [a, b].map(([row]) => row?.to ?? row?.from ?? "");
  return (first ?? "") < (second ?? "") ? 1 : (first ?? "") > (second ?? "") ? -1 : 0;
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
  const tally = total > items.length ? `${items.length} of ${total.toLocaleString("en")}` : total.toLocaleString("en");
  const heading = element("h3", {}, title, items.length > 0 ? element("span", { class: "tally" }, tally) : null);
  if (items.length === 0) return element("section", {}, heading, element("p", { class: "quiet-text" }, none));
  const list = element("ul", { class: "plain" }, ...items.slice(0, firstEntries).map((item) => element("li", {}, entry(item))));
  if (items.length <= firstEntries) return element("section", {}, heading, list);
  const rest = button(
    { class: "text-button", "data-rest": "" },
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

/** The kind and the name at the top of a card. */
export function cardHead({ name, type }: AnswerEntity): readonly HTMLElement[] {
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
  return id === null ? name : button({ class: "link", dir: "auto" }, () => links.openEntity(id), name);
}

/** For a meeting that counts as held, though somebody denies it. */
export function deniedToo({ modality, modalities }: MetRow): string | null {
  return modality !== "denied" && modalities.includes("denied") ? "also denied" : null;
}

/** A meeting in a list: with whom, how it turned out, where and when, on how many sources. */
export function meetingEntry(rows: readonly MetRow[], links: Links): HTMLElement {
  const [first] = rows;
  if (!first) throw new Error("a meeting without rows");
  const others = rows.map(({ b, as }) => as ?? b.name).join(", ");
  const facts = joined(deniedToo(first), first.place, intervalWords(first.from, first.to, null), count(first.independentSources, "source"));
  return button(
    { class: "entry" },
    () => links.openMeeting(first.meeting),
    element("span", { class: "entry-title", dir: "auto" }, `with ${others}`),
    element("span", { class: "entry-facts" }, modalityBadge(first.modality), facts),
  );
}

/** A quote in a list. */
export function quoteEntry({ text, kind, evidence }: SaidRow, links: Links, speaker: string | null = null): HTMLElement {
  const manner = kind === "indirect" ? "in other words" : null;
  return element(
    "div",
    { class: "proof" },
    button(
      { class: "entry" },
      () => links.openArticle(evidence.article, evidence),
      element("span", { class: "sentence", dir: "auto" }, text),
      element("span", { class: "entry-facts" }, joined(speaker, printedIn(evidence), manner)),
    ),
    citeButton(evidence, links),
  );
}

/** A sentence that proves something: it opens its article, and can be taken along with its source. Each of `facts` is a line below it. */
export function evidenceEntry(evidence: AnswerEvidence, facts: readonly (readonly Child[])[], links: Links): HTMLElement {
  const { article, start, end, text, manual } = evidence;
  if (manual !== undefined) {
    return element(
      "div",
      { class: "entry evidence" },
      element("span", { class: "sentence" }, "Entered by hand, without a sentence"),
      element("span", { class: "entry-facts", dir: "auto" }, manual),
    );
  }
  return element(
    "div",
    { class: "proof" },
    button(
      { class: "entry evidence", "data-article": article, "data-start": String(start), "data-end": String(end) },
      () => links.openArticle(article, evidence),
      element("span", { class: "sentence", dir: "auto" }, text),
      ...facts.map((line) => element("span", { class: "entry-facts" }, ...line)),
    ),
    citeButton(evidence, links),
  );
}

/** A button that copies a sentence with its source. */
export function citeButton(evidence: Pick<AnswerEvidence, "article" | "text">, links: Pick<Links, "cite">): HTMLButtonElement {
  const words = "Copy the sentence with its source";
  return button({ class: "icon-button cite", "aria-label": words, title: words }, () => links.cite(evidence), copyMark());
}

/** The words that stand for a name, the most frequent first: why everything on its card is taken to be about one. */
interface Form {
  readonly words: string;
  readonly mentions: number;
  readonly articles: number;
  readonly first: Reading;
}

function formsOf(articles: EntityCard["articles"]): readonly Form[] {
  const forms = new Map<string, { words: string; mentions: number; articles: Set<string>; first: Reading }>();
  for (const { id, mentions } of articles) {
    for (const { start, end, text } of mentions) {
      // "He" at the start of a sentence is the same word.
      const key = text.toLowerCase();
      const form = forms.get(key) ?? { words: text, mentions: 0, articles: new Set<string>(), first: { article: id, start, end } };
      form.mentions += 1;
      form.articles.add(id);
      forms.set(key, form);
    }
  }
  return [...forms.values()].map((form) => ({ ...form, articles: form.articles.size })).sort((a, b) => b.mentions - a.mentions);
}

function formEntry({ words, mentions, articles, first }: Form, links: Links): HTMLElement {
  return button(
    { class: "entry entry-line", title: "Show the first" },
    () => links.openArticle(first.article, first),
    element("span", { class: "entry-title", dir: "auto" }, words),
    element("span", { class: "quiet-text" }, `${times(mentions)} in ${count(articles, "article")}`),
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
