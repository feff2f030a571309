/** The order in which meetings are told. */
import type { MetRow } from "../domain/answer.ts";
import { compareText } from "./fold-name.ts";

/** By independent sources, then articles; among equals by day, the undated last, and by names. */
export function byStrength(a: MetRow, b: MetRow): number {
  return (
    b.independentSources - a.independentSources ||
    b.articles - a.articles ||
    compareText(a.from ?? a.to ?? "~", b.from ?? b.to ?? "~") ||
    compareText(a.a.name, b.a.name) ||
    compareText(a.b.name, b.b.name) ||
    compareText(a.meeting, b.meeting) ||
    compareText(a.a.id ?? "", b.a.id ?? "") ||
    compareText(a.b.id ?? "", b.b.id ?? "")
  );
}
