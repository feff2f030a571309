/** The same meetings as a table: for reading in order, and for readers whom a drawing does not serve. */
import { button, element } from "./elements.ts";
import { modalityBadge } from "./marks.ts";
import { type Network, nameOf, type Parts } from "./network.ts";
import { intervalWords } from "./words.ts";

export interface MeetingLine {
  readonly id: string;
  readonly who: string;
  readonly where: string;
}

/** Fills the container with the visible meetings, best supported first. */
export function showTable(container: HTMLElement, network: Network, visible: Parts, openMeeting: (id: string) => void): void {
  const rows = visibleMeetings(network, visible).map(({ id, modality, from, to, precision, independentSources }) => {
    const { who, where } = meetingLine(network, id);
    return element(
      "tr",
      {},
      element(
        "td",
        {},
        button({ class: "link", "data-meeting": id }, () => openMeeting(id), who),
      ),
      element("td", {}, modalityBadge(modality)),
      element("td", { class: "day" }, intervalWords(from, to, precision) ?? "–"),
      element("td", {}, where || "–"),
      element("td", { class: "number" }, String(independentSources)),
    );
  });
  const head = ["Who", "Modality", "When", "Where", "Sources"].map((title) => element("th", { scope: "col" }, title));
  container.replaceChildren(
    element(
      "table",
      {},
      element("caption", { class: "visually-hidden" }, "Meetings, best supported first"),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...rows),
    ),
  );
}

/** The visible meetings, best supported first, then the latest. */
export function visibleMeetings(network: Network, visible: Parts) {
  return [...visible.nodes]
    .map((id) => network.getNodeAttributes(id))
    .filter((node) => node.kind === "meeting")
    .sort(
      (a, b) => b.independentSources - a.independentSources || compare(b.to ?? b.from ?? "", a.to ?? a.from ?? "") || compare(a.id, b.id),
    );
}

/** Who met, named and unnamed, and where, in words. */
export function meetingLine(network: Network, id: string): MeetingLine {
  const who: string[] = [];
  const where: string[] = [];
  network.forEachEdge(id, (_, { kind }, source, target) => {
    if (kind === "took-part") who.push(nameOf(network.getNodeAttributes(source)));
    if (kind === "held-at") where.push(nameOf(network.getNodeAttributes(target)));
  });
  const node = network.getNodeAttributes(id);
  if (node.kind === "meeting") who.push(...node.unnamed);
  return { id, who: who.join(" – "), where: where.join(", ") };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
