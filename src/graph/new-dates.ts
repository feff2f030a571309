/**
 * A meeting that is put off gets a new day: "The summit has been postponed. The two will now meet on 28 April in Oslo." The plan in such an
 * article is no second meeting; across articles it takes the place of the plan for the old day.
 */
import { haveSameSides, type Standing, type ToldMeeting } from "./share-details.ts";

/** "off": what its article says was put off and planned anew; "new": the plan for the new day; null for any other report. */
export type Move = "off" | "new" | null;

/** What a report does to the day of its meeting, by the other reports of its article. */
export function moveOf(one: ToldMeeting, told: readonly ToldMeeting[], standings: ReadonlyMap<string, Standing>): Move {
  if (one.meeting.decidedBy.endsWith(":moved")) return "new";
  if (isPlanWithDay(one)) return told.some((ended) => isMovedTo(ended, one, standings)) ? "new" : null;
  return told.some((plan) => isPlanWithDay(plan) && isMovedTo(one, plan, standings)) ? "off" : null;
}

function isPlanWithDay({ meeting, date }: ToldMeeting): boolean {
  return meeting.modality === "planned" && date !== null && date.precision !== "vague";
}

/** True where the plan stands behind the sentence that calls the meeting of the same sides off, and one of the two says that it is put off. */
function isMovedTo(ended: ToldMeeting, plan: ToldMeeting, standings: ReadonlyMap<string, Standing>): boolean {
  return (
    ended.meeting.modality === "cancelled" &&
    ended.meeting.trigger.start <= plan.meeting.trigger.start &&
    (puttingOff.test(ended.meeting.evidence.text) || anew.test(plan.meeting.evidence.text)) &&
    haveSameSides(plan, ended, standings)
  );
}

const puttingOff =
  /\b(?:postpon(?:e|es|ed|ing|ement)|delay(?:s|ed|ing)?|defer(?:s|red|ring|ral)?|reschedul(?:e|es|ed|ing)|(?:put|puts|putting|pushed|moved) (?:\w+ ){0,5}(?:off|back))\b/iu;
const anew = /\b(?:now|instead|anew|reschedul(?:e|ed|ing)|go(?:es|ing)? ahead|new date)\b/iu;
