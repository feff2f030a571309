/** Who met whom over time: a lane for each of the strongest names, a mark on it for each meeting, a stroke between those who met. */
import type { Entity } from "./dataset.ts";
import { button, drawing, element } from "./elements.ts";
import { dashesOf, lineOf } from "./look.ts";
import { drawTicks } from "./ticks.ts";
import { middleDay, periodOf, placeOf } from "./timeline-scale.ts";
import type { View, ViewFacts } from "./view-facts.ts";
import { count, joined, meetingDay, meetingTitle, modalityWords } from "./words.ts";

const mostLanes = 24;
const mostMeetings = 500;
const laneHeight = 28;
const headHeight = 30;
const nameWidth = 168;

/** The timeline in `container`. */
export function makeTimelineView(container: HTMLElement): View {
  let last: ViewFacts | null = null;
  const show = (facts: ViewFacts): void => {
    last = facts;
    if (!container.hidden) container.replaceChildren(...draw(facts, container.clientWidth));
  };
  new ResizeObserver(() => {
    if (last) show(last);
  }).observe(container);
  return { show };
}

function draw(facts: ViewFacts, width: number): readonly Node[] {
  const dated = facts.meetings.filter((meeting) => middleDay(meeting) !== null);
  const period = periodOf(dated);
  if (!period) return [element("p", { class: "empty" }, "No meeting that passes the filters has a date.")];
  const lanes = lanesOf(dated);
  const laneOf = new Map(lanes.map((entity, lane) => [entity, lane]));
  const isNarrow = width < 560;
  const names = isNarrow ? 112 : nameWidth;
  const ends = [names + 16, Math.max(names + 60, width - 24)] as const;
  const height = headHeight + lanes.length * laneHeight + 12;
  const shapes: SVGElement[] = [];
  shapes.push(...drawTicks({ period, ends, width, top: headHeight - 18, bottom: height - 8, words: 16, apart: 80 }));
  const yOf = (lane: number): number => headHeight + lane * laneHeight + laneHeight / 2;
  lanes.forEach((_, lane) => {
    shapes.push(
      drawing("line", { class: "lane", x1: String(names + 8), x2: String(ends[1] + 8), y1: String(yOf(lane)), y2: String(yOf(lane)) }),
    );
  });
  let drawn = 0;
  for (const meeting of dated) {
    if (drawn >= mostMeetings) break;
    const day = middleDay(meeting);
    const present = meeting.participants.flatMap((entity) => laneOf.get(entity) ?? []).sort((a, b) => a - b);
    const [first, second] = [present[0], present.at(-1)];
    if (day === null || first === undefined || second === undefined) continue;
    drawn += 1;
    const x = placeOf(day, period, ends);
    const parts: SVGElement[] = [];
    if (first !== second) {
      const dashes = dashesOf[lineOf[meeting.modality]].join(" ") || "none";
      parts.push(
        drawing("line", {
          class: "stroke",
          x1: String(x),
          x2: String(x),
          y1: String(yOf(first)),
          y2: String(yOf(second)),
          "stroke-dasharray": dashes,
        }),
      );
    }
    for (const lane of present) parts.push(drawing("path", { d: `M${x} ${yOf(lane) - 6}l6 6l-6 6l-6 -6Z` }));
    const title = drawing("title", {});
    title.textContent = joined(meetingTitle(meeting), modalityWords[meeting.modality].label, meetingDay(meeting));
    const mark = drawing(
      "g",
      {
        class: `meeting-mark modality-${meeting.modality}`,
        tabindex: "0",
        role: "button",
        "aria-label": title.textContent,
        "data-meeting": meeting.id,
      },
      ...parts,
      title,
    );
    mark.addEventListener("click", () => facts.links.openMeeting(meeting.id));
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      facts.links.openMeeting(meeting.id);
    });
    shapes.push(mark);
  }
  const svg = drawing(
    "svg",
    {
      class: "lanes",
      width: String(width),
      height: String(height),
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": "Meetings over time",
    },
    ...shapes,
  );
  const labels = lanes.map((entity, lane) => {
    const made = button({ class: "lane-name", dir: "auto", title: entity.name }, () => facts.links.openEntity(entity.id), entity.name);
    made.style.top = `${yOf(lane) - 12}px`;
    made.style.width = `${names}px`;
    return made;
  });
  const undated = facts.meetings.length - dated.length;
  const left = dated.length - drawn;
  const note = [
    left > 0
      ? `${drawn.toLocaleString("en")} of ${count(dated.length, "dated meeting")}: those of the ${count(lanes.length, "most active name")}`
      : count(drawn, "dated meeting"),
    undated > 0 ? `${undated.toLocaleString("en")} without a date` : "",
  ];
  return [element("p", { class: "view-note quiet-text" }, joined(...note)), element("div", { class: "lanes-frame" }, svg, ...labels)];
}

/** The names with the most meetings, those who met next to each other: each further lane is who met the lanes so far most often. */
function lanesOf(meetings: ViewFacts["meetings"]): readonly Entity[] {
  const weight = new Map<Entity, number>();
  for (const meeting of meetings)
    for (const entity of meeting.participants) weight.set(entity, (weight.get(entity) ?? 0) + meeting.sources);
  const strongest = [...weight]
    .sort((a, b) => b[1] - a[1] || a[0].index - b[0].index)
    .slice(0, mostLanes)
    .map(([entity]) => entity);
  const left = new Set(strongest);
  const lanes: Entity[] = [];
  let current = strongest[0];
  while (current) {
    left.delete(current);
    lanes.push(current);
    const met = new Map<Entity, number>();
    for (const { participants } of meetings) {
      if (!participants.includes(current)) continue;
      for (const other of participants) if (left.has(other)) met.set(other, (met.get(other) ?? 0) + 1);
    }
    const [closest] = [...met].sort((a, b) => b[1] - a[1] || a[0].index - b[0].index);
    current = closest?.[0] ?? [...left][0];
  }
  return lanes;
}
