/**
 * Corrections of meetings, made where meetings come from: the reports of single articles. What was corrected are the sentences the
 * judge saw; a report that a later article adds is new evidence and counts as it stands, unless it repeats such a sentence.
 */
import {
  type Anchor,
  isCorrection,
  type JudgementProblem,
  type MeetingCorrection,
  type MeetingVerdict,
  type NumberedJudgement,
} from "../../domain/judgement.ts";
import { overlaps } from "../../domain/span.ts";
import { nameMeetings } from "../add-meetings.ts";
import { foldName } from "../fold-name.ts";
import { KeyRing } from "../ids.ts";
import type { JoinedMeeting } from "../join-meetings.ts";
import type { MeetingReport } from "../meeting-report.ts";

export interface CorrectedReports {
  /** Without those that are wrong, and with the modalities that were put right. */
  readonly reports: readonly MeetingReport[];
  /** False when the reports are as they were. */
  readonly isChanged: boolean;
  /** Corrections that are in force. */
  readonly applied: number;
  readonly problems: readonly JudgementProblem[];
}

/** Applies corrections to the reports of meetings that were joined without them. */
export function correctReports(
  judgements: readonly NumberedJudgement[],
  meetings: readonly JoinedMeeting[],
  takenIds: Iterable<string>,
): CorrectedReports {
  const reports = meetings.flatMap((meeting) => meeting.reports);
  const corrections = judgements.flatMap(({ line, judgement }) => (isCorrection(judgement) ? [{ line, correction: judgement }] : []));
  if (corrections.length === 0) return { reports, isChanged: false, applied: 0, problems: [] };

  const ring = new KeyRing(takenIds);
  const byId = new Map(nameMeetings(meetings, (key) => ring.claim(key)).map(({ id, meeting }) => [id, meeting]));
  const problems: JudgementProblem[] = [];
  const verdicts = new Map<MeetingReport, { readonly line: number; readonly verdict: MeetingVerdict }>();
  for (const { line, correction } of corrections) {
    const meant = reportsMeant(correction, meetings, byId.get(correction.meeting));
    for (const report of meant) verdicts.set(report, { line, verdict: correction.verdict });
    if (meant.length === 0) {
      problems.push({ line, kind: "unknown", reason: `no meeting in these articles is "${correction.meeting}"` });
    }
  }
  const corrected = reports.flatMap((report): MeetingReport[] => {
    const verdict = verdicts.get(report)?.verdict ?? "unsure";
    if (verdict === "wrong") return [];
    if (verdict === "unsure" || verdict === report.meeting.modality) return [report];
    return [{ ...report, meeting: { ...report.meeting, modality: verdict } }];
  });
  return {
    reports: corrected,
    isChanged: corrected.length !== reports.length || corrected.some((report, index) => report !== reports[index]),
    applied: new Set([...verdicts.values()].map(({ line }) => line)).size,
    problems,
  };
}

/** The reports of the anchored sentences, and copies of them; of a meeting known by its id only, all. */
function reportsMeant(
  { meeting: id, claims }: MeetingCorrection,
  meetings: readonly JoinedMeeting[],
  named: JoinedMeeting | undefined,
): readonly MeetingReport[] {
  if (claims.length === 0) return named?.reports ?? [];
  const ranked = meetings
    .map((meeting) => ({ meeting, count: meeting.reports.filter((report) => claims.some((claim) => isAt(report, claim))).length }))
    .filter(({ count }) => count > 0)
    .toSorted(
      (x, y) => y.count - x.count || Number(y.meeting === named) - Number(x.meeting === named) || likeness(y, id) - likeness(x, id),
    );
  const reports = ranked[0]?.meeting.reports ?? [];
  const anchored = reports.filter((report) => claims.some((claim) => isAt(report, claim)));
  const sentences = new Set(anchored.map(({ meeting }) => foldName(meeting.evidence.text)));
  return reports.filter(({ meeting }) => sentences.has(foldName(meeting.evidence.text)));
}

function isAt({ articleId, meeting }: MeetingReport, { article, ...span }: Anchor): boolean {
  return articleId === article && overlaps(meeting.evidence, span);
}

/** How many parties of a meeting its former id names: one sentence can report two meetings. */
function likeness({ meeting }: { readonly meeting: JoinedMeeting }, id: string): number {
  const words = foldName(id);
  return meeting.parties.filter(({ entity, text }) => words.includes(foldName(entity?.name ?? text))).length;
}
