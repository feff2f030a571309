/** What the panel says while nothing is selected: how much there is, and where to start. */
import type { Graph } from "./api-client.ts";
import { type Links, section } from "./card.ts";
import { button, element } from "./elements.ts";
import { modalityBadge, typeMark } from "./marks.ts";
import { meetingLine, visibleMeetings } from "./meetings-table.ts";
import type { Network, Parts } from "./network.ts";
import { count, dayWords, entityTypes, intervalWords, joined, typeWords } from "./words.ts";

const firstNames = 8;
const firstMeetings = 6;

/** The content of the panel for the whole graph. */
export function overview(graph: Graph, network: Network, links: Links): readonly Node[] {
  const all: Parts = { nodes: new Set(network.nodes()), edges: new Set() };
  const meetings = visibleMeetings(network, all);
  const names = [...graph.entities].sort((a, b) => b.articles - a.articles || b.mentions - a.mentions);
  return [
    element("h2", { tabindex: "-1" }, "Who met whom"),
    element("p", {}, `${summary(graph)} Choose a name, a meeting or a line to read the sentences behind it.`),
    section({
      title: "Best supported meetings",
      items: meetings.slice(0, firstMeetings),
      total: meetings.length,
      none: "No meeting is reported.",
      entry: ({ id, modality, from, to, precision, independentSources }) => {
        const { who, where } = meetingLine(network, id);
        const facts = joined(where, intervalWords(from, to, precision), count(independentSources, "source"));
        return button(
          { class: "entry" },
          () => links.openMeeting(id),
          element("span", { class: "entry-title", dir: "auto" }, who),
          element("span", { class: "entry-facts" }, modalityBadge(modality), facts),
        );
      },
    }),
    section({
      title: "Most reported names",
      items: names.slice(0, firstNames),
      total: names.length,
      none: "No name was found.",
      entry: ({ id, name, type, articles }) =>
        button(
          { class: "entry entry-line" },
          () => links.openEntity(id),
          typeMark(type),
          element("span", { class: "entry-title", dir: "auto" }, name),
          element("span", { class: "quiet-text" }, count(articles, "article")),
        ),
    }),
  ];
}

function summary({ entities, meetings, articles }: Graph): string {
  const names = entityTypes
    .map((type) => ({ number: entities.filter((entity) => entity.type === type).length, words: typeWords[type] }))
    .filter(({ number }) => number > 0)
    .map(({ number, words }) => count(number, words.one.toLowerCase(), words.many.toLowerCase()));
  const outlets = new Set(articles.map(({ outlet }) => outlet).filter((outlet) => outlet !== null));
  const days = articles.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const period = first && last ? (first === last ? `, ${dayWords(first)}` : `, ${dayWords(first)} to ${dayWords(last)}`) : "";
  const from =
    outlets.size > 0 ? `${count(articles.length, "article")} of ${count(outlets.size, "outlet")}` : count(articles.length, "article");
  return `${count(meetings.length, "meeting")} among ${names.join(", ")}, from ${from}${period}.`;
}
