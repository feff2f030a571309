/**
 * What a person has judged: that two entities are one or two, that a meeting was misread. Judgements are kept beside the graph,
 * never in it, and every build applies them anew.
 */
import { type Modality, modalities } from "./meeting.ts";
import type { TextSpan } from "./span.ts";

export const pairVerdicts = ["same", "different", "unsure"] as const;
/** Unsure leaves the pair to the rules and takes an earlier judgement of it back. */
export type PairVerdict = (typeof pairVerdicts)[number];

export const meetingVerdicts = ["wrong", ...modalities, "unsure"] as const;
/** Wrong: the articles do not say so. A modality: that is what they say. Unsure takes an earlier correction back. */
export type MeetingVerdict = "wrong" | Modality | "unsure";

/** A stretch of an article by which an entity or a claim is found again when its id has changed. */
export interface Anchor extends TextSpan {
  readonly article: string;
}

interface Judged {
  /** Who judged; null when not told. */
  readonly by: string | null;
  /** When, as an ISO time; null when not told. */
  readonly at: string | null;
  readonly why: string | null;
}

export interface PairJudgement extends Judged {
  /** Ids of two entities as the graph showed them. */
  readonly a: string;
  readonly b: string;
  readonly verdict: PairVerdict;
  /** Mentions of either by name; empty lists when only the ids are known. */
  readonly anchors: { readonly a: readonly Anchor[]; readonly b: readonly Anchor[] };
}

export interface MeetingCorrection extends Judged {
  /** Id of a meeting as the graph showed it. */
  readonly meeting: string;
  readonly verdict: MeetingVerdict;
  /** The sentences that report it; empty when only the id is known. */
  readonly claims: readonly Anchor[];
}

export type RecordedJudgement = PairJudgement | MeetingCorrection;

/** A judgement with the line of the file it stands on, counted from 1. */
export interface NumberedJudgement {
  readonly line: number;
  readonly judgement: RecordedJudgement;
}

/** A line that cannot be applied, or not as it stands. */
export interface JudgementProblem {
  readonly line: number;
  /** Unknown: nothing in these articles answers to it, which is no mistake of the file. */
  readonly kind: "malformed" | "refused" | "contradiction" | "unknown";
  /** In words for the person who keeps the file. */
  readonly reason: string;
}

/** True for a correction of a meeting, false for a judgement on two entities. */
export function isCorrection(judgement: RecordedJudgement): judgement is MeetingCorrection {
  return "meeting" in judgement;
}
