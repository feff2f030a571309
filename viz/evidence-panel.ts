/** The sentences behind a meeting: who took part, when and where, and every report of it with what it claims. */
import type { Modality } from "../src/domain/meeting.ts";
import type { Meeting } from "./api-client.ts";
import { entityLink, type Links, section } from "./card.ts";
import { button, type Child, element } from "./elements.ts";
import { meetingMark, modalityBadge } from "./marks.ts";
import { count, dayWords, intervalWords, joined, mannerWords, modalityWords } from "./words.ts";

type Claim = Meeting["claims"][number];

/** The content of the panel for one meeting. */
export function evidencePanel(meeting: Meeting, links: Links): readonly Node[] {
  const { title, modality, participants, places, claims } = meeting;
  const when = intervalWords(meeting.from, meeting.to, meeting.precision);
  const people = participants.map(({ entity, named, text }) =>
    element(
      "li",
      {},
      entityLink(entity, links),
      named || entity.id === null ? null : element("span", { class: "quiet-text" }, ` as “${text}”`),
    ),
  );
  return [
    element("p", { class: "kicker" }, meetingMark(modality), "Meeting"),
    element("h2", { tabindex: "-1", dir: "auto" }, title),
    element("p", { class: "verdict" }, modalityBadge(modality), element("span", { class: "quiet-text" }, modalityWords[modality].meaning)),
    ...disagreement(claims),
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
      ...fact("How", mannerWords[meeting.manner] ?? "not told"),
      ...fact("Reported by", `${count(meeting.articles, "article")}, ${count(meeting.independentSources, "independent source")}`),
    ),
    section({ title: "Evidence", items: claims, entry: (claim) => claimEntry(claim, links), none: "No sentence is kept for it." }),
  ];
}

/** Says so where the reports differ about whether it took place; the modalities in words, most frequent first. */
function disagreement(claims: readonly Claim[]): readonly Node[] {
  const tally = new Map<Modality, number>();
  for (const { modality } of claims) tally.set(modality, (tally.get(modality) ?? 0) + 1);
  if (tally.size < 2) return [];
  const parts = [...tally]
    .sort((a, b) => b[1] - a[1])
    .map(([modality, number]) => `${modalityWords[modality].label.toLowerCase()} in ${number}`);
  return [element("p", { class: "remark" }, `The reports differ: ${parts.join(", ")}.`)];
}

function fact(name: string, value: Child): readonly HTMLElement[] {
  return [element("dt", {}, name), element("dd", {}, value)];
}

function claimEntry({ modality, attribution, when, publishedAt, title, evidence }: Claim, links: Links): HTMLElement {
  const source = attribution.length > 0 ? `according to ${attribution.join(", ")}` : null;
  return button(
    { class: "entry evidence", "data-article": evidence.article, "data-start": String(evidence.start), "data-end": String(evidence.end) },
    () => links.openArticle(evidence.article, evidence),
    element("span", { class: "sentence", dir: "auto" }, evidence.text),
    element(
      "span",
      { class: "entry-facts" },
      modalityBadge(modality),
      joined(evidence.outlet ?? title, publishedAt && dayWords(publishedAt)),
    ),
    source === null && when === null ? null : element("span", { class: "entry-facts" }, joined(source, when && `when: “${when}”`)),
  );
}
