/** The meetings of a marked article as one line each, for tables of sentences. */
import { annotateMarked } from "../marked-names.fixture.ts";

/** "modality manner: A + B @ place (date words → first day)" of every meeting in an article of Friday, 14 November 2025. */
export function met(marked: string): string[] {
  const { meetings, entities } = annotateMarked(marked, { publishedAt: "2025-11-14" });
  return meetings.map(({ modality, manner, participants, place, date }) => {
    const sides = participants.map(({ text }) => text).join(" + ");
    const where = entities.find(({ id }) => id === place)?.name;
    return `${modality} ${manner}: ${sides}${where ? ` @ ${where}` : ""}${date ? ` (${date.text} → ${date.from})` : ""}`;
  });
}

export const lee = "[Ann Lee|PERSON]";
export const ray = "[Tom Ray|PERSON]";
export const holm = "[Eva Holm|PERSON]";
