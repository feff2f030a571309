/** What the drawing makes of the subject that the panel shows. Pure. */
import { type Dataset, type Entity, pairBetween } from "./dataset.ts";
import type { Attention } from "./graph-view.ts";
import type { Subject } from "./state.ts";

/** The names that are drawn whatever the filters say, because the reader opened them: at most twelve of a meeting. */
export function wantedBy(dataset: Dataset, subject: Subject | null): readonly Entity[] {
  const ids = subject?.kind === "entity" ? [subject.id] : subject?.kind === "pair" ? [subject.a, subject.b] : [];
  const meeting = subject?.kind === "meeting" ? dataset.meetingById.get(subject.id) : undefined;
  return meeting ? meeting.participants.slice(0, 12) : ids.flatMap((id) => dataset.entityById.get(id) ?? []);
}

/** What of the drawing stays bright; null: all of it. Answers tell their names when they have come. */
export function attentionOf(dataset: Dataset, subject: Subject | null): Attention {
  if (subject === null) return null;
  if (subject.kind === "entity") return { entity: subject.id };
  if (subject.kind === "pair") {
    const pair = pairBetween(dataset, subject.a, subject.b);
    return pair ? { pair } : null;
  }
  if (subject.kind === "meeting") return { chain: dataset.meetingById.get(subject.id)?.participants.map(({ id }) => id) ?? [] };
  if (subject.kind === "group")
    return { group: dataset.entities.filter(({ community }) => community === subject.number).map(({ id }) => id) };
  return null;
}
