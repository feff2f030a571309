/** The card of a line: everything between two names, each relation with the sentences that say so. */
import type { AnswerEntity } from "../src/domain/answer.ts";
import type { EntityCard } from "./api-client.ts";
import { type Card, evidenceEntry, groupByMeeting, type Links, onlyButton, quoteEntry, section, trailOf } from "./card.ts";
import type { Pair } from "./dataset.ts";
import { button, element } from "./elements.ts";
import { modalityBadge, typeMark } from "./marks.ts";
import { count, intervalWords, joined, printedIn } from "./words.ts";

/** What lies between the bearer of `card` and `other`; `theirs` is the card of the other, for what they said. */
export function pairCard(card: EntityCard, theirs: EntityCard, pair: Pair | null, links: Links): Card {
  const [self, other] = [card.entity, theirs.entity];
  const meetings = groupByMeeting(card.meetings.filter(({ b }) => b.id === other.id));
  const quoteIds = new Set(pair?.ties.flatMap((tie) => (tie.kind === "statement" ? tie.quotes : [])) ?? []);
  const quotes = [...card.quotes, ...theirs.quotes].filter(({ quote }) => quoteIds.has(quote));
  const roles = pair?.ties.flatMap((tie) => (tie.kind === "role" ? [tie] : [])) ?? [];
  const at = pair?.ties.flatMap((tie) => (tie.kind === "at" ? [tie.meeting] : [])) ?? [];
  const content = [
    element("p", { class: "kicker" }, "Between"),
    element("h2", { tabindex: "-1", dir: "auto" }, `${self.name} – ${other.name}`),
    element(
      "p",
      { class: "pair-ends" },
      endLink(self, links),
      endLink(other, links),
      onlyButton([self.id, other.id], "Show only these two", links),
    ),
    roles.length > 0
      ? element(
          "ul",
          { class: "plain roles" },
          ...roles.map(({ person, title, former }) => element("li", {}, `${person.name}: ${former ? "former " : ""}${title}`)),
        )
      : null,
    ...meetings.map((rows) => meetingBlock(rows, links)),
    meetings.length === 0
      ? section({ title: "Meetings", items: [], entry: () => element("span"), none: "No meeting of the two is reported." })
      : null,
    at.length > 0
      ? section({
          title: "Meetings there",
          items: at,
          entry: (meeting) =>
            button(
              { class: "entry" },
              () => links.openMeeting(meeting.id),
              element("span", { class: "entry-title", dir: "auto" }, meeting.participants.map(({ name }) => name).join(" – ")),
              element(
                "span",
                { class: "entry-facts" },
                modalityBadge(meeting.modality),
                intervalWords(meeting.from, meeting.to, meeting.precision) ?? "",
              ),
            ),
          none: "",
        })
      : null,
    quotes.length > 0
      ? section({
          title: "What one said about the other",
          items: quotes,
          entry: (quote) => quoteEntry(quote, links, quote.speaker.name),
          none: "",
        })
      : null,
  ].filter((node) => node !== null);
  const evidence = [...meetings.flatMap((rows) => rows.flatMap((row) => row.evidence)), ...quotes.map((quote) => quote.evidence)];
  return { content, trail: trailOf(evidence) };
}

function endLink({ id, name, type }: AnswerEntity, links: Links): HTMLElement {
  const mark = type === null ? null : typeMark(type);
  return button({ class: "chip", dir: "auto" }, () => (id === null ? undefined : links.openEntity(id)), mark, name);
}

function meetingBlock(rows: ReturnType<typeof groupByMeeting<EntityCard["meetings"][number]>>[number], links: Links): HTMLElement {
  const [first] = rows;
  if (!first) return element("section");
  const facts = joined(first.place, intervalWords(first.from, first.to, null), count(first.independentSources, "independent source"));
  return element(
    "section",
    {},
    button(
      { class: "entry" },
      () => links.openMeeting(first.meeting),
      element("span", { class: "entry-title" }, modalityBadge(first.modality)),
      element("span", { class: "entry-facts" }, facts),
    ),
    element(
      "ul",
      { class: "plain" },
      ...first.evidence.map((proof) => element("li", {}, evidenceEntry(proof, [[printedIn(proof)]], links))),
    ),
  );
}
