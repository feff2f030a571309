/** The card of a group: who belongs to it, the most reported first, and what was reported among them. */
import { type Card, type Links, onlyButton, section } from "./card.ts";
import { type Dataset, whoMet } from "./dataset.ts";
import { button, element } from "./elements.ts";
import { modalityBadge, typeMark } from "./marks.ts";
import { count, joined, meetingDay } from "./words.ts";

/** The card of the group with this number. */
export function groupCard(dataset: Dataset, number: number, links: Links): Card {
  const members = dataset.entities
    .filter(({ community }) => community === number)
    .toSorted((a, b) => b.articles - a.articles || a.index - b.index);
  const within = new Set(members);
  const meetings = dataset.meetings.filter(({ participants }) => participants.filter((entity) => within.has(entity)).length > 1);
  const only = onlyButton(
    members.map(({ id }) => id),
    "Show only this group",
    links,
  );
  const content = [
    element("p", { class: "kicker" }, "Group"),
    element("h2", { tabindex: "-1", dir: "auto" }, members[0] ? `Around ${members[0].name}` : "An empty group"),
    element("p", { class: "quiet-text" }, "Names that have more to do with each other than with the rest (Louvain method)."),
    only === null ? null : element("p", { class: "card-tools" }, only),
    section({
      title: "Names",
      items: members,
      none: "Nobody.",
      entry: ({ id, name, type, articles }) =>
        button(
          { class: "entry entry-line" },
          () => links.openEntity(id),
          typeMark(type),
          element("span", { class: "entry-title", dir: "auto" }, name),
          element("span", { class: "quiet-text" }, count(articles, "article")),
        ),
    }),
    section({
      title: "Meetings among them",
      items: meetings,
      none: "None is reported.",
      entry: (meeting) =>
        button(
          { class: "entry" },
          () => links.openMeeting(meeting.id),
          element("span", { class: "entry-title", dir: "auto" }, whoMet(meeting)),
          element("span", { class: "entry-facts" }, modalityBadge(meeting.modality), joined(meetingDay(meeting))),
        ),
    }),
  ].filter((node) => node !== null);
  return { content, trail: [] };
}
