/** The card of a meeting: who took part, when and where, and every report of it; where reports differ, they stand side by side. */
import type { Modality } from "../src/domain/meeting.ts";
import type { MeetingCard } from "./api-client.ts";
import { type Card, entityLink, evidenceEntry, type Links, onlyButton, section, trailOf } from "./card.ts";
import { type Child, element } from "./elements.ts";
import { meetingMark, modalityBadge } from "./marks.ts";
import { count, intervalWords, joined, mannerWords, modalities, modalityWords, printedIn } from "./words.ts";

type Claim = MeetingCard["claims"][number];

/** The card of one meeting; `extras` are tools beside its verdict. */
export function meetingCard(meeting: MeetingCard, links: Links, extras: readonly Node[] = []): Card {
  const { title, modality, participants, places, claims } = meeting;
  const when = intervalWords(meeting.from, meeting.to, meeting.precision);
  const people = participants.map(({ entity, named, text, role }) =>
    element(
      "li",
      {},
      entityLink(entity, links),
      named || entity.id === null ? null : element("span", { class: "quiet-text" }, ` as “${text}”`),
      role === null ? null : element("span", { class: "quiet-text" }, `, ${role}`),
    ),
  );
  const sides = modalities.map((kind) => claims.filter((claim) => claim.modality === kind)).filter((list) => list.length > 0);
  const only = onlyButton(
    participants.map(({ entity }) => entity.id),
    "Show only these names",
    links,
  );
  const tools = only === null ? extras : [only, ...extras];
  const content = [
    element("p", { class: "kicker" }, meetingMark(modality), "Meeting"),
    element("h2", { tabindex: "-1", dir: "auto" }, title),
    element("p", { class: "verdict" }, modalityBadge(modality), element("span", { class: "quiet-text" }, modalityWords[modality].meaning)),
    tools.length > 0 ? element("div", { class: "card-tools" }, ...tools) : null,
    element(
      "dl",
      { class: "facts" },
      ...fact("Who", element("ul", { class: "plain" }, ...people)),
      ...fact("When", when ?? "not told"),
      ...fact(
        "Where",
        places.length === 0
          ? "not told"
          : element("ul", { class: "plain" }, ...places.map((place) => element("li", {}, entityLink(place, links)))),
      ),
      ...fact("How", joined(mannerWords[meeting.manner], meeting.mediated ? "through mediators" : null) || "not told"),
      ...fact(
        "Reported by",
        `${count(meeting.articles, "article")}, ${count(meeting.independentSources, "independent source")}${sourceNames(meeting)}`,
      ),
    ),
    ...(sides.length > 1
      ? [sideBySide(sides, links)]
      : [
          section({
            title: "Evidence",
            items: claims,
            entry: (claim) => claimEntry(claim, modality, links),
            none: "No sentence is kept for it.",
          }),
        ]),
  ].filter((node) => node !== null);
  const ordered = sides.length > 1 ? sides.flat() : claims;
  return { content, trail: trailOf(ordered.map(({ evidence }) => evidence)) };
}

/** The reports in a column for each modality, and in words how many say what, most frequent first. */
function sideBySide(sides: readonly (readonly Claim[])[], links: Links): HTMLElement {
  const tally = [...sides]
    .sort((a, b) => b.length - a.length)
    .flatMap((claims) => (claims[0] ? [`${modalityWords[claims[0].modality].label.toLowerCase()} in ${claims.length}`] : []));
  const columns = sides.map((claims) =>
    element(
      "div",
      { class: "side" },
      element("h4", {}, claims[0] ? modalityBadge(claims[0].modality) : null, element("span", { class: "tally" }, String(claims.length))),
      element("ul", { class: "plain" }, ...claims.map((claim) => element("li", {}, claimEntry(claim, claim.modality, links)))),
    ),
  );
  return element(
    "section",
    {},
    element("h3", {}, "Evidence"),
    element("p", { class: "remark" }, `The reports differ: ${tally.join(", ")}.`),
    element("div", { class: "sides" }, ...columns),
  );
}

function fact(name: string, value: Child): readonly HTMLElement[] {
  return [element("dt", {}, name), element("dd", {}, value)];
}

/** " (Axios, Reuters)": the names of several sources, an article without an outlet by its headline. */
function sourceNames({ sources, claims }: MeetingCard): string {
  const headlines = new Map(claims.map(({ evidence: { article, title } }) => [`article ${article}`, title ?? article]));
  return sources.length > 1 ? ` (${sources.map((source) => headlines.get(source) ?? source).join(", ")})` : "";
}

/** A report; what it makes of the meeting is said where the reader does not know it from what stands above. */
function claimEntry({ modality, attribution, when, evidence }: Claim, known: Modality, links: Links): HTMLElement {
  const source = attribution.length > 0 ? `according to ${attribution.join(", ")}` : null;
  const printed = [modality === known ? null : modalityBadge(modality), printedIn(evidence)];
  const told = joined(source, when && `when: “${when}”`);
  return evidenceEntry(evidence, told === "" ? [printed] : [printed, [told]], links);
}
