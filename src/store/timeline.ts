/** The meetings of somebody in the order in which they happened, whatever became of them. */
import type { AnswerEntity, MetRow, TimelineRow } from "../domain/answer.ts";
import { compareText } from "../graph/fold-name.ts";
import { met } from "./answers.ts";
import type { GraphStore } from "./graph-store.ts";

/** Who the name was taken to mean, and each of their meetings once. Throws UserError `unknown-entity`. */
export async function timeline(
  store: GraphStore,
  name: string,
): Promise<{ readonly asked: readonly AnswerEntity[]; readonly rows: readonly TimelineRow[] }> {
  const { asked, rows } = await met(store, name);
  const meetings = new Map<string, { readonly row: MetRow; readonly others: TimelineRow["with"][number][] }>();
  for (const row of rows) {
    const key = `${row.a.id ?? row.a.name}\n${row.meeting}`;
    const known = meetings.get(key) ?? { row, others: [] };
    known.others.push({ entity: row.b, as: row.as, role: row.roles.b });
    meetings.set(key, known);
  }
  const found = [...meetings.values()].map(({ row: { a, b: _b, as: _as, roles, ...row }, others }): TimelineRow => {
    return { who: a, role: roles.a, with: others.sort((x, y) => compareText(x.entity.name, y.entity.name)), ...row };
  });
  return { asked, rows: found.sort(inTime) };
}

/** By the first day it can have been; of what began nobody knows when, by the last; the undated last. */
function inTime(a: TimelineRow, b: TimelineRow): number {
  const when = ({ from, to }: TimelineRow): string => from ?? to ?? "~";
  return (
    compareText(when(a), when(b)) ||
    compareText(a.to ?? "~", b.to ?? "~") ||
    compareText(a.meeting, b.meeting) ||
    compareText(a.who.name, b.who.name)
  );
}
