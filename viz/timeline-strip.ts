/** The strip below the drawing: every meeting a mark at its day, a brush that chooses a period, and a button that plays it. */
import type { Dataset, Meeting } from "./dataset.ts";
import { button, drawing, element } from "./elements.ts";
import type { Filters, Passing } from "./filters.ts";
import { meetingFilters } from "./filters.ts";
import { drawTicks } from "./ticks.ts";
import { dayNumber, dayOf, middleDay, periodOf, placeOf } from "./timeline-scale.ts";
import { count, dayWords, intervalWords, meetingTitle } from "./words.ts";

export interface TimelineStrip {
  show(facts: { readonly dataset: Dataset; readonly filters: Filters; readonly passing: Passing }): void;
}

const height = 46;
const margin = 14;
const tickRoom = 18;
/** Pixels from mark to mark in a stack that has room, and for each stack as a whole. */
const markStep = 7;
const stackRoom = 35;
/** From more meetings than this on, the marks become bars. */
const mostMarks = 600;
const playSteps = 40;
const playMs = 420;

/** The strip in `container`; `onPeriod` hears the chosen days, null for no bound. */
export function makeTimelineStrip(
  container: HTMLElement,
  onPeriod: (from: string | null, to: string | null, how: "brushing" | "chosen") => void,
): TimelineStrip {
  const svg = drawing("svg", { class: "strip-marks", "aria-hidden": "true" });
  const [low, high] = ["First day of the period", "Last day of the period"].map((label) =>
    element("input", { type: "range", class: "strip-handle", "aria-label": label, step: "1" }),
  );
  const words = element("p", { class: "strip-words", role: "status" });
  const play = button(
    { class: "icon-button strip-play", "aria-label": "Play the period", title: "Play" },
    () => {
      if (timer === null) return startPlaying();
      stopPlaying();
      // Where it stopped is what the reader chose.
      if (facts) onPeriod(facts.filters.from, facts.filters.to, "chosen");
    },
    "▶",
  );
  const clear = button(
    { class: "text-button" },
    () => {
      stopPlaying();
      onPeriod(null, null, "chosen");
    },
    "All days",
  );
  if (!low || !high) throw new Error("the strip has two ends");
  const track = element("div", { class: "strip-track" }, svg, low, high);
  container.replaceChildren(play, track, element("div", { class: "strip-side" }, words, clear));
  let facts: Parameters<TimelineStrip["show"]>[0] | null = null;
  let period: readonly [number, number] | null = null;
  let timer: ReturnType<typeof setInterval> | null = null;

  const stopPlaying = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    play.textContent = "▶";
    play.setAttribute("aria-label", "Play the period");
  };
  const startPlaying = (): void => {
    if (!period) return;
    const [first, last] = period;
    const length = last - first;
    const window = Math.max(1, length / 8);
    let step = 0;
    const advance = (): void => {
      step += 1;
      const start = first - window + (step / playSteps) * (length + window);
      onPeriod(dayOf(Math.max(first, start)), dayOf(Math.min(last, start + window)), "brushing");
      if (step < playSteps) return;
      stopPlaying();
      onPeriod(null, null, "chosen");
    };
    play.textContent = "❚❚";
    play.setAttribute("aria-label", "Stop");
    timer = setInterval(advance, playMs);
    advance();
  };
  const fromHandles = (how: "brushing" | "chosen"): void => {
    if (!period) return;
    const [start, end] = [Math.min(Number(low.value), Number(high.value)), Math.max(Number(low.value), Number(high.value))];
    const whole = [Math.floor(period[0]), Math.ceil(period[1])];
    onPeriod(start <= (whole[0] ?? 0) ? null : dayOf(start), end >= (whole[1] ?? 0) ? null : dayOf(end), how);
  };
  for (const handle of [low, high]) {
    handle.addEventListener("input", () => {
      stopPlaying();
      fromHandles("brushing");
    });
    handle.addEventListener("change", () => fromHandles("chosen"));
  }
  brush(
    track,
    [low, high],
    () => period,
    (how) => {
      stopPlaying();
      fromHandles(how);
    },
  );

  const show: TimelineStrip["show"] = (next) => {
    facts = next;
    const { dataset, filters, passing } = next;
    period = periodOf(dataset.meetings);
    container.hidden = period === null;
    if (!period) return;
    const [first, last] = [Math.floor(period[0]), Math.ceil(period[1])];
    for (const [handle, day, rest] of [
      [low, dayNumber(filters.from), first],
      [high, dayNumber(filters.to), last],
    ] as const) {
      handle.min = String(first);
      handle.max = String(last);
      handle.value = String(day ?? rest);
      handle.setAttribute("aria-valuetext", dayWords(dayOf(day ?? rest)));
    }
    const chosen = filters.from !== null || filters.to !== null;
    const hidden = passing.hiddenBy.period;
    const shown = intervalWords(filters.from ?? dayOf(first), filters.to ?? dayOf(last), null) ?? "";
    const undated = passing.undated === 0 ? "" : `, ${passing.undated.toLocaleString("en")}\u00a0undated`;
    words.replaceChildren(
      chosen ? `${shown}, hides ${count(hidden, "meeting")}` : shown,
      chosen ? element("span", { class: "strip-undated" }, undated) : "",
    );
    clear.hidden = !chosen;
    draw(svg, track.clientWidth, next, [first, last]);
  };
  new ResizeObserver(() => {
    if (facts) show(facts);
  }).observe(track);
  return { show };
}

/** Lets the pointer draw a period on the track; the handles stay what the keyboard uses. */
function brush(
  track: HTMLElement,
  [low, high]: readonly [HTMLInputElement, HTMLInputElement],
  period: () => readonly [number, number] | null,
  onChange: (how: "brushing" | "chosen") => void,
): void {
  let anchor: number | null = null;
  const dayAt = (event: PointerEvent): number | null => {
    const known = period();
    if (!known) return null;
    const box = track.getBoundingClientRect();
    const part = (event.clientX - box.left - margin) / Math.max(1, box.width - 2 * margin);
    return Math.round(Number(low.min) + Math.max(0, Math.min(1, part)) * (Number(low.max) - Number(low.min)));
  };
  track.addEventListener("pointerdown", (event) => {
    if (event.target instanceof HTMLInputElement) return;
    anchor = dayAt(event);
    track.setPointerCapture(event.pointerId);
  });
  track.addEventListener("pointermove", (event) => {
    const day = anchor === null ? null : dayAt(event);
    if (anchor === null || day === null || day === anchor) return;
    low.value = String(Math.min(anchor, day));
    high.value = String(Math.max(anchor, day));
    onChange("brushing");
  });
  track.addEventListener("pointerup", () => {
    if (anchor !== null) onChange("chosen");
    anchor = null;
  });
}

function draw(
  svg: SVGElement,
  width: number,
  { dataset, filters, passing }: Parameters<TimelineStrip["show"]>[0],
  period: readonly [number, number],
): void {
  const ends = [margin, Math.max(margin + 1, width - margin)] as const;
  svg.setAttribute("viewBox", `0 0 ${width} ${height + tickRoom}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height + tickRoom));
  const shapes: SVGElement[] = [];
  const [from, to] = [dayNumber(filters.from) ?? period[0], dayNumber(filters.to) ?? period[1]];
  const [left, right] = [placeOf(from, period, ends), placeOf(to, period, ends)];
  if (filters.from !== null || filters.to !== null) {
    shapes.push(
      drawing("rect", {
        class: "strip-window",
        x: String(left),
        y: "0",
        width: String(Math.max(2, right - left)),
        height: String(height),
        rx: "3",
      }),
    );
  }
  shapes.push(
    ...drawTicks({ period, ends, width, top: 0, bottom: height, words: height + 14, apart: 70 }),
    drawing("line", { class: "strip-axis", x1: String(ends[0]), x2: String(ends[1]), y1: String(height), y2: String(height) }),
  );
  const isOut = (meeting: Meeting): boolean => ((passing.failed[meeting.index] ?? 0) & ~meetingFilters.period) !== 0;
  const shown = dataset.meetings.filter((meeting) => !isOut(meeting));
  shapes.push(...(shown.length > mostMarks ? bars(shown, period, ends) : marks(shown, passing, period, ends)));
  svg.replaceChildren(...shapes);
}

/** A mark for each meeting, stacked where several share a place. */
function marks(
  meetings: readonly Meeting[],
  passing: Passing,
  period: readonly [number, number],
  ends: readonly [number, number],
): SVGElement[] {
  const stacks = new Map<number, Meeting[]>();
  for (const meeting of meetings) {
    const day = middleDay(meeting);
    if (day === null) continue;
    const x = Math.round(placeOf(day, period, ends) / markStep) * markStep;
    stacks.set(x, [...(stacks.get(x) ?? []), meeting]);
  }
  return [...stacks].flatMap(([x, stack]) => {
    const step = Math.min(markStep, stackRoom / Math.max(1, stack.length - 1));
    return stack.map((meeting, level) => markOf(meeting, passing, x, height - 6 - level * step));
  });
}

function markOf(meeting: Meeting, passing: Passing, x: number, y: number): SVGElement {
  const isOut = (passing.failed[meeting.index] ?? 0) !== 0;
  const mark = drawing("path", {
    class: `strip-mark modality-${meeting.modality}${isOut ? " out" : ""}`,
    d: `M${x} ${y - 4}l4 4l-4 4l-4 -4Z`,
  });
  const title = drawing("title", {});
  title.textContent = meetingTitle(meeting);
  mark.append(title);
  return mark;
}

/** How many meetings there were, where there are too many to mark each. */
function bars(meetings: readonly Meeting[], period: readonly [number, number], ends: readonly [number, number]): SVGElement[] {
  const barWidth = 6;
  const tally = new Map<number, number>();
  for (const meeting of meetings) {
    const day = middleDay(meeting);
    if (day === null) continue;
    const slot = Math.floor(placeOf(day, period, ends) / barWidth);
    tally.set(slot, (tally.get(slot) ?? 0) + 1);
  }
  const most = Math.max(1, ...tally.values());
  return [...tally].map(([slot, number]) => {
    const size = Math.max(1, (number / most) * (height - 4));
    return drawing("rect", {
      class: "strip-bar",
      x: String(slot * barWidth),
      y: String(height - size),
      width: String(barWidth - 1),
      height: String(size),
    });
  });
}
